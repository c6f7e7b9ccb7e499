/* Measures how long charts of ninety schools take to draw at 1920 × 1080 on an image surface.
 *
 *   bench-charts [TIMES]
 *
 * "First" lays everything out, as when a chart is shown or its window resized; "again" draws what is
 * laid out already, as when data are the same. Figures are medians of processor
 * time in milliseconds.
 */
#include <stdlib.h>
#include <time.h>

#include "octant-fixtures.h"
#include "stage-fixtures.h"

#define WIDTH 1920
#define HEIGHT 1080

static int
compare (const void *a, const void *b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

/* The thread's own time, which other programs on the machine don't lengthen. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static double
draw (OctChart *chart, cairo_surface_t *surface, const OctChartTheme *theme)
{
  double start = now ();
  cairo_t *cr = cairo_create (surface);

  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  oct_chart_draw (chart, cr, WIDTH, HEIGHT, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return now () - start;
}

static void
measure (const char *name, OctChart *chart, guint times)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_autofree double *first = g_new (double, times);
  g_autofree double *again = g_new (double, times);
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1.8, NULL);
  draw (chart, surface, &theme);
  for (guint i = 0; i < times; i++)
    {
      /* Another size of type is another layout. */
      OctChartTheme other = theme;

      other.size_text += 0.001 * (i + 1);
      first[i] = draw (chart, surface, &other);
      again[i] = draw (chart, surface, &other);
    }
  qsort (first, times, sizeof *first, compare);
  qsort (again, times, sizeof *again, compare);
  g_print ("%-32s %8.2f %8.2f\n", name, first[times / 2], again[times / 2]);
  cairo_surface_destroy (surface);
  g_object_unref (chart);
}

int
main (int argc, char **argv)
{
  guint times = argc > 1 ? MAX (atoi (argv[1]), 1) : 25;

  g_print ("%-32s %8s %8s\n", "1920 × 1080, 90 schools, ms", "first", "again");
  measure ("octant", fixture_octant (90), times);
  measure ("octant, all at one stage", fixture_octant_equal (90), times);
  measure ("small octants", fixture_small_octants (90), times);
  measure ("heat map", fixture_stage_map (90), times);
  measure ("trend, counts of 90 schools", fixture_stage_trend (90), times);
  measure ("trends of eight elements", fixture_stage_trends (), times);
  measure ("spread", fixture_stage_spread (90), times);
  measure ("resiliences", fixture_resiliences (), times);
  return 0;
}
