/* Tables as files: what a spreadsheet program will read is what was meant, and nothing runs. */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "oct-error.h"
#include "oct-table.h"

typedef struct
{
  const char *text;
  double number;
  OctDate date;
} Row;

static const Row rows[] = {
  { "Plain", 1234.5, 20250121 },        { "Comma, \"quote\"\nand line", -1, OCT_DATE_UNKNOWN },
  { "=HYPERLINK(\"x\")", 0, 15540101 }, { "-2+3", 16.7, 20240229 },
  { "@sum", 16.7, 20240229 },
};

static const OctTableColumn columns[] = {
  { "Name", OCT_CELL_TEXT, 20 },
  { "Number", OCT_CELL_DECIMAL, 10 },
  { "Count", OCT_CELL_INTEGER, 10 },
  { "Day", OCT_CELL_DATE, 12 },
};

static void
fill (gpointer source, guint row, guint column, OctCell *cell)
{
  cell->text = rows[row].text;
  cell->number = column == 2 ? (int) rows[row].number : rows[row].number;
  cell->date = rows[row].date;
  cell->missing = (column == 3 && cell->date == OCT_DATE_UNKNOWN) || cell->number < 0;
  if (column == 0)
    cell->missing = FALSE;
}

static const OctTable table = {
  .name = "Schools",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .n_rows = G_N_ELEMENTS (rows),
  .cell = fill,
};

static const char *const about[] = { "Source", "A test", NULL };

static void
assert_csv (gboolean mark, const char *expected)
{
  g_autoptr (GBytes) csv = oct_table_to_csv (&table, mark);
  gsize length;
  const char *text = g_bytes_get_data (csv, &length);
  g_autofree char *copy = g_strndup (text, length);

  g_assert_cmpstr (copy, ==, expected);
}

#define CSV_TEXT                                                                                   \
  "Name,Number,Count,Day\r\n"                                                                      \
  "Plain,1234.5,1234,2025-01-21\r\n"                                                               \
  "\"Comma, \"\"quote\"\"\nand line\",,,\r\n"                                                      \
  "\"'=HYPERLINK(\"\"x\"\")\",0.0,0,1554-01-01\r\n"                                                \
  "\"'-2+3\",16.7,16,2024-02-29\r\n"                                                               \
  "\"'@sum\",16.7,16,2024-02-29\r\n"

static void
test_csv (void)
{
  assert_csv (FALSE, CSV_TEXT);
  assert_csv (TRUE, "\xef\xbb\xbf" CSV_TEXT);
}

/* One member of the zip that a spreadsheet is. */
static char *
read_member (const char *path, const char *member)
{
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean found = FALSE;

  archive_read_support_format_zip (zip);
  g_assert_cmpint (archive_read_open_filename (zip, path, 65536), ==, ARCHIVE_OK);
  while (!found && archive_read_next_header (zip, &entry) == ARCHIVE_OK)
    {
      char buffer[4096];
      la_ssize_t n;

      found = g_str_equal (archive_entry_pathname (entry), member);
      while (found && (n = archive_read_data (zip, buffer, sizeof buffer)) > 0)
        g_string_append_len (text, buffer, n);
    }
  archive_read_free (zip);
  g_assert_true (found);

  return g_strdup (text->str);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

static char *
make_path (char **dir)
{
  *dir = g_dir_make_tmp ("octant-table-XXXXXX", NULL);

  return g_build_filename (*dir, "table.xlsx", NULL);
}

static void
test_xlsx (void)
{
  g_autofree char *dir = NULL;
  g_autofree char *path = make_path (&dir);
  g_autofree char *workbook = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (oct_table_to_xlsx (&table, about, path, &error));
  g_assert_no_error (error);
  workbook = read_member (path, "xl/workbook.xml");
  assert_has (workbook, "name=\"Schools\"");
  assert_has (workbook, "name=\"About\"");

  sheet = read_member (path, "xl/worksheets/sheet1.xml");
  assert_has (sheet, "state=\"frozen\"");
  assert_has (sheet, "<autoFilter ref=\"A1:D6\"/>");
  assert_has (sheet, "<v>1234.5</v>");
  assert_has (sheet, "<v>45678</v>"); /* 21 January 2025 in Excel's days */
  assert_has (sheet, "1554-01-01");   /* before Excel's calendar: text */
  assert_has (sheet, "=HYPERLINK");
  g_assert_null (strstr (sheet, "<f>"));

  second = read_member (path, "xl/worksheets/sheet2.xml");
  assert_has (second, "A test");
  g_remove (path);
  g_rmdir (dir);
}

/* Where people write 16,7 the file still says 16.7. */
static void
test_other_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *sheet = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL
      && setlocale (LC_NUMERIC, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("No locale with a decimal comma is installed");
      return;
    }
  path = make_path (&dir);
  g_assert_true (oct_table_to_xlsx (&table, about, path, NULL));
  assert_csv (FALSE, CSV_TEXT);
  setlocale (LC_NUMERIC, before);
  sheet = read_member (path, "xl/worksheets/sheet1.xml");
  assert_has (sheet, "<v>1234.5</v>");
  g_remove (path);
  g_rmdir (dir);
}

static void
test_failure_keeps_file (void)
{
  g_autofree char *dir = g_dir_make_tmp ("octant-table-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (dir, "missing", "table.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_table_to_xlsx (&table, about, missing, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_rmdir (dir);
}

static void
test_too_many_rows (void)
{
  OctTable large = table;
  g_autoptr (GError) error = NULL;

  large.n_rows = 1048576;
  g_assert_false (oct_table_to_xlsx (&large, about, "/nonexistent/table.xlsx", &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/table/csv quotes, and disarms formulas", test_csv);
  g_test_add_func ("/report/table/xlsx has real numbers, days and a header", test_xlsx);
  g_test_add_func ("/report/table/numbers are the same in every locale", test_other_locale);
  g_test_add_func ("/report/table/a folder that is missing is told", test_failure_keeps_file);
  g_test_add_func ("/report/table/more rows than a sheet holds are refused", test_too_many_rows);

  return g_test_run ();
}
