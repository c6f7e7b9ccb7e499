/* Begins a plan: for whom, for which school year, and from what. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_NEW_PLAN_DIALOG (oct_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctNewPlanDialog, oct_new_plan_dialog, OCT, NEW_PLAN_DIALOG, AdwWindow)

/* Signal "go" (const char *): the dialogue has closed itself, and this location shows what came of it:
 * the new plan, the template to be edited, or the needs of a school. Signal "table" (const char *, int64):
 * it has closed itself, and a table is to become a plan of this school (%NULL: the trust) and year. */
GtkWidget *oct_new_plan_dialog_new (GtkWindow *parent, OctWorkbench *workbench,
                                    const char *school_id);

G_END_DECLS
