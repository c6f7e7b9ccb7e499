/* The house of workspaces: what the list says of each, copies that travel, names, the trash, and backups
 * by date that can be gone back to. What the window does while one is read, and when an edit is undone.
 */
#include <string.h>

#include "oct-backups-page.h"
#include "oct-window.h"
#include "oct-workspaces-page.h"
#include "window-fixture.h"

#define LONG_NAME                                                                                  \
  "Hedgerow before the merger, as it was carried to the spring board of the trustees"

/* --- looking --- */

static void
wait_said (Fixture *fixture, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (fixture->said == NULL || strstr (fixture->said, text) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("Nobody said “%s”, but “%s”.", text, fixture->said);
      g_main_context_iteration (NULL, FALSE);
    }
  g_clear_pointer (&fixture->said, g_free);
}

static gboolean
says_only (GtkWidget *widget, const char *text)
{
  return says (widget, text) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static AdwMessageDialog *
wait_for_dialog (const char *heading)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  AdwMessageDialog *dialog;

  while ((dialog = find_dialog ()) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);

  return dialog;
}

static void
respond (AdwMessageDialog *dialog, const char *response)
{
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static void
wait_until_open (Fixture *fixture, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (g_strcmp0 (oct_workbench_get_name (fixture->workbench), name) != 0
         || oct_workbench_get_loading (fixture->workbench))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
open_workspaces (Fixture *fixture)
{
  open_page (fixture, OCT_TYPE_WORKSPACES_PAGE, "workspaces");
}

/* (transfer full): the path of a workspace's file. */
static char *
path_of (Fixture *fixture, const char *name)
{
  g_autofree char *folder = oct_workbench_get_folder (fixture->workbench);
  g_autofree char *file = g_strconcat (name, ".octant", NULL);

  return g_build_filename (folder, file, NULL);
}

/* --- the list --- */

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *damaged = path_of (fixture, "Spilt");

  g_assert_true (g_file_set_contents (damaged, "coffee", -1, NULL));
  open_workspaces (fixture);
  wait_for_text (fixture, "Hedgerow");
  wait_for_text (fixture, "Hedgerow Trust · 3 schools · changed ");
  wait_for_text (fixture, "Open now");
  wait_for_text (fixture, "Spilt");
  wait_for_text (fixture, "Restore a backup");
  /* What is damaged can't be opened or copied, but its backups are one step away. */
  g_assert_null (find_match (GTK_WIDGET (fixture->page), says_only, "Open"));
  click (wait_for_text (fixture, "Backups"));
  g_assert_cmpstr (fixture->gone, ==, "backups/Spilt");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_workspaces (fixture);
  wait_for_text (fixture, "No workspaces yet");
  click (wait_for_text (fixture, "New workspace…"));
  g_assert_cmpstr (fixture->gone, ==, "our-trust?begin=1");
}

/* Saved, opened beside itself, and back to the first by its button. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "carried.octantpack", NULL);

  open_workspaces (fixture);
  oct_workspaces_page_save_copy (OCT_WORKSPACES_PAGE (fixture->page), "Hedgerow", path);
  wait_said (fixture, "Saved a copy, with 0 files of evidence");
  oct_workspaces_page_open_copy (OCT_WORKSPACES_PAGE (fixture->page), path);
  wait_said (fixture, "Opened as “Hedgerow (copy)”");
  wait_until_open (fixture, "Hedgerow (copy)");
  settle (fixture);
  g_assert_cmpstr (fixture->gone, ==, "our-trust");
  wait_for_text (fixture, "Hedgerow (copy)");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "workspaces.open", "s", "Hedgerow");
  wait_until_open (fixture, "Hedgerow");
}

static void
test_bad_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.octantpack", NULL);
  AdwMessageDialog *dialog;

  g_assert_true (g_file_set_contents (path, "Dear chair,", -1, NULL));
  open_workspaces (fixture);
  oct_workspaces_page_open_copy (OCT_WORKSPACES_PAGE (fixture->page), path);
  dialog = wait_for_dialog ("The copy was not opened");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "“letter.octantpack”"));
  respond (dialog, "close");
  g_assert_cmpstr (oct_workbench_get_name (fixture->workbench), ==, "Hedgerow");
}

static void
rename_to (Fixture *fixture, const char *name)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "workspaces.rename", "s", "Hedgerow");
  dialog = wait_for_dialog ("Rename the workspace");
  entry = adw_message_dialog_get_extra_child (dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Hedgerow");
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "do"));
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  respond (dialog, "do");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog;

  open_workspaces (fixture);
  rename_to (fixture, "Hedge/row");
  dialog = wait_for_dialog ("The workspace was not renamed");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "slash"));
  respond (dialog, "close");
  rename_to (fixture, LONG_NAME);
  wait_until_open (fixture, LONG_NAME);
  wait_for_text (fixture, LONG_NAME);
  /* The open tag, two buttons and a name that wraps. */
  assert_fits (fixture);
}

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  open_workspaces (fixture);
  wait_for_text (fixture, "Open now");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "workspaces.trash", "s", "Hedgerow");
  respond (wait_for_dialog ("Move “Hedgerow” to the trash?"), "cancel");
  wait_for_text (fixture, "Open now");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "workspaces.trash", "s", "Hedgerow");
  respond (wait_for_dialog ("Move “Hedgerow” to the trash?"), "do");
  wait_said (fixture, "Moved to the trash");
  wait_for_text (fixture, "No workspaces yet");
  g_assert_null (oct_workbench_get_name (fixture->workbench));
}

/* --- backups --- */

