/* What the panel of a plan offers to choose from, and what it shows under the fields of a record. */
#pragma once

#include <adwaita.h>

#include "oct-plan-work.h"
#include "oct-record-form.h"

G_BEGIN_DECLS

/* Fills the choices that depend on the trust: areas, elements, objectives of the trust, terms. */
void oct_plan_panel_offer (OctRecordForm *form, OctPlanWork *work, const OctRecord *record);
/* What belongs to a record: its widget, and its content as it is now. */
GtkWidget *oct_plan_extra_new (OctPlanWork *work, const OctRecord *record);
void oct_plan_extra_update (GtkWidget *extra, OctPlanWork *work, const OctRecord *record);
/* Support for an objective, and practices that came of it. */
GtkWidget *oct_plan_support_new (void);
void oct_plan_support_update (GtkWidget *widget, OctPlanWork *work, const OctObjective *objective);

G_END_DECLS
