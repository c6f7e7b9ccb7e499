/* The details of what is chosen in a plan: all its fields, and what belongs to it. */
#pragma once

#include <adwaita.h>

#include "oct-plan-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_PANEL (oct_plan_panel_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanPanel, oct_plan_panel, OCT, PLAN_PANEL, AdwBin)

/* Signal "failed" (string): why something was not kept. */
void oct_plan_panel_set_work (OctPlanPanel *self, OctPlanWork *work);
/* @record (nullable): an objective, success criterion, action or milestone. */
void oct_plan_panel_show (OctPlanPanel *self, gpointer record);
/* Keeps what is typed. */
void oct_plan_panel_commit (OctPlanPanel *self);

G_END_DECLS
