/* Which plans, objectives and reviews a picture of progress is of.
 *
 * Plans in work are shown; where a school has none, those that are complete or stopped, since a
 * picture of the past is better than none. Templates never are, and drafts only once they have been
 * reviewed.
 */
#include "oct-plan-pictures-private.h"

#include <glib/gi18n.h>

#include "oct-plan-query.h"
#include "oct-terms.h"

/* As many columns as a strip can show without losing its words. */
#define MOST_COLUMNS 9

static void
column_free (gpointer data)
{
  OctProgressColumn *column = data;

  g_free (column->name);
  g_free (column->review_id);
  g_free (column);
}

/**
 * oct_progress_get_owner:
 * @subject: what is shown
 * @plan: a plan
 *
 * Returns: whose plan it is
 */
const char *
oct_progress_get_owner (const OctProgressSubject *subject, const OctPlan *plan)
{
  const OctOwnSchool *school = NULL;

  if (plan->scope == OCT_SCOPE_TRUST)
    return _("Whole trust");
  if (plan->school_id != NULL)
    school = oct_assessment_find_school (subject->assessment, plan->school_id);

  return school != NULL ? school->name : plan->title;
}

static gboolean
is_reviewed (const OctProgressSubject *subject, const OctPlan *plan)
{
  GPtrArray *reviews = oct_plan_book_get_children (subject->book, &oct_review_kind,
                                                   plan->record.id);

  for (guint i = 0; i < reviews->len; i++)
    {
      if (oct_review_get_state (subject->book, g_ptr_array_index (reviews, i))
          != OCT_REVIEW_NOT_RECORDED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
plan_is_of (const OctProgressSubject *subject, const OctPlan *plan)
{
  if (subject->plan_id != NULL)
    return g_str_equal (plan->record.id, subject->plan_id);
  if (plan->template || (plan->status == OCT_PLAN_DRAFT && !is_reviewed (subject, plan)))
    return FALSE;

  return subject->school_id == NULL
         || (plan->scope == OCT_SCOPE_SCHOOL
             && g_strcmp0 (plan->school_id, subject->school_id) == 0);
}

/* The newest year of those that aren't in work, for owners that have no other. */
static gboolean
is_shown (GPtrArray *all, const OctPlan *plan)
{
  if (oct_plan_status_is_open (plan->status))
    return TRUE;
  for (guint i = 0; i < all->len; i++)
    {
      const OctPlan *other = g_ptr_array_index (all, i);

      if (other != plan && other->scope == plan->scope
          && g_strcmp0 (other->school_id, plan->school_id) == 0
          && (oct_plan_status_is_open (other->status) || other->ends > plan->ends))
        return FALSE;
    }
  return TRUE;
}

static gint
compare_plans (gconstpointer a, gconstpointer b, gpointer data)
{
  const OctPlan *one = *(const OctPlan *const *) a, *other = *(const OctPlan *const *) b;
  int order;

  if (one->scope != other->scope
      && (one->scope == OCT_SCOPE_TRUST || other->scope == OCT_SCOPE_TRUST))
    return one->scope == OCT_SCOPE_TRUST ? -1 : 1;
  order = g_utf8_collate (oct_progress_get_owner (data, one), oct_progress_get_owner (data, other));
  if (order != 0)
    return order;
  return one->starts != other->starts ? (one->starts < other->starts ? -1 : 1)
                                      : g_strcmp0 (one->rank, other->rank);
}

/**
 * oct_progress_get_plans:
 * @subject: what is shown
 *
 * Returns: (transfer container) (element-type OctPlan): its plans, borrowed from the book
 */
GPtrArray *
oct_progress_get_plans (const OctProgressSubject *subject)
{
  GPtrArray *every = oct_plan_book_get_all (subject->book, &oct_plan_kind);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *plans = g_ptr_array_new ();

  for (guint i = 0; i < every->len; i++)
    {
      if (plan_is_of (subject, g_ptr_array_index (every, i)))
        g_ptr_array_add (all, g_ptr_array_index (every, i));
    }
  for (guint i = 0; i < all->len; i++)
    {
      if (subject->plan_id != NULL || is_shown (all, g_ptr_array_index (all, i)))
        g_ptr_array_add (plans, g_ptr_array_index (all, i));
    }
  g_ptr_array_sort_with_data (plans, compare_plans, (gpointer) subject);

  return plans;
}

/**
 * oct_progress_get_objectives:
 * @subject: what is shown
 *
 * Returns: (transfer container) (element-type OctObjective): what stands in its plans, borrowed
 */
GPtrArray *
oct_progress_get_objectives (const OctProgressSubject *subject)
{
  g_autoptr (GPtrArray) plans = oct_progress_get_plans (subject);
  GPtrArray *objectives = g_ptr_array_new ();

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      GPtrArray *children = oct_plan_book_get_children (subject->book, &oct_objective_kind,
                                                        plan->record.id);

      for (guint j = 0; j < children->len; j++)
        {
          if (oct_objective_is_standing (g_ptr_array_index (children, j)))
            g_ptr_array_add (objectives, g_ptr_array_index (children, j));
        }
    }
  return objectives;
}

static gint
compare_reviews (gconstpointer a, gconstpointer b)
{
  const OctReview *one = *(const OctReview *const *) a, *other = *(const OctReview *const *) b;

  if (one->on != other->on)
    return one->on < other->on ? -1 : 1;
  return (one->number > other->number) - (one->number < other->number);
}

/* Reviews with something recorded, in time. */
static GPtrArray *
get_reviews (const OctProgressSubject *subject, GPtrArray *plans)
{
  GPtrArray *reviews = g_ptr_array_new ();

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      GPtrArray *children = oct_plan_book_get_children (subject->book, &oct_review_kind,
                                                        plan->record.id);

      for (guint j = 0; j < children->len; j++)
        {
          const OctReview *review = g_ptr_array_index (children, j);

          if (review->on > 0
              && oct_review_get_state (subject->book, review) != OCT_REVIEW_NOT_RECORDED)
            g_ptr_array_add (reviews, (gpointer) review);
        }
    }
  g_ptr_array_sort (reviews, compare_reviews);

  return reviews;
}

/* "14 Nov 2025" */
static char *
day_to_label (OctDate day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0,
                                                    0);

  /* Translators: a short day, as for g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _("%-d %b %Y")) : g_strdup ("");
}

static void
add_term (GPtrArray *columns, OctDate day)
{
  g_autoptr (GPtrArray) terms = NULL;
  OctProgressColumn *last = columns->len > 0 ? g_ptr_array_index (columns, columns->len - 1) : NULL;
  const OctCycle *term;
  OctProgressColumn *column;

  if (last != NULL && day <= last->ends)
    return;
  terms = oct_terms_around (day);
  term = g_ptr_array_index (terms, 0);
  column = g_new0 (OctProgressColumn, 1);
  column->name = g_strdup (term->name);
  column->starts = term->starts;
  column->ends = term->ends;
  g_ptr_array_add (columns, column);
}

static void
add_review (GPtrArray *columns, const OctReview *review)
{
  OctProgressColumn *column = g_new0 (OctProgressColumn, 1);

  column->name = day_to_label (review->on);
  column->review_id = g_strdup (review->record.id);
  column->starts = column->ends = review->on;
  g_ptr_array_add (columns, column);
}

/**
 * oct_progress_get_columns:
 * @subject: what is shown
 *
 * Reviews of one plan are columns of their own. Those of several plans fall on different days: there
 * a column is a term.
 *
 * Returns: (transfer full) (element-type OctProgressColumn): the latest nine at most
 */
GPtrArray *
oct_progress_get_columns (const OctProgressSubject *subject)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  g_autoptr (GPtrArray) plans = oct_progress_get_plans (subject);
  g_autoptr (GPtrArray) reviews = get_reviews (subject, plans);

  for (guint i = 0; i < reviews->len; i++)
    {
      const OctReview *review = g_ptr_array_index (reviews, i);

      if (plans->len == 1)
        add_review (columns, review);
      else
        add_term (columns, review->on);
    }
  if (columns->len > MOST_COLUMNS)
    g_ptr_array_remove_range (columns, 0, columns->len - MOST_COLUMNS);

  return columns;
}

