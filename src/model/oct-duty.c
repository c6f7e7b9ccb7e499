/* What waits for a person; see the header. */

#include "oct-duty.h"

#include <glib/gi18n.h>

#include "oct-recheck.h"
#include "oct-review-record.h"

/**
 * Search:
 * What is collected, for whom.
 */
typedef struct
{
  OctPlanBook *book;
  const char *person_id;
  OctDate today;
  OctDate until;
  GPtrArray *duties;
} Search;

static void
duty_free (OctDuty *duty)
{
  g_free (duty->text);
  g_free (duty->location);
  g_free (duty);
}

static OctDate
add_days (OctDate day, guint days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));
  g_date_add_days (&date, days);

  return oct_date_new (g_date_get_year (&date), (int) g_date_get_month (&date),
                       g_date_get_day (&date));
}

static gboolean
is_near (const Search *search, OctDate due)
{
  return due != OCT_DATE_UNKNOWN && due <= search->until;
}

static OctDuty *
add (Search *search, OctDutyKind kind, gconstpointer record, const char *text,
     const char *school_id, OctDate due, char *location)
{
  OctDuty *duty = g_new0 (OctDuty, 1);

  duty->kind = kind;
  duty->record = record;
  duty->text = g_strdup (text);
  duty->school_id = school_id;
  duty->due = due;
  duty->location = location;
  g_ptr_array_add (search->duties, duty);

  return duty;
}

static char *
locate (const OctObjective *objective)
{
  return g_strdup_printf ("plan/%s?objective=%s", objective->plan_id, objective->record.id);
}

static gboolean
is_mine (const Search *search, const char *person_id)
{
  return g_strcmp0 (search->person_id, person_id) == 0;
}

static void
search_objective (Search *search, const OctPlan *plan, const OctObjective *objective)
{
  GPtrArray *actions = oct_plan_book_get_children (search->book, &oct_action_kind,
                                                   objective->record.id);
  GPtrArray *milestones = oct_plan_book_get_children (search->book, &oct_milestone_kind,
                                                      objective->record.id);

  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);
      gboolean waits = action->due == OCT_DATE_UNKNOWN && action->status == OCT_ACTION_IN_PROGRESS;

      if (is_mine (search, action->owner_id) && oct_action_status_is_open (action->status)
          && (is_near (search, action->due) || waits))
        add (search, OCT_DUTY_ACTION, action, action->text, plan->school_id, action->due,
             locate (objective));
    }
  if (!is_mine (search, objective->owner_id))
    return;
  for (guint i = 0; i < milestones->len; i++)
    {
      const OctMilestone *milestone = g_ptr_array_index (milestones, i);

      if (milestone->status == OCT_MILESTONE_NOT_DUE && is_near (search, milestone->due))
        add (search, OCT_DUTY_MILESTONE, milestone, milestone->title, plan->school_id,
             milestone->due, locate (objective));
    }
  if (is_near (search, objective->due))
    add (search, OCT_DUTY_OBJECTIVE, objective, objective->statement, plan->school_id,
         objective->due, locate (objective));
}

/* One that was begun waits for whoever holds it; the next is due on its day. */
static void
search_reviews (Search *search, const OctPlan *plan)
{
  const OctReview *last = oct_plan_get_last_review (search->book, plan->record.id);
  OctDate next = oct_plan_get_next_review (search->book, plan->record.id, NULL);

  if (last == NULL || !is_mine (search, last->reviewer_id))
    return;
  if (!last->locked && oct_review_get_state (search->book, last) == OCT_REVIEW_PARTLY_RECORDED)
    add (search, OCT_DUTY_REVIEW, last, plan->title, plan->school_id, last->on,
         g_strdup_printf ("review/%s", last->record.id));
  else if (is_near (search, next))
    add (search, OCT_DUTY_REVIEW, plan, plan->title, plan->school_id, next,
         g_strdup_printf ("review?plan=%s", plan->record.id));
}

static void
search_plans (Search *search)
{
  GPtrArray *plans = oct_plan_book_get_all (search->book, &oct_plan_kind);

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      GPtrArray *objectives = oct_plan_book_get_children (search->book, &oct_objective_kind,
                                                          plan->record.id);

      if (plan->template || !oct_plan_status_is_open (plan->status)
          || oct_plan_status_is_still (plan->status))
        continue;
      search_reviews (search, plan);
      for (guint j = 0; j < objectives->len; j++)
        if (oct_objective_is_standing (g_ptr_array_index (objectives, j)))
          search_objective (search, plan, g_ptr_array_index (objectives, j));
    }
}

