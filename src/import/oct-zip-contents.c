/* Judges everything a zip lists, and finds the one CSV in it.
 *
 * Names are judged although nothing is ever unpacked under them: a zip that holds a way out of its
 * folder was made to do harm, and nothing else in it is to be trusted either.
 */
#include "oct-zip-contents.h"

#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

void
oct_zip_set_too_large (const char *file_name, GError **error)
{
  g_autofree char *limit = g_format_size_full (OCT_INPUT_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (
    error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
    /* Translators: the first is a file name, the second a size such as 1.0 GiB. */
    _("“%s” holds more than %s, more than Octant reads. Check that it is the right file."),
    file_name, limit);
}

void
oct_zip_set_damaged (const char *file_name, const char *cause, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (cause != NULL ? cause : "", -1);

  g_set_error (
    error, OCT_ERROR, OCT_ERROR_BAD_ARCHIVE,
    _("The zip “%s” is damaged or was not downloaded completely (%s). Download it again."),
    file_name, shown);
}

void
oct_zip_set_no_table (const char *file_name, GError **error)
{
  g_set_error (
    error, OCT_ERROR, OCT_ERROR_BAD_ARCHIVE,
    _("The zip “%s” holds no CSV file. Download the establishments as CSV, and import that zip."),
    file_name);
}

typedef struct
{
  GPtrArray *tables;  /* of char *: the names of CSV files */
  gint64 table_index; /* of the first of them, counted in entries */
  guint64 table_size;
  gboolean encrypted;
  gboolean workbook;
  gboolean document;
} Contents;

static void
contents_clear (Contents *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

static gboolean
name_is_safe (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name[0] == '/' || name[0] == '\\' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return FALSE;

  parts = g_strsplit_set (name, "/\\", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strcmp (parts[i], "..") == 0)
      return FALSE;

  return TRUE;
}

/* A Mac adds a hidden twin, __MACOSX/._NAME, to everything it packs. */
static gboolean
name_is_hidden (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  return base[0] == '.' || g_str_has_prefix (name, "__MACOSX/");
}

static gboolean
name_is_table (const char *name)
{
  gsize length = strlen (name);

  return length > 4 && g_ascii_strcasecmp (name + length - 4, ".csv") == 0;
}

static const char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return name != NULL ? name : "";
}

static gboolean
judge_entry (struct archive_entry *entry, gint64 index, Contents *contents, GError **error)
{
  const char *name = entry_name (entry);

  if (!name_is_safe (name))
    {
      g_autofree char *shown = g_utf8_make_valid (name, -1);

      g_set_error (
        error, OCT_ERROR, OCT_ERROR_BAD_ARCHIVE,
        _("The zip holds a file with an unsafe path, “%s”. It was not made by the publisher, and "
          "nothing in it was read. Download the file again from its publisher."),
        shown);
      return FALSE;
    }

  if (strcmp (name, "[Content_Types].xml") == 0)
    contents->workbook = TRUE;
  if (strcmp (name, "mimetype") == 0)
    contents->document = TRUE;
  if (archive_entry_filetype (entry) != AE_IFREG || name_is_hidden (name) || !name_is_table (name))
    return TRUE;

  if (contents->tables->len == 0)
    {
      contents->table_index = index;
      contents->table_size = archive_entry_size_is_set (entry)
                               ? (guint64) archive_entry_size (entry)
                               : 0;
      contents->encrypted = archive_entry_is_encrypted (entry);
    }
  g_ptr_array_add (contents->tables, g_utf8_make_valid (name, -1));
  return TRUE;
}

static gboolean
look_through (struct archive *archive, const char *file_name, Contents *contents, GError **error)
{
  struct archive_entry *entry;

  contents->tables = g_ptr_array_new_with_free_func (g_free);

  for (gint64 index = 0;; index++)
    {
      int status = archive_read_next_header (archive, &entry);

      if (status == ARCHIVE_EOF)
        return TRUE;
      if (status == ARCHIVE_FATAL || status == ARCHIVE_RETRY || status == ARCHIVE_FAILED)
        {
          oct_zip_set_damaged (file_name, archive_error_string (archive), error);
          return FALSE;
        }
      if (index == OCT_INPUT_MAX_ENTRIES)
        {
          g_set_error (
            error, OCT_ERROR, OCT_ERROR_BAD_ARCHIVE,
            _("The zip “%s” lists more than %d files. Take out the CSV file and import that."),
            file_name, OCT_INPUT_MAX_ENTRIES);
          return FALSE;
        }
      if (!judge_entry (entry, index, contents, error))
        return FALSE;
    }
}

static gboolean
judge_contents (const char *file_name, const Contents *contents, GError **error)
{
  if (contents->workbook || contents->document)
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_NOT_CSV,
      _("“%s” is an Excel workbook or another office document. Open it, save the table as CSV, and "
        "import the CSV file."),
      file_name);
  else if (contents->tables->len == 0)
    oct_zip_set_no_table (file_name, error);
  else if (contents->tables->len > 1)
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_BAD_ARCHIVE,
      _("The zip “%s” holds more than one CSV file: “%s” and “%s”. Unpack it, and import the files "
        "that you want."),
      file_name, (const char *) contents->tables->pdata[0],
      (const char *) contents->tables->pdata[1]);
  else if (contents->encrypted)
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_BAD_ARCHIVE,
      _("The zip “%s” is encrypted. Unpack it with its password, and import the CSV file."),
      file_name);
  else if (contents->table_size > OCT_INPUT_MAX_SIZE)
    oct_zip_set_too_large (file_name, error);
  else
    return TRUE;

  return FALSE;
}

gboolean
oct_zip_find_table (struct archive *archive, const char *file_name, OctZipTable *table,
                    GError **error)
{
  g_auto (Contents) contents = { NULL };

  if (!look_through (archive, file_name, &contents, error)
      || !judge_contents (file_name, &contents, error))
    return FALSE;

  table->name = g_path_get_basename (contents.tables->pdata[0]);
  table->index = contents.table_index;
  table->size = contents.table_size;
  return TRUE;
}
