/* Rows of a dialogue in which a school, a person, an element, a practice or an objective is picked; see
 * the header.
 */

#include "oct-record-picks.h"

#include <glib/gi18n.h>

#include "oct-plan-query.h"
#include "oct-support-work.h"

/* What can be picked: ids and texts side by side. */
typedef struct
{
  GStrvBuilder *ids;
  GStrvBuilder *texts;
} Picks;

static void
picks_init (Picks *picks)
{
  picks->ids = g_strv_builder_new ();
  picks->texts = g_strv_builder_new ();
}

static void
picks_add (Picks *picks, const char *id, const char *text)
{
  g_strv_builder_add (picks->ids, id);
  g_strv_builder_add (picks->texts, text);
}

/* Puts the row with them into the dialogue, and forgets them. */
static void
picks_finish (Picks *picks, OctRecordDialog *dialog, const char *field, const char *label,
              const char *none)
{
  g_auto (GStrv) ids = g_strv_builder_end (picks->ids);
  g_auto (GStrv) texts = g_strv_builder_end (picks->texts);

  oct_record_dialog_add_pick (dialog, field, label, (const char *const *) ids,
                              (const char *const *) texts, none);
  g_strv_builder_unref (picks->ids);
  g_strv_builder_unref (picks->texts);
}

/**
 * oct_record_dialog_add_school:
 * @dialog: a dialogue
 * @workbench: knows the schools
 * @field: the field with the school's id
 * @label: (nullable): what it is called
 * @none: (nullable): the words for no school
 */
void
oct_record_dialog_add_school (OctRecordDialog *dialog, OctWorkbench *workbench, const char *field,
                              const char *label, const char *none)
{
  GPtrArray *schools = oct_assessment_get_schools (oct_workbench_get_assessment (workbench));
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      picks_add (&picks, school->id, school->name);
    }
  picks_finish (&picks, dialog, field, label, none);
}

/**
 * oct_record_dialog_add_person:
 * @dialog: a dialogue
 * @workbench: knows the people
 * @field: the field with the person's id
 * @label: (nullable): what it is called
 */
void
oct_record_dialog_add_person (OctRecordDialog *dialog, OctWorkbench *workbench, const char *field,
                              const char *label)
{
  GPtrArray *people = oct_assessment_get_people (oct_workbench_get_assessment (workbench));
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);

      picks_add (&picks, person->id, oct_person_to_text (person));
    }
  picks_finish (&picks, dialog, field, label, _ ("Nobody yet"));
}

/**
 * oct_record_dialog_add_element:
 * @dialog: a dialogue of a record with an element
 * @workbench: knows the framework
 */
void
oct_record_dialog_add_element (OctRecordDialog *dialog, OctWorkbench *workbench)
{
  GPtrArray *elements = oct_framework_get_elements (
    oct_assessment_get_framework (oct_workbench_get_assessment (workbench)));
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      g_autofree char *text = g_strdup_printf ("%u  %s", element->number, element->short_name);

      picks_add (&picks, element->key, text);
    }
  picks_finish (&picks, dialog, "element", NULL, _ ("None"));
}

/**
 * oct_record_dialog_add_practice:
 * @dialog: a dialogue
 * @workbench: knows the practices
 * @field: the field with the practice's id
 */
void
oct_record_dialog_add_practice (OctRecordDialog *dialog, OctWorkbench *workbench, const char *field)
{
  GPtrArray *practices = oct_plan_book_get_all (oct_workbench_get_plans (workbench),
                                                &oct_practice_kind);
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < practices->len; i++)
    {
      const OctPractice *practice = g_ptr_array_index (practices, i);

      if (!practice->retired)
        picks_add (&picks, practice->record.id, practice->title);
    }
  picks_finish (&picks, dialog, field, _ ("Practice"), _ ("None"));
}

/**
 * oct_record_dialog_add_objective:
 * @dialog: a dialogue of a record with an objective
 * @workbench: knows the plans
 *
 * Those that stand, with the school or plan they are of.
 */
void
oct_record_dialog_add_objective (OctRecordDialog *dialog, OctWorkbench *workbench)
{
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  GPtrArray *objectives = oct_plan_book_get_all (book, &oct_objective_kind);
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctPlan *plan = oct_objective_get_plan (book, objective);
      g_autofree char *text = NULL;

      if (plan->template || !oct_objective_is_standing (objective))
        continue;
      text = g_strdup_printf ("%s: %s %s",
                              plan->school_id != NULL ? oct_support_school_name (
                                oct_workbench_get_assessment (workbench), plan->school_id)
                                                      : plan->title,
                              objective->reference, objective->statement);
      picks_add (&picks, objective->record.id, text);
    }
  picks_finish (&picks, dialog, "objective_id", _ ("For the objective"), _ ("None"));
}
