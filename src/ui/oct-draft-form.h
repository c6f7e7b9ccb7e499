/* The form for one part of the framework's draft: the framework itself, its stages, an element, or
 * what is going to change.
 */
#pragma once

#include <adwaita.h>

#include "oct-draft-work.h"

G_BEGIN_DECLS

#define OCT_DRAFT_PART_FRAME "frame"
#define OCT_DRAFT_PART_STAGES "stages"
#define OCT_DRAFT_PART_CHANGES "changes"

#define OCT_TYPE_DRAFT_FORM (oct_draft_form_get_type ())
G_DECLARE_FINAL_TYPE (OctDraftForm, oct_draft_form, OCT, DRAFT_FORM, AdwBin)

void oct_draft_form_set_work (OctDraftForm *self, OctDraftWork *work);
void oct_draft_form_show (OctDraftForm *self, const char *part);
void oct_draft_form_update (OctDraftForm *self);
void oct_draft_form_commit (OctDraftForm *self);
void oct_draft_form_open (OctDraftForm *self, const OctFrameworkProblem *problem);

G_END_DECLS
