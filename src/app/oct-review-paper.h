/* A review as a paper: what was said of each objective, and what comes next. */
#pragma once

#include "oct-assessment.h"
#include "oct-paper.h"
#include "oct-review-record.h"

G_BEGIN_DECLS

/* (transfer full) (element-type OctPaperLine) */
GPtrArray *oct_review_to_paper (OctAssessment *assessment, OctPlanBook *book,
                                const OctReview *review);
/* "■ Red · Deteriorating", by shape and word; "Passed over". (transfer full) */
char *oct_progress_dup_rating (const OctProgress *progress);

G_END_DECLS
