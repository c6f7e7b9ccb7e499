/* Columns over an ordered axis.
 *
 * Labels under the columns are left out evenly when they don't fit, the first and last staying;
 * numbers stand on the columns where all have room, otherwise a value axis does the reading.
 */
#include "oct-histogram-chart.h"

#include <glib/gi18n.h>

#include "oct-chart-text.h"

typedef struct
{
  char *id;
  char *label;
  char *name;
  char *missing;
  double value;
  gboolean highlighted;
} Column;

struct _OctHistogramChart
{
  OctChart parent_instance;

  GArray *columns; /* of Column */
  OctChartUnit unit;
  char *value_name;
  char *band_name;
  char *highlight_name;
};

typedef struct
{
  double left;   /* where the columns begin */
  double slot;   /* width of a column with its gap */
  double column; /* width of the column itself */
  double top;    /* where the greatest value is */
  double bottom; /* where zero is */
  double maximum;
  double step; /* of the value axis, 0 when numbers stand on the columns */
  guint every; /* which labels are written */
} Layout;

G_DEFINE_FINAL_TYPE (OctHistogramChart, oct_histogram_chart, OCT_TYPE_CHART)

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->id);
  g_free (column->label);
  g_free (column->name);
  g_free (column->missing);
}

static const Column *
get_column (OctHistogramChart *self, int index)
{
  return &g_array_index (self->columns, Column, index);
}

static char *
value_text (OctHistogramChart *self, const Column *column)
{
  if (isfinite (column->value))
    return oct_chart_value_to_text (column->value, self->unit);
  return g_strdup (column->missing != NULL ? column->missing : _("No figure"));
}

static const char *
column_name (const Column *column)
{
  return column->name != NULL ? column->name : column->label;
}

/* A label is written at every n-th column so that neighbours keep a gap. */
static guint
find_every (OctHistogramChart *self, const OctChartTheme *theme, double slot)
{
  double widest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    widest = MAX (widest,
                  oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, get_column (self, i)->label));
  return (guint) MAX (1, ceil ((widest + theme->size_small * 0.5) / MAX (slot, 0.1)));
}

static void
get_layout (OctHistogramChart *self, double width, double height, const OctChartTheme *theme,
            Layout *layout)
{
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL), widest = 0;
  double below = small * 1.3 + (self->band_name != NULL ? small * 1.2 : 0);
  guint n = MAX (1, self->columns->len);
  double fair;

  layout->maximum = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);
      g_autofree char *text = oct_chart_value_to_text (column->value, self->unit);

      if (!isfinite (column->value))
        continue;
      layout->maximum = MAX (layout->maximum, column->value);
      widest = MAX (widest, oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, text));
    }
  if (layout->maximum <= 0)
    layout->maximum = 1;
  layout->bottom = MAX (floor (height - below), small * 2);
  layout->top = small * 1.4 + (self->highlight_name != NULL ? small * 1.2 : 0);
  layout->left = 0;
  layout->step = 0;
  layout->slot = width / n;
  if (widest + 4 > layout->slot)
    {
      guint steps = (guint) CLAMP ((layout->bottom - layout->top) / (small * 2.4), 1, 6);

      /* No room for numbers on the columns: an axis takes their place. */
      layout->step = oct_chart_nice_step (layout->maximum, steps, self->unit);
      layout->maximum = ceil (layout->maximum / layout->step - 1e-9) * layout->step;
      fair = widest + theme->size_small;
      layout->left = MIN (ceil (fair), width * 0.3);
      layout->slot = (width - layout->left) / n;
      layout->top = small * (self->highlight_name != NULL ? 1.4 : 0.6);
    }
  /* A few columns keep a column's shape instead of becoming walls. */
  layout->slot = MIN (layout->slot, 110 * theme->scale);
  layout->column = MAX (1, layout->slot - MAX (1, layout->slot * 0.14));
  layout->every = find_every (self, theme, layout->slot);
}

static double
column_top (const Layout *layout, double value)
{
  return layout->bottom - value / layout->maximum * (layout->bottom - layout->top);
}

