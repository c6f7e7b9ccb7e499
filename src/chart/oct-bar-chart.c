/* Horizontal bars.
 *
 * The layout (how wide the names are, how tall a line is) is computed by one function from size,
 * theme and data, and drawing, hovering and hitting all use it. When there is no room for every
 * line, the lines get thinner down to a limit; natural_height says how much would be good.
 */
#include "oct-bar-chart.h"

#include <glib/gi18n.h>

#include "oct-chart-text.h"

typedef struct
{
  char *id;
  char *name;
  char *missing;
  double value;
  double comparison;
  gboolean highlighted;
} Bar;

struct _OctBarChart
{
  OctChart parent_instance;

  GArray *bars; /* of Bar */
  OctChartUnit unit;
  char *value_name;
  char *item_name;
  char *comparison_name;
  double maximum;
};

/* Where things are in a plot of a certain size. */
typedef struct
{
  double names;   /* width of the names' column */
  gboolean wraps; /* whether a name is wider than it */
  double key;     /* where the key begins */
  double x0;      /* where zero is */
  double scale;   /* points per unit of value */
  double top;     /* below the key */
  double line;    /* height of a bar's line */
  double bar;     /* height of the bar itself */
} Layout;

G_DEFINE_FINAL_TYPE (OctBarChart, oct_bar_chart, OCT_TYPE_CHART)

static void
bar_clear (gpointer data)
{
  Bar *bar = data;

  g_free (bar->id);
  g_free (bar->name);
  g_free (bar->missing);
}

static const Bar *
get_bar (OctBarChart *self, int index)
{
  return &g_array_index (self->bars, Bar, index);
}

static gboolean
has_comparison (OctBarChart *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      if (isfinite (get_bar (self, i)->comparison))
        return TRUE;
    }
  return FALSE;
}

/* What stands at the end of a bar: the value, or why there is none. */
static char *
value_text (OctBarChart *self, const Bar *bar)
{
  if (isfinite (bar->value))
    return oct_chart_value_to_text (bar->value, self->unit);
  /* Translators: stands where a bar would be when there is no number. */
  return g_strdup (bar->missing != NULL ? bar->missing : _("No figure"));
}

static double
least_line (const OctChartTheme *theme)
{
  return ceil (oct_chart_text_height (theme, OCT_TEXT_SMALL)) + 1;
}

static void
get_extremes (OctBarChart *self, double *low, double *high)
{
  *low = 0;
  *high = self->maximum;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);

      if (isfinite (bar->value))
        {
          *high = MAX (*high, bar->value);
          *low = MIN (*low, bar->value);
        }
      if (isfinite (bar->comparison))
        {
          *high = MAX (*high, bar->comparison);
          *low = MIN (*low, bar->comparison);
        }
    }
  if (*high <= *low)
    *high = *low + 1;
}

/* The key stands above the bars, or at the left where it needs the whole width. */
static PangoLayout *
create_key (OctBarChart *self, double width, const OctChartTheme *theme, Layout *layout)
{
  layout->key = layout->names + theme->size_text * 0.6;
  if (oct_chart_text_width (theme, OCT_TEXT_SMALL, self->comparison_name)
      > width - layout->key - theme->size_text)
    layout->key = 0;
  return oct_chart_text_new (theme, OCT_TEXT_SMALL, self->comparison_name,
                             MAX (20, width - layout->key - theme->size_text), 3);
}

static void
get_layout (OctBarChart *self, double width, double height, const OctChartTheme *theme,
            Layout *layout)
{
  double names = 0, values = 0, low, high, room;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      g_autofree char *text = value_text (self, bar);

      names = MAX (names, oct_chart_text_width (
                            theme, bar->highlighted ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL, bar->name));
      /* A reason may run over the whole line, so only numbers ask for room at the end. */
      if (isfinite (bar->value))
        values = MAX (values, oct_chart_text_width (theme, OCT_TEXT_BOLD, text));
    }
  layout->names = ceil (MIN (names + 2, width * 0.42));
  layout->wraps = names + 2 > width * 0.42;
  layout->top = 0;
  if (has_comparison (self) && self->comparison_name != NULL)
    {
      g_autoptr (PangoLayout) text = create_key (self, width, theme, layout);

      oct_chart_text_size (text, NULL, &layout->top);
      layout->top = ceil (layout->top + theme->size_text * 0.6);
    }
  layout->line = self->bars->len > 0 ? (height - layout->top) / self->bars->len : height;
  layout->line = CLAMP (layout->line, least_line (theme), theme->size_text * 3.2);
  layout->bar = layout->line > theme->size_text * 1.6
                  ? round (MIN (layout->line * 0.66, theme->size_text * 1.7))
                  : MAX (2, floor (layout->line) - 2);
  get_extremes (self, &low, &high);
  room = width - layout->names - theme->size_text * 0.6 - values - theme->size_text * 0.5
         - (low < 0 ? values : 0);
  layout->scale = MAX (room, 10) / (high - low);
  layout->x0 = layout->names + theme->size_text * 0.6 + (low < 0 ? values : 0)
               - low * layout->scale;
}

