/* Similar and near schools against distances worked by hand: who is a candidate, what weights do,
 * and that the answer doesn't hang on the order of the rows.
 */
#include "oct-similar.h"

#include <math.h>

typedef struct
{
  const OctSchoolFacts *facts;
  guint n;
} Rows;

static gboolean
facts_at (gpointer source, guint row, OctSchoolFacts *facts)
{
  Rows *rows = source;

  if (row >= rows->n || rows->facts[row].urn == 0)
    return FALSE;
  *facts = rows->facts[row];
  return TRUE;
}

#define MAINSTREAM                                                                                 \
  .status = OCT_STATUS_OPEN, .type_group = OCT_TYPE_GROUP_ACADEMIES, .phase = OCT_PHASE_PRIMARY

static const OctSchoolFacts SCHOOL = { .urn = 1,
                                       MAINSTREAM,
                                       .type = "Academy converter",
                                       .pupils = 200,
                                       .fsm_tenths = 200,
                                       .region = "London" };

static OctNeighbour
neighbour_at (GArray *neighbours, guint i)
{
  g_assert_cmpuint (i, <, neighbours->len);
  return g_array_index (neighbours, OctNeighbour, i);
}

static void
test_by_hand (void)
{
  /* Candidates: pupils 100 and 400, so ln 2 to either side of 200: σₚ = ln 2. Free school meals 10% and
   * 30%, so σ_f = 10. Each is one deviation away in both; the second lies in another region. */
  static const OctSchoolFacts facts[] = {
    { .urn = 3,
      MAINSTREAM,
      .type = "Academy converter",
      .pupils = 400,
      .fsm_tenths = 300,
      .region = "South East" },
    { .urn = 1,
      MAINSTREAM,
      .type = "Academy converter",
      .pupils = 200,
      .fsm_tenths = 200,
      .region = "London" },
    { .urn = 2,
      MAINSTREAM,
      .type = "Academy converter",
      .pupils = 100,
      .fsm_tenths = 100,
      .region = "London" },
  };
  Rows rows = { facts, G_N_ELEMENTS (facts) };
  OctSimilarOptions options = { 1, 1, 1 };
  g_autoptr (GArray) found = oct_similar_find (&rows, rows.n, facts_at, &SCHOOL, &options, 10);
  g_autoptr (GArray) weighted = NULL;

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (neighbour_at (found, 0).row, ==, 2);
  g_assert_cmpfloat_with_epsilon (neighbour_at (found, 0).distance, sqrt (2), 1e-9);
  g_assert_cmpuint (neighbour_at (found, 1).row, ==, 0);
  g_assert_cmpfloat_with_epsilon (neighbour_at (found, 1).distance, sqrt (3), 1e-9);

  /* √(4 × 1 + 0 + 2.25 × 0) and √(4 × 1 + 0 + 2.25). */
  options = (OctSimilarOptions) { 4, 0, 2.25 };
  weighted = oct_similar_find (&rows, rows.n, facts_at, &SCHOOL, &options, 10);
  g_assert_cmpfloat_with_epsilon (neighbour_at (weighted, 0).distance, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (neighbour_at (weighted, 1).distance, 2.5, 1e-9);
}

static void
test_candidates (void)
{
  static const OctSchoolFacts facts[] = {
    { .urn = 2,
      MAINSTREAM,
      .type = "Academy converter",
      .pupils = 210,
      .fsm_tenths = 200,
      .region = "London" },
    { .urn = 3, MAINSTREAM, .type = "Academy special converter", .pupils = 200, .fsm_tenths = 200 },
    { .urn = 4,
      .status = OCT_STATUS_OPEN,
      .type_group = OCT_TYPE_GROUP_SPECIAL,
      .phase = OCT_PHASE_PRIMARY,
      .type = "Community special school",
      .pupils = 200,
      .fsm_tenths = 200 },
    { .urn = 5,
      .status = OCT_STATUS_CLOSED,
      .type_group = OCT_TYPE_GROUP_ACADEMIES,
      .phase = OCT_PHASE_PRIMARY,
      .type = "Academy converter",
      .pupils = 200,
      .fsm_tenths = 200 },
    { .urn = 6,
      .status = OCT_STATUS_OPEN,
      .type_group = OCT_TYPE_GROUP_ACADEMIES,
      .phase = OCT_PHASE_SECONDARY,
      .type = "Academy converter",
      .pupils = 200,
      .fsm_tenths = 200 },
    { .urn = 7,
      .status = OCT_STATUS_OPEN,
      .type_group = OCT_TYPE_GROUP_INDEPENDENT,
      .phase = OCT_PHASE_PRIMARY,
      .type = "Other independent school",
      .pupils = 200,
      .fsm_tenths = 200 },
    { .urn = 8,
      .status = OCT_STATUS_OPEN,
      .type_group = OCT_TYPE_GROUP_LA_MAINTAINED,
      .phase = OCT_PHASE_PRIMARY,
      .type = "Pupil referral unit",
      .pupils = 200,
      .fsm_tenths = 200 },
    { .urn = 9, MAINSTREAM, .type = "Academy converter", .pupils = -1, .fsm_tenths = 200 },
    { .urn = 10,
      MAINSTREAM,
      .type = "Academy converter",
      .pupils = 200,
      .fsm_tenths = -1,
      .region = "London" },
    { .urn = 0 },
    { .urn = 12,
      .status = OCT_STATUS_OPEN,
      .type_group = OCT_TYPE_GROUP_LA_MAINTAINED,
      .phase = OCT_PHASE_PRIMARY,
      .type = "Community school",
      .pupils = 190,
      .fsm_tenths = 100,
      .region = "London" },
    { .urn = 13,
      .status = OCT_STATUS_OPEN,
      .type_group = OCT_TYPE_GROUP_SPECIAL,
      .phase = OCT_PHASE_PRIMARY,
      .type = "Other independent special school",
      .pupils = 200,
      .fsm_tenths = 200 },
    { .urn = 1,
      MAINSTREAM,
      .type = "Academy converter",
      .pupils = 200,
      .fsm_tenths = 200,
      .region = "London" },
  };
  Rows rows = { facts, G_N_ELEMENTS (facts) };
  OctSimilarOptions options = { 1, 1, 1 };
  OctSimilarOptions only_pupils = { 1, 0, 0 };
  g_autoptr (GArray) found = oct_similar_find (&rows, rows.n, facts_at, &SCHOOL, &options, 10);
  g_autoptr (GArray) by_pupils = oct_similar_find (&rows, rows.n, facts_at, &SCHOOL, &only_pupils,
                                                   10);
  g_autoptr (GArray) special = oct_similar_find (&rows, rows.n, facts_at, &facts[1], &options, 10);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (neighbour_at (found, 0).row, ==, 0);
  g_assert_cmpuint (neighbour_at (found, 1).row, ==, 10);

  /* A figure without weight need not be stated. */
  g_assert_cmpuint (by_pupils->len, ==, 3);
  g_assert_cmpuint (neighbour_at (by_pupils, 0).row, ==, 8);
  g_assert_cmpfloat (neighbour_at (by_pupils, 0).distance, ==, 0);

  g_assert_cmpuint (special->len, ==, 1);
  g_assert_cmpuint (neighbour_at (special, 0).row, ==, 2);
}

static void
test_school_without_figures (void)
{
  Rows rows = { &SCHOOL, 1 };
  OctSchoolFacts school = SCHOOL;
  OctSimilarOptions options = { 1, 1, 1 };
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) one = NULL;

  school.urn = 99;
  school.pupils = -1;
  none = oct_similar_find (&rows, rows.n, facts_at, &school, &options, 10);
  g_assert_cmpuint (none->len, ==, 0);

  /* One candidate has no spread; the distance is still a number. */
  school.pupils = 100;
  one = oct_similar_find (&rows, rows.n, facts_at, &school, &options, 10);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (neighbour_at (one, 0).distance, log (2), 1e-9);
}

