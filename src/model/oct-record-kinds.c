/* Every kind of record, those that others refer to first. */

#include "oct-plan.h"
#include "oct-practice.h"
#include "oct-risk.h"
#include "oct-support.h"
#include "oct-visit.h"

const OctRecordKind *const oct_record_kinds[] = {
  &oct_term_kind,         &oct_plan_kind,
  &oct_plan_step_kind,    &oct_objective_kind,
  &oct_criterion_kind,    &oct_action_kind,
  &oct_dependency_kind,   &oct_milestone_kind,
  &oct_review_kind,       &oct_progress_kind,
  &oct_actual_kind,       &oct_plan_evidence_kind,
  &oct_practice_kind,     &oct_practice_version_kind,
  &oct_practice_use_kind, &oct_support_kind,
  &oct_capacity_kind,     &oct_recheck_kind,
  &oct_risk_kind,         &oct_risk_reading_kind,
  &oct_concern_kind,      &oct_visit_kind,
  &oct_visit_point_kind,  NULL,
};