static void
draw_marker (cairo_t *cr, const OctChartTheme *theme, double x, double middle, double height)
{
  double half = MAX (3, height * 0.16);

  /* A stroke with a diamond: told from a bar's end by its shape. */
  cairo_set_line_width (cr, theme->line_strong + 2);
  oct_colour_set (theme->paper, cr);
  cairo_move_to (cr, x, middle - height / 2);
  cairo_line_to (cr, x, middle + height / 2);
  cairo_stroke (cr);
  cairo_set_line_width (cr, theme->line_strong);
  oct_colour_set (theme->warn, cr);
  cairo_move_to (cr, x, middle - height / 2);
  cairo_line_to (cr, x, middle + height / 2);
  cairo_stroke (cr);
  cairo_move_to (cr, x, middle - half);
  cairo_line_to (cr, x + half, middle);
  cairo_line_to (cr, x, middle + half);
  cairo_line_to (cr, x - half, middle);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_key (OctBarChart *self, cairo_t *cr, double width, const OctChartTheme *theme, Layout *layout)
{
  double middle = oct_chart_text_height (theme, OCT_TEXT_SMALL) / 2;
  g_autoptr (PangoLayout) text = create_key (self, width, theme, layout);

  draw_marker (cr, theme, layout->key + theme->size_text * 0.3, middle, theme->size_text * 0.95);
  oct_chart_text_draw (text, cr, layout->key + theme->size_text, 0, theme->ink_soft);
}

static void
draw_missing (OctBarChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
              const Layout *layout, const Bar *bar, double middle)
{
  g_autofree char *reason = value_text (self, bar);
  g_autoptr (PangoLayout) text = NULL;
  double x = layout->x0 + theme->size_text * 0.5;
  const double dashes[] = { 2, 2 };
  double height;

  /* An open, dashed stub: nothing was measured. A zero is a number at a plain axis. */
  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, theme->line);
  oct_colour_set (theme->ink_soft, cr);
  cairo_rectangle (cr, layout->x0 + 0.5, round (middle - layout->bar / 2) + 0.5,
                   theme->size_text * 0.6, layout->bar - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
  x += theme->size_text * 0.6;
  text = oct_chart_text_new (theme, OCT_TEXT_SMALL, reason, MAX (10, width - x), 1);
  oct_chart_text_size (text, NULL, &height);
  oct_chart_text_draw (text, cr, x, middle - height / 2, theme->ink_soft);
}

static void
draw_value (OctBarChart *self, cairo_t *cr, const OctChartTheme *theme, const Layout *layout,
            const Bar *bar, double middle)
{
  g_autofree char *text = value_text (self, bar);
  double end = layout->x0 + bar->value * layout->scale;
  double gap = theme->size_text * 0.4;
  OctTextStyle style = layout->line < theme->size_text * 1.5
                         ? (bar->highlighted ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL)
                         : (bar->highlighted ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL);

  oct_colour_set (bar->highlighted ? theme->accent : theme->other, cr);
  cairo_rectangle (cr, MIN (layout->x0, end), round (middle - layout->bar / 2),
                   fabs (end - layout->x0), layout->bar);
  cairo_fill (cr);
  if (isfinite (bar->comparison))
    {
      double x = layout->x0 + bar->comparison * layout->scale;
      double text_width = oct_chart_text_width (theme, style, text);

      /* The number steps over the marker where the two would meet. */
      if (bar->value >= 0 && x > end - gap && x < end + gap * 2 + text_width)
        end = x + gap * 0.5;
      draw_marker (cr, theme, x, middle, MIN (layout->bar + 6, layout->line - 1));
    }
  oct_chart_text_at (cr, theme, style, text, bar->value < 0 ? end - gap : end + gap, middle,
                     bar->value < 0 ? 1 : 0, theme->ink);
}

static void
oct_bar_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                    const OctChartTheme *theme)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  Layout layout;

  get_layout (self, width, height, theme, &layout);
  if (self->bars->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  if (layout.top > 0)
    draw_key (self, cr, width, theme, &layout);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      double middle = layout.top + (i + 0.5) * layout.line;
      OctTextStyle style = layout.line < theme->size_text * 1.5
                             ? (bar->highlighted ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL)
                             : (bar->highlighted ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL);
      int lines = layout.line > oct_chart_text_height (theme, style) * 2 ? 2 : 1;
      g_autoptr (PangoLayout) name = oct_chart_text_new (theme, style, bar->name, layout.names,
                                                         lines);
      double name_width, name_height;

      if (middle + layout.line / 2 > height + 1)
        break;
      pango_layout_set_alignment (name, PANGO_ALIGN_RIGHT);
      oct_chart_text_size (name, &name_width, &name_height);
      oct_chart_text_draw (name, cr, 0, middle - name_height / 2, theme->ink);
      if (isfinite (bar->value))
        draw_value (self, cr, theme, &layout, bar, middle);
      else
        draw_missing (self, cr, width, theme, &layout, bar, middle);
    }
  cairo_set_line_width (cr, theme->line);
  oct_colour_set (theme->ink_soft, cr);
  cairo_move_to (cr, floor (layout.x0) + 0.5, layout.top);
  cairo_line_to (cr, floor (layout.x0) + 0.5,
                 MIN (height, layout.top + layout.line * self->bars->len));
  cairo_stroke (cr);
}

