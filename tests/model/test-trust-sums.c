/* What a trust's schools add up to, against sums worked by hand: only open schools count, ratios are
 * weighted, and what isn't stated is left out instead of counted as nothing.
 */
#include "oct-trust-sums.h"

static const OctSchoolFacts SCHOOLS[] = {
  { .urn = 1,
    .trust_uid = 7,
    .status = OCT_STATUS_OPEN,
    .phase = OCT_PHASE_PRIMARY,
    .type = "Academy converter",
    .pupils = 200,
    .capacity = 250,
    .fsm_tenths = 100,
    .region = "London",
    .la_code = "201",
    .opened = 20240501,
    .joined = 20240121 },
  { .urn = 2,
    .trust_uid = 7,
    .status = OCT_STATUS_OPEN_PROPOSED_TO_CLOSE,
    .phase = OCT_PHASE_SECONDARY,
    .type = "Academy sponsor led",
    .pupils = 800,
    .capacity = 750,
    .fsm_tenths = 305,
    .region = "South East",
    .la_code = "850",
    .opened = 20100901,
    .joined = 20240122 },
  /* States no pupils: neither its places nor its percentage can be weighed. */
  { .urn = 3,
    .trust_uid = 7,
    .status = OCT_STATUS_OPEN,
    .phase = OCT_PHASE_NOT_APPLICABLE,
    .type = "Academy special converter",
    .pupils = -1,
    .capacity = 100,
    .fsm_tenths = 900,
    .region = "South East",
    .la_code = "851",
    .opened = 20250121,
    .joined = 20250121 },
  /* States no capacity and no percentage. */
  { .urn = 4,
    .trust_uid = 7,
    .status = OCT_STATUS_OPEN,
    .phase = OCT_PHASE_PRIMARY,
    .type = "Free schools",
    .pupils = 100,
    .capacity = -1,
    .fsm_tenths = -1,
    .region = "London",
    .la_code = "201" },
  /* Not open, and in another trust, and in none. */
  { .urn = 5,
    .trust_uid = 7,
    .status = OCT_STATUS_CLOSED,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 999,
    .capacity = 999,
    .fsm_tenths = 999,
    .region = "Wales",
    .la_code = "999",
    .joined = 20240601 },
  { .urn = 6,
    .trust_uid = 8,
    .status = OCT_STATUS_PROPOSED_TO_OPEN,
    .pupils = 50,
    .capacity = 50,
    .fsm_tenths = 1 },
  { .urn = 7,
    .trust_uid = 9,
    .status = OCT_STATUS_OPEN,
    .phase = OCT_PHASE_PRIMARY,
    .pupils = 0,
    .capacity = 30,
    .fsm_tenths = 0,
    .region = "",
    .la_code = "" },
  { .urn = 8,
    .trust_uid = 0,
    .status = OCT_STATUS_OPEN,
    .pupils = 10,
    .capacity = 10,
    .fsm_tenths = 10 },
};

static OctTrustSums *
make_sums (gboolean backwards)
{
  OctTrustSums *sums = oct_trust_sums_new (20250121);

  for (guint i = 0; i < G_N_ELEMENTS (SCHOOLS); i++)
    oct_trust_sums_add (sums, &SCHOOLS[backwards ? G_N_ELEMENTS (SCHOOLS) - 1 - i : i]);
  return sums;
}

static void
assert_worked_example (gboolean backwards)
{
  g_autoptr (OctTrustSums) sums = make_sums (backwards);
  OctTrustFacts facts = { .uid = 7, .left_since = 3 };

  g_assert_true (oct_trust_sums_fill (sums, &facts));
  g_assert_cmpuint (facts.schools, ==, 4);
  g_assert_cmpuint (facts.schools_by_phase[OCT_PHASE_PRIMARY], ==, 2);
  g_assert_cmpuint (facts.schools_by_phase[OCT_PHASE_SECONDARY], ==, 1);
  g_assert_cmpuint (facts.schools_by_phase[OCT_PHASE_NOT_APPLICABLE], ==, 1);
  g_assert_cmpuint (facts.schools_by_phase[OCT_PHASE_NURSERY], ==, 0);
  g_assert_cmpuint (facts.special_schools, ==, 1);
  g_assert_cmpint (facts.pupils, ==, 1100);
  g_assert_cmpint (facts.capacity, ==, 1100);
  g_assert_cmpint (facts.capacity_counted, ==, 1000);
  /* (200 × 10.0 + 800 × 30.5) / 1,000; the mean of the two schools would be 20.25. */
  g_assert_cmpfloat_with_epsilon (facts.fsm_percent, 26.4, 1e-9);
  /* 1,000 pupils over 1,000 places, in the two schools that state both. */
  g_assert_cmpfloat_with_epsilon (facts.capacity_used, 1.0, 1e-9);
  g_assert_cmpuint (facts.regions, ==, 2);
  g_assert_cmpuint (facts.local_authorities, ==, 3);
  /* Two schools in each region: the first by name, whatever the order. */
  g_assert_cmpstr (facts.main_region, ==, "London");
  g_assert_cmpuint (facts.opened_since, ==, 2);
  /* 21 January 2024 lies outside the 12 months that end with 21 January 2025. */
  g_assert_cmpuint (facts.joined_since, ==, 2);
  g_assert_cmpuint (facts.left_since, ==, 3);
}

