/* A named edit under way: one transaction that SQLite's session extension records.
 *
 * Rows are written by their id and only where they differ, so that an edit that changes nothing
 * leaves no trace in history; every value that history shows is noted as it is written, before and
 * after. Edits of one text in a row, as typing makes them, become one.
 */
#include "oct-workspace-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "oct-error.h"
#include "oct-record.h"
#include "oct-rules.h"

/* How long edits in a row may be apart to be one. */
#define MERGE_SECONDS 600

struct _OctEdit
{
  OctWorkspace *workspace;
  sqlite3_session *session;
  OctEditRecord *record;
  char *merge;
  gint64 at;
};

static gboolean
attach_tables (OctEdit *edit)
{
  for (guint i = 0; oct_workspace_tracked[i] != NULL; i++)
    if (sqlite3session_attach (edit->session, oct_workspace_tracked[i]) != SQLITE_OK)
      return FALSE;

  return TRUE;
}

/**
 * oct_edit_begin:
 * @self: a workspace
 * @info: what history says of the edit
 * @error: return location for an error
 *
 * Begins an edit; the file is locked until it is committed or aborted.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
OctEdit *
oct_edit_begin (OctWorkspace *self, const OctEditInfo *info, GError **error)
{
  OctEdit *edit;

  if (!oct_sql_run (self->db, "BEGIN IMMEDIATE", error))
    return NULL;
  edit = g_new0 (OctEdit, 1);
  edit->workspace = g_object_ref (self);
  edit->record = oct_edit_record_new ();
  edit->record->person_id = g_strdup (info->person_id);
  edit->record->sentence = g_strdup (info->sentence);
  edit->record->location = g_strdup (info->location);
  edit->record->subject = g_strdup (info->subject);
  edit->merge = g_strdup (info->merge);
  edit->at = info->at;
  if (sqlite3session_create (self->db, "main", &edit->session) == SQLITE_OK && attach_tables (edit))
    return edit;
  g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED, _("The change could not be recorded."));
  oct_edit_abort (edit);

  return NULL;
}

static void
edit_free (OctEdit *edit)
{
  g_clear_pointer (&edit->session, sqlite3session_delete);
  g_clear_object (&edit->workspace);
  oct_edit_record_free (edit->record);
  g_free (edit->merge);
  g_free (edit);
}

/**
 * oct_edit_abort:
 * @edit: (transfer full): an edit
 *
 * Takes back everything the edit has written.
 */
void
oct_edit_abort (OctEdit *edit)
{
  g_clear_pointer (&edit->session, sqlite3session_delete);
  sqlite3_exec (edit->workspace->db, "ROLLBACK", NULL, NULL, NULL);
  edit_free (edit);
}

/**
 * oct_edit_set_barrier:
 * @edit: an edit
 * @reason: a translated sentence
 *
 * Makes the edit one that can't be undone, nor any before it.
 */
void
oct_edit_set_barrier (OctEdit *edit, const char *reason)
{
  g_free (edit->record->barrier);
  edit->record->barrier = g_strdup (reason);
}

static gboolean
is_text (const OctCell *cell)
{
  return cell->kind == OCT_VALUE_TEXT || cell->kind == OCT_VALUE_STAGE
         || cell->kind == OCT_VALUE_PERSON;
}

static char *
cell_to_text (const OctCell *cell)
{
  if (is_text (cell))
    return g_strdup (cell->text);

  if (cell->kind == OCT_VALUE_DECIMAL)
    return isfinite (cell->decimal) ? oct_decimal_to_key (cell->decimal) : NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
}

static char *
column_to_text (sqlite3_stmt *row, int column)
{
  /* As a cell is written, and not in SQLite's way. */
  if (sqlite3_column_type (row, column) == SQLITE_FLOAT)
    return oct_decimal_to_key (sqlite3_column_double (row, column));

  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

static void
bind_cell (sqlite3_stmt *statement, int index, const OctCell *cell)
{
  if (is_text (cell))
    sqlite3_bind_text (statement, index, cell->text, -1, SQLITE_STATIC);
  else if (cell->kind != OCT_VALUE_DECIMAL)
    sqlite3_bind_int64 (statement, index, cell->number);
  else if (isfinite (cell->decimal))
    sqlite3_bind_double (statement, index, cell->decimal);
  else
    sqlite3_bind_null (statement, index);
}

/* Names come from the code alone; values are bound. */
static char *
make_select (const char *table, const OctCell *cells, guint n_cells)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", cells[i].column);
  g_string_append_printf (sql, " FROM %s WHERE id = ?", table);

  return g_string_free (sql, FALSE);
}

