/* The page of one element, at the location "element/3"; see the header.
 *
 * The judgement of the trust stands in words beside the words of every stage, so that a reader can
 * check it; the schools stand as dots with their names. What was judged in every cycle is read when
 * the page is shown.
 */

#include "oct-element-page.h"

#include <glib/gi18n.h>

#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-evidence-section.h"
#include "oct-plan-section.h"
#include "oct-location.h"
#include "oct-pictures.h"
#include "oct-save.h"
#include "oct-section.h"

struct _OctElementPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkLabel *asks;
  GtkButton *before;
  GtkButton *after;
  GtkButton *judge;
  GtkLabel *stage;
  GtkLabel *change;
  GtkLabel *reason;
  GtkLabel *by;
  OctEvidenceSection *evidence;
  OctPlanSection *plans;
  GtkListBox *stages;
  OctChartView *trend;
  OctSection *questions_section;
  GtkListBox *questions;
  OctSection *schools_section;
  GtkButton *moderate;
  OctChartView *spread;
  GtkLabel *source;

  /* owned */
  GSignalGroup *workbench_signals;
  GCancellable *cancellable;

  guint number;
};

G_DEFINE_FINAL_TYPE (OctElementPage, oct_element_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctElementPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static void
set_target (GtkButton *button, const char *format, guint number)
{
  g_autofree char *location = NULL;

  location = g_strdup_printf ("%s/%u", format, number);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", location);
}

static void
show_heading (OctElementPage *self, const OctElement *element)
{
  g_autofree char *heading = g_strdup_printf ("%u  %s", element->number, element->name);
  /* Translators: %s is a place in a paper. */
  g_autofree char *source = g_strdup_printf (_("The element is from: %s"), element->source);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->summary, element->summary);
  gtk_label_set_label (self->asks, element->asks);
  gtk_label_set_label (self->source, source);
  set_target (self->before, "element", element->number > 1 ? element->number - 1 : OCT_N_ELEMENTS);
  set_target (self->after, "element", element->number % OCT_N_ELEMENTS + 1);
  set_target (self->moderate, "moderate", element->number);
}

static char *
describe_change (OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *before = oct_assessment_find_shown (assessment, OCT_WHEN_BEFORE, NULL,
                                                          element->key);
  OctFramework *framework = oct_assessment_get_framework_of (assessment, before);
  int now = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, NULL, element->key);
  int then = oct_assessment_step (assessment, before);
  const char *name;

  if (now == OCT_STAGE_NONE || then == OCT_STAGE_NONE)
    return NULL;
  name = oct_framework_stage_name (framework, oct_framework_find_stage (framework, before->stage));
  if (now > then)
    /* Translators: %s is a stage. */
    return g_strdup_printf (_("▲ up from %s"), name);
  if (now < then)
    /* Translators: %s is a stage. */
    return g_strdup_printf (_("▼ back from %s"), name);

  return g_strdup (_("Unchanged since the last cycle"));
}

static char *
describe_by (OctAssessment *assessment, const OctJudgement *judgement)
{
  const OctPerson *person = oct_assessment_find_person (assessment, judgement->assessor_id);
  g_autofree char *date = oct_date_to_text (judgement->judged_on);
  const char *view = oct_judgement_view_to_text (judgement->view);
  g_autofree char *version = oct_assessment_describe_version (assessment, judgement);

  if (version != NULL)
    /* Translators: a view such as "own view", a person, a date, "Judged under version 1". */
    return g_strdup_printf (_("%s · %s · %s · %s"), view,
                            person != NULL ? oct_person_to_text (person) : _("somebody"), date,
                            version);
  if (judgement->confidence == OCT_CONFIDENCE_NONE)
    /* Translators: a view such as "own view", a person, a date. */
    return g_strdup_printf (_("%s · %s · %s"), view,
                            person != NULL ? oct_person_to_text (person) : _("somebody"), date);

  /* Translators: a view such as "own view", a person, a date, a confidence. */
  return g_strdup_printf (_("%s · %s · %s · confidence: %s"), view,
                          person != NULL ? oct_person_to_text (person) : _("somebody"), date,
                          oct_confidence_to_text (judgement->confidence));
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_judgement (OctElementPage *self, OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                         element->key);
  OctFramework *framework = oct_assessment_get_framework_of (assessment, shown);
  g_autofree char *change = describe_change (assessment, element);
  g_autofree char *by = shown != NULL ? describe_by (assessment, shown) : NULL;
  g_autofree char *location = g_strdup_printf ("judge/trust?element=%s", element->key);

  gtk_label_set_label (self->stage, shown != NULL ? oct_framework_stage_name (
                                      framework, oct_framework_find_stage (framework, shown->stage))
                                                  : _("Not judged in this cycle"));
  set_optional (self->change, change);
  set_optional (self->reason, shown != NULL ? shown->reason : NULL);
  set_optional (self->by, by);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->judge), "s", location);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
append_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable",
                FALSE, NULL);
  gtk_list_box_append (list, row);

  return row;
}

