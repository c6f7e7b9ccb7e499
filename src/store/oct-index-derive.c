/* What no file states and every list wants.
 *
 * The day a school joined its trust is the one in the group-links file where it names the same
 * trust; else the date of the release in which the school was first seen there; else, for an
 * academy, the day it opened, since an academy opens in a trust.
 */

#include "oct-index-derive.h"

#include <string.h>

#include "oct-field.h"

typedef struct
{
  guint32 predecessor;
  guint count;
} Predecessor;

struct _OctIndexDerive
{
  sqlite3 *db;
  OctDate as_at;
  GHashTable *joined;       /* URN and UID as one gint64 → OctDate */
  GHashTable *seen;         /* the same → date of the release that first showed it */
  GHashTable *predecessors; /* URN → Predecessor */
  GHashTable *trust_names;  /* UID → name, where the groups file is newer */
  GHashTable *trust_types;  /* UID → OctGroupType, by the groups file */
  sqlite3_stmt *pupils_of;
};

static gint64 *
make_key (guint32 urn, guint32 uid)
{
  gint64 *key = g_new (gint64, 1);

  *key = (gint64) urn << 32 | uid;
  return key;
}

static gboolean
load_dates (OctIndexDerive *self, GHashTable *table, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (self->db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return FALSE;

  while (oct_sql_next (self->db, s, &local_error))
    g_hash_table_insert (table,
                         make_key ((guint32) sqlite3_column_int64 (s, 0),
                                   (guint32) sqlite3_column_int64 (s, 1)),
                         GINT_TO_POINTER (sqlite3_column_int (s, 2)));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/* A predecessor that was split stands for more than one school, so its pupils are nobody's. */
static gboolean
load_predecessors (OctIndexDerive *self, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    self->db,
    "SELECT urn, other_urn FROM main.link WHERE type LIKE 'Predecessor%' AND type NOT LIKE '%split%'"
    " UNION SELECT other_urn, urn FROM main.link WHERE type LIKE 'Successor%' AND type NOT LIKE '%split%'",
    error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return FALSE;

  while (oct_sql_next (self->db, s, &local_error))
    {
      gpointer urn = GUINT_TO_POINTER ((guint) sqlite3_column_int64 (s, 0));
      Predecessor *known = g_hash_table_lookup (self->predecessors, urn);

      if (known == NULL)
        {
          known = g_new0 (Predecessor, 1);
          g_hash_table_insert (self->predecessors, urn, known);
        }
      known->predecessor = (guint32) sqlite3_column_int64 (s, 1);
      known->count++;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/* The newest file that states a trust's name wins: the groups file, when no newer extract is there. */
static gboolean
load_trust_names (OctIndexDerive *self, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    self->db,
    "SELECT uid, name FROM main.establishment_group WHERE name IS NOT NULL AND source >"
    " (SELECT coalesce (max (id), 0) FROM main.source WHERE instr (',' || fields || ',', ',trust,'))",
    error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return FALSE;

  while (oct_sql_next (self->db, s, &local_error))
    g_hash_table_insert (self->trust_names, GUINT_TO_POINTER ((guint) sqlite3_column_int64 (s, 0)),
                         g_strdup (oct_sql_text (s, 1)));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_trust_types (OctIndexDerive *self, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    self->db, "SELECT uid, type FROM main.establishment_group WHERE type > 0", error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return FALSE;

  while (oct_sql_next (self->db, s, &local_error))
    g_hash_table_insert (self->trust_types, GUINT_TO_POINTER ((guint) sqlite3_column_int64 (s, 0)),
                         GUINT_TO_POINTER ((guint) sqlite3_column_int (s, 1)));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_as_at (OctIndexDerive *self, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    self->db,
    "SELECT coalesce (max (published), 0) FROM main.source WHERE fields <> '' AND"
    " (complete OR NOT EXISTS (SELECT 1 FROM main.source WHERE complete))",
    error);

  if (s == NULL)
    return FALSE;

  sqlite3_step (s);
  self->as_at = sqlite3_column_int (s, 0);
  return TRUE;
}

OctIndexDerive *
oct_index_derive_new (sqlite3 *db, GError **error)
{
  OctIndexDerive *self = g_new0 (OctIndexDerive, 1);

  self->db = db;
  self->joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->predecessors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->trust_names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->trust_types = g_hash_table_new (NULL, NULL);
  self->pupils_of = oct_sql_prepare (
    db, "SELECT pupils, fsm_percent FROM main.establishment WHERE urn = ?1", error);

  if (self->pupils_of == NULL || !load_as_at (self, error) || !load_predecessors (self, error)
      || !load_trust_names (self, error) || !load_trust_types (self, error)
      || !load_dates (self, self->joined,
                      "SELECT urn, uid, joined FROM main.membership WHERE joined > 0", error)
      || !load_dates (
        self, self->seen,
        "SELECT urn, uid_after, date_after FROM main.change WHERE kind IN ('joined', 'moved')"
        " ORDER BY date_after",
        error))
    {
      oct_index_derive_free (self);
      return NULL;
    }

  return self;
}

void
oct_index_derive_free (OctIndexDerive *self)
{
  if (self == NULL)
    return;

  sqlite3_finalize (self->pupils_of);
  g_hash_table_unref (self->joined);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->predecessors);
  g_hash_table_unref (self->trust_names);
  g_hash_table_unref (self->trust_types);
  g_free (self);
}

OctDate
oct_index_derive_as_at (OctIndexDerive *self)
{
  return self->as_at;
}

const char *
oct_index_derive_trust_name (OctIndexDerive *self, guint32 uid, const char *stated)
{
  const char *name = g_hash_table_lookup (self->trust_names, GUINT_TO_POINTER (uid));

  return name != NULL ? name : stated;
}

OctGroupType
oct_index_derive_trust_type (OctIndexDerive *self, guint32 uid, const char *flag)
{
  guint type = GPOINTER_TO_UINT (g_hash_table_lookup (self->trust_types, GUINT_TO_POINTER (uid)));

  if (uid == 0)
    return OCT_GROUP_NONE;
  if (type != 0)
    return (OctGroupType) type;
  if (strstr (flag, "multi-academy") != NULL)
    return OCT_GROUP_MAT;

  return strstr (flag, "single-academy") != NULL ? OCT_GROUP_SAT : OCT_GROUP_FOUNDATION_TRUST;
}

OctDate
oct_index_derive_joined (OctIndexDerive *self, guint32 urn, guint32 uid, OctDate opened,
                         gboolean academy)
{
  gint64 key = (gint64) urn << 32 | uid;
  OctDate stated;
  OctDate seen;

  if (uid == 0)
    return OCT_DATE_UNKNOWN;

  stated = GPOINTER_TO_INT (g_hash_table_lookup (self->joined, &key));
  seen = GPOINTER_TO_INT (g_hash_table_lookup (self->seen, &key));
  if (stated != OCT_DATE_UNKNOWN)
    return stated;
  /* A school that opened since the release before joined on the day it opened. */
  if (seen != OCT_DATE_UNKNOWN && !(academy && opened > seen - 10000 && opened <= seen))
    return seen;

  return academy ? opened : OCT_DATE_UNKNOWN;
}

/**
 * oct_index_derive_pupils:
 * @self: the derivation
 * @urn: an open school that states no pupils
 * @pupils: (inout): set to its one predecessor's where there is one
 * @fsm: (inout): likewise, where the school states none
 * @from: (out): the predecessor's URN
 *
 * Follows at most three predecessors, each the only one.
 */
void
oct_index_derive_pupils (OctIndexDerive *self, guint32 urn, gint32 *pupils, gint32 *fsm,
                         guint32 *from)
{
  guint32 at = urn;

  for (int step = 0; step < 3; step++)
    {
      const Predecessor *link = g_hash_table_lookup (self->predecessors, GUINT_TO_POINTER (at));
      gboolean found;

      if (link == NULL || link->count != 1)
        return;

      at = link->predecessor;
      sqlite3_bind_int64 (self->pupils_of, 1, at);
      found = sqlite3_step (self->pupils_of) == SQLITE_ROW
              && sqlite3_column_type (self->pupils_of, 0) != SQLITE_NULL;
      if (found)
        {
          *pupils = sqlite3_column_int (self->pupils_of, 0);
          if (*fsm < 0 && sqlite3_column_type (self->pupils_of, 1) != SQLITE_NULL)
            *fsm = sqlite3_column_int (self->pupils_of, 1);
          *from = at;
        }
      sqlite3_reset (self->pupils_of);
      if (found)
        return;
    }
}
