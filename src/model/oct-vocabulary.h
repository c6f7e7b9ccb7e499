/* The closed vocabularies of the sector: phase, kind of school, status and the like.
 *
 * Each has an enum for the program, a fixed key for files, saved views and the command line, and
 * a translated label for people. The register's own codes are mapped here and nowhere else.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCT_PHASE_NOT_APPLICABLE,
  OCT_PHASE_NURSERY,
  OCT_PHASE_PRIMARY,
  OCT_PHASE_MIDDLE_PRIMARY,
  OCT_PHASE_MIDDLE_SECONDARY,
  OCT_PHASE_SECONDARY,
  OCT_PHASE_ALL_THROUGH,
  OCT_PHASE_SIXTEEN_PLUS,
  OCT_N_PHASES
} OctPhase;

typedef enum
{
  OCT_TYPE_GROUP_OTHER,
  OCT_TYPE_GROUP_ACADEMIES,
  OCT_TYPE_GROUP_FREE_SCHOOLS,
  OCT_TYPE_GROUP_LA_MAINTAINED,
  OCT_TYPE_GROUP_SPECIAL,
  OCT_TYPE_GROUP_INDEPENDENT,
  OCT_TYPE_GROUP_COLLEGES,
  OCT_TYPE_GROUP_UNIVERSITIES,
  OCT_TYPE_GROUP_WELSH,
  OCT_TYPE_GROUP_ONLINE,
  OCT_N_TYPE_GROUPS
} OctTypeGroup;

typedef enum
{
  OCT_STATUS_UNKNOWN,
  OCT_STATUS_OPEN,
  OCT_STATUS_OPEN_PROPOSED_TO_CLOSE,
  OCT_STATUS_PROPOSED_TO_OPEN,
  OCT_STATUS_CLOSED,
  OCT_N_STATUSES
} OctStatus;

/* Kinds of group, by the codes of the register's groups file. */
typedef enum
{
  OCT_GROUP_NONE = 0,
  OCT_GROUP_FEDERATION = 1,
  OCT_GROUP_FOUNDATION_TRUST = 2,
  OCT_GROUP_SPONSOR = 5,
  OCT_GROUP_MAT = 6,
  OCT_GROUP_UMBRELLA_TRUST = 7,
  OCT_GROUP_CHILDRENS_CENTRES = 8,
  OCT_GROUP_CHILDRENS_CENTRES_COLLABORATION = 9,
  OCT_GROUP_SAT = 10,
  OCT_GROUP_SECURE_SAT = 11,
} OctGroupType;

/* The ways in which the schools of the register can be narrowed and counted. */
typedef enum
{
  OCT_FACET_PHASE,
  OCT_FACET_TYPE_GROUP,
  OCT_FACET_STATUS,
  OCT_FACET_REGION,
  OCT_FACET_LA,
  OCT_FACET_TRUST,
  OCT_FACET_GENDER,
  OCT_FACET_RELIGION,
  OCT_FACET_SIXTH_FORM,
  OCT_FACET_SIZE_BAND,
  OCT_FACET_FSM_BAND,
  OCT_FACET_TYPE,
  OCT_FACET_FEDERATION,
  OCT_N_FACETS
} OctFacet;

typedef enum
{
  OCT_CHANGE_OPENED,
  OCT_CHANGE_CLOSED,
  OCT_CHANGE_STATUS,
  OCT_CHANGE_RENAMED,
  OCT_CHANGE_HEAD,
  OCT_CHANGE_JOINED_TRUST,
  OCT_CHANGE_LEFT_TRUST,
  OCT_CHANGE_MOVED_TRUST,
  OCT_CHANGE_PHASE,
  OCT_CHANGE_CAPACITY,
  OCT_CHANGE_ADDED,
  OCT_N_CHANGES
} OctChangeKind;

const char *oct_phase_key (OctPhase phase);
const char *oct_phase_label (OctPhase phase);
OctPhase oct_phase_from_code (const char *code);
OctPhase oct_phase_from_name (const char *name);
gboolean oct_phase_is_secondary (OctPhase phase);
gboolean oct_phase_is_primary (OctPhase phase);

const char *oct_type_group_key (OctTypeGroup group);
const char *oct_type_group_label (OctTypeGroup group);
OctTypeGroup oct_type_group_from_name (const char *name);
gboolean oct_type_group_is_academy (OctTypeGroup group);
gboolean oct_type_group_is_state_funded (OctTypeGroup group);

const char *oct_status_key (OctStatus status);
const char *oct_status_label (OctStatus status);
OctStatus oct_status_from_name (const char *name);
gboolean oct_status_is_open (OctStatus status);

const char *oct_group_type_key (OctGroupType type);
const char *oct_group_type_label (OctGroupType type);
OctGroupType oct_group_type_from_name (const char *name);
gboolean oct_group_type_is_trust (OctGroupType type);
OctFacet oct_group_type_facet (OctGroupType type);

const char *oct_facet_key (OctFacet facet);
const char *oct_facet_label (OctFacet facet);
gboolean oct_facet_from_key (const char *key, OctFacet *facet);

const char *oct_change_kind_key (OctChangeKind kind);
const char *oct_change_kind_label (OctChangeKind kind);
gboolean oct_change_kind_from_key (const char *key, OctChangeKind *kind);

G_END_DECLS
