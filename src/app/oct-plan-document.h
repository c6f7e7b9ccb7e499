/* A plan as the school's own plan document: its need, each objective with what belongs to it, and what
 * the last review said.
 */
#pragma once

#include "oct-document.h"
#include "oct-plan-words.h"

G_BEGIN_DECLS

/* @place: the school or trust that it is of. (transfer full) */
OctDocument *oct_plan_document_new (const OctPlanReader *reader, const OctPlan *plan,
                                    const char *place);

G_END_DECLS
