/* Commands answered from the register's index: the national picture, similar and nearest schools.
 *
 * The statistics are src/measure's and know nothing of an index; here they are given one, row by
 * row.
 */
#include "oct-commands.h"

#include <glib/gi18n.h>

#include "oct-error.h"

static gboolean
facts_at (gpointer source, guint row, OctSchoolFacts *facts)
{
  return oct_index_get_facts (source, row, facts);
}

/**
 * oct_make_national:
 * @session: a session
 * @error: return location for an error
 *
 * Adds up every school of the register to the national picture.
 *
 * Returns: (transfer full): the picture, or %NULL with %OCT_ERROR_NO_REGISTER
 */
OctNational *
oct_make_national (OctSession *session, GError **error)
{
  OctRegister *reg;
  OctIndex *index;
  OctNational *national;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  reg = oct_session_get_register (session);
  if (reg == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER,
                   _("No register has been imported yet. Import the public file first."));
      return NULL;
    }
  index = oct_register_get_index (reg);
  national = oct_national_new (oct_register_get_as_at (reg));
  for (guint row = 0; row < oct_index_get_n_rows (index); row++)
    {
      OctSchoolFacts facts;

      if (oct_index_get_facts (index, row, &facts))
        oct_national_add (national, &facts);
    }

  return national;
}

static OctIndex *
find_school (OctSession *session, guint32 urn, OctSchoolFacts *facts)
{
  OctRegister *reg = oct_session_get_register (session);
  OctIndex *index;
  guint row;

  if (reg == NULL)
    return NULL;
  index = oct_register_get_index (reg);
  if (!oct_index_find_urn (index, urn, &row) || !oct_index_get_facts (index, row, facts))
    return NULL;

  return index;
}

/**
 * oct_make_group_query:
 * @session: a session
 * @uid: a trust, or a federation
 * @open_only: leave out schools that are closed or not open yet
 *
 * Returns: (transfer full): a query for its schools
 */
OctSchoolQuery *
oct_make_group_query (OctSession *session, guint32 uid, gboolean open_only)
{
  return oct_make_register_query (oct_session_get_register (session), uid, open_only);
}

/**
 * oct_make_register_query:
 * @reg: (nullable): a register
 * @uid: a trust, or a federation
 * @open_only: leave out schools that are closed or not open yet
 *
 * The same as oct_make_group_query(), for any thread.
 *
 * Returns: (transfer full): a query for its schools
 */
OctSchoolQuery *
oct_make_register_query (OctRegister *reg, guint32 uid, gboolean open_only)
{
  OctSchoolQuery *query = oct_school_query_new ();
  OctTrust *group = reg != NULL ? oct_register_get_trust (reg, uid) : NULL;
  OctGroupType type = group != NULL ? oct_trust_get_facts (group)->type : OCT_GROUP_NONE;
  g_autofree char *key = g_strdup_printf ("%u", uid);

  oct_school_query_set_key (query, oct_group_type_facet (type), key, TRUE);
  if (open_only)
    {
      oct_school_query_set_key (query, OCT_FACET_STATUS, oct_status_key (OCT_STATUS_OPEN), TRUE);
      oct_school_query_set_key (query, OCT_FACET_STATUS,
                                oct_status_key (OCT_STATUS_OPEN_PROPOSED_TO_CLOSE), TRUE);
    }

  return query;
}

/**
 * oct_find_similar:
 * @session: a session
 * @urn: a school
 * @options: (nullable): the weights; 1 each when %NULL
 * @max: how many at most
 *
 * Finds the schools most like one, nearest first; see oct_similar_find() for the method.
 *
 * Returns: (transfer full) (element-type OctNeighbour): the schools; none where there is no such
 *   school
 */
GArray *
oct_find_similar (OctSession *session, guint32 urn, const OctSimilarOptions *options, guint max)
{
  const OctSimilarOptions ordinary = { .pupils = 1, .fsm = 1, .region = 1 };
  OctSchoolFacts facts;
  OctIndex *index;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  index = find_school (session, urn, &facts);
  if (index == NULL)
    return g_array_new (FALSE, FALSE, sizeof (OctNeighbour));

  return oct_similar_find (index, oct_index_get_n_rows (index), facts_at, &facts,
                           options != NULL ? options : &ordinary, max);
}

/**
 * oct_find_nearest:
 * @session: a session
 * @urn: a school
 * @max: how many at most
 *
 * Finds the schools nearest to one, in kilometres as the crow flies.
 *
 * Returns: (transfer full) (element-type OctNeighbour): the schools; none where there is no such
 *   school or its place isn't stated
 */
GArray *
oct_find_nearest (OctSession *session, guint32 urn, guint max)
{
  OctSchoolFacts facts;
  OctIndex *index;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  index = find_school (session, urn, &facts);
  if (index == NULL)
    return g_array_new (FALSE, FALSE, sizeof (OctNeighbour));

  return oct_nearest_find (index, oct_index_get_n_rows (index), facts_at, &facts, max);
}
