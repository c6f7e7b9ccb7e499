/* Invented progress for the tests and the gallery of charts.
 *
 * It comes from a generator with a fixed seed, on top of which each picture's finding is planted.
 */
#include "progress-fixtures.h"

#include "stage-fixtures.h"

#define RED OCT_RATING_MARK_RED
#define AMBER OCT_RATING_MARK_AMBER
#define GREEN OCT_RATING_MARK_GREEN

static void
dress (OctChart *chart, const char *subtitle)
{
  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, "Source: invented reviews, made for this picture, 3 July 2026");
}

OctChart *
fixture_bullets (void)
{
  static const OctBulletFigure attendance[] = { { 90.1, 20260110 }, { 91.8, 20260401 } };
  static const OctBulletFigure exclusions[] = { { 31, 20260110 }, { 22, 20260401 } };
  const OctBullet bullets[] = {
    { "c1",
      "Attendance of all pupils",
      "1.1 Every pupil in school, on time",
      1,
      NULL,
      { 89.4, 20250930 },
      { 94, 20270731 },
      { 92.3, 20260630 },
      attendance,
      2,
      NULL },
    { "c2",
      "Persistent absence",
      "1.1 Every pupil in school, on time",
      1,
      NULL,
      { 21.5, 20250930 },
      { 15, 20270731 },
      { 22.4, 20260630 },
      NULL,
      0,
      NULL },
    { "c3",
      "Suspensions in a term",
      "1.2 Calm corridors",
      0,
      NULL,
      { 34, 20250930 },
      { 12, 20260731 },
      { 11, 20260630 },
      exclusions,
      2,
      "Counted by the school." },
    { "c4",
      "Pupils at the expected standard in reading, writing and maths at the end of year 6",
      "2.1 Reading in every lesson",
      1,
      NULL,
      { 54, 20250701 },
      { 66, 20260701 },
      { OCT_CHART_MISSING, 0 },
      NULL,
      0,
      NULL },
    { "c5",
      "Teachers trained in the reading programme",
      "2.1 Reading in every lesson",
      0,
      "teachers",
      { 0, 20250930 },
      { 24, 20260531 },
      { 17, 20260630 },
      NULL,
      0,
      NULL },
    { "c6",
      "Lessons seen with the agreed routines",
      "2.1 Reading in every lesson",
      1,
      NULL,
      { OCT_CHART_MISSING, 0 },
      { 80, 20261231 },
      { 55, 20260630 },
      NULL,
      0,
      NULL },
    { "c7",
      "Days of cover by supply teachers",
      NULL,
      0,
      "days",
      { 40, 20250930 },
      { OCT_CHART_MISSING, 0 },
      { 0, 20260630 },
      NULL,
      0,
      NULL },
  };
  OctBulletChart *chart = oct_bullet_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    oct_bullet_chart_add (chart, &bullets[i]);
  oct_bullet_chart_set_today (chart, 20260703);
  dress (OCT_CHART (chart), "Success criteria of the plan, July 2026");
  return OCT_CHART (chart);
}

OctChart *
fixture_many_bullets (guint n)
{
  OctBulletChart *chart = oct_bullet_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      const OctBullet bullet = {
        id,
        fixture_school_name (i),
        NULL,
        OCT_CHART_UNIT_PERCENT,
        NULL,
        { 88, 20250930 },
        { 95, 20270731 },
        { 89 + g_rand_int_range (rand, 0, 5), 20260630 },
        NULL,
        0,
        NULL,
      };

      oct_bullet_chart_add (chart, &bullet);
    }
  dress (OCT_CHART (chart), "Attendance of each school");
  return OCT_CHART (chart);
}

static const char *const statements[] = {
  "Every pupil reads to an adult each day in key stage 1",
  "Leaders know which pupils are absent by ten, and why",
  "Subject leaders check what is taught against the curriculum that was agreed",
  "Pupils with SEND have the scaffolds that their plans name in every lesson",
  "Calm corridors",
  "Early-career teachers are coached weekly",
};

static void
fill_strip_row (OctRatingStripChart *chart, guint row, guint n_reviews, GRand *rand)
{
  int rating = g_rand_int_range (rand, RED + (row % 4 == 1 ? 0 : 1), GREEN + 1);
  gboolean red = FALSE;

  for (guint i = 0; i < n_reviews; i++)
    {
      int move = g_rand_int_range (rand, -1, 3),
          next = CLAMP (rating + CLAMP (move, -1, 1), RED, GREEN);

      if (i + 1 >= n_reviews)
        next = MAX (next, AMBER);
      red |= next == RED;
      if (g_rand_int_range (rand, 0, 14) == 0)
        oct_rating_strip_chart_set_cell (chart, row, i, OCT_RATING_MARK_SKIPPED,
                                         OCT_TRAVEL_MARK_NONE, "The lead was away that week.");
      else if (g_rand_int_range (rand, 0, 16) != 0)
        oct_rating_strip_chart_set_cell (chart, row, i, next,
                                         next > rating   ? OCT_TRAVEL_MARK_IMPROVING
                                         : next < rating ? OCT_TRAVEL_MARK_DETERIORATING
                                                         : OCT_TRAVEL_MARK_UNCHANGED,
                                         "Seen in nine of twelve lessons.");
      rating = next;
    }
  if (red)
    oct_rating_strip_chart_set_wait (chart, row,
                                     row % 3 == 0 ? OCT_RATING_WAIT_OPEN : (int) (row * 7 % 60));
}

