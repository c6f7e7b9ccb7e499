/* One side of a comparison; see the header.
 *
 * What can be chosen comes from the newest assessment, what is drawn from that of the chosen cycle,
 * which the page reads.
 */

#include "oct-compare-side.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-chart-view.h"
#include "oct-pictures.h"
#include "oct-section.h"

struct _OctCompareSide
{
  AdwBin parent_instance;

  /* template */
  OctSection *section;
  GtkDropDown *subject_drop;
  GtkDropDown *cycle_drop;
  OctChartView *octant;

  /* owned */
  OctAssessment *assessment; /* (nullable) */
  GPtrArray *subjects;       /* of ids, as the drop down has them; the first is NULL */
  GPtrArray *cycles;         /* of ids */
  char *subject;
  char *cycle_id;

  gboolean updating; /* the drop downs are being set by us */
};

G_DEFINE_FINAL_TYPE (OctCompareSide, oct_compare_side, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_selected (GtkDropDown *drop, GPtrArray *ids)
{
  guint selected = gtk_drop_down_get_selected (drop);

  return selected < ids->len ? g_ptr_array_index (ids, selected) : NULL;
}

static void
select_id (GtkDropDown *drop, GPtrArray *ids, const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (ids, i), id) == 0)
      gtk_drop_down_set_selected (drop, i);
}

static void
fill_subjects (OctCompareSide *self, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *schools = oct_assessment_get_schools (assessment);

  g_ptr_array_set_size (self->subjects, 0);
  g_ptr_array_add (self->subjects, NULL);
  gtk_string_list_append (names, oct_assessment_get_trust (assessment)->name);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      g_ptr_array_add (self->subjects, g_strdup (school->id));
      gtk_string_list_append (names, school->name);
    }
  gtk_drop_down_set_model (self->subject_drop, G_LIST_MODEL (names));
}

/* The latest first. */
static void
fill_cycles (OctCompareSide *self, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);

  g_ptr_array_set_size (self->cycles, 0);
  for (guint i = cycles->len; i > 0; i--)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i - 1);

      g_ptr_array_add (self->cycles, g_strdup (cycle->id));
      gtk_string_list_append (names, cycle->name);
    }
  gtk_drop_down_set_model (self->cycle_drop, G_LIST_MODEL (names));
}

static void
selected_cb (OctCompareSide *self)
{
  const char *subject = get_selected (self->subject_drop, self->subjects);
  const char *cycle_id = get_selected (self->cycle_drop, self->cycles);

  if (self->updating
      || (g_strcmp0 (subject, self->subject) == 0 && g_strcmp0 (cycle_id, self->cycle_id) == 0))
    return;
  g_free (self->subject);
  self->subject = g_strdup (subject);
  g_free (self->cycle_id);
  self->cycle_id = g_strdup (cycle_id);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
octant_activated_cb (OctCompareSide *self, const char *id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
oct_compare_side_dispose (GObject *object)
{
  OctCompareSide *self = OCT_COMPARE_SIDE (object);

  g_clear_object (&self->assessment);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_compare_side_parent_class)->dispose (object);
}

static void
oct_compare_side_finalize (GObject *object)
{
  OctCompareSide *self = OCT_COMPARE_SIDE (object);

  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->cycles);
  g_free (self->subject);
  g_free (self->cycle_id);

  G_OBJECT_CLASS (oct_compare_side_parent_class)->finalize (object);
}

static void
oct_compare_side_class_init (OctCompareSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_compare_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_compare_side_finalize;

  signals[CHANGED] = g_signal_new ("changed", OCT_TYPE_COMPARE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", OCT_TYPE_COMPARE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-compare-side.ui");
  gtk_widget_class_bind_template_child (widget_class, OctCompareSide, section);
  gtk_widget_class_bind_template_child (widget_class, OctCompareSide, subject_drop);
  gtk_widget_class_bind_template_child (widget_class, OctCompareSide, cycle_drop);
  gtk_widget_class_bind_template_child (widget_class, OctCompareSide, octant);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, octant_activated_cb);
}

