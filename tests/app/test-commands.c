/* Exports, maps and figures made of the demonstration's register. */
#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-commands.h"
#include "oct-error.h"

static char *dir;
static OctSession *session;
static OctSession *empty;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static OctResult *
find_trust (OctSchoolQuery *query)
{
  oct_school_query_set_key (query, OCT_FACET_TRUST, "90001", TRUE);
  oct_school_query_set_key (query, OCT_FACET_STATUS, "open", TRUE);
  oct_school_query_set_sort (query, OCT_COLUMN_NAME, FALSE);

  return oct_session_search (session, query);
}

static char **
export_lines (OctSchoolQuery *query, const OctColumn *columns)
{
  g_autoptr (OctResult) result = find_trust (query);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = oct_export_schools_csv (session, result, query, columns, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));

  return g_strsplit (text + 3, "\r\n", -1);
}

/* The chosen columns in their order; whose pupils they are stands beside them. */
static void
test_csv (void)
{
  const OctColumn columns[] = { OCT_COLUMN_URN,    OCT_COLUMN_PUPILS, OCT_COLUMN_NAME,
                                OCT_COLUMN_OPENED, OCT_COLUMN_FSM,    OCT_COLUMN_AGES,
                                OCT_N_COLUMNS };
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_auto (GStrv) lines = export_lines (query, columns);

  g_assert_cmpuint (g_strv_length (lines), ==, 14);
  g_assert_cmpstr (lines[0], ==, "URN,Pupils,Pupils of URN,Name,Opened,Free school meals (%),Ages");
  g_assert_cmpstr (lines[1], ==,
                   "900001,412,900001,Castle Staithe Primary Academy,2012-07-01,24.3,3–11");
  g_assert_true (
    g_strv_contains ((const char *const *) lines,
                     "900006,193,900106,Samphire Fields Primary School,2026-03-01,28.5,4–11"));
}

/* What is shown is what is exported: kilometres from the place that was asked for. */
static void
test_distance (void)
{
  const OctColumn columns[] = { OCT_COLUMN_URN, OCT_COLUMN_DISTANCE, OCT_N_COLUMNS };
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_auto (GStrv) lines = NULL;

  oct_school_query_set_near (query, 549181, 382559 + 3000, 5, "three kilometres north of 900008");
  lines = export_lines (query, columns);
  g_assert_cmpstr (lines[0], ==, "URN,Distance (km)");
  g_assert_true (g_strv_contains ((const char *const *) lines, "900008,3.0"));
}

/* Held on the main thread, written on another, whatever becomes of the session. */
static gpointer
write_list (gpointer data)
{
  const OctColumn columns[] = { OCT_COLUMN_URN, OCT_N_COLUMNS };

  return oct_school_export_to_csv (data, columns);
}

static void
test_held_list (void)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autofree char *folder = g_build_filename (dir, "held", NULL);
  OctSession *short_lived = oct_session_new_demo (folder);
  OctSchoolExport *list;
  OctResult *result;
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;

  g_assert_true (oct_session_open (short_lived, NULL));
  oct_school_query_set_key (query, OCT_FACET_TRUST, "90008", TRUE);
  result = oct_session_search (short_lived, query);
  list = oct_school_export_new (short_lived, result, query, NULL);
  oct_result_free (result);
  g_object_unref (short_lived);
  csv = g_thread_join (g_thread_new ("writer", write_list, list));
  oct_school_export_free (list);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_nonnull (strstr (text, "900801\r\n"));
}

