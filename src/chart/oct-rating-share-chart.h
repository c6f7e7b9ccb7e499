/* The share of ratings in several things, such as schools: green, amber, red, not rated.
 *
 * Each bar is a whole, divided by the latest ratings of its objectives, with green from the common
 * line so that it can be compared; the numbers are written, because they are small. Bars stay in the
 * order they were given in: nothing is ranked. A datum is a bar.
 */
#pragma once

#include "oct-placed-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_RATING_SHARE_CHART (oct_rating_share_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctRatingShareChart, oct_rating_share_chart, OCT, RATING_SHARE_CHART,
                      OctPlacedChart)

/**
 * OctRatingShare:
 * @red: how many are red, and so on
 * @none: how many aren't rated
 */
typedef struct
{
  guint red;
  guint amber;
  guint green;
  guint none;
} OctRatingShare;

OctRatingShareChart *oct_rating_share_chart_new (void);
/* A bar below the others; @whole marks the one that holds all others, such as the trust. */
void oct_rating_share_chart_add (OctRatingShareChart *self, const char *id, const char *name,
                                 const OctRatingShare *share, gboolean whole);
void oct_rating_share_chart_clear (OctRatingShareChart *self);
/* What a bar is, such as "School", for the table. */
void oct_rating_share_chart_set_item_name (OctRatingShareChart *self, const char *name);

G_END_DECLS
