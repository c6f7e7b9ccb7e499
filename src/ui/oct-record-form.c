/* A form for the fields of a record; see the header.
 *
 * What is typed in an entry is told as OctJudgeText does it, and what is shown from outside never takes
 * the place of what waits to be told.
 */

#include "oct-record-form.h"

#include "oct-record-form-private.h"

enum
{
  EDITED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctRecordForm, oct_record_form, ADW_TYPE_BIN)

void
oct_record_form_tell (OctRecordForm *self, gpointer record, const char *field)
{
  g_signal_emit (self, signals[EDITED], 0, record, field);
}

void
oct_record_form_fail (OctRecordForm *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* --- class --- */

static void
oct_record_form_dispose (GObject *object)
{
  OctRecordForm *self = OCT_RECORD_FORM (object);

  self->updating = TRUE; /* whoever leaves now tells nothing more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->record, oct_record_unref);
  G_OBJECT_CLASS (oct_record_form_parent_class)->dispose (object);
}

static void
oct_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (OCT_RECORD_FORM (object)->fields);
  G_OBJECT_CLASS (oct_record_form_parent_class)->finalize (object);
}

static void
oct_record_form_class_init (OctRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_record_form_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_record_form_init (OctRecordForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (oct_form_item_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * oct_record_form_new:
 * @workbench: whose people are offered
 * @kind: the kind of record
 * @fields: those that it shows, ended by a %NULL name; they must stay
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
oct_record_form_new (OctWorkbench *workbench, const OctRecordKind *kind, const OctFormField *fields)
{
  OctRecordForm *self = g_object_new (OCT_TYPE_RECORD_FORM, NULL);

  self->workbench = g_object_ref (workbench);
  for (guint i = 0; fields[i].name != NULL; i++)
    g_ptr_array_add (self->fields, oct_form_item_new (self, kind, &fields[i]));

  return GTK_WIDGET (self);
}

/**
 * oct_record_form_set_reader:
 * @self: a form
 * @reader: says what is shown of a text
 * @data: for @reader
 */
void
oct_record_form_set_reader (OctRecordForm *self, OctFormReader reader, gpointer data)
{
  g_return_if_fail (OCT_IS_RECORD_FORM (self));

  self->reader = reader;
  self->reader_data = data;
}

/**
 * oct_record_form_set_options:
 * @self: a form
 * @field: one of its fields
 * @keys: (array zero-terminated=1): what is kept; "" for none
 * @texts: (array zero-terminated=1): how they are called
 *
 * Offers other options, where they differ from those that are offered.
 */
void
oct_record_form_set_options (OctRecordForm *self, const char *field, const char *const *keys,
                             const char *const *texts)
{
  g_return_if_fail (OCT_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      OctFormItem *item = g_ptr_array_index (self->fields, i);

      if (g_str_equal (item->described->name, field))
        oct_form_item_set_options (item, keys, texts);
    }
}

/**
 * oct_record_form_show:
 * @self: a form
 * @record: a record of its kind
 *
 * Shows a record. What is typed and waits is told first where it is of another one.
 */
void
oct_record_form_show (OctRecordForm *self, gpointer record)
{
  OctRecord *shown = record;

  g_return_if_fail (OCT_IS_RECORD_FORM (self));

  if (self->record != NULL && g_strcmp0 (self->record->id, shown->id) != 0)
    oct_record_form_commit (self);
  oct_record_ref (record);
  g_clear_pointer (&self->record, oct_record_unref);
  self->record = record;
  self->updating = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    oct_form_item_show (g_ptr_array_index (self->fields, i));
  self->updating = FALSE;
}

/**
 * oct_record_form_set_editable:
 * @self: a form
 * @editable: whether anything can be changed; else it is only read
 */
void
oct_record_form_set_editable (OctRecordForm *self, gboolean editable)
{
  g_return_if_fail (OCT_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    oct_form_item_set_editable (g_ptr_array_index (self->fields, i), editable);
}

/**
 * oct_record_form_commit:
 * @self: a form
 *
 * Tells of what was typed, if anything waits.
 */
void
oct_record_form_commit (OctRecordForm *self)
{
  g_return_if_fail (OCT_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    oct_form_item_commit (g_ptr_array_index (self->fields, i));
}
