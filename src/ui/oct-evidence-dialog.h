/* The dialogue that writes a note, gives a link, or says what is known of a piece of evidence. */
#pragma once

#include <adwaita.h>

#include "oct-evidence.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_DIALOG (oct_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidenceDialog, oct_evidence_dialog, OCT, EVIDENCE_DIALOG, AdwWindow)

/**
 * OctEvidencePut:
 * Keeps a piece of evidence; finished with oct_workbench_edit_finish().
 */
typedef void (*OctEvidencePut) (OctWorkbench *workbench, const OctEvidence *evidence, gpointer data,
                                GAsyncReadyCallback callback, gpointer user_data);

GtkWindow *oct_evidence_dialog_new (OctWorkbench *workbench, const OctEvidence *evidence);
/* Keeps it by @put and not at the elements that it stands at. */
void oct_evidence_dialog_set_put (OctEvidenceDialog *self, OctEvidencePut put, gpointer data,
                                  GDestroyNotify free_data);

G_END_DECLS
