/* The improvement plan: what a school or the trust sets out to improve, by whom, until when, and how
 * it is going.
 *
 * A plan has objectives; an objective has success criteria with their actuals, actions, milestones
 * and, at each review of the plan, its progress. All of them are records (oct-record.h). What a
 * record must obey by itself is checked here; what several must obey together in oct-plan-rules.h.
 */
#pragma once

#include "oct-record.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_SCOPE_SCHOOL,
  OCT_SCOPE_TRUST,
  OCT_SCOPE_CLUSTER,
} OctPlanScope;

typedef enum
{
  OCT_PLAN_DRAFT,
  OCT_PLAN_APPROVED,
  OCT_PLAN_IN_PROGRESS,
  OCT_PLAN_PAUSED,
  OCT_PLAN_STOPPED,
  OCT_PLAN_COMPLETE,
} OctPlanStatus;

typedef enum
{
  OCT_LEVER_NONE,
  OCT_LEVER_CURRICULUM,
  OCT_LEVER_PEDAGOGY,
  OCT_LEVER_EVIDENCE,
  OCT_LEVER_DEVELOPMENT,
  OCT_LEVER_STRUCTURE,
} OctLever;

typedef enum
{
  OCT_STRAND_NONE,
  OCT_STRAND_GOALS,
  OCT_STRAND_CAPACITY,
  OCT_STRAND_INITIATIVES,
} OctStrand;

typedef enum
{
  OCT_PHASE_OF_CHANGE_NONE,
  OCT_PHASE_OF_CHANGE_EXPLORE,
  OCT_PHASE_OF_CHANGE_PREPARE,
  OCT_PHASE_OF_CHANGE_DELIVER,
  OCT_PHASE_OF_CHANGE_SUSTAIN,
} OctPhaseOfChange;

typedef enum
{
  OCT_BETTER_HIGHER,
  OCT_BETTER_LOWER,
} OctBetter;

typedef enum
{
  OCT_ACTION_NOT_STARTED,
  OCT_ACTION_IN_PROGRESS,
  OCT_ACTION_COMPLETE,
  OCT_ACTION_CANNOT_PROGRESS,
  OCT_ACTION_CANNOT_START,
  OCT_ACTION_NOT_REQUIRED,
} OctActionStatus;

typedef enum
{
  OCT_MILESTONE_NOT_DUE,
  OCT_MILESTONE_MET,
  OCT_MILESTONE_PARTLY_MET,
  OCT_MILESTONE_MISSED,
} OctMilestoneStatus;

typedef enum
{
  OCT_RATING_NONE, /* not rated: an absence */
  OCT_RATING_RED,
  OCT_RATING_AMBER,
  OCT_RATING_GREEN,
} OctRating;

typedef enum
{
  OCT_DIRECTION_NONE, /* not said */
  OCT_DIRECTION_DETERIORATING,
  OCT_DIRECTION_UNCHANGED,
  OCT_DIRECTION_IMPROVING,
} OctDirection;

typedef enum
{
  OCT_REVIEW_NOT_RECORDED,
  OCT_REVIEW_PARTLY_RECORDED,
  OCT_REVIEW_RECORDED,
} OctReviewState;

extern const OctChoice oct_plan_scopes[];
extern const OctChoice oct_plan_statuses[];
extern const OctChoice oct_levers[];
extern const OctChoice oct_strands[];
extern const OctChoice oct_phases_of_change[];
extern const OctChoice oct_betters[];
extern const OctChoice oct_action_statuses[];
extern const OctChoice oct_milestone_statuses[];
extern const OctChoice oct_ratings[];
extern const OctChoice oct_directions[];
/* Areas that objectives may be sorted by: those of Ofsted's report cards, those of RISE. Another text
 * is an area of the trust's own. */
extern const OctChoice oct_ofsted_areas[];
extern const OctChoice oct_rise_areas[];
/* Register figures that a success criterion may read: pupils, capacity_used (%), fsm (%). */
extern const OctChoice oct_plan_figures[];

/**
 * OctPlan:
 * @school_id: (nullable): the school, in a plan of a school
 * @schools: ids of schools, set apart by spaces, in a plan of a cluster
 * @starts: the calendar year in which its first school year begins: 2025 for 2025/26
 * @ends: the same of its last school year; at least @starts
 * @parent_id: (nullable): the plan it belongs under, or carries on
 * @need: the analysis of need, in words
 * @baseline_on: the day its dates were copied when it was approved; see the baseline fields of
 *   objectives, actions and milestones
 * @template: it is a template: no plan, but the start of others
 */
typedef struct
{
  OctRecord record;
  char *title;
  OctPlanScope scope;
  char *school_id;
  char *schools;
  gint64 starts;
  gint64 ends;
  char *parent_id;
  OctPlanStatus status;
  OctDate approved_on;
  char *approved_by;
  char *need;
  OctDate baseline_on;
  gboolean template;
  char *rank;
} OctPlan;

/**
 * OctPlanStep:
 * A change of a plan's status: when, from what to what, by whom and why.
 */
typedef struct
{
  OctRecord record;
  char *plan_id;
  OctDate on;
  OctPlanStatus from;
  OctPlanStatus to;
  char *person_id;
  char *why;
  char *rank; /* orders those of one day */
} OctPlanStep;

