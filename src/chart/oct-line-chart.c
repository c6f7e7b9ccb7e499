/* Lines over time: the data, and the questions every chart answers. Drawn in oct-line-draw.c.
 *
 * A datum is one point; they are numbered line by line.
 */
#include "oct-line-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-line-chart-private.h"

/* How near the pointer must come to a point. */
#define REACH 24.0

G_DEFINE_FINAL_TYPE (OctLineChart, oct_line_chart, OCT_TYPE_CHART)

static void
series_clear (OctLineSeries *series)
{
  for (guint i = 0; i < series->n_points; i++)
    {
      g_free (series->points[i].id);
      g_free (series->points[i].missing);
    }
  g_free (series->points);
  g_free (series->name);
  *series = (OctLineSeries) { 0 };
}

gboolean
oct_line_find (OctLineChart *self, int datum, guint *series, guint *point)
{
  for (guint i = 0; datum >= 0 && i < self->n_series; i++)
    {
      if (datum < (int) self->series[i].n_points)
        {
          *series = i;
          *point = datum;
          return TRUE;
        }
      datum -= self->series[i].n_points;
    }
  return FALSE;
}

static const OctLineDatum *
get_point (OctLineChart *self, int datum)
{
  guint series, point;

  return oct_line_find (self, datum, &series, &point) ? &self->series[series].points[point] : NULL;
}

static char *
value_text (OctLineChart *self, const OctLineDatum *point)
{
  if (isfinite (point->value))
    return oct_chart_value_to_text (point->value, self->unit);
  return g_strdup (point->missing != NULL ? point->missing : _("No figure"));
}

static void
oct_line_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                     const OctChartTheme *theme)
{
  oct_line_draw (OCT_LINE_CHART (chart), cr, width, height, theme);
}

static void
oct_line_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                             const OctChartTheme *theme, int datum, gboolean focused)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  const OctLineDatum *point = get_point (self, datum);
  OctLineLayout layout;
  double x, y;

  if (point == NULL)
    return;
  oct_line_get_layout (self, width, height, theme, &layout);
  x = oct_line_x (&layout, point->x);
  y = isfinite (point->value) ? oct_line_y (&layout, point->value) : layout.bottom;
  for (int pass = 0; pass < 2; pass++)
    {
      oct_colour_set (pass == 0 ? theme->paper : theme->focus, cr);
      cairo_set_line_width (cr, pass == 0 ? theme->line_strong + 3
                                          : theme->line_strong + (focused ? 1 : 0));
      cairo_new_path (cr);
      cairo_arc (cr, x, y, 7 * theme->scale, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

static int
oct_line_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                    double x, double y)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  double best_distance = REACH * theme->scale;
  int best = OCT_CHART_NONE;
  OctLineLayout layout;
  guint n_data = oct_chart_n_data (chart);

  if (n_data == 0)
    return OCT_CHART_NONE;
  oct_line_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < n_data; i++)
    {
      const OctLineDatum *point = get_point (self, i);
      double distance = hypot (
        oct_line_x (&layout, point->x) - x,
        (isfinite (point->value) ? oct_line_y (&layout, point->value) : layout.bottom) - y);

      if (distance < best_distance)
        {
          best = i;
          best_distance = distance;
        }
    }
  return best;
}

/* Left and right along a line, up and down to the next line's point of the nearest day. */
static int
oct_line_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  int n_data = oct_chart_n_data (chart), start = 0, best;
  guint series, point;

  if (n_data == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return n_data - 1;
  if (step == OCT_CHART_FIRST || !oct_line_find (self, from, &series, &point))
    return 0;
  if (step == OCT_CHART_LEFT)
    return point > 0 ? from - 1 : from;
  if (step == OCT_CHART_RIGHT)
    return point + 1 < self->series[series].n_points ? from + 1 : from;
  if ((step == OCT_CHART_UP && series == 0)
      || (step == OCT_CHART_DOWN && series + 1 >= self->n_series))
    return from;
  series += step == OCT_CHART_DOWN ? 1 : -1;
  for (guint i = 0; i < series; i++)
    start += self->series[i].n_points;
  if (self->series[series].n_points == 0)
    return from;
  best = start;
  for (guint i = 1; i < self->series[series].n_points; i++)
    {
      if (fabs (get_point (self, start + i)->x - get_point (self, from)->x)
          < fabs (get_point (self, best)->x - get_point (self, from)->x))
        best = start + i;
    }
  return best;
}

