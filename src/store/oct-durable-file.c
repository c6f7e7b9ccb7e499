/* Files that are there whole or not at all; see the header. */

#include "oct-durable-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "oct-error.h"
#include "oct-sql.h"

struct _OctDurableFile
{
  char *path;
  const char *vfs_path; /* SQLite's own form of it */
  sqlite3_file *file;
  sqlite3_int64 size;
};

static void
set_errno_error (GError **error, int code, const char *path)
{
  OctError kind = OCT_ERROR_FAILED;

  if (code == ENOSPC || code == EDQUOT)
    kind = OCT_ERROR_NO_SPACE;
  else if (code == EACCES || code == EROFS || code == EPERM)
    kind = OCT_ERROR_READ_ONLY;
  else if (code == EIO)
    kind = OCT_ERROR_DISK;

  g_set_error (error, OCT_ERROR, kind, _("“%s” could not be written: %s. Nothing was changed."),
               path, g_strerror (code));
}

static void
durable_file_free (OctDurableFile *self)
{
  if (self->file != NULL && self->file->pMethods != NULL)
    self->file->pMethods->xClose (self->file);
  g_free (self->file);
  sqlite3_free_filename (self->vfs_path);
  g_free (self->path);
  g_free (self);
}

/**
 * oct_durable_file_create:
 * @path: where; an older file of that name is replaced
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an empty file to append to, readable by its owner only
 */
OctDurableFile *
oct_durable_file_create (const char *path, GError **error)
{
  sqlite3_vfs *vfs;
  OctDurableFile *self;
  int flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int code;

  sqlite3_initialize ();
  vfs = sqlite3_vfs_find (NULL);
  g_unlink (path);

  self = g_new0 (OctDurableFile, 1);
  self->path = g_strdup (path);
  self->vfs_path = sqlite3_create_filename (path, "", "", 0, NULL);
  self->file = g_malloc0 (vfs->szOsFile);
  code = vfs->xOpen (vfs, self->vfs_path, self->file, flags, &flags);

  if (code != SQLITE_OK)
    {
      self->file->pMethods = NULL;
      oct_sql_set_error (error, NULL, code, _("A file could not be created"));
      durable_file_free (self);
      return NULL;
    }

  if (g_chmod (path, 0600) != 0)
    g_debug ("“%s” keeps its permissions: %s", path, g_strerror (errno));

  return self;
}

/**
 * oct_durable_file_append:
 * @self: a file
 * @data: bytes
 * @length: how many
 * @error: return location
 *
 * Returns: %TRUE when the bytes were taken; they are safe only after oct_durable_file_finish()
 */
gboolean
oct_durable_file_append (OctDurableFile *self, gconstpointer data, gsize length, GError **error)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      /* SQLite's file layer takes at most 128 KiB at a time. */
      int chunk = (int) MIN (length, 1 << 16);
      int code = self->file->pMethods->xWrite (self->file, bytes, chunk, self->size);

      if (code != SQLITE_OK)
        {
          oct_sql_set_error (error, NULL, code, _("A file could not be written"));
          return FALSE;
        }
      bytes += chunk;
      self->size += chunk;
      length -= chunk;
    }

  return TRUE;
}

/**
 * oct_durable_file_finish:
 * @self: (transfer full): a file
 * @error: return location
 *
 * Syncs and closes the file. When that fails, the file is removed.
 *
 * Returns: %TRUE when every byte is on the disk
 */
gboolean
oct_durable_file_finish (OctDurableFile *self, GError **error)
{
  int code = self->file->pMethods->xSync (self->file, SQLITE_SYNC_NORMAL);

  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, NULL, code, _("A file could not be written"));
      oct_durable_file_abort (self);
      return FALSE;
    }

  durable_file_free (self);
  return TRUE;
}

/**
 * oct_durable_file_abort:
 * @self: (transfer full): a file
 *
 * Closes the file and removes it.
 */
void
oct_durable_file_abort (OctDurableFile *self)
{
  g_autofree char *path = g_strdup (self->path);

  durable_file_free (self);
  g_unlink (path);
}

/**
 * oct_durable_sync:
 * @path: a file that is there
 * @error: return location
 *
 * Syncs a file that somebody else wrote, such as SQLite where it doesn't sync.
 *
 * Returns: %TRUE when every byte is on the disk
 */
gboolean
oct_durable_sync (const char *path, GError **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  const char *vfs_path = sqlite3_create_filename (path, "", "", 0, NULL);
  g_autofree sqlite3_file *file = g_malloc0 (vfs->szOsFile);
  int flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE;
  int code = vfs->xOpen (vfs, vfs_path, file, flags, &flags);

  if (code == SQLITE_OK)
    code = file->pMethods->xSync (file, SQLITE_SYNC_NORMAL);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (vfs_path);
  if (code == SQLITE_OK)
    return TRUE;
  oct_sql_set_error (error, NULL, code, _("A file could not be written"));

  return FALSE;
}

/**
 * oct_durable_sync_folder:
 * @folder: a folder
 * @error: return location
 *
 * Makes the names in the folder durable. A file system that can't is no error.
 *
 * Returns: %TRUE unless the folder can't be opened
 */
gboolean
oct_durable_sync_folder (const char *folder, GError **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      set_errno_error (error, errno, folder);
      return FALSE;
    }

  if (fsync (fd) != 0)
    g_debug ("“%s” can’t be synced: %s", folder, g_strerror (errno));
  close (fd);
  return TRUE;
}

/**
 * oct_durable_rename:
 * @from: a file whose content is on the disk
 * @to: its new name in the same folder
 * @error: return location
 *
 * Gives the file its name in one step and makes the name durable.
 *
 * Returns: %TRUE when @to is the new file
 */
gboolean
oct_durable_rename (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (g_rename (from, to) != 0)
    {
      set_errno_error (error, errno, to);
      return FALSE;
    }

  return oct_durable_sync_folder (folder, error);
}
