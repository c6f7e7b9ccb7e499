/* A query survives being written down, two queries that ask the same are equal, and a line that was
 * damaged or comes from a newer version still gives the parts that can be read.
 */
#include "oct-school-query.h"

static void
assert_round_trip (const char *text, const char *expected)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_from_string (text);
  g_autofree char *written = oct_school_query_to_string (query);
  g_autoptr (OctSchoolQuery) again = oct_school_query_from_string (written);

  g_assert_cmpstr (written, ==, expected);
  g_assert_true (oct_school_query_equal (query, again));
}

static void
test_new (void)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autofree char *text = oct_school_query_to_string (query);
  gboolean descending = TRUE;

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (oct_school_query_get_text (query), ==, "");
  g_assert_false (oct_school_query_has_filters (query));
  g_assert_cmpint (oct_school_query_get_sort (query, &descending), ==, OCT_COLUMN_RELEVANCE);
  g_assert_false (descending);
  for (guint i = 0; i < OCT_N_FACETS; i++)
    g_assert_cmpuint (oct_school_query_get_keys (query, (OctFacet) i)->len, ==, 0);
}

static OctSchoolQuery *
make_full (gboolean backwards)
{
  OctSchoolQuery *query = oct_school_query_new ();

  oct_school_query_set_text (query, "st marys & co=1");
  oct_school_query_set_key (query, OCT_FACET_PHASE, backwards ? "secondary" : "primary", TRUE);
  oct_school_query_set_key (query, OCT_FACET_PHASE, backwards ? "primary" : "secondary", TRUE);
  oct_school_query_set_key (query, OCT_FACET_RELIGION, "Roman Catholic, other", TRUE);
  oct_school_query_set_opened_since (query, 20240101);
  oct_school_query_set_joined_since (query, 20230901);
  oct_school_query_set_joined_until (query, 20240831);
  oct_school_query_set_starred (query, TRUE);
  oct_school_query_set_near (query, 430000, 433500, 7.5, "LS27 0, Leeds");
  oct_school_query_set_sort (query, OCT_COLUMN_PUPILS, TRUE);
  return query;
}

static void
test_to_string (void)
{
  g_autoptr (OctSchoolQuery) query = make_full (FALSE);
  g_autofree char *text = oct_school_query_to_string (query);

  g_assert_cmpstr (
    text, ==,
    "joined=2023-09-01&joined_to=2024-08-31&near=430000,433500,7.5,LS27%200%2C%20Leeds"
    "&opened=2024-01-01&phase=primary,secondary&q=st%20marys%20%26%20co%3D1"
    "&religion=Roman%20Catholic%2C%20other&sort=-pupils&starred=1");
}

static void
test_from_string (void)
{
  g_autoptr (OctSchoolQuery) full = make_full (FALSE);
  g_autofree char *text = oct_school_query_to_string (full);
  g_autoptr (OctSchoolQuery) query = oct_school_query_from_string (text);
  GPtrArray *phases = oct_school_query_get_keys (query, OCT_FACET_PHASE);
  gint32 easting, northing;
  double km;
  const char *place;
  gboolean descending;

  g_assert_cmpstr (oct_school_query_get_text (query), ==, "st marys & co=1");
  g_assert_cmpuint (phases->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (phases, 0), ==, "primary");
  g_assert_true (oct_school_query_has_key (query, OCT_FACET_RELIGION, "Roman Catholic, other"));
  g_assert_cmpint (oct_school_query_get_opened_since (query), ==, 20240101);
  g_assert_cmpint (oct_school_query_get_joined_since (query), ==, 20230901);
  g_assert_cmpint (oct_school_query_get_joined_until (query), ==, 20240831);
  g_assert_true (oct_school_query_get_starred (query));
  g_assert_true (oct_school_query_get_near (query, &easting, &northing, &km, &place));
  g_assert_cmpint (easting, ==, 430000);
  g_assert_cmpint (northing, ==, 433500);
  g_assert_cmpfloat (km, ==, 7.5);
  g_assert_cmpstr (place, ==, "LS27 0, Leeds");
  g_assert_cmpint (oct_school_query_get_sort (query, &descending), ==, OCT_COLUMN_PUPILS);
  g_assert_true (descending);
  g_assert_true (oct_school_query_has_filters (query));
}

static void
test_tolerant (void)
{
  assert_round_trip (NULL, "");
  assert_round_trip ("", "");
  assert_round_trip ("&&=&x&colour=red&phase=", "");
  assert_round_trip ("phase=secondary,primary,,primary&phase=nursery",
                     "phase=nursery,primary,secondary");
  assert_round_trip ("opened=31-02-2024&joined=20240102", "joined=2024-01-02");
  assert_round_trip ("joined_to=2019-13-31&joined_to=2019-12-31", "joined_to=2019-12-31");
  assert_round_trip ("near=1,2&sort=shoe-size&starred=perhaps", "");
  assert_round_trip ("near=1,2,x,Leeds", "");
  assert_round_trip ("near=1,2,-3,Leeds", "");
  assert_round_trip ("near=1,2,nan,Leeds", "");
  assert_round_trip ("near=99999999999,2,3,Leeds", "");
  assert_round_trip ("near=1,2,1e9", "near=1,2,2000,");
  assert_round_trip ("q=%ff%fe&phase=%ff", "");
  assert_round_trip ("q=%zz&sort=name", "sort=name");
  assert_round_trip ("sort=relevance", "");
  assert_round_trip ("sort=-relevance", "sort=-relevance");
  assert_round_trip ("q=%C5%B4y%20%2B", "q=%C5%B4y%20%2B");
}

