/* Copies a chart's picture, or saves it as PNG, SVG or PDF.
 *
 * A picture that leaves the program is drawn for paper, not for the window's dark style, at the
 * size it has in the window.
 */
#include "oct-chart-picture.h"

#include <glib/gi18n.h>

/* Pixels to the point, and the margin that a rendered picture has on both sides together. */
#define SCALE 2.0
#define MARGINS 28

typedef struct
{
  OctChart *chart;
  GtkWidget *widget;
  double width;
  double height;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->chart);
  g_object_unref (saving->widget);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
say (GtkWidget *widget, const char *text)
{
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static GBytes *
render (OctChart *chart, OctChartFormat format, double width, double height, GError **error)
{
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  return oct_chart_render (chart, format, MAX (width, 200) + MARGINS, MAX (height, 120) + MARGINS,
                           SCALE, &theme, error);
}

/**
 * oct_chart_picture_copy:
 * @chart: a chart
 * @widget: what shows it
 *
 * Puts the chart's picture on the clipboard and says so.
 */
void
oct_chart_picture_copy (OctChart *chart, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (chart, OCT_CHART_FORMAT_PNG, gtk_widget_get_width (widget),
                                     gtk_widget_get_height (widget), &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error)
                                                 : NULL;

  if (texture == NULL)
    {
      say (widget, error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  say (widget, _("Picture copied"));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *words = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: the name of a file. */
    words = g_strdup_printf (_("Picture saved as %s"), name);
  else
    /* Translators: the name of a file, and the system's reason. */
    words = g_strdup_printf (_("%s could not be saved: %s"), name, error->message);
  say (widget, words);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  OctChartFormat format = OCT_CHART_FORMAT_PNG;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  name = g_file_get_basename (file);
  /* A name without one of the three endings becomes a PNG, whatever it is called. */
  oct_chart_format_from_path (name, &format);
  bytes = render (saving->chart, format, saving->width, saving->height, &error);
  if (bytes == NULL)
    {
      say (saving->widget, error->message);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (saving->widget));
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* The title as the name of a file: letters and figures, everything else a hyphen. */
static char *
suggest_name (OctChart *chart)
{
  const char *title = oct_chart_get_title (chart);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = title != NULL ? title : ""; *at != '\0' && name->len < 60;
       at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (name, letter);
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    /* Translators: the suggested name of a picture's file, without its ending. */
    g_string_append (name, _("chart"));
  return g_strconcat (name->str, ".png", NULL);
}

/**
 * oct_chart_picture_save:
 * @chart: a chart
 * @widget: what shows it
 *
 * Asks for a file and writes the chart's picture to it; its ending says as what.
 */
void
oct_chart_picture_save (OctChart *chart, GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _("Save picture"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autofree char *name = suggest_name (chart);
  Saving *saving = g_new0 (Saving, 1);

  saving->chart = g_object_ref (chart);
  saving->widget = g_object_ref (widget);
  saving->width = gtk_widget_get_width (widget);
  saving->height = gtk_widget_get_height (widget);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_filter (GTK_FILE_CHOOSER (dialog), _("Picture (PNG)"), "png");
  add_filter (GTK_FILE_CHOOSER (dialog), _("Drawing (SVG)"), "svg");
  add_filter (GTK_FILE_CHOOSER (dialog), _("Document (PDF)"), "pdf");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
