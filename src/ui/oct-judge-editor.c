/* One element of one subject, open for judging: what it asks, the stages, the reason and the rest.
 *
 * The work (oct-judge-work.h) holds the judgement; this shows it and tells the work what a person
 * does. A stage is kept at once, a text on a pause. What is missing is said where it is missing,
 * and what the other view and the last cycle said stands beside it.
 */

#include "oct-judge-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-aspect-list.h"
#include "oct-columns.h"
#include "oct-evidence-section.h"
#include "oct-judge-text.h"
#include "oct-judge-work.h"
#include "oct-stage-choice.h"
#include "oct-target-button.h"
#include "oct-text.h"

struct _OctJudgeEditor
{
  AdwBin parent_instance;

  /* template */
  GtkScrolledWindow *scroller;
  GtkLabel *number_label;
  GtkLabel *name_label;
  GtkLabel *asks_label;
  GtkWidget *other_box;
  GtkLabel *other_label;
  GtkLabel *other_reason;
  OctStageChoice *choice;
  GtkLabel *stage_message;
  OctJudgeText *reason;
  GtkWidget *exchange;
  OctJudgeText *gives;
  OctJudgeText *gains;
  GtkWidget *confidence_box;
  GtkToggleButton *low_button;
  GtkToggleButton *medium_button;
  GtkToggleButton *high_button;
  OctAspectList *aspects;
  OctTargetButton *target;
  OctEvidenceSection *evidence;
  GtkLabel *status_label;
  GtkWidget *actions;

  /* owned */
  OctWorkbench *workbench;
  OctJudgeWork *work;

  gboolean updating;
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctJudgeEditor, oct_judge_editor, ADW_TYPE_BIN)

static OctJudgeText *
get_text (OctJudgeEditor *self, OctJudgingText which)
{
  if (which == OCT_JUDGING_GIVES)
    return self->gives;

  return which == OCT_JUDGING_GAINS ? self->gains : self->reason;
}

/* --- showing --- */

static const OctJudgement *
find (OctJudgeEditor *self, OctAssessmentWhen when, OctJudgementView view)
{
  const OctJudgingPlace *place = oct_judge_work_get_place (self->work);

  return oct_assessment_find (oct_workbench_get_assessment (self->workbench), when,
                              place->school_id, place->element, NULL, view);
}

static void
update_element (OctJudgeEditor *self, OctAssessment *assessment)
{
  const OctJudgingPlace *place = oct_judge_work_get_place (self->work);
  OctFramework *framework = oct_assessment_get_framework (assessment);
  const OctElement *element = oct_framework_find_element (framework, place->element);
  g_autofree char *number = g_strdup_printf ("%u", element->number);
  gboolean exchange = place->school_id != NULL && place->view == OCT_VIEW_OWN;

  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->name_label, element->name);
  gtk_label_set_label (self->asks_label, element->asks);
  oct_stage_choice_set_element (self->choice, framework, element->key, place->school_id != NULL);
  gtk_widget_set_visible (self->exchange, exchange);
  oct_judge_text_set_question (self->gives, element->give_question);
  oct_judge_text_set_question (self->gains, element->gain_question);
}

static void
update_tags (OctJudgeEditor *self, OctAssessment *assessment)
{
  const OctJudgingPlace *place = oct_judge_work_get_place (self->work);
  OctFramework *framework = oct_assessment_get_framework (assessment);
  const OctJudgement *before = find (self, OCT_WHEN_BEFORE, place->view);
  gboolean own = place->view == OCT_VIEW_OWN;
  const OctJudgement *other = find (self, OCT_WHEN_NOW, own ? OCT_VIEW_MODERATED : OCT_VIEW_OWN);

  oct_stage_choice_clear_tags (self->choice);
  if (before != NULL && before->final)
    oct_stage_choice_add_tag (self->choice, oct_judging_get_step (framework, before),
                              _("Last cycle"));
  if (other != NULL && other->final)
    oct_stage_choice_add_tag (self->choice, oct_judging_get_step (framework, other),
                              own ? _("Moderated view") : _("Own view"));
  oct_stage_choice_add_tag (
    self->choice, oct_assessment_get_target_step (assessment, place->school_id, place->element),
    _("Target"));
}

