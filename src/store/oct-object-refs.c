/* Who still needs an object; see the header.
 *
 * A changeset holds the name of an object as plain text, and so it is found by looking for 64
 * hexadecimal digits in its bytes. A backup is a workspace and is asked the same; every file among
 * the backups counts, whatever it is called, and one that can't be read stops the collection.
 */
#include "oct-object-refs.h"

#include "oct-evidence-objects.h"
#include "oct-workspace-private.h"

/* Every stretch of 64 digits; a longer run may hold the name at any place. */
static void
find_names (const guint8 *bytes, gsize size, GHashTable *names)
{
  gsize run = 0;

  for (gsize i = 0; i < size; i++)
    {
      gboolean digit = (bytes[i] >= '0' && bytes[i] <= '9') || (bytes[i] >= 'a' && bytes[i] <= 'f');

      run = digit ? run + 1 : 0;
      if (run >= OCT_OBJECT_NAME_LENGTH)
        g_hash_table_add (names, g_strndup ((const char *) bytes + i + 1 - OCT_OBJECT_NAME_LENGTH,
                                            OCT_OBJECT_NAME_LENGTH));
    }
}

static gboolean
read_names (sqlite3 *db, const char *sql, GHashTable *names, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (oct_sql_next (db, statement, &local_error))
    {
      const guint8 *bytes = sqlite3_column_blob (statement, 0);

      if (bytes != NULL)
        find_names (bytes, (gsize) sqlite3_column_bytes (statement, 0), names);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* A dropped edit was undone and can't be brought back. */
static gboolean
read_database (sqlite3 *db, GHashTable *names, GError **error)
{
  return read_names (db, "SELECT object FROM evidence WHERE object IS NOT NULL", names, error)
         && read_names (
           db, "SELECT changeset FROM edit WHERE changeset IS NOT NULL AND state <> 'dropped'",
           names, error);
}

static gboolean
read_file (const char *path, GHashTable *names, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);

  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, db, code, path);
      return FALSE;
    }
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  return read_database (db, names, error);
}

static gboolean
is_journal (const char *name)
{
  return g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm")
         || g_str_has_suffix (name, "-journal");
}

static gboolean
read_folder (OctWorkspace *workspace, const char *folder, const char *suffix, GHashTable *names,
             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* On a network the workspace itself lets nobody else in, and it was read already. */
      if (!g_str_has_suffix (name, suffix) || is_journal (name)
          || g_str_equal (path, workspace->path))
        continue;
      if (!read_file (path, names, error))
        return FALSE;
    }

  return TRUE;
}

/* A workspace that was copied by hand has the same id, and so the same folder of objects: the ones
 * beside this one are asked as well. */
static gboolean
read_others (OctWorkspace *workspace, GHashTable *names, GError **error)
{
  g_autofree char *folder = oct_workspace_dup_folder (workspace);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *beside = g_path_get_dirname (folder);

  return read_folder (workspace, backups, "", names, error)
         && read_folder (workspace, beside, OCT_WORKSPACE_SUFFIX, names, error);
}

/*
 * oct_object_refs_collect:
 * @workspace: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of the objects to which a row,
 *   an edit or a backup refers
 */
GHashTable *
oct_object_refs_collect (OctWorkspace *workspace, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!read_database (workspace->db, names, error) || !read_others (workspace, names, error))
    return NULL;

  return g_steal_pointer (&names);
}

/*
 * oct_object_refs_read:
 * @workspace: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of the objects to which a row
 *   or an edit refers, whatever the backups say
 */
GHashTable *
oct_object_refs_read (OctWorkspace *workspace, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return read_database (workspace->db, names, error) ? g_steal_pointer (&names) : NULL;
}
