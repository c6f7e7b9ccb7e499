/* Opening a packed workspace, which may have been made to do harm; see oct-workspace-pack.h.
 *
 * Everything is unpacked into a folder of its own beside the workspaces. Records are taken over row
 * by row, as from any workspace from elsewhere; of the evidence only what a record names, and only
 * when its bytes are those it is named by. What is whole is renamed into place, evidence first, and
 * the folder goes, whatever happened.
 */
#include "oct-workspace-pack.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "oct-durable-file.h"
#include "oct-evidence-objects.h"
#include "oct-json.h"
#include "oct-pack-private.h"
#include "oct-workspace-adopt.h"
#include "oct-workspace-names.h"

#define STAGING_PREFIX ".opening-"
/* No copy takes so long to be opened. */
#define LEFTOVER_SECONDS (24 * 60 * 60)
/* What is left of a long name, so that there is room for saying that it is a copy. */
#define MAX_NAME_BYTES 150
#define MAX_COPIES 1000

static const char sqlite_magic[] = "SQLite format 3";

typedef struct
{
  OctPackFile file;
  GCancellable *cancellable;
  OctPackTell tell;
  gpointer data;

  const char *path;
  const char *folder;
  char *staging;
  char *theirs; /* the workspace as it came */
  char *ours;   /* what was taken over of it */
  char *name;   /* (nullable): what it was called where it was saved */
  OctWorkspace *workspace;
  GHashTable *wanted; /* of objects that records name and that aren't there yet */
} Opening;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  GStatBuf status;
  const char *name;

  if (g_lstat (path, &status) != 0)
    return;
  if (S_ISDIR (status.st_mode) && (dir = g_dir_open (path, 0, NULL)) != NULL)
    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *child = g_build_filename (path, name, NULL);

        remove_tree (child);
      }
  g_remove (path);
}

static void
opening_clear (Opening *self)
{
  g_clear_object (&self->workspace);
  if (self->staging != NULL)
    remove_tree (self->staging);
  if (self->file.fd >= 0)
    close (self->file.fd);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_free (self->file.shown);
  g_free (self->staging);
  g_free (self->theirs);
  g_free (self->ours);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, opening_clear)

static void
tell (Opening *self, const char *detail, double fraction)
{
  if (self->tell != NULL)
    self->tell (self->data, detail, fraction);
}

/* The file. */

static gboolean
open_file (Opening *self, GError **error)
{
  g_autofree char *base = g_path_get_basename (self->path);
  struct stat status;

  self->file.shown = g_utf8_make_valid (base, -1);
  /* O_NONBLOCK keeps a named pipe from stopping the program for good; files don't mind it. */
  self->file.fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->file.fd < 0 || fstat (self->file.fd, &status) != 0)
    return oct_pack_refuse (&self->file, errno == ENOENT ? OCT_ERROR_NOT_FOUND : OCT_ERROR_FAILED,
                            g_strerror (errno), error);
  if (!S_ISREG (status.st_mode))
    return oct_pack_refuse (&self->file, OCT_ERROR_BAD_ARCHIVE, _("it is not a file"), error);
  self->file.size = (guint64) status.st_size;
  if (self->file.size == 0)
    return oct_pack_refuse (&self->file, OCT_ERROR_EMPTY_FILE, _("it is empty. Copy it again"),
                            error);

  return TRUE;
}

/* A log beside a bare workspace holds edits that are not in its file yet. */
static gboolean
check_closed (Opening *self, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  if (g_stat (log, &status) != 0 || status.st_size == 0)
    return TRUE;

  return oct_pack_refuse (&self->file, OCT_ERROR_BUSY,
                          _("it is open in another window, or was not closed. Open it where it "
                            "belongs and save a copy"),
                          error);
}

static void
remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, STAGING_PREFIX) && g_lstat (path, &status) == 0
          && S_ISDIR (status.st_mode) && status.st_mtime < now - LEFTOVER_SECONDS)
        remove_tree (path);
    }
}

