/* The dialogues for practices, their use and support; see the header. Each says which fields of a
 * record stand in it, and what can be picked; the rest is OctRecordDialog's.
 */

#include "oct-knowledge-dialogs.h"

#include <glib/gi18n.h>

#include "oct-plan-query.h"
#include "oct-record-dialog.h"
#include "oct-support-work.h"
#include "oct-workbench-knowledge.h"

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

static void
add_school (OctRecordDialog *dialog, OctWorkbench *workbench, const char *field, const char *label)
{
  GPtrArray *schools = oct_assessment_get_schools (oct_workbench_get_assessment (workbench));
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      picks_add (&picks, school->id, school->name);
    }
  picks_finish (&picks, dialog, field, label, NULL);
}

static void
add_person (OctRecordDialog *dialog, OctWorkbench *workbench, const char *field, const char *label)
{
  GPtrArray *people = oct_assessment_get_people (oct_workbench_get_assessment (workbench));
  Picks picks;

  picks_init (&picks);
  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);

      picks_add (&picks, person->id, oct_person_to_text (person));
    }
  picks_finish (&picks, dialog, field, label, _("Nobody yet"));
}

static void
add_element (OctRecordDialog *dialog, OctWorkbench *workbench)
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
  picks_finish (&picks, dialog, "element", NULL, _("None"));
}

static void
add_practice (OctRecordDialog *dialog, OctWorkbench *workbench, const char *field)
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
  picks_finish (&picks, dialog, field, _("Practice"), _("None"));
}

/* Objectives that stand, in plans that are not over, with the school or plan they are of. */
static void
add_objective (OctRecordDialog *dialog, OctWorkbench *workbench)
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
  picks_finish (&picks, dialog, "objective_id", _("For the objective"), _("None"));
}

/* --- practices --- */

static void
add_practice_rows (OctRecordDialog *dialog, OctWorkbench *workbench)
{
  oct_record_dialog_add_entry (dialog, "title", NULL);
  add_element (dialog, workbench);
  oct_record_dialog_add_lines (dialog, "what", NULL);
  oct_record_dialog_add_lines (dialog, "whom", NULL);
  oct_record_dialog_add_lines (dialog, "ingredients",
                               _("Active ingredients: what must not be left "
                                 "out"));
  oct_record_dialog_add_group (dialog, _("Research evidence"),
                               _("Say where it was published, so that others can read it."));
  oct_record_dialog_add_choice (dialog, "strength", NULL);
  oct_record_dialog_add_lines (dialog, "research", _("What it found, and its source"));
  oct_record_dialog_add_group (dialog, _("How to bring it in"), NULL);
  oct_record_dialog_add_lines (dialog, "explore", NULL);
  oct_record_dialog_add_lines (dialog, "prepare", NULL);
  oct_record_dialog_add_lines (dialog, "deliver", NULL);
  oct_record_dialog_add_lines (dialog, "sustain", NULL);
  oct_record_dialog_add_group (dialog, _("To know more"), NULL);
  oct_record_dialog_add_entry (dialog, "cost", NULL);
  add_person (dialog, workbench, "contact_id", NULL);
  oct_record_dialog_add_entry (dialog, "source", _("Taken over from (a trust or hub)"));
}

void
oct_practice_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctPractice *practice)
{
  OctRecordDialog *dialog = oct_record_dialog_new (
    workbench,
    practice != NULL && practice->record.id != NULL ? _("Edit the practice") : _("New practice"),
    practice != NULL ? oct_record_copy (practice) : oct_record_new (&oct_practice_kind),
    oct_workbench_put_knowledge_async);

  add_practice_rows (dialog, workbench);
  oct_record_dialog_present (dialog, widget);
}

static void
put_version (OctWorkbench *workbench, gpointer record, GAsyncReadyCallback callback,
             gpointer user_data)
{
  oct_workbench_put_practice_version_async (workbench, record, callback, user_data);
}

