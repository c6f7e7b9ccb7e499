/* The fields of a form for a record: a control for each, what it shows and what it tells. */

#include <glib/gi18n.h>
#include <math.h>

#include "oct-accessible.h"
#include "oct-day-picker.h"
#include "oct-judge-text.h"
#include "oct-person-picker.h"
#include "oct-record-form-private.h"

#define PAUSE_MS 1000

void
oct_form_item_free (gpointer data)
{
  OctFormItem *field = data;

  g_clear_handle_id (&field->pause_id, g_source_remove);
  g_strfreev (field->keys);
  g_free (field);
}

/* A copy of the record for the field to be changed in; %NULL where nothing is to be told. */
static gpointer
begin (OctFormItem *field)
{
  return field->form->updating || field->form->record == NULL
           ? NULL
           : oct_record_copy (field->form->record);
}

static void
tell (OctFormItem *field, gpointer record)
{
  if (oct_record_equal (record, field->form->record))
    oct_record_unref (record);
  else
    oct_record_form_tell (field->form, record, field->field->name);
}

static void
tell_text (OctFormItem *field, const char *text)
{
  gpointer record = begin (field);

  if (record == NULL)
    return;
  oct_record_set_text (record, field->field, text);
  tell (field, record);
}

static void
tell_number (OctFormItem *field, gint64 number)
{
  gpointer record = begin (field);

  if (record == NULL)
    return;
  oct_record_set_number (record, field->field, number);
  tell (field, record);
}

/* --- entries --- */

/* As people write it: "1,500", "£12.50", "61.5 %"; NaN for nothing, %FALSE where it is no number. */
static gboolean
parse_number (const char *text, double *value)
{
  g_autofree char *plain = g_strdup (text);
  char *end = NULL;
  char *write = plain;

  for (const char *read = text; *read != '\0'; read = g_utf8_next_char (read))
    if (*read == '-' || *read == '.' || g_ascii_isdigit (*read))
      *write++ = *read;
    else if (*read != ',' && *read != ' ' && *read != '%' && !g_str_has_prefix (read, "£"))
      return FALSE;
  *write = '\0';
  *value = NAN;
  if (*plain == '\0')
    return TRUE;
  *value = g_ascii_strtod (plain, &end);

  return *end == '\0';
}

static void
commit_entry (OctFormItem *field)
{
  GtkWidget *entry = field->own != NULL ? field->own : field->widget;
  g_autofree char *text = NULL;
  double value;
  gpointer record;

  g_clear_handle_id (&field->pause_id, g_source_remove);
  if (!field->dirty)
    return;
  field->dirty = FALSE;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  if (field->described->control == OCT_FORM_LINE || field->described->control == OCT_FORM_OWN)
    {
      tell_text (field, text);
      return;
    }
  if (!parse_number (text, &value))
    {
      oct_record_form_fail (field->form,
                            _("That is not a number. Write it in digits, such as 61.5."));
      return;
    }
  if (field->described->control == OCT_FORM_MONEY)
    {
      tell_number (field, isnan (value) ? 0 : (gint64) llround (value * 100));
      return;
    }
  record = begin (field);
  if (record == NULL)
    return;
  oct_record_set_decimal (record, field->field, value);
  tell (field, record);
}

static gboolean
paused_cb (gpointer data)
{
  OctFormItem *field = data;

  field->pause_id = 0;
  commit_entry (field);

  return G_SOURCE_REMOVE;
}

static void
entry_changed_cb (GtkWidget *entry, OctFormItem *field)
{
  if (field->form->updating)
    return;
  field->dirty = TRUE;
  g_clear_handle_id (&field->pause_id, g_source_remove);
  field->pause_id = g_timeout_add (PAUSE_MS, paused_cb, field);
}

static void
entry_done_cb (gpointer source, OctFormItem *field)
{
  commit_entry (field);
}

static GtkWidget *
make_entry (OctFormItem *field, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (field->described->hint != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(field->described->hint));
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), field);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_done_cb), field);
  g_signal_connect (focus, "leave", G_CALLBACK (entry_done_cb), field);
  gtk_widget_add_controller (entry, focus);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return entry;
}

