/* The page of schools, worked in a window of its own: what is typed is found, filters combine,
 * columns and order follow, and the location brings all of it back.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-filter-chips.h"
#include "oct-filter-near.h"
#include "oct-filter-sidebar.h"
#include "oct-filter-since.h"
#include "oct-print.h"
#include "oct-school-list.h"
#include "oct-schools-location.h"
#include "oct-schools-page.h"
#include "oct-table-header.h"

typedef struct
{
  char *folder;
  OctSession *session;
  GtkWidget *window;
  OctPage *page;
  OctSchoolTable *table;
  GtkEditable *entry;
  char *gone; /* where the page wanted to go */
} Fixture;

/* The pictures and templates of the program; naming them links them in. */
extern GResource *oct_ui_get_resource (void);

/* A window that takes the page's "win.go" and "win.toast". */
#define TEST_TYPE_WINDOW (test_window_get_type ())
G_DECLARE_FINAL_TYPE (TestWindow, test_window, TEST, WINDOW, GtkWindow)

struct _TestWindow
{
  GtkWindow parent_instance;

  Fixture *fixture;
};

G_DEFINE_FINAL_TYPE (TestWindow, test_window, GTK_TYPE_WINDOW)

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Fixture *fixture = TEST_WINDOW (widget)->fixture;

  g_free (fixture->gone);
  fixture->gone = g_variant_dup_string (parameter, NULL);
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
}

static void
test_window_class_init (TestWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
}

static void
test_window_init (TestWindow *self)
{
}

/* Fixture */

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
import_fixture (Fixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures",
                                                 "edubasealldata20250121.csv", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (OctJob) job = oct_session_import (fixture->session, paths, OCT_DATE_UNKNOWN);

  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  g_assert_nonnull (oct_session_get_register (fixture->session));
}

static void
open_page (Fixture *fixture, const char *location)
{
  fixture->window = g_object_new (TEST_TYPE_WINDOW, "default-width", 1200, "default-height", 700,
                                  NULL);
  TEST_WINDOW (fixture->window)->fixture = fixture;
  fixture->page = g_object_new (OCT_TYPE_SCHOOLS_PAGE, "session", fixture->session, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  fixture->table = oct_schools_page_get_table (OCT_SCHOOLS_PAGE (fixture->page));
  fixture->entry = GTK_EDITABLE (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY));
  gtk_window_present (GTK_WINDOW (fixture->window));
  oct_page_show (fixture->page, location);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer import)
{
  fixture->folder = g_dir_make_tmp ("octant-list-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->session = oct_session_new (fixture->folder);
  oct_session_open (fixture->session, NULL);
  if (import != NULL)
    import_fixture (fixture);
  open_page (fixture, "schools");
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer import)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (page);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->gone, g_free);
}

/* What is on the screen */

static const char *
get_count (Fixture *fixture)
{
  GtkWidget *count = find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_INSCRIPTION);

  return gtk_inscription_get_text (GTK_INSCRIPTION (count));
}

static char *
get_name (Fixture *fixture, guint position)
{
  g_autoptr (OctSchool) school = NULL;

  oct_drawn_table_set_position (OCT_DRAWN_TABLE (fixture->table), position);
  school = oct_drawn_table_get_item (OCT_DRAWN_TABLE (fixture->table));
  return school != NULL ? g_strdup (oct_school_get_name (school)) : NULL;
}

static void
assert_first (Fixture *fixture, const char *name)
{
  g_autofree char *first = get_name (fixture, 0);

  g_assert_cmpstr (first, ==, name);
}

static gboolean
has_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), label)
      && gtk_widget_get_mapped (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_button (child, label))
        return TRUE;
    }
  return FALSE;
}

/* Tests */

static void
test_only_open_schools_at_first (Fixture *fixture, gconstpointer data)
{
  const char *count = get_count (fixture);
  g_autofree char *all = NULL;

  g_assert_true (g_str_has_suffix (count, " schools"));
  all = g_strdup (count);
  oct_page_show (fixture->page, "schools?status=all");
  g_assert_cmpint (g_ascii_strtoll (get_count (fixture), NULL, 10), ==, 69);
  g_assert_cmpint (g_ascii_strtoll (all, NULL, 10), <, 69);
  gtk_editable_set_text (fixture->entry, "john smeaton community");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 69 schools");
}

