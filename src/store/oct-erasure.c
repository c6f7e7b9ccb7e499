/* Taking things out of a database for good; see the header.
 *
 * The comparing is done by SQL functions that carry the names, so that each table is changed by one
 * statement. Triggers are off meanwhile: a closed cycle keeps its judgements, but not a name that
 * must go. Rules that stand as CHECK hold on, which is why a replacement is never empty.
 */
#include "oct-erasure.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-record.h"
#include "oct-sql.h"

/* Columns that hold keys, or facts that the register publishes; everything else that is text may hold
 * a name. History's values are treated apart, since some of them are keys. */
static const char *const key_columns[] = { "id",     "key",    "kind",     "state",    "element",
                                           "aspect", "view",   "stage",    "focus",    "confidence",
                                           "rank",   "object", "record",   "field",    "la",
                                           "town",   "type",   "postcode", "undone_by" };
static const char *const fact_columns[] = {
  "about.value",        "school.name",       "trust.name",
  "edit_change.before", "edit_change.after", "person.name"
};

/**
 * oct_erasure_new:
 * @replacement: what stands in place of a name or of disposed words
 * @barrier: why what held it can't be undone
 *
 * Returns: (transfer full): an erasure that takes nothing out yet
 */
OctErasure *
oct_erasure_new (const char *replacement, const char *barrier)
{
  OctErasure *self = g_new0 (OctErasure, 1);

  /* Some texts are JSON, in which these would end a string. */
  self->replacement = g_strdelimit (g_strdup (replacement), "\"\\\n\r\t", ' ');
  self->barrier = g_strdup (barrier);
  self->sentence = g_strdup (_("Changed something that was removed for good since"));
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * oct_erasure_free:
 * @erasure: (transfer full): an erasure
 */
void
oct_erasure_free (OctErasure *erasure)
{
  g_clear_pointer (&erasure->pattern, oct_name_pattern_free);
  g_hash_table_unref (erasure->ids);
  g_free (erasure->replacement);
  g_free (erasure->person_id);
  g_free (erasure->other_id);
  g_free (erasure->post);
  g_free (erasure->sentence);
  g_free (erasure->barrier);
  g_free (erasure);
}

/**
 * oct_text_column_free:
 * @column: (transfer full): a column
 */
void
oct_text_column_free (OctTextColumn *column)
{
  g_free (column->table);
  g_free (column->column);
  g_free (column);
}

static gboolean
is_free_text (const char *table, const char *column)
{
  g_autofree char *both = g_strdup_printf ("%s.%s", table, column);

  const OctRecordKind *kind = oct_record_kind_find (table);
  const OctRecordField *field = kind != NULL ? oct_record_kind_find_field (kind, column) : NULL;

  if (g_str_has_suffix (column, "_id"))
    return FALSE;
  /* What a kind of records describes, it knows: a visit's focus is words, a cycle's is keys. */
  if (field != NULL)
    return field->type == OCT_RECORD_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (key_columns); i++)
    if (g_str_equal (key_columns[i], column))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fact_columns); i++)
    if (g_str_equal (fact_columns[i], both))
      return FALSE;

  return TRUE;
}

/**
 * oct_erasure_read_columns:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctTextColumn): the columns of text that people write in
 */
GPtrArray *
oct_erasure_read_columns (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_text_column_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    db,
    "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info (m.name) c"
    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND upper (c.type) = 'TEXT'"
    " ORDER BY m.name, c.cid",
    error);

  if (row == NULL)
    return NULL;
  while (oct_sql_next (db, row, &local_error))
    {
      OctTextColumn *column;

      if (!is_free_text (oct_sql_text (row, 0), oct_sql_text (row, 1)))
        continue;
      column = g_new0 (OctTextColumn, 1);
      column->table = g_strdup (oct_sql_text (row, 0));
      column->column = g_strdup (oct_sql_text (row, 1));
      g_ptr_array_add (columns, column);
    }
  if (local_error == NULL)
    return g_steal_pointer (&columns);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* The SQL functions. */

