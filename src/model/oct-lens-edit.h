/* Changing a lens: each change makes another lens with the same key, since a lens is immutable. */
#pragma once

#include "oct-lens.h"
#include "oct-own-trust.h"

G_BEGIN_DECLS

/* The lens of the trust's own strategy: its items are the pillars, by their ids. */
#define OCT_LENS_STRATEGY "strategy-pillars"

OctLens *oct_lens_new_with_pillars (OctLens *base, const GPtrArray *pillars, GError **error);
OctLens *oct_lens_new_with_item (OctLens *base, const OctLensItem *item, GError **error);
OctLens *oct_lens_new_without_item (OctLens *base, const char *key, GError **error);
OctLens *oct_lens_new_with_move (OctLens *base, const char *key, guint place, GError **error);
char *oct_lens_make_item_key (OctLens *self, const char *name);

G_END_DECLS
