/* Bars made of parts.
 *
 * Parts keep the same order and colour in every bar and are parted by a line of paper; a part's
 * number is written inside where it fits and in the tooltip always. A datum is one part of one bar.
 */
#include "oct-stacked-chart.h"

#include <glib/gi18n.h>

#include "oct-chart-text.h"

typedef struct
{
  char *id;
  char *name;
  double values[OCT_STACKED_MAX_PARTS];
  double total;
} Bar;

struct _OctStackedChart
{
  OctChart parent_instance;

  GArray *bars; /* of Bar */
  char *parts[OCT_STACKED_MAX_PARTS];
  guint n_parts;
  OctChartUnit unit;
  char *item_name;
};

typedef struct
{
  double names;
  double x0;
  double scale;
  double top;
  double line;
  double bar;
} Layout;

G_DEFINE_FINAL_TYPE (OctStackedChart, oct_stacked_chart, OCT_TYPE_CHART)

static void
bar_clear (gpointer data)
{
  Bar *bar = data;

  g_free (bar->id);
  g_free (bar->name);
}

static const Bar *
get_bar (OctStackedChart *self, guint index)
{
  return &g_array_index (self->bars, Bar, index);
}

/* Sets the key's parts side by side, wrapping; draws when there is something to draw to. */
static double
lay_key (OctStackedChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  double x = 0, y = 0, line = oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.25,
         swatch = theme->size_small;

  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autoptr (PangoLayout) text = oct_chart_text_new (theme, OCT_TEXT_SMALL, self->parts[i],
                                                         width - swatch * 1.5, 1);
      double text_width;

      oct_chart_text_size (text, &text_width, NULL);
      if (x > 0 && x + swatch * 1.5 + text_width > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          oct_colour_set (oct_chart_theme_series (theme, i), cr);
          cairo_rectangle (cr, x, y + line * 0.08, swatch, swatch);
          cairo_fill (cr);
          oct_chart_text_draw (text, cr, x + swatch * 1.5, y, theme->ink);
        }
      x += swatch * 1.5 + text_width + theme->size_small * 1.4;
    }
  return self->n_parts > 0 ? y + line + theme->size_text * 0.5 : 0;
}

static void
get_layout (OctStackedChart *self, double width, double height, const OctChartTheme *theme,
            Layout *layout)
{
  double names = 0, most = 0, totals = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      g_autofree char *total = oct_chart_value_to_text (bar->total, self->unit);

      names = MAX (names, oct_chart_text_width (theme, OCT_TEXT_NORMAL, bar->name));
      totals = MAX (totals, oct_chart_text_width (theme, OCT_TEXT_BOLD, total));
      most = MAX (most, bar->total);
    }
  layout->names = ceil (MIN (names + 2, width * 0.42));
  layout->x0 = layout->names + (names > 0 ? theme->size_text * 0.6 : 0);
  layout->scale = MAX (10, width - layout->x0 - totals - theme->size_text * 0.6)
                  / (most > 0 ? most : 1);
  layout->top = lay_key (self, NULL, width, theme);
  layout->line = self->bars->len > 0 ? (height - layout->top) / self->bars->len : height;
  layout->line = CLAMP (layout->line, oct_chart_text_height (theme, OCT_TEXT_SMALL) + 2,
                        theme->size_text * 2.9);
  layout->bar = MAX (4, round (layout->line * 0.68));
}

static void
draw_bar (OctStackedChart *self, cairo_t *cr, const OctChartTheme *theme, const Layout *layout,
          guint index)
{
  const Bar *bar = get_bar (self, index);
  double middle = layout->top + (index + 0.5) * layout->line, x = layout->x0, height;
  OctTextStyle style = layout->line < theme->size_text * 1.5 ? OCT_TEXT_SMALL : OCT_TEXT_NORMAL;
  g_autoptr (PangoLayout) name = oct_chart_text_new (
    theme, style, bar->name, MAX (layout->names, 1),
    layout->line > oct_chart_text_height (theme, style) * 2 ? 2 : 1);
  g_autofree char *total = oct_chart_value_to_text (bar->total, self->unit);

  pango_layout_set_alignment (name, PANGO_ALIGN_RIGHT);
  oct_chart_text_size (name, NULL, &height);
  oct_chart_text_draw (name, cr, 0, middle - height / 2, theme->ink);
  for (guint i = 0; i < self->n_parts; i++)
    {
      double width = bar->values[i] * layout->scale;
      OctColour colour = oct_chart_theme_series (theme, i);
      g_autofree char *text = oct_chart_value_to_text (bar->values[i], self->unit);

      if (width <= 0)
        continue;
      oct_colour_set (colour, cr);
      cairo_rectangle (cr, x, round (middle - layout->bar / 2), MAX (width - 1, 0.6), layout->bar);
      cairo_fill (cr);
      if (oct_chart_text_width (theme, OCT_TEXT_SMALL, text) + 6 < width)
        oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text, x + width / 2, middle, 0.5,
                           oct_chart_theme_ink_on (theme, colour));
      x += width;
    }
  oct_chart_text_at (cr, theme, OCT_TEXT_BOLD, total, x + theme->size_text * 0.4, middle, 0,
                     theme->ink);
}