/* Whatever the line: what is read is written in a form that reads as the same query. */
static void
test_any_line (void)
{
  static const char *const pieces[] = {
    "q=",  "phase=", "near=",   "sort=", "opened=", "joined_to=", "starred=1", "&",
    ",",   "-",      "primary", "name",  "430000",  "5",          "%20",       "%",
    "%2C", "%ff",    "=",       "é",     "1e99",    "2024-02-29", "\xff",
  };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (OctSchoolQuery) query = NULL;
      g_autoptr (OctSchoolQuery) again = NULL;
      g_autofree char *written = NULL;

      for (int i = g_test_rand_int_range (0, 14); i > 0; i--)
        g_string_append (line, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      query = oct_school_query_from_string (line->str);
      written = oct_school_query_to_string (query);
      again = oct_school_query_from_string (written);
      g_assert_true (oct_school_query_equal (query, again));
      g_assert_true (g_str_is_ascii (written));
    }
}

static void
test_equal_and_copy (void)
{
  g_autoptr (OctSchoolQuery) forwards = make_full (FALSE);
  g_autoptr (OctSchoolQuery) backwards = make_full (TRUE);
  g_autoptr (OctSchoolQuery) copy = oct_school_query_copy (forwards);

  g_assert_true (oct_school_query_equal (forwards, backwards));
  g_assert_true (oct_school_query_equal (forwards, copy));
  oct_school_query_set_key (copy, OCT_FACET_PHASE, "primary", FALSE);
  g_assert_false (oct_school_query_equal (forwards, copy));
  g_assert_true (oct_school_query_has_key (forwards, OCT_FACET_PHASE, "primary"));
  oct_school_query_set_key (copy, OCT_FACET_PHASE, "primary", TRUE);
  g_assert_true (oct_school_query_equal (forwards, copy));
}

static void
test_keys (void)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();

  oct_school_query_set_key (query, OCT_FACET_LA, "383", TRUE);
  oct_school_query_set_key (query, OCT_FACET_LA, "383", TRUE);
  g_assert_cmpuint (oct_school_query_get_keys (query, OCT_FACET_LA)->len, ==, 1);
  oct_school_query_set_key (query, OCT_FACET_LA, "301", FALSE);
  g_assert_cmpuint (oct_school_query_get_keys (query, OCT_FACET_LA)->len, ==, 1);
  g_assert_true (oct_school_query_has_filters (query));
  oct_school_query_clear_facet (query, OCT_FACET_LA);
  g_assert_false (oct_school_query_has_filters (query));
}

static void
test_clear (void)
{
  g_autoptr (OctSchoolQuery) query = make_full (FALSE);
  g_autofree char *text = NULL;

  oct_school_query_clear (query);
  text = oct_school_query_to_string (query);
  g_assert_cmpstr (text, ==, "sort=-pupils");
  g_assert_false (oct_school_query_has_filters (query));

  /* Without a place there is no distance to order by. */
  oct_school_query_set_near (query, 1, 2, 3, "Leeds");
  oct_school_query_set_sort (query, OCT_COLUMN_DISTANCE, FALSE);
  oct_school_query_clear (query);
  g_assert_cmpint (oct_school_query_get_sort (query, NULL), ==, OCT_COLUMN_RELEVANCE);
}

static void
test_words_are_no_filter (void)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();

  oct_school_query_set_text (query, "leeds");
  g_assert_false (oct_school_query_has_filters (query));
  oct_school_query_set_starred (query, TRUE);
  g_assert_true (oct_school_query_has_filters (query));
  oct_school_query_set_starred (query, FALSE);
  oct_school_query_set_joined_until (query, 20191231);
  g_assert_true (oct_school_query_has_filters (query));
  oct_school_query_set_joined_until (query, OCT_DATE_UNKNOWN);
  g_assert_false (oct_school_query_has_filters (query));
  oct_school_query_set_near (query, 1, 2, 3, NULL);
  g_assert_true (oct_school_query_has_filters (query));
  oct_school_query_set_near (query, 1, 2, 0, "Leeds");
  g_assert_false (oct_school_query_has_filters (query));
}

static void
test_columns (void)
{
  OctColumn column;

  for (guint i = 0; i < OCT_N_COLUMNS; i++)
    {
      g_assert_true (oct_column_from_key (oct_column_key ((OctColumn) i), &column));
      g_assert_cmpint (column, ==, i);
      g_assert_cmpstr (oct_column_label (column), !=, "");
    }
  g_assert_false (oct_column_from_key ("shoe-size", &column));
  g_assert_true (oct_column_is_numeric (OCT_COLUMN_PUPILS));
  g_assert_false (oct_column_is_numeric (OCT_COLUMN_NAME));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/school-query/new", test_new);
  g_test_add_func ("/school-query/to-string", test_to_string);
  g_test_add_func ("/school-query/from-string", test_from_string);
  g_test_add_func ("/school-query/tolerant", test_tolerant);
  g_test_add_func ("/school-query/any-line", test_any_line);
  g_test_add_func ("/school-query/equal-and-copy", test_equal_and_copy);
  g_test_add_func ("/school-query/keys", test_keys);
  g_test_add_func ("/school-query/clear", test_clear);
  g_test_add_func ("/school-query/words-are-no-filter", test_words_are_no_filter);
  g_test_add_func ("/school-query/columns", test_columns);

  return g_test_run ();
}
