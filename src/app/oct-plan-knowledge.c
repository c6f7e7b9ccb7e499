/* From a plan to what the trust knows; see the header. Nothing is made up: what the plan doesn't say
 * stays empty, for whoever writes the practice or the support.
 */

#include "oct-plan-knowledge.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-error.h"
#include "oct-plan-names.h"

/* --- success --- */

static gboolean
is_reached (const OctPlanReader *reader, const OctCriterion *criterion)
{
  OctReading reading;

  oct_criterion_read_actual (reader->book, criterion, reader->schools, &reading);
  if (isnan (reading.value))
    return FALSE;

  return criterion->better == OCT_BETTER_HIGHER ? reading.value >= criterion->target
                                                : reading.value <= criterion->target;
}

/**
 * oct_objective_has_succeeded:
 * @reader: the plans, and the schools that the objective's plan is for
 * @objective: an objective
 *
 * Returns: whether it was rated green last and has targets, each of which is reached
 */
gboolean
oct_objective_has_succeeded (const OctPlanReader *reader, const OctObjective *objective)
{
  GPtrArray *criteria = oct_plan_book_get_children (reader->book, &oct_criterion_kind,
                                                    objective->record.id);
  guint n_targets = 0;
  OctStanding standing;

  oct_objective_get_standing (reader->book, objective, &standing);
  if (oct_standing_get_rating (&standing) != OCT_RATING_GREEN)
    return FALSE;
  for (guint i = 0; i < criteria->len; i++)
    {
      const OctCriterion *criterion = g_ptr_array_index (criteria, i);

      if (isnan (criterion->target))
        continue;
      if (!is_reached (reader, criterion))
        return FALSE;
      n_targets++;
    }

  return n_targets > 0;
}

/* --- support --- */

/**
 * oct_objective_begin_support:
 * @book: the book of plans
 * @objective: an objective
 *
 * Returns: (transfer full): support for it, to be completed: the need is known since the review that
 *   gave it the rating it has, where that is red or amber
 */
OctSupport *
oct_objective_begin_support (OctPlanBook *book, const OctObjective *objective)
{
  const OctPlan *plan = oct_objective_get_plan (book, objective);
  OctSupport *support = oct_record_new (&oct_support_kind);
  OctStanding standing;
  OctRating rating;

  oct_objective_get_standing (book, objective, &standing);
  rating = oct_standing_get_rating (&standing);
  oct_replace (&support->school_id, plan != NULL ? plan->school_id : NULL);
  oct_replace (&support->objective_id, objective->record.id);
  if (rating == OCT_RATING_RED || rating == OCT_RATING_AMBER)
    support->needed_on = standing.since;

  return support;
}

/* --- practices --- */

/* (transfer full): what was done, a line for each action that was not dropped. */
static char *
dup_done (OctPlanBook *book, const OctObjective *objective)
{
  GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind, objective->record.id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);

      if (action->status == OCT_ACTION_COMPLETE || action->status == OCT_ACTION_IN_PROGRESS)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", action->text);
    }

  return g_string_free (text, FALSE);
}

/**
 * oct_objective_begin_practice:
 * @reader: the plans
 * @objective: an objective
 * @place: the school, or what else the plan is of
 *
 * Returns: (transfer full): a practice, to be written on
 */
OctPractice *
oct_objective_begin_practice (const OctPlanReader *reader, const OctObjective *objective,
                              const char *place)
{
  OctPractice *practice = oct_record_new (&oct_practice_kind);
  g_autofree char *done = dup_done (reader->book, objective);
  /* Translators: %s is a school. */
  g_autofree char *whom = g_strdup_printf (_("First done at %s."), place);

  oct_replace (&practice->title, objective->statement);
  oct_replace (&practice->element, objective->element);
  oct_replace (&practice->what, done);
  oct_replace (&practice->whom, whom);
  oct_replace (&practice->contact_id, objective->owner_id);
  oct_replace (&practice->from_objective_id, objective->record.id);

  return practice;
}

/* (transfer full): what came of it, as the success criteria say. */
static char *
dup_outcome (const OctPlanReader *reader, const OctObjective *objective)
{
  GPtrArray *criteria = oct_plan_book_get_children (reader->book, &oct_criterion_kind,
                                                    objective->record.id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      const OctCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *course = oct_plan_words_course (reader, criterion);

      if (*course != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", criterion->measure,
                                course);
    }

  return g_string_free (text, FALSE);
}

/* (nullable) (transfer full): that the school of the plan uses it; for a school's plan only. */
static OctPracticeUse *
make_use (OctWorkbench *self, const OctPlan *plan, const OctObjective *objective,
          const char *practice_id)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  g_autoptr (GPtrArray) schools = NULL;
  OctPracticeUse *use;
  OctPlanReader reader = { .book = oct_workbench_get_plans (self), .today = oct_date_today () };

  if (plan == NULL || plan->school_id == NULL)
    return NULL;
  schools = oct_plan_pick_schools (plan, oct_assessment_get_schools (assessment));
  reader.schools = schools;
  reader.people = oct_assessment_get_people (assessment);
  use = oct_record_new (&oct_practice_use_kind);
  oct_replace (&use->practice_id, practice_id);
  oct_replace (&use->school_id, plan->school_id);
  oct_replace (&use->objective_id, objective->record.id);
  use->phase = objective->phase != OCT_PHASE_OF_CHANGE_NONE ? objective->phase
                                                            : OCT_PHASE_OF_CHANGE_DELIVER;
  g_free (use->outcome);
  use->outcome = dup_outcome (&reader, objective);

  return use;
}

/**
 * oct_workbench_propose_practice_async:
 * @self: a workbench whose plans are read
 * @practice: (transfer full): a new practice that names the objective it comes from
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Keeps the practice and its first use.
 */
void
oct_workbench_propose_practice_async (OctWorkbench *self, gpointer practice,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  OctPractice *put = practice;
  OctPlanBook *book = oct_workbench_get_plans (self);
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      put->from_objective_id);
  const OctPlan *plan = objective != NULL ? oct_objective_get_plan (book, objective) : NULL;
  OctRecordChange *change;
  OctPracticeUse *use;
  g_autofree char *place = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *location = NULL;
  GError *error = NULL;

  put->version = 1;
  put->versioned_on = oct_date_today ();
  if (plan == NULL)
    g_set_error (&error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                 _("The objective that it comes from is no longer there. Nothing was kept."));
  if (error != NULL || !oct_record_check (put, &error))
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

      oct_record_unref (put);
      g_task_return_error (task, error);
      return;
    }
  change = oct_record_change_new ();
  put = oct_record_change_put (change, put);
  use = make_use (self, plan, objective, put->record.id);
  if (use != NULL)
    oct_record_change_put (change, use);
  place = oct_plan_dup_subject (oct_workbench_get_assessment (self), plan);
  /* Translators: the title of a practice, and the school whose plan it comes from. */
  sentence = g_strdup_printf (_("Proposed the practice “%s” from the plan of %s"), put->title,
                              place);
  location = g_strdup_printf ("practice/%s", put->record.id);

  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = plan->school_id };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/**
 * oct_objective_get_practices:
 * @book: the book of plans
 * @objective_id: an objective
 *
 * Returns: (transfer container) (element-type OctPractice): those that came of it
 */
GPtrArray *
oct_objective_get_practices (OctPlanBook *book, const char *objective_id)
{
  GPtrArray *mine = oct_plan_book_get_by (book, &oct_practice_kind, "from_objective_id",
                                          objective_id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < mine->len; i++)
    g_ptr_array_add (found, g_ptr_array_index (mine, i));

  return found;
}
