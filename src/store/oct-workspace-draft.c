/* The draft of the framework's next version, and the versions there are.
 *
 * A draft is kept as notes, one for each text in which it differs from the present version, so that
 * every step of it is a named edit like any other: with undo, history and backups, and with people
 * found and removed in it. To use it makes a version of it and takes the notes away, in one edit.
 */
#include "oct-workspace-draft.h"

#include "oct-framework-draft.h"
#include "oct-workspace-private.h"

#define PREFIX "framework-draft/"

/**
 * oct_workspace_read_draft:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the texts of the draft by path,
 *   empty where there is none; %NULL with @error set
 */
GHashTable *
oct_workspace_read_draft (OctWorkspace *self, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db,
                                                  "SELECT substr (id, 1 + length (?1)), text"
                                                  " FROM note WHERE id GLOB ?1 || '*'",
                                                  error);

  if (row == NULL)
    return NULL;
  sqlite3_bind_text (row, 1, PREFIX, -1, SQLITE_STATIC);
  while (oct_sql_next (self->db, row, &local_error))
    g_hash_table_replace (rows, g_strdup (oct_sql_text (row, 0)), g_strdup (oct_sql_text (row, 1)));
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
put_row (OctEdit *edit, const char *path, const char *text, GError **error)
{
  g_autofree char *id = g_strconcat (PREFIX, path, NULL);
  /* History shows what people read; the rest is said in the edit's sentence. */
  const char *field = oct_framework_draft_is_prose (path) ? "text" : NULL;
  const OctCell cells[] = { OCT_CELL_TEXT ("text", field, text) };

  return oct_edit_put (edit, "note", id, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
delete_row (OctEdit *edit, const char *path, GError **error)
{
  g_autofree char *id = g_strconcat (PREFIX, path, NULL);

  return oct_edit_delete (edit, "note", id, error);
}

static gboolean
delete_rows (OctEdit *edit, OctWorkspace *self, GError **error)
{
  g_autoptr (GHashTable) rows = oct_workspace_read_draft (self, error);
  GHashTableIter iter;
  gpointer path;

  if (rows == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!delete_row (edit, path, error))
      return FALSE;

  return TRUE;
}

/**
 * oct_workspace_change_draft:
 * @self: a workspace
 * @info: what history says
 * @changes: (element-type utf8 utf8): texts by path; %NULL for a text that no longer differs from
 *   the present version
 * @error: return location for an error
 *
 * Changes these texts of the draft and leaves its others, which somebody else may be writing.
 *
 * Returns: whether it is kept
 */
gboolean
oct_workspace_change_draft (OctWorkspace *self, const OctEditInfo *info, GHashTable *changes,
                            GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);
  GHashTableIter iter;
  gpointer path;
  gpointer text;

  if (edit == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &path, &text))
    if (text != NULL ? !put_row (edit, path, text, error) : !delete_row (edit, path, error))
      return FALSE;

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

/**
 * oct_workspace_discard_draft:
 * @self: a workspace
 * @info: what history says
 * @error: return location for an error
 *
 * Takes the whole draft away, as one edit that can be undone.
 *
 * Returns: whether it is gone
 */
gboolean
oct_workspace_discard_draft (OctWorkspace *self, const OctEditInfo *info, GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  return edit != NULL && delete_rows (edit, self, error)
         && oct_edit_commit (g_steal_pointer (&edit), error);
}

/* Cycles that are open are judged by the newest version. */
static gboolean
adopt_framework (OctEdit *edit, OctWorkspace *self, const char *framework_id, GError **error)
{
  const OctCell cells[] = { OCT_CELL_TEXT ("framework_id", NULL, framework_id) };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db, "SELECT id FROM cycle WHERE closed = 0",
                                                  error);

  if (row == NULL)
    return FALSE;
  while (oct_sql_next (self->db, row, &local_error))
    if (!oct_edit_put (edit, "cycle", oct_sql_text (row, 0), cells, 1, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
add_version (OctEdit *edit, OctWorkspace *self, const OctNewVersion *version, char **id,
             GError **error)
{
  g_autofree char *new_id = oct_workspace_make_id ();
  const OctCell cells[] = {
    OCT_CELL_TEXT ("key", NULL, version->key),
    OCT_CELL_NUMBER ("version", "version", version->number),
    OCT_CELL_TEXT ("content", NULL, version->content),
    OCT_CELL_NUMBER ("made_at", NULL, g_get_real_time () / G_USEC_PER_SEC),
  };

  if (!oct_edit_put (edit, "framework", new_id, cells, G_N_ELEMENTS (cells), error)
      || !adopt_framework (edit, self, new_id, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&new_id);

  return TRUE;
}

/**
 * oct_workspace_add_framework:
 * @self: a workspace
 * @info: what history says
 * @key: the framework's key
 * @version: its version, from 1
 * @content: its text in JSON
 * @id: (out) (nullable) (transfer full): the id of this version
 * @error: return location for an error
 *
 * Adds a version, by which cycles that are open are judged from now on. The versions before stay
 * as they are, since judgements were made under them. A draft stays a draft.
 *
 * Returns: whether it is kept
 */
gboolean
oct_workspace_add_framework (OctWorkspace *self, const OctEditInfo *info, const char *key,
                             guint version, const char *content, char **id, GError **error)
{
  const OctNewVersion new_version = { key, version, content };
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  return edit != NULL && add_version (edit, self, &new_version, id, error)
         && oct_edit_commit (g_steal_pointer (&edit), error);
}

/**
 * oct_workspace_use_draft:
 * @self: a workspace
 * @info: what history says
 * @version: what the draft has become
 * @error: return location for an error
 *
 * Adds a version as oct_workspace_add_framework() does, and takes the draft away.
 *
 * Returns: whether it is kept
 */
gboolean
oct_workspace_use_draft (OctWorkspace *self, const OctEditInfo *info, const OctNewVersion *version,
                         GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  return edit != NULL && add_version (edit, self, version, NULL, error)
         && delete_rows (edit, self, error) && oct_edit_commit (g_steal_pointer (&edit), error);
}

/**
 * oct_workspace_read_versions:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctFrameworkVersion): the versions of the framework, the
 *   oldest first, without the frameworks themselves
 */
GPtrArray *
oct_workspace_read_versions (OctWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_framework_version_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id, made_at FROM framework ORDER BY version, made_at", error);

  if (row == NULL)
    return NULL;
  while (oct_sql_next (self->db, row, &local_error))
    {
      OctFrameworkVersion *version = g_new0 (OctFrameworkVersion, 1);

      version->id = g_strdup (oct_sql_text (row, 0));
      version->made_at = sqlite3_column_int64 (row, 1);
      g_ptr_array_add (versions, version);
    }
  if (local_error == NULL)
    return g_steal_pointer (&versions);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
