/* Which columns a table shows, and where they are: shared by its rows and its header. */
#pragma once

#include "oct-table-source.h"

G_BEGIN_DECLS

/**
 * OctTableCell:
 * @column: what the cell shows
 * @as: how it is drawn
 * @x: from the left end of the row, in pixels
 * @width: in pixels, padding included
 */
typedef struct
{
  guint column;
  OctTableColumn as;
  int x;
  int width;
} OctTableCell;

/* Room left and right of a cell's text. */
#define OCT_CELL_PADDING 8
/* The column of the star, before all others. */
#define OCT_CELL_STAR_WIDTH 34

#define OCT_TYPE_CELL_LAYOUT (oct_cell_layout_get_type ())
G_DECLARE_FINAL_TYPE (OctCellLayout, oct_cell_layout, OCT, CELL_LAYOUT, GObject)

OctCellLayout *oct_cell_layout_new (OctTableSource *source);
OctTableSource *oct_cell_layout_get_source (OctCellLayout *self);
gboolean oct_cell_layout_set_columns (OctCellLayout *self, const guint *columns);
const guint *oct_cell_layout_get_columns (OctCellLayout *self);

void oct_cell_layout_set_width (OctCellLayout *self, guint column, int width);
char *oct_cell_layout_widths_to_text (OctCellLayout *self);
void oct_cell_layout_read_widths (OctCellLayout *self, const char *text);

int oct_cell_layout_arrange (OctCellLayout *self, int width, int char_width);
void oct_cell_layout_clear (OctCellLayout *self);
const OctTableCell *oct_cell_layout_get_cells (OctCellLayout *self, guint *n_cells);

G_END_DECLS
