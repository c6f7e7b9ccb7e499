/* One objective of a review, open for recording: last time on the left, this time on the right. */
#pragma once

#include <adwaita.h>

#include "oct-review-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_EDITOR (oct_review_editor_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewEditor, oct_review_editor, OCT, REVIEW_EDITOR, AdwBin)

void oct_review_editor_set_work (OctReviewEditor *self, OctReviewWork *work);
/* Shows what the work holds; neither the focus nor what is being typed is touched. */
void oct_review_editor_update (OctReviewEditor *self);
/* Keeps what is typed, before another objective is shown. */
void oct_review_editor_commit (OctReviewEditor *self);
/* Where one writes next: the details, the next step or the figures. */
void oct_review_editor_focus (OctReviewEditor *self);
/* Opens the reason for passing over, and puts the focus there. */
void oct_review_editor_pass (OctReviewEditor *self);

G_END_DECLS
