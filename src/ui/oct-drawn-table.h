/* A table of the register: a scrollable of rows of one height, made for lists of half a million.
 *
 * Put it into a GtkScrolledWindow. It keeps as many row widgets as fit on the screen, and has one
 * chosen row that the arrow keys move. A subclass implements OctTableSource and so says what the
 * rows show. In a narrow window a row is a name with a line of details under it.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-cell-painter.h"

G_BEGIN_DECLS

#define OCT_TYPE_DRAWN_TABLE (oct_drawn_table_get_type ())
G_DECLARE_DERIVABLE_TYPE (OctDrawnTable, oct_drawn_table, OCT, DRAWN_TABLE, GtkWidget)

struct _OctDrawnTableClass
{
  GtkWidgetClass parent_class;
};

/* Signals: "activate" and "toggle-star", of the chosen row; "sort" (guint column), a heading was
 * clicked; "widths", a column was drawn wider; "leave", upwards from the first row. */

void oct_drawn_table_set_model (OctDrawnTable *self, GListModel *model);
GListModel *oct_drawn_table_get_model (OctDrawnTable *self);
void oct_drawn_table_set_columns (OctDrawnTable *self, const guint *columns);
OctCellLayout *oct_drawn_table_get_layout (OctDrawnTable *self);
void oct_drawn_table_set_words (OctDrawnTable *self, const char *words);
void oct_drawn_table_set_sort (OctDrawnTable *self, guint column, gboolean descending);
void oct_drawn_table_set_menu (OctDrawnTable *self, GMenuModel *menu);
void oct_drawn_table_redraw (OctDrawnTable *self);

guint oct_drawn_table_get_position (OctDrawnTable *self);
void oct_drawn_table_set_position (OctDrawnTable *self, guint position);
gpointer oct_drawn_table_get_item (OctDrawnTable *self);

G_END_DECLS
