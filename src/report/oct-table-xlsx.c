/* A table as a spreadsheet that Excel and LibreOffice open as their own.
 *
 * libxlsxwriter writes row by row in constant memory. The first sheet holds the rows, its header
 * frozen and filterable, numbers as numbers and days as days; the second says where they come
 * from, since a spreadsheet is passed on without its covering e-mail. The file is made in the
 * temporary folder and then put in place whole, so that a failure leaves what was there before.
 */
#define _GNU_SOURCE
#include "oct-table.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <xlsxwriter.h>

#include "oct-error.h"

/* The formats a cell can have, by OctCellKind; %NULL is the sheet's own. */
typedef struct
{
  lxw_format *header;
  lxw_format *kinds[OCT_CELL_DATE + 1];
  lxw_format *wrapped;
} Formats;

static lxw_format *
number_format (lxw_workbook *workbook, const char *pattern)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, pattern);

  return format;
}

static void
make_formats (lxw_workbook *workbook, Formats *formats)
{
  formats->header = workbook_add_format (workbook);
  format_set_bold (formats->header);
  format_set_text_wrap (formats->header);
  format_set_align (formats->header, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom (formats->header, LXW_BORDER_THIN);
  formats->kinds[OCT_CELL_TEXT] = NULL;
  formats->kinds[OCT_CELL_IDENTIFIER] = number_format (workbook, "0");
  formats->kinds[OCT_CELL_INTEGER] = number_format (workbook, "#,##0");
  formats->kinds[OCT_CELL_DECIMAL] = number_format (workbook, "#,##0.0");
  formats->kinds[OCT_CELL_NUMBER] = number_format (workbook, "General");
  formats->kinds[OCT_CELL_DATE] = number_format (workbook, "dd/mm/yyyy");
  formats->wrapped = workbook_add_format (workbook);
  format_set_text_wrap (formats->wrapped);
  format_set_align (formats->wrapped, LXW_ALIGN_VERTICAL_TOP);
}

/* Excel counts days from 1900 and takes that year for a leap year: earlier days are text. */
static lxw_error
write_date (lxw_worksheet *sheet, guint row, guint column, OctDate date, lxw_format *format)
{
  lxw_datetime day = { .year = date / 10000, .month = date / 100 % 100, .day = date % 100 };
  g_autofree char *iso = NULL;

  if (date >= 19000301)
    return worksheet_write_datetime (sheet, row, column, &day, format);
  iso = oct_date_to_iso (date);

  return worksheet_write_string (sheet, row, column, iso, NULL);
}

static lxw_error
write_cell (lxw_worksheet *sheet, guint row, guint column, OctCellKind kind, const OctCell *cell,
            const Formats *formats)
{
  if (cell->missing)
    return LXW_NO_ERROR;
  switch (kind)
    {
    case OCT_CELL_TEXT:
      return worksheet_write_string (sheet, row, column, cell->text, NULL);
    case OCT_CELL_DATE:
      return write_date (sheet, row, column, cell->date, formats->kinds[kind]);
    case OCT_CELL_IDENTIFIER:
    case OCT_CELL_INTEGER:
    case OCT_CELL_DECIMAL:
    case OCT_CELL_NUMBER:
      return worksheet_write_number (sheet, row, column, cell->number, formats->kinds[kind]);
    default:
      g_assert_not_reached ();
    }
}

static lxw_error
write_rows (lxw_worksheet *sheet, const OctTable *table, const Formats *formats)
{
  lxw_error failed = LXW_NO_ERROR;

  for (guint column = 0; column < table->n_columns && failed == LXW_NO_ERROR; column++)
    {
      worksheet_set_column (sheet, column, column, table->columns[column].width, NULL);
      failed = worksheet_write_string (sheet, 0, column, table->columns[column].label,
                                       formats->header);
    }
  for (guint row = 0; row < table->n_rows && failed == LXW_NO_ERROR; row++)
    for (guint column = 0; column < table->n_columns && failed == LXW_NO_ERROR; column++)
      {
        OctCell cell = { 0 };

        table->cell (table->source, row, column, &cell);
        failed = write_cell (sheet, row + 1, column, table->columns[column].kind, &cell, formats);
      }
  worksheet_freeze_panes (sheet, 1, 1);
  if (table->n_columns > 0)
    worksheet_autofilter (sheet, 0, 0, table->n_rows, table->n_columns - 1);

  return failed;
}

static lxw_error
write_about (lxw_worksheet *sheet, const char *const *about, const Formats *formats)
{
  lxw_error failed = LXW_NO_ERROR;

  worksheet_set_column (sheet, 0, 0, 24, NULL);
  worksheet_set_column (sheet, 1, 1, 80, NULL);
  for (guint i = 0; about[2 * i] != NULL && failed == LXW_NO_ERROR; i++)
    {
      failed = worksheet_write_string (sheet, i, 0, about[2 * i], formats->header);
      if (failed == LXW_NO_ERROR)
        failed = worksheet_write_string (sheet, i, 1, about[2 * i + 1], formats->wrapped);
    }

  return failed;
}

static lxw_error
write_workbook (const OctTable *tables, guint n_tables, const char *const *about, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE,
                                   .tmpdir = (char *) g_get_tmp_dir () };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  Formats formats = { 0 };
  lxw_error failed = LXW_NO_ERROR;
  lxw_error closing;

  if (workbook == NULL)
    return LXW_ERROR_CREATING_TMPFILE;
  make_formats (workbook, &formats);
  for (guint i = 0; i < n_tables && failed == LXW_NO_ERROR; i++)
    failed = write_rows (workbook_add_worksheet (workbook, tables[i].name), &tables[i], &formats);
  if (failed == LXW_NO_ERROR)
    /* Translators: name of the sheet that says where the figures come from. */
    failed = write_about (workbook_add_worksheet (workbook, _("About")), about, &formats);
  closing = workbook_close (workbook);

  return failed != LXW_NO_ERROR ? failed : closing;
}

