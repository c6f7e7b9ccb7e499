/* Criteria and ratings: the finding of each picture, marks without colour, odd data. */
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "progress-fixtures.h"
#include "stage-fixtures.h"

#define MISSING OCT_CHART_MISSING

static void
assert_finding (OctChart *chart, const char *words)
{
  g_assert_cmpstr (oct_chart_get_title (chart), ==, words);
  check_says (chart, words);
}

/* Words around the picture are laid out at every point that is tried; the picture does without. */
static void
check_bare_hits (OctChart *chart, int width, int height)
{
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_chart_set_title (chart, "");
  oct_chart_set_subtitle (chart, NULL);
  oct_chart_set_source (chart, NULL);
  check_hits (chart, width, height, &theme);
}

/* Inked pixels of a mark that is drawn in black alone. */
static guint
mark_pixels (OctRatingMark mark, int x, int y, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 60);
  cairo_t *cr = cairo_create (surface);
  OctChartTheme theme;
  guint n;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_colour_set (theme.paper, cr);
  cairo_paint (cr);
  oct_rating_mark_trace (cr, mark, 30, 30, 50);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  n = fixture_count_pixels (surface, x, y, width, height, (OctColour) { 0, 0, 0, 1 });
  cairo_surface_destroy (surface);
  return n;
}

static void
test_marks (void)
{
  /* The square alone has corners above, the triangle below reaches further, the disc bulges. */
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_RED, 9, 9, 4, 4), >, 8);
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_AMBER, 9, 9, 4, 4), ==, 0);
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_GREEN, 9, 9, 4, 4), ==, 0);
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_GREEN, 13, 13, 2, 2), ==, 4);
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_AMBER, 13, 13, 2, 2), ==, 0);
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_AMBER, 5, 50, 3, 2), >, 0);
  g_assert_cmpuint (mark_pixels (OCT_RATING_MARK_GREEN, 5, 50, 3, 2), ==, 0);
  g_assert_cmpstr (oct_rating_mark_name (OCT_RATING_MARK_NONE), ==, "Not rated");
  g_assert_cmpstr (oct_rating_mark_letter (OCT_RATING_MARK_AMBER), ==, "A");
  g_assert_null (oct_travel_mark_name (OCT_TRAVEL_MARK_NONE));
  g_assert_cmpint (oct_rating_mark_change (OCT_RATING_MARK_GREEN, OCT_RATING_MARK_RED), ==, -1);
  g_assert_cmpint (oct_rating_mark_change (OCT_RATING_MARK_NONE, OCT_RATING_MARK_RED), ==, 0);
  g_assert_cmpint (oct_rating_mark_change (OCT_RATING_MARK_RED, OCT_RATING_MARK_SKIPPED), ==, 0);
}

/* An attendance criterion from 90 to 94, or an exclusions criterion from 30 to 10. */
static OctChart *
one_bullet_with (int better, double baseline, double target, double actual, gint32 due,
                 gint32 today)
{
  OctBulletChart *chart = oct_bullet_chart_new ();
  const OctBullet bullet = { .id = "c1",
                             .name = "Attendance",
                             .unit = OCT_CHART_UNIT_NUMBER,
                             .better = better,
                             .baseline = { baseline, 20250930 },
                             .target = { target, due },
                             .actual = { actual, 20260630 } };

  oct_bullet_chart_set_today (chart, today);
  oct_bullet_chart_add (chart, &bullet);
  return OCT_CHART (chart);
}

static OctChart *
one_bullet (double baseline, double target, double actual, gint32 due, gint32 today)
{
  return one_bullet_with (0, baseline, target, actual, due, today);
}

/* Which way is better is known, though there is no way from baseline to target. */
static void
assert_better (int better, double baseline, double target, double actual, const char *words)
{
  g_autoptr (OctChart) chart = one_bullet_with (better, baseline, target, actual, 20270731,
                                                20260703);
  g_autofree char *said = oct_chart_describe_datum (chart, 0);

  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, words));
}