static guint
count_backups (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (find_type (fixture, "GtkListBox"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog;
  guint n;

  open_page (fixture, OCT_TYPE_BACKUPS_PAGE, "backups/Hedgerow");
  click (wait_for_text (fixture, "Back up now"));
  wait_said (fixture, "Backed up");
  wait_for_text (fixture, "Made because somebody asked for it");
  n = count_backups (fixture);
  assert_fits (fixture);
  judge (fixture, school_id (fixture, 1), ELEMENT, "sustained", OCT_VIEW_OWN);
  g_assert_cmpint (oct_assessment_get_step (get_assessment (fixture), OCT_WHEN_NOW,
                                            school_id (fixture, 1), ELEMENT, OCT_VIEW_OWN),
                   ==, 4);
  /* The newest is what was just asked for. */
  click (wait_for_text (fixture, "Restore…"));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (dialog), "What it is now is backed up first"));
  respond (dialog, "do");
  wait_said (fixture, "Restored");
  wait_until_open (fixture, "Hedgerow");
  wait_for_text (fixture, "Made before an earlier backup was restored");
  g_assert_cmpuint (count_backups (fixture), ==, n + 1);
  g_assert_cmpint (oct_assessment_get_step (get_assessment (fixture), OCT_WHEN_NOW,
                                            school_id (fixture, 1), ELEMENT, OCT_VIEW_OWN),
                   ==, -1);
}

/* With the file beyond repair, from the list to its newest backup and on. */
static void
test_restore_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "Hedgerow");

  oct_workbench_close (fixture->workbench);
  g_assert_true (g_file_set_contents (path, "coffee", -1, NULL));
  open_page (fixture, OCT_TYPE_BACKUPS_PAGE, "backups/Hedgerow");
  click (wait_for_text (fixture, "Restore…"));
  respond (find_dialog (), "do");
  wait_said (fixture, "Restored");
  wait_until_open (fixture, "Hedgerow");
  g_assert_nonnull (get_assessment (fixture));
}

static void
test_no_backups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = oct_backups_page_make_location ("Nobody’s & none?");

  open_page (fixture, OCT_TYPE_BACKUPS_PAGE, location);
  wait_for_text (fixture, "Nobody’s & none?");
}

/* --- the window --- */

static void
open_window (Fixture *fixture)
{
  close_window (fixture);
  fixture->window = GTK_WIDGET (oct_window_new (NULL, fixture->session));
  oct_window_go (OCT_WINDOW (fixture->window), "our-trust");
  fixture->page = oct_window_get_page (OCT_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* The session once more, with its workspace still to be read. */
static void
begin_anew (Fixture *fixture)
{
  close_window (fixture);
  g_clear_object (&fixture->session);
  open_session (fixture);
}

static GtkWidget *
wait_for_octant (Fixture *fixture)
{
  return wait_for (fixture, is_of_type, "OctChartView");
}

static gboolean
page_has_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->page));
}

/* A page that is empty while the workspace is read gets the focus when it is filled … */
static void
test_focus_comes_late (Fixture *fixture, gconstpointer data)
{
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  begin_anew (fixture);
  open_window (fixture);
  g_assert_false (page_has_focus (fixture));
  wait_for_octant (fixture);
  g_assert_true (page_has_focus (fixture));
}

/* … unless somebody has gone elsewhere by then. */
static void
test_focus_is_not_stolen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *elsewhere;

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  begin_anew (fixture);
  open_window (fixture);
  g_assert_true (oct_workbench_get_loading (fixture->workbench));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  elsewhere = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (elsewhere);
  wait_for_octant (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == elsewhere);
}

static gboolean
begins (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Redo doesn't wait until the toast of undo has been read, nor the other way round. */
static void
test_steps_replace_each_other (Fixture *fixture, gconstpointer data)
{
  OctWindow *window;

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  open_window (fixture);
  window = OCT_WINDOW (fixture->window);
  for (guint i = 0; i < 4; i++)
    {
      gboolean redo = i % 2 == 1;

      oct_window_undo (window, redo);
      settle (fixture);
      g_assert_nonnull (find_match (fixture->window, begins, redo ? "Done again: " : "Undone: "));
      g_assert_null (find_match (fixture->window, begins, redo ? "Undone: " : "Done again: "));
    }
  /* Other news waits its turn, and is said. */
  oct_window_toast (window, "Something else", NULL);
  settle (fixture);
  g_assert_nonnull (find_match (fixture->window, begins, "Done again: "));
}

int
main (int argc, char *argv[])
{
  if (!fixture_init (&argc, &argv))
    return g_test_run ();

#define ADD(path, set_up, function)                                                                \
  g_test_add ("/ui/workspaces/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("the list says what each is, and what to do with a damaged one", set_up, test_list);
  ADD ("without one, it says how to begin", set_up_empty, test_empty);
  ADD ("a copy is saved and opened beside its original", set_up, test_copies);
  ADD ("what is no copy is refused with its reason", set_up, test_bad_copy);
  ADD ("the open one is renamed", set_up, test_rename);
  ADD ("the open one is thrown away", set_up, test_trash);
  ADD ("a backup is made and restored", set_up, test_restore);
  ADD ("a damaged workspace is restored", set_up, test_restore_damaged);
  ADD ("a name may hold anything", set_up, test_no_backups);
  ADD ("a page that is filled late gets the focus", set_up, test_focus_comes_late);
  ADD ("a focus that was moved stays", set_up, test_focus_is_not_stolen);
  ADD ("a step is said in place of the one before", set_up, test_steps_replace_each_other);
#undef ADD

  return g_test_run ();
}
