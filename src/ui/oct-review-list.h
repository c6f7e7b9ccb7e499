/* The list of a review: its objectives in the plan's order, and last the review as a whole. */
#pragma once

#include <adwaita.h>

#include "oct-review-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_LIST (oct_review_list_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewList, oct_review_list, OCT, REVIEW_LIST, AdwBin)

/* Signals: "selected": a person went to another row; "activated": Return, or a click where the
 * property "single-click" is set. */

/* Shows how far each objective is; the progress that @work holds may be ahead of what is kept. */
void oct_review_list_show (OctReviewList *self, OctReviewWork *work);
/* Goes to an objective; (%NULL) to the first that isn't recorded, or the end. */
void oct_review_list_select (OctReviewList *self, const char *objective_id);
/* By so many rows on or back. */
void oct_review_list_step (OctReviewList *self, int by);
/* The next one that isn't recorded, or the end. */
void oct_review_list_select_unrecorded (OctReviewList *self);
/* (nullable): %NULL at the end of the review. */
const char *oct_review_list_get_selected (OctReviewList *self);
gboolean oct_review_list_has_selection (OctReviewList *self);
void oct_review_list_focus (OctReviewList *self);

G_END_DECLS
