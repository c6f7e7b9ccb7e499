/* The spread of many over the stages, and the resiliences side by side. */
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "stage-fixtures.h"

#define NONE OCT_STAGE_NOT_JUDGED

static OctStageSpreadChart *
spread (void)
{
  OctStageSpreadChart *chart = oct_stage_spread_chart_new ();

  oct_stage_spread_chart_set_stages (chart, fixture_stage_names);
  return chart;
}

static void
add (OctStageSpreadChart *chart, const char *name, int stage, int previous)
{
  oct_stage_spread_chart_add (chart, name, name, stage, previous);
}

static void
test_spread_finding (void)
{
  g_autoptr (OctChart) chart = fixture_stage_spread (12);
  g_autoptr (OctStageSpreadChart) other = spread ();

  check_says (chart, "Improvement: Larkrise School went back to Not yet from Beginning.");
  check_says (chart, "7 of 11 are at Developing.");
  check_says (chart, "Larkrise School alone is at Not yet.");
  check_says (chart,
              "Sustained and shared 0, Embedded 3, Developing 7, Beginning 0, Not yet 1, Not "
              "judged 1.");
  add (other, "A", NONE, NONE);
  check_says (OCT_CHART (other), "Nothing is judged yet.");
  add (other, "B", 2, 1);
  check_says (OCT_CHART (other), "The only one judged is at Developing.");
  add (other, "C", 2, 2);
  check_says (OCT_CHART (other), "All 2 are at Developing.");
  add (other, "D", 4, 4);
  g_assert_cmpstr (oct_chart_get_title (OCT_CHART (other)), ==,
                   "D alone is at Sustained and shared");
  oct_stage_spread_chart_set_chosen (other, "B");
  g_assert_cmpstr (oct_chart_get_title (OCT_CHART (other)), ==,
                   "B moved on to Developing from Beginning");
}

static void
test_spread_data (void)
{
  g_autoptr (OctStageSpreadChart) chart = spread ();
  OctChart *base = OCT_CHART (chart);
  g_autofree char *moved = NULL, *unjudged = NULL;

  add (chart, "A", 1, 3);
  add (chart, "B", NONE, NONE);
  add (chart, "C", 4, NONE);
  add (chart, "D", 1, 1);
  moved = oct_chart_describe_datum (base, 0);
  unjudged = oct_chart_describe_datum (base, 1);
  g_assert_cmpstr (moved, ==, "A: Beginning, down from Embedded");
  g_assert_cmpstr (unjudged, ==, "B: Not judged");
  g_assert_cmpstr (oct_chart_datum_id (base, 3), ==, "D");
  check_table_row (base, 0, "A|Beginning|Embedded");
  check_table_row (base, 1, "B|Not judged|");
  /* From the last stage at the top down to what isn't judged. */
  g_assert_cmpint (oct_chart_walk (base, OCT_CHART_NONE, OCT_CHART_FIRST), ==, 2);
  g_assert_cmpint (oct_chart_walk (base, 2, OCT_CHART_RIGHT), ==, 0);
  g_assert_cmpint (oct_chart_walk (base, 0, OCT_CHART_RIGHT), ==, 3);
  g_assert_cmpint (oct_chart_walk (base, 3, OCT_CHART_RIGHT), ==, 1);
  g_assert_cmpint (oct_chart_walk (base, 1, OCT_CHART_RIGHT), ==, 1);
  g_assert_cmpint (oct_chart_walk (base, 1, OCT_CHART_UP), ==, 0);
  g_assert_cmpint (oct_chart_walk (base, 2, OCT_CHART_LEFT), ==, 2);
  g_assert_cmpint (oct_chart_walk (base, 2, OCT_CHART_LAST), ==, 1);
}

/* With room names are drawn, without it dots alone; both can be pointed at. */
static void
test_spread_hits (void)
{
  g_autoptr (OctChart) few = fixture_stage_spread (12), many = fixture_stage_spread (90);
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  check_hits (few, 600, 420, &theme);
  check_hits (many, 900, 700, &theme);
  check_hits (many, 500, 330, &theme);
}

