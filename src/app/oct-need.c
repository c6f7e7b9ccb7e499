/* What is known of a school before its plan is written; see the header. */

#include "oct-need.h"

#include <glib/gi18n.h>

/**
 * oct_need_free:
 * @need: (transfer full) (nullable): a need
 */
void
oct_need_free (OctNeed *need)
{
  if (need == NULL)
    return;
  g_free (need->title);
  g_free (need->detail);
  oct_record_unref (need->draft);
  g_free (need);
}

static OctNeed *
add (GPtrArray *needs, OctNeedKind kind, const char *title, char *detail)
{
  OctNeed *need = g_new0 (OctNeed, 1);

  need->kind = kind;
  need->title = g_strdup (title);
  need->detail = detail;
  need->draft = oct_record_new (&oct_objective_kind);
  g_ptr_array_add (needs, need);

  return need;
}

/* --- elements --- */

static char *
describe_step (OctAssessment *assessment, OctFramework *framework, const char *school_id,
               const char *element, int step)
{
  int before = oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, school_id, element);
  const OctJudgement *judgement = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, school_id,
                                                             element);
  GString *text = g_string_new (NULL);

  if (before == OCT_STAGE_NONE)
    g_string_append (text, _("Not judged in the cycle before."));
  else if (before == step)
    g_string_append (text, _("As in the cycle before."));
  else
    /* Translators: %s is a stage, such as "Beginning". */
    g_string_append_printf (text, _("In the cycle before: %s."),
                            oct_framework_get_stage (framework, before)->name);
  if (judgement != NULL && *judgement->reason != '\0')
    g_string_append_printf (text, " %s", judgement->reason);

  return g_string_free (text, FALSE);
}

/* The stage that it is to reach: the target where there is one, else the next. */
static const char *
find_aim (OctAssessment *assessment, OctFramework *framework, const char *school_id,
          const char *element, int step)
{
  int target = oct_assessment_get_target_step (assessment, school_id, element);
  int last = (int) oct_framework_get_stages (framework)->len - 1;

  return oct_framework_get_stage (framework, target > step ? target : MIN (step + 1, last))->name;
}

static void
add_element (GPtrArray *needs, OctAssessment *assessment, OctFramework *framework,
             const char *school_id, const OctElement *element)
{
  int step = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, school_id, element->key);
  const OctJudgement *judgement = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, school_id,
                                                             element->key);
  g_autofree char *title = NULL;
  g_autofree char *statement = NULL;
  OctNeed *need;

  if (step == OCT_STAGE_NONE)
    return;
  /* Translators: an element, then the stage it has reached. */
  title = g_strdup_printf (_("%s: %s"), element->short_name,
                           oct_framework_get_stage (framework, step)->name);
  /* Translators: a stage, then an element: the beginning of an objective. */
  statement = g_strdup_printf (_("We reach “%s” in %s."),
                               find_aim (assessment, framework, school_id, element->key, step),
                               element->short_name);
  need = add (needs, OCT_NEED_ELEMENT, title,
              describe_step (assessment, framework, school_id, element->key, step));
  oct_replace (&need->draft->statement, statement);
  oct_replace (&need->draft->element, element->key);
  oct_replace (&need->draft->rationale, judgement->reason);
}

static void
add_elements (GPtrArray *needs, OctAssessment *assessment, const char *school_id)
{
  OctFramework *framework = oct_assessment_get_shown_framework (assessment);
  GPtrArray *elements = oct_framework_get_elements (framework);

  for (guint i = 0; i < elements->len; i++)
    add_element (needs, assessment, framework, school_id, g_ptr_array_index (elements, i));
}

/* --- the last plan --- */

static const OctPlan *
find_last_plan (OctPlanBook *book, const char *school_id)
{
  GPtrArray *plans = oct_plan_book_get_by (book, &oct_plan_kind, "school_id", school_id);
  const OctPlan *last = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);

      if (!plan->template && plan->status != OCT_PLAN_DRAFT
          && (last == NULL || plan->starts >= last->starts))
        last = plan;
    }

  return last;
}

/* The rating, the day and what was said of it. */
static char *
describe_standing (const OctStanding *standing)
{
  g_autofree char *day = NULL;

  if (standing->progress == NULL)
    return g_strdup (_("Never rated."));
  day = oct_date_to_text (standing->review->on);

  /* Translators: a rating, a day, and what was said, such as "Amber on 6 November 2026: …". */
  return g_strdup_printf (_("%s on %s: %s"),
                          oct_choice_to_text (oct_ratings, (int) standing->progress->rating), day,
                          standing->progress->details);
}

