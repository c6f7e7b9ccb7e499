/* One import at a time.
 *
 * The lock is the system's own on a file that stays empty, so a process that dies lets go of it. Who waits
 * looks again five times a second and can be cancelled.
 */

#include "oct-import-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _OctImportLock
{
  int fd;
};

#define LOOK_AGAIN_MS 200

/* Waits a little, or until cancelled. */
static void
wait_a_little (GCancellable *cancellable)
{
  GPollFD fd = { -1, G_IO_IN, 0 };

  if (g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_poll (&fd, 1, LOOK_AGAIN_MS);
      g_cancellable_release_fd (cancellable);
    }
  else
    g_poll (NULL, 0, LOOK_AGAIN_MS);
}

/**
 * oct_import_lock_take:
 * @data_dir: the data folder, which exists
 * @options: whether to wait
 * @cancellable: (nullable): ends the waiting
 * @error: return location; %OCT_ERROR_BUSY when another process imports
 *
 * Returns: (transfer full) (nullable): the lock
 */
OctImportLock *
oct_import_lock_take (const char *data_dir, const OctImportOptions *options,
                      GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (data_dir, "import.lock", NULL);
  OctImportLock *self;
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, OCT_ERROR, errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
                   _("The data folder “%s” can’t be written: %s. Nothing was changed."), data_dir,
                   g_strerror (errno));
      return NULL;
    }

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (fd);
          return NULL;
        }
      if (!options->wait)
        {
          g_set_error_literal (
            error, OCT_ERROR, OCT_ERROR_BUSY,
            _("Another Octant is importing. Nothing was changed; try again when it has finished."));
          close (fd);
          return NULL;
        }
      if (options->progress != NULL)
        options->progress (OCT_IMPORT_PHASE_WAITING, "", 0, -1, options->user_data);
      wait_a_little (cancellable);
    }

  self = g_new0 (OctImportLock, 1);
  self->fd = fd;
  return self;
}

/**
 * oct_import_lock_free:
 * @self: (nullable) (transfer full): the lock
 */
void
oct_import_lock_free (OctImportLock *self)
{
  if (self == NULL)
    return;

  close (self->fd);
  g_free (self);
}
