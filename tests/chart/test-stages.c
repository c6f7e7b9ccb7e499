/* The heat map of stages: its finding, its order, its cells, odd data. */
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "oct-stage-key.h"
#include "stage-fixtures.h"

#define NONE OCT_STAGE_NOT_JUDGED

static const char *const long_stages[] = {
  "Not yet even thought of by anybody", "Beginning", "Beginning to develop", "Developing",
  "Embedded in all that is done",       "Sustained", "Sustained and shared", NULL
};

/* Three columns; rows are made by the tests. */
static OctStageMapChart *
small_map (void)
{
  OctStageMapChart *chart = oct_stage_map_chart_new ();

  oct_stage_map_chart_set_stages (chart, fixture_stage_names);
  oct_stage_map_chart_add_column (chart, "a", 1, "All our children");
  oct_stage_map_chart_add_column (chart, "b", 2, "Improvement");
  oct_stage_map_chart_add_column (chart, "c", 0, NULL);
  return chart;
}

static void
add (OctStageMapChart *chart, const char *id, int a, int b, int c)
{
  const int stages[] = { a, b, c };

  oct_stage_map_chart_add_row (chart, id, id, NULL, stages, NULL);
}

static void
test_stages (void)
{
  OctStages stages = { 0 };
  g_autofree char *up = NULL, *down = NULL, *first = NULL, *gone = NULL, *never = NULL;

  oct_stages_set (&stages, long_stages);
  g_assert_cmpuint (stages.n, ==, 7);
  /* What begins alike needs more letters. */
  g_assert_cmpstr (stages.abbreviations[0], ==, "N");
  g_assert_cmpstr (stages.abbreviations[1], ==, "Beginning");
  g_assert_cmpstr (stages.abbreviations[3], ==, "D");
  g_assert_cmpstr (stages.short_names[5], ==, "Sustained");
  g_assert_cmpstr (stages.short_names[6], ==, "Sustained and shared");
  g_assert_cmpint (oct_stages_check (&stages, 7), ==, NONE);
  g_assert_cmpint (oct_stages_check (&stages, -5), ==, NONE);
  g_assert_cmpstr (oct_stages_get_name (&stages, NONE), ==, "Not judged");
  g_assert_cmpint (oct_stages_get_change (&stages, NONE, 3), ==, 0);
  g_assert_cmpint (oct_stages_get_change (&stages, 4, 3), ==, -1);
  up = oct_stages_change_to_text (&stages, 1, 3);
  down = oct_stages_change_to_text (&stages, 3, 1);
  first = oct_stages_change_to_text (&stages, NONE, 1);
  gone = oct_stages_change_to_text (&stages, 1, NONE);
  never = oct_stages_change_to_text (&stages, NONE, NONE);
  g_assert_cmpstr (up, ==, "up from Beginning");
  g_assert_cmpstr (down, ==, "down from Developing");
  g_assert_cmpstr (first, ==, "judged for the first time");
  g_assert_cmpstr (gone, ==, "Beginning before");
  g_assert_null (never);
  oct_stages_set (&stages, fixture_stage_names);
  g_assert_cmpuint (stages.n, ==, 5);
  g_assert_cmpstr (stages.short_names[4], ==, "Sustained");
  oct_stages_clear (&stages);
}

static void
test_finding (void)
{
  g_autoptr (OctChart) chart = fixture_stage_map (12);

  check_says (chart, "Larkrise School went back in 4 of 8 elements.");
  check_says (chart, "Since spring 2026:");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "Larkrise School went back in 4 of 8 elements");
  oct_chart_set_title (chart, "Mine");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "Mine");
  oct_chart_set_title (chart, "");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "");
  oct_chart_set_title (chart, NULL);
  oct_stage_map_chart_clear (OCT_STAGE_MAP_CHART (chart));
  g_assert_null (oct_chart_get_title (chart));
}

static void
test_other_findings (void)
{
  g_autoptr (OctStageMapChart) chart = small_map ();
  const int stages[] = { 2, 2, 2 }, before[] = { 1, 1, 2 };

  add (chart, "one", NONE, NONE, NONE);
  check_says (OCT_CHART (chart), "Nothing is judged yet.");
  add (chart, "two", 2, 2, 2);
  check_says (OCT_CHART (chart), "All that is judged is at Developing.");
  add (chart, "three", 1, 2, 3);
  check_says (OCT_CHART (chart), "Improvement: 2 of 2 at Developing.");
  oct_stage_map_chart_add_row (chart, "four", "Four", NULL, stages, before);
  check_says (OCT_CHART (chart), "Four moved on in 2 of 3 elements.");
  oct_stage_map_chart_add_row (chart, "five", "Five", NULL, stages, before);
  check_says (OCT_CHART (chart), "4 moved on, 0 went back.");
  check_says (OCT_CHART (chart), "Not judged: 3.");
}

