/* How a plan begins: empty, from a template, or from the plan of the year before.
 *
 * What there is to begin from is found for a school and a school year; each makes the records of a new
 * plan, which the workbench then keeps as one named edit.
 */
#pragma once

#include "oct-plan-edits.h"
#include "oct-plan-template-file.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_PLAN_START_EMPTY,
  OCT_PLAN_START_LAST_YEAR,
  OCT_PLAN_START_OWN_TEMPLATE,
  OCT_PLAN_START_TEMPLATE, /* one that comes with the program */
} OctPlanStartKind;

/**
 * OctPlanStart:
 * @title: what it is called
 * @detail: for whom it is, or what comes along
 * @book: (nullable): where @plan is
 * @plan: (nullable): what is copied; %NULL for an empty plan
 */
typedef struct
{
  OctPlanStartKind kind;
  char *title;
  char *detail;
  OctPlanBook *book;
  OctPlan *plan;
} OctPlanStart;

/**
 * OctNewPlan:
 * @title: its title
 * @school_id: (nullable): the school; %NULL for the trust
 * @starts: the calendar year in which its first school year begins
 * @today: the day it begins, before which nothing of a template is due; unknown: dates stay as they are
 */
typedef struct
{
  const char *title;
  const char *school_id;
  gint64 starts;
  OctDate today;
} OctNewPlan;

void oct_plan_start_free (OctPlanStart *start);
/* (transfer full) (element-type OctPlanStart): the empty plan first. */
GPtrArray *oct_plan_starts_find (OctPlanBook *book, OctPlanTemplates *shipped,
                                 const char *school_id, gint64 starts);
/* (transfer full): its first put is the new plan. */
OctRecordChange *oct_plan_start_make (const OctPlanStart *start, const OctNewPlan *plan);
/* (transfer full): a title to begin with. */
char *oct_plan_start_suggest_title (const OctPlanStart *start, gint64 starts);
/* One named edit; @change (transfer full). Finish with oct_workbench_edit_finish(). */
void oct_plan_begin_async (OctWorkbench *workbench, OctRecordChange *change,
                           GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): @plan as a template of the trust's own. */
OctRecordChange *oct_plan_make_template (OctPlanBook *book, const OctPlan *plan);
/* The school year that a plan begun on @today is for: the next from May on. */
gint64 oct_plan_usual_start (OctDate today);

G_END_DECLS
