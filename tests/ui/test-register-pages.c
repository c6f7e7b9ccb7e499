/* The pages of a school, of trusts, of the nation and of the map, on the demonstration trust: what
 * they say, where they lead, and that a location brings them back.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-chart-view.h"
#include "oct-fact-row.h"
#include "oct-map-page.h"
#include "oct-national-page.h"
#include "oct-print.h"
#include "oct-school-page.h"
#include "oct-trust-page.h"
#include "oct-trust-query.h"
#include "oct-trust-table.h"
#include "oct-trusts-page.h"
#include "oct-window.h"
#include "window-fixture.h"

/* A school */

static void
test_school_shows_its_predecessors_pupils (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_SCHOOL_PAGE, "school/900006");

  g_assert_cmpstr (oct_page_get_title (fixture->page), ==, "Samphire Fields Primary School");
  wait_for_text (fixture, "from predecessor URN 900106, census of 15 January 2026");
  wait_for_text (fixture, "● Open");
}

static void
test_school_leads_to_predecessor_and_trust (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_SCHOOL_PAGE, "school/900006");

  click (wait_for_text (fixture, "Samphire Fields Community Primary School"));
  g_assert_cmpstr (fixture->gone, ==, "school/900106");
  click (wait_for_text (fixture, "Longshore Learning Trust (Multi-academy trust)"));
  g_assert_cmpstr (fixture->gone, ==, "trust/90001");
}

static void
test_school_changes_with_the_location (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_SCHOOL_PAGE, "school/900006");
  wait_for_text (fixture, "Samphire Fields Community Primary School");

  oct_page_show (fixture->page, "school/900009");
  g_assert_cmpstr (oct_page_get_title (fixture->page), ==, "The Groynes School");
  wait_for_text (fixture, "Gullhaven Grammar and Technical School");
  g_assert_null (
    find_match (GTK_WIDGET (fixture->page), says, "Samphire Fields Community Primary School"));
}

static void
test_school_can_be_starred (Fixture *fixture, gconstpointer data)
{
  GtkWidget *star;

  open_page (fixture, OCT_TYPE_SCHOOL_PAGE, "school/900009");
  star = find_type (fixture, "GtkToggleButton");

  g_assert_false (oct_session_is_starred (fixture->session, 900009));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
  g_assert_true (oct_session_is_starred (fixture->session, 900009));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (star), ==, "Remove from the watchlist");
}

static void
test_school_that_is_not_there (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_SCHOOL_PAGE, "school/123456");

  wait_for_text (fixture, "No school with URN 123456");
}

/* Trusts */

static OctDrawnTable *
find_table (Fixture *fixture)
{
  return OCT_DRAWN_TABLE (find_type (fixture, "OctTrustTable"));
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (oct_drawn_table_get_model (find_table (fixture)));
}

static const OctTrustFacts *
get_shown (Fixture *fixture, guint position)
{
  g_autoptr (OctTrust) trust = g_list_model_get_item (
    oct_drawn_table_get_model (find_table (fixture)), position);

  /* The register keeps it. */
  return oct_trust_get_facts (trust);
}

static void
test_trusts_are_kept_apart (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts");
  wait_for_text (fixture, "Multi-academy 8");
  g_assert_cmpuint (count_shown (fixture), ==, 8);

  click (wait_for_text (fixture, "Single-academy 2"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
                                  wait_for_text (fixture, "Single-academy 2"), GTK_TYPE_BUTTON)),
                                TRUE);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "trusts?type=sat");
}

static void
test_trusts_are_found_by_word (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts?q=felix%20fur");

  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpuint (get_shown (fixture, 0)->uid, ==, 90007);
  entry = find_type (fixture, "GtkSearchEntry");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->gone, ==, "trust/90007");

  /* A key is answered at once. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "longsh");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpuint (get_shown (fixture, 0)->uid, ==, 90001);
}

static void
test_trusts_are_ordered (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts");
  for (guint i = 1; i < count_shown (fixture); i++)
    g_assert_cmpuint (get_shown (fixture, i)->schools, <=, get_shown (fixture, i - 1)->schools);

  g_signal_emit_by_name (find_table (fixture), "sort", OCT_TRUST_COLUMN_PUPILS);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "trusts?sort=-pupils");
  for (guint i = 1; i < count_shown (fixture); i++)
    g_assert_cmpint (get_shown (fixture, i)->pupils, <=, get_shown (fixture, i - 1)->pupils);
  g_signal_emit_by_name (find_table (fixture), "sort", OCT_TRUST_COLUMN_PUPILS);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "trusts?sort=pupils");

  oct_page_show (fixture->page, "trusts?sort=name");
  for (guint i = 1; i < count_shown (fixture); i++)
    g_assert_cmpint (
      g_utf8_collate (get_shown (fixture, i - 1)->name, get_shown (fixture, i)->name), <=, 0);
}

/* The arrow keys walk the table, Ctrl+D stars the row and Enter opens it; up from the first row leads
 * back to the search. */
