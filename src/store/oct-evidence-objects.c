/* The content of evidence files; see the header.
 *
 * A file is copied in through the durable file layer while it is hashed, synced, and given its name
 * last, so that an object is there whole or not at all. Collecting asks every place that may still
 * need an object and, where one of them can't be read, removes nothing.
 */
#include "oct-evidence-objects.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "oct-durable-file.h"
#include "oct-error.h"
#include "oct-object-refs.h"
#include "oct-workspace-private.h"

#define BUFFER_SIZE 65536
/* Files on their way in begin with it; what is left of a crash is swept with the rest. */
#define INCOMING "incoming-"

static char *
dup_evidence_folder (OctWorkspace *workspace)
{
  g_autofree char *folder = oct_workspace_dup_folder (workspace);

  return g_build_filename (folder, "evidence", NULL);
}

/**
 * oct_evidence_objects_get_path:
 * @workspace: a workspace
 * @object: the name of an object
 *
 * Returns: (transfer full) (nullable): where it lies or would lie; %NULL where @object isn't the
 *   name of one
 */
char *
oct_evidence_objects_get_path (OctWorkspace *workspace, const char *object)
{
  g_autofree char *folder = NULL;
  char begin[3] = { 0 };

  g_return_val_if_fail (OCT_IS_WORKSPACE (workspace), NULL);

  /* The name may come from a file that somebody else made. */
  if (object == NULL || strlen (object) != OCT_OBJECT_NAME_LENGTH
      || strspn (object, "0123456789abcdef") != OCT_OBJECT_NAME_LENGTH)
    return NULL;
  folder = dup_evidence_folder (workspace);
  memcpy (begin, object, 2);

  return g_build_filename (folder, begin, object, NULL);
}

/* Each folder on the way is made durable in the one above it. */
static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *above = g_path_get_dirname (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!g_file_test (above, G_FILE_TEST_IS_DIR) && !make_folder (above, error))
    return FALSE;
  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      int saved_errno = errno;

      g_set_error (error, OCT_ERROR,
                   saved_errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is a folder, the second the cause. */
                   _("The folder “%s” can’t be made: %s. Nothing was changed."), folder,
                   g_strerror (saved_errno));
      return FALSE;
    }

  return oct_durable_sync_folder (above, error);
}

static gboolean
refuse_size (const char *name, GError **error)
{
  g_autofree char *limit = g_format_size (OCT_EVIDENCE_MAX_SIZE);

  g_set_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
               /* Translators: the first %s is a file's name, the second a size such as 50 MB. */
               _("“%s” is larger than %s, which is the most that is kept as evidence. Nothing was "
                 "added. Make the file smaller, or add a link to where it lies."),
               name, limit);

  return FALSE;
}

static gboolean
copy_in (GInputStream *in, const char *name, OctDurableFile *out, GChecksum *sum, gint64 *size,
         GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  gssize n;

  *size = 0;
  while ((n = g_input_stream_read (in, buffer, BUFFER_SIZE, cancellable, error)) > 0)
    {
      *size += n;
      if (*size > OCT_EVIDENCE_MAX_SIZE)
        return refuse_size (name, error);
      if (!oct_durable_file_append (out, buffer, (gsize) n, error))
        return FALSE;
      g_checksum_update (sum, buffer, n);
    }
  if (n < 0)
    return FALSE;
  if (*size > 0)
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE,
               /* Translators: %s is a file's name. */
               _("“%s” is empty. Nothing was added."), name);

  return FALSE;
}

static GInputStream *
open_file (GFile *file, char **name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  *name = g_strdup (g_file_info_get_display_name (info));
  /* A pipe or a device would never end. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                   /* Translators: %s is the name of a folder or a device. */
                   _("“%s” is not a file. Nothing was added."), *name);
      return NULL;
    }
  if (g_file_info_get_size (info) > OCT_EVIDENCE_MAX_SIZE)
    {
      refuse_size (*name, error);
      return NULL;
    }

  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

