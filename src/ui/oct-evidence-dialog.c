/* Writing evidence; see the header. It closes itself once what was written is kept, and says beside
 * the fields what keeps it from that.
 */

#include "oct-evidence-dialog.h"

#include <glib/gi18n.h>

#include "oct-personal-text.h"
#include "oct-workbench-evidence.h"

struct _OctEvidenceDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *keep;
  AdwEntryRow *name;
  AdwEntryRow *url;
  GtkLabel *text_label;
  GtkTextView *text;
  GtkLabel *warning;
  GtkLabel *problem;

  /* owned */
  OctWorkbench *workbench;
  OctEvidence *evidence;
  gpointer put_data;
  GDestroyNotify free_put_data;

  OctEvidencePut put; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (OctEvidenceDialog, oct_evidence_dialog, ADW_TYPE_WINDOW)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
dup_text (OctEvidenceDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
changed_cb (OctEvidenceDialog *self)
{
  g_autofree char *text = dup_text (self);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  OctPersonalText found = oct_text_looks_personal (text);

  if (found == OCT_PERSONAL_NONE)
    found = oct_text_looks_personal (name);
  set_optional (self->warning, oct_personal_text_to_warning (found));
  set_optional (self->problem, NULL);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctEvidenceDialog) self = OCT_EVIDENCE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), TRUE);
  set_optional (self->problem, error->message);
}

/* (transfer full): a note without a name is called by how it begins, a link by its address. */
static char *
make_name (OctEvidence *evidence, const char *typed)
{
  g_autofree char *name = g_strstrip (g_strdup (typed));
  g_auto (GStrv) lines = NULL;

  if (*name != '\0')
    return g_steal_pointer (&name);
  if (evidence->kind == OCT_EVIDENCE_LINK)
    return g_strdup (evidence->url);
  if (evidence->kind == OCT_EVIDENCE_FILE)
    return g_strdup (evidence->file_name);
  lines = g_strsplit (evidence->text, "\n", 2);
  if (lines[0] != NULL && g_utf8_strlen (lines[0], -1) > 60)
    {
      g_autofree char *begin = g_utf8_substring (lines[0], 0, 60);

      return g_strconcat (begin, "…", NULL);
    }

  return g_strdup (lines[0] != NULL ? lines[0] : "");
}

static void
keep_cb (OctEvidenceDialog *self)
{
  OctEvidence *evidence = self->evidence;
  g_autofree char *text = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->keep)))
    return;
  text = dup_text (self);
  g_free (evidence->text);
  evidence->text = g_strdup (g_strstrip (text));
  g_free (evidence->url);
  evidence->url = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->url))));
  g_free (evidence->name);
  evidence->name = make_name (evidence, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), FALSE);
  if (self->put != NULL)
    self->put (self->workbench, evidence, self->put_data, kept_cb, g_object_ref (self));
  else
    oct_workbench_put_evidence_async (self->workbench, evidence, kept_cb, g_object_ref (self));
}

static const char *
get_title (const OctEvidence *evidence)
{
  if (evidence->id != NULL)
    return _("Edit evidence");

  return evidence->kind == OCT_EVIDENCE_LINK ? _("Add a link") : _("Add a note");
}

static void
show_evidence (OctEvidenceDialog *self)
{
  const OctEvidence *evidence = self->evidence;
  gboolean is_note = evidence->kind == OCT_EVIDENCE_NOTE;
  const char *label = is_note ? _("What it says") : _("What it shows");

  gtk_window_set_title (GTK_WINDOW (self), get_title (evidence));
  gtk_button_set_label (self->keep, evidence->id != NULL ? _("_Keep") : _("_Add"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), evidence->name);
  gtk_editable_set_text (GTK_EDITABLE (self->url), evidence->url);
  gtk_widget_set_visible (GTK_WIDGET (self->url), evidence->kind == OCT_EVIDENCE_LINK);
  gtk_label_set_label (self->text_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), evidence->text, -1);
  gtk_window_set_focus (GTK_WINDOW (self), is_note ? GTK_WIDGET (self->text)
                                           : evidence->kind == OCT_EVIDENCE_LINK
                                             ? GTK_WIDGET (self->url)
                                             : GTK_WIDGET (self->name));
  changed_cb (self);
}

static void
oct_evidence_dialog_dispose (GObject *object)
{
  OctEvidenceDialog *self = OCT_EVIDENCE_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->evidence, oct_evidence_free);
  if (self->free_put_data != NULL)
    g_clear_pointer (&self->put_data, self->free_put_data);

  G_OBJECT_CLASS (oct_evidence_dialog_parent_class)->dispose (object);
}

static void
oct_evidence_dialog_class_init (OctEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_evidence_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, url);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, text);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
oct_evidence_dialog_init (OctEvidenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * oct_evidence_dialog_new:
 * @workbench: keeps what is written
 * @evidence: a piece of evidence with one place at least, unless oct_evidence_dialog_set_put() says how
 *   it is kept; new or as it was read; copied
 *
 * Returns: the dialogue, to be presented
 */
GtkWindow *
oct_evidence_dialog_new (OctWorkbench *workbench, const OctEvidence *evidence)
{
  OctEvidenceDialog *self = g_object_new (OCT_TYPE_EVIDENCE_DIALOG, NULL);

  self->workbench = g_object_ref (workbench);
  self->evidence = oct_evidence_copy (evidence);
  show_evidence (self);

  return GTK_WINDOW (self);
}

/**
 * oct_evidence_dialog_set_put:
 * @self: a dialogue
 * @put: keeps what is written
 * @data: for @put
 * @free_data: (nullable): frees @data
 */
void
oct_evidence_dialog_set_put (OctEvidenceDialog *self, OctEvidencePut put, gpointer data,
                             GDestroyNotify free_data)
{
  g_return_if_fail (OCT_IS_EVIDENCE_DIALOG (self));

  self->put = put;
  self->put_data = data;
  self->free_put_data = free_data;
}