static void
draw_axis (OctHistogramChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
           const Layout *layout)
{
  cairo_set_line_width (cr, theme->line);
  for (guint i = 1; layout->step > 0 && i * layout->step <= layout->maximum * 1.0001; i++)
    {
      g_autofree char *text = oct_chart_value_to_text (
        i * layout->step,
        self->unit == OCT_CHART_UNIT_PERCENT ? OCT_CHART_UNIT_PERCENT : OCT_CHART_UNIT_NUMBER);
      double y = floor (column_top (layout, i * layout->step)) + 0.5;

      oct_colour_set (theme->rule, cr);
      cairo_move_to (cr, layout->left, y);
      cairo_line_to (cr, width, y);
      cairo_stroke (cr);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text, layout->left - theme->size_small * 0.5, y,
                         1, theme->ink_soft);
    }
}

static void
draw_missing (cairo_t *cr, const OctChartTheme *theme, const Layout *layout, double x)
{
  const double dashes[] = { 2, 2 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, theme->line);
  oct_colour_set (theme->ink_soft, cr);
  cairo_rectangle (cr, floor (x) + 0.5, layout->bottom - theme->size_text + 0.5,
                   MAX (1, layout->column - 1), theme->size_text);
  cairo_stroke (cr);
  cairo_restore (cr);
  oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, "?", x + layout->column / 2,
                     layout->bottom - theme->size_text / 2, 0.5, theme->ink_soft);
}

static void
draw_label (OctHistogramChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
            const Layout *layout, guint index, double middle)
{
  const Column *column = get_column (self, index);
  double y = layout->bottom + oct_chart_text_height (theme, OCT_TEXT_SMALL) * 0.75, half;
  OctTextStyle style = column->highlighted ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL;

  half = oct_chart_text_width (theme, style, column->label) / 2;
  middle = CLAMP (middle, half, MAX (half, width - half));
  oct_chart_text_at (cr, theme, style, column->label, middle, y, 0.5,
                     column->highlighted ? theme->ink : theme->ink_soft);
}

static void
draw_column (OctHistogramChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
             const Layout *layout, guint index)
{
  const Column *column = get_column (self, index);
  double x = layout->left + index * layout->slot + (layout->slot - layout->column) / 2;
  double middle = x + layout->column / 2, top,
         small = oct_chart_text_height (theme, OCT_TEXT_SMALL);

  if (!isfinite (column->value))
    {
      draw_missing (cr, theme, layout, x);
      return;
    }
  top = column_top (layout, column->value);
  oct_colour_set (column->highlighted ? theme->accent : theme->other, cr);
  cairo_rectangle (cr, x, top, layout->column, layout->bottom - top);
  cairo_fill (cr);
  /* A zero says so: an empty place could be mistaken for a gap. */
  if (layout->step == 0 || (column->value == 0 && layout->slot > theme->size_small))
    {
      g_autofree char *text = value_text (self, column);

      oct_chart_text_at (cr, theme, column->highlighted ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
                         text, middle, top - small * 0.6, 0.5, theme->ink);
    }
  if (column->highlighted && self->highlight_name != NULL)
    {
      g_autoptr (PangoLayout) name = oct_chart_text_new (theme, OCT_TEXT_SMALL_BOLD,
                                                         self->highlight_name, width, 1);
      double name_width;

      oct_chart_text_size (name, &name_width, NULL);
      oct_chart_text_draw_with_halo (
        name, cr, CLAMP (middle - name_width / 2, 0, MAX (0, width - name_width)),
        top - small * (layout->step == 0 ? 2.2 : 1.15), theme->accent, theme->paper);
    }
}

static void
oct_histogram_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                          const OctChartTheme *theme)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);
  guint last_written = 0;
  Layout layout;

  if (self->columns->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  get_layout (self, width, height, theme, &layout);
  draw_axis (self, cr, width, theme, &layout);
  for (guint i = 0; i < self->columns->len; i++)
    draw_column (self, cr, width, theme, &layout, i);
  for (guint i = 0; i < self->columns->len; i++)
    {
      gboolean last = i == self->columns->len - 1;

      /* The last is written where it doesn't meet the one before. */
      if ((i % layout.every != 0 && !last) || (last && i > 0 && i - last_written < layout.every))
        continue;
      last_written = i;
      draw_label (self, cr, width, theme, &layout, i, layout.left + (i + 0.5) * layout.slot);
    }
  cairo_set_line_width (cr, theme->line);
  oct_colour_set (theme->ink_soft, cr);
  cairo_move_to (cr, layout.left, layout.bottom + 0.5);
  cairo_line_to (cr, MIN (width, layout.left + layout.slot * self->columns->len),
                 layout.bottom + 0.5);
  cairo_stroke (cr);
  if (self->band_name != NULL)
    {
      g_autoptr (PangoLayout) name = oct_chart_text_new (theme, OCT_TEXT_SMALL, self->band_name,
                                                         width, 1);

      oct_chart_text_draw (name, cr, layout.left,
                           layout.bottom + oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.3,
                           theme->ink_soft);
    }
}

