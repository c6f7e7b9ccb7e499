/* How pictures and lists show ratings: red, amber, green, not rated, skipped.
 *
 * A rating is of an objective's progress, never of a school. It is told by shape and letter as well
 * as by colour: red is a square, amber a triangle, green a disc; not rated is an open ring, because
 * it is an absence, and skipped is hatched, because somebody chose it and said why. Arrows of travel
 * have shafts, so that none looks like a rating.
 */
#pragma once

#include <cairo.h>

#include "oct-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_RATING_MARK_NONE, /* nobody has rated */
  OCT_RATING_MARK_RED,
  OCT_RATING_MARK_AMBER,
  OCT_RATING_MARK_GREEN,
  OCT_RATING_MARK_SKIPPED, /* left out of a review, with a reason */
} OctRatingMark;

#define OCT_RATING_MARKS 5

typedef struct
{
  double x;
  double y;
} OctRatingPoint;

typedef enum
{
  OCT_TRAVEL_MARK_NONE, /* not given */
  OCT_TRAVEL_MARK_DETERIORATING,
  OCT_TRAVEL_MARK_UNCHANGED,
  OCT_TRAVEL_MARK_IMPROVING,
} OctTravelMark;

/* "Red", "Not rated"; "R", "–"; "Improving", %NULL for none. Translated, owned by the library. */
const char *oct_rating_mark_name (OctRatingMark mark);
const char *oct_rating_mark_letter (OctRatingMark mark);
const char *oct_travel_mark_name (OctTravelMark mark);
gboolean oct_rating_mark_is_rating (OctRatingMark mark);
/* 1 for better, -1 for worse, 0 unchanged or where one isn't a rating. */
int oct_rating_mark_change (OctRatingMark before, OctRatingMark mark);

OctColour oct_rating_mark_colour (const OctChartTheme *theme, OctRatingMark mark);
/* A ground on which the mark and ordinary ink can both be read. */
OctColour oct_rating_mark_ground (const OctChartTheme *theme, OctRatingMark mark);

/* The mark about a point, @size wide and high; the letter is left out below 9 points. */
void oct_rating_mark_draw (cairo_t *cr, const OctChartTheme *theme, OctRatingMark mark, double x,
                           double y, double size);
void oct_rating_mark_draw_many (cairo_t *cr, const OctChartTheme *theme, OctRatingMark mark,
                                const OctRatingPoint *points, guint n_points, double size);
/* Adds the mark's outline to the path, for what fills many at once. */
void oct_rating_mark_trace (cairo_t *cr, OctRatingMark mark, double x, double y, double size);
/* An arrow with a shaft about a point: up, level or down to the right; nothing for none. */
void oct_travel_mark_draw (cairo_t *cr, OctTravelMark mark, double x, double y, double size,
                           OctColour colour);

G_END_DECLS