static void
oct_stacked_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  Layout layout;

  if (self->bars->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  get_layout (self, width, height, theme, &layout);
  lay_key (self, cr, width, theme);
  for (guint i = 0; i < self->bars->len && layout.top + (i + 1) * layout.line <= height + 1; i++)
    draw_bar (self, cr, theme, &layout, i);
  cairo_set_line_width (cr, theme->line);
  oct_colour_set (theme->ink_soft, cr);
  cairo_move_to (cr, floor (layout.x0) - 0.5, layout.top);
  cairo_line_to (cr, floor (layout.x0) - 0.5,
                 MIN (height, layout.top + layout.line * self->bars->len));
  cairo_stroke (cr);
}

static void
oct_stacked_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                const OctChartTheme *theme, int datum, gboolean focused)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  Layout layout;
  const Bar *bar;
  double x, y;

  if (self->n_parts == 0 || datum >= (int) (self->bars->len * self->n_parts))
    return;
  get_layout (self, width, height, theme, &layout);
  bar = get_bar (self, datum / self->n_parts);
  x = layout.x0;
  for (guint i = 0; i < datum % self->n_parts; i++)
    x += bar->values[i] * layout.scale;
  y = layout.top + (datum / self->n_parts + 0.5) * layout.line - layout.bar / 2;
  for (int pass = 0; pass < 2; pass++)
    {
      oct_colour_set (pass == 0 ? theme->paper : theme->focus, cr);
      cairo_set_line_width (cr, pass == 0 ? theme->line_strong + 3
                                          : theme->line_strong + (focused ? 1 : 0));
      cairo_rectangle (cr, x - 1, y - 1,
                       MAX (2, bar->values[datum % self->n_parts] * layout.scale + 1),
                       layout.bar + 2);
      cairo_stroke (cr);
    }
}

static int
oct_stacked_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                       double x, double y)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  Layout layout;
  double start;
  int line;

  if (self->bars->len == 0)
    return OCT_CHART_NONE;
  get_layout (self, width, height, theme, &layout);
  line = (int) floor ((y - layout.top) / layout.line);
  if (y < layout.top || line >= (int) self->bars->len)
    return OCT_CHART_NONE;
  start = layout.x0;
  for (guint i = 0; i < self->n_parts; i++)
    {
      double end = start + get_bar (self, line)->values[i] * layout.scale;

      if (x >= start && x < end)
        return line * self->n_parts + i;
      start = end;
    }
  return OCT_CHART_NONE;
}

/* Left and right go from part to part and leave out the empty ones, up and down from bar to bar. */
static int
oct_stacked_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  int n_parts = self->n_parts, n_data = self->bars->len * n_parts, delta, next;

  if (n_data == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return n_data - 1;
  if (step == OCT_CHART_FIRST || from == OCT_CHART_NONE)
    return 0;
  delta = step == OCT_CHART_UP     ? -n_parts
          : step == OCT_CHART_DOWN ? n_parts
          : step == OCT_CHART_LEFT ? -1
                                   : 1;
  next = from + delta;
  while ((delta == 1 || delta == -1) && next > 0 && next < n_data - 1
         && get_bar (self, next / n_parts)->values[next % n_parts] <= 0)
    next += delta;
  return next < 0 || next >= n_data ? from : next;
}

static char *
oct_stacked_chart_describe (OctChart *chart)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  double sums[OCT_STACKED_MAX_PARTS] = { 0 };
  const Bar *longest = NULL;
  guint most = 0;

  g_string_append_printf (text,
                          ngettext ("Bar chart of %u bar in parts.",
                                    "Bar chart of %u bars in parts.", self->bars->len),
                          self->bars->len);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);

      if (longest == NULL || bar->total > longest->total)
        longest = bar;
      for (guint j = 0; j < self->n_parts; j++)
        sums[j] += bar->values[j];
    }
  for (guint j = 1; j < self->n_parts; j++)
    {
      if (sums[j] > sums[most])
        most = j;
    }
  if (longest != NULL && self->n_parts > 0)
    {
      g_autofree char *total = oct_chart_value_to_text (longest->total, self->unit);
      g_autofree char *sum = oct_chart_value_to_text (sums[most], self->unit);

      g_string_append_c (text, ' ');
      if (self->bars->len > 1)
        {
          /* Translators: name and total of the longest bar. */
          g_string_append_printf (text, _("Longest: %s, %s."), longest->name, total);
          g_string_append_c (text, ' ');
        }
      /* Translators: the largest part over all bars, and its sum. */
      g_string_append_printf (text, _("Largest part: %s, %s."), self->parts[most], sum);
    }
  return g_strdup (text->str);
}

static char *
oct_stacked_chart_describe_datum (OctChart *chart, int datum)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  g_autofree char *value = NULL;
  const Bar *bar;

  if (datum >= (int) (self->bars->len * self->n_parts))
    return NULL;
  bar = get_bar (self, datum / self->n_parts);
  value = oct_chart_value_to_text (bar->values[datum % self->n_parts], self->unit);
  /* Translators: the name of a bar, of one of its parts, and the part's value. */
  return g_strdup_printf (_("%s, %s: %s"), bar->name, self->parts[datum % self->n_parts], value);
}

