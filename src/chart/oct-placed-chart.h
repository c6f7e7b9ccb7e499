/* A chart whose every datum has a rectangle of its own: cells, rows, bars, discs.
 *
 * A subclass says once where its data are; pointing, the frame around a datum and the keyboard follow
 * from that. Data stand in lines, such as the cells of a row: left and right go along a line, up and
 * down from line to line.
 */
#pragma once

#include "oct-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLACED_CHART (oct_placed_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (OctPlacedChart, oct_placed_chart, OCT, PLACED_CHART, OctChart)

/**
 * OctPlacedChartClass:
 * @place: fills in where each datum is in a plot of that size; an empty rectangle can't be hit
 * @line: the line of a datum, from 0 and never falling; %NULL where each datum is a line
 */
struct _OctPlacedChartClass
{
  OctChartClass parent_class;

  void (*place) (OctPlacedChart *self, double width, double height, const OctChartTheme *theme,
                 cairo_rectangle_t *places);
  guint (*line) (OctPlacedChart *self, guint datum);
  gpointer padding[4];
};

/* Where all data are, by their numbers. Belongs to the chart until it changes or another size is
 * asked for. */
const cairo_rectangle_t *oct_placed_chart_get_places (OctPlacedChart *self, double width,
                                                      double height, const OctChartTheme *theme);
/* A sentence in the middle of a plot that has nothing else to show. */
void oct_placed_chart_draw_empty (cairo_t *cr, double width, double height,
                                  const OctChartTheme *theme, const char *text);

G_END_DECLS