static gboolean
make_folder (const char *folder, GError **error)
{
  int saved_errno;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved_errno = errno;
  g_set_error (
    error, OCT_ERROR,
    saved_errno == ENOSPC || saved_errno == EDQUOT ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
    /* Translators: the first %s is a folder, the second the cause. */
    _("The folder “%s” can’t be made: %s. Nothing was changed."), folder, g_strerror (saved_errno));

  return FALSE;
}

static gboolean
make_staging (Opening *self, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (STAGING_PREFIX, id, NULL);

  if (!make_folder (self->folder, error))
    return FALSE;
  remove_leftovers (self->folder);
  self->staging = g_build_filename (self->folder, name, NULL);
  self->theirs = g_build_filename (self->staging, "theirs", NULL);
  self->ours = g_build_filename (self->staging, "ours", NULL);

  return make_folder (self->staging, error);
}

/* Unpacking. */

/* Reads the entry at which @archive is; @out and @sum (nullable) are given its bytes. */
static gboolean
read_entry (Opening *self, struct archive *archive, guint64 limit, OctDurableFile *out,
            GByteArray *bytes, GChecksum *sum, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (OCT_PACK_BUFFER_SIZE);
  guint64 length = 0;
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, OCT_PACK_BUFFER_SIZE)) > 0)
    {
      length += (guint64) n;
      self->file.unpacked += (guint64) n;
      if (length > limit)
        return oct_pack_refuse (&self->file, OCT_ERROR_TOO_LARGE,
                                _("a file in it is larger than any should be"), error);
      if (!oct_pack_check_growth (&self->file, self->file.unpacked, error)
          || g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || (out != NULL && !oct_durable_file_append (out, buffer, (gsize) n, error)))
        return FALSE;
      if (bytes != NULL)
        g_byte_array_append (bytes, buffer, (guint) n);
      if (sum != NULL)
        g_checksum_update (sum, buffer, n);
      tell (self, _("Reading the copy"),
            self->file.total > 0 ? MIN (1, (double) self->file.unpacked / (double) self->file.total)
                                 : -1);
    }

  return n == 0 || oct_pack_refuse_damaged (&self->file, error);
}

static gboolean
unpack (Opening *self, struct archive *archive, guint64 limit, const char *path, GChecksum *sum,
        GError **error)
{
  OctDurableFile *out = oct_durable_file_create (path, error);

  if (out == NULL)
    return FALSE;
  if (read_entry (self, archive, limit, out, NULL, sum, error))
    return oct_durable_file_finish (out, error);
  oct_durable_file_abort (out);

  return FALSE;
}

static gboolean
read_manifest (Opening *self, struct archive *archive, GError **error)
{
  GByteArray *array = g_byte_array_new ();
  gboolean read = read_entry (self, archive, OCT_PACK_MAX_MANIFEST, NULL, array, NULL, error);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (array);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!read)
    return FALSE;
  root = oct_json_parse (bytes, OCT_PACK_MAX_MANIFEST, &local_error);
  if (root != NULL && oct_json_check_kind (root, OCT_PACK_KIND, OCT_PACK_FORMAT, &local_error)
      && oct_json_take_text (json_node_get_object (root), OCT_PACK_MANIFEST, "name", TRUE,
                             &self->name, &local_error))
    return TRUE;
  if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_NEWER))
    return oct_pack_refuse (&self->file, OCT_ERROR_NEWER,
                            _("it was saved by a newer version of Octant. Update Octant to open "
                              "it"),
                            error);

  return oct_pack_refuse (&self->file, OCT_ERROR_UNTRUSTED,
                          _("it doesn’t say what it is. Choose a copy that was saved with Octant"),
                          error);
}

typedef gboolean (*EntryFunc) (Opening *self, struct archive *archive, const char *name,
                               gpointer data, GError **error);

static gboolean
each_entry (Opening *self, EntryFunc function, gpointer data, GError **error)
{
  struct archive *archive = oct_pack_open_archive (&self->file, error);
  GError *local_error = NULL;
  const char *name;

  if (archive == NULL)
    return FALSE;
  while (local_error == NULL && oct_pack_next (&self->file, archive, &name, &local_error))
    function (self, archive, name, data, &local_error);
  archive_read_free (archive);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);

  return FALSE;
}

