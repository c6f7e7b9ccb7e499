/* What a workspace knows of its own trust: the trust, its schools, its cycles, targets, pillars and
 * people, as plain values.
 *
 * A school has an id of our own, since its URN changes when it becomes an academy; every URN it
 * ever had is kept with it. The facts are those that were last accepted from the register, so that
 * a workspace opens without one.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"
#include "oct-lens.h"
#include "oct-vocabulary.h"

G_BEGIN_DECLS

/**
 * OctOwnTrust:
 * @uid: its UID in the register; 0 for a trust entered by hand
 * @purpose: why the trust exists, in its own words; may be ""
 * @as_at: the date of the register its facts were accepted from
 */
typedef struct
{
  char *id;
  guint32 uid;
  char *name;
  char *purpose;
  OctDate as_at;
} OctOwnTrust;

/**
 * OctOwnSchool:
 * @urn: the URN it has now; 0 for a school entered by hand without one
 * @left: the day it left the trust, or closed; %OCT_DATE_UNKNOWN while it is in it
 * @pupils, @capacity, @fsm_tenths: -1 where they aren't stated
 * @part_of: (nullable): the id of the school of the trust that it became part of, by a merger
 *
 * A school of the trust.
 */
typedef struct
{
  char *id;
  guint32 urn;
  char *name;
  OctPhase phase;
  char *type;
  char *la;
  char *town;
  char *postcode;
  gint32 pupils;
  gint32 capacity;
  gint32 fsm_tenths;
  gint32 easting;
  gint32 northing;
  OctDate joined;
  OctDate left;
  OctDate as_at;
  char *part_of;
} OctOwnSchool;

typedef enum
{
  OCT_CYCLE_TERM,
  OCT_CYCLE_YEAR,
} OctCycleKind;

/**
 * OctCycle:
 * @focus: (array zero-terminated=1): keys of the elements the trust looks at in this cycle
 *
 * A term or a year in which the trust looks at itself. What was judged in a closed cycle stays as
 * it is.
 */
typedef struct
{
  char *id;
  char *name;
  OctCycleKind kind;
  OctDate starts;
  OctDate ends;
  gboolean closed;
  char *framework_id;
  GStrv focus;
} OctCycle;

/**
 * OctTarget:
 * @school_id: (nullable): the school, or %NULL for the trust
 * @due: when it is to be reached
 */
typedef struct
{
  char *id;
  char *school_id;
  char *element;
  char *stage;
  OctDate due;
} OctTarget;

/**
 * OctPillar:
 * @maps: (nullable) (element-type OctLensMap): the elements and aspects that carry it; where one is
 *   put, %NULL leaves them as they are
 *
 * A pillar of the trust's strategy.
 */
typedef struct
{
  char *id;
  char *name;
  char *text;
  gboolean retired;
  GPtrArray *maps;
} OctPillar;

/**
 * OctPerson:
 * @name: may be "" where a post is enough
 * @post: the post's title, which is what is shown by default
 */
typedef struct
{
  char *id;
  char *name;
  char *post;
} OctPerson;

void oct_own_trust_free (OctOwnTrust *trust);
OctOwnSchool *oct_own_school_new (void);
OctOwnSchool *oct_own_school_copy (const OctOwnSchool *school);
void oct_own_school_free (OctOwnSchool *school);
void oct_cycle_free (OctCycle *cycle);
OctCycle *oct_cycle_copy (const OctCycle *cycle);
gboolean oct_cycle_has_focus (const OctCycle *cycle, const char *element);
void oct_target_free (OctTarget *target);
OctPillar *oct_pillar_copy (const OctPillar *pillar);
void oct_pillar_free (OctPillar *pillar);
void oct_person_free (OctPerson *person);
/* "Director of education", or the name where there is no post. */
const char *oct_person_to_text (const OctPerson *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctOwnTrust, oct_own_trust_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctOwnSchool, oct_own_school_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctCycle, oct_cycle_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctTarget, oct_target_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPillar, oct_pillar_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPerson, oct_person_free)

G_END_DECLS
