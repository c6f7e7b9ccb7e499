/* Undo and redo: the changeset of the last edit, inverted or applied again.
 *
 * Last in, first out. A conflict, a rule of the tables or a barrier stops there, changes nothing
 * and says why; nothing is ever undone in part.
 */
#include "oct-workspace-private.h"

#include <glib/gi18n.h>

#include "oct-error.h"

#define COLUMNS "seq, at, person_id, sentence, location, subject, barrier, state, undone_at"

static OctEditRecord *
read_record (sqlite3_stmt *row)
{
  OctEditRecord *record = oct_edit_record_new ();

  record->seq = sqlite3_column_int64 (row, 0);
  record->at = sqlite3_column_int64 (row, 1);
  record->person_id = g_strdup ((const char *) sqlite3_column_text (row, 2));
  record->sentence = g_strdup (oct_sql_text (row, 3));
  record->location = g_strdup (oct_sql_text (row, 4));
  record->subject = g_strdup ((const char *) sqlite3_column_text (row, 5));
  record->barrier = g_strdup ((const char *) sqlite3_column_text (row, 6));
  record->state = oct_edit_state_from_key (oct_sql_text (row, 7));
  record->undone_at = sqlite3_column_int64 (row, 8);

  return record;
}

/* History. */

static gboolean
read_changes (OctWorkspace *self, OctEditRecord *record, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, record->seq);
  while (oct_sql_next (self->db, statement, &local_error))
    oct_edit_record_add (record, oct_sql_text (statement, 0), oct_sql_text (statement, 1),
                         oct_sql_text (statement, 2),
                         (OctValueKind) sqlite3_column_int (statement, 3),
                         (const char *) sqlite3_column_text (statement, 4),
                         (const char *) sqlite3_column_text (statement, 5));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static sqlite3_stmt *
prepare_history (OctWorkspace *self, const OctHistoryFilter *filter, GError **error)
{
  sqlite3_stmt *statement = oct_sql_prepare (
    self->db,
    "SELECT " COLUMNS " FROM edit"
    " WHERE (?1 IS NULL OR person_id = ?1)"
    "  AND (?2 IS NULL OR subject = ?2 OR (?2 = 'trust' AND subject IS NULL))"
    "  AND (?3 IS NULL OR seq IN (SELECT seq FROM edit_change WHERE record_id = ?3))"
    "  AND (?4 = 0 OR seq < ?4)"
    " ORDER BY seq DESC LIMIT ?5",
    error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, filter->person_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, filter->subject, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, filter->record_id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, filter->before_seq);
  sqlite3_bind_int64 (statement, 5, filter->limit > 0 ? (gint64) filter->limit : -1);

  return statement;
}

/**
 * oct_workspace_read_history:
 * @self: a workspace
 * @filter: which edits
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctEditRecord): edits, newest first, with their changes
 */
GPtrArray *
oct_workspace_read_history (OctWorkspace *self, const OctHistoryFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_edit_record_free);
  g_autoptr (sqlite3_stmt) statement = prepare_history (self, filter, error);
  g_autoptr (sqlite3_stmt) changes = NULL;
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  changes = oct_sql_prepare (self->db,
                             "SELECT record, record_id, field, kind, before, after"
                             " FROM edit_change WHERE seq = ? ORDER BY n",
                             error);
  if (changes == NULL)
    return NULL;
  while (oct_sql_next (self->db, statement, &local_error))
    {
      OctEditRecord *record = read_record (statement);

      g_ptr_array_add (records, record);
      if (!read_changes (self, record, changes, error))
        return NULL;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&records);
}

/* Undo and redo. */

#define UNDO_NEXT                                                                                  \
  "SELECT " COLUMNS ", schema, changeset FROM edit"                                                \
  " WHERE seq = (SELECT max (seq) FROM edit WHERE state = 'done')"
#define REDO_NEXT                                                                                  \
  "SELECT " COLUMNS ", schema, changeset FROM edit"                                                \
  " WHERE seq = (SELECT min (seq) FROM edit WHERE state = 'undone')"
#define COLUMN_SCHEMA 9
#define COLUMN_CHANGESET 10

