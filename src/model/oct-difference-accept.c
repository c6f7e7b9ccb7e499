/* What the trust and its schools are once differences were accepted.
 *
 * Pure again: from the values as they are to those that are to be kept, so that the store has one
 * edit to make. Several differences of one school become one change of it. A decision that no
 * longer fits, since somebody else accepted it in the meantime, changes nothing.
 */
#include "oct-difference-private.h"

/* Following links: what became of a school. */

/* What a link says came after a school; 0 for nothing. */
static guint32
successor_by (OctLink *link, guint32 urn)
{
  if (oct_link_get_urn (link) == urn && oct_link_get_kind (link) == OCT_LINK_SUCCESSOR)
    return oct_link_get_other_urn (link);
  if (oct_link_get_other_urn (link) == urn && oct_link_get_kind (link) == OCT_LINK_PREDECESSOR)
    return oct_link_get_urn (link);

  return 0;
}

static void
follow (GHashTable *by_urn, GPtrArray *links, guint32 urn, GHashTable *seen, GPtrArray *ends)
{
  for (guint i = 0; i < links->len; i++)
    {
      guint32 next = successor_by (g_ptr_array_index (links, i), urn);
      OctSchool *school = g_hash_table_lookup (by_urn, GUINT_TO_POINTER (next));
      OctStatus status = school != NULL ? oct_school_get_facts (school)->status
                                        : OCT_STATUS_UNKNOWN;

      if (school == NULL || !g_hash_table_add (seen, GUINT_TO_POINTER (next)))
        continue;
      if (oct_status_is_open (status))
        g_ptr_array_add (ends, school);
      else if (status == OCT_STATUS_CLOSED)
        follow (by_urn, links, next, seen, ends);
    }
}

/*
 * oct_difference_follow:
 * @by_urn: (element-type guint32 OctSchool): the schools there are
 * @links: (element-type OctLink): the links between them
 * @urn: where to begin
 *
 * Follows a school's line to its ends; a school that closed again leads on.
 *
 * Returns: (transfer container) (element-type OctSchool): the open schools there, none twice
 */
GPtrArray *
oct_difference_follow (GHashTable *by_urn, GPtrArray *links, guint32 urn)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *ends = g_ptr_array_new ();

  g_hash_table_add (seen, GUINT_TO_POINTER (urn));
  follow (by_urn, links, urn, seen, ends);

  return ends;
}

/* Accepting. */

typedef struct
{
  GPtrArray *schools; /* of OctOwnSchool, as they are */
  GPtrArray *changed; /* of OctAcceptedSchool */
} Acceptor;

static void
accepted_school_free (gpointer data)
{
  OctAcceptedSchool *accepted = data;

  oct_own_school_free (accepted->school);
  g_free (accepted);
}

static OctAcceptedSchool *
add_changed (Acceptor *acceptor, OctOwnSchool *school)
{
  OctAcceptedSchool *accepted = g_new0 (OctAcceptedSchool, 1);

  accepted->school = school;
  g_ptr_array_add (acceptor->changed, accepted);

  return accepted;
}

/* The school as it is after what was accepted before; %NULL where the workspace doesn't have it. */
static OctAcceptedSchool *
get_changed (Acceptor *acceptor, const char *id)
{
  if (id == NULL)
    return NULL;
  for (guint i = 0; i < acceptor->changed->len; i++)
    {
      OctAcceptedSchool *accepted = g_ptr_array_index (acceptor->changed, i);

      if (g_strcmp0 (accepted->school->id, id) == 0)
        return accepted;
    }
  for (guint i = 0; i < acceptor->schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (acceptor->schools, i);

      if (g_strcmp0 (school->id, id) == 0)
        return add_changed (acceptor, oct_own_school_copy (school));
    }

  return NULL;
}

