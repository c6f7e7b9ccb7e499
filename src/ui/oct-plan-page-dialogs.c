/* The dialogues that the page of a plan opens: what a plan is called and its school years, support for
 * an objective, a practice that is proposed from one.
 *
 * Each keeps a record as one named edit, and says beside its fields which rule keeps it from that.
 */

#include <glib/gi18n.h>

#include "oct-knowledge-dialogs.h"
#include "oct-plan-knowledge.h"
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

/* --- support and practices --- */

/* (nullable): the objective that is chosen, or that what is chosen belongs to, as it is kept. */
static const OctObjective *
find_objective (OctPlanPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (oct_plan_work_get_workbench (self->work));
  const OctRecord *record = oct_plan_outline_get_chosen (self->outline);
  const OctObjective *objective = record != NULL ? oct_plan_work_find_objective (self->work, record)
                                                 : NULL;

  return book != NULL && objective != NULL
           ? oct_plan_book_find (book, &oct_objective_kind, objective->record.id)
           : NULL;
}

static void
add_support_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  OctWorkbench *workbench = oct_plan_work_get_workbench (self->work);
  const OctObjective *objective;
  g_autoptr (OctSupport) support = NULL;

  oct_plan_page_commit (self);
  objective = find_objective (self);
  if (objective == NULL)
    return;
  support = oct_objective_begin_support (oct_workbench_get_plans (workbench), objective);
  oct_support_dialog_open (widget, workbench, support);
}

static void
open_support_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctWorkbench *workbench = oct_plan_work_get_workbench (OCT_PLAN_PAGE (widget)->work);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  const OctSupport *support = book != NULL
                                ? oct_plan_book_find (book, &oct_support_kind,
                                                      g_variant_get_string (parameter, NULL))
                                : NULL;

  if (support != NULL)
    oct_support_dialog_open (widget, workbench, support);
}

static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  OctWorkbench *workbench = oct_plan_work_get_workbench (self->work);
  g_autofree char *place = oct_plan_work_dup_place (self->work);
  const OctObjective *objective;
  g_autoptr (OctPractice) practice = NULL;
  OctPlanReader reader = { .book = oct_workbench_get_plans (workbench),
                           .today = oct_date_today () };

  oct_plan_page_commit (self);
  objective = find_objective (self);
  if (objective == NULL)
    return;
  practice = oct_objective_begin_practice (&reader, objective, place);
  oct_practice_dialog_open (widget, workbench, practice);
}

void
oct_plan_page_update_dialogs (OctPlanPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const OctPlan *plan = oct_plan_work_get_plan (self->work);
  gboolean chosen = plan != NULL && !plan->template && find_objective (self) != NULL;

  gtk_widget_action_set_enabled (widget, "plan.describe", plan != NULL);
  gtk_widget_action_set_enabled (widget, "plan.add-support", chosen);
  gtk_widget_action_set_enabled (widget, "plan.propose-practice", chosen);
}

void
oct_plan_page_install_dialogs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.add-support", NULL, add_support_cb);
  gtk_widget_class_install_action (widget_class, "plan.open-support", "s", open_support_cb);
  gtk_widget_class_install_action (widget_class, "plan.propose-practice", NULL, propose_cb);
  gtk_widget_class_install_action (widget_class, "plan.describe", NULL, describe_cb);
}
