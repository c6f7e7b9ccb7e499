/* A review while it is recorded: where it begins, what is missing, what was said last time.
 *
 * An objective's progress in a review is a draft until it says everything that it must say, and is
 * recorded from then on; nobody has to finish it by hand.
 */
#pragma once

#include "oct-plan-query.h"

G_BEGIN_DECLS

/* (transfer full): the next review of a plan, on @on, or a day after the last one where that is
 * later; with an id. It isn't in the book yet. */
OctReview *oct_review_begin (OctPlanBook *book, const char *plan_id, const char *reviewer_id,
                             OctDate on);
/* (nullable): the plan's last review where one goes on with it: not locked, and begun in the fortnight
 * up to @today, or planned and not begun. */
const OctReview *oct_plan_get_open_review (OctPlanBook *book, const char *plan_id, OctDate today);
/* (transfer container) (element-type OctObjective): what a review goes through: those that stand,
 * and those withdrawn since that have progress in it. */
GPtrArray *oct_review_get_objectives (OctPlanBook *book, const OctReview *review);
/* (nullable): an objective's progress in a review, draft or recorded. */
const OctProgress *oct_review_find_progress (OctPlanBook *book, const OctReview *review,
                                             const char *objective_id);
/* (nullable): the last rating that was recorded before a review, and (out) where. */
const OctProgress *oct_review_find_before (OctPlanBook *book, const OctReview *review,
                                           const OctObjective *objective,
                                           const OctReview **review_before);
/* How many of its objectives are recorded, and (out) of how many. */
guint oct_review_count_recorded (OctPlanBook *book, const OctReview *review, guint *of);

/**
 * OctProgressGap:
 * What a progress lacks before it is recorded.
 */
typedef enum
{
  OCT_PROGRESS_COMPLETE,
  OCT_PROGRESS_NO_RATING,
  OCT_PROGRESS_NO_DETAILS,
  OCT_PROGRESS_NO_NEXT_STEP,
} OctProgressGap;

OctProgressGap oct_progress_find_gap (const OctProgress *progress);
/* What to do about it, in a sentence; "" where nothing is missing. */
const char *oct_progress_gap_to_text (OctProgressGap gap);
/* Recorded once nothing is missing, a draft until then. */
void oct_progress_settle (OctProgress *progress);

/* (transfer full): "Rated objective 1.2 amber at Oak Primary". */
char *oct_progress_to_sentence (const OctObjective *objective, const OctProgress *progress,
                                const char *subject);

G_END_DECLS
