/* A school on the moderation page: its own view, and the trust's moderated view chosen beside it.
 *
 * To agree is one key and takes the school's reason over. To differ asks for a reason, and opens
 * the place to write it with the school's whole reason above. That place is made when it is first
 * opened, since there may be ninety schools.
 */

#include "oct-moderate-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-columns.h"
#include "oct-judge-text.h"
#include "oct-judge-work.h"
#include "oct-stage-pips.h"

struct _OctModerateRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkLabel *name_label;
  GtkLabel *place_label;
  OctStagePips *own_pips;
  GtkLabel *own_label;
  GtkLabel *own_excerpt;
  GtkBox *stages;
  OctStagePips *moderated_pips;
  GtkLabel *moderated_label;
  GtkToggleButton *details_button;
  GtkBox *details;

  /* owned */
  OctWorkbench *workbench;
  OctJudgeWork *work;
  char *school_id;
  char **stage_names; /* of the buttons */

  /* of the details, once they are made */
  GtkLabel *own_texts;
  OctJudgeText *reason;

  gboolean updating;
};

enum
{
  FAILED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctModerateRow, oct_moderate_row, GTK_TYPE_LIST_BOX_ROW)

static OctAssessment *
get_assessment (OctModerateRow *self)
{
  return oct_workbench_get_assessment (self->workbench);
}

static const OctJudgement *
find_own (OctModerateRow *self)
{
  const OctJudgingPlace *place = oct_judge_work_get_place (self->work);

  return oct_assessment_find (get_assessment (self), OCT_WHEN_NOW, place->school_id, place->element,
                              NULL, OCT_VIEW_OWN);
}

/* --- showing --- */

static void
update_own (OctModerateRow *self)
{
  OctFramework *framework = oct_assessment_get_framework (get_assessment (self));
  g_auto (GStrv) steps = oct_framework_dup_step_names (framework);
  const OctJudgement *own = find_own (self);
  OctJudgingState state = oct_judging_get_state (own);
  int step = oct_judging_get_step (framework, own);
  g_autofree char *text = NULL;

  oct_stage_pips_set (self->own_pips, g_strv_length (steps), step, state == OCT_JUDGING_DRAFT);
  if (state == OCT_JUDGING_NONE)
    text = g_strdup (_("Own view: not judged by the school yet"));
  else if (state == OCT_JUDGING_DRAFT)
    text = g_strdup (_("Own view: a draft, not finished yet"));
  else
    /* Translators: %s is a stage. */
    text = g_strdup_printf (_("Own view: %s"), oct_judging_get_step_name (framework, step));
  gtk_label_set_label (self->own_label, text);
  gtk_label_set_label (self->own_excerpt, oct_judging_get_text (own, OCT_JUDGING_REASON));
  gtk_widget_set_visible (GTK_WIDGET (self->own_excerpt),
                          oct_judging_get_text (own, OCT_JUDGING_REASON)[0] != '\0');
}

static char *
dup_moderated_text (OctModerateRow *self)
{
  OctAssessment *assessment = get_assessment (self);
  OctFramework *framework = oct_assessment_get_framework (assessment);
  const OctJudgement *moderated = oct_judge_work_get_judgement (self->work);
  int own_step = oct_assessment_step (assessment, find_own (self));
  int step = oct_judging_get_step (framework, moderated);
  g_autofree char *difference = oct_judging_describe_difference (own_step, step);

  if (step < 0)
    return g_strdup (_("Not moderated yet"));
  if (moderated->final)
    return oct_judging_describe_moderated (assessment, moderated, own_step);
  if (difference == NULL)
    /* Translators: %s is a stage. */
    return g_strdup_printf (_("Draft: %s. Say why, to finish it."),
                            oct_judging_get_step_name (framework, step));

  /* Translators: a stage, then such as "one step below the own view". */
  return g_strdup_printf (_("Draft: %s, %s. Say why, to finish it."),
                          oct_judging_get_step_name (framework, step), difference);
}