static void
test_typing_finds (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->entry, "st pauls girls");
  assert_first (fixture, "St Paul's Girls' School");
  gtk_editable_set_text (fixture->entry, "ecole francaise");
  assert_first (fixture, "Ecole Française de Londres Jacques Prévert");
  gtk_editable_set_text (fixture->entry, "ls27 8");
  assert_first (fixture, "Morley Newlands Academy");
  gtk_editable_set_text (fixture->entry, "136392");
  assert_first (fixture, "The Morley Academy");
  gtk_editable_set_text (fixture->entry, "nothing is called this");
  g_assert_false (has_button (GTK_WIDGET (fixture->page), "Search closed schools too"));
}

static void
test_enter_opens_the_first (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->entry, "morley newlands");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (fixture->gone, ==, "school/141797");

  /* Back leads to the search, since going away wrote it into the location. */
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "schools?q=morley%20newlands");
}

static void
test_arrow_keys_walk (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  gboolean handled;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->table));
  g_assert_cmpuint (oct_drawn_table_get_position (OCT_DRAWN_TABLE (fixture->table)), ==, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (fixture->table)));
  g_signal_emit_by_name (fixture->table, "move", GTK_MOVEMENT_DISPLAY_LINES, 1, &handled);
  g_assert_cmpuint (oct_drawn_table_get_position (OCT_DRAWN_TABLE (fixture->table)), ==, 1);
  g_signal_emit_by_name (fixture->table, "move", GTK_MOVEMENT_BUFFER_ENDS, 1, &handled);
  g_assert_cmpuint (oct_drawn_table_get_position (OCT_DRAWN_TABLE (fixture->table)), >, 20);
  g_signal_emit_by_name (fixture->table, "move", GTK_MOVEMENT_BUFFER_ENDS, -1, &handled);
  g_signal_emit_by_name (fixture->table, "move", GTK_MOVEMENT_DISPLAY_LINES, -1, &handled);

  /* Up from the first row leads back to the search. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (fixture->entry)));
}

static void
test_filters_combine_and_clear (Fixture *fixture, gconstpointer data)
{
  oct_page_show (fixture->page, "schools?la=383&phase=secondary");
  settle ();
  g_assert_true (has_button (GTK_WIDGET (fixture->page), "Secondary"));
  g_assert_true (has_button (GTK_WIDGET (fixture->page), "Leeds"));
  g_assert_true (g_str_has_prefix (get_count (fixture), "6 of "));
  assert_first (fixture, "Boston Spa Academy");
  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "page.clear-filters", NULL);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "schools");
  g_assert_false (has_button (GTK_WIDGET (fixture->page), "Leeds"));
}

static void
test_sorting (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "page.sort", "s", "-pupils");
  assert_first (fixture, "The Farnley Academy");
  g_signal_emit_by_name (fixture->table, "sort", OCT_COLUMN_PUPILS);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "schools?sort=pupils");
}

static void
test_location_brings_it_back (Fixture *fixture, gconstpointer data)
{
  const char *location = "schools?phase=primary&q=academy&sort=-pupils&columns=name%2Cpupils%2Cla";
  const OctColumn *columns;
  GtkWidget *window = fixture->window;
  gboolean handled;

  oct_page_show (fixture->page, location);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "academy");
  columns = oct_school_table_get_columns (fixture->table);
  g_assert_cmpint (columns[0], ==, OCT_COLUMN_NAME);
  g_assert_cmpint (columns[1], ==, OCT_COLUMN_PUPILS);
  g_assert_cmpint (columns[2], ==, OCT_COLUMN_LA);
  g_assert_cmpint (columns[3], ==, OCT_N_COLUMNS);
  assert_first (fixture, "Morley Newlands Academy");

  /* What the page writes when it is left is what it was given. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->table));
  g_signal_emit_by_name (fixture->table, "activate");
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, location);

  /* Coming back finds the chosen row where it was. */
  g_signal_emit_by_name (fixture->table, "move", GTK_MOVEMENT_DISPLAY_LINES, 2, &handled);
  oct_page_show (fixture->page, location);
  g_assert_cmpuint (oct_drawn_table_get_position (OCT_DRAWN_TABLE (fixture->table)), ==, 2);
  g_assert_true (window == fixture->window);
}

static void
test_stars (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->entry, "hillcrest");
  oct_drawn_table_set_position (OCT_DRAWN_TABLE (fixture->table), 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "page.star", NULL);
  g_assert_true (oct_session_is_starred (fixture->session, 140413));
  oct_page_show (fixture->page, "schools?starred=1");
  g_assert_true (g_str_has_prefix (get_count (fixture), "1 of "));

  /* The list of starred schools loses one whose star is taken away. */
  oct_session_set_starred (fixture->session, 140413, FALSE);
  g_assert_true (has_button (GTK_WIDGET (fixture->page), "No starred schools yet"));
}