static void
test_spread_inside (void)
{
  static const guint numbers[] = { 1, 2, 12, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (OctChart) chart = fixture_stage_spread (numbers[i]);

      for (double scale = 1; scale <= 2; scale += 1)
        {
          OctChartTheme theme;

          oct_chart_theme_init (&theme, OCT_THEME_LIGHT, scale, NULL);
          check_inside (chart, 360, oct_chart_natural_height (chart, 360, &theme), scale);
          check_inside (chart, 760, oct_chart_natural_height (chart, 760, &theme), scale);
          check_inside (chart, 1920, 1080, scale);
          check_inside (chart, 600, 340, scale);
        }
    }
}

static void
test_spread_odd_data (void)
{
  g_autoptr (OctStageSpreadChart) empty = oct_stage_spread_chart_new (), unjudged = spread (),
                                  equal = spread (), far = spread ();
  g_autoptr (OctChart) one = fixture_stage_spread (1), many = fixture_stage_spread (200);

  for (int i = 0; i < 90; i++)
    {
      add (unjudged, "Same", NONE, 3);
      add (equal, NULL, 3, 3);
    }
  oct_stage_spread_chart_set_chosen (unjudged, "Same");
  add (far, "Far", 77, -9);
  check_table_row (OCT_CHART (far), 0, "Far|Not judged|");
  check_odd (OCT_CHART (empty));
  check_odd (OCT_CHART (unjudged));
  check_odd (OCT_CHART (equal));
  check_odd (OCT_CHART (far));
  check_odd (one);
  check_odd (many);
}

static OctResiliencesChart *
resiliences (int a, int before_a, int b, int before_b, int target)
{
  OctResiliencesChart *chart = oct_resiliences_chart_new ();
  const OctResilience one = { "a", "Structural", a, before_a, target, 0, NULL },
                      two = { "b", "Financial", b, before_b, target, 0, NULL };

  oct_resiliences_chart_set_stages (chart, fixture_stage_names);
  oct_resiliences_chart_add (chart, &one);
  oct_resiliences_chart_add (chart, &two);
  return chart;
}

static void
assert_title (int a, int before_a, int b, int before_b, int target, const char *title)
{
  g_autoptr (OctResiliencesChart) chart = resiliences (a, before_a, b, before_b, target);

  g_assert_cmpstr (oct_chart_get_title (OCT_CHART (chart)), ==, title);
  check_says (OCT_CHART (chart), title);
}

static void
test_resiliences_finding (void)
{
  g_autoptr (OctChart) chart = fixture_resiliences ();

  check_says (chart, "Workforce went back to Beginning; 2 moved on.");
  check_says (chart, "At the target or beyond: 1 of 4.");
  assert_title (2, 3, 3, 2, NONE,
                "Structural went back to Developing, Financial moved on to Embedded");
  assert_title (2, 3, 3, NONE, NONE, "Structural went back to Developing");
  assert_title (2, 2, 3, 2, NONE, "Financial moved on to Embedded");
  assert_title (2, 1, 3, 2, NONE, "2 moved on, 0 went back");
  assert_title (2, NONE, 2, 2, 4, "All that is judged is at Developing");
  assert_title (2, NONE, 3, 3, 3, "Only Structural is still below its target");
  assert_title (2, NONE, 3, 3, NONE, "Structural Developing, Financial Embedded");
  assert_title (NONE, NONE, NONE, 3, 3, "Nothing is judged yet");
}

static void
test_resiliences_data (void)
{
  g_autoptr (OctChart) chart = fixture_resiliences ();
  g_autofree char *low = oct_chart_describe_datum (chart, 1),
                  *back = oct_chart_describe_datum (chart, 3);
  const OctResilience reading = { "x", NULL, 9, 9, 9, 0, NULL };

  g_assert_cmpstr (low, ==,
                   "Educational: Developing, unchanged, low confidence, target Embedded. 9 of 12 "
                   "schools in peer review");
  g_assert_cmpstr (
    back, ==,
    "Workforce: Beginning, down from Developing, medium confidence, target Embedded. "
    "Vacancies 4.2% of posts, retention 83%");
  check_table_row (chart, 1,
                   "Educational|Developing|Developing|Embedded|low confidence|9 of 12 schools in "
                   "peer review");
  g_assert_cmpstr (oct_chart_datum_id (chart, 2), ==, "financial");
  g_assert_cmpint (oct_chart_walk (chart, 3, OCT_CHART_RIGHT), ==, 3);
  g_assert_cmpint (oct_chart_walk (chart, 3, OCT_CHART_UP), ==, 2);
  g_assert_true (oct_resiliences_chart_add (OCT_RESILIENCES_CHART (chart), &reading));
  g_assert_true (oct_resiliences_chart_add (OCT_RESILIENCES_CHART (chart), &reading));
  g_assert_false (oct_resiliences_chart_add (OCT_RESILIENCES_CHART (chart), &reading));
  check_table_row (chart, 4, "|Not judged||||");
  check_odd (chart);
}

