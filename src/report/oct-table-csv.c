/* A table as comma-separated values, by RFC 4180: CRLF, quotes where they are needed, doubled
 * inside.
 *
 * A spreadsheet that opens the file runs whatever begins like a formula, and the names in public
 * files are other people's text. So a text that begins with one of the characters that start a
 * formula gets an apostrophe before it; numbers stay numbers.
 */
#include "oct-table.h"

#include <math.h>
#include <string.h>

#include "oct-record.h"

/* What a spreadsheet would run; also what begins with apostrophes and goes on like that, so that one
 * apostrophe less is always what stood there. */
static gboolean
is_risky (const char *text)
{
  const char *start = text + strspn (text, "'");

  return *start != '\0' && strchr ("=+-@\t\r", *start) != NULL;
}

static gboolean
has_outer_space (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]));
}

/**
 * oct_csv_append_text:
 * @csv: a file under way
 * @text: a cell
 *
 * Adds a cell, in quotes where it needs them, with an apostrophe before it where a spreadsheet would
 * run it.
 */
void
oct_csv_append_text (GString *csv, const char *text)
{
  gboolean risky = is_risky (text);

  if (!risky && !has_outer_space (text) && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  if (risky)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_cell (GString *csv, OctCellKind kind, const OctCell *cell)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *iso = NULL;
  g_autofree char *key = NULL;

  if (cell->missing)
    return;
  switch (kind)
    {
    case OCT_CELL_TEXT:
      oct_csv_append_text (csv, cell->text);
      break;
    case OCT_CELL_IDENTIFIER:
    case OCT_CELL_INTEGER:
      g_string_append (csv, g_ascii_formatd (buffer, sizeof buffer, "%.0f", cell->number));
      break;
    case OCT_CELL_DECIMAL:
      g_string_append (csv, g_ascii_formatd (buffer, sizeof buffer, "%.1f", cell->number));
      break;
    case OCT_CELL_NUMBER:
      key = oct_decimal_to_key (cell->number);
      g_string_append (csv, key);
      break;
    case OCT_CELL_DATE:
      iso = oct_date_to_iso (cell->date);
      g_string_append (csv, iso);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * oct_table_to_csv:
 * @table: a table
 * @byte_order_mark: whether the file begins with one, which is how Excel tells UTF-8
 *
 * Writes a table as CSV. Dates are ISO 8601, numbers have a point and no grouping, whatever the
 * locale.
 *
 * Returns: (transfer full): the file
 */
GBytes *
oct_table_to_csv (const OctTable *table, gboolean byte_order_mark)
{
  GString *csv = g_string_new (byte_order_mark ? "\xef\xbb\xbf" : NULL);

  g_return_val_if_fail (table != NULL, NULL);

  for (guint column = 0; column < table->n_columns; column++)
    {
      if (column > 0)
        g_string_append_c (csv, ',');
      oct_csv_append_text (csv, table->columns[column].label);
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < table->n_rows; row++)
    {
      for (guint column = 0; column < table->n_columns; column++)
        {
          OctCell cell = { 0 };

          if (column > 0)
            g_string_append_c (csv, ',');
          table->cell (table->source, row, column, &cell);
          append_cell (csv, table->columns[column].kind, &cell);
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (csv);
}
