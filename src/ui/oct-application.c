/* The application: reads the command line, opens the session and shows it in a window.
 *
 * A second start hands its files to the running window, except when it names a data folder of its
 * own: two folders are two programs. The demonstration trust is another session in the same window.
 */

#include "octant-config.h"

#include "oct-application.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-colour-scheme.h"
#include "oct-due-notifier.h"
#include "oct-error.h"
#include "oct-session.h"
#include "oct-ui.h"
#include "oct-window-actions.h"
#include "oct-window.h"

struct _OctApplication
{
  AdwApplication parent_instance;

  /* owned */
  char *data_dir;
  OctSession *session;
  OctDueNotifier *notifier;

  /* borrowed */
  OctWindow *window;
};

G_DEFINE_FINAL_TYPE (OctApplication, oct_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demonstration trust"), NULL },
  /* Translators: the word in capitals stands for a folder in the help of the command line. */
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Keep everything in this folder"),
    N_("DIR") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL },
};

static OctSession *
open_session (OctApplication *self, gboolean demo)
{
  OctSession *session;
  g_autoptr (OctJob) upgrade = NULL;
  g_autoptr (GError) error = NULL;

  if (demo)
    session = oct_session_new_demo (self->data_dir);
  else
    session = oct_session_new (self->data_dir);

  /* A missing register is the ordinary first start; a damaged one stays as the session's
   * "problem", which the window shows. */
  if (!oct_session_open (session, &error)
      && !g_error_matches (error, OCT_ERROR, OCT_ERROR_NO_REGISTER)
      && oct_session_get_problem (session) == NULL)
    g_printerr ("%s\n", error->message);
  /* The session takes up what comes of it by itself. */
  upgrade = oct_session_upgrade (session);
  return session;
}

static void
window_destroy_cb (OctApplication *self)
{
  self->window = NULL;
}

static void
update_actions (OctApplication *self)
{
  gboolean demo = self->session != NULL && oct_session_is_demo (self->session);
  GActionMap *map = G_ACTION_MAP (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "open-demo")),
                               !demo);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "leave-demo")),
                               demo);
}

