/* The file of a workspace: made whole, private to its owner, and never in the place of another.
 *
 * A new one is made under another name and renamed once it is synced, so that a power cut leaves
 * none or all of it; an empty file can then only be a damaged one.
 */
#define _GNU_SOURCE /* renameat2 */
#include "oct-workspace-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "oct-durable-file.h"
#include "oct-error.h"

#define NEW_PREFIX ".new-"
/* No file takes so long to be written. */
#define LEFTOVER_SECONDS (24 * 60 * 60)

/*
 * oct_workspace_make_private_file:
 * @path: where; nothing may be there
 * @error: return location for an error
 *
 * Makes an empty file that only its owner can read. SQLite would let the group read it; its journals
 * take over the permissions of the file.
 *
 * Returns: whether it is made; %OCT_ERROR_NO_SPACE or %OCT_ERROR_READ_ONLY where not
 */
gboolean
oct_workspace_make_private_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, OCT_ERROR,
                   saved_errno == ENOSPC || saved_errno == EDQUOT ? OCT_ERROR_NO_SPACE
                                                                  : OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is the path of a file, the second the cause. */
                   _("%s can’t be made: %s. Nothing was changed."), path, g_strerror (saved_errno));
      return FALSE;
    }
  close (fd);

  return TRUE;
}

/*
 * oct_workspace_give_name:
 * @from: a file whose content is on the disk
 * @to: its name, which must be free
 * @error: return location for an error
 *
 * Gives a file its name in one step, and never takes another's.
 *
 * Returns: whether it has it; %OCT_ERROR_RULE where the name is taken
 */
gboolean
oct_workspace_give_name (const char *from, const char *to, GError **error)
{
  /* Not every file system can rename without replacing; what is left then is a moment in which
   * somebody else could take the name. */
  int status = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  if (status != 0 && errno == EEXIST)
    {
      g_autofree char *name = g_path_get_basename (to);

      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   /* Translators: %s is the name of a file. */
                   _("There is already a workspace “%s”. Choose another name."), name);
      return FALSE;
    }
  if (status != 0 && errno != EINVAL && errno != ENOSYS)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is the path of a file, the second the cause. */
                   _("%s can’t be made: %s. Nothing was changed."), to, g_strerror (errno));
      return FALSE;
    }
  if (status != 0 && g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   /* Translators: %s is the name of a file. */
                   _("There is already a workspace “%s”. Choose another name."), to);
      return FALSE;
    }
  if (status == 0)
    {
      g_autofree char *folder = g_path_get_dirname (to);

      return oct_durable_sync_folder (folder, error);
    }

  return oct_durable_rename (from, to, error);
}

/*
 * oct_workspace_make_new_path:
 * @folder: a folder
 *
 * Returns: (transfer full): a path in it that nobody has, for a file that isn't whole yet
 */
char *
oct_workspace_make_new_path (const char *folder)
{
  g_autofree char *id = oct_workspace_make_id ();
  g_autofree char *name = g_strconcat (NEW_PREFIX, id, NULL);

  return g_build_filename (folder, name, NULL);
}

/*
 * oct_workspace_remove_leftovers:
 * @folder: a folder
 *
 * Removes what a power cut left of files that never became whole.
 */
void
oct_workspace_remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, NEW_PREFIX) && g_lstat (path, &status) == 0
          && S_ISREG (status.st_mode) && status.st_mtime < now - LEFTOVER_SECONDS)
        g_unlink (path);
    }
}

/* The new workspace is made whole under another name, so that a power cut leaves none or all of it. */
static gboolean
make_tables (OctWorkspace *self, GError **error)
{
  int code = sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READWRITE, NULL);

  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, self->db, code, _("The workspace could not be made"));
      return FALSE;
    }
  oct_workspace_protect (self);
  if (!oct_sql_run (self->db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;", error)
      || !oct_workspace_run_migrations (self, error))
    return FALSE;
  g_clear_pointer (&self->db, sqlite3_close);

  return TRUE;
}

/*
 * oct_workspace_make_file:
 * @path: where; nothing may be there
 * @error: return location for an error
 *
 * Makes the file of a new, empty workspace, synced.
 *
 * Returns: whether it is made; nothing is left of it where not
 */
gboolean
oct_workspace_make_file (const char *path, GError **error)
{
  g_autoptr (OctWorkspace) maker = g_object_new (OCT_TYPE_WORKSPACE, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  oct_workspace_remove_leftovers (folder);
  maker->path = oct_workspace_make_new_path (folder);
  if (!oct_workspace_make_private_file (maker->path, error))
    return FALSE;
  if (make_tables (maker, error) && oct_workspace_give_name (maker->path, path, error))
    return TRUE;
  g_clear_pointer (&maker->db, sqlite3_close);
  g_unlink (maker->path);

  return FALSE;
}
