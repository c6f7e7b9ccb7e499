/* Ratings over time: a strip of cells for each objective, one cell for each review.
 *
 * A cell shows the rating by shape, letter and colour, and an arrow where a direction of travel was
 * given; what was skipped is hatched, what wasn't recorded is blank. A bar below the cells says when
 * there was support. Rows stay in the order they were given in, and none is ever ranked. A datum is
 * a cell.
 */
#pragma once

#include "oct-placed-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_RATING_STRIP_CHART (oct_rating_strip_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctRatingStripChart, oct_rating_strip_chart, OCT, RATING_STRIP_CHART,
                      OctPlacedChart)

/* From first red to support: there has been none yet; the question doesn't arise; it is red no more,
 * and there was none. */
#define OCT_RATING_WAIT_OPEN (-1)
#define OCT_RATING_WAIT_NONE (-2)
#define OCT_RATING_WAIT_WITHOUT (-3)

OctRatingStripChart *oct_rating_strip_chart_new (void);
/* The next review in time; @name is its date or term. Before any row. */
void oct_rating_strip_chart_add_review (OctRatingStripChart *self, const char *id,
                                        const char *name);
/* An objective below the others: "1.2", its statement, and (nullable) the school, whose heading it
 * shares with its neighbours. Returns its index. */
guint oct_rating_strip_chart_add_row (OctRatingStripChart *self, const char *id,
                                      const char *reference, const char *statement,
                                      const char *group);
/* What a review says of an objective; @words (nullable) are its details, or why it was skipped. */
void oct_rating_strip_chart_set_cell (OctRatingStripChart *self, guint row, guint review,
                                      OctRatingMark mark, OctTravelMark travel, const char *words);
/* Support from one review to another, both included; @words (nullable) say what it was. */
void oct_rating_strip_chart_set_support (OctRatingStripChart *self, guint row, guint first,
                                         guint last, const char *words);
/* Days from the objective's first red to support in place, or one of the three above. */
void oct_rating_strip_chart_set_wait (OctRatingStripChart *self, guint row, int days);
/* Removes rows and reviews. */
void oct_rating_strip_chart_clear (OctRatingStripChart *self);
/* The review of a datum; its objective is oct_chart_datum_id(). */
const char *oct_rating_strip_chart_datum_review (OctRatingStripChart *self, int datum);

G_END_DECLS
