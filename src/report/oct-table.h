/* A table to be written to a file: typed columns, and a function that says what a cell holds.
 *
 * Rows are asked for one after the other and never held, so that half a million schools become a
 * spreadsheet in the memory of one row.
 */
#pragma once

#include <gio/gio.h>

#include "oct-date.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_CELL_TEXT,
  OCT_CELL_IDENTIFIER, /* a whole number that is a name: never grouped */
  OCT_CELL_INTEGER,
  OCT_CELL_DECIMAL, /* one decimal place */
  OCT_CELL_NUMBER,  /* as many places as it has */
  OCT_CELL_DATE,
} OctCellKind;

/**
 * OctCell:
 * @missing: not stated: an empty cell, never a zero
 * @text: for %OCT_CELL_TEXT; valid until the next cell is asked for
 * @number: for the numeric kinds
 * @date: for %OCT_CELL_DATE
 */
typedef struct
{
  gboolean missing;
  const char *text;
  double number;
  OctDate date;
} OctCell;

/**
 * OctTableColumn:
 * @width: in characters, for spreadsheets
 */
typedef struct
{
  const char *label;
  OctCellKind kind;
  double width;
} OctTableColumn;

typedef void (*OctTableCellFunc) (gpointer source, guint row, guint column, OctCell *cell);

/**
 * OctTable:
 * @name: name of the sheet
 */
typedef struct
{
  const char *name;
  const OctTableColumn *columns;
  guint n_columns;
  guint n_rows;
  OctTableCellFunc cell;
  gpointer source;
} OctTable;

/* A cell of a table of comma-separated values, harmless in a spreadsheet. */
void oct_csv_append_text (GString *csv, const char *text);
GBytes *oct_table_to_csv (const OctTable *table, gboolean byte_order_mark);
/* Several as sheets of one. */
gboolean oct_tables_to_xlsx (const OctTable *tables, guint n_tables, const char *const *about,
                             const char *path, GError **error);
gboolean oct_table_to_xlsx (const OctTable *table, const char *const *about, const char *path,
                            GError **error);

G_END_DECLS
