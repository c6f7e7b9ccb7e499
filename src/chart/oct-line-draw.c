/* Draws a line chart.
 *
 * Each line has a marker shape of its own and its name at its end, pushed apart where two would
 * meet; so no key and no colour is needed. With few points every value is written, with many only
 * the last.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-line-chart-private.h"

#define FEW_POINTS 9

/* The name at a line's end. */
typedef struct
{
  guint series;
  double y;
  double height;
  PangoLayout *text;
} EndLabel;

static void
end_label_clear (gpointer data)
{
  g_clear_object (&((EndLabel *) data)->text);
}

static const OctLineDatum *
last_value (const OctLineSeries *series)
{
  for (guint i = series->n_points; i-- > 0;)
    {
      if (isfinite (series->points[i].value))
        return &series->points[i];
    }
  return NULL;
}

static char *
end_text (OctLineChart *self, const OctLineSeries *series)
{
  const OctLineDatum *last = last_value (series);
  g_autofree char *value = oct_chart_value_to_text (last->value, self->unit);

  return series->name != NULL ? g_strdup_printf ("%s %s", value, series->name) : g_strdup (value);
}

void
oct_line_get_layout (OctLineChart *self, double width, double height, const OctChartTheme *theme,
                     OctLineLayout *layout)
{
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL), names = 0, widest = 0;
  guint steps;

  *layout = (OctLineLayout) { .first = G_MAXDOUBLE, .last = -G_MAXDOUBLE };
  for (guint i = 0; i < self->n_series; i++)
    {
      const OctLineSeries *series = &self->series[i];

      for (guint j = 0; j < series->n_points; j++)
        {
          layout->first = MIN (layout->first, series->points[j].x);
          layout->last = MAX (layout->last, series->points[j].x);
          if (isfinite (series->points[j].value))
            layout->maximum = MAX (layout->maximum, series->points[j].value);
        }
      if (last_value (series) != NULL)
        {
          g_autofree char *text = end_text (self, series);

          names = MAX (names, oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, text));
        }
    }
  if (layout->maximum <= 0)
    layout->maximum = 1;
  layout->top = small;
  layout->bottom = MAX (floor (height - small * 1.5), layout->top + 10);
  steps = (guint) CLAMP ((layout->bottom - layout->top) / (small * 2.4), 1, 6);
  layout->step = oct_chart_nice_step (layout->maximum, steps, self->unit);
  layout->maximum = ceil (layout->maximum / layout->step - 1e-9) * layout->step;
  for (double value = 0; value <= layout->maximum * 1.0001; value += layout->step)
    {
      g_autofree char *text = oct_chart_value_to_text (value, OCT_CHART_UNIT_NUMBER);

      widest = MAX (widest, oct_chart_text_width (theme, OCT_TEXT_SMALL, text));
    }
  if (self->unit == OCT_CHART_UNIT_PERCENT)
    widest += oct_chart_text_width (theme, OCT_TEXT_SMALL, "%");
  layout->left = ceil (widest + theme->size_small * 1.2);
  layout->right = MAX (floor (width - MIN (names, width * 0.38) - theme->size_small * 1.4),
                       layout->left + 10);
}

double
oct_line_x (const OctLineLayout *layout, double days)
{
  if (layout->last <= layout->first)
    return (layout->left + layout->right) / 2;
  return layout->left
         + (days - layout->first) / (layout->last - layout->first) * (layout->right - layout->left);
}

double
oct_line_y (const OctLineLayout *layout, double value)
{
  return layout->bottom - value / layout->maximum * (layout->bottom - layout->top);
}

static OctColour
series_colour (OctLineChart *self, const OctChartTheme *theme, guint index)
{
  gboolean any_highlighted = FALSE;

  for (guint i = 0; i < self->n_series; i++)
    any_highlighted |= self->series[i].highlighted;
  if (any_highlighted)
    return self->series[index].highlighted ? theme->accent : theme->other;
  return oct_chart_theme_series (theme, index);
}

