/* Plans as rows of a timeline; see the header. */

#include "oct-plan-timeline.h"

#include <glib/gi18n.h>

#include "oct-term-calendar.h"

typedef struct
{
  OctTimelineChart *chart;
  OctPlanBook *book;
  OctAssessment *assessment; /* nullable */
  const OctTimelineFilter *filter;
  const OctPlan *plan;
} Filling;

/**
 * oct_date_to_julian:
 * @date: a day
 *
 * Returns: the day as GDate counts them, 0 for one that isn't known
 */
gint32
oct_date_to_julian (OctDate date)
{
  GDate day;

  if (date <= 0 || !g_date_valid_dmy (date % 100, date / 100 % 100, date / 10000))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date % 100, date / 100 % 100, date / 10000);
  return (gint32) g_date_get_julian (&day);
}

/**
 * oct_date_from_julian:
 * @day: a day as GDate counts them
 *
 * Returns: the day, unknown where @day is 0 or less
 */
OctDate
oct_date_from_julian (gint32 day)
{
  GDate date;

  if (day <= 0)
    return OCT_DATE_UNKNOWN;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return oct_date_new (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static const char *
owner_name (const Filling *filling, const char *person_id)
{
  const OctPerson *person = filling->assessment != NULL && person_id != NULL
                              ? oct_assessment_find_person (filling->assessment, person_id)
                              : NULL;

  return person != NULL ? oct_person_to_text (person) : NULL;
}

static void
add_row (const Filling *filling, OctTimelineRow *row)
{
  row->fixed |= oct_plan_status_is_still (filling->plan->status);
  oct_timeline_chart_add_row (filling->chart, row);
}

static gboolean
is_shown (const Filling *filling, OctTimelineState state)
{
  return !filling->filter->overdue || state == OCT_TIMELINE_OVERDUE;
}

/* --- actions, milestones, reviews --- */

static OctTimelineState
action_state (const OctAction *action, OctDate today)
{
  if (oct_action_is_overdue (action, today))
    return OCT_TIMELINE_OVERDUE;
  switch (action->status)
    {
    case OCT_ACTION_IN_PROGRESS:
      return OCT_TIMELINE_IN_PROGRESS;
    case OCT_ACTION_COMPLETE:
      return OCT_TIMELINE_COMPLETE;
    case OCT_ACTION_CANNOT_PROGRESS:
    case OCT_ACTION_CANNOT_START:
    case OCT_ACTION_NOT_REQUIRED:
      return OCT_TIMELINE_STOPPED;
    case OCT_ACTION_NOT_STARTED:
    default:
      return OCT_TIMELINE_NOT_STARTED;
    }
}

static OctTimelineState
milestone_state (const OctMilestone *milestone, OctDate today)
{
  switch (milestone->status)
    {
    case OCT_MILESTONE_MET:
      return OCT_TIMELINE_COMPLETE;
    case OCT_MILESTONE_PARTLY_MET:
      return OCT_TIMELINE_IN_PROGRESS;
    case OCT_MILESTONE_MISSED:
      return OCT_TIMELINE_OVERDUE;
    case OCT_MILESTONE_NOT_DUE:
    default:
      return oct_milestone_is_overdue (milestone, today) ? OCT_TIMELINE_OVERDUE
                                                         : OCT_TIMELINE_NOT_STARTED;
    }
}

static void
add_action (const Filling *filling, const OctAction *action)
{
  OctTimelineRow row = { .id = action->record.id,
                         .level = 2,
                         .text = action->text,
                         .owner = owner_name (filling, action->owner_id),
                         .state = action_state (action, filling->filter->today),
                         .start = oct_date_to_julian (action->starts),
                         .end = oct_date_to_julian (action->due),
                         .baseline_start = oct_date_to_julian (action->baseline_starts),
                         .baseline_end = oct_date_to_julian (action->baseline_due),
                         .progress = -1 };

  if (is_shown (filling, row.state))
    add_row (filling, &row);
}

static void
add_milestone (const Filling *filling, const OctMilestone *milestone)
{
  OctTimelineRow row = { .id = milestone->record.id,
                         .level = 2,
                         .text = milestone->title,
                         .kind = OCT_TIMELINE_MILESTONE,
                         .state = milestone_state (milestone, filling->filter->today),
                         .end = oct_date_to_julian (milestone->due),
                         .baseline_end = oct_date_to_julian (milestone->baseline_due),
                         .progress = -1 };

  if (is_shown (filling, row.state))
    add_row (filling, &row);
}

static OctTimelineState
review_state (const Filling *filling, const OctReview *review)
{
  switch (oct_review_get_state (filling->book, review))
    {
    case OCT_REVIEW_RECORDED:
      return OCT_TIMELINE_COMPLETE;
    case OCT_REVIEW_PARTLY_RECORDED:
      return OCT_TIMELINE_IN_PROGRESS;
    case OCT_REVIEW_NOT_RECORDED:
    default:
      return review->on < filling->filter->today ? OCT_TIMELINE_OVERDUE : OCT_TIMELINE_NOT_STARTED;
    }
}

/* The reviews there are, and the one that is due next. One in which something is recorded was held on
 * its day, so that only those that are due are moved here. */
static void
add_reviews (const Filling *filling)
{
  GPtrArray *reviews = oct_plan_book_get_children (filling->book, &oct_review_kind,
                                                   filling->plan->record.id);
  OctDate next = oct_plan_get_next_review (filling->book, filling->plan->record.id, NULL);
  g_autofree char *id = g_strconcat ("next/", filling->plan->record.id, NULL);
  gboolean listed = FALSE;
  OctTimelineRow due = { .id = id, .level = 1, .text = _("Next review"), .progress = -1 };

  for (guint i = 0; i < reviews->len; i++)
    {
      const OctReview *review = g_ptr_array_index (reviews, i);
      OctTimelineRow row = { .id = review->record.id,
                             .level = 1,
                             .text = review->title,
                             .owner = owner_name (filling, review->reviewer_id),
                             .kind = OCT_TIMELINE_REVIEW,
                             .state = review_state (filling, review),
                             .end = oct_date_to_julian (review->on),
                             .progress = -1,
                             .fixed = !oct_plan_timeline_is_due (filling->book, review) };

      listed |= review->on == next;
      if (is_shown (filling, row.state))
        add_row (filling, &row);
    }
  due.kind = OCT_TIMELINE_REVIEW;
  due.end = oct_date_to_julian (next);
  due.state = next < filling->filter->today ? OCT_TIMELINE_OVERDUE : OCT_TIMELINE_NOT_STARTED;
  if (next != OCT_DATE_UNKNOWN && !listed && oct_plan_status_is_open (filling->plan->status)
      && is_shown (filling, due.state))
    add_row (filling, &due);
}

/* --- objectives --- */

typedef struct
{
  guint n; /* actions that are required */
  guint n_complete;
  guint n_begun;
  gint32 first;     /* day of an action, or 0 */
  gboolean overdue; /* anything in it */
} Course;

static void
read_course (const Filling *filling, GPtrArray *actions, GPtrArray *milestones, Course *course)
{
  *course = (Course) { 0 };
  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);
      gint32 start = oct_date_to_julian (action->starts);

      if (start > 0)
        course->first = course->first > 0 ? MIN (course->first, start) : start;
      course->overdue |= oct_action_is_overdue (action, filling->filter->today);
      if (action->status == OCT_ACTION_NOT_REQUIRED)
        continue;
      course->n++;
      course->n_complete += action->status == OCT_ACTION_COMPLETE;
      course->n_begun += action->status == OCT_ACTION_COMPLETE
                         || action->status == OCT_ACTION_IN_PROGRESS;
    }
  for (guint i = 0; i < milestones->len; i++)
    course->overdue |= milestone_state (g_ptr_array_index (milestones, i), filling->filter->today)
                       == OCT_TIMELINE_OVERDUE;
}

