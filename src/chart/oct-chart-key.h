/* The key of a chart: the few marks it needs explained, in lines of running text.
 *
 * Each entry brings the function that draws its mark, so that a key shows what the picture shows.
 * The same list is measured and drawn, and a plot begins where its key ends.
 */
#pragma once

#include "oct-chart-text.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

/* Draws a mark into the box; @value and @colour are the entry's. */
typedef void (*OctChartKeyMark) (cairo_t *cr, const OctChartTheme *theme,
                                 const cairo_rectangle_t *box, int value, OctColour colour);

typedef struct _OctChartKey OctChartKey;

OctChartKey *oct_chart_key_new (void);
void oct_chart_key_free (OctChartKey *self);
/* @wide marks are twice as wide as high. @mark %NULL: words alone. */
void oct_chart_key_add (OctChartKey *self, OctChartKeyMark mark, gboolean wide, int value,
                        OctColour colour, const char *text);
void oct_chart_key_add_rating (OctChartKey *self, OctRatingMark mark);
void oct_chart_key_add_travel (OctChartKey *self, OctTravelMark mark);
/* Draws the key from @y down if there is a @cr; returns its height with the air below it, 0 when it
 * is empty. */
double oct_chart_key_lay (OctChartKey *self, cairo_t *cr, double y, double width,
                          const OctChartTheme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctChartKey, oct_chart_key_free)

/* Marks that several charts explain. @value is a width in tenths of the theme's strong line. */
void oct_chart_key_line (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box,
                         int value, OctColour colour);
void oct_chart_key_dashes (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box,
                           int value, OctColour colour);
void oct_chart_key_hatch (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box,
                          int value, OctColour colour);

G_END_DECLS
