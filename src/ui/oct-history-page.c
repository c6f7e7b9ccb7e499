/* The history of the workspace; see the header.
 *
 * Edits are read in pages of 200, older ones on request, so that a long history is as quick as a
 * short one; a search goes through all of it on the workbench's thread. After each edit, also one
 * of another window, what is shown is read again.
 */

#include "oct-history-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-edit-row.h"
#include "oct-edit-search.h"
#include "oct-location.h"

/* Edits that are read at once. */
#define PAGE 60 /* a list makes the rows of all of them at once */

struct _OctHistoryPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkDropDown *person_drop;
  GtkDropDown *subject_drop;
  GtkButton *undo;
  GtkLabel *undo_label;
  GtkButton *redo;
  GtkLabel *redo_label;
  GtkListView *list;
  GtkNoSelection *selection;
  GtkWidget *foot;
  GtkLabel *count;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;

  /* owned */
  GListStore *entries;
  GSignalGroup *workbench_signals;
  GCancellable *cancellable;
  GPtrArray *people;   /* of ids, as the drop down has them; the first is NULL */
  GPtrArray *subjects; /* the same */
  char *person_id;
  char *subject;
  char *text;

  guint limit;       /* of the reading that is under way */
  gboolean adding;   /* it reads older ones than those that are shown */
  gboolean updating; /* the drop downs are being set by us */
};

G_DEFINE_FINAL_TYPE (OctHistoryPage, oct_history_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctHistoryPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* --- the filter and its location --- */

static void
read_location (OctHistoryPage *self, const char *location)
{
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *text = g_hash_table_lookup (values, "q");

  g_free (self->person_id);
  self->person_id = g_strdup (g_hash_table_lookup (values, "person"));
  g_free (self->subject);
  self->subject = g_strdup (g_hash_table_lookup (values, "subject"));
  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
}

static void
write_location (OctHistoryPage *self)
{
  g_autoptr (GString) location = g_string_new ("history");

  if (self->person_id != NULL)
    oct_location_append (location, "person", self->person_id);
  if (self->subject != NULL)
    oct_location_append (location, "subject", self->subject);
  if (*self->text != '\0')
    oct_location_append (location, "q", self->text);
  oct_page_set_location (OCT_PAGE (self), location->str);
}

static void
append_choice (GPtrArray *ids, GtkStringList *names, const char *id, const char *name)
{
  g_ptr_array_add (ids, g_strdup (id));
  gtk_string_list_append (names, name);
}

static void
set_choices (GtkDropDown *drop, GPtrArray *ids, GtkStringList *names, const char *chosen)
{
  gtk_drop_down_set_model (drop, G_LIST_MODEL (names));
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (ids, i), chosen) == 0)
      gtk_drop_down_set_selected (drop, i);
}

static void
show_filter (OctHistoryPage *self, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) people = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) subjects = gtk_string_list_new (NULL);
  GPtrArray *persons = oct_assessment_get_people (assessment);
  GPtrArray *schools = oct_assessment_get_schools (assessment);

  g_ptr_array_set_size (self->people, 0);
  append_choice (self->people, people, NULL, _("Everybody"));
  for (guint i = 0; i < persons->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (persons, i);

      append_choice (self->people, people, person->id, oct_person_to_text (person));
    }
  g_ptr_array_set_size (self->subjects, 0);
  append_choice (self->subjects, subjects, NULL, _("Trust and schools"));
  append_choice (self->subjects, subjects, "trust", _("The trust alone"));
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      append_choice (self->subjects, subjects, school->id, school->name);
    }
  self->updating = TRUE;
  set_choices (self->person_drop, self->people, people, self->person_id);
  set_choices (self->subject_drop, self->subjects, subjects, self->subject);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text);
  self->updating = FALSE;
}

/* --- reading --- */

static gint64
get_last_seq (OctHistoryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr (OctEditEntry) last = NULL;

  if (n == 0)
    return 0;
  last = g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1);

  return oct_edit_entry_get_record (last)->seq;
}

static void
show_empty (OctHistoryPage *self)
{
  gboolean filtered = self->person_id != NULL || self->subject != NULL || *self->text != '\0';

  adw_status_page_set_title (self->empty_page, filtered ? _("No such edits") : _("No edits yet"));
  adw_status_page_set_description (
    self->empty_page,
    filtered ? _("Nothing was done that fits what you chose above.")
             : _("Whatever is judged, planned or changed in this workspace stands here: when, by "
                 "whom, and what it said before."));
}

static void
show_count (OctHistoryPage *self, gboolean more)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autofree char *count = NULL;

  count = g_strdup_printf (ngettext ("The newest edit", "The newest %'u edits", n), n);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->foot, more);
}

/* The day stands above the first edit of each. */
static GPtrArray *
make_entries (GPtrArray *records, int day)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (records, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      OctEditEntry *entry = oct_edit_entry_new (g_ptr_array_index (records, i));

      oct_edit_entry_set_begins_day (entry, oct_edit_entry_get_day (entry) != day);
      day = oct_edit_entry_get_day (entry);
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

static void
show_records (OctHistoryPage *self, GPtrArray *records)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr (OctEditEntry) last = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean more = records->len > self->limit;

  if (more)
    g_ptr_array_set_size (records, (int) self->limit);
  if (self->adding && n > 0)
    last = g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1);
  entries = make_entries (records, last != NULL ? oct_edit_entry_get_day (last) : 0);
  if (last != NULL)
    g_list_store_splice (self->entries, n, 0, entries->pdata, entries->len);
  else
    g_list_store_splice (self->entries, 0, n, entries->pdata, entries->len);
  show_count (self, more);
  show_empty (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  oct_page_show_part (self->stack, n > 0 ? "list" : "empty");
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctHistoryPage) self = OCT_HISTORY_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                             &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || oct_workbench_get_assessment (OCT_WORKBENCH (source)) == NULL)
    return;
  if (records != NULL)
    {
      show_records (self, records);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  oct_page_show_part (self->stack, "error");
}

