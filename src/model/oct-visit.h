/* Visits: the weekly unit of a director's work, one page each; and the terms that dates fall in.
 *
 * A visit's points are what was agreed; each may have become an action, and says so.
 */
#pragma once

#include "oct-record.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_TERM_TERM,
  OCT_TERM_HOLIDAY,
} OctTermKind;

typedef enum
{
  OCT_POINT_AGREED,   /* something agreed, which may become an action */
  OCT_POINT_SUPPORT,  /* days spent */
  OCT_POINT_EVIDENCE, /* a note to be kept as evidence */
  OCT_POINT_PROGRESS, /* words on how an objective is going */
} OctPointKind;

extern const OctChoice oct_term_kinds[];
extern const OctChoice oct_point_kinds[];

/**
 * OctTerm:
 * A term or a holiday of the trust's calendar; terms that the trust hasn't set are computed.
 */
typedef struct
{
  OctRecord record;
  char *name;
  OctTermKind term;
  OctDate starts;
  OctDate ends;
} OctTerm;

/**
 * OctVisit:
 * @people: who was met, by post
 * @seen: what was seen
 * @next_on: the next visit, or unknown
 * @finished: it was read through, and what it proposes was confirmed or passed over
 */
typedef struct
{
  OctRecord record;
  char *school_id;
  OctDate on;
  char *visitor_id;
  char *people;
  char *focus;
  char *seen;
  OctDate next_on;
  char *next_focus;
  double days;
  gboolean finished;
} OctVisit;

/**
 * OctVisitPoint:
 * @objective_id, @action_id: (nullable): what it is about
 * @made_id: (nullable): the record that it became once it was confirmed
 * @passed: it was passed over
 */
typedef struct
{
  OctRecord record;
  char *visit_id;
  char *rank;
  OctPointKind point;
  char *text;
  char *owner_id;
  OctDate due;
  char *objective_id;
  char *action_id;
  char *made_id;
  gboolean passed;
} OctVisitPoint;

extern const OctRecordKind oct_term_kind;
extern const OctRecordKind oct_visit_kind;
extern const OctRecordKind oct_visit_point_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctTerm, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctVisit, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctVisitPoint, oct_record_unref)

G_END_DECLS
