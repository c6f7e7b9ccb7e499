/* The one CSV in a zip is found and read; a zip that is wrong in any way is refused with its reason. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reading.h"

static const char table[] = "URN,Name\n1,Acre School\n";

static void
assert_refused (GBytes *zip, OctError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = reading_unpack (zip, &error);

  g_assert_null (content);
  reading_assert_error (&error, code, says, NULL);
}

static void
assert_contents_refused (const ReadingEntry *entries, guint n_entries, OctError code,
                         const char *says)
{
  g_autoptr (GBytes) zip = reading_pack (entries, n_entries, NULL);

  assert_refused (zip, code, says);
}

static void
test_one_table (void)
{
  const ReadingEntry entries[] = {
    { "readme.txt", "About this file" },
    { "data/", "" },
    { "data/edubasealldata20250121.CSV", table },
    { "__MACOSX/data/._edubasealldata20250121.CSV", "resource fork" },
  };
  g_autoptr (GBytes) zip = reading_pack (entries, G_N_ELEMENTS (entries), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctInput) input = oct_input_open_bytes (zip, "renamed.csv", &error);
  g_autoptr (GBytes) content = NULL;

  g_assert_no_error (error);
  g_assert_true (oct_input_is_archive (input));
  g_assert_cmpstr (oct_input_get_name (input), ==, "edubasealldata20250121.CSV");

  content = reading_unpack (zip, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), table,
                   strlen (table));
}

/* Many buffers of the ring, byte for byte; the progress ends at the end. */
static void
test_large_table (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GString) large = g_string_new ("URN,Name\n");
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (OctInput) input = NULL;
  g_autoptr (GError) error = NULL;
  ReadingEntry entry = { "a.csv" };
  char buffer[70001];
  gsize done = 0;
  gssize n;

  while (large->len < 5 * 1024 * 1024)
    g_string_append_printf (large, "%u,School %x\n", g_rand_int (random), g_rand_int (random));
  entry.content = large->str;
  entry.length = large->len;
  zip = reading_pack (&entry, 1, NULL);
  input = oct_input_open_bytes (zip, "a.zip", &error);
  g_assert_no_error (error);
  while ((n = oct_input_read (input, buffer, sizeof buffer, &error)) > 0)
    {
      g_assert_true (memcmp (buffer, large->str + done, (gsize) n) == 0);
      done += (gsize) n;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (done, ==, large->len);
  g_assert_cmpfloat (oct_input_get_fraction (input), ==, 1.0);
}

/* Closing in the middle must not hang on the thread that inflates. */
static void
test_closed_early (void)
{
  g_autofree char *large = g_strnfill (8 * 1024 * 1024, 'x');
  const ReadingEntry entry = { "a.csv", large, 8 * 1024 * 1024 };
  g_autoptr (GBytes) zip = reading_pack (&entry, 1, NULL);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OctInput) input = oct_input_open_bytes (zip, "a.zip", &error);
      char buffer[1000];

      g_assert_no_error (error);
      for (guint k = 0; k < i % 5; k++)
        g_assert_cmpint (oct_input_read (input, buffer, sizeof buffer, &error), ==, sizeof buffer);
    }
}

static void
test_no_table (void)
{
  const ReadingEntry entries[] = { { "notes.txt", "x" }, { "csv", "x" }, { ".csv", "x" } };
  const ReadingEntry hidden = { "__MACOSX/._a.csv", "x" };
  const ReadingEntry nested = { "inner.zip", "PK\003\004" };

  assert_contents_refused (entries, G_N_ELEMENTS (entries), OCT_ERROR_BAD_ARCHIVE, "no CSV file");
  assert_contents_refused (&hidden, 1, OCT_ERROR_BAD_ARCHIVE, "no CSV file");
  assert_contents_refused (&nested, 1, OCT_ERROR_BAD_ARCHIVE, "no CSV file");
  assert_contents_refused (NULL, 0, OCT_ERROR_BAD_ARCHIVE, "no CSV file");
}

