/* What the files of the work at a plan share. */
#pragma once

#include "oct-plan-work.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_PLAN_VERB_CHANGE,
  OCT_PLAN_VERB_ADD,
  OCT_PLAN_VERB_MOVE,
  OCT_PLAN_VERB_DELETE,
} OctPlanVerb;

/* (transfer full): "Changed action “Coach …” at Oak Primary". */
char *oct_plan_work_say (OctPlanWork *self, OctPlanVerb verb, gconstpointer record);

G_END_DECLS
