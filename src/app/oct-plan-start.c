/* How a plan begins; see the header. */

#include "oct-plan-start.h"

#include <glib/gi18n.h>

/**
 * oct_plan_start_free:
 * @start: (transfer full) (nullable): a start
 */
void
oct_plan_start_free (OctPlanStart *start)
{
  if (start == NULL)
    return;
  g_free (start->title);
  g_free (start->detail);
  g_clear_object (&start->book);
  if (start->plan != NULL)
    oct_record_unref (start->plan);
  g_free (start);
}

static OctPlanStart *
start_new (OctPlanStartKind kind, const char *title, char *detail, OctPlanBook *book,
           const OctPlan *plan)
{
  OctPlanStart *start = g_new0 (OctPlanStart, 1);

  start->kind = kind;
  start->title = g_strdup (title);
  start->detail = detail;
  g_set_object (&start->book, book);
  start->plan = plan != NULL ? oct_record_ref ((gpointer) plan) : NULL;

  return start;
}

static char *
count_objectives (OctPlanBook *book, const OctPlan *plan)
{
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);

  return g_strdup_printf (ngettext ("%'u objective", "%'u objectives", objectives->len),
                          objectives->len);
}

/* The latest plan of the same school, or of the trust, that begins in an earlier year. */
static const OctPlan *
find_before (OctPlanBook *book, const char *school_id, gint64 starts)
{
  GPtrArray *plans = oct_plan_book_get_all (book, &oct_plan_kind);
  const OctPlan *found = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);

      if (plan->template || plan->starts >= starts || g_strcmp0 (plan->school_id, school_id) != 0
          || (school_id == NULL && plan->scope != OCT_SCOPE_TRUST))
        continue;
      if (found == NULL || plan->starts > found->starts)
        found = plan;
    }

  return found;
}

static void
add_before (GPtrArray *found, OctPlanBook *book, const char *school_id, gint64 starts)
{
  const OctPlan *plan = find_before (book, school_id, starts);
  /* Translators: %s is the title of a plan. */
  g_autofree char *title = plan != NULL ? g_strdup_printf (_("Carry on “%s”"), plan->title) : NULL;

  if (plan == NULL)
    return;
  g_ptr_array_add (
    found, start_new (OCT_PLAN_START_LAST_YEAR, title,
                      g_strdup (_("Its objectives with what is still open, their owners, and the "
                                  "last figures as baselines. Dates move on by years.")),
                      book, plan));
}

static void
add_own (GPtrArray *found, OctPlanBook *book)
{
  GPtrArray *plans = oct_plan_book_get_all (book, &oct_plan_kind);

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);

      if (plan->template)
        g_ptr_array_add (found, start_new (OCT_PLAN_START_OWN_TEMPLATE, plan->title,
                                           count_objectives (book, plan), book, plan));
    }
}

/**
 * oct_plan_starts_find:
 * @book: the book of plans
 * @shipped: (nullable): the templates that come with the program
 * @school_id: (nullable): the school the plan is for; %NULL for the trust
 * @starts: the calendar year in which it begins
 *
 * Returns: (transfer full) (element-type OctPlanStart): an empty plan, the plan before it where there
 *   is one, the trust's own templates, and those that come with the program
 */
GPtrArray *
oct_plan_starts_find (OctPlanBook *book, OctPlanTemplates *shipped, const char *school_id,
                      gint64 starts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_plan_start_free);

  g_ptr_array_add (found, start_new (OCT_PLAN_START_EMPTY, _("An empty plan"),
                                     g_strdup (_("Write its objectives yourself.")), NULL, NULL));
  add_before (found, book, school_id, starts);
  add_own (found, book);
  for (guint i = 0; shipped != NULL && i < shipped->plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (shipped->plans, i);

      g_ptr_array_add (found, start_new (OCT_PLAN_START_TEMPLATE, plan->title,
                                         g_strdup (g_ptr_array_index (shipped->purposes, i)),
                                         shipped->book, plan));
    }

  return found;
}

