/* A file layer for SQLite on which things go wrong on purpose; see the header.
 *
 * For a power cut it remembers, for every file that was opened for writing, what it held when it was
 * last synced and what was written since. A file is known by its inode and kept open, so that
 * renaming and closing it loses nothing.
 */
#include "vfs-fault.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What was done to a file and is not synced yet: a write, or, without data, a truncation. */
typedef struct
{
  gint64 offset;
  GBytes *data;
} Change;

/* A file as the disk will remember it. */
typedef struct
{
  int fd;
  GByteArray *synced;
  GArray *changes;
} Shadow;

typedef struct
{
  sqlite3_file base;
  Shadow *shadow; /* (nullable): none for files that are only read */
  sqlite3_file *real;
  char *path; /* (nullable): of a file that is open for writing and has a name */
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static GPtrArray *open_files; /* (element-type FaultFile): those with a path */

static struct
{
  gboolean armed;
  gboolean struck;
  VfsFault fault;
  guint operation;
  guint n_operations;
  GRand *random;
  GHashTable *shadows; /* "device:inode" → Shadow */
} state;

static void
change_clear (gpointer data)
{
  g_clear_pointer (&((Change *) data)->data, g_bytes_unref);
}

static void
shadow_free (gpointer data)
{
  Shadow *shadow = data;

  close (shadow->fd);
  g_byte_array_unref (shadow->synced);
  g_array_unref (shadow->changes);
  g_free (shadow);
}

static void
apply_change (GByteArray *content, const Change *change, gsize length)
{
  gsize end = (gsize) change->offset + length;
  guint old = content->len;

  if (change->data == NULL)
    {
      g_byte_array_set_size (content, (guint) change->offset);
      if (content->len > old)
        memset (content->data + old, 0, content->len - old);
      return;
    }
  if (end > content->len)
    {
      g_byte_array_set_size (content, (guint) end);
      memset (content->data + old, 0, end - old);
    }
  memcpy (content->data + change->offset, g_bytes_get_data (change->data, NULL), length);
}

/* Of a write: all, nothing, or its first sectors. */
static gsize
torn_length (const Change *change)
{
  gsize length = change->data != NULL ? g_bytes_get_size (change->data) : 0;
  gsize sectors = (gsize) g_rand_int_range (state.random, 0, 17) * 512;

  switch (g_rand_int_range (state.random, 0, 3))
    {
    case 0:
      return 0;
    case 1:
      return length;
    default:
      return MIN (length, sectors);
    }
}

static void
leave_torn (Shadow *shadow)
{
  GByteArray *content = shadow->synced;
  gsize done = 0;

  for (guint i = 0; state.fault == VFS_FAULT_TEAR && i < shadow->changes->len; i++)
    {
      const Change *change = &g_array_index (shadow->changes, Change, i);
      gsize length = torn_length (change);

      if (length > 0 || (change->data == NULL && g_rand_boolean (state.random)))
        apply_change (content, change, length);
    }

  if (ftruncate (shadow->fd, 0) != 0)
    _exit (1);
  while (done < content->len)
    {
      gssize n = pwrite (shadow->fd, content->data + done, content->len - done, (off_t) done);

      if (n <= 0)
        _exit (1);
      done += (gsize) n;
    }
}

static void
cut_power (void)
{
  GHashTableIter iter;
  gpointer shadow;

  g_hash_table_iter_init (&iter, state.shadows);
  while (state.fault != VFS_FAULT_CRASH && g_hash_table_iter_next (&iter, NULL, &shadow))
    if (((Shadow *) shadow)->changes->len > 0)
      leave_torn (shadow);
  _exit (VFS_FAULT_STATUS);
}

/* Counts an operation. Returns what it fails with, or SQLITE_OK; doesn't return from a power cut. */
static int
count_operation (gboolean is_write, int failure)
{
  if (!state.armed)
    return SQLITE_OK;

  state.n_operations++;
  if (state.n_operations < state.operation)
    return SQLITE_OK;
  if (state.fault == VFS_FAULT_DISK_FULL)
    {
      state.struck = state.struck || is_write;
      return is_write ? SQLITE_FULL : SQLITE_OK;
    }
  if (state.n_operations > state.operation)
    return SQLITE_OK;

  state.struck = TRUE;
  if (state.fault != VFS_FAULT_FAIL)
    cut_power ();
  return failure;
}

static void
remember_change (FaultFile *file, gint64 offset, gconstpointer data, gsize length)
{
  Change change = { offset, data != NULL ? g_bytes_new (data, length) : NULL };

  if (file->shadow != NULL)
    g_array_append_val (file->shadow->changes, change);
  else
    change_clear (&change);
}

static int
file_write (sqlite3_file *base, const void *data, int length, sqlite3_int64 offset)
{
  FaultFile *file = (FaultFile *) base;
  int code;

  remember_change (file, offset, data, (gsize) length);
  code = count_operation (TRUE, SQLITE_IOERR_WRITE);
  return code != SQLITE_OK ? code : file->real->pMethods->xWrite (file->real, data, length, offset);
}

static int
file_truncate (sqlite3_file *base, sqlite3_int64 size)
{
  FaultFile *file = (FaultFile *) base;
  int code;

  remember_change (file, size, NULL, 0);
  code = count_operation (FALSE, SQLITE_IOERR_TRUNCATE);
  return code != SQLITE_OK ? code : file->real->pMethods->xTruncate (file->real, size);
}

/* The real sync is left out: what it promises is what is simulated. */
static int
file_sync (sqlite3_file *base, int flags)
{
  FaultFile *file = (FaultFile *) base;
  int code = count_operation (FALSE, SQLITE_IOERR_FSYNC);

  if (code != SQLITE_OK || file->shadow == NULL)
    return code;

  for (guint i = 0; i < file->shadow->changes->len; i++)
    {
      const Change *change = &g_array_index (file->shadow->changes, Change, i);

      apply_change (file->shadow->synced, change,
                    change->data != NULL ? g_bytes_get_size (change->data) : 0);
    }
  g_array_set_size (file->shadow->changes, 0);
  return SQLITE_OK;
}

/* What only passes on. */
#define REAL(base) (((FaultFile *) (base))->real)

static int
file_close (sqlite3_file *base)
{
  sqlite3_file *real = REAL (base);
  int code = real->pMethods->xClose (real);
  FaultFile *file = (FaultFile *) base;

  if (file->path != NULL)
    g_ptr_array_remove_fast (open_files, file);
  g_clear_pointer (&file->path, g_free);
  sqlite3_free (real);
  return code;
}

static int
file_read (sqlite3_file *base, void *data, int length, sqlite3_int64 offset)
{
  return REAL (base)->pMethods->xRead (REAL (base), data, length, offset);
}

static int
file_size (sqlite3_file *base, sqlite3_int64 *size)
{
  return REAL (base)->pMethods->xFileSize (REAL (base), size);
}

static int
file_lock (sqlite3_file *base, int lock)
{
  return REAL (base)->pMethods->xLock (REAL (base), lock);
}

static int
file_unlock (sqlite3_file *base, int lock)
{
  return REAL (base)->pMethods->xUnlock (REAL (base), lock);
}

static int
file_check_reserved_lock (sqlite3_file *base, int *result)
{
  return REAL (base)->pMethods->xCheckReservedLock (REAL (base), result);
}

static int
file_control (sqlite3_file *base, int operation, void *argument)
{
  return REAL (base)->pMethods->xFileControl (REAL (base), operation, argument);
}

static int
file_sector_size (sqlite3_file *base)
{
  return REAL (base)->pMethods->xSectorSize (REAL (base));
}

static int
file_device_characteristics (sqlite3_file *base)
{
  return REAL (base)->pMethods->xDeviceCharacteristics (REAL (base));
}

/* The shared memory of a write-ahead log holds nothing that a power cut could lose: it is made again
 * from the log. So it only passes on, and is neither counted nor remembered. */

static int
file_shm_map (sqlite3_file *base, int region, int size, int extend, void volatile **memory)
{
  return REAL (base)->pMethods->xShmMap (REAL (base), region, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *base, int offset, int n, int flags)
{
  return REAL (base)->pMethods->xShmLock (REAL (base), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *base)
{
  REAL (base)->pMethods->xShmBarrier (REAL (base));
}

static int
file_shm_unmap (sqlite3_file *base, int delete_it)
{
  return REAL (base)->pMethods->xShmUnmap (REAL (base), delete_it);
}

/* Version 2: with shared memory, for write-ahead logs, but without memory maps, whose writes nobody
 * could count. */
static const sqlite3_io_methods fault_methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

/* A file that was there before counts as synced. */
static Shadow *
find_shadow (const char *path)
{
  g_autofree char *key = NULL;
  g_autofree char *content = NULL;
  struct stat status;
  Shadow *shadow;
  gsize length = 0;
  int fd = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &status), ==, 0);
  key = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                         (guint64) status.st_ino);
  shadow = g_hash_table_lookup (state.shadows, key);
  if (shadow != NULL)
    {
      close (fd);
      return shadow;
    }

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  shadow = g_new0 (Shadow, 1);
  shadow->fd = fd;
  shadow->synced = g_byte_array_append (g_byte_array_new (), (const guint8 *) content,
                                        (guint) length);
  shadow->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (shadow->changes, change_clear);
  g_hash_table_insert (state.shadows, g_steal_pointer (&key), shadow);
  return shadow;
}

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out_flags)
{
  FaultFile *file = (FaultFile *) base;
  sqlite3_file *real = sqlite3_malloc (real_vfs->szOsFile);
  int code;

  memset (file, 0, sizeof *file);
  memset (real, 0, (gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, real, flags, out_flags);
  if (code != SQLITE_OK)
    {
      sqlite3_free (real);
      return code;
    }

  file->real = real;
  file->base.pMethods = &fault_methods;
  if (name == NULL || (flags & SQLITE_OPEN_READWRITE) == 0)
    return SQLITE_OK;
  file->path = g_strdup (name);
  g_ptr_array_add (open_files, file);
  if (state.armed && state.fault >= VFS_FAULT_DROP)
    file->shadow = find_shadow (name);
  return SQLITE_OK;
}

/* A transaction without a write-ahead log is committed by deleting its journal, so this counts too.
 * A deletion that was done is certain: whoever needs that asks for its folder to be synced. */
static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code = count_operation (FALSE, SQLITE_IOERR_DELETE);

  return code != SQLITE_OK ? code : real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
vfs_fault_install (void)
{
  g_assert_null (real_vfs);
  sqlite3_initialize ();
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.pNext = NULL;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile);
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  open_files = g_ptr_array_new ();
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

guint
vfs_fault_step (void)
{
  const char *step = g_getenv ("OCT_FAULT_STEP");

  return step != NULL ? (guint) CLAMP (atoi (step), 1, 100) : 1;
}

void
vfs_fault_arm (VfsFault fault, guint operation, guint32 seed)
{
  g_assert_false (state.armed);
  g_assert_nonnull (real_vfs);
  state.armed = TRUE;
  state.struck = FALSE;
  state.fault = fault;
  state.operation = operation;
  state.n_operations = 0;
  state.random = g_rand_new_with_seed (seed);
  state.shadows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shadow_free);
  /* What is open already counts as synced. */
  for (guint i = 0; fault >= VFS_FAULT_DROP && i < open_files->len; i++)
    {
      FaultFile *file = g_ptr_array_index (open_files, i);

      file->shadow = find_shadow (file->path);
    }
}

gboolean
vfs_fault_disarm (void)
{
  g_assert_true (state.armed);
  state.armed = FALSE;
  for (guint i = 0; i < open_files->len; i++)
    ((FaultFile *) g_ptr_array_index (open_files, i))->shadow = NULL;
  g_clear_pointer (&state.random, g_rand_free);
  g_clear_pointer (&state.shadows, g_hash_table_unref);
  return state.struck;
}
