/* The closed vocabularies: one table for each, with the key, the label and the register's words.
 *
 * Names are matched exactly first, since every release so far writes them alike; a release that
 * changes the case of a letter is still understood.
 */
#include "oct-vocabulary.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *key;
  const char *label;
  const char *name; /* (nullable): as the register writes it */
} Word;

static const Word PHASES[OCT_N_PHASES] = {
  [OCT_PHASE_NOT_APPLICABLE] = { "not-applicable", N_("No phase"), "Not applicable" },
  [OCT_PHASE_NURSERY] = { "nursery", N_("Nursery"), "Nursery" },
  [OCT_PHASE_PRIMARY] = { "primary", N_("Primary"), "Primary" },
  [OCT_PHASE_MIDDLE_PRIMARY] = { "middle-primary", N_("Middle deemed primary"),
                                 "Middle deemed primary" },
  [OCT_PHASE_MIDDLE_SECONDARY] = { "middle-secondary", N_("Middle deemed secondary"),
                                   "Middle deemed secondary" },
  [OCT_PHASE_SECONDARY] = { "secondary", N_("Secondary"), "Secondary" },
  [OCT_PHASE_ALL_THROUGH] = { "all-through", N_("All-through"), "All-through" },
  [OCT_PHASE_SIXTEEN_PLUS] = { "16-plus", N_("16 plus"), "16 plus" },
};

static const Word TYPE_GROUPS[OCT_N_TYPE_GROUPS] = {
  [OCT_TYPE_GROUP_OTHER] = { "other", N_("Other types"), "Other types" },
  [OCT_TYPE_GROUP_ACADEMIES] = { "academies", N_("Academies"), "Academies" },
  [OCT_TYPE_GROUP_FREE_SCHOOLS] = { "free-schools", N_("Free schools"), "Free Schools" },
  [OCT_TYPE_GROUP_LA_MAINTAINED] = { "la-maintained", N_("LA-maintained schools"),
                                     "Local authority maintained schools" },
  [OCT_TYPE_GROUP_SPECIAL] = { "special", N_("Special schools"), "Special schools" },
  [OCT_TYPE_GROUP_INDEPENDENT] = { "independent", N_("Independent schools"),
                                   "Independent schools" },
  [OCT_TYPE_GROUP_COLLEGES] = { "colleges", N_("Colleges"), "Colleges" },
  [OCT_TYPE_GROUP_UNIVERSITIES] = { "universities", N_("Universities"), "Universities" },
  [OCT_TYPE_GROUP_WELSH] = { "welsh", N_("Welsh schools"), "Welsh schools" },
  [OCT_TYPE_GROUP_ONLINE] = { "online", N_("Online providers"), "Online provider" },
};

static const Word STATUSES[OCT_N_STATUSES] = {
  [OCT_STATUS_UNKNOWN] = { "unknown", N_("Status not stated"), NULL },
  [OCT_STATUS_OPEN] = { "open", N_("Open"), "Open" },
  [OCT_STATUS_OPEN_PROPOSED_TO_CLOSE] = { "open-proposed-to-close",
                                          N_("Open, but proposed to close"),
                                          "Open, but proposed to close" },
  [OCT_STATUS_PROPOSED_TO_OPEN] = { "proposed-to-open", N_("Proposed to open"),
                                    "Proposed to open" },
  [OCT_STATUS_CLOSED] = { "closed", N_("Closed"), "Closed" },
};

/* By the codes of the groups file; codes 3 and 4 aren't used there. */
static const Word GROUP_TYPES[] = {
  [OCT_GROUP_NONE] = { "none", N_("In no group"), NULL },
  [OCT_GROUP_FEDERATION] = { "federation", N_("Federation"), "Federation" },
  [OCT_GROUP_FOUNDATION_TRUST] = { "foundation-trust", N_("Foundation trust"), "Trust" },
  [OCT_GROUP_SPONSOR] = { "sponsor", N_("Sponsor"), "School sponsor" },
  [OCT_GROUP_MAT] = { "mat", N_("Multi-academy trust"), "Multi-academy trust" },
  [OCT_GROUP_UMBRELLA_TRUST] = { "umbrella-trust", N_("Umbrella trust"), "Umbrella trust" },
  [OCT_GROUP_CHILDRENS_CENTRES] = { "childrens-centres", N_("Children’s centres group"),
                                    "Children's Centres Group" },
  [OCT_GROUP_CHILDRENS_CENTRES_COLLABORATION] = { "childrens-centres-collaboration",
                                                  N_("Children’s centres collaboration"),
                                                  "Children's Centres Collaboration" },
  [OCT_GROUP_SAT] = { "sat", N_("Single-academy trust"), "Single-academy trust" },
  [OCT_GROUP_SECURE_SAT] = { "secure-sat", N_("Secure single-academy trust"),
                             "Secure single-academy trust" },
};

