/* Wording an item of a lens; see the header. It closes itself once what was written is kept, and says
 * beside the fields what keeps it from that. What the item is mapped to stays as it is.
 */

#include "oct-lens-item-dialog.h"

#include <glib/gi18n.h>

struct _OctLensItemDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *keep;
  AdwEntryRow *name;
  GtkTextView *text;
  GtkLabel *problem;

  /* owned */
  OctWorkbench *workbench;
  OctLens *lens;
  OctLensItem *item; /* as it was read; its key is "" while it is new */
};

G_DEFINE_FINAL_TYPE (OctLensItemDialog, oct_lens_item_dialog, ADW_TYPE_WINDOW)

static void
say_problem (OctLensItemDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static char *
dup_text (OctLensItemDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
changed_cb (OctLensItemDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), *name != '\0');
  say_problem (self, NULL);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLensItemDialog) self = OCT_LENS_ITEM_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), TRUE);
  say_problem (self, error->message);
}

static void
keep_cb (OctLensItemDialog *self)
{
  g_autofree char *text = NULL;
  g_autoptr (OctLensItem) item = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->keep)))
    return;
  text = dup_text (self);
  item = oct_lens_item_new (self->item->key, gtk_editable_get_text (GTK_EDITABLE (self->name)),
                            text);
  for (guint i = 0; i < self->item->maps->len; i++)
    {
      const OctLensMap *map = g_ptr_array_index (self->item->maps, i);

      oct_lens_item_add_map (item, map->element, map->aspect);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), FALSE);
  oct_workbench_put_lens_item_async (self->workbench, self->lens, item, kept_cb,
                                     g_object_ref (self));
}

static void
show_item (OctLensItemDialog *self)
{
  gboolean is_new = self->item->key[0] == '\0';
  g_autofree char *title = NULL;

  /* Translators: %s is a list, such as "Our strategy". */
  title = g_strdup_printf (_("Add to “%s”"), oct_lens_get_name (self->lens));
  gtk_window_set_title (GTK_WINDOW (self), is_new ? title : self->item->name);
  gtk_button_set_label (self->keep, is_new ? _("_Add") : _("_Keep"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->item->name);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), self->item->text, -1);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name));
  changed_cb (self);
}

static void
oct_lens_item_dialog_dispose (GObject *object)
{
  OctLensItemDialog *self = OCT_LENS_ITEM_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->lens);
  g_clear_pointer (&self->item, oct_lens_item_free);

  G_OBJECT_CLASS (oct_lens_item_dialog_parent_class)->dispose (object);
}

static void
oct_lens_item_dialog_class_init (OctLensItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_lens_item_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-lens-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctLensItemDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, OctLensItemDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctLensItemDialog, text);
  gtk_widget_class_bind_template_child (widget_class, OctLensItemDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
oct_lens_item_dialog_init (OctLensItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_lens_item_dialog_new:
 * @workbench: keeps what is written
 * @lens: a lens of its assessment
 * @key: (nullable): one of the lens's items, or %NULL for a new one
 *
 * Returns: the dialogue, to be presented
 */
GtkWindow *
oct_lens_item_dialog_new (OctWorkbench *workbench, OctLens *lens, const char *key)
{
  OctLensItemDialog *self = g_object_new (OCT_TYPE_LENS_ITEM_DIALOG, NULL);
  const OctLensItem *known = key != NULL ? oct_lens_find_item (lens, key) : NULL;

  self->workbench = g_object_ref (workbench);
  self->lens = g_object_ref (lens);
  self->item = known != NULL ? oct_lens_item_copy (known) : oct_lens_item_new ("", "", "");
  show_item (self);

  return GTK_WINDOW (self);
}
