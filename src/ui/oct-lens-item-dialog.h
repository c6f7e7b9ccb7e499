/* An item of a lens, such as a pillar of the strategy, to be added or reworded. */
#pragma once

#include <adwaita.h>

#include "oct-workbench-lens.h"

G_BEGIN_DECLS

#define OCT_TYPE_LENS_ITEM_DIALOG (oct_lens_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctLensItemDialog, oct_lens_item_dialog, OCT, LENS_ITEM_DIALOG, AdwWindow)

/* @key: (nullable): the item; %NULL for a new one. */
GtkWindow *oct_lens_item_dialog_new (OctWorkbench *workbench, OctLens *lens, const char *key);

G_END_DECLS
