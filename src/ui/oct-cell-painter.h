/* How the cells of a table of schools are laid out and drawn: shared by all rows and the header.
 *
 * The painter knows the session, the query (for highlights and distances), the columns and where
 * they are; rows ask it to draw them. It keeps the layouts of texts that recur – phases,
 * authorities, trusts – and the small shapes of a status and a star.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-school-columns.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_CELL_PAINTER (oct_cell_painter_get_type ())
G_DECLARE_FINAL_TYPE (OctCellPainter, oct_cell_painter, OCT, CELL_PAINTER, GObject)

/**
 * OctTableCell:
 * @column: what the cell shows
 * @x: from the left end of the row, in pixels
 * @width: in pixels, padding included
 */
typedef struct
{
  OctColumn column;
  int x;
  int width;
} OctTableCell;

/* Room left and right of a cell's text. */
#define OCT_CELL_PADDING 8
/* The column of the star, before all others. */
#define OCT_CELL_STAR_WIDTH 34

OctCellPainter *oct_cell_painter_new (GtkWidget *table);
void oct_cell_painter_set_session (OctCellPainter *self, OctSession *session);
OctSession *oct_cell_painter_get_session (OctCellPainter *self);
void oct_cell_painter_set_query (OctCellPainter *self, OctSchoolQuery *query);
void oct_cell_painter_set_columns (OctCellPainter *self, const OctColumn *columns);
const OctColumn *oct_cell_painter_get_columns (OctCellPainter *self);
void oct_cell_painter_set_width (OctCellPainter *self, OctColumn column, int width);
int oct_cell_painter_get_width (OctCellPainter *self, OctColumn column);

int oct_cell_painter_arrange (OctCellPainter *self, int width, gboolean compact);
const OctTableCell *oct_cell_painter_get_cells (OctCellPainter *self, guint *n_cells);
gboolean oct_cell_painter_is_compact (OctCellPainter *self);
int oct_cell_painter_row_height (OctCellPainter *self);
void oct_cell_painter_restyle (OctCellPainter *self);

void oct_cell_painter_draw_row (OctCellPainter *self, GtkSnapshot *snapshot, GtkWidget *row,
                                const OctSchoolFacts *facts, int width);
char *oct_cell_painter_describe (OctCellPainter *self, const OctSchoolFacts *facts);
char *oct_cell_painter_full_text (OctCellPainter *self, const OctSchoolFacts *facts, double x);

G_END_DECLS
