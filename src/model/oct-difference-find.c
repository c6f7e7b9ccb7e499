/* Finding what differs between the workspace's schools and the register's.
 *
 * Each accepted school is looked for under its URN, and where that closed, along the links to what
 * became of it. What the register has in the trust and nobody accounts for has joined. A school
 * that the register doesn't state at all is no difference: a file may be a part of the register.
 */
#include "oct-difference-private.h"

#include <glib/gi18n.h>

#include "oct-fold.h"

/* A school that opens at the place of one that closed does so within a term. */
#define MAX_GAP_DAYS 120

typedef struct
{
  GPtrArray *own;
  const OctRegisterPicture *picture;
  GHashTable *by_urn;    /* URN → OctSchool */
  GHashTable *members;   /* URNs of the trust's open schools */
  GHashTable *accounted; /* URNs that a school of the workspace accounts for */
  GHashTable *became;    /* URN → array of OctOwnSchool that became it */
  GPtrArray *unlinked;   /* of OctOwnSchool that closed, and no link leads on */
  GPtrArray *found;
} Finder;

static const OctSchoolFacts *
find_facts (Finder *finder, guint32 urn)
{
  OctSchool *school = g_hash_table_lookup (finder->by_urn, GUINT_TO_POINTER (urn));

  return school != NULL ? oct_school_get_facts (school) : NULL;
}

static gboolean
is_member (Finder *finder, guint32 urn)
{
  return g_hash_table_contains (finder->members, GUINT_TO_POINTER (urn));
}

static gboolean
is_accounted (Finder *finder, guint32 urn)
{
  return g_hash_table_contains (finder->accounted, GUINT_TO_POINTER (urn));
}

static void
account_for (Finder *finder, guint32 urn)
{
  g_hash_table_add (finder->accounted, GUINT_TO_POINTER (urn));
}

/* The first day that is known, else the register's. */
static OctDate
first_known (Finder *finder, OctDate a, OctDate b)
{
  if (a != OCT_DATE_UNKNOWN)
    return a;

  return b != OCT_DATE_UNKNOWN ? b : finder->picture->as_at;
}

static OctDifference *
add (Finder *finder, OctDifferenceKind kind, const OctOwnSchool *own, OctSchool *school, OctDate on)
{
  OctDifference *difference = oct_difference_new (
    kind, own != NULL ? own->id : NULL, own != NULL ? own->name : oct_school_get_name (school));

  difference->accepted = own != NULL ? own->as_at : OCT_DATE_UNKNOWN;
  difference->school = school != NULL ? g_object_ref (school) : NULL;
  difference->on = on;
  difference->as_at = finder->picture->as_at;
  g_ptr_array_add (finder->found, difference);

  return difference;
}

static OctSchool *
get_school (Finder *finder, guint32 urn)
{
  return g_hash_table_lookup (finder->by_urn, GUINT_TO_POINTER (urn));
}

/* A school of the trust that nobody accounts for and that opened where this one closed, soon
 * after; %NULL where there is none, or more than one. */
static OctSchool *
find_at_place (Finder *finder, const OctSchoolFacts *closed)
{
  OctSchool *at_place = NULL;

  for (guint i = 0; i < finder->picture->n_members; i++)
    {
      OctSchool *school = g_ptr_array_index (finder->picture->schools, i);
      const OctSchoolFacts *facts = oct_school_get_facts (school);

      if (is_accounted (finder, facts->urn) || *closed->postcode == '\0'
          || g_hash_table_contains (finder->became, GUINT_TO_POINTER (facts->urn))
          || g_strcmp0 (facts->postcode, closed->postcode) != 0 || facts->phase != closed->phase
          || facts->opened == OCT_DATE_UNKNOWN || closed->closed == OCT_DATE_UNKNOWN
          || ABS (oct_date_days_between (closed->closed, facts->opened)) > MAX_GAP_DAYS)
        continue;
      if (at_place != NULL)
        return NULL;
      at_place = school;
    }

  return at_place;
}

/* Schools of the workspace that closed. */

