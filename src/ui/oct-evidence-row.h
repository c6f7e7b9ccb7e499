/* One piece of evidence in a list: a mark or small picture, its name, its words, its date. */
#pragma once

#include <gtk/gtk.h>

#include "oct-evidence.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_ROW (oct_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidenceRow, oct_evidence_row, OCT, EVIDENCE_ROW, GtkListBoxRow)

/* Its menu activates "evidence.edit" and "evidence.detach" with the id. */
GtkWidget *oct_evidence_row_new (const OctEvidence *evidence);
const OctEvidence *oct_evidence_row_get_evidence (OctEvidenceRow *self);
/* Where it stands, beside what else is known of it; without @open nothing of it is to be changed. */
void oct_evidence_row_set_place (OctEvidenceRow *self, const char *place, gboolean open);
void oct_evidence_row_set_picture (OctEvidenceRow *self, GdkPaintable *picture);

G_END_DECLS
