/* A button that says the target of an element, and a small popover to set it. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_TARGET_BUTTON (oct_target_button_get_type ())
G_DECLARE_FINAL_TYPE (OctTargetButton, oct_target_button, OCT, TARGET_BUTTON, AdwBin)

/* Signal "failed" (string): why a target was not kept. */
void oct_target_button_set_workbench (OctTargetButton *self, OctWorkbench *workbench);
void oct_target_button_show (OctTargetButton *self, const char *school_id, const char *element);

G_END_DECLS
