/* Disposing of records: what belongs to them, and their words.
 *
 * A plan is disposed of with everything that belongs to it: the words go, and what is no word stays
 * – ratings, dates, figures, statuses – as a judgement keeps its stage. The same holds of a concern,
 * of support, of a practice and of a risk. A visit is nothing but words, and goes whole. Which
 * columns are words is asked of the kinds of records. An objective that was deleted earlier belongs
 * to its plan too: its words stand in history. A backup may be older than these tables.
 */
#include "oct-erasure.h"

#include "oct-sql.h"

/* What a plan is called, what records are sorted by, and units: no words about people, and without
 * them what stays would say nothing. */
static const char *const kept_columns[] = {
  "plan.title",     "objective.reference", "objective.area",
  "criterion.unit", "milestone.term",      "risk.reference",
  "risk.category",  "practice.title",      "practice_version.title",
};
/* Kinds that go whole, what belongs to them first. */
static const char *const whole_tables[] = { "visit_point", "visit" };

/**
 * oct_erasure_takes_field:
 * @kind: a kind of record
 * @field: a field of it
 *
 * Returns: whether it holds words that go when a record of the kind is disposed of
 */
gboolean
oct_erasure_takes_field (const OctRecordKind *kind, const OctRecordField *field)
{
  g_autofree char *both = g_strdup_printf ("%s.%s", kind->table, field->name);

  if (field->type != OCT_RECORD_TEXT)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kept_columns); i++)
    if (g_str_equal (kept_columns[i], both))
      return FALSE;

  return TRUE;
}

static gboolean
has_table (sqlite3 *db, const char *table)
{
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", NULL);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, table, -1, SQLITE_STATIC);

  return sqlite3_step (row) == SQLITE_ROW;
}

/* Adds the records of a kind that belong to one that goes. */
static gboolean
collect_kind (OctErasure *self, sqlite3 *db, const OctRecordKind *kind, GError **error)
{
  char *sql = sqlite3_mprintf ("SELECT id FROM \"%w\" WHERE is_erased (\"%w\")", kind->table,
                               kind->parent);
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, sql, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  sqlite3_free (sql);
  if (row == NULL)
    return FALSE;
  while (oct_sql_next (db, row, &local_error))
    g_ptr_array_add (found, g_strdup (oct_sql_text (row, 0)));
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (self->ids, g_strdup (g_ptr_array_index (found, i)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* What was deleted. */

/* Where the columns of @kind's table have what its records belong to; -1 for none. */
static int
find_parent_column (sqlite3 *db, const OctRecordKind *kind)
{
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    db, "SELECT cid FROM pragma_table_info (?) WHERE name = ?", NULL);

  if (row == NULL || kind->parent == NULL)
    return -1;
  sqlite3_bind_text (row, 1, kind->table, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, kind->parent, -1, SQLITE_STATIC);

  return sqlite3_step (row) == SQLITE_ROW ? sqlite3_column_int (row, 0) : -1;
}

/* The columns of all kinds, so that they are looked up once. */
static int *
find_parent_columns (sqlite3 *db)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      int column = find_parent_column (db, oct_record_kinds[i]);

      g_array_append_val (columns, column);
    }

  return (int *) (gpointer) g_array_free (columns, FALSE);
}

static int
find_column (const int *columns, const char *table)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    if (g_strcmp0 (oct_record_kinds[i]->table, table) == 0)
      return columns[i];

  return -1;
}

/* A row that came or went is whole, and so says what it belongs to. */
static void
collect_row (OctErasure *self, sqlite3_changeset_iter *iterator, const int *columns)
{
  sqlite3_value *id = NULL;
  sqlite3_value *parent = NULL;
  const char *table;
  int n_columns;
  int operation;
  int column;

  if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return;
  column = find_column (columns, table);
  if (column < 0 || column >= n_columns || operation == SQLITE_UPDATE)
    return;
  if (operation == SQLITE_INSERT)
    {
      sqlite3changeset_new (iterator, 0, &id);
      sqlite3changeset_new (iterator, column, &parent);
    }
  else
    {
      sqlite3changeset_old (iterator, 0, &id);
      sqlite3changeset_old (iterator, column, &parent);
    }
  if (id != NULL && parent != NULL && sqlite3_value_text (id) != NULL
      && sqlite3_value_text (parent) != NULL
      && g_hash_table_contains (self->ids, (const char *) sqlite3_value_text (parent)))
    g_hash_table_add (self->ids, g_strdup ((const char *) sqlite3_value_text (id)));
}

