/* Where the parts of a plan stand, in words; see the header. */

#include "oct-plan-words.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * oct_plan_words_person:
 * @reader: who reads
 * @person_id: (nullable): a person
 *
 * Returns: (transfer none): their post, or "" for nobody
 */
const char *
oct_plan_words_person (const OctPlanReader *reader, const char *person_id)
{
  for (guint i = 0; person_id != NULL && reader->people != NULL && i < reader->people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (reader->people, i);

      if (g_str_equal (person->id, person_id))
        return oct_person_to_text (person);
    }

  return "";
}

/**
 * oct_plan_words_standing:
 * @reader: who reads
 * @objective: an objective
 *
 * Returns: (transfer full): its rating, and since when it has it
 */
char *
oct_plan_words_standing (const OctPlanReader *reader, const OctObjective *objective)
{
  OctStanding standing;
  g_autofree char *since = NULL;

  oct_objective_get_standing (reader->book, objective, &standing);
  if (standing.progress == NULL)
    return g_strdup (_("Not rated"));
  since = oct_date_to_text (standing.since);

  /* Translators: a rating such as "Amber", and a day. */
  return g_strdup_printf (
    _("%s since %s"), oct_choice_to_text (oct_ratings, oct_standing_get_rating (&standing)), since);
}

/**
 * oct_plan_words_figure:
 * @value: a figure, NaN for none
 * @unit: its unit, may be ""
 *
 * Returns: (transfer full): the figure with its unit, an en dash for none
 */
char *
oct_plan_words_figure (double value, const char *unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  number = oct_decimal_to_text (value);
  if (g_str_equal (unit, "%"))
    return g_strconcat (number, "%", NULL);

  return *unit != '\0' ? g_strconcat (number, " ", unit, NULL) : g_steal_pointer (&number);
}

static void
add (GPtrArray *parts, char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

static const char *
unit_of (const OctCriterion *criterion)
{
  if (*criterion->unit != '\0' || *criterion->figure == '\0')
    return criterion->unit;

  return g_str_equal (criterion->figure, "pupils") ? _("pupils") : "%";
}

static char *
say_baseline (const OctCriterion *criterion)
{
  g_autofree char *figure = oct_plan_words_figure (criterion->baseline, unit_of (criterion));

  /* Translators: %s is a figure, such as "61.5%". */
  return isnan (criterion->baseline) ? NULL : g_strdup_printf (_("from %s"), figure);
}

static char *
say_actual (const OctPlanReader *reader, const OctCriterion *criterion)
{
  g_autofree char *figure = NULL;
  g_autofree char *on = NULL;
  OctReading reading;

  oct_criterion_read_actual (reader->book, criterion, reader->schools, &reading);
  if (isnan (reading.value))
    return NULL;
  figure = oct_plan_words_figure (reading.value, unit_of (criterion));
  on = reading.on != OCT_DATE_UNKNOWN ? oct_date_to_text (reading.on) : NULL;
  if (on == NULL)
    /* Translators: %s is a figure, such as "70%". */
    return g_strdup_printf (_("now %s"), figure);

  /* Translators: a figure, such as "70%", and the day it is of. */
  return g_strdup_printf (reading.from_data ? _("now %s (register of %s)") : _("now %s (%s)"),
                          figure, on);
}

static char *
say_target (const OctCriterion *criterion)
{
  g_autofree char *figure = NULL;
  g_autofree char *on = NULL;

  if (isnan (criterion->target))
    return NULL;
  figure = oct_plan_words_figure (criterion->target, unit_of (criterion));
  if (criterion->target_on == OCT_DATE_UNKNOWN)
    /* Translators: %s is a figure that is aimed at, such as "80%". */
    return g_strdup_printf (_("target %s"), figure);
  on = oct_date_to_text (criterion->target_on);

  /* Translators: a figure that is aimed at, such as "80%", and a day. */
  return g_strdup_printf (_("target %s by %s"), figure, on);
}

static GPtrArray *
course_parts (const OctPlanReader *reader, const OctCriterion *criterion)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  add (parts, say_baseline (criterion));
  add (parts, say_actual (reader, criterion));
  add (parts, say_target (criterion));

  return parts;
}

/**
 * oct_plan_words_course:
 * @reader: who reads
 * @criterion: a success criterion
 *
 * Returns: (transfer full): where it began, where it is and what is aimed at; "" where nothing is
 *   stated
 */
char *
oct_plan_words_course (const OctPlanReader *reader, const OctCriterion *criterion)
{
  g_autoptr (GPtrArray) parts = course_parts (reader, criterion);

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" → ", (char **) parts->pdata);
}

