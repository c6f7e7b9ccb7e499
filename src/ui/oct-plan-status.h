/* Gives a plan another status, and asks why where a reason is needed. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

/* One named edit. @widget says in a toast ("win.toast") what stands in the way. */
void oct_plan_status_set (GtkWidget *widget, OctWorkbench *workbench, const char *plan_id,
                          OctPlanStatus to);

G_END_DECLS
