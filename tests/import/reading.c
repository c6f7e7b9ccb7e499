/* Shared by the tests of the file readers; see reading.h. */
#include "reading.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

char *
reading_show_rows (const void *bytes, gssize length, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_autoptr (OctInput) input = oct_input_open_bytes (content, "table.csv", error);
  g_autoptr (OctCsvReader) reader = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  GError *failure = NULL;
  OctCsvRow row;

  if (input == NULL)
    return NULL;

  reader = oct_csv_reader_new (input);
  while (oct_csv_reader_next (reader, &row, &failure))
    {
      g_string_append_printf (shown, "%s%u:", shown->len > 0 ? "\n" : "", row.line);
      for (guint i = 0; i < row.n_fields; i++)
        {
          g_assert_cmpuint (strlen (row.fields[i].text), ==, row.fields[i].length);
          g_assert_true (g_utf8_validate (row.fields[i].text, -1, NULL));
          g_string_append_printf (shown, "%s%s", i > 0 ? "|" : "", row.fields[i].text);
        }
      if (row.unfinished)
        g_string_append_c (shown, '~');
    }

  /* Nothing comes after the end, and nothing after an error. */
  g_assert_false (oct_csv_reader_next (reader, &row, NULL));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

GBytes *
reading_unpack (GBytes *bytes, GError **error)
{
  g_autoptr (OctInput) input = oct_input_open_bytes (bytes, "download.zip", error);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 buffer[10007];
  gssize n;

  if (input == NULL)
    return NULL;
  while ((n = oct_input_read (input, buffer, sizeof buffer, error)) > 0)
    g_byte_array_append (out, buffer, (guint) n);
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *buffer, size_t length)
{
  g_byte_array_append (user_data, buffer, (guint) length);
  return (la_ssize_t) length;
}

GBytes *
reading_pack (const ReadingEntry *entries, guint n_entries, const char *encryption)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  if (encryption != NULL)
    {
      g_autofree char *option = g_strdup_printf ("zip:encryption=%s", encryption);

      g_assert_cmpint (archive_write_set_options (archive, option), ==, ARCHIVE_OK);
      archive_write_set_passphrase (archive, "octant");
    }
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, write_cb, NULL), ==, ARCHIVE_OK);

  for (guint i = 0; i < n_entries; i++)
    {
      gsize length = entries[i].length > 0 ? entries[i].length : strlen (entries[i].content);
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_filetype (entry,
                                  g_str_has_suffix (entries[i].name, "/") ? AE_IFDIR : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, entries[i].content, length), ==, (int) length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

void
reading_assert_error (GError **error, OctError code, ...)
{
  va_list words;
  const char *word;

  g_assert_error (*error, OCT_ERROR, (int) code);
  va_start (words, code);
  while ((word = va_arg (words, const char *)) != NULL)
    if (strstr ((*error)->message, word) == NULL)
      g_error ("“%s” doesn't say “%s”", (*error)->message, word);
  va_end (words);
  g_clear_error (error);
}
