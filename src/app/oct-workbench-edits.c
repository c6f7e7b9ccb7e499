/* The named edits of the workbench: what each changes, and the sentence history keeps of it. */
#include <glib/gi18n.h>

#include "oct-workbench-private.h"

#include "oct-error.h"
#include "oct-framework-file.h"

/* "Oak Primary" or "the trust". */
static const char *
subject_name (OctAssessment *assessment, const char *school_id)
{
  const OctOwnSchool *school = oct_assessment_find_school (assessment, school_id);

  return school != NULL ? school->name : oct_assessment_get_trust (assessment)->name;
}

static const char *
element_name (OctAssessment *assessment, const char *key)
{
  const OctElement *element = oct_framework_find_element (oct_assessment_get_framework (assessment),
                                                          key);

  return element != NULL ? element->short_name : key;
}

static const char *
stage_name (OctAssessment *assessment, const char *key)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);

  return oct_framework_stage_name (framework, oct_framework_find_stage (framework, key));
}

static char *
subject_location (const char *school_id)
{
  return g_strdup_printf ("judge/%s", school_id != NULL ? school_id : "trust");
}

/* An edit that can't be made: told like one that failed. */
static void
refuse (OctWorkbench *self, OctError code, const char *message, GAsyncReadyCallback callback,
        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_return_new_error (task, OCT_ERROR, (int) code, "%s", message);
}

static void
refuse_without_cycle (OctWorkbench *self, GAsyncReadyCallback callback, gpointer user_data)
{
  refuse (self, OCT_ERROR_NOT_FOUND, _("There is no cycle yet. Begin one first."), callback,
          user_data);
}

static GPtrArray *
new_judgements (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free);
}

static gboolean
put_judgements (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_put_judgements (workspace, info, data, error);
}

static char *
describe_judgement (OctAssessment *assessment, const OctJudgement *judgement)
{
  const char *element = element_name (assessment, judgement->element);
  const char *subject = subject_name (assessment, judgement->school_id);

  if (judgement->stage == NULL)
    /* Translators: the first %s is an element, the second a school or the trust. */
    return g_strdup_printf (_("Drafted %s of %s"), element, subject);
  if (!judgement->final)
    /* Translators: an element, a school or the trust, a stage. */
    return g_strdup_printf (_("Drafted %s of %s: %s"), element, subject,
                            stage_name (assessment, judgement->stage));
  if (judgement->view == OCT_VIEW_MODERATED)
    /* Translators: an element, a school or the trust, a stage. */
    return g_strdup_printf (_("Moderated %s of %s: %s"), element, subject,
                            stage_name (assessment, judgement->stage));

  /* Translators: an element, a school or the trust, a stage. */
  return g_strdup_printf (_("Judged %s of %s: %s"), element, subject,
                          stage_name (assessment, judgement->stage));
}

/**
 * oct_workbench_judge_async:
 * @self: a workbench
 * @judgement: what was judged; copied. Without a cycle it is of the chosen one
 * @typing: whether a text is being typed: edits of it in a row become one
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Keeps a judgement, new or known.
 */