static void
test_cells_in_words (void)
{
  g_autoptr (OctStageMapChart) chart = small_map ();
  const int stages[] = { 2, NONE, 0 }, before[] = { 1, 3, 0 }, own[] = { 3, 1, 0 };
  const gboolean drafts[] = { TRUE, FALSE, FALSE };
  static const char *const words[] = {
    "Alder, All our children: Developing, up from Beginning, draft, own view Embedded",
    "Alder, Improvement: Not judged, Embedded before, own view Beginning",
    "Alder, : Not yet, unchanged",
  };

  oct_stage_map_chart_add_row (chart, "a1", "Alder", "Primary", stages, before);
  oct_stage_map_chart_set_own (chart, "a1", own);
  oct_stage_map_chart_set_drafts (chart, "a1", drafts);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = oct_chart_describe_datum (OCT_CHART (chart), i);

      g_assert_cmpstr (text, ==, words[i]);
      g_assert_cmpstr (oct_chart_datum_id (OCT_CHART (chart), i), ==, "a1");
    }
  g_assert_cmpstr (oct_stage_map_chart_datum_column (chart, 1), ==, "b");
  check_table_row (OCT_CHART (chart), 0,
                   "Alder|All our children|Developing|Beginning|Embedded|Draft");
  check_table_row (OCT_CHART (chart), 1, "Alder|Improvement|Not judged|Embedded|Beginning|");
}

/* Nothing is sorted until somebody asks, and it can be undone. */
static void
test_order (void)
{
  g_autoptr (OctStageMapChart) chart = small_map ();
  OctChart *base = OCT_CHART (chart);

  add (chart, "low", 0, 4, 1);
  add (chart, "none", NONE, 1, 1);
  add (chart, "high", 4, 0, 1);
  g_assert_cmpint (oct_chart_walk (base, OCT_CHART_NONE, OCT_CHART_FIRST), ==, 0);
  g_assert_cmpint (oct_chart_walk (base, 0, OCT_CHART_DOWN), ==, 3);
  oct_stage_map_chart_set_sort (chart, "a");
  g_assert_cmpstr (oct_chart_datum_id (base, oct_chart_walk (base, -1, OCT_CHART_FIRST)), ==,
                   "high");
  g_assert_cmpint (oct_chart_walk (base, 6, OCT_CHART_DOWN), ==, 0);
  g_assert_cmpstr (oct_chart_datum_id (base, oct_chart_walk (base, -1, OCT_CHART_LAST)), ==,
                   "none");
  /* Equals keep the order they were given in. */
  oct_stage_map_chart_set_sort (chart, "c");
  g_assert_cmpint (oct_chart_walk (base, -1, OCT_CHART_FIRST), ==, 0);
  oct_stage_map_chart_set_sort (chart, "unknown");
  g_assert_cmpint (oct_chart_walk (base, 0, OCT_CHART_DOWN), ==, 3);
  oct_stage_map_chart_set_sort_columns (chart, "low");
  g_assert_cmpstr (
    oct_stage_map_chart_datum_column (chart, oct_chart_walk (base, -1, OCT_CHART_FIRST)), ==, "b");
  oct_stage_map_chart_set_sort_columns (chart, NULL);
  g_assert_cmpint (oct_chart_walk (base, -1, OCT_CHART_FIRST), ==, 0);
}

static void
test_hits (void)
{
  g_autoptr (OctChart) chart = fixture_stage_map (12);
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  check_hits (chart, 700, 460, &theme);
  oct_stage_map_chart_set_sort (OCT_STAGE_MAP_CHART (chart), "e4");
  check_hits (chart, 520, 420, &theme);
  check_table_row (chart, 8,
                   "Birchfield Academy|All our children|Developing|Developing|Developing|");
}

