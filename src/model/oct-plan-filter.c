/* Which of the objectives in an overview are shown; see the header. */

#include "oct-plan-filter.h"

#include <string.h>

/**
 * oct_plan_filter_new:
 *
 * Returns: (transfer full): the usual filter: the plans that are worked on
 */
OctPlanFilter *
oct_plan_filter_new (void)
{
  OctPlanFilter *filter = g_new0 (OctPlanFilter, 1);

  filter->status = OCT_PLAN_FILTER_CURRENT;
  filter->rating = -1;

  return filter;
}

/**
 * oct_plan_filter_free:
 * @filter: (transfer full) (nullable): a filter
 */
void
oct_plan_filter_free (OctPlanFilter *filter)
{
  if (filter == NULL)
    return;
  g_free (filter->words);
  g_free (filter->school_id);
  g_free (filter->element);
  g_free (filter->area);
  g_free (filter->owner_id);
  g_free (filter);
}

/**
 * oct_plan_filter_count:
 * @filter: a filter
 *
 * Returns: how many conditions somebody chose
 */
guint
oct_plan_filter_count (const OctPlanFilter *filter)
{
  return (filter->status != OCT_PLAN_FILTER_CURRENT) + (filter->school_id != NULL)
         + (filter->element != NULL) + (filter->area != NULL) + (filter->owner_id != NULL)
         + (filter->rating >= 0) + (filter->exceptions != 0);
}

/* Each word, wherever it stands. */
static gboolean
has_words (const char *text, const char *words)
{
  const char *word = words;

  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");

      g_autofree char *one = g_strndup (word, length);

      if (strstr (text, one) == NULL)
        return FALSE;
      word += length;
      word += strspn (word, " ");
    }

  return TRUE;
}

static gboolean
matches_status (const OctPlanFilter *filter, OctPlanStatus status)
{
  if (filter->status == OCT_PLAN_FILTER_ANY)
    return TRUE;
  if (filter->status == OCT_PLAN_FILTER_CURRENT)
    return status != OCT_PLAN_COMPLETE && status != OCT_PLAN_STOPPED;

  return filter->status == (int) status;
}

static gboolean
matches_school (const OctPlanFilter *filter, const OctPlan *plan)
{
  if (filter->school_id == NULL)
    return TRUE;
  if (g_str_equal (filter->school_id, OCT_PLAN_FILTER_TRUST))
    return plan->scope == OCT_SCOPE_TRUST;

  return g_strcmp0 (plan->school_id, filter->school_id) == 0
         || (plan->scope == OCT_SCOPE_CLUSTER && strstr (plan->schools, filter->school_id) != NULL);
}

/**
 * oct_plan_filter_matches_plan:
 * @filter: a filter
 * @plan: a plan
 *
 * Returns: whether plans of its status and school are shown
 */
gboolean
oct_plan_filter_matches_plan (const OctPlanFilter *filter, const OctPlan *plan)
{
  return matches_status (filter, plan->status) && matches_school (filter, plan);
}

static gboolean
matches_owner (const OctPlanFilter *filter, const OctObjective *objective)
{
  if (filter->owner_id == NULL)
    return TRUE;
  if (g_str_equal (filter->owner_id, OCT_PLAN_FILTER_NOBODY))
    return objective->owner_id == NULL;

  return g_strcmp0 (objective->owner_id, filter->owner_id) == 0;
}

/* Conditions that only an objective can meet. */
static gboolean
matches_objective (const OctPlanFilter *filter, const OctPlanRow *row)
{
  const OctObjective *objective = row->objective;

  if (objective == NULL)
    return filter->element == NULL && filter->area == NULL && filter->owner_id == NULL
           && filter->rating < 0;
  if (filter->element != NULL && !g_str_equal (filter->element, objective->element))
    return FALSE;
  if (filter->area != NULL && !g_str_equal (filter->area, objective->area))
    return FALSE;

  return matches_owner (filter, objective)
         && (filter->rating < 0 || filter->rating == (int) oct_plan_row_get_rating (row));
}

/**
 * oct_plan_filter_matches:
 * @filter: a filter
 * @row: a row of an overview
 *
 * Returns: whether the row is shown
 */
gboolean
oct_plan_filter_matches (const OctPlanFilter *filter, const OctPlanRow *row)
{
  return oct_plan_filter_matches_plan (filter, row->plan) && matches_objective (filter, row)
         && (filter->exceptions == 0 || (row->exceptions & filter->exceptions) != 0)
         && (filter->words == NULL || has_words (oct_plan_row_get_words (row), filter->words));
}
