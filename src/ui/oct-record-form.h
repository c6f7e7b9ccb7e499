/* A form for the fields of a record, made from a list of them.
 *
 * It shows a record and tells of each field that is changed with a changed copy of the record: choices
 * at once, texts on a pause and when one goes elsewhere. It keeps nothing.
 */
#pragma once

#include <adwaita.h>

#include "oct-record.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/**
 * OctFormControl:
 * @OCT_FORM_LINE: a text of one line
 * @OCT_FORM_PROSE: a text of several
 * @OCT_FORM_CHOICE: one of the field's choices
 * @OCT_FORM_OPTIONS: one of those that oct_record_form_set_options() names
 * @OCT_FORM_OWN: the same, or words of one's own
 * @OCT_FORM_MONEY: pence, written in pounds
 */
typedef enum
{
  OCT_FORM_LINE,
  OCT_FORM_PROSE,
  OCT_FORM_CHOICE,
  OCT_FORM_OPTIONS,
  OCT_FORM_OWN,
  OCT_FORM_DAY,
  OCT_FORM_PERSON,
  OCT_FORM_DECIMAL,
  OCT_FORM_MONEY,
  OCT_FORM_FLAG,
} OctFormControl;

/**
 * OctFormField:
 * @name: of the record's field; %NULL ends a list of them
 * @hint: (nullable): what belongs into it, to be translated
 */
typedef struct
{
  const char *name;
  OctFormControl control;
  const char *hint;
} OctFormField;

/* What is shown of a text, where that isn't what the record says. */
typedef const char *(*OctFormReader) (gconstpointer record, const char *field, gpointer data);

#define OCT_TYPE_RECORD_FORM (oct_record_form_get_type ())
G_DECLARE_FINAL_TYPE (OctRecordForm, oct_record_form, OCT, RECORD_FORM, AdwBin)

/* Signals: "edited" (gpointer record, const char *field): the record as it is to be, which belongs to
 * the one handler that there is; "failed" (const char *): what was typed is none. */
GtkWidget *oct_record_form_new (OctWorkbench *workbench, const OctRecordKind *kind,
                                const OctFormField *fields);
void oct_record_form_set_reader (OctRecordForm *self, OctFormReader reader, gpointer data);
/* @keys and @texts (array zero-terminated=1), as long as each other. */
void oct_record_form_set_options (OctRecordForm *self, const char *field, const char *const *keys,
                                  const char *const *texts);
void oct_record_form_show (OctRecordForm *self, gpointer record);
void oct_record_form_set_editable (OctRecordForm *self, gboolean editable);
/* Keeps what is typed and waits. */
void oct_record_form_commit (OctRecordForm *self);

G_END_DECLS
