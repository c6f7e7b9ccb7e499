/* The workspaces there are; see the header.
 *
 * The list is read anew whenever the page is shown and after everything that was done here. Copies
 * go on while one is elsewhere; how far they are stands above the list.
 */
#include "oct-workspaces-page.h"

#include <glib/gi18n.h>

#include "oct-backups-page.h"
#include "oct-workbench-copies.h"
#include "oct-workspace-dialogs.h"
#include "oct-workspace-row.h"
#include "oct-wrap-box.h"

struct _OctWorkspacesPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkListBox *list;
  GtkRevealer *job_revealer;
  GtkLabel *job_label;
  GtkProgressBar *job_bar;

  /* owned */
  GCancellable *cancellable;
  GSignalGroup *workbench_signals;
  GSignalGroup *job_signals;
  OctJob *job;

  gboolean opening; /* the job opens a copy; else it saves one */
};

G_DEFINE_FINAL_TYPE (OctWorkspacesPage, oct_workspaces_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctWorkspacesPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* Takes @text. */
static void
toast (OctWorkspacesPage *self, char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  g_free (text);
}

/* --- the list --- */

static void
show_files (OctWorkspacesPage *self, GPtrArray *files)
{
  const char *open = oct_workbench_get_name (get_workbench (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++)
    {
      const OctWorkspaceFile *file = g_ptr_array_index (files, i);

      gtk_list_box_append (self->list,
                           oct_workspace_row_new (file, g_strcmp0 (file->name, open) == 0));
    }
  oct_page_show_part (self->stack, files->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctWorkspacesPage) self = OCT_WORKSPACES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = oct_workbench_list_finish (OCT_WORKBENCH (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (files != NULL)
    {
      show_files (self, files);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  oct_page_show_part (self->stack, "error");
}

static void
read_list (OctWorkspacesPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  oct_workbench_list_async (get_workbench (self), self->cancellable, listed_cb,
                            g_object_ref (self));
}

/* --- opening --- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctWorkspacesPage) self = OCT_WORKSPACES_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_open_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "our-trust");
  else
    oct_workspace_tell_failure (GTK_WIDGET (self), _("The workspace was not opened"), error);
  read_list (self);
}

static void
open_workspace (OctWorkspacesPage *self, const char *name)
{
  oct_workbench_open_async (get_workbench (self), name, NULL, opened_cb, g_object_ref (self));
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_workspace (OCT_WORKSPACES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.go", "s", "our-trust?begin=1");
}

static void
backups_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *location = oct_backups_page_make_location (
    g_variant_get_string (parameter, NULL));

  gtk_widget_activate_action (widget, "win.go", "s", location);
}

/* --- renaming and throwing away --- */

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctWorkspacesPage) self = OCT_WORKSPACES_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_chore_finish (OCT_WORKBENCH (source), result, &error))
    oct_workspace_tell_failure (GTK_WIDGET (self), _("The workspace was not renamed"), error);
  read_list (self);
}

static void
rename_answer (GtkWidget *widget, const char *name, const char *answer)
{
  OctWorkspacesPage *self = OCT_WORKSPACES_PAGE (widget);
  g_autofree char *new_name = g_strstrip (g_strdup (answer));

  if (!g_str_equal (name, new_name))
    oct_workbench_rename_async (get_workbench (self), name, new_name, renamed_cb,
                                g_object_ref (self));
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_workspace_ask_name (widget, g_variant_get_string (parameter, NULL), rename_answer);
}

static void
thrown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctWorkspacesPage) self = OCT_WORKSPACES_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_chore_finish (OCT_WORKBENCH (source), result, &error))
    toast (self, g_strdup (_("Moved to the trash, with its evidence and backups")));
  else
    oct_workspace_tell_failure (GTK_WIDGET (self), _("The workspace was not moved to the trash"),
                                error);
  read_list (self);
}

static void
trash_answer (GtkWidget *widget, const char *name, const char *answer)
{
  OctWorkspacesPage *self = OCT_WORKSPACES_PAGE (widget);

  oct_workbench_trash_async (get_workbench (self), name, thrown_cb, g_object_ref (self));
}

static void
trash_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_workspace_ask_trash (widget, g_variant_get_string (parameter, NULL), trash_answer);
}

/* --- copies --- */

static void
update_actions (OctWorkspacesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean running = self->job != NULL;

  gtk_widget_action_set_enabled (widget, "workspaces.save-copy", !running);
  gtk_widget_action_set_enabled (widget, "workspaces.open-copy", !running);
  gtk_widget_action_set_enabled (widget, "workspaces.cancel", running);
  gtk_revealer_set_reveal_child (self->job_revealer, running);
}

static void
job_progress_cb (OctWorkspacesPage *self)
{
  const char *detail = oct_job_get_detail (self->job);
  double fraction = oct_job_get_fraction (self->job);

  gtk_label_set_label (self->job_label, detail != NULL ? detail : oct_job_get_title (self->job));
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->job_bar, fraction);
  else
    gtk_progress_bar_pulse (self->job_bar);
}