static void
add_left (Finder *finder, const OctOwnSchool *own, OctSchool *school, OctDate on)
{
  OctDifference *difference = add (finder, OCT_DIFFERENCE_LEFT, own, school, on);
  const OctSchoolFacts *facts = oct_school_get_facts (school);
  gboolean dated = facts->trust_uid != 0 && on != finder->picture->as_at;
  g_autofree char *day = oct_date_to_text (dated ? on : finder->picture->as_at);

  difference->sentence =
    dated
      /* Translators: the first %s is the name of a trust, the second a day. */
      ? g_strdup_printf (_("Is in %s since %s. What was recorded for it is kept."), facts->trust,
                         day)
      : facts->trust_uid != 0
          /* Translators: the first %s is the name of a trust, the second a day. */
          ? g_strdup_printf (_("Is in %s by the register of %s. What was recorded for it is kept."),
                             facts->trust, day)
          /* Translators: %s is a day. */
          : g_strdup_printf (_("Is in no trust by the register of %s. What was recorded for it is "
                               "kept."),
                             day);
  oct_difference_add_urn (difference, own->urn, facts->urn);
  oct_difference_seal (difference);
}

static void
add_closed (Finder *finder, const OctOwnSchool *own, OctSchool *school)
{
  OctDate on = first_known (finder, oct_school_get_facts (school)->closed, OCT_DATE_UNKNOWN);
  OctDifference *difference = add (finder, OCT_DIFFERENCE_CLOSED, own, school, on);
  g_autofree char *day = oct_date_to_text (on);

  /* Translators: %s is a day. */
  difference->sentence = g_strdup_printf (_("Closed on %s. What was recorded for it is kept."),
                                          day);
  oct_difference_seal (difference);
}

static void
add_split (Finder *finder, const OctOwnSchool *own, OctDate on, GPtrArray *ends, gboolean linked)
{
  OctDifference *difference = add (finder, OCT_DIFFERENCE_SPLIT, own, NULL, on);
  g_autofree char *day = oct_date_to_text (on);

  for (guint i = 0; i < ends->len; i++)
    {
      OctSchool *end = g_ptr_array_index (ends, i);

      if (!is_member (finder, oct_school_get_urn (end)))
        continue;
      g_ptr_array_add (difference->choices, g_object_ref (end));
      account_for (finder, oct_school_get_urn (end));
    }
  difference->sentence =
    linked
      /* Translators: %s is a day. */
      ? g_strdup_printf (_("Closed on %s and was divided. Choose which school goes on with what "
                           "was recorded; the others join as schools of their own."),
                         day)
      /* Translators: %s is a day. */
      : g_strdup_printf (_("Closed on %s, and another school opened at the same postcode. No "
                           "link between them is in the register. Choose whether it is the same "
                           "school."),
                         day);
  oct_difference_seal (difference);
}

static void
note_became (Finder *finder, const OctOwnSchool *own, guint32 urn)
{
  GPtrArray *before = g_hash_table_lookup (finder->became, GUINT_TO_POINTER (urn));

  if (before == NULL)
    {
      before = g_ptr_array_new ();
      g_hash_table_insert (finder->became, GUINT_TO_POINTER (urn), before);
    }
  g_ptr_array_add (before, (gpointer) own);
}

static void
compare_ended (Finder *finder, const OctOwnSchool *own, OctSchool *school)
{
  g_autoptr (GPtrArray) ends = oct_difference_follow (finder->by_urn, finder->picture->links,
                                                      own->urn);
  OctDate closed = school != NULL ? oct_school_get_facts (school)->closed : OCT_DATE_UNKNOWN;
  OctSchool *member = NULL;

  for (guint i = 0; i < ends->len; i++)
    if (is_member (finder, oct_school_get_urn (g_ptr_array_index (ends, i))))
      member = g_ptr_array_index (ends, i);
  if (member != NULL && ends->len > 1)
    add_split (finder, own, first_known (finder, closed, OCT_DATE_UNKNOWN), ends, TRUE);
  else if (member != NULL)
    note_became (finder, own, oct_school_get_urn (member));
  else if (ends->len > 0)
    add_left (finder, own, g_ptr_array_index (ends, 0),
              first_known (finder, oct_school_get_facts (g_ptr_array_index (ends, 0))->joined,
                           closed));
  else if (school != NULL)
    g_ptr_array_add (finder->unlinked, (gpointer) own);
}

