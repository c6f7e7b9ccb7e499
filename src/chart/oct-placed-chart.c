/* A chart whose every datum has a rectangle of its own.
 *
 * Places are kept for the last size, because the pointer asks at every move. A place smaller than a
 * finger's point is still hit: the pointer may be a little beside it.
 */
#include "oct-placed-chart.h"

#include <math.h>

#include "oct-chart-text.h"
#include "oct-stage-marks.h"

#define REACH 3.0 /* points beside a datum that still hit it */

typedef struct
{
  cairo_rectangle_t *places; /* NULL until asked for */
  double width;
  double height;
  OctChartTheme theme;
} OctPlacedChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OctPlacedChart, oct_placed_chart, OCT_TYPE_CHART)

static void
changed_cb (OctPlacedChart *self)
{
  OctPlacedChartPrivate *priv = oct_placed_chart_get_instance_private (self);

  g_clear_pointer (&priv->places, g_free);
}

static guint
line_of (OctPlacedChart *self, guint datum)
{
  OctPlacedChartClass *klass = OCT_PLACED_CHART_GET_CLASS (self);

  return klass->line != NULL ? klass->line (self, datum) : datum;
}

/**
 * oct_placed_chart_get_places:
 * @self: a chart
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Returns: (transfer none): a rectangle for each datum
 */
const cairo_rectangle_t *
oct_placed_chart_get_places (OctPlacedChart *self, double width, double height,
                             const OctChartTheme *theme)
{
  OctPlacedChartPrivate *priv = oct_placed_chart_get_instance_private (self);

  g_return_val_if_fail (OCT_IS_PLACED_CHART (self), NULL);

  if (priv->places != NULL && priv->width == width && priv->height == height
      && oct_stage_same_theme (&priv->theme, theme))
    return priv->places;
  g_free (priv->places);
  priv->places = g_new0 (cairo_rectangle_t, oct_chart_n_data (OCT_CHART (self)) + 1);
  priv->width = width;
  priv->height = height;
  priv->theme = *theme;
  if (oct_chart_n_data (OCT_CHART (self)) > 0)
    OCT_PLACED_CHART_GET_CLASS (self)->place (self, width, height, theme, priv->places);
  return priv->places;
}

static void
oct_placed_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                               const OctChartTheme *theme, int datum, gboolean focused)
{
  const cairo_rectangle_t *places;

  if (datum < 0 || datum >= (int) oct_chart_n_data (chart))
    return;
  places = oct_placed_chart_get_places (OCT_PLACED_CHART (chart), width, height, theme);
  if (places[datum].width > 0 || places[datum].height > 0)
    oct_stage_draw_focus (cr, theme, &places[datum], focused);
}

/* The smallest of those at the point; else the nearest within reach. */
static int
oct_placed_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                      double x, double y)
{
  const cairo_rectangle_t *places = oct_placed_chart_get_places (OCT_PLACED_CHART (chart), width,
                                                                 height, theme);
  double nearest = REACH, smallest = G_MAXDOUBLE;
  int best = OCT_CHART_NONE;

  for (guint i = 0; i < oct_chart_n_data (chart); i++)
    {
      const cairo_rectangle_t *place = &places[i];
      double beside = MAX (place->x - x, x - place->x - place->width),
             above = MAX (place->y - y, y - place->y - place->height),
             away = MAX (MAX (beside, above), 0), size = place->width * place->height;

      if ((place->width <= 0 && place->height <= 0) || away > nearest
          || (away == nearest && size >= smallest))
        continue;
      nearest = away;
      smallest = size;
      best = i;
    }
  return best;
}

/* The datum at the same place of the nearest line that way, or at its end. */
static int
other_line (OctPlacedChart *self, int from, int n_data, gboolean up)
{
  guint line = line_of (self, from);
  int start = from, next = from, offset;

  while (start > 0 && line_of (self, start - 1) == line)
    start--;
  offset = from - start;
  if (up)
    {
      if (start == 0)
        return from;
      for (next = start - 1; next > 0 && line_of (self, next - 1) == line_of (self, start - 1);)
        next--;
    }
  else
    {
      while (next < n_data && line_of (self, next) == line)
        next++;
      if (next == n_data)
        return from;
    }
  line = line_of (self, next);
  while (offset-- > 0 && next + 1 < n_data && line_of (self, next + 1) == line)
    next++;
  return next;
}

static int
oct_placed_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctPlacedChart *self = OCT_PLACED_CHART (chart);
  int n_data = oct_chart_n_data (chart), next;

  if (n_data == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return n_data - 1;
  if (step == OCT_CHART_FIRST || from < 0 || from >= n_data)
    return 0;
  if (step == OCT_CHART_UP || step == OCT_CHART_DOWN)
    return other_line (self, from, n_data, step == OCT_CHART_UP);
  next = from + (step == OCT_CHART_LEFT ? -1 : 1);
  return next < 0 || next >= n_data || line_of (self, next) != line_of (self, from) ? from : next;
}

static void
oct_placed_chart_finalize (GObject *object)
{
  changed_cb (OCT_PLACED_CHART (object));

  G_OBJECT_CLASS (oct_placed_chart_parent_class)->finalize (object);
}

static void
oct_placed_chart_class_init (OctPlacedChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_placed_chart_finalize;
  chart_class->draw_overlay = oct_placed_chart_draw_overlay;
  chart_class->hit = oct_placed_chart_hit;
  chart_class->walk = oct_placed_chart_walk;
}

static void
oct_placed_chart_init (OctPlacedChart *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/**
 * oct_placed_chart_draw_empty:
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @text: what is missing, in words
 *
 * Draws the sentence instead of a picture.
 */
void
oct_placed_chart_draw_empty (cairo_t *cr, double width, double height, const OctChartTheme *theme,
                             const char *text)
{
  g_autoptr (PangoLayout) layout = oct_chart_text_new (theme, OCT_TEXT_NORMAL, text,
                                                       MAX (width, 10), 3);
  double text_height;

  oct_chart_text_size (layout, NULL, &text_height);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  oct_chart_text_draw (layout, cr, 0, MAX ((height - text_height) / 2, 0), theme->ink_soft);
}