static char *
make_insert (const char *table, const OctCell *cells, guint n_cells)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (id", table);
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (sql, ", %s", cells[i].column);
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static char *
make_update (const char *table, const OctCell *cells, guint n_cells)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET ", table);
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? ", " : "", cells[i].column, i + 2);
  g_string_append (sql, " WHERE id = ?1");

  return g_string_free (sql, FALSE);
}

static gboolean
run_write (OctEdit *edit, const char *sql, const char *id, const OctCell *cells, guint n_cells,
           GError **error)
{
  sqlite3 *db = edit->workspace->db;
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (db, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  for (guint i = 0; i < n_cells; i++)
    bind_cell (statement, (int) i + 2, &cells[i]);
  code = sqlite3_step (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  if ((code & 0xff) == SQLITE_CONSTRAINT)
    {
      const char *rule = oct_rule_to_text (sqlite3_errmsg (db));

      if (code == SQLITE_CONSTRAINT_TRIGGER && rule != NULL)
        g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE, rule);
      else
        g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                     /* Translators: %s is a cause in technical words. */
                     _("This can’t be kept (%s). Nothing was changed."), sqlite3_errmsg (db));
      return FALSE;
    }
  oct_sql_set_error (error, db, code, _("The change could not be kept"));

  return FALSE;
}

static void
note_change (OctEdit *edit, const char *table, const char *id, const OctCell *cell,
             const char *before, const char *after)
{
  if (cell->field != NULL)
    oct_edit_record_add (edit->record, table, id, cell->field, cell->kind, before, after);
}

static gboolean
insert_row (OctEdit *edit, const char *table, const char *id, const OctCell *cells, guint n_cells,
            GError **error)
{
  g_autofree char *sql = make_insert (table, cells, n_cells);

  if (!run_write (edit, sql, id, cells, n_cells, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *after = cell_to_text (&cells[i]);

      /* A text that is still empty is no news. */
      if (after != NULL && after[0] != '\0')
        note_change (edit, table, id, &cells[i], NULL, after);
    }

  return TRUE;
}

static gboolean
update_row (OctEdit *edit, const char *table, const char *id, sqlite3_stmt *row,
            const OctCell *cells, guint n_cells, GError **error)
{
  g_autofree OctCell *changed = g_new0 (OctCell, n_cells);
  g_autofree char *sql = NULL;
  guint n_changed = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *before = column_to_text (row, (int) i);
      g_autofree char *after = cell_to_text (&cells[i]);

      if (g_strcmp0 (before, after) == 0)
        continue;
      note_change (edit, table, id, &cells[i], before, after);
      changed[n_changed++] = cells[i];
    }
  if (n_changed == 0)
    return TRUE;
  sql = make_update (table, changed, n_changed);

  return run_write (edit, sql, id, changed, n_changed, error);
}

/**
 * oct_edit_note:
 * @edit: an edit
 * @table: the kind of record
 * @id: its key
 * @field: the field's key, as in oct_edit_field_to_text()
 * @before: (nullable): what it was, in words
 * @after: (nullable): what it is, in words
 *
 * Tells history about a change that its columns would not show.
 */
void
oct_edit_note (OctEdit *edit, const char *table, const char *id, const char *field,
               const char *before, const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    oct_edit_record_add (edit->record, table, id, field, OCT_VALUE_TEXT, before, after);
}

/**
 * oct_edit_put:
 * @edit: an edit
 * @table: a tracked table
 * @id: the key of a row, there or new
 * @cells: the row's values; for a new row, all of them
 * @n_cells: how many
 * @error: return location for an error
 *
 * Writes a row where it differs.
 *
 * Returns: whether it was written; %OCT_ERROR_RULE where a rule of the tables forbids it
 */