static void
show_stages (OctElementPage *self, OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                         element->key);
  /* What somebody judged by stays readable beside what they found. */
  OctFramework *framework = oct_assessment_get_framework_of (assessment, shown);
  GPtrArray *stages = oct_framework_get_stages (framework);
  const OctElement *described = oct_framework_find_element (framework, element->key);

  clear_list (self->stages);
  for (guint i = 0; i < stages->len; i++)
    {
      const OctStage *stage = g_ptr_array_index (stages, i);
      GtkWidget *row;

      if (stage->retired)
        continue;
      row = append_row (self->stages, stage->name, described->descriptors[i]);
      if (shown != NULL && g_strcmp0 (shown->stage, stage->key) == 0)
        {
          GtkWidget *here = gtk_label_new (_("here"));

          gtk_widget_add_css_class (here, "oct-tag");
          gtk_widget_set_valign (here, GTK_ALIGN_CENTER);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), here);
        }
    }
}

static void
show_questions (OctElementPage *self, const OctElement *element)
{
  guint n_shown = 0;

  clear_list (self->questions);
  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (element->aspects, i);

      if (aspect->retired || aspect->group != NULL)
        continue;
      append_row (self->questions, aspect->name, aspect->question);
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->questions_section), n_shown > 0);
}

static void
show_schools (OctElementPage *self, OctAssessment *assessment, const OctElement *element)
{
  gboolean asked = oct_element_is_asked_of (element, TRUE)
                   && oct_assessment_get_schools (assessment)->len > 0;
  g_autoptr (OctChart) chart = asked ? oct_picture_spread (assessment, element->key, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->schools_section), asked);
  oct_chart_view_set_chart (self->spread, chart);
}

static void
judgements_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctElementPage) self = OCT_ELEMENT_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) judgements = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                                &error);
  OctAssessment *assessment = oct_workbench_get_assessment (OCT_WORKBENCH (source));
  const OctElement *element;
  g_autoptr (OctChart) chart = NULL;

  if (judgements == NULL || assessment == NULL)
    return;
  element = oct_framework_get_element (oct_assessment_get_framework (assessment), self->number);
  if (judgements->len > 0
      && !g_str_equal (((OctJudgement *) g_ptr_array_index (judgements, 0))->element, element->key))
    return;
  chart = oct_picture_trend (assessment, element->key, NULL, judgements);
  oct_chart_view_set_chart (self->trend, chart);
}

static void
read_trend (OctElementPage *self, const OctElement *element)
{
  const OctJudgementFilter filter = { .element = element->key };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  oct_workbench_read_judgements_async (get_workbench (self), &filter, self->cancellable,
                                       judgements_cb, g_object_ref (self));
}

static void
update (OctElementPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctElement *element;

  if (assessment == NULL || oct_assessment_get_cycle (assessment) == NULL)
    {
      oct_page_set_title (OCT_PAGE (self), _("Element"));
      oct_page_show_part (self->stack, "empty");
      return;
    }
  element = oct_framework_get_element (oct_assessment_get_framework (assessment), self->number);
  oct_page_set_title (OCT_PAGE (self), element->short_name);
  show_heading (self, element);
  show_judgement (self, assessment, element);
  oct_evidence_section_load (self->evidence, get_workbench (self), NULL, element->key);
  oct_plan_section_load_element (self->plans, get_workbench (self), element->key);
  show_stages (self, assessment, element);
  show_questions (self, element);
  show_schools (self, assessment, element);
  read_trend (self, element);
  oct_page_show_part (self->stack, "ready");
}

static void
school_activated_cb (OctElementPage *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("judge/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
oct_element_page_show_location (OctPage *page, const char *location)
{
  OctElementPage *self = OCT_ELEMENT_PAGE (page);
  guint number = oct_location_get_number (location);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  self->number = number >= 1 && number <= OCT_N_ELEMENTS ? number : 1;
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
oct_element_page_export (OctPage *page)
{
  OctElementPage *self = OCT_ELEMENT_PAGE (page);
  OctChart *chart = oct_chart_view_get_chart (self->spread);

  if (chart == NULL)
    chart = oct_chart_view_get_chart (self->trend);
  if (chart != NULL)
    oct_save_chart (GTK_WIDGET (self), chart, oct_page_get_title (page));
}

static void
oct_element_page_dispose (GObject *object)
{
  OctElementPage *self = OCT_ELEMENT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_element_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, summary);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, asks);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, before);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, after);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, judge);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, stage);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, change);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, reason);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, by);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, plans);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, stages);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, trend);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, questions_section);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, questions);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, schools_section);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, moderate);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, spread);
  gtk_widget_class_bind_template_child (widget_class, OctElementPage, source);
  gtk_widget_class_bind_template_callback (widget_class, school_activated_cb);
}

static void
oct_element_page_class_init (OctElementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_element_page_dispose;
  page_class->show = oct_element_page_show_location;
  page_class->export_ = oct_element_page_export;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_EVIDENCE_SECTION);
  g_type_ensure (OCT_TYPE_PLAN_SECTION);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-element-page.ui");
  bind_template (widget_class);
}

static void
oct_element_page_init (OctElementPage *self)
{
  self->number = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
}