/* The next visit that the last one to a school named, unless there was one since. */
static void
search_visits (Search *search)
{
  GPtrArray *visits = oct_plan_book_get_all (search->book, &oct_visit_kind);

  for (guint i = 0; i < visits->len; i++)
    {
      const OctVisit *visit = g_ptr_array_index (visits, i);
      GPtrArray *all = oct_plan_book_get_children (search->book, &oct_visit_kind, visit->school_id);

      if (visit == g_ptr_array_index (all, all->len - 1) && is_mine (search, visit->visitor_id)
          && is_near (search, visit->next_on))
        add (search, OCT_DUTY_VISIT, visit, visit->next_focus, visit->school_id, visit->next_on,
             g_strdup_printf ("visits?brief=%s", visit->school_id));
    }
}

static void
search_concerns (Search *search)
{
  GPtrArray *concerns = oct_plan_book_get_all (search->book, &oct_concern_kind);

  for (guint i = 0; i < concerns->len; i++)
    {
      const OctConcern *concern = g_ptr_array_index (concerns, i);

      if (concern->resolved_on == OCT_DATE_UNKNOWN && is_mine (search, concern->raised_by)
          && (is_near (search, concern->next_on) || concern->next_on == OCT_DATE_UNKNOWN))
        add (search, OCT_DUTY_CONCERN, concern, concern->summary, concern->school_id,
             concern->next_on, g_strdup ("concerns"));
    }
}

/* Support has no owner of its own: whoever owns its objective looks, or anybody where there is none. */
static gboolean
is_my_support (const Search *search, const OctSupport *support)
{
  const OctObjective *objective = oct_plan_book_find (search->book, &oct_objective_kind,
                                                      support->objective_id);

  return objective == NULL || objective->owner_id == NULL || is_mine (search, objective->owner_id);
}

static void
search_support (Search *search)
{
  GPtrArray *all = oct_plan_book_get_all (search->book, &oct_support_kind);

  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      GPtrArray *rechecks = oct_plan_book_get_by (search->book, &oct_recheck_kind, "support_id",
                                                  support->record.id);

      if (!is_my_support (search, support))
        continue;
      if (oct_support_wants_rechecks (search->book, support, search->today))
        add (search, OCT_DUTY_SUPPORT_ENDED, support, support->support, support->school_id,
             OCT_DATE_UNKNOWN, g_strdup ("support"));
      for (guint j = 0; j < rechecks->len; j++)
        {
          const OctRecheck *recheck = g_ptr_array_index (rechecks, j);

          if (recheck->done_on == OCT_DATE_UNKNOWN && is_near (search, recheck->due))
            add (search, OCT_DUTY_RECHECK, recheck, support->support, support->school_id,
                 recheck->due, g_strdup ("support"));
        }
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const OctDuty *one = *(const OctDuty *const *) a;
  const OctDuty *other = *(const OctDuty *const *) b;
  OctDate first = one->due != OCT_DATE_UNKNOWN ? one->due : G_MAXINT32;
  OctDate second = other->due != OCT_DATE_UNKNOWN ? other->due : G_MAXINT32;

  if (first != second)
    return first < second ? -1 : 1;
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;

  return g_utf8_collate (one->text, other->text);
}

/**
 * oct_duties_collect:
 * @book: the book of plans
 * @person_id: (nullable): a person
 * @today: the day it is
 *
 * Returns: (transfer full) (element-type OctDuty): what waits for that person, by date
 */
GPtrArray *
oct_duties_collect (OctPlanBook *book, const char *person_id, OctDate today)
{
  Search search = { .book = book,
                    .person_id = person_id,
                    .today = today,
                    .until = add_days (today, OCT_DUTY_DAYS),
                    .duties = g_ptr_array_new_with_free_func ((GDestroyNotify) duty_free) };

  if (person_id == NULL)
    return search.duties;
  search_plans (&search);
  search_visits (&search);
  search_concerns (&search);
  search_support (&search);
  g_ptr_array_sort (search.duties, compare);

  return search.duties;
}

OctDue
oct_duty_get_due (const OctDuty *duty, OctDate today)
{
  if (duty->due == OCT_DATE_UNKNOWN)
    return OCT_DUE_WAITING;

  return duty->due < today ? OCT_DUE_OVERDUE : OCT_DUE_SOON;
}

const char *
oct_duty_kind_to_text (OctDutyKind kind)
{
  switch (kind)
    {
    case OCT_DUTY_ACTION:
      return _("Action");
    case OCT_DUTY_MILESTONE:
      return _("Milestone");
    case OCT_DUTY_OBJECTIVE:
      return _("Objective");
    case OCT_DUTY_REVIEW:
      return _("Review");
    case OCT_DUTY_VISIT:
      return _("Visit");
    case OCT_DUTY_CONCERN:
      return _("Concern to look at");
    case OCT_DUTY_RECHECK:
      return _("Did it last?");
    case OCT_DUTY_SUPPORT_ENDED:
      return _("Support has ended");
    }

  return "";
}
