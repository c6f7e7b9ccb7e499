/* Support, practices and the line of sight: findings, places, walk, odd data. */
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "plan-fixtures.h"

/* Words around a picture are laid out at every question, which has nothing to do with these charts. */
static OctChart *
bare (OctChart *chart)
{
  oct_chart_set_title (chart, "");
  oct_chart_set_subtitle (chart, NULL);
  oct_chart_set_source (chart, NULL);
  return chart;
}

static void
test_support_finding (void)
{
  g_autoptr (OctChart) chart = fixture_support_network (12), few = fixture_support_network (3);
  OctSupportNetworkChart *network = OCT_SUPPORT_NETWORK_CHART (chart);

  check_says (chart, "Larkrise School is supported by 4 at once.");
  check_says (few, "Alder Grange Primary School gives 12 of 18 days of support.");
  oct_support_network_chart_set_capacity (network, "centre", 20, 33);
  check_says (chart, "School improvement team has 33 days planned in a term and can give 20.");
  check_says (chart, "Larkrise School is supported by 4 at once.");
  oct_support_network_chart_set_capacity (network, "centre", -1, 33);
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "Larkrise School is supported by 4 at once");
}

/* What flows between the same two is one flow, and nobody supports itself. */
static void
test_support_data (void)
{
  g_autoptr (OctSupportNetworkChart) network = oct_support_network_chart_new ();
  OctChart *chart = OCT_CHART (network);
  g_autofree char *flow = NULL, *giver = NULL, *receiver = NULL;

  g_assert_true (oct_support_network_chart_add_node (network, "a", "Aller", 0));
  g_assert_false (oct_support_network_chart_add_node (network, "a", "Aller", 0));
  g_assert_true (oct_support_network_chart_add_node (network, "b", "Brue", 0));
  g_assert_false (oct_support_network_chart_add_flow (network, "a", "a", 1, 0));
  g_assert_false (oct_support_network_chart_add_flow (network, "a", "c", 1, 0));
  g_assert_false (oct_support_network_chart_add_flow (network, "a", "b", 0, 0));
  g_assert_cmpuint (oct_chart_n_data (chart), ==, 0);
  g_assert_true (oct_support_network_chart_add_flow (network, "a", "b", 4, 1));
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "Aller supports Brue");
  g_assert_true (oct_support_network_chart_add_flow (network, "a", "b", 2.5, 0));
  oct_support_network_chart_set_capacity (network, "a", 10, 6.5);
  oct_support_network_chart_set_term (network, "autumn 2026");
  g_assert_cmpuint (oct_chart_n_data (chart), ==, 3);
  flow = oct_chart_describe_datum (chart, 0);
  giver = oct_chart_describe_datum (chart, 1);
  receiver = oct_chart_describe_datum (chart, 2);
  g_assert_cmpstr (flow, ==, "Aller supports Brue: 6.5 days planned, 1 spent");
  g_assert_cmpstr (giver, ==,
                   "Aller gives to 1: 6.5 days planned, 1 spent; 6.5 of 10 days promised in "
                   "autumn 2026");
  g_assert_cmpstr (receiver, ==, "Brue receives from 1: 6.5 days planned, 1 spent");
  g_assert_cmpstr (oct_chart_datum_id (chart, 1), ==, "a");
  g_assert_cmpstr (oct_chart_datum_id (chart, 2), ==, "b");
  check_table_row (chart, 0, "Aller|Brue|6.5|1||");
  check_table_row (chart, 1, "Aller|All|6.5|1|10|3.5");
  check_odd (chart);
}

/* Two pairs given crosswise are put straight: each stands beside its own. */
static void
test_support_order (void)
{
  g_autoptr (OctSupportNetworkChart) network = oct_support_network_chart_new ();
  OctChart *chart = OCT_CHART (network);
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f" };
  int at;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    oct_support_network_chart_add_node (network, ids[i], ids[i], 0);
  oct_support_network_chart_add_flow (network, "a", "f", 3, 0);
  oct_support_network_chart_add_flow (network, "b", "e", 3, 0);
  oct_support_network_chart_add_flow (network, "c", "d", 3, 0);
  at = oct_chart_walk (chart, OCT_CHART_NONE, OCT_CHART_FIRST);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const partners[] = { "f", "e", "d" };
      int flow = oct_chart_walk (chart, at, OCT_CHART_RIGHT),
          receiver = oct_chart_walk (chart, flow, OCT_CHART_RIGHT);
      const char *giver = oct_chart_datum_id (chart, at);

      g_assert_cmpstr (oct_chart_datum_id (chart, receiver), ==, partners[*giver - 'a']);
      /* Whoever stands at the same height on the other side is the partner. */
      g_assert_cmpint (oct_chart_walk (chart, receiver, OCT_CHART_LEFT), ==, flow);
      g_assert_cmpint (oct_chart_walk (chart, flow, OCT_CHART_LEFT), ==, at);
      if (i < 2)
        {
          int below = oct_chart_walk (chart, receiver, OCT_CHART_DOWN);

          at = oct_chart_walk (chart, at, OCT_CHART_DOWN);
          g_assert_cmpint (oct_chart_walk (chart, oct_chart_walk (chart, at, OCT_CHART_RIGHT),
                                           OCT_CHART_RIGHT),
                           ==, below);
        }
    }
}

