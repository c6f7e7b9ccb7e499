/* A row of a review: an objective, how it is rated and whether that is recorded; or the end of it. */
#pragma once

#include <adwaita.h>

#include "oct-review-record.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_ROW (oct_review_row_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewRow, oct_review_row, OCT, REVIEW_ROW, GtkListBoxRow)

GtkWidget *oct_review_row_new (void);
/* @progress, @before: (nullable) */
void oct_review_row_set_objective (OctReviewRow *self, const OctObjective *objective,
                                   const OctProgress *progress, const OctProgress *before);
/* The row that leads to the end of the review. */
void oct_review_row_set_end (OctReviewRow *self, const char *state);
/* (nullable): the objective's id; %NULL at the end. */
const char *oct_review_row_get_id (OctReviewRow *self);
gboolean oct_review_row_is_recorded (OctReviewRow *self);

G_END_DECLS
