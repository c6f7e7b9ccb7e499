/* Line charts say where a line goes, break it where a figure is missing, and work with one point. */
#include <math.h>
#include <string.h>

#include "chart-fixtures.h"

static void
assert_says (OctChart *chart, const char *words)
{
  g_autofree char *description = oct_chart_describe (chart);

  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, words));
}

static OctChart *
one_line (const OctLinePoint *points, guint n_points)
{
  OctLineChart *chart = oct_line_chart_new ();

  oct_line_chart_add_series (chart, NULL, points, n_points, TRUE);
  return OCT_CHART (chart);
}

static void
test_finding (void)
{
  g_autoptr (OctChart) lines = fixture_lines ();
  g_autoptr (OctChart) growth = fixture_growth (8);
  g_autoptr (OctChart) single = fixture_growth (1);

  assert_says (lines, "Fen Edge Trust: up from 6 on 20 April 2022 to 16 on 21 January 2025.");
  assert_says (growth, "No figure on 1 April 2016: Not published in 2020.");
  assert_says (single, "41.0% on 1 January 2016.");
}

static void
test_order_of_days (void)
{
  const OctLinePoint points[] = { { "late", 20250121, 3, NULL },
                                  { "early", 20220420, 9, NULL },
                                  { "never", 20230230, 1, NULL },
                                  { "middle", 20240101, 5, NULL } };
  g_autoptr (OctChart) chart = one_line (points, G_N_ELEMENTS (points));

  g_assert_cmpuint (oct_chart_n_data (chart), ==, 3);
  g_assert_cmpstr (oct_chart_datum_id (chart, 0), ==, "early");
  g_assert_cmpstr (oct_chart_datum_id (chart, 2), ==, "late");
  assert_says (chart, "down from 9 on 20 April 2022 to 3 on 21 January 2025.");
}

static void
test_break (void)
{
  OctLinePoint points[] = { { NULL, 20210101, 10, NULL },
                            { NULL, 20220101, 10, NULL },
                            { NULL, 20230101, 10, NULL },
                            { NULL, 20240101, 10, NULL } };
  g_autoptr (OctChart) whole = one_line (points, 4);
  g_autoptr (OctChart) broken = NULL;
  cairo_surface_t *one, *two;
  OctChartTheme theme;

  points[1].value = NAN;
  points[1].missing = "Exams cancelled";
  broken = one_line (points, 4);
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  one = fixture_draw (whole, 500, 200, &theme);
  two = fixture_draw (broken, 500, 200, &theme);
  /* Two thirds of the line are gone: nothing bridges the gap. */
  g_assert_cmpuint (fixture_count_pixels (two, 0, 0, 500, 200, theme.accent), <,
                    fixture_count_pixels (one, 0, 0, 500, 200, theme.accent) * 7 / 10);
  cairo_surface_destroy (one);
  cairo_surface_destroy (two);
}

static void
test_walk (void)
{
  g_autoptr (OctChart) lines = fixture_lines ();

  g_assert_cmpint (oct_chart_walk (lines, OCT_CHART_NONE, OCT_CHART_RIGHT), ==, 0);
  g_assert_cmpint (oct_chart_walk (lines, 0, OCT_CHART_RIGHT), ==, 1);
  g_assert_cmpint (oct_chart_walk (lines, 0, OCT_CHART_LEFT), ==, 0);
  g_assert_cmpint (oct_chart_walk (lines, 5, OCT_CHART_RIGHT), ==, 5);
  /* Down to the same day of the next line. */
  g_assert_cmpint (oct_chart_walk (lines, 3, OCT_CHART_DOWN), ==, 9);
  g_assert_cmpint (oct_chart_walk (lines, 9, OCT_CHART_UP), ==, 3);
  g_assert_cmpint (oct_chart_walk (lines, 3, OCT_CHART_UP), ==, 3);
  fixture_check_walk (lines);
  fixture_check_table (lines);
}

static void
test_hit (void)
{
  g_autoptr (OctChart) single = fixture_growth (1);
  OctChartTheme theme;
  int hits = 0;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (int x = 0; x < 500; x += 5)
    {
      for (int y = 0; y < 300; y += 5)
        hits += oct_chart_hit (single, 500, 300, &theme, x, y) == 0;
    }
  /* A circle about the one point, and nothing else. */
  g_assert_cmpint (hits, >, 30);
  g_assert_cmpint (hits, <, 120);
}

static void
test_odd_data (void)
{
  const OctLinePoint missing[] = { { NULL, 20210101, NAN, NULL }, { NULL, 20220101, NAN, NULL } };
  const OctLinePoint zeros[] = { { NULL, 20210101, 0, NULL }, { NULL, 20220101, 0, NULL } };
  OctChart *charts[] = { one_line (NULL, 0),  one_line (missing, 2),
                         one_line (zeros, 2), OCT_CHART (oct_line_chart_new ()),
                         fixture_growth (1),  fixture_growth (2),
                         fixture_growth (60) };
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_DARK, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      cairo_surface_destroy (fixture_draw (charts[i], 300, 200, &theme));
      cairo_surface_destroy (fixture_draw (charts[i], 30, 20, &theme));
      fixture_check_walk (charts[i]);
      fixture_check_table (charts[i]);
      g_object_unref (charts[i]);
    }
}

static void
test_six_lines (void)
{
  g_autoptr (OctChart) lines = fixture_lines ();
  const OctLinePoint point = { NULL, 20210101, 1, NULL };

  g_assert_false (oct_line_chart_add_series (OCT_LINE_CHART (lines), "Seventh", &point, 1, FALSE));
  oct_line_chart_clear (OCT_LINE_CHART (lines));
  g_assert_cmpuint (oct_chart_n_data (lines), ==, 0);
  g_assert_true (oct_line_chart_add_series (OCT_LINE_CHART (lines), "First", &point, 1, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/lines/finding", test_finding);
  g_test_add_func ("/chart/lines/order-of-days", test_order_of_days);
  g_test_add_func ("/chart/lines/break", test_break);
  g_test_add_func ("/chart/lines/walk", test_walk);
  g_test_add_func ("/chart/lines/hit", test_hit);
  g_test_add_func ("/chart/lines/odd-data", test_odd_data);
  g_test_add_func ("/chart/lines/six-lines", test_six_lines);

  return g_test_run ();
}
