/* Plans and exceptions as objects for scripts, and those objects as CSV or a table. */
#pragma once

#include "oct-cli-private.h"
#include "oct-plan-export.h"

G_BEGIN_DECLS

/* A plan with all that belongs to it: objectives → success_criteria, actions, milestones, progress. */
void oct_cli_add_plan (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan);
/* What a list says of a plan, as an object. */
void oct_cli_add_plan_summary (JsonBuilder *builder, const OctPlanExport *from,
                               const OctPlan *plan);
/* What is an exception, as objects: none, one or several for a plan. */
void oct_cli_add_exceptions (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan);
/* An array of flat objects: its keys as the header, its values as rows. */
void oct_cli_print_objects_csv (JsonArray *objects, const char *const *keys);

/* What plans are exported from: the workspace that is named. @plans: (out) (transfer full). */
gboolean oct_cli_open_plans (OctCli *cli, const char *workspace, OctPlanExport *from, int *status);

G_END_DECLS