/* The same bytes once more take the place of the object they already are, which also mends one
 * that was altered and makes it young again for oct_evidence_objects_collect(). */
static gboolean
give_name (OctWorkspace *workspace, const char *part, const char *object, GError **error)
{
  g_autofree char *path = oct_evidence_objects_get_path (workspace, object);
  g_autofree char *folder = g_path_get_dirname (path);

  if (make_folder (folder, error) && oct_durable_rename (part, path, error))
    return TRUE;
  g_unlink (part);

  return FALSE;
}

/**
 * oct_evidence_objects_add:
 * @workspace: a workspace
 * @file: a file of at most %OCT_EVIDENCE_MAX_SIZE bytes
 * @object: (out) (transfer full): the name of its content
 * @size: (out): its length in bytes
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Copies a file in. When this returns its content is on the disk, and an edit may refer to it.
 *
 * Returns: whether it is kept; %OCT_ERROR_TOO_LARGE, %OCT_ERROR_EMPTY_FILE, %OCT_ERROR_NO_SPACE or
 *   another error where not, and nothing was added then
 */
gboolean
oct_evidence_objects_add (OctWorkspace *workspace, GFile *file, char **object, gint64 *size,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *folder = NULL;
  g_autofree char *unique = oct_workspace_make_id ();
  g_autofree char *part = NULL;
  g_autofree char *name = NULL;
  OctDurableFile *out;

  g_return_val_if_fail (OCT_IS_WORKSPACE (workspace), FALSE);

  in = open_file (file, &name, cancellable, error);
  folder = dup_evidence_folder (workspace);
  if (in == NULL || !make_folder (folder, error))
    return FALSE;
  part = g_strdup_printf ("%s/" INCOMING "%s", folder, unique);
  out = oct_durable_file_create (part, error);
  if (out == NULL)
    return FALSE;
  if (!copy_in (in, name, out, sum, size, cancellable, error))
    {
      oct_durable_file_abort (out);
      return FALSE;
    }
  if (!oct_durable_file_finish (out, error)
      || !give_name (workspace, part, g_checksum_get_string (sum), error))
    return FALSE;
  *object = g_strdup (g_checksum_get_string (sum));

  return TRUE;
}

/* (transfer full) (nullable): the SHA-256 of a stream that is also written to @out. */
static char *
hash_stream (GInputStream *in, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gssize n;

  while ((n = g_input_stream_read (in, buffer, BUFFER_SIZE, cancellable, error)) > 0)
    {
      g_checksum_update (sum, buffer, n);
      if (out != NULL
          && !g_output_stream_write_all (out, buffer, (gsize) n, NULL, cancellable, error))
        return NULL;
    }

  return n < 0 ? NULL : g_strdup (g_checksum_get_string (sum));
}

/* %NULL with @missing set where the object isn't there. */
static GInputStream *
open_object (OctWorkspace *workspace, const char *object, gboolean *missing,
             GCancellable *cancellable, GError **error)
{
  g_autofree char *path = oct_evidence_objects_get_path (workspace, object);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GError) local_error = NULL;
  GFileInputStream *in = file != NULL ? g_file_read (file, cancellable, &local_error) : NULL;

  *missing = file == NULL || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  if (in == NULL && !*missing)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return in != NULL ? G_INPUT_STREAM (in) : NULL;
}

/**
 * oct_evidence_objects_check:
 * @workspace: a workspace
 * @object: the name of an object
 * @state: (out): what was found
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads an object through and compares it with its name.
 *
 * Returns: whether this could be found out
 */
