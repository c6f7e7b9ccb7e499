/* Judges what a packed workspace lists, before anything in it is unpacked.
 *
 * A pack holds a note, a workspace and objects of evidence under their hashes, and never anything
 * else. So every name is either one of those or a reason to refuse the whole: whoever put something
 * else in may have altered the rest.
 */
#include "oct-pack-private.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "oct-evidence-objects.h"
#include "oct-workspace-adopt.h"
#include "oct-workspace-pack.h"

#define HASH_LENGTH 64

gboolean
oct_pack_refuse (const OctPackFile *file, OctError code, const char *cause, GError **error)
{
  g_set_error (
    error, OCT_ERROR, (int) code,
    /* Translators: the first %s is the name of a file, the second the cause, which ends
                * without a full stop. */
    _("“%s” can’t be opened: %s. It was left as it is, and nothing of it was taken over."),
    file->shown, cause);

  return FALSE;
}

gboolean
oct_pack_refuse_damaged (const OctPackFile *file, GError **error)
{
  return oct_pack_refuse (file, OCT_ERROR_BAD_ARCHIVE,
                          _("it is damaged, or only a part of it arrived. Copy or download it "
                            "again"),
                          error);
}

static gboolean refuse_entry (const OctPackFile *file, OctError code, GError **error,
                              const char *format, ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse_entry (const OctPackFile *file, OctError code, GError **error, const char *format, ...)
{
  g_autofree char *cause = NULL;
  g_autofree char *valid = NULL;
  va_list values;

  va_start (values, format);
  cause = g_strdup_vprintf (format, values);
  va_end (values);
  valid = g_utf8_make_valid (cause, -1);

  return oct_pack_refuse (file, code, valid, error);
}

struct archive *
oct_pack_open_archive (const OctPackFile *file, GError **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (lseek (file->fd, 0, SEEK_SET) == 0
      && archive_read_open_fd (archive, file->fd, OCT_PACK_BUFFER_SIZE) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  oct_pack_refuse_damaged (file, error);

  return NULL;
}

static gboolean
read_header (const OctPackFile *file, struct archive *archive, struct archive_entry **entry,
             GError **error)
{
  int status = archive_read_next_header (archive, entry);

  if (status == ARCHIVE_EOF)
    return FALSE;

  return status == ARCHIVE_OK || status == ARCHIVE_WARN || oct_pack_refuse_damaged (file, error);
}

static const char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);

  return name != NULL ? name : "";
}

gboolean
oct_pack_next (const OctPackFile *file, struct archive *archive, const char **name, GError **error)
{
  struct archive_entry *entry;

  if (!read_header (file, archive, &entry, error))
    return FALSE;
  *name = entry_name (entry);

  return TRUE;
}

gboolean
oct_pack_check_growth (const OctPackFile *file, guint64 unpacked, GError **error)
{
  if (unpacked <= OCT_PACK_MAX_SIZE
      && (unpacked <= OCT_PACK_FREE_SIZE
          || (unpacked - OCT_PACK_FREE_SIZE) / OCT_PACK_MAX_RATIO <= file->size))
    return TRUE;

  return oct_pack_refuse (file, OCT_ERROR_TOO_LARGE,
                          _("it unpacks to far more than any workspace holds"), error);
}

/* Judging. */

static gboolean
is_object (const char *name)
{
  const char *hash = name + strlen (OCT_PACK_EVIDENCE);

  return g_str_has_prefix (name, OCT_PACK_EVIDENCE) && strlen (hash) == HASH_LENGTH
         && strspn (hash, "0123456789abcdef") == HASH_LENGTH;
}

static guint64
limit_of (const char *name)
{
  if (g_str_equal (name, OCT_PACK_MANIFEST))
    return OCT_PACK_MAX_MANIFEST;
  if (g_str_equal (name, OCT_PACK_WORKSPACE))
    return OCT_ADOPT_MAX_SIZE;

  return is_object (name) ? OCT_EVIDENCE_MAX_SIZE : 0;
}

static gboolean
leads_out (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name[0] == '/' || name[0] == '\\' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return TRUE;
  parts = g_strsplit_set (name, "/\\", -1);

  return g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
judge_name (const OctPackFile *file, const char *name, GHashTable *names, GError **error)
{
  if (leads_out (name))
    return refuse_entry (file, OCT_ERROR_BAD_ARCHIVE, error,
                         /* Translators: %s is the path of a file. */
                         _("it holds a file with an unsafe path, “%s”"), name);
  if (limit_of (name) == 0)
    return refuse_entry (file, OCT_ERROR_BAD_ARCHIVE, error,
                         /* Translators: %s is the name of a file. */
                         _("it holds “%s”, and no copy of a workspace does"), name);
  if (g_hash_table_add (names, g_strdup (name)))
    return TRUE;

  return refuse_entry (file, OCT_ERROR_BAD_ARCHIVE, error,
                       /* Translators: %s is the name of a file. */
                       _("it holds “%s” twice"), name);
}

static gboolean
judge_entry (OctPackFile *file, struct archive_entry *entry, GHashTable *names, GError **error)
{
  const char *name = entry_name (entry);
  gint64 size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;

  if (!judge_name (file, name, names, error))
    return FALSE;
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL
      || archive_entry_symlink (entry) != NULL)
    return refuse_entry (file, OCT_ERROR_BAD_ARCHIVE, error,
                         /* Translators: %s is the name of a file. */
                         _("“%s” in it is not a file"), name);
  if (archive_entry_is_encrypted (entry))
    return oct_pack_refuse (file, OCT_ERROR_BAD_ARCHIVE,
                            _("it has a password. Ask for a copy without one"), error);
  if (size < 0 || (guint64) size > limit_of (name))
    return refuse_entry (file, OCT_ERROR_TOO_LARGE, error,
                         /* Translators: %s is the name of a file. */
                         _("“%s” in it is larger than any should be"), name);
  file->total += (guint64) size;

  return oct_pack_check_growth (file, file->total, error);
}

static gboolean
judge_all (OctPackFile *file, struct archive *archive, GHashTable *names, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  struct archive_entry *entry;

  while (read_header (file, archive, &entry, &local_error))
    {
      if (g_hash_table_size (names) == OCT_PACK_MAX_FILES)
        return oct_pack_refuse (file, OCT_ERROR_TOO_LARGE,
                                _("it holds more files than any workspace has"), error);
      if (!judge_entry (file, entry, names, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
oct_pack_judge (OctPackFile *file, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  struct archive *archive = oct_pack_open_archive (file, error);
  gboolean good;

  if (archive == NULL)
    return FALSE;
  file->total = 0;
  good = judge_all (file, archive, names, error);
  archive_read_free (archive);
  if (!good)
    return FALSE;
  if (g_hash_table_contains (names, OCT_PACK_MANIFEST)
      && g_hash_table_contains (names, OCT_PACK_WORKSPACE))
    return TRUE;

  return oct_pack_refuse (file, OCT_ERROR_BAD_ARCHIVE,
                          _("it holds no workspace. Choose a copy that was saved with Octant"),
                          error);
}
