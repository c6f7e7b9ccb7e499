/* A CSV file, or the one CSV inside a zip, as a stream of bytes.
 *
 * A zip is looked through twice: first every name in it is judged, then the one CSV is inflated on
 * a thread of its own into a small ring of buffers. Only the table of contents at a zip's end is
 * trusted to say what it holds; a zip that was cut off has none and is refused as a whole, before
 * any of it is read.
 */
#include "oct-archive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "oct-zip-contents.h"

#define N_SLOTS 4
#define SLOT_SIZE ((gsize) 256 * 1024)

typedef struct
{
  guint8 *data;
  gsize length;
} Slot;

struct _OctInput
{
  char *file_name; /* the file's own name, for messages */
  char *name;      /* the CSV's name */
  guint64 file_size;
  guint64 bytes_in;      /* of a plain file, or of the unpacked CSV: how much was handed out */
  guint64 unpacked_size; /* as the zip states it; 0 where it doesn't */

  /* A plain file or bytes in memory. */
  int fd;
  GBytes *bytes;

  /* A zip. Everything in the ring is guarded by the mutex, a slot's bytes by who holds it. */
  struct archive *archive;
  GThread *thread;
  GMutex mutex;
  GCond changed;
  Slot slots[N_SLOTS];
  guint n_full;
  guint next_full;
  gsize slot_offset;
  gboolean finished;
  gboolean stop;
  GError *thread_error;
};

/* Zip: inflating ahead on a thread. */

static gboolean
open_archive (OctInput *self, GError **error)
{
  int status;

  if (self->archive != NULL)
    archive_read_free (self->archive);
  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive);

  if (self->bytes != NULL)
    status = archive_read_open_memory (self->archive, g_bytes_get_data (self->bytes, NULL),
                                       g_bytes_get_size (self->bytes));
  else if (lseek (self->fd, 0, SEEK_SET) == 0)
    status = archive_read_open_fd (self->archive, self->fd, 64 * 1024);
  else
    status = ARCHIVE_FATAL;

  if (status == ARCHIVE_OK)
    return TRUE;

  oct_zip_set_damaged (self->file_name, _("its table of contents is missing"), error);
  return FALSE;
}

static gboolean
within_limits (const OctInput *self, guint64 total, GError **error)
{
  if (total > OCT_INPUT_MAX_SIZE)
    {
      oct_zip_set_too_large (self->file_name, error);
      return FALSE;
    }
  if (total > OCT_INPUT_FREE_SIZE
      && total - OCT_INPUT_FREE_SIZE > self->file_size * OCT_INPUT_MAX_RATIO)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
        _("The zip “%s” unpacks to more than %d times its size, as no real table does. Reading it was "
          "stopped. Download the file again from its publisher."),
        self->file_name, OCT_INPUT_MAX_RATIO);
      return FALSE;
    }
  return TRUE;
}

