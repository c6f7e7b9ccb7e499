/* The records of an improvement plan: their fields, and what each must obey by itself. */

#include "oct-plan.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-record-private.h"

static gboolean
check_plan (const OctRecord *record, GError **error)
{
  const OctPlan *plan = (const OctPlan *) record;

  if (oct_text_is_blank (plan->title))
    return oct_record_refuse (error, _("A plan needs a title."));
  if (plan->ends < plan->starts)
    return oct_record_refuse (error,
                              _("A plan can’t end before it starts. Choose a later last year."));
  if (!plan->template && (plan->scope == OCT_SCOPE_SCHOOL) != (plan->school_id != NULL))
    return oct_record_refuse (error, _("A school’s plan needs a school; no other plan has one."));
  if (plan->status != OCT_PLAN_DRAFT && plan->status != OCT_PLAN_STOPPED
      && plan->approved_on == OCT_DATE_UNKNOWN)
    return oct_record_refuse (error, _("Say when the plan was approved."));

  return TRUE;
}

static gboolean
check_step (const OctRecord *record, GError **error)
{
  const OctPlanStep *step = (const OctPlanStep *) record;

  if (step->from == step->to)
    return oct_record_refuse (error, _("The plan has this status already."));
  if (oct_plan_status_needs_reason (step->from, step->to) && oct_text_is_blank (step->why))
    return oct_record_refuse (
      error, _("Say why. A plan is paused, stopped or taken back only with a reason."));

  return TRUE;
}

static gboolean
check_objective (const OctRecord *record, GError **error)
{
  const OctObjective *objective = (const OctObjective *) record;

  if (oct_text_is_blank (objective->statement))
    return oct_record_refuse (error,
                              _("An objective needs its statement: what is to be different."));
  if ((objective->withdrawn_on != OCT_DATE_UNKNOWN) == oct_text_is_blank (objective->withdrawn_why))
    return oct_record_refuse (error, _("Say why the objective is withdrawn."));

  return TRUE;
}

static gboolean
check_criterion (const OctRecord *record, GError **error)
{
  if (oct_text_is_blank (((const OctCriterion *) record)->measure))
    return oct_record_refuse (error, _("A success criterion needs its measure: what is counted."));

  return TRUE;
}

static gboolean
check_actual (const OctRecord *record, GError **error)
{
  const OctActual *actual = (const OctActual *) record;

  if (isnan (actual->value) || actual->on == OCT_DATE_UNKNOWN)
    return oct_record_refuse (error, _("An actual needs its figure and its date."));

  return TRUE;
}

static gboolean
check_action (const OctRecord *record, GError **error)
{
  const OctAction *action = (const OctAction *) record;

  if (oct_text_is_blank (action->text))
    return oct_record_refuse (error, _("An action needs to say what is done."));
  if (action->cost < 0)
    return oct_record_refuse (error, _("A cost can’t be below nothing."));
  if (action->starts != OCT_DATE_UNKNOWN && action->due != OCT_DATE_UNKNOWN
      && action->due < action->starts)
    return oct_record_refuse (error,
                              _("An action can’t be due before it starts. Move one of the dates."));

  return TRUE;
}

static gboolean
check_dependency (const OctRecord *record, GError **error)
{
  const OctDependency *dependency = (const OctDependency *) record;

  if (g_strcmp0 (dependency->action_id, dependency->after_id) == 0)
    return oct_record_refuse (error, _("An action can’t come after itself."));

  return TRUE;
}

static gboolean
check_milestone (const OctRecord *record, GError **error)
{
  if (oct_text_is_blank (((const OctMilestone *) record)->title))
    return oct_record_refuse (error, _("A milestone needs a title: what will be there to see."));

  return TRUE;
}

static gboolean
check_review (const OctRecord *record, GError **error)
{
  const OctReview *review = (const OctReview *) record;

  if (review->on == OCT_DATE_UNKNOWN)
    return oct_record_refuse (error, _("A review needs its date."));
  if (review->next_none && review->next_on != OCT_DATE_UNKNOWN)
    return oct_record_refuse (error, _("Either the next review has a date, or none is needed."));
  if (review->locked && !review->next_none && review->next_on == OCT_DATE_UNKNOWN)
    return oct_record_refuse (error, _("Say when the next review is, or that none is needed."));

  return TRUE;
}