static void
test_worked_example (void)
{
  assert_worked_example (FALSE);
  assert_worked_example (TRUE);
}

static void
test_no_open_school (void)
{
  g_autoptr (OctTrustSums) sums = make_sums (FALSE);
  OctTrustFacts facts = { .uid = 8, .schools = 5, .pupils = 5 };

  g_assert_false (oct_trust_sums_fill (sums, &facts));
  g_assert_cmpuint (facts.schools, ==, 0);
  g_assert_cmpint (facts.pupils, ==, 0);
  g_assert_cmpfloat (facts.fsm_percent, ==, -1);
  g_assert_cmpfloat (facts.capacity_used, ==, -1);
  g_assert_cmpstr (facts.main_region, ==, "");

  facts.uid = 0;
  g_assert_false (oct_trust_sums_fill (sums, &facts));
}

static void
test_no_pupils (void)
{
  g_autoptr (OctTrustSums) sums = make_sums (FALSE);
  OctTrustFacts facts = { .uid = 9 };

  g_assert_true (oct_trust_sums_fill (sums, &facts));
  g_assert_cmpint (facts.pupils, ==, 0);
  g_assert_cmpfloat (facts.fsm_percent, ==, -1);
  g_assert_cmpfloat (facts.capacity_used, ==, 0);
  g_assert_cmpuint (facts.regions, ==, 0);
  g_assert_cmpuint (facts.local_authorities, ==, 0);
}

/* Of schools for 16 plus it isn't collected, and they write nought: they pull nothing down. */
static void
test_sixteen_plus (void)
{
  g_autoptr (OctTrustSums) sums = oct_trust_sums_new (20250121);
  OctSchoolFacts school = { .trust_uid = 7, .status = OCT_STATUS_OPEN, .pupils = 600 };
  OctTrustFacts facts = { .uid = 7 };
  g_autofree char *note = NULL;
  g_autofree char *note_without = NULL;

  school.phase = OCT_PHASE_SECONDARY;
  school.fsm_tenths = 300;
  oct_trust_sums_add (sums, &school);
  /* A nought that is a statement. */
  school.phase = OCT_PHASE_PRIMARY;
  school.pupils = 200;
  school.fsm_tenths = 0;
  oct_trust_sums_add (sums, &school);
  school.phase = OCT_PHASE_SIXTEEN_PLUS;
  school.pupils = 1200;
  oct_trust_sums_add (sums, &school);
  g_assert_true (oct_trust_sums_fill (sums, &facts));
  /* (600 × 30.0 + 200 × 0) / 800. */
  g_assert_cmpfloat_with_epsilon (facts.fsm_percent, 22.5, 1e-9);
  g_assert_cmpuint (facts.fsm_left_out, ==, 1);
  g_assert_cmpint (facts.pupils, ==, 2000);
  note = oct_trust_facts_describe_fsm (&facts);
  g_assert_nonnull (strstr (note, "not collected of 1 school for 16 plus"));

  /* One that does state a percentage counts as any other. */
  school.fsm_tenths = 500;
  oct_trust_sums_add (sums, &school);
  g_assert_true (oct_trust_sums_fill (sums, &facts));
  g_assert_cmpfloat_with_epsilon (facts.fsm_percent, (18000 + 60000) / 2000.0, 1e-9);

  /* A trust of nothing else has no percentage, and says why. */
  school.trust_uid = 8;
  school.fsm_tenths = 0;
  oct_trust_sums_add (sums, &school);
  facts.uid = 8;
  g_assert_true (oct_trust_sums_fill (sums, &facts));
  g_assert_cmpfloat (facts.fsm_percent, ==, -1);
  note_without = oct_trust_facts_describe_fsm (&facts);
  g_assert_cmpstr (note_without, ==, "not collected of schools for 16 plus");
}

static void
test_leap_year (void)
{
  g_autoptr (OctTrustSums) sums = oct_trust_sums_new (20240229);
  OctSchoolFacts school = { .trust_uid = 7, .status = OCT_STATUS_OPEN };
  OctTrustFacts facts = { .uid = 7 };

  school.joined = 20230228;
  oct_trust_sums_add (sums, &school);
  school.joined = 20230301;
  oct_trust_sums_add (sums, &school);
  school.joined = 20240301;
  oct_trust_sums_add (sums, &school);
  g_assert_true (oct_trust_sums_fill (sums, &facts));
  g_assert_cmpuint (facts.joined_since, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trust-sums/worked-example", test_worked_example);
  g_test_add_func ("/trust-sums/no-open-school", test_no_open_school);
  g_test_add_func ("/trust-sums/no-pupils", test_no_pupils);
  g_test_add_func ("/trust-sums/sixteen-plus", test_sixteen_plus);
  g_test_add_func ("/trust-sums/leap-year", test_leap_year);

  return g_test_run ();
}