/* Ninety rows, more than one of them side by side, can all be pointed at. */
static void
test_ninety_rows (void)
{
  g_autoptr (OctChart) chart = fixture_stage_map (90);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (int y = 0; y < 1080; y += 10)
    {
      for (int x = 0; x < 1920; x += 20)
        {
          int datum = oct_chart_hit (chart, 1920, 1080, &theme, x, y);

          if (datum != OCT_CHART_NONE)
            g_hash_table_add (seen, GINT_TO_POINTER (datum));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 720);
}

/* The first stage is drawn; what isn't judged looks like neither it nor nothing. */
static void
test_not_judged_looks_different (void)
{
  OctChartTheme theme;

  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      g_autoptr (OctStageMapChart) judged = small_map (), unjudged = small_map ();
      OctStages stages = { 0 };
      OctColour first;
      cairo_surface_t *one, *two;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      oct_stages_set (&stages, fixture_stage_names);
      first = oct_stage_colour (&stages, &theme, 0);
      for (int i = 0; i < 6; i++)
        {
          add (judged, "a", 0, 0, 0);
          add (unjudged, "a", NONE, NONE, NONE);
        }
      one = fixture_draw (OCT_CHART (judged), 500, 300, &theme);
      two = fixture_draw (OCT_CHART (unjudged), 500, 300, &theme);
      g_assert_cmpuint (fixture_count_pixels (one, 0, 100, 500, 200, first), >, 10000);
      g_assert_cmpuint (fixture_count_pixels (two, 0, 100, 500, 200, first), <, 1000);
      g_assert_cmpuint (fixture_count_pixels (two, 0, 100, 500, 200, theme.paper), <, 97000);
      cairo_surface_destroy (one);
      cairo_surface_destroy (two);
      oct_stages_clear (&stages);
    }
}

static void
test_inside (void)
{
  static const guint rows[] = { 1, 2, 12, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (OctChart) chart = fixture_stage_map (rows[i]);
      OctChartTheme theme;

      oct_stage_map_chart_set_chosen (OCT_STAGE_MAP_CHART (chart), "100001");
      for (double scale = 1; scale <= 2; scale += 1)
        {
          oct_chart_theme_init (&theme, OCT_THEME_LIGHT, scale, NULL);
          check_inside (chart, 360, oct_chart_natural_height (chart, 360, &theme), scale);
          check_inside (chart, 760, oct_chart_natural_height (chart, 760, &theme), scale);
          check_inside (chart, 1920, 1080, scale);
          check_inside (chart, 515, 740, scale);
        }
    }
}

static void
test_odd_data (void)
{
  g_autoptr (OctStageMapChart) empty = oct_stage_map_chart_new (), no_rows = small_map (),
                               unjudged = small_map (), equal = small_map (),
                               wordy = oct_stage_map_chart_new ();
  g_autoptr (OctChart) one = fixture_stage_map (1), many = fixture_stage_map (150);
  const int far[] = { 9, -7, 3 };

  for (int i = 0; i < 30; i++)
    {
      add (unjudged, NULL, NONE, NONE, NONE);
      add (equal, "same", 3, 3, 3);
    }
  oct_stage_map_chart_set_stages (wordy, long_stages);
  for (int i = 0; i < 8; i++)
    g_assert_true (oct_stage_map_chart_add_column (
      wordy, NULL, i + 1, "Incomprehensibilities of institutionalisation"));
  g_assert_false (oct_stage_map_chart_add_column (wordy, NULL, 1, "Ninth"));
  oct_stage_map_chart_add_row (no_rows, "far", "Far", NULL, far, far);
  check_table_row (OCT_CHART (no_rows), 0, "Far|All our children|Not judged|||");
  check_odd (OCT_CHART (empty));
  check_odd (OCT_CHART (unjudged));
  check_odd (OCT_CHART (equal));
  check_odd (OCT_CHART (wordy));
  check_odd (one);
  check_odd (many);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/stages/names", test_stages);
  g_test_add_func ("/chart/stage-map/finding", test_finding);
  g_test_add_func ("/chart/stage-map/other-findings", test_other_findings);
  g_test_add_func ("/chart/stage-map/cells-in-words", test_cells_in_words);
  g_test_add_func ("/chart/stage-map/order", test_order);
  g_test_add_func ("/chart/stage-map/hits", test_hits);
  g_test_add_func ("/chart/stage-map/ninety-rows", test_ninety_rows);
  g_test_add_func ("/chart/stage-map/not-judged", test_not_judged_looks_different);
  g_test_add_func ("/chart/stage-map/inside", test_inside);
  g_test_add_func ("/chart/stage-map/odd-data", test_odd_data);

  return g_test_run ();
}
