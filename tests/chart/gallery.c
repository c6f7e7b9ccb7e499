/* Draws every chart in every theme and several sizes from invented data, to be looked at.
 *
 *   chart-gallery DIRECTORY [PART-OF-A-NAME]
 */
#include <glib/gstdio.h>
#include <string.h>

#include "chart-fixtures.h"
#include "octant-fixtures.h"
#include "progress-fixtures.h"
#include "plan-fixtures.h"
#include "stage-fixtures.h"
#include "timeline-fixtures.h"

static const char *const theme_names[] = { "light", "dark", "contrast", "contrast-dark", "print" };

static gboolean
draw (OctChart *chart, const char *directory, const char *name, double width, double height,
      double text_scale)
{
  for (guint kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%.0fx%.0f-%s.png", name, width, text_scale,
                                               theme_names[kind]);
      g_autofree char *path = g_build_filename (directory, file, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      OctChartTheme theme;
      double natural;

      oct_chart_theme_init (&theme, kind, text_scale, NULL);
      natural = oct_chart_natural_height (chart, width - 28, &theme) + 28;
      bytes = oct_chart_render (chart, OCT_CHART_FORMAT_PNG, width, height > 0 ? height : natural,
                                1, &theme, &error);
      if (bytes == NULL
          || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   &error))
        {
          g_printerr ("%s: %s\n", path, error->message);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
draw_sizes (OctChart *chart, const char *directory, const char *name, gboolean slide)
{
  gboolean drawn = draw (chart, directory, name, 760, 0, 1);

  drawn = draw (chart, directory, name, 360, 0, 1) && drawn;
  drawn = draw (chart, directory, name, 620, 0, 1.6) && drawn;
  if (slide)
    {
      /* A slide; the room that A4's margins leave, in points. */
      drawn = draw (chart, directory, name, 1920, 1080, 1.8) && drawn;
      drawn = draw (chart, directory, name, 510, 740, 1) && drawn;
    }
  return drawn;
}

/* All charts, or those whose name has @part (nullable) in it. */
static gboolean
draw_all (const char *directory, const char *part)
{
  struct
  {
    const char *name;
    OctChart *chart;
    gboolean slide; /* as large as a projector's picture and as a page, too */
  } charts[] = {
    { "bars", fixture_bars () },
    { "many-bars", fixture_many_bars (90) },
    { "histogram", fixture_histogram () },
    { "years", fixture_years () },
    { "lines", fixture_lines () },
    { "growth", fixture_growth (8) },
    { "growth-many", fixture_growth (60) },
    { "growth-one", fixture_growth (1) },
    { "stacked", fixture_stacked () },
    { "map-trust", fixture_trust_map (12) },
    { "map-country", fixture_country_map (27000) },
    { "map-regions", fixture_shaded_map (OCT_AREA_REGION) },
    { "map-authorities", fixture_shaded_map (OCT_AREA_AUTHORITY) },
    { "octant", fixture_octant (12), TRUE },
    { "octant-1", fixture_octant (1) },
    { "octant-23", fixture_octant (23), TRUE },
    { "octant-90", fixture_octant (90), TRUE },
    { "octant-missing", fixture_octant_missing (12) },
    { "octant-equal", fixture_octant_equal (90), TRUE },
    { "octants-small-1", fixture_small_octants (1) },
    { "octants-small-12", fixture_small_octants (12), TRUE },
    { "octants-small-90", fixture_small_octants (90), TRUE },
    { "octant-long", fixture_octant_long (23), TRUE },
    { "stage-map", fixture_stage_map (12), TRUE },
    { "stage-map-90", fixture_stage_map (90), TRUE },
    { "stage-trend", fixture_stage_trend (0), TRUE },
    { "stage-trend-counts", fixture_stage_trend (24), TRUE },
    { "stage-trends", fixture_stage_trends (), TRUE },
    { "stage-spread", fixture_stage_spread (12), TRUE },
    { "stage-spread-90", fixture_stage_spread (90), TRUE },
    { "resiliences", fixture_resiliences (), TRUE },
    { "stage-map-1", fixture_stage_map (1) },
    { "timeline", fixture_timeline (), TRUE },
    { "timeline-many", fixture_timeline_many (2, 4) },
    { "success", fixture_bullets (), TRUE },
    { "success-90", fixture_many_bullets (90) },
    { "rating-strip", fixture_rating_strip (12, 6), TRUE },
    { "rating-strip-1", fixture_rating_strip (1, 1) },
    { "rating-strip-200", fixture_rating_strip (200, 6), TRUE },
    { "practices-3", fixture_practices (3, 1) },
    { "practices-10", fixture_practices (10, 12), TRUE },
    { "practices-30", fixture_practices (30, 90), TRUE },
    { "line-of-sight-1", fixture_line_of_sight (1, 2) },
    { "line-of-sight-12", fixture_line_of_sight (12, 3), TRUE },
    { "line-of-sight-90", fixture_line_of_sight (90, 5), TRUE },
    { "support-network-3", fixture_support_network (3) },
    { "support-network-12", fixture_support_network (12), TRUE },
    { "support-network-40", fixture_support_network (40), TRUE },
    { "support-network-90", fixture_support_network (90), TRUE },
    { "rating-flow", fixture_rating_flow (), TRUE },
    { "green-share", fixture_rating_share (12), TRUE },
    { "green-share-90", fixture_rating_share (90), TRUE },
    { "milestones", fixture_burn_up (), TRUE },
    { "risks", fixture_risks (8), TRUE },
    { "risks-40", fixture_risks (40), TRUE },
    { "lasting", fixture_recovery (4), TRUE },
    { "lasting-90", fixture_recovery (89), TRUE },
  };
  gboolean drawn = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      if (part == NULL || strstr (charts[i].name, part) != NULL)
        drawn = draw_sizes (charts[i].chart, directory, charts[i].name, charts[i].slide) && drawn;
      g_object_unref (charts[i].chart);
    }
  return drawn;
}

int
main (int argc, char **argv)
{
  if (argc != 2 && argc != 3)
    {
      g_printerr ("Usage: chart-gallery DIRECTORY [PART-OF-A-NAME]\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0755);
  return draw_all (argv[1], argc == 3 ? argv[2] : NULL) ? 0 : 1;
}