static void
test_two_tables (void)
{
  const ReadingEntry entries[] = { { "schools.csv", table }, { "trusts.csv", table } };
  g_autoptr (GBytes) zip = reading_pack (entries, 2, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_input_open_bytes (zip, "both.zip", &error));
  reading_assert_error (&error, OCT_ERROR_BAD_ARCHIVE, "schools.csv", "trusts.csv", "more than one",
                        NULL);
}

static void
test_unsafe_paths (void)
{
  static const char *const paths[] = { "../x.csv",  "a/../../x.csv", "/etc/x.csv", "..\\x.csv",
                                       "C:\\x.csv", "\\x.csv",       "../x.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const ReadingEntry entries[] = { { "schools.csv", table }, { paths[i], table } };

      assert_contents_refused (entries, 2, OCT_ERROR_BAD_ARCHIVE, "unsafe path");
    }

  /* Two dots in a name are no way out. */
  const ReadingEntry dots = { "a..b/schools..csv", table };
  g_autoptr (GBytes) zip = reading_pack (&dots, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = reading_unpack (zip, &error);

  g_assert_no_error (error);
  g_assert_nonnull (content);
}

static void
test_encrypted (void)
{
  const ReadingEntry entry = { "schools.csv", table };
  g_autoptr (GBytes) old = reading_pack (&entry, 1, "traditional");
  g_autoptr (GBytes) aes = reading_pack (&entry, 1, "aes256");

  assert_refused (old, OCT_ERROR_BAD_ARCHIVE, "encrypted");
  assert_refused (aes, OCT_ERROR_BAD_ARCHIVE, "encrypted");
}

static void
test_workbook (void)
{
  const ReadingEntry xlsx[] = { { "[Content_Types].xml", "<Types/>" },
                                { "xl/workbook.xml", "<workbook/>" } };
  const ReadingEntry ods[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
                               { "content.xml", "<x/>" } };

  assert_contents_refused (xlsx, 2, OCT_ERROR_NOT_CSV, "Excel workbook");
  assert_contents_refused (ods, 2, OCT_ERROR_NOT_CSV, "save the table as CSV");
}

/* Cut anywhere, and with any one byte changed, a zip never gives a table that isn't the whole one. */
static void
test_truncated (void)
{
  g_autoptr (GString) content = g_string_new ("URN,Name\n");
  g_autoptr (GBytes) zip = NULL;
  ReadingEntry entry = { "schools.csv" };

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (content, "%u,School of %u\n", i, i * i);
  entry.content = content->str;
  zip = reading_pack (&entry, 1, NULL);

  for (gsize length = 1; length < g_bytes_get_size (zip); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (zip, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) got = reading_unpack (cut, &error);

      if (length < 4)
        continue;
      g_assert_null (got);
      reading_assert_error (&error, OCT_ERROR_BAD_ARCHIVE, "Download it again", NULL);
    }
}

static void
test_damaged (void)
{
  g_autoptr (GString) content = g_string_new ("URN,Name\n");
  g_autoptr (GBytes) zip = NULL;
  ReadingEntry entry = { "schools.csv" };
  gsize size;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (content, "%u,School of %u\n", i, i * i);
  entry.content = content->str;
  zip = reading_pack (&entry, 1, NULL);
  size = g_bytes_get_size (zip);

  for (gsize i = 4; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (zip, NULL), size);
      g_autoptr (GBytes) bad = NULL;
      g_autoptr (GBytes) got = NULL;

      copy[i] ^= 0x10;
      bad = g_bytes_new (copy, size);
      got = reading_unpack (bad, NULL);
      if (got != NULL)
        g_assert_cmpmem (g_bytes_get_data (got, NULL), g_bytes_get_size (got), content->str,
                         content->len);
    }
}

/* A table of one letter grows a thousandfold. Under 16 MiB that is let through, above it isn't. */
static void
test_bomb (void)
{
  gsize small = 15 * 1024 * 1024;
  gsize large = 64 * 1024 * 1024;
  g_autofree char *content = g_strnfill (large, 'x');
  const ReadingEntry harmless = { "schools.csv", content, small };
  const ReadingEntry bomb = { "schools.csv", content, large };
  g_autoptr (GBytes) zip = reading_pack (&harmless, 1, NULL);
  g_autoptr (GBytes) bad = reading_pack (&bomb, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) got = reading_unpack (zip, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (got), ==, small);
  assert_refused (bad, OCT_ERROR_TOO_LARGE, "200 times");
}