/* Those that closed without a link, once it is known what others became. */
static void
tell_unlinked (Finder *finder)
{
  for (guint i = 0; i < finder->unlinked->len; i++)
    {
      const OctOwnSchool *own = g_ptr_array_index (finder->unlinked, i);
      OctSchool *school = get_school (finder, own->urn);
      OctSchool *other = find_at_place (finder, oct_school_get_facts (school));
      g_autoptr (GPtrArray) at_place = g_ptr_array_new ();

      if (other == NULL)
        {
          add_closed (finder, own, school);
          continue;
        }
      g_ptr_array_add (at_place, other);
      add_split (finder, own, oct_school_get_facts (school)->closed, at_place, FALSE);
    }
}

/* Schools that became another. */

static void
add_new_urn (Finder *finder, const OctOwnSchool *own, OctSchool *school)
{
  const OctSchoolFacts *facts = oct_school_get_facts (school);
  const OctSchoolFacts *before = find_facts (finder, own->urn);
  OctDate on = first_known (finder, facts->opened,
                            before != NULL ? before->closed : OCT_DATE_UNKNOWN);
  OctDifference *difference = add (finder, OCT_DIFFERENCE_NEW_URN, own, school, on);
  g_autofree char *day = oct_date_to_text (on);

  difference->sentence = g_strdup_printf (
    /* Translators: the first %s is a kind of school, such as "Academy converter"; the second a
     * day. */
    _("Goes on as %s since %s, under a new URN. Everything recorded for it follows."), facts->type,
    day);
  oct_difference_add_urn (difference, own->urn, facts->urn);
  oct_difference_add_line (difference, _("Name"), own->name, facts->name);
  oct_difference_add_facts (difference, own, facts);
  oct_difference_seal (difference);
}

static void
add_merged (Finder *finder, const OctOwnSchool *own, OctSchool *school)
{
  const OctSchoolFacts *facts = oct_school_get_facts (school);
  const OctSchoolFacts *before = find_facts (finder, own->urn);
  OctDate on = first_known (finder, before != NULL ? before->closed : OCT_DATE_UNKNOWN,
                            facts->opened);
  OctDifference *difference = add (finder, OCT_DIFFERENCE_MERGED, own, school, on);
  g_autofree char *day = oct_date_to_text (on);

  difference->sentence = g_strdup_printf (
    /* Translators: the first %s is the name of a school, the second a day. */
    _("Became part of %s on %s. What was recorded for it stays readable beside that school’s."),
    facts->name, day);
  oct_difference_add_urn (difference, own->urn, facts->urn);
  oct_difference_seal (difference);
}

static void
tell_became (Finder *finder)
{
  for (guint i = 0; i < finder->picture->n_members; i++)
    {
      OctSchool *school = g_ptr_array_index (finder->picture->schools, i);
      guint32 urn = oct_school_get_urn (school);
      GPtrArray *before = g_hash_table_lookup (finder->became, GUINT_TO_POINTER (urn));

      if (before == NULL)
        continue;
      if (before->len == 1 && !is_accounted (finder, urn))
        {
          add_new_urn (finder, g_ptr_array_index (before, 0), school);
          account_for (finder, urn);
          continue;
        }
      for (guint j = 0; j < before->len; j++)
        add_merged (finder, g_ptr_array_index (before, j), school);
    }
}

/* Schools of the workspace that go on. */

static void
compare_facts (Finder *finder, const OctOwnSchool *own, OctSchool *school)
{
  const OctSchoolFacts *facts = oct_school_get_facts (school);
  OctDifference *difference;

  if (g_strcmp0 (own->name, facts->name) != 0)
    {
      difference = add (finder, OCT_DIFFERENCE_RENAMED, own, school, finder->picture->as_at);
      difference->sentence = g_strdup ("");
      oct_difference_add_line (difference, _("Name"), own->name, facts->name);
      oct_difference_seal (difference);
    }
  difference = oct_difference_new (OCT_DIFFERENCE_FACTS, own->id, own->name);
  oct_difference_add_facts (difference, own, facts);
  if (difference->lines->len > 0)
    {
      OctDifference *added = add (finder, OCT_DIFFERENCE_FACTS, own, school,
                                  finder->picture->as_at);

      added->sentence = g_strdup ("");
      oct_difference_add_facts (added, own, facts);
      oct_difference_seal (added);
    }
  oct_difference_unref (difference);
}

