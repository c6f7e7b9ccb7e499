/* Measures how long charts of ninety schools take to draw at 1920 × 1080 on an image surface.
 *
 *   bench-charts [TIMES [PART-OF-A-NAME]]
 *
 * "Fonts" is a drawing in type of a size that was never used, as when a chart is the first to be shown;
 * "warmed" the same, where the type was made ready ahead, as the window does while a workspace is read;
 * "first" lays everything out in type that is known, as when data change or the window is resized;
 * "again" draws what is laid out already. Figures are medians of the thread's own time in milliseconds.
 * The timeline has 90 schools × 20 objectives × 10 actions and is scrolled, which new rows come with at
 * each frame; for it the median, the 95th of a hundred and the longest frame are given.
 */
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "oct-chart-text.h"
#include "octant-fixtures.h"
#include "progress-fixtures.h"
#include "stage-fixtures.h"
#include "timeline-fixtures.h"

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
draw (OctChart *chart, cairo_surface_t *surface, double width, const OctChartTheme *theme)
{
  double start = now ();
  cairo_t *cr = cairo_create (surface);

  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  oct_chart_draw (chart, cr, width, HEIGHT, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return now () - start;
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

typedef struct
{
  OctChart *chart;
  guint times;
  guint *used; /* how many sizes of type were used already */
  double *fonts;
  double *warmed;
  double *first;
  double *again;
} Measures;

/* Another size, so little larger that all else stays as it is. */
static OctChartTheme
other_theme (const OctChartTheme *theme, guint turn)
{
  OctChartTheme other = *theme;

  other.size_text += 0.001 * (turn + 1);
  other.size_small += 0.001 * (turn + 1);
  return other;
}

static gpointer
measure_fonts (gpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  Measures *measures = data;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1.8, NULL);
  draw (measures->chart, surface, WIDTH, &theme);
  for (guint i = 0; i < measures->times; i++)
    {
      OctChartTheme other = other_theme (&theme, *measures->used + i);

      measures->fonts[i] = draw (measures->chart, surface, WIDTH, &other);
    }
  cairo_surface_destroy (surface);
  return NULL;
}

static gpointer
measure_known (gpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  Measures *measures = data;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1.8, NULL);
  for (guint i = 0; i < measures->times; i++)
    {
      /* Glyphs are shared between threads: these sizes are new too. */
      OctChartTheme other = other_theme (&theme, *measures->used + i);

      oct_chart_text_warm (&other);
      measures->warmed[i] = draw (measures->chart, surface, WIDTH, &other);
    }
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1.8, NULL);
  draw (measures->chart, surface, WIDTH, &theme);
  for (guint i = 0; i < measures->times; i++)
    {
      /* Another width is another layout. */
      draw (measures->chart, surface, WIDTH - 8, &theme);
      measures->first[i] = draw (measures->chart, surface, WIDTH, &theme);
      measures->again[i] = draw (measures->chart, surface, WIDTH, &theme);
    }
  cairo_surface_destroy (surface);
  return NULL;
}

/* Each in a thread of its own, since that has fonts of its own: Fontconfig takes sizes of the same whole
 * number of points for each other at first, and is the slower the more of them there are. */
static void
measure (const char *name, OctChart *chart, guint times)
{
  static guint used;
  g_autofree double *all = g_new (double, times * 4);
  Measures measures = { chart, times, &used, all, all + times, all + 2 * times, all + 3 * times };

  g_thread_join (g_thread_new ("fonts", measure_fonts, &measures));
  used += times;
  g_thread_join (g_thread_new ("known", measure_known, &measures));
  used += times;
  g_print ("%-32s %8.2f %8.2f %8.2f %8.2f\n", name, median (measures.fonts, times),
           median (measures.warmed, times), median (measures.first, times),
           median (measures.again, times));
  g_object_unref (chart);
}

#define FRAMES 600

/* Down by @step points a frame, and along by @days; or to and fro over everything. */
static void
measure_scroll (const char *name, OctChart *chart, double step, double days, double day_width)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  OctTimelineChart *timeline = OCT_TIMELINE_CHART (chart);
  double times[FRAMES], height, first = fixture_day (2023, 9, 1);
  OctTimelineLayout layout;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_timeline_chart_set_viewport (timeline, first, day_width, 0);
  oct_timeline_chart_get_layout (timeline, WIDTH, HEIGHT, &theme, &layout);
  height = oct_timeline_chart_get_n_lines (timeline) * layout.line - layout.body;
  draw (chart, surface, WIDTH, &theme);
  for (guint i = 0; i < FRAMES; i++)
    {
      double offset = i * step;

      oct_timeline_chart_set_viewport (timeline, first + i * days, day_width,
                                       offset - floor (offset / height) * height);
      times[i] = draw (chart, surface, WIDTH, &theme);
    }
  qsort (times, FRAMES, sizeof *times, compare);
  g_print ("%-32s %8.2f %8.2f %8.2f\n", name, times[FRAMES / 2], times[FRAMES * 95 / 100],
           times[FRAMES - 1]);
  cairo_surface_destroy (surface);
}

static void
measure_timeline (void)
{
  g_autoptr (OctChart) chart = fixture_timeline_many (90, 10);

  oct_chart_set_title (chart, "");
  oct_timeline_chart_get_n_lines (OCT_TIMELINE_CHART (chart));
  g_print ("\n%-32s %8s %8s %8s\n", "timeline, ms a frame", "median", "95th", "longest");
  measure_scroll ("scrolled by 120 points", chart, 120, 0, 1.2);
  measure_scroll ("scrolled by 40 points, weeks", chart, 40, 0.2, 5);
  measure_scroll ("scrolled along, days", chart, 0, 1.5, 24);
  measure_scroll ("jumps, the whole time", chart, 123456.7, 0, 0.6);
}

int
main (int argc, char **argv)
{
  guint times = argc > 1 ? MAX (atoi (argv[1]), 1) : 25;
  const struct
  {
    const char *name;
    OctChart *chart;
  } charts[] = {
    { "octant", fixture_octant (90) },
    { "octant, all at one stage", fixture_octant_equal (90) },
    { "small octants", fixture_small_octants (90) },
    { "heat map", fixture_stage_map (90) },
    { "trend, counts of 90 schools", fixture_stage_trend (90) },
    { "trends of eight elements", fixture_stage_trends () },
    { "spread", fixture_stage_spread (90) },
    { "resiliences", fixture_resiliences () },
    { "strip of 200 objectives", fixture_rating_strip (200, 6) },
    { "criteria of 90 schools", fixture_many_bullets (90) },
    { "flow of ratings", fixture_rating_flow () },
    { "shares of ratings", fixture_rating_share (90) },
    { "milestones met", fixture_burn_up () },
    { "risks, 40", fixture_risks (40) },
    { "lasting, 90 lanes", fixture_recovery (89) },
  };

  setlocale (LC_ALL, "");
  g_print ("%-32s %8s %8s %8s %8s\n", "1920 × 1080, 90 schools, ms", "fonts", "warmed", "first",
           "again");
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      if (argc < 3 || strstr (charts[i].name, argv[2]) != NULL)
        measure (charts[i].name, charts[i].chart, times);
      else
        g_object_unref (charts[i].chart);
    }
  if (argc < 3 || strstr ("timeline", argv[2]) != NULL)
    measure_timeline ();
  return 0;
}
