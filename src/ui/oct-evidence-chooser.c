/* Picking evidence; see the header. All of it is read once; what is typed leaves those that have
 * words which begin so. Only the first hundred have rows: whoever has more types another letter.
 */

#include "oct-evidence-chooser.h"

#include <glib/gi18n.h>

#include "oct-text.h"
#include "oct-workbench-evidence.h"

#define MOST_ROWS 100

struct _OctEvidenceChooser
{
  AdwWindow parent_instance;

  /* template */
  GtkSearchEntry *search;
  GtkLabel *summary;
  GtkListBox *list;

  /* owned */
  OctWorkbench *workbench;
  GCancellable *cancellable;
  GPtrArray *evidence; /* (nullable) (element-type OctEvidence): until it is read */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (OctEvidenceChooser, oct_evidence_chooser, ADW_TYPE_WINDOW)

/* (nullable) (transfer full): the first place that it stands at. */
static char *
dup_where (OctEvidenceChooser *self, const OctEvidence *evidence)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctEvidenceLink *link;
  const OctElement *element;
  const OctOwnSchool *school;

  if (evidence->links->len == 0 || assessment == NULL)
    return NULL;
  link = g_ptr_array_index (evidence->links, evidence->links->len - 1);
  element = oct_framework_find_element (oct_assessment_get_newest_framework (assessment),
                                        link->element);
  school = oct_assessment_find_school (assessment, link->school_id);
  if (element == NULL)
    return NULL;
  if (school == NULL)
    return g_strdup (element->short_name);

  return g_strdup_printf ("%s · %s", element->short_name, school->name);
}

static void
append_row (OctEvidenceChooser *self, const OctEvidence *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = oct_text_date (evidence->dated);
  g_autofree char *where = dup_where (self, evidence);
  g_autofree char *subtitle = g_strdup_printf (where != NULL ? "%s · %s · %s" : "%s · %s",
                                               oct_evidence_kind_to_text (evidence->kind), day,
                                               where);

  g_object_set (row, "use-markup", FALSE, "title", evidence->name, "subtitle", subtitle,
                "title-lines", 2, "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), "evidence", g_strdup (evidence->id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
show (OctEvidenceChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint n_found = 0;
  g_autofree char *summary = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->evidence != NULL && i < self->evidence->len; i++)
    {
      const OctEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (!oct_evidence_matches (evidence, typed))
        continue;
      if (n_found++ < MOST_ROWS)
        append_row (self, evidence);
    }
  if (self->evidence == NULL)
    summary = g_strdup (_("Reading the evidence…"));
  else if (self->evidence->len == 0)
    summary = g_strdup (_("The trust has no evidence yet. Add a note, a link or a file instead."));
  else if (n_found == 0)
    summary = g_strdup (_("No evidence has all of these words."));
  else if (n_found > MOST_ROWS)
    summary = g_strdup_printf (_("The newest %d of %u. Type a word to find others."), MOST_ROWS,
                               n_found);
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_found > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctEvidenceChooser) self = OCT_EVIDENCE_CHOOSER (user_data);
  g_autoptr (GError) error = NULL;
  GPtrArray *evidence = oct_workbench_read_finish (OCT_WORKBENCH (source), result, &error);

  if (evidence == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->summary, error->message);
      return;
    }
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->evidence = evidence;
  show (self);
}

static void
activated_cb (OctEvidenceChooser *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "evidence"));

  g_signal_emit (self, chosen_signal, 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Return takes the first. */
static void
first_cb (OctEvidenceChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    activated_cb (self, row);
}

static void
stop_cb (OctEvidenceChooser *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
oct_evidence_chooser_dispose (GObject *object)
{
  OctEvidenceChooser *self = OCT_EVIDENCE_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_evidence_chooser_parent_class)->dispose (object);
}

static void
oct_evidence_chooser_class_init (OctEvidenceChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_evidence_chooser_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-evidence-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceChooser, search);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceChooser, summary);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
oct_evidence_chooser_init (OctEvidenceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * oct_evidence_chooser_new:
 * @workbench: whose workspace has the evidence
 *
 * Returns: the dialogue, to be presented
 */
GtkWindow *
oct_evidence_chooser_new (OctWorkbench *workbench)
{
  OctEvidenceChooser *self = g_object_new (OCT_TYPE_EVIDENCE_CHOOSER, NULL);

  self->workbench = g_object_ref (workbench);
  show (self);
  oct_workbench_read_evidence_async (workbench, &(OctEvidenceFilter) { .id = NULL },
                                     self->cancellable, read_cb, g_object_ref (self));

  return GTK_WINDOW (self);
}
