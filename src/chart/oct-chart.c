/* The chart every chart is: title, subtitle, picture, source.
 *
 * The words around a picture are drawn here, once, so that a subclass only ever sees the space of
 * its plot. When a drawing is small, the words give way before the picture does: first the
 * subtitle, then the source, then the title.
 */
#include "oct-chart.h"

#include <math.h>

#include "oct-chart-text.h"

#define SMALLEST_PLOT 90.0

typedef struct
{
  char *title;
  char *subtitle;
  char *source;
  char *suggested; /* the title suggested for the data as they are; made when first asked for */
} OctChartPrivate;

typedef struct
{
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *source;
  double subtitle_y;
  double source_y;
  double above; /* height taken above the plot */
  double below; /* and below it */
} Frame;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OctChart, oct_chart, G_TYPE_OBJECT)

static void
frame_clear (Frame *frame)
{
  g_clear_object (&frame->title);
  g_clear_object (&frame->subtitle);
  g_clear_object (&frame->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Frame, frame_clear)

static PangoLayout *
frame_text (const OctChartTheme *theme, OctTextStyle style, const char *text, double width,
            double *height)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0' || width < 40)
    {
      *height = 0;
      return NULL;
    }
  layout = oct_chart_text_new (theme, style, text, width, 4);
  oct_chart_text_size (layout, NULL, height);
  return layout;
}

/* Lays out the words; @height 0 stands for as much as they need. */
static void
frame_init (Frame *frame, OctChart *self, double width, double height, const OctChartTheme *theme)
{
  OctChartPrivate *priv = oct_chart_get_instance_private (self);
  double gap = round (theme->size_text * 0.7);
  double title_height, subtitle_height, source_height, room;

  *frame = (Frame) { 0 };
  frame->title = frame_text (theme, OCT_TEXT_TITLE, oct_chart_get_title (self), width,
                             &title_height);
  frame->subtitle = frame_text (theme, OCT_TEXT_NORMAL, priv->subtitle, width, &subtitle_height);
  frame->source = frame_text (theme, OCT_TEXT_SMALL, priv->source, width, &source_height);

  room = height > 0 ? height - SMALLEST_PLOT * theme->scale - 2 * gap : G_MAXDOUBLE;
  if (title_height + subtitle_height + source_height > room)
    {
      g_clear_object (&frame->subtitle);
      subtitle_height = 0;
    }
  if (title_height + source_height > room)
    {
      g_clear_object (&frame->source);
      source_height = 0;
    }
  if (title_height > room)
    {
      g_clear_object (&frame->title);
      title_height = 0;
    }
  frame->subtitle_y = title_height
                      + (frame->title != NULL && frame->subtitle != NULL ? round (gap * 0.25) : 0);
  frame->above = frame->subtitle_y + subtitle_height;
  if (frame->above > 0)
    frame->above = ceil (frame->above + gap);
  frame->below = frame->source != NULL ? ceil (source_height + gap) : 0;
  frame->source_y = height - source_height;
}

static void
set_text (OctChart *self, char **field, const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  oct_chart_changed (self);
}