static void
draw_marker (cairo_t *cr, guint series, double x, double y, double size)
{
  cairo_new_path (cr);
  switch (series % OCT_LINE_MAX_SERIES)
    {
    case 0:
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
      break;
    case 2:
    case 4:
      {
        double up = series == 2 ? -1 : 1;

        cairo_move_to (cr, x, y + up * size * 1.2);
        cairo_line_to (cr, x + size * 1.15, y - up * size * 0.85);
        cairo_line_to (cr, x - size * 1.15, y - up * size * 0.85);
        cairo_close_path (cr);
        break;
      }
    case 3:
      cairo_move_to (cr, x, y - size * 1.3);
      cairo_line_to (cr, x + size * 1.3, y);
      cairo_line_to (cr, x, y + size * 1.3);
      cairo_line_to (cr, x - size * 1.3, y);
      cairo_close_path (cr);
      break;
    default:
      cairo_rectangle (cr, x - size * 1.2, y - size * 0.5, size * 2.4, size);
      break;
    }
}

static void
draw_value_axis (OctLineChart *self, cairo_t *cr, const OctChartTheme *theme,
                 const OctLineLayout *layout)
{
  cairo_set_line_width (cr, theme->line);
  for (double value = 0; value <= layout->maximum * 1.0001; value += layout->step)
    {
      g_autofree char *number = oct_chart_value_to_text (value, OCT_CHART_UNIT_NUMBER);
      /* Translators: a percentage on an axis. */
      g_autofree char *text = self->unit == OCT_CHART_UNIT_PERCENT
                                ? g_strdup_printf (_("%s%%"), number)
                                : g_strdup (number);
      double y = floor (oct_line_y (layout, value)) + 0.5;

      oct_colour_set (value == 0 ? theme->ink_soft : theme->rule, cr);
      cairo_move_to (cr, layout->left - theme->size_small * 0.4, y);
      cairo_line_to (cr, layout->right + theme->size_small * 0.4, y);
      cairo_stroke (cr);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text, layout->left - theme->size_small * 0.8, y,
                         1, theme->ink_soft);
    }
}

static int
compare_days (gconstpointer one, gconstpointer two)
{
  return *(const gint32 *) one - *(const gint32 *) two;
}

/* Over many days the axis counts years (or every few), from their first of January. */
static void
draw_year_axis (cairo_t *cr, double width, const OctChartTheme *theme, const OctLineLayout *layout,
                gint32 first_day, gint32 last_day)
{
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL);
  double label = oct_chart_text_width (theme, OCT_TEXT_SMALL, "2000") + theme->size_small;
  double years = (layout->last - layout->first) / 365.25;
  int step = (int) MAX (
    1, oct_chart_nice_step (years, (guint) MAX (1, (layout->right - layout->left) / label),
                            OCT_CHART_UNIT_COUNT));

  oct_colour_set (theme->ink_soft, cr);
  cairo_set_line_width (cr, theme->line);
  for (int year = (first_day / 10000 + step - 1) / step * step; year <= last_day / 10000;
       year += step)
    {
      double days = oct_chart_day_to_number (year * 10000 + 101),
             x = floor (oct_line_x (layout, days)) + 0.5;
      g_autofree char *text = g_strdup_printf ("%d", year);

      if (days < layout->first)
        continue;
      oct_colour_set (theme->ink_soft, cr);
      cairo_move_to (cr, x, layout->bottom);
      cairo_line_to (cr, x, layout->bottom + small * 0.25);
      cairo_stroke (cr);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text, CLAMP (x, label / 2, width - label / 2),
                         layout->bottom + small * 0.85, 0.5, theme->ink_soft);
    }
}

