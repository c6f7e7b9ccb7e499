/* Copies of a plan: a template of it, a plan of a template, last year's plan carried forward; see
 * oct-plan-edits.h.
 */
#include <math.h>

#include "oct-plan-edits.h"

typedef struct
{
  OctPlanBook *book;
  const OctPlan *from;
  const OctPlanCopy *copy;
  OctRecordChange *change;
  GHashTable *actions; /* old ids to new ones */
  OctPlan *plan;
  int months;   /* of school that dates move on */
  OctDate last; /* the latest of them */
} Copying;

/* Eleven months of a school year, from September on. */
#define SCHOOL_MONTHS 11

/* A day as many years later as the copy begins; the 28th where there is no 29th. */
static OctDate
move_years (const Copying *copying, OctDate date)
{
  int years = (int) (copying->copy->starts - copying->from->starts);

  if (date == OCT_DATE_UNKNOWN)
    return date;
  if (date % 10000 == 229 && years % 4 != 0)
    date--;

  return date + years * 10000;
}

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* Months of school are counted from the first September: 0, the July after: 10. August counts as the
 * July before it. */
static int
count_months (OctDate date)
{
  int month = (int) (date / 100 % 100);
  int year = oct_date_year (date) - (month < 9 ? 1 : 0);

  return year * SCHOOL_MONTHS + (month >= 9 ? month - 9 : MIN (month + 3, SCHOOL_MONTHS - 1));
}

/* The last day of a month stays the last, so that what is due by the end of one still is. Nothing
 * comes to be in August, and what comes first still does. */
static OctDate
move_months (OctDate date, int months)
{
  int year = oct_date_year (date);
  int month = (int) (date / 100 % 100);
  int day = (int) (date % 100);
  gboolean last = month == 8 || day == days_in_month (year, month);
  int at = count_months (date) + months;

  year = at / SCHOOL_MONTHS;
  month = at % SCHOOL_MONTHS + 9;
  if (month > 12)
    {
      month -= 12;
      year++;
    }
  day = last ? days_in_month (year, month) : MIN (day, days_in_month (year, month));

  return oct_date_new (year, month, day);
}

static OctDate
move_date (Copying *copying, OctDate date)
{
  OctDate moved = move_years (copying, date);

  if (moved == OCT_DATE_UNKNOWN || copying->months == 0)
    return moved;
  moved = move_months (moved, copying->months);
  copying->last = MAX (copying->last, moved);

  return moved;
}

static OctDate
end_of_month (OctDate date)
{
  int year = oct_date_year (date);
  int month = (int) (date / 100 % 100);

  return oct_date_new (year, month, days_in_month (year, month));
}

/* Whether work begins on a day that dates have to follow. A plan of a year that is over is written down
 * as it was. */
static gboolean
has_beginning (const Copying *copying)
{
  OctDate begins = copying->copy->begins;

  return begins != OCT_DATE_UNKNOWN && !copying->copy->carry
         && begins < oct_date_new ((int) copying->copy->starts + 1, 9, 1);
}

/* The month in which work begins: the next one from the middle of a month on, since what is due at its
 * end could hardly be done. */
static int
count_beginning (const Copying *copying)
{
  OctDate begins = copying->copy->begins;

  return count_months (begins) + (begins % 100 > 15 || begins / 100 % 100 == 8 ? 1 : 0);
}

static int
find_months (const Copying *copying)
{
  int september = (int) copying->copy->starts * SCHOOL_MONTHS;

  return has_beginning (copying) ? MAX (count_beginning (copying) - september, 0) : 0;
}

/* What is due. A plan may have had something to do before its first September: that is due at the end
 * of the month in which work begins, rather than overdue on the first day. */
static OctDate
move_due (Copying *copying, OctDate due)
{
  OctDate moved = move_date (copying, due);
  OctDate begins = copying->copy->begins;

  if (moved == OCT_DATE_UNKNOWN || !has_beginning (copying) || moved >= begins)
    return moved;

  return move_months (end_of_month (begins), count_beginning (copying) - count_months (begins));
}

/* As it is, with another id and another parent. */
static gpointer
copy_record (Copying *copying, gpointer record, const char *parent_id)
{
  OctRecord *copy = oct_record_copy (record);

  g_clear_pointer (&copy->id, g_free);
  oct_record_change_put (copying->change, copy);
  oct_record_set_text (copy, oct_record_kind_find_field (copy->kind, copy->kind->parent),
                       parent_id);

  return copy;
}

static void
copy_criteria (Copying *copying, const char *from_id, const char *to_id)
{
  GPtrArray *criteria = oct_plan_book_get_children (copying->book, &oct_criterion_kind, from_id);

  for (guint i = 0; i < criteria->len; i++)
    {
      OctCriterion *old = g_ptr_array_index (criteria, i);
      OctCriterion *criterion = copy_record (copying, old, to_id);
      GPtrArray *actuals = oct_plan_book_get_children (copying->book, &oct_actual_kind,
                                                       old->record.id);

      criterion->target_on = move_due (copying, criterion->target_on);
      if (copying->copy->carry && actuals->len > 0)
        {
          const OctActual *last = g_ptr_array_index (actuals, actuals->len - 1);

          criterion->baseline = last->value;
          criterion->baseline_on = last->on;
        }
      else if (!copying->copy->carry)
        {
          criterion->baseline = NAN;
          criterion->baseline_on = OCT_DATE_UNKNOWN;
        }
    }
}