static gboolean
take_records (Opening *self, struct archive *archive, const char *name, gpointer data,
              GError **error)
{
  if (g_str_equal (name, OCT_PACK_MANIFEST))
    return read_manifest (self, archive, error);
  if (g_str_equal (name, OCT_PACK_WORKSPACE))
    return unpack (self, archive, OCT_ADOPT_MAX_SIZE, self->theirs, NULL, error);

  return TRUE;
}

static gboolean
take_object (Opening *self, struct archive *archive, const char *name, gpointer data,
             GError **error)
{
  OctPackReport *report = data;
  const char *object = name + strlen (OCT_PACK_EVIDENCE);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  if (!g_str_has_prefix (name, OCT_PACK_EVIDENCE) || !g_hash_table_contains (self->wanted, object))
    return TRUE;
  path = oct_evidence_objects_get_path (self->workspace, object);
  folder = g_path_get_dirname (path);
  if (!make_folder (folder, error)
      || !unpack (self, archive, (guint64) OCT_EVIDENCE_MAX_SIZE, path, sum, error))
    return FALSE;
  if (!g_str_equal (g_checksum_get_string (sum), object))
    return oct_pack_refuse (&self->file, OCT_ERROR_DAMAGED,
                            _("a file of evidence in it is not what it was when it was saved. Copy "
                              "or download it again"),
                            error);
  g_hash_table_remove (self->wanted, object);
  report->objects++;

  return oct_durable_sync_folder (folder, error);
}

/* Taking over. */

static gboolean
want_object (const char *object, gpointer data, GError **error)
{
  g_hash_table_add (data, g_strdup (object));

  return TRUE;
}

/* The message names the file that the person chose, and not the one in the staging folder. */
static gboolean
name_file (Opening *self, const GError *cause, const char *from, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (cause->message, from, -1);
  g_autofree char *message = g_strjoinv (self->file.shown, parts);

  g_set_error_literal (error, cause->domain, cause->code, message);

  return FALSE;
}

static gboolean
take_over (Opening *self, const char *from, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  tell (self, _("Checking the records"), -1);
  if (!oct_workspace_adopt (from, self->ours, &local_error))
    {
      if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_DAMAGED))
        return oct_pack_refuse (&self->file, OCT_ERROR_DAMAGED,
                                _("its records are damaged. Copy or download it again"), error);
      return name_file (self, local_error, from, error);
    }
  self->workspace = oct_workspace_open_copy (self->ours, error);
  if (self->workspace == NULL)
    return FALSE;
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return oct_workspace_foreach_object (self->workspace, want_object, self->wanted, error);
}

static gboolean
take_everything (Opening *self, OctPackReport *report, GError **error)
{
  char magic[sizeof sqlite_magic] = { 0 };

  if (pread (self->file.fd, magic, sizeof magic, 0) == (gssize) sizeof magic
      && memcmp (magic, sqlite_magic, sizeof magic) == 0)
    return check_closed (self, error) && make_staging (self, error)
           && take_over (self, self->path, error);
  if (memcmp (magic, "PK", 2) != 0)
    return oct_pack_refuse (&self->file, OCT_ERROR_UNTRUSTED,
                            _("it is no copy of a workspace. Choose one that was saved with "
                              "Octant"),
                            error);

  return oct_pack_judge (&self->file, error) && make_staging (self, error)
         && each_entry (self, take_records, NULL, error) && take_over (self, self->theirs, error)
         && each_entry (self, take_object, report, error);
}

/* Naming. */