static OctTimelineState
objective_state (const Filling *filling, const OctObjective *objective, const Course *course)
{
  if (!oct_objective_is_standing (objective))
    return OCT_TIMELINE_STOPPED;
  if (filling->plan->status == OCT_PLAN_COMPLETE)
    return OCT_TIMELINE_COMPLETE;
  if (oct_objective_is_overdue (objective, filling->filter->today))
    return OCT_TIMELINE_OVERDUE;
  return course->n_begun > 0 ? OCT_TIMELINE_IN_PROGRESS : OCT_TIMELINE_NOT_STARTED;
}

static OctRatingMark
objective_rating (const Filling *filling, const OctObjective *objective)
{
  OctStanding standing;

  oct_objective_get_standing (filling->book, objective, &standing);
  switch (oct_standing_get_rating (&standing))
    {
    case OCT_RATING_RED:
      return OCT_RATING_MARK_RED;
    case OCT_RATING_AMBER:
      return OCT_RATING_MARK_AMBER;
    case OCT_RATING_GREEN:
      return OCT_RATING_MARK_GREEN;
    case OCT_RATING_NONE:
    default:
      return OCT_RATING_MARK_NONE;
    }
}

static void
add_objective (const Filling *filling, const OctObjective *objective)
{
  GPtrArray *actions = oct_plan_book_get_children (filling->book, &oct_action_kind,
                                                   objective->record.id);
  GPtrArray *milestones = oct_plan_book_get_children (filling->book, &oct_milestone_kind,
                                                      objective->record.id);
  g_autofree char *text = g_strchug (
    g_strdup_printf ("%s %s", objective->reference, objective->statement));
  OctTimelineRow row = { .id = objective->record.id, .level = 1, .text = text, .end_only = TRUE };
  Course course;

  read_course (filling, actions, milestones, &course);
  row.state = objective_state (filling, objective, &course);
  if (filling->filter->overdue && row.state != OCT_TIMELINE_OVERDUE && !course.overdue)
    return;
  row.owner = owner_name (filling, objective->owner_id);
  row.rating = objective_rating (filling, objective);
  row.progress = course.n > 0 ? course.n_complete / (double) course.n : -1;
  row.end = oct_date_to_julian (objective->due);
  row.baseline_end = oct_date_to_julian (objective->baseline_due);
  row.start = course.first > 0
                ? course.first
                : oct_date_to_julian (oct_date_new ((int) filling->plan->starts, 9, 1));
  row.fixed = !oct_objective_is_standing (objective);
  g_strdelimit (text, "\n\t", ' ');
  add_row (filling, &row);
  for (guint i = 0; i < actions->len; i++)
    add_action (filling, g_ptr_array_index (actions, i));
  for (guint i = 0; i < milestones->len; i++)
    add_milestone (filling, g_ptr_array_index (milestones, i));
}

