/* Draws a bar chart.
 *
 * The layout (how wide the names are, how tall a line is) is computed by one function from size,
 * theme and data, and drawing, hovering and hitting all use it. When there is no room for every
 * line, the lines get thinner down to a limit.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-bar-chart-private.h"

const OctBarDatum *
oct_bar_get (OctBarChart *self, int index)
{
  return &g_array_index (self->bars, OctBarDatum, index);
}

gboolean
oct_bar_has_comparison (OctBarChart *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      if (isfinite (oct_bar_get (self, i)->comparison))
        return TRUE;
    }
  return FALSE;
}

/* What stands at the end of a bar: the value, or why there is none. */
char *
oct_bar_value_text (OctBarChart *self, const OctBarDatum *bar)
{
  if (isfinite (bar->value))
    return oct_chart_value_to_text (bar->value, self->unit);
  /* Translators: stands where a bar would be when there is no number. */
  return g_strdup (bar->missing != NULL ? bar->missing : _("No figure"));
}

double
oct_bar_least_line (const OctChartTheme *theme)
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
      const OctBarDatum *bar = oct_bar_get (self, i);

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
create_key (OctBarChart *self, double width, const OctChartTheme *theme, OctBarLayout *layout)
{
  layout->key = layout->names + theme->size_text * 0.6;
  if (oct_chart_text_width (theme, OCT_TEXT_SMALL, self->comparison_name)
      > width - layout->key - theme->size_text)
    layout->key = 0;
  return oct_chart_text_new (theme, OCT_TEXT_SMALL, self->comparison_name,
                             MAX (20, width - layout->key - theme->size_text), 3);
}

void
oct_bar_get_layout (OctBarChart *self, double width, double height, const OctChartTheme *theme,
                    OctBarLayout *layout)
{
  double names = 0, values = 0, low, high, room;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const OctBarDatum *bar = oct_bar_get (self, i);
      g_autofree char *text = oct_bar_value_text (self, bar);

      names = MAX (names, oct_chart_text_width (
                            theme, bar->highlighted ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL, bar->name));
      /* A reason may run over the whole line, so only numbers ask for room at the end. */
      if (isfinite (bar->value))
        values = MAX (values, oct_chart_text_width (theme, OCT_TEXT_BOLD, text));
    }
  layout->names = ceil (MIN (names + 2, width * 0.42));
  layout->wraps = names + 2 > width * 0.42;
  layout->top = 0;
  if (oct_bar_has_comparison (self) && self->comparison_name != NULL)
    {
      g_autoptr (PangoLayout) text = create_key (self, width, theme, layout);

      oct_chart_text_size (text, NULL, &layout->top);
      layout->top = ceil (layout->top + theme->size_text * 0.6);
    }
  layout->line = self->bars->len > 0 ? (height - layout->top) / self->bars->len : height;
  layout->line = CLAMP (layout->line, oct_bar_least_line (theme), theme->size_text * 3.2);
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
draw_key (OctBarChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
          OctBarLayout *layout)
{
  double middle = oct_chart_text_height (theme, OCT_TEXT_SMALL) / 2;
  g_autoptr (PangoLayout) text = create_key (self, width, theme, layout);

  draw_marker (cr, theme, layout->key + theme->size_text * 0.3, middle, theme->size_text * 0.95);
  oct_chart_text_draw (text, cr, layout->key + theme->size_text, 0, theme->ink_soft);
}

static void
draw_missing (OctBarChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
              const OctBarLayout *layout, const OctBarDatum *bar, double middle)
{
  g_autofree char *reason = oct_bar_value_text (self, bar);
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
draw_value (OctBarChart *self, cairo_t *cr, const OctChartTheme *theme, const OctBarLayout *layout,
            const OctBarDatum *bar, double middle)
{
  g_autofree char *text = oct_bar_value_text (self, bar);
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

void
oct_bar_draw (OctBarChart *self, cairo_t *cr, double width, double height,
              const OctChartTheme *theme)
{
  OctBarLayout layout;

  oct_bar_get_layout (self, width, height, theme, &layout);
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
      const OctBarDatum *bar = oct_bar_get (self, i);
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
