/* A button that says the target of an element, and a small popover to set it.
 *
 * A target is a stage and the day by which it is to be reached. A target is no judgement: it can be
 * set whether the cycle is open or closed.
 */

#include "oct-target-button.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-judging.h"
#include "oct-text.h"

struct _OctTargetButton
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkDropDown *stage_drop;
  GtkCalendar *calendar;
  GtkButton *remove_button;

  /* owned */
  OctWorkbench *workbench;
  char *school_id;
  char *element;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (OctTargetButton, oct_target_button, ADW_TYPE_BIN)

static const OctTarget *
find_target (OctTargetButton *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);

  return assessment != NULL && self->element != NULL
           ? oct_assessment_find_target (assessment, self->school_id, self->element)
           : NULL;
}

static OctFramework *
get_framework (OctTargetButton *self)
{
  return oct_assessment_get_framework (oct_workbench_get_assessment (self->workbench));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctTargetButton) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    g_signal_emit (self, failed_signal, 0, error->message);
}

static OctDate
get_due (OctTargetButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  return oct_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                       g_date_time_get_day_of_month (day));
}

static void
set_clicked_cb (OctTargetButton *self)
{
  const OctTarget *known = find_target (self);
  const OctStage *stage = oct_judging_get_step_stage (
    get_framework (self), (int) gtk_drop_down_get_selected (self->stage_drop));
  OctTarget target = { 0 };

  gtk_popover_popdown (self->popover);
  if (stage == NULL)
    return;
  target.id = known != NULL ? known->id : NULL;
  target.school_id = self->school_id;
  target.element = self->element;
  target.stage = stage->key;
  target.due = get_due (self);
  oct_workbench_put_target_async (self->workbench, &target, kept_cb, g_object_ref (self));
}

static void
remove_clicked_cb (OctTargetButton *self)
{
  const OctTarget *target = find_target (self);

  gtk_popover_popdown (self->popover);
  if (target != NULL)
    oct_workbench_delete_target_async (self->workbench, target, kept_cb, g_object_ref (self));
}

static void
select_due (OctTargetButton *self, OctDate due)
{
  g_autoptr (GDateTime) day = g_date_time_new_local (due / 10000, due / 100 % 100, due % 100, 0, 0,
                                                     0);

  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
}

/* A step above the stage of this cycle, or of the one before where nothing is judged yet. */
static int
suggest_step (OctTargetButton *self, OctAssessment *assessment)
{
  int step = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, self->school_id,
                                            self->element);

  if (step < 0)
    step = oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, self->school_id,
                                          self->element);

  return MAX (step, 0) + 1;
}

/* The popover begins with the target there is, else with a suggestion and the end of the cycle. */
static void
popover_shown_cb (OctTargetButton *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctTarget *target = find_target (self);
  g_auto (GStrv) names = NULL;
  g_autoptr (GtkStringList) list = NULL;
  const OctCycle *cycle;
  int step;

  if (assessment == NULL || self->element == NULL)
    return;
  cycle = oct_assessment_get_cycle (assessment);
  names = oct_framework_dup_step_names (get_framework (self));
  list = gtk_string_list_new ((const char *const *) names);
  gtk_drop_down_set_model (self->stage_drop, G_LIST_MODEL (list));
  if (target != NULL)
    step = oct_framework_find_step (get_framework (self), target->stage);
  else
    step = suggest_step (self, assessment);
  gtk_drop_down_set_selected (self->stage_drop,
                              (guint) CLAMP (step, 0, (int) g_strv_length (names) - 1));
  if (target != NULL)
    select_due (self, target->due);
  else if (cycle != NULL)
    select_due (self, cycle->ends);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), target != NULL);
}

static void
oct_target_button_dispose (GObject *object)
{
  OctTargetButton *self = OCT_TARGET_BUTTON (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_target_button_parent_class)->dispose (object);
}

static void
oct_target_button_finalize (GObject *object)
{
  OctTargetButton *self = OCT_TARGET_BUTTON (object);

  g_free (self->school_id);
  g_free (self->element);
  G_OBJECT_CLASS (oct_target_button_parent_class)->finalize (object);
}

static void
oct_target_button_class_init (OctTargetButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_target_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_target_button_finalize;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-target-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTargetButton, button);
  gtk_widget_class_bind_template_child (widget_class, OctTargetButton, label);
  gtk_widget_class_bind_template_child (widget_class, OctTargetButton, popover);
  gtk_widget_class_bind_template_child (widget_class, OctTargetButton, stage_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTargetButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, OctTargetButton, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
oct_target_button_init (OctTargetButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->stage_drop, _("Stage to reach"));
}

/**
 * oct_target_button_set_workbench:
 * @self: a button
 * @workbench: where targets are kept
 *
 * To be called once, before anything is shown.
 */
void
oct_target_button_set_workbench (OctTargetButton *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_TARGET_BUTTON (self));

  g_set_object (&self->workbench, workbench);
}

/**
 * oct_target_button_show:
 * @self: a button
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 *
 * Says the target that is due next.
 */
void
oct_target_button_show (OctTargetButton *self, const char *school_id, const char *element)
{
  const OctTarget *target;
  g_autofree char *due = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (OCT_IS_TARGET_BUTTON (self));

  if (g_strcmp0 (self->school_id, school_id) != 0 || g_strcmp0 (self->element, element) != 0)
    {
      g_free (self->school_id);
      self->school_id = g_strdup (school_id);
      g_free (self->element);
      self->element = g_strdup (element);
    }
  target = find_target (self);
  if (target == NULL)
    {
      gtk_label_set_label (self->label, _("Set a _target"));
      return;
    }
  due = oct_text_date (target->due);
  /* Translators: a stage, then a date. The underscore marks the key. */
  text = g_strdup_printf (
    _("_Target: %s by %s"),
    oct_judging_get_step_name (get_framework (self),
                               oct_framework_find_step (get_framework (self), target->stage)),
    due);
  gtk_label_set_label (self->label, text);
}
