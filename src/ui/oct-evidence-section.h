/* The evidence for one element of the trust or of a school, in the chosen cycle: it is shown, added by
 * hand or by dropping files, opened, changed, and taken away again.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_SECTION (oct_evidence_section_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidenceSection, oct_evidence_section, OCT, EVIDENCE_SECTION, AdwBin)

void oct_evidence_section_load (OctEvidenceSection *self, OctWorkbench *workbench,
                                const char *school_id, const char *element);
void oct_evidence_section_pop_up_add (OctEvidenceSection *self);
/* (element-type GFile): as if they were dropped. */
void oct_evidence_section_add_files (OctEvidenceSection *self, GSList *files);
void oct_evidence_section_save_binder (OctEvidenceSection *self, const char *parent);

G_END_DECLS
