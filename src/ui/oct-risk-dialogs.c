/* The dialogues for a risk and for a concern; see the header. Each says which fields stand in it; the
 * rest is OctRecordDialog's.
 */

#include "oct-risk-dialogs.h"

#include <glib/gi18n.h>

#include "oct-record-dialog.h"
#include "oct-record-picks.h"
#include "oct-risk-query.h"
#include "oct-workbench-risks.h"

static void
add_category (OctRecordDialog *dialog)
{
  guint n = oct_choice_count (oct_risk_categories);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) key_list = NULL;
  g_auto (GStrv) text_list = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_strv_builder_add (keys, oct_choice_to_key (oct_risk_categories, (int) i));
      g_strv_builder_add (texts, oct_choice_to_text (oct_risk_categories, (int) i));
    }
  key_list = g_strv_builder_end (keys);
  text_list = g_strv_builder_end (texts);
  oct_record_dialog_add_pick (dialog, "category", NULL, (const char *const *) key_list,
                              (const char *const *) text_list, _ ("Not said"));
}

static void
add_place (OctRecordDialog *dialog, const char *title, const char *hint, const char *likelihood,
           const char *impact)
{
  oct_record_dialog_add_group (dialog, title, hint);
  oct_record_dialog_add_step (dialog, likelihood, _ ("Likelihood"), oct_risk_likelihoods ());
  oct_record_dialog_add_step (dialog, impact, _ ("Impact"), oct_risk_impacts ());
}

static void
add_appetite (OctRecordDialog *dialog)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) steps = NULL;

  for (guint i = 1; i <= 25; i++)
    {
      g_autofree char *step = g_strdup_printf ("%u", i);

      g_strv_builder_add (builder, step);
    }
  steps = g_strv_builder_end (builder);
  oct_record_dialog_add_step (dialog, "appetite", _ ("Accepted up to (likelihood × impact)"),
                              (const char *const *) steps);
}

/**
 * oct_risk_dialog_open:
 * @widget: the widget it is opened over
 * @workbench: a workbench whose plans are read
 * @risk: (nullable): the risk to change, or %NULL for a new one
 */
void
oct_risk_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctRisk *risk)
{
  OctRisk *record = risk != NULL ? oct_record_copy (risk) : oct_record_new (&oct_risk_kind);
  g_autofree char *reference = oct_risk_next_reference (oct_workbench_get_plans (workbench));
  OctRecordDialog *dialog;

  if (risk == NULL)
    oct_replace (&record->reference, reference);
  dialog = oct_record_dialog_new (workbench, risk != NULL ? _ ("Risk") : _ ("New risk"), record,
                                  oct_workbench_put_risk_async);
  oct_record_dialog_add_entry (dialog, "reference", NULL);
  oct_record_dialog_add_entry (dialog, "title", _ ("What might happen"));
  add_category (dialog);
  oct_record_dialog_add_school (dialog, workbench, "school_id", _ ("At"), _ ("The whole trust"));
  oct_record_dialog_add_person (dialog, workbench, "owner_id", NULL);
  oct_record_dialog_add_lines (dialog, "cause", NULL);
  oct_record_dialog_add_lines (dialog, "effect", NULL);
  add_place (dialog, _ ("Gross"), _ ("Before anything is done about it."), "gross_likelihood",
             "gross_impact");
  add_place (dialog, _ ("Net"), _ ("With the controls there are. Where it stood before is kept."),
             "net_likelihood", "net_impact");
  oct_record_dialog_add_lines (dialog, "controls", NULL);
  add_place (dialog, _ ("Target"), _ ("Where it is to come to."), "target_likelihood",
             "target_impact");
  add_appetite (dialog);
  oct_record_dialog_add_objective (dialog, workbench);
  if (risk != NULL)
    {
      oct_record_dialog_add_group (
        dialog, _ ("Closing"),
        _ ("A risk with a reason here is closed, and stays in the list of "
           "closed ones."));
      oct_record_dialog_add_lines (dialog, "closed_why", NULL);
    }
  oct_record_dialog_present (dialog, widget);
}

/**
 * oct_concern_dialog_open:
 * @widget: the widget it is opened over
 * @workbench: a workbench whose plans are read
 * @concern: (nullable): the concern to change, or %NULL for a new one
 */
void
oct_concern_dialog_open (GtkWidget *widget, OctWorkbench *workbench, const OctConcern *concern)
{
  OctConcern *record = concern != NULL ? oct_record_copy (concern)
                                       : oct_record_new (&oct_concern_kind);
  OctRecordDialog *dialog;

  if (concern == NULL)
    {
      record->raised_on = oct_date_today ();
      oct_replace (&record->raised_by, oct_workbench_get_person_id (workbench));
    }
  dialog = oct_record_dialog_new (workbench, concern != NULL ? _ ("Concern") : _ ("New concern"),
                                  record, oct_workbench_put_concern_async);
  oct_record_dialog_add_school (dialog, workbench, "school_id", _ ("About"), NULL);
  oct_record_dialog_add_entry (dialog, "summary", NULL);
  oct_record_dialog_add_lines (dialog, "details", NULL);
  oct_record_dialog_add_entry (dialog, "raised_on", NULL);
  oct_record_dialog_add_person (dialog, workbench, "raised_by", NULL);
  oct_record_dialog_add_group (dialog, _ ("How it stands"), NULL);
  oct_record_dialog_add_choice (dialog, "rating", NULL);
  oct_record_dialog_add_choice (dialog, "direction", NULL);
  oct_record_dialog_add_lines (dialog, "aim", NULL);
  oct_record_dialog_add_lines (dialog, "de_escalation", NULL);
  oct_record_dialog_add_lines (dialog, "next_steps", NULL);
  oct_record_dialog_add_entry (dialog, "next_on", NULL);
  if (concern != NULL)
    {
      oct_record_dialog_add_group (dialog, _ ("Resolving"),
                                   _ (
                                     "A concern with words here is resolved, and stays in the list "
                                     "of resolved ones."));
      oct_record_dialog_add_lines (dialog, "resolution", NULL);
    }
  oct_record_dialog_present (dialog, widget);
}
