/* Folding a file of establishments into the register.
 *
 * Rows are compared with what was known field by field. A field the file doesn't state keeps its
 * value, and the code beside a name that changed is dropped when the file states only the name.
 * Which files stated a row is kept as a set of sources, so that the source and date of every
 * single fact can be told later.
 *
 * Most rows of a new release say what the last one said. Each row therefore has a digest of its facts, and
 * only where that differs is the old row read whole.
 */

#include "oct-register-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-vocabulary.h"

/* A stamp of the register itself; a row that differs in nothing else has not changed. */
#define STAMP_FIELD OCT_FIELD_LAST_CHANGED

static char *
make_insert_sql (gboolean replace)
{
  GString *sql = g_string_new (replace ? "INSERT OR REPLACE INTO main.establishment VALUES ("
                                       : "INSERT INTO main.establishment VALUES (");

  for (int i = 1; i <= OCT_N_ESTABLISHMENT_COLUMNS; i++)
    g_string_append_printf (sql, "%s?%d", i > 1 ? ", " : "", i);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static gboolean
number_source_sets (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db, "SELECT coalesce (max (id), 0) + 1 FROM main.source_set", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_step (statement);
  self->next_source_set = (guint) sqlite3_column_int (statement, 0);
  return TRUE;
}

/* In the glance: the digest, the set of sources, then the fields this file doesn't state. */
#define GLANCE_DIGEST 0
#define GLANCE_SOURCE_SET 1
#define GLANCE_UNSTATED 2

static gboolean
prepare_looks_back (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT digest, source_set");

  self->n_unstated = 0;
  self->unstated = g_new (OctField, OCT_N_FIELDS);
  for (int field = 0; field < OCT_N_FIELDS; field++)
    if (self->position[field] < 0)
      {
        g_string_append_printf (sql, ", %s", oct_field_name (field));
        self->unstated[self->n_unstated++] = (OctField) field;
      }
  g_string_append (sql, " FROM old.establishment WHERE urn = ?1");

  self->select_old = oct_sql_prepare (self->db, "SELECT * FROM old.establishment WHERE urn = ?1",
                                      error);
  if (self->select_old != NULL)
    self->glance_old = oct_sql_prepare (self->db, sql->str, error);

  return self->glance_old != NULL;
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
      && !oct_sql_run (self->db, "INSERT INTO main.establishment SELECT * FROM old.establishment",
                       error))
    return FALSE;

  self->insert = oct_sql_prepare (self->db, insert, error);

  return self->insert != NULL && (!self->has_old || prepare_looks_back (self, error));
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
  guint mapped = GPOINTER_TO_UINT (
    g_hash_table_lookup (self->source_sets, GUINT_TO_POINTER (old_set)));
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (mapped != 0)
    return mapped;

  statement = oct_sql_prepare (
    self->db,
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
  return name >= 0 && self->position[name] >= 0
         && differs (old, name, &values[self->position[name]]);
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

static guint64
mix (guint64 digest, guint64 word)
{
  digest = (digest ^ word) * 0x9e3779b97f4a7c15u;
  return digest ^ digest >> 32;
}

/* A field that is not stated adds nothing, so that a row has the same digest whatever files it came by. */
static guint64
add_to_digest (guint64 digest, int field, const OctValue *value)
{
  const char *text = value->text;
  int left = value->length;

  if (value->kind == OCT_VALUE_NONE || field == STAMP_FIELD)
    return digest;

  digest = mix (digest, (guint64) field << 8 | value->kind);
  if (value->kind == OCT_VALUE_NUMBER)
    return mix (digest, (guint64) value->number);

  for (; left >= 8; left -= 8, text += 8)
    {
      guint64 word;

      memcpy (&word, text, 8);
      digest = mix (digest, word);
    }
  if (left > 0)
    {
      guint64 word = 0;

      memcpy (&word, text, (gsize) left);
      digest = mix (digest, word);
    }

  return mix (digest, (guint64) value->length);
}

static OctValue
column_value (sqlite3_stmt *statement, int column)
{
  OctValue value = { OCT_VALUE_NONE };

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      value.kind = OCT_VALUE_NUMBER;
      value.number = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_TEXT:
      value.kind = OCT_VALUE_TEXT;
      value.text = (const char *) sqlite3_column_text (statement, column);
      value.length = sqlite3_column_bytes (statement, column);
      break;
    default:
      break;
    }

  return value;
}

/* The row as it is to be: what the file states, and of the rest what was known (by the glance). */
static guint64
bind_row (OctRegisterBuilder *self, const OctValue *values, sqlite3_stmt *glance)
{
  static const OctValue none = { OCT_VALUE_NONE };
  guint64 digest = 0;
  guint unstated = 0;

  for (int field = 0; field < OCT_N_FIELDS; field++)
    {
      OctValue value = self->position[field] >= 0 ? values[self->position[field]] : none;

      if (self->position[field] < 0 && glance != NULL)
        value = column_value (glance, GLANCE_UNSTATED + (int) unstated++);
      bind_field (self, field, &value);
      digest = add_to_digest (digest, field, &value);
    }

  return digest;
}

/* Codes whose name changed without them are dropped, and the digest made again. */
static guint64
drop_orphaned_codes (OctRegisterBuilder *self, const OctValue *values, sqlite3_stmt *glance,
                     sqlite3_stmt *old)
{
  static const OctValue none = { OCT_VALUE_NONE };
  guint64 digest = 0;
  guint unstated = 0;

  for (int field = 0; field < OCT_N_FIELDS; field++)
    {
      OctValue value = self->position[field] >= 0
                         ? values[self->position[field]]
                         : column_value (glance, GLANCE_UNSTATED + (int) unstated++);

      if (self->position[field] < 0 && is_orphaned_code (self, field, values, old))
        {
          value = none;
          bind_field (self, field, &value);
        }
      digest = add_to_digest (digest, field, &value);
    }

  return digest;
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

  if (uid == NULL || uid->kind != OCT_VALUE_NUMBER || status == NULL
      || status->kind != OCT_VALUE_TEXT || status->length < 4
      || memcmp (status->text, "Open", 4) != 0)
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

/* %FALSE only where the old register can't be read; what isn't there is %NULL in @found. */
static gboolean
look_up (OctRegisterBuilder *self, sqlite3_stmt *statement, guint32 urn, sqlite3_stmt **found,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *found = NULL;
  if (statement == NULL)
    return TRUE;

  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, urn);
  if (oct_sql_next (self->db, statement, &local_error))
    *found = statement;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A row that was known: tells whether its facts differ, and writes down what did. */
static gboolean
compare_row (OctRegisterBuilder *self, guint32 urn, const OctValue *values, sqlite3_stmt *glance,
             guint64 *digest, gboolean *changed, GError **error)
{
  sqlite3_stmt *old;

  *changed = (guint64) sqlite3_column_int64 (glance, GLANCE_DIGEST) != *digest;
  if (!*changed)
    return TRUE;

  if (!look_up (self, self->select_old, urn, &old, error))
    return FALSE;
  if (old == NULL)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_DAMAGED,
                           _("The register is damaged: an establishment can’t be read."));
      return FALSE;
    }

  *digest = drop_orphaned_codes (self, values, glance, old);
  return oct_builder_record_changes (self, urn, values, old, error);
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
oct_register_builder_put_establishment (OctRegisterBuilder *self, guint32 urn,
                                        const OctValue *values, GError **error)
{
  sqlite3_stmt *glance;
  gboolean changed = FALSE;
  gboolean recorded;
  guint64 digest;
  guint set;

  if (self->seen[urn / 8] & (1 << (urn % 8)))
    return OCT_ROW_DUPLICATE;
  self->seen[urn / 8] |= (guint8) (1 << (urn % 8));

  if (!look_up (self, self->glance_old, urn, &glance, error))
    return OCT_ROW_FAILED;

  digest = bind_row (self, values, glance);
  if (self->complete)
    count_for_trust (self, values);
  recorded = glance == NULL ? oct_builder_record_arrival (self, urn, values, error)
                            : compare_row (self, urn, values, glance, &digest, &changed, error);
  if (!recorded)
    return OCT_ROW_FAILED;

  set = oct_builder_map_source_set (
    self, glance != NULL ? (guint) sqlite3_column_int (glance, GLANCE_SOURCE_SET) : 0, error);
  sqlite3_bind_int64 (self->insert, OCT_COLUMN_SOURCE_SET + 1, set);
  sqlite3_bind_null (self->insert, OCT_COLUMN_DELISTED + 1);
  sqlite3_bind_int64 (self->insert, OCT_COLUMN_DIGEST + 1, (gint64) digest);
  if (set == 0 || !oct_sql_step_done (self->db, self->insert, error))
    return OCT_ROW_FAILED;

  self->rows++;
  return glance == NULL ? OCT_ROW_ADDED : changed ? OCT_ROW_CHANGED : OCT_ROW_UNCHANGED;
}

static gboolean
carry_over (OctRegisterBuilder *self, sqlite3_stmt *old, GError **error)
{
  for (int i = 0; i < OCT_N_ESTABLISHMENT_COLUMNS; i++)
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
  g_autoptr (sqlite3_stmt) urns = oct_sql_prepare (
    self->db, "SELECT urn FROM old.establishment ORDER BY urn", error);
  int code;

  if (urns == NULL)
    return FALSE;

  while ((code = sqlite3_step (urns)) == SQLITE_ROW)
    {
      guint32 urn = (guint32) sqlite3_column_int64 (urns, 0);
      sqlite3_stmt *old;

      if (urn <= OCT_URN_MAX && (self->seen[urn / 8] & (1 << (urn % 8))))
        continue;

      if (!look_up (self, self->select_old, urn, &old, error)
          || (old != NULL && !carry_over (self, old, error)))
        return FALSE;
    }

  if (code != SQLITE_DONE)
    oct_sql_set_error (error, self->db, code, _("The register could not be read"));
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
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db, "INSERT OR REPLACE INTO main.trust_release VALUES (?1, ?2, ?3, ?4)", error);

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
