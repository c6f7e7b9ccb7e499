/* The national figures against counts worked by hand: who is in the numerator, who in the
 * denominator, whose pupils count, and into which band and year a trust's schools fall.
 */
#include "oct-national.h"

#include <string.h>

static const OctSchoolFacts SCHOOLS[] = {
  /* Primary: 300 of 700 pupils in academies. */
  { .urn = 1,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 200,
    .region = "London",
    .la = "Camden",
    .la_code = "202",
    .trust_uid = 10,
    .trust_type = OCT_GROUP_MAT,
    .joined = 20120901 },
  { .urn = 2,
    .status = OCT_STATUS_OPEN_PROPOSED_TO_CLOSE,
    .type_group = OCT_TYPE_GROUP_FREE_SCHOOLS,
    .phase = OCT_PHASE_MIDDLE_PRIMARY,
    .pupils = 100,
    .region = "London",
    .la = "Barnet",
    .la_code = "302",
    .trust_uid = 10,
    .trust_type = OCT_GROUP_MAT,
    .joined = 20141231 },
  { .urn = 3,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_LA_MAINTAINED,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 400,
    .region = "South West",
    .la = "Devon",
    .la_code = "878",
    .trust_uid = 30,
    .trust_type = OCT_GROUP_FOUNDATION_TRUST,
    .joined = 20130101 },
  /* Secondary: 900 of 1,200. */
  { .urn = 4,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_ALL_THROUGH,
    .pupils = 900,
    .region = "South West",
    .la = "Devon",
    .la_code = "878",
    .trust_uid = 11,
    .trust_type = OCT_GROUP_MAT,
    .joined = 20120101 },
  { .urn = 5,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_SPECIAL,
    .phase = OCT_PHASE_SECONDARY,
    .pupils = 50,
    .region = "London",
    .la = "Barnet",
    .la_code = "302" },
  { .urn = 6,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_LA_MAINTAINED,
    .phase = OCT_PHASE_MIDDLE_SECONDARY,
    .pupils = 250,
    .region = "London",
    .la = "Barnet",
    .la_code = "302" },
  /* In all, but in neither: nursery, 16 plus, no phase. */
  { .urn = 7,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_LA_MAINTAINED,
    .phase = OCT_PHASE_NURSERY,
    .pupils = 40,
    .region = "London",
    .la = "Camden",
    .la_code = "202" },
  { .urn = 8,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_SIXTEEN_PLUS,
    .pupils = 60,
    .region = "London",
    .la = "Camden",
    .la_code = "202",
    .trust_uid = 12,
    .trust_type = OCT_GROUP_SAT },
  /* Open academies that state no pupils of their own: schools, but no pupils. */
  { .urn = 9,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 5000,
    .pupils_from_urn = 77,
    .region = "London",
    .la = "Camden",
    .la_code = "202",
    .trust_uid = 10,
    .trust_type = OCT_GROUP_MAT,
    .joined = 20120901 },
  { .urn = 10,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = -1,
    .region = "London",
    .la = "Camden",
    .la_code = "202" },
  /* Nowhere. */
  { .urn = 11,
    .status = OCT_STATUS_CLOSED,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 7000,
    .region = "London",
    .la = "Camden",
    .la_code = "202",
    .trust_uid = 10,
    .trust_type = OCT_GROUP_MAT,
    .joined = 20120901 },
  { .urn = 12,
    .status = OCT_STATUS_PROPOSED_TO_OPEN,
    .type_group = OCT_TYPE_GROUP_ACADEMIES,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 7000,
    .region = "London",
    .la = "Camden",
    .la_code = "202" },
  { .urn = 13,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_INDEPENDENT,
    .phase = OCT_PHASE_SECONDARY,
    .pupils = 7000,
    .region = "South East",
    .la = "Kent",
    .la_code = "886" },
  { .urn = 14,
    .status = OCT_STATUS_OPEN,
    .type_group = OCT_TYPE_GROUP_WELSH,
    .phase = OCT_PHASE_SECONDARY,
    .pupils = 7000,
    .region = "Wales",
    .la = "Powys",
    .la_code = "666" },
};

