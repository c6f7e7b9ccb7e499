/* The stages of an element as a choice, each with what one sees at it.
 *
 * Two people reach the same stage only if both read the same descriptor, so all of them stand here
 * in full. Each stage carries its number, which is also its key, and short tags that say where
 * the last cycle, the target or the other view stand.
 */

#include "oct-stage-choice.h"

#include <glib/gi18n.h>

#include "oct-judging.h"

typedef struct
{
  GtkCheckButton *button;
  GtkLabel *descriptor;
  GtkBox *tags;
} Option;

struct _OctStageChoice
{
  GtkWidget parent_instance;

  /* owned */
  GArray *options; /* of Option */
  OctFramework *framework;
  char *element;

  gboolean school;
  int step;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctStageChoice, oct_stage_choice, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
toggled_cb (OctStageChoice *self, GtkCheckButton *button)
{
  if (self->updating || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < self->options->len; i++)
    {
      if (g_array_index (self->options, Option, i).button != button)
        continue;
      self->step = (int) i;
      g_signal_emit (self, chosen_signal, 0, (int) i);
      return;
    }
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_content (Option *option, guint step, const OctStage *stage, const char *descriptor)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", step + 1);

  option->tags = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  option->descriptor = GTK_LABEL (make_label (descriptor, "oct-stage-descriptor"));
  gtk_box_append (GTK_BOX (line), make_label (number, "oct-stage-number"));
  gtk_box_append (GTK_BOX (line), make_label (stage->name, "heading"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (option->tags));
  gtk_box_append (GTK_BOX (content), line);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (option->descriptor));
  gtk_widget_set_hexpand (content, TRUE);

  return content;
}

static void
add_option (OctStageChoice *self, guint step, const OctStage *stage)
{
  const char *descriptor = oct_framework_get_words (self->framework, self->element, stage,
                                                    self->school);
  Option option = { 0 };
  /* Translators: number of a stage, its name, and what one sees at it; for a screen reader. */
  g_autofree char *name = g_strdup_printf (_("%u, %s. %s"), step + 1, stage->name, descriptor);

  option.button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_child (option.button, make_content (&option, step, stage, descriptor));
  gtk_widget_add_css_class (GTK_WIDGET (option.button), "oct-stage-option");
  gtk_accessible_update_property (GTK_ACCESSIBLE (option.button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (self->options->len > 0)
    gtk_check_button_set_group (option.button, g_array_index (self->options, Option, 0).button);
  g_signal_connect_swapped (option.button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (option.button), GTK_WIDGET (self));
  g_array_append_val (self->options, option);
}

static void
remove_options (OctStageChoice *self)
{
  GtkWidget *child;

  self->updating = TRUE;
  g_array_set_size (self->options, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->updating = FALSE;
}

static void
oct_stage_choice_dispose (GObject *object)
{
  OctStageChoice *self = OCT_STAGE_CHOICE (object);

  remove_options (self);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (oct_stage_choice_parent_class)->dispose (object);
}

static void
oct_stage_choice_finalize (GObject *object)
{
  OctStageChoice *self = OCT_STAGE_CHOICE (object);

  g_array_unref (self->options);
  g_free (self->element);
  G_OBJECT_CLASS (oct_stage_choice_parent_class)->finalize (object);
}

static void
oct_stage_choice_class_init (OctStageChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_stage_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_stage_choice_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stagechoice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
oct_stage_choice_init (OctStageChoice *self)
{
  self->options = g_array_new (FALSE, FALSE, sizeof (Option));
  self->step = OCT_STAGE_NONE;
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * oct_stage_choice_set_element:
 * @self: a choice
 * @framework: the framework
 * @element: an element's key
 * @school: whether a school is judged, else the trust
 *
 * Offers the stages in use, with what one sees at each in this element. Nothing is chosen then.
 */
void
oct_stage_choice_set_element (OctStageChoice *self, OctFramework *framework, const char *element,
                              gboolean school)
{
  const OctStage *stage;

  g_return_if_fail (OCT_IS_STAGE_CHOICE (self));
  g_return_if_fail (OCT_IS_FRAMEWORK (framework));
  g_return_if_fail (element != NULL);

  if (self->framework == framework && self->school == !!school
      && g_strcmp0 (self->element, element) == 0)
    return;
  remove_options (self);
  g_set_object (&self->framework, framework);
  g_free (self->element);
  self->element = g_strdup (element);
  self->school = !!school;
  self->step = OCT_STAGE_NONE;
  for (guint i = 0; (stage = oct_judging_get_step_stage (framework, (int) i)) != NULL; i++)
    add_option (self, i, stage);
}

/**
 * oct_stage_choice_set_step:
 * @self: a choice
 * @step: the stage that is chosen, from 0, or %OCT_STAGE_NONE
 *
 * Shows what is chosen, without telling anybody.
 */
void
oct_stage_choice_set_step (OctStageChoice *self, int step)
{
  g_return_if_fail (OCT_IS_STAGE_CHOICE (self));

  if (self->step == step)
    return;
  self->step = step;
  self->updating = TRUE;
  for (guint i = 0; i < self->options->len; i++)
    gtk_check_button_set_active (g_array_index (self->options, Option, i).button, (int) i == step);
  self->updating = FALSE;
}

/**
 * oct_stage_choice_get_n_steps:
 * @self: a choice
 *
 * Returns: how many stages are offered
 */
guint
oct_stage_choice_get_n_steps (OctStageChoice *self)
{
  g_return_val_if_fail (OCT_IS_STAGE_CHOICE (self), 0);

  return self->options->len;
}

/**
 * oct_stage_choice_clear_tags:
 * @self: a choice
 *
 * Takes all tags away.
 */
void
oct_stage_choice_clear_tags (OctStageChoice *self)
{
  g_return_if_fail (OCT_IS_STAGE_CHOICE (self));

  for (guint i = 0; i < self->options->len; i++)
    {
      Option *option = &g_array_index (self->options, Option, i);
      GtkWidget *tag;

      while ((tag = gtk_widget_get_first_child (GTK_WIDGET (option->tags))) != NULL)
        gtk_box_remove (option->tags, tag);
    }
}

/**
 * oct_stage_choice_add_tag:
 * @self: a choice
 * @step: a stage, from 0; nothing is done for one that isn't offered
 * @text: one or two words
 *
 * Says something beside a stage.
 */
void
oct_stage_choice_add_tag (OctStageChoice *self, int step, const char *text)
{
  GtkWidget *tag;

  g_return_if_fail (OCT_IS_STAGE_CHOICE (self));
  g_return_if_fail (text != NULL);

  if (step < 0 || step >= (int) self->options->len)
    return;
  tag = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (tag, "oct-tag");
  gtk_box_append (g_array_index (self->options, Option, step).tags, tag);
}

/**
 * oct_stage_choice_focus:
 * @self: a choice
 *
 * Puts the focus on the stage that is chosen, or on the first.
 */
void
oct_stage_choice_focus (OctStageChoice *self)
{
  g_return_if_fail (OCT_IS_STAGE_CHOICE (self));

  if (self->options->len > 0)
    gtk_widget_grab_focus (
      GTK_WIDGET (g_array_index (self->options, Option, MAX (self->step, 0)).button));
}