static gboolean
check_progress (const OctRecord *record, GError **error)
{
  const OctProgress *progress = (const OctProgress *) record;

  if (!progress->final)
    return TRUE;
  if (!oct_text_is_blank (progress->skipped))
    return progress->rating == OCT_RATING_NONE
           || oct_record_refuse (error,
                                 _("An objective is either rated or passed over, not both."));
  if (progress->rating == OCT_RATING_NONE)
    return oct_record_refuse (error,
                              _("Choose a rating, or say why the objective is passed over."));
  if (oct_text_is_blank (progress->details))
    return oct_record_refuse (error, _("A rating needs details: what you saw that makes it so."));
  if (progress->rating != OCT_RATING_GREEN && oct_text_is_blank (progress->next_step))
    return oct_record_refuse (error,
                              _("A red or amber rating needs a next step: what is done about it."));

  return TRUE;
}

static const OctRecordField plan_fields[] = {
  { "title", N_("Title"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPlan, title), NULL, NULL },
  { "scope", NULL, OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctPlan, scope), oct_plan_scopes, NULL },
  { "school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlan, school_id), NULL, "school" },
  { "schools", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctPlan, schools), NULL, NULL },
  { "starts", N_("First school year"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctPlan, starts), NULL,
    NULL },
  { "ends", N_("Last school year"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctPlan, ends), NULL,
    NULL },
  { "parent_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlan, parent_id), NULL, "plan" },
  { "status", N_("Status"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctPlan, status), oct_plan_statuses,
    NULL },
  { "approved_on", N_("Approved on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctPlan, approved_on), NULL,
    NULL },
  { "approved_by", N_("Approved by"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctPlan, approved_by),
    NULL, "person" },
  { "need", N_("Analysis of need"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPlan, need), NULL, NULL },
  { "baseline_on", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctPlan, baseline_on), NULL, NULL },
  { "template", NULL, OCT_RECORD_FLAG, G_STRUCT_OFFSET (OctPlan, template), NULL, NULL },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctPlan, rank), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_plan_kind = {
  "plan", N_("Plan"), sizeof (OctPlan), plan_fields, NULL, "starts, rank, title, id", check_plan,
};

static const OctRecordField plan_step_fields[] = {
  { "plan_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlanStep, plan_id), NULL, "plan" },
  { "changed_on", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctPlanStep, on), NULL, NULL },
  { "from_status", NULL, OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctPlanStep, from), oct_plan_statuses,
    NULL },
  { "to_status", NULL, OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctPlanStep, to), oct_plan_statuses,
    NULL },
  { "person_id", NULL, OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctPlanStep, person_id), NULL,
    "person" },
  { "why", N_("Why"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPlanStep, why), NULL, NULL },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctPlanStep, rank), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_plan_step_kind = {
  "plan_step", N_("Change of status"), sizeof (OctPlanStep), plan_step_fields,
  "plan_id",   "changed_on, rank, id", check_step,
};