static void
describe_series (OctLineChart *self, const OctLineSeries *series, GString *text)
{
  const OctLineDatum *first = NULL, *last = NULL;
  g_autofree char *first_value = NULL;
  g_autofree char *last_value = NULL;
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;

  for (guint i = 0; i < series->n_points; i++)
    {
      if (!isfinite (series->points[i].value))
        continue;
      if (first == NULL)
        first = &series->points[i];
      last = &series->points[i];
    }
  if (first == NULL)
    return;
  first_value = value_text (self, first);
  last_value = value_text (self, last);
  first_day = oct_chart_day_to_text (first->day, FALSE);
  last_day = oct_chart_day_to_text (last->day, FALSE);
  g_string_append_c (text, ' ');
  if (series->name != NULL)
    /* Translators: the name of a line, before what it does. */
    g_string_append_printf (text, _("%s: "), series->name);
  if (first == last)
    /* Translators: a value and its day. */
    g_string_append_printf (text, _("%s on %s."), first_value, first_day);
  else if (last->value > first->value)
    /* Translators: from value and day to value and day. */
    g_string_append_printf (text, _("up from %s on %s to %s on %s."), first_value, first_day,
                            last_value, last_day);
  else if (last->value < first->value)
    g_string_append_printf (text, _("down from %s on %s to %s on %s."), first_value, first_day,
                            last_value, last_day);
  else
    g_string_append_printf (text, _("%s on %s as on %s."), last_value, last_day, first_day);
}

static char *
oct_line_chart_describe (OctChart *chart)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, ngettext ("Line chart of %u line.", "Line chart of %u lines.", self->n_series),
    self->n_series);
  for (guint i = 0; i < self->n_series; i++)
    describe_series (self, &self->series[i], text);
  for (guint i = 0; i < self->n_series; i++)
    {
      for (guint j = 0; j < self->series[i].n_points; j++)
        {
          g_autofree char *day = NULL;

          if (isfinite (self->series[i].points[j].value)
              || self->series[i].points[j].missing == NULL)
            continue;
          day = oct_chart_day_to_text (self->series[i].points[j].day, FALSE);
          g_string_append_c (text, ' ');
          /* Translators: the day at which a line breaks, and why. */
          g_string_append_printf (text, _("No figure on %s: %s."), day,
                                  self->series[i].points[j].missing);
        }
    }
  return g_strdup (text->str);
}

static char *
oct_line_chart_describe_datum (OctChart *chart, int datum)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  guint series, point;

  if (!oct_line_find (self, datum, &series, &point))
    return NULL;
  day = oct_chart_day_to_text (self->series[series].points[point].day, FALSE);
  value = value_text (self, &self->series[series].points[point]);
  if (self->series[series].name == NULL)
    return g_strdup_printf (_("%s: %s"), day, value);
  return g_strdup_printf (_("%s, %s: %s"), self->series[series].name, day, value);
}

static OctChartTable *
oct_line_chart_table (OctChart *chart)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    3, _("Line"), _("Date"), self->value_name != NULL ? self->value_name : _("Value"));

  for (guint i = 0; i < self->n_series; i++)
    {
      for (guint j = 0; j < self->series[i].n_points; j++)
        {
          g_autofree char *day = oct_chart_day_to_text (self->series[i].points[j].day, FALSE);
          g_autofree char *value = value_text (self, &self->series[i].points[j]);

          oct_chart_table_add (table, self->series[i].name, day, value);
        }
    }
  return table;
}

static guint
oct_line_chart_n_data (OctChart *chart)
{
  OctLineChart *self = OCT_LINE_CHART (chart);
  guint n_data = 0;

  for (guint i = 0; i < self->n_series; i++)
    n_data += self->series[i].n_points;
  return n_data;
}

static const char *
oct_line_chart_datum_id (OctChart *chart, int datum)
{
  const OctLineDatum *point = get_point (OCT_LINE_CHART (chart), datum);

  return point != NULL ? point->id : NULL;
}

