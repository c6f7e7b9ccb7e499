/* A trust of the register as the beginning of a workspace: its facts and those of its open schools,
 * as they were accepted on the day.
 */
#include <glib/gi18n.h>

#include "oct-commands.h"

#include "oct-error.h"

static OctOwnSchool *
make_school (const OctSchoolFacts *facts, OctDate as_at)
{
  OctOwnSchool *school = g_new0 (OctOwnSchool, 1);

  school->urn = facts->urn;
  school->name = g_strdup (facts->name);
  school->phase = facts->phase;
  school->type = g_strdup (facts->type);
  school->la = g_strdup (facts->la);
  school->town = g_strdup (facts->town);
  school->postcode = g_strdup (facts->postcode);
  school->pupils = facts->pupils;
  school->capacity = facts->capacity;
  school->fsm_tenths = facts->fsm_tenths;
  school->easting = facts->easting;
  school->northing = facts->northing;
  school->joined = facts->joined;
  school->as_at = as_at;

  return school;
}

/**
 * oct_make_own_trust:
 * @session: a session with a register
 * @uid: a trust
 * @schools: (out) (transfer full) (element-type OctOwnSchool): its open schools, by name
 * @error: return location for an error
 *
 * Takes a trust's facts from the register, to begin a workspace with.
 *
 * Returns: (transfer full): the trust; %NULL with %OCT_ERROR_NO_REGISTER or %OCT_ERROR_NOT_FOUND
 */
OctOwnTrust *
oct_make_own_trust (OctSession *session, guint32 uid, GPtrArray **schools, GError **error)
{
  OctRegister *reg = oct_session_get_register (session);
  OctTrust *known = reg != NULL ? oct_register_get_trust (reg, uid) : NULL;
  g_autoptr (OctSchoolQuery) query = NULL;
  g_autoptr (OctResult) result = NULL;
  OctOwnTrust *trust;

  if (known == NULL)
    {
      g_set_error (error, OCT_ERROR, reg == NULL ? OCT_ERROR_NO_REGISTER : OCT_ERROR_NOT_FOUND,
                   _("The trust is not in the register. Import the register first, or enter the "
                     "trust by hand."));
      return NULL;
    }
  query = oct_make_group_query (session, uid, TRUE);
  oct_school_query_set_sort (query, OCT_COLUMN_NAME, FALSE);
  result = oct_session_search (session, query);
  *schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  for (guint i = 0; i < result->n_rows; i++)
    {
      OctSchoolFacts facts;

      if (oct_index_get_facts (oct_register_get_index (reg), result->rows[i], &facts))
        g_ptr_array_add (*schools, make_school (&facts, oct_register_get_as_at (reg)));
    }
  trust = g_new0 (OctOwnTrust, 1);
  trust->uid = uid;
  trust->name = g_strdup (oct_trust_get_name (known));
  trust->purpose = g_strdup ("");
  trust->as_at = oct_register_get_as_at (reg);

  return trust;
}