static OctNational *
make_national (void)
{
  OctNational *national = oct_national_new (20250121);

  for (guint i = 0; i < G_N_ELEMENTS (SCHOOLS); i++)
    oct_national_add (national, &SCHOOLS[i]);
  return national;
}

static void
assert_share (const OctShare *share, gint64 academy_pupils, gint64 pupils, guint academy_schools,
              guint schools)
{
  g_assert_cmpint (share->academy_pupils, ==, academy_pupils);
  g_assert_cmpint (share->pupils, ==, pupils);
  g_assert_cmpuint (share->academy_schools, ==, academy_schools);
  g_assert_cmpuint (share->schools, ==, schools);
}

static void
test_shares (void)
{
  g_autoptr (OctNational) national = make_national ();

  assert_share (oct_national_get_primary (national), 300, 700, 4, 5);
  assert_share (oct_national_get_secondary (national), 900, 1200, 1, 3);
  /* 300 + 900 + 60 over 700 + 1,200 + 40 + 60. */
  assert_share (oct_national_get_all (national), 1260, 2000, 6, 10);
  g_assert_cmpfloat_with_epsilon (oct_share_percent (oct_national_get_all (national)), 63.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (oct_share_percent (oct_national_get_secondary (national)), 75.0,
                                  1e-9);
  g_assert_cmpint (oct_national_get_pupils_of_predecessors (national), ==, 5000);
  g_assert_cmpint (oct_national_get_as_at (national), ==, 20250121);
}

static void
test_empty (void)
{
  g_autoptr (OctNational) national = oct_national_new (20250121);
  g_autoptr (GPtrArray) regions = oct_national_get_regions (national);
  g_autoptr (GArray) joins = NULL;
  g_autoptr (GArray) sizes = oct_national_get_trust_sizes (national);
  guint unknown = 99;

  joins = oct_national_get_joins (national, &unknown);
  g_assert_cmpfloat (oct_share_percent (oct_national_get_all (national)), ==, -1);
  g_assert_cmpuint (regions->len, ==, 0);
  g_assert_cmpuint (joins->len, ==, 0);
  g_assert_cmpuint (unknown, ==, 0);
  g_assert_cmpuint (sizes->len, ==, 8);
  for (guint i = 0; i < sizes->len; i++)
    g_assert_cmpuint (g_array_index (sizes, OctSizeBand, i).trusts, ==, 0);
}

static void
test_places (void)
{
  g_autoptr (OctNational) national = make_national ();
  g_autoptr (GPtrArray) regions = oct_national_get_regions (national);
  g_autoptr (GPtrArray) authorities = oct_national_get_authorities (national);
  OctShareRow *row;
  OctShare sum = { 0 };

  g_assert_cmpuint (regions->len, ==, 2);
  row = g_ptr_array_index (regions, 0);
  g_assert_cmpstr (row->label, ==, "London");
  assert_share (&row->all, 360, 700, 5, 8);
  assert_share (&row->secondary, 0, 300, 0, 2);
  assert_share (&row->primary, 300, 300, 4, 4);
  row = g_ptr_array_index (regions, 1);
  g_assert_cmpstr (row->key, ==, "South West");
  assert_share (&row->all, 900, 1300, 1, 2);

  g_assert_cmpuint (authorities->len, ==, 3);
  row = g_ptr_array_index (authorities, 0);
  g_assert_cmpstr (row->label, ==, "Barnet");
  g_assert_cmpstr (row->key, ==, "302");
  assert_share (&row->all, 100, 400, 1, 3);
  g_assert_cmpstr (((OctShareRow *) g_ptr_array_index (authorities, 1))->label, ==, "Camden");
  g_assert_cmpstr (((OctShareRow *) g_ptr_array_index (authorities, 2))->label, ==, "Devon");

  /* The parts make the whole. */
  for (guint i = 0; i < authorities->len; i++)
    {
      row = g_ptr_array_index (authorities, i);
      sum.pupils += row->all.pupils;
      sum.academy_pupils += row->all.academy_pupils;
    }
  g_assert_cmpint (sum.pupils, ==, oct_national_get_all (national)->pupils);
  g_assert_cmpint (sum.academy_pupils, ==, oct_national_get_all (national)->academy_pupils);
}

static void
test_joins (void)
{
  g_autoptr (OctNational) national = make_national ();
  guint unknown = 0;
  g_autoptr (GArray) joins = oct_national_get_joins (national, &unknown);

  /* 2012: schools 1, 4 and 9; 2013: none, since a foundation trust is no academy trust; 2014: school 2. */
  g_assert_cmpuint (joins->len, ==, 3);
  g_assert_cmpint (g_array_index (joins, OctYearCount, 0).year, ==, 2012);
  g_assert_cmpuint (g_array_index (joins, OctYearCount, 0).schools, ==, 3);
  g_assert_cmpint (g_array_index (joins, OctYearCount, 1).year, ==, 2013);
  g_assert_cmpuint (g_array_index (joins, OctYearCount, 1).schools, ==, 0);
  g_assert_cmpint (g_array_index (joins, OctYearCount, 2).year, ==, 2014);
  g_assert_cmpuint (g_array_index (joins, OctYearCount, 2).schools, ==, 1);
  g_assert_cmpuint (unknown, ==, 1);
}

static void
test_sizes (void)
{
  /* A trust at both ends of every band. */
  static const guint sizes[] = { 1, 2, 3, 5, 6, 10, 11, 20, 21, 30, 31, 50, 51, 120 };
  static const OctSizeBand expected[] = {
    { 1, 1, 1, 1 },    { 2, 2, 1, 2 },    { 3, 5, 2, 8 },    { 6, 10, 2, 16 },
    { 11, 20, 2, 31 }, { 21, 30, 2, 51 }, { 31, 50, 2, 81 }, { 51, G_MAXUINT, 2, 171 },
  };
  g_autoptr (OctNational) national = oct_national_new (20250121);
  g_autoptr (GArray) found = NULL;
  OctSchoolFacts school = { .status = OCT_STATUS_OPEN, .type_group = OCT_TYPE_GROUP_ACADEMIES };

  for (guint trust = 0; trust < G_N_ELEMENTS (sizes); trust++)
    for (guint i = 0; i < sizes[trust]; i++)
      {
        school.trust_uid = 1000 + trust;
        school.trust_type = OCT_GROUP_MAT;
        oct_national_add (national, &school);
      }
  /* Not multi-academy trusts, or not open. */
  school.trust_uid = 1;
  school.trust_type = OCT_GROUP_SAT;
  oct_national_add (national, &school);
  school.trust_uid = 2;
  school.trust_type = OCT_GROUP_MAT;
  school.status = OCT_STATUS_CLOSED;
  oct_national_add (national, &school);

  found = oct_national_get_trust_sizes (national);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    {
      OctSizeBand *band = &g_array_index (found, OctSizeBand, i);

      g_assert_cmpuint (band->low, ==, expected[i].low);
      g_assert_cmpuint (band->high, ==, expected[i].high);
      g_assert_cmpuint (band->trusts, ==, expected[i].trusts);
      g_assert_cmpuint (band->schools, ==, expected[i].schools);
    }
}

static void
test_definition (void)
{
  g_autofree char *text = oct_national_describe_definition ();

  g_assert_nonnull (strstr (text, "free schools"));
  g_assert_nonnull (strstr (text, "middle-deemed-secondary"));
  g_assert_nonnull (strstr (text, "nursery"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/national/shares", test_shares);
  g_test_add_func ("/national/empty", test_empty);
  g_test_add_func ("/national/places", test_places);
  g_test_add_func ("/national/joins", test_joins);
  g_test_add_func ("/national/sizes", test_sizes);
  g_test_add_func ("/national/definition", test_definition);

  return g_test_run ();
}
