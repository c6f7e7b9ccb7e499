/* The page of a plan: its head, its need, its outline, and the details of what is chosen. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_PAGE (oct_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanPage, oct_plan_page, OCT, PLAN_PAGE, OctPage)

G_END_DECLS