static void
test_items_keep_their_identity (Fixture *fixture, gconstpointer data)
{
  OctIndex *index = oct_register_get_index (oct_session_get_register (fixture->session));
  g_autoptr (OctSchoolList) list = oct_school_list_new ();
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctSchool) before = NULL;
  g_autoptr (OctSchool) after = NULL;
  guint position;

  oct_school_list_take (list, index, oct_session_search (fixture->session, query));
  g_assert_true (oct_school_list_find_urn (list, 141797, &position));
  before = g_list_model_get_item (G_LIST_MODEL (list), position);
  oct_school_query_set_text (query, "newlands");
  oct_school_list_take (list, index, oct_session_search (fixture->session, query));
  g_assert_true (oct_school_list_find_urn (list, 141797, &position));
  after = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_assert_true (before == after);
  g_assert_false (oct_school_list_find_urn (list, 100001, &position));
}

/* The next start, in the same folder. */
static void
start_again (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  fixture->session = oct_session_new (fixture->folder);
  oct_session_open (fixture->session, NULL);
  open_page (fixture, "schools");
}

static gboolean
filters_are_shown (Fixture *fixture)
{
  GtkWidget *sidebar = find_widget (GTK_WIDGET (fixture->page), OCT_TYPE_FILTER_SIDEBAR);

  settle ();
  return gtk_widget_get_child_visible (sidebar) && has_button (sidebar, "Phase");
}

static int
width_of_name (Fixture *fixture)
{
  guint n_cells;
  const OctTableCell *cells = oct_cell_layout_get_cells (
    oct_drawn_table_get_layout (OCT_DRAWN_TABLE (fixture->table)), &n_cells);

  g_assert_cmpuint (n_cells, >, 0);
  g_assert_cmpuint (cells[0].column, ==, OCT_COLUMN_NAME);
  return cells[0].width;
}

static void
test_filters_stay_put_away (Fixture *fixture, gconstpointer data)
{
  g_assert_true (filters_are_shown (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "page.filters", NULL);
  start_again (fixture);
  g_assert_false (filters_are_shown (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->entry), "page.filters", NULL);
  g_assert_true (filters_are_shown (fixture));
  start_again (fixture);
  g_assert_true (filters_are_shown (fixture));
}

/* The place that is typed and chosen by Enter, and its distance. */
static void
assert_near (Fixture *fixture, const char *expected_place, double expected_km)
{
  const char *place = NULL;
  double km = 0;

  g_assert_true (oct_school_query_get_near (
    oct_schools_page_get_query (OCT_SCHOOLS_PAGE (fixture->page)), NULL, NULL, &km, &place));
  g_assert_true (g_str_has_prefix (place, expected_place));
  g_assert_cmpfloat (km, ==, expected_km);
}

static void
test_near_what_is_typed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *near;
  GtkEditable *entry;
  GtkDropDown *distance;
  g_autofree char *location = NULL;

  settle ();
  near = find_widget (GTK_WIDGET (fixture->page), OCT_TYPE_FILTER_NEAR);
  gtk_expander_set_expanded (GTK_EXPANDER (find_widget (near, GTK_TYPE_EXPANDER)), TRUE);
  entry = GTK_EDITABLE (find_widget (near, GTK_TYPE_SEARCH_ENTRY));
  distance = GTK_DROP_DOWN (find_widget (near, GTK_TYPE_DROP_DOWN));

  /* A postcode district, and a kilometre around it. */
  gtk_editable_set_text (entry, "ls27");
  g_signal_emit_by_name (entry, "activate");
  settle ();
  assert_near (fixture, "LS27", 5);
  location = g_strdup (oct_page_get_location (fixture->page));
  gtk_drop_down_set_selected (distance, 0);
  assert_near (fixture, "LS27", 1);

  /* A place, and a school by its URN. */
  gtk_editable_set_text (entry, "leeds");
  g_signal_emit_by_name (entry, "activate");
  assert_near (fixture, "Leeds", 1);
  gtk_editable_set_text (entry, "141797");
  g_signal_emit_by_name (entry, "activate");
  assert_near (fixture, "Morley Newlands Academy, LS27", 1);
  g_assert_true (g_str_has_prefix (get_count (fixture), "1 of ")
                 || g_str_has_prefix (get_count (fixture), "2 of "));
  assert_first (fixture, "Morley Newlands Academy");

  /* A location brings the distance back with the place. */
  oct_page_show (fixture->page, location);
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "LS27");
  g_assert_cmpuint (gtk_drop_down_get_selected (distance), ==, 2);
  gtk_editable_set_text (entry, "");
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "schools");
}