static void
test_resiliences_hits (void)
{
  g_autoptr (OctChart) chart = fixture_resiliences ();
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_HIGH_CONTRAST, 1, NULL);
  check_hits (chart, 700, 400, &theme);
  check_hits (chart, 360, 500, &theme);
}

/* Low confidence is softer than the same stage that is sure. */
static void
test_low_confidence_looks_different (void)
{
  guint full[2];

  for (int low = 0; low < 2; low++)
    {
      g_autoptr (OctResiliencesChart) chart = oct_resiliences_chart_new ();
      const OctResilience reading = {
        "a", "Financial", 4, NONE, NONE, low ? OCT_STAGE_CONFIDENCE_LOW : OCT_STAGE_CONFIDENCE_HIGH,
        NULL
      };
      cairo_surface_t *surface;
      OctChartTheme theme;

      oct_resiliences_chart_set_stages (chart, fixture_stage_names);
      oct_resiliences_chart_add (chart, &reading);
      oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
      surface = fixture_draw (OCT_CHART (chart), 600, 400, &theme);
      full[low] = fixture_count_pixels (surface, 0, 0, 600, 400,
                                        oct_chart_theme_element (&theme, 3));
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (full[0], >, 3000);
  g_assert_cmpuint (full[1], <, full[0] * 2 / 3);
}

static void
test_resiliences_inside (void)
{
  g_autoptr (OctChart) chart = fixture_resiliences ();
  const OctResilience wordy = {
    "w",
    "Resilience of everything that nobody thought of",
    4,
    0,
    4,
    OCT_STAGE_CONFIDENCE_LOW,
    "A line of figures that goes on and on because somebody put all that there is to say into it"
  };

  for (int turn = 0; turn < 2; turn++)
    {
      for (double scale = 1; scale <= 2; scale += 0.5)
        {
          OctChartTheme theme;

          oct_chart_theme_init (&theme, OCT_THEME_LIGHT, scale, NULL);
          check_inside (chart, 360, oct_chart_natural_height (chart, 360, &theme), scale);
          check_inside (chart, 760, oct_chart_natural_height (chart, 760, &theme), scale);
          check_inside (chart, 1920, 1080, scale);
        }
      oct_resiliences_chart_add (OCT_RESILIENCES_CHART (chart), &wordy);
    }
}

static void
test_resiliences_odd_data (void)
{
  g_autoptr (OctResiliencesChart) empty = oct_resiliences_chart_new (),
                                  equal = resiliences (4, 4, 4, 4, 4),
                                  unjudged = resiliences (NONE, NONE, NONE, NONE, NONE);

  check_odd (OCT_CHART (empty));
  check_odd (OCT_CHART (equal));
  check_odd (OCT_CHART (unjudged));
  oct_resiliences_chart_clear (equal);
  g_assert_null (oct_chart_get_title (OCT_CHART (equal)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/stage-spread/finding", test_spread_finding);
  g_test_add_func ("/chart/stage-spread/data", test_spread_data);
  g_test_add_func ("/chart/stage-spread/hits", test_spread_hits);
  g_test_add_func ("/chart/stage-spread/inside", test_spread_inside);
  g_test_add_func ("/chart/stage-spread/odd-data", test_spread_odd_data);
  g_test_add_func ("/chart/resiliences/finding", test_resiliences_finding);
  g_test_add_func ("/chart/resiliences/data", test_resiliences_data);
  g_test_add_func ("/chart/resiliences/hits", test_resiliences_hits);
  g_test_add_func ("/chart/resiliences/low-confidence", test_low_confidence_looks_different);
  g_test_add_func ("/chart/resiliences/inside", test_resiliences_inside);
  g_test_add_func ("/chart/resiliences/odd-data", test_resiliences_odd_data);

  return g_test_run ();
}
