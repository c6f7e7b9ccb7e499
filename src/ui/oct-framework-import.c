/* Taking over a framework from a file; see the header.
 *
 * The file is read away from the main loop and taken for what it may be: anything. Nothing changes
 * before somebody has seen what would, and one undo takes it back.
 */

#include "oct-framework-import.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "oct-framework-file.h"
#include "oct-framework-next.h"

typedef struct
{
  GtkWidget *widget; /* owned */
  OctWorkbench *workbench;
  OctFramework *framework; /* (nullable): what is offered */
} Import;

static Import *
import_new (GtkWidget *widget, OctWorkbench *workbench)
{
  Import *import = g_new0 (Import, 1);

  import->widget = g_object_ref (widget);
  import->workbench = g_object_ref (workbench);

  return import;
}

static void
import_free (Import *import)
{
  g_object_unref (import->widget);
  g_object_unref (import->workbench);
  g_clear_object (&import->framework);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
show_problem (GtkWidget *widget, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (widget),
                                              _("This framework can’t be taken over"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    show_problem (widget, error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Import *import)
{
  if (g_str_equal (response, "take"))
    oct_workbench_add_framework_async (import->workbench, import->framework, kept_cb,
                                       g_object_ref (import->widget));
}

static void
free_import_cb (gpointer data, GClosure *closure)
{
  import_free (data);
}

static GtkWidget *
make_change_list (char **changes)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autofree char *text = g_strjoinv ("\n", changes);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);

  return scrolled;
}

/* @import: (transfer full): with what is offered */
static void
show_offer (Import *import, OctFramework *current)
{
  g_auto (GStrv) changes = oct_framework_describe_changes (current, import->framework);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* Translators: a number from 2. */
  heading = g_strdup_printf (_("Judge by version %d from now on?"),
                             oct_framework_get_version (import->framework));
  dialog = adw_message_dialog_new (get_window (import->widget), heading,
                                   _("What was judged stays under the version it was judged by. "
                                     "This is what changes:"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_change_list (changes));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "take",
                                    _("_Take over"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "take");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), import, free_import_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * oct_framework_import_offer:
 * @widget: where it is asked
 * @workbench: the workbench whose workspace is to judge by it
 * @bytes: a file
 *
 * Shows what a framework from a file would change, and takes it over if that is wanted; or says why
 * it can't be.
 */
void
oct_framework_import_offer (GtkWidget *widget, OctWorkbench *workbench, GBytes *bytes)
{
  OctAssessment *assessment;
  OctFramework *current;
  g_autoptr (Import) import = NULL;
  g_autoptr (OctFramework) other = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OCT_IS_WORKBENCH (workbench));
  g_return_if_fail (bytes != NULL);

  assessment = oct_workbench_get_assessment (workbench);
  if (assessment == NULL)
    return;
  current = oct_assessment_get_newest_framework (assessment);
  import = import_new (widget, workbench);
  other = oct_framework_file_parse (bytes, &error);
  if (other != NULL)
    import->framework = oct_framework_make_next (current, other, &error);
  if (import->framework != NULL)
    show_offer (g_steal_pointer (&import), current);
  else
    show_problem (widget, error->message);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                               &error);

  if (bytes != NULL)
    oct_framework_import_offer (import->widget, import->workbench, bytes);
  else
    show_problem (import->widget, error->message);
}

/* One byte more than may be, so that the reader sees that a file is too long. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream != NULL)
    g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), OCT_FRAMEWORK_FILE_MAX_BYTES + 1,
                                     G_PRIORITY_DEFAULT, NULL, read_cb, g_steal_pointer (&import));
  else
    show_problem (import->widget, error->message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Import *import)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb,
                       import_new (import->widget, import->workbench));
  g_object_unref (dialog);
}

/**
 * oct_framework_import_ask:
 * @widget: where it is asked
 * @workbench: the workbench whose workspace is to judge by it
 *
 * Asks for a file with a framework and offers it.
 */
void
oct_framework_import_ask (GtkWidget *widget, OctWorkbench *workbench)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OCT_IS_WORKBENCH (workbench));

  dialog = gtk_file_chooser_native_new (_("Take over a framework"), get_window (widget),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_file_filter_set_name (filter, _("Octant framework"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), import_new (widget, workbench),
                         free_import_cb, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
