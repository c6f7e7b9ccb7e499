/* What is made of a visit: actions, support days and drafts of progress out of its points.
 *
 * A point of a visit proposes a record; confirming it makes that record and remembers it in the
 * point, as one change. Evidence is made by the workbench, since it isn't a record of plans.
 */
#pragma once

#include "oct-plan-query.h"

G_BEGIN_DECLS

/* (transfer full): a visit on a day, with the focus that was set for it last time; with an id. */
OctVisit *oct_visit_begin (OctPlanBook *book, const char *school_id, const char *visitor_id,
                           OctDate on);
/* (transfer full): a point at the end of a visit's. "Support: two days" names its kind itself, and
 * a reference such as "1.2" the objective; @kind is taken for others. */
OctVisitPoint *oct_visit_begin_point (OctPlanBook *book, const OctVisit *visit, OctPointKind kind,
                                      const char *text);
/* (transfer container) (element-type OctObjective): those of the school's open plans that stand. */
GPtrArray *oct_school_get_objectives (OctPlanBook *book, const char *school_id);
/* (nullable): the last visit to a school up to a day. */
const OctVisit *oct_school_get_last_visit (OctPlanBook *book, const char *school_id, OctDate today);

/* Neither confirmed nor passed over. */
gboolean oct_visit_point_is_open (const OctVisitPoint *point);
/* What confirming it makes, in a sentence: "An action for 1.2". (transfer full) */
char *oct_visit_point_to_proposal (OctPlanBook *book, const OctVisitPoint *point);
/* What has to be chosen first; %FALSE with %OCT_ERROR_RULE. */
gboolean oct_visit_point_check (OctPlanBook *book, const OctVisitPoint *point, GError **error);
/* (transfer full): the change that makes it; not for evidence. %NULL with %OCT_ERROR_RULE. */
OctRecordChange *oct_visit_point_make (OctPlanBook *book, const OctVisitPoint *point,
                                       GError **error);

G_END_DECLS
