/* A review while it is recorded; see the header. */

#include "oct-review-record.h"

#include <glib/gi18n.h>

#include "oct-record-private.h"

/* How long one goes on with a review that is partly recorded. */
#define OPEN_DAYS 14

static OctDate
day_after (OctDate day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));
  g_date_add_days (&date, 1);

  return oct_date_new (g_date_get_year (&date), (int) g_date_get_month (&date),
                       g_date_get_day (&date));
}

/* What this person reviewed as last time. */
static const char *
find_role (OctPlanBook *book, const char *plan_id, const char *reviewer_id)
{
  GPtrArray *reviews = oct_plan_book_get_children (book, &oct_review_kind, plan_id);

  for (guint i = reviews->len; i > 0; i--)
    {
      const OctReview *review = g_ptr_array_index (reviews, i - 1);

      if (g_strcmp0 (review->reviewer_id, reviewer_id) == 0)
        return review->role;
    }

  return "";
}

/**
 * oct_review_begin:
 * @book: the book of plans
 * @plan_id: a plan
 * @reviewer_id: (nullable): who reviews
 * @on: the day
 *
 * Returns: (transfer full): the plan's next review, with an id, numbered on, and never on or before
 *   the day of the review before it
 */
OctReview *
oct_review_begin (OctPlanBook *book, const char *plan_id, const char *reviewer_id, OctDate on)
{
  const OctReview *last = oct_plan_get_last_review (book, plan_id);
  OctReview *review = oct_record_new_with_id (&oct_review_kind);

  oct_replace (&review->plan_id, plan_id);
  review->number = last != NULL ? last->number + 1 : 1;
  review->on = last != NULL && last->on >= on ? day_after (last->on) : on;
  g_free (review->title);
  /* Translators: %d is the number of a review among those of its plan. */
  review->title = g_strdup_printf (_("Review %d"), (int) review->number);
  review->reviewer_id = g_strdup (reviewer_id);
  oct_replace (&review->role, find_role (book, plan_id, reviewer_id));

  return review;
}

/**
 * oct_plan_get_open_review:
 * @book: the book of plans
 * @plan_id: a plan
 * @today: the day it is
 *
 * Returns: (transfer none) (nullable): the last of its reviews where one goes on with it: it isn't
 *   locked, and it was begun in the fortnight before @today or nothing is recorded in it
 */
const OctReview *
oct_plan_get_open_review (OctPlanBook *book, const char *plan_id, OctDate today)
{
  const OctReview *last = oct_plan_get_last_review (book, plan_id);

  if (last == NULL || last->locked)
    return NULL;
  if (oct_review_get_state (book, last) == OCT_REVIEW_NOT_RECORDED)
    return last;

  return oct_date_days_between (last->on, today) <= OPEN_DAYS ? last : NULL;
}

/**
 * oct_review_get_objectives:
 * @book: the book of plans
 * @review: a review
 *
 * Returns: (transfer container) (element-type OctObjective): what it goes through, in their order
 */
GPtrArray *
oct_review_get_objectives (OctPlanBook *book, const OctReview *review)
{
  GPtrArray *all = oct_plan_book_get_children (book, &oct_objective_kind, review->plan_id);
  GPtrArray *objectives = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      OctObjective *objective = g_ptr_array_index (all, i);
      gboolean standing = oct_objective_is_standing (objective) && !review->locked;

      if (standing || oct_review_find_progress (book, review, objective->record.id) != NULL)
        g_ptr_array_add (objectives, objective);
    }

  return objectives;
}

/**
 * oct_review_find_progress:
 * @book: the book of plans
 * @review: a review
 * @objective_id: an objective
 *
 * Returns: (transfer none) (nullable): what the review says of it, draft or recorded
 */
const OctProgress *
oct_review_find_progress (OctPlanBook *book, const OctReview *review, const char *objective_id)
{
  GPtrArray *all = oct_plan_book_get_children (book, &oct_progress_kind, review->record.id);

  for (guint i = 0; i < all->len; i++)
    {
      const OctProgress *progress = g_ptr_array_index (all, i);

      if (g_str_equal (progress->objective_id, objective_id))
        return progress;
    }

  return NULL;
}

static gboolean
is_before (const OctReview *a, const OctReview *b)
{
  return a->on != b->on ? a->on < b->on : a->number < b->number;
}

/**
 * oct_review_find_before:
 * @book: the book of plans
 * @review: a review
 * @objective: an objective
 * @review_before: (out) (optional) (transfer none): the review that it was recorded in
 *
 * Reviews that passed over the objective say nothing about where it stood.
 *
 * Returns: (transfer none) (nullable): the last rating recorded before @review
 */
