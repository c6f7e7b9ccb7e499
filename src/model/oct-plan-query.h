/* Questions to the book of plans: where an objective stands, what is overdue, what is missing.
 *
 * Nothing here orders schools, owners or heads by how well they do.
 */
#pragma once

#include "oct-own-trust.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/**
 * OctStanding:
 * @progress: (nullable): what was recorded last, and @review where
 * @before: (nullable): what was recorded before that, and @review_before where
 * @since: the day of the review since which it has had this rating; unknown where it has none
 *
 * Where an objective stands.
 */
typedef struct
{
  const OctProgress *progress;
  const OctReview *review;
  const OctProgress *before;
  const OctReview *review_before;
  OctDate since;
} OctStanding;

void oct_objective_get_standing (OctPlanBook *book, const OctObjective *objective,
                                 OctStanding *standing);
/* (transfer container) (element-type OctProgress): every recorded progress, the oldest first. */
GPtrArray *oct_objective_get_course (OctPlanBook *book, const OctObjective *objective);
OctRating oct_standing_get_rating (const OctStanding *standing);
/* Whether it was better rated before, or is said to deteriorate. */
gboolean oct_standing_is_worsening (const OctStanding *standing);
/* The day of the first review that rated it red, or unknown. */
OctDate oct_objective_get_first_red (OctPlanBook *book, const OctObjective *objective);

gboolean oct_objective_is_standing (const OctObjective *objective); /* not withdrawn */
const OctPlan *oct_objective_get_plan (OctPlanBook *book, const OctObjective *objective);
/* "2.1" or the statement's beginning, for sentences. (transfer full) */
char *oct_objective_to_text (const OctObjective *objective);
gboolean oct_action_is_overdue (const OctAction *action, OctDate today);
gboolean oct_milestone_is_overdue (const OctMilestone *milestone, OctDate today);
gboolean oct_objective_is_overdue (const OctObjective *objective, OctDate today);
/* (nullable): the last of the plan's reviews, and the last that has anything recorded. */
const OctReview *oct_plan_get_last_review (OctPlanBook *book, const char *plan_id);
OctReviewState oct_review_get_state (OctPlanBook *book, const OctReview *review);
/* When the next review is due, as the last one says; unknown where none is said. */
OctDate oct_plan_get_next_review (OctPlanBook *book, const char *plan_id, gboolean *none_needed);

/**
 * OctPlanException:
 * What a board and a director are told first. Of an objective, and those of reviews of a plan.
 */
typedef enum
{
  OCT_EXCEPTION_RED = 1 << 0,
  OCT_EXCEPTION_WORSENING = 1 << 1,
  OCT_EXCEPTION_OVERDUE = 1 << 2, /* the objective, an action or a milestone */
  OCT_EXCEPTION_NO_OWNER = 1 << 3,
  OCT_EXCEPTION_NO_NEXT_STEP = 1 << 4, /* nothing open is to be done, and it isn't green */
  OCT_EXCEPTION_NO_REVIEW = 1 << 5,    /* of a plan: no review is due */
  OCT_EXCEPTION_REVIEW_OVERDUE = 1 << 6,
} OctPlanException;

#define OCT_N_EXCEPTIONS 7

guint oct_objective_find_exceptions (OctPlanBook *book, const OctObjective *objective,
                                     OctDate today);
/* Only those of its reviews. */
guint oct_plan_find_exceptions (OctPlanBook *book, const OctPlan *plan, OctDate today);
const char *oct_exception_to_key (OctPlanException exception);
const char *oct_exception_to_text (OctPlanException exception);

/**
 * OctPlanGap:
 * @record: (transfer none): what it is about: a plan, an objective or a milestone
 * @text: the gap in a sentence
 *
 * Something that a good plan has and this one lacks; never a bar to anything.
 */
typedef struct
{
  const OctRecord *record;
  char *text;
} OctPlanGap;

void oct_plan_gap_free (OctPlanGap *gap);
/* (transfer full) (element-type OctPlanGap) */
GPtrArray *oct_plan_find_gaps (OctPlanBook *book, const OctPlan *plan);

/**
 * OctReading:
 * @value: NaN where there is none
 * @on: the day it is of
 * @from_data: read from the facts of the register as they were last accepted
 */
typedef struct
{
  double value;
  OctDate on;
  gboolean from_data;
} OctReading;

/* @schools: (element-type OctOwnSchool): those the plan is for. */
void oct_criterion_read_actual (OctPlanBook *book, const OctCriterion *criterion,
                                GPtrArray *schools, OctReading *reading);
/* (transfer container) (element-type OctOwnSchool): of @schools, those a plan is for. */
GPtrArray *oct_plan_pick_schools (const OctPlan *plan, GPtrArray *schools);

/* (transfer container) (element-type OctSupport): of an objective, the earliest first. */
GPtrArray *oct_objective_get_support (OctPlanBook *book, const char *objective_id);

G_END_DECLS