/* Spent days are solid, planned ones are not: more pixels of the hue where more was spent. */
static void
test_support_spent (void)
{
  OctChartTheme theme;
  guint solid[2];

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OctSupportNetworkChart) network = oct_support_network_chart_new ();
      OctColour mixed = theme.accent;
      cairo_surface_t *surface;

      oct_support_network_chart_add_node (network, "a", "A", 0);
      oct_support_network_chart_add_node (network, "b", "B", 0);
      oct_support_network_chart_add_flow (network, "a", "b", 8, i == 0 ? 8 : 2);
      oct_chart_set_title (OCT_CHART (network), "");
      surface = fixture_draw (OCT_CHART (network), 500, 160, &theme);
      mixed.red += (theme.paper.red - mixed.red) * 0.35;
      mixed.green += (theme.paper.green - mixed.green) * 0.35;
      mixed.blue += (theme.paper.blue - mixed.blue) * 0.35;
      solid[i] = fixture_count_pixels (surface, 100, 40, 300, 120, mixed);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (solid[1], >, 100);
  g_assert_cmpuint (solid[0], >, solid[1] * 3);
}

/* Every flow, giver and receiver of a picture of its natural height can be pointed at. */
static void
test_support_hits (void)
{
  static const guint sizes[] = { 3, 12, 40 };
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (OctChart) chart = bare (fixture_support_network (sizes[i]));
      guint n = oct_chart_n_data (chart), n_found = 0;
      g_autofree gboolean *found = g_new0 (gboolean, n);
      double height = oct_chart_natural_height (chart, 760, &theme);

      for (double y = 0; y < height; y += 3)
        {
          for (double x = 2; x < 760; x += 10)
            {
              int datum = oct_chart_hit (chart, 760, height, &theme, x, y);

              if (datum != OCT_CHART_NONE && !found[datum])
                {
                  found[datum] = TRUE;
                  n_found++;
                }
            }
        }
      g_assert_cmpuint (n_found, ==, n);
    }
}

static void
test_practices_finding (void)
{
  g_autoptr (OctChart) chart = fixture_practices (10, 12), none = fixture_practices (1, 1);

  check_says (chart, "Explicit vocabulary teaching is used by 8 of 12; 4 in Sustain.");
  check_says (chart, "Used nowhere yet: Family reading mornings.");
  check_says (none, "No practice is in use yet.");
}

static void
test_practices_data (void)
{
  g_autoptr (OctChart) chart = fixture_practices (10, 12);
  OctPracticeChart *practices = OCT_PRACTICE_CHART (chart);
  g_autofree char *used = oct_chart_describe_datum (chart, 13),
                  *blank = oct_chart_describe_datum (chart, 12);

  g_assert_cmpstr (used, ==, "Explicit vocabulary teaching, Birchfield Academy: Sustain");
  g_assert_cmpstr (blank, ==,
                   "Explicit vocabulary teaching, Alder Grange Primary School: Not used");
  g_assert_cmpstr (oct_chart_datum_id (chart, 13), ==, "p2");
  g_assert_cmpstr (oct_practice_chart_datum_site (practices, 13), ==, "100002");
  g_assert_null (oct_practice_chart_datum_site (practices, 120));
  g_assert_false (oct_practice_chart_set_use (practices, "p2", "100002", 4));
  g_assert_false (oct_practice_chart_set_use (practices, "p2", "?", 1));
  g_assert_true (oct_practice_chart_set_use (practices, "p2", "100002", OCT_PRACTICE_NOT_USED));
  check_table_row (chart, 13, "Explicit vocabulary teaching|Birchfield Academy|Not used");
  g_assert_cmpint (oct_chart_walk (chart, 13, OCT_CHART_DOWN), ==, 25);
  g_assert_cmpint (oct_chart_walk (chart, 11, OCT_CHART_RIGHT), ==, 11);
}

/* The same cell answers whichever way the picture is turned. */
static void
test_practices_hits (void)
{
  g_autoptr (OctChart) chart = bare (fixture_practices (4, 6));
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  check_hits (chart, 560, 240, &theme);
  check_hits (chart, 250, 380, &theme);
}