/* Every day that has a point gets its tick; the first and the last are written first. */
static void
draw_day_axis (OctLineChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
               const OctLineLayout *layout)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (OctLabelSpace) space = oct_label_space_new (width, 100);
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL);

  for (guint i = 0; i < self->n_series; i++)
    {
      for (guint j = 0; j < self->series[i].n_points; j++)
        g_array_append_val (days, self->series[i].points[j].day);
    }
  g_array_sort (days, compare_days);
  if (layout->last - layout->first > 3.5 * 365 && days->len > 2 * FEW_POINTS)
    {
      draw_year_axis (cr, width, theme, layout, g_array_index (days, gint32, 0),
                      g_array_index (days, gint32, days->len - 1));
      return;
    }
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < days->len; i++)
        {
          gint32 day = g_array_index (days, gint32, i);
          gboolean edge = i == 0 || i == days->len - 1;
          g_autofree char *text = NULL;
          double x, half;

          if (edge != (pass == 0) || (i > 0 && day == g_array_index (days, gint32, i - 1) && !edge))
            continue;
          text = oct_chart_day_to_text (day, TRUE);
          x = floor (oct_line_x (layout, oct_chart_day_to_number (day))) + 0.5;
          half = oct_chart_text_width (theme, OCT_TEXT_SMALL, text) / 2;
          oct_colour_set (theme->ink_soft, cr);
          cairo_set_line_width (cr, theme->line);
          cairo_move_to (cr, x, layout->bottom);
          cairo_line_to (cr, x, layout->bottom + small * 0.25);
          cairo_stroke (cr);
          x = CLAMP (x, half, MAX (half, width - half));
          if (oct_label_space_take (space, x - half - (x - half < 4 ? 0 : 4), 0, 2 * half + 4, 10))
            oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text, x, layout->bottom + small * 0.85,
                               0.5, theme->ink_soft);
        }
    }
}

/* Where a value is missing: a dotted line down to the axis, with the reason beside it. */
static void
draw_break (cairo_t *cr, double width, const OctChartTheme *theme, const OctLineLayout *layout,
            const OctLineDatum *point, OctLabelSpace *space)
{
  const double dots[] = { 1, 3 };
  double x = oct_line_x (layout, point->x), text_width, text_height;
  g_autoptr (PangoLayout) text = oct_chart_text_new (
    theme, OCT_TEXT_SMALL, point->missing != NULL ? point->missing : _("No figure"),
    MIN (width * 0.3, 130 * theme->scale), 3);

  cairo_save (cr);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_set_line_width (cr, theme->line * 1.2);
  oct_colour_set (theme->ink_soft, cr);
  cairo_move_to (cr, x, layout->top);
  cairo_line_to (cr, x, layout->bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
  oct_chart_text_size (text, &text_width, &text_height);
  if (oct_label_space_take (space, x + 4, layout->bottom - text_height - 4, text_width,
                            text_height))
    oct_chart_text_draw_with_halo (text, cr, x + 4, layout->bottom - text_height - 4,
                                   theme->ink_soft, theme->paper);
}

static void
draw_series (OctLineChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
             const OctLineLayout *layout, guint index, OctLabelSpace *space)
{
  const OctLineSeries *series = &self->series[index];
  gboolean pen_down = FALSE;
  double size = (series->n_points > 40 ? 2 : 3.6) * theme->scale;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, series->highlighted || self->n_series == 1 ? theme->line_strong * 1.2
                                                                       : theme->line_strong * 0.8);
  oct_colour_set (series_colour (self, theme, index), cr);
  for (guint i = 0; i < series->n_points; i++)
    {
      double x = oct_line_x (layout, series->points[i].x),
             y = oct_line_y (layout, series->points[i].value);

      if (!isfinite (series->points[i].value))
        {
          pen_down = FALSE;
          continue;
        }
      if (pen_down)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      pen_down = TRUE;
    }
  cairo_stroke (cr);
  for (guint i = 0; i < series->n_points; i++)
    {
      double x = oct_line_x (layout, series->points[i].x),
             y = oct_line_y (layout, series->points[i].value);

      if (!isfinite (series->points[i].value))
        {
          draw_break (cr, width, theme, layout, &series->points[i], space);
          continue;
        }
      draw_marker (cr, index, x, y, size);
      oct_colour_set (theme->paper, cr);
      cairo_set_line_width (cr, 2);
      cairo_stroke_preserve (cr);
      oct_colour_set (series_colour (self, theme, index), cr);
      cairo_fill (cr);
      oct_label_space_block (space, x - size - 1, y - size - 1, 2 * size + 2, 2 * size + 2);
    }
}