static gboolean
read_next (OctWorkspace *self, const char *sql, sqlite3_stmt **row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (self->db, sql, error);

  *row = NULL;
  if (statement == NULL)
    return FALSE;
  if (oct_sql_next (self->db, statement, &local_error))
    *row = g_steal_pointer (&statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * oct_workspace_read_next:
 * @self: a workspace
 * @undo: (out) (nullable) (transfer full): the edit that undo would take back; one with a barrier
 *   says why it can't
 * @redo: (out) (nullable) (transfer full): the edit that redo would bring back
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
oct_workspace_read_next (OctWorkspace *self, OctEditRecord **undo, OctEditRecord **redo,
                         GError **error)
{
  g_autoptr (sqlite3_stmt) undo_row = NULL;
  g_autoptr (sqlite3_stmt) redo_row = NULL;

  if (!read_next (self, UNDO_NEXT, &undo_row, error)
      || !read_next (self, REDO_NEXT, &redo_row, error))
    return FALSE;
  *undo = undo_row != NULL ? read_record (undo_row) : NULL;
  *redo = redo_row != NULL ? read_record (redo_row) : NULL;

  return TRUE;
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (OctWorkspace *self, const void *changeset, int size, gboolean invert, GError **error)
{
  int flags = invert ? SQLITE_CHANGESETAPPLY_INVERT : 0;
  int code;

  if (size == 0)
    return TRUE;
  code = sqlite3changeset_apply_v2 (self->db, size, (void *) changeset, NULL, conflict_cb, NULL,
                                    NULL, NULL, flags);
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, OCT_ERROR, OCT_ERROR_BARRIER,
                 _ ("What this changed was changed again since, in another way, so it can’t be "
                    "taken back. Nothing was changed."));
  else
    oct_sql_set_error (error, self->db, code, _ ("The change could not be taken back"));

  return FALSE;
}

static gboolean
set_state (OctWorkspace *self, gint64 seq, OctEditState state, const char *person_id,
           GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db, "UPDATE edit SET state = ?1, undone_at = ?2, undone_by = ?3 WHERE seq = ?4", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, oct_edit_state_to_key (state), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
  if (state == OCT_EDIT_UNDONE)
    sqlite3_bind_text (statement, 3, person_id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, seq);

  return oct_sql_step_done (self->db, statement, error);
}

static gboolean
check_barrier (sqlite3_stmt *row, GError **error)
{
  const char *barrier = (const char *) sqlite3_column_text (row, 6);

  if (barrier != NULL)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_BARRIER, barrier);
      return FALSE;
    }
  if (sqlite3_column_int64 (row, COLUMN_SCHEMA) < oct_workspace_get_undo_version ())
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_BARRIER,
                   _ ("This was done with an older version of Octant and can’t be undone any more. "
                      "You can still change it by hand."));
      return FALSE;
    }

  return TRUE;
}

static OctEditRecord *
step_in_transaction (OctWorkspace *self, gboolean undo, const char *person_id, GBytes **applied,
                     GError **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (OctEditRecord) record = NULL;
  g_autoptr (GBytes) changeset = NULL;

  if (!read_next (self, undo ? UNDO_NEXT : REDO_NEXT, &row, error))
    return NULL;
  if (row == NULL)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                           undo ? _ ("There is nothing to undo.")
                                : _ ("There is nothing to redo."));
      return NULL;
    }
  if (!check_barrier (row, error))
    return NULL;
  record = read_record (row);
  changeset = g_bytes_new (sqlite3_column_blob (row, COLUMN_CHANGESET),
                           (gsize) sqlite3_column_bytes (row, COLUMN_CHANGESET));
  g_clear_pointer (&row, oct_sql_finalize);
  if (!apply (self, g_bytes_get_data (changeset, NULL), (int) g_bytes_get_size (changeset), undo,
              error)
      || !set_state (self, record->seq, undo ? OCT_EDIT_UNDONE : OCT_EDIT_DONE, person_id, error))
    return NULL;
  *applied = g_steal_pointer (&changeset);

  return g_steal_pointer (&record);
}

static OctEditRecord *
step (OctWorkspace *self, gboolean undo, const char *person_id, GError **error)
{
  g_autoptr (OctEditRecord) record = NULL;
  g_autoptr (GBytes) applied = NULL;

  if (!oct_sql_run (self->db, "BEGIN IMMEDIATE", error))
    return NULL;
  record = step_in_transaction (self, undo, person_id, &applied, error);
  if (record != NULL && oct_workspace_commit (self, error))
    {
      oct_workspace_follow_changeset (self, g_bytes_get_data (applied, NULL),
                                      (int) g_bytes_get_size (applied));
      return g_steal_pointer (&record);
    }
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return NULL;
}

/**
 * oct_workspace_undo:
 * @self: a workspace
 * @person_id: (nullable): who undoes it
 * @error: return location for an error
 *
 * Takes back the last edit.
 *
 * Returns: (transfer full): what was undone; %NULL with %OCT_ERROR_NOT_FOUND where there is
 *   nothing, %OCT_ERROR_BARRIER where it can't be, or another error. Nothing is changed then.
 */
OctEditRecord *
oct_workspace_undo (OctWorkspace *self, const char *person_id, GError **error)
{
  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  return step (self, TRUE, person_id, error);
}

/**
 * oct_workspace_redo:
 * @self: a workspace
 * @person_id: (nullable): who redoes it
 * @error: return location for an error
 *
 * Brings back the edit that was undone last.
 *
 * Returns: (transfer full): what was redone, or %NULL as oct_workspace_undo()
 */
OctEditRecord *
oct_workspace_redo (OctWorkspace *self, const char *person_id, GError **error)
{
  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  return step (self, FALSE, person_id, error);
}
