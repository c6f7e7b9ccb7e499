/* The page of practices; see the header. Practices are few and their words short, so each key press
 * asks them all; the rows are made again with what is found.
 */

#include "oct-practices-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-chart-view.h"
#include "oct-knowledge-dialogs.h"
#include "oct-location.h"
#include "oct-knowledge-pictures.h"
#include "oct-practice-file.h"
#include "oct-practice-text.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-workbench-knowledge.h"
#include "oct-wrap-box.h"

struct _OctPracticesPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *count;
  GtkSearchEntry *search;
  GtkDropDown *show;
  GtkDropDown *element;
  GtkStringList *elements;
  GtkListBox *list;
  GtkLabel *nothing;
  OctSection *picture_section;
  OctChartView *picture;

  /* owned */
  GSignalGroup *workbench_signals;
  GPtrArray *keys; /* of the elements to choose from, as they are listed after "all" */
  char *wanted;    /* (nullable): the element that the location names */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctPracticesPage, oct_practices_page, OCT_TYPE_PAGE)

enum
{
  SHOW_ALL,
  SHOW_USED,
  SHOW_UNUSED,
  SHOW_RETIRED,
};

static const char *const show_keys[] = { "", "used", "unused", "retired", NULL };

static OctWorkbench *
get_workbench (OctPracticesPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* (nullable): the element that is chosen; none for all of them. */
static const char *
get_element (OctPracticesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->element);

  return selected > 0 && selected <= self->keys->len ? g_ptr_array_index (self->keys, selected - 1)
                                                     : NULL;
}

static gboolean
is_shown (OctPracticesPage *self, OctPlanBook *book, const OctPractice *practice)
{
  gboolean used =
    oct_plan_book_get_children (book, &oct_practice_use_kind, practice->record.id)->len > 0;
  guint show = gtk_drop_down_get_selected (self->show);
  const char *element = get_element (self);

  if (element != NULL && !oct_practice_is_of_element (book, practice, element))
    return FALSE;
  if (practice->retired != (show == SHOW_RETIRED))
    return FALSE;
  if ((show == SHOW_USED && !used) || (show == SHOW_UNUSED && used))
    return FALSE;

  return oct_practice_matches (book, practice, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* (transfer container): the practices that search and filter leave. */
static GPtrArray *
find_practices (OctPracticesPage *self, OctPlanBook *book)
{
  GPtrArray *all = oct_plan_book_get_all (book, &oct_practice_kind), *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      if (is_shown (self, book, g_ptr_array_index (all, i)))
        g_ptr_array_add (found, g_ptr_array_index (all, i));
    }

  return found;
}

/* --- the list --- */

static GtkWidget *
make_row (OctPlanBook *book, const OctPractice *practice)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *used = oct_practice_describe_uses (book, practice->record.id);
  /* Translators: where a practice was taken over from, such as another trust, and who uses it. */
  g_autofree char *uses = *practice->source != '\0'
                            ? g_strdup_printf (_("From %s · %s"), practice->source, used)
                            : g_strdup (used);
  g_autofree char *subtitle = *practice->what != '\0'
                                ? g_strdup_printf ("%s\n%s", practice->what, uses)
                                : g_strdup (uses);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_object_set (row, "use-markup", FALSE, "title", practice->title, "subtitle", subtitle,
                "subtitle-lines", 3, "activatable", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data_full (G_OBJECT (row), "practice", g_strdup (practice->record.id), g_free);

  return row;
}

static void
show_list (OctPracticesPage *self, OctPlanBook *book)
{
  g_autoptr (GPtrArray) found = find_practices (self, book);
  g_autofree char *text = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, make_row (book, g_ptr_array_index (found, i)));
  text = g_strdup_printf (ngettext ("%u practice", "%u practices", found->len), found->len);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), found->len == 0);
}

static void
show_picture (OctPracticesPage *self, OctAssessment *assessment, OctPlanBook *book)
{
  g_autoptr (OctChart) chart = oct_picture_practices (assessment, book);

  gtk_widget_set_visible (GTK_WIDGET (self->picture_section), oct_chart_n_data (chart) > 0);
  oct_chart_view_set_chart (self->picture, chart);
}

