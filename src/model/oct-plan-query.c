/* Questions to the book of plans; see the header. */

#include "oct-plan-query.h"

#include <glib/gi18n.h>
#include <math.h>

static int
compare_progress (gconstpointer first, gconstpointer second, gpointer data)
{
  const OctProgress *a = *(const OctProgress *const *) first;
  const OctProgress *b = *(const OctProgress *const *) second;
  const OctReview *left = oct_plan_book_find (data, &oct_review_kind, a->review_id);
  const OctReview *right = oct_plan_book_find (data, &oct_review_kind, b->review_id);

  if (left->on != right->on)
    return left->on < right->on ? -1 : 1;

  return (left->number > right->number) - (left->number < right->number);
}

/**
 * oct_objective_get_course:
 * @book: the book of plans
 * @objective: an objective
 *
 * Returns: (transfer container) (element-type OctProgress): its recorded progress, the oldest first,
 *   those passed over too
 */
GPtrArray *
oct_objective_get_course (OctPlanBook *book, const OctObjective *objective)
{
  GPtrArray *all = oct_plan_book_get_by (book, &oct_progress_kind, "objective_id",
                                         objective->record.id);
  GPtrArray *course = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      OctProgress *progress = g_ptr_array_index (all, i);

      if (progress->final
          && oct_plan_book_find (book, &oct_review_kind, progress->review_id) != NULL)
        g_ptr_array_add (course, progress);
    }
  g_ptr_array_sort_with_data (course, compare_progress, book);

  return course;
}

static const OctReview *
review_of (OctPlanBook *book, const OctProgress *progress)
{
  return oct_plan_book_find (book, &oct_review_kind, progress->review_id);
}

/**
 * oct_objective_get_standing:
 * @book: the book of plans
 * @objective: an objective
 * @standing: (out): where it stands, borrowed from @book
 *
 * A review that passed over the objective says nothing about where it stands.
 */
void
oct_objective_get_standing (OctPlanBook *book, const OctObjective *objective, OctStanding *standing)
{
  g_autoptr (GPtrArray) course = oct_objective_get_course (book, objective);

  *standing = (OctStanding) { 0 };
  for (guint i = course->len; i > 0; i--)
    {
      const OctProgress *progress = g_ptr_array_index (course, i - 1);

      if (progress->rating == OCT_RATING_NONE)
        continue;
      if (standing->progress == NULL)
        {
          standing->progress = progress;
          standing->review = review_of (book, progress);
          standing->since = standing->review->on;
          continue;
        }
      if (standing->before == NULL)
        {
          standing->before = progress;
          standing->review_before = review_of (book, progress);
        }
      if (progress->rating != standing->progress->rating)
        break;
      standing->since = review_of (book, progress)->on;
    }
}

/**
 * oct_standing_get_rating:
 * @standing: where an objective stands
 *
 * Returns: its rating, or none
 */
OctRating
oct_standing_get_rating (const OctStanding *standing)
{
  return standing->progress != NULL ? standing->progress->rating : OCT_RATING_NONE;
}

/**
 * oct_standing_is_worsening:
 * @standing: where an objective stands
 *
 * Returns: whether its rating fell, or it is said to deteriorate
 */
gboolean
oct_standing_is_worsening (const OctStanding *standing)
{
  if (standing->progress == NULL)
    return FALSE;

  return standing->progress->direction == OCT_DIRECTION_DETERIORATING
         || (standing->before != NULL && standing->progress->rating < standing->before->rating);
}

/**
 * oct_objective_get_first_red:
 * @book: the book of plans
 * @objective: an objective
 *
 * Returns: the day of the first review that rated it red; unknown where none did
 */
OctDate
oct_objective_get_first_red (OctPlanBook *book, const OctObjective *objective)
{
  g_autoptr (GPtrArray) course = oct_objective_get_course (book, objective);

  for (guint i = 0; i < course->len; i++)
    {
      const OctProgress *progress = g_ptr_array_index (course, i);

      if (progress->rating == OCT_RATING_RED)
        return review_of (book, progress)->on;
    }

  return OCT_DATE_UNKNOWN;
}