static gboolean
has_urn (Acceptor *acceptor, guint32 urn)
{
  for (guint i = 0; i < acceptor->changed->len; i++)
    {
      const OctAcceptedSchool *accepted = g_ptr_array_index (acceptor->changed, i);

      if (accepted->school->urn == urn && accepted->school->left == OCT_DATE_UNKNOWN)
        return TRUE;
    }
  for (guint i = 0; i < acceptor->schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (acceptor->schools, i);

      if (school->urn == urn && school->left == OCT_DATE_UNKNOWN)
        return TRUE;
    }

  return FALSE;
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
take_facts (OctOwnSchool *school, const OctSchoolFacts *facts, OctDate as_at)
{
  school->phase = facts->phase;
  set_text (&school->type, facts->type);
  set_text (&school->la, facts->la);
  set_text (&school->town, facts->town);
  set_text (&school->postcode, facts->postcode);
  school->pupils = facts->pupils;
  school->capacity = facts->capacity;
  school->fsm_tenths = facts->fsm_tenths;
  school->easting = facts->easting;
  school->northing = facts->northing;
  school->joined = facts->joined;
  school->as_at = as_at;
}

static void
take_all (OctAcceptedSchool *accepted, OctSchool *school, const OctDifference *difference)
{
  const OctSchoolFacts *facts = oct_school_get_facts (school);

  take_facts (accepted->school, facts, difference->as_at);
  set_text (&accepted->school->name, facts->name);
  accepted->school->urn = facts->urn;
  accepted->school->left = OCT_DATE_UNKNOWN;
  accepted->on = difference->on;
}

static void
add_school (Acceptor *acceptor, OctSchool *school, const OctDifference *difference)
{
  if (!has_urn (acceptor, oct_school_get_urn (school)))
    take_all (add_changed (acceptor, oct_own_school_new ()), school, difference);
}

static void
end_school (OctAcceptedSchool *accepted, const OctDifference *difference, gboolean urn_ended)
{
  accepted->school->left = difference->on;
  accepted->on = difference->on;
  accepted->ended = urn_ended;
}

static void
accept_split (Acceptor *acceptor, OctAcceptedSchool *accepted, const OctDecision *decision)
{
  const OctDifference *difference = decision->difference;

  if (decision->urn == OCT_DECISION_NOBODY)
    end_school (accepted, difference, TRUE);
  for (guint i = 0; i < difference->choices->len; i++)
    {
      OctSchool *choice = g_ptr_array_index (difference->choices, i);

      if (oct_school_get_urn (choice) == decision->urn)
        take_all (accepted, choice, difference);
    }
  for (guint i = 0; i < difference->choices->len; i++)
    add_school (acceptor, g_ptr_array_index (difference->choices, i), difference);
}

static void
accept_ending (OctAcceptedSchool *accepted, const OctDifference *difference)
{
  guint32 urn = oct_school_get_urn (difference->school);
  gboolean other = urn != accepted->school->urn;

  end_school (accepted, difference, other || difference->kind == OCT_DIFFERENCE_CLOSED);
  if (other)
    accepted->became = urn;
}

static void
accept_one (Acceptor *acceptor, const OctDecision *decision)
{
  const OctDifference *difference = decision->difference;
  OctAcceptedSchool *accepted = get_changed (acceptor, difference->school_id);

  if (difference->kind == OCT_DIFFERENCE_JOINED)
    {
      add_school (acceptor, difference->school, difference);
      return;
    }
  if (accepted == NULL)
    return;
  switch (difference->kind)
    {
    case OCT_DIFFERENCE_RETURNED:
    case OCT_DIFFERENCE_IDENTIFIED:
    case OCT_DIFFERENCE_NEW_URN:
      take_all (accepted, difference->school, difference);
      break;
    case OCT_DIFFERENCE_SPLIT:
      accept_split (acceptor, accepted, decision);
      break;
    case OCT_DIFFERENCE_MERGED:
    case OCT_DIFFERENCE_LEFT:
    case OCT_DIFFERENCE_CLOSED:
      accept_ending (accepted, difference);
      break;
    case OCT_DIFFERENCE_RENAMED:
      set_text (&accepted->school->name, oct_school_get_name (difference->school));
      break;
    case OCT_DIFFERENCE_FACTS:
      take_facts (accepted->school, oct_school_get_facts (difference->school), difference->as_at);
      break;
    case OCT_DIFFERENCE_TRUST_NAME:
    case OCT_DIFFERENCE_JOINED:
    case OCT_N_DIFFERENCES:
    default:
      break;
    }
}

/**
 * oct_accept_differences:
 * @trust: the trust as it is
 * @schools: (element-type OctOwnSchool): its schools as they are, those that left too
 * @decisions: (array length=n_decisions): what is accepted
 * @n_decisions: how many
 *
 * Returns: (transfer full): the trust and the schools that change, as they are to be kept
 */
OctAccepted *
oct_accept_differences (const OctOwnTrust *trust, GPtrArray *schools, const OctDecision *decisions,
                        guint n_decisions)
{
  OctAccepted *accepted = g_new0 (OctAccepted, 1);
  Acceptor acceptor = { .schools = schools };

  accepted->trust = g_new0 (OctOwnTrust, 1);
  accepted->trust->id = g_strdup (trust->id);
  accepted->trust->uid = trust->uid;
  accepted->trust->name = g_strdup (trust->name);
  accepted->trust->purpose = g_strdup (trust->purpose);
  accepted->trust->as_at = trust->as_at;
  accepted->schools = g_ptr_array_new_with_free_func (accepted_school_free);
  acceptor.changed = accepted->schools;
  for (guint i = 0; i < n_decisions; i++)
    {
      const OctDifference *difference = decisions[i].difference;

      accepted->trust->as_at = MAX (accepted->trust->as_at, difference->as_at);
      if (difference->kind == OCT_DIFFERENCE_TRUST_NAME)
        set_text (&accepted->trust->name, difference->trust_name);
      else
        accept_one (&acceptor, &decisions[i]);
    }

  return accepted;
}

/**
 * oct_accepted_free:
 * @accepted: (transfer full): what was accepted
 */
void
oct_accepted_free (OctAccepted *accepted)
{
  oct_own_trust_free (accepted->trust);
  g_ptr_array_unref (accepted->schools);
  g_free (accepted);
}
