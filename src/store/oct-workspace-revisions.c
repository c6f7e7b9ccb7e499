/* When each record was changed last, as history tells it.
 *
 * Calendars take an event again only where it comes as a later revision. Edits, undos and redos all
 * count. A removal for good changes records without telling history which, and takes old edits away:
 * none is older than the last one, so that a revision never goes back.
 */
#include "oct-workspace-private.h"

static gboolean
read_into (OctWorkspace *self, const char *sql, GHashTable *revisions, GError **error)
{
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  while (oct_sql_next (self->db, row, &local_error))
    {
      gint64 *at = g_new (gint64, 1);

      *at = sqlite3_column_int64 (row, 1);
      g_hash_table_insert (revisions, g_strdup (oct_sql_text (row, 0)), at);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * oct_workspace_read_revisions:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 gint64): for the id of each record that history knows, the
 *   seconds since 1970 at its last edit, undo or redo; under %OCT_REVISION_GONE_REVIEWS those of the
 *   reviews that are no more, and under %OCT_REVISION_REMOVED those of the last removal for good, which
 *   may have changed any record
 */
GHashTable *
oct_workspace_read_revisions (OctWorkspace *self, GError **error)
{
  g_autoptr (GHashTable) revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            g_free);

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  if (!read_into (self,
                  "SELECT record_id, max (max (at, undone_at)) FROM edit_change"
                  " JOIN edit USING (seq) GROUP BY record_id",
                  revisions, error)
      || !read_into (self,
                     "SELECT '" OCT_REVISION_GONE_REVIEWS "', max (max (at, undone_at))"
                     " FROM edit_change JOIN edit USING (seq)"
                     " WHERE record = 'review' AND record_id NOT IN (SELECT id FROM review)"
                     " HAVING count (*) > 0",
                     revisions, error)
      /* Only what was removed for good is a barrier that names no record. */
      || !read_into (self,
                     "SELECT '" OCT_REVISION_REMOVED "', max (at) FROM edit"
                     " WHERE barrier IS NOT NULL AND seq NOT IN (SELECT seq FROM edit_change)"
                     " HAVING count (*) > 0",
                     revisions, error))
    return NULL;

  return g_steal_pointer (&revisions);
}
