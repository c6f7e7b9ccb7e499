/* The dialogues for practices, their use and support; see the header. Each says which fields of a
 * record stand in it, and what can be picked; the rest is OctRecordDialog's.
 */

#include "oct-knowledge-dialogs.h"

#include <glib/gi18n.h>

#include "oct-plan-knowledge.h"
#include "oct-plan-query.h"
#include "oct-record-dialog.h"
#include "oct-record-picks.h"
#include "oct-support-work.h"
#include "oct-workbench-knowledge.h"

/* --- practices --- */

static void
add_practice_rows (OctRecordDialog *dialog, OctWorkbench *workbench)
{
  oct_record_dialog_add_entry (dialog, "title", NULL);
  oct_record_dialog_add_element (dialog, workbench);
  oct_record_dialog_add_lines (dialog, "what", NULL);
  oct_record_dialog_add_lines (dialog, "whom", NULL);
  oct_record_dialog_add_lines (dialog, "ingredients",
                               _ ("Active ingredients: what must not be left "
                                  "out"));
  oct_record_dialog_add_group (dialog, _ ("Research evidence"),
                               _ ("Say where it was published, so that others can read it."));
  oct_record_dialog_add_choice (dialog, "strength", NULL);
  oct_record_dialog_add_lines (dialog, "research", _ ("What it found, and its source"));
  oct_record_dialog_add_group (dialog, _ ("How to bring it in"), NULL);
  oct_record_dialog_add_lines (dialog, "explore", NULL);
  oct_record_dialog_add_lines (dialog, "prepare", NULL);
  oct_record_dialog_add_lines (dialog, "deliver", NULL);
  oct_record_dialog_add_lines (dialog, "sustain", NULL);
  oct_record_dialog_add_group (dialog, _ ("To know more"), NULL);
  oct_record_dialog_add_entry (dialog, "cost", NULL);
  oct_record_dialog_add_person (dialog, workbench, "contact_id", NULL);
  oct_record_dialog_add_entry (dialog, "source", _ ("Taken over from (a trust or hub)"));
}

void
oct_practice_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctPractice *practice)
{
  gboolean known = practice != NULL && practice->record.id != NULL;
  gboolean proposed = practice != NULL && !known && practice->from_objective_id != NULL;
  OctRecordDialog *dialog = oct_record_dialog_new (
    workbench,
    known      ? _ ("Edit the practice")
    : proposed ? _ ("Propose a practice")
               : _ ("New practice"),
    practice != NULL ? oct_record_copy (practice) : oct_record_new (&oct_practice_kind),
    proposed ? oct_workbench_propose_practice_async : oct_workbench_put_knowledge_async);

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
  title = g_strdup_printf (_ ("Write version %d"), (int) practice->version + 1);
  oct_replace (&next->changed, "");
  dialog = oct_record_dialog_new (workbench, title, next, put_version);
  oct_record_dialog_add_group (
    dialog, NULL, _ ("The words it has now are kept, and can be read on the practice’s page."));
  oct_record_dialog_add_lines (dialog, "changed", _ ("What is new, and why"));
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
                                  use != NULL ? _ ("How a school uses it") : _ ("Add a school"),
                                  record, oct_workbench_put_knowledge_async);
  oct_record_dialog_add_school (dialog, workbench, "school_id", _ ("School"), NULL);
  oct_record_dialog_add_choice (dialog, "phase", NULL);
  oct_record_dialog_add_entry (dialog, "since", NULL);
  oct_record_dialog_add_objective (dialog, workbench);
  oct_record_dialog_add_lines (dialog, "outcome", NULL);
  oct_record_dialog_present (dialog, widget);
}

/* --- support --- */

static void
add_giver (OctRecordDialog *dialog, OctWorkbench *workbench)
{
  oct_record_dialog_add_choice (dialog, "giver", NULL);
  oct_record_dialog_add_school (dialog, workbench, "giver_school_id", _ ("School that gives"),
                                NULL);
  oct_record_dialog_show_when (dialog, "giver_school_id", "giver", OCT_GIVER_SCHOOL);
  oct_record_dialog_add_entry (dialog, "giver_name", _ ("Who gives it"));
  oct_record_dialog_show_when (dialog, "giver_name", "giver", OCT_GIVER_OUTSIDE);
}

void
oct_support_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctSupport *support)
{
  OctRecordDialog *dialog = oct_record_dialog_new (
    workbench,
    support != NULL && support->record.id != NULL ? _ ("Edit support") : _ ("Add support"),
    support != NULL ? oct_record_copy (support) : oct_record_new (&oct_support_kind),
    oct_workbench_put_knowledge_async);

  oct_record_dialog_add_entry (dialog, "support", _ ("What kind of support"));
  oct_record_dialog_add_group (dialog, _ ("Given by"), NULL);
  add_giver (dialog, workbench);
  oct_record_dialog_add_group (dialog, _ ("Given to"), NULL);
  oct_record_dialog_add_school (dialog, workbench, "school_id", _ ("School that receives"), NULL);
  oct_record_dialog_add_objective (dialog, workbench);
  oct_record_dialog_add_practice (dialog, workbench, "practice_id");
  oct_record_dialog_add_group (
    dialog, _ ("Days"),
    _ (
      "Dates are written like 31/01/2026. Support over several terms is shared out between them."));
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
  OctRecordDialog *dialog = oct_record_dialog_new (workbench, _ ("Days that can be given"),
                                                   capacity, oct_workbench_put_knowledge_async);

  oct_record_dialog_add_entry (dialog, "days", _ ("Days in the term"));
  add_giver (dialog, workbench);
  oct_record_dialog_add_entry (dialog, "starts", _ ("First day"));
  oct_record_dialog_add_entry (dialog, "ends", _ ("Last day"));
  oct_record_dialog_present (dialog, widget);
}