static void
show_in_entry (OctFormItem *field, GtkWidget *entry, const char *text)
{
  if (!field->dirty && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* --- choices --- */

static void
choice_cb (GtkDropDown *drop_down, GParamSpec *pspec, OctFormItem *field)
{
  guint index = gtk_drop_down_get_selected (drop_down);

  if (field->form->updating || index == GTK_INVALID_LIST_POSITION)
    return;
  if (field->described->control == OCT_FORM_CHOICE)
    tell_number (field, index);
  else if (field->keys != NULL && index < g_strv_length (field->keys))
    tell_text (field, *field->keys[index] != '\0' ? field->keys[index] : NULL);
  else if (field->own != NULL)
    gtk_widget_grab_focus (field->own);
  if (field->own != NULL)
    gtk_widget_set_visible (field->own, index >= g_strv_length (field->keys));
}

static void
set_model (OctFormItem *field, const char *const *texts)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (texts);

  if (field->own != NULL)
    gtk_string_list_append (list, _("In your own words"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (field->widget), G_LIST_MODEL (list));
}

static void
setup_shown_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_shown_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (text));
}

/* The longest of what is offered doesn't make the form wide: what is chosen is cut short, and the list
 * says all of it. */
static void
keep_narrow (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (setup_shown_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (bind_shown_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, shown);
}

static void
make_choice (OctFormItem *field, const char *name)
{
  field->widget = gtk_drop_down_new (NULL, NULL);
  keep_narrow (GTK_DROP_DOWN (field->widget));
  g_signal_connect (field->widget, "notify::selected", G_CALLBACK (choice_cb), field);
  if (field->described->control == OCT_FORM_CHOICE)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      for (guint i = 0; field->field->choices[i].key != NULL; i++)
        gtk_string_list_append (
          list, *field->field->choices[i].text != '\0' ? _(field->field->choices[i].text) : "–");
      gtk_drop_down_set_model (GTK_DROP_DOWN (field->widget), G_LIST_MODEL (list));
    }
  oct_accessible_name_drop_down (GTK_DROP_DOWN (field->widget), name);
  if (field->described->control == OCT_FORM_OWN)
    field->own = make_entry (field, name);
}

static void
show_option (OctFormItem *field)
{
  const char *key = oct_record_get_text (field->form->record, field->field);
  guint n_keys = field->keys != NULL ? g_strv_length (field->keys) : 0;
  guint index = n_keys;

  for (guint i = 0; i < n_keys; i++)
    if (g_str_equal (field->keys[i], key != NULL ? key : ""))
      index = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (field->widget), index);
  if (field->own == NULL)
    return;
  gtk_widget_set_visible (field->own, index == n_keys);
  show_in_entry (field, field->own, index == n_keys ? key : "");
}

/* --- the others --- */

static void
day_cb (OctDayPicker *picker, int day, OctFormItem *field)
{
  tell_number (field, day);
}

static void
person_cb (OctPersonPicker *picker, const char *person_id, OctFormItem *field)
{
  tell_text (field, person_id);
}

static void
person_failed_cb (OctPersonPicker *picker, const char *message, OctFormItem *field)
{
  oct_record_form_fail (field->form, message);
}

static void
flag_cb (GtkCheckButton *button, OctFormItem *field)
{
  tell_number (field, gtk_check_button_get_active (button));
}

static void
prose_cb (OctJudgeText *text, OctFormItem *field)
{
  g_autofree char *said = g_strstrip (oct_judge_text_dup_text (text));

  tell_text (field, said);
}

static void
make_control (OctFormItem *field, const char *name)
{
  switch (field->described->control)
    {
    case OCT_FORM_PROSE:
      field->widget = oct_judge_text_new ();
      oct_judge_text_set_label (OCT_JUDGE_TEXT (field->widget), name);
      if (field->described->hint != NULL)
        oct_judge_text_set_question (OCT_JUDGE_TEXT (field->widget), _(field->described->hint));
      g_signal_connect (field->widget, "committed", G_CALLBACK (prose_cb), field);
      break;
    case OCT_FORM_CHOICE:
    case OCT_FORM_OPTIONS:
    case OCT_FORM_OWN:
      make_choice (field, name);
      break;
    case OCT_FORM_DAY:
      field->widget = oct_day_picker_new ();
      oct_day_picker_set_label (OCT_DAY_PICKER (field->widget), name);
      g_signal_connect (field->widget, "picked", G_CALLBACK (day_cb), field);
      break;
    case OCT_FORM_PERSON:
      field->widget = oct_person_picker_new (field->form->workbench);
      oct_person_picker_set_label (OCT_PERSON_PICKER (field->widget), name);
      g_signal_connect (field->widget, "picked", G_CALLBACK (person_cb), field);
      g_signal_connect (field->widget, "failed", G_CALLBACK (person_failed_cb), field);
      break;
    case OCT_FORM_FLAG:
      field->widget = gtk_check_button_new_with_label (name);
      g_signal_connect (field->widget, "toggled", G_CALLBACK (flag_cb), field);
      break;
    default:
      field->widget = make_entry (field, name);
    }
}

