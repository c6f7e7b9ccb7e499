/* Replacing or removing a person for good: what stands there instead, which evidence goes too, exactly
 * what is taken away and what is left, and that there is no way back; then how far it is, and how it
 * ended.
 *
 * Signal "removed": it is done, and the dialogue was closed.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench-people.h"

G_BEGIN_DECLS

#define OCT_TYPE_REMOVAL_DIALOG (oct_removal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctRemovalDialog, oct_removal_dialog, OCT, REMOVAL_DIALOG, AdwWindow)

GtkWindow *oct_removal_dialog_new (OctWorkbench *workbench, OctJob *found);

G_END_DECLS
