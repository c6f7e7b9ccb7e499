/* What can be done from the page of all plans: begin a plan, keep one as a template. */
#pragma once

#include <adwaita.h>

#include "oct-plan-item.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* @widget is a page, and goes on to where the plan is ("win.go"). */
void oct_plans_begin (GtkWidget *widget, OctWorkbench *workbench, const char *school_id);
void oct_plans_keep_template (GtkWidget *widget, OctWorkbench *workbench, const OctPlan *plan);

G_END_DECLS