static void
assert_bullet (double baseline, double target, double actual, gint32 due, const char *words)
{
  g_autoptr (OctChart) chart = one_bullet (baseline, target, actual, due, 20260703);

  assert_finding (chart, words);
  check_odd (chart);
}

static void
test_bullet_findings (void)
{
  g_autoptr (OctChart) chart = fixture_bullets (), none = OCT_CHART (oct_bullet_chart_new ());

  assert_finding (chart, "Persistent absence is further from its target than at the start");
  check_says (chart,
              "Reached 1, on the way 2, where they began 0, further away 1, no figure yet 1.");
  assert_finding (none, "No success criterion is set yet");
  assert_bullet (90, 94, 92, 20270731, "1 of 1 criterion is on the way to its target");
  assert_bullet (90, 94, 94, 20260101, "1 of 1 target is reached");
  assert_bullet (90, 94, 92, 20260101, "Attendance missed the date of its target");
  assert_bullet (90, 94, 90, 20270731, "No criterion has moved from where it began");
  assert_bullet (90, 94, MISSING, 20270731, "No success criterion has a figure yet");
  /* The better way is down where the target is the lower number. */
  assert_bullet (30, 10, 12, 20270731, "1 of 1 criterion is on the way to its target");
  assert_bullet (30, 10, 9, 20270731, "1 of 1 target is reached");
  assert_bullet (30, 10, 33, 20270731, "Attendance is further from its target than at the start");
  assert_bullet (30, 10, 9000, 20270731, "Attendance is further from its target than at the start");
  assert_bullet (95, 95, 95, 20270731, "1 of 1 target is reached");
  assert_bullet (95, 95, 91, 20270731, "No criterion has moved from where it began");
  assert_bullet (MISSING, MISSING, 4, 0, "No criterion has moved from where it began");
  assert_bullet (0, 0, 0, 0, "1 of 1 target is reached");
  assert_better (1, MISSING, 80, 85, "target reached");
  assert_better (1, MISSING, 80, 75, "short of the target");
  assert_better (-1, MISSING, 80, 75, "target reached");
  assert_better (1, 95, 94, 94.5, "target reached");
  assert_better (1, 95, 94, 93, "short of the target");
  assert_better (-1, 30, 10, 33, "further from the target than at the start");
}

static void
test_bullet_data (void)
{
  g_autoptr (OctChart) chart = fixture_bullets ();
  g_autofree char *worse = oct_chart_describe_datum (chart, 1),
                  *none = oct_chart_describe_datum (chart, 3),
                  *note = oct_chart_describe_datum (chart, 2);

  g_assert_cmpstr (worse, ==,
                   "Persistent absence: 22.4% on 30 June 2026, further from the target than at the "
                   "start. Baseline 21.5% on 30 September 2025, target 15.0% on 31 July 2027.");
  g_assert_nonnull (strstr (none, "no figure yet. Baseline 54.0%"));
  g_assert_nonnull (strstr (none, "The target’s date has passed."));
  g_assert_nonnull (strstr (note, "target reached"));
  g_assert_nonnull (strstr (note, "Counted by the school."));
  check_table_row (chart, 4,
                   "Teachers trained in the reading programme|2.1 Reading in every lesson|0 "
                   "teachers|30 September 2025|17 teachers|30 June 2026|24 teachers|31 May "
                   "2026|on the way");
  g_assert_cmpstr (oct_chart_datum_id (chart, 6), ==, "c7");
  g_assert_cmpint (oct_chart_walk (chart, 2, OCT_CHART_DOWN), ==, 3);
  check_bare_hits (chart, 760, 560);
  check_bare_hits (chart, 360, 760);
}