static void
add_objective (GPtrArray *needs, OctPlanBook *book, const OctObjective *objective)
{
  OctStanding standing;
  OctNeed *need;

  oct_objective_get_standing (book, objective, &standing);
  need = add (needs, OCT_NEED_OBJECTIVE, objective->statement, describe_standing (&standing));
  need->rating = oct_standing_get_rating (&standing);
  oct_replace (&need->draft->statement, objective->statement);
  oct_replace (&need->draft->rationale, need->detail);
  oct_replace (&need->draft->area, objective->area);
  oct_replace (&need->draft->element, objective->element);
  oct_replace (&need->draft->owner_id, objective->owner_id);
  oct_replace (&need->draft->parent_id, objective->parent_id);
  need->draft->lever = objective->lever;
  need->draft->strand = objective->strand;
}

static void
add_last_plan (GPtrArray *needs, OctPlanBook *book, const char *school_id)
{
  const OctPlan *plan = find_last_plan (book, school_id);
  GPtrArray *objectives;

  if (plan == NULL)
    return;
  objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
  for (guint i = 0; i < objectives->len; i++)
    if (oct_objective_is_standing (g_ptr_array_index (objectives, i)))
      add_objective (needs, book, g_ptr_array_index (objectives, i));
}

/* --- concerns --- */

static void
add_concerns (GPtrArray *needs, OctPlanBook *book, const char *school_id)
{
  GPtrArray *concerns = oct_plan_book_get_by (book, &oct_concern_kind, "school_id", school_id);

  for (guint i = 0; i < concerns->len; i++)
    {
      const OctConcern *concern = g_ptr_array_index (concerns, i);
      OctNeed *need;

      if (concern->resolved_on != OCT_DATE_UNKNOWN)
        continue;
      need = add (needs, OCT_NEED_CONCERN, concern->summary, g_strdup (concern->details));
      need->rating = concern->rating;
      oct_replace (&need->draft->statement,
                   *concern->aim != '\0' ? concern->aim : concern->summary);
      oct_replace (&need->draft->rationale, concern->details);
    }
}

/**
 * oct_needs_find:
 * @assessment: what was judged
 * @book: the book of plans
 * @school_id: a school of the trust
 *
 * Returns: (transfer full) (element-type OctNeed): what is known, in the order of the elements, of the
 *   last plan and of the concerns
 */
GPtrArray *
oct_needs_find (OctAssessment *assessment, OctPlanBook *book, const char *school_id)
{
  GPtrArray *needs = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_need_free);

  add_elements (needs, assessment, school_id);
  add_last_plan (needs, book, school_id);
  add_concerns (needs, book, school_id);

  return needs;
}

/* --- into a plan --- */

static void
add_criterion (OctRecordChange *change, const OctObjective *objective, const char *measure)
{
  OctCriterion *criterion = oct_record_change_put (change, oct_record_new (&oct_criterion_kind));

  oct_replace (&criterion->objective_id, objective->record.id);
  oct_replace (&criterion->measure, measure);
  oct_replace (&criterion->rank, "b");
}

/**
 * oct_need_add_drafts:
 * @book: the book of plans
 * @change: what they are added to
 * @plan: the plan they are for
 * @drafts: (array length=n_drafts): what is to be put into it
 * @n_drafts: how many
 *
 * Adds objectives, each with its success criterion, after those that the plan has.
 */
void
oct_need_add_drafts (OctPlanBook *book, OctRecordChange *change, const OctPlan *plan,
                     const OctNeedDraft *drafts, guint n_drafts)
{
  GPtrArray *present = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
  g_autoptr (GPtrArray) siblings = g_ptr_array_copy (present, NULL, NULL);

  g_ptr_array_set_free_func (siblings, NULL);
  for (guint i = 0; i < n_drafts; i++)
    {
      OctObjective *objective = oct_record_copy (drafts[i].objective);
      g_autofree char *reference = g_strdup_printf ("%u", present->len + i + 1);
      g_autofree char *rank = oct_plan_rank_at (siblings, siblings->len);

      g_clear_pointer (&objective->record.id, g_free);
      oct_record_change_put (change, objective);
      oct_replace (&objective->plan_id, plan->record.id);
      oct_replace (&objective->reference, reference);
      oct_replace (&objective->rank, rank);
      g_ptr_array_add (siblings, objective);
      if (*drafts[i].measure != '\0')
        add_criterion (change, objective, drafts[i].measure);
    }
}
