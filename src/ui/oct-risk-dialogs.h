/* The dialogues for a risk and for a concern. */
#pragma once

#include <gtk/gtk.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

/* @risk: (nullable): the one to change; %NULL for a new one. */
void oct_risk_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctRisk *risk);
/* @concern: (nullable): the one to change; %NULL for a new one. */
void oct_concern_dialog_open (GtkWidget *widget, OctWorkbench *workbench,
                              const OctConcern *concern);

G_END_DECLS