/* Those of the newest framework; the one that is chosen, or that the location names, stays chosen. */
static void
show_elements (OctPracticesPage *self, OctAssessment *assessment)
{
  GPtrArray *elements = oct_framework_get_elements (
    oct_assessment_get_newest_framework (assessment));
  g_autofree char *chosen = g_strdup (self->wanted != NULL ? self->wanted : get_element (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->elements));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  self->updating = TRUE;
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (names, g_strdup (_("All elements")));
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      g_ptr_array_add (self->keys, g_strdup (element->key));
      g_ptr_array_add (names, g_strdup_printf ("%u  %s", element->number, element->short_name));
      if (g_strcmp0 (element->key, chosen) == 0)
        selected = i + 1;
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->elements, 0, n, (const char *const *) names->pdata);
  gtk_drop_down_set_selected (self->element, selected);
  g_clear_pointer (&self->wanted, g_free);
  self->updating = FALSE;
}

static void
update (OctPracticesPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  gboolean ready = assessment != NULL && book != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "practices.add", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "practices.take", ready);
  if (!ready)
    {
      oct_page_show_part (self->stack, assessment == NULL ? "empty" : "loading");
      return;
    }
  if (oct_plan_book_get_all (book, &oct_practice_kind)->len == 0)
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  show_elements (self, assessment);
  show_list (self, book);
  show_picture (self, assessment, book);
  oct_page_show_part (self->stack, "ready");
}

/* --- callbacks --- */

static void
note_location (OctPracticesPage *self)
{
  g_autoptr (GString) location = g_string_new ("practices");
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint show = gtk_drop_down_get_selected (self->show);

  if (*words != '\0')
    oct_location_append (location, "q", words);
  if (show != SHOW_ALL && show < G_N_ELEMENTS (show_keys) - 1)
    oct_location_append (location, "show", show_keys[show]);
  if (get_element (self) != NULL)
    oct_location_append (location, "element", get_element (self));
  oct_page_set_location (OCT_PAGE (self), location->str);
}

static void
filter_cb (OctPracticesPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));

  if (self->updating || book == NULL)
    return;
  show_list (self, book);
  note_location (self);
}

static void
go_to_practice (OctPracticesPage *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("practice/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
row_cb (OctPracticesPage *self, GtkListBoxRow *row)
{
  go_to_practice (self, g_object_get_data (G_OBJECT (row), "practice"));
}

static void
activated_cb (OctPracticesPage *self, const char *id)
{
  go_to_practice (self, id);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_practice_dialog_open (widget, get_workbench (OCT_PRACTICES_PAGE (widget)), NULL);
}

/* --- from a file --- */

static GtkWindow *
get_window (OctPracticesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
say_problem (OctPracticesPage *self, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self),
                                              _("These practices can’t be taken over"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPracticesPage) self = OCT_PRACTICES_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    say_problem (self, error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, OctPracticesPage *self)
{
  GPtrArray *practices = g_object_get_data (G_OBJECT (dialog), "practices");

  if (g_str_equal (response, "take") && oct_workbench_get_plans (get_workbench (self)) != NULL)
    oct_workbench_take_practices_async (get_workbench (self), practices, taken_cb,
                                        g_object_ref (self));
}

void
oct_practices_page_offer (OctPracticesPage *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) practices = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);
  GtkWidget *dialog;

  g_return_if_fail (OCT_IS_PRACTICES_PAGE (self));

  practices = oct_practice_file_parse (bytes, &error);
  if (practices == NULL || practices->len == 0)
    {
      say_problem (self, error != NULL ? error->message : _("The file has no practice in it."));
      return;
    }
  for (guint i = 0; i < practices->len; i++)
    {
      const OctPractice *practice = g_ptr_array_index (practices, i);

      /* Translators: the title of a practice, the trust it is from. */
      g_string_append_printf (titles, _("“%s”, from %s"), practice->title, practice->source);
      g_string_append (titles, i + 1 < practices->len ? "\n" : "");
    }
  dialog = adw_message_dialog_new (get_window (self), _("Take these practices over?"), titles->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "take",
                                    _("_Take over"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "take");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "practices", g_steal_pointer (&practices),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPracticesPage) self = OCT_PRACTICES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                               &error);

  if (bytes != NULL)
    oct_practices_page_offer (self, bytes);
  else
    say_problem (self, error->message);
}

