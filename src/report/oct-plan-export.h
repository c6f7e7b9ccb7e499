/* Plans as files: a table that loses nothing, a spreadsheet to read, a calendar.
 *
 * All three are made of the book of plans and of an assessment, which knows the names of schools and
 * the posts of people.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-query.h"

G_BEGIN_DECLS

/**
 * OctPlanExport:
 * @book: the book of plans
 * @assessment: an assessment of the same workspace
 * @plans: (element-type OctPlan): the plans that are exported
 * @revisions: (nullable) (element-type utf8 gint64): for the calendar, as
 *   oct_workspace_read_revisions() gives them
 */
typedef struct
{
  OctPlanBook *book;
  OctAssessment *assessment;
  GPtrArray *plans;
  GHashTable *revisions;
} OctPlanExport;

/* (transfer container) (element-type OctPlan): all plans that are no templates. */
GPtrArray *oct_plan_export_all (OctPlanBook *book);
/* See oct-plan-format.h. */
GBytes *oct_plan_export_to_csv (const OctPlanExport *self);
gboolean oct_plan_export_to_xlsx (const OctPlanExport *self, const char *path, GError **error);
GBytes *oct_plan_export_to_calendar (const OctPlanExport *self);

/* What the three share. (transfer none): the post or name, "" for nobody; the school's name. */
const char *oct_plan_export_person (const OctPlanExport *self, const char *person_id);
const char *oct_plan_export_school (const OctPlanExport *self, const OctPlan *plan);

G_END_DECLS