/* Fills one slot as far as the CSV reaches. Returns FALSE at its end or on an error. */
static gboolean
inflate_slot (OctInput *self, Slot *slot, guint64 *total, GError **error)
{
  slot->length = 0;
  while (slot->length < SLOT_SIZE)
    {
      la_ssize_t n = archive_read_data (self->archive, slot->data + slot->length,
                                        SLOT_SIZE - slot->length);

      if (n == 0)
        return FALSE;
      if (n < 0)
        {
          oct_zip_set_damaged (self->file_name, archive_error_string (self->archive), error);
          return FALSE;
        }
      slot->length += n;
      *total += n;
      if (!within_limits (self, *total, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
inflate_thread (gpointer user_data)
{
  OctInput *self = user_data;
  guint64 total = 0;
  guint next = 0;
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GError) error = NULL;

      g_mutex_lock (&self->mutex);
      while (self->n_full == N_SLOTS && !self->stop)
        g_cond_wait (&self->changed, &self->mutex);
      more = !self->stop;
      g_mutex_unlock (&self->mutex);
      if (!more)
        break;

      more = inflate_slot (self, &self->slots[next], &total, &error);

      g_mutex_lock (&self->mutex);
      if (self->slots[next].length > 0)
        self->n_full++;
      self->finished = !more;
      self->thread_error = g_steal_pointer (&error);
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->mutex);
      next = (next + 1) % N_SLOTS;
    }
  return NULL;
}

static gboolean
start_inflating (OctInput *self, gint64 table_index, GError **error)
{
  struct archive_entry *entry;

  if (!open_archive (self, error))
    return FALSE;

  for (gint64 index = 0; index <= table_index; index++)
    if (archive_read_next_header (self->archive, &entry) < ARCHIVE_WARN)
      {
        oct_zip_set_damaged (self->file_name, archive_error_string (self->archive), error);
        return FALSE;
      }

  for (guint i = 0; i < N_SLOTS; i++)
    self->slots[i].data = g_malloc (SLOT_SIZE);
  self->thread = g_thread_new ("inflate", inflate_thread, self);
  return TRUE;
}

static gssize
read_inflated (OctInput *self, void *buffer, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size)
    {
      Slot *slot = &self->slots[self->next_full];
      gsize n;

      g_mutex_lock (&self->mutex);
      /* What is at hand is handed out at once, so that parsing and inflating overlap. */
      while (self->n_full == 0 && !self->finished && done == 0)
        g_cond_wait (&self->changed, &self->mutex);
      n = self->n_full;
      g_mutex_unlock (&self->mutex);
      if (n == 0)
        break;

      n = MIN (size - done, slot->length - self->slot_offset);
      memcpy ((guint8 *) buffer + done, slot->data + self->slot_offset, n);
      done += n;
      self->slot_offset += n;
      if (self->slot_offset < slot->length)
        continue;

      self->slot_offset = 0;
      self->next_full = (self->next_full + 1) % N_SLOTS;
      g_mutex_lock (&self->mutex);
      self->n_full--;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->mutex);
    }

  if (done == 0 && size > 0 && self->thread_error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->thread_error);
      return -1;
    }
  return (gssize) done;
}

/* Opening. */

static gboolean
open_zip (OctInput *self, GError **error)
{
  OctZipTable table = { NULL };

  if (!open_archive (self, error)
      || !oct_zip_find_table (self->archive, self->file_name, &table, error))
    return FALSE;

  self->name = table.name;
  self->unpacked_size = table.size;
  return start_inflating (self, table.index, error);
}

/* Decides by the first bytes whether this is a zip, and makes it ready to read. */
static gboolean
open_by_content (OctInput *self, const guint8 *magic, gsize length, GError **error)
{
  if (length == 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE, _("“%s” is empty. Download it again."),
                   self->file_name);
      return FALSE;
    }
  if (length >= 4 && memcmp (magic, "PK\003\004", 4) == 0)
    return open_zip (self, error);
  if (length >= 4 && memcmp (magic, "PK\005\006", 4) == 0)
    {
      /* A zip of nothing at all. */
      oct_zip_set_no_table (self->file_name, error);
      return FALSE;
    }

  self->name = g_strdup (self->file_name);
  if (self->file_size > OCT_INPUT_MAX_SIZE)
    {
      oct_zip_set_too_large (self->file_name, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_file (OctInput *self, const char *path, GError **error)
{
  struct stat status;
  int cause = 0;

  /* O_NONBLOCK keeps a named pipe from stopping the program for good; files don't mind it. */
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    cause = errno;

  if (cause == ENOENT || cause == ENOTDIR)
    g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
  else if (cause != 0)
    g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                 _("“%s” can’t be read: %s. Nothing was changed."), self->file_name,
                 g_strerror (cause));
  else if (S_ISDIR (status.st_mode))
    g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_CSV,
                 _("“%s” is a folder. Choose the CSV or zip files in it."), self->file_name);
  else if (!S_ISREG (status.st_mode))
    g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_CSV, _("“%s” is not a file."), self->file_name);
  else
    {
      self->file_size = status.st_size;
      return TRUE;
    }
  return FALSE;
}

static OctInput *
input_new (const char *name)
{
  OctInput *self = g_new0 (OctInput, 1);
  g_autofree char *base = g_path_get_basename (name);

  self->fd = -1;
  self->file_name = g_utf8_make_valid (base, -1);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  return self;
}

/**
 * oct_input_open:
 * @path: a CSV file, or a zip that holds exactly one
 * @error: return location for an error
 *
 * Opens a table to read its bytes. Whether it is a zip is decided by its content.
 *
 * Errors: %OCT_ERROR_NOT_FOUND, %OCT_ERROR_EMPTY_FILE, %OCT_ERROR_NOT_CSV for folders and office
 * documents, %OCT_ERROR_BAD_ARCHIVE for a zip with no or several CSV files, with a path that leads
 * out of it, encrypted or damaged, %OCT_ERROR_TOO_LARGE over %OCT_INPUT_MAX_SIZE, and
 * %OCT_ERROR_FAILED where the system says why it can't be read.
 *
 * Returns: (transfer full) (nullable): the stream
 */