/* No figure yet is not nought: the one has a mark on its line and the other hasn't. */
static void
test_bullet_nought (void)
{
  g_autoptr (OctChart) nought = one_bullet (10, 2, 0, 20270731, 0),
                       none = one_bullet (10, 2, MISSING, 20270731, 0);
  OctChart *charts[] = { nought, none };
  guint accent[2], pale[2];
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = fixture_draw (charts[i], 500, 160, &theme);

      /* Below the key, which shows every mark. */
      accent[i] = fixture_count_pixels (surface, 0, 75, 500, 85, theme.accent);
      pale[i] = fixture_count_pixels (surface, 0, 75, 500, 85, theme.accent_soft);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (accent[0], >, 300);
  g_assert_cmpuint (accent[1], ==, 0);
  g_assert_cmpuint (pale[0], >, 300);
  g_assert_cmpuint (pale[1], ==, 0);
}

static OctChart *
strip_of (guint n_rows, guint n_reviews, const OctRatingMark *marks)
{
  static const char *const references[] = { "1.1", "1.2", "2.1", "2.2" };
  OctRatingStripChart *chart = oct_rating_strip_chart_new ();

  for (guint i = 0; i < n_reviews; i++)
    {
      g_autofree char *name = g_strdup_printf ("Review %u", i + 1);

      oct_rating_strip_chart_add_review (chart, name, name);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      oct_rating_strip_chart_add_row (chart, references[i], references[i], "Reading", NULL);
      for (guint j = 0; j < n_reviews; j++)
        oct_rating_strip_chart_set_cell (chart, i, j, marks[i * n_reviews + j],
                                         OCT_TRAVEL_MARK_UNCHANGED, "Words");
    }
  return OCT_CHART (chart);
}

static void
assert_strip (guint n_rows, guint n_reviews, const char *letters, const char *words)
{
  g_autofree OctRatingMark *marks = g_new (OctRatingMark, strlen (letters) + 1);
  g_autoptr (OctChart) chart = NULL;

  for (guint i = 0; letters[i] != '\0'; i++)
    marks[i] = letters[i] == 'R'   ? OCT_RATING_MARK_RED
               : letters[i] == 'A' ? OCT_RATING_MARK_AMBER
               : letters[i] == 'G' ? OCT_RATING_MARK_GREEN
               : letters[i] == 'S' ? OCT_RATING_MARK_SKIPPED
                                   : OCT_RATING_MARK_NONE;
  chart = strip_of (n_rows, n_reviews, marks);
  assert_finding (chart, words);
  check_odd (chart);
}

static void
test_strip_findings (void)
{
  g_autoptr (OctChart) chart = fixture_rating_strip (12, 6);

  assert_finding (chart, "Larkrise School 2.1 has been red for 3 reviews");
  check_says (chart, "Longest from red to support: Larkrise School 2.1, 96 days.");
  assert_strip (0, 0, "", "No objective is set yet");
  assert_strip (2, 0, "", "No objective is rated yet");
  assert_strip (2, 2, "--S-", "No objective is rated yet");
  assert_strip (2, 3, "GRRARS", "Objective 1.1 has been red for 2 reviews");
  /* A review that skipped the objective doesn't end its red. */
  assert_strip (1, 4, "RSR-", "Objective 1.1 has been red for 2 reviews");
  assert_strip (2, 2, "RRRR", "2 objectives have been red for 2 reviews");
  assert_strip (3, 2, "GRARGG", "2 of 3 objectives are red at their latest review");
  assert_strip (2, 2, "GGAR", "Objective 1.2 is red at its latest review");
  assert_strip (2, 2, "GARG", "1 objective is rated lower than the time before");
  assert_strip (2, 2, "GGAG", "All 2 rated objectives are green");
  assert_strip (2, 2, "GG--", "The only rated objective is green");
  assert_strip (2, 2, "AAGG", "No objective is red; 1 of 2 are green");
}

