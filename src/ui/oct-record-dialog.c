/* A dialogue for one record; see the header. Rows read and write their field by its description, so
 * that no kind of record needs a form of its own.
 */

#include "oct-record-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-accessible.h"
#include "oct-drop-down.h"
#include "oct-personal-text.h"

/**
 * Row:
 * @widget: the row or, of many lines, the box; borrowed
 * @input: the entry, text view or drop-down; borrowed
 * @ids: (nullable): of what can be picked; "" for none
 * @when: (nullable): the field of the choice that it is shown with
 */
typedef struct
{
  const OctRecordField *field;
  GtkWidget *widget;
  GtkWidget *input;
  GStrv ids;
  const OctRecordField *when;
  int value;
} Row;

struct _OctRecordDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *keep;
  GtkLabel *problem;
  GtkLabel *warning;
  GtkBox *groups;

  /* owned */
  OctWorkbench *workbench;
  OctRecord *record;
  GPtrArray *rows; /* of Row */

  /* borrowed */
  AdwPreferencesGroup *group;
  OctRecordPut put;
};

G_DEFINE_FINAL_TYPE (OctRecordDialog, oct_record_dialog, ADW_TYPE_WINDOW)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_strfreev (row->ids);
  g_free (row);
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* (transfer full): what is typed in a row. */
static char *
dup_text (const Row *row)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (!GTK_IS_TEXT_VIEW (row->input))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->input))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
is_typed (const Row *row)
{
  return !GTK_IS_DROP_DOWN (row->input);
}

static Row *
find_row (OctRecordDialog *self, const OctRecordField *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->field == field)
        return row;
    }

  return NULL;
}

static gboolean
is_wanted (OctRecordDialog *self, const Row *row)
{
  const Row *choice = row->when != NULL ? find_row (self, row->when) : NULL;

  return choice == NULL
         || (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (choice->input)) == row->value;
}

static void
changed_cb (OctRecordDialog *self)
{
  OctPersonalText found = OCT_PERSONAL_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      gtk_widget_set_visible (row->widget, is_wanted (self, row));
      if (found == OCT_PERSONAL_NONE && GTK_IS_TEXT_VIEW (row->input))
        {
          g_autofree char *text = dup_text (row);

          found = oct_text_looks_personal (text);
        }
    }
  set_optional (self->warning, oct_personal_text_to_warning (found));
  set_optional (self->problem, NULL);
}

/* --- reading --- */

