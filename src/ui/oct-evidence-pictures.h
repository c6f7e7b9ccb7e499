/* Small pictures of evidence files: asked for once for each file, and remembered. */
#pragma once

#include "oct-evidence-row.h"
#include "oct-workbench-evidence.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_PICTURES (oct_evidence_pictures_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidencePictures, oct_evidence_pictures, OCT, EVIDENCE_PICTURES, GObject)

OctEvidencePictures *oct_evidence_pictures_new (void);
void oct_evidence_pictures_ask (OctEvidencePictures *self, OctWorkbench *workbench,
                                OctEvidenceRow *row, GCancellable *cancellable);

G_END_DECLS
