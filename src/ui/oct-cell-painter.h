/* How the cells of a table are drawn: shared by all its rows.
 *
 * The painter asks the table what its rows say and where the columns are; rows ask it to draw them.
 * It keeps the layouts of texts that recur – phases, authorities, trusts – and the small shapes of
 * a status and a star.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-cell-layout.h"

G_BEGIN_DECLS

#define OCT_TYPE_CELL_PAINTER (oct_cell_painter_get_type ())
G_DECLARE_FINAL_TYPE (OctCellPainter, oct_cell_painter, OCT, CELL_PAINTER, GObject)

OctCellPainter *oct_cell_painter_new (GtkWidget *table);
OctCellLayout *oct_cell_painter_get_layout (OctCellPainter *self);
void oct_cell_painter_set_words (OctCellPainter *self, const char *words);

int oct_cell_painter_arrange (OctCellPainter *self, int width, gboolean compact);
gboolean oct_cell_painter_is_compact (OctCellPainter *self);
int oct_cell_painter_row_height (OctCellPainter *self);
void oct_cell_painter_restyle (OctCellPainter *self);

void oct_cell_painter_draw_row (OctCellPainter *self, GtkSnapshot *snapshot, GtkWidget *row,
                                GObject *item, int width);
char *oct_cell_painter_describe (OctCellPainter *self, GObject *item);
char *oct_cell_painter_full_text (OctCellPainter *self, GObject *item, double x);

G_END_DECLS