static char *
dup_before (OctJudgeEditor *self, OctAssessment *assessment, OctJudgingText which)
{
  const OctJudgement *before = find (self, OCT_WHEN_BEFORE,
                                     oct_judge_work_get_place (self->work)->view);
  const OctCycle *cycle = oct_assessment_get_cycle_before (assessment);
  const char *text = oct_judging_get_text (before, which);

  if (cycle == NULL || text[0] == '\0')
    return NULL;

  /* Translators: a cycle, such as "Summer 2026", and what was said then. */
  return g_strdup_printf (_("%s: %s"), cycle->name, text);
}

static void
update_texts (OctJudgeEditor *self, OctAssessment *assessment)
{
  const OctJudgement *judgement = oct_judge_work_get_judgement (self->work);

  for (OctJudgingText which = OCT_JUDGING_REASON; which <= OCT_JUDGING_GAINS; which++)
    {
      g_autofree char *before = dup_before (self, assessment, which);
      OctJudgeText *text = get_text (self, which);

      oct_judge_text_set_text (text, oct_judging_get_text (judgement, which));
      oct_judge_text_set_before (text, before);
      oct_judge_text_set_editable (text, oct_judge_work_is_open (self->work));
    }
  if (oct_judging_get_text (judgement, OCT_JUDGING_REASON)[0] != '\0')
    oct_judge_text_set_message (self->reason, NULL);
  if (judgement->stage != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->stage_message), FALSE);
}

static void
update_other (OctJudgeEditor *self, OctAssessment *assessment)
{
  gboolean own = oct_judge_work_get_place (self->work)->view == OCT_VIEW_OWN;
  const OctJudgement *other = find (self, OCT_WHEN_NOW, own ? OCT_VIEW_MODERATED : OCT_VIEW_OWN);
  int step = oct_judge_work_get_step (self->work);
  g_autofree char *text = own ? oct_judging_describe_moderated (assessment, other, step)
                              : oct_judging_describe_own (assessment, other, step);
  const char *reason = other != NULL && other->final ? other->reason : "";

  gtk_widget_set_visible (self->other_box, text != NULL);
  gtk_label_set_label (self->other_label, text != NULL ? text : "");
  gtk_label_set_label (self->other_reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->other_reason), reason[0] != '\0');
}

/* The stage by the name it had, where the words have changed since. */
static char *
dup_version (OctAssessment *assessment, const OctJudgement *judgement)
{
  g_autofree char *version = oct_assessment_describe_version (assessment, judgement);
  OctFramework *framework = oct_assessment_get_framework_of (assessment, judgement);

  if (version == NULL || judgement->id == NULL || judgement->stage == NULL)
    return NULL;

  /* Translators: "Judged under version 1", and a stage. */
  return g_strdup_printf (
    _("%s: %s"), version,
    oct_framework_stage_name (framework, oct_framework_find_stage (framework, judgement->stage)));
}

static void
update_status (OctJudgeEditor *self, OctAssessment *assessment)
{
  const OctJudgement *judgement = oct_judge_work_get_judgement (self->work);
  const OctPerson *person = oct_assessment_find_person (assessment, judgement->assessor_id);
  g_autofree char *date = oct_text_date (judgement->judged_on);
  g_autofree char *version = dup_version (assessment, judgement);
  GString *status = g_string_new (oct_judging_state_to_text (oct_judging_get_state (judgement)));

  if (judgement->id != NULL)
    g_string_append_printf (status, " · %s", date);
  if (judgement->id != NULL && person != NULL)
    g_string_append_printf (status, " · %s", oct_person_to_text (person));
  if (version != NULL)
    g_string_append_printf (status, " · %s", version);
  gtk_label_set_label (self->status_label, status->str);
  g_string_free (status, TRUE);
}

static void
update_confidence (OctJudgeEditor *self)
{
  OctConfidence confidence = oct_judge_work_get_judgement (self->work)->confidence;

  gtk_toggle_button_set_active (self->low_button, confidence == OCT_CONFIDENCE_LOW);
  gtk_toggle_button_set_active (self->medium_button, confidence == OCT_CONFIDENCE_MEDIUM);
  gtk_toggle_button_set_active (self->high_button, confidence == OCT_CONFIDENCE_HIGH);
}

