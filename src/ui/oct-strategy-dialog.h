/* The trust's purpose and the pillars of its strategy, to be worded. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_STRATEGY_DIALOG (oct_strategy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctStrategyDialog, oct_strategy_dialog, OCT, STRATEGY_DIALOG, AdwWindow)

GtkWidget *oct_strategy_dialog_new (GtkWindow *parent, OctWorkbench *workbench);

G_END_DECLS
