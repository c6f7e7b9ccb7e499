/* What is done to a plan, as changes of records: its status, what goes with what, copies of it.
 *
 * Each returns the records that an edit puts and takes away, or the rule that forbids it with how to
 * satisfy it. The tables of the workspace hold the same rules once more.
 */
#pragma once

#include "oct-plan-query.h"

G_BEGIN_DECLS

/**
 * OctStatusEdit:
 * @to: the status it is to have
 * @person_id: (nullable): who says so
 * @on: the day
 * @why: why; may be "" where no reason is needed
 */
typedef struct
{
  OctPlanStatus to;
  const char *person_id;
  OctDate on;
  const char *why;
} OctStatusEdit;

/* A plan that is approved keeps a copy of its dates, the baseline. */
OctRecordChange *oct_plan_edit_set_status (OctPlanBook *book, const OctPlan *plan,
                                           const OctStatusEdit *edit, GError **error);
/* Whether it may be changed at all: not one that is paused or stopped. */
gboolean oct_plan_check_open (const OctPlan *plan, GError **error);
/* Whether it may be approved: each objective has an owner, a due date and a success criterion. */
gboolean oct_plan_check_complete (OctPlanBook *book, const OctPlan *plan, GError **error);

/* Any record of a plan with all that belongs to it. */
OctRecordChange *oct_plan_edit_delete (OctPlanBook *book, gpointer record, GError **error);
OctRecordChange *oct_plan_edit_withdraw (OctPlanBook *book, const OctObjective *objective,
                                         const char *why, OctDate on, GError **error);
/* Rates the objectives that are green or not rated as they were: unchanged and green is one key. */
OctProgress *oct_plan_edit_unchanged (OctPlanBook *book, const OctReview *review,
                                      const OctObjective *objective);
/* Locks a review for good. */
OctRecordChange *oct_plan_edit_lock_review (OctPlanBook *book, const OctReview *review,
                                            GError **error);

/**
 * OctPlanCopy:
 * @title: what the copy is called
 * @school_id: (nullable): the school it is for; %NULL for a template or a plan of the trust
 * @scope: what it is for
 * @starts: the school year it begins in; dates are moved by as many years as it begins later
 * @begins: the day on which work begins, or unknown; where it is within the first school year, dates
 *   move on by months of school so that none is over by then, and what is due before it all the same
 *   is due at the end of its month
 * @template: the copy is a template
 * @carry: carried forward: what is done or was withdrawn stays behind, and actuals become baselines
 */
typedef struct
{
  const char *title;
  const char *school_id;
  OctPlanScope scope;
  gint64 starts;
  OctDate begins;
  gboolean template;
  gboolean carry;
} OctPlanCopy;

/* The new plan is the first of the puts. A template's owners aren't copied. */
OctRecordChange *oct_plan_edit_copy (OctPlanBook *book, const OctPlan *plan,
                                     const OctPlanCopy *copy);
/* (transfer full): a rank that puts a record at @index among @siblings, in their order. */
char *oct_plan_rank_at (GPtrArray *siblings, guint index);
/* (transfer full): "1.3": the next free reference in a plan. */
char *oct_plan_next_reference (OctPlanBook *book, const char *plan_id);

G_END_DECLS
