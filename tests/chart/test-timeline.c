/* A timeline: the finding, bars where their days are, closed rows, hit, walk, ninety schools, odd data. */
#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "timeline-fixtures.h"

#define WIDTH 900
#define HEIGHT 700

static void
test_finding (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();

  g_assert_cmpstr (oct_chart_get_title (chart), ==, "3 of 9 actions are overdue");
  check_says (chart, "actions: 9, objectives: 3, 1 September 2025 to 18 June 2026");
  check_says (chart, "Longest overdue: Coach every teacher of maths, due 29 October 2025.");
  check_says (chart, "1 milestone was missed.");
  check_says (chart, "1 review is overdue.");
  check_says (chart, "2 of 9 actions end later than approved.");
  check_says (chart, "1 starts before what it needs has ended.");
  check_says (chart, "The next milestone is Every teacher has been coached twice, on "
                     "16 December 2025.");
}

static OctChart *
one_objective (OctTimelineState state, gint32 end, gint32 approved)
{
  OctTimelineChart *chart = oct_timeline_chart_new ();
  OctTimelineRow row = { .id = "o", .level = 1, .text = "Read", .progress = -1 };

  row.state = state;
  row.start = fixture_day (2025, 9, 1);
  row.end = end;
  row.baseline_end = approved;
  oct_timeline_chart_add_row (chart, &row);
  oct_timeline_chart_set_today (chart, fixture_today ());
  return OCT_CHART (chart);
}

/* One objective stands for the many: nothing is said that isn't so. */
static void
test_other_findings (void)
{
  gint32 end = fixture_day (2025, 11, 1);
  g_autoptr (OctChart) late = one_objective (OCT_TIMELINE_OVERDUE, end, 0);
  g_autoptr (OctChart) moved = one_objective (OCT_TIMELINE_IN_PROGRESS, end + 60, end);
  g_autoptr (OctChart) well = one_objective (OCT_TIMELINE_IN_PROGRESS, end + 60, end + 60);
  g_autoptr (OctChart) empty = OCT_CHART (oct_timeline_chart_new ());

  g_assert_cmpstr (oct_chart_get_title (late), ==, "The only objective is overdue");
  g_assert_cmpstr (oct_chart_get_title (moved), ==, "The only objective ends later than approved");
  g_assert_cmpstr (oct_chart_get_title (well), ==, "Nothing is overdue");
  g_assert_null (oct_chart_get_title (empty));
  check_says (empty, "Timeline of 0 rows without dates.");
}

static void
assert_datum (OctChart *chart, const char *id, const char *words)
{
  int datum = oct_timeline_chart_find (OCT_TIMELINE_CHART (chart), id);
  g_autofree char *text = oct_chart_describe_datum (chart, datum);

  g_assert_cmpint (datum, >=, 0);
  g_assert_cmpstr (text, ==, words);
}

static void
test_words (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();

  assert_datum (chart, "s1",
                "Alder Grange Primary School\n1 of 5 complete, 3 overdue\n"
                "1 September 2025 to 19 April 2026");
  assert_datum (chart, "a2",
                "Coach every teacher of maths\n21 September to 29 October 2025, overdue, "
                "26 days since it was due\nApproved as 21 September to 17 October 2025\n"
                "Maths lead\nNeeds: Agree what good explanation sounds like");
  assert_datum (chart, "a3",
                "Review books with a partner school\n21 October to 20 December 2025, not started\n"
                "Approved as 21 October to 30 November 2025\nDeputy head\n"
                "Needs: Coach every teacher of maths – starts before that has ended");
  assert_datum (chart, "m3", "Milestone: Units of year 7 are taught\n4 November 2025, met");
  assert_datum (chart, "r3",
                "Review: Autumn review\n2 November 2025, overdue, 22 days since it was due\n"
                "Director of education");
  check_table_row (chart, 5,
                   "Coach every teacher of maths|Action|Maths lead|21 September 2025|"
                   "29 October 2025|21 September 2025|17 October 2025|overdue|");
  check_table_row (chart, 3,
                   "1.1 Pupils explain their thinking in maths|Objective|Head of school|"
                   "1 September 2025|20 March 2026|||in progress|Amber");
}

