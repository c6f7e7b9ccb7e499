/* What stands in place of a judging page while there is nothing to judge.
 *
 * It says what judging is for and what comes first – a trust, then a cycle – and leads there. It
 * also says that a workspace is being opened, or why it could not be.
 */

#include "oct-judge-blank.h"

#include <glib/gi18n.h>

struct _OctJudgeBlank
{
  AdwBin parent_instance;

  /* template */
  AdwStatusPage *status;
  GtkSpinner *spinner;
  GtkButton *button;

  char *location;
};

G_DEFINE_FINAL_TYPE (OctJudgeBlank, oct_judge_blank, ADW_TYPE_BIN)

static void
clicked_cb (OctJudgeBlank *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", self->location);
}

static void
oct_judge_blank_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (oct_judge_blank_parent_class)->dispose (object);
}

static void
oct_judge_blank_finalize (GObject *object)
{
  g_free (OCT_JUDGE_BLANK (object)->location);
  G_OBJECT_CLASS (oct_judge_blank_parent_class)->finalize (object);
}

static void
oct_judge_blank_class_init (OctJudgeBlankClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_judge_blank_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_judge_blank_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-judge-blank.ui");
  gtk_widget_class_bind_template_child (widget_class, OctJudgeBlank, status);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeBlank, spinner);
  gtk_widget_class_bind_template_child (widget_class, OctJudgeBlank, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
oct_judge_blank_init (OctJudgeBlank *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_judge_blank_say:
 * @self: a blank
 * @title: what is missing
 * @description: what it is for, and what to do
 * @button: what leads on
 * @location: where it leads
 */
void
oct_judge_blank_say (OctJudgeBlank *self, const char *title, const char *description,
                     const char *button, const char *location)
{
  g_return_if_fail (OCT_IS_JUDGE_BLANK (self));

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_button_set_label (self->button, button);
  g_free (self->location);
  self->location = g_strdup (location);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

/**
 * oct_judge_blank_update:
 * @self: a blank
 * @workbench: what is open
 *
 * Returns: whether there is a cycle to judge; else the blank says what comes first
 */
gboolean
oct_judge_blank_update (OctJudgeBlank *self, OctWorkbench *workbench)
{
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);

  g_return_val_if_fail (OCT_IS_JUDGE_BLANK (self), FALSE);

  if (assessment != NULL && oct_assessment_get_cycle (assessment) != NULL)
    return TRUE;
  if (assessment != NULL)
    oct_judge_blank_say (self, _("Begin a cycle first"),
                         _("A cycle is a term or a year in which the trust looks at itself. In it "
                           "each element is judged once, and compared with the cycle before."),
                         _("_Begin a cycle"), "our-trust");
  else if (oct_workbench_get_problem (workbench) != NULL)
    oct_judge_blank_say (self, _("The workspace could not be opened"),
                         oct_workbench_get_problem (workbench), _("_Go to Our trust"), "our-trust");
  else if (!oct_workbench_get_loading (workbench))
    oct_judge_blank_say (self, _("Begin your trust’s workspace first"),
                         _("What you and your schools judge, plan and review is kept in a "
                           "workspace of your trust, on this computer."),
                         _("_Go to Our trust"), "our-trust");
  else
    {
      oct_judge_blank_say (self, _("Opening the workspace"), NULL, "", "our-trust");
      gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
    }

  return FALSE;
}