static void
update_moderated (OctModerateRow *self)
{
  OctFramework *framework = oct_assessment_get_framework (get_assessment (self));
  g_auto (GStrv) steps = oct_framework_dup_step_names (framework);
  g_autofree char *text = dup_moderated_text (self);
  const OctJudgement *moderated = oct_judge_work_get_judgement (self->work);
  int step = oct_judge_work_get_step (self->work);
  int index = 0;

  gtk_label_set_label (self->moderated_label, text);
  oct_stage_pips_set (self->moderated_pips, g_strv_length (steps), step, !moderated->final);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->stages)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), index++ == step);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stages), oct_judge_work_is_open (self->work));
}

static void
append_part (GString *text, const char *title, const char *part)
{
  if (part[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append_printf (text, "%s\n%s", title, part);
}

static void
update_details (OctModerateRow *self)
{
  const OctJudgement *own = find_own (self);
  const OctJudgement *moderated = oct_judge_work_get_judgement (self->work);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->reason == NULL)
    return;
  append_part (text, _("Why, in the school’s words"),
               oct_judging_get_text (own, OCT_JUDGING_REASON));
  append_part (text, _("What it gives"), oct_judging_get_text (own, OCT_JUDGING_GIVES));
  append_part (text, _("What it gains"), oct_judging_get_text (own, OCT_JUDGING_GAINS));
  if (text->len == 0)
    g_string_append (text, _("The school has not written anything yet."));
  gtk_label_set_label (self->own_texts, text->str);
  oct_judge_text_set_text (self->reason, moderated->reason);
  oct_judge_text_set_editable (self->reason, oct_judge_work_is_open (self->work));
  if (moderated->reason[0] != '\0')
    oct_judge_text_set_message (self->reason, NULL);
}

static void
name_row (OctModerateRow *self)
{
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", gtk_label_get_label (self->name_label),
                                           gtk_label_get_label (self->own_label),
                                           gtk_label_get_label (self->moderated_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
work_changed_cb (OctModerateRow *self)
{
  if (oct_judge_work_get_judgement (self->work) == NULL)
    return;
  self->updating = TRUE;
  update_own (self);
  update_moderated (self);
  update_details (self);
  name_row (self);
  self->updating = FALSE;
}

/* --- the details --- */

static void
reason_committed_cb (OctModerateRow *self)
{
  g_autofree char *text = oct_judge_text_dup_text (self->reason);

  oct_judge_work_set_text (self->work, OCT_JUDGING_REASON, text);
}

static void
make_details (OctModerateRow *self)
{
  GtkWidget *columns = oct_columns_new (300, 2, FALSE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *finish = gtk_button_new_with_mnemonic (_("_Finish"));

  self->own_texts = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->own_texts, 0);
  gtk_label_set_yalign (self->own_texts, 0);
  gtk_label_set_wrap (self->own_texts, TRUE);
  gtk_label_set_wrap_mode (self->own_texts, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->own_texts), "oct-said-before");
  self->reason = OCT_JUDGE_TEXT (oct_judge_text_new ());
  oct_judge_text_set_label (self->reason, _("_Reason for the moderated view"));
  g_signal_connect_object (self->reason, "committed", G_CALLBACK (reason_committed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (finish), "moderate.finish");
  gtk_widget_set_tooltip_text (finish, _("Finish, and go on to the next school (Ctrl+Return)"));
  gtk_widget_set_halign (finish, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (box), finish);
  oct_columns_append (OCT_COLUMNS (columns), GTK_WIDGET (self->own_texts));
  oct_columns_append (OCT_COLUMNS (columns), box);
  gtk_box_append (self->details, columns);
}

static void
details_toggled_cb (OctModerateRow *self)
{
  gboolean open = gtk_toggle_button_get_active (self->details_button);

  if (open && self->reason == NULL)
    make_details (self);
  if (open)
    update_details (self);
  gtk_widget_set_visible (GTK_WIDGET (self->details), open);
}

static void
open_reason (OctModerateRow *self)
{
  gtk_toggle_button_set_active (self->details_button, TRUE);
  oct_judge_text_focus (self->reason);
}

/* --- actions --- */

static void
choose (OctModerateRow *self, int step)
{
  oct_moderate_row_commit (self);
  oct_judge_work_moderate (self->work, step);
}

static void
stage_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctModerateRow *self = OCT_MODERATE_ROW (widget);
  const OctJudgement *moderated;

  if (!oct_judge_work_is_open (self->work))
    return;
  choose (self, g_variant_get_int32 (parameter));
  moderated = oct_judge_work_get_judgement (self->work);
  if (moderated->stage != NULL && !moderated->final)
    open_reason (self);
}

static void
agree_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctModerateRow *self = OCT_MODERATE_ROW (widget);
  int own = oct_assessment_step (get_assessment (self), find_own (self));

  if (own < 0)
    {
      g_signal_emit (
        self, signals[FAILED], 0,
        _("The school has not finished its own view: there is nothing to agree with."));
      return;
    }
  choose (self, own);
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
reason_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctModerateRow *self = OCT_MODERATE_ROW (widget);

  if (gtk_toggle_button_get_active (self->details_button))
    gtk_toggle_button_set_active (self->details_button, FALSE);
  else
    open_reason (self);
}

static void
finish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctModerateRow *self = OCT_MODERATE_ROW (widget);
  g_autoptr (GError) error = NULL;

  oct_moderate_row_commit (self);
  if (oct_judge_work_finish (self->work, &error))
    {
      gtk_toggle_button_set_active (self->details_button, FALSE);
      g_signal_emit (self, signals[FINISHED], 0);
      return;
    }
  open_reason (self);
  oct_judge_text_set_message (self->reason, error->message);
}

