/* The elements and aspects that an item of a lens is mapped to, to be ticked. */
#pragma once

#include <adwaita.h>

#include "oct-workbench-lens.h"

G_BEGIN_DECLS

#define OCT_TYPE_LENS_MAP_LIST (oct_lens_map_list_get_type ())
G_DECLARE_FINAL_TYPE (OctLensMapList, oct_lens_map_list, OCT, LENS_MAP_LIST, AdwBin)

/* Signal "failed" (const char *): a tick was not kept, and why. */
GtkWidget *oct_lens_map_list_new (void);
void oct_lens_map_list_show (OctLensMapList *self, OctWorkbench *workbench, const char *lens_key,
                             const char *item_key);

G_END_DECLS
