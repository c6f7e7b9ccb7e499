/* Purpose and pillars; see the header. Each change is a named edit of its own. */

#include "oct-strategy-dialog.h"

#include <glib/gi18n.h>

struct _OctStrategyDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwEntryRow *purpose;
  AdwPreferencesGroup *pillars;
  AdwEntryRow *add;

  /* owned */
  OctWorkbench *workbench;
  GPtrArray *rows; /* of @pillars, borrowed */
};

G_DEFINE_FINAL_TYPE (OctStrategyDialog, oct_strategy_dialog, ADW_TYPE_WINDOW)

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctStrategyDialog) self = OCT_STRATEGY_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const OctPillar *
find_pillar (OctStrategyDialog *self, const char *id)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  GPtrArray *pillars = oct_assessment_get_pillars (assessment);

  for (guint i = 0; i < pillars->len; i++)
    {
      const OctPillar *pillar = g_ptr_array_index (pillars, i);

      if (g_str_equal (pillar->id, id))
        return pillar;
    }

  return NULL;
}

static void
put (OctStrategyDialog *self, const OctPillar *known, const char *name, gboolean retired)
{
  const OctPillar pillar = { .id = known != NULL ? known->id : NULL,
                             .name = (char *) name,
                             .text = known != NULL ? known->text : (char *) "",
                             .retired = retired };

  oct_workbench_put_pillar_async (self->workbench, &pillar, kept_cb, g_object_ref (self));
}

static void
purpose_cb (OctStrategyDialog *self)
{
  oct_workbench_set_purpose_async (self->workbench, get_text (self->purpose), kept_cb,
                                   g_object_ref (self));
}

static void
add_cb (OctStrategyDialog *self)
{
  const char *name = get_text (self->add);

  if (*name == '\0')
    return;
  put (self, NULL, name, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
}

static void
rename_cb (AdwEntryRow *row, OctStrategyDialog *self)
{
  const OctPillar *pillar = find_pillar (self, g_object_get_data (G_OBJECT (row), "pillar"));

  if (pillar != NULL && *get_text (row) != '\0')
    put (self, pillar, get_text (row), FALSE);
}

static void
retire_cb (GtkButton *button, OctStrategyDialog *self)
{
  const OctPillar *pillar = find_pillar (self, g_object_get_data (G_OBJECT (button), "pillar"));

  if (pillar != NULL)
    put (self, pillar, pillar->name, TRUE);
}

static void
append_pillar (OctStrategyDialog *self, const OctPillar *pillar)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *retire = gtk_button_new_with_label (_("Retire"));

  g_object_set (row, "title", _("Pillar"), "show-apply-button", TRUE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), pillar->name);
  g_object_set_data_full (G_OBJECT (row), "pillar", g_strdup (pillar->id), g_free);
  g_signal_connect (row, "apply", G_CALLBACK (rename_cb), self);
  gtk_widget_set_valign (retire, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (retire, "flat");
  g_object_set_data_full (G_OBJECT (retire), "pillar", g_strdup (pillar->id), g_free);
  g_signal_connect (retire, "clicked", G_CALLBACK (retire_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), retire);
  adw_preferences_group_add (self->pillars, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_pillars (OctStrategyDialog *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  GPtrArray *pillars = assessment != NULL ? oct_assessment_get_pillars (assessment) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->pillars, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; pillars != NULL && i < pillars->len; i++)
    {
      const OctPillar *pillar = g_ptr_array_index (pillars, i);

      if (!pillar->retired)
        append_pillar (self, pillar);
    }
}

static void
oct_strategy_dialog_dispose (GObject *object)
{
  OctStrategyDialog *self = OCT_STRATEGY_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_strategy_dialog_parent_class)->dispose (object);
}

static void
oct_strategy_dialog_class_init (OctStrategyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_strategy_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-strategy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctStrategyDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, OctStrategyDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, OctStrategyDialog, pillars);
  gtk_widget_class_bind_template_child (widget_class, OctStrategyDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, purpose_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
oct_strategy_dialog_init (OctStrategyDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_strategy_dialog_new:
 * @parent: the window it belongs to
 * @workbench: a workbench with a workspace open
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *
oct_strategy_dialog_new (GtkWindow *parent, OctWorkbench *workbench)
{
  OctStrategyDialog *self = g_object_new (OCT_TYPE_STRATEGY_DIALOG, "transient-for", parent, NULL);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (show_pillars), self,
                           G_CONNECT_SWAPPED);
  if (assessment != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->purpose),
                           oct_assessment_get_trust (assessment)->purpose);
  show_pillars (self);

  return GTK_WIDGET (self);
}