static void
test_trusts_are_walked_by_keys (Fixture *fixture, gconstpointer data)
{
  OctDrawnTable *table;
  gboolean handled;
  GtkWidget *focus;

  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts?sort=name");
  table = find_table (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (table));
  g_signal_emit_by_name (table, "move", GTK_MOVEMENT_DISPLAY_LINES, 1, &handled);
  g_assert_cmpuint (oct_drawn_table_get_position (table), ==, 1);

  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (table)));
  gtk_widget_activate_action (focus, "table.star", NULL);
  g_assert_true (oct_session_is_trust_starred (fixture->session, get_shown (fixture, 1)->uid));
  gtk_widget_activate_action (focus, "table.activate", NULL);
  g_assert_true (g_str_has_prefix (fixture->gone, "trust/"));
  g_assert_cmpuint (g_ascii_strtoull (fixture->gone + strlen ("trust/"), NULL, 10), ==,
                    get_shown (fixture, 1)->uid);

  g_signal_emit_by_name (table, "move", GTK_MOVEMENT_BUFFER_ENDS, -1, &handled);
  g_signal_emit_by_name (table, "move", GTK_MOVEMENT_DISPLAY_LINES, -1, &handled);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, find_type (fixture, "GtkSearchEntry")));
}

/* A screen reader hears a whole row, where it stands among how many, and by what they are ordered. */
static void
test_trusts_are_read_out (Fixture *fixture, gconstpointer data)
{
  const guint columns[] = { OCT_TRUST_COLUMN_NAME, OCT_TRUST_COLUMN_SCHOOLS,
                            OCT_TRUST_COLUMN_MAIN_REGION, OCT_N_TRUST_COLUMNS };
  const char *expected = "Longshore Learning Trust, Schools: 12, East Midlands";
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkAccessible *table, *row, *heading;
  char *said;

  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts");
  oct_drawn_table_set_columns (find_table (fixture), columns);
  table = GTK_ACCESSIBLE (find_table (fixture));
  row = GTK_ACCESSIBLE (find_type (fixture, "OctTableRow"));
  while ((said = gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, expected))
         != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_free (said);
      g_main_context_iteration (NULL, FALSE);
    }
  gtk_test_accessible_assert_role (table, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 1);
  gtk_test_accessible_assert_relation (table, GTK_ACCESSIBLE_RELATION_ROW_COUNT, 8);
  heading = GTK_ACCESSIBLE (
    gtk_widget_get_ancestor (wait_for_text (fixture, "Schools"), GTK_TYPE_BUTTON));
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_SORT,
                                       GTK_ACCESSIBLE_SORT_DESCENDING);
}

/* What somebody chose is there at the next start: columns, their order and their widths. */
static void
test_trusts_keep_their_columns (Fixture *fixture, gconstpointer data)
{
  const guint chosen[] = { OCT_TRUST_COLUMN_NAME, OCT_TRUST_COLUMN_TOWN, OCT_TRUST_COLUMN_PUPILS,
                           OCT_N_TRUST_COLUMNS };
  GtkMenuButton *button;
  OctCellLayout *layout;
  g_autofree char *widths = NULL;

  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts");
  button = GTK_MENU_BUTTON (
    gtk_widget_get_ancestor (wait_for_text (fixture, "Columns…"), GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  g_signal_emit_by_name (gtk_menu_button_get_popover (button), "columns", chosen);
  gtk_menu_button_popdown (button);
  oct_cell_layout_set_width (oct_drawn_table_get_layout (find_table (fixture)),
                             OCT_TRUST_COLUMN_TOWN, 210);
  g_signal_emit_by_name (find_table (fixture), "widths");
  close_window (fixture);

  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts");
  layout = oct_drawn_table_get_layout (find_table (fixture));
  g_assert_cmpmem (oct_cell_layout_get_columns (layout), sizeof chosen, chosen, sizeof chosen);
  widths = oct_cell_layout_widths_to_text (layout);
  g_assert_cmpstr (widths, ==, "town 210");
}

static void
test_trusts_that_none_match (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_TRUSTS_PAGE, "trusts?q=nonesuch");
  wait_for_text (fixture, "No trusts match");

  click (wait_for_text (fixture, "Clear filters"));
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "trusts");
  wait_for_text (fixture, "Multi-academy 8");
}

