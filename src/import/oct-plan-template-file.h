/* Templates of plans as files: those that come with the program.
 *
 * data/plans/README.md describes each member. What is read is a book of plans of its own, so that a
 * template is copied into a workspace as any other plan is, and until then is in none.
 */
#pragma once

#include "oct-plan-book.h"

G_BEGIN_DECLS

#define OCT_PLAN_TEMPLATE_MAX_BYTES (256 * 1024)
#define OCT_PLAN_TEMPLATE_FORMAT 1
/* The school year in which every template begins; a copy moves its dates. */
#define OCT_PLAN_TEMPLATE_STARTS 2000

/* Adds the records of one template to @change; returns its plan, borrowed, and its purpose. */
const OctPlan *oct_plan_template_parse (GBytes *bytes, OctRecordChange *change, char **purpose,
                                        GError **error);

/**
 * OctPlanTemplates:
 * @book: their records
 * @plans: (element-type OctPlan): in the order in which they are offered
 * @purposes: (element-type utf8): for whom each is, in a sentence
 */
typedef struct
{
  OctPlanBook *book;
  GPtrArray *plans;
  GPtrArray *purposes;
} OctPlanTemplates;

OctPlanTemplates *oct_plan_templates_load_built_in (GError **error);
void oct_plan_templates_free (OctPlanTemplates *templates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanTemplates, oct_plan_templates_free)

G_END_DECLS