static void
toggled_cb (OctModerateRow *self, GtkToggleButton *button)
{
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "oct-step"));

  if (!self->updating && gtk_toggle_button_get_active (button))
    gtk_widget_activate_action (GTK_WIDGET (self), "moderate.stage", "i", step);
}

/* Asked for rather than set: to set the tooltips of ninety rows asks the display server each time. */
static gboolean
tooltip_cb (OctModerateRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *box = GTK_WIDGET (self->stages);
  GtkWidget *button = keyboard ? gtk_widget_get_focus_child (box)
                               : gtk_widget_pick (box, x, y, GTK_PICK_DEFAULT);
  int step;

  if (button != NULL && !GTK_IS_TOGGLE_BUTTON (button))
    button = gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON);
  if (button == NULL || gtk_widget_get_parent (button) != box)
    return FALSE;
  step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "oct-step"));
  gtk_tooltip_set_text (tooltip, self->stage_names[step]);

  return TRUE;
}

static void
failed_cb (OctModerateRow *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* --- class --- */

static void
oct_moderate_row_dispose (GObject *object)
{
  OctModerateRow *self = OCT_MODERATE_ROW (object);

  if (self->work != NULL)
    {
      oct_moderate_row_commit (self);
      g_signal_handlers_disconnect_by_data (self->work, self);
    }
  g_clear_object (&self->work);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_moderate_row_parent_class)->dispose (object);
}

static void
oct_moderate_row_finalize (GObject *object)
{
  g_free (OCT_MODERATE_ROW (object)->school_id);
  g_strfreev (OCT_MODERATE_ROW (object)->stage_names);
  G_OBJECT_CLASS (oct_moderate_row_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < OCT_FRAMEWORK_MAX_STAGES; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_1 + i), 0,
                                           "moderate.stage", "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_1 + i), 0,
                                           "moderate.stage", "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "moderate.agree", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "moderate.agree", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "moderate.reason", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-moderate-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, own_pips);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, own_label);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, own_excerpt);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, stages);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, moderated_pips);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, moderated_label);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, details_button);
  gtk_widget_class_bind_template_child (widget_class, OctModerateRow, details);
  gtk_widget_class_bind_template_callback (widget_class, details_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
}

static void
oct_moderate_row_class_init (OctModerateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_moderate_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_moderate_row_finalize;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "moderate.stage", "i", stage_cb);
  gtk_widget_class_install_action (widget_class, "moderate.agree", NULL, agree_cb);
  gtk_widget_class_install_action (widget_class, "moderate.reason", NULL, reason_cb);
  gtk_widget_class_install_action (widget_class, "moderate.finish", NULL, finish_cb);
  add_keys (widget_class);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_STAGE_PIPS);
  bind_template (widget_class);
}