/* One trust */

static void
test_trust_says_its_figures (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_TRUST_PAGE, "trust/90001");

  g_assert_cmpstr (oct_page_get_title (fixture->page), ==, "Longshore Learning Trust");
  click (wait_for_text (fixture, "Open schools"));
  g_assert_true (g_str_has_prefix (fixture->gone, "schools?"));
  g_assert_nonnull (strstr (fixture->gone, "trust=90001"));
  wait_for_text (fixture, "99900001");
  wait_for_text (fixture, "Your trust");
}

/* A window may be 360 px wide: what is beyond its edge can't be reached. */
static void
test_trust_fits_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  static const char *const locations[] = {
    "trust/90001",
    "trust/90001?show=schools",
    "trust/90001?compare=90002,90003,90004,90005,90006&show=compare",
  };

  for (guint i = 0; i < G_N_ELEMENTS (locations); i++)
    {
      int least;

      open_page (fixture, OCT_TYPE_TRUST_PAGE, locations[i]);
      wait_for_text (fixture, "Longshore Learning Trust");
      gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      g_assert_cmpint (least, <=, 360);
    }
}

static void
test_trust_is_compared (Fixture *fixture, gconstpointer data)
{
  GtkWidget *remove;

  open_page (fixture, OCT_TYPE_TRUST_PAGE, "trust/90001?compare=90002,90003,777");
  wait_for_text (fixture, "WOLD AND WATERSIDE EDUCATION TRUST");
  wait_for_text (fixture, "THE WHEATEAR SCHOOLS PARTNERSHIP");

  click (wait_for_text (fixture, "WOLD AND WATERSIDE EDUCATION TRUST"));
  g_assert_cmpstr (fixture->gone, ==, "trust/90002");
  remove = gtk_widget_get_prev_sibling (gtk_widget_get_ancestor (
    wait_for_text (fixture, "WOLD AND WATERSIDE EDUCATION TRUST"), GTK_TYPE_BUTTON));
  g_signal_emit_by_name (remove, "clicked");
  g_assert_null (
    find_match (GTK_WIDGET (fixture->page), says, "WOLD AND WATERSIDE EDUCATION TRUST"));
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==,
                   "trust/90001?compare=90003&show=compare");
}

/* The nation and the map */

static void
test_national_keeps_the_paper_apart (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_NATIONAL_PAGE, "national?area=la&share=secondary");

  wait_for_text (fixture, "The paper’s own figure: 62%");
  wait_for_text (fixture, "in the register of 1 September 2026");
  click (wait_for_text (fixture, "Primary pupils in academies"));
  g_assert_nonnull (strstr (fixture->gone, "academies"));
  g_assert_nonnull (strstr (fixture->gone, "primary"));
  g_signal_emit_by_name (find_type (fixture, "OctChartView"), "activated", "990");
  g_assert_nonnull (strstr (fixture->gone, "la=990"));
  g_assert_nonnull (strstr (fixture->gone, "secondary"));
}

static void
test_map_shows_what_is_asked (Fixture *fixture, gconstpointer data)
{
  OctChart *chart;

  open_page (fixture, OCT_TYPE_MAP_PAGE, "map?trust=90001");
  chart = oct_chart_view_get_chart (OCT_CHART_VIEW (find_type (fixture, "OctChartView")));
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "12 open schools of Longshore Learning Trust");

  oct_page_show (fixture->page, "map?q=nonesuch");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "0 open schools that match “nonesuch”");
  g_signal_emit_by_name (find_type (fixture, "OctChartView"), "activated", "900009");
  g_assert_cmpstr (fixture->gone, ==, "school/900009");
}

static void
test_map_is_printed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  OctChart *chart;
  gsize length;

  open_page (fixture, OCT_TYPE_MAP_PAGE, "map?trust=90001");
  chart = oct_chart_view_get_chart (OCT_CHART_VIEW (find_type (fixture, "OctChartView")));
  operation = oct_print_new_chart (chart, "Map");
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  g_assert_cmpuint (length, >, 20000);
}

