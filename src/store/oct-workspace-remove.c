/* Carrying an erasure through; see the header.
 *
 * The backups come first: should the program end in between, the workspace still has what was to go,
 * and one does it again. The workspace itself is changed as one edit that bars the way back, with a
 * mark that old bytes are still to be overwritten; whoever opens it next goes on from there.
 */
#include "oct-workspace-remove.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/time.h>

#include "oct-error.h"
#include "oct-evidence-objects.h"
#include "oct-object-refs.h"
#include "oct-workspace-people.h"
#include "oct-workspace-private.h"

#define BUSY_TIMEOUT_MS 5000
/* In the table "about", for as long as old bytes may be left. */
#define MARK "INSERT OR REPLACE INTO about (key, value) VALUES ('scrub', '1')"
#define HAS_MARK "SELECT count (*) FROM about WHERE key = 'scrub'"
#define UNMARK "DELETE FROM about WHERE key = 'scrub'"

static gboolean
is_journal (const char *name)
{
  return g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm")
         || g_str_has_suffix (name, "-journal");
}

/**
 * oct_workspace_set_progress:
 * @self: a workspace
 * @func: (nullable): hears how far long work is, on the thread that does it
 * @data: for @func
 *
 * Says who is to hear of the finding, removing and disposing that follow.
 */
void
oct_workspace_set_progress (OctWorkspace *self, OctWorkspaceProgress func, gpointer data)
{
  g_return_if_fail (OCT_IS_WORKSPACE (self));

  self->progress = func;
  self->progress_data = data;
}

/*
 * oct_workspace_report:
 * @self: a workspace
 * @done: how many of the parts of long work are done
 * @total: of how many
 */
void
oct_workspace_report (OctWorkspace *self, guint done, guint total)
{
  if (self->progress != NULL)
    self->progress (done, total, self->progress_data);
}

/*
 * oct_workspace_list_backups:
 * @self: a workspace
 *
 * Returns: (transfer full) (element-type filename): the files among its backups, in no order
 */
GPtrArray *
oct_workspace_list_backups (OctWorkspace *self)
{
  g_autofree char *folder = oct_workspace_dup_folder (self);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!is_journal (name))
      g_ptr_array_add (paths, g_build_filename (backups, name, NULL));

  return paths;
}

/*
 * oct_backup_open:
 * @path: a file among the backups
 * @writable: whether it is to be changed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection; %NULL where it is no workspace
 */
sqlite3 *
oct_backup_open (const char *path, gboolean writable, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int flags = writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  int code = sqlite3_open_v2 (path, &db, flags, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      /* Finds out whether it is a database at all, and the tables are there. */
      code = sqlite3_exec (db, "SELECT 1 FROM person, edit, edit_change, about LIMIT 1", NULL, NULL,
                           NULL);
    }
  if (code == SQLITE_OK)
    return g_steal_pointer (&db);
  oct_sql_set_error (error, db, code, path);

  return NULL;
}

static gboolean
erase_in (OctErasure *erasure, sqlite3 *db, GError **error)
{
  if (!oct_sql_run (db, "PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE",
                    error))
    return FALSE;
  if (oct_erasure_apply (erasure, db, error) && oct_sql_run (db, "COMMIT", error))
    return oct_erasure_scrub (db, error);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/* A backup keeps its date, by which old ones are told from new ones. */
static gboolean
erase_in_backup (OctErasure *erasure, const char *path, GError **error)
{
  sqlite3 *db = oct_backup_open (path, TRUE, error);
  GStatBuf status;
  gboolean dated = g_stat (path, &status) == 0;
  gboolean done = db != NULL && erase_in (erasure, db, error);

  sqlite3_close_v2 (db);
  if (dated)
    {
      const struct timeval times[] = { { .tv_sec = status.st_atime },
                                       { .tv_sec = status.st_mtime } };

      utimes (path, times);
    }

  return done;
}

static gboolean
erase_in_backups (OctWorkspace *self, OctErasure *erasure, GPtrArray *unread,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) paths = oct_workspace_list_backups (self);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GError) local_error = NULL;

      oct_workspace_report (self, i, paths->len + 1);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (erase_in_backup (erasure, path, &local_error))
        continue;
      g_debug ("“%s” stays as it is: %s", path, local_error->message);
      g_ptr_array_add (unread, g_strdup (path));
    }
  oct_workspace_report (self, paths->len, paths->len + 1);

  return TRUE;
}