static void
test_strip_data (void)
{
  g_autoptr (OctChart) chart = fixture_rating_strip (12, 6);
  g_autofree char *red = oct_chart_describe_datum (chart, 7 * 6 + 5);

  g_assert_cmpuint (oct_chart_n_data (chart), ==, 72);
  g_assert_cmpstr (red, ==,
                   "Larkrise School, 2.1 Leaders know which pupils are absent by ten, and why, "
                   "Summer 2026: Red, Unchanged. Two of five year groups follow the programme. "
                   "Support: Alder Grange Primary School, 12 days of coaching.");
  check_table_row (chart, 7 * 6 + 5,
                   "Larkrise School|2.1|Leaders know which pupils are absent by ten, and "
                   "why|Summer 2026|Red|Unchanged|Two of five year groups follow the programme.");
  g_assert_cmpstr (oct_chart_datum_id (chart, 7 * 6 + 5), ==, "o8");
  g_assert_cmpstr (oct_rating_strip_chart_datum_review (OCT_RATING_STRIP_CHART (chart), 7 * 6 + 5),
                   ==, "r6");
  g_assert_cmpint (oct_chart_walk (chart, 8, OCT_CHART_DOWN), ==, 14);
  g_assert_cmpint (oct_chart_walk (chart, 8, OCT_CHART_UP), ==, 2);
  g_assert_cmpint (oct_chart_walk (chart, 11, OCT_CHART_RIGHT), ==, 11);
  check_bare_hits (chart, 760, 480);
}

/* Skipped is hatched, not recorded is blank, and neither has a rating's colour. */
static void
test_strip_absence (void)
{
  static const OctRatingMark marks[] = { OCT_RATING_MARK_NONE, OCT_RATING_MARK_SKIPPED };
  guint other[2];
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OctChart) chart = strip_of (1, 1, &marks[i]);
      cairo_surface_t *surface;

      oct_chart_set_title (chart, "");
      surface = fixture_draw (chart, 300, 120, &theme);
      other[i] = 300 * 80 - fixture_count_pixels (surface, 0, 40, 300, 80, theme.paper);
      for (int mark = OCT_RATING_MARK_RED; mark <= OCT_RATING_MARK_GREEN; mark++)
        g_assert_cmpuint (fixture_count_pixels (surface, 0, 0, 300, 120,
                                                oct_rating_mark_colour (&theme, mark)),
                          ==, 0);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (other[1], >, other[0] + 100);
}

static void
test_many (void)
{
  static const guint n_rows[] = { 1, 12, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      g_autoptr (OctChart) strip = fixture_rating_strip (n_rows[i], 6),
                           bullets = fixture_many_bullets (MIN (n_rows[i], 90));

      check_odd (strip);
      check_odd (bullets);
      check_inside (strip, 640, 480, 1);
      check_inside (strip, 360, 480, 1.4);
      check_inside (bullets, 640, 480, 1);
    }
}

static void
assert_flow (OctRatingMark before, OctRatingMark after, guint n, const char *words)
{
  g_autoptr (OctChart) chart = OCT_CHART (oct_rating_flow_chart_new ());

  if (n > 0)
    oct_rating_flow_chart_set_count (OCT_RATING_FLOW_CHART (chart), before, after, n);
  assert_finding (chart, words);
  check_odd (chart);
}

static void
test_flow (void)
{
  g_autoptr (OctChart) chart = fixture_rating_flow ();
  OctRatingFlowChart *flow = OCT_RATING_FLOW_CHART (chart);
  g_autofree char *down = oct_chart_describe_datum (chart, 5);
  const cairo_rectangle_t *places;
  OctRatingMark before, after;
  OctChartTheme theme;

  assert_finding (chart, "5 objectives went from Green to Amber");
  check_says (chart, "Up 7, down 6, unchanged 23, rated for the first time 4, no longer rated 1.");
  g_assert_cmpstr (down, ==, "Green to Amber: 5 objectives");
  check_table_row (chart, 5, "Green|Amber|5");
  check_table_row (chart, 7, "Green|Not rated|1");
  g_assert_true (oct_rating_flow_chart_get_datum (flow, 5, &before, &after));
  g_assert_cmpint (before, ==, OCT_RATING_MARK_GREEN);
  g_assert_cmpint (after, ==, OCT_RATING_MARK_AMBER);
  g_assert_false (oct_rating_flow_chart_get_datum (flow, 10, &before, &after));
  oct_chart_set_title (chart, "");
  oct_chart_set_subtitle (chart, NULL);
  oct_chart_set_source (chart, NULL);
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  places = oct_placed_chart_get_places (OCT_PLACED_CHART (chart), 700, 400, &theme);
  for (guint i = 0; i < oct_chart_n_data (chart); i++)
    g_assert_cmpint (oct_chart_hit (chart, 700, 400, &theme, places[i].x + 2,
                                    places[i].y + places[i].height / 2),
                     ==, i);
  assert_flow (0, 0, 0, "There are no two reviews to compare yet");
  assert_flow (OCT_RATING_MARK_GREEN, OCT_RATING_MARK_GREEN, 3, "No rating has changed");
  assert_flow (OCT_RATING_MARK_RED, OCT_RATING_MARK_GREEN, 1,
               "1 rating went up and none went down");
  assert_flow (OCT_RATING_MARK_NONE, OCT_RATING_MARK_RED, 90, "Nothing was rated at both reviews");
}