/* The window */

static void
drop_file (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GSList files = { file, NULL };
  gboolean handled = FALSE;

  fixture->window = GTK_WIDGET (oct_window_new (NULL, fixture->session));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  controllers = gtk_widget_observe_controllers (fixture->window);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &handled);
    }
  g_assert_true (handled);
  fixture->page = oct_window_get_page (OCT_WINDOW (fixture->window));
}

/* A file that is let go over the window is imported, on whatever page one is. */
static void
test_dropped_files_are_imported (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures",
                                                 "edubasealldata20250121.csv", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_assert_null (oct_session_get_register (fixture->session));
  drop_file (fixture, path);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "import");
  while (oct_session_get_register (fixture->session) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for_text (fixture, "edubasealldata20250121.csv");
  wait_for_text (fixture, "69");
}

/* A copy of a workspace is no table: a workspace is made of it. */
static void
test_dropped_copy_is_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "workspaces",
                                                 "version-1.octant", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE;

  drop_file (fixture, path);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "workspaces");
  while (oct_workbench_get_name (fixture->workbench) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  settle (fixture);
}

/* Without a window */

static void
test_trust_query_survives_its_location (void)
{
  static const char *const locations[] = {
    "trusts",
    "trusts?q=st%20felix&type=all&status=any&region=North%20East&size=3-5&starred=1&sort=name",
    "trusts?size=51-",
    "trusts?type=other&sort=-pupils",
  };

  for (guint i = 0; i < G_N_ELEMENTS (locations); i++)
    {
      g_autoptr (OctTrustQuery) query = oct_trust_query_from_location (locations[i]);
      g_autofree char *location = oct_trust_query_to_location (query);

      g_assert_cmpstr (location, ==, locations[i]);
    }
}

static void
test_only_web_addresses_are_opened (void)
{
  static const struct
  {
    const char *text;
    const char *address;
  } cases[] = {
    { "www.example.org", "http://www.example.org" },
    { " https://example.org/school ", "https://example.org/school" },
    { "HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG" },
    { "www.example.org:8080/a", "http://www.example.org:8080/a" },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "mailto:head@example.org", NULL },
    { "ftp://example.org", NULL },
    { "none", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = oct_fact_row_web_address (cases[i].text);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/pages/school/predecessors-pupils", test_school_shows_its_predecessors_pupils },
    { "/pages/school/predecessor-and-trust", test_school_leads_to_predecessor_and_trust },
    { "/pages/school/other-location", test_school_changes_with_the_location },
    { "/pages/school/star", test_school_can_be_starred },
    { "/pages/school/missing", test_school_that_is_not_there },
    { "/pages/trusts/kept-apart", test_trusts_are_kept_apart },
    { "/pages/trusts/found-by-word", test_trusts_are_found_by_word },
    { "/pages/trusts/order", test_trusts_are_ordered },
    { "/pages/trusts/keys", test_trusts_are_walked_by_keys },
    { "/pages/trusts/read-out", test_trusts_are_read_out },
    { "/pages/trusts/columns", test_trusts_keep_their_columns },
    { "/pages/trusts/none", test_trusts_that_none_match },
    { "/pages/trust/figures", test_trust_says_its_figures },
    { "/pages/trust/compared", test_trust_is_compared },
    { "/pages/trust/narrow", test_trust_fits_a_narrow_window },
    { "/pages/national/paper-apart", test_national_keeps_the_paper_apart },
    { "/pages/map/what-is-asked", test_map_shows_what_is_asked },
    { "/pages/map/printed", test_map_is_printed },
  };
  gboolean display;

  display = fixture_init (&argc, &argv);
  g_test_add_func ("/pages/trust-query/location", test_trust_query_survives_its_location);
  g_test_add_func ("/pages/fact-row/web-address", test_only_web_addresses_are_opened);
  if (display)
    {
      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up_demo, tests[i].test, tear_down);
      g_test_add ("/pages/window/drop", Fixture, NULL, set_up_empty,
                  test_dropped_files_are_imported, tear_down);
      g_test_add ("/pages/window/drop-copy", Fixture, NULL, set_up_empty,
                  test_dropped_copy_is_opened, tear_down);
    }
  return g_test_run ();
}
