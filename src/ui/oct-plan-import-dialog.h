/* Takes over an existing plan: a table from a file, or one that was copied from a spreadsheet or a
 * document. Opened from the dialogue that begins a plan.
 */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_IMPORT_DIALOG (oct_plan_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanImportDialog, oct_plan_import_dialog, OCT, PLAN_IMPORT_DIALOG,
                      AdwWindow)

/* @parent has the action "win.go", which leads to the new plan. @school_id: (nullable): the school that
 * is chosen at first; @year: the school year. */
GtkWidget *oct_plan_import_dialog_new (GtkWindow *parent, OctSession *session,
                                       const char *school_id, gint64 year);

G_END_DECLS