static gboolean
take_day (OctRecord *record, const Row *row, const char *text, GError **error)
{
  OctDate day;

  if (!oct_date_parse (text, -1, &day))
    {
      /* Translators: what somebody typed. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” is not a day. Write it like 31/01/2026."), text);
      return FALSE;
    }
  oct_record_set_number (record, row->field, day);

  return TRUE;
}

static gboolean
take_decimal (OctRecord *record, const Row *row, const char *text, GError **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;
  double value = *text != '\0' ? g_ascii_strtod (point, &end) : NAN;

  if (*text != '\0' && (end == point || *end != '\0' || !isfinite (value)))
    {
      /* Translators: what somebody typed. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” is not a number. Write it like 2.5."), text);
      return FALSE;
    }
  oct_record_set_decimal (record, row->field, value);

  return TRUE;
}

static gboolean
take_number (OctRecord *record, const Row *row, const char *text, GError **error)
{
  gint64 value = 0;

  if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &value, NULL))
    {
      /* Translators: what somebody typed. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is not a whole number."),
                   text);
      return FALSE;
    }
  oct_record_set_number (record, row->field, value);

  return TRUE;
}

static gboolean
take_row (OctRecordDialog *self, OctRecord *record, const Row *row, GError **error)
{
  g_autofree char *text = NULL;

  if (row->ids != NULL)
    {
      const char *id = is_wanted (self, row)
                         ? row->ids[gtk_drop_down_get_selected (GTK_DROP_DOWN (row->input))]
                         : "";

      oct_record_set_text (record, row->field,
                           *id != '\0' || row->field->type == OCT_RECORD_KEY ? id : NULL);
      return TRUE;
    }
  if (!is_typed (row))
    {
      oct_record_set_number (record, row->field,
                             gtk_drop_down_get_selected (GTK_DROP_DOWN (row->input)));
      return TRUE;
    }
  text = is_wanted (self, row) ? dup_text (row) : g_strdup ("");
  if (row->field->type == OCT_RECORD_DATE)
    return take_day (record, row, text, error);
  if (row->field->type == OCT_RECORD_DECIMAL)
    return take_decimal (record, row, text, error);
  if (row->field->type == OCT_RECORD_NUMBER)
    return take_number (record, row, text, error);
  oct_record_set_text (record, row->field, text);

  return TRUE;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctRecordDialog) self = OCT_RECORD_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), TRUE);
  set_optional (self->problem, error->message);
}

static void
keep_cb (OctRecordDialog *self)
{
  g_autoptr (OctRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->keep)))
    return;
  record = oct_record_copy (self->record);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!take_row (self, record, g_ptr_array_index (self->rows, i), &error))
        {
          set_optional (self->problem, error->message);
          return;
        }
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), FALSE);
  self->put (self->workbench, g_steal_pointer (&record), kept_cb, g_object_ref (self));
}

/* --- rows --- */

static const char *
get_label (const OctRecordField *field, const char *label)
{
  return label != NULL ? label : field->label != NULL ? _ (field->label) : field->name;
}

static Row *
add_row (OctRecordDialog *self, const char *name, GtkWidget *widget, GtkWidget *input)
{
  Row *row = g_new0 (Row, 1);

  row->field = oct_record_kind_find_field (self->record->kind, name);
  row->widget = widget;
  row->input = input;
  g_ptr_array_add (self->rows, row);
  if (self->group == NULL)
    oct_record_dialog_add_group (self, NULL, NULL);
  adw_preferences_group_add (self->group, widget);

  return row;
}

/* (transfer full): a field as it is typed. */
static char *
dup_value (OctRecord *record, const OctRecordField *field)
{
  if (field->type == OCT_RECORD_DATE)
    {
      OctDate day = (OctDate) oct_record_get_number (record, field);

      return day == OCT_DATE_UNKNOWN
               ? g_strdup ("")
               : g_strdup_printf ("%02d/%02d/%04d", day % 100, day / 100 % 100, day / 10000);
    }
  if (field->type == OCT_RECORD_DECIMAL)
    return oct_decimal_to_text (oct_record_get_decimal (record, field));
  if (field->type == OCT_RECORD_NUMBER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, oct_record_get_number (record, field));

  return g_strdup (oct_record_get_text (record, field));
}

static void
name_input (GtkWidget *input, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
new_drop_down (const char *const *texts)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (texts);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  oct_drop_down_set_texts (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);

  return drop_down;
}

static GtkWidget *
new_drop_down_row (const char *label, GtkWidget *drop_down)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", label, "activatable-widget", drop_down, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  oct_accessible_name_drop_down (GTK_DROP_DOWN (drop_down), label);

  return row;
}

/* --- class --- */

static void
oct_record_dialog_dispose (GObject *object)
{
  OctRecordDialog *self = OCT_RECORD_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->record, oct_record_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_record_dialog_parent_class)->dispose (object);
}

