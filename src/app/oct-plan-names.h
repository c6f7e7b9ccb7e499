/* Whom a plan is for, by the name that people use: a school, the trust, some schools. */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/* (transfer full): "Oak Primary", the trust's name, or "Oak Primary and 2 other schools". */
char *oct_plan_dup_subject (OctAssessment *assessment, const OctPlan *plan);
/* (nullable): the name of a school, also of one that left. */
const char *oct_school_id_to_name (OctAssessment *assessment, const char *school_id);
/* A person's post or name; "" for nobody. */
const char *oct_person_id_to_text (OctAssessment *assessment, const char *person_id);

G_END_DECLS