static void
names_person_func (sqlite3_context *context, int argc, sqlite3_value **argv)
{
  OctErasure *self = sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (argv[0]);

  sqlite3_result_int (context,
                      self->pattern != NULL && oct_name_pattern_matches (self->pattern, text));
}

static void
without_name_func (sqlite3_context *context, int argc, sqlite3_value **argv)
{
  OctErasure *self = sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (argv[0]);
  char *without = oct_name_pattern_replace (self->pattern, text, self->replacement);

  self->changed++;
  sqlite3_result_text (context, without != NULL ? without : g_strdup (text), -1, g_free);
}

static void
is_erased_func (sqlite3_context *context, int argc, sqlite3_value **argv)
{
  OctErasure *self = sqlite3_user_data (context);
  const char *id = (const char *) sqlite3_value_text (argv[0]);

  sqlite3_result_int (context, id != NULL && g_hash_table_contains (self->ids, id));
}

static gboolean
holds_value (OctErasure *self, sqlite3_value *value)
{
  const char *text;

  if (value == NULL || sqlite3_value_type (value) != SQLITE_TEXT)
    return FALSE;
  text = (const char *) sqlite3_value_text (value);

  return g_hash_table_contains (self->ids, text)
         || (self->pattern != NULL && oct_name_pattern_matches (self->pattern, text));
}

static gboolean
holds_row (OctErasure *self, sqlite3_changeset_iter *iterator)
{
  const char *table;
  int n_columns;
  int operation;

  if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return TRUE;
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *before = NULL;
      sqlite3_value *after = NULL;

      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iterator, i, &before);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iterator, i, &after);
      if (holds_value (self, before) || holds_value (self, after))
        return TRUE;
    }

  return FALSE;
}

/* One that can't be read counts as holding it. */
static void
brings_back_func (sqlite3_context *context, int argc, sqlite3_value **argv)
{
  OctErasure *self = sqlite3_user_data (context);
  sqlite3_changeset_iter *iterator = NULL;
  gboolean holds = FALSE;
  int size = sqlite3_value_bytes (argv[0]);
  void *bytes = (void *) sqlite3_value_blob (argv[0]);

  if (size > 0 && sqlite3changeset_start (&iterator, size, bytes) == SQLITE_OK)
    {
      while (!holds && sqlite3changeset_next (iterator) == SQLITE_ROW)
        holds = holds_row (self, iterator);
      holds = sqlite3changeset_finalize (iterator) != SQLITE_OK || holds;
    }
  sqlite3_result_int (context, holds);
}

typedef void (*SqlFunc) (sqlite3_context *context, int argc, sqlite3_value **argv);

static const struct
{
  const char *name;
  SqlFunc func;
} functions[] = {
  { "names_person", names_person_func },
  { "without_name", without_name_func },
  { "is_erased", is_erased_func },
  { "brings_back", brings_back_func },
};

/**
 * oct_erasure_attach:
 * @erasure: an erasure, which must outlive the functions
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: whether @db has the functions now
 */
