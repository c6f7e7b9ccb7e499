/* The octant of one school of the trust; see the header. It follows the workspace by itself. */

#include "oct-school-elements.h"

#include "oct-chart-view.h"
#include "oct-pictures.h"
#include "oct-section.h"

struct _OctSchoolElements
{
  AdwBin parent_instance;

  /* template */
  OctChartView *octant;
  GtkButton *judge;

  /* owned */
  GSignalGroup *workbench_signals;

  guint32 urn;
};

G_DEFINE_FINAL_TYPE (OctSchoolElements, oct_school_elements, ADW_TYPE_BIN)

static void
update (OctSchoolElements *self)
{
  g_autoptr (OctWorkbench) workbench = g_signal_group_dup_target (self->workbench_signals);
  OctAssessment *assessment = workbench != NULL ? oct_workbench_get_assessment (workbench) : NULL;
  const OctOwnSchool *school = assessment != NULL && oct_assessment_get_cycle (assessment) != NULL
                                 ? oct_assessment_find_urn (assessment, self->urn)
                                 : NULL;
  g_autoptr (OctChart) chart = NULL;
  g_autofree char *location = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), school != NULL);
  if (school == NULL)
    return;
  chart = oct_picture_school_octant (assessment, school->id);
  oct_chart_view_set_chart (self->octant, chart);
  location = g_strdup_printf ("judge/%s", school->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->judge), "s", location);
}

/* A sector leads to where its school is judged in it. */
static void
activated_cb (OctSchoolElements *self, const char *id)
{
  g_autoptr (OctWorkbench) workbench = g_signal_group_dup_target (self->workbench_signals);
  OctAssessment *assessment = workbench != NULL ? oct_workbench_get_assessment (workbench) : NULL;
  const OctOwnSchool *school = assessment != NULL ? oct_assessment_find_urn (assessment, self->urn)
                                                  : NULL;
  g_autofree char *location = NULL;

  if (school == NULL)
    return;
  location = g_strdup_printf ("judge/%s?element=%s", school->id, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
oct_school_elements_dispose (GObject *object)
{
  OctSchoolElements *self = OCT_SCHOOL_ELEMENTS (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_school_elements_parent_class)->dispose (object);
}

static void
oct_school_elements_class_init (OctSchoolElementsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_school_elements_dispose;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-school-elements.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSchoolElements, octant);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolElements, judge);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
oct_school_elements_init (OctSchoolElements *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
}

/**
 * oct_school_elements_load:
 * @self: the section
 * @session: the session
 * @urn: a school
 *
 * Shows the school's octant where it is one of the trust's; hides itself where it isn't.
 */
void
oct_school_elements_load (OctSchoolElements *self, OctSession *session, guint32 urn)
{
  g_return_if_fail (OCT_IS_SCHOOL_ELEMENTS (self));

  self->urn = urn;
  g_signal_group_set_target (self->workbench_signals, oct_session_get_workbench (session));
  update (self);
}
