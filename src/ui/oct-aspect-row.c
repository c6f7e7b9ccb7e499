/* One aspect of an element: its question, a stage, and why in a few words.
 *
 * Aspects are optional. One is finished as soon as it has both a stage and a reason, and is a
 * draft before that; nobody has to press anything.
 */

#include "oct-aspect-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-accessible.h"

#define PAUSE_MS 1000

struct _OctAspectRow
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *name_label;
  GtkLabel *question_label;
  GtkDropDown *stage_drop;
  GtkEntry *entry;
  GtkLabel *state_label;

  /* owned */
  OctWorkbench *workbench;
  OctJudgeWork *work;

  guint pause_id;
  gboolean dirty;
  gboolean updating;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (OctAspectRow, oct_aspect_row, ADW_TYPE_BIN)

static void
finish_if_complete (OctAspectRow *self)
{
  const OctJudgement *judgement = oct_judge_work_get_judgement (self->work);
  const char *reason = oct_judging_get_text (judgement, OCT_JUDGING_REASON);

  if (judgement != NULL && judgement->stage != NULL && reason[strspn (reason, " \t\r\n")] != '\0')
    oct_judge_work_finish (self->work, NULL);
}

static void
stage_selected_cb (OctAspectRow *self)
{
  if (self->updating)
    return;
  oct_judge_work_set_step (self->work, (int) gtk_drop_down_get_selected (self->stage_drop) - 1);
  finish_if_complete (self);
}

static gboolean
paused_cb (gpointer user_data)
{
  OctAspectRow *self = user_data;

  self->pause_id = 0;
  oct_aspect_row_commit (self);

  return G_SOURCE_REMOVE;
}

static void
entry_changed_cb (OctAspectRow *self)
{
  if (self->updating)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
}

static void
commit_cb (OctAspectRow *self)
{
  oct_aspect_row_commit (self);
  finish_if_complete (self);
}

static void
work_changed_cb (OctAspectRow *self)
{
  const OctJudgement *judgement = oct_judge_work_get_judgement (self->work);
  const char *reason = oct_judging_get_text (judgement, OCT_JUDGING_REASON);
  OctJudgingState state = oct_judging_get_state (judgement);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->stage_drop, (guint) (oct_judge_work_get_step (self->work) + 1));
  if (!self->dirty && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), reason))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), reason);
  self->updating = FALSE;
  gtk_label_set_label (self->state_label,
                       state == OCT_JUDGING_NONE ? "" : oct_judging_state_to_text (state));
  gtk_widget_set_sensitive (GTK_WIDGET (self->stage_drop), oct_judge_work_is_open (self->work));
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), oct_judge_work_is_open (self->work));
}

static void
failed_cb (OctAspectRow *self, const char *message)
{
  g_signal_emit (self, failed_signal, 0, message);
}

static void
oct_aspect_row_dispose (GObject *object)
{
  OctAspectRow *self = OCT_ASPECT_ROW (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->work);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_aspect_row_parent_class)->dispose (object);
}

static void
oct_aspect_row_class_init (OctAspectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_aspect_row_dispose;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-aspect-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctAspectRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OctAspectRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, OctAspectRow, stage_drop);
  gtk_widget_class_bind_template_child (widget_class, OctAspectRow, entry);
  gtk_widget_class_bind_template_child (widget_class, OctAspectRow, state_label);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
}

static void
oct_aspect_row_init (OctAspectRow *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

static void
fill_stages (OctAspectRow *self, OctFramework *framework)
{
  g_auto (GStrv) names = oct_framework_dup_step_names (framework);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Not judged"));
  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (list, names[i]);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->stage_drop, G_LIST_MODEL (list));
  self->updating = FALSE;
}

/**
 * oct_aspect_row_new:
 * @workbench: where it is kept
 * @aspect: an aspect in use
 * @place: what is judged, with the aspect
 *
 * Returns: (transfer floating): a row that shows how it is judged
 */
GtkWidget *
oct_aspect_row_new (OctWorkbench *workbench, const OctAspect *aspect, const OctJudgingPlace *place)
{
  OctAspectRow *self = g_object_new (OCT_TYPE_ASPECT_ROW, NULL);
  /* Translators: %s is an aspect; names the choice of its stage for a screen reader. */
  g_autofree char *stage_name = g_strdup_printf (_("Stage of %s"), aspect->name);
  /* Translators: %s is an aspect; names the text of its reason for a screen reader. */
  g_autofree char *reason_name = g_strdup_printf (_("Why, for %s"), aspect->name);

  self->workbench = g_object_ref (workbench);
  self->work = oct_judge_work_new (workbench);
  gtk_label_set_label (self->name_label, aspect->name);
  gtk_label_set_label (self->question_label, aspect->question);
  fill_stages (self, oct_assessment_get_framework (oct_workbench_get_assessment (workbench)));
  oct_accessible_name_drop_down (self->stage_drop, stage_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reason_name, -1);
  g_signal_connect_object (self->work, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "changed", G_CALLBACK (work_changed_cb), self,
                           G_CONNECT_SWAPPED);
  oct_judge_work_set_place (self->work, place);

  return GTK_WIDGET (self);
}

/**
 * oct_aspect_row_commit:
 * @self: a row
 *
 * Keeps what was typed.
 */
void
oct_aspect_row_commit (OctAspectRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (OCT_IS_ASPECT_ROW (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  oct_judge_work_set_text (self->work, OCT_JUDGING_REASON, text);
}