static void
compare_school (Finder *finder, const OctOwnSchool *own)
{
  OctSchool *school = get_school (finder, own->urn);
  const OctSchoolFacts *facts = school != NULL ? oct_school_get_facts (school) : NULL;

  if (is_member (finder, own->urn))
    compare_facts (finder, own, school);
  else if (facts == NULL || facts->status == OCT_STATUS_CLOSED)
    compare_ended (finder, own, school);
  else if (oct_status_is_open (facts->status))
    add_left (finder, own, school, first_known (finder, facts->joined, OCT_DATE_UNKNOWN));
}

/* Schools that the workspace doesn't have. */

static const OctOwnSchool *
find_by_hand (Finder *finder, const OctSchoolFacts *facts)
{
  g_autofree char *name = oct_fold (facts->name);

  for (guint i = 0; i < finder->own->len; i++)
    {
      const OctOwnSchool *own = g_ptr_array_index (finder->own, i);
      g_autofree char *own_name = own->urn == 0 ? oct_fold (own->name) : NULL;

      if (own_name != NULL && g_str_equal (own_name, name))
        return own;
    }

  return NULL;
}

/* The school that had left, where it is one and no more. */
static const OctOwnSchool *
find_returned (Finder *finder, guint32 urn)
{
  const OctOwnSchool *returned = NULL;

  for (guint i = 0; i < finder->own->len; i++)
    {
      const OctOwnSchool *own = g_ptr_array_index (finder->own, i);
      g_autoptr (GPtrArray) ends = NULL;

      if (own->left == OCT_DATE_UNKNOWN || own->urn == 0)
        continue;
      ends = oct_difference_follow (finder->by_urn, finder->picture->links, own->urn);
      if (own->urn != urn && !g_ptr_array_find (ends, get_school (finder, urn), NULL))
        continue;
      if (returned != NULL)
        return NULL;
      returned = own;
    }

  return returned;
}

static void
describe_newcomer (OctDifference *difference, OctDate joined)
{
  g_autofree char *day = oct_date_to_text (difference->on);

  switch (difference->kind)
    {
    case OCT_DIFFERENCE_IDENTIFIED:
      difference->sentence = g_strdup (
        _("Was entered by hand. What was recorded for it stays with it."));
      break;
    case OCT_DIFFERENCE_RETURNED:
      /* Translators: %s is a day. */
      difference->sentence = g_strdup_printf (
        _("Is in the trust again since %s. What was recorded for it before goes on."), day);
      break;
    default:
      difference->sentence = joined != OCT_DATE_UNKNOWN
                               /* Translators: %s is a day. */
                               ? g_strdup_printf (_("Joined the trust on %s."), day)
                               /* Translators: %s is a day. */
                               : g_strdup_printf (_("Is in the trust by the register of %s."), day);
    }
}

static void
add_newcomer (Finder *finder, OctSchool *school)
{
  const OctSchoolFacts *facts = oct_school_get_facts (school);
  const OctOwnSchool *by_hand = find_by_hand (finder, facts);
  const OctOwnSchool *returned = by_hand == NULL ? find_returned (finder, facts->urn) : NULL;
  const OctOwnSchool *own = by_hand != NULL ? by_hand : returned;
  g_autoptr (OctOwnSchool) nothing = oct_own_school_new ();
  OctDifference *difference = add (finder,
                                   by_hand != NULL    ? OCT_DIFFERENCE_IDENTIFIED
                                   : returned != NULL ? OCT_DIFFERENCE_RETURNED
                                                      : OCT_DIFFERENCE_JOINED,
                                   own, school,
                                   first_known (finder, facts->joined, OCT_DATE_UNKNOWN));

  describe_newcomer (difference, facts->joined);
  oct_difference_add_urn (difference, own != NULL ? own->urn : 0, facts->urn);
  if (own != NULL)
    oct_difference_add_line (difference, _("Name"), own->name, facts->name);
  if (returned != NULL)
    oct_difference_add_facts (difference, own, facts);
  else
    {
      oct_difference_add_line (difference, _("Phase"), "", oct_phase_label (facts->phase));
      oct_difference_add_line (difference, _("Type"), "", facts->type);
      oct_difference_add_line (difference, _("Local authority"), "", facts->la);
    }
  oct_difference_seal (difference);
}

