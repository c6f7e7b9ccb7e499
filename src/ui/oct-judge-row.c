/* A row of the judge page: an element, its stage and how far its judgement is.
 *
 * Number, short name, stage in words and state in words and shape, so that no colour is needed.
 * Where nothing is judged yet, the row says where the last cycle stood.
 */

#include "oct-judge-row.h"

#include <glib/gi18n.h>

#include "oct-stage-pips.h"

struct _OctJudgeRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkLabel *number_label;
  GtkLabel *name_label;
  GtkLabel *stage_label;
  GtkLabel *state_label;
  OctStagePips *pips;

  char *element;
  guint number;
  gboolean focus;
  OctJudgingState state;
};

G_DEFINE_FINAL_TYPE (OctJudgeRow, oct_judge_row, GTK_TYPE_LIST_BOX_ROW)

static void
oct_judge_row_finalize (GObject *object)
{
  g_free (OCT_JUDGE_ROW (object)->element);
  G_OBJECT_CLASS (oct_judge_row_parent_class)->finalize (object);
}

static void
oct_judge_row_class_init (OctJudgeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_judge_row_finalize;
  g_type_ensure (OCT_TYPE_STAGE_PIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-judge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctJudgeRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeRow, stage_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeRow, pips);
}

static void
oct_judge_row_init (OctJudgeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_judge_row_new:
 *
 * Returns: (transfer floating): a row of no element yet
 */
GtkWidget *
oct_judge_row_new (void)
{
  return g_object_new (OCT_TYPE_JUDGE_ROW, NULL);
}

/**
 * oct_judge_row_set_element:
 * @self: a row
 * @element: its element
 * @focus: whether the trust looks at it in this cycle
 *
 * Shows an element.
 */
void
oct_judge_row_set_element (OctJudgeRow *self, const OctElement *element, gboolean focus)
{
  g_autofree char *number = NULL;

  g_return_if_fail (OCT_IS_JUDGE_ROW (self));
  g_return_if_fail (element != NULL);

  if (g_strcmp0 (self->element, element->key) != 0)
    {
      g_free (self->element);
      self->element = g_strdup (element->key);
    }
  self->number = element->number;
  number = g_strdup_printf ("%u", element->number);
  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->name_label, element->short_name);
  if (self->focus == focus)
    return;
  self->focus = focus;
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (self));
}

static char *
dup_stage_text (OctFramework *framework, const OctJudgement *judgement, const OctJudgement *before)
{
  int step = oct_judging_get_step (framework, judgement);
  int step_before = before != NULL && before->final ? oct_judging_get_step (framework, before)
                                                    : OCT_STAGE_NONE;

  if (step >= 0)
    return g_strdup (oct_judging_get_step_name (framework, step));
  if (step_before >= 0)
    /* Translators: %s is a stage. */
    return g_strdup_printf (_("Last cycle: %s"),
                            oct_judging_get_step_name (framework, step_before));

  return g_strdup ("");
}

/**
 * oct_judge_row_set_judgement:
 * @self: a row
 * @framework: the framework
 * @judgement: (nullable): its judgement in this cycle
 * @before: (nullable): its judgement in the cycle before
 *
 * Shows a judgement.
 */
void
oct_judge_row_set_judgement (OctJudgeRow *self, OctFramework *framework,
                             const OctJudgement *judgement, const OctJudgement *before)
{
  g_autofree char *stage = dup_stage_text (framework, judgement, before);
  g_auto (GStrv) steps = oct_framework_dup_step_names (framework);
  g_autofree char *name = NULL;

  g_return_if_fail (OCT_IS_JUDGE_ROW (self));

  self->state = oct_judging_get_state (judgement);
  gtk_label_set_label (self->stage_label, stage);
  gtk_widget_set_visible (GTK_WIDGET (self->stage_label), stage[0] != '\0');
  gtk_label_set_label (self->state_label, oct_judging_state_to_text (self->state));
  oct_stage_pips_set (self->pips, g_strv_length (steps),
                      oct_judging_get_step (framework, judgement),
                      self->state == OCT_JUDGING_DRAFT);
  /* Translators: a row for a screen reader: number, element, how far it is, its stage. */
  name = g_strdup_printf (_("%u, %s: %s. %s"), self->number, gtk_label_get_label (self->name_label),
                          gtk_label_get_label (self->state_label), stage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * oct_judge_row_get_element:
 * @self: a row
 *
 * Returns: (transfer none): the key of its element
 */
const char *
oct_judge_row_get_element (OctJudgeRow *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_ROW (self), NULL);

  return self->element;
}

/**
 * oct_judge_row_get_number:
 * @self: a row
 *
 * Returns: the number of its element
 */
guint
oct_judge_row_get_number (OctJudgeRow *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_ROW (self), 0);

  return self->number;
}

/**
 * oct_judge_row_get_focus:
 * @self: a row
 *
 * Returns: whether the trust looks at its element in this cycle
 */
gboolean
oct_judge_row_get_focus (OctJudgeRow *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_ROW (self), FALSE);

  return self->focus;
}

/**
 * oct_judge_row_get_state:
 * @self: a row
 *
 * Returns: how far its judgement is
 */
OctJudgingState
oct_judge_row_get_state (OctJudgeRow *self)
{
  g_return_val_if_fail (OCT_IS_JUDGE_ROW (self), OCT_JUDGING_NONE);

  return self->state;
}