const OctProgress *
oct_review_find_before (OctPlanBook *book, const OctReview *review, const OctObjective *objective,
                        const OctReview **review_before)
{
  g_autoptr (GPtrArray) course = oct_objective_get_course (book, objective);

  for (guint i = course->len; i > 0; i--)
    {
      const OctProgress *progress = g_ptr_array_index (course, i - 1);
      const OctReview *other = oct_plan_book_find (book, &oct_review_kind, progress->review_id);

      if (progress->rating == OCT_RATING_NONE || !is_before (other, review))
        continue;
      if (review_before != NULL)
        *review_before = other;
      return progress;
    }

  return NULL;
}

/**
 * oct_review_count_recorded:
 * @book: the book of plans
 * @review: a review
 * @of: (out): how many objectives it goes through
 *
 * Returns: how many of them are rated, or passed over with a reason
 */
guint
oct_review_count_recorded (OctPlanBook *book, const OctReview *review, guint *of)
{
  g_autoptr (GPtrArray) objectives = oct_review_get_objectives (book, review);
  guint n = 0;

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctProgress *progress = oct_review_find_progress (book, review, objective->record.id);

      n += progress != NULL && progress->final;
    }
  *of = objectives->len;

  return n;
}

/**
 * oct_progress_find_gap:
 * @progress: a progress
 *
 * Returns: the first thing that it lacks
 */
OctProgressGap
oct_progress_find_gap (const OctProgress *progress)
{
  if (progress->rating == OCT_RATING_NONE)
    return oct_text_is_blank (progress->skipped) ? OCT_PROGRESS_NO_RATING : OCT_PROGRESS_COMPLETE;
  if (oct_text_is_blank (progress->details))
    return OCT_PROGRESS_NO_DETAILS;
  if (progress->rating != OCT_RATING_GREEN && oct_text_is_blank (progress->next_step))
    return OCT_PROGRESS_NO_NEXT_STEP;

  return OCT_PROGRESS_COMPLETE;
}

/**
 * oct_progress_gap_to_text:
 * @gap: what is missing
 *
 * Returns: (transfer none): what to do about it
 */
const char *
oct_progress_gap_to_text (OctProgressGap gap)
{
  switch (gap)
    {
    case OCT_PROGRESS_NO_RATING:
      return _("Choose red, amber or green, or pass over the objective with a reason.");
    case OCT_PROGRESS_NO_DETAILS:
      return _("Say in a few words what the rating rests on.");
    case OCT_PROGRESS_NO_NEXT_STEP:
      return _("Red and amber need a next step: what is done about it, by whom, by when?");
    case OCT_PROGRESS_COMPLETE:
      break;
    }

  return "";
}

/**
 * oct_progress_settle:
 * @progress: a progress that is being changed
 *
 * Makes it recorded where nothing is missing, and a draft where something is. A rating and a reason
 * for passing over exclude each other; the rating wins.
 */
void
oct_progress_settle (OctProgress *progress)
{
  if (progress->rating != OCT_RATING_NONE)
    oct_replace (&progress->skipped, "");
  progress->final = oct_progress_find_gap (progress) == OCT_PROGRESS_COMPLETE;
}

/**
 * oct_progress_to_sentence:
 * @objective: the objective
 * @progress: its progress
 * @subject: the school, or the trust
 *
 * Returns: (transfer full): what history says of it
 */
char *
oct_progress_to_sentence (const OctObjective *objective, const OctProgress *progress,
                          const char *subject)
{
  g_autofree char *what = objective->reference[0] != '\0' ? g_strdup (objective->reference)
                                                          : oct_objective_to_text (objective);

  switch (progress->rating)
    {
    case OCT_RATING_RED:
      /* Translators: an objective, such as "1.2", and a school. */
      return g_strdup_printf (_("Rated objective %s red at %s"), what, subject);
    case OCT_RATING_AMBER:
      return g_strdup_printf (_("Rated objective %s amber at %s"), what, subject);
    case OCT_RATING_GREEN:
      return g_strdup_printf (_("Rated objective %s green at %s"), what, subject);
    case OCT_RATING_NONE:
      break;
    }
  if (oct_text_is_blank (progress->skipped))
    return g_strdup_printf (_("Wrote about objective %s at %s"), what, subject);

  return g_strdup_printf (_("Passed over objective %s at %s"), what, subject);
}