static void
oct_compare_side_init (OctCompareSide *self)
{
  self->subjects = g_ptr_array_new_with_free_func (g_free);
  self->cycles = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->subject_drop, _("Trust or school"));
  oct_accessible_name_drop_down (self->cycle_drop, _("Cycle"));
}

/**
 * oct_compare_side_choose:
 * @self: a side
 * @assessment: the newest assessment, for what can be chosen
 * @subject: (nullable): the id of a school, or %NULL for the trust
 * @cycle_id: the id of a cycle
 *
 * Chooses who and when, without a signal.
 */
void
oct_compare_side_choose (OctCompareSide *self, OctAssessment *assessment, const char *subject,
                         const char *cycle_id)
{
  g_autofree char *new_subject = g_strdup (subject);
  g_autofree char *new_cycle = g_strdup (cycle_id);

  g_return_if_fail (OCT_IS_COMPARE_SIDE (self));
  g_return_if_fail (OCT_IS_ASSESSMENT (assessment));

  self->updating = TRUE;
  fill_subjects (self, assessment);
  fill_cycles (self, assessment);
  select_id (self->subject_drop, self->subjects, new_subject);
  select_id (self->cycle_drop, self->cycles, new_cycle);
  self->updating = FALSE;
  g_free (self->subject);
  self->subject = g_steal_pointer (&new_subject);
  g_free (self->cycle_id);
  self->cycle_id = g_steal_pointer (&new_cycle);
}

/**
 * oct_compare_side_get_subject:
 * @self: a side
 *
 * Returns: (nullable): the id of the chosen school; %NULL for the trust
 */
const char *
oct_compare_side_get_subject (OctCompareSide *self)
{
  g_return_val_if_fail (OCT_IS_COMPARE_SIDE (self), NULL);

  return self->subject;
}

/**
 * oct_compare_side_get_cycle_id:
 * @self: a side
 *
 * Returns: (nullable): the id of the chosen cycle
 */
const char *
oct_compare_side_get_cycle_id (OctCompareSide *self)
{
  g_return_val_if_fail (OCT_IS_COMPARE_SIDE (self), NULL);

  return self->cycle_id;
}

/**
 * oct_compare_side_set_assessment:
 * @self: a side
 * @assessment: (nullable): of the chosen cycle; %NULL while it is being read
 *
 * Draws the octant.
 */
void
oct_compare_side_set_assessment (OctCompareSide *self, OctAssessment *assessment)
{
  g_autoptr (OctChart) chart = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (OCT_IS_COMPARE_SIDE (self));

  g_set_object (&self->assessment, assessment);
  if (assessment != NULL)
    chart = self->subject != NULL ? oct_picture_school_octant (assessment, self->subject)
                                  : oct_picture_octant (assessment, NULL);
  oct_chart_view_set_chart (self->octant, chart);
  name = oct_compare_side_dup_name (self);
  oct_section_set_title (self->section, name);
}

/**
 * oct_compare_side_get_assessment:
 * @self: a side
 *
 * Returns: (transfer none) (nullable): what is drawn
 */
OctAssessment *
oct_compare_side_get_assessment (OctCompareSide *self)
{
  g_return_val_if_fail (OCT_IS_COMPARE_SIDE (self), NULL);

  return self->assessment;
}

/**
 * oct_compare_side_dup_name:
 * @self: a side
 *
 * Returns: (transfer full): who and when; "" while it is being read
 */
char *
oct_compare_side_dup_name (OctCompareSide *self)
{
  const OctOwnSchool *school = NULL;
  const OctCycle *cycle;

  g_return_val_if_fail (OCT_IS_COMPARE_SIDE (self), NULL);

  if (self->assessment == NULL)
    return g_strdup ("");
  cycle = oct_assessment_get_cycle (self->assessment);
  if (self->subject != NULL)
    school = oct_assessment_find_school (self->assessment, self->subject);

  /* Translators: the name of a school or trust, and of a cycle such as "Autumn 2026". */
  return g_strdup_printf (
    _("%s, %s"), school != NULL ? school->name : oct_assessment_get_trust (self->assessment)->name,
    cycle != NULL ? cycle->name : _("no cycle"));
}