OctInput *
oct_input_open (const char *path, GError **error)
{
  g_autoptr (OctInput) self = NULL;
  guint8 magic[4];
  gssize length;

  g_return_val_if_fail (path != NULL, NULL);

  self = input_new (path);
  if (!open_file (self, path, error))
    return NULL;

  length = pread (self->fd, magic, sizeof magic, 0);
  if (length < 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                   _("“%s” can’t be read: %s. Nothing was changed."), self->file_name,
                   g_strerror (errno));
      return NULL;
    }
  if (!open_by_content (self, magic, (gsize) length, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * oct_input_open_bytes:
 * @bytes: the content of a CSV file or of a zip
 * @name: what to call it
 * @error: return location for an error
 *
 * Does what oct_input_open() does for content that is in memory already.
 *
 * Returns: (transfer full) (nullable): the stream
 */
OctInput *
oct_input_open_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (OctInput) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = input_new (name);
  self->bytes = g_bytes_ref (bytes);
  self->file_size = g_bytes_get_size (bytes);
  if (!open_by_content (self, g_bytes_get_data (bytes, NULL), self->file_size, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Reading. */

static gssize
read_plain (OctInput *self, void *buffer, gsize size, GError **error)
{
  gssize n;

  if (self->bytes != NULL)
    {
      n = (gssize) MIN (size, self->file_size - self->bytes_in);
      if (n > 0)
        memcpy (buffer, (const guint8 *) g_bytes_get_data (self->bytes, NULL) + self->bytes_in, n);
      return n;
    }

  do
    n = pread (self->fd, buffer, size, (off_t) self->bytes_in);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                 _("“%s” can’t be read: %s. Nothing was changed."), self->file_name,
                 g_strerror (errno));
  else if (self->bytes_in + n > OCT_INPUT_MAX_SIZE)
    {
      oct_zip_set_too_large (self->file_name, error);
      return -1;
    }
  return n;
}

/**
 * oct_input_read:
 * @self: an input
 * @buffer: (out caller-allocates): where the bytes go
 * @size: the room in @buffer
 * @error: return location for an error
 *
 * Reads the next bytes of the CSV. A zip is checked while it is read, so that damage
 * (%OCT_ERROR_BAD_ARCHIVE) and what grows too far (%OCT_ERROR_TOO_LARGE) may show only here.
 *
 * Returns: the number of bytes, fewer than @size where no more are at hand; 0 at the end; -1 on error
 */
gssize
oct_input_read (OctInput *self, void *buffer, gsize size, GError **error)
{
  gssize n;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (buffer != NULL, -1);

  n = self->thread != NULL ? read_inflated (self, buffer, size, error)
                           : read_plain (self, buffer, size, error);
  if (n > 0)
    self->bytes_in += n;
  return n;
}

/**
 * oct_input_get_name:
 * @self: an input
 *
 * Returns: the name of the CSV, inside the zip where there is one, without folders
 */
const char *
oct_input_get_name (const OctInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * oct_input_is_archive:
 * @self: an input
 *
 * Returns: whether the bytes come out of a zip
 */
gboolean
oct_input_is_archive (const OctInput *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->archive != NULL;
}

/**
 * oct_input_get_fraction:
 * @self: an input
 *
 * Tells how far reading has come, for a progress bar.
 *
 * Returns: 0 to 1, or -1 where the zip doesn't say how large the file is
 */
double
oct_input_get_fraction (const OctInput *self)
{
  guint64 size;

  g_return_val_if_fail (self != NULL, -1);

  size = self->archive != NULL ? self->unpacked_size : self->file_size;
  return size > 0 ? MIN (1.0, (double) self->bytes_in / (double) size) : -1;
}

/**
 * oct_input_free:
 * @self: (transfer full): an input
 *
 * Closes it, also in the middle of the file.
 */
void
oct_input_free (OctInput *self)
{
  if (self == NULL)
    return;

  if (self->thread != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->stop = TRUE;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->mutex);
      g_thread_join (self->thread);
    }
  g_clear_pointer (&self->archive, archive_read_free);
  for (guint i = 0; i < N_SLOTS; i++)
    g_free (self->slots[i].data);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->thread_error);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self->file_name);
  g_free (self->name);
  g_free (self);
}