static void
oct_bar_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                            const OctChartTheme *theme, int datum, gboolean focused)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  OctColour wash = theme->focus;
  Layout layout;
  double top;

  if (datum >= (int) self->bars->len)
    return;
  get_layout (self, width, height, theme, &layout);
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
  Layout layout;
  int line;

  if (self->bars->len == 0)
    return OCT_CHART_NONE;
  get_layout (self, width, height, theme, &layout);
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
      double value = get_bar (self, i)->value;

      if (!isfinite (value))
        {
          n_missing++;
          continue;
        }
      if (highest == OCT_CHART_NONE || value > get_bar (self, highest)->value)
        highest = i;
      if (lowest == OCT_CHART_NONE || value < get_bar (self, lowest)->value)
        lowest = i;
    }
  text = g_string_new (NULL);
  g_string_append_printf (
    text, ngettext ("Bar chart of %u figure.", "Bar chart of %u figures.", self->bars->len),
    self->bars->len);
  if (highest != OCT_CHART_NONE)
    {
      g_autofree char *high = oct_chart_value_to_text (get_bar (self, highest)->value, self->unit);
      g_autofree char *low = oct_chart_value_to_text (get_bar (self, lowest)->value, self->unit);

      g_string_append_c (text, ' ');
      if (highest == lowest && self->bars->len - n_missing == 1)
        /* Translators: the only bar's name and its value. */
        g_string_append_printf (text, _("%s: %s."), get_bar (self, highest)->name, high);
      else if (get_bar (self, highest)->value == get_bar (self, lowest)->value)
        /* Translators: all bars have this value. */
        g_string_append_printf (text, _("All are %s."), high);
      else
        /* Translators: name and value of the longest bar, then of the shortest. */
        g_string_append_printf (text, _("Highest: %s, %s. Lowest: %s, %s."),
                                get_bar (self, highest)->name, high, get_bar (self, lowest)->name,
                                low);
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
  const Bar *bar;

  if (datum >= (int) self->bars->len)
    return NULL;
  bar = get_bar (self, datum);
  value = value_text (self, bar);
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
  gboolean compared = has_comparison (self);
  OctChartTable *table = oct_chart_table_new (
    compared ? 3 : 2, self->item_name != NULL ? self->item_name : _("Name"),
    self->value_name != NULL ? self->value_name : _("Value"),
    self->comparison_name != NULL ? self->comparison_name : _("Comparison"));

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);
      g_autofree char *value = value_text (self, bar);
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

  return datum < (int) self->bars->len ? get_bar (self, datum)->id : NULL;
}

static double
oct_bar_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctBarChart *self = OCT_BAR_CHART (chart);
  Layout layout;
  double line;

  get_layout (self, width, 0, theme, &layout);
  line = self->bars->len > 20 ? least_line (theme) + 3 : theme->size_text * 2.1;
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
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
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
      Bar bar = { g_strdup (bars[i].id),      g_strdup (bars[i].name != NULL ? bars[i].name : ""),
                  g_strdup (bars[i].missing), bars[i].value,
                  bars[i].comparison,         bars[i].highlighted };

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