static double
oct_line_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return CLAMP (width * 0.45, 180 * theme->scale, 340 * theme->scale);
}

static void
oct_line_chart_finalize (GObject *object)
{
  OctLineChart *self = OCT_LINE_CHART (object);

  for (guint i = 0; i < self->n_series; i++)
    series_clear (&self->series[i]);
  g_free (self->value_name);

  G_OBJECT_CLASS (oct_line_chart_parent_class)->finalize (object);
}

static void
oct_line_chart_class_init (OctLineChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_line_chart_finalize;
  chart_class->draw = oct_line_chart_draw;
  chart_class->draw_overlay = oct_line_chart_draw_overlay;
  chart_class->hit = oct_line_chart_hit;
  chart_class->walk = oct_line_chart_walk;
  chart_class->describe = oct_line_chart_describe;
  chart_class->describe_datum = oct_line_chart_describe_datum;
  chart_class->table = oct_line_chart_table;
  chart_class->n_data = oct_line_chart_n_data;
  chart_class->datum_id = oct_line_chart_datum_id;
  chart_class->natural_height = oct_line_chart_natural_height;
}

static void
oct_line_chart_init (OctLineChart *self)
{
}

/**
 * oct_line_chart_new:
 *
 * Returns: (transfer full): a chart without lines
 */
OctLineChart *
oct_line_chart_new (void)
{
  return g_object_new (OCT_TYPE_LINE_CHART, NULL);
}

static int
compare_points (gconstpointer one, gconstpointer two)
{
  double a = ((const OctLineDatum *) one)->x, b = ((const OctLineDatum *) two)->x;

  return a < b ? -1 : a > b;
}

/**
 * oct_line_chart_add_series:
 * @self: a line chart
 * @name: (nullable): the line's name, at its end
 * @points: (array length=n_points): its points; those of a day that doesn't exist are left out
 * @n_points: how many
 * @highlighted: drawn in the accent colour, all others then in grey
 *
 * Adds a line. Strings are copied and points put in order.
 *
 * Returns: %FALSE when there are already %OCT_LINE_MAX_SERIES
 */
gboolean
oct_line_chart_add_series (OctLineChart *self, const char *name, const OctLinePoint *points,
                           guint n_points, gboolean highlighted)
{
  OctLineSeries *series;

  g_return_val_if_fail (OCT_IS_LINE_CHART (self), FALSE);
  g_return_val_if_fail (points != NULL || n_points == 0, FALSE);

  if (self->n_series >= OCT_LINE_MAX_SERIES)
    return FALSE;
  series = &self->series[self->n_series++];
  series->name = g_strdup (name);
  series->highlighted = highlighted != FALSE;
  series->points = g_new0 (OctLineDatum, MAX (n_points, 1));
  for (guint i = 0; i < n_points; i++)
    {
      double x = oct_chart_day_to_number (points[i].day);

      if (x > 0)
        series->points[series->n_points++] = (OctLineDatum) { g_strdup (points[i].id),
                                                              points[i].day, x, points[i].value,
                                                              g_strdup (points[i].missing) };
    }
  qsort (series->points, series->n_points, sizeof *series->points, compare_points);
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

/**
 * oct_line_chart_clear:
 * @self: a line chart
 *
 * Removes all lines.
 */
void
oct_line_chart_clear (OctLineChart *self)
{
  g_return_if_fail (OCT_IS_LINE_CHART (self));

  while (self->n_series > 0)
    series_clear (&self->series[--self->n_series]);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_line_chart_set_unit:
 * @self: a line chart
 * @unit: how values are written
 *
 * Sets the unit of all values.
 */
void
oct_line_chart_set_unit (OctLineChart *self, OctChartUnit unit)
{
  g_return_if_fail (OCT_IS_LINE_CHART (self));

  self->unit = unit;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_line_chart_set_value_name:
 * @self: a line chart
 * @name: (nullable): what is measured
 *
 * Names the table's column of values.
 */
void
oct_line_chart_set_value_name (OctLineChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_LINE_CHART (self));

  g_free (self->value_name);
  self->value_name = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}
