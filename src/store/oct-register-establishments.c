/* Folding a file of establishments into the register.
 *
 * Rows are compared with what was known field by field. A field the file doesn't state keeps its
 * value, and the code beside a name that changed is dropped when the file states only the name.
 * Which files stated a row is kept as a set of sources, so that the source and date of every
 * single fact can be told later.
 */

#include "oct-register-builder-private.h"

#include <stdlib.h>
#include <string.h>

#include "oct-vocabulary.h"

/* A stamp of the register itself; a row that differs in nothing else has not changed. */
#define STAMP_FIELD OCT_FIELD_LAST_CHANGED

static char *
make_insert_sql (gboolean replace)
{
  GString *sql = g_string_new (replace ? "INSERT OR REPLACE INTO main.establishment VALUES ("
                                       : "INSERT INTO main.establishment VALUES (");

  for (int i = 1; i <= OCT_N_FIELDS + 2; i++)
    g_string_append_printf (sql, "%s?%d", i > 1 ? ", " : "", i);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static gboolean
number_source_sets (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    oct_sql_prepare (self->db, "SELECT coalesce (max (id), 0) + 1 FROM main.source_set", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_step (statement);
  self->next_source_set = (guint) sqlite3_column_int (statement, 0);
  return TRUE;
}

/**
 * oct_builder_begin_establishments:
 * @self: a builder that has taken the source
 * @error: return location
 *
 * Prepares for rows. A file that doesn't list every establishment starts from a copy of them all.
 *
 * Returns: %TRUE on success
 */
gboolean
oct_builder_begin_establishments (OctRegisterBuilder *self, GError **error)
{
  g_autofree char *insert = make_insert_sql (!self->complete);

  for (int i = 0; i < OCT_N_FIELDS; i++)
    self->position[i] = -1;
  for (guint i = 0; i < self->n_fields; i++)
    self->position[self->fields[i]] = (int) i;

  if (!number_source_sets (self, error))
    return FALSE;

  self->source_sets = g_hash_table_new (NULL, NULL);
  self->trust_counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (self->has_old && !self->complete
      && !oct_sql_run (self->db, "INSERT INTO main.establishment SELECT * FROM old.establishment", error))
    return FALSE;

  self->insert = oct_sql_prepare (self->db, insert, error);
  if (self->insert != NULL && self->has_old)
    self->select_old = oct_sql_prepare (self->db, "SELECT * FROM old.establishment WHERE urn = ?1", error);

  return self->insert != NULL && (!self->has_old || self->select_old != NULL);
}

/**
 * oct_builder_map_source_set:
 * @self: a builder
 * @old_set: the set of sources that stated a row before, 0 for none
 * @error: return location
 *
 * Returns: the id of that set with this source added, or 0 on failure
 */
guint
oct_builder_map_source_set (OctRegisterBuilder *self, guint old_set, GError **error)
{
  guint mapped = GPOINTER_TO_UINT (g_hash_table_lookup (self->source_sets, GUINT_TO_POINTER (old_set)));
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (mapped != 0)
    return mapped;

  statement = oct_sql_prepare (self->db,
    "INSERT INTO main.source_set VALUES (?1, coalesce ((SELECT members || ',' FROM main.source_set WHERE id = ?2), '') || ?3)",
    error);
  if (statement == NULL)
    return 0;

  mapped = self->next_source_set++;
  sqlite3_bind_int64 (statement, 1, mapped);
  sqlite3_bind_int64 (statement, 2, old_set);
  sqlite3_bind_int64 (statement, 3, self->source_id);
  if (!oct_sql_step_done (self->db, statement, error))
    return 0;

  g_hash_table_insert (self->source_sets, GUINT_TO_POINTER (old_set), GUINT_TO_POINTER (mapped));
  return mapped;
}

static gboolean
differs (sqlite3_stmt *old, int column, const OctValue *value)
{
  int type = sqlite3_column_type (old, column);

  switch (value->kind)
    {
    case OCT_VALUE_NUMBER:
      return type != SQLITE_INTEGER || sqlite3_column_int64 (old, column) != value->number;

    case OCT_VALUE_TEXT:
      return type != SQLITE_TEXT || sqlite3_column_bytes (old, column) != value->length
             || memcmp (sqlite3_column_blob (old, column), value->text, (gsize) value->length) != 0;

    case OCT_VALUE_NONE:
    default:
      return type != SQLITE_NULL;
    }
}

/* The field that holds the code of what @field names, where the file leaves it out. */
static gboolean
is_orphaned_code (OctRegisterBuilder *self, int field, const OctValue *values, sqlite3_stmt *old)
{
  static gsize once = 0;
  static int name_of_code[OCT_N_FIELDS];
  int name;

  if (g_once_init_enter (&once))
    {
      for (int i = 0; i < OCT_N_FIELDS; i++)
        {
          const char *code = oct_field_name (i);
          g_autofree char *base = NULL;
          OctField found;

          name_of_code[i] = -1;
          if (i == OCT_FIELD_TRUST_UID)
            name_of_code[i] = OCT_FIELD_TRUST;
          else if (i == OCT_FIELD_FEDERATION_UID)
            name_of_code[i] = OCT_FIELD_FEDERATION;
          else if (g_str_has_suffix (code, "_code"))
            {
              base = g_strndup (code, strlen (code) - strlen ("_code"));
              if (oct_field_from_name (base, &found))
                name_of_code[i] = (int) found;
            }
        }
      g_once_init_leave (&once, 1);
    }

  name = name_of_code[field];
  return name >= 0 && self->position[name] >= 0 && differs (old, name, &values[self->position[name]]);
}

static void
bind_field (OctRegisterBuilder *self, int field, const OctValue *value)
{
  if (value->kind == OCT_VALUE_TEXT)
    sqlite3_bind_text (self->insert, field + 1, value->text, value->length, SQLITE_STATIC);
  else if (value->kind == OCT_VALUE_NUMBER)
    sqlite3_bind_int64 (self->insert, field + 1, value->number);
  else
    sqlite3_bind_null (self->insert, field + 1);
}

/* Binds the row as it is to be, and tells whether a stated fact differs from the old one. */
static gboolean
bind_row (OctRegisterBuilder *self, const OctValue *values, sqlite3_stmt *old)
{
  gboolean changed = FALSE;

  for (int field = 0; field < OCT_N_FIELDS; field++)
    {
      int position = self->position[field];

      if (position >= 0)
        {
          bind_field (self, field, &values[position]);
          if (old != NULL && !changed && field != STAMP_FIELD)
            changed = differs (old, field, &values[position]);
        }
      else if (old != NULL && !is_orphaned_code (self, field, values, old))
        sqlite3_bind_value (self->insert, field + 1, sqlite3_column_value (old, field));
      else
        sqlite3_bind_null (self->insert, field + 1);
    }

  return changed;
}

static const OctValue *
stated (OctRegisterBuilder *self, const OctValue *values, OctField field)
{
  return self->position[field] >= 0 ? &values[self->position[field]] : NULL;
}

static void
count_for_trust (OctRegisterBuilder *self, const OctValue *values)
{
  const OctValue *uid = stated (self, values, OCT_FIELD_TRUST_UID);
  const OctValue *status = stated (self, values, OCT_FIELD_STATUS);
  const OctValue *pupils = stated (self, values, OCT_FIELD_PUPILS);
  OctTrustCount *count;

  if (uid == NULL || uid->kind != OCT_VALUE_NUMBER || status == NULL || status->kind != OCT_VALUE_TEXT
      || status->length < 4 || memcmp (status->text, "Open", 4) != 0)
    return;

  count = g_hash_table_lookup (self->trust_counts, GUINT_TO_POINTER ((guint) uid->number));
  if (count == NULL)
    {
      count = g_new0 (OctTrustCount, 1);
      g_hash_table_insert (self->trust_counts, GUINT_TO_POINTER ((guint) uid->number), count);
    }
  count->schools++;
  if (pupils != NULL && pupils->kind == OCT_VALUE_NUMBER)
    count->pupils += pupils->number;
}

/**
 * oct_register_builder_put_establishment:
 * @self: a builder
 * @urn: the establishment, from 1 to %OCT_URN_MAX
 * @values: as long as the fields given at the begin
 * @error: return location
 *
 * Returns: what became of the row; %OCT_ROW_DUPLICATE when the file had it before
 */
OctRowOutcome
oct_register_builder_put_establishment (OctRegisterBuilder *self, guint32 urn, const OctValue *values, GError **error)
{
  sqlite3_stmt *old = NULL;
  gboolean changed;
  gboolean recorded;
  guint set;

  if (self->seen[urn / 8] & (1 << (urn % 8)))
    return OCT_ROW_DUPLICATE;
  self->seen[urn / 8] |= (guint8) (1 << (urn % 8));

  if (self->select_old != NULL)
    {
      sqlite3_bind_int64 (self->select_old, 1, urn);
      if (sqlite3_step (self->select_old) == SQLITE_ROW)
        old = self->select_old;
    }

  changed = bind_row (self, values, old);
  set = oct_builder_map_source_set (self, old != NULL ? (guint) sqlite3_column_int (old, OCT_COLUMN_SOURCE_SET) : 0, error);
  sqlite3_bind_int64 (self->insert, OCT_COLUMN_SOURCE_SET + 1, set);
  sqlite3_bind_null (self->insert, OCT_COLUMN_DELISTED + 1);
  if (self->complete)
    count_for_trust (self, values);

  recorded = old == NULL ? oct_builder_record_arrival (self, urn, values, error)
             : !changed || oct_builder_record_changes (self, urn, values, old, error);
  if (set == 0 || !recorded || !oct_sql_step_done (self->db, self->insert, error))
    return OCT_ROW_FAILED;
  if (self->select_old != NULL)
    sqlite3_reset (self->select_old);

  self->rows++;
  return old == NULL ? OCT_ROW_ADDED : changed ? OCT_ROW_CHANGED : OCT_ROW_UNCHANGED;
}

static gboolean
carry_over (OctRegisterBuilder *self, sqlite3_stmt *old, GError **error)
{
  for (int i = 0; i < OCT_N_FIELDS + 2; i++)
    sqlite3_bind_value (self->insert, i + 1, sqlite3_column_value (old, i));

  if (sqlite3_column_type (old, OCT_COLUMN_DELISTED) == SQLITE_NULL)
    {
      sqlite3_bind_int64 (self->insert, OCT_COLUMN_DELISTED + 1, self->published);
      if (!oct_builder_record_delisting (self, old, error))
        return FALSE;
    }

  return oct_sql_step_done (self->db, self->insert, error);
}

/* A complete file leaves out what was created in error or merged away: it stays readable. */
static gboolean
carry_over_unlisted (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (sqlite3_stmt) urns = oct_sql_prepare (self->db, "SELECT urn FROM old.establishment ORDER BY urn", error);
  int code;

  if (urns == NULL)
    return FALSE;

  while ((code = sqlite3_step (urns)) == SQLITE_ROW)
    {
      guint32 urn = (guint32) sqlite3_column_int64 (urns, 0);

      if (urn <= OCT_URN_MAX && (self->seen[urn / 8] & (1 << (urn % 8))))
        continue;

      sqlite3_bind_int64 (self->select_old, 1, urn);
      if (sqlite3_step (self->select_old) != SQLITE_ROW || !carry_over (self, self->select_old, error))
        return FALSE;
      sqlite3_reset (self->select_old);
    }

  if (code != SQLITE_DONE)
    oct_sql_set_error (error, self->db, code, "SELECT");
  return code == SQLITE_DONE;
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  guint left = GPOINTER_TO_UINT (a);
  guint right = GPOINTER_TO_UINT (b);

  return (left > right) - (left < right);
}

static gboolean
write_trust_counts (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (GList) uids = g_list_sort (g_hash_table_get_keys (self->trust_counts), compare_uids);
  g_autoptr (sqlite3_stmt) statement =
    oct_sql_prepare (self->db, "INSERT OR REPLACE INTO main.trust_release VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;

  for (GList *l = uids; l != NULL; l = l->next)
    {
      const OctTrustCount *count = g_hash_table_lookup (self->trust_counts, l->data);

      sqlite3_bind_int64 (statement, 1, GPOINTER_TO_UINT (l->data));
      sqlite3_bind_int64 (statement, 2, self->published);
      sqlite3_bind_int64 (statement, 3, count->schools);
      sqlite3_bind_int64 (statement, 4, count->pupils);
      if (!oct_sql_step_done (self->db, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * oct_builder_end_establishments:
 * @self: a builder
 * @error: return location
 *
 * Carries over what a complete file no longer lists, and writes the trusts' sizes at its date.
 *
 * Returns: %TRUE on success
 */
gboolean
oct_builder_end_establishments (OctRegisterBuilder *self, GError **error)
{
  if (!self->complete)
    return TRUE;

  if (self->has_old && !carry_over_unlisted (self, error))
    return FALSE;

  return write_trust_counts (self, error);
}