static gboolean
collect_from_changesets (OctErasure *self, sqlite3 *db, const int *columns, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    db, "SELECT changeset FROM edit WHERE changeset IS NOT NULL", error);

  if (row == NULL)
    return FALSE;
  while (oct_sql_next (db, row, &local_error))
    {
      sqlite3_changeset_iter *iterator = NULL;
      int size = sqlite3_column_bytes (row, 0);
      void *bytes = (void *) sqlite3_column_blob (row, 0);

      /* One that can't be read says nothing, and is taken for one that holds what goes. */
      if (size == 0 || sqlite3changeset_start (&iterator, size, bytes) != SQLITE_OK)
        continue;
      while (sqlite3changeset_next (iterator) == SQLITE_ROW)
        collect_row (self, iterator, columns);
      sqlite3changeset_finalize (iterator);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* A workspace that came from elsewhere has no changesets; but lines of history say on whose page
 * something was changed: "plan/ID?objective=ID". What is still there is asked for itself. */
static gboolean
collect_from_places (OctErasure *self, sqlite3 *db, const OctRecordKind *kind, GError **error)
{
  char *sql = sqlite3_mprintf (
    "SELECT DISTINCT c.record_id FROM edit_change c JOIN edit e ON e.seq = c.seq"
    " WHERE c.record = %Q AND is_erased (substr (e.location, instr (e.location, '/') + 1, 36))"
    "  AND NOT EXISTS (SELECT 1 FROM \"%w\" r WHERE r.id = c.record_id)",
    kind->table, kind->table);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, sql, error);

  sqlite3_free (sql);
  if (row == NULL)
    return FALSE;
  while (oct_sql_next (db, row, &local_error))
    g_ptr_array_add (found, g_strdup (oct_sql_text (row, 0)));
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (self->ids, g_strdup (g_ptr_array_index (found, i)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
collect_deleted (OctErasure *self, sqlite3 *db, const int *columns, GError **error)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    if (oct_record_kinds[i]->parent != NULL && has_table (db, oct_record_kinds[i]->table)
        && !collect_from_places (self, db, oct_record_kinds[i], error))
      return FALSE;

  return collect_from_changesets (self, db, columns, error);
}

/**
 * oct_erasure_collect_records:
 * @erasure: an erasure of records by their ids
 * @db: a connection that it is attached to
 * @error: return location for an error
 *
 * Adds to the ids those of all records that belong to them, also of those that were deleted since
 * and stand in history alone.
 *
 * Returns: whether they could be read
 */
gboolean
oct_erasure_collect_records (OctErasure *erasure, sqlite3 *db, GError **error)
{
  g_autofree int *columns = find_parent_columns (db);
  guint before;

  if (g_hash_table_size (erasure->ids) == 0)
    return TRUE;
  do
    {
      before = g_hash_table_size (erasure->ids);
      for (guint i = 0; oct_record_kinds[i] != NULL; i++)
        if (oct_record_kinds[i]->parent != NULL && has_table (db, oct_record_kinds[i]->table)
            && !collect_kind (erasure, db, oct_record_kinds[i], error))
          return FALSE;
      if (!collect_deleted (erasure, db, columns, error))
        return FALSE;
    }
  while (g_hash_table_size (erasure->ids) > before);

  return TRUE;
}

static gboolean
replace_words (OctErasure *self, sqlite3 *db, const OctRecordKind *kind,
               const OctRecordField *field, GError **error)
{
  char *sql = sqlite3_mprintf (
    "UPDATE \"%w\" SET \"%w\" = %Q WHERE \"%w\" <> '' AND is_erased (id)", kind->table, field->name,
    self->replacement, field->name);
  gboolean done = oct_sql_run (db, sql, error);

  sqlite3_free (sql);

  return done;
}

static gboolean
delete_rows (sqlite3 *db, const char *table, const char *column, GError **error)
{
  char *sql = sqlite3_mprintf ("DELETE FROM \"%w\" WHERE is_erased (\"%w\")", table, column);
  gboolean done = !has_table (db, table) || oct_sql_run (db, sql, error);

  sqlite3_free (sql);

  return done;
}

/**
 * oct_erasure_erase_records:
 * @erasure: an erasure of records by their ids
 * @db: a connection that it is attached to, its triggers off
 * @error: return location for an error
 *
 * Takes the words out of the records of plans and concerns, visits whole, and what links evidence that
 * goes to plans.
 *
 * Returns: whether they are gone
 */
gboolean
oct_erasure_erase_records (OctErasure *erasure, sqlite3 *db, GError **error)
{
  if (!delete_rows (db, "plan_evidence", "evidence_id", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (whole_tables); i++)
    if (!delete_rows (db, whole_tables[i], "id", error))
      return FALSE;
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      const OctRecordKind *kind = oct_record_kinds[i];

      if (!has_table (db, kind->table))
        continue;
      for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
        if (oct_erasure_takes_field (kind, field)
            && !replace_words (erasure, db, kind, field, error))
          return FALSE;
    }

  return TRUE;
}
