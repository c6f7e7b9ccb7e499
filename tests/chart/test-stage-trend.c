/* Stages over cycles: the finding, what breaks a line, panels, odd data. */
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "stage-fixtures.h"

#define NONE OCT_STAGE_NOT_JUDGED

/* Cycles "1" to "4"; with a @note before the third. */
static OctStageTrendChart *
four_cycles (const char *note)
{
  OctStageTrendChart *chart = oct_stage_trend_chart_new ();

  oct_stage_trend_chart_set_stages (chart, fixture_stage_names);
  oct_stage_trend_chart_add_cycle (chart, "1", "Cycle 1", NULL);
  oct_stage_trend_chart_add_cycle (chart, "2", "Cycle 2", NULL);
  oct_stage_trend_chart_add_cycle (chart, "3", "Cycle 3", note);
  oct_stage_trend_chart_add_cycle (chart, "4", "Cycle 4", NULL);
  return chart;
}

static OctChart *
one_line (int a, int b, int c, int d, const char *note)
{
  OctStageTrendChart *chart = four_cycles (note);
  const int stages[] = { a, b, c, d };

  oct_stage_trend_chart_set_element (chart, "e2", 2, "Improvement");
  g_assert_true (oct_stage_trend_chart_add_line (chart, "trust", "Trust", 2, stages, NULL));
  return OCT_CHART (chart);
}

static void
assert_finding (int a, int b, int c, int d, const char *note, const char *words)
{
  g_autoptr (OctChart) chart = one_line (a, b, c, d, note);

  g_assert_cmpstr (oct_chart_get_title (chart), ==, words);
  check_says (chart, words);
}

static void
test_finding (void)
{
  g_autoptr (OctChart) chart = fixture_stage_trend (24), panels = fixture_stage_trends ();

  check_says (chart, "Improvement went back to Developing in Summer 2026.");
  check_says (chart, "Target for July 2027: Embedded, not reached yet.");
  check_says (chart, "Not judged in Spring 2024.");
  check_says (chart, "Not compared across the break before Autumn 2025: Framework 2");
  check_says (panels, "Resilience went back; 2 moved on.");
  assert_finding (1, 2, 2, 3, NULL, "Improvement moved on to Embedded in Cycle 4");
  assert_finding (1, 3, 3, 3, NULL, "Improvement moved on to Embedded in Cycle 2");
  assert_finding (3, 2, NONE, 2, NULL, "Improvement went back to Developing in Cycle 2");
  assert_finding (2, 2, 2, 2, NULL, "Improvement has stayed at Developing since Cycle 1");
  assert_finding (NONE, 2, NONE, NONE, NULL, "Improvement: Developing in Cycle 2");
  assert_finding (NONE, NONE, NONE, NONE, NULL, "Improvement is not judged yet");
}

/* What was judged by another framework is no reason to speak of a change. */
static void
test_break (void)
{
  g_autoptr (OctChart) broken = one_line (1, 1, 3, 3, "Framework 2"),
                       whole = one_line (1, 1, 3, 3, NULL), gap = one_line (1, NONE, NONE, 1, NULL);
  g_autofree char *words = oct_chart_describe_datum (broken, 2);
  cairo_surface_t *surfaces[3];
  guint upright[3], line[3];
  OctChartTheme theme;

  assert_finding (1, 1, 3, 3, "Framework 2", "Improvement has stayed at Embedded since Cycle 3");
  g_assert_cmpstr (words, ==, "Improvement, Cycle 3: Embedded");
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < 3; i++)
    {
      OctChart *charts[] = { whole, broken, gap };
      OctColour hue = oct_chart_theme_element (&theme, 2);

      oct_chart_set_title (charts[i], "");
      surfaces[i] = fixture_draw (charts[i], 600, 400, &theme);
      line[i] = fixture_count_pixels (surfaces[i], 60, 60, 540, 340, hue);
      /* Only an upright crosses the band between the two stages. */
      upright[i] = fixture_count_pixels (surfaces[i], 60, 190, 540, 12, hue);
      cairo_surface_destroy (surfaces[i]);
    }
  g_assert_cmpuint (upright[0], >, 20);
  g_assert_cmpuint (upright[1], ==, 0);
  g_assert_cmpuint (line[2], <, line[1] * 7 / 10);
}

static void
test_data (void)
{
  g_autoptr (OctChart) chart = fixture_stage_trend (0);
  OctStageTrendChart *trend = OCT_STAGE_TREND_CHART (chart);
  g_autofree char *now = oct_chart_describe_datum (chart, 5),
                  *own = oct_chart_describe_datum (chart, 2),
                  *school = oct_chart_describe_datum (chart, 11);

  g_assert_cmpuint (oct_chart_n_data (chart), ==, 12);
  g_assert_cmpstr (
    now, ==,
    "Improvement, Trust, moderated, Summer 2026: Developing, down from Embedded, own "
    "view Embedded");
  g_assert_cmpstr (
    own, ==,
    "Improvement, Trust, moderated, Autumn 2024: Beginning, up from Not yet, own view "
    "Developing");
  g_assert_cmpstr (school, ==,
                   "Improvement, Larkrise School, Summer 2026: Beginning, down from Developing");
  g_assert_cmpstr (oct_chart_datum_id (chart, 11), ==, "100003");
  g_assert_cmpstr (oct_stage_trend_chart_datum_cycle (trend, 11), ==, "c6");
  g_assert_cmpstr (oct_stage_trend_chart_datum_element (trend, 11), ==, "e2");
  g_assert_null (oct_stage_trend_chart_datum_cycle (trend, 12));
  check_table_row (chart, 1, "Improvement|Trust, moderated|Spring 2024|Not judged|");
  check_table_row (chart, 5, "Improvement|Trust, moderated|Summer 2026|Developing|Embedded");
}