/* How the register of schools, rather than that of groups, says what kind of trust it is. */
static const struct
{
  const char *name;
  OctGroupType type;
} TRUST_FLAGS[] = {
  { "Supported by a multi-academy trust", OCT_GROUP_MAT },
  { "Supported by a single-academy trust", OCT_GROUP_SAT },
  { "Supported by a secure single-academy trust", OCT_GROUP_SECURE_SAT },
  { "Supported by a trust", OCT_GROUP_FOUNDATION_TRUST },
  { "Foundation trust", OCT_GROUP_FOUNDATION_TRUST },
};

static const Word FACETS[OCT_N_FACETS] = {
  [OCT_FACET_PHASE] = { "phase", N_("Phase") },
  [OCT_FACET_TYPE_GROUP] = { "type_group", N_("Type group") },
  [OCT_FACET_STATUS] = { "status", N_("Status") },
  [OCT_FACET_REGION] = { "region", N_("Region") },
  [OCT_FACET_LA] = { "la", N_("Local authority") },
  [OCT_FACET_TRUST] = { "trust", N_("Trust") },
  [OCT_FACET_GENDER] = { "gender", N_("Gender of entry") },
  [OCT_FACET_RELIGION] = { "religion", N_("Religious character") },
  [OCT_FACET_SIXTH_FORM] = { "sixth_form", N_("Sixth form") },
  [OCT_FACET_SIZE_BAND] = { "size", N_("Size") },
  [OCT_FACET_FSM_BAND] = { "fsm", N_("Free school meals") },
  [OCT_FACET_TYPE] = { "type", N_("Type of establishment") },
  [OCT_FACET_FEDERATION] = { "federation", N_("Federation") },
};

static const Word CHANGES[OCT_N_CHANGES] = {
  [OCT_CHANGE_OPENED] = { "opened", N_("Opened") },
  [OCT_CHANGE_CLOSED] = { "closed", N_("Closed") },
  [OCT_CHANGE_STATUS] = { "status", N_("Changed status") },
  [OCT_CHANGE_RENAMED] = { "renamed", N_("Renamed") },
  [OCT_CHANGE_HEAD] = { "head", N_("New headteacher") },
  [OCT_CHANGE_JOINED_TRUST] = { "joined", N_("Joined a trust") },
  [OCT_CHANGE_LEFT_TRUST] = { "left", N_("Left a trust") },
  [OCT_CHANGE_MOVED_TRUST] = { "moved", N_("Changed trust") },
  [OCT_CHANGE_PHASE] = { "phase", N_("Changed phase") },
  [OCT_CHANGE_CAPACITY] = { "capacity", N_("Changed capacity") },
  [OCT_CHANGE_ADDED] = { "added", N_("Added to the register") },
};