/* The values of a line with few points, above or below them, wherever there is room. */
static void
draw_values (OctLineChart *self, cairo_t *cr, const OctChartTheme *theme,
             const OctLineLayout *layout, guint index, OctLabelSpace *space)
{
  const OctLineSeries *series = &self->series[index];
  const OctLineDatum *last = last_value (series);

  if (series->n_points > FEW_POINTS || (self->n_series > 2 && !series->highlighted))
    return;
  for (guint i = 0; i < series->n_points; i++)
    {
      const OctLineDatum *point = &series->points[i];
      double x = oct_line_x (layout, point->x), y = oct_line_y (layout, point->value), width,
             height;
      g_autofree char *value = oct_chart_value_to_text (point->value, self->unit);
      g_autoptr (PangoLayout) text = NULL;

      if (!isfinite (point->value) || point == last)
        continue;
      text = oct_chart_text_new (theme, OCT_TEXT_SMALL, value, 0, 1);
      oct_chart_text_size (text, &width, &height);
      for (int side = 0; side < 2; side++)
        {
          double top = side == 0 ? y - height - 5 * theme->scale : y + 5 * theme->scale;

          if (top + height < layout->bottom
              && oct_label_space_take (space, x - width / 2, top, width, height))
            {
              oct_chart_text_draw_with_halo (text, cr, x - width / 2, top, theme->ink,
                                             theme->paper);
              break;
            }
        }
    }
}

static int
compare_ends (gconstpointer one, gconstpointer two)
{
  const EndLabel *a = one, *b = two;

  return a->y < b->y ? -1 : a->y > b->y;
}

/* The names at the lines' ends, from the top, each at least a line below the one before. */
static void
draw_ends (OctLineChart *self, cairo_t *cr, double width, double height, const OctChartTheme *theme,
           const OctLineLayout *layout)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (EndLabel));
  double x = layout->right + theme->size_small * 0.9, total = 0, floor_y;
  /* Two lines for each name if all of them have the room. */
  int lines = oct_chart_text_height (theme, OCT_TEXT_SMALL_BOLD) * 2 * self->n_series < height ? 2
                                                                                               : 1;

  g_array_set_clear_func (labels, end_label_clear);
  for (guint i = 0; i < self->n_series; i++)
    {
      const OctLineDatum *last = last_value (&self->series[i]);
      g_autofree char *words = NULL;
      EndLabel label = { .series = i };

      if (last == NULL)
        continue;
      words = end_text (self, &self->series[i]);
      label.text = oct_chart_text_new (theme, OCT_TEXT_SMALL_BOLD, words, MAX (20, width - x),
                                       lines);
      oct_chart_text_size (label.text, NULL, &label.height);
      label.y = oct_line_y (layout, last->value) - label.height / 2;
      total += label.height;
      g_array_append_val (labels, label);
    }
  g_array_sort (labels, compare_ends);
  floor_y = total > layout->bottom ? 0 : -G_MAXDOUBLE;
  for (guint i = 0; i < labels->len; i++)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);

      label->y = MAX (MAX (label->y, floor_y), 0);
      floor_y = label->y + label->height;
    }
  /* And back up from the bottom. */
  floor_y = height;
  for (guint i = labels->len; i-- > 0;)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);

      label->y = MIN (label->y, floor_y - label->height);
      floor_y = label->y;
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const EndLabel *label = &g_array_index (labels, EndLabel, i);
      OctColour colour = series_colour (self, theme, label->series);

      oct_chart_text_draw (label->text, cr, x, label->y,
                           oct_colour_contrast (colour, theme->paper) >= 4.5 ? colour : theme->ink);
    }
}

void
oct_line_draw (OctLineChart *self, cairo_t *cr, double width, double height,
               const OctChartTheme *theme)
{
  g_autoptr (OctLabelSpace) space = oct_label_space_new (width, height);
  OctLineLayout layout;
  guint n_points = 0;

  for (guint i = 0; i < self->n_series; i++)
    n_points += self->series[i].n_points;
  if (n_points == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  oct_line_get_layout (self, width, height, theme, &layout);
  draw_value_axis (self, cr, theme, &layout);
  draw_day_axis (self, cr, width, theme, &layout);
  /* The highlighted line lies on top of the others. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->n_series; i++)
        {
          if (self->series[i].highlighted == (pass == 1))
            draw_series (self, cr, width, theme, &layout, i, space);
        }
    }
  for (guint i = 0; i < self->n_series; i++)
    draw_values (self, cr, theme, &layout, i, space);
  draw_ends (self, cr, width, height, theme, &layout);
}