/* A bar is where its days are, and the colour of late is where something is late. */
static void
test_bars (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();
  OctTimelineChart *timeline = OCT_TIMELINE_CHART (chart);
  OctTimelineLayout layout;
  OctChartTheme theme;
  cairo_surface_t *surface;
  int done = oct_timeline_chart_find (timeline, "a4"),
      late = oct_timeline_chart_find (timeline, "a5");
  double left, top;

  oct_chart_set_title (chart, "");
  oct_chart_set_subtitle (chart, NULL);
  oct_chart_set_source (chart, NULL);
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  surface = fixture_draw (chart, WIDTH, HEIGHT, &theme);
  oct_timeline_chart_get_layout (timeline, WIDTH, HEIGHT, &theme, &layout);
  left = layout.names + (fixture_day (2025, 9, 9) - layout.first_day) * layout.day_width;
  top = layout.header + oct_timeline_chart_get_line (timeline, done) * layout.line;
  g_assert_cmpuint (fixture_count_pixels (surface, (int) left + 2, (int) top,
                                          (int) (50 * layout.day_width), (int) layout.line,
                                          theme.accent),
                    >, 300);
  g_assert_cmpuint (fixture_count_pixels (surface, (int) layout.names, (int) top,
                                          (int) (left - layout.names) - 1, (int) layout.line,
                                          theme.accent),
                    ==, 0);
  g_assert_cmpuint (fixture_count_pixels (surface, (int) layout.names, (int) top,
                                          WIDTH - (int) layout.names, (int) layout.line,
                                          theme.warn),
                    ==, 0);
  top = layout.header + oct_timeline_chart_get_line (timeline, late) * layout.line;
  g_assert_cmpuint (fixture_count_pixels (surface, (int) layout.names, (int) top,
                                          WIDTH - (int) layout.names, (int) layout.line,
                                          theme.warn),
                    >, 60);
  cairo_surface_destroy (surface);
}

static void
test_parts (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();
  OctTimelineChart *timeline = OCT_TIMELINE_CHART (chart);
  int action = oct_timeline_chart_find (timeline, "a4"), group = 0;
  OctTimelineLayout layout;
  OctTimelinePart part;
  OctChartTheme theme;
  double start, end, middle;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_timeline_chart_set_viewport (timeline, fixture_day (2025, 8, 1), 3, 40);
  oct_timeline_chart_get_layout (timeline, WIDTH, HEIGHT, &theme, &layout);
  start = layout.names + (fixture_day (2025, 9, 9) - layout.first_day) * 3;
  end = layout.names + (fixture_day (2025, 12, 31) - layout.first_day) * 3;
  middle = layout.header + (oct_timeline_chart_get_line (timeline, action) + 0.5) * layout.line
           - 40;
#define PROBE(x, y) oct_timeline_chart_probe (timeline, WIDTH, HEIGHT, &theme, (x), (y), &part)
  g_assert_cmpint (PROBE ((start + end) / 2, middle), ==, action);
  g_assert_cmpint (part, ==, OCT_TIMELINE_BODY);
  g_assert_cmpint (PROBE (start + 1, middle), ==, action);
  g_assert_cmpint (part, ==, OCT_TIMELINE_START);
  g_assert_cmpint (PROBE (end - 2, middle), ==, action);
  g_assert_cmpint (part, ==, OCT_TIMELINE_END);
  g_assert_cmpint (PROBE (end + 60, middle), ==, action);
  g_assert_cmpint (part, ==, OCT_TIMELINE_LANE);
  g_assert_cmpint (PROBE (90, middle), ==, action);
  g_assert_cmpint (part, ==, OCT_TIMELINE_NAME);
  PROBE (300, 5);
  g_assert_cmpint (part, ==, OCT_TIMELINE_SCALES);
  oct_timeline_chart_set_viewport (timeline, fixture_day (2025, 8, 1), 3, 0);
  g_assert_cmpint (PROBE (10, layout.header + layout.line / 2), ==, group);
  g_assert_cmpint (part, ==, OCT_TIMELINE_OPENER);
  g_assert_cmpint (PROBE (10, layout.header + 19 * layout.line), ==, OCT_CHART_NONE);
#undef PROBE
}

/* What is closed keeps its milestones in sight, stays closed when rows come back, and opens again. */
static void
test_closing (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();
  OctTimelineChart *timeline = OCT_TIMELINE_CHART (chart);
  OctTimelineRow row = { .id = "s1", .text = "Alder Grange Primary School" }, got;
  guint n = oct_timeline_chart_get_n_lines (timeline);
  int at;

  /* Reviews have no line of their own. */
  g_assert_cmpuint (n, ==, oct_chart_n_data (chart) - 3);
  oct_timeline_chart_set_open (timeline, 0, FALSE);
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (timeline), ==, n - 9);
  g_assert_cmpint (oct_timeline_chart_get_line (timeline, oct_timeline_chart_find (timeline, "m1")),
                   ==, 0);
  at = oct_chart_walk (chart, 0, OCT_CHART_RIGHT);
  g_assert_cmpstr (oct_chart_datum_id (chart, at), ==, "r1");
  for (guint i = 0; i < 8; i++)
    at = oct_chart_walk (chart, at, OCT_CHART_RIGHT);
  g_assert_cmpstr (oct_chart_datum_id (chart, at), ==, "m2");
  for (guint i = 0; i < 8; i++)
    at = oct_chart_walk (chart, at, OCT_CHART_LEFT);
  g_assert_cmpint (at, ==, 0);
  g_assert_cmpstr (oct_chart_datum_id (chart, oct_chart_walk (chart, 0, OCT_CHART_DOWN)), ==, "s2");

  oct_timeline_chart_clear (timeline);
  oct_timeline_chart_add_row (timeline, &row);
  g_assert_false (oct_timeline_chart_is_open (timeline, 0));
  g_assert_true (oct_timeline_chart_get_row (timeline, 0, &got));
  g_assert_cmpint (got.end, ==, 0);
  oct_timeline_chart_set_all_open (timeline, 0, TRUE);
  g_assert_true (oct_timeline_chart_is_open (timeline, 0));
}