static void
test_max (void)
{
  OctSchoolFacts facts[100];
  Rows rows = { facts, G_N_ELEMENTS (facts) };
  OctSimilarOptions options = { 1, 0, 0 };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      facts[i] = SCHOOL;
      facts[i].urn = 1000 + i;
      facts[i].pupils = 201 + (gint32) (i * 37 % 100);
    }
  found = oct_similar_find (&rows, rows.n, facts_at, &SCHOOL, &options, 5);
  none = oct_similar_find (&rows, rows.n, facts_at, &SCHOOL, &options, 0);
  g_assert_cmpuint (found->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (facts[neighbour_at (found, i).row].pupils, ==, 201 + (gint32) i);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_nearest (void)
{
  static const OctSchoolFacts facts[] = {
    { .urn = 2, .status = OCT_STATUS_OPEN, .easting = 430000, .northing = 440000 },
    { .urn = 3, .status = OCT_STATUS_OPEN, .easting = 433000, .northing = 434000 },
    { .urn = 4, .status = OCT_STATUS_CLOSED, .easting = 430000, .northing = 430001 },
    { .urn = 5, .status = OCT_STATUS_OPEN, .easting = 0, .northing = 0 },
    { .urn = 6, .status = OCT_STATUS_OPEN, .easting = 430000, .northing = 430000 },
    { .urn = 1, .status = OCT_STATUS_OPEN, .easting = 430000, .northing = 430000 },
  };
  Rows rows = { facts, G_N_ELEMENTS (facts) };
  OctSchoolFacts nowhere = { .urn = 1 };
  g_autoptr (GArray) found = oct_nearest_find (&rows, rows.n, facts_at, &facts[5], 10);
  g_autoptr (GArray) one = oct_nearest_find (&rows, rows.n, facts_at, &facts[5], 1);
  g_autoptr (GArray) none = oct_nearest_find (&rows, rows.n, facts_at, &nowhere, 10);

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (neighbour_at (found, 0).row, ==, 4);
  g_assert_cmpfloat (neighbour_at (found, 0).distance, ==, 0);
  g_assert_cmpuint (neighbour_at (found, 1).row, ==, 1);
  g_assert_cmpfloat_with_epsilon (neighbour_at (found, 1).distance, 5, 1e-9);
  g_assert_cmpuint (neighbour_at (found, 2).row, ==, 0);
  g_assert_cmpfloat_with_epsilon (neighbour_at (found, 2).distance, 10, 1e-9);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/similar/by-hand", test_by_hand);
  g_test_add_func ("/similar/candidates", test_candidates);
  g_test_add_func ("/similar/school-without-figures", test_school_without_figures);
  g_test_add_func ("/similar/max", test_max);
  g_test_add_func ("/similar/nearest", test_nearest);

  return g_test_run ();
}