/**
 * oct_progress_column_has:
 * @column: a column
 * @review: a review
 *
 * Returns: whether the review is the column's, or falls into its term
 */
gboolean
oct_progress_column_has (const OctProgressColumn *column, const OctReview *review)
{
  if (column->review_id != NULL)
    return g_str_equal (column->review_id, review->record.id);

  return review->on >= column->starts && review->on <= column->ends;
}

/**
 * oct_progress_to_mark:
 * @progress: what a review says of an objective
 *
 * Returns: the mark of its rating, or that it was skipped
 */
OctRatingMark
oct_progress_to_mark (const OctProgress *progress)
{
  switch (progress->rating)
    {
    case OCT_RATING_RED:
      return OCT_RATING_MARK_RED;
    case OCT_RATING_AMBER:
      return OCT_RATING_MARK_AMBER;
    case OCT_RATING_GREEN:
      return OCT_RATING_MARK_GREEN;
    case OCT_RATING_NONE:
    default:
      return *progress->skipped != '\0' ? OCT_RATING_MARK_SKIPPED : OCT_RATING_MARK_NONE;
    }
}

/**
 * oct_progress_giver_to_text:
 * @subject: what is shown
 * @support: support
 *
 * Returns: (transfer full): the school, the body outside, or the trust's centre
 */
char *
oct_progress_giver_to_text (const OctProgressSubject *subject, const OctSupport *support)
{
  const OctOwnSchool *school = support->giver_school_id != NULL
                                 ? oct_assessment_find_school (subject->assessment,
                                                               support->giver_school_id)
                                 : NULL;

  if (school != NULL)
    return g_strdup (school->name);
  if (*support->giver_name != '\0')
    return g_strdup (support->giver_name);

  return g_strdup (oct_choice_to_text (oct_givers, support->giver));
}

/**
 * oct_progress_dress:
 * @subject: what is shown
 * @chart: a picture of it
 * @what: what the picture shows
 *
 * Sets what stands below the title and at the foot.
 */
void
oct_progress_dress (const OctProgressSubject *subject, OctChart *chart, const char *what)
{
  const OctPlan *plan = oct_plan_book_find (subject->book, &oct_plan_kind, subject->plan_id);
  const OctOwnSchool *school = subject->school_id != NULL
                                 ? oct_assessment_find_school (subject->assessment,
                                                               subject->school_id)
                                 : NULL;
  const char *whose = plan != NULL     ? oct_progress_get_owner (subject, plan)
                      : school != NULL ? school->name
                                       : oct_assessment_get_trust (subject->assessment)->name;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", what, whose);
  g_autofree char *today = oct_date_to_text (subject->today);
  /* Translators: a day. */
  g_autofree char *source = g_strdup_printf (_("Source: the trust’s own plans, as they were on %s"),
                                             today);

  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, source);
}
