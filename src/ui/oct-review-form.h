/* A review as a whole: title, date, who, when the next one is, next steps, and its lock. */
#pragma once

#include <adwaita.h>

#include "oct-review-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_FORM (oct_review_form_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewForm, oct_review_form, OCT, REVIEW_FORM, AdwBin)

/* Signals: "lock": the person wants to lock and finish; "failed" (string): why something was not
 * kept. */
void oct_review_form_set_work (OctReviewForm *self, OctReviewWork *work);
void oct_review_form_update (OctReviewForm *self);
void oct_review_form_commit (OctReviewForm *self);
void oct_review_form_focus (OctReviewForm *self);

G_END_DECLS
