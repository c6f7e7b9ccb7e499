/* What a board is told first of a plan, and what a good plan has and this one lacks; see
 * oct-plan-query.h.
 */
#include <glib/gi18n.h>

#include "oct-plan-query.h"

static const struct
{
  OctPlanException exception;
  const char *key;
  const char *text;
} exceptions[OCT_N_EXCEPTIONS] = {
  { OCT_EXCEPTION_RED, "red", N_("Red") },
  { OCT_EXCEPTION_WORSENING, "worsening", N_("Worsening") },
  { OCT_EXCEPTION_OVERDUE, "overdue", N_("Overdue") },
  { OCT_EXCEPTION_NO_OWNER, "no_owner", N_("No owner") },
  { OCT_EXCEPTION_NO_NEXT_STEP, "no_next_step", N_("No next step") },
  { OCT_EXCEPTION_NO_REVIEW, "no_review", N_("No review due") },
  { OCT_EXCEPTION_REVIEW_OVERDUE, "review_overdue", N_("Review overdue") },
};

/**
 * oct_exception_to_key:
 * @exception: one exception
 *
 * Returns: (transfer none): how exports name it
 */
const char *
oct_exception_to_key (OctPlanException exception)
{
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    if (exceptions[i].exception == exception)
      return exceptions[i].key;

  return "";
}

/**
 * oct_exception_to_text:
 * @exception: one exception
 *
 * Returns: (transfer none): its name, translated
 */
const char *
oct_exception_to_text (OctPlanException exception)
{
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    if (exceptions[i].exception == exception)
      return _(exceptions[i].text);

  return "";
}

static gboolean
has_overdue (OctPlanBook *book, const OctObjective *objective, OctDate today)
{
  GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind, objective->record.id);
  GPtrArray *milestones = oct_plan_book_get_children (book, &oct_milestone_kind,
                                                      objective->record.id);

  if (oct_objective_is_overdue (objective, today))
    return TRUE;
  for (guint i = 0; i < actions->len; i++)
    if (oct_action_is_overdue (g_ptr_array_index (actions, i), today))
      return TRUE;
  for (guint i = 0; i < milestones->len; i++)
    if (oct_milestone_is_overdue (g_ptr_array_index (milestones, i), today))
      return TRUE;

  return FALSE;
}

/* Something is to be done: a next step was recorded, or an action is open. */
static gboolean
has_next_step (OctPlanBook *book, const OctObjective *objective, const OctStanding *standing)
{
  GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind, objective->record.id);

  if (standing->progress != NULL && *standing->progress->next_step != '\0')
    return TRUE;
  for (guint i = 0; i < actions->len; i++)
    if (oct_action_status_is_open (((OctAction *) g_ptr_array_index (actions, i))->status))
      return TRUE;

  return FALSE;
}

/**
 * oct_objective_find_exceptions:
 * @book: the book of plans
 * @objective: an objective
 * @today: the day
 *
 * Returns: flags of #OctPlanException; none for an objective that was withdrawn, or whose plan nobody
 *   works on: a template, one paused, stopped or complete
 */
guint
oct_objective_find_exceptions (OctPlanBook *book, const OctObjective *objective, OctDate today)
{
  const OctPlan *plan = oct_objective_get_plan (book, objective);
  OctStanding standing;
  guint found = 0;

  if (plan == NULL || plan->template || !oct_plan_status_is_open (plan->status)
      || oct_plan_status_is_still (plan->status) || !oct_objective_is_standing (objective))
    return 0;
  oct_objective_get_standing (book, objective, &standing);
  if (oct_standing_get_rating (&standing) == OCT_RATING_RED)
    found |= OCT_EXCEPTION_RED;
  if (oct_standing_is_worsening (&standing))
    found |= OCT_EXCEPTION_WORSENING;
  if (has_overdue (book, objective, today))
    found |= OCT_EXCEPTION_OVERDUE;
  if (objective->owner_id == NULL)
    found |= OCT_EXCEPTION_NO_OWNER;
  if (oct_standing_get_rating (&standing) != OCT_RATING_GREEN
      && !has_next_step (book, objective, &standing))
    found |= OCT_EXCEPTION_NO_NEXT_STEP;

  return found;
}

