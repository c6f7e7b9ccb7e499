/* A row for one answer to an item of a lens: the element or aspect, the trust's stage and why, the
 * evidence, and where the schools stand.
 */
#pragma once

#include <adwaita.h>

#include "oct-lens-answer.h"

G_BEGIN_DECLS

#define OCT_TYPE_LENS_ANSWER_ROW (oct_lens_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (OctLensAnswerRow, oct_lens_answer_row, OCT, LENS_ANSWER_ROW, GtkListBoxRow)

GtkWidget *oct_lens_answer_row_new (OctAssessment *assessment, const OctLensAnswer *answer);
/* (element-type OctEvidence): of the trust, in the assessment's cycle. */
void oct_lens_answer_row_count_evidence (OctLensAnswerRow *self, const GPtrArray *evidence);
/* (transfer none) (nullable): the page of its element. */
const char *oct_lens_answer_row_get_location (OctLensAnswerRow *self);

G_END_DECLS