/**
 * oct_objective_is_standing:
 * @objective: an objective
 *
 * Returns: whether it stands, and wasn't withdrawn
 */
gboolean
oct_objective_is_standing (const OctObjective *objective)
{
  return objective->withdrawn_on == OCT_DATE_UNKNOWN;
}

/**
 * oct_objective_get_plan:
 * @book: the book of plans
 * @objective: an objective
 *
 * Returns: (transfer none) (nullable): its plan
 */
const OctPlan *
oct_objective_get_plan (OctPlanBook *book, const OctObjective *objective)
{
  return oct_plan_book_find (book, &oct_plan_kind, objective->plan_id);
}

#define LONGEST_STATEMENT 60

/**
 * oct_objective_to_text:
 * @objective: an objective
 *
 * Returns: (transfer full): "1.2 Every teacher …", short enough for a sentence
 */
char *
oct_objective_to_text (const OctObjective *objective)
{
  g_autofree char *statement = g_strdup (objective->statement);

  g_strdelimit (statement, "\n\t", ' ');
  if (g_utf8_strlen (statement, -1) > LONGEST_STATEMENT)
    {
      g_autofree char *start = g_utf8_substring (statement, 0, LONGEST_STATEMENT - 1);

      g_free (statement);
      statement = g_strconcat (g_strchomp (start), "…", NULL);
    }
  if (*objective->reference == '\0')
    return g_steal_pointer (&statement);

  return g_strdup_printf ("%s %s", objective->reference, statement);
}

/**
 * oct_action_is_overdue:
 * @action: an action
 * @today: the day
 *
 * Returns: whether it should be done by now, and isn't
 */
gboolean
oct_action_is_overdue (const OctAction *action, OctDate today)
{
  return oct_action_status_is_open (action->status) && action->due != OCT_DATE_UNKNOWN
         && action->due < today;
}

/**
 * oct_milestone_is_overdue:
 * @milestone: a milestone
 * @today: the day
 *
 * Returns: whether its day is past and nobody has said what became of it
 */
gboolean
oct_milestone_is_overdue (const OctMilestone *milestone, OctDate today)
{
  return milestone->status == OCT_MILESTONE_NOT_DUE && milestone->due != OCT_DATE_UNKNOWN
         && milestone->due < today;
}

/**
 * oct_objective_is_overdue:
 * @objective: an objective
 * @today: the day
 *
 * Returns: whether its own day is past while it stands
 */
gboolean
oct_objective_is_overdue (const OctObjective *objective, OctDate today)
{
  return oct_objective_is_standing (objective) && objective->due != OCT_DATE_UNKNOWN
         && objective->due < today;
}

/**
 * oct_plan_get_last_review:
 * @book: the book of plans
 * @plan_id: a plan
 *
 * Returns: (transfer none) (nullable): the last of its reviews
 */
const OctReview *
oct_plan_get_last_review (OctPlanBook *book, const char *plan_id)
{
  GPtrArray *reviews = oct_plan_book_get_children (book, &oct_review_kind, plan_id);

  return reviews->len > 0 ? g_ptr_array_index (reviews, reviews->len - 1) : NULL;
}

/**
 * oct_review_get_state:
 * @book: the book of plans
 * @review: a review
 *
 * Returns: whether nothing, a part or all of the plan's objectives are rated or passed over in it
 */
OctReviewState
oct_review_get_state (OctPlanBook *book, const OctReview *review)
{
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, review->plan_id);
  GPtrArray *progress = oct_plan_book_get_children (book, &oct_progress_kind, review->record.id);
  guint n_recorded = 0;
  guint n_standing = 0;

  for (guint i = 0; i < objectives->len; i++)
    n_standing += oct_objective_is_standing (g_ptr_array_index (objectives, i));
  for (guint i = 0; i < progress->len; i++)
    n_recorded += ((const OctProgress *) g_ptr_array_index (progress, i))->final;
  if (review->locked || (n_standing > 0 && n_recorded >= n_standing))
    return OCT_REVIEW_RECORDED;

  return progress->len > 0 ? OCT_REVIEW_PARTLY_RECORDED : OCT_REVIEW_NOT_RECORDED;
}

