/* Disposing of the records of plans, visits and concerns: what belongs to them, and their words.
 *
 * A plan is disposed of with everything that belongs to it: the words go, and what is no word stays
 * – ratings, dates, figures, statuses – as a judgement keeps its stage. The same holds of a concern.
 * A visit is nothing but words, and goes whole. Which columns are words is asked of the kinds of
 * records. A backup may be older than these tables.
 */
#include "oct-erasure.h"

#include "oct-record.h"
#include "oct-sql.h"

/* What a plan is called, what records are sorted by, and units: no words about people, and without
 * them what stays would say nothing. */
static const char *const kept_columns[] = { "plan.title", "objective.reference", "objective.area",
                                            "criterion.unit", "milestone.term" };
/* Kinds that go whole, what belongs to them first. */
static const char *const whole_tables[] = { "visit_point", "visit" };

static gboolean
is_kept (const OctRecordKind *kind, const OctRecordField *field)
{
  g_autofree char *both = g_strdup_printf ("%s.%s", kind->table, field->name);

  for (guint i = 0; i < G_N_ELEMENTS (kept_columns); i++)
    if (g_str_equal (kept_columns[i], both))
      return TRUE;

  return FALSE;
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

/**
 * oct_erasure_collect_records:
 * @erasure: an erasure of records by their ids
 * @db: a connection that it is attached to
 * @error: return location for an error
 *
 * Adds to the ids those of all records that belong to them.
 *
 * Returns: whether they could be read
 */
gboolean
oct_erasure_collect_records (OctErasure *erasure, sqlite3 *db, GError **error)
{
  guint before;

  do
    {
      before = g_hash_table_size (erasure->ids);
      for (guint i = 0; oct_record_kinds[i] != NULL; i++)
        if (oct_record_kinds[i]->parent != NULL && has_table (db, oct_record_kinds[i]->table)
            && !collect_kind (erasure, db, oct_record_kinds[i], error))
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
        if (field->type == OCT_RECORD_TEXT && !is_kept (kind, field)
            && !replace_words (erasure, db, kind, field, error))
          return FALSE;
    }

  return TRUE;
}
