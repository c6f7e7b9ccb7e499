/* Packing a workspace with its evidence into one file; see oct-workspace-pack.h.
 *
 * The zip is made beside the chosen file through the durable file layer, synced, and takes its
 * name last, so that an older copy there stays whole until the new one is. Evidence is stored as it
 * is, since most of it is compressed already; only the workspace is deflated.
 */
#include "oct-workspace-pack.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#include "oct-durable-file.h"
#include "oct-error.h"
#include "oct-evidence-objects.h"
#include "oct-pack-private.h"
#include "oct-workspace-adopt.h"

typedef struct
{
  /* what to pack */
  OctWorkspace *copy;
  GPtrArray *objects; /* of char * */
  GCancellable *cancellable;
  OctPackTell tell;
  gpointer data;
  guint64 total;
  guint64 done;

  /* where */
  struct archive *archive;
  OctDurableFile *out;
  GError *failure; /* why a write failed, which libarchive can't carry */
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->archive, archive_write_free);
  g_clear_pointer (&self->out, oct_durable_file_abort);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_object (&self->copy);
  g_clear_error (&self->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *buffer, size_t length)
{
  Writer *self = user_data;

  /* An archive that is given up still writes its end. */
  if (self->failure == NULL && self->out != NULL
      && oct_durable_file_append (self->out, buffer, length, &self->failure))
    return (la_ssize_t) length;
  archive_set_error (archive, ARCHIVE_FATAL, "not written");

  return -1;
}

static gboolean
set_failure (Writer *self, GError **error)
{
  if (self->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&self->failure));
  else
    g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                 /* Translators: %s is a cause, in English. */
                 _("The copy could not be written: %s. Nothing was changed."),
                 archive_error_string (self->archive));

  return FALSE;
}

static void
tell (Writer *self, const char *detail)
{
  if (self->tell != NULL)
    self->tell (self->data, detail,
                self->total > 0 ? MIN (1, (double) self->done / (double) self->total) : -1);
}

/* Entries. */

static gboolean
begin_entry (Writer *self, const char *name, gint64 size, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int status;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, size);
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);
  status = archive_write_header (self->archive, entry);
  archive_entry_free (entry);

  return status == ARCHIVE_OK || set_failure (self, error);
}

static gboolean
put_bytes (Writer *self, const void *bytes, gsize length, GError **error)
{
  self->done += length;

  return archive_write_data (self->archive, bytes, length) == (la_ssize_t) length
         || set_failure (self, error);
}

static gboolean
put_file (Writer *self, const char *name, const char *path, const char *detail, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (OCT_PACK_BUFFER_SIZE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (file, self->cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  gssize n;

  if (in == NULL)
    return FALSE;
  info = g_file_input_stream_query_info (in, G_FILE_ATTRIBUTE_STANDARD_SIZE, self->cancellable,
                                         error);
  if (info == NULL || !begin_entry (self, name, g_file_info_get_size (info), error))
    return FALSE;
  while ((n = g_input_stream_read (G_INPUT_STREAM (in), buffer, OCT_PACK_BUFFER_SIZE,
                                   self->cancellable, error))
         > 0)
    {
      if (!put_bytes (self, buffer, (gsize) n, error))
        return FALSE;
      tell (self, detail);
    }

  return n == 0
         && (archive_write_finish_entry (self->archive) == ARCHIVE_OK || set_failure (self, error));
}

static char *
make_manifest (const char *name)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made = g_date_time_format_iso8601 (now);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, OCT_PACK_KIND);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, OCT_PACK_FORMAT);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "made");
  json_builder_add_string_value (builder, made);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

static gboolean
put_manifest (Writer *self, const char *name, GError **error)
{
  g_autofree char *manifest = make_manifest (name);
  gsize length = strlen (manifest);

  return begin_entry (self, OCT_PACK_MANIFEST, (gint64) length, error)
         && put_bytes (self, manifest, length, error);
}

/* What was lost or altered in the data folder can't be saved; the rest is, and the report says so. */
static gboolean
put_object (Writer *self, const char *object, OctPackReport *report, GError **error)
{
  g_autofree char *path = oct_evidence_objects_get_path (self->copy, object);
  g_autofree char *name = g_strconcat (OCT_PACK_EVIDENCE, object, NULL);
  OctObjectState state;

  if (!oct_evidence_objects_check (self->copy, object, &state, self->cancellable, error))
    return FALSE;
  if (state != OCT_OBJECT_SOUND)
    {
      report->missing++;
      return TRUE;
    }
  report->objects++;

  return put_file (self, name, path, _("Packing evidence"), error);
}