static void
oct_histogram_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                  const OctChartTheme *theme, int datum, gboolean focused)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);
  OctColour wash = theme->focus;
  Layout layout;
  double x;

  if (datum >= (int) self->columns->len)
    return;
  get_layout (self, width, height, theme, &layout);
  x = layout.left + datum * layout.slot;
  wash.alpha = 0.16;
  oct_colour_set (wash, cr);
  cairo_rectangle (cr, x, 0, layout.slot, layout.bottom);
  cairo_fill (cr);
  oct_colour_set (theme->focus, cr);
  cairo_set_line_width (cr, focused ? theme->line_strong : theme->line);
  cairo_rectangle (cr, x + 1, 1, MAX (1, layout.slot - 2), layout.bottom - 2);
  cairo_stroke (cr);
}

static int
oct_histogram_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                         double x, double y)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);
  Layout layout;
  int index;

  if (self->columns->len == 0)
    return OCT_CHART_NONE;
  get_layout (self, width, height, theme, &layout);
  index = (int) floor ((x - layout.left) / layout.slot);
  return index >= 0 && index < (int) self->columns->len ? index : OCT_CHART_NONE;
}

static int
oct_histogram_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  int n_columns = OCT_HISTOGRAM_CHART (chart)->columns->len;

  if (n_columns == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_FIRST || (from == OCT_CHART_NONE && step != OCT_CHART_LAST))
    return 0;
  if (step == OCT_CHART_LAST)
    return n_columns - 1;
  return CLAMP (from + (step == OCT_CHART_RIGHT || step == OCT_CHART_DOWN ? 1 : -1), 0,
                n_columns - 1);
}

static char *
oct_histogram_chart_describe (OctChart *chart)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);
  const Column *highest = NULL, *highlighted = NULL;
  guint n_missing = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);

      if (column->highlighted)
        highlighted = column;
      if (!isfinite (column->value))
        n_missing++;
      else if (highest == NULL || column->value > highest->value)
        highest = column;
    }
  g_string_append_printf (text,
                          ngettext ("Column chart of %u figure.", "Column chart of %u figures.",
                                    self->columns->len),
                          self->columns->len);
  if (highest != NULL)
    {
      g_autofree char *value = value_text (self, highest);

      g_string_append_c (text, ' ');
      /* Translators: name and value of the highest column. */
      g_string_append_printf (text, _("Highest: %s, %s."), column_name (highest), value);
    }
  if (highlighted != NULL)
    {
      g_autofree char *value = value_text (self, highlighted);

      g_string_append_c (text, ' ');
      /* Translators: what is highlighted ("Your trust"), the column it is in, and that column's value. */
      g_string_append_printf (text, _("%s: %s, %s."),
                              self->highlight_name != NULL ? self->highlight_name
                                                           : _("Highlighted"),
                              column_name (highlighted), value);
    }
  if (n_missing > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u has no figure.", "%u have no figure.", n_missing),
                              n_missing);
    }
  return g_strdup (text->str);
}

static char *
oct_histogram_chart_describe_datum (OctChart *chart, int datum)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);
  g_autofree char *value = NULL;

  if (datum >= (int) self->columns->len)
    return NULL;
  value = value_text (self, get_column (self, datum));
  return g_strdup_printf (_("%s: %s"), column_name (get_column (self, datum)), value);
}

static OctChartTable *
oct_histogram_chart_table (OctChart *chart)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    2, self->band_name != NULL ? self->band_name : _("Name"),
    self->value_name != NULL ? self->value_name : _("Value"));

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *value = value_text (self, get_column (self, i));

      oct_chart_table_add (table, column_name (get_column (self, i)), value);
    }
  return table;
}