static void
show_session (OctApplication *self, gboolean demo)
{
  g_autoptr (OctSession) previous = g_steal_pointer (&self->session);

  if (previous != NULL)
    oct_session_flush (previous);
  g_clear_object (&self->notifier);
  self->session = open_session (self, demo);
  self->notifier = oct_due_notifier_new (G_APPLICATION (self), self->session);
  if (self->window != NULL)
    {
      oct_window_set_session (self->window, self->session);
    }
  else
    {
      self->window = oct_window_new (GTK_APPLICATION (self), self->session);
      g_signal_connect_object (self->window, "destroy", G_CALLBACK (window_destroy_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_actions (self);
}

static void
open_demo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OctApplication *self = OCT_APPLICATION (user_data);

  if (self->window != NULL)
    show_session (self, TRUE);
}

static void
leave_demo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OctApplication *self = OCT_APPLICATION (user_data);

  if (self->window != NULL)
    show_session (self, FALSE);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OctApplication *self = OCT_APPLICATION (user_data);
  GtkWidget *about = g_object_new (
    ADW_TYPE_ABOUT_WINDOW, "transient-for", self->window, "application-name", _("Octant"),
    "application-icon", OCT_APPLICATION_ID, "version", OCT_VERSION, "developer-name",
    /* Translators: shown in the about window as who made the program. */
    _("The Octant contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _("The public register of schools and trusts in England, open in front of you. Everything "
      "stays on this computer."),
    /* Translators: put your name here, one a line. */
    "translator-credits", _("translator-credits"), NULL);

  adw_about_window_add_legal_section (
    ADW_ABOUT_WINDOW (about), _("The register of schools"), NULL, GTK_LICENSE_CUSTOM,
    _("Contains public sector information licensed under the Open Government Licence v3.0.\n"
      "Source: Department for Education."));
  adw_about_window_add_legal_section (
    ADW_ABOUT_WINDOW (about), _("Boundaries"), NULL, GTK_LICENSE_CUSTOM,
    _("Contains public sector information licensed under the Open Government Licence v3.0.\n"
      "Source: Office for National Statistics.\n"
      "Contains OS data © Crown copyright and database right."));
  gtk_window_present (GTK_WINDOW (about));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OctApplication *self = OCT_APPLICATION (user_data);

  /* Through the window, so that its state is kept and a running import is asked about. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

/* A notification of the desktop leads here. */
static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  OctApplication *self = OCT_APPLICATION (user_data);

  g_application_activate (G_APPLICATION (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), "win.go", parameter);
}

static const GActionEntry action_entries[] = {
  { .name = "go", .activate = go_cb, .parameter_type = "s" },
  { .name = "open-demo", .activate = open_demo_cb },
  { .name = "leave-demo", .activate = leave_demo_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
oct_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (oct_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries,
                                   G_N_ELEMENTS (action_entries), application);
  oct_ui_add_style ();
  oct_accessible_name_buttons ();
  gtk_window_set_default_icon_name (OCT_APPLICATION_ID);
  oct_window_set_accels (GTK_APPLICATION (application));
  oct_colour_scheme_bind (ADW_APPLICATION (application));
  oct_due_notifier_add_action (application);
}

static void
oct_application_activate (GApplication *application)
{
  OctApplication *self = OCT_APPLICATION (application);

  if (self->window == NULL)
    show_session (self, self->session != NULL && oct_session_is_demo (self->session));
  gtk_window_present (GTK_WINDOW (self->window));
}

static int
oct_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  /* A data folder of its own is a program of its own. */
  if (g_variant_dict_contains (options, "data-dir"))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static int
oct_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  OctApplication *self = OCT_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  g_autofree char *data_dir = NULL;
  gboolean demo = FALSE;

  if (self->window == NULL && g_variant_dict_lookup (options, "data-dir", "^ay", &data_dir))
    {
      g_autoptr (GFile) folder = g_application_command_line_create_file_for_arg (line, data_dir);
      g_free (self->data_dir);
      self->data_dir = g_file_get_path (folder);
    }
  g_variant_dict_lookup (options, "demo", "b", &demo);
  if (self->window == NULL || (demo && !oct_session_is_demo (self->session)))
    show_session (self, demo);
  g_application_activate (application);

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names) && names[0] != NULL)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) paths = NULL;

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);
          g_autofree char *path = g_file_get_path (file);
          if (path != NULL)
            g_strv_builder_add (builder, path);
        }
      paths = g_strv_builder_end (builder);
      if (paths[0] != NULL)
        oct_window_import (self->window, (const char *const *) paths);
    }
  return 0;
}

static void
oct_application_shutdown (GApplication *application)
{
  OctApplication *self = OCT_APPLICATION (application);

  G_APPLICATION_CLASS (oct_application_parent_class)->shutdown (application);
  if (self->session != NULL)
    oct_session_flush (self->session);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session);
}

static void
oct_application_finalize (GObject *object)
{
  OctApplication *self = OCT_APPLICATION (object);

  g_free (self->data_dir);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (oct_application_parent_class)->finalize (object);
}

static void
oct_application_class_init (OctApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = oct_application_finalize;

  application_class->startup = oct_application_startup;
  application_class->activate = oct_application_activate;
  application_class->handle_local_options = oct_application_handle_local_options;
  application_class->command_line = oct_application_command_line;
  application_class->shutdown = oct_application_shutdown;
}

static void
oct_application_init (OctApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
}

/**
 * oct_application_new:
 *
 * Makes the application.
 *
 * Returns: (transfer full): a new application, not yet running
 */
OctApplication *
oct_application_new (void)
{
  OctApplication *self = g_object_new (OCT_TYPE_APPLICATION, "application-id", OCT_APPLICATION_ID,
                                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE, NULL);

  /* With a base path GTK would look for icons below it, and read every icon theme of the system a
   * second time for that: a fifth of the time until the first frame. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  return self;
}