/**
 * oct_plan_get_next_review:
 * @book: the book of plans
 * @plan_id: a plan
 * @none_needed: (out) (optional): whether the last review said that none is needed
 *
 * Returns: when the next review is due; unknown where nobody said. A review that isn't recorded yet
 *   is itself the next one
 */
OctDate
oct_plan_get_next_review (OctPlanBook *book, const char *plan_id, gboolean *none_needed)
{
  const OctReview *last = oct_plan_get_last_review (book, plan_id);

  if (none_needed != NULL)
    *none_needed = last != NULL && last->next_none;
  if (last == NULL)
    return OCT_DATE_UNKNOWN;
  if (oct_review_get_state (book, last) == OCT_REVIEW_NOT_RECORDED)
    return last->on;

  return last->next_on;
}

/**
 * oct_criterion_read_actual:
 * @book: the book of plans
 * @criterion: a success criterion
 * @schools: (element-type OctOwnSchool): the schools its plan is for
 * @reading: (out): what it has come to
 *
 * One that names a figure of the register is read from the facts of the schools as they were last
 * accepted: pupils and places are added up; the share of pupils eligible for free school meals is
 * weighted by pupils. A school that doesn't state what is needed makes the figure none. Others are
 * what was typed in last.
 */
void
oct_criterion_read_actual (OctPlanBook *book, const OctCriterion *criterion, GPtrArray *schools,
                           OctReading *reading)
{
  GPtrArray *actuals;
  double pupils = 0;
  double capacity = 0;
  double fsm = 0;

  *reading = (OctReading) { .value = NAN };
  if (*criterion->figure == '\0')
    {
      actuals = oct_plan_book_get_children (book, &oct_actual_kind, criterion->record.id);
      if (actuals->len == 0)
        return;
      reading->value = ((OctActual *) g_ptr_array_index (actuals, actuals->len - 1))->value;
      reading->on = ((OctActual *) g_ptr_array_index (actuals, actuals->len - 1))->on;
      return;
    }
  reading->from_data = TRUE;
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      pupils += school->pupils >= 0 ? school->pupils : NAN;
      capacity += school->capacity > 0 ? school->capacity : NAN;
      fsm += school->fsm_tenths >= 0 ? school->fsm_tenths / 10.0 * school->pupils : NAN;
      reading->on = MAX (reading->on, school->as_at);
    }
  if (schools->len == 0)
    return;
  if (g_str_equal (criterion->figure, "pupils"))
    reading->value = pupils;
  else if (g_str_equal (criterion->figure, "capacity_used"))
    reading->value = round (1000 * pupils / capacity) / 10;
  else if (g_str_equal (criterion->figure, "fsm") && pupils > 0)
    reading->value = round (10 * fsm / pupils) / 10;
}

/**
 * oct_plan_pick_schools:
 * @plan: a plan
 * @schools: (element-type OctOwnSchool): schools of the trust
 *
 * Returns: (transfer container) (element-type OctOwnSchool): those the plan is for: one, some, or of
 *   a plan of the trust all
 */
GPtrArray *
oct_plan_pick_schools (const OctPlan *plan, GPtrArray *schools)
{
  GPtrArray *picked = g_ptr_array_new ();
  g_auto (GStrv) ids = g_strsplit (plan->schools, " ", -1);

  for (guint i = 0; i < schools->len; i++)
    {
      OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (plan->scope == OCT_SCOPE_TRUST || g_strcmp0 (plan->school_id, school->id) == 0
          || (plan->scope == OCT_SCOPE_CLUSTER
              && g_strv_contains ((const char *const *) ids, school->id)))
        g_ptr_array_add (picked, school);
    }

  return picked;
}

/**
 * oct_objective_get_support:
 * @book: the book of plans
 * @objective_id: an objective
 *
 * Returns: (transfer container) (element-type OctSupport): the support for it, the earliest first
 */
GPtrArray *
oct_objective_get_support (OctPlanBook *book, const char *objective_id)
{
  GPtrArray *support = oct_plan_book_get_by (book, &oct_support_kind, "objective_id", objective_id);

  return g_ptr_array_copy (support, NULL, NULL);
}
