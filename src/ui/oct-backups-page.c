/* The backups of a workspace; see the header. */
#include "oct-backups-page.h"

#include <glib/gi18n.h>

#include "oct-location.h"
#include "oct-workbench-copies.h"
#include "oct-workspace-dialogs.h"

struct _OctBackupsPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkLabel *heading;
  GtkWidget *none;
  GtkListBox *list;

  /* owned */
  GCancellable *cancellable;
  char *name;

  gboolean busy; /* something was asked for and isn't done */
};

G_DEFINE_FINAL_TYPE (OctBackupsPage, oct_backups_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctBackupsPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* (transfer full): "Tuesday 24 November 2026, 17:05". */
static char *
say_when (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);

  /* Translators: a day and a time of day; see the documentation of g_date_time_format(). */
  return g_date_time_format (time, _("%A %-d %B %Y, %H:%M"));
}

static const char *
say_why (OctBackupReason reason)
{
  switch (reason)
    {
    case OCT_BACKUP_DAILY:
      return _("Made when it was first opened that day");
    case OCT_BACKUP_ASKED:
      return _("Made because somebody asked for it");
    case OCT_BACKUP_BEFORE_UPDATE:
      return _("Made before Octant brought it up to date");
    case OCT_BACKUP_BEFORE_RESTORE:
    default:
      return _("Made before an earlier backup was restored");
    }
}

/* --- the list --- */

static GtkWidget *
make_row (const OctBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
  g_autofree char *when = say_when (backup->at);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *facts = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: why a backup was made, and its size. */
  facts = g_strdup_printf (_("%s · %s"), say_why (backup->reason), size);
  /* Translators: %s is a date and a time. */
  spoken = g_strdup_printf (_("Restore the backup of %s"), when);
  g_object_set (row, "title", when, "subtitle", facts, "title-lines", 2, "subtitle-lines", 0, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", backup->path, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
show_backups (OctBackupsPage *self, GPtrArray *backups)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (backups, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), backups->len > 0);
  gtk_widget_set_visible (self->none, backups->len == 0);
  gtk_label_set_label (self->heading, self->name);
  oct_page_show_part (self->stack, "list");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctBackupsPage) self = OCT_BACKUPS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = oct_workbench_list_finish (OCT_WORKBENCH (source), result,
                                                             &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (backups != NULL)
    {
      show_backups (self, backups);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  oct_page_show_part (self->stack, "error");
}

static void
read_list (OctBackupsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  oct_workbench_list_backups_async (get_workbench (self), self->name, self->cancellable, listed_cb,
                                    g_object_ref (self));
}

/* --- what is done --- */

static void
set_busy (OctBackupsPage *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.restore", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.back-up", !busy);
}

static void
finish (OctBackupsPage *self, GObject *source, GAsyncResult *result, const char *done,
        const char *failed)
{
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (oct_workbench_chore_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", done);
  else
    oct_workspace_tell_failure (GTK_WIDGET (self), failed, error);
  read_list (self);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctBackupsPage) self = OCT_BACKUPS_PAGE (user_data);

  finish (self, source, result, _("Restored. What it was before stands at the top of the list"),
          _("The workspace stays as it is"));
}

static void
restore_answer (GtkWidget *widget, const char *name, const char *answer)
{
  oct_backups_page_restore (OCT_BACKUPS_PAGE (widget), answer);
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctBackupsPage *self = OCT_BACKUPS_PAGE (widget);
  const char *path;
  const char *when;

  g_variant_get (parameter, "(&s&s)", &path, &when);
  oct_workspace_ask_restore (widget, self->name, path, when, restore_answer);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctBackupsPage) self = OCT_BACKUPS_PAGE (user_data);

  finish (self, source, result, _("Backed up"), _("No backup was made"));
}

static void
back_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctBackupsPage *self = OCT_BACKUPS_PAGE (widget);

  set_busy (self, TRUE);
  oct_workbench_back_up_async (get_workbench (self), self->name, backed_up_cb, g_object_ref (self));
}

/* --- class --- */

static void
oct_backups_page_show_location (OctPage *page, const char *location)
{
  OctBackupsPage *self = OCT_BACKUPS_PAGE (page);
  g_autofree char *id = oct_location_dup_id (location);
  const char *open = oct_workbench_get_name (get_workbench (self));

  g_free (self->name);
  self->name = id != NULL ? g_uri_unescape_string (id, NULL) : g_strdup (open);
  if (self->name == NULL)
    self->name = g_strdup ("");
  oct_page_set_title (page, _("Backups"));
  read_list (self);
}

static void
oct_backups_page_dispose (GObject *object)
{
  OctBackupsPage *self = OCT_BACKUPS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (oct_backups_page_parent_class)->dispose (object);
}

static void
oct_backups_page_finalize (GObject *object)
{
  g_free (OCT_BACKUPS_PAGE (object)->name);

  G_OBJECT_CLASS (oct_backups_page_parent_class)->finalize (object);
}

static void
oct_backups_page_class_init (OctBackupsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_backups_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_backups_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_backups_page_show_location;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctBackupsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctBackupsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctBackupsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OctBackupsPage, none);
  gtk_widget_class_bind_template_child (widget_class, OctBackupsPage, list);
  gtk_widget_class_install_action (widget_class, "backups.restore", "(ss)", restore_cb);
  gtk_widget_class_install_action (widget_class, "backups.back-up", NULL, back_up_cb);
}

static void
oct_backups_page_init (OctBackupsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_backups_page_restore:
 * @self: the page
 * @backup_path: one of the backups
 *
 * Goes back to a backup, and says that it is done or why it isn't.
 */
void
oct_backups_page_restore (OctBackupsPage *self, const char *backup_path)
{
  g_return_if_fail (OCT_IS_BACKUPS_PAGE (self));

  if (self->busy)
    return;
  set_busy (self, TRUE);
  oct_workbench_restore_async (get_workbench (self), self->name, backup_path, restored_cb,
                               g_object_ref (self));
}

/**
 * oct_backups_page_make_location:
 * @name: the name of a workspace
 *
 * Returns: (transfer full): the location of its backups
 */
char *
oct_backups_page_make_location (const char *name)
{
  g_autofree char *id = g_uri_escape_string (name, NULL, FALSE);

  return g_strconcat ("backups/", id, NULL);
}