static char *
say_missing (const OctCopyReport *report)
{
  return g_strdup_printf (ngettext ("%u file of evidence is missing from the copy, since it is "
                                    "missing where it was kept",
                                    "%u files of evidence are missing from the copy, since they "
                                    "are missing where they were kept",
                                    report->missing),
                          report->missing);
}

static void
job_finished_cb (OctWorkspacesPage *self)
{
  g_autoptr (OctJob) job = g_steal_pointer (&self->job);
  const GError *error = oct_job_get_error (job);
  const OctCopyReport *report = oct_job_get_result (job);

  g_signal_group_set_target (self->job_signals, NULL);
  update_actions (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, g_strdup (_("Stopped. Nothing was changed")));
  else if (error != NULL)
    oct_workspace_tell_failure (
      GTK_WIDGET (self), self->opening ? _("The copy was not opened") : _("The copy was not saved"),
      error);
  else if (report->missing > 0)
    toast (self, say_missing (report));
  else if (self->opening)
    /* Translators: %s is the name of a workspace. */
    toast (self, g_strdup_printf (_("Opened as “%s”"), report->name));
  else
    toast (self,
           g_strdup_printf (ngettext ("Saved a copy, with %u file of evidence",
                                      "Saved a copy, with %u files of evidence", report->objects),
                            report->objects));
  if (error == NULL && self->opening)
    open_workspace (self, report->name);
}

static void
start (OctWorkspacesPage *self, OctJob *job, gboolean opening)
{
  self->job = job;
  self->opening = opening;
  gtk_progress_bar_set_fraction (self->job_bar, 0);
  g_signal_group_set_target (self->job_signals, job);
  gtk_label_set_label (self->job_label, oct_job_get_title (job));
  update_actions (self);
}

static void
save_answer (GtkWidget *widget, const char *name, const char *answer)
{
  oct_workspaces_page_save_copy (OCT_WORKSPACES_PAGE (widget), name, answer);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_workspace_ask_save (widget, g_variant_get_string (parameter, NULL), save_answer);
}

static void
open_answer (GtkWidget *widget, const char *name, const char *answer)
{
  oct_workspaces_page_open_copy (OCT_WORKSPACES_PAGE (widget), answer);
}

static void
open_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_workspace_ask_open (widget, open_answer);
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_job_cancel (OCT_WORKSPACES_PAGE (widget)->job);
}

/* --- class --- */

static void
oct_workspaces_page_show_location (OctPage *page, const char *location)
{
  OctWorkspacesPage *self = OCT_WORKSPACES_PAGE (page);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_page_set_title (page, _("Workspaces"));
  read_list (self);
}

static void
oct_workspaces_page_dispose (GObject *object)
{
  OctWorkspacesPage *self = OCT_WORKSPACES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->job_signals != NULL)
    g_signal_group_set_target (self->job_signals, NULL);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  if (self->job != NULL)
    oct_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->job_signals);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_workspaces_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "workspaces.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.rename", "s", rename_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.backups", "s", backups_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.trash", "s", trash_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.save-copy", "s", save_copy_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.open-copy", NULL, open_copy_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.cancel", NULL, cancel_cb);
}

static void
oct_workspaces_page_class_init (OctWorkspacesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_workspaces_page_dispose;
  OCT_PAGE_CLASS (klass)->show = oct_workspaces_page_show_location;

  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-workspaces-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctWorkspacesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctWorkspacesPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctWorkspacesPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctWorkspacesPage, job_revealer);
  gtk_widget_class_bind_template_child (widget_class, OctWorkspacesPage, job_label);
  gtk_widget_class_bind_template_child (widget_class, OctWorkspacesPage, job_bar);
  install_actions (widget_class);
}

static void
oct_workspaces_page_init (OctWorkspacesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job_signals = g_signal_group_new (OCT_TYPE_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify::detail", G_CALLBACK (job_progress_cb),
                                  self);
  g_signal_group_connect_swapped (self->job_signals, "notify::fraction",
                                  G_CALLBACK (job_progress_cb), self);
  g_signal_group_connect_swapped (self->job_signals, "finished", G_CALLBACK (job_finished_cb),
                                  self);
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name", G_CALLBACK (read_list),
                                  self);
  update_actions (self);
}

/**
 * oct_workspaces_page_save_copy:
 * @self: the page
 * @name: the name of a workspace
 * @path: the file to make
 *
 * Saves a copy, and says that it is done or why it isn't.
 */
void
oct_workspaces_page_save_copy (OctWorkspacesPage *self, const char *name, const char *path)
{
  g_return_if_fail (OCT_IS_WORKSPACES_PAGE (self));

  if (self->job == NULL)
    start (self, oct_workbench_start_save_copy (get_workbench (self), name, path), FALSE);
}

/**
 * oct_workspaces_page_open_copy:
 * @self: the page
 * @path: a copy of a workspace
 *
 * Makes a workspace of a copy and opens it, or says why that can't be.
 */
void
oct_workspaces_page_open_copy (OctWorkspacesPage *self, const char *path)
{
  g_return_if_fail (OCT_IS_WORKSPACES_PAGE (self));

  if (self->job == NULL)
    start (self, oct_workbench_start_open_copy (get_workbench (self), path), TRUE);
}