/* The end of a long timeline looks the same whether or not what is above it was ever drawn. */
static void
test_ninety_schools (void)
{
  g_autoptr (OctChart) chart = fixture_timeline_many (90, 10);
  OctTimelineChart *timeline = OCT_TIMELINE_CHART (chart);
  guint n = oct_timeline_chart_get_n_lines (timeline);
  OctTimelineLayout layout;
  OctTimelinePart part;
  OctChartTheme theme;
  cairo_surface_t *surface;

  g_assert_cmpuint (n, ==, 90 * (1 + 20 * 11));
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_timeline_chart_set_viewport (timeline, fixture_day (2025, 1, 1), 1, 0);
  oct_timeline_chart_get_layout (timeline, WIDTH, HEIGHT, &theme, &layout);
  oct_timeline_chart_set_viewport (timeline, fixture_day (2025, 1, 1), 1,
                                   n * layout.line - layout.body);
  oct_chart_set_title (chart, "");
  surface = fixture_draw (chart, WIDTH, HEIGHT, &theme);
  g_assert_cmpuint (fixture_count_pixels (surface, (int) layout.names, HEIGHT - 200, 500, 200,
                                          theme.accent),
                    >, 50);
  g_assert_cmpint (oct_timeline_chart_probe (timeline, WIDTH, HEIGHT, &theme, 100, HEIGHT - 2,
                                             &part),
                   ==, (int) oct_chart_n_data (chart) - 1);
  cairo_surface_destroy (surface);
  oct_timeline_chart_unset_viewport (timeline);
  g_assert_cmpfloat (oct_chart_natural_height (chart, 760, &theme), <, 10000);
}

static void
test_every_size (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_DARK, 1, NULL);
  check_inside (chart, 360, 500, 1);
  check_inside (chart, 900, 300, 2);
  check_odd (chart);
  /* Words are laid out anew for each point that is asked for. */
  oct_chart_set_title (chart, "");
  oct_chart_set_subtitle (chart, NULL);
  oct_chart_set_source (chart, NULL);
  check_hits (chart, WIDTH, HEIGHT, &theme);
}

static void
test_odd (void)
{
  g_autoptr (OctChart) empty = OCT_CHART (oct_timeline_chart_new ());
  g_autoptr (OctChart) chart = OCT_CHART (oct_timeline_chart_new ());
  OctTimelineChart *timeline = OCT_TIMELINE_CHART (chart);
  const OctTimelineRow odd[] = {
    { .id = "deep", .level = 99, .text = "" },
    { .text = "Backwards", .level = 1, .start = 800000, .end = 100 },
    { .id = "deep", .level = 2, .text = "Twice", .end = 1 },
    { .id = "late", .text = "Late", .state = OCT_TIMELINE_OVERDUE, .end = 730000 },
    { .id = "review", .text = "Alone", .kind = OCT_TIMELINE_REVIEW, .end = 739000 },
    { .id = "none", .level = 3, .text = "\xe2\x80\xae long", .kind = OCT_TIMELINE_MILESTONE },
  };

  check_odd (empty);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    oct_timeline_chart_add_row (timeline, &odd[i]);
  oct_timeline_chart_add_dependency (timeline, "deep", "deep");
  oct_timeline_chart_add_dependency (timeline, "late", "nothing");
  oct_timeline_chart_add_dependency (timeline, "late", "review");
  oct_timeline_chart_add_dependency (timeline, "review", "late");
  oct_timeline_chart_add_span (timeline, "", 1, 1, TRUE);
  oct_timeline_chart_set_today (timeline, fixture_today ());
  check_odd (chart);
  oct_timeline_chart_set_viewport (timeline, -500, 100, 1e9);
  check_odd (chart);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/finding", test_finding);
  g_test_add_func ("/timeline/other-findings", test_other_findings);
  g_test_add_func ("/timeline/words", test_words);
  g_test_add_func ("/timeline/bars", test_bars);
  g_test_add_func ("/timeline/parts", test_parts);
  g_test_add_func ("/timeline/closing", test_closing);
  g_test_add_func ("/timeline/ninety-schools", test_ninety_schools);
  g_test_add_func ("/timeline/every-size", test_every_size);
  g_test_add_func ("/timeline/odd", test_odd);
  return g_test_run ();
}
