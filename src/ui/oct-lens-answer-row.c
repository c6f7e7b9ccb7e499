/* A row for one answer; see the header. Activating it leads to the page of the element, where its
 * evidence is; a button of its own leads to judging.
 */

#include "oct-lens-answer-row.h"

#include <glib/gi18n.h>

#include "oct-columns.h"
#include "oct-school-dots.h"
#include "oct-stage-pips.h"

struct _OctLensAnswerRow
{
  GtkListBoxRow parent_instance;

  /* template */
  OctStagePips *pips;
  GtkLabel *place;
  GtkLabel *stage;
  GtkLabel *basis;
  GtkLabel *reason;
  GtkButton *evidence;
  OctSchoolDots *dots;
  GtkLabel *schools;
  GtkButton *judge;

  /* owned */
  OctAssessment *assessment;
  OctLensAnswer answer;
  char *location; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (OctLensAnswerRow, oct_lens_answer_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_links (OctLensAnswerRow *self)
{
  const OctLensAnswer *answer = &self->answer;
  g_autofree char *judge = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->judge), answer->element != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), answer->element != NULL);
  if (answer->element == NULL)
    return;
  self->location = g_strdup_printf ("element/%u", answer->element->number);
  judge = g_strdup_printf ("judge/trust?element=%s", answer->element->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->judge), "s", judge);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->evidence), "s", self->location);
}

/* What a screen reader says of the row as a whole. */
static void
name_row (OctLensAnswerRow *self, const char *place, const char *stage, const char *schools)
{
  g_autofree char *name = schools != NULL ? g_strdup_printf ("%s. %s. %s.", place, stage, schools)
                                          : g_strdup_printf ("%s. %s.", place, stage);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_answer (OctLensAnswerRow *self)
{
  const OctLensAnswer *answer = &self->answer;
  g_autofree char *place = oct_lens_answer_describe_place (answer);
  g_autofree char *stage = oct_lens_answer_describe_stage (answer, self->assessment);
  g_autofree char *basis = oct_lens_answer_describe_basis (answer);
  g_autofree char *schools = oct_lens_answer_describe_schools (answer, self->assessment);
  g_autofree char *judge = NULL;

  oct_stage_pips_set (self->pips, answer->n_steps, answer->step, FALSE);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->stage, stage);
  set_optional (self->basis, basis);
  set_optional (self->reason, answer->judgement != NULL ? answer->judgement->reason : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason),
                               answer->judgement != NULL ? answer->judgement->reason : NULL);
  oct_school_dots_set (self->dots, answer);
  gtk_widget_set_visible (GTK_WIDGET (self->dots), schools != NULL);
  set_optional (self->schools, schools);
  /* Translators: %s is an element. */
  judge = g_strdup_printf (_("Judge %s"), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->judge), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  judge, -1);
  name_row (self, place, stage, schools);
  show_links (self);
}

static void
oct_lens_answer_row_dispose (GObject *object)
{
  OctLensAnswerRow *self = OCT_LENS_ANSWER_ROW (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->location, g_free);

  G_OBJECT_CLASS (oct_lens_answer_row_parent_class)->dispose (object);
}

static void
oct_lens_answer_row_class_init (OctLensAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_lens_answer_row_dispose;

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_SCHOOL_DOTS);
  g_type_ensure (OCT_TYPE_STAGE_PIPS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-lens-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, pips);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, place);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, stage);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, basis);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, reason);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, dots);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, schools);
  gtk_widget_class_bind_template_child (widget_class, OctLensAnswerRow, judge);
}

static void
oct_lens_answer_row_init (OctLensAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_lens_answer_row_new:
 * @assessment: an assessment, whose lens the answer is of
 * @answer: an answer; copied
 *
 * Returns: (transfer floating): the row, without a number of pieces of evidence
 */
GtkWidget *
oct_lens_answer_row_new (OctAssessment *assessment, const OctLensAnswer *answer)
{
  OctLensAnswerRow *self = g_object_new (OCT_TYPE_LENS_ANSWER_ROW, NULL);

  self->assessment = g_object_ref (assessment);
  self->answer = *answer;
  show_answer (self);

  return GTK_WIDGET (self);
}

/**
 * oct_lens_answer_row_count_evidence:
 * @self: a row
 * @evidence: (nullable) (element-type OctEvidence): evidence of the trust in the assessment's cycle;
 *   %NULL while it is not known
 *
 * Says how much evidence stands behind the answer.
 */
void
oct_lens_answer_row_count_evidence (OctLensAnswerRow *self, const GPtrArray *evidence)
{
  guint n_pieces = oct_lens_answer_count_evidence (&self->answer, evidence);
  g_autofree char *text = NULL;

  if (n_pieces == 0)
    text = g_strdup (_("No evidence"));
  else
    text = g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n_pieces),
                            n_pieces);
  gtk_button_set_label (self->evidence, text);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence),
                          evidence != NULL && self->answer.element != NULL);
}

/**
 * oct_lens_answer_row_get_location:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): where the row leads; %NULL for an element that is not in the
 *   framework
 */
const char *
oct_lens_answer_row_get_location (OctLensAnswerRow *self)
{
  g_return_val_if_fail (OCT_IS_LENS_ANSWER_ROW (self), NULL);

  return self->location;
}