gboolean
oct_edit_put (OctEdit *edit, const char *table, const char *id, const OctCell *cells, guint n_cells,
              GError **error)
{
  g_autofree char *sql = make_select (table, cells, n_cells);
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (edit->workspace->db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, id, -1, SQLITE_STATIC);
  if (oct_sql_next (edit->workspace->db, row, &local_error))
    return update_row (edit, table, id, row, cells, n_cells, error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return insert_row (edit, table, id, cells, n_cells, error);
}

/**
 * oct_edit_delete:
 * @edit: an edit
 * @table: a tracked table
 * @id: the key of a row
 * @error: return location for an error
 *
 * Deletes a row; what refers to it is to be deleted before.
 *
 * Returns: whether it is gone
 */
gboolean
oct_edit_delete (OctEdit *edit, const char *table, const char *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);

  if (!run_write (edit, sql, id, NULL, 0, error))
    return FALSE;
  oct_edit_record_add (edit->record, table, id, "", OCT_VALUE_FLAG, "1", NULL);

  return TRUE;
}

/* History. */

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
insert_changes (OctEdit *edit, gint64 seq, GError **error)
{
  sqlite3 *db = edit->workspace->db;
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    db, "INSERT INTO edit_change VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < edit->record->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (edit->record->changes, i);

      sqlite3_bind_int64 (statement, 1, seq);
      sqlite3_bind_int64 (statement, 2, i);
      sqlite3_bind_text (statement, 3, change->record, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 4, change->record_id, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 5, change->field, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 6, change->kind);
      sqlite3_bind_text (statement, 7, change->before, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 8, change->after, -1, SQLITE_STATIC);
      if (!oct_sql_step_done (db, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_edit (OctEdit *edit, const void *changeset, int size, GError **error)
{
  sqlite3 *db = edit->workspace->db;
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    db,
    "INSERT INTO edit (at, person_id, sentence, location, subject, merge, schema, state, barrier,"
    "  changeset)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 'done', ?, ?)",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, edit->at != 0 ? edit->at : now_seconds ());
  sqlite3_bind_text (statement, 2, edit->record->person_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, edit->record->sentence, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, edit->record->location, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, edit->record->subject, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, edit->merge, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 7, oct_workspace_get_version ());
  sqlite3_bind_text (statement, 8, edit->record->barrier, -1, SQLITE_STATIC);
  if (edit->record->barrier == NULL)
    sqlite3_bind_blob (statement, 9, changeset, size, SQLITE_STATIC);

  return oct_sql_step_done (db, statement, error)
         && insert_changes (edit, sqlite3_last_insert_rowid (db), error)
         /* What was undone before can't be redone past something new. */
         && oct_sql_run (db, "UPDATE edit SET state = 'dropped' WHERE state = 'undone'", error);
}

/* The last edit, when this one goes on with it: its row stands in @last. */
static gboolean
find_merge (OctEdit *edit, sqlite3_stmt **last, GError **error)
{
  sqlite3 *db = edit->workspace->db;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  *last = NULL;
  if (edit->merge == NULL || edit->record->barrier != NULL)
    return TRUE;
  statement = oct_sql_prepare (db,
                               "SELECT seq, changeset FROM edit"
                               " WHERE seq = (SELECT max (seq) FROM edit WHERE state <> 'dropped')"
                               "  AND state = 'done' AND merge = ?1 AND person_id IS ?2"
                               "  AND at >= ?3 AND schema = ?4 AND changeset IS NOT NULL",
                               error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, edit->merge, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, edit->record->person_id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, now_seconds () - MERGE_SECONDS);
  sqlite3_bind_int64 (statement, 4, oct_workspace_get_version ());
  if (oct_sql_next (db, statement, &local_error))
    *last = g_steal_pointer (&statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
combine (sqlite3_stmt *last, void *changeset, int size, void **combined, int *combined_size)
{
  sqlite3_changegroup *group = NULL;
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, sqlite3_column_bytes (last, 1),
                                   (void *) sqlite3_column_blob (last, 1));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, size, changeset);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, combined_size, combined);
  sqlite3changegroup_delete (group);

  return code == SQLITE_OK;
}

/* The values before stay those of the first of the edits. */
static gboolean
merge_changes (OctEdit *edit, gint64 seq, GError **error)
{
  sqlite3 *db = edit->workspace->db;
  g_autoptr (sqlite3_stmt) update = oct_sql_prepare (
    db,
    "UPDATE edit_change SET after = ?1 WHERE seq = ?2 AND record = ?3 AND record_id = ?4"
    "  AND field = ?5",
    error);
  g_autoptr (sqlite3_stmt) insert = oct_sql_prepare (
    db,
    "INSERT INTO edit_change"
    " SELECT ?1, 1 + coalesce ((SELECT max (n) FROM edit_change WHERE seq = ?1), -1),"
    "  ?2, ?3, ?4, ?5, ?6, ?7",
    error);

  if (update == NULL || insert == NULL)
    return FALSE;
  for (guint i = 0; i < edit->record->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (edit->record->changes, i);

      sqlite3_bind_text (update, 1, change->after, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (update, 2, seq);
      sqlite3_bind_text (update, 3, change->record, -1, SQLITE_STATIC);
      sqlite3_bind_text (update, 4, change->record_id, -1, SQLITE_STATIC);
      sqlite3_bind_text (update, 5, change->field, -1, SQLITE_STATIC);
      if (!oct_sql_step_done (db, update, error))
        return FALSE;
      if (sqlite3_changes (db) > 0)
        continue;
      sqlite3_bind_int64 (insert, 1, seq);
      sqlite3_bind_text (insert, 2, change->record, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 3, change->record_id, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 4, change->field, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (insert, 5, change->kind);
      sqlite3_bind_text (insert, 6, change->before, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 7, change->after, -1, SQLITE_STATIC);
      if (!oct_sql_step_done (db, insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
update_edit (OctEdit *edit, sqlite3_stmt *last, void *changeset, int size, GError **error)
{
  sqlite3 *db = edit->workspace->db;
  gint64 seq = sqlite3_column_int64 (last, 0);
  g_autoptr (sqlite3_stmt) statement = NULL;
  void *combined = NULL;
  int combined_size = 0;
  gboolean done;

  if (!combine (last, changeset, size, &combined, &combined_size))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED, _("The change could not be recorded."));
      return FALSE;
    }
  statement = oct_sql_prepare (
    db, "UPDATE edit SET at = ?1, sentence = ?2, changeset = ?3 WHERE seq = ?4", error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, now_seconds ());
      sqlite3_bind_text (statement, 2, edit->record->sentence, -1, SQLITE_STATIC);
      /* Bytes that cancelled each other out are none, which is not NULL. */
      if (combined_size > 0)
        sqlite3_bind_blob (statement, 3, combined, combined_size, SQLITE_STATIC);
      else
        sqlite3_bind_zeroblob (statement, 3, 0);
      sqlite3_bind_int64 (statement, 4, seq);
    }
  done = statement != NULL && oct_sql_step_done (db, statement, error)
         && merge_changes (edit, seq, error);
  sqlite3_free (combined);

  return done;
}

static gboolean
record_edit (OctEdit *edit, void *changeset, int size, GError **error)
{
  g_autoptr (sqlite3_stmt) last = NULL;

  if (!find_merge (edit, &last, error))
    return FALSE;
  if (last != NULL)
    return update_edit (edit, last, changeset, size, error);

  return insert_edit (edit, changeset, size, error);
}

/**
 * oct_edit_commit:
 * @edit: (transfer full): an edit
 * @error: return location for an error
 *
 * Keeps what the edit has written, synced, with its line in history; an edit that changed nothing
 * leaves none.
 *
 * Returns: whether it is kept; everything is as before where not
 */
gboolean
oct_edit_commit (OctEdit *edit, GError **error)
{
  void *changeset = NULL;
  int size = 0;
  gboolean done;

  if (sqlite3session_changeset (edit->session, &size, &changeset) != SQLITE_OK)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED, _("The change could not be recorded."));
      oct_edit_abort (edit);
      return FALSE;
    }
  g_clear_pointer (&edit->session, sqlite3session_delete);
  if (size == 0 && edit->record->barrier == NULL)
    {
      oct_edit_abort (edit);
      sqlite3_free (changeset);
      return TRUE;
    }
  done = record_edit (edit, changeset, size, error)
         && oct_workspace_commit (edit->workspace, error);
  sqlite3_free (changeset);
  if (!done)
    {
      oct_edit_abort (edit);
      return FALSE;
    }
  edit_free (edit);

  return TRUE;
}
