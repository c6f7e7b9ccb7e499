/* An axis of days: where a day is, and which months are named. */
#include "oct-day-axis.h"

#include <math.h>

#include "oct-chart-text.h"
#include "oct-chart-value.h"

#define SEPTEMBER 9

/**
 * oct_day_axis_x:
 * @self: an axis
 * @day: year × 10000 + month × 100 + day
 *
 * Returns: where the day is; days beyond the axis are at its ends
 */
double
oct_day_axis_x (const OctDayAxis *self, gint32 day)
{
  double share = (oct_chart_day_to_number (day) - self->first) / MAX (self->last - self->first, 1);

  return self->x0 + CLAMP (share, 0, 1) * (self->x1 - self->x0);
}

/**
 * oct_day_axis_include:
 * @self: an axis, zeros at first
 * @day: year × 10000 + month × 100 + day; 0 is left out
 *
 * Widens the axis to hold a day.
 */
void
oct_day_axis_include (OctDayAxis *self, gint32 day)
{
  double number = oct_chart_day_to_number (day);

  if (number <= 0)
    return;
  if (self->first == 0)
    self->first = self->last = number;
  self->first = MIN (self->first, number);
  self->last = MAX (self->last, number);
}

double
oct_day_axis_height (const OctChartTheme *theme)
{
  return ceil (oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.3);
}

/**
 * oct_day_axis_draw:
 * @self: an axis
 * @cr: what to draw to
 * @theme: how it looks
 * @top: where uprights begin
 * @bottom: where they end and names follow
 *
 * Names as many months as there is room for.
 */
void
oct_day_axis_draw (const OctDayAxis *self, cairo_t *cr, const OctChartTheme *theme, double top,
                   double bottom)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60 };
  double label = oct_chart_text_width (theme, OCT_TEXT_SMALL, "Mmm 2026") + theme->size_small,
         months = (self->last - self->first) / 30.4,
         y = bottom + oct_day_axis_height (theme) * 0.55;
  guint step = 0, month;
  GDate date;

  while (step + 1 < G_N_ELEMENTS (steps)
         && months / steps[step] * label > fabs (self->x1 - self->x0))
    step++;
  if (self->first < 1)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) self->first);
  g_date_set_day (&date, 1);
  oct_colour_set (theme->rule, cr);
  cairo_set_line_width (cr, theme->line);
  for (; g_date_get_julian (&date) <= self->last; g_date_add_months (&date, 1))
    {
      gint32 day = g_date_get_year (&date) * 10000 + g_date_get_month (&date) * 100 + 1;
      g_autofree char *text = NULL;
      double x, width;

      month = g_date_get_year (&date) * 12 + g_date_get_month (&date) - SEPTEMBER;
      if (month % steps[step] != 0 || g_date_get_julian (&date) < self->first)
        continue;
      x = floor (oct_day_axis_x (self, day)) + 0.5;
      oct_colour_set (theme->rule, cr);
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x, bottom);
      cairo_stroke (cr);
      text = oct_chart_day_to_text (day, TRUE);
      width = oct_chart_text_width (theme, OCT_TEXT_SMALL, text);
      if (x + width / 2 <= self->x1 + label * 0.5)
        oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text,
                           MAX (x, self->x0 + width / 2 - label * 0.3), y, 0.5, theme->ink_soft);
    }
}