gboolean
oct_evidence_objects_check (OctWorkspace *workspace, const char *object, OctObjectState *state,
                            GCancellable *cancellable, GError **error)
{
  gboolean missing;
  g_autoptr (GInputStream) in = open_object (workspace, object, &missing, cancellable, error);
  g_autofree char *hash = NULL;

  *state = OCT_OBJECT_MISSING;
  if (in == NULL)
    return missing;
  hash = hash_stream (in, NULL, cancellable, error);
  if (hash == NULL)
    return FALSE;
  *state = g_str_equal (hash, object) ? OCT_OBJECT_SOUND : OCT_OBJECT_ALTERED;

  return TRUE;
}

static gboolean
copy_verified (GInputStream *in, const char *object, GFile *to, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFileOutputStream) out = g_file_create (to, G_FILE_CREATE_PRIVATE, cancellable, error);
  g_autofree char *hash = NULL;

  if (out == NULL)
    return FALSE;
  hash = hash_stream (in, G_OUTPUT_STREAM (out), cancellable, error);
  if (hash != NULL && !g_str_equal (hash, object))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
                   _("This file was changed outside Octant since it was added, so it is not "
                     "opened. Add it again from where it came from, or restore a backup of the "
                     "whole data folder."));
      g_clear_pointer (&hash, g_free);
    }
  if (hash != NULL && g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error))
    return TRUE;
  g_output_stream_close (G_OUTPUT_STREAM (out), NULL, NULL);
  g_file_delete (to, NULL, NULL);

  return FALSE;
}

/**
 * oct_evidence_objects_copy_out:
 * @workspace: a workspace
 * @object: the name of an object
 * @path: a file that isn't there yet
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes a copy for another program to open, and verifies it on the way: a missing or altered
 * object is noticed here. The object itself is never handed out.
 *
 * Returns: whether the copy is there; %OCT_ERROR_NOT_FOUND, %OCT_ERROR_DAMAGED or another error
 *   where not, and no file is left then
 */
gboolean
oct_evidence_objects_copy_out (OctWorkspace *workspace, const char *object, const char *path,
                               GCancellable *cancellable, GError **error)
{
  gboolean missing;
  g_autoptr (GInputStream) in = open_object (workspace, object, &missing, cancellable, error);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  if (in != NULL)
    return copy_verified (in, object, to, cancellable, error);
  if (missing)
    g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                 _("The content of this file is missing from the data folder. Add it again from "
                   "where it came from, or restore a backup of the whole data folder."));

  return FALSE;
}

/* Collecting. */

static gboolean
is_old (const char *path, gint64 older_than)
{
  struct stat status;

  return g_lstat (path, &status) == 0 && S_ISREG (status.st_mode)
         && (gint64) status.st_mtime < older_than;
}

static void
sweep_folder (const char *folder, GHashTable *needed, gint64 older_than, guint *removed)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_hash_table_contains (needed, name) || !is_old (path, older_than))
        continue;
      if (g_unlink (path) == 0)
        (*removed)++;
    }
}

static void
sweep (const char *folder, GHashTable *needed, gint64 older_than, guint *removed)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (strlen (name) == 2 && g_file_test (path, G_FILE_TEST_IS_DIR))
        sweep_folder (path, needed, older_than, removed);
      else if (g_str_has_prefix (name, INCOMING) && is_old (path, older_than))
        g_unlink (path);
    }
}

/**
 * oct_evidence_objects_collect:
 * @workspace: a workspace
 * @older_than: seconds since 1970; younger objects stay, since an edit may be about to refer to them
 * @removed: (out): how many objects were removed
 * @error: return location for an error
 *
 * Removes the objects to which no row, no edit in history and no backup refers.
 *
 * Returns: whether that could be found out; else nothing was removed
 */
gboolean
oct_evidence_objects_collect (OctWorkspace *workspace, gint64 older_than, guint *removed,
                              GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GHashTable) needed = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (workspace), FALSE);

  *removed = 0;
  folder = dup_evidence_folder (workspace);
  needed = oct_object_refs_collect (workspace, error);
  if (needed == NULL)
    return FALSE;
  sweep (folder, needed, older_than, removed);

  return TRUE;
}