static void
oct_record_dialog_class_init (OctRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_record_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctRecordDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, OctRecordDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, OctRecordDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, OctRecordDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
oct_record_dialog_init (OctRecordDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_record_dialog_new:
 * @workbench: keeps the record
 * @title: what is done
 * @record: (transfer full): new, or a copy of one that is known
 * @put: keeps it
 *
 * Returns: the dialogue, without rows yet
 */
OctRecordDialog *
oct_record_dialog_new (OctWorkbench *workbench, const char *title, gpointer record,
                       OctRecordPut put)
{
  OctRecordDialog *self = g_object_new (OCT_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->workbench = g_object_ref (workbench);
  self->record = record;
  self->put = put;
  gtk_button_set_label (self->keep, self->record->id != NULL ? _ ("_Keep") : _ ("_Add"));

  return self;
}

void
oct_record_dialog_add_group (OctRecordDialog *self, const char *title, const char *hint)
{
  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    adw_preferences_group_set_title (self->group, title);
  if (hint != NULL)
    adw_preferences_group_set_description (self->group, hint);
  gtk_box_append (self->groups, GTK_WIDGET (self->group));
}

void
oct_record_dialog_add_entry (OctRecordDialog *self, const char *field, const char *label)
{
  GtkWidget *entry;
  g_autofree char *value = NULL;
  Row *row;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  entry = adw_entry_row_new ();
  row = add_row (self, field, entry, entry);
  value = dup_value (self->record, row->field);
  g_object_set (entry, "title", get_label (row->field, label), NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), value);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
}

void
oct_record_dialog_add_lines (OctRecordDialog *self, const char *field, const char *label)
{
  GtkWidget *box, *heading, *frame, *view;
  Row *row;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  view = gtk_text_view_new ();
  frame = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  row = add_row (self, field, box, view);
  heading = gtk_label_new (get_label (row->field, label));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 6);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "top-margin", 9, "bottom-margin", 9, "left-margin", 9, "right-margin", 9,
                "height-request", 66, NULL);
  name_input (view, get_label (row->field, label));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            oct_record_get_text (self->record, row->field), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
oct_record_dialog_add_choice (OctRecordDialog *self, const char *field, const char *label)
{
  const OctRecordField *known;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GtkWidget *drop_down;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  known = oct_record_kind_find_field (self->record->kind, field);
  for (const OctChoice *choice = known->choices; choice->key != NULL; choice++)
    g_ptr_array_add (texts, (gpointer) (*choice->text != '\0' ? _ (choice->text) : _ ("Not said")));
  g_ptr_array_add (texts, NULL);
  drop_down = new_drop_down ((const char *const *) texts->pdata);
  add_row (self, field, new_drop_down_row (get_label (known, label), drop_down), drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              (guint) oct_record_get_number (self->record, known));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
oct_record_dialog_add_step (OctRecordDialog *self, const char *field, const char *label,
                            const char *const *texts)
{
  const OctRecordField *known;
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;
  GtkWidget *drop_down;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  known = oct_record_kind_find_field (self->record->kind, field);
  g_strv_builder_add (all, _ ("Not said"));
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = g_ascii_isdigit (*texts[i])
                                ? g_strdup (texts[i])
                                : g_strdup_printf ("%u  %s", i + 1, texts[i]);

      g_strv_builder_add (all, text);
    }
  shown = g_strv_builder_end (all);
  drop_down = new_drop_down ((const char *const *) shown);
  add_row (self, field, new_drop_down_row (get_label (known, label), drop_down), drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              (guint) oct_record_get_number (self->record, known));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
oct_record_dialog_add_pick (OctRecordDialog *self, const char *field, const char *label,
                            const char *const *ids, const char *const *texts, const char *none)
{
  const OctRecordField *known;
  g_autoptr (GStrvBuilder) all_ids = g_strv_builder_new (), all_texts = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;
  const char *value;
  GtkWidget *drop_down;
  Row *row;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  known = oct_record_kind_find_field (self->record->kind, field);
  value = oct_record_get_text (self->record, known);
  g_strv_builder_add (all_ids, "");
  g_strv_builder_add (all_texts, none != NULL ? none : _ ("Choose…"));
  g_strv_builder_addv (all_ids, (const char **) ids);
  g_strv_builder_addv (all_texts, (const char **) texts);
  shown = g_strv_builder_end (all_texts);
  drop_down = new_drop_down ((const char *const *) shown);
  row = add_row (self, field, new_drop_down_row (get_label (known, label), drop_down), drop_down);
  row->ids = g_strv_builder_end (all_ids);
  for (guint i = 0; row->ids[i] != NULL; i++)
    {
      if (g_strcmp0 (row->ids[i], value != NULL ? value : "") == 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
    }
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
oct_record_dialog_show_when (OctRecordDialog *self, const char *field, const char *choice,
                             int value)
{
  Row *row;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  row = find_row (self, oct_record_kind_find_field (self->record->kind, field));
  row->when = oct_record_kind_find_field (self->record->kind, choice);
  row->value = value;
}

void
oct_record_dialog_present (OctRecordDialog *self, GtkWidget *over)
{
  GtkRoot *root;

  g_return_if_fail (OCT_IS_RECORD_DIALOG (self));

  root = gtk_widget_get_root (over);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  changed_cb (self);
  if (self->rows->len > 0)
    gtk_window_set_focus (GTK_WINDOW (self), ((Row *) g_ptr_array_index (self->rows, 0))->input);
  gtk_window_present (GTK_WINDOW (self));
}