/* (transfer full) (element-type utf8): the objects of the evidence that goes. */
static GPtrArray *
read_objects (OctWorkspace *self, OctErasure *erasure, GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id, object FROM evidence WHERE object IS NOT NULL", error);

  if (row == NULL)
    return NULL;
  while (oct_sql_next (self->db, row, &local_error))
    if (g_hash_table_contains (erasure->ids, oct_sql_text (row, 0)))
      g_ptr_array_add (objects, g_strdup (oct_sql_text (row, 1)));
  if (local_error == NULL)
    return g_steal_pointer (&objects);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static void
remove_pictures (OctWorkspace *self, const char *object)
{
  g_autofree char *folder = oct_workspace_dup_folder (self);
  g_autofree char *pictures = g_build_filename (folder, OCT_THUMBNAIL_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (pictures, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (pictures, name, NULL);

      if (g_str_has_prefix (name, object))
        g_unlink (path);
    }
}

static gboolean
remove_objects (OctWorkspace *self, GPtrArray *objects, GError **error)
{
  g_autoptr (GHashTable) needed = NULL;

  if (objects->len == 0)
    return TRUE;
  needed = oct_object_refs_read (self, error);
  if (needed == NULL)
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    {
      const char *object = g_ptr_array_index (objects, i);
      g_autofree char *path = oct_evidence_objects_get_path (self, object);

      if (path == NULL || g_hash_table_contains (needed, object))
        continue;
      g_unlink (path);
      remove_pictures (self, object);
    }

  return TRUE;
}

static gboolean
erase_in_workspace (OctWorkspace *self, OctErasure *erasure, const OctEditInfo *info,
                    GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  if (edit == NULL)
    return FALSE;
  oct_edit_set_barrier (edit, erasure->barrier);
  self->records_stamp++;

  return oct_erasure_apply (erasure, self->db, error) && oct_sql_run (self->db, MARK, error)
         && oct_edit_commit (g_steal_pointer (&edit), error);
}

/*
 * oct_workspace_erase:
 * @self: a workspace
 * @erasure: what is to go
 * @info: what history says of it; must not hold what goes
 * @unread: (out) (nullable) (transfer full) (element-type filename): backups that are as they were
 * @cancellable: (nullable): stops before the workspace itself is changed
 * @error: return location for an error
 *
 * Returns: whether it is gone; with %OCT_ERROR_BUSY it is, but old bytes are left until the
 *   workspace is opened next
 */
gboolean
oct_workspace_erase (OctWorkspace *self, OctErasure *erasure, const OctEditInfo *info,
                     GPtrArray **unread, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) objects = read_objects (self, erasure, error);

  if (objects == NULL || !erase_in_backups (self, erasure, left, cancellable, error)
      || !erase_in_workspace (self, erasure, info, error) || !remove_objects (self, objects, error)
      || !oct_workspace_finish_removal (self, error))
    return FALSE;
  if (unread != NULL)
    *unread = g_steal_pointer (&left);

  return TRUE;
}

/**
 * oct_workspace_finish_removal:
 * @self: a workspace
 * @error: return location for an error
 *
 * Overwrites the old bytes of what was removed for good, where that is still to be done.
 *
 * Returns: whether none are left; %OCT_ERROR_BUSY while another window holds on to them
 */
gboolean
oct_workspace_finish_removal (OctWorkspace *self, GError **error)
{
  gint64 marked = 0;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  if (self->read_only)
    return TRUE;
  if (!oct_workspace_read_number (self, HAS_MARK, &marked, error))
    return FALSE;

  return marked == 0
         || (oct_erasure_scrub (self->db, error) && oct_sql_run (self->db, UNMARK, error));
}
