/* Support deployed: who gives what to which school, for which objective, and whether it lasted.
 *
 * A giver is a school of the trust, its centre, or somebody outside. When support ends, what it
 * brought is looked at again after one and after three terms.
 */
#pragma once

#include "oct-record.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_GIVER_SCHOOL,
  OCT_GIVER_CENTRE,
  OCT_GIVER_OUTSIDE,
} OctGiver;

typedef enum
{
  OCT_OUTCOME_NONE, /* not looked at yet */
  OCT_OUTCOME_HELD,
  OCT_OUTCOME_PARTLY,
  OCT_OUTCOME_SLIPPED,
} OctOutcome;

extern const OctChoice oct_givers[];
extern const OctChoice oct_outcomes[];

/**
 * OctSupport:
 * @giver_school_id: (nullable): the school that gives, where one does
 * @giver_name: who gives, where it is somebody outside; what the centre is called, else ""
 * @school_id: the school that receives
 * @support: what kind: "Coaching for middle leaders"
 * @needed_on: since when the need is known
 * @planned, @spent: days, in parts of a day where need be; NaN where not stated
 * @learnt: what was learnt
 */
typedef struct
{
  OctRecord record;
  OctGiver giver;
  char *giver_school_id;
  char *giver_name;
  char *school_id;
  char *objective_id;
  char *practice_id;
  char *support;
  OctDate needed_on;
  OctDate starts;
  OctDate ends;
  double planned;
  double spent;
  char *learnt;
  char *changed_practice_id; /* (nullable): the version of a practice that came of it */
} OctSupport;

/**
 * OctCapacity:
 * Days a giver has in the term that begins on @starts.
 */
typedef struct
{
  OctRecord record;
  OctGiver giver;
  char *giver_school_id;
  char *giver_name;
  OctDate starts;
  OctDate ends;
  double days;
} OctCapacity;

/**
 * OctRecheck:
 * @terms: how many terms after the support ended: 1 or 3
 * @done_on: unknown while it is still to be done
 */
typedef struct
{
  OctRecord record;
  char *support_id;
  gint64 terms;
  OctDate due;
  OctDate done_on;
  OctOutcome outcome;
  char *note;
} OctRecheck;

extern const OctRecordKind oct_support_kind;
extern const OctRecordKind oct_capacity_kind;
extern const OctRecordKind oct_recheck_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctSupport, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctCapacity, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRecheck, oct_record_unref)

G_END_DECLS
