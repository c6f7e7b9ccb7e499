/* Lenses through the workbench: the named edits that fill them, map them and take them over.
 *
 * The lens of the strategy is made of the trust's pillars, so its edits are edits of pillars; every
 * other lens is kept whole, once the trust has changed it. Finish with oct_workbench_edit_finish().
 */
#pragma once

#include "oct-lens-edit.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* Adds an item (with "" as its key), rewords it or maps it anew. */
void oct_workbench_put_lens_item_async (OctWorkbench *self, OctLens *lens, const OctLensItem *item,
                                        GAsyncReadyCallback callback, gpointer user_data);
/* A pillar is retired, an item of another lens is taken away. */
void oct_workbench_remove_lens_item_async (OctWorkbench *self, OctLens *lens, const char *key,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* An item comes to stand at a place, from 0, between the others. */
void oct_workbench_move_lens_item_async (OctWorkbench *self, OctLens *lens, const char *key,
                                         guint place, GAsyncReadyCallback callback,
                                         gpointer user_data);
/* Takes a lens over in place of the one with its key. */
void oct_workbench_put_lens_async (OctWorkbench *self, OctLens *lens, GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Takes away what the trust has made of a lens: one that comes with the program is as it came. */
void oct_workbench_delete_lens_async (OctWorkbench *self, OctLens *lens,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean oct_lens_is_built_in (OctLens *lens);

G_END_DECLS