/* (transfer full): what it was called, in a form that may be a name. */
static char *
choose_base (Opening *self)
{
  g_autofree char *name = g_strdup (self->name);
  const char *end;

  if (name == NULL)
    {
      name = g_strdup (self->file.shown);
      if (g_str_has_suffix (name, OCT_WORKSPACE_SUFFIX))
        name[strlen (name) - strlen (OCT_WORKSPACE_SUFFIX)] = '\0';
    }
  g_strdelimit (name, "/", '-');
  for (char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (name);
  while (*name == '.')
    memmove (name, name + 1, strlen (name));
  if (strlen (name) > MAX_NAME_BYTES)
    {
      end = g_utf8_find_prev_char (name, name + MAX_NAME_BYTES);
      name[end - name] = '\0';
    }

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Workspace"));
}

/* (transfer full): the @n-th name to try. */
static char *
make_name (const char *base, guint n)
{
  if (n == 0)
    return g_strdup (base);
  if (n == 1)
    /* Translators: %s is the name of a workspace. */
    return g_strdup_printf (_("%s (copy)"), base);

  /* Translators: %s is the name of a workspace, %u a number from 2. */
  return g_strdup_printf (_("%s (copy %u)"), base, n);
}

/* The name may be taken in the moment after it was found free; then the next is tried. */
static char *
give_name (Opening *self, GError **error)
{
  g_autofree char *base = choose_base (self);

  for (guint i = 0; i < MAX_COPIES; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autofree char *name = make_name (base, i);
      g_autofree char *path = oct_workspace_check_name (self->folder, name, NULL);

      if (path == NULL)
        continue;
      if (oct_workspace_name_file (self->ours, path, &local_error))
        return g_steal_pointer (&path);
      if (!g_error_matches (local_error, OCT_ERROR, OCT_ERROR_RULE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  oct_pack_refuse (&self->file, OCT_ERROR_RULE,
                   _("there are too many workspaces of its name. Rename one"), error);

  return NULL;
}

/* The workspace is last: once it has its name, everything it refers to is there. */
static char *
put_in_place (Opening *self, GError **error)
{
  const char *id = oct_workspace_get_id (self->workspace);
  g_autofree char *from = oct_workspace_dup_folder (self->workspace);
  g_autofree char *evidence = g_build_filename (from, "evidence", NULL);
  g_autofree char *to = g_build_filename (self->folder, id, NULL);
  char *path;

  if (g_file_test (from, G_FILE_TEST_IS_DIR)
      && (!oct_durable_sync_folder (evidence, error) || !oct_durable_sync_folder (from, error)
          || !oct_durable_rename (from, to, error)))
    return NULL;
  path = give_name (self, error);
  if (path == NULL)
    remove_tree (to);

  return path;
}

/**
 * oct_workspace_pack_is_copy:
 * @path: a file
 *
 * Returns: whether it is called what copies of workspaces are called, packed or not
 */
gboolean
oct_workspace_pack_is_copy (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return g_str_has_suffix (path, OCT_PACK_SUFFIX) || g_str_has_suffix (path, OCT_WORKSPACE_SUFFIX);
}

/**
 * oct_workspace_pack_open:
 * @path: a packed workspace, or the file of a workspace, from wherever
 * @folder: the folder of workspaces, which may not be there yet
 * @tell: (nullable) (scope call): is told how far it is
 * @data: for @tell
 * @cancellable: (nullable): to cancel with
 * @report: (out): what was in it
 * @error: return location for an error
 *
 * Makes a workspace of its own from a copy: with an id of its own, under the name that it had or
 * one like it. The file of a workspace alone brings no evidence with it. @path is never changed.
 *
 * Fails with %OCT_ERROR_NOT_FOUND, %OCT_ERROR_EMPTY_FILE, %OCT_ERROR_BAD_ARCHIVE for a zip that is
 * damaged, encrypted or holds anything that it shouldn't, %OCT_ERROR_TOO_LARGE, %OCT_ERROR_NEWER,
 * %OCT_ERROR_DAMAGED, %OCT_ERROR_UNTRUSTED, %OCT_ERROR_BUSY for a workspace that is open,
 * %OCT_ERROR_NO_SPACE, %OCT_ERROR_READ_ONLY or %G_IO_ERROR_CANCELLED; nothing is left in @folder then.
 *
 * Returns: (transfer full) (nullable): the path of the new workspace
 */
char *
oct_workspace_pack_open (const char *path, const char *folder, OctPackTell tell, gpointer data,
                         GCancellable *cancellable, OctPackReport *report, GError **error)
{
  g_auto (Opening) self = { .file = { .fd = -1 },
                            .cancellable = cancellable,
                            .tell = tell,
                            .data = data,
                            .path = path,
                            .folder = folder };

  *report = (OctPackReport) { 0 };
  if (!open_file (&self, error) || !take_everything (&self, report, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report->missing = g_hash_table_size (self.wanted);

  return put_in_place (&self, error);
}