void
oct_workbench_judge_async (OctWorkbench *self, const OctJudgement *judgement, gboolean typing,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  const OctCycle *cycle = assessment != NULL ? oct_assessment_get_cycle (assessment) : NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *location = subject_location (judgement->school_id);
  g_autofree char *merge = NULL;
  GPtrArray *judgements;
  OctJudgement *copy;

  if (cycle == NULL)
    {
      refuse_without_cycle (self, callback, user_data);
      return;
    }
  copy = oct_judgement_copy (judgement);
  if (copy->cycle_id == NULL)
    copy->cycle_id = g_strdup (cycle->id);
  if (copy->framework_id == NULL)
    copy->framework_id = g_strdup (cycle->framework_id);
  if (copy->assessor_id == NULL)
    copy->assessor_id = g_strdup (oct_workbench_get_person_id (self));
  judgements = new_judgements ();
  g_ptr_array_add (judgements, copy);
  sentence = describe_judgement (assessment, copy);
  if (typing)
    merge = g_strdup_printf ("judgement %s %s %s %s %d", copy->cycle_id,
                             copy->school_id != NULL ? copy->school_id : "trust", copy->element,
                             copy->aspect != NULL ? copy->aspect : "", (int) copy->view);

  const OctEditInfo info = {
    .sentence = sentence, .location = location, .subject = copy->school_id, .merge = merge
  };

  oct_workbench_edit_async (self, &info, put_judgements, judgements,
                            (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

/* Carrying forward. */

static void
add_carried (OctAssessment *assessment, const OctJudgement *before, const char *person_id,
             GPtrArray *judgements)
{
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  const OctJudgement *now = oct_assessment_find (assessment, OCT_WHEN_NOW, before->school_id,
                                                 before->element, before->aspect, before->view);
  OctJudgement *copy;

  if (!before->final || (now != NULL && now->final)
      || oct_framework_find_step (oct_assessment_get_framework (assessment), before->stage) < 0)
    return;
  copy = oct_judgement_copy (before);
  g_free (copy->id);
  copy->id = now != NULL ? g_strdup (now->id) : NULL;
  g_free (copy->cycle_id);
  copy->cycle_id = g_strdup (cycle->id);
  g_free (copy->framework_id);
  copy->framework_id = g_strdup (cycle->framework_id);
  g_free (copy->assessor_id);
  copy->assessor_id = g_strdup (person_id);
  copy->carried = TRUE;
  copy->judged_on = oct_date_today ();
  g_ptr_array_add (judgements, copy);
}

static GPtrArray *
collect_carried (OctWorkbench *self, OctAssessment *assessment, const char *school_id,
                 const char *element, OctJudgementView view)
{
  g_autoptr (GPtrArray) judgements = new_judgements ();
  GPtrArray *before = oct_assessment_get_judgements_before (assessment);

  for (guint i = 0; i < before->len; i++)
    {
      const OctJudgement *judgement = g_ptr_array_index (before, i);

      if (g_strcmp0 (judgement->school_id, school_id) == 0 && judgement->view == view
          && (element == NULL || g_str_equal (judgement->element, element)))
        add_carried (assessment, judgement, oct_workbench_get_person_id (self), judgements);
    }

  return g_steal_pointer (&judgements);
}

/**
 * oct_workbench_carry_forward_async:
 * @self: a workbench
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: (nullable): an element's key, or %NULL for all that are not judged yet
 * @view: whose view
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Takes over what was judged in the cycle before, with its reasons, as unchanged.
 */
void
oct_workbench_carry_forward_async (OctWorkbench *self, const char *school_id, const char *element,
                                   OctJudgementView view, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  g_autofree char *sentence = NULL;
  g_autofree char *location = subject_location (school_id);
  g_autoptr (GPtrArray) judgements = NULL;

  if (assessment == NULL || oct_assessment_get_cycle (assessment) == NULL)
    {
      refuse_without_cycle (self, callback, user_data);
      return;
    }
  judgements = collect_carried (self, assessment, school_id, element, view);
  if (judgements->len == 0)
    {
      refuse (self, OCT_ERROR_RULE,
              _("There is nothing to take over from the cycle before. Judge it anew."), callback,
              user_data);
      return;
    }
  if (element != NULL)
    /* Translators: the first %s is an element, the second a school or the trust. */
    sentence = g_strdup_printf (_("Left %s of %s unchanged"), element_name (assessment, element),
                                subject_name (assessment, school_id));
  else
    /* Translators: %s is a school or the trust. */
    sentence = g_strdup_printf (_("Left the rest of %s unchanged"),
                                subject_name (assessment, school_id));

  const OctEditInfo info = { .sentence = sentence, .location = location, .subject = school_id };

  oct_workbench_edit_async (self, &info, put_judgements, g_steal_pointer (&judgements),
                            (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

static gboolean
delete_judgement (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_delete_judgement (workspace, info, data, error);
}

/**
 * oct_workbench_clear_judgement_async:
 * @self: a workbench
 * @judgement: one of the assessment's
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Takes a judgement away: what it judged is "not judged" again.
 */
void
oct_workbench_clear_judgement_async (OctWorkbench *self, const OctJudgement *judgement,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  g_autofree char *location = subject_location (judgement->school_id);
  /* Translators: the first %s is an element, the second a school or the trust. */
  g_autofree char *sentence = g_strdup_printf (_("Cleared %s of %s"),
                                               element_name (assessment, judgement->element),
                                               subject_name (assessment, judgement->school_id));
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = judgement->school_id };

  oct_workbench_edit_async (self, &info, delete_judgement, g_strdup (judgement->id), g_free,
                            callback, user_data);
}

/* Cycles. */

static gboolean
put_cycle (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  OctCycle *cycle = data;

  if (cycle->framework_id == NULL)
    cycle->framework_id = oct_workspace_read_framework_id (workspace, error);

  return cycle->framework_id != NULL
         && oct_workspace_put_cycle (workspace, info, cycle, NULL, error);
}

static char *
describe_cycle (OctAssessment *assessment, const OctCycle *cycle)
{
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);

  for (guint i = 0; cycle->id != NULL && i < cycles->len; i++)
    {
      const OctCycle *known = g_ptr_array_index (cycles, i);

      if (!g_str_equal (known->id, cycle->id))
        continue;
      if (known->closed != cycle->closed)
        /* Translators: %s is a cycle, such as "Autumn 2026". */
        return g_strdup_printf (cycle->closed ? _("Closed %s") : _("Reopened %s"), cycle->name);
      /* Translators: %s is a cycle, such as "Autumn 2026". */
      return g_strdup_printf (_("Changed %s"), cycle->name);
    }

  /* Translators: %s is a cycle, such as "Autumn 2026". */
  return g_strdup_printf (_("Began %s"), cycle->name);
}

/**
 * oct_workbench_put_cycle_async:
 * @self: a workbench
 * @cycle: a cycle, new (without an id) or known; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Begins, changes, closes or reopens a cycle. A new one is judged by the newest version of the
 * framework.
 */
void
oct_workbench_put_cycle_async (OctWorkbench *self, const OctCycle *cycle,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  g_autofree char *sentence = NULL;

  if (assessment == NULL)
    {
      refuse (self, OCT_ERROR_NOT_FOUND,
              _("No workspace is open. Begin one on the page Our trust."), callback, user_data);
      return;
    }
  sentence = describe_cycle (assessment, cycle);

  const OctEditInfo info = { .sentence = sentence, .location = "our-trust" };

  oct_workbench_edit_async (self, &info, put_cycle, oct_cycle_copy (cycle),
                            (GDestroyNotify) oct_cycle_free, callback, user_data);
}

/* Targets. */

static gboolean
put_target (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_put_target (workspace, info, data, error);
}

static OctTarget *
copy_target (const OctTarget *target)
{
  OctTarget *copy = g_new0 (OctTarget, 1);

  copy->id = g_strdup (target->id);
  copy->school_id = g_strdup (target->school_id);
  copy->element = g_strdup (target->element);
  copy->stage = g_strdup (target->stage);
  copy->due = target->due;

  return copy;
}

static char *
element_location (OctAssessment *assessment, const char *key)
{
  const OctElement *element = oct_framework_find_element (oct_assessment_get_framework (assessment),
                                                          key);

  return g_strdup_printf ("element/%u", element != NULL ? element->number : 1);
}

/**
 * oct_workbench_put_target_async:
 * @self: a workbench
 * @target: a target, new (without an id) or known; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Sets a target.
 */
void
oct_workbench_put_target_async (OctWorkbench *self, const OctTarget *target,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  g_autofree char *location = element_location (assessment, target->element);
  /* Translators: an element, a school or the trust, a stage. */
  g_autofree char *sentence = g_strdup_printf (_("Set a target for %s of %s: %s"),
                                               element_name (assessment, target->element),
                                               subject_name (assessment, target->school_id),
                                               stage_name (assessment, target->stage));
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = target->school_id };

  oct_workbench_edit_async (self, &info, put_target, copy_target (target),
                            (GDestroyNotify) oct_target_free, callback, user_data);
}

static gboolean
delete_target (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_delete_target (workspace, info, data, error);
}

/**
 * oct_workbench_delete_target_async:
 * @self: a workbench
 * @target: one of the assessment's
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Takes a target away.
 */
void
oct_workbench_delete_target_async (OctWorkbench *self, const OctTarget *target,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  g_autofree char *location = element_location (assessment, target->element);
  /* Translators: the first %s is an element, the second a school or the trust. */
  g_autofree char *sentence = g_strdup_printf (_("Took away the target for %s of %s"),
                                               element_name (assessment, target->element),
                                               subject_name (assessment, target->school_id));
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = target->school_id };

  oct_workbench_edit_async (self, &info, delete_target, g_strdup (target->id), g_free, callback,
                            user_data);
}
