/* Horizontal bars: the data, and the questions every chart answers. Drawn in oct-bar-draw.c. */
#include "oct-bar-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-bar-chart-private.h"

G_DEFINE_FINAL_TYPE (OctBarChart, oct_bar_chart, OCT_TYPE_CHART)

static void
bar_clear (gpointer data)
{
  OctBarDatum *bar = data;

  g_free (bar->id);
  g_free (bar->name);
  g_free (bar->missing);
}

static void
oct_bar_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                    const OctChartTheme *theme)
{
  oct_bar_draw (OCT_BAR_CHART (chart), cr, width, height, theme);
}

static void
oct_bar_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                            const OctChartTheme *theme, int datum, gboolean focused)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  OctColour wash = theme->focus;
  OctBarLayout layout;
  double top;

  if (datum >= (int) self->bars->len)
    return;
  oct_bar_get_layout (self, width, height, theme, &layout);
  top = layout.top + datum * layout.line;
  if (top + layout.line > height + 1)
    return;
  wash.alpha = 0.14;
  oct_colour_set (wash, cr);
  cairo_rectangle (cr, 0, top, width, layout.line);
  cairo_fill (cr);
  if (focused)
    {
      oct_colour_set (theme->focus, cr);
      cairo_set_line_width (cr, theme->line_strong);
      cairo_rectangle (cr, 1, top + 1, width - 2, layout.line - 2);
      cairo_stroke (cr);
    }
}

static int
oct_bar_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                   double x, double y)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  OctBarLayout layout;
  int line;

  if (self->bars->len == 0)
    return OCT_CHART_NONE;
  oct_bar_get_layout (self, width, height, theme, &layout);
  line = (int) floor ((y - layout.top) / layout.line);
  return y >= layout.top && line >= 0 && line < (int) self->bars->len ? line : OCT_CHART_NONE;
}

static int
oct_bar_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  int n_bars = OCT_BAR_CHART (chart)->bars->len;

  if (n_bars == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_FIRST || (from == OCT_CHART_NONE && step != OCT_CHART_LAST))
    return 0;
  if (step == OCT_CHART_LAST)
    return n_bars - 1;
  return CLAMP (from + (step == OCT_CHART_DOWN || step == OCT_CHART_RIGHT ? 1 : -1), 0, n_bars - 1);
}

static char *
oct_bar_chart_describe (OctChart *chart)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  int highest = OCT_CHART_NONE, lowest = OCT_CHART_NONE;
  guint n_missing = 0;
  GString *text;

  for (guint i = 0; i < self->bars->len; i++)
    {
      double value = oct_bar_get (self, i)->value;

      if (!isfinite (value))
        {
          n_missing++;
          continue;
        }
      if (highest == OCT_CHART_NONE || value > oct_bar_get (self, highest)->value)
        highest = i;
      if (lowest == OCT_CHART_NONE || value < oct_bar_get (self, lowest)->value)
        lowest = i;
    }
  text = g_string_new (NULL);
  g_string_append_printf (
    text, ngettext ("Bar chart of %u figure.", "Bar chart of %u figures.", self->bars->len),
    self->bars->len);
  if (highest != OCT_CHART_NONE)
    {
      g_autofree char *high = oct_chart_value_to_text (oct_bar_get (self, highest)->value,
                                                       self->unit);
      g_autofree char *low = oct_chart_value_to_text (oct_bar_get (self, lowest)->value,
                                                      self->unit);

      g_string_append_c (text, ' ');
      if (highest == lowest && self->bars->len - n_missing == 1)
        /* Translators: the only bar's name and its value. */
        g_string_append_printf (text, _("%s: %s."), oct_bar_get (self, highest)->name, high);
      else if (oct_bar_get (self, highest)->value == oct_bar_get (self, lowest)->value)
        /* Translators: all bars have this value. */
        g_string_append_printf (text, _("All are %s."), high);
      else
        /* Translators: name and value of the longest bar, then of the shortest. */
        g_string_append_printf (text, _("Highest: %s, %s. Lowest: %s, %s."),
                                oct_bar_get (self, highest)->name, high,
                                oct_bar_get (self, lowest)->name, low);
    }
  if (n_missing > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u has no figure.", "%u have no figure.", n_missing),
                              n_missing);
    }
  return g_string_free (text, FALSE);
}

static char *
oct_bar_chart_describe_datum (OctChart *chart, int datum)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  g_autofree char *value = NULL;
  g_autofree char *comparison = NULL;
  const OctBarDatum *bar;

  if (datum >= (int) self->bars->len)
    return NULL;
  bar = oct_bar_get (self, datum);
  value = oct_bar_value_text (self, bar);
  if (!isfinite (bar->comparison))
    /* Translators: the name of a bar and its value. */
    return g_strdup_printf (_("%s: %s"), bar->name, value);
  comparison = oct_chart_value_to_text (bar->comparison, self->unit);
  /* Translators: the name of a bar and its value, whose figure the comparison is, and the comparison. */
  return g_strdup_printf (_("%s: %s (%s: %s)"), bar->name, value,
                          self->comparison_name != NULL ? self->comparison_name : _("Comparison"),
                          comparison);
}