static void
assert_share (OctRatingShare share, const char *words)
{
  g_autoptr (OctChart) chart = OCT_CHART (oct_rating_share_chart_new ());

  oct_rating_share_chart_add (OCT_RATING_SHARE_CHART (chart), "1", "Larkrise School", &share,
                              FALSE);
  assert_finding (chart, words);
  check_odd (chart);
}

static void
test_share (void)
{
  static const guint n_schools[] = { 0, 1, 90 };
  g_autoptr (OctChart) chart = fixture_rating_share (12);
  g_autofree char *none = oct_chart_describe_datum (chart, 3),
                  *empty = oct_chart_describe_datum (chart, 6);

  assert_finding (chart, "No objective at Larkrise School is green yet");
  g_assert_cmpstr (none, ==, "Larkrise School, 5 objectives: green 0, amber 3, red 2, not rated 0");
  g_assert_cmpstr (empty, ==, "Fallow Hill College: no objectives");
  check_table_row (chart, 3, "Larkrise School|0|3|2|0|5");
  g_assert_cmpstr (oct_chart_datum_id (chart, 3), ==, "100003");
  check_bare_hits (chart, 700, 320);
  assert_share ((OctRatingShare) { 0, 0, 0, 0 }, "No objective is set yet");
  assert_share ((OctRatingShare) { 0, 0, 0, 4 }, "No objective is rated yet");
  assert_share ((OctRatingShare) { 0, 0, 4, 1 }, "Every rated objective is green");
  assert_share ((OctRatingShare) { 1, 0, 3, 1 }, "3 of 4 rated objectives are green");
  for (guint i = 0; i < G_N_ELEMENTS (n_schools); i++)
    {
      g_autoptr (OctChart) many = fixture_rating_share (n_schools[i]);

      check_odd (many);
      check_inside (many, 900, 500, 1);
    }
}

static void
assert_burn_up (const gint32 (*days)[2], guint n, gint32 today, const char *words)
{
  g_autoptr (OctChart) chart = OCT_CHART (oct_burn_up_chart_new ());

  for (guint i = 0; i < n; i++)
    oct_burn_up_chart_add (OCT_BURN_UP_CHART (chart), "Lesson visits", days[i][0], days[i][1]);
  oct_burn_up_chart_set_today (OCT_BURN_UP_CHART (chart), today);
  assert_finding (chart, words);
  check_odd (chart);
}

