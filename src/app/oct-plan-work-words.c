/* What history says of the work at a plan, and who and what a plan is of, in words. */

#include <glib/gi18n.h>

#include "oct-plan-work-private.h"

/* In characters, of what a record says. */
#define LONGEST 48

static const struct
{
  const OctRecordKind *kind;
  const char *field;
  const char *sentences[4]; /* by verb */
} words[] = {
  { &oct_objective_kind,
    "statement",
    { N_("Changed objective “%s” at %s"), N_("Added objective “%s” at %s"),
      N_("Moved objective “%s” at %s"), N_("Deleted objective “%s” at %s") } },
  { &oct_criterion_kind,
    "measure",
    { N_("Changed success criterion “%s” at %s"), N_("Added success criterion “%s” at %s"),
      N_("Moved success criterion “%s” at %s"), N_("Deleted success criterion “%s” at %s") } },
  { &oct_action_kind,
    "text",
    { N_("Changed action “%s” at %s"), N_("Added action “%s” at %s"), N_("Moved action “%s” at %s"),
      N_("Deleted action “%s” at %s") } },
  { &oct_milestone_kind,
    "title",
    { N_("Changed milestone “%s” at %s"), N_("Added milestone “%s” at %s"),
      N_("Moved milestone “%s” at %s"), N_("Deleted milestone “%s” at %s") } },
  { &oct_plan_kind,
    "title",
    { N_("Changed the plan “%s” at %s"), N_("Added the plan “%s” at %s"),
      N_("Moved the plan “%s” at %s"), N_("Deleted the plan “%s” at %s") } },
};

/**
 * oct_plan_work_text_field:
 * @kind: a kind of record
 *
 * Returns: (transfer none) (nullable): the field that says what such a record is
 */
const char *
oct_plan_work_text_field (const OctRecordKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return words[i].field;

  return NULL;
}

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* The record that a sentence names: one that says something itself, or the one it belongs to. */
static const OctRecord *
find_named (OctPlanWork *self, const OctRecord *record)
{
  if (record->kind == &oct_actual_kind)
    return oct_plan_work_find (self, &oct_criterion_kind,
                               ((const OctActual *) record)->criterion_id);
  if (record->kind == &oct_dependency_kind)
    return oct_plan_work_find (self, &oct_action_kind, ((const OctDependency *) record)->action_id);

  return record;
}

/**
 * oct_plan_work_say:
 * @self: work
 * @verb: what is done
 * @record: with what
 *
 * Returns: (transfer full): the sentence for history
 */
char *
oct_plan_work_say (OctPlanWork *self, OctPlanVerb verb, gconstpointer record)
{
  const OctRecord *named = find_named (self, record);
  g_autofree char *place = oct_plan_work_dup_place (self);

  if (named != record)
    verb = OCT_PLAN_VERB_CHANGE;
  for (guint i = 0; named != NULL && i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == named->kind)
      {
        g_autofree char *text = shorten (
          oct_record_get_text (named, oct_record_kind_find_field (named->kind, words[i].field)));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return g_strdup_printf (_(words[i].sentences[verb]), text, place);
#pragma GCC diagnostic pop
      }

  /* Translators: %s is a school or a trust. */
  return g_strdup_printf (_("Changed the plan of %s"), place);
}

/**
 * oct_plan_work_dup_place:
 * @self: work
 *
 * Returns: (transfer full): the school that the plan is of, else the plan's title
 */
char *
oct_plan_work_dup_place (OctPlanWork *self)
{
  const OctPlan *plan = oct_plan_work_get_plan (self);
  OctAssessment *assessment = oct_workbench_get_assessment (oct_plan_work_get_workbench (self));
  const OctOwnSchool *school = NULL;

  if (plan == NULL || assessment == NULL)
    return g_strdup ("");
  school = oct_assessment_find_school (assessment, plan->school_id);
  if (school != NULL)
    return g_strdup (school->name);
  if (plan->scope == OCT_SCOPE_TRUST && !plan->template)
    return g_strdup (oct_assessment_get_trust (assessment)->name);

  return g_strdup (plan->title);
}

/**
 * oct_plan_work_get_person:
 * @self: work
 * @person_id: (nullable): a person
 *
 * Returns: (transfer none): their post, or "" for nobody
 */
const char *
oct_plan_work_get_person (OctPlanWork *self, const char *person_id)
{
  OctAssessment *assessment = oct_workbench_get_assessment (oct_plan_work_get_workbench (self));
  const OctPerson *person = assessment != NULL && person_id != NULL
                              ? oct_assessment_find_person (assessment, person_id)
                              : NULL;

  return person != NULL ? oct_person_to_text (person) : "";
}

/**
 * oct_plan_work_find_objective:
 * @self: work
 * @record: a record
 *
 * Returns: (transfer none) (nullable): the objective that it is, or belongs to
 */
const OctObjective *
oct_plan_work_find_objective (OctPlanWork *self, gconstpointer record)
{
  const OctRecord *of = find_named (self, record);
  const OctRecordField *field;

  if (of == NULL || of->kind == &oct_objective_kind)
    return (const OctObjective *) of;
  field = oct_record_kind_find_field (of->kind, "objective_id");

  return field != NULL
           ? oct_plan_work_find (self, &oct_objective_kind, oct_record_get_text (of, field))
           : NULL;
}
