/* Taking over a lens from a file; see the header.
 *
 * The file is read away from the main loop and taken for what it may be: anything. Nothing changes
 * before somebody has seen what it is, and one undo takes it back.
 */

#include "oct-lens-import.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "oct-lens-file.h"

typedef struct
{
  GtkWidget *widget; /* owned */
  OctWorkbench *workbench;
  OctLens *lens; /* (nullable): what is offered */
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
  g_clear_object (&import->lens);
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
                                              _("This lens can’t be taken over"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *location = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      show_problem (import->widget, error->message);
      return;
    }
  location = g_strdup_printf ("lens/%s", oct_lens_get_key (import->lens));
  gtk_widget_activate_action (import->widget, "win.go", "s", location);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Import *import)
{
  Import *kept;

  if (!g_str_equal (response, "take"))
    return;
  kept = import_new (import->widget, import->workbench);
  kept->lens = g_object_ref (import->lens);
  oct_workbench_put_lens_async (import->workbench, import->lens, kept_cb, kept);
}

static void
free_import_cb (gpointer data, GClosure *closure)
{
  import_free (data);
}

/* (transfer full): what taking the lens over does. */
static char *
describe_offer (OctAssessment *assessment, OctLens *lens)
{
  OctLens *known = oct_assessment_find_lens (assessment, oct_lens_get_key (lens));
  guint n_items = oct_lens_get_items (lens)->len;

  if (g_str_equal (oct_lens_get_key (lens), OCT_LENS_STRATEGY))
    return g_strdup_printf (
      ngettext ("It has %u pillar, which is added to your strategy; one that you have already is "
                "reworded.",
                "It has %u pillars, which are added to your strategy; those that you have already "
                "are reworded.",
                n_items),
      n_items);
  if (known != NULL)
    return g_strdup_printf (
      ngettext ("It has %u item and takes the place of what “%s” has now. What was judged stays.",
                "It has %u items and takes the place of what “%s” has now. What was judged stays.",
                n_items),
      n_items, oct_lens_get_name (known));

  return g_strdup_printf (ngettext ("It has %u item, and gets a page of its own.",
                                    "It has %u items, and gets a page of its own.", n_items),
                          n_items);
}

/* @import: (transfer full): with what is offered */
static void
show_offer (Import *import, OctAssessment *assessment)
{
  g_autofree char *body = describe_offer (assessment, import->lens);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the name of a list, such as the domains of a framework. */
  heading = g_strdup_printf (_("Take over “%s”?"), oct_lens_get_name (import->lens));
  dialog = adw_message_dialog_new (get_window (import->widget), heading, body);
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
 * oct_lens_import_offer:
 * @widget: where it is asked
 * @workbench: the workbench whose workspace is to have it
 * @bytes: a file
 *
 * Says what a lens from a file is, and takes it over if that is wanted; or says why it can't be.
 */
void
oct_lens_import_offer (GtkWidget *widget, OctWorkbench *workbench, GBytes *bytes)
{
  OctAssessment *assessment;
  g_autoptr (Import) import = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OCT_IS_WORKBENCH (workbench));
  g_return_if_fail (bytes != NULL);

  assessment = oct_workbench_get_assessment (workbench);
  if (assessment == NULL)
    return;
  import = import_new (widget, workbench);
  import->lens = oct_lens_file_parse (bytes, &error);
  if (import->lens != NULL
      && oct_lens_check_maps (import->lens, oct_assessment_get_framework (assessment), &error))
    show_offer (g_steal_pointer (&import), assessment);
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
    oct_lens_import_offer (import->widget, import->workbench, bytes);
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
    g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), OCT_LENS_FILE_MAX_BYTES + 1,
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
 * oct_lens_import_ask:
 * @widget: where it is asked
 * @workbench: the workbench whose workspace is to have it
 *
 * Asks for a file with a lens and offers it.
 */
void
oct_lens_import_ask (GtkWidget *widget, OctWorkbench *workbench)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (OCT_IS_WORKBENCH (workbench));

  dialog = gtk_file_chooser_native_new (_("Take over a lens"), get_window (widget),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_file_filter_set_name (filter, _("Octant lens"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), import_new (widget, workbench),
                         free_import_cb, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
