/* What becomes of a row of the timeline that was moved, and the terms that a trust sets. */

#include "oct-plan-timeline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-plan-edits.h"
#include "oct-plan-terms.h"
#include "oct-review-record.h"
#include "oct-rules.h"

static const OctPlan *
plan_of_objective (OctPlanBook *book, const char *objective_id)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind, objective_id);

  return objective != NULL ? oct_objective_get_plan (book, objective) : NULL;
}

/**
 * oct_plan_timeline_plan_of:
 * @book: the book of plans
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): the plan that the row is or is part of
 */
const OctPlan *
oct_plan_timeline_plan_of (OctPlanBook *book, const char *id)
{
  const OctPlan *plan;
  const OctAction *action;
  const OctMilestone *milestone;
  const OctReview *review;

  g_return_val_if_fail (OCT_IS_PLAN_BOOK (book), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (g_str_has_prefix (id, "next/"))
    return oct_plan_book_find (book, &oct_plan_kind, id + strlen ("next/"));
  plan = oct_plan_book_find (book, &oct_plan_kind, id);
  if (plan != NULL)
    return plan;
  action = oct_plan_book_find (book, &oct_action_kind, id);
  if (action != NULL)
    return plan_of_objective (book, action->objective_id);
  milestone = oct_plan_book_find (book, &oct_milestone_kind, id);
  if (milestone != NULL)
    return plan_of_objective (book, milestone->objective_id);
  review = oct_plan_book_find (book, &oct_review_kind, id);
  if (review != NULL)
    return oct_plan_book_find (book, &oct_plan_kind, review->plan_id);
  return plan_of_objective (book, id);
}

/**
 * oct_plan_timeline_location:
 * @book: the book of plans
 * @id: a row's id
 *
 * Returns: (transfer full) (nullable): the location of the review, or of the plan with the row chosen;
 *   %NULL where it is gone
 */
char *
oct_plan_timeline_location (OctPlanBook *book, const char *id)
{
  const OctPlan *plan = oct_plan_timeline_plan_of (book, id);

  if (plan == NULL)
    return NULL;
  if (oct_plan_book_find (book, &oct_review_kind, id) != NULL)
    return g_strdup_printf ("review/%s", id);
  if (g_str_equal (plan->record.id, id) || g_str_has_prefix (id, "next/"))
    return g_strdup_printf ("plan/%s", plan->record.id);
  return g_strdup_printf ("plan/%s?objective=%s", plan->record.id, id);
}

/**
 * oct_plan_timeline_is_due:
 * @book: the book of plans
 * @review: a review
 *
 * Returns: whether it is still to be held: it isn't locked, and nothing is recorded in it
 */
gboolean
oct_plan_timeline_is_due (OctPlanBook *book, const OctReview *review)
{
  return !review->locked && oct_review_get_state (book, review) == OCT_REVIEW_NOT_RECORDED;
}

/* When the next review is stands in the last one, as long as that isn't locked; then the next one is
 * put on its day with nothing recorded in it yet. */
static OctReview *
move_next_review (OctPlanBook *book, const OctPlan *plan, OctDate day, GError **error)
{
  const OctReview *last = oct_plan_get_last_review (book, plan->record.id);
  OctReview *moved;

  if (last == NULL)
    return NULL;
  if (last->on >= day)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE, oct_rule_to_text ("review order"));
      return NULL;
    }
  if (last->locked)
    {
      moved = oct_review_begin (book, plan->record.id, last->reviewer_id, day);
      moved->on = day;
      return moved;
    }
  moved = oct_record_copy (last);
  moved->next_on = day;
  moved->next_none = FALSE;
  return moved;
}

/* A copy of the review with its day; %NULL for what isn't moved. */
static OctReview *
move_review (OctPlanBook *book, const char *id, OctDate day, char **name, GError **error)
{
  const OctReview *review = oct_plan_book_find (book, &oct_review_kind, id);
  OctReview *moved = NULL;

  if (g_str_has_prefix (id, "next/"))
    {
      moved = move_next_review (book, oct_plan_timeline_plan_of (book, id), day, error);
      *name = g_strdup (_("Next review"));
    }
  else if (review != NULL && oct_plan_timeline_is_due (book, review))
    {
      moved = oct_record_copy (review);
      moved->on = day;
      *name = g_strdup (review->title[0] != '\0' ? review->title : _("Next review"));
    }
  return moved;
}