/* The library prints numbers with printf, which would write a comma in half of Europe. */
static lxw_error
write_workbook_in_c_locale (const OctTable *tables, guint n_tables, const char *const *about,
                            const char *path)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t before = uselocale (plain);
  lxw_error failed = write_workbook (tables, n_tables, about, path);

  uselocale (before);
  freelocale (plain);

  return failed;
}

static gboolean
put_in_place (const char *made, const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (made, FALSE, error);

  if (file == NULL)
    return FALSE;

  return g_file_set_contents_full (path, g_mapped_file_get_contents (file),
                                   (gssize) g_mapped_file_get_length (file),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}

static gboolean
check_size (const OctTable *tables, guint n_tables, GError **error)
{
  for (guint i = 0; i < n_tables; i++)
    if (tables[i].n_rows >= LXW_ROW_MAX)
      {
        g_set_error (
          error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
          _("A spreadsheet holds at most %'u rows. Narrow the list, or export it as CSV."),
          (guint) LXW_ROW_MAX - 1);
        return FALSE;
      }

  return TRUE;
}

/**
 * oct_tables_to_xlsx:
 * @tables: (array length=n_tables): tables, each a sheet of its own
 * @n_tables: how many
 * @about: label and text in turn, ended by %NULL: what stands on the sheet "About"
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes tables as a spreadsheet. Fails with %OCT_ERROR_TOO_LARGE where one has more rows than a
 * sheet can hold, and otherwise with what the file system said; a file that was there before is
 * then as it was.
 *
 * Returns: whether the spreadsheet is in place
 */
gboolean
oct_tables_to_xlsx (const OctTable *tables, guint n_tables, const char *const *about,
                    const char *path, GError **error)
{
  g_autofree char *made = NULL;
  lxw_error failed;
  gboolean ok;
  int fd;

  g_return_val_if_fail (tables != NULL && about != NULL && path != NULL, FALSE);

  if (!check_size (tables, n_tables, error))
    return FALSE;
  fd = g_file_open_tmp ("octant-XXXXXX.xlsx", &made, error);
  if (fd < 0)
    return FALSE;
  g_close (fd, NULL);

  failed = write_workbook_in_c_locale (tables, n_tables, about, made);
  ok = failed == LXW_NO_ERROR;
  if (!ok)
    g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                 /* Translators: the first %s is a folder, the second the cause. */
                 _("The spreadsheet could not be made in %s: %s Nothing was changed."),
                 g_get_tmp_dir (), lxw_strerror (failed));
  else
    ok = put_in_place (made, path, error);
  g_unlink (made);

  return ok;
}

/**
 * oct_table_to_xlsx:
 * @table: a table
 * @about: as for oct_tables_to_xlsx()
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes one table as a spreadsheet; see oct_tables_to_xlsx().
 *
 * Returns: whether the spreadsheet is in place
 */
gboolean
oct_table_to_xlsx (const OctTable *table, const char *const *about, const char *path,
                   GError **error)
{
  return oct_tables_to_xlsx (table, 1, about, path, error);
}
