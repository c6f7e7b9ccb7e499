/* The dialogue that writes a note, gives a link, or says what is known of a piece of evidence. */
#pragma once

#include <adwaita.h>

#include "oct-evidence.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_DIALOG (oct_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidenceDialog, oct_evidence_dialog, OCT, EVIDENCE_DIALOG, AdwWindow)

GtkWindow *oct_evidence_dialog_new (OctWorkbench *workbench, const OctEvidence *evidence);

G_END_DECLS
