/* How a rating of progress looks: red, amber or green, told apart by shape and letter as well.
 *
 * Every chart that shows ratings draws the same three marks, so that none is told by colour alone:
 * a square with R, a triangle with A, a circle with G. What isn't rated has an open ring.
 */
#pragma once

#include "oct-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_RATING_MARK_NONE,
  OCT_RATING_MARK_RED,
  OCT_RATING_MARK_AMBER,
  OCT_RATING_MARK_GREEN,
} OctRatingMark;

OctColour oct_rating_mark_colour (const OctChartTheme *theme, OctRatingMark rating);
/* "Red", translated; and the letter that stands in its mark. */
const char *oct_rating_mark_name (OctRatingMark rating);
const char *oct_rating_mark_letter (OctRatingMark rating);
/* Centred on @x, @y; @size points wide and high. The letter is left out where it couldn't be read. */
void oct_rating_mark_draw (cairo_t *cr, const OctChartTheme *theme, OctRatingMark rating, double x,
                           double y, double size);

G_END_DECLS
