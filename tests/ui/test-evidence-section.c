/* The evidence for an element, on its page: a note, a link and a file are added, shown, taken away,
 * brought back by undo, and there again in a new session; what can't be added is said.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-element-page.h"
#include "oct-evidence-objects.h"
#include "oct-evidence-section.h"
#include "oct-judge-page.h"
#include "oct-personal-text.h"
#include "oct-window-input.h"
#include "oct-workbench-evidence.h"
#include "window-fixture.h"

static OctEvidenceSection *
section (Fixture *fixture)
{
  return OCT_EVIDENCE_SECTION (wait_for (fixture, is_of_type, "OctEvidenceSection"));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (is_of_type (window, "OctEvidenceDialog"))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_dialog (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *dialog;

  while ((dialog = find_dialog ()) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  return dialog;
}

static void
wait_for_no_dialog (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (find_dialog () != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_row_titled (GtkWidget *widget, const char *title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static void
press_keep (GtkWidget *dialog)
{
  GtkWidget *keep = GTK_WIDGET (
    gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "keep"));

  g_signal_emit_by_name (keep, "clicked");
}

static void
write_note (GtkWidget *dialog, const char *text)
{
  GObject *view = gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "text");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
add_note (Fixture *fixture, const char *text)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (section (fixture)), "evidence.add-note", NULL);
  dialog = wait_for_dialog ();
  write_note (dialog, text);
  press_keep (dialog);
  wait_for_no_dialog ();
}

static void
add_file (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList list = { .data = file };

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  oct_evidence_section_add_files (section (fixture), &list);
}

static void
detach (Fixture *fixture, const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (wait_for_text (fixture, name), GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *menu = GTK_WIDGET (gtk_widget_get_template_child (row, G_OBJECT_TYPE (row), "menu"));
  GMenuModel *model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (menu));
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (
    model, 1, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE_STRING);

  g_assert_true (gtk_widget_activate_action_variant (row, "evidence.detach", target));
}

/* --- what the section does --- */

static void
test_added_taken_away_and_back (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  wait_for_text (fixture, "Nothing yet.");
  add_note (fixture, "Every school has a coach.");
  wait_for_text (fixture, "Every school has a coach.");
  wait_until_gone (fixture, "Nothing yet.");
  add_file (fixture, "minutes.txt", "The board met.");
  wait_for_text (fixture, "minutes.txt");
  wait_for_text (fixture, "File · 14 bytes");

  detach (fixture, "minutes.txt");
  wait_until_gone (fixture, "minutes.txt");
  wait_for_text (fixture, "Every school has a coach.");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Took evidence away from Professional growth");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "minutes.txt");

  /* It stands at this element and no other. */
  oct_page_show (fixture->page, "element/6");
  wait_for_text (fixture, "Nothing yet.");
  wait_until_gone (fixture, "minutes.txt");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *url;

  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  gtk_widget_activate_action (GTK_WIDGET (section (fixture)), "evidence.add-link", NULL);
  dialog = wait_for_dialog ();
  url = find_match (dialog, is_row_titled, "Web address");
  g_assert_nonnull (url);
  gtk_editable_set_text (GTK_EDITABLE (url), "no address");
  press_keep (dialog);
  settle (fixture);
  g_assert_nonnull (find_match (dialog, says, "begins with https://"));
  gtk_editable_set_text (GTK_EDITABLE (url), "https://example.org/plan");
  press_keep (dialog);
  wait_for_no_dialog ();
  wait_for_text (fixture, "https://example.org/plan · ");
}

static void
test_a_record_about_one_person (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  add_file (fixture, "Disciplinary hearing.txt", "Words.");
  wait_for_text (fixture, "Disciplinary hearing.txt");
  wait_for_text (fixture,
                 oct_personal_text_to_warning (oct_text_looks_personal ("Disciplinary hearing")));
}

static void
test_what_cannot_be_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_build_filename (fixture->folder, "film.bin", NULL);
  FILE *file;

  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  add_file (fixture, "nowhere.txt", NULL);
  wait_for_text (fixture, "“nowhere.txt” was not added.");

  file = g_fopen (large, "wb");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, OCT_EVIDENCE_MAX_SIZE, SEEK_SET), ==, 0);
  fputc ('.', file);
  fclose (file);
  add_file (fixture, "film.bin", NULL);
  wait_for_text (fixture, "“film.bin” was not added.");
  wait_for_text (fixture, "Nothing yet.");

  /* The next one that goes well takes the message away. */
  add_file (fixture, "minutes.txt", "The board met.");
  wait_for_text (fixture, "minutes.txt");
  wait_until_gone (fixture, "was not added");
}