/* --- plans --- */

static const char *
school_name (OctAssessment *assessment, const OctPlan *plan)
{
  const OctOwnSchool *school = assessment != NULL && plan->school_id != NULL
                                 ? oct_assessment_find_school (assessment, plan->school_id)
                                 : NULL;

  return school != NULL ? school->name : NULL;
}

/**
 * oct_plan_timeline_name:
 * @book: the book of plans
 * @assessment: (nullable): for the names of schools
 * @plan: a plan
 *
 * Returns: (transfer full): its school where that says which plan it is, else with its title
 */
char *
oct_plan_timeline_name (OctPlanBook *book, OctAssessment *assessment, const OctPlan *plan)
{
  const char *school = school_name (assessment, plan);
  GPtrArray *same;
  guint n = 0;

  if (school == NULL)
    return g_strdup (plan->title);
  same = oct_plan_book_get_by (book, &oct_plan_kind, "school_id", plan->school_id);
  for (guint i = 0; i < same->len; i++)
    n += !((const OctPlan *) g_ptr_array_index (same, i))->template;
  /* Translators: a school's name, and the title of one of its plans. */
  return n > 1 ? g_strdup_printf (_("%s: %s"), school, plan->title) : g_strdup (school);
}

static int
compare_plans (gconstpointer first, gconstpointer second, gpointer data)
{
  const OctPlan *a = *(const OctPlan *const *) first, *b = *(const OctPlan *const *) second;
  const char *left = school_name (data, a), *right = school_name (data, b);
  int order = left == NULL || right == NULL ? (left != NULL) - (right != NULL)
                                            : g_utf8_collate (left, right);

  if (order != 0)
    return order;
  return a->starts != b->starts ? (a->starts > b->starts) - (a->starts < b->starts)
                                : g_strcmp0 (a->rank, b->rank);
}

/**
 * oct_plan_timeline_list:
 * @book: the book of plans
 * @assessment: (nullable): for the names of schools
 *
 * Returns: (transfer container) (element-type OctPlan): the plans, no templates: those that are of no
 *   school, then those of schools by the school's name
 */
GPtrArray *
oct_plan_timeline_list (OctPlanBook *book, OctAssessment *assessment)
{
  GPtrArray *all = oct_plan_book_get_all (book, &oct_plan_kind), *plans = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      if (!((const OctPlan *) g_ptr_array_index (all, i))->template)
        g_ptr_array_add (plans, g_ptr_array_index (all, i));
    }
  g_ptr_array_sort_with_data (plans, compare_plans, assessment);
  return plans;
}

static gboolean
has_overdue (const Filling *filling, GPtrArray *objectives)
{
  OctDate next = oct_plan_get_next_review (filling->book, filling->plan->record.id, NULL);

  if (next != OCT_DATE_UNKNOWN && next < filling->filter->today
      && oct_plan_status_is_open (filling->plan->status))
    return TRUE;
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      Course course;

      read_course (
        filling, oct_plan_book_get_children (filling->book, &oct_action_kind, objective->record.id),
        oct_plan_book_get_children (filling->book, &oct_milestone_kind, objective->record.id),
        &course);
      if (course.overdue || objective_state (filling, objective, &course) == OCT_TIMELINE_OVERDUE)
        return TRUE;
    }
  return FALSE;
}

static void
add_plan (Filling *filling, const OctPlan *plan)
{
  g_autofree char *name = oct_plan_timeline_name (filling->book, filling->assessment, plan);
  GPtrArray *objectives = oct_plan_book_get_children (filling->book, &oct_objective_kind,
                                                      plan->record.id);
  OctTimelineRow row = { .id = plan->record.id, .text = name, .progress = -1, .fixed = TRUE };

  filling->plan = plan;
  if (filling->filter->overdue && !has_overdue (filling, objectives))
    return;
  add_row (filling, &row);
  add_reviews (filling);
  for (guint i = 0; i < objectives->len; i++)
    add_objective (filling, g_ptr_array_index (objectives, i));
}