/**
 * OctObjective:
 * @rank: sorts objectives within a plan; see oct_rank_between()
 * @reference: "1.2", as people call it
 * @area: a key of an area set, or an area of the trust's own in words
 * @element: an element's key, or ""
 * @parent_id: (nullable): the objective of the trust that it serves
 * @withdrawn_on: when it was withdrawn, with @withdrawn_why; unknown while it stands
 */
typedef struct
{
  OctRecord record;
  char *plan_id;
  char *rank;
  char *reference;
  char *area;
  char *statement;
  char *rationale;
  char *element;
  OctLever lever;
  OctStrand strand;
  OctPhaseOfChange phase;
  char *owner_id;
  OctDate due;
  OctDate baseline_due;
  char *parent_id;
  OctDate withdrawn_on;
  char *withdrawn_why;
} OctObjective;

/**
 * OctCriterion:
 * @measure: what is measured, in words
 * @figure: a register figure that its actual is read from, or ""
 * @unit: "%", "pupils", …
 * @baseline, @target: NaN where not stated
 */
typedef struct
{
  OctRecord record;
  char *objective_id;
  char *rank;
  char *measure;
  char *figure;
  char *unit;
  OctBetter better;
  double baseline;
  OctDate baseline_on;
  double target;
  OctDate target_on;
} OctCriterion;

/**
 * OctActual:
 * What a success criterion has come to on a day, as typed in.
 */
typedef struct
{
  OctRecord record;
  char *criterion_id;
  double value;
  OctDate on;
  char *review_id;
  char *note;
} OctActual;

/**
 * OctAction:
 * @cost: in pence
 * @fund: where the money comes from
 * @development: it is professional development
 */
typedef struct
{
  OctRecord record;
  char *objective_id;
  char *rank;
  char *text;
  char *owner_id;
  OctDate starts;
  OctDate due;
  OctDate baseline_starts;
  OctDate baseline_due;
  gint64 cost;
  char *fund;
  OctActionStatus status;
  gboolean development;
  char *note;
} OctAction;

/**
 * OctDependency:
 * The action @action_id can only begin after @after_id.
 */
typedef struct
{
  OctRecord record;
  char *action_id;
  char *after_id;
} OctDependency;

/**
 * OctMilestone:
 * @term: "Autumn 2025"; may be ""
 * @expected: the evidence that will show it
 */
typedef struct
{
  OctRecord record;
  char *objective_id;
  char *rank;
  char *title;
  char *term;
  OctDate due;
  OctDate baseline_due;
  char *expected;
  OctMilestoneStatus status;
  OctDate met_on;
} OctMilestone;

/**
 * OctReview:
 * @number: its place among the reviews of its plan, from 1
 * @role: what the reviewer reviews as: "Director of education"
 * @next_on: when the next is due; unknown with @next_none where none is needed
 * @locked: it was presented, and stays as it is
 */
typedef struct
{
  OctRecord record;
  char *plan_id;
  gint64 number;
  char *title;
  OctDate on;
  char *reviewer_id;
  char *role;
  OctDate next_on;
  gboolean next_none;
  char *next_steps;
  gboolean locked;
} OctReview;

/**
 * OctProgress:
 * @rating: with @details, unless the objective was passed over: then @skipped says why
 * @next_step: needed where it is red or amber
 * @final: recorded; until then it is a draft, which no picture and no list shows
 */
typedef struct
{
  OctRecord record;
  char *review_id;
  char *objective_id;
  OctRating rating;
  OctDirection direction;
  char *details;
  char *next_step;
  char *skipped;
  gboolean final;
} OctProgress;

/**
 * OctPlanEvidence:
 * A piece of evidence on an objective, a milestone or a review.
 */
typedef struct
{
  OctRecord record;
  char *plan_id;
  char *evidence_id;
  char *objective_id;
  char *milestone_id;
  char *review_id;
} OctPlanEvidence;

extern const OctRecordKind oct_plan_kind;
extern const OctRecordKind oct_plan_step_kind;
extern const OctRecordKind oct_objective_kind;
extern const OctRecordKind oct_criterion_kind;
extern const OctRecordKind oct_actual_kind;
extern const OctRecordKind oct_action_kind;
extern const OctRecordKind oct_dependency_kind;
extern const OctRecordKind oct_milestone_kind;
extern const OctRecordKind oct_review_kind;
extern const OctRecordKind oct_progress_kind;
extern const OctRecordKind oct_plan_evidence_kind;

/* (transfer full): "2025/26", or "2025/26 to 2027/28". */
char *oct_plan_years_to_text (const OctPlan *plan);
gboolean oct_plan_status_is_open (OctPlanStatus status);
/* Nothing in it can be changed, but its status. */
gboolean oct_plan_status_is_still (OctPlanStatus status);
gboolean oct_plan_status_can_become (OctPlanStatus from, OctPlanStatus to);
/* Whether a change to that status needs a reason. */
gboolean oct_plan_status_needs_reason (OctPlanStatus from, OctPlanStatus to);
gboolean oct_action_status_is_open (OctActionStatus status);
/* The area's name where it is a key, else itself. */
const char *oct_area_to_text (const char *area);
/* (transfer full): a rank between two; %NULL stands for the beginning or the end. */
char *oct_rank_between (const char *before, const char *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlan, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanStep, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctObjective, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctCriterion, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctActual, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctAction, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctDependency, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctMilestone, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctReview, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctProgress, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanEvidence, oct_record_unref)

G_END_DECLS