/* @more: older ones than those that are shown; else the newest, as many as were shown. */
static void
read_edits (OctHistoryPage *self, gboolean more)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  OctHistoryFilter filter = { .person_id = self->person_id, .subject = self->subject };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->adding = more;
  self->limit = more ? PAGE : MAX (n, PAGE);
  filter.before_seq = more ? get_last_seq (self) : 0;
  /* One more than is shown tells whether there are more. */
  filter.limit = self->limit + 1;
  if (*self->text != '\0')
    oct_edit_search_async (get_workbench (self), &filter, self->text, self->cancellable, records_cb,
                           g_object_ref (self));
  else
    oct_workbench_read_history_async (get_workbench (self), &filter, self->cancellable, records_cb,
                                      g_object_ref (self));
}

/* --- undo and redo --- */

/* @text: (transfer full) (nullable): what the button would take. */
static void
show_step (GtkButton *button, GtkLabel *label, char *text)
{
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (button)), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_free (text);
}

static void
show_steps (OctHistoryPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const char *undo = oct_workbench_get_undo_sentence (workbench);
  const char *redo = oct_workbench_get_redo_sentence (workbench);

  show_step (self->undo, self->undo_label,
             /* Translators: %s is what was done, such as "Judged Improvement of …". */
             undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : NULL);
  show_step (self->redo, self->redo_label,
             /* Translators: %s is what was done, such as "Judged Improvement of …". */
             redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : NULL);
}

static void
update (OctHistoryPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);

  show_steps (self);
  if (oct_workbench_get_loading (workbench))
    {
      oct_page_show_part (self->stack, "loading");
      return;
    }
  if (assessment == NULL)
    {
      g_list_store_remove_all (self->entries);
      oct_page_show_part (self->stack, "blank");
      return;
    }
  show_filter (self, assessment);
  read_edits (self, FALSE);
}

/* --- callbacks --- */

static void
filter_changed (OctHistoryPage *self)
{
  write_location (self);
  g_list_store_remove_all (self->entries);
  read_edits (self, FALSE);
}

static void
selected_cb (OctHistoryPage *self)
{
  guint person = gtk_drop_down_get_selected (self->person_drop);
  guint subject = gtk_drop_down_get_selected (self->subject_drop);

  if (self->updating || person >= self->people->len || subject >= self->subjects->len)
    return;
  g_free (self->person_id);
  self->person_id = g_strdup (g_ptr_array_index (self->people, person));
  g_free (self->subject);
  self->subject = g_strdup (g_ptr_array_index (self->subjects, subject));
  filter_changed (self);
}

static void
search_changed_cb (OctHistoryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->updating || g_str_equal (text, self->text)
      || oct_workbench_get_assessment (get_workbench (self)) == NULL)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  filter_changed (self);
}

static void
more_cb (OctHistoryPage *self)
{
  read_edits (self, TRUE);
}

static void
activate_cb (OctHistoryPage *self, guint position)
{
  g_autoptr (OctEditEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  const char *location = entry != NULL ? oct_edit_entry_get_record (entry)->location : NULL;

  if (location != NULL && *location != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, oct_edit_row_new ());
}

static void
bind_row_cb (OctHistoryPage *self, GtkListItem *item)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctEditEntry *entry = OCT_EDIT_ENTRY (gtk_list_item_get_item (item));
  g_autofree char *name = NULL;

  if (assessment == NULL)
    return;
  name = oct_edit_row_describe (entry, assessment);
  oct_edit_row_set (OCT_EDIT_ROW (gtk_list_item_get_child (item)), entry, assessment);
  oct_accessible_name_row (item, name);
}

/* --- class --- */

static void
oct_history_page_show_location (OctPage *page, const char *location)
{
  OctHistoryPage *self = OCT_HISTORY_PAGE (page);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_page_set_title (page, _("History"));
  read_location (self, location);
  g_list_store_remove_all (self->entries);
  update (self);
}

static gboolean
oct_history_page_focus_search (OctPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_HISTORY_PAGE (page)->entry));
}

static void
oct_history_page_dispose (GObject *object)
{
  OctHistoryPage *self = OCT_HISTORY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (oct_history_page_parent_class)->dispose (object);
}

static void
oct_history_page_finalize (GObject *object)
{
  OctHistoryPage *self = OCT_HISTORY_PAGE (object);

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->subjects);
  g_free (self->person_id);
  g_free (self->subject);
  g_free (self->text);

  G_OBJECT_CLASS (oct_history_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, person_drop);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, subject_drop);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, undo);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, undo_label);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, redo);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, redo_label);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, foot);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, OctHistoryPage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
oct_history_page_class_init (OctHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_history_page_finalize;
  page_class->show = oct_history_page_show_location;
  page_class->focus_search = oct_history_page_focus_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-history-page.ui");
  bind_template (widget_class);
}

static void
oct_history_page_init (OctHistoryPage *self)
{
  self->people = g_ptr_array_new_with_free_func (g_free);
  self->subjects = g_ptr_array_new_with_free_func (g_free);
  self->text = g_strdup ("");
  self->entries = g_list_store_new (OCT_TYPE_EDIT_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  oct_accessible_name_drop_down (self->person_drop, _("Who"));
  oct_accessible_name_drop_down (self->subject_drop, _("What it is about"));

  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::undo-sentence",
                                  G_CALLBACK (show_steps), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::redo-sentence",
                                  G_CALLBACK (show_steps), self);
}
