/* The evidence on an objective, a milestone or a review of a plan: shown, opened, added, dropped,
 * taken away.
 */
#pragma once

#include <adwaita.h>

#include "oct-plan-evidence.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_EVIDENCE_SECTION (oct_plan_evidence_section_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanEvidenceSection, oct_plan_evidence_section, OCT, PLAN_EVIDENCE_SECTION,
                      AdwBin)

/* @place (nullable): nothing is shown without one; copied. */
void oct_plan_evidence_section_load (OctPlanEvidenceSection *self, OctWorkbench *workbench,
                                     const OctPlanPlace *place);
/* @files: (element-type GFile): each becomes a piece of evidence of its own. */
void oct_plan_evidence_section_add_files (OctPlanEvidenceSection *self, GSList *files);

G_END_DECLS
