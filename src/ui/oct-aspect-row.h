/* One aspect of an element: its question, a stage, and why in a few words. */
#pragma once

#include <adwaita.h>

#include "oct-judge-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_ASPECT_ROW (oct_aspect_row_get_type ())
G_DECLARE_FINAL_TYPE (OctAspectRow, oct_aspect_row, OCT, ASPECT_ROW, AdwBin)

/* Signal "failed" (string): why something was not kept. */
GtkWidget *oct_aspect_row_new (OctWorkbench *workbench, const OctAspect *aspect,
                               const OctJudgingPlace *place);
void oct_aspect_row_commit (OctAspectRow *self);

G_END_DECLS
