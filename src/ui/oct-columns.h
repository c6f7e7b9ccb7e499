/* A container that puts its children into as many columns as its width has room for.
 *
 * Pages of facts and figures read as one column on a narrow window and as two or three on a wide
 * one. In a grid the children of a row share its height; packed, each child goes under the
 * shortest column so that groups of unequal length leave no holes. The order of the children is
 * the order of the keyboard either way.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OCT_TYPE_COLUMNS (oct_columns_get_type ())
G_DECLARE_FINAL_TYPE (OctColumns, oct_columns, OCT, COLUMNS, GtkWidget)

GtkWidget *oct_columns_new (int column_width, guint max_columns, gboolean packed);
void oct_columns_append (OctColumns *self, GtkWidget *child);
void oct_columns_remove_all (OctColumns *self);

G_END_DECLS
