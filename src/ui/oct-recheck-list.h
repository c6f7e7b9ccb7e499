/* Did support last? What is to be looked at again, now and later, and what was found. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_RECHECK_LIST (oct_recheck_list_get_type ())
G_DECLARE_FINAL_TYPE (OctRecheckList, oct_recheck_list, OCT, RECHECK_LIST, AdwBin)

/* Shows them as they are now; hides itself where there are none. Plans must be read. */
void oct_recheck_list_update (OctRecheckList *self, OctWorkbench *workbench);

G_END_DECLS