OctChart *
fixture_rating_strip (guint n_rows, guint n_reviews)
{
  static const char *const terms[] = { "Autumn 2024", "Spring 2025", "Summer 2025",
                                       "Autumn 2025", "Spring 2026", "Summer 2026" };
  OctRatingStripChart *chart = oct_rating_strip_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint i = 0; i < n_reviews; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);

      oct_rating_strip_chart_add_review (
        chart, id,
        terms[(i + G_N_ELEMENTS (terms) - n_reviews % G_N_ELEMENTS (terms))
              % G_N_ELEMENTS (terms)]);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i + 1);
      g_autofree char *reference = g_strdup_printf ("%u.1", i % 3 + 1);

      oct_rating_strip_chart_add_row (chart, id, reference,
                                      statements[i % G_N_ELEMENTS (statements)],
                                      fixture_school_name (i / 3));
      fill_strip_row (chart, i, n_reviews, rand);
    }
  if (n_rows > 7 && n_reviews >= 4)
    {
      for (guint i = n_reviews - 4; i < n_reviews; i++)
        oct_rating_strip_chart_set_cell (chart, 7, i, i == n_reviews - 4 ? AMBER : RED,
                                         i + 1 == n_reviews ? OCT_TRAVEL_MARK_UNCHANGED
                                                            : OCT_TRAVEL_MARK_DETERIORATING,
                                         "Two of five year groups follow the programme.");
      oct_rating_strip_chart_set_support (chart, 7, n_reviews - 2, n_reviews - 1,
                                          "Alder Grange Primary School, 12 days of coaching");
      oct_rating_strip_chart_set_wait (chart, 7, 96);
    }
  dress (OCT_CHART (chart), "Rating of each objective at each review");
  return OCT_CHART (chart);
}

OctChart *
fixture_rating_flow (void)
{
  OctRatingFlowChart *chart = oct_rating_flow_chart_new ();

  oct_rating_flow_chart_set_names (chart, "Spring 2026", "Summer 2026");
  oct_rating_flow_chart_set_count (chart, GREEN, GREEN, 14);
  oct_rating_flow_chart_set_count (chart, GREEN, AMBER, 5);
  oct_rating_flow_chart_set_count (chart, AMBER, AMBER, 7);
  oct_rating_flow_chart_set_count (chart, AMBER, GREEN, 4);
  oct_rating_flow_chart_set_count (chart, AMBER, RED, 1);
  oct_rating_flow_chart_set_count (chart, RED, RED, 2);
  oct_rating_flow_chart_set_count (chart, RED, AMBER, 3);
  oct_rating_flow_chart_set_count (chart, OCT_RATING_MARK_NONE, GREEN, 3);
  oct_rating_flow_chart_set_count (chart, OCT_RATING_MARK_NONE, AMBER, 1);
  oct_rating_flow_chart_set_count (chart, GREEN, OCT_RATING_MARK_SKIPPED, 1);
  dress (OCT_CHART (chart), "Ratings of objectives at two reviews");
  return OCT_CHART (chart);
}

OctChart *
fixture_rating_share (guint n_schools)
{
  OctRatingShareChart *chart = oct_rating_share_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree OctRatingShare *shares = g_new0 (OctRatingShare, n_schools + 1);
  OctRatingShare all = { 0 };

  for (guint i = 0; i < n_schools; i++)
    {
      shares[i] = (OctRatingShare) { g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 1, 5),
                                     g_rand_int_range (rand, 1, 9), g_rand_int_range (rand, 0, 2) };
      if (i == 2)
        shares[i] = (OctRatingShare) { 2, 3, 0, 0 };
      if (i == 5)
        shares[i] = (OctRatingShare) { 0 };
      all.red += shares[i].red;
      all.amber += shares[i].amber;
      all.green += shares[i].green;
      all.none += shares[i].none;
    }
  if (n_schools > 1)
    oct_rating_share_chart_add (chart, "trust", "Whole trust", &all, TRUE);
  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", 100001 + i);

      oct_rating_share_chart_add (chart, id, fixture_school_name (i), &shares[i], FALSE);
    }
  oct_rating_share_chart_set_item_name (chart, "School");
  dress (OCT_CHART (chart), "Latest rating of each objective, by school");
  return OCT_CHART (chart);
}

