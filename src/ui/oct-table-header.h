/* The header of a table: a button over each column, with edges to draw it wider by. */
#pragma once

#include <gtk/gtk.h>

#include "oct-cell-layout.h"

G_BEGIN_DECLS

#define OCT_TYPE_TABLE_HEADER (oct_table_header_get_type ())
G_DECLARE_FINAL_TYPE (OctTableHeader, oct_table_header, OCT, TABLE_HEADER, GtkWidget)

GtkWidget *oct_table_header_new (OctCellLayout *layout);
void oct_table_header_update (OctTableHeader *self, guint sort, gboolean descending);

G_END_DECLS
