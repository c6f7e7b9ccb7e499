/* Stages over time: for one element, or for several as small panels of one chart.
 *
 * Cycles are columns and stages are rows; a line stands on one step for the whole of a cycle and
 * jumps to the next one, because there is nothing in between. It breaks where nobody judged and where
 * the framework changed, and says why. A datum is one line in one cycle.
 */
#pragma once

#include "oct-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_STAGE_TREND_CHART (oct_stage_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctStageTrendChart, oct_stage_trend_chart, OCT, STAGE_TREND_CHART, OctChart)

#define OCT_STAGE_TREND_MAX_PANELS 8
/* In one panel. */
#define OCT_STAGE_TREND_MAX_LINES 4

OctStageTrendChart *oct_stage_trend_chart_new (void);
/* From the first step to the last, 3 to 7. Removes all panels. */
void oct_stage_trend_chart_set_stages (OctStageTrendChart *self, const char *const *names);
/* The next cycle in time. A @note (nullable) marks a break before it, such as "Framework 2": lines
 * don't run across. Removes all panels. */
void oct_stage_trend_chart_add_cycle (OctStageTrendChart *self, const char *id, const char *name,
                                      const char *note);
/* Begins the only panel: @number 1 to 8 gives its hue, 0 none. */
void oct_stage_trend_chart_set_element (OctStageTrendChart *self, const char *id, guint number,
                                        const char *name);
/* Begins a further panel; %FALSE when there are eight. Lines, target and counts go to the last. */
gboolean oct_stage_trend_chart_add_element (OctStageTrendChart *self, const char *id, guint number,
                                            const char *name);
/* A line with a stage (or %OCT_STAGE_NOT_JUDGED) for each cycle; @own (nullable) is the view that
 * is shown as open marks where it differs. @hue is an element's number, or 0 for one of comparison.
 * %FALSE when the panel has four lines or there is no panel. */
gboolean oct_stage_trend_chart_add_line (OctStageTrendChart *self, const char *id, const char *name,
                                         guint hue, const int *stages, const int *own);
/* What is aimed at, and by when: "July 2027". */
void oct_stage_trend_chart_set_target (OctStageTrendChart *self, int stage, const char *name);
/* How many (schools, say) are at @stage in the @cycle-th cycle; @stage may be
 * %OCT_STAGE_NOT_JUDGED. */
void oct_stage_trend_chart_set_counts (OctStageTrendChart *self, guint cycle, int stage, guint n);
void oct_stage_trend_chart_clear (OctStageTrendChart *self);
/* The cycle of a datum; its line is oct_chart_datum_id(). */
const char *oct_stage_trend_chart_datum_cycle (OctStageTrendChart *self, int datum);
/* The element of a datum. */
const char *oct_stage_trend_chart_datum_element (OctStageTrendChart *self, int datum);

G_END_DECLS