static OctRecordChange *
make_empty (const OctNewPlan *plan)
{
  OctRecordChange *change = oct_record_change_new ();
  OctPlan *record = oct_record_change_put (change, oct_record_new (&oct_plan_kind));

  oct_replace (&record->title, plan->title);
  oct_replace (&record->school_id, plan->school_id);
  record->scope = plan->school_id != NULL ? OCT_SCOPE_SCHOOL : OCT_SCOPE_TRUST;
  record->starts = plan->starts;
  record->ends = plan->starts;

  return change;
}

/**
 * oct_plan_start_make:
 * @start: what it begins from
 * @plan: what it is to be
 *
 * Returns: (transfer full): the records of the new plan, which is the first of them
 */
OctRecordChange *
oct_plan_start_make (const OctPlanStart *start, const OctNewPlan *plan)
{
  const OctPlanCopy copy = {
    .title = plan->title,
    .school_id = plan->school_id,
    .scope = plan->school_id != NULL ? OCT_SCOPE_SCHOOL : OCT_SCOPE_TRUST,
    .starts = plan->starts,
    .begins = plan->today,
    .carry = start->kind == OCT_PLAN_START_LAST_YEAR,
  };

  return start->plan != NULL ? oct_plan_edit_copy (start->book, start->plan, &copy)
                             : make_empty (plan);
}

/**
 * oct_plan_start_suggest_title:
 * @start: what a plan begins from
 * @starts: the calendar year in which it begins
 *
 * Returns: (transfer full): a title with its school year: "Attendance 2026/27"
 */
char *
oct_plan_start_suggest_title (const OctPlanStart *start, gint64 starts)
{
  gboolean template = start->kind == OCT_PLAN_START_TEMPLATE
                      || start->kind == OCT_PLAN_START_OWN_TEMPLATE;
  const char *name = template ? start->plan->title : _("Improvement plan");
  const OctPlan years = {
    .starts = starts,
    .ends = starts + (template ? start->plan->ends - start->plan->starts : 0),
  };
  g_autofree char *text = oct_plan_years_to_text (&years);

  return g_strdup_printf ("%s %s", name, text);
}

static char *
make_sentence (OctWorkbench *workbench, const OctPlan *plan)
{
  const OctOwnSchool *school = oct_assessment_find_school (oct_workbench_get_assessment (workbench),
                                                           plan->school_id);

  if (plan->template)
    /* Translators: %s is the title of a template of plans. */
    return g_strdup_printf (_("Kept the template “%s”"), plan->title);
  if (school == NULL)
    /* Translators: %s is the title of a plan. */
    return g_strdup_printf (_("Began the plan “%s” of the trust"), plan->title);

  /* Translators: the title of a plan, then its school. */
  return g_strdup_printf (_("Began the plan “%s” of %s"), plan->title, school->name);
}

/**
 * oct_plan_begin_async:
 * @workbench: keeps the plan
 * @change: (transfer full): its records, the plan first
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Keeps a new plan, or a new template, as one named edit.
 */
void
oct_plan_begin_async (OctWorkbench *workbench, OctRecordChange *change,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  const OctPlan *plan = g_ptr_array_index (change->puts, 0);
  g_autofree char *sentence = make_sentence (workbench, plan);
  g_autofree char *location = g_strconcat ("plan/", plan->record.id, NULL);

  oct_workbench_change_records_async (
    workbench,
    &(OctEditInfo) { .sentence = sentence, .location = location, .subject = plan->school_id },
    change, callback, user_data);
}

/**
 * oct_plan_make_template:
 * @book: the book of plans
 * @plan: a plan
 *
 * Returns: (transfer full): the records of a template of it: nobody owns anything, and there are no
 *   baselines
 */
OctRecordChange *
oct_plan_make_template (OctPlanBook *book, const OctPlan *plan)
{
  const OctPlanCopy copy = {
    .title = plan->title,
    .scope = plan->scope,
    .starts = plan->starts,
    .template = TRUE,
  };

  return oct_plan_edit_copy (book, plan, &copy);
}

/**
 * oct_plan_usual_start:
 * @today: the day
 *
 * Returns: the calendar year in which the school year begins that one plans for on that day: from May
 *   on it is the next
 */
gint64
oct_plan_usual_start (OctDate today)
{
  return today / 100 % 100 >= 5 ? oct_date_year (today) : oct_date_year (today) - 1;
}
