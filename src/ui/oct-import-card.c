/* What became of one imported file: its figures, the rows that were refused and why, or the reason
 * why it could not be used and what to do about it.
 *
 * The card copies what it needs from the report, so that it may outlive the job that made it.
 */

#include "oct-import-card.h"

#include <glib/gi18n.h>

/* As many refused rows as one reads; the saved list has all of them. */
#define SHOWN_REFUSALS 50

struct _OctImportCard
{
  AdwBin parent_instance;

  /* template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *message;
  GtkFlowBox *figures;
  GtkBox *date_box;
  GtkEntry *date_entry;
  GtkButton *date_button;
  GtkExpander *refused_expander;
  GtkLabel *refused_list;
  GtkExpander *columns_expander;
  GtkLabel *columns_list;

  /* owned */
  char *path;
  char *refusals_csv;
  char *csv_name;
};

static guint retry_signal;

G_DEFINE_FINAL_TYPE (OctImportCard, oct_import_card, ADW_TYPE_BIN)

static void
add_figure (OctImportCard *self, const char *label, guint value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *caption = gtk_label_new (label);
  g_autofree char *text = g_strdup_printf ("%'u", value);

  gtk_label_set_label (GTK_LABEL (number), text);
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_add_css_class (number, "title-3");
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_flow_box_append (self->figures, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
show_refusals (OctImportCard *self, const OctImportReport *report)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *label = NULL;
  guint shown;

  if (report->refused == 0)
    return;
  label = g_strdup_printf (
    ngettext ("%'u row was refused", "%'u rows were refused", report->refused), report->refused);
  gtk_expander_set_label (self->refused_expander, label);
  shown = report->refusals != NULL ? MIN (report->refusals->len, SHOWN_REFUSALS) : 0;
  for (guint i = 0; i < shown; i++)
    {
      const OctImportRefusal *refusal = g_ptr_array_index (report->refusals, i);

      if (i > 0)
        g_string_append_c (lines, '\n');
      /* Translators: a refused row: its line in the file, and the reason. */
      g_string_append_printf (lines, _("Line %'u: %s"), refusal->line, refusal->reason);
    }
  if (shown < report->refused)
    {
      guint rest = report->refused - shown;

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %'u more", "and %'u more", rest), rest);
    }
  gtk_label_set_label (self->refused_list, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_expander), TRUE);
  self->refusals_csv = oct_import_report_refusals_to_csv (report);
}

static void
show_columns (OctImportCard *self, const OctImportReport *report)
{
  g_autofree char *label = NULL;
  g_autofree char *names = NULL;
  guint n = report->unknown_columns != NULL ? g_strv_length (report->unknown_columns) : 0;

  if (n == 0)
    return;
  label = g_strdup_printf (ngettext ("%u column isn’t known and was left out",
                                     "%u columns aren’t known and were left out", n),
                           n);
  names = g_strjoinv ("\n", report->unknown_columns);
  gtk_expander_set_label (self->columns_expander, label);
  gtk_label_set_label (self->columns_list, names);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_expander), TRUE);
}

static void
set_icon (OctImportCard *self, const char *icon, const char *css_class)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), css_class);
}

static void
set_message (OctImportCard *self, const char *message)
{
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
set_subtitle (OctImportCard *self, const OctImportReport *report)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (report->published != OCT_DATE_UNKNOWN)
    {
      date = oct_date_to_text (report->published);
      if (report->error == NULL && !report->duplicate)
        /* Translators: name of a file, its date of publication, seconds it took to import. */
        text = g_strdup_printf (_("%s · published %s · took %.1f s"), report->file_name, date,
                                report->seconds);
      else
        /* Translators: name of a file, its date of publication. */
        text = g_strdup_printf (_("%s · published %s"), report->file_name, date);
    }
  else
    text = g_strdup (report->file_name);
  gtk_label_set_label (self->subtitle, text);
}

static void
set_report (OctImportCard *self, const OctImportReport *report)
{
  self->path = g_strdup (report->path);
  self->csv_name = g_strdup_printf (_("refused rows of %s.csv"), report->file_name);
  gtk_label_set_label (self->title, report->title != NULL ? report->title : report->file_name);
  if (report->title != NULL)
    set_subtitle (self, report);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), report->title != NULL);

  if (report->error != NULL)
    {
      gboolean undated = g_error_matches (report->error, OCT_ERROR, OCT_ERROR_NO_DATE);

      set_icon (self, undated ? "dialog-question-symbolic" : "dialog-warning-symbolic",
                undated ? "accent" : "warning");
      set_message (self, report->error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->date_box), undated);
      show_refusals (self, report);
      return;
    }
  if (report->duplicate)
    {
      set_icon (self, "emblem-ok-symbolic", "dim-label");
      set_message (self, _("This very file is in the register already; nothing changed."));
      return;
    }
  set_icon (self, "emblem-ok-symbolic", "success");
  add_figure (self, _("rows read"), report->rows);
  add_figure (self, _("added"), report->added);
  add_figure (self, _("changed"), report->changed);
  add_figure (self, _("unchanged"), report->unchanged);
  add_figure (self, _("refused"), report->refused);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), TRUE);
  if (report->late)
    set_message (self, _("An older release: it entered the history at its own date; counts are "
                         "against the release before it."));
  show_refusals (self, report);
  show_columns (self, report);
}

/* --- callbacks --- */

static gboolean
read_date (OctImportCard *self, OctDate *date)
{
  g_autofree char *text = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date_entry))));

  return oct_date_parse (text, -1, date) && *date != OCT_DATE_UNKNOWN && *date <= oct_date_today ();
}

static void
date_changed_cb (OctImportCard *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->date_entry)) == '\0';
  OctDate date;
  gboolean good = read_date (self, &date);

  gtk_widget_set_sensitive (GTK_WIDGET (self->date_button), good);
  if (good || empty)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_entry), "error");
}

static void
retry_cb (OctImportCard *self)
{
  OctDate date;

  if (read_date (self, &date))
    g_signal_emit (self, retry_signal, 0, self->path, (int) date);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctImportCard) self = OCT_IMPORT_CARD (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup (_("The list was saved"));
  else
    text = g_strdup_printf (_("The list could not be saved: %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  OctImportCard *self = OCT_IMPORT_CARD (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GBytes) bytes = g_bytes_new (self->refusals_csv, strlen (self->refusals_csv));

      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                           saved_cb, g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save_cb (OctImportCard *self)
{
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (_("Save the list of refused rows"),
                                         GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), self->csv_name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- class --- */

static void
oct_import_card_finalize (GObject *object)
{
  OctImportCard *self = OCT_IMPORT_CARD (object);

  g_free (self->path);
  g_free (self->refusals_csv);
  g_free (self->csv_name);
  G_OBJECT_CLASS (oct_import_card_parent_class)->finalize (object);
}

static void
oct_import_card_class_init (OctImportCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_import_card_finalize;

  retry_signal = g_signal_new ("retry", OCT_TYPE_IMPORT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-import-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, icon);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, title);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, message);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, figures);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, date_box);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, date_entry);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, date_button);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, refused_expander);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, refused_list);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, columns_expander);
  gtk_widget_class_bind_template_child (widget_class, OctImportCard, columns_list);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
oct_import_card_init (OctImportCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_import_card_new:
 * @report: what became of a file; it is copied
 *
 * Makes a card about one imported file.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
oct_import_card_new (const OctImportReport *report)
{
  OctImportCard *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (OCT_TYPE_IMPORT_CARD, NULL);
  set_report (self, report);
  return GTK_WIDGET (self);
}