static gboolean
find_name (const Word *words, guint n_words, const char *name, guint *found)
{
  if (name == NULL || *name == '\0')
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (words[i].name != NULL && g_str_equal (words[i].name, name))
      {
        *found = i;
        return TRUE;
      }
  for (guint i = 0; i < n_words; i++)
    if (words[i].name != NULL && g_ascii_strcasecmp (words[i].name, name) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_key (const Word *words, guint n_words, const char *key, guint *found)
{
  if (key == NULL)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (words[i].key != NULL && g_str_equal (words[i].key, key))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * oct_phase_key:
 *
 * Returns: the phase's fixed key, such as "primary"
 */
const char *
oct_phase_key (OctPhase phase)
{
  g_return_val_if_fail ((guint) phase < OCT_N_PHASES, "");

  return PHASES[phase].key;
}

/**
 * oct_phase_label:
 *
 * Returns: the phase's translated name
 */
const char *
oct_phase_label (OctPhase phase)
{
  g_return_val_if_fail ((guint) phase < OCT_N_PHASES, "");

  return _(PHASES[phase].label);
}

/**
 * oct_phase_from_code:
 * @code: (nullable): a code of the register's column "PhaseOfEducation (code)"
 *
 * Returns: the phase; %OCT_PHASE_NOT_APPLICABLE for a code that isn't known
 */
OctPhase
oct_phase_from_code (const char *code)
{
  static const OctPhase phases[] = {
    OCT_PHASE_NOT_APPLICABLE, OCT_PHASE_NURSERY,     OCT_PHASE_PRIMARY,
    OCT_PHASE_MIDDLE_PRIMARY, OCT_PHASE_SECONDARY,   OCT_PHASE_MIDDLE_SECONDARY,
    OCT_PHASE_SIXTEEN_PLUS,   OCT_PHASE_ALL_THROUGH,
  };
  guint64 number;

  if (code == NULL
      || !g_ascii_string_to_unsigned (code, 10, 0, G_N_ELEMENTS (phases) - 1, &number, NULL))
    return OCT_PHASE_NOT_APPLICABLE;
  return phases[number];
}

/**
 * oct_phase_from_name:
 * @name: (nullable): a name of the register's column "PhaseOfEducation (name)"
 *
 * Returns: the phase; %OCT_PHASE_NOT_APPLICABLE for a name that isn't known
 */
OctPhase
oct_phase_from_name (const char *name)
{
  guint found;

  return find_name (PHASES, OCT_N_PHASES, name, &found) ? (OctPhase) found
                                                        : OCT_PHASE_NOT_APPLICABLE;
}

/**
 * oct_phase_is_secondary:
 *
 * Middle schools deemed secondary and all-through schools count as secondary, as in the
 * definition of the national figures.
 *
 * Returns: whether @phase counts as secondary
 */
gboolean
oct_phase_is_secondary (OctPhase phase)
{
  return phase == OCT_PHASE_SECONDARY || phase == OCT_PHASE_MIDDLE_SECONDARY
         || phase == OCT_PHASE_ALL_THROUGH;
}

/**
 * oct_phase_is_primary:
 *
 * Middle schools deemed primary count as primary; nursery schools don't.
 *
 * Returns: whether @phase counts as primary
 */
gboolean
oct_phase_is_primary (OctPhase phase)
{
  return phase == OCT_PHASE_PRIMARY || phase == OCT_PHASE_MIDDLE_PRIMARY;
}

/**
 * oct_type_group_key:
 *
 * Returns: the type group's fixed key, such as "academies"
 */
const char *
oct_type_group_key (OctTypeGroup group)
{
  g_return_val_if_fail ((guint) group < OCT_N_TYPE_GROUPS, "");

  return TYPE_GROUPS[group].key;
}

/**
 * oct_type_group_label:
 *
 * Returns: the type group's translated name
 */
const char *
oct_type_group_label (OctTypeGroup group)
{
  g_return_val_if_fail ((guint) group < OCT_N_TYPE_GROUPS, "");

  return _(TYPE_GROUPS[group].label);
}

/**
 * oct_type_group_from_name:
 * @name: (nullable): a name of the register's column "EstablishmentTypeGroup (name)"
 *
 * Returns: the type group; %OCT_TYPE_GROUP_OTHER for a name that isn't known
 */
OctTypeGroup
oct_type_group_from_name (const char *name)
{
  guint found;

  return find_name (TYPE_GROUPS, OCT_N_TYPE_GROUPS, name, &found) ? (OctTypeGroup) found
                                                                  : OCT_TYPE_GROUP_OTHER;
}

/**
 * oct_type_group_is_academy:
 *
 * Free schools are academies in law, and are counted as such.
 *
 * Returns: whether the schools of @group are academies
 */
gboolean
oct_type_group_is_academy (OctTypeGroup group)
{
  return group == OCT_TYPE_GROUP_ACADEMIES || group == OCT_TYPE_GROUP_FREE_SCHOOLS;
}

/**
 * oct_type_group_is_state_funded:
 *
 * The denominator of the national figures: academies, free schools, LA-maintained schools and the
 * register's group of special schools.
 *
 * Returns: whether the schools of @group count as state-funded
 */
gboolean
oct_type_group_is_state_funded (OctTypeGroup group)
{
  return oct_type_group_is_academy (group) || group == OCT_TYPE_GROUP_LA_MAINTAINED
         || group == OCT_TYPE_GROUP_SPECIAL;
}

/**
 * oct_status_key:
 *
 * Returns: the status's fixed key, such as "open"
 */
const char *
oct_status_key (OctStatus status)
{
  g_return_val_if_fail ((guint) status < OCT_N_STATUSES, "");

  return STATUSES[status].key;
}

/**
 * oct_status_label:
 *
 * Returns: the status's translated name
 */
const char *
oct_status_label (OctStatus status)
{
  g_return_val_if_fail ((guint) status < OCT_N_STATUSES, "");

  return _(STATUSES[status].label);
}

/**
 * oct_status_from_name:
 * @name: (nullable): a name of the register's column "EstablishmentStatus (name)"
 *
 * Returns: the status; %OCT_STATUS_UNKNOWN for a name that isn't known
 */
OctStatus
oct_status_from_name (const char *name)
{
  guint found;

  return find_name (STATUSES, OCT_N_STATUSES, name, &found) ? (OctStatus) found
                                                            : OCT_STATUS_UNKNOWN;
}

/**
 * oct_status_is_open:
 *
 * A school that is proposed to close is open until it closes.
 *
 * Returns: whether a school of this status has pupils today
 */
gboolean
oct_status_is_open (OctStatus status)
{
  return status == OCT_STATUS_OPEN || status == OCT_STATUS_OPEN_PROPOSED_TO_CLOSE;
}

static const Word *
group_word (OctGroupType type)
{
  if ((guint) type >= G_N_ELEMENTS (GROUP_TYPES) || GROUP_TYPES[type].key == NULL)
    return &GROUP_TYPES[OCT_GROUP_NONE];
  return &GROUP_TYPES[type];
}

/**
 * oct_group_type_key:
 *
 * Returns: the fixed key of a kind of group, such as "mat"; "none" for a code that isn't known
 */
const char *
oct_group_type_key (OctGroupType type)
{
  return group_word (type)->key;
}

/**
 * oct_group_type_label:
 *
 * Returns: the translated name of a kind of group
 */
const char *
oct_group_type_label (OctGroupType type)
{
  return _(group_word (type)->label);
}

/**
 * oct_group_type_from_name:
 * @name: (nullable): a name of the groups file's column "Group Type", or of the register's column
 *   "TrustSchoolFlag (name)"
 *
 * Returns: the kind of group; %OCT_GROUP_NONE for a name that isn't known
 */
OctGroupType
oct_group_type_from_name (const char *name)
{
  guint found;

  if (name == NULL)
    return OCT_GROUP_NONE;
  if (find_name (GROUP_TYPES, G_N_ELEMENTS (GROUP_TYPES), name, &found))
    return (OctGroupType) found;
  for (guint i = 0; i < G_N_ELEMENTS (TRUST_FLAGS); i++)
    if (g_ascii_strcasecmp (TRUST_FLAGS[i].name, name) == 0)
      return TRUST_FLAGS[i].type;
  return OCT_GROUP_NONE;
}

/**
 * oct_group_type_is_trust:
 *
 * Returns: whether groups of this kind are academy trusts
 */
gboolean
oct_group_type_is_trust (OctGroupType type)
{
  return type == OCT_GROUP_MAT || type == OCT_GROUP_SAT || type == OCT_GROUP_SECURE_SAT;
}

/**
 * oct_group_type_facet:
 *
 * A school is in one trust and may also be in a federation, so the two are facets of their own.
 *
 * Returns: the facet by which the schools of a group of this kind are found, with its UID as the key
 */
OctFacet
oct_group_type_facet (OctGroupType type)
{
  return type == OCT_GROUP_FEDERATION ? OCT_FACET_FEDERATION : OCT_FACET_TRUST;
}

/**
 * oct_facet_key:
 *
 * Returns: the facet's fixed key, such as "phase"
 */
const char *
oct_facet_key (OctFacet facet)
{
  g_return_val_if_fail ((guint) facet < OCT_N_FACETS, "");

  return FACETS[facet].key;
}

/**
 * oct_facet_label:
 *
 * Returns: the facet's translated name
 */
const char *
oct_facet_label (OctFacet facet)
{
  g_return_val_if_fail ((guint) facet < OCT_N_FACETS, "");

  return _(FACETS[facet].label);
}

/**
 * oct_facet_from_key:
 * @key: (nullable): a key as in oct_facet_key()
 * @facet: (out): the facet
 *
 * Returns: whether there is such a facet
 */
gboolean
oct_facet_from_key (const char *key, OctFacet *facet)
{
  guint found;

  if (!find_key (FACETS, OCT_N_FACETS, key, &found))
    return FALSE;
  *facet = (OctFacet) found;
  return TRUE;
}

/**
 * oct_change_kind_key:
 *
 * Returns: the fixed key of a kind of change, such as "joined"
 */
const char *
oct_change_kind_key (OctChangeKind kind)
{
  g_return_val_if_fail ((guint) kind < OCT_N_CHANGES, "");

  return CHANGES[kind].key;
}

/**
 * oct_change_kind_label:
 *
 * Returns: the translated name of a kind of change
 */
const char *
oct_change_kind_label (OctChangeKind kind)
{
  g_return_val_if_fail ((guint) kind < OCT_N_CHANGES, "");

  return _(CHANGES[kind].label);
}

/**
 * oct_change_kind_from_key:
 * @key: (nullable): a key as in oct_change_kind_key()
 * @kind: (out): the kind of change
 *
 * Returns: whether there is such a kind
 */
gboolean
oct_change_kind_from_key (const char *key, OctChangeKind *kind)
{
  guint found;

  if (!find_key (CHANGES, OCT_N_CHANGES, key, &found))
    return FALSE;
  *kind = (OctChangeKind) found;
  return TRUE;
}
