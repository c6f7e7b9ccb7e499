/* Practices: what the trust has found to work, written down so that others can do it too.
 *
 * A practice keeps its number of the version it is; the words of an older version are kept with it.
 * A use says which school does it, and how far it has come.
 */
#pragma once

#include "oct-plan.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_STRENGTH_NONE, /* not said */
  OCT_STRENGTH_LIMITED,
  OCT_STRENGTH_MODERATE,
  OCT_STRENGTH_EXTENSIVE,
} OctStrength;

extern const OctChoice oct_strengths[];

/**
 * OctPractice:
 * @version: from 1
 * @what: what is done
 * @whom: for whom it is
 * @ingredients: the active ingredients: what must not be left out
 * @research: the research behind it, with its source
 * @explore, @prepare, @deliver, @sustain: how it is brought in, by phase
 * @cost: what it costs, in words
 * @contact_id: (nullable): whom to ask
 * @source: the trust or hub it was taken over from, or ""
 * @changed: what is new in this version
 */
typedef struct
{
  OctRecord record;
  char *title;
  gint64 version;
  OctDate versioned_on;
  char *element;
  char *what;
  char *whom;
  char *ingredients;
  char *research;
  OctStrength strength;
  char *explore;
  char *prepare;
  char *deliver;
  char *sustain;
  char *cost;
  char *contact_id;
  char *source;
  char *from_objective_id; /* (nullable): the objective whose success it was proposed from */
  char *changed;
  gboolean retired;
} OctPractice;

/**
 * OctPracticeVersion:
 * The words of an older version of a practice, as people read them.
 */
typedef struct
{
  OctRecord record;
  char *practice_id;
  gint64 version;
  OctDate versioned_on;
  char *title;
  char *text;
  char *changed;
} OctPracticeVersion;

/**
 * OctPracticeUse:
 * @objective_id: (nullable): the objective that it serves there
 * @outcome: what came of it
 */
typedef struct
{
  OctRecord record;
  char *practice_id;
  char *school_id;
  OctPhaseOfChange phase;
  char *objective_id;
  OctDate since;
  char *outcome;
} OctPracticeUse;

extern const OctRecordKind oct_practice_kind;
extern const OctRecordKind oct_practice_version_kind;
extern const OctRecordKind oct_practice_use_kind;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPractice, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPracticeVersion, oct_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPracticeUse, oct_record_unref)

G_END_DECLS
