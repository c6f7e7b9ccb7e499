/* The line of sight: goals at the left, the objectives that serve them at the right, and the gaps.
 *
 * Each objective serves one goal or none, so the picture is a tree and no line crosses another. A
 * goal that nothing serves and an objective that serves no goal are drawn as the gaps they are. Each
 * has the mark of its rating. Many objectives are drawn as marks alone. A datum is a goal or an
 * objective.
 */
#pragma once

#include "oct-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_LINE_OF_SIGHT_CHART (oct_line_of_sight_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctLineOfSightChart, oct_line_of_sight_chart, OCT, LINE_OF_SIGHT_CHART,
                      OctChart)

OctLineOfSightChart *oct_line_of_sight_chart_new (void);
/* @label is short, such as "3". %FALSE where there is no id or it is known. */
gboolean oct_line_of_sight_chart_add_goal (OctLineOfSightChart *self, const char *id,
                                           const char *label, const char *text,
                                           OctRatingMark rating);
/* @goal_id (nullable): what it serves; @group: whose it is, such as a school's name. */
void oct_line_of_sight_chart_add_objective (OctLineOfSightChart *self, const char *id,
                                            const char *goal_id, const char *group,
                                            const char *label, const char *text,
                                            OctRatingMark rating);
void oct_line_of_sight_chart_clear (OctLineOfSightChart *self);
/* What a group is, such as "School", for the table. */
void oct_line_of_sight_chart_set_group_name (OctLineOfSightChart *self, const char *name);

G_END_DECLS
