/* One row of a table: a widget that draws its cells itself. */
#pragma once

#include <gtk/gtk.h>

#include "oct-cell-painter.h"

G_BEGIN_DECLS

#define OCT_TYPE_TABLE_ROW (oct_table_row_get_type ())
G_DECLARE_FINAL_TYPE (OctTableRow, oct_table_row, OCT, TABLE_ROW, GtkWidget)

GtkWidget *oct_table_row_new (OctCellPainter *painter);
void oct_table_row_bind (OctTableRow *self, GObject *item, guint position);
GObject *oct_table_row_get_item (OctTableRow *self);
guint oct_table_row_get_position (OctTableRow *self);
void oct_table_row_describe (OctTableRow *self);

G_END_DECLS
