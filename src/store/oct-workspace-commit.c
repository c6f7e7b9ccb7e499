/* The end of a transaction, and what is so when it could not be told.
 *
 * With a rollback journal that is kept open, as on a network, the sync after the journal was
 * emptied can fail: the change is then in the file although SQLite says that it isn't. So there
 * every transaction leaves a mark, by which it is found out.
 */
#include "oct-workspace-private.h"

#define MARK "last-commit"

static gboolean
write_mark (OctWorkspace *self, const char *mark, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db, "INSERT OR REPLACE INTO about (key, value) VALUES ('" MARK "', ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, mark, -1, SQLITE_STATIC);

  return oct_sql_step_done (self->db, statement, error);
}

static gboolean
has_mark (OctWorkspace *self, const char *mark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT value = ? FROM about WHERE key = '" MARK "'", &error);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, mark, -1, SQLITE_STATIC);

  return oct_sql_next (self->db, row, &error) && sqlite3_column_int (row, 0) != 0;
}

/* A second transaction syncs what the first one left unsure. */
static gboolean
confirm (OctWorkspace *self)
{
  if (oct_sql_run (self->db,
                   "BEGIN IMMEDIATE; UPDATE about SET value = value WHERE key = '" MARK "'; COMMIT",
                   NULL))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/*
 * oct_workspace_commit:
 * @self: a workspace in a transaction
 * @error: return location for an error
 *
 * Ends the transaction, synced.
 *
 * Returns: whether it is kept; everything is as before where not
 */
gboolean
oct_workspace_commit (OctWorkspace *self, GError **error)
{
  g_autofree char *mark = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!self->network)
    {
      if (oct_sql_run (self->db, "COMMIT", error))
        return TRUE;
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  mark = oct_workspace_make_id ();
  if (write_mark (self, mark, &local_error) && oct_sql_run (self->db, "COMMIT", &local_error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  if (has_mark (self, mark) && confirm (self))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