static const OctRecordField objective_fields[] = {
  { "plan_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctObjective, plan_id), NULL, "plan" },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctObjective, rank), NULL, NULL },
  { "reference", N_("Reference"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctObjective, reference), NULL,
    NULL },
  { "area", N_("Area"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctObjective, area), NULL, NULL },
  { "statement", N_("Objective"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctObjective, statement), NULL,
    NULL },
  { "rationale", N_("Why it matters"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctObjective, rationale),
    NULL, NULL },
  { "element", N_("Element"), OCT_RECORD_KEY, G_STRUCT_OFFSET (OctObjective, element), NULL, NULL },
  { "lever", N_("Lever"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctObjective, lever), oct_levers,
    NULL },
  { "strand", N_("Strand"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctObjective, strand), oct_strands,
    NULL },
  { "phase", N_("Phase"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctObjective, phase),
    oct_phases_of_change, NULL },
  { "owner_id", N_("Owner"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctObjective, owner_id), NULL,
    "person" },
  { "due", N_("Due"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctObjective, due), NULL, NULL },
  { "baseline_due", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctObjective, baseline_due), NULL,
    NULL },
  { "parent_id", N_("Serves"), OCT_RECORD_REF, G_STRUCT_OFFSET (OctObjective, parent_id), NULL,
    "objective" },
  { "withdrawn_on", N_("Withdrawn on"), OCT_RECORD_DATE,
    G_STRUCT_OFFSET (OctObjective, withdrawn_on), NULL, NULL },
  { "withdrawn_why", N_("Why withdrawn"), OCT_RECORD_TEXT,
    G_STRUCT_OFFSET (OctObjective, withdrawn_why), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_objective_kind = {
  "objective", N_("Objective"), sizeof (OctObjective), objective_fields,
  "plan_id",   "rank, id",      check_objective,
};

static const OctRecordField criterion_fields[] = {
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctCriterion, objective_id), NULL,
    "objective" },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctCriterion, rank), NULL, NULL },
  { "measure", N_("Measure"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctCriterion, measure), NULL,
    NULL },
  { "figure", N_("Read from"), OCT_RECORD_KEY, G_STRUCT_OFFSET (OctCriterion, figure), NULL, NULL },
  { "unit", N_("Unit"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctCriterion, unit), NULL, NULL },
  { "better", N_("Better is"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctCriterion, better),
    oct_betters, NULL },
  { "baseline", N_("Baseline"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctCriterion, baseline), NULL,
    NULL },
  { "baseline_on", N_("Baseline of"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctCriterion, baseline_on),
    NULL, NULL },
  { "target", N_("Target"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctCriterion, target), NULL,
    NULL },
  { "target_on", N_("Target by"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctCriterion, target_on), NULL,
    NULL },
  { NULL },
};

const OctRecordKind oct_criterion_kind = {
  "criterion", N_("Success criterion"), sizeof (OctCriterion), criterion_fields, "objective_id",
  "rank, id",  check_criterion,
};

