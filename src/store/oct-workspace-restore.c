/* Going back to a backup.
 *
 * The present state is backed up first, the backup is copied beside the workspace, and the copy
 * takes the workspace's name in one step while nobody has it open. A workspace that is too damaged
 * to be backed up is set aside as it is.
 */
#include "oct-workspace-backup.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "oct-durable-file.h"
#include "oct-error.h"
#include "oct-workspace-private.h"

/* Nobody else may have the workspace open: it is held alone, and its write-ahead log is folded into
 * it, since a log that stayed behind would be played onto the file that takes its place. */
static OctWorkspace *
hold_alone (const char *path, GError **error)
{
  g_autoptr (OctWorkspace) self = oct_workspace_open (path, OCT_WORKSPACE_NETWORK, error);

  return g_steal_pointer (&self);
}

static gboolean
move_aside (const char *path, const char *suffix, const char *folder, const char *stamp,
            GError **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *base = g_path_get_basename (from);
  g_autofree char *name = g_strconcat (stamp, "-damaged-", base, ".kept", NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    return TRUE;

  return oct_durable_rename (from, to, error);
}

/* Among the backups, since whoever removes a person has to be told of them too. The log goes first:
 * without its file it does no harm, the other way round it would. */
static gboolean
set_damaged_aside (const char *path, const char *backup_path, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal", "" };
  g_autofree char *folder = g_path_get_dirname (backup_path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H%M%SZ");

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (!move_aside (path, suffixes[i], folder, stamp, error))
      return FALSE;

  return TRUE;
}

/* (transfer full): the backup as a file beside the workspace, synced. */
static char *
bring_beside (OctWorkspace *backup, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *new_path = oct_workspace_make_new_path (folder);

  if (!oct_workspace_write_copy (backup, new_path, error))
    return NULL;

  return g_steal_pointer (&new_path);
}

static gboolean
check_same (OctWorkspace *current, OctWorkspace *backup, GError **error)
{
  if (g_str_equal (oct_workspace_get_id (current), oct_workspace_get_id (backup)))
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
               /* Translators: both are paths of files. */
               _("%s is a backup of another workspace than %s. Nothing was changed."),
               oct_workspace_get_path (backup), oct_workspace_get_path (current));

  return FALSE;
}

/**
 * oct_workspace_restore:
 * @path: the file of a workspace that is closed; it may be damaged or gone
 * @backup_path: one of its backups
 * @error: return location for an error
 *
 * Makes the workspace what it was when the backup was made. Its id stays, and so do its evidence
 * and its backups, to which the present state is added first.
 *
 * Fails with %OCT_ERROR_BUSY while it is open elsewhere, %OCT_ERROR_DAMAGED where the backup is,
 * %OCT_ERROR_RULE where the backup is another workspace's, and with %OCT_ERROR_NEWER,
 * %OCT_ERROR_NO_SPACE or %OCT_ERROR_READ_ONLY; the workspace is then as it was.
 *
 * Returns: whether it is restored
 */
gboolean
oct_workspace_restore (const char *path, const char *backup_path, GError **error)
{
  g_autoptr (OctWorkspace) backup = NULL;
  g_autoptr (OctWorkspace) current = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *new_path = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup_path != NULL, FALSE);

  backup = oct_workspace_open_still (backup_path, error);
  if (backup == NULL)
    return FALSE;
  current = hold_alone (path, &local_error);
  /* Gone, damaged, or by its first bytes no longer a workspace: what can be set aside is. */
  if (current == NULL && !g_error_matches (local_error, OCT_ERROR, OCT_ERROR_NOT_FOUND)
      && !g_error_matches (local_error, OCT_ERROR, OCT_ERROR_DAMAGED)
      && !g_error_matches (local_error, OCT_ERROR, OCT_ERROR_UNTRUSTED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (current != NULL
      && (!check_same (current, backup, error)
          || !oct_workspace_backup (current, OCT_BACKUP_BEFORE_RESTORE, NULL, error)))
    return FALSE;
  new_path = bring_beside (backup, path, error);
  if (new_path == NULL)
    return FALSE;
  /* While @current is held nobody can begin to write to what is replaced. */
  done = (current != NULL || set_damaged_aside (path, backup_path, error))
         && oct_durable_rename (new_path, path, error);
  if (!done)
    g_unlink (new_path);

  return done;
}
