/* A plan as the school's own plan document; see the header. */

#include "oct-plan-document.h"

#include <glib/gi18n.h>

/* What a plan is called at the head: school, years, status, and when it is reviewed next. */
static void
add_head (OctDocument *document, const OctPlanReader *reader, const OctPlan *plan,
          const char *place)
{
  g_autofree char *years = oct_plan_years_to_text (plan);
  const char *status = oct_choice_to_text (oct_plan_statuses, (int) plan->status);
  OctDate next = oct_plan_get_next_review (reader->book, plan->record.id, NULL);
  g_autofree char *line = g_strdup_printf ("%s · %s · %s", place, years, status);

  oct_document_add (document, OCT_BLOCK_TITLE, plan->title);
  oct_document_add (document, OCT_BLOCK_SUBHEADING, line);
  if (plan->approved_on != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (plan->approved_on);
      const char *by = oct_plan_words_person (reader, plan->approved_by);
      g_autofree char *approved = *by != '\0'
                                    /* Translators: a day, and a post. */
                                    ? g_strdup_printf (_("Approved on %s by %s"), day, by)
                                    /* Translators: a day. */
                                    : g_strdup_printf (_("Approved on %s"), day);

      oct_document_add (document, OCT_BLOCK_TEXT, approved);
    }
  if (next != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (next);
      /* Translators: %s is a day. */
      g_autofree char *review = g_strdup_printf (_("Next review: %s"), day);

      oct_document_add (document, OCT_BLOCK_TEXT, review);
    }
  if (*plan->need != '\0')
    {
      oct_document_add (document, OCT_BLOCK_HEADING, _("Analysis of need"));
      oct_document_add (document, OCT_BLOCK_TEXT, plan->need);
    }
}

/* "Owner: Head of English"; nothing where there is none. */
static void
add_pair (GPtrArray *pairs, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    /* Translators: what something is called, and what it is: "Owner: Head of English". */
    g_ptr_array_add (pairs, g_strdup_printf (_("%s: %s"), name, value));
}

static void
add_facts (OctDocument *document, const OctPlanReader *reader, const OctObjective *objective)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *due = objective->due != OCT_DATE_UNKNOWN ? oct_date_to_text (objective->due)
                                                            : NULL;
  g_autofree char *standing = oct_plan_words_standing (reader, objective);
  g_autofree char *line = NULL;

  g_ptr_array_add (pairs, g_steal_pointer (&standing));
  add_pair (pairs, _("Owner"), oct_plan_words_person (reader, objective->owner_id));
  add_pair (pairs, _("Due"), due);
  add_pair (pairs, _("Area"), oct_area_to_text (objective->area));
  add_pair (pairs, _("Lever"), oct_choice_to_text (oct_levers, (int) objective->lever));
  add_pair (pairs, _("Phase"), oct_choice_to_text (oct_phases_of_change, (int) objective->phase));
  g_ptr_array_add (pairs, NULL);
  line = g_strjoinv (" · ", (char **) pairs->pdata);
  oct_document_add (document, OCT_BLOCK_TEXT, line);
  if (!oct_objective_is_standing (objective))
    {
      g_autofree char *day = oct_date_to_text (objective->withdrawn_on);
      /* Translators: a day, and a reason. */
      g_autofree char *why = g_strdup_printf (_("Withdrawn on %s: %s"), day,
                                              objective->withdrawn_why);

      oct_document_add (document, OCT_BLOCK_TEXT, why);
    }
  if (*objective->rationale == '\0')
    return;
  oct_document_add (document, OCT_BLOCK_SUBHEADING, _("Why it matters"));
  oct_document_add (document, OCT_BLOCK_TEXT, objective->rationale);
}

static GPtrArray *
children (const OctPlanReader *reader, const OctRecordKind *kind, const OctObjective *objective)
{
  return oct_plan_book_get_children (reader->book, kind, objective->record.id);
}

static void
add_criteria (OctDocument *document, const OctPlanReader *reader, const OctObjective *objective)
{
  GPtrArray *criteria = children (reader, &oct_criterion_kind, objective);

  if (criteria->len > 0)
    oct_document_add (document, OCT_BLOCK_SUBHEADING, _("Success criteria"));
  for (guint i = 0; i < criteria->len; i++)
    {
      const OctCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *course = oct_plan_words_course (reader, criterion);
      g_autofree char *line = *course != '\0'
                                ? g_strdup_printf ("%s: %s", criterion->measure, course)
                                : g_strdup (criterion->measure);

      oct_document_add (document, OCT_BLOCK_POINT, line);
    }
}

static char *
dup_day (OctDate day)
{
  return day != OCT_DATE_UNKNOWN ? oct_date_to_text (day) : g_strdup ("");
}