static const OctRecordField actual_fields[] = {
  { "criterion_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctActual, criterion_id), NULL,
    "criterion" },
  { "value", N_("Actual"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctActual, value), NULL, NULL },
  { "measured_on", N_("Measured on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctActual, on), NULL,
    NULL },
  { "review_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctActual, review_id), NULL, "review" },
  { "note", N_("Note"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctActual, note), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_actual_kind = {
  "actual",       N_("Actual"),      sizeof (OctActual), actual_fields,
  "criterion_id", "measured_on, id", check_actual,
};

static const OctRecordField action_fields[] = {
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctAction, objective_id), NULL,
    "objective" },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctAction, rank), NULL, NULL },
  { "text", N_("Action"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctAction, text), NULL, NULL },
  { "owner_id", N_("Owner"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctAction, owner_id), NULL,
    "person" },
  { "starts", N_("Starts"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctAction, starts), NULL, NULL },
  { "due", N_("Due"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctAction, due), NULL, NULL },
  { "baseline_starts", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctAction, baseline_starts), NULL,
    NULL },
  { "baseline_due", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctAction, baseline_due), NULL, NULL },
  { "cost", N_("Cost"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctAction, cost), NULL, NULL },
  { "fund", N_("Fund"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctAction, fund), NULL, NULL },
  { "status", N_("Status"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctAction, status),
    oct_action_statuses, NULL },
  { "development", N_("Professional development"), OCT_RECORD_FLAG,
    G_STRUCT_OFFSET (OctAction, development), NULL, NULL },
  { "note", N_("Note"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctAction, note), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_action_kind = {
  "action",       N_("Action"), sizeof (OctAction), action_fields,
  "objective_id", "rank, id",   check_action,
};

static const OctRecordField dependency_fields[] = {
  { "action_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctDependency, action_id), NULL, "action" },
  { "after_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctDependency, after_id), NULL, "action" },
  { NULL },
};

const OctRecordKind oct_dependency_kind = {
  "dependency", N_("Dependency"), sizeof (OctDependency), dependency_fields, "action_id",
  "id",         check_dependency,
};

static const OctRecordField milestone_fields[] = {
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctMilestone, objective_id), NULL,
    "objective" },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctMilestone, rank), NULL, NULL },
  { "title", N_("Milestone"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctMilestone, title), NULL, NULL },
  { "term", N_("Term"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctMilestone, term), NULL, NULL },
  { "due", N_("Due"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctMilestone, due), NULL, NULL },
  { "baseline_due", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctMilestone, baseline_due), NULL,
    NULL },
  { "expected", N_("Expected evidence"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctMilestone, expected),
    NULL, NULL },
  { "status", N_("Status"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctMilestone, status),
    oct_milestone_statuses, NULL },
  { "met_on", N_("Met on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctMilestone, met_on), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_milestone_kind = {
  "milestone",    N_("Milestone"), sizeof (OctMilestone), milestone_fields,
  "objective_id", "rank, id",      check_milestone,
};

static const OctRecordField review_fields[] = {
  { "plan_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctReview, plan_id), NULL, "plan" },
  { "number", NULL, OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctReview, number), NULL, NULL },
  { "title", N_("Title"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctReview, title), NULL, NULL },
  { "held_on", N_("Date"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctReview, on), NULL, NULL },
  { "reviewer_id", N_("Reviewer"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctReview, reviewer_id),
    NULL, "person" },
  { "role", N_("Role"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctReview, role), NULL, NULL },
  { "next_on", N_("Next review"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctReview, next_on), NULL,
    NULL },
  { "next_none", N_("No next review needed"), OCT_RECORD_FLAG,
    G_STRUCT_OFFSET (OctReview, next_none), NULL, NULL },
  { "next_steps", N_("Next steps"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctReview, next_steps), NULL,
    NULL },
  { "locked", N_("Locked"), OCT_RECORD_FLAG, G_STRUCT_OFFSET (OctReview, locked), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_review_kind = {
  "review", N_("Review"), sizeof (OctReview), review_fields, "plan_id", "number, id", check_review,
};

static const OctRecordField progress_fields[] = {
  { "review_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctProgress, review_id), NULL, "review" },
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctProgress, objective_id), NULL,
    "objective" },
  { "rating", N_("Rating"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctProgress, rating), oct_ratings,
    NULL },
  { "direction", N_("Direction of travel"), OCT_RECORD_CHOICE,
    G_STRUCT_OFFSET (OctProgress, direction), oct_directions, NULL },
  { "details", N_("Details"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctProgress, details), NULL, NULL },
  { "next_step", N_("Next step"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctProgress, next_step), NULL,
    NULL },
  { "skipped", N_("Passed over because"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctProgress, skipped),
    NULL, NULL },
  { "final", N_("Recorded"), OCT_RECORD_FLAG, G_STRUCT_OFFSET (OctProgress, final), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_progress_kind = {
  "progress",  N_("Progress"), sizeof (OctProgress), progress_fields,
  "review_id", "id",           check_progress,
};

static const OctRecordField plan_evidence_fields[] = {
  { "plan_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlanEvidence, plan_id), NULL, "plan" },
  { "evidence_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlanEvidence, evidence_id), NULL,
    "evidence" },
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlanEvidence, objective_id), NULL,
    "objective" },
  { "milestone_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlanEvidence, milestone_id), NULL,
    "milestone" },
  { "review_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPlanEvidence, review_id), NULL,
    "review" },
  { NULL },
};

const OctRecordKind oct_plan_evidence_kind = {
  "plan_evidence",
  N_("Evidence"),
  sizeof (OctPlanEvidence),
  plan_evidence_fields,
  "plan_id",
  "id",
  NULL,
};