static void
test_column_text (void)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  OctIndex *index = oct_register_get_index (oct_session_get_register (session));
  static const struct
  {
    guint32 urn;
    OctColumn column;
    const char *text;
  } expected[] = {
    { 900001, OCT_COLUMN_URN, "900001" },        { 900001, OCT_COLUMN_PUPILS, "412" },
    { 900006, OCT_COLUMN_PUPILS, "193 †" },      { 900001, OCT_COLUMN_FSM, "24.3%" },
    { 900001, OCT_COLUMN_CAPACITY_USED, "98%" }, { 900001, OCT_COLUMN_OPENED, "1 July 2012" },
    { 900001, OCT_COLUMN_CLOSED, "" },           { 900001, OCT_COLUMN_AGES, "3–11" },
    { 900001, OCT_COLUMN_DISTANCE, "" },         { 900001, OCT_COLUMN_STATUS, "Open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = NULL;
      OctSchoolFacts facts;
      guint row;

      g_assert_true (oct_index_find_urn (index, expected[i].urn, &row));
      oct_index_get_facts (index, row, &facts);
      text = oct_school_column_text (session, &facts, expected[i].column, query);
      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

static void
test_xlsx (void)
{
  const OctColumn columns[] = { OCT_COLUMN_NAME, OCT_COLUMN_PUPILS, OCT_N_COLUMNS };
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctResult) result = find_trust (query);
  g_autofree char *schools = g_build_filename (dir, "schools.xlsx", NULL);
  g_autofree char *trusts = g_build_filename (dir, "trusts.xlsx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (oct_export_schools_xlsx (session, result, query, columns, schools, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (schools, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "PK"));
  g_assert_true (oct_export_trusts_xlsx (
    session, oct_register_get_trusts (oct_session_get_register (session)), trusts, &error));
  g_assert_no_error (error);
}

static void
test_trusts_csv (void)
{
  GListModel *trusts = oct_register_get_trusts (oct_session_get_register (session));
  g_autoptr (GBytes) csv = oct_export_trusts_csv (session, trusts, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  gboolean found = FALSE;

  g_assert_cmpuint (g_strv_length (lines), ==, g_list_model_get_n_items (trusts) + 2);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "90001,"))
      {
        found = TRUE;
        g_assert_nonnull (
          strstr (lines[i], "Longshore Learning Trust,Multi-academy trust,Open,99900001,"));
        g_assert_nonnull (strstr (lines[i], ",5803,"));
      }
  g_assert_true (found);
}

static guint
count_rows (OctChart *chart)
{
  g_autoptr (OctChartTable) table = oct_chart_table (chart);

  return table->rows->len;
}

static void
test_trust_map (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctChart) map = oct_make_trust_map (session, 90001, &error);
  g_autofree char *sentence = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (map), ==, 12);
  g_assert_nonnull (strstr (oct_chart_get_title (map), "12 schools in 2 local authorities"));
  g_assert_nonnull (strstr (oct_chart_get_source (map), "invented"));
  /* The schools are invented, the ground isn't. */
  g_assert_nonnull (
    strstr (oct_chart_get_source (map), "contain OS data © Crown copyright and database right"));
  sentence = oct_chart_describe (map);
  g_assert_nonnull (strstr (sentence, "Longshore"));
  g_assert_null (oct_make_trust_map (session, 4711, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
}

static void
test_school_map (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctChart) map = oct_make_school_map (session, 900008, &error);
  g_autoptr (OctChart) alone = NULL;

  g_assert_no_error (error);
  /* Itself and the eleven others of its trust. */
  g_assert_cmpuint (count_rows (map), ==, 12);
  g_assert_cmpstr (oct_chart_get_title (map), ==, "Longshore Reach Academy");
  alone = oct_make_school_map (session, 901101, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (alone), ==, 1);
  g_assert_null (oct_make_school_map (session, 999999, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
}

/* How many schools the demonstration's newest release has. */
static guint
rows_in_release (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "demo",
                                            "edubasealldata20260901.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\r\n", -1);

  return g_strv_length (lines) - 2; /* the header, and nothing after the last */
}

static void
test_schools_map (void)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctResult) result = oct_session_search (session, query);
  g_autoptr (OctChart) map = oct_make_schools_map (session, result, "All", NULL);

  g_assert_cmpuint (count_rows (map), ==, rows_in_release ());
}

static void
test_phases (void)
{
  g_autoptr (OctChart) chart = oct_make_trust_phases (session, 90001, NULL);
  g_autoptr (OctChartTable) table = oct_chart_table (chart);
  char **first = g_ptr_array_index (table->rows, 0);

  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpstr (first[0], ==, "Primary");
  g_assert_cmpstr (first[1], ==, "7");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "7 of 12 schools: Primary");
}