static OctChartTable *
oct_stacked_chart_table (OctChart *chart)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    3, self->item_name != NULL ? self->item_name : _("Name"), _("Part"), _("Value"));

  for (guint i = 0; i < self->bars->len; i++)
    {
      for (guint j = 0; j < self->n_parts; j++)
        {
          g_autofree char *value = oct_chart_value_to_text (get_bar (self, i)->values[j],
                                                            self->unit);

          oct_chart_table_add (table, get_bar (self, i)->name, self->parts[j], value);
        }
    }
  return table;
}

static guint
oct_stacked_chart_n_data (OctChart *chart)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);

  return self->bars->len * self->n_parts;
}

static const char *
oct_stacked_chart_datum_id (OctChart *chart, int datum)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);

  return datum < (int) (self->bars->len * self->n_parts) ? get_bar (self, datum / self->n_parts)->id
                                                         : NULL;
}

static double
oct_stacked_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctStackedChart *self = OCT_STACKED_CHART (chart);

  return lay_key (self, NULL, width, theme) + MAX (1, self->bars->len) * theme->size_text * 2.2;
}

static void
oct_stacked_chart_finalize (GObject *object)
{
  OctStackedChart *self = OCT_STACKED_CHART (object);

  g_array_unref (self->bars);
  for (guint i = 0; i < OCT_STACKED_MAX_PARTS; i++)
    g_free (self->parts[i]);
  g_free (self->item_name);

  G_OBJECT_CLASS (oct_stacked_chart_parent_class)->finalize (object);
}

static void
oct_stacked_chart_class_init (OctStackedChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_stacked_chart_finalize;
  chart_class->draw = oct_stacked_chart_draw;
  chart_class->draw_overlay = oct_stacked_chart_draw_overlay;
  chart_class->hit = oct_stacked_chart_hit;
  chart_class->walk = oct_stacked_chart_walk;
  chart_class->describe = oct_stacked_chart_describe;
  chart_class->describe_datum = oct_stacked_chart_describe_datum;
  chart_class->table = oct_stacked_chart_table;
  chart_class->n_data = oct_stacked_chart_n_data;
  chart_class->datum_id = oct_stacked_chart_datum_id;
  chart_class->natural_height = oct_stacked_chart_natural_height;
}

static void
oct_stacked_chart_init (OctStackedChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, bar_clear);
}

/**
 * oct_stacked_chart_new:
 *
 * Returns: (transfer full): a chart without parts or bars
 */
OctStackedChart *
oct_stacked_chart_new (void)
{
  return g_object_new (OCT_TYPE_STACKED_CHART, NULL);
}

/**
 * oct_stacked_chart_set_parts:
 * @self: a stacked chart
 * @names: (array zero-terminated=1): the kinds in order, at most %OCT_STACKED_MAX_PARTS
 *
 * Sets what bars are made of, and removes all bars.
 */
void
oct_stacked_chart_set_parts (OctStackedChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_STACKED_CHART (self));
  g_return_if_fail (names != NULL);

  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < OCT_STACKED_MAX_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_free);
  for (self->n_parts = 0; names[self->n_parts] != NULL && self->n_parts < OCT_STACKED_MAX_PARTS;
       self->n_parts++)
    self->parts[self->n_parts] = g_strdup (names[self->n_parts]);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stacked_chart_add:
 * @self: a stacked chart
 * @id: (nullable): handed back when a part of the bar is activated
 * @name: what stands at the left of the bar
 * @values: a number of at least 0 for each kind
 *
 * Adds a bar below the others.
 */
void
oct_stacked_chart_add (OctStackedChart *self, const char *id, const char *name,
                       const double *values)
{
  Bar bar = { 0 };

  g_return_if_fail (OCT_IS_STACKED_CHART (self));
  g_return_if_fail (values != NULL);

  bar.id = g_strdup (id);
  bar.name = g_strdup (name != NULL ? name : "");
  for (guint i = 0; i < self->n_parts; i++)
    {
      bar.values[i] = isfinite (values[i]) ? MAX (values[i], 0) : 0;
      bar.total += bar.values[i];
    }
  g_array_append_val (self->bars, bar);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stacked_chart_set_unit:
 * @self: a stacked chart
 * @unit: how values are written
 *
 * Sets the unit of all values.
 */
void
oct_stacked_chart_set_unit (OctStackedChart *self, OctChartUnit unit)
{
  g_return_if_fail (OCT_IS_STACKED_CHART (self));

  self->unit = unit;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stacked_chart_set_item_name:
 * @self: a stacked chart
 * @name: (nullable): what each bar is, such as "Trust"
 *
 * Names the table's column of names.
 */
void
oct_stacked_chart_set_item_name (OctStackedChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_STACKED_CHART (self));

  g_free (self->item_name);
  self->item_name = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}