static OctChartTable *
oct_bar_chart_table (OctChart *chart)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  gboolean compared = oct_bar_has_comparison (self);
  OctChartTable *table = oct_chart_table_new (
    compared ? 3 : 2, self->item_name != NULL ? self->item_name : _("Name"),
    self->value_name != NULL ? self->value_name : _("Value"),
    self->comparison_name != NULL ? self->comparison_name : _("Comparison"));

  for (guint i = 0; i < self->bars->len; i++)
    {
      const OctBarDatum *bar = oct_bar_get (self, i);
      g_autofree char *value = oct_bar_value_text (self, bar);
      g_autofree char *comparison = isfinite (bar->comparison)
                                      ? oct_chart_value_to_text (bar->comparison, self->unit)
                                      : NULL;

      oct_chart_table_add (table, bar->name, value, comparison);
    }
  return table;
}

static guint
oct_bar_chart_n_data (OctChart *chart)
{
  return OCT_BAR_CHART (chart)->bars->len;
}

static const char *
oct_bar_chart_datum_id (OctChart *chart, int datum)
{
  OctBarChart *self = OCT_BAR_CHART (chart);

  return datum < (int) self->bars->len ? oct_bar_get (self, datum)->id : NULL;
}

static double
oct_bar_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  OctBarLayout layout;
  double line;

  oct_bar_get_layout (self, width, 0, theme, &layout);
  line = self->bars->len > 20 ? oct_bar_least_line (theme) + 3 : theme->size_text * 2.1;
  /* Names that need a second line get it. */
  if (layout.wraps)
    line = oct_chart_text_height (theme, OCT_TEXT_NORMAL) * 2 + 4;
  return layout.top + MAX (1, self->bars->len) * line;
}

static void
oct_bar_chart_finalize (GObject *object)
{
  OctBarChart *self = OCT_BAR_CHART (object);

  g_array_unref (self->bars);
  g_free (self->value_name);
  g_free (self->item_name);
  g_free (self->comparison_name);

  G_OBJECT_CLASS (oct_bar_chart_parent_class)->finalize (object);
}

static void
oct_bar_chart_class_init (OctBarChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_bar_chart_finalize;
  chart_class->draw = oct_bar_chart_draw;
  chart_class->draw_overlay = oct_bar_chart_draw_overlay;
  chart_class->hit = oct_bar_chart_hit;
  chart_class->walk = oct_bar_chart_walk;
  chart_class->describe = oct_bar_chart_describe;
  chart_class->describe_datum = oct_bar_chart_describe_datum;
  chart_class->table = oct_bar_chart_table;
  chart_class->n_data = oct_bar_chart_n_data;
  chart_class->datum_id = oct_bar_chart_datum_id;
  chart_class->natural_height = oct_bar_chart_natural_height;
}

static void
oct_bar_chart_init (OctBarChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (OctBarDatum));
  g_array_set_clear_func (self->bars, bar_clear);
}

/**
 * oct_bar_chart_new:
 *
 * Returns: (transfer full): a chart without bars
 */
OctBarChart *
oct_bar_chart_new (void)
{
  return g_object_new (OCT_TYPE_BAR_CHART, NULL);
}

/**
 * oct_bar_chart_set_bars:
 * @self: a bar chart
 * @bars: (array length=n_bars): the bars from the top
 * @n_bars: how many
 *
 * Replaces the bars; strings are copied.
 */
void
oct_bar_chart_set_bars (OctBarChart *self, const OctBar *bars, guint n_bars)
{
  g_return_if_fail (OCT_IS_BAR_CHART (self));
  g_return_if_fail (bars != NULL || n_bars == 0);

  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      OctBarDatum bar = {
        g_strdup (bars[i].id),      g_strdup (bars[i].name != NULL ? bars[i].name : ""),
        g_strdup (bars[i].missing), bars[i].value,
        bars[i].comparison,         bars[i].highlighted
      };

      g_array_append_val (self->bars, bar);
    }
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_bar_chart_set_unit:
 * @self: a bar chart
 * @unit: how values are written
 *
 * Sets the unit of all values.
 */
void
oct_bar_chart_set_unit (OctBarChart *self, OctChartUnit unit)
{
  g_return_if_fail (OCT_IS_BAR_CHART (self));

  self->unit = unit;
  oct_chart_changed (OCT_CHART (self));
}

static void
replace_name (OctBarChart *self, char **field, const char *name)
{
  g_free (*field);
  *field = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_bar_chart_set_value_name:
 * @self: a bar chart
 * @name: (nullable): what the bars measure
 *
 * Names the table's column of values.
 */
void
oct_bar_chart_set_value_name (OctBarChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_BAR_CHART (self));

  replace_name (self, &self->value_name, name);
}

/**
 * oct_bar_chart_set_item_name:
 * @self: a bar chart
 * @name: (nullable): what each bar is, such as "Region"
 *
 * Names the table's column of names.
 */
void
oct_bar_chart_set_item_name (OctBarChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_BAR_CHART (self));

  replace_name (self, &self->item_name, name);
}

/**
 * oct_bar_chart_set_comparison_name:
 * @self: a bar chart
 * @name: (nullable): whose figure the markers are
 *
 * Names the markers in a key above the bars.
 */
void
oct_bar_chart_set_comparison_name (OctBarChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_BAR_CHART (self));

  replace_name (self, &self->comparison_name, name);
}

/**
 * oct_bar_chart_set_maximum:
 * @self: a bar chart
 * @maximum: the value at the right end, 0 to follow the data
 *
 * Sets how far the scale reaches at least, such as 100 for percentages.
 */
void
oct_bar_chart_set_maximum (OctBarChart *self, double maximum)
{
  g_return_if_fail (OCT_IS_BAR_CHART (self));

  self->maximum = maximum;
  oct_chart_changed (OCT_CHART (self));
}
