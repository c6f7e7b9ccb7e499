/* What can be done from the page of all plans; see the header. */

#include "oct-plans-actions.h"

#include <glib/gi18n.h>

#include "oct-new-plan-dialog.h"
#include "oct-page.h"
#include "oct-plan-import-dialog.h"
#include "oct-plan-start.h"

static void
go_cb (GtkWidget *widget, const char *location)
{
  gtk_widget_activate_action (widget, "win.go", "s", location);
}

static void
table_cb (GtkWidget *widget, const char *school_id, gint64 year)
{
  GtkWidget *dialog = oct_plan_import_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                  oct_page_get_session (OCT_PAGE (widget)),
                                                  school_id, year);

  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * oct_plans_begin:
 * @widget: the page where the person is
 * @workbench: keeps the plan
 * @school_id: (nullable): the school it is for, as far as that is known
 *
 * Asks how a plan is to begin. The page of the new plan is shown once it is kept.
 */
void
oct_plans_begin (GtkWidget *widget, OctWorkbench *workbench, const char *school_id)
{
  GtkWidget *dialog;

  if (oct_workbench_get_plans (workbench) == NULL)
    return;
  dialog = oct_new_plan_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), workbench,
                                    school_id);
  g_signal_connect_object (dialog, "go", G_CALLBACK (go_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "table", G_CALLBACK (table_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _("Kept as a template. New plans can begin from it."));
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/**
 * oct_plans_keep_template:
 * @widget: where the person is
 * @workbench: keeps the template
 * @plan: a plan
 *
 * Keeps a copy of a plan as a template, as one named edit.
 */
void
oct_plans_keep_template (GtkWidget *widget, OctWorkbench *workbench, const OctPlan *plan)
{
  oct_plan_begin_async (workbench,
                        oct_plan_make_template (oct_workbench_get_plans (workbench), plan), kept_cb,
                        g_object_ref (widget));
}
