/* The table under two octants: each element with the stage of either side, in words. */
#pragma once

#include "oct-compare-side.h"

G_BEGIN_DECLS

void oct_compare_table_fill (GtkGrid *grid, OctCompareSide *first, OctCompareSide *second);

G_END_DECLS
