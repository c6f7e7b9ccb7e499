/* Every action of the window, its key, and the one function that says which of them can be used.
 *
 * Menus, buttons, keys and tests all go through these. What an action does stands in the window or
 * the page; this file only names them.
 */

#include "oct-window-actions.h"

#include <glib/gi18n.h>

#include "oct-file-chooser.h"
#include "oct-focus.h"

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_go (OCT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_go_to_place (OCT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_back (OCT_WINDOW (widget));
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_forward (OCT_WINDOW (widget));
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_toast (OCT_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctWindow *self = OCT_WINDOW (widget);
  OctPage *page = oct_window_get_page (self);

  if (page != NULL && OCT_PAGE_GET_CLASS (page)->focus_search != NULL
      && OCT_PAGE_GET_CLASS (page)->focus_search (page))
    return;

  /* A page with nothing to search leads to the one that searches everything. */
  oct_window_go (self, "schools");
  page = oct_window_get_page (self);
  if (page != NULL && OCT_PAGE_GET_CLASS (page)->focus_search != NULL)
    OCT_PAGE_GET_CLASS (page)->focus_search (page);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPage *page = oct_window_get_page (OCT_WINDOW (widget));

  if (page != NULL && OCT_PAGE_GET_CLASS (page)->copy != NULL)
    OCT_PAGE_GET_CLASS (page)->copy (page);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPage *page = oct_window_get_page (OCT_WINDOW (widget));

  if (page != NULL && OCT_PAGE_GET_CLASS (page)->export_ != NULL)
    OCT_PAGE_GET_CLASS (page)->export_ (page);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPage *page = oct_window_get_page (OCT_WINDOW (widget));

  if (page != NULL && OCT_PAGE_GET_CLASS (page)->print != NULL)
    OCT_PAGE_GET_CLASS (page)->print (page);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_file_chooser_ask_import (OCT_WINDOW (widget));
}

static void
import_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  oct_window_import (OCT_WINDOW (widget), paths);
}

static void
rebuild_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_rebuild (OCT_WINDOW (widget));
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_reload (OCT_WINDOW (widget));
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_toggle_sidebar (OCT_WINDOW (widget));
}

static void
other_side_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPage *page = oct_window_get_page (OCT_WINDOW (widget));

  if (page != NULL)
    oct_focus_other_side (page);
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_undo (OCT_WINDOW (widget), FALSE);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_window_undo (OCT_WINDOW (widget), TRUE);
}

/* Made each time: it is seldom looked at, and takes as long to make as a page does. */
static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
    "/io/github/octantapp/Octant/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
save_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *view;
  const char *page;
  const char *query;

  g_variant_get (parameter, "(&s&s&s)", &view, &page, &query);
  oct_session_save_view (oct_window_get_session (OCT_WINDOW (widget)), view, page, query);
}

/**
 * oct_window_class_install_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions "win.…".
 */
void
oct_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.place", "s", place_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.import-files", "as", import_files_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.rebuild", NULL, rebuild_cb);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.other-side", NULL, other_side_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.save-view", "(sss)", save_view_cb);
}

/**
 * oct_window_update_actions:
 * @self: the window
 *
 * Enables each action that can be used now, and no other. The window calls it whenever the page or
 * the history changed.
 */
void
oct_window_update_actions (OctWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  OctPage *page = oct_window_get_page (self);
  OctPageClass *klass = page != NULL ? OCT_PAGE_GET_CLASS (page) : NULL;
  OctWorkbench *workbench = oct_session_get_workbench (oct_window_get_session (self));

  gtk_widget_action_set_enabled (widget, "win.back", oct_window_get_can_back (self));
  gtk_widget_action_set_enabled (widget, "win.forward", oct_window_get_can_forward (self));
  gtk_widget_action_set_enabled (widget, "win.copy", klass != NULL && klass->copy != NULL);
  gtk_widget_action_set_enabled (widget, "win.export", klass != NULL && klass->export_ != NULL);
  gtk_widget_action_set_enabled (widget, "win.print", klass != NULL && klass->print != NULL);
  /* Also where nothing can be undone: then it says why. */
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 oct_workbench_get_assessment (workbench) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 oct_workbench_get_redo_sentence (workbench) != NULL);
  gtk_widget_action_set_enabled (widget, "win.rebuild",
                                 oct_session_get_problem (oct_window_get_session (self)) != NULL);
}

/**
 * oct_window_set_accels:
 * @application: the application
 *
 * Binds the keys. ui/help-overlay.ui lists the same for people.
 */
void
oct_window_set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "win.place('home')", { "<Control>1", "<Alt>Home" } },
    { "win.place('schools')", { "<Control>2" } },
    { "win.place('trusts')", { "<Control>3" } },
    { "win.place('national')", { "<Control>4" } },
    { "win.place('map')", { "<Control>5" } },
    { "win.place('changes')", { "<Control>6" } },
    { "win.place('sources')", { "<Control>7" } },
    { "win.back", { "<Alt>Left", "Back" } },
    { "win.forward", { "<Alt>Right", "Forward" } },
    { "win.search", { "<Control>f" } },
    { "win.import", { "<Control>i", "<Control>o" } },
    { "win.place('our-trust')", { "<Control>8" } },
    { "win.go('workspaces')", { "<Control><Shift>o" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.copy", { "<Control><Shift>c" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.reload", { "F5" } },
    { "win.other-side", { "F6" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.fullscreen", { "F11" } },
    { "win.shortcuts", { "<Control>question", "<Control>F1" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
}
