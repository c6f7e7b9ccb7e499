/* Bar, stacked and column charts say their finding, draw it where it must be, and survive odd data. */
#include <math.h>
#include <string.h>

#include "chart-fixtures.h"

static void
light (OctChartTheme *theme)
{
  oct_chart_theme_init (theme, OCT_THEME_LIGHT, 1, NULL);
}

static void
assert_says (OctChart *chart, const char *words)
{
  g_autofree char *description = oct_chart_describe (chart);

  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, words));
}

static void
test_finding (void)
{
  g_autoptr (OctChart) bars = fixture_bars ();
  g_autoptr (OctChart) histogram = fixture_histogram ();
  g_autoptr (OctChart) years = fixture_years ();
  g_autoptr (OctChart) stacked = fixture_stacked ();

  assert_says (bars, "Highest: South West, 74.6%. Lowest: London, 52.4%.");
  assert_says (bars, "1 has no figure.");
  assert_says (histogram, "Highest: 1 school, 1012.");
  assert_says (histogram, "Fen Edge Trust: 10 to 19 schools, 275.");
  assert_says (years, "Highest: 2013, 1500.");
  assert_says (stacked, "Longest: Harbour Learning Partnership, 34.");
  assert_says (stacked, "Largest part: Primary, 35.");
}

static void
test_bar_lengths (void)
{
  OctBar bars[] = {
    { "a", "A", 100, NULL, NAN, TRUE },
    { "b", "B", 50, NULL, NAN, TRUE },
    { "c", "C", 0, NULL, NAN, TRUE },
    { "d", "D", NAN, "Suppressed", NAN, TRUE },
  };
  g_autoptr (OctBarChart) chart = oct_bar_chart_new ();
  cairo_surface_t *surface;
  OctChartTheme theme;
  guint n[4];

  light (&theme);
  oct_bar_chart_set_bars (chart, bars, 4);
  surface = fixture_draw (OCT_CHART (chart), 500, 100, &theme);
  for (guint i = 0; i < 4; i++)
    n[i] = fixture_count_pixels (surface, 0, i * 25 + 12, 500, 1, theme.accent);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (n[0], >, 300);
  /* Half the value is half the length: the scale begins at zero. */
  g_assert_cmpfloat_with_epsilon (n[1], n[0] / 2.0, 2);
  g_assert_cmpuint (n[2], ==, 0);
  g_assert_cmpuint (n[3], ==, 0);
}

static void
test_missing_is_not_zero (void)
{
  OctBar zero = { "a", "A", 0, NULL, NAN, FALSE },
         missing = { "a", "A", NAN, "Suppressed", NAN, FALSE };
  g_autoptr (OctBarChart) chart = oct_bar_chart_new ();
  g_autofree char *zero_words = NULL;
  g_autofree char *missing_words = NULL;
  cairo_surface_t *one, *two;
  OctChartTheme theme;

  light (&theme);
  oct_bar_chart_set_bars (chart, &zero, 1);
  one = fixture_draw (OCT_CHART (chart), 300, 60, &theme);
  zero_words = oct_chart_describe_datum (OCT_CHART (chart), 0);
  oct_bar_chart_set_bars (chart, &missing, 1);
  two = fixture_draw (OCT_CHART (chart), 300, 60, &theme);
  missing_words = oct_chart_describe_datum (OCT_CHART (chart), 0);
  g_assert_cmpuint (fixture_count_pixels (one, 0, 0, 300, 60, theme.paper), !=,
                    fixture_count_pixels (two, 0, 0, 300, 60, theme.paper));
  g_assert_cmpstr (zero_words, ==, "A: 0");
  g_assert_cmpstr (missing_words, ==, "A: Suppressed");
  cairo_surface_destroy (one);
  cairo_surface_destroy (two);
}

static void
test_comparison (void)
{
  g_autoptr (OctChart) bars = fixture_bars ();
  g_autoptr (OctChartTable) table = oct_chart_table (bars);
  g_autofree char *words = oct_chart_describe_datum (bars, 0);
  cairo_surface_t *surface;
  OctChartTheme theme;

  light (&theme);
  surface = fixture_draw (bars, 700, 400, &theme);
  g_assert_cmpuint (fixture_count_pixels (surface, 0, 0, 700, 400, theme.warn), >, 100);
  cairo_surface_destroy (surface);
  g_assert_cmpstr (words, ==, "South West: 74.6% (England, as the paper gives it: 62%: 62.0%)");
  g_assert_cmpstr (table->header[0], ==, "Region");
  g_assert_cmpstr (table->header[1], ==, "Pupils in academies");
  g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, 8))[1], ==,
                   "Suppressed: too few schools");
}