static void
test_sight_finding (void)
{
  g_autoptr (OctChart) chart = fixture_line_of_sight (12, 3), one = fixture_line_of_sight (1, 2);
  g_autoptr (OctLineOfSightChart) whole = oct_line_of_sight_chart_new ();
  OctChart *served = OCT_CHART (whole);

  check_says (chart, "No school objective serves “3 Grow our own leaders");
  check_says (chart, "6 school objectives serve no trust objective.");
  check_says (one, "2 of 4 trust objectives have no school objective behind them.");
  oct_line_of_sight_chart_add_objective (whole, "o1", NULL, "Aller", "1", "Read", 0);
  g_assert_cmpstr (oct_chart_get_title (served), ==, "The trust has no objectives yet");
  oct_line_of_sight_chart_clear (whole);
  g_assert_true (oct_line_of_sight_chart_add_goal (whole, "g", "1", "Read", 0));
  g_assert_false (oct_line_of_sight_chart_add_goal (whole, "g", "1", "Read", 0));
  oct_line_of_sight_chart_add_objective (whole, "o1", "g", "Aller", "1", "Read", 0);
  g_assert_cmpstr (oct_chart_get_title (served), ==,
                   "1 school objective serves the trust’s objectives");
  oct_line_of_sight_chart_add_objective (whole, "o2", "?", "Aller", "2", "Write", 1);
  g_assert_cmpstr (oct_chart_get_title (served), ==,
                   "1 school objective serves no trust objective");
}

static void
test_sight_data (void)
{
  g_autoptr (OctChart) chart = fixture_line_of_sight (2, 2);
  g_autofree char *goal = oct_chart_describe_datum (chart, 2),
                  *objective = oct_chart_describe_datum (chart, 4);

  g_assert_cmpstr (goal, ==,
                   "3 Grow our own leaders, so that each school has two who could lead another "
                   "one tomorrow: Not rated; No school objective serves it yet");
  g_assert_nonnull (strstr (objective, "Alder Grange Primary School, 1."));
  g_assert_cmpstr (oct_chart_datum_id (chart, 0), ==, "g1");
  g_assert_cmpstr (oct_chart_datum_id (chart, 4), ==, "o1");
  check_table_row (chart, 3,
                   "4 A curriculum in every subject that is taught as it is written|||Green");
  /* From a goal to what serves it and back. */
  g_assert_cmpint (
    oct_chart_walk (chart, oct_chart_walk (chart, 0, OCT_CHART_RIGHT), OCT_CHART_LEFT), ==, 0);
}

static void
test_sight_hits (void)
{
  g_autoptr (OctChart) chart = bare (fixture_line_of_sight (3, 3));
  g_autoptr (OctChart) many = bare (fixture_line_of_sight (50, 3));
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  check_hits (chart, 760, oct_chart_natural_height (chart, 760, &theme), &theme);
  check_hits (chart, 360, oct_chart_natural_height (chart, 360, &theme), &theme);
  check_hits (many, 600, 400, &theme);
}

static void
test_inside (void)
{
  OctChart *charts[] = { fixture_support_network (12),  fixture_support_network (90),
                         fixture_practices (10, 12),    fixture_practices (30, 90),
                         fixture_line_of_sight (12, 3), fixture_line_of_sight (90, 5) };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      for (double scale = 1; scale <= 2; scale += 1)
        {
          OctChartTheme theme;

          oct_chart_theme_init (&theme, OCT_THEME_LIGHT, scale, NULL);
          check_inside (charts[i], 360, oct_chart_natural_height (charts[i], 360, &theme), scale);
          check_inside (charts[i], 760, oct_chart_natural_height (charts[i], 760, &theme), scale);
          check_inside (charts[i], 1280, 720, scale);
        }
      g_object_unref (charts[i]);
    }
}

static void
test_odd_data (void)
{
  g_autoptr (OctSupportNetworkChart) network = oct_support_network_chart_new ();
  g_autoptr (OctPracticeChart) practices = oct_practice_chart_new ();
  g_autoptr (OctLineOfSightChart) sight = oct_line_of_sight_chart_new ();
  OctChart *charts[] = { fixture_support_network (40), fixture_practices (12, 24),
                         fixture_line_of_sight (30, 5), fixture_line_of_sight (3, 2) };

  check_odd (OCT_CHART (network));
  check_odd (OCT_CHART (practices));
  check_odd (OCT_CHART (sight));
  oct_line_of_sight_chart_add_goal (sight, "g", NULL, NULL, 0);
  check_odd (OCT_CHART (sight));
  oct_line_of_sight_chart_clear (sight);
  oct_line_of_sight_chart_add_objective (sight, NULL, NULL, NULL, NULL, NULL, 0);
  check_odd (OCT_CHART (sight));
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      check_odd (charts[i]);
      g_object_unref (charts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/support/finding", test_support_finding);
  g_test_add_func ("/chart/support/data", test_support_data);
  g_test_add_func ("/chart/support/order", test_support_order);
  g_test_add_func ("/chart/support/spent", test_support_spent);
  g_test_add_func ("/chart/support/hits", test_support_hits);
  g_test_add_func ("/chart/practices/finding", test_practices_finding);
  g_test_add_func ("/chart/practices/data", test_practices_data);
  g_test_add_func ("/chart/practices/hits", test_practices_hits);
  g_test_add_func ("/chart/line-of-sight/finding", test_sight_finding);
  g_test_add_func ("/chart/line-of-sight/data", test_sight_data);
  g_test_add_func ("/chart/line-of-sight/hits", test_sight_hits);
  g_test_add_func ("/chart/plans/inside", test_inside);
  g_test_add_func ("/chart/plans/odd-data", test_odd_data);

  return g_test_run ();
}