/* One byte more than may be, so that the reader sees that a file is too long. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPracticesPage) self = OCT_PRACTICES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream != NULL)
    g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), OCT_PRACTICE_FILE_MAX_BYTES + 1,
                                     G_PRIORITY_DEFAULT, NULL, read_cb, g_object_ref (self));
  else
    say_problem (self, error->message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, OctPracticesPage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, g_object_ref (self));
  g_object_unref (dialog);
}

static void
take_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  dialog = gtk_file_chooser_native_new (_("Take over practices"),
                                        get_window (OCT_PRACTICES_PAGE (widget)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_file_filter_set_name (filter, _("Octant practices"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- to a file --- */

typedef struct
{
  char *practices;
  GBytes *table;
} Saved;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_free (saved->practices);
  g_bytes_unref (saved->table);
  g_free (saved);
}

/* For another trust, or a table for a spreadsheet, by the name that was chosen. */
static gboolean
write_practices (const char *path, gpointer data, GError **error)
{
  const Saved *saved = data;
  gsize size = 0;
  const char *table = g_bytes_get_data (saved->table, &size);
  g_autofree char *name = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (name, ".json"))
    return g_file_set_contents (path, saved->practices, -1, error);

  return g_file_set_contents (path, table, (gssize) size, error);
}

static void
oct_practices_page_export (OctPage *page)
{
  static const OctSaveKind kinds[] = { { N_("Table (CSV)"), "*.csv" },
                                       { N_("For another trust (Octant practices)"), "*.json" },
                                       { NULL, NULL } };
  OctPracticesPage *self = OCT_PRACTICES_PAGE (page);
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *file_name = NULL;
  Saved *saved;

  if (assessment == NULL || book == NULL)
    return;
  found = find_practices (self, book);
  saved = g_new0 (Saved, 1);
  saved->practices = oct_practice_file_format (found, oct_assessment_get_trust (assessment)->name);
  saved->table = oct_practices_to_csv (assessment, book, found);
  file_name = oct_save_file_name (_("Practices"), "csv");
  oct_save_ask (GTK_WIDGET (self), _("Save the practices"), file_name, kinds, write_practices,
                saved, saved_free);
}

static void
oct_practices_page_print (OctPage *page)
{
  OctChart *chart = oct_chart_view_get_chart (OCT_PRACTICES_PAGE (page)->picture);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (page), chart, oct_page_get_title (page));
}

/* --- class --- */

static void
oct_practices_page_show_location (OctPage *page, const char *location)
{
  OctPracticesPage *self = OCT_PRACTICES_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *words = g_hash_table_lookup (values, "q");
  const char *show = g_hash_table_lookup (values, "show");
  const char *element = g_hash_table_lookup (values, "element");

  oct_page_set_title (page, _("Practices"));
  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), words != NULL ? words : "");
  for (guint i = 0; show_keys[i] != NULL; i++)
    {
      if (g_str_equal (show_keys[i], show != NULL ? show : ""))
        gtk_drop_down_set_selected (self->show, i);
    }
  g_free (self->wanted);
  self->wanted = g_strdup (element != NULL ? element : "");
  self->updating = FALSE;
  update (self);
}

static gboolean
oct_practices_page_focus_search (OctPage *page)
{
  OctPracticesPage *self = OCT_PRACTICES_PAGE (page);

  return gtk_widget_get_mapped (GTK_WIDGET (self->search))
         && gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
oct_practices_page_dispose (GObject *object)
{
  OctPracticesPage *self = OCT_PRACTICES_PAGE (object);

  self->updating = TRUE;
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (oct_practices_page_parent_class)->dispose (object);
}

static void
oct_practices_page_class_init (OctPracticesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_practices_page_dispose;
  page_class->show = oct_practices_page_show_location;
  page_class->focus_search = oct_practices_page_focus_search;
  page_class->export_ = oct_practices_page_export;
  page_class->print = oct_practices_page_print;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-practices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, search);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, show);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, element);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, elements);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, picture_section);
  gtk_widget_class_bind_template_child (widget_class, OctPracticesPage, picture);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "practices.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "practices.take", NULL, take_cb);
}

static void
oct_practices_page_init (OctPracticesPage *self)
{
  self->updating = TRUE;
  self->keys = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->show, _("Which practices"));
  self->updating = FALSE;
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
}