static void
test_walk (void)
{
  g_autoptr (OctChart) panels = fixture_stage_trends ();

  g_assert_cmpint (oct_chart_walk (panels, OCT_CHART_NONE, OCT_CHART_RIGHT), ==, 0);
  g_assert_cmpint (oct_chart_walk (panels, 0, OCT_CHART_LEFT), ==, 0);
  g_assert_cmpint (oct_chart_walk (panels, 5, OCT_CHART_RIGHT), ==, 5);
  g_assert_cmpint (oct_chart_walk (panels, 5, OCT_CHART_DOWN), ==, 11);
  g_assert_cmpint (oct_chart_walk (panels, 3, OCT_CHART_UP), ==, 3);
  g_assert_cmpint (oct_chart_walk (panels, 3, OCT_CHART_LAST), ==, 47);
  fixture_check_walk (panels);
}

static void
test_hits (void)
{
  g_autoptr (OctChart) chart = fixture_stage_trend (24), panels = fixture_stage_trends ();
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  check_hits (chart, 700, 480, &theme);
  check_hits (panels, 800, 800, &theme);
  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.5, NULL);
  check_hits (chart, 480, 520, &theme);
}

static void
test_inside (void)
{
  OctChart *charts[] = { fixture_stage_trend (0), fixture_stage_trend (90),
                         fixture_stage_trends () };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      for (double scale = 1; scale <= 2; scale += 0.5)
        {
          OctChartTheme theme;

          oct_chart_theme_init (&theme, OCT_THEME_LIGHT, scale, NULL);
          check_inside (charts[i], 360, oct_chart_natural_height (charts[i], 360, &theme), scale);
          check_inside (charts[i], 760, oct_chart_natural_height (charts[i], 760, &theme), scale);
          check_inside (charts[i], 1920, 1080, scale);
        }
      g_object_unref (charts[i]);
    }
}

static void
test_limits (void)
{
  g_autoptr (OctStageTrendChart) chart = four_cycles (NULL);
  const int stages[] = { 0, 1, 99, -3 };

  g_assert_false (oct_stage_trend_chart_add_line (chart, "x", "X", 1, stages, NULL));
  for (guint i = 0; i < OCT_STAGE_TREND_MAX_PANELS; i++)
    g_assert_true (oct_stage_trend_chart_add_element (chart, "e", i + 1, "An element"));
  g_assert_false (oct_stage_trend_chart_add_element (chart, "e", 1, "A ninth"));
  for (guint i = 0; i < OCT_STAGE_TREND_MAX_LINES; i++)
    g_assert_true (oct_stage_trend_chart_add_line (chart, "x", "X", 1, stages, NULL));
  g_assert_false (oct_stage_trend_chart_add_line (chart, "x", "X", 1, stages, NULL));
  check_table_row (OCT_CHART (chart), 2, "An element|X|Cycle 3|Not judged|");
  check_odd (OCT_CHART (chart));
  oct_stage_trend_chart_clear (chart);
  check_odd (OCT_CHART (chart));
}

static void
test_odd_data (void)
{
  g_autoptr (OctStageTrendChart) empty = oct_stage_trend_chart_new (),
                                 single = oct_stage_trend_chart_new ();
  g_autoptr (OctStageTrendChart) long_names = four_cycles (
    "Framework 2, whose stages were reworded by all who had used the first one for two years");
  OctChart *unjudged = one_line (NONE, NONE, NONE, NONE, "Framework 2"),
           *equal = one_line (4, 4, 4, 4, NULL);
  const int stage = 2, stages[] = { 0, 1, 2, 3 };

  oct_stage_trend_chart_set_stages (single, fixture_stage_names);
  oct_stage_trend_chart_add_cycle (single, NULL, NULL, NULL);
  oct_stage_trend_chart_set_element (single, NULL, 0, NULL);
  check_odd (OCT_CHART (single));
  oct_stage_trend_chart_add_line (single, NULL, NULL, 0, &stage, NULL);
  oct_stage_trend_chart_set_element (long_names, NULL, 0,
                                     "An element with a name that no panel has ever had room for");
  oct_stage_trend_chart_add_line (long_names, NULL, "The trust as its panel of assessors sees it",
                                  8, stages, NULL);
  oct_stage_trend_chart_add_line (long_names, NULL, "The trust as its own leaders see it", 0,
                                  stages, NULL);
  oct_stage_trend_chart_set_target (long_names, 4, "The end of the academic year 2026/27");
  check_odd (OCT_CHART (empty));
  check_odd (OCT_CHART (single));
  check_odd (OCT_CHART (long_names));
  check_inside (OCT_CHART (long_names), 360, 420, 1);
  check_inside (OCT_CHART (long_names), 700, 420, 2);
  check_odd (unjudged);
  check_odd (equal);
  g_object_unref (unjudged);
  g_object_unref (equal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/stage-trend/finding", test_finding);
  g_test_add_func ("/chart/stage-trend/break", test_break);
  g_test_add_func ("/chart/stage-trend/data", test_data);
  g_test_add_func ("/chart/stage-trend/walk", test_walk);
  g_test_add_func ("/chart/stage-trend/hits", test_hits);
  g_test_add_func ("/chart/stage-trend/inside", test_inside);
  g_test_add_func ("/chart/stage-trend/limits", test_limits);
  g_test_add_func ("/chart/stage-trend/odd-data", test_odd_data);

  return g_test_run ();
}