static void
test_hit (void)
{
  g_autoptr (OctChart) bars = fixture_many_bars (10);
  g_autoptr (OctChart) histogram = fixture_histogram ();
  g_autoptr (OctChart) stacked = fixture_stacked ();
  cairo_rectangle_t plot;
  OctChartTheme theme;

  light (&theme);
  oct_chart_get_plot (bars, 600, 360, &theme, &plot);
  for (int i = 0; i < 10; i++)
    {
      double y = plot.y + (i + 0.5) * plot.height / 10;

      g_assert_cmpint (oct_chart_hit (bars, 600, 360, &theme, 300, y), ==, i);
    }
  g_assert_cmpint (oct_chart_hit (bars, 600, 360, &theme, 300, 2), ==, OCT_CHART_NONE);
  g_assert_cmpint (oct_chart_hit (bars, 600, 360, &theme, 300, 359), ==, OCT_CHART_NONE);
  g_assert_cmpstr (oct_chart_datum_id (bars, 2), ==, "Coppice Road Infant School 3");
  g_assert_null (oct_chart_datum_id (bars, 10));
  g_assert_null (oct_chart_datum_id (bars, OCT_CHART_NONE));
  g_assert_cmpint (oct_chart_hit (histogram, 800, 300, &theme, 4 * 100 + 50, 200), ==, 4);
  g_assert_cmpint (oct_chart_hit (stacked, 600, 300, &theme, 1, 150), ==, OCT_CHART_NONE);
}

/* Hovering a part of a stacked bar finds the part that was drawn there. */
static void
test_stacked_hit (void)
{
  g_autoptr (OctChart) stacked = fixture_stacked ();
  OctColour primary;
  OctChartTheme theme;
  cairo_surface_t *surface;
  guint n_primary = 0;

  light (&theme);
  primary = oct_chart_theme_series (&theme, 1);
  surface = fixture_draw (stacked, 600, 300, &theme);
  for (int x = 0; x < 600; x += 3)
    {
      for (int y = 100; y < 300; y += 5)
        {
          int datum = oct_chart_hit (stacked, 600, 300, &theme, x + 0.5, y + 0.5);

          if (fixture_count_pixels (surface, x - 1, y - 1, 3, 3, primary) != 9)
            continue;
          n_primary++;
          g_assert_cmpint (datum % 7, ==, 1);
        }
    }
  g_assert_cmpuint (n_primary, >, 100);
  cairo_surface_destroy (surface);
}

static void
test_walk_and_table (void)
{
  OctChart *charts[] = { fixture_bars (),
                         fixture_many_bars (90),
                         fixture_many_bars (0),
                         fixture_many_bars (1),
                         fixture_histogram (),
                         fixture_years (),
                         fixture_stacked (),
                         OCT_CHART (oct_histogram_chart_new ()),
                         OCT_CHART (oct_stacked_chart_new ()) };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      fixture_check_walk (charts[i]);
      fixture_check_table (charts[i]);
      g_object_unref (charts[i]);
    }
}

static void
test_walk_order (void)
{
  g_autoptr (OctChart) bars = fixture_many_bars (3);

  g_assert_cmpint (oct_chart_walk (bars, OCT_CHART_NONE, OCT_CHART_DOWN), ==, 0);
  g_assert_cmpint (oct_chart_walk (bars, 0, OCT_CHART_DOWN), ==, 1);
  g_assert_cmpint (oct_chart_walk (bars, 2, OCT_CHART_DOWN), ==, 2);
  g_assert_cmpint (oct_chart_walk (bars, 1, OCT_CHART_UP), ==, 0);
  g_assert_cmpint (oct_chart_walk (bars, 0, OCT_CHART_LAST), ==, 2);
  g_assert_cmpint (oct_chart_walk (bars, OCT_CHART_NONE, OCT_CHART_LAST), ==, 2);
}

