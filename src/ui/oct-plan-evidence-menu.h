/* The menu of what can be added as evidence at a place of a plan. */
#pragma once

#include "oct-plan-evidence.h"

G_BEGIN_DECLS

/* Its items activate "evidence.add-note", "evidence.add-link", "evidence.add-file" and
 * "evidence.choose" with the id of a review, or "". (transfer full) */
GMenuModel *oct_plan_evidence_menu_new (OctPlanBook *book, const OctPlanPlace *place);

G_END_DECLS