static void
add_actions (OctDocument *document, const OctPlanReader *reader, const OctObjective *objective)
{
  GPtrArray *actions = children (reader, &oct_action_kind, objective);
  const char *const headings[] = {
    _("Action"), _("Owner"), _("Due"), _("Status"), _("Cost"), NULL
  };
  const double shares[] = { 35, 18, 18, 13, 16 };
  OctDocumentTable *table;

  if (actions->len == 0)
    return;
  oct_document_add (document, OCT_BLOCK_SUBHEADING, _("Actions"));
  table = oct_document_add_table (document, headings, shares);
  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);
      g_autofree char *due = dup_day (action->due);
      g_autofree char *cost = action->cost > 0 ? oct_plan_words_cost (action->cost) : g_strdup ("");
      g_autofree char *text = action->development
                                /* Translators: %s is an action. */
                                ? g_strdup_printf (_("%s (professional development)"), action->text)
                                : g_strdup (action->text);
      g_autofree char *money = *action->fund != '\0' && *cost != '\0'
                                 ? g_strdup_printf ("%s\n%s", cost, action->fund)
                                 : g_strdup (cost);
      const char *const cells[] = {
        text,  oct_plan_words_person (reader, action->owner_id),
        due,   oct_choice_to_text (oct_action_statuses, (int) action->status),
        money, NULL
      };

      oct_document_table_add_row (table, cells);
    }
}

static void
add_milestones (OctDocument *document, const OctPlanReader *reader, const OctObjective *objective)
{
  GPtrArray *milestones = children (reader, &oct_milestone_kind, objective);
  const char *const headings[] = { _("Milestone"), _("Due"), _("Evidence expected"), _("Status"),
                                   NULL };
  const double shares[] = { 37, 20, 30, 13 };
  OctDocumentTable *table;

  if (milestones->len == 0)
    return;
  oct_document_add (document, OCT_BLOCK_SUBHEADING, _("Milestones"));
  table = oct_document_add_table (document, headings, shares);
  for (guint i = 0; i < milestones->len; i++)
    {
      const OctMilestone *milestone = g_ptr_array_index (milestones, i);
      g_autofree char *day = dup_day (milestone->due);
      g_autofree char *due = *milestone->term != '\0' && *day != '\0'
                               ? g_strdup_printf ("%s\n%s", milestone->term, day)
                               : g_strconcat (milestone->term, day, NULL);
      const char *const cells[] = {
        milestone->title, due, milestone->expected,
        oct_choice_to_text (oct_milestone_statuses, (int) milestone->status), NULL
      };

      oct_document_table_add_row (table, cells);
    }
}

static void
add_standing (OctDocument *document, const OctPlanReader *reader, const OctObjective *objective)
{
  OctStanding standing;
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  oct_objective_get_standing (reader->book, objective, &standing);
  if (standing.progress == NULL)
    return;
  day = oct_date_to_text (standing.review->on);
  /* Translators: %s is a day. */
  heading = g_strdup_printf (_("Progress at the review of %s"), day);
  oct_document_add (document, OCT_BLOCK_SUBHEADING, heading);
  oct_document_add (document, OCT_BLOCK_TEXT, standing.progress->details);
  if (*standing.progress->next_step != '\0')
    {
      /* Translators: %s is what is done next. */
      g_autofree char *next = g_strdup_printf (_("Next step: %s"), standing.progress->next_step);

      oct_document_add (document, OCT_BLOCK_TEXT, next);
    }
}

static void
add_objective (OctDocument *document, const OctPlanReader *reader, const OctObjective *objective)
{
  OctStanding standing;
  g_autofree char *heading = *objective->reference != '\0'
                               ? g_strdup_printf ("%s  %s", objective->reference,
                                                  objective->statement)
                               : g_strdup (objective->statement);

  oct_objective_get_standing (reader->book, objective, &standing);
  oct_document_add_rated (document, heading, (OctRatingMark) oct_standing_get_rating (&standing));
  add_facts (document, reader, objective);
  add_criteria (document, reader, objective);
  add_actions (document, reader, objective);
  add_milestones (document, reader, objective);
  add_standing (document, reader, objective);
}

/* The last review that says anything of the plan as a whole. */
static void
add_review (OctDocument *document, const OctPlanReader *reader, const OctPlan *plan)
{
  const OctReview *review = oct_plan_get_last_review (reader->book, plan->record.id);
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  if (review == NULL || oct_review_get_state (reader->book, review) == OCT_REVIEW_NOT_RECORDED
      || *review->next_steps == '\0')
    return;
  day = oct_date_to_text (review->on);
  /* Translators: %s is a day. */
  heading = g_strdup_printf (_("Next steps from the review of %s"), day);
  oct_document_add (document, OCT_BLOCK_HEADING, heading);
  oct_document_add (document, OCT_BLOCK_TEXT, review->next_steps);
}

/**
 * oct_plan_document_new:
 * @reader: the plan's book, people and schools, and the day
 * @plan: a plan
 * @place: the school or trust that it is of
 *
 * Returns: (transfer full): the plan as a document
 */
OctDocument *
oct_plan_document_new (const OctPlanReader *reader, const OctPlan *plan, const char *place)
{
  GPtrArray *objectives = oct_plan_book_get_children (reader->book, &oct_objective_kind,
                                                      plan->record.id);
  g_autofree char *today = oct_date_to_text (reader->today);
  g_autofree char *title = g_strdup_printf ("%s · %s", place, plan->title);
  /* Translators: a school or a trust, and a day. */
  g_autofree char *foot = g_strdup_printf (_("%s, improvement plan as it stood on %s"), place,
                                           today);
  OctDocument *document = oct_document_new (title, foot);

  add_head (document, reader, plan, place);
  for (guint i = 0; i < objectives->len; i++)
    add_objective (document, reader, g_ptr_array_index (objectives, i));
  add_review (document, reader, plan);

  return document;
}