static void
test_all_equal_and_all_missing (void)
{
  OctBar equal[3] = { { "a", "A", 5, NULL, NAN, FALSE },
                      { "b", "B", 5, NULL, NAN, FALSE },
                      { "c", "C", 5, NULL, NAN, FALSE } };
  OctBar missing[2] = { { "a", "A", NAN, NULL, NAN, FALSE }, { "b", "B", NAN, NULL, NAN, FALSE } };
  OctColumn columns[2] = { { "a", "A", NULL, NAN, NULL, FALSE },
                           { "b", "B", NULL, NAN, "Closed", FALSE } };
  g_autoptr (OctBarChart) bars = oct_bar_chart_new ();
  g_autoptr (OctHistogramChart) histogram = oct_histogram_chart_new ();
  OctChartTheme theme;

  light (&theme);
  oct_bar_chart_set_bars (bars, equal, 3);
  assert_says (OCT_CHART (bars), "All are 5.");
  oct_bar_chart_set_bars (bars, missing, 2);
  assert_says (OCT_CHART (bars), "2 have no figure.");
  cairo_surface_destroy (fixture_draw (OCT_CHART (bars), 300, 100, &theme));
  oct_histogram_chart_set_columns (histogram, columns, 2);
  assert_says (OCT_CHART (histogram), "2 have no figure.");
  cairo_surface_destroy (fixture_draw (OCT_CHART (histogram), 300, 100, &theme));
}

/* However long a name is, the bar keeps most of the width, and a second line is allowed for. */
static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (400, 'W');
  OctBar bar = { "a", name, 10, NULL, NAN, TRUE };
  g_autoptr (OctBarChart) chart = oct_bar_chart_new ();
  cairo_surface_t *surface;
  OctChartTheme theme;

  light (&theme);
  oct_bar_chart_set_bars (chart, &bar, 1);
  surface = fixture_draw (OCT_CHART (chart), 400, 60, &theme);
  g_assert_cmpuint (fixture_count_pixels (surface, 0, 30, 400, 1, theme.accent), >, 150);
  g_assert_cmpuint (fixture_count_pixels (surface, 0, 30, 160, 1, theme.accent), ==, 0);
  cairo_surface_destroy (surface);
}

/* 160 bars at their natural height all have a line in which their name can be read. */
static void
test_many_bars (void)
{
  g_autoptr (OctChart) chart = fixture_many_bars (160);
  cairo_rectangle_t plot;
  OctChartTheme theme;
  double height;

  light (&theme);
  height = oct_chart_natural_height (chart, 600, &theme);
  oct_chart_get_plot (chart, 600, height, &theme, &plot);
  g_assert_cmpfloat (plot.height / 160, >=, theme.size_small);
  g_assert_cmpint (oct_chart_hit (chart, 600, height, &theme, 300, plot.y + plot.height - 2), ==,
                   159);
}

/* A column as high as the highest reaches to the top; its neighbour half as high, half the way. */
static void
test_column_heights (void)
{
  OctColumn columns[] = { { "a", "A", NULL, 40, NULL, TRUE }, { "b", "B", NULL, 20, NULL, TRUE } };
  g_autoptr (OctHistogramChart) chart = oct_histogram_chart_new ();
  cairo_surface_t *surface;
  OctChartTheme theme;
  guint high, low;

  light (&theme);
  oct_histogram_chart_set_columns (chart, columns, 2);
  surface = fixture_draw (OCT_CHART (chart), 200, 200, &theme);
  high = fixture_count_pixels (surface, 50, 0, 1, 200, theme.accent);
  low = fixture_count_pixels (surface, 150, 0, 1, 200, theme.accent);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (high, >, 120);
  g_assert_cmpfloat_with_epsilon (low, high / 2.0, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/bars/finding", test_finding);
  g_test_add_func ("/chart/bars/lengths", test_bar_lengths);
  g_test_add_func ("/chart/bars/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/chart/bars/comparison", test_comparison);
  g_test_add_func ("/chart/bars/hit", test_hit);
  g_test_add_func ("/chart/bars/stacked-hit", test_stacked_hit);
  g_test_add_func ("/chart/bars/walk-and-table", test_walk_and_table);
  g_test_add_func ("/chart/bars/walk-order", test_walk_order);
  g_test_add_func ("/chart/bars/all-equal-and-all-missing", test_all_equal_and_all_missing);
  g_test_add_func ("/chart/bars/long-names", test_long_names);
  g_test_add_func ("/chart/bars/many-bars", test_many_bars);
  g_test_add_func ("/chart/bars/column-heights", test_column_heights);

  return g_test_run ();
}