/**
 * oct_plan_find_exceptions:
 * @book: the book of plans
 * @plan: a plan
 * @today: the day
 *
 * Returns: flags of #OctPlanException: those of its reviews alone
 */
guint
oct_plan_find_exceptions (OctPlanBook *book, const OctPlan *plan, OctDate today)
{
  gboolean none_needed;
  OctDate next;

  if (plan->template || (plan->status != OCT_PLAN_APPROVED && plan->status != OCT_PLAN_IN_PROGRESS))
    return 0;
  next = oct_plan_get_next_review (book, plan->record.id, &none_needed);
  if (next == OCT_DATE_UNKNOWN)
    return none_needed ? 0 : OCT_EXCEPTION_NO_REVIEW;

  return next < today ? OCT_EXCEPTION_REVIEW_OVERDUE : 0;
}

/* Gaps. */

/**
 * oct_plan_gap_free:
 * @gap: (transfer full): a gap
 */
void
oct_plan_gap_free (OctPlanGap *gap)
{
  g_free (gap->text);
  g_free (gap);
}

static void
add_gap (GPtrArray *gaps, const OctRecord *record, const char *format,
         const OctObjective *objective)
{
  OctPlanGap *gap = g_new0 (OctPlanGap, 1);
  g_autofree char *name = objective != NULL ? oct_objective_to_text (objective) : NULL;

  gap->record = record;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  gap->text = name != NULL ? g_strdup_printf (format, name) : g_strdup (format);
#pragma GCC diagnostic pop
  g_ptr_array_add (gaps, gap);
}

/* What is taught, and how. */
static gboolean
is_about_teaching (const OctObjective *objective)
{
  return objective->lever == OCT_LEVER_CURRICULUM || objective->lever == OCT_LEVER_PEDAGOGY;
}

static gboolean
has_development (GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    if (((OctAction *) g_ptr_array_index (actions, i))->development)
      return TRUE;

  return FALSE;
}

static gboolean
has_evidence (OctPlanBook *book, const OctMilestone *milestone)
{
  return *milestone->expected != '\0'
         || oct_plan_book_get_by (book, &oct_plan_evidence_kind, "milestone_id",
                                  milestone->record.id)
                ->len
              > 0;
}

static void
find_gaps_of (OctPlanBook *book, const OctObjective *objective, GPtrArray *gaps)
{
  const char *id = objective->record.id;
  GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind, id);
  GPtrArray *milestones = oct_plan_book_get_children (book, &oct_milestone_kind, id);
  const OctRecord *record = &objective->record;

  if (objective->owner_id == NULL)
    add_gap (gaps, record, _("Nobody owns “%s”."), objective);
  if (objective->due == OCT_DATE_UNKNOWN)
    add_gap (gaps, record, _("“%s” has no due date."), objective);
  if (oct_plan_book_get_children (book, &oct_criterion_kind, id)->len == 0)
    add_gap (gaps, record, _("“%s” has no success criterion."), objective);
  if (actions->len == 0)
    add_gap (gaps, record, _("“%s” has no action."), objective);
  else if (is_about_teaching (objective) && !has_development (actions))
    add_gap (gaps, record,
             _("“%s” is about teaching, and no professional development is behind it."), objective);
  for (guint i = 0; i < milestones->len; i++)
    {
      const OctMilestone *milestone = g_ptr_array_index (milestones, i);

      if (!has_evidence (book, milestone))
        add_gap (gaps, &milestone->record,
                 _("A milestone of “%s” doesn’t say what evidence will show it."), objective);
    }
}

/**
 * oct_plan_find_gaps:
 * @book: the book of plans
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type OctPlanGap): what it lacks, in the order of its objectives
 */
GPtrArray *
oct_plan_find_gaps (OctPlanBook *book, const OctPlan *plan)
{
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_plan_gap_free);

  if (objectives->len == 0)
    add_gap (gaps, &plan->record, _("The plan has no objective yet."), NULL);
  for (guint i = 0; i < objectives->len; i++)
    if (oct_objective_is_standing (g_ptr_array_index (objectives, i)))
      find_gaps_of (book, g_ptr_array_index (objectives, i), gaps);

  return gaps;
}
