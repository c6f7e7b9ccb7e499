/* What improvement plans say of one school, or of one element: the objectives of open plans, each with its
 * rating and a way to it. Stands on the school's and the element's page.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_SECTION (oct_plan_section_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanSection, oct_plan_section, OCT, PLAN_SECTION, AdwBin)

/* Hides itself where the school isn't one of the trust's. */
void oct_plan_section_load_school (OctPlanSection *self, OctWorkbench *workbench, guint32 urn);
/* @element is its key. */
void oct_plan_section_load_element (OctPlanSection *self, OctWorkbench *workbench,
                                    const char *element);

G_END_DECLS