static void
copy_actions (Copying *copying, const char *from_id, const char *to_id)
{
  GPtrArray *actions = oct_plan_book_get_children (copying->book, &oct_action_kind, from_id);

  for (guint i = 0; i < actions->len; i++)
    {
      OctAction *old = g_ptr_array_index (actions, i);
      OctAction *action;

      if (copying->copy->carry && !oct_action_status_is_open (old->status))
        continue;
      action = copy_record (copying, old, to_id);
      g_hash_table_insert (copying->actions, old->record.id, action->record.id);
      action->starts = move_date (copying, action->starts);
      action->due = move_due (copying, action->due);
      action->baseline_starts = OCT_DATE_UNKNOWN;
      action->baseline_due = OCT_DATE_UNKNOWN;
      if (copying->copy->carry)
        continue;
      action->status = OCT_ACTION_NOT_STARTED;
      oct_replace (&action->owner_id, NULL);
      oct_replace (&action->note, "");
    }
}

static void
copy_milestones (Copying *copying, const char *from_id, const char *to_id)
{
  GPtrArray *milestones = oct_plan_book_get_children (copying->book, &oct_milestone_kind, from_id);

  for (guint i = 0; i < milestones->len; i++)
    {
      OctMilestone *old = g_ptr_array_index (milestones, i);
      OctMilestone *milestone;

      if (copying->copy->carry && old->status == OCT_MILESTONE_MET)
        continue;
      milestone = copy_record (copying, old, to_id);
      milestone->due = move_due (copying, milestone->due);
      milestone->baseline_due = OCT_DATE_UNKNOWN;
      milestone->status = OCT_MILESTONE_NOT_DUE;
      milestone->met_on = OCT_DATE_UNKNOWN;
      oct_replace (&milestone->term, "");
    }
}

static void
copy_objective (Copying *copying, OctObjective *old)
{
  OctObjective *objective = copy_record (copying, old, copying->plan->record.id);

  objective->due = move_due (copying, objective->due);
  objective->baseline_due = OCT_DATE_UNKNOWN;
  objective->withdrawn_on = OCT_DATE_UNKNOWN;
  oct_replace (&objective->withdrawn_why, "");
  /* Whom it belongs to, and what it serves, is decided anew for another school. */
  if (!copying->copy->carry)
    {
      oct_replace (&objective->owner_id, NULL);
      oct_replace (&objective->parent_id, NULL);
    }
  copy_criteria (copying, old->record.id, objective->record.id);
  copy_actions (copying, old->record.id, objective->record.id);
  copy_milestones (copying, old->record.id, objective->record.id);
}

/* Only where both actions were copied. */
static void
copy_dependencies (Copying *copying)
{
  GPtrArray *all = oct_plan_book_get_all (copying->book, &oct_dependency_kind);

  for (guint i = 0; i < all->len; i++)
    {
      const OctDependency *old = g_ptr_array_index (all, i);
      const char *action_id = g_hash_table_lookup (copying->actions, old->action_id);
      const char *after_id = g_hash_table_lookup (copying->actions, old->after_id);
      OctDependency *dependency;

      if (action_id == NULL || after_id == NULL)
        continue;
      dependency = oct_record_change_put (copying->change, oct_record_new (&oct_dependency_kind));
      oct_replace (&dependency->action_id, action_id);
      oct_replace (&dependency->after_id, after_id);
    }
}

static void
copy_plan (Copying *copying)
{
  const OctPlanCopy *copy = copying->copy;
  OctPlan *plan = oct_record_copy (copying->from);

  g_clear_pointer (&plan->record.id, g_free);
  copying->plan = oct_record_change_put (copying->change, plan);
  oct_replace (&plan->title, copy->title);
  oct_replace (&plan->school_id, copy->school_id);
  plan->scope = copy->scope;
  plan->ends = copy->starts + (plan->ends - plan->starts);
  plan->starts = copy->starts;
  plan->status = OCT_PLAN_DRAFT;
  plan->approved_on = OCT_DATE_UNKNOWN;
  oct_replace (&plan->approved_by, NULL);
  plan->baseline_on = OCT_DATE_UNKNOWN;
  plan->template = copy->template;
  /* A plan that carries another one on belongs under it. */
  oct_replace (&plan->parent_id, copy->carry ? copying->from->record.id : NULL);
}

/**
 * oct_plan_edit_copy:
 * @book: the book of plans
 * @plan: a plan or a template
 * @copy: what the copy is to be
 *
 * Copies a plan with its objectives, success criteria, actions and milestones; not its reviews. In a
 * copy that isn't carried forward nobody owns anything yet, and there are no baselines.
 *
 * Returns: (transfer full): the change; its first put is the new plan
 */
OctRecordChange *
oct_plan_edit_copy (OctPlanBook *book, const OctPlan *plan, const OctPlanCopy *copy)
{
  Copying copying = { .book = book, .from = plan, .copy = copy };
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
  g_autoptr (GHashTable) actions = g_hash_table_new (g_str_hash, g_str_equal);

  copying.change = oct_record_change_new ();
  copying.actions = actions;
  copying.months = find_months (&copying);
  copy_plan (&copying);
  for (guint i = 0; i < objectives->len; i++)
    if (oct_objective_is_standing (g_ptr_array_index (objectives, i)))
      copy_objective (&copying, g_ptr_array_index (objectives, i));
  copy_dependencies (&copying);
  /* What would be due at the end of its last year may be due in the year after. */
  while (copying.last >= oct_date_new ((int) copying.plan->ends + 1, 9, 1))
    copying.plan->ends++;

  return copying.change;
}
