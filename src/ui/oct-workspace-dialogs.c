/* What is asked before something is done with a whole workspace; see the header.
 *
 * Each question says what will be kept, so that nobody has to be brave to answer it.
 */
#include "oct-workspace-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "oct-save.h"
#include "oct-workspace-pack.h"
#include "oct-workspace.h"

typedef struct
{
  GtkWidget *widget; /* weak */
  char *name;
  char *answer;
  GtkEditable *entry; /* (nullable): holds the answer */
  OctAnswerFunc func;
} Question;

static Question *
question_new (GtkWidget *widget, const char *name, const char *answer, OctAnswerFunc func)
{
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->widget, widget);
  question->name = g_strdup (name);
  question->answer = g_strdup (answer);
  question->func = func;

  return question;
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->widget);
  g_free (question->name);
  g_free (question->answer);
  g_free (question);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Questions. */

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (!g_str_equal (response, "do") || question->widget == NULL)
    return;
  if (question->entry != NULL)
    question->func (question->widget, question->name, gtk_editable_get_text (question->entry));
  else
    question->func (question->widget, question->name, question->answer);
}

static AdwMessageDialog *
make_dialog (Question *question, const char *heading, const char *body, const char *label,
             AdwResponseAppearance appearance)
{
  GtkWidget *widget = adw_message_dialog_new (get_window (question->widget), heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", appearance);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, appearance == ADW_RESPONSE_DESTRUCTIVE ? "cancel"
                                                                                          : "do");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);

  return dialog;
}

static void
text_cb (AdwMessageDialog *dialog, GParamSpec *pspec, GtkEditable *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "do", *name != '\0');
}

/**
 * oct_workspace_ask_name:
 * @widget: who asks
 * @name: the name it has
 * @func: is given the new name
 *
 * Asks for another name of a workspace.
 */
void
oct_workspace_ask_name (GtkWidget *widget, const char *name, OctAnswerFunc func)
{
  Question *question = question_new (widget, name, NULL, func);
  GtkWidget *entry = gtk_entry_new ();
  AdwMessageDialog *dialog = make_dialog (question, _("Rename the workspace"),
                                          _("Its history, evidence and backups go with it."),
                                          _("_Rename"), ADW_RESPONSE_SUGGESTED);

  question->entry = GTK_EDITABLE (entry);
  gtk_editable_set_text (question->entry, name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the workspace"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_signal_connect_object (entry, "notify::text", G_CALLBACK (text_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * oct_workspace_ask_trash:
 * @widget: who asks
 * @name: the name of a workspace
 * @func: is called when it was confirmed
 *
 * Asks before a workspace is moved to the trash.
 */
void
oct_workspace_ask_trash (GtkWidget *widget, const char *name, OctAnswerFunc func)
{
  Question *question = question_new (widget, name, NULL, func);
  g_autofree char *heading = NULL;

  /* Translators: %s is the name of a workspace. */
  heading = g_strdup_printf (_("Move “%s” to the trash?"), name);
  gtk_window_present (GTK_WINDOW (
    make_dialog (question, heading,
                 _("All that was judged and planned in it goes there, with its evidence and its "
                   "backups. It can be moved back until the trash is emptied."),
                 _("_Move to trash"), ADW_RESPONSE_DESTRUCTIVE)));
}

/**
 * oct_workspace_ask_restore:
 * @widget: who asks
 * @name: the name of a workspace
 * @backup: one of its backups
 * @when: when that was made, in words
 * @func: is given @backup when it was confirmed
 *
 * Asks before a workspace goes back to a backup, and says what is kept.
 */
void
oct_workspace_ask_restore (GtkWidget *widget, const char *name, const char *backup,
                           const char *when, OctAnswerFunc func)
{
  Question *question = question_new (widget, name, backup, func);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  /* Translators: %s is a date and a time. */
  heading = g_strdup_printf (_("Restore the backup of %s?"), when);
  body = g_strdup_printf (
    /* Translators: %s is the name of a workspace. */
    _("“%s” will be as it was then. What it is now is backed up first, and stands at the top of "
      "this list, so nothing is lost. A workspace too damaged to be backed up is set aside as it "
      "is."),
    name);
  gtk_window_present (
    GTK_WINDOW (make_dialog (question, heading, body, _("_Restore"), ADW_RESPONSE_SUGGESTED)));
}

/* Files. */

static void
chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && question->widget != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      path = file != NULL ? g_file_get_path (file) : NULL;
    }
  if (path != NULL)
    question->func (question->widget, question->name, path);
  else if (file != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (
        G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
        _("Octant reads and saves in folders of this computer only. Choose another folder."));

      oct_workspace_tell_failure (question->widget, _("This place can’t be used"), error);
    }
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
show_chooser (GtkFileChooserNative *chooser, Question *question)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * oct_workspace_ask_save:
 * @widget: who asks
 * @name: the name of a workspace
 * @func: is given the path
 *
 * Asks where a copy of a workspace is to be saved.
 */
void
oct_workspace_ask_save (GtkWidget *widget, const char *name, OctAnswerFunc func)
{
  static const char *const patterns[] = { "*" OCT_PACK_SUFFIX, NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Save a copy"), get_window (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *dated = g_strdup_printf ("%s %s", name, day);
  g_autofree char *file_name = oct_save_file_name (dated, OCT_PACK_SUFFIX + 1);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  add_filter (GTK_FILE_CHOOSER (chooser), _("Copies of workspaces"), patterns);
  show_chooser (chooser, question_new (widget, name, NULL, func));
}

/**
 * oct_workspace_ask_open:
 * @widget: who asks
 * @func: is given the path
 *
 * Asks which copy of a workspace is to be opened.
 */
void
oct_workspace_ask_open (GtkWidget *widget, OctAnswerFunc func)
{
  static const char *const copies[] = { "*" OCT_PACK_SUFFIX, "*" OCT_WORKSPACE_SUFFIX, NULL };
  static const char *const all[] = { "*", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Open a copy"), get_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (chooser), _("Copies of workspaces"), copies);
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), all);
  show_chooser (chooser, question_new (widget, NULL, NULL, func));
}

/**
 * oct_workspace_tell_failure:
 * @widget: where it was asked for
 * @heading: what was not done
 * @error: why
 *
 * Shows a message.
 */
void
oct_workspace_tell_failure (GtkWidget *widget, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (widget), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