OctChart *
fixture_burn_up (void)
{
  static const gint32 days[][2] = {
    { 20251017, 20251017 },
    { 20251017, 20251107 },
    { 20251219, 20251212 },
    { 20251219, 20260123 },
    { 20260213, 20260213 },
    { 20260213, 20260301 },
    { 20260401, 20260327 },
    { 20260401, 0 },
    { 20260522, 20260610 },
    { 20260522, 0 },
    { 20260630, 0 },
    { 20260630, 0 },
    { 20260720, 20260626 },
    { 20261016, 0 },
    { 20261218, 0 },
    { 20261218, 0 },
    { 0, 0 },
  };
  OctBurnUpChart *chart = oct_burn_up_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *name = g_strdup_printf ("Milestone %u", i + 1);

      oct_burn_up_chart_add (chart, name, days[i][0], days[i][1]);
    }
  oct_burn_up_chart_set_today (chart, 20260703);
  dress (OCT_CHART (chart), "Milestones of all plans, added up");
  return OCT_CHART (chart);
}

OctChart *
fixture_risks (guint n)
{
  static const char *const names[] = {
    "A boiler fails in winter",
    "Too few applicants for maths posts",
    "Places stay empty after a new estate is delayed",
    "Two heads retire in one summer",
    "A supplier of catering withdraws",
    "An attack locks the finance system",
    "Reserves fall below the floor that trustees set",
    "SEND transport is cut by the local authority and pupils come late",
  };
  static const char *const likelihood[] = { "Rare",   "Unlikely",       "Possible",
                                            "Likely", "Almost certain", NULL };
  static const char *const impact[] = { "Minor", "Moderate", "Serious", "Major", "Severe", NULL };
  static const guint now[][2] = { { 3, 3 }, { 4, 4 }, { 4, 3 }, { 2, 4 },
                                  { 2, 2 }, { 3, 5 }, { 2, 4 }, { 0, 0 } };
  static const guint before[][2] = { { 3, 3 }, { 4, 4 }, { 2, 3 }, { 2, 4 },
                                     { 4, 2 }, { 3, 5 }, { 0, 0 }, { 0, 0 } };
  OctRiskChart *chart = oct_risk_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    {
      guint place = i % G_N_ELEMENTS (names);
      OctRiskPoint point = { now[place][0], now[place][1] },
                   old = { before[place][0], before[place][1] };
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);

      if (i >= G_N_ELEMENTS (names))
        point = old = (OctRiskPoint) { g_rand_int_range (rand, 1, 4),
                                       g_rand_int_range (rand, 1, 4) };
      oct_risk_chart_add (chart, id, i + 1, names[place], point, &old, 10);
    }
  oct_risk_chart_set_step_names (chart, likelihood, impact);
  dress (OCT_CHART (chart), "Risks after controls, July 2026");
  return OCT_CHART (chart);
}

static void
add_lane (OctRecoveryChart *chart, guint index, OctRecoveryCheck first, OctRecoveryCheck second)
{
  static const OctRatingMark ratings[] = { RED, RED, AMBER, GREEN };
  static const gint32 reviews[] = { 20240712, 20241115, 20250314, 20250704 };
  guint lane = oct_recovery_chart_add_lane (chart, fixture_school_name (index),
                                            fixture_school_name (index),
                                            statements[index % G_N_ELEMENTS (statements)]);

  oct_recovery_chart_add_need (chart, lane, 20240603 + index % 20, "Reading in year 6 fell");
  oct_recovery_chart_add_support (chart, lane, 20240909, 20250404, 12 + index % 7,
                                  fixture_school_name (index + 4));
  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    oct_recovery_chart_add_rating (chart, lane, reviews[i], ratings[i], "Seen in lessons.");
  oct_recovery_chart_add_check (chart, lane, 20250926, first, "All five year groups follow it.");
  oct_recovery_chart_add_check (chart, lane, 20260424, second, NULL);
}

OctChart *
fixture_recovery (guint n_lanes)
{
  OctRecoveryChart *chart = oct_recovery_chart_new ();

  for (guint i = 0; i < n_lanes; i++)
    add_lane (chart, i, OCT_RECOVERY_CHECK_HELD,
              i == 2       ? OCT_RECOVERY_CHECK_SLIPPED
              : i % 3 == 0 ? OCT_RECOVERY_CHECK_DUE
                           : OCT_RECOVERY_CHECK_HELD);
  if (n_lanes > 0)
    {
      guint lane = oct_recovery_chart_add_lane (chart, "late", "Yew Tree School", "Calm corridors");

      oct_recovery_chart_add_need (chart, lane, 20260116, "Suspensions doubled in a term");
      oct_recovery_chart_add_rating (chart, lane, 20260206, RED, NULL);
      oct_recovery_chart_add_support (chart, lane, 20260223, 0, 4.5, "Mill Reach Academy");
      /* Overlaps the support that goes on. */
      oct_recovery_chart_add_support (chart, lane, 20260401, 20260515, 1, "Central team");
      oct_recovery_chart_add_rating (chart, lane, 20260522, AMBER, NULL);
      oct_recovery_chart_add_check (chart, lane, 20261218, OCT_RECOVERY_CHECK_DUE, NULL);
    }
  oct_recovery_chart_set_today (chart, 20260703);
  dress (OCT_CHART (chart), "Need, support, ratings and re-checks");
  return OCT_CHART (chart);
}
