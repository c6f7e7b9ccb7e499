/* The success criteria of an objective in a review: drawn as bullets, with what they have come to. */
#pragma once

#include <adwaita.h>

#include "oct-review-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_CRITERIA (oct_review_criteria_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewCriteria, oct_review_criteria, OCT, REVIEW_CRITERIA, AdwBin)

void oct_review_criteria_show (OctReviewCriteria *self, OctReviewWork *work);
/* Keeps what is typed. */
void oct_review_criteria_commit (OctReviewCriteria *self);

G_END_DECLS