static void
test_burn_up (void)
{
  static const gint32 days[][2] = { { 20260101, 20260105 }, { 20260201, 0 }, { 0, 0 } };
  static const gint32 early[][2] = { { 20260901, 20260105 } };
  g_autoptr (OctChart) chart = fixture_burn_up ();
  g_autofree char *first = oct_chart_describe_datum (chart, 0),
                  *last = oct_chart_describe_datum (chart, oct_chart_n_data (chart) - 1);

  assert_finding (chart, "3 milestones behind plan: 9 met of 12 due");
  check_says (chart, "Counted on 3 July 2026.");
  check_says (chart, "1 has no date and isn’t shown.");
  g_assert_cmpstr (first, ==,
                   "17 October 2025: 2 planned by then, 1 met. Due: Milestone 1; Milestone 2. Met: "
                   "Milestone 1.");
  g_assert_cmpstr (last, ==,
                   "18 December 2026: 16 planned by then. Due: Milestone 15; Milestone 16.");
  check_table_row (chart, 0, "17 October 2025|2|1|2|1");
  check_bare_hits (chart, 700, 300);
  assert_burn_up (days, 0, 20260301, "No milestone is set yet");
  assert_burn_up (days + 2, 1, 20260301, "No milestone has a date yet");
  assert_burn_up (days, 3, 20251201, "No milestone is due yet");
  assert_burn_up (days, 1, 20260301, "As many milestones are met as were due: 1");
  assert_burn_up (days, 3, 20260301, "1 milestone behind plan: 1 met of 2 due");
  assert_burn_up (days, 3, 0, "1 milestone behind plan: 1 met of 2 due");
  assert_burn_up (early, 1, 20260301, "1 milestone ahead of plan: 1 met, 0 due");
}

static void
assert_risk (OctRiskPoint now, OctRiskPoint before, guint appetite, const char *words)
{
  g_autoptr (OctChart) chart = OCT_CHART (oct_risk_chart_new ());

  oct_risk_chart_add (OCT_RISK_CHART (chart), "1", 1, "A boiler fails", now, &before, appetite);
  assert_finding (chart, words);
  check_odd (chart);
}

static void
test_risks (void)
{
  g_autoptr (OctChart) chart = fixture_risks (8), none = OCT_CHART (oct_risk_chart_new ()),
                       many = fixture_risks (120);
  g_autofree char *rose = oct_chart_describe_datum (chart, 2),
                  *unscored = oct_chart_describe_datum (chart, 7);
  const cairo_rectangle_t *places;
  OctChartTheme theme;

  assert_finding (chart,
                  "“Places stay empty after a new estate is delayed” rose above the appetite");
  check_says (chart, "Above the appetite 3, up 1, down 1, not scored 1.");
  g_assert_cmpstr (
    rose, ==,
    "3 Places stay empty after a new estate is delayed: likelihood 4, Likely; impact "
    "3, Serious; score 12, above the appetite. Last time 6.");
  g_assert_nonnull (strstr (unscored, "not scored"));
  check_table_row (chart, 4, "5|A supplier of catering withdraws|2|2|4|8");
  check_table_row (chart, 7,
                   "8|SEND transport is cut by the local authority and pupils come late||||");
  assert_finding (none, "No risk is recorded yet");
  check_odd (none);
  check_odd (many);
  check_inside (many, 800, 500, 1);
  assert_risk ((OctRiskPoint) { 0, 3 }, (OctRiskPoint) { 0, 0 }, 10, "No risk is scored yet");
  assert_risk ((OctRiskPoint) { 5, 5 }, (OctRiskPoint) { 5, 5 }, 10,
               "The only risk is above the appetite");
  assert_risk ((OctRiskPoint) { 2, 3 }, (OctRiskPoint) { 2, 2 }, 10,
               "Scores since last time: 1 up, 0 down");
  assert_risk ((OctRiskPoint) { 2, 3 }, (OctRiskPoint) { 9, 9 }, 10,
               "No risk is above the appetite");
  assert_risk ((OctRiskPoint) { 2, 3 }, (OctRiskPoint) { 2, 3 }, 0,
               "1 risk by likelihood and impact");
  /* Risks with appetites of their own are above or not each by itself. */
  oct_risk_chart_add (OCT_RISK_CHART (none), "1", 1, "Fire", (OctRiskPoint) { 2, 4 }, NULL, 6);
  oct_risk_chart_add (OCT_RISK_CHART (none), "2", 2, "Flood", (OctRiskPoint) { 2, 4 }, NULL, 9);
  assert_finding (none, "1 of 2 risks is above the appetite");
  check_odd (none);
  /* No disc covers another, and each is hit where it is. */
  oct_chart_set_title (many, "");
  oct_chart_set_subtitle (many, NULL);
  oct_chart_set_source (many, NULL);
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  places = oct_placed_chart_get_places (OCT_PLACED_CHART (many), 900, 600, &theme);
  for (guint i = 0; i < oct_chart_n_data (many); i++)
    {
      if (places[i].width > 0)
        g_assert_cmpint (oct_chart_hit (many, 900, 600, &theme, places[i].x + places[i].width / 2,
                                        places[i].y + places[i].height / 2),
                         ==, i);
    }
}

