/* A chart's numbers as rows of text.
 *
 * What a screen reader, a spreadsheet or a doubtful reader gets instead of the picture: every row
 * has as many cells as the header.
 */
#include "oct-chart.h"

static GStrv
take_cells (guint n_cells, va_list arguments)
{
  GStrv cells = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    {
      const char *text = va_arg (arguments, const char *);

      cells[i] = g_strdup (text != NULL ? text : "");
    }
  return cells;
}

/**
 * oct_chart_table_new:
 * @n_columns: how many columns
 * @...: that many texts (nullable) for the header
 *
 * Returns: (transfer full): a table without rows
 */
OctChartTable *
oct_chart_table_new (guint n_columns, ...)
{
  OctChartTable *table = g_new0 (OctChartTable, 1);
  va_list arguments;

  va_start (arguments, n_columns);
  table->header = take_cells (n_columns, arguments);
  va_end (arguments);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return table;
}

/**
 * oct_chart_table_add:
 * @table: a table
 * @...: as many texts (nullable) as the header has
 *
 * Adds a row.
 */
void
oct_chart_table_add (OctChartTable *table, ...)
{
  va_list arguments;

  g_return_if_fail (table != NULL);

  va_start (arguments, table);
  g_ptr_array_add (table->rows, take_cells (g_strv_length (table->header), arguments));
  va_end (arguments);
}

/**
 * oct_chart_table_free:
 * @table: (nullable): the rows of a chart
 *
 * Frees the table with its header and rows.
 */
void
oct_chart_table_free (OctChartTable *table)
{
  if (table == NULL)
    return;
  g_strfreev (table->header);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_free (table);
}
