/* One review while somebody records it: what is shown, what is on its way to the workspace.
 *
 * A screen sets the review and the objective and shows both; every change goes to the workbench at
 * once and is shown before it is kept. What others change in the meantime, undo among them, is
 * taken up when nothing of our own is on its way.
 */
#pragma once

#include "oct-review-record.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_WORK (oct_review_work_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewWork, oct_review_work, OCT, REVIEW_WORK, GObject)

typedef enum
{
  OCT_REVIEW_DETAILS,
  OCT_REVIEW_NEXT_STEP,
  OCT_REVIEW_SKIPPED,
} OctReviewText;

/* Signals: "changed": something is another, by us or by others; "failed" (string): why a change was
 * not kept; "locked": the review was locked. */
OctReviewWork *oct_review_work_new (OctWorkbench *workbench);
OctWorkbench *oct_review_work_get_workbench (OctReviewWork *self);
/* Begins the next review of a plan, or goes on with the one that is open. */
void oct_review_work_begin (OctReviewWork *self, const char *plan_id);
void oct_review_work_set_review (OctReviewWork *self, const char *review_id);
void oct_review_work_set_objective (OctReviewWork *self, const char *objective_id);

/* (nullable): which review is shown, or on its way. */
const char *oct_review_work_get_review_id (OctReviewWork *self);
/* (nullable): %NULL while there are none. All borrowed, until the next change. */
const OctReview *oct_review_work_get_review (OctReviewWork *self);
const OctPlan *oct_review_work_get_plan (OctReviewWork *self);
const OctObjective *oct_review_work_get_objective (OctReviewWork *self);
/* The objective's progress as it is shown; never %NULL where there is an objective. */
const OctProgress *oct_review_work_get_progress (OctReviewWork *self);
/* Whether anything can be changed: not once it is locked, or its plan is paused or stopped. */
gboolean oct_review_work_is_open (OctReviewWork *self);

void oct_review_work_set_rating (OctReviewWork *self, OctRating rating);
void oct_review_work_set_direction (OctReviewWork *self, OctDirection direction);
void oct_review_work_set_text (OctReviewWork *self, OctReviewText which, const char *text);
const char *oct_review_work_get_text (OctReviewWork *self, OctReviewText which);
void oct_review_work_set_unchanged (OctReviewWork *self);
/* What a success criterion has come to on the day of the review. */
void oct_review_work_set_actual (OctReviewWork *self, const OctCriterion *criterion, double value);
/* (transfer full): the review to be changed and given to oct_review_work_put_review(). */
OctReview *oct_review_work_copy_review (OctReviewWork *self);
/* @review (transfer full); @merge (nullable): names what is typed. */
void oct_review_work_put_review (OctReviewWork *self, OctReview *review, const char *merge);
void oct_review_work_lock (OctReviewWork *self);

G_END_DECLS
