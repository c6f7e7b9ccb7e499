/* What the register says of one trust, read for a comparison, on any thread.
 *
 * Facts come from the index in memory. Links are read from the register's tables only for schools
 * that are no longer open in the trust, and followed forward from there, so that a trust where
 * nothing happened costs no query.
 */
#include "oct-acceptance-private.h"

#include "oct-commands.h"

/* More than any line of schools is long; links of a damaged file may go in circles. */
#define MAX_FOLLOWED 2000

typedef struct
{
  OctRegister *reg;
  OctRegisterPicture picture;
  GHashTable *taken; /* URNs whose school is in the picture */
} Reading;

static gboolean
take_school (Reading *reading, guint32 urn)
{
  OctIndex *index = oct_register_get_index (reading->reg);
  OctSchoolFacts facts;
  guint row;

  if (urn == 0 || g_hash_table_contains (reading->taken, GUINT_TO_POINTER (urn)))
    return urn != 0;
  if (!oct_index_find_urn (index, urn, &row) || !oct_index_get_facts (index, row, &facts))
    return FALSE;
  g_hash_table_add (reading->taken, GUINT_TO_POINTER (urn));
  g_ptr_array_add (reading->picture.schools, oct_school_new (&facts, G_OBJECT (index)));

  return TRUE;
}

static void
take_members (Reading *reading, guint32 uid)
{
  g_autoptr (OctSchoolQuery) query = oct_make_register_query (reading->reg, uid, TRUE);
  OctIndex *index = oct_register_get_index (reading->reg);
  g_autoptr (OctResult) result = oct_index_search (index, query, NULL);

  for (guint i = 0; i < result->n_rows; i++)
    {
      OctSchoolFacts facts;

      if (oct_index_get_facts (index, result->rows[i], &facts))
        take_school (reading, facts.urn);
    }
  reading->picture.n_members = reading->picture.schools->len;
}

static gboolean
is_open_member (Reading *reading, guint32 urn)
{
  for (guint i = 0; i < reading->picture.n_members; i++)
    if (oct_school_get_urn (g_ptr_array_index (reading->picture.schools, i)) == urn)
      return TRUE;

  return FALSE;
}

/* Forward from a school that is no longer open in the trust. */
static gboolean
follow_links (Reading *reading, guint32 urn, GError **error)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_append_val (waiting, urn);
  g_hash_table_add (seen, GUINT_TO_POINTER (urn));
  for (guint i = 0; i < waiting->len && i < MAX_FOLLOWED; i++)
    {
      g_autoptr (GPtrArray) links = oct_register_read_links (
        reading->reg, g_array_index (waiting, guint32, i), error);

      if (links == NULL)
        return FALSE;
      for (guint j = 0; j < links->len; j++)
        {
          OctLink *link = g_ptr_array_index (links, j);
          guint32 other = oct_link_get_other_urn (link);

          if (oct_link_get_kind (link) != OCT_LINK_SUCCESSOR)
            continue;
          g_ptr_array_add (reading->picture.links, g_object_ref (link));
          take_school (reading, other);
          if (g_hash_table_add (seen, GUINT_TO_POINTER (other)))
            g_array_append_val (waiting, other);
        }
    }

  return TRUE;
}

/*
 * oct_acceptance_compare:
 * @reg: a register
 * @trust: the trust as accepted
 * @schools: (element-type OctOwnSchool): its schools as accepted, those that left too
 * @found: (out): whether the register knows the trust or any of its schools
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctDifference): what differs, or %NULL with @error set
 */
GPtrArray *
oct_acceptance_compare (OctRegister *reg, const OctOwnTrust *trust, GPtrArray *schools,
                        gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) taken_schools = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  OctTrust *known = oct_register_get_trust (reg, trust->uid);
  Reading reading = { .reg = reg, .taken = taken };

  reading.picture.as_at = oct_register_get_as_at (reg);
  reading.picture.trust_name = known != NULL ? oct_trust_get_name (known) : NULL;
  reading.picture.schools = taken_schools;
  reading.picture.links = links;
  *found = known != NULL;
  if (known != NULL)
    take_members (&reading, trust->uid);
  for (guint i = 0; i < schools->len; i++)
    {
      guint32 urn = ((const OctOwnSchool *) g_ptr_array_index (schools, i))->urn;

      if (urn == 0 || is_open_member (&reading, urn))
        continue;
      *found = take_school (&reading, urn) || *found;
      if (!follow_links (&reading, urn, error))
        return NULL;
    }

  return oct_find_differences (trust, schools, &reading.picture);
}