static void
test_too_many_entries (void)
{
  g_autofree ReadingEntry *entries = g_new0 (ReadingEntry, OCT_INPUT_MAX_ENTRIES + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i <= OCT_INPUT_MAX_ENTRIES; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("note-%u.txt", i));
      entries[i] = (ReadingEntry) { names->pdata[i], "x" };
    }
  assert_contents_refused (entries, OCT_INPUT_MAX_ENTRIES + 1, OCT_ERROR_BAD_ARCHIVE,
                           "more than 1000 files");
}

static void
test_empty_table (void)
{
  const ReadingEntry entry = { "schools.csv", "" };
  g_autoptr (GBytes) zip = reading_pack (&entry, 1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (
    reading_show_rows (g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip), &error));
  reading_assert_error (&error, OCT_ERROR_EMPTY_FILE, "schools.csv", NULL);
}

/* Files. */

static char *
write_file (const char *folder, const char *name, const void *content, gsize length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  return path;
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("octant-XXXXXX", NULL);
  const ReadingEntry entry = { "inside20250121.csv", table };
  g_autoptr (GBytes) zip = reading_pack (&entry, 1, NULL);
  g_autofree char *packed = write_file (folder, "a.zip", g_bytes_get_data (zip, NULL),
                                        g_bytes_get_size (zip));
  g_autofree char *plain = write_file (folder, "plain.zip", table, strlen (table));
  g_autofree char *empty = write_file (folder, "empty.csv", "", 0);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  g_autoptr (GError) error = NULL;
  char buffer[100];

  /* By content, whatever the name says. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OctInput) input = oct_input_open (i == 0 ? packed : plain, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (oct_input_get_name (input), ==, i == 0 ? "inside20250121.csv" : "plain.zip");
      g_assert_cmpint (oct_input_is_archive (input), ==, i == 0);
      g_assert_cmpint (oct_input_read (input, buffer, sizeof buffer, &error), ==,
                       (int) strlen (table));
      g_assert_cmpint (oct_input_read (input, buffer, sizeof buffer, &error), ==, 0);
      g_assert_no_error (error);
    }

  g_assert_null (oct_input_open (empty, &error));
  reading_assert_error (&error, OCT_ERROR_EMPTY_FILE, "empty.csv", NULL);
  g_assert_null (oct_input_open (missing, &error));
  reading_assert_error (&error, OCT_ERROR_NOT_FOUND, "missing.csv", NULL);
  g_assert_null (oct_input_open (folder, &error));
  reading_assert_error (&error, OCT_ERROR_NOT_CSV, "folder", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (oct_input_open (pipe, &error));
  reading_assert_error (&error, OCT_ERROR_NOT_CSV, "not a file", NULL);

  g_assert_cmpint (g_chmod (plain, 0), ==, 0);
  if (access (plain, R_OK) != 0)
    {
      g_assert_null (oct_input_open (plain, &error));
      reading_assert_error (&error, OCT_ERROR_FAILED, "plain.zip", g_strerror (EACCES), NULL);
    }

  g_unlink (packed);
  g_unlink (plain);
  g_unlink (empty);
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive/one-table", test_one_table);
  g_test_add_func ("/archive/large-table", test_large_table);
  g_test_add_func ("/archive/closed-early", test_closed_early);
  g_test_add_func ("/archive/no-table", test_no_table);
  g_test_add_func ("/archive/two-tables", test_two_tables);
  g_test_add_func ("/archive/unsafe-paths", test_unsafe_paths);
  g_test_add_func ("/archive/encrypted", test_encrypted);
  g_test_add_func ("/archive/workbook", test_workbook);
  g_test_add_func ("/archive/truncated", test_truncated);
  g_test_add_func ("/archive/damaged", test_damaged);
  g_test_add_func ("/archive/bomb", test_bomb);
  g_test_add_func ("/archive/too-many-entries", test_too_many_entries);
  g_test_add_func ("/archive/empty-table", test_empty_table);
  g_test_add_func ("/archive/files", test_files);
  return g_test_run ();
}
