/* One row of an overview of plans as an object, for lists. */
#pragma once

#include "oct-plan-overview.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_ITEM (oct_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanItem, oct_plan_item, OCT, PLAN_ITEM, GObject)

OctPlanItem *oct_plan_item_new (OctPlanOverview *overview, const OctPlanRow *row);
/* A plan as a whole; its row is that of its first objective. */
OctPlanItem *oct_plan_item_new_plan (OctPlanOverview *overview, const OctPlanSummary *summary);
/* (transfer full) (element-type OctPlanItem): one for each row. */
GPtrArray *oct_plan_items_new (OctPlanOverview *overview);
/* Whether it is the same objective, or plan, of whatever overview. */
gboolean oct_plan_item_is_same (OctPlanItem *self, OctPlanItem *other);
/* (nullable): %NULL for an objective. */
const OctPlanSummary *oct_plan_item_get_summary (OctPlanItem *self);
const OctPlanRow *oct_plan_item_get_row (OctPlanItem *self);
/* (transfer full): where the plan is shown, with the objective chosen. */
char *oct_plan_row_get_location (const OctPlanRow *row);
/* (transfer full): the review of the plan, with a rating of the objective proposed. */
char *oct_plan_row_get_review (const OctPlanRow *row, OctRating rating);
char *oct_plan_item_get_location (OctPlanItem *self);

G_END_DECLS
