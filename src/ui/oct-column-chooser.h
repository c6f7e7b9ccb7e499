/* Choosing and ordering the columns of a table. */
#pragma once

#include <gtk/gtk.h>

#include "oct-table-source.h"

G_BEGIN_DECLS

#define OCT_TYPE_COLUMN_CHOOSER (oct_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (OctColumnChooser, oct_column_chooser, OCT, COLUMN_CHOOSER, GtkPopover)

GtkWidget *oct_column_chooser_new (OctTableSource *source, const guint *usual);
void oct_column_chooser_set_columns (OctColumnChooser *self, const guint *columns);

G_END_DECLS
