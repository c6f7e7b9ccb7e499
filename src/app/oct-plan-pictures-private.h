/* What the files of the pictures of progress share: which plans and objectives, which reviews. */
#pragma once

#include "oct-plan-pictures.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

/**
 * OctProgressColumn:
 * @review_id: (nullable): the one review it stands for; %NULL for all of its days
 *
 * A column of ratings: a review, or a term.
 */
typedef struct
{
  char *name;
  char *review_id;
  OctDate starts;
  OctDate ends;
} OctProgressColumn;

/* (transfer full) (element-type OctPlan): plans in work of the subject, those of the trust first and
 * then by the names of schools. */
GPtrArray *oct_progress_get_plans (const OctProgressSubject *subject);
/* (transfer full) (element-type OctObjective): those that stand, of those plans. */
GPtrArray *oct_progress_get_objectives (const OctProgressSubject *subject);
/* (transfer full) (element-type OctProgressColumn): the latest ones, in time. */
GPtrArray *oct_progress_get_columns (const OctProgressSubject *subject);
/* Whether a review is of the column. */
gboolean oct_progress_column_has (const OctProgressColumn *column, const OctReview *review);
/* The school's name, or what a plan of the trust or a cluster is called. */
const char *oct_progress_get_owner (const OctProgressSubject *subject, const OctPlan *plan);
/* "Reading in every lesson" of a school, with what it is a picture of. */
void oct_progress_dress (const OctProgressSubject *subject, OctChart *chart, const char *what);
/* (transfer full): who gives support. */
char *oct_progress_giver_to_text (const OctProgressSubject *subject, const OctSupport *support);
OctRatingMark oct_progress_to_mark (const OctProgress *progress);

G_END_DECLS
