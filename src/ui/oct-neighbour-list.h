/* The schools nearest to a school, or most like it, with what was compared. */
#pragma once

#include <adwaita.h>

#include "oct-commands.h"

G_BEGIN_DECLS

#define OCT_TYPE_NEIGHBOUR_LIST (oct_neighbour_list_get_type ())
G_DECLARE_FINAL_TYPE (OctNeighbourList, oct_neighbour_list, OCT, NEIGHBOUR_LIST, AdwBin)

GtkWidget *oct_neighbour_list_new (void);
/* @neighbours: (element-type OctNeighbour). */
void oct_neighbour_list_show_nearest (OctNeighbourList *self, OctIndex *index, GArray *neighbours);
void oct_neighbour_list_show_similar (OctNeighbourList *self, OctIndex *index, GArray *neighbours);

G_END_DECLS
