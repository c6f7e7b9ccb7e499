/* Gives a plan another status; see the header.
 *
 * A plan is paused, stopped or taken back only with a reason, which is asked for here and kept with the
 * change of status, beside who made it and when.
 */

#include "oct-plan-status.h"

#include <glib/gi18n.h>

#include "oct-plan-edits.h"

typedef struct
{
  GtkWidget *widget;
  OctWorkbench *workbench;
  char *plan_id;
  OctPlanStatus to;
  GtkEditable *entry; /* borrowed, of the dialogue */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->widget);
  g_clear_object (&asking->workbench);
  g_free (asking->plan_id);
  g_free (asking);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static char *
make_sentence (OctWorkbench *workbench, const OctPlan *plan, OctPlanStatus to)
{
  const OctOwnSchool *school = oct_assessment_find_school (oct_workbench_get_assessment (workbench),
                                                           plan->school_id);
  const char *status = oct_choice_to_text (oct_plan_statuses, (int) to);

  if (school == NULL)
    /* Translators: a plan, then its new status. */
    return g_strdup_printf (_("Set the plan “%s” to %s"), plan->title, status);

  /* Translators: a plan, its school, then its new status. */
  return g_strdup_printf (_("Set the plan “%s” of %s to %s"), plan->title, school->name, status);
}

static void
set_status (GtkWidget *widget, OctWorkbench *workbench, const OctPlan *plan,
            const OctStatusEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = make_sentence (workbench, plan, edit->to);
  g_autofree char *location = g_strconcat ("plan/", plan->record.id, NULL);
  OctRecordChange *change = oct_plan_edit_set_status (oct_workbench_get_plans (workbench), plan,
                                                      edit, &error);

  if (change == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }
  oct_workbench_change_records_async (
    workbench,
    &(OctEditInfo) { .sentence = sentence, .location = location, .subject = plan->school_id },
    change, kept_cb, g_object_ref (widget));
}

/* --- asking why --- */

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking *asking = data;
  OctPlanBook *book = oct_workbench_get_plans (asking->workbench);
  const OctPlan *plan = book != NULL ? oct_plan_book_find (book, &oct_plan_kind, asking->plan_id)
                                     : NULL;
  g_autofree char *why = g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));
  const OctStatusEdit edit = { .to = asking->to,
                               .person_id = oct_workbench_get_person_id (asking->workbench),
                               .on = oct_date_today (),
                               .why = why };

  if (plan != NULL && g_str_equal (response, "set"))
    set_status (asking->widget, asking->workbench, plan, &edit);
}

static void
why_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *why = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "set", *why != '\0');
}

static void
ask (Asking *asking, const OctPlan *plan)
{
  const char *status = oct_choice_to_text (oct_plan_statuses, (int) asking->to);
  /* Translators: a plan, then its new status. */
  g_autofree char *title = g_strdup_printf (_("Set “%s” to %s?"), plan->title, status);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (asking->widget)), title,
    _("Say why. The reason is kept with the plan, and whoever reads it later will need it."));
  GtkWidget *entry = gtk_entry_new ();

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "set",
                                    _("_Set the status"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "set", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  asking->entry = GTK_EDITABLE (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (why_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking,
                         (GClosureNotify) (void (*) (void)) asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * oct_plan_status_set:
 * @widget: where the person is
 * @workbench: keeps the plan
 * @plan_id: the plan
 * @to: its new status
 *
 * Sets a status as one named edit. Where it needs a reason, a dialogue asks for it first.
 */
void
oct_plan_status_set (GtkWidget *widget, OctWorkbench *workbench, const char *plan_id,
                     OctPlanStatus to)
{
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  const OctPlan *plan = book != NULL ? oct_plan_book_find (book, &oct_plan_kind, plan_id) : NULL;
  const OctStatusEdit edit = { .to = to,
                               .person_id = oct_workbench_get_person_id (workbench),
                               .on = oct_date_today (),
                               .why = "" };
  Asking *asking;

  if (plan == NULL)
    return;
  if (!oct_plan_status_needs_reason (plan->status, to))
    {
      set_status (widget, workbench, plan, &edit);
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->widget = g_object_ref (widget);
  asking->workbench = g_object_ref (workbench);
  asking->plan_id = g_strdup (plan_id);
  asking->to = to;
  ask (asking, plan);
}
