/* Risks of the trust, and concerns about a school.
 *
 * A risk's likelihood and impact are steps from 1 to 5; what they were before is kept as readings, so
 * that a picture shows where a risk has moved. A concern has a rating and a direction as an
 * objective has, and ends with how it was resolved.
 */
#pragma once

#include "oct-plan.h"

G_BEGIN_DECLS

extern const OctChoice oct_risk_categories[];

/**
 * OctRisk:
 * @school_id: (nullable): the school it is at; %NULL for the trust
 * @reference: "R3", as people call it
 * @gross_likelihood, @gross_impact: before any control; 1 to 5, or 0 where not judged
 * @net_likelihood, @net_impact: with the controls there are; the same
 * @target_likelihood, @target_impact: where it is to come to; the same
 * @appetite: the highest product of likelihood and impact that is accepted, 1 to 25, or 0 where not
 *   said
 * @closed_on: unknown while it is a risk, with @closed_why
 */
typedef struct
{
  OctRecord record;
  char *school_id;
  char *reference;
  char *category;
  char *title;
  char *cause;
  char *effect;
  gint64 gross_likelihood;
  gint64 gross_impact;
  gint64 net_likelihood;
  gint64 net_impact;
  gint64 target_likelihood;
  gint64 target_impact;
  gint64 appetite;
  char *owner_id;
  char *controls;
  char *objective_id;
  OctDate reviewed_on;
  OctDate closed_on;
  char *closed_why;
} OctRisk;

/**
 * OctRiskReading:
 * Where a risk stood on a day, net of its controls.
 */
typedef struct
{
  OctRecord record;
  char *risk_id;
  OctDate on;
  gint64 likelihood;
  gint64 impact;
  char *note;
} OctRiskReading;

/**
 * OctConcern:
 * @aim: what is to be reached
 * @de_escalation: when it is no concern any more
 * @resolved_on: unknown while it is one, with @resolution
 */
typedef struct
{
  OctRecord record;
  char *school_id;
  OctDate raised_on;
  char *raised_by;
  char *summary;
  char *details;
  OctRating rating;
  OctDirection direction;
  char *aim;
  char *de_escalation;
  char *next_steps;
  OctDate next_on;
  OctDate resolved_on;
  char *resolution;
} OctConcern;

extern const OctRecordKind oct_risk_kind;
extern const OctRecordKind oct_risk_reading_kind;
extern const OctRecordKind oct_concern_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRisk, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRiskReading, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctConcern, oct_record_unref)

G_END_DECLS