static gboolean
put_everything (Writer *self, const char *name, OctPackReport *report, GError **error)
{
  archive_write_zip_set_compression_deflate (self->archive);
  if (!put_manifest (self, name, error)
      || !put_file (self, OCT_PACK_WORKSPACE, oct_workspace_get_path (self->copy),
                    _("Packing the records"), error))
    return FALSE;
  archive_write_zip_set_compression_store (self->archive);
  for (guint i = 0; i < self->objects->len; i++)
    if (!put_object (self, g_ptr_array_index (self->objects, i), report, error))
      return FALSE;

  return archive_write_close (self->archive) == ARCHIVE_OK || set_failure (self, error);
}

/* Beginning and ending. */

static gboolean
count_object (const char *object, gpointer data, GError **error)
{
  Writer *self = data;
  g_autofree char *path = oct_evidence_objects_get_path (self->copy, object);
  GStatBuf status;

  g_ptr_array_add (self->objects, g_strdup (object));
  if (path != NULL && g_stat (path, &status) == 0)
    self->total += (guint64) status.st_size;

  return TRUE;
}

static gboolean
count (Writer *self, const char *copy, GError **error)
{
  GStatBuf status;

  self->objects = g_ptr_array_new_with_free_func (g_free);
  self->copy = oct_workspace_open_copy (copy, error);
  if (self->copy == NULL)
    return FALSE;
  if (g_stat (copy, &status) == 0)
    self->total = (guint64) status.st_size;

  return oct_workspace_foreach_object (self->copy, count_object, self, error);
}

/* The data folder is the program's own: a zip in the place of a workspace would be its end. */
static gboolean
check_place (const char *copy, const char *path, GError **error)
{
  g_autofree char *own = g_path_get_dirname (copy);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf own_status;
  GStatBuf status;

  if (g_stat (folder, &status) != 0 || g_access (folder, W_OK) != 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
                   /* Translators: %s is the path of a folder. */
                   _("Nothing can be saved in %s. Nothing was changed; choose another folder."),
                   folder);
      return FALSE;
    }
  if (g_stat (own, &own_status) != 0 || own_status.st_dev != status.st_dev
      || own_status.st_ino != status.st_ino)
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
               _("This is the folder in which Octant keeps its workspaces. Choose another one for "
                 "the copy."));

  return FALSE;
}

static gboolean
open_archive (Writer *self, const char *path, GError **error)
{
  self->out = oct_durable_file_create (path, error);
  if (self->out == NULL)
    return FALSE;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, OCT_PACK_BUFFER_SIZE);
  archive_write_set_bytes_in_last_block (self->archive, 1);

  return archive_write_open (self->archive, self, NULL, write_cb, NULL) == ARCHIVE_OK
         || set_failure (self, error);
}

/**
 * oct_workspace_pack_write:
 * @copy: a copy of a workspace that oct_workspace_write_copy() wrote into the workspace's folder
 * @name: the name of the workspace
 * @path: the file to make; an older one there is replaced once the new one is whole
 * @tell: (nullable) (scope call): is told how far it is
 * @data: for @tell
 * @cancellable: (nullable): to cancel with
 * @report: (out): what is in it
 * @error: return location for an error
 *
 * Packs a workspace with its evidence into one file, readable by its owner only. Evidence that is
 * missing from the data folder or was altered there is left out and counted.
 *
 * Returns: whether it is written and synced; %OCT_ERROR_NO_SPACE, %OCT_ERROR_READ_ONLY,
 *   %OCT_ERROR_RULE, %G_IO_ERROR_CANCELLED or another error where not, and @path is then as it was
 */
gboolean
oct_workspace_pack_write (const char *copy, const char *name, const char *path, OctPackTell tell,
                          gpointer data, GCancellable *cancellable, OctPackReport *report,
                          GError **error)
{
  g_auto (Writer) self = { .tell = tell, .data = data, .cancellable = cancellable };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = oct_workspace_make_new_path (folder);

  *report = (OctPackReport) { 0 };
  if (!check_place (copy, path, error) || !count (&self, copy, error)
      || !open_archive (&self, part, error) || !put_everything (&self, name, report, error))
    return FALSE;
  if (!oct_durable_file_finish (g_steal_pointer (&self.out), error))
    return FALSE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error)
      && oct_durable_rename (part, path, error))
    return TRUE;
  g_unlink (part);

  return FALSE;
}
