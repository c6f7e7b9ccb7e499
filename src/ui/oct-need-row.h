/* One thing that is known of a school; switched on, it is the draft of an objective. */
#pragma once

#include <adwaita.h>

#include "oct-need.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_NEED_ROW (oct_need_row_get_type ())
G_DECLARE_FINAL_TYPE (OctNeedRow, oct_need_row, OCT, NEED_ROW, AdwExpanderRow)

/* Signal "changed": it is switched on or off, or its words are other ones. */
GtkWidget *oct_need_row_new (OctWorkbench *workbench, const OctNeed *need, OctDate due);
gboolean oct_need_row_is_ready (OctNeedRow *self);
/* What it is to become, borrowed from the row. */
OctNeedDraft oct_need_row_get_draft (OctNeedRow *self);
/* What is known, in words for an analysis of need. */
const char *oct_need_row_get_about (OctNeedRow *self);
/* Whether it says all that a plan needs to be approved. */
gboolean oct_need_row_is_complete (OctNeedRow *self);

G_END_DECLS