/* The calendar is only made when a day is to be chosen. */
static void
test_a_day_is_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *opened;
  GtkDropDown *choices;
  GtkWidget *calendar;
  g_autoptr (GDateTime) day = g_date_time_new_local (2015, 9, 1, 0, 0, 0);

  settle ();
  opened = find_widget (GTK_WIDGET (fixture->page), OCT_TYPE_FILTER_SINCE);
  gtk_expander_set_expanded (GTK_EXPANDER (find_widget (opened, GTK_TYPE_EXPANDER)), TRUE);
  choices = GTK_DROP_DOWN (find_widget (opened, GTK_TYPE_DROP_DOWN));
  g_assert_null (find_widget (opened, GTK_TYPE_CALENDAR));
  gtk_drop_down_set_selected (choices,
                              g_list_model_get_n_items (gtk_drop_down_get_model (choices)) - 1);
  settle ();
  calendar = find_widget (opened, GTK_TYPE_CALENDAR);
  g_assert_nonnull (calendar);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  settle ();
  g_assert_cmpint (oct_school_query_get_opened_since (
                     oct_schools_page_get_query (OCT_SCHOOLS_PAGE (fixture->page))),
                   ==, oct_date_new (2015, 9, 1));
}

static void
test_widths_are_kept (Fixture *fixture, gconstpointer data)
{
  OctCellLayout *layout = oct_drawn_table_get_layout (OCT_DRAWN_TABLE (fixture->table));
  GtkWidget *header = find_widget (GTK_WIDGET (fixture->table), OCT_TYPE_TABLE_HEADER);

  oct_cell_layout_set_width (layout, OCT_COLUMN_NAME, 333);
  g_signal_emit_by_name (header, "resized");
  g_signal_emit_by_name (header, "settled");
  start_again (fixture);
  g_assert_cmpint (width_of_name (fixture), ==, 333);
}

/* Printed as it is shown: to a file here, since a printer is no different to the operation. */
static void
test_list_is_printed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  GtkPrintOperationResult result;
  gsize length;
  int n_pages = 0;

  oct_page_show (fixture->page, "schools?status=all");
  operation = oct_print_new_table (OCT_DRAWN_TABLE (fixture->table), "69 schools",
                                   "Source: a file");
  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                    GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);

  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, >, 1);
  g_assert_cmpint (n_pages, <, 5);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
}

static void
test_without_a_register (Fixture *fixture, gconstpointer data)
{
  g_assert_true (has_button (GTK_WIDGET (fixture->page), "Import the register…"));
  import_fixture (fixture);
  settle ();
  g_assert_false (has_button (GTK_WIDGET (fixture->page), "Import the register…"));
  gtk_editable_set_text (fixture->entry, "hillcrest academy");
  assert_first (fixture, "Hillcrest Academy");
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/school-list/only-open-schools-at-first", test_only_open_schools_at_first },
    { "/school-list/typing-finds", test_typing_finds },
    { "/school-list/enter-opens-the-first", test_enter_opens_the_first },
    { "/school-list/arrow-keys-walk", test_arrow_keys_walk },
    { "/school-list/filters-combine-and-clear", test_filters_combine_and_clear },
    { "/school-list/sorting", test_sorting },
    { "/school-list/location-brings-it-back", test_location_brings_it_back },
    { "/school-list/stars", test_stars },
    { "/school-list/filters-stay-put-away", test_filters_stay_put_away },
    { "/school-list/near-what-is-typed", test_near_what_is_typed },
    { "/school-list/a-day-is-chosen", test_a_day_is_chosen },
    { "/school-list/widths-are-kept", test_widths_are_kept },
    { "/school-list/printed", test_list_is_printed },
    { "/school-list/items-keep-their-identity", test_items_keep_their_identity },
  };

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_resources_register (oct_ui_get_resource ());
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, "import", set_up, tests[i].test, tear_down);
  g_test_add ("/school-list/without-a-register", Fixture, NULL, set_up, test_without_a_register,
              tear_down);
  return g_test_run ();
}
