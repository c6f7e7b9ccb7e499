/* Where many things stand on the steps of one element: each a dot with its name in its stage's band.
 *
 * The height of a band and its count show the spread that an average would hide. One may be chosen;
 * a tail leads to it from where it stood before. Dots keep the order they were given in; names give
 * way to dots alone when room is short, and what isn't judged has a bin set apart. A datum is a dot.
 */
#pragma once

#include "oct-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_STAGE_SPREAD_CHART (oct_stage_spread_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctStageSpreadChart, oct_stage_spread_chart, OCT, STAGE_SPREAD_CHART,
                      OctChart)

OctStageSpreadChart *oct_stage_spread_chart_new (void);
/* From the first step to the last, 3 to 7. Removes all dots. */
void oct_stage_spread_chart_set_stages (OctStageSpreadChart *self, const char *const *names);
/* @number 1 to 8 gives the hue, 0 none. */
void oct_stage_spread_chart_set_element (OctStageSpreadChart *self, const char *id, guint number,
                                         const char *name);
/* A dot; both stages may be %OCT_STAGE_NOT_JUDGED. */
void oct_stage_spread_chart_add (OctStageSpreadChart *self, const char *id, const char *name,
                                 int stage, int previous);
void oct_stage_spread_chart_clear (OctStageSpreadChart *self);
void oct_stage_spread_chart_set_chosen (OctStageSpreadChart *self, const char *id);
/* What a dot is, such as "School", for the table; what the time before is called. */
void oct_stage_spread_chart_set_item_name (OctStageSpreadChart *self, const char *name);
void oct_stage_spread_chart_set_previous_name (OctStageSpreadChart *self, const char *name);

G_END_DECLS