/* A copy with the days, and what it is called; %NULL for what isn't moved. */
static gpointer
move_record (OctPlanBook *book, const char *id, gint32 start, gint32 end, char **name,
             GError **error)
{
  const OctAction *action = oct_plan_book_find (book, &oct_action_kind, id);
  const OctMilestone *milestone = oct_plan_book_find (book, &oct_milestone_kind, id);
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind, id);

  if (action != NULL)
    {
      OctAction *moved = oct_record_copy (action);

      if (action->starts != OCT_DATE_UNKNOWN)
        moved->starts = oct_date_from_julian (start);
      moved->due = oct_date_from_julian (end);
      *name = g_strdup (action->text);
      return moved;
    }
  if (milestone != NULL)
    {
      OctMilestone *moved = oct_record_copy (milestone);

      moved->due = oct_date_from_julian (end);
      *name = g_strdup (milestone->title);
      return moved;
    }
  if (objective != NULL && oct_objective_is_standing (objective))
    {
      OctObjective *moved = oct_record_copy (objective);

      moved->due = oct_date_from_julian (end);
      *name = oct_objective_to_text (objective);
      return moved;
    }
  return move_review (book, id, oct_date_from_julian (end), name, error);
}

/**
 * oct_plan_timeline_move:
 * @book: the book of plans
 * @id: a row's id
 * @start: its first day, Julian; only an action has one of its own
 * @end: its last day, Julian
 * @sentence: (out) (transfer full): what history says of it
 * @error: return location for a #GError: %OCT_ERROR_RULE where its days can't be changed,
 *   %OCT_ERROR_NOT_FOUND where it is gone
 *
 * Returns: (transfer full): the edit, %NULL on error
 */
OctRecordChange *
oct_plan_timeline_move (OctPlanBook *book, const char *id, gint32 start, gint32 end,
                        char **sentence, GError **error)
{
  g_autoptr (OctRecordChange) change = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL, *days = NULL;
  const OctPlan *plan = oct_plan_timeline_plan_of (book, id);
  gpointer moved;

  if (plan == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("This isn't part of a plan any more. Nothing was changed."));
      return NULL;
    }
  if (!oct_plan_check_open (plan, error))
    return NULL;
  moved = move_record (book, id, start, end, &name, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (moved == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Its days can't be changed here. Change them where the plan is reviewed."));
      return NULL;
    }
  change = oct_record_change_new ();
  oct_record_change_put (change, moved);
  days = oct_timeline_days_to_text (((OctRecord *) moved)->kind == &oct_action_kind ? start : 0,
                                    end);
  /* Translators: the name of an action, and the days that it has now. */
  *sentence = g_strdup_printf (_("Moved “%s” to %s"), name, days);
  return g_steal_pointer (&change);
}

/**
 * oct_plan_timeline_terms:
 * @book: the book of plans
 * @year: the calendar year in which the school year begins, 1 to 9998
 * @own: (out) (optional): whether the trust has set them
 *
 * Returns: (transfer full) (element-type OctTermSpan): the terms and holidays, the earliest first
 */
GPtrArray *
oct_plan_timeline_terms (OctPlanBook *book, int year, gboolean *own)
{
  return oct_plan_terms_of_year (book, year, own);
}

/**
 * oct_plan_timeline_set_terms:
 * @book: the book of plans
 * @year: the calendar year in which the school year begins
 * @spans: (nullable) (element-type OctTermSpan): its terms and holidays; %NULL for the usual ones
 *
 * Returns: (transfer full): the edit, which takes away those that were set before
 */
OctRecordChange *
oct_plan_timeline_set_terms (OctPlanBook *book, int year, GPtrArray *spans)
{
  OctRecordChange *change = oct_record_change_new ();
  GPtrArray *all = oct_plan_book_get_all (book, &oct_term_kind);

  for (guint i = 0; i < all->len; i++)
    {
      OctTerm *term = g_ptr_array_index (all, i);

      if (oct_plan_term_year_of (term) == year)
        oct_record_change_delete (change, term);
    }
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const OctTermSpan *span = g_ptr_array_index (spans, i);
      OctTerm *term = oct_record_new (&oct_term_kind);

      oct_replace (&term->name, span->name);
      term->term = span->holiday ? OCT_TERM_HOLIDAY : OCT_TERM_TERM;
      term->starts = span->starts;
      term->ends = span->ends;
      oct_record_change_put (change, term);
    }
  return change;
}
