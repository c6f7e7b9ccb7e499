/* An axis of days with months named below it, in steps that count from September.
 *
 * Schools count their years from September, so that is where steps of several months begin.
 */
#pragma once

#include <cairo.h>

#include "oct-chart-theme.h"

G_BEGIN_DECLS

/**
 * OctDayAxis:
 * @first: the first day, as oct_chart_day_to_number() has it
 * @last: the last day, later than the first
 * @x0: where the first is
 * @x1: where the last is
 */
typedef struct
{
  double first;
  double last;
  double x0;
  double x1;
} OctDayAxis;

double oct_day_axis_x (const OctDayAxis *self, gint32 day);
/* Uprights from @top to @bottom, and the names of months below them. */
void oct_day_axis_draw (const OctDayAxis *self, cairo_t *cr, const OctChartTheme *theme, double top,
                        double bottom);
/* The height of those names. */
double oct_day_axis_height (const OctChartTheme *theme);
/* Holds the day as well; begins with one of zeros. */
void oct_day_axis_include (OctDayAxis *self, gint32 day);

G_END_DECLS
