/* A figure on a card: what it is, the number, and a note on where it comes from or what it is of.
 *
 * With a location the tile is a button that leads to the list behind the figure.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_FIGURE_TILE (oct_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (OctFigureTile, oct_figure_tile, OCT, FIGURE_TILE, AdwBin)

GtkWidget *oct_figure_tile_new (const char *label, const char *value, const char *note);
void oct_figure_tile_set (OctFigureTile *self, const char *label, const char *value,
                          const char *note);
void oct_figure_tile_set_note (OctFigureTile *self, const char *note);
void oct_figure_tile_set_location (OctFigureTile *self, const char *location);

G_END_DECLS