static void
test_edited_and_there_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *dialog;

  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  add_note (fixture, "A first draft.");
  row = gtk_widget_get_ancestor (wait_for_text (fixture, "A first draft."), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  dialog = wait_for_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (find_match (dialog, is_row_titled, "Name")), "Coaching");
  write_note (dialog, "Every school has a coach.");
  press_keep (dialog);
  wait_for_no_dialog ();
  wait_for_text (fixture, "Coaching");
  wait_until_gone (fixture, "A first draft.");

  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  open_session (fixture);
  settle (fixture);
  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  wait_for_text (fixture, "Coaching");
  wait_for_text (fixture, "Every school has a coach.");
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = oct_workbench_read_finish (OCT_WORKBENCH (source), result, &error);
  g_assert_no_error (error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = oct_workbench_read_finish (OCT_WORKBENCH (source), result, &error);
  g_assert_no_error (error);
}

/* What another program gets is a copy that can't be written, with the same content. */
static void
test_copy_for_a_viewer (Fixture *fixture, gconstpointer data)
{
  const OctEvidenceFilter all = { 0 };
  g_autoptr (GPtrArray) evidence = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autofree char *folder = NULL;
  GStatBuf status;

  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  add_file (fixture, "minutes.txt", "The board met.");
  wait_for_text (fixture, "minutes.txt");
  oct_workbench_read_evidence_async (fixture->workbench, &all, NULL, read_cb, &evidence);
  settle (fixture);
  g_assert_cmpuint (evidence->len, ==, 1);
  oct_workbench_copy_evidence_async (fixture->workbench, g_ptr_array_index (evidence, 0), NULL,
                                     copied_cb, &path);
  settle (fixture);
  g_assert_true (g_str_has_suffix (path, "minutes.txt"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "The board met.");
  folder = g_path_get_dirname (path);
  remove_folder (folder);
}

static void
test_binder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_build_filename (fixture->folder, "binders", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *index = NULL;

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/5");
  add_note (fixture, "Every school has a coach.");
  wait_for_text (fixture, "Every school has a coach.");
  oct_evidence_section_save_binder (section (fixture), parent);
  while (fixture->said == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  dir = g_dir_open (parent, 0, NULL);
  index = g_build_filename (parent, g_dir_read_name (dir), "index.html", NULL);
  g_assert_true (g_file_test (index, G_FILE_TEST_IS_REGULAR));
  g_assert_nonnull (strstr (fixture->said, "Saved the evidence binder as "));
}

/* Where a school is judged its evidence is added and shown, by keys and without leaving. */
static void
test_on_the_judge_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *school = g_strdup_printf ("judge/%s?element=" ELEMENT, school_id (fixture, 1));
  g_autofree char *other = g_strdup_printf ("judge/%s?element=" ELEMENT, school_id (fixture, 2));
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *popover;
  GtkWidget *add;

  open_page (fixture, OCT_TYPE_JUDGE_PAGE, school);
  wait_for_text (fixture, "Nothing yet. Drop files here");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "judge.add-evidence", NULL);
  add = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (section (fixture)),
                                                   OCT_TYPE_EVIDENCE_SECTION, "add"));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (add)));
  while (!gtk_widget_get_visible (popover))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  gtk_menu_button_popdown (GTK_MENU_BUTTON (add));
  add_note (fixture, "Seen in Birch.");
  wait_for_text (fixture, "Seen in Birch.");
  settle (fixture);
  g_assert_null (fixture->gone);

  /* Another school has none of it. */
  oct_page_show (fixture->page, other);
  wait_until_gone (fixture, "Seen in Birch.");
  oct_page_show (fixture->page, school);
  wait_for_text (fixture, "Seen in Birch.");
}

/* Waits until @widget is what is found in its own middle. */
static gboolean
imports_at (GtkWidget *window, GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *picked = NULL;
  double x = 0;
  double y = 0;

  while (picked == NULL || !(picked == widget || gtk_widget_is_ancestor (picked, widget)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      gtk_widget_translate_coordinates (widget, window, gtk_widget_get_width (widget) / 2.0,
                                        gtk_widget_get_height (widget) / 2.0, &x, &y);
      picked = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
    }

  return oct_window_input_imports_at (window, x, y);
}

/* Files over the section are its own: the window doesn't say that it would import them. */
static void
test_window_leaves_files_to_it (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *evidence = g_object_new (OCT_TYPE_EVIDENCE_SECTION, NULL);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), evidence);
  gtk_window_set_child (GTK_WINDOW (window), box);
  oct_evidence_section_load (OCT_EVIDENCE_SECTION (evidence), fixture->workbench, NULL, ELEMENT);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (imports_at (window, evidence));
  /* An entry takes texts that are dropped on it, and no files. */
  g_assert_true (imports_at (window, entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/evidence/undo", test_added_taken_away_and_back },
    { "/evidence/link", test_link },
    { "/evidence/personal", test_a_record_about_one_person },
    { "/evidence/refused", test_what_cannot_be_added },
    { "/evidence/kept", test_edited_and_there_again },
    { "/evidence/copy", test_copy_for_a_viewer },
    { "/evidence/binder", test_binder },
    { "/evidence/judging", test_on_the_judge_page },
    { "/evidence/hint", test_window_leaves_files_to_it },
  };

  if (fixture_init (&argc, &argv))
    {
      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
