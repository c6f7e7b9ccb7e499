/* Asks for a new cycle: which period, what it is called, which elements are in focus. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_CYCLE_DIALOG (oct_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctCycleDialog, oct_cycle_dialog, OCT, CYCLE_DIALOG, AdwWindow)

GtkWidget *oct_cycle_dialog_new (GtkWindow *parent, OctWorkbench *workbench);

G_END_DECLS
