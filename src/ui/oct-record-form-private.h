/* What the files of a form for a record share. */
#pragma once

#include "oct-record-form.h"

G_BEGIN_DECLS

/* A field of the form with its control. */
typedef struct
{
  OctRecordForm *form; /* borrowed */
  const OctFormField *described;
  const OctRecordField *field;
  GtkWidget *widget;
  GtkWidget *own; /* the entry for words of one's own */
  char **keys;    /* of options */
  guint pause_id;
  gboolean dirty;
} OctFormItem;

struct _OctRecordForm
{
  AdwBin parent_instance;

  /* owned */
  OctWorkbench *workbench;
  OctRecord *record;
  GPtrArray *fields;

  /* borrowed */
  GtkWidget *box;
  OctFormReader reader;
  gpointer reader_data;

  gboolean updating;
};

/* Tells of a change; @record (transfer full). */
void oct_record_form_tell (OctRecordForm *self, gpointer record, const char *field);
void oct_record_form_fail (OctRecordForm *self, const char *message);

/* A field with its control, appended to the form's box. */
OctFormItem *oct_form_item_new (OctRecordForm *form, const OctRecordKind *kind,
                                const OctFormField *described);
void oct_form_item_free (gpointer data);
void oct_form_item_show (OctFormItem *field);
void oct_form_item_set_options (OctFormItem *field, const char *const *keys,
                                const char *const *texts);
void oct_form_item_set_editable (OctFormItem *field, gboolean editable);
void oct_form_item_commit (OctFormItem *field);

G_END_DECLS