static GtkWidget *
make_row (OctFormItem *field, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *control = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 11);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (field->widget, TRUE);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_box_append (GTK_BOX (control), field->widget);
  if (field->own != NULL)
    gtk_box_append (GTK_BOX (control), field->own);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), control);

  return row;
}

OctFormItem *
oct_form_item_new (OctRecordForm *self, const OctRecordKind *kind, const OctFormField *described)
{
  OctFormItem *field = g_new0 (OctFormItem, 1);
  const char *name;

  field->form = self;
  field->described = described;
  field->field = oct_record_kind_find_field (kind, described->name);
  g_assert (field->field != NULL && field->field->label != NULL);
  name = _(field->field->label);
  make_control (field, name);
  gtk_box_append (GTK_BOX (self->box),
                  described->control == OCT_FORM_PROSE || described->control == OCT_FORM_FLAG
                    ? field->widget
                    : make_row (field, name));

  return field;
}

static const char *
read_text (OctFormItem *field)
{
  OctRecordForm *self = field->form;

  return self->reader != NULL ? self->reader (self->record, field->field->name, self->reader_data)
                              : oct_record_get_text (self->record, field->field);
}

static void
show_prose (OctFormItem *field)
{
  OctJudgeText *text = OCT_JUDGE_TEXT (field->widget);
  g_autofree char *shown = g_strstrip (oct_judge_text_dup_text (text));
  const char *said = read_text (field);

  /* Blanks around what is typed are the writer's own until they leave. */
  if (!g_str_equal (shown, said))
    oct_judge_text_set_text (text, said);
}

void
oct_form_item_show (OctFormItem *field)
{
  OctRecord *record = field->form->record;
  g_autofree char *text = NULL;

  switch (field->described->control)
    {
    case OCT_FORM_LINE:
      show_in_entry (field, field->widget, read_text (field));
      break;
    case OCT_FORM_PROSE:
      show_prose (field);
      break;
    case OCT_FORM_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (field->widget),
                                  (guint) oct_record_get_number (record, field->field));
      break;
    case OCT_FORM_OPTIONS:
    case OCT_FORM_OWN:
      show_option (field);
      break;
    case OCT_FORM_DAY:
      oct_day_picker_set_day (OCT_DAY_PICKER (field->widget),
                              (OctDate) oct_record_get_number (record, field->field));
      break;
    case OCT_FORM_PERSON:
      oct_person_picker_set_person (OCT_PERSON_PICKER (field->widget),
                                    oct_record_get_text (record, field->field));
      break;
    case OCT_FORM_DECIMAL:
      text = isnan (oct_record_get_decimal (record, field->field))
               ? g_strdup ("")
               : oct_decimal_to_key (oct_record_get_decimal (record, field->field));
      show_in_entry (field, field->widget, text);
      break;
    case OCT_FORM_MONEY:
      text = oct_record_get_number (record, field->field) == 0
               ? g_strdup ("")
               : oct_decimal_to_key ((double) oct_record_get_number (record, field->field) / 100);
      show_in_entry (field, field->widget, text);
      break;
    case OCT_FORM_FLAG:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (field->widget),
                                   oct_record_get_number (record, field->field) != 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
oct_form_item_set_options (OctFormItem *field, const char *const *keys, const char *const *texts)
{
  if (field->keys != NULL && g_strv_equal ((const char *const *) field->keys, keys))
    return;
  g_strfreev (field->keys);
  field->keys = g_strdupv ((char **) keys);
  field->form->updating = TRUE;
  set_model (field, texts);
  field->form->updating = FALSE;
}

void
oct_form_item_set_editable (OctFormItem *field, gboolean editable)
{
  if (field->described->control == OCT_FORM_PROSE)
    oct_judge_text_set_editable (OCT_JUDGE_TEXT (field->widget), editable);
  else
    gtk_widget_set_sensitive (field->widget, editable);
  if (field->own != NULL)
    gtk_widget_set_sensitive (field->own, editable);
}

void
oct_form_item_commit (OctFormItem *field)
{
  if (field->described->control == OCT_FORM_PROSE)
    oct_judge_text_commit (OCT_JUDGE_TEXT (field->widget));
  else
    commit_entry (field);
}
