/* A dialogue for one record: rows made from the description of its kind, and a button that keeps it.
 *
 * Whoever opens it says which fields stand in it, in which order, and what can be picked where a
 * field refers to something else. It closes itself once the record is kept, and says beside the
 * fields what keeps it from that.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_RECORD_DIALOG (oct_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctRecordDialog, oct_record_dialog, OCT, RECORD_DIALOG, AdwWindow)

/**
 * OctRecordPut:
 * Keeps a record (transfer full); finished with oct_workbench_edit_finish().
 */
typedef void (*OctRecordPut) (OctWorkbench *workbench, gpointer record,
                              GAsyncReadyCallback callback, gpointer user_data);

/* @record: (transfer full): a record that is nobody else's. */
OctRecordDialog *oct_record_dialog_new (OctWorkbench *workbench, const char *title, gpointer record,
                                        OctRecordPut put);
/* The rows that follow belong together, under a heading and a sentence (nullable). */
void oct_record_dialog_add_group (OctRecordDialog *self, const char *title, const char *hint);
/* A text, a day or a number, by the type of the field; @label %NULL is the kind's own. */
void oct_record_dialog_add_entry (OctRecordDialog *self, const char *field, const char *label);
/* A text of many lines. */
void oct_record_dialog_add_lines (OctRecordDialog *self, const char *field, const char *label);
void oct_record_dialog_add_choice (OctRecordDialog *self, const char *field, const char *label);
/* @ids, @texts: (array zero-terminated=1): what can be picked; @none: (nullable): the words for none. */
void oct_record_dialog_add_pick (OctRecordDialog *self, const char *field, const char *label,
                                 const char *const *ids, const char *const *texts,
                                 const char *none);
/* @texts: (array zero-terminated=1): names of the steps of a number from 1; 0 is "not said". */
void oct_record_dialog_add_step (OctRecordDialog *self, const char *field, const char *label,
                                 const char *const *texts);
/* The field's row is shown, and its value kept, only while a choice is @value. */
void oct_record_dialog_show_when (OctRecordDialog *self, const char *field, const char *choice,
                                  int value);
void oct_record_dialog_present (OctRecordDialog *self, GtkWidget *over);

G_END_DECLS