static void
assert_recovery (OctRecoveryCheck check, gint32 day, const char *words)
{
  OctRecoveryChart *chart = oct_recovery_chart_new ();
  g_autoptr (OctChart) owned = OCT_CHART (chart);

  oct_recovery_chart_add_lane (chart, "1", "Larkrise School", NULL);
  oct_recovery_chart_add_support (chart, 0, 20250901, 20251219, 6, NULL);
  if (day > 0)
    oct_recovery_chart_add_check (chart, 0, day, check, NULL);
  oct_recovery_chart_set_today (chart, 20260703);
  assert_finding (owned, words);
  check_odd (owned);
}

static void
test_recovery (void)
{
  g_autoptr (OctChart) chart = fixture_recovery (4), none = OCT_CHART (oct_recovery_chart_new ()),
                       many = fixture_recovery (89);
  g_autofree char *need = oct_chart_describe_datum (chart, 0),
                  *support = oct_chart_describe_datum (chart, 2),
                  *last = oct_chart_describe_datum (chart, oct_chart_n_data (chart) - 1);

  assert_finding (chart, "Larkrise School slipped after support ended");
  check_says (chart, "Re-checks: held 5, in part 0, slipped 1, to be done 3, overdue 2.");
  g_assert_cmpstr (need, ==,
                   "Alder Grange Primary School, 3 June 2024: need raised. Reading in year 6 fell");
  g_assert_cmpstr (support, ==,
                   "Alder Grange Primary School, 9 September 2024 to 4 April 2025: support. 12 "
                   "days, Eastmoor Infant School");
  g_assert_cmpstr (last, ==, "Yew Tree School, 18 December 2026: re-check due");
  g_assert_cmpstr (oct_chart_datum_id (chart, oct_chart_n_data (chart) - 1), ==, "late");
  check_odd (none);
  check_odd (many);
  check_inside (many, 800, 500, 1);
  assert_recovery (OCT_RECOVERY_CHECK_HELD, 20260401, "It lasted at Larkrise School");
  assert_recovery (OCT_RECOVERY_CHECK_PARTLY, 20260401,
                   "0 of 1 re-checks found that things held in full");
  assert_recovery (OCT_RECOVERY_CHECK_DUE, 20260401, "1 re-check is overdue");
  assert_recovery (OCT_RECOVERY_CHECK_DUE, 20270401, "Nothing has been re-checked yet");
  assert_recovery (OCT_RECOVERY_CHECK_DUE, 0, "Nothing has been re-checked yet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/marks", test_marks);
  g_test_add_func ("/progress/bullet/findings", test_bullet_findings);
  g_test_add_func ("/progress/bullet/data", test_bullet_data);
  g_test_add_func ("/progress/bullet/nought", test_bullet_nought);
  g_test_add_func ("/progress/strip/findings", test_strip_findings);
  g_test_add_func ("/progress/strip/data", test_strip_data);
  g_test_add_func ("/progress/strip/absence", test_strip_absence);
  g_test_add_func ("/progress/many", test_many);
  g_test_add_func ("/progress/flow", test_flow);
  g_test_add_func ("/progress/share", test_share);
  g_test_add_func ("/progress/burn-up", test_burn_up);
  g_test_add_func ("/progress/risks", test_risks);
  g_test_add_func ("/progress/recovery", test_recovery);
  return g_test_run ();
}
