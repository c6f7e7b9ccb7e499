/* The dialogues that the page of a plan opens: what a plan is called, and its school years.
 *
 * Each keeps a record as one named edit, and says beside its fields which rule keeps it from that.
 */

#include <glib/gi18n.h>

#include "oct-plan-page-private.h"
#include "oct-record-dialog.h"

static void
put_plan (OctWorkbench *workbench, gpointer record, GAsyncReadyCallback callback,
          gpointer user_data)
{
  const OctPlan *plan = record;
  g_autofree char *location = g_strdup_printf ("plan/%s", plan->record.id);
  /* Translators: the title of a plan. */
  g_autofree char *sentence = g_strdup_printf (_("Changed title or years of the plan “%s”"),
                                               plan->title);
  g_autofree char *school_id = g_strdup (plan->school_id);
  OctRecordChange *change = oct_record_change_new ();

  oct_record_change_put (change, record);
  oct_workbench_change_records_async (
    workbench, &(OctEditInfo) { .sentence = sentence, .location = location, .subject = school_id },
    change, callback, user_data);
}

static void
describe_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  const OctPlan *plan;
  OctRecordDialog *dialog;

  oct_plan_page_commit (self);
  plan = oct_plan_work_get_plan (self->work);
  if (plan == NULL)
    return;
  dialog = oct_record_dialog_new (oct_plan_work_get_workbench (self->work), _("Title and years"),
                                  oct_record_copy (plan), put_plan);
  oct_record_dialog_add_entry (dialog, "title", NULL);
  oct_record_dialog_add_group (dialog, _("School years"),
                               _("Each by the year in which it begins: 2025 for 2025/26."));
  oct_record_dialog_add_entry (dialog, "starts", NULL);
  oct_record_dialog_add_entry (dialog, "ends", NULL);
  oct_record_dialog_present (dialog, widget);
}

void
oct_plan_page_install_dialogs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.describe", NULL, describe_cb);
}
