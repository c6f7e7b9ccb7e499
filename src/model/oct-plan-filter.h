/* Which of the objectives in an overview are shown, and in what order. */
#pragma once

#include "oct-plan-overview.h"

G_BEGIN_DECLS

/* Statuses to choose from beside those of #OctPlanStatus. */
#define OCT_PLAN_FILTER_CURRENT -1 /* neither complete nor stopped */
#define OCT_PLAN_FILTER_ANY -2

/* What stands for the trust among schools, and for nobody among owners. */
#define OCT_PLAN_FILTER_TRUST "trust"
#define OCT_PLAN_FILTER_NOBODY "nobody"

/**
 * OctPlanFilter:
 * @words: (nullable): what is searched for, folded; all words must be there
 * @status: an #OctPlanStatus, %OCT_PLAN_FILTER_CURRENT or %OCT_PLAN_FILTER_ANY
 * @school_id: (nullable): a school, or %OCT_PLAN_FILTER_TRUST
 * @element: (nullable): an element's key
 * @area: (nullable): an area as objectives keep it
 * @owner_id: (nullable): a person, or %OCT_PLAN_FILTER_NOBODY
 * @rating: an #OctRating, or -1 for any
 * @exceptions: flags of #OctPlanException, of which one must hold; 0 for no matter
 */
typedef struct
{
  char *words;
  int status;
  char *school_id;
  char *element;
  char *area;
  char *owner_id;
  int rating;
  guint exceptions;
} OctPlanFilter;

OctPlanFilter *oct_plan_filter_new (void);
void oct_plan_filter_free (OctPlanFilter *filter);
/* How many of its conditions are other than usual, the search apart. */
guint oct_plan_filter_count (const OctPlanFilter *filter);
gboolean oct_plan_filter_matches (const OctPlanFilter *filter, const OctPlanRow *row);
/* Whether the plan itself may be shown: its status and its school. */
gboolean oct_plan_filter_matches_plan (const OctPlanFilter *filter, const OctPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanFilter, oct_plan_filter_free)

G_END_DECLS
