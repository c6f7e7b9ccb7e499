/* The trusts of the register: what the groups file says of each, and what its schools add up to.
 *
 * A trust that only schools name is there too, and so are groups that no school names by UID: sponsors,
 * umbrella trusts, children's centres. Nothing can be counted for those.
 */

#include "oct-register-trusts.h"

#include <string.h>

#include "oct-trust-sums.h"

typedef struct
{
  OctTrustFacts facts;
  char *name;
  char *company_number;
  char *town;
  char *postcode;
} Group;

static void
group_free (Group *group)
{
  g_free (group->name);
  g_free (group->company_number);
  g_free (group->town);
  g_free (group->postcode);
  g_free (group);
}

static Group *
ensure_group (GHashTable *groups, guint32 uid)
{
  Group *group = g_hash_table_lookup (groups, GUINT_TO_POINTER (uid));

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->facts.uid = uid;
      g_hash_table_insert (groups, GUINT_TO_POINTER (uid), group);
    }

  return group;
}

static gboolean
read_groups (sqlite3 *db, GHashTable *groups, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    db,
    "SELECT uid, type, name, company_number, town, postcode, coalesce (nullif (opened, 0), incorporated, 0), closed,"
    " status FROM establishment_group",
    error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return FALSE;

  while (oct_sql_next (db, s, &local_error))
    {
      Group *group = ensure_group (groups, (guint32) sqlite3_column_int64 (s, 0));

      group->facts.type = (OctGroupType) sqlite3_column_int (s, 1);
      group->name = g_strdup (oct_sql_text (s, 2));
      group->company_number = g_strdup (oct_sql_text (s, 3));
      group->town = g_strdup (oct_sql_text (s, 4));
      group->postcode = g_strdup (oct_sql_text (s, 5));
      group->facts.opened = sqlite3_column_int (s, 6);
      group->facts.closed = sqlite3_column_int (s, 7);
      group->facts.open = g_ascii_strcasecmp (oct_sql_text (s, 8), "Open") == 0;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/* A federation's schools are added up as a trust's are; one school may be in both. */
static void
add_to_federation (OctIndex *index, guint row, const OctSchoolFacts *school, OctTrustSums *sums,
                   GHashTable *groups)
{
  guint32 uid = (guint32) g_ascii_strtoull (oct_index_get_key (index, OCT_FACET_FEDERATION, row),
                                            NULL, 10);
  OctSchoolFacts facts = *school;
  Group *group;

  if (uid == 0 || uid == school->trust_uid)
    return;

  facts.trust_uid = uid;
  facts.trust_type = OCT_GROUP_FEDERATION;
  oct_trust_sums_add (sums, &facts);
  group = ensure_group (groups, uid);
  if (group->name == NULL)
    {
      group->name = g_strdup (oct_index_facet_label (
        index, OCT_FACET_FEDERATION, oct_index_get_key (index, OCT_FACET_FEDERATION, row)));
      group->facts.type = OCT_GROUP_FEDERATION;
      group->facts.open = TRUE;
    }
}

/* One pass over the schools: the sums, and the trusts that only schools name. */
static OctTrustSums *
add_up_schools (OctIndex *index, GHashTable *groups)
{
  OctTrustSums *sums = oct_trust_sums_new (oct_index_get_as_at (index));
  OctSchoolFacts facts;

  for (guint row = 0; oct_index_get_facts (index, row, &facts); row++)
    {
      Group *group;

      add_to_federation (index, row, &facts, sums, groups);
      if (facts.trust_uid == 0)
        continue;

      oct_trust_sums_add (sums, &facts);
      group = ensure_group (groups, facts.trust_uid);
      /* The name as the newest file states it. */
      if (group->name == NULL)
        {
          group->name = g_strdup (facts.trust);
          group->facts.type = facts.trust_type;
          group->facts.open = TRUE;
        }
      else if (facts.trust[0] != '\0' && !g_str_equal (facts.trust, group->name))
        {
          g_free (group->name);
          group->name = g_strdup (facts.trust);
        }
    }

  return sums;
}

static gboolean
count_leavers (sqlite3 *db, OctDate as_at, GHashTable *groups, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    db,
    "SELECT uid_before, count (*) FROM change WHERE kind IN ('left', 'moved') AND date_after > ?1 GROUP BY uid_before",
    error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return FALSE;

  sqlite3_bind_int (s, 1, as_at - 10000);
  while (oct_sql_next (db, s, &local_error))
    {
      Group *group = g_hash_table_lookup (groups,
                                          GUINT_TO_POINTER ((guint) sqlite3_column_int64 (s, 0)));

      if (group != NULL)
        group->facts.left_since = (guint) sqlite3_column_int (s, 1);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static int
compare_trusts (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = g_ascii_strcasecmp (oct_trust_get_name ((OctTrust *) a),
                                  oct_trust_get_name ((OctTrust *) b));

  return order != 0
           ? order
           : (int) oct_trust_get_uid ((OctTrust *) a) - (int) oct_trust_get_uid ((OctTrust *) b);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * oct_register_make_trusts:
 * @db: the register's database
 * @index: its index
 * @error: return location; set when the database could not be read whole
 *
 * Returns: (transfer full): (element-type OctTrust) the trusts in order of name
 */
GListStore *
oct_register_make_trusts (sqlite3 *db, OctIndex *index, GError **error)
{
  GListStore *trusts = g_list_store_new (OCT_TYPE_TRUST);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (NULL, NULL, NULL,
                                                         (GDestroyNotify) group_free);
  g_autoptr (OctTrustSums) sums = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  if (!read_groups (db, groups, error))
    return trusts;

  sums = add_up_schools (index, groups);
  if (!count_leavers (db, oct_index_get_as_at (index), groups, error))
    return trusts;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;

      group->facts.name = or_empty (group->name);
      group->facts.company_number = or_empty (group->company_number);
      group->facts.town = or_empty (group->town);
      group->facts.postcode = or_empty (group->postcode);
      oct_trust_sums_fill (sums, &group->facts);
      g_ptr_array_add (made, oct_trust_new (&group->facts));
    }

  g_list_store_splice (trusts, 0, 0, made->pdata, made->len);
  g_list_store_sort (trusts, compare_trusts, NULL);
  return trusts;
}