static void
work_changed_cb (OctJudgeEditor *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  gboolean open = oct_judge_work_is_open (self->work);
  const OctJudgingPlace *place = oct_judge_work_get_place (self->work);

  if (oct_judge_work_get_judgement (self->work) == NULL
      || oct_framework_find_element (oct_assessment_get_framework (assessment), place->element)
           == NULL)
    return;
  self->updating = TRUE;
  update_element (self, assessment);
  oct_stage_choice_set_step (self->choice, oct_judge_work_get_step (self->work));
  update_tags (self, assessment);
  update_texts (self, assessment);
  update_other (self, assessment);
  update_confidence (self);
  update_status (self, assessment);
  oct_aspect_list_show (self->aspects, place);
  oct_target_button_show (self->target, place->school_id, place->element);
  oct_evidence_section_load (self->evidence, self->workbench, place->school_id, place->element);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), open);
  gtk_widget_set_sensitive (self->confidence_box, open);
  gtk_widget_set_visible (self->actions, open);
  self->updating = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- what a person does --- */

static void
failed_cb (OctJudgeEditor *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
chosen_cb (OctJudgeEditor *self, int step)
{
  oct_judge_editor_choose (self, step);
}

static void
commit_text (OctJudgeEditor *self, OctJudgingText which)
{
  g_autofree char *text = oct_judge_text_dup_text (get_text (self, which));

  oct_judge_work_set_text (self->work, which, text);
}

static void
reason_committed_cb (OctJudgeEditor *self)
{
  commit_text (self, OCT_JUDGING_REASON);
}

static void
gives_committed_cb (OctJudgeEditor *self)
{
  commit_text (self, OCT_JUDGING_GIVES);
}

static void
gains_committed_cb (OctJudgeEditor *self)
{
  commit_text (self, OCT_JUDGING_GAINS);
}

static void
confidence_cb (OctJudgeEditor *self, GtkToggleButton *button)
{
  OctConfidence confidence = OCT_CONFIDENCE_HIGH;

  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  if (button == self->low_button)
    confidence = OCT_CONFIDENCE_LOW;
  else if (button == self->medium_button)
    confidence = OCT_CONFIDENCE_MEDIUM;
  oct_judge_work_set_confidence (self->work, confidence);
}

/* --- class --- */

static void
oct_judge_editor_dispose (GObject *object)
{
  OctJudgeEditor *self = OCT_JUDGE_EDITOR (object);

  if (self->work != NULL)
    {
      oct_judge_editor_commit (self);
      g_signal_handlers_disconnect_by_data (self->work, self);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->work);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_judge_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-judge-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, number_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, name_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, asks_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, other_box);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, other_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, other_reason);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, choice);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, stage_message);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, reason);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, exchange);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, gives);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, gains);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, confidence_box);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, low_button);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, medium_button);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, high_button);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, aspects);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, target);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, evidence);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, status_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeEditor, actions);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gives_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gains_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
}

static void
oct_judge_editor_class_init (OctJudgeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_judge_editor_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (OCT_TYPE_ASPECT_LIST);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_EVIDENCE_SECTION);
  g_type_ensure (OCT_TYPE_JUDGE_TEXT);
  g_type_ensure (OCT_TYPE_STAGE_CHOICE);
  g_type_ensure (OCT_TYPE_TARGET_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_judge_editor_init (OctJudgeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_judge_editor_set_workbench:
 * @self: an editor
 * @workbench: where judgements are kept
 *
 * To be called once, before anything is shown.
 */
void
oct_judge_editor_set_workbench (OctJudgeEditor *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));
  g_return_if_fail (self->work == NULL);

  self->workbench = g_object_ref (workbench);
  self->work = oct_judge_work_new (workbench);
  oct_aspect_list_set_workbench (self->aspects, workbench);
  oct_target_button_set_workbench (self->target, workbench);
  g_signal_connect_swapped (self->work, "changed", G_CALLBACK (work_changed_cb), self);
  g_signal_connect_swapped (self->work, "failed", G_CALLBACK (failed_cb), self);
}

/**
 * oct_judge_editor_show:
 * @self: an editor
 * @place: what is to be judged
 *
 * Keeps what is typed, and goes on to another judgement.
 */