static void
oct_chart_finalize (GObject *object)
{
  OctChartPrivate *priv = oct_chart_get_instance_private (OCT_CHART (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->source);
  g_free (priv->suggested);

  G_OBJECT_CLASS (oct_chart_parent_class)->finalize (object);
}

static void
oct_chart_class_init (OctChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_chart_finalize;

  /**
   * OctChart::changed:
   *
   * What the chart shows is no longer what was drawn.
   */
  signals[CHANGED] = g_signal_new ("changed", OCT_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
oct_chart_init (OctChart *self)
{
}

/**
 * oct_chart_set_title:
 * @self: a chart
 * @title: (nullable): the finding, in words; %NULL for the chart's own suggestion, "" for none
 *
 * Sets what stands in bold above the picture.
 */
void
oct_chart_set_title (OctChart *self, const char *title)
{
  g_return_if_fail (OCT_IS_CHART (self));

  set_text (self, &((OctChartPrivate *) oct_chart_get_instance_private (self))->title, title);
}

/**
 * oct_chart_set_subtitle:
 * @self: a chart
 * @subtitle: (nullable): what is shown, with its unit
 *
 * Sets what stands below the title.
 */
void
oct_chart_set_subtitle (OctChart *self, const char *subtitle)
{
  g_return_if_fail (OCT_IS_CHART (self));

  set_text (self, &((OctChartPrivate *) oct_chart_get_instance_private (self))->subtitle, subtitle);
}

/**
 * oct_chart_set_source:
 * @self: a chart
 * @source: (nullable): where the numbers come from, and of when
 *
 * Sets what stands at the foot.
 */
void
oct_chart_set_source (OctChart *self, const char *source)
{
  g_return_if_fail (OCT_IS_CHART (self));

  set_text (self, &((OctChartPrivate *) oct_chart_get_instance_private (self))->source, source);
}

/**
 * oct_chart_get_title:
 * @self: a chart
 *
 * Returns: (nullable): the finding: the title that was set, or else the one the chart suggests
 */
const char *
oct_chart_get_title (OctChart *self)
{
  OctChartPrivate *priv = oct_chart_get_instance_private (self);

  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  if (priv->title != NULL)
    return priv->title;
  if (priv->suggested == NULL)
    priv->suggested = oct_chart_suggest_title (self);
  return priv->suggested;
}

/**
 * oct_chart_suggest_title:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): a title that says what stands out in the data, whether or
 *   not another one was set; %NULL from a chart that suggests none
 */
char *
oct_chart_suggest_title (OctChart *self)
{
  OctChartClass *klass;

  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  klass = OCT_CHART_GET_CLASS (self);
  return klass->suggest_title != NULL ? klass->suggest_title (self) : NULL;
}

/**
 * oct_chart_get_subtitle:
 * @self: a chart
 *
 * Returns: (nullable): what is shown
 */
const char *
oct_chart_get_subtitle (OctChart *self)
{
  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  return ((OctChartPrivate *) oct_chart_get_instance_private (self))->subtitle;
}

/**
 * oct_chart_get_source:
 * @self: a chart
 *
 * Returns: (nullable): where the numbers come from
 */
const char *
oct_chart_get_source (OctChart *self)
{
  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  return ((OctChartPrivate *) oct_chart_get_instance_private (self))->source;
}

/**
 * oct_chart_get_plot:
 * @self: a chart
 * @width: width of the whole chart in points
 * @height: its height
 * @theme: how it looks
 * @plot: (out caller-allocates): the rectangle that the words leave for the picture
 *
 * Says where in a chart of that size its picture is.
 */
void
oct_chart_get_plot (OctChart *self, double width, double height, const OctChartTheme *theme,
                    cairo_rectangle_t *plot)
{
  g_auto (Frame) frame = { 0 };

  g_return_if_fail (OCT_IS_CHART (self));
  g_return_if_fail (theme != NULL);
  g_return_if_fail (plot != NULL);

  frame_init (&frame, self, width, height, theme);
  *plot = (cairo_rectangle_t) { 0, frame.above, MAX (width, 0),
                                MAX (height - frame.above - frame.below, 0) };
}

/**
 * oct_chart_draw:
 * @self: a chart
 * @cr: what to draw to; the ground is not painted
 * @width: width in points
 * @height: height in points
 * @theme: how it looks
 *
 * Draws all but what marks a datum as pointed at or focused.
 */
void
oct_chart_draw (OctChart *self, cairo_t *cr, double width, double height,
                const OctChartTheme *theme)
{
  g_auto (Frame) frame = { 0 };

  g_return_if_fail (OCT_IS_CHART (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (theme != NULL);

  if (width < 1 || height < 1)
    return;
  frame_init (&frame, self, width, height, theme);
  if (frame.title != NULL)
    oct_chart_text_draw (frame.title, cr, 0, 0, theme->ink);
  if (frame.subtitle != NULL)
    oct_chart_text_draw (frame.subtitle, cr, 0, frame.subtitle_y, theme->ink_soft);
  if (frame.source != NULL)
    oct_chart_text_draw (frame.source, cr, 0, frame.source_y, theme->ink_soft);
  if (height - frame.above - frame.below < 1)
    return;
  cairo_save (cr);
  cairo_translate (cr, 0, frame.above);
  OCT_CHART_GET_CLASS (self)->draw (self, cr, width, height - frame.above - frame.below, theme);
  cairo_restore (cr);
}

/**
 * oct_chart_draw_overlay:
 * @self: a chart
 * @cr: what to draw to
 * @width: width the chart was drawn at
 * @height: height the chart was drawn at
 * @theme: how it looks
 * @datum: what is marked; nothing is drawn for %OCT_CHART_NONE
 * @focused: marked by the keyboard rather than by the pointer
 *
 * Draws the mark around one datum.
 */
void
oct_chart_draw_overlay (OctChart *self, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme, int datum, gboolean focused)
{
  cairo_rectangle_t plot;

  g_return_if_fail (OCT_IS_CHART (self));
  g_return_if_fail (theme != NULL);

  if (datum == OCT_CHART_NONE || OCT_CHART_GET_CLASS (self)->draw_overlay == NULL)
    return;
  oct_chart_get_plot (self, width, height, theme, &plot);
  if (plot.width < 1 || plot.height < 1)
    return;
  cairo_save (cr);
  cairo_translate (cr, plot.x, plot.y);
  OCT_CHART_GET_CLASS (self)->draw_overlay (self, cr, plot.width, plot.height, theme, datum,
                                            focused);
  cairo_restore (cr);
}

/**
 * oct_chart_hit:
 * @self: a chart
 * @width: width the chart was drawn at
 * @height: height the chart was drawn at
 * @theme: how it looks
 * @x: a point of that drawing
 * @y: its distance from the top
 *
 * Returns: the datum at the point, or %OCT_CHART_NONE
 */
int
oct_chart_hit (OctChart *self, double width, double height, const OctChartTheme *theme, double x,
               double y)
{
  cairo_rectangle_t plot;

  g_return_val_if_fail (OCT_IS_CHART (self), OCT_CHART_NONE);
  g_return_val_if_fail (theme != NULL, OCT_CHART_NONE);

  oct_chart_get_plot (self, width, height, theme, &plot);
  x -= plot.x;
  y -= plot.y;
  if (x < 0 || y < 0 || x >= plot.width || y >= plot.height)
    return OCT_CHART_NONE;
  return OCT_CHART_GET_CLASS (self)->hit (self, plot.width, plot.height, theme, x, y);
}

/**
 * oct_chart_walk:
 * @self: a chart
 * @from: where the keyboard is, or %OCT_CHART_NONE
 * @step: which way it goes
 *
 * Returns: the datum it gets to; @from where there is none further that way
 */
int
oct_chart_walk (OctChart *self, int from, OctChartStep step)
{
  g_return_val_if_fail (OCT_IS_CHART (self), OCT_CHART_NONE);

  return OCT_CHART_GET_CLASS (self)->walk (self, from, step);
}

/**
 * oct_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): what the chart shows and what stands out in it, in a sentence or two
 */
char *
oct_chart_describe (OctChart *self)
{
  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  return OCT_CHART_GET_CLASS (self)->describe (self);
}

/**
 * oct_chart_describe_datum:
 * @self: a chart
 * @datum: one of its data
 *
 * Returns: (transfer full) (nullable): the datum in words, %NULL if there is no such datum
 */
char *
oct_chart_describe_datum (OctChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  return datum < 0 ? NULL : OCT_CHART_GET_CLASS (self)->describe_datum (self, datum);
}

/**
 * oct_chart_table:
 * @self: a chart
 *
 * Returns: (transfer full): the chart's numbers as rows
 */
OctChartTable *
oct_chart_table (OctChart *self)
{
  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  return OCT_CHART_GET_CLASS (self)->table (self);
}

/**
 * oct_chart_n_data:
 * @self: a chart
 *
 * Returns: how many data the chart has
 */
guint
oct_chart_n_data (OctChart *self)
{
  g_return_val_if_fail (OCT_IS_CHART (self), 0);

  return OCT_CHART_GET_CLASS (self)->n_data (self);
}

/**
 * oct_chart_datum_id:
 * @self: a chart
 * @datum: one of its data
 *
 * Returns: (nullable): the id its owner gave it, %NULL if it leads nowhere
 */
const char *
oct_chart_datum_id (OctChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_CHART (self), NULL);

  return datum < 0 ? NULL : OCT_CHART_GET_CLASS (self)->datum_id (self, datum);
}

/**
 * oct_chart_natural_height:
 * @self: a chart
 * @width: a width in points
 * @theme: how it looks
 *
 * Returns: a good height at that width with title and source, or 0 if any will do
 */
double
oct_chart_natural_height (OctChart *self, double width, const OctChartTheme *theme)
{
  g_auto (Frame) frame = { 0 };
  double height;

  g_return_val_if_fail (OCT_IS_CHART (self), 0);
  g_return_val_if_fail (theme != NULL, 0);

  if (OCT_CHART_GET_CLASS (self)->natural_height == NULL)
    return 0;
  height = OCT_CHART_GET_CLASS (self)->natural_height (self, width, theme);
  if (height <= 0)
    return 0;
  frame_init (&frame, self, width, 0, theme);
  return ceil (MAX (height, SMALLEST_PLOT * theme->scale * 0.5) + frame.above + frame.below);
}

/**
 * oct_chart_changed:
 * @self: a chart
 *
 * Tells whoever shows the chart that it must be drawn again.
 */
void
oct_chart_changed (OctChart *self)
{
  g_return_if_fail (OCT_IS_CHART (self));

  g_clear_pointer (&((OctChartPrivate *) oct_chart_get_instance_private (self))->suggested, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}
