/* The dialogue that picks a piece of evidence which the workspace has already. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_CHOOSER (oct_evidence_chooser_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidenceChooser, oct_evidence_chooser, OCT, EVIDENCE_CHOOSER, AdwWindow)

/* Signal "chosen" (string): the id of what was picked; the dialogue closes itself. */
GtkWindow *oct_evidence_chooser_new (OctWorkbench *workbench);

G_END_DECLS