/* The whole. */

static void
compare_trust (Finder *finder, const OctOwnTrust *trust)
{
  OctDifference *difference;

  if (finder->picture->trust_name == NULL
      || g_strcmp0 (trust->name, finder->picture->trust_name) == 0)
    return;
  difference = oct_difference_new (OCT_DIFFERENCE_TRUST_NAME, NULL, trust->name);
  difference->trust_name = g_strdup (finder->picture->trust_name);
  difference->sentence = g_strdup (_("The trust has a new name."));
  difference->accepted = trust->as_at;
  difference->on = difference->as_at = finder->picture->as_at;
  oct_difference_add_line (difference, _("Name"), trust->name, difference->trust_name);
  oct_difference_seal (difference);
  g_ptr_array_add (finder->found, difference);
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const OctDifference *first = *(const OctDifference *const *) a;
  const OctDifference *second = *(const OctDifference *const *) b;
  int by_name;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  by_name = g_utf8_collate (first->name, second->name);

  return by_name != 0 ? by_name : g_strcmp0 (first->key, second->key);
}

static void
finder_init (Finder *finder)
{
  const OctRegisterPicture *picture = finder->picture;

  finder->by_urn = g_hash_table_new (NULL, NULL);
  finder->members = g_hash_table_new (NULL, NULL);
  finder->accounted = g_hash_table_new (NULL, NULL);
  finder->became = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  finder->unlinked = g_ptr_array_new ();
  finder->found = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_difference_unref);
  for (guint i = 0; i < picture->schools->len; i++)
    {
      OctSchool *school = g_ptr_array_index (picture->schools, i);

      g_hash_table_insert (finder->by_urn, GUINT_TO_POINTER (oct_school_get_urn (school)), school);
      if (i < picture->n_members)
        g_hash_table_add (finder->members, GUINT_TO_POINTER (oct_school_get_urn (school)));
    }
  for (guint i = 0; i < finder->own->len; i++)
    {
      const OctOwnSchool *own = g_ptr_array_index (finder->own, i);

      if (own->left == OCT_DATE_UNKNOWN && is_member (finder, own->urn))
        account_for (finder, own->urn);
    }
}

static void
finder_clear (Finder *finder)
{
  g_hash_table_unref (finder->by_urn);
  g_hash_table_unref (finder->members);
  g_hash_table_unref (finder->accounted);
  g_hash_table_unref (finder->became);
  g_ptr_array_unref (finder->unlinked);
}

/**
 * oct_find_differences:
 * @trust: the trust as accepted
 * @schools: (element-type OctOwnSchool): its schools as accepted, those that left too
 * @picture: what the register says
 *
 * Compares the two. Nothing differs where the register is older than what was accepted last, nor
 * for a trust that isn't in it.
 *
 * Returns: (transfer full) (element-type OctDifference): the differences, by kind and name
 */
GPtrArray *
oct_find_differences (const OctOwnTrust *trust, GPtrArray *schools,
                      const OctRegisterPicture *picture)
{
  Finder finder = { .own = schools, .picture = picture };

  finder_init (&finder);
  if (trust->uid != 0 && picture->as_at >= trust->as_at)
    {
      compare_trust (&finder, trust);
      for (guint i = 0; i < schools->len; i++)
        {
          const OctOwnSchool *own = g_ptr_array_index (schools, i);

          if (own->left == OCT_DATE_UNKNOWN && own->urn != 0)
            compare_school (&finder, own);
        }
      tell_became (&finder);
      tell_unlinked (&finder);
      for (guint i = 0; i < picture->n_members; i++)
        {
          OctSchool *school = g_ptr_array_index (picture->schools, i);

          if (!is_accounted (&finder, oct_school_get_urn (school)))
            add_newcomer (&finder, school);
        }
      g_ptr_array_sort (finder.found, compare_differences);
    }
  finder_clear (&finder);

  return finder.found;
}
