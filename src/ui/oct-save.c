/* Saving something to a file of the person's choice. */

#include "oct-save.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "oct-timeline-chart.h"

/* A picture of a chart: A4 across, in points. */
#define PICTURE_WIDTH 842.0
#define PICTURE_HEIGHT 595.0
#define PICTURE_SCALE 2.0

typedef struct
{
  GtkWidget *widget;
  GtkFileChooserNative *chooser;
  OctSaveFunc func;
  gpointer data;
  GDestroyNotify free_data;
  char *path;
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->widget);
  if (save->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (save->chooser));
  g_clear_object (&save->chooser);
  if (save->free_data != NULL)
    save->free_data (save->data);
  g_free (save->path);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
show_failure (GtkWidget *widget, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root))
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (root), _("The file was not saved"), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *toast = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_failure (save->widget, error);
      return;
    }

  name = g_path_get_basename (save->path);
  /* Translators: the name of a file that was saved. */
  toast = g_strdup_printf (_("Saved as %s"), name);
  gtk_widget_activate_action (save->widget, "win.toast", "s", toast);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (save->func (save->path, save->data, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                             _("The file could not be written."));
}

/* The extension of the chosen kind, where the person typed none. */
static char *
complete_path (GtkFileChooser *chooser, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *extension;

  if (strchr (base, '.') != NULL || filter == NULL)
    return g_strdup (path);

  extension = g_object_get_data (G_OBJECT (filter), "extension");
  return g_strconcat (path, extension, NULL);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (
        G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
        _("Octant saves to folders of this computer only. Choose another "
          "folder."));

      show_failure (save->widget, error);
      return;
    }

  save->path = complete_path (GTK_FILE_CHOOSER (dialog), path);
  task = g_task_new (NULL, NULL, saved_cb, save);
  g_task_set_task_data (task, save, NULL);
  g_steal_pointer (&save);
  g_task_run_in_thread (task, save_thread);
}

static void
add_kinds (GtkFileChooser *chooser, const OctSaveKind *kinds)
{
  for (guint i = 0; kinds[i].name != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(kinds[i].name));
      gtk_file_filter_add_pattern (filter, kinds[i].pattern);
      g_object_set_data_full (G_OBJECT (filter), "extension", g_strdup (kinds[i].pattern + 1),
                              g_free);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

/**
 * oct_save_ask:
 * @widget: where the request comes from
 * @title: title of the file chooser
 * @file_name: the name offered
 * @kinds: the kinds of file offered, the first one chosen
 * @func: makes the file, on a thread of its own
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 *
 * Asks where to save, saves, and says that it is done or why it isn't.
 */
void
oct_save_ask (GtkWidget *widget, const char *title, const char *file_name, const OctSaveKind *kinds,
              OctSaveFunc func, gpointer data, GDestroyNotify free_data)
{
  Save *save = g_new0 (Save, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  save->widget = g_object_ref (widget);
  save->func = func;
  save->data = data;
  save->free_data = free_data;
  save->chooser = gtk_file_chooser_native_new (title,
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (save->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->chooser), file_name);
  add_kinds (GTK_FILE_CHOOSER (save->chooser), kinds);
  g_signal_connect (save->chooser, "response", G_CALLBACK (response_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->chooser));
}

static gboolean
save_chart_func (const char *path, gpointer data, GError **error)
{
  OctChartFormat format = OCT_CHART_FORMAT_PNG;
  OctChartTheme theme;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *contents;
  double height = PICTURE_HEIGHT;

  if (!oct_chart_format_from_path (path, &format))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                           _("Pictures are saved as PNG, SVG or PDF. Give the file a name that "
                             "ends in .png, .svg or .pdf."));
      return FALSE;
    }

  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.0, NULL);
  /* All rows of a timeline, or as many as it draws. */
  if (OCT_IS_TIMELINE_CHART (data))
    height = MAX (height, 2 * OCT_CHART_MARGIN
                            + oct_chart_natural_height (
                              OCT_CHART (data), PICTURE_WIDTH - 2 * OCT_CHART_MARGIN, &theme));
  bytes = oct_chart_render (OCT_CHART (data), format, PICTURE_WIDTH, height, PICTURE_SCALE, &theme,
                            error);
  if (bytes == NULL)
    return FALSE;

  contents = g_bytes_get_data (bytes, &size);
  return g_file_set_contents (path, contents, (gssize) size, error);
}

/**
 * oct_save_chart_to:
 * @chart: a chart
 * @path: a name that ends in .png, .svg or .pdf
 * @error: return location for an error
 *
 * Draws a picture of a chart into a file, as an #OctSaveFunc does.
 *
 * Returns: whether it is there
 */
gboolean
oct_save_chart_to (OctChart *chart, const char *path, GError **error)
{
  g_return_val_if_fail (OCT_IS_CHART (chart), FALSE);

  return save_chart_func (path, chart, error);
}

/**
 * oct_save_chart:
 * @widget: where the request comes from
 * @chart: the chart
 * @file_name: the name offered
 *
 * Saves a picture of a chart as PNG, SVG or PDF.
 */
void
oct_save_chart (GtkWidget *widget, OctChart *chart, const char *file_name)
{
  const OctSaveKind kinds[] = {
    { N_("Document (PDF)"), "*.pdf" },
    { N_("Picture (PNG)"), "*.png" },
    { N_("Drawing (SVG)"), "*.svg" },
    { NULL, NULL },
  };

  g_return_if_fail (OCT_IS_CHART (chart));

  oct_save_ask (widget, _("Save picture"), file_name, kinds, save_chart_func, g_object_ref (chart),
                g_object_unref);
}

/**
 * oct_save_file_name:
 * @text: what the file is about
 * @extension: without the dot
 *
 * Returns: (transfer full): @text in a form that every file system takes
 */
char *
oct_save_file_name (const char *text, const char *extension)
{
  g_autofree char *name = g_strdup (text);

  g_return_val_if_fail (*extension != '.', NULL);

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  g_strstrip (name);

  return g_strdup_printf ("%s.%s", name[0] != '\0' ? name : "octant", extension);
}
