/* How ratings moved between two reviews: bands from what they were to what they are.
 *
 * Red is always above amber, amber above green, and what isn't rated below; a band's width is how
 * many objectives took that way. Bands to a lower rating are strong, the others pale. A datum is a
 * band.
 */
#pragma once

#include "oct-placed-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_RATING_FLOW_CHART (oct_rating_flow_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctRatingFlowChart, oct_rating_flow_chart, OCT, RATING_FLOW_CHART,
                      OctPlacedChart)

OctRatingFlowChart *oct_rating_flow_chart_new (void);
/* What the two reviews are called, such as terms. */
void oct_rating_flow_chart_set_names (OctRatingFlowChart *self, const char *before,
                                      const char *after);
/* How many objectives went from one rating to another; skipped counts as not rated. */
void oct_rating_flow_chart_set_count (OctRatingFlowChart *self, OctRatingMark before,
                                      OctRatingMark after, guint n);
void oct_rating_flow_chart_add (OctRatingFlowChart *self, OctRatingMark before,
                                OctRatingMark after);
void oct_rating_flow_chart_clear (OctRatingFlowChart *self);
/* The two ratings of a datum. */
gboolean oct_rating_flow_chart_get_datum (OctRatingFlowChart *self, int datum,
                                          OctRatingMark *before, OctRatingMark *after);

G_END_DECLS
