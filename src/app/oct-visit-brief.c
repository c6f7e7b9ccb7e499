/* The brief for the next visit to a school: one page of what a visitor has to know.
 *
 * What the plan says comes first, then what is overdue, what was agreed last time, where the school
 * stands in the elements and why, and concerns that aren't resolved.
 */

#include <glib/gi18n.h>

#include "oct-plan-names.h"
#include "oct-review-paper.h"
#include "oct-visit-work.h"

static void
add_facts (GPtrArray *paper, const OctOwnSchool *school)
{
  if (school->pupils >= 0)
    {
      g_autofree char *pupils = g_strdup_printf (
        ngettext ("%d pupil", "%d pupils", (gulong) school->pupils), school->pupils);

      oct_paper_add_pair (paper, OCT_PAPER_TEXT, school->town, pupils);
    }
  else
    oct_paper_add (paper, OCT_PAPER_TEXT, school->town);
  if (school->fsm_tenths >= 0)
    /* Translators: a percentage. */
    oct_paper_add_format (paper, OCT_PAPER_TEXT, _("Eligible for free school meals: %.1f%%"),
                          school->fsm_tenths / 10.0);
}

static void
add_objective (GPtrArray *paper, OctPlanBook *book, const OctObjective *objective)
{
  OctStanding standing;
  g_autofree char *rating = NULL;
  g_autofree char *text = NULL;

  oct_objective_get_standing (book, objective, &standing);
  rating = standing.progress != NULL ? oct_progress_dup_rating (standing.progress)
                                     : g_strdup (_("Not rated"));
  text = g_strdup_printf ("%s  %s – %s", objective->reference, objective->statement, rating);
  oct_paper_add (paper, OCT_PAPER_POINT, g_strstrip (text));
  if (standing.progress != NULL && standing.progress->next_step[0] != '\0')
    oct_paper_add_format (paper, OCT_PAPER_SOFT, _("Next step: %s"), standing.progress->next_step);
}

static void
add_overdue (GPtrArray *paper, OctAssessment *assessment, OctPlanBook *book, GPtrArray *objectives,
             OctDate today)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind,
                                                       objective->record.id);

      for (guint j = 0; j < actions->len; j++)
        {
          const OctAction *action = g_ptr_array_index (actions, j);
          g_autofree char *day = oct_date_to_text (action->due);

          if (!oct_action_is_overdue (action, today))
            continue;
          if (!headed)
            oct_paper_add (paper, OCT_PAPER_HEADING, _("Overdue"));
          headed = TRUE;
          /* Translators: an action, when it was due, who owns it. */
          oct_paper_add_format (paper, OCT_PAPER_POINT, _("%s – due %s. %s"), action->text, day,
                                oct_person_id_to_text (assessment, action->owner_id));
        }
    }
}

static void
add_last_visit (GPtrArray *paper, OctPlanBook *book, const char *school_id, OctDate today)
{
  const OctVisit *last = oct_school_get_last_visit (book, school_id, today);
  GPtrArray *points;
  g_autofree char *day = NULL;

  if (last == NULL)
    return;
  day = oct_date_to_text (last->on);
  /* Translators: %s is a day. */
  oct_paper_add_format (paper, OCT_PAPER_HEADING, _("Last visit, %s"), day);
  oct_paper_add (paper, OCT_PAPER_TEXT, last->seen);
  points = oct_plan_book_get_children (book, &oct_visit_point_kind, last->record.id);
  for (guint i = 0; i < points->len; i++)
    oct_paper_add (paper, OCT_PAPER_POINT,
                   ((const OctVisitPoint *) g_ptr_array_index (points, i))->text);
  if (last->next_focus[0] != '\0')
    /* Translators: what the next visit looks at. */
    oct_paper_add_format (paper, OCT_PAPER_TEXT, _("To look at next: %s"), last->next_focus);
}

static void
add_elements (GPtrArray *paper, OctAssessment *assessment, const char *school_id)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);
  GPtrArray *elements = oct_framework_get_elements (framework);
  gboolean headed = FALSE;

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      const OctJudgement *judgement = oct_assessment_find_shown (assessment, OCT_WHEN_NOW,
                                                                 school_id, element->key);

      if (judgement == NULL || judgement->stage == NULL)
        continue;
      if (!headed)
        oct_paper_add (paper, OCT_PAPER_HEADING, _("The elements"));
      headed = TRUE;
      oct_paper_add_format (paper, OCT_PAPER_POINT, "%s: %s. %s", element->short_name,
                            oct_framework_stage_name (
                              framework, oct_framework_find_stage (framework, judgement->stage)),
                            judgement->reason != NULL ? judgement->reason : "");
    }
}

static void
add_concerns (GPtrArray *paper, OctPlanBook *book, const char *school_id)
{
  GPtrArray *concerns = oct_plan_book_get_by (book, &oct_concern_kind, "school_id", school_id);
  gboolean headed = FALSE;

  for (guint i = 0; i < concerns->len; i++)
    {
      const OctConcern *concern = g_ptr_array_index (concerns, i);

      if (concern->resolved_on != OCT_DATE_UNKNOWN)
        continue;
      if (!headed)
        oct_paper_add (paper, OCT_PAPER_HEADING, _("Concerns"));
      headed = TRUE;
      oct_paper_add (paper, OCT_PAPER_POINT, concern->summary);
      oct_paper_add (paper, OCT_PAPER_SOFT, concern->next_steps);
    }
}

/**
 * oct_school_to_brief:
 * @assessment: whose schools and people they are
 * @book: the book of plans
 * @school_id: a school of the trust
 * @today: the day it is
 *
 * Returns: (transfer full) (element-type OctPaperLine): the brief, to be read or printed
 */
GPtrArray *
oct_school_to_brief (OctAssessment *assessment, OctPlanBook *book, const char *school_id,
                     OctDate today)
{
  const OctOwnSchool *school = oct_assessment_find_school (assessment, school_id);
  g_autoptr (GPtrArray) objectives = oct_school_get_objectives (book, school_id);
  g_autofree char *day = oct_date_to_text (today);
  GPtrArray *paper = oct_paper_new ();

  if (school == NULL)
    return paper;
  /* Translators: %s is a school. */
  oct_paper_add_format (paper, OCT_PAPER_TITLE, _("Brief for a visit: %s"), school->name);
  oct_paper_add (paper, OCT_PAPER_SOFT, day);
  add_facts (paper, school);
  if (objectives->len > 0)
    oct_paper_add (paper, OCT_PAPER_HEADING, _("The plan"));
  for (guint i = 0; i < objectives->len; i++)
    add_objective (paper, book, g_ptr_array_index (objectives, i));
  add_overdue (paper, assessment, book, objectives, today);
  add_last_visit (paper, book, school_id, today);
  add_elements (paper, assessment, school_id);
  add_concerns (paper, book, school_id);

  return paper;
}