static void
test_neighbours (void)
{
  OctIndex *index = oct_register_get_index (oct_session_get_register (session));
  g_autoptr (GArray) similar = oct_find_similar (session, 900001, NULL, 5);
  g_autoptr (GArray) nearest = oct_find_nearest (session, 900001, 5);
  g_autoptr (GArray) none = oct_find_nearest (session, 999999, 5);

  g_assert_cmpuint (similar->len, ==, 5);
  for (guint i = 0; i < similar->len; i++)
    {
      OctSchoolFacts facts;

      oct_index_get_facts (index, g_array_index (similar, OctNeighbour, i).row, &facts);
      g_assert_cmpint (facts.phase, ==, OCT_PHASE_PRIMARY);
      g_assert_cmpuint (facts.urn, !=, 900001);
    }
  g_assert_cmpuint (nearest->len, ==, 5);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_national (void)
{
  g_autoptr (OctNational) national = oct_make_national (session, NULL);

  g_assert_cmpint (oct_national_get_as_at (national), ==, 20260901);
  g_assert_cmpint (oct_national_get_all (national)->pupils, >, 10000);
}

/* A year's column of the national page opens a list of just the schools that the column counts. */
static void
test_joins (void)
{
  g_autoptr (OctNational) national = oct_make_national (session, NULL);
  guint unknown;
  g_autoptr (GArray) years = oct_national_get_joins (national, &unknown);
  guint schools = 0;

  for (guint i = 0; i < years->len; i++)
    {
      const OctYearCount *year = &g_array_index (years, OctYearCount, i);
      g_autofree char *text = g_strdup_printf (
        "joined=%d-01-01&joined_to=%d-12-31&type_group=academies,free-schools"
        "&status=open,open-proposed-to-close",
        year->year, year->year);
      g_autoptr (OctSchoolQuery) query = oct_school_query_from_string (text);
      g_autoptr (OctResult) result = oct_session_search (session, query);

      g_assert_cmpuint (result->n_rows, ==, year->schools);
      schools += result->n_rows;
    }
  g_assert_cmpuint (schools, >, 10);
}

static void
test_without_register (void)
{
  const OctColumn columns[] = { OCT_COLUMN_NAME, OCT_N_COLUMNS };
  OctResult none = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_make_national (empty, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
  g_clear_error (&error);
  g_assert_null (oct_make_trust_map (empty, 90001, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
  g_clear_error (&error);
  g_assert_null (oct_export_schools_csv (empty, &none, NULL, columns, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
}

int
main (int argc, char **argv)
{
  g_autofree char *nothing = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_make_tmp ("octant-commands-XXXXXX", NULL);
  nothing = g_build_filename (dir, "nothing", NULL);
  session = oct_session_new_demo (dir);
  g_assert_true (oct_session_open (session, NULL));
  empty = oct_session_new (nothing);
  oct_session_open (empty, NULL);

  g_test_add_func ("/app/commands/schools as csv", test_csv);
  g_test_add_func ("/app/commands/distances are exported as they are shown", test_distance);
  g_test_add_func ("/app/commands/a list that is held is written as it was", test_held_list);
  g_test_add_func ("/app/commands/the text of a column", test_column_text);
  g_test_add_func ("/app/commands/spreadsheets", test_xlsx);
  g_test_add_func ("/app/commands/trusts as csv", test_trusts_csv);
  g_test_add_func ("/app/commands/the map of a trust", test_trust_map);
  g_test_add_func ("/app/commands/the map of a school", test_school_map);
  g_test_add_func ("/app/commands/the map of a list", test_schools_map);
  g_test_add_func ("/app/commands/phases of a trust", test_phases);
  g_test_add_func ("/app/commands/similar and nearest schools", test_neighbours);
  g_test_add_func ("/app/commands/the national picture", test_national);
  g_test_add_func ("/app/commands/schools that joined in a year", test_joins);
  g_test_add_func ("/app/commands/without a register", test_without_register);
  status = g_test_run ();

  g_object_unref (session);
  g_object_unref (empty);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (dir);
  g_free (dir);

  return status;
}