static guint
oct_histogram_chart_n_data (OctChart *chart)
{
  return OCT_HISTOGRAM_CHART (chart)->columns->len;
}

static const char *
oct_histogram_chart_datum_id (OctChart *chart, int datum)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (chart);

  return datum < (int) self->columns->len ? get_column (self, datum)->id : NULL;
}

static double
oct_histogram_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return CLAMP (width * 0.45, 170 * theme->scale, 340 * theme->scale);
}

static void
oct_histogram_chart_finalize (GObject *object)
{
  OctHistogramChart *self = OCT_HISTOGRAM_CHART (object);

  g_array_unref (self->columns);
  g_free (self->value_name);
  g_free (self->band_name);
  g_free (self->highlight_name);

  G_OBJECT_CLASS (oct_histogram_chart_parent_class)->finalize (object);
}

static void
oct_histogram_chart_class_init (OctHistogramChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_histogram_chart_finalize;
  chart_class->draw = oct_histogram_chart_draw;
  chart_class->draw_overlay = oct_histogram_chart_draw_overlay;
  chart_class->hit = oct_histogram_chart_hit;
  chart_class->walk = oct_histogram_chart_walk;
  chart_class->describe = oct_histogram_chart_describe;
  chart_class->describe_datum = oct_histogram_chart_describe_datum;
  chart_class->table = oct_histogram_chart_table;
  chart_class->n_data = oct_histogram_chart_n_data;
  chart_class->datum_id = oct_histogram_chart_datum_id;
  chart_class->natural_height = oct_histogram_chart_natural_height;
}

static void
oct_histogram_chart_init (OctHistogramChart *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
}

/**
 * oct_histogram_chart_new:
 *
 * Returns: (transfer full): a chart without columns
 */
OctHistogramChart *
oct_histogram_chart_new (void)
{
  return g_object_new (OCT_TYPE_HISTOGRAM_CHART, NULL);
}

/**
 * oct_histogram_chart_set_columns:
 * @self: a histogram
 * @columns: (array length=n_columns): the columns from the left; strings are copied
 * @n_columns: how many
 *
 * Replaces the columns.
 */
void
oct_histogram_chart_set_columns (OctHistogramChart *self, const OctColumn *columns, guint n_columns)
{
  g_return_if_fail (OCT_IS_HISTOGRAM_CHART (self));
  g_return_if_fail (columns != NULL || n_columns == 0);

  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      Column column = {
        g_strdup (columns[i].id),   g_strdup (columns[i].label != NULL ? columns[i].label : ""),
        g_strdup (columns[i].name), g_strdup (columns[i].missing),
        columns[i].value,           columns[i].highlighted
      };

      g_array_append_val (self->columns, column);
    }
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_histogram_chart_set_unit:
 * @self: a histogram
 * @unit: how values are written
 *
 * Sets the unit of all values.
 */
void
oct_histogram_chart_set_unit (OctHistogramChart *self, OctChartUnit unit)
{
  g_return_if_fail (OCT_IS_HISTOGRAM_CHART (self));

  self->unit = unit;
  oct_chart_changed (OCT_CHART (self));
}

static void
replace_name (OctHistogramChart *self, char **field, const char *name)
{
  g_free (*field);
  *field = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_histogram_chart_set_value_name:
 * @self: a histogram
 * @name: (nullable): what the height counts
 *
 * Names the table's column of values.
 */
void
oct_histogram_chart_set_value_name (OctHistogramChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_HISTOGRAM_CHART (self));

  replace_name (self, &self->value_name, name);
}

/**
 * oct_histogram_chart_set_band_name:
 * @self: a histogram
 * @name: (nullable): what the bands are
 *
 * Names the axis below the columns.
 */
void
oct_histogram_chart_set_band_name (OctHistogramChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_HISTOGRAM_CHART (self));

  replace_name (self, &self->band_name, name);
}

/**
 * oct_histogram_chart_set_highlight_name:
 * @self: a histogram
 * @name: (nullable): what is said above the highlighted column
 *
 * Names what is highlighted.
 */
void
oct_histogram_chart_set_highlight_name (OctHistogramChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_HISTOGRAM_CHART (self));

  replace_name (self, &self->highlight_name, name);
}