static void
oct_moderate_row_init (OctModerateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_moderate_row_new:
 * @workbench: where judgements are kept
 *
 * Returns: (transfer floating): a row of no school yet
 */
GtkWidget *
oct_moderate_row_new (OctWorkbench *workbench)
{
  OctModerateRow *self = g_object_new (OCT_TYPE_MODERATE_ROW, NULL);

  self->workbench = g_object_ref (workbench);
  self->work = oct_judge_work_new (workbench);
  g_signal_connect_swapped (self->work, "changed", G_CALLBACK (work_changed_cb), self);
  g_signal_connect_swapped (self->work, "failed", G_CALLBACK (failed_cb), self);

  return GTK_WIDGET (self);
}

static void
fill_stages (OctModerateRow *self)
{
  g_auto (GStrv) names = oct_framework_dup_step_names (
    oct_assessment_get_framework (get_assessment (self)));
  GtkWidget *child;

  if (self->stage_names != NULL
      && g_strv_equal ((const char *const *) names, (const char *const *) self->stage_names))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stages))) != NULL)
    gtk_box_remove (self->stages, child);
  for (int i = 0; names[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i + 1);
      GtkWidget *button = gtk_toggle_button_new_with_label (number);

      g_object_set_data (G_OBJECT (button), "oct-step", GINT_TO_POINTER (i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[i], -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->stages, button);
    }
  g_strfreev (self->stage_names);
  self->stage_names = g_steal_pointer (&names);
}

/**
 * oct_moderate_row_show:
 * @self: a row
 * @school: its school
 * @element: the element's key
 *
 * Shows a school's view of an element and the moderated one.
 */
void
oct_moderate_row_show (OctModerateRow *self, const OctOwnSchool *school, const char *element)
{
  const OctJudgingPlace place = { .school_id = school->id,
                                  .element = element,
                                  .view = OCT_VIEW_MODERATED };

  g_return_if_fail (OCT_IS_MODERATE_ROW (self));

  oct_moderate_row_commit (self);
  if (self->reason != NULL)
    {
      oct_judge_text_reset (self->reason, "");
      oct_judge_text_set_message (self->reason, NULL);
    }
  gtk_toggle_button_set_active (self->details_button, FALSE);
  g_free (self->school_id);
  self->school_id = g_strdup (school->id);
  gtk_label_set_label (self->name_label, school->name);
  gtk_label_set_label (self->place_label, school->town != NULL ? school->town : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_label),
                          school->town != NULL && school->town[0] != '\0');
  fill_stages (self);
  oct_judge_work_set_place (self->work, &place);
}

/**
 * oct_moderate_row_get_school_id:
 * @self: a row
 *
 * Returns: (transfer none): the school
 */
const char *
oct_moderate_row_get_school_id (OctModerateRow *self)
{
  g_return_val_if_fail (OCT_IS_MODERATE_ROW (self), NULL);

  return self->school_id;
}

/**
 * oct_moderate_row_is:
 * @self: a row
 * @show: which rows are looked for
 *
 * Returns: whether the row is one of them
 */
gboolean
oct_moderate_row_is (OctModerateRow *self, OctModerateShow show)
{
  const OctJudgement *moderated;
  int own;

  g_return_val_if_fail (OCT_IS_MODERATE_ROW (self), FALSE);

  moderated = oct_judge_work_get_judgement (self->work);
  if (show == OCT_MODERATE_ALL || moderated == NULL)
    return show == OCT_MODERATE_ALL;
  if (show == OCT_MODERATE_OPEN)
    return !moderated->final;
  own = oct_assessment_step (get_assessment (self), find_own (self));

  return own >= 0 && moderated->stage != NULL && oct_judge_work_get_step (self->work) != own;
}

/**
 * oct_moderate_row_commit:
 * @self: a row
 *
 * Keeps what is being typed.
 */
void
oct_moderate_row_commit (OctModerateRow *self)
{
  g_return_if_fail (OCT_IS_MODERATE_ROW (self));

  if (self->reason != NULL)
    oct_judge_text_commit (self->reason);
}
