/* The small shapes in a table of schools: a status that needs no colour, and a star. */
#pragma once

#include <gtk/gtk.h>

#include "oct-vocabulary.h"

G_BEGIN_DECLS

#define OCT_TYPE_CELL_SHAPES (oct_cell_shapes_get_type ())
G_DECLARE_FINAL_TYPE (OctCellShapes, oct_cell_shapes, OCT, CELL_SHAPES, GObject)

OctCellShapes *oct_cell_shapes_new (void);
void oct_cell_shapes_set_scale (OctCellShapes *self, int scale);
void oct_cell_shapes_draw_status (OctCellShapes *self, GtkSnapshot *snapshot, OctStatus status,
                                  const GdkRGBA *colour, int x, int y, int size);
void oct_cell_shapes_draw_star (OctCellShapes *self, GtkSnapshot *snapshot, gboolean filled,
                                const GdkRGBA *colour, int x, int y, int size);

G_END_DECLS
