/* The dialog that begins a cycle; see the header. It closes itself once the cycle is kept. */

#include "oct-cycle-dialog.h"

#include <glib/gi18n.h>

#include "oct-terms.h"

struct _OctCycleDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *begin;
  AdwComboRow *period;
  AdwEntryRow *name;
  AdwPreferencesGroup *focus_group;
  GtkLabel *problem;

  /* owned */
  OctWorkbench *workbench;
  GPtrArray *terms;
  GPtrArray *checks; /* of the focus elements, in their order; borrowed */
};

G_DEFINE_FINAL_TYPE (OctCycleDialog, oct_cycle_dialog, ADW_TYPE_WINDOW)

static void
update (OctCycleDialog *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));

  gtk_widget_set_sensitive (GTK_WIDGET (self->begin), *name != '\0');
}

static const OctCycle *
get_term (OctCycleDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->period);

  return selected < self->terms->len ? g_ptr_array_index (self->terms, selected) : NULL;
}

static void
period_cb (OctCycleDialog *self)
{
  const OctCycle *term = self->terms != NULL ? get_term (self) : NULL;

  if (term != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name), term->name);
}

static GStrv
collect_focus (OctCycleDialog *self, OctAssessment *assessment)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *elements = oct_framework_get_elements (oct_assessment_get_framework (assessment));

  for (guint i = 0; i < elements->len && i < self->checks->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_strv_builder_add (builder, element->key);
    }

  return g_strv_builder_end (builder);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctCycleDialog) self = OCT_CYCLE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      oct_workbench_choose_cycle (self->workbench, NULL);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
begin_cb (OctCycleDialog *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctCycle *term = get_term (self);
  g_auto (GStrv) focus = NULL;

  if (assessment == NULL || term == NULL)
    return;
  focus = collect_focus (self, assessment);

  const OctCycle cycle = { .name = (char *) gtk_editable_get_text (GTK_EDITABLE (self->name)),
                           .kind = term->kind,
                           .starts = term->starts,
                           .ends = term->ends,
                           .focus = focus };

  oct_workbench_put_cycle_async (self->workbench, &cycle, begun_cb, g_object_ref (self));
}

static void
add_elements (OctCycleDialog *self, OctAssessment *assessment)
{
  GPtrArray *elements = oct_framework_get_elements (oct_assessment_get_framework (assessment));

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *title = g_strdup_printf ("%u  %s", element->number, element->short_name);

      g_object_set (row, "use-markup", FALSE, "title", title, NULL);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (self->focus_group, row);
      g_ptr_array_add (self->checks, check);
    }
}

static void
add_periods (OctCycleDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->terms = oct_terms_around (oct_date_today ());
  for (guint i = 0; i < self->terms->len; i++)
    gtk_string_list_append (names, ((const OctCycle *) g_ptr_array_index (self->terms, i))->name);
  adw_combo_row_set_model (self->period, G_LIST_MODEL (names));
  period_cb (self);
}

static void
oct_cycle_dialog_dispose (GObject *object)
{
  OctCycleDialog *self = OCT_CYCLE_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_cycle_dialog_parent_class)->dispose (object);
}

static void
oct_cycle_dialog_class_init (OctCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_cycle_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctCycleDialog, begin);
  gtk_widget_class_bind_template_child (widget_class, OctCycleDialog, period);
  gtk_widget_class_bind_template_child (widget_class, OctCycleDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctCycleDialog, focus_group);
  gtk_widget_class_bind_template_child (widget_class, OctCycleDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
oct_cycle_dialog_init (OctCycleDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_cycle_dialog_new:
 * @parent: the window it belongs to
 * @workbench: a workbench with a workspace open
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *
oct_cycle_dialog_new (GtkWindow *parent, OctWorkbench *workbench)
{
  OctCycleDialog *self = g_object_new (OCT_TYPE_CYCLE_DIALOG, "transient-for", parent, NULL);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);

  self->workbench = g_object_ref (workbench);
  add_periods (self);
  if (assessment != NULL)
    add_elements (self, assessment);
  update (self);

  return GTK_WIDGET (self);
}