static void
add_spans (const Filling *filling)
{
  gint32 start, end;
  int first, last;

  if (!oct_timeline_chart_get_extent (filling->chart, &start, &end))
    start = end = oct_date_to_julian (filling->filter->today);
  /* A year on both sides, since one can scroll beyond what is planned. */
  first = oct_term_calendar_year_of (oct_date_from_julian (start)) - 1;
  last = oct_term_calendar_year_of (oct_date_from_julian (end)) + 1;
  for (int year = MAX (first, 1); year <= MIN (last, first + 40); year++)
    {
      g_autoptr (GPtrArray) spans = oct_plan_timeline_terms (filling->book, year, NULL);

      for (guint i = 0; i < spans->len; i++)
        {
          const OctTermSpan *span = g_ptr_array_index (spans, i);

          oct_timeline_chart_add_span (filling->chart, span->name,
                                       oct_date_to_julian (span->starts),
                                       oct_date_to_julian (span->ends), span->holiday);
        }
    }
}

/**
 * oct_plan_timeline_fill:
 * @chart: a timeline
 * @book: the book of plans
 * @assessment: (nullable): for the names of schools and of owners
 * @filter: what is shown
 *
 * Fills the timeline: each plan with its reviews, objectives, actions and milestones, and the terms.
 */
void
oct_plan_timeline_fill (OctTimelineChart *chart, OctPlanBook *book, OctAssessment *assessment,
                        const OctTimelineFilter *filter)
{
  Filling filling = { chart, book, assessment, filter, NULL };
  g_autoptr (GPtrArray) plans = NULL;
  GPtrArray *dependencies;

  g_return_if_fail (OCT_IS_TIMELINE_CHART (chart));
  g_return_if_fail (OCT_IS_PLAN_BOOK (book));
  g_return_if_fail (filter != NULL);

  oct_timeline_chart_clear (chart);
  oct_timeline_chart_set_partial (chart, filter->overdue);
  plans = oct_plan_timeline_list (book, assessment);
  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);

      if ((filter->plan_id == NULL || g_str_equal (filter->plan_id, plan->record.id))
          && (filter->school_id == NULL || g_strcmp0 (filter->school_id, plan->school_id) == 0))
        add_plan (&filling, plan);
    }
  dependencies = oct_plan_book_get_all (book, &oct_dependency_kind);
  for (guint i = 0; i < dependencies->len; i++)
    {
      const OctDependency *dependency = g_ptr_array_index (dependencies, i);

      oct_timeline_chart_add_dependency (chart, dependency->action_id, dependency->after_id);
    }
  add_spans (&filling);
  oct_timeline_chart_set_today (chart, oct_date_to_julian (filter->today));
}

/**
 * oct_plan_timeline_dress:
 * @chart: a timeline
 * @assessment: (nullable): of the trust whose plans they are
 * @today: the day
 *
 * Says under the title what the picture shows, and at its foot where it is from.
 */
void
oct_plan_timeline_dress (OctTimelineChart *chart, OctAssessment *assessment, OctDate today)
{
  g_autofree char *day = oct_date_to_text (today), *source = NULL;

  if (assessment != NULL)
    /* Translators: a trust's name, and a day. */
    source = g_strdup_printf (_("Source: improvement plans of %s, %s"),
                              oct_assessment_get_trust (assessment)->name, day);
  oct_chart_set_subtitle (OCT_CHART (chart), _("Objectives, actions, milestones and reviews"));
  oct_chart_set_source (OCT_CHART (chart), source);
}

/* So many rows are still a picture. */
#define MOST_ROWS 120

/**
 * oct_plan_picture_timeline:
 * @subject: what it is of
 *
 * Returns: (transfer full): the timeline; where it would have too many rows, actions are folded into
 *   their objectives, and then objectives into their plans
 */
OctChart *
oct_plan_picture_timeline (const OctProgressSubject *subject)
{
  OctTimelineChart *chart = oct_timeline_chart_new ();
  const OctTimelineFilter filter = { .plan_id = subject->plan_id,
                                     .school_id = subject->school_id,
                                     .today = subject->today };

  oct_plan_timeline_fill (chart, subject->book, subject->assessment, &filter);
  for (int level = 1; level >= 0 && oct_timeline_chart_get_n_lines (chart) > MOST_ROWS; level--)
    oct_timeline_chart_set_all_open (chart, (guint) level, FALSE);
  oct_plan_timeline_dress (chart, subject->assessment, subject->today);
  return OCT_CHART (chart);
}