gboolean
oct_erasure_attach (OctErasure *erasure, sqlite3 *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int code = sqlite3_create_function_v2 (db, functions[i].name, 1,
                                             SQLITE_UTF8 | SQLITE_DIRECTONLY, erasure,
                                             functions[i].func, NULL, NULL, NULL);

      if (code != SQLITE_OK)
        {
          oct_sql_set_error (error, db, code, _("The data could not be read"));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * oct_erasure_detach:
 * @db: a connection
 *
 * Takes the functions away again.
 */
void
oct_erasure_detach (sqlite3 *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    sqlite3_create_function_v2 (db, functions[i].name, 1, SQLITE_UTF8, NULL, NULL, NULL, NULL,
                                NULL);
}

/* Names. */

static gboolean
replace_in_column (sqlite3 *db, const OctTextColumn *column, GError **error)
{
  char *sql = sqlite3_mprintf ("UPDATE \"%w\" SET \"%w\" = without_name (\"%w\")"
                               " WHERE names_person (\"%w\")",
                               column->table, column->column, column->column, column->column);
  gboolean done = oct_sql_run (db, sql, error);

  sqlite3_free (sql);

  return done;
}

/* 0 is OCT_VALUE_TEXT: the values of history that are words. */
#define REPLACE_IN_HISTORY                                                                          \
  "UPDATE edit_change SET before = without_name (before) WHERE kind = 0 AND names_person (before);" \
  "UPDATE edit_change SET after = without_name (after) WHERE kind = 0 AND names_person (after);"

static gboolean
erase_names (OctErasure *self, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;

  if (self->pattern == NULL || oct_name_pattern_is_empty (self->pattern))
    return TRUE;
  columns = oct_erasure_read_columns (db, error);
  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    if (!replace_in_column (db, g_ptr_array_index (columns, i), error))
      return FALSE;

  return oct_sql_run (db, REPLACE_IN_HISTORY, error);
}

/* People. */

static gboolean
run_with (sqlite3 *db, const char *sql, const char *first, const char *second, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, first, -1, SQLITE_STATIC);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_STATIC);

  return oct_sql_step_done (db, statement, error);
}