void
oct_judge_editor_show (OctJudgeEditor *self, const OctJudgingPlace *place)
{
  const OctJudgingPlace *known;

  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));
  g_return_if_fail (place != NULL && place->element != NULL);

  known = oct_judge_work_get_place (self->work);
  if (known->view == place->view && g_strcmp0 (known->school_id, place->school_id) == 0
      && g_strcmp0 (known->element, place->element) == 0)
    return;
  oct_judge_editor_commit (self);
  for (OctJudgingText which = OCT_JUDGING_REASON; which <= OCT_JUDGING_GAINS; which++)
    oct_judge_text_reset (get_text (self, which), "");
  oct_judge_text_set_message (self->reason, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stage_message), FALSE);
  oct_judge_work_set_place (self->work, place);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * oct_judge_editor_commit:
 * @self: an editor
 *
 * Keeps what is being typed.
 */
void
oct_judge_editor_commit (OctJudgeEditor *self)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));

  for (OctJudgingText which = OCT_JUDGING_REASON; which <= OCT_JUDGING_GAINS; which++)
    oct_judge_text_commit (get_text (self, which));
  oct_aspect_list_commit (self->aspects);
}

/**
 * oct_judge_editor_get_judgement:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the judgement as it is shown
 */
const OctJudgement *
oct_judge_editor_get_judgement (OctJudgeEditor *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_EDITOR (self), NULL);

  return oct_judge_work_get_judgement (self->work);
}

/**
 * oct_judge_editor_is_open:
 * @self: an editor
 *
 * Returns: whether it can be judged: the cycle is open
 */
gboolean
oct_judge_editor_is_open (OctJudgeEditor *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_EDITOR (self), FALSE);

  return oct_judge_work_is_open (self->work);
}

/**
 * oct_judge_editor_can_carry:
 * @self: an editor
 *
 * Returns: whether the last cycle's judgement can be taken over
 */
gboolean
oct_judge_editor_can_carry (OctJudgeEditor *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_EDITOR (self), FALSE);

  return oct_judge_work_can_carry (self->work);
}

/**
 * oct_judge_editor_choose:
 * @self: an editor
 * @step: a stage, from 0; nothing is done for one that isn't offered
 *
 * Chooses a stage.
 */
void
oct_judge_editor_choose (OctJudgeEditor *self, int step)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));

  if (step < 0 || step >= (int) oct_stage_choice_get_n_steps (self->choice))
    return;
  oct_judge_editor_commit (self);
  oct_judge_work_set_step (self->work, step);
}

/**
 * oct_judge_editor_finish:
 * @self: an editor
 *
 * Finishes the judgement, or says what is missing and puts the focus there. It is a draft then.
 *
 * Returns: whether it is finished
 */
gboolean
oct_judge_editor_finish (OctJudgeEditor *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (OCT_IS_JUDGE_EDITOR (self), FALSE);

  oct_judge_editor_commit (self);
  if (oct_judge_work_finish (self->work, &error))
    return TRUE;
  if (oct_judge_work_get_judgement (self->work)->stage == NULL)
    {
      gtk_label_set_label (self->stage_message, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->stage_message), TRUE);
      oct_stage_choice_focus (self->choice);
      return FALSE;
    }
  oct_judge_text_set_message (self->reason, error->message);
  oct_judge_text_focus (self->reason);

  return FALSE;
}

/**
 * oct_judge_editor_carry:
 * @self: an editor
 *
 * Leaves the judgement as it was in the cycle before.
 */
void
oct_judge_editor_carry (OctJudgeEditor *self)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));

  oct_judge_editor_commit (self);
  oct_judge_work_carry (self->work);
}

/**
 * oct_judge_editor_clear:
 * @self: an editor
 *
 * Takes the judgement away.
 */
void
oct_judge_editor_clear (OctJudgeEditor *self)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));

  oct_judge_editor_commit (self);
  oct_judge_work_clear (self->work);
}

/**
 * oct_judge_editor_focus_reason:
 * @self: an editor
 *
 * Puts the focus where the reason is written.
 */
void
oct_judge_editor_focus_reason (OctJudgeEditor *self)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));

  oct_judge_text_focus (self->reason);
}

/**
 * oct_judge_editor_add_evidence:
 * @self: an editor
 *
 * Opens the menu of the evidence that can be added.
 */
void
oct_judge_editor_add_evidence (OctJudgeEditor *self)
{
  g_return_if_fail (OCT_IS_JUDGE_EDITOR (self));

  oct_judge_editor_commit (self);
  oct_evidence_section_pop_up_add (self->evidence);
}
