/* Every objective of every plan as it stands on one day, as one value.
 *
 * All plans, its boards and its exceptions show this. It is computed once for a book of plans and a
 * day, and never changes, so that filtering and searching ask no question of the book.
 * (Words to search in are made when they are first needed; it is for the main thread alone.) Rows stand by
 * school, plan and objective; nothing orders them by how well they do.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-query.h"

G_BEGIN_DECLS

/**
 * OctPlanRow:
 * @plan: the plan
 * @objective: (nullable): the objective; %NULL for a plan that has none yet
 * @where: the school's name, the trust's, or those of a cluster
 * @owner: (nullable): who owns the objective, in words; %NULL where nobody does
 * @element: (nullable): the element's short name
 * @standing: how it was last rated
 * @exceptions: flags of #OctPlanException, those of the plan's reviews too
 * @n_overdue: how many of the objective, its actions and milestones are overdue
 * @overdue_since: the earliest of their days; unknown where nothing is
 * @next_step: what is done next: as the last review says, else the open action that is due first; may be ""
 * @next_review: when the plan is reviewed next; unknown where no date is set
 * @words: (nullable): what a search looks in, folded; made when it is first asked for
 */
typedef struct
{
  const OctPlan *plan;
  const OctObjective *objective;
  const char *where;
  const char *owner;
  const char *element;
  OctStanding standing;
  guint exceptions;
  guint n_overdue;
  OctDate overdue_since;
  const char *next_step;
  OctDate next_review;
  gboolean no_review_needed;
  char *words;
} OctPlanRow;

/**
 * OctPlanSummary:
 * @where: as in #OctPlanRow
 * @exceptions: only those of its reviews
 * @n_objectives: that stand
 * @n_rated: of those, how many have each rating, by #OctRating
 * @first_row, @n_rows: its rows in the overview
 *
 * A plan as a whole.
 */
typedef struct
{
  const OctPlan *plan;
  const char *where;
  guint exceptions;
  guint n_objectives;
  guint n_rated[4];
  guint first_row;
  guint n_rows;
  OctDate next_review;
  gboolean no_review_needed;
} OctPlanSummary;

#define OCT_TYPE_PLAN_OVERVIEW (oct_plan_overview_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanOverview, oct_plan_overview, OCT, PLAN_OVERVIEW, GObject)

OctPlanOverview *oct_plan_overview_new (OctPlanBook *book, OctAssessment *assessment,
                                        OctDate today);
OctPlanBook *oct_plan_overview_get_book (OctPlanOverview *self);
OctAssessment *oct_plan_overview_get_assessment (OctPlanOverview *self);
OctDate oct_plan_overview_get_today (OctPlanOverview *self);
/* (transfer none) (element-type OctPlanRow): by school, plan and objective. */
GPtrArray *oct_plan_overview_get_rows (OctPlanOverview *self);
/* (transfer none) (element-type OctPlanSummary): in the same order. */
GPtrArray *oct_plan_overview_get_plans (OctPlanOverview *self);

/* What a search looks in, folded. */
const char *oct_plan_row_get_words (const OctPlanRow *row);
/* Makes the words of @n more rows, so that the first search finds them; whether there are more. */
gboolean oct_plan_overview_prepare_words (OctPlanOverview *self, guint n);
OctRating oct_plan_row_get_rating (const OctPlanRow *row);
/* (transfer full): "1.2 Children read well", or that the plan has no objective yet. */
char *oct_plan_row_to_text (const OctPlanRow *row);

G_END_DECLS
