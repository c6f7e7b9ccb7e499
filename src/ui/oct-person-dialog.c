/* A person's post and name; see the header. It closes itself once they are kept.
 *
 * The post comes first, and is enough; that a name which is changed here still stands in history is
 * said where one might think otherwise.
 */

#include "oct-person-dialog.h"

#include <glib/gi18n.h>

struct _OctPersonDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *keep;
  AdwEntryRow *post;
  AdwEntryRow *name;
  GtkLabel *history_note;
  GtkLabel *problem;

  /* owned */
  OctWorkbench *workbench;
  char *id; /* (nullable): of one who is in the list */
};

G_DEFINE_FINAL_TYPE (OctPersonDialog, oct_person_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
changed_cb (OctPersonDialog *self)
{
  g_autofree char *post = dup_text (self->post);
  g_autofree char *name = dup_text (self->name);

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), *post != '\0' || *name != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPersonDialog) self = OCT_PERSON_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), TRUE);
}

static void
keep_cb (OctPersonDialog *self)
{
  g_autofree char *post = dup_text (self->post);
  g_autofree char *name = dup_text (self->name);
  const OctPerson person = { .id = self->id, .post = post, .name = name };

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->keep)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), FALSE);
  oct_workbench_put_person_async (self->workbench, &person, kept_cb, g_object_ref (self));
}

static void
oct_person_dialog_dispose (GObject *object)
{
  OctPersonDialog *self = OCT_PERSON_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (oct_person_dialog_parent_class)->dispose (object);
}

static void
oct_person_dialog_class_init (OctPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_person_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPersonDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, OctPersonDialog, post);
  gtk_widget_class_bind_template_child (widget_class, OctPersonDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctPersonDialog, history_note);
  gtk_widget_class_bind_template_child (widget_class, OctPersonDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
oct_person_dialog_init (OctPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_person_dialog_new:
 * @workbench: keeps what is written
 * @person: (nullable): somebody in the list, or %NULL for somebody new
 *
 * Returns: the dialogue, to be presented
 */
GtkWindow *
oct_person_dialog_new (OctWorkbench *workbench, const OctPerson *person)
{
  OctPersonDialog *self = g_object_new (OCT_TYPE_PERSON_DIALOG, NULL);

  self->workbench = g_object_ref (workbench);
  if (person != NULL)
    {
      self->id = g_strdup (person->id);
      gtk_editable_set_text (GTK_EDITABLE (self->post), person->post);
      gtk_editable_set_text (GTK_EDITABLE (self->name), person->name);
      gtk_button_set_label (self->keep, _("_Keep"));
      gtk_widget_set_visible (GTK_WIDGET (self->history_note), person->name[0] != '\0');
    }
  gtk_window_set_title (GTK_WINDOW (self), person != NULL ? _("Edit a person") : _("Add a person"));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->post));
  changed_cb (self);

  return GTK_WINDOW (self);
}