static char *
say_due (OctDate due)
{
  g_autofree char *day = NULL;

  if (due == OCT_DATE_UNKNOWN)
    return NULL;
  day = oct_date_to_text (due);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("due %s"), day);
}

static void
add_objective (const OctPlanReader *reader, const OctObjective *objective, GPtrArray *parts)
{
  if (!oct_objective_is_standing (objective))
    {
      g_autofree char *day = oct_date_to_text (objective->withdrawn_on);

      /* Translators: a day, and a reason. */
      add (parts, g_strdup_printf (_("Withdrawn on %s: %s"), day, objective->withdrawn_why));
      return;
    }
  add (parts, oct_plan_words_standing (reader, objective));
  add (parts, g_strdup (oct_plan_words_person (reader, objective->owner_id)));
  add (parts, say_due (objective->due));
}

static void
add_action (const OctPlanReader *reader, const OctAction *action, GPtrArray *parts)
{
  if (action->status != OCT_ACTION_NOT_STARTED)
    add (parts, g_strdup (oct_choice_to_text (oct_action_statuses, (int) action->status)));
  add (parts, g_strdup (oct_plan_words_person (reader, action->owner_id)));
  add (parts, say_due (action->due));
  if (action->development)
    add (parts, g_strdup (_("professional development")));
  if (action->cost > 0)
    add (parts, oct_plan_words_cost (action->cost));
}

static void
add_milestone (const OctMilestone *milestone, GPtrArray *parts)
{
  if (milestone->status != OCT_MILESTONE_NOT_DUE)
    add (parts, g_strdup (oct_choice_to_text (oct_milestone_statuses, (int) milestone->status)));
  add (parts, g_strdup (milestone->term));
  add (parts, say_due (milestone->due));
}

/**
 * oct_plan_words_parts:
 * @reader: who reads
 * @record: an objective, success criterion, action or milestone
 *
 * Returns: (transfer full) (element-type utf8): what is said of it beside its own words
 */
GPtrArray *
oct_plan_words_parts (const OctPlanReader *reader, const OctRecord *record)
{
  GPtrArray *parts;

  if (record->kind == &oct_criterion_kind)
    return course_parts (reader, (const OctCriterion *) record);
  parts = g_ptr_array_new_with_free_func (g_free);
  if (record->kind == &oct_objective_kind)
    add_objective (reader, (const OctObjective *) record, parts);
  else if (record->kind == &oct_action_kind)
    add_action (reader, (const OctAction *) record, parts);
  else if (record->kind == &oct_milestone_kind)
    add_milestone ((const OctMilestone *) record, parts);

  return parts;
}

/**
 * oct_plan_words_missing:
 * @reader: who reads
 * @objective: an objective
 *
 * Returns: (transfer full) (element-type utf8): what it needs before its plan is approved
 */
GPtrArray *
oct_plan_words_missing (const OctPlanReader *reader, const OctObjective *objective)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  if (!oct_objective_is_standing (objective))
    return missing;
  if (objective->owner_id == NULL)
    g_ptr_array_add (missing, g_strdup (_("No owner")));
  if (objective->due == OCT_DATE_UNKNOWN)
    g_ptr_array_add (missing, g_strdup (_("No due date")));
  if (oct_plan_book_get_children (reader->book, &oct_criterion_kind, objective->record.id)->len
      == 0)
    g_ptr_array_add (missing, g_strdup (_("No success criterion")));

  return missing;
}

/**
 * oct_plan_words_is_overdue:
 * @reader: who reads
 * @record: an objective, action or milestone
 *
 * Returns: whether its day is past
 */
gboolean
oct_plan_words_is_overdue (const OctPlanReader *reader, const OctRecord *record)
{
  if (record->kind == &oct_objective_kind)
    return oct_objective_is_overdue ((const OctObjective *) record, reader->today);
  if (record->kind == &oct_action_kind)
    return oct_action_is_overdue ((const OctAction *) record, reader->today);

  return record->kind == &oct_milestone_kind
         && oct_milestone_is_overdue ((const OctMilestone *) record, reader->today);
}

/**
 * oct_plan_words_cost:
 * @pence: an amount
 *
 * Returns: (transfer full): the amount in pounds, with pence only where there are any
 */
char *
oct_plan_words_cost (gint64 pence)
{
  if (pence % 100 == 0)
    return g_strdup_printf ("£%'" G_GINT64_FORMAT, pence / 100);

  return g_strdup_printf ("£%'" G_GINT64_FORMAT ".%02d", pence / 100, (int) (pence % 100));
}