void
oct_practice_dialog_open_version (GtkWidget *widget, OctWorkbench *workbench,
                                  const OctPractice *practice)
{
  OctPractice *next = oct_record_copy (practice);
  OctRecordDialog *dialog;
  g_autofree char *title = NULL;

  /* Translators: a number. */
  title = g_strdup_printf (_("Write version %d"), (int) practice->version + 1);
  oct_replace (&next->changed, "");
  dialog = oct_record_dialog_new (workbench, title, next, put_version);
  oct_record_dialog_add_group (
    dialog, NULL, _("The words it has now are kept, and can be read on the practice’s page."));
  oct_record_dialog_add_lines (dialog, "changed", _("What is new, and why"));
  add_practice_rows (dialog, workbench);
  oct_record_dialog_present (dialog, widget);
}

void
oct_practice_use_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const char *practice_id,
                              const OctPracticeUse *use)
{
  OctPracticeUse *record = use != NULL ? oct_record_copy (use)
                                       : oct_record_new (&oct_practice_use_kind);
  OctRecordDialog *dialog;

  if (use == NULL)
    {
      oct_replace (&record->practice_id, practice_id);
      record->phase = OCT_PHASE_OF_CHANGE_EXPLORE;
    }
  dialog = oct_record_dialog_new (workbench,
                                  use != NULL ? _("How a school uses it") : _("Add a school"),
                                  record, oct_workbench_put_knowledge_async);
  add_school (dialog, workbench, "school_id", _("School"));
  oct_record_dialog_add_choice (dialog, "phase", NULL);
  oct_record_dialog_add_entry (dialog, "since", NULL);
  add_objective (dialog, workbench);
  oct_record_dialog_add_lines (dialog, "outcome", NULL);
  oct_record_dialog_present (dialog, widget);
}

/* --- support --- */

static void
add_giver (OctRecordDialog *dialog, OctWorkbench *workbench)
{
  oct_record_dialog_add_choice (dialog, "giver", NULL);
  add_school (dialog, workbench, "giver_school_id", _("School that gives"));
  oct_record_dialog_show_when (dialog, "giver_school_id", "giver", OCT_GIVER_SCHOOL);
  oct_record_dialog_add_entry (dialog, "giver_name", _("Who gives it"));
  oct_record_dialog_show_when (dialog, "giver_name", "giver", OCT_GIVER_OUTSIDE);
}

void
oct_support_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctSupport *support)
{
  OctRecordDialog *dialog = oct_record_dialog_new (
    workbench, support != NULL && support->record.id != NULL ? _("Edit support") : _("Add support"),
    support != NULL ? oct_record_copy (support) : oct_record_new (&oct_support_kind),
    oct_workbench_put_knowledge_async);

  oct_record_dialog_add_entry (dialog, "support", _("What kind of support"));
  oct_record_dialog_add_group (dialog, _("Given by"), NULL);
  add_giver (dialog, workbench);
  oct_record_dialog_add_group (dialog, _("Given to"), NULL);
  add_school (dialog, workbench, "school_id", _("School that receives"));
  add_objective (dialog, workbench);
  add_practice (dialog, workbench, "practice_id");
  oct_record_dialog_add_group (
    dialog, _("Days"),
    _("Dates are written like 31/01/2026. Support over several terms is shared out between them."));
  oct_record_dialog_add_entry (dialog, "needed_on", NULL);
  oct_record_dialog_add_entry (dialog, "starts", NULL);
  oct_record_dialog_add_entry (dialog, "ends", NULL);
  oct_record_dialog_add_entry (dialog, "planned", NULL);
  oct_record_dialog_add_entry (dialog, "spent", NULL);
  oct_record_dialog_add_group (dialog, NULL, NULL);
  oct_record_dialog_add_lines (dialog, "learnt", NULL);
  oct_record_dialog_present (dialog, widget);
}

void
oct_capacity_dialog_open (GtkWidget *widget, OctWorkbench *workbench, OctCapacity *capacity)
{
  OctRecordDialog *dialog = oct_record_dialog_new (workbench, _("Days that can be given"), capacity,
                                                   oct_workbench_put_knowledge_async);

  oct_record_dialog_add_entry (dialog, "days", _("Days in the term"));
  add_giver (dialog, workbench);
  oct_record_dialog_add_entry (dialog, "starts", _("First day"));
  oct_record_dialog_add_entry (dialog, "ends", _("Last day"));
  oct_record_dialog_present (dialog, widget);
}
