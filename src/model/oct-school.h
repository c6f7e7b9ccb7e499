/* A school as the register knows it today: an immutable value behind a GObject.
 *
 * The facts lie in an OctSchoolFacts whose texts belong to an owner that the school keeps alive,
 * so that a list of half a million schools costs nothing until a row is shown. Everything else
 * that is known of a school – all 140 columns, its changes, its links – is read on request.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"
#include "oct-vocabulary.h"

G_BEGIN_DECLS

/**
 * OctSchoolFacts:
 *
 * One row of the register in the program's own terms. Texts are never %NULL; "" stands for
 * "not stated". Numbers are -1 where they aren't stated. The texts belong to whoever filled the
 * structure in and are valid as long as that lives.
 */
typedef struct
{
  guint32 urn;
  const char *name;
  const char *street;
  const char *town;
  const char *postcode;
  const char *head; /* "Ms Alex Example" */
  const char *la;
  const char *la_code; /* three digits */
  const char *region;
  const char *district;
  const char *type; /* "Academy converter" */
  const char *religion;
  const char *gender;
  const char *sixth_form;
  guint32 trust_uid; /* 0: in no trust */
  const char *trust;
  OctGroupType trust_type; /* MAT, SAT, foundation trust or none */
  OctPhase phase;
  OctTypeGroup type_group;
  OctStatus status;
  gint32 pupils;
  guint32 pupils_from_urn; /* 0: its own; else the predecessor whose figures these are */
  gint32 capacity;
  gint32 fsm_tenths; /* percentage × 10 */
  gint32 easting;    /* metres on the National Grid; 0: not stated */
  gint32 northing;
  OctDate opened;
  OctDate closed;
  OctDate joined; /* the day it joined its present trust */
  gint16 low_age;
  gint16 high_age;
} OctSchoolFacts;

#define OCT_TYPE_SCHOOL (oct_school_get_type ())
G_DECLARE_FINAL_TYPE (OctSchool, oct_school, OCT, SCHOOL, GObject)

OctSchool *oct_school_new (const OctSchoolFacts *facts, GObject *owner);
const OctSchoolFacts *oct_school_get_facts (OctSchool *self);

/* Shorthands, since every page shows them. */
guint32 oct_school_get_urn (OctSchool *self);
const char *oct_school_get_name (OctSchool *self);

double oct_school_facts_capacity_used (const OctSchoolFacts *facts);
gboolean oct_school_facts_states_fsm (const OctSchoolFacts *facts);
gboolean oct_school_facts_is_special (const OctSchoolFacts *facts);

G_END_DECLS
