/* A national share: the register's figure, and beside it, apart, the paper's. */
#pragma once

#include <adwaita.h>

#include "oct-national.h"

G_BEGIN_DECLS

#define OCT_TYPE_SHARE_TILE (oct_share_tile_get_type ())
G_DECLARE_FINAL_TYPE (OctShareTile, oct_share_tile, OCT, SHARE_TILE, AdwBin)

void oct_share_tile_set (OctShareTile *self, const char *title, const OctShare *share,
                         OctDate as_at, int paper_percent, const char *location);

G_END_DECLS