/* Every column that refers to a person, by its name: assessor_id, person_id, undone_by, … */
static gboolean
refer_to_other (OctErasure *self, sqlite3 *db, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    db,
    "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info (m.name) c"
    " WHERE m.type = 'table' AND upper (c.type) = 'TEXT' AND (c.name = 'undone_by' OR"
    "  c.name = 'person_id' OR EXISTS (SELECT 1 FROM pragma_foreign_key_list (m.name) f"
    "   WHERE f.\"table\" = 'person' AND f.\"from\" = c.name))",
    error);

  if (row == NULL)
    return FALSE;
  while (oct_sql_next (db, row, &local_error))
    {
      char *sql = sqlite3_mprintf ("UPDATE \"%w\" SET \"%w\" = ?2 WHERE \"%w\" = ?1",
                                   oct_sql_text (row, 0), oct_sql_text (row, 1),
                                   oct_sql_text (row, 1));
      gboolean done = run_with (db, sql, self->person_id, self->other_id, error);

      sqlite3_free (sql);
      if (!done)
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
erase_person (OctErasure *self, sqlite3 *db, GError **error)
{
  if (self->person_id == NULL)
    return TRUE;
  if (self->other_id == NULL && self->post != NULL)
    return run_with (db, "UPDATE person SET name = '', post = ?2 WHERE id = ?1", self->person_id,
                     self->post, error);
  /* A backup may be older than the one who takes the place. */
  if (self->other_id != NULL
      && !run_with (db,
                    "INSERT INTO person (id, name, post) SELECT ?2, '', ?1"
                    " WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = ?2)",
                    self->replacement, self->other_id, error))
    return FALSE;
  if (!refer_to_other (self, db, error))
    return FALSE;

  return run_with (db, "DELETE FROM person WHERE id = ?1", self->person_id, NULL, error)
         && run_with (db, "UPDATE edit_change SET before = ?2 WHERE kind = 4 AND before = ?1",
                      self->person_id, self->other_id != NULL ? self->other_id : "", error)
         && run_with (db, "UPDATE edit_change SET after = ?2 WHERE kind = 4 AND after = ?1",
                      self->person_id, self->other_id != NULL ? self->other_id : "", error);
}

/* Records. */

static const char erase_records_sql[] =
  "UPDATE edit SET sentence = ?1 WHERE seq IN"
  "  (SELECT seq FROM edit_change WHERE is_erased (record_id));"
  "UPDATE edit_change SET before = CASE WHEN before IS NULL THEN NULL ELSE ?1 END,"
  "  after = CASE WHEN after IS NULL THEN NULL ELSE ?1 END"
  " WHERE kind = 0 AND is_erased (record_id);"
  "UPDATE judgement SET reason = ?1, gives = '', gains = '' WHERE is_erased (id);"
  "DELETE FROM evidence_link WHERE is_erased (evidence_id);"
  "DELETE FROM evidence WHERE is_erased (id);"
  "DELETE FROM person WHERE is_erased (id);";

/* Several statements with the same parameter. */
static gboolean
run_all_with (sqlite3 *db, const char *script, const char *text, GError **error)
{
  while (*script != '\0')
    {
      g_autoptr (sqlite3_stmt) statement = NULL;
      int code = sqlite3_prepare_v2 (db, script, -1, &statement, &script);

      if (code != SQLITE_OK)
        {
          oct_sql_set_error (error, db, code, _("The data could not be written"));
          return FALSE;
        }
      if (sqlite3_bind_parameter_count (statement) > 0)
        sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
      if (!oct_sql_step_done (db, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
erase_records (OctErasure *self, sqlite3 *db, GError **error)
{
  if (g_hash_table_size (self->ids) == 0)
    return TRUE;
  self->changed += g_hash_table_size (self->ids);

  return run_with (db,
                   "UPDATE edit SET sentence = ?1 WHERE seq IN"
                   " (SELECT seq FROM edit_change WHERE is_erased (record_id))",
                   self->sentence, NULL, error)
         && oct_erasure_erase_records (self, db, error)
         && run_all_with (db, erase_records_sql, self->replacement, error);
}

static gboolean
erase_history (OctErasure *self, sqlite3 *db, GError **error)
{
  g_autofree char *sql = NULL;

  if (self->history_before == 0)
    return TRUE;
  sql = g_strdup_printf (
    "DELETE FROM edit_change WHERE seq IN (SELECT seq FROM edit WHERE at < %" G_GINT64_FORMAT ");"
    "DELETE FROM edit WHERE at < %" G_GINT64_FORMAT ";",
    self->history_before, self->history_before);

  return oct_sql_run (db, sql, error);
}

static gboolean
erase (OctErasure *self, sqlite3 *db, GError **error)
{
  return erase_history (self, db, error)
         && oct_erasure_collect_records (self, db, error)
         /* First, while they still say what they held. */
         && run_with (db,
                      "UPDATE edit SET barrier = coalesce (barrier, ?1), changeset = NULL"
                      " WHERE changeset IS NOT NULL AND brings_back (changeset)",
                      self->barrier, NULL, error)
         && erase_person (self, db, error) && erase_records (self, db, error)
         && erase_names (self, db, error);
}

/**
 * oct_erasure_apply:
 * @erasure: what is to go
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Returns: whether it is gone, once the transaction is committed and oct_erasure_scrub() was called
 */
gboolean
oct_erasure_apply (OctErasure *erasure, sqlite3 *db, GError **error)
{
  gboolean done;

  if (!oct_erasure_attach (erasure, db, error))
    return FALSE;
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  done = erase (erasure, db, error);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  oct_erasure_detach (db);

  return done;
}

static gboolean
truncate_log (sqlite3 *db, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);

  if (row == NULL)
    return FALSE;
  if (oct_sql_next (db, row, &local_error) && sqlite3_column_int (row, 0) == 0)
    return TRUE;
  if (local_error == NULL)
    local_error = g_error_new (OCT_ERROR, OCT_ERROR_BUSY,
                               _("It is removed, but another window still holds the old data open. "
                                 "Close it; the rest is done when the workspace is opened next."));
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * oct_erasure_scrub:
 * @db: a connection outside a transaction
 * @error: return location for an error
 *
 * Writes the database anew and empties its log, so that no byte of what was erased is left in it.
 *
 * Returns: whether none is
 */
gboolean
oct_erasure_scrub (sqlite3 *db, GError **error)
{
  return oct_sql_run (db, "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; VACUUM;", error)
         && truncate_log (db, error);
}
