/* The success criteria of an objective in a review; see the header.
 *
 * One picture has a bullet for each criterion; under it stands a field for each figure of this
 * review. A criterion that names a figure of the register is read from the data and isn't typed. The
 * fields are made anew only when the objective is another one.
 */

#include "oct-review-criteria.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-bullet-chart.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-plan-pictures.h"
#include "oct-text.h"

struct _OctReviewCriteria
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *view;
  GtkWidget *fields;
  OctBulletChart *chart;

  /* owned */
  OctReviewWork *work;
  GPtrArray *criteria; /* of the fields, in their order */
  GPtrArray *entries;  /* borrowed; NULL where the figure is read from data */
  char *objective_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctReviewCriteria, oct_review_criteria, ADW_TYPE_BIN)

static void
oct_review_criteria_dispose (GObject *object)
{
  OctReviewCriteria *self = OCT_REVIEW_CRITERIA (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->objective_id, g_free);
  g_clear_object (&self->chart);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (oct_review_criteria_parent_class)->dispose (object);
}

static void
oct_review_criteria_class_init (OctReviewCriteriaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_review_criteria_dispose;
}

static void
oct_review_criteria_init (OctReviewCriteria *self)
{
  self->criteria = g_ptr_array_new_with_free_func (oct_record_unref);
  self->entries = g_ptr_array_new ();
  self->chart = oct_bullet_chart_new ();
  oct_chart_set_title (OCT_CHART (self->chart), "");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->view = oct_chart_view_new (OCT_CHART (self->chart));
  self->fields = oct_columns_new (260, 2, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->view);
  gtk_box_append (GTK_BOX (self->box), self->fields);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static GPtrArray *
get_schools (OctReviewCriteria *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (
    oct_review_work_get_workbench (self->work));

  return oct_plan_pick_schools (oct_review_work_get_plan (self->work),
                                oct_assessment_get_schools (assessment));
}

/* The figure that this review typed in; NaN where it didn't. */
static double
find_typed (OctReviewCriteria *self, OctPlanBook *book, const OctCriterion *criterion)
{
  const OctReview *review = oct_review_work_get_review (self->work);
  GPtrArray *actuals = oct_plan_book_get_children (book, &oct_actual_kind, criterion->record.id);

  for (guint i = 0; i < actuals->len; i++)
    {
      const OctActual *actual = g_ptr_array_index (actuals, i);

      if (g_strcmp0 (actual->review_id, review->record.id) == 0)
        return actual->value;
    }

  return NAN;
}

static void
keep_entry (OctReviewCriteria *self, guint index)
{
  GtkEditable *entry = g_ptr_array_index (self->entries, index);
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));
  OctPlanBook *book = oct_workbench_get_plans (oct_review_work_get_workbench (self->work));
  const OctCriterion *criterion = g_ptr_array_index (self->criteria, index);
  double typed = find_typed (self, book, criterion);
  double value = NAN;
  char *end = NULL;

  g_strstrip (g_strdelimit (text, "%", ' '));
  if (text[0] != '\0')
    {
      value = g_ascii_strtod (g_strdelimit (text, ",", '.'), &end);
      if (*end != '\0' || !isfinite (value))
        {
          gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
          return;
        }
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if ((isnan (value) && isnan (typed)) || value == typed)
    return;
  oct_review_work_set_actual (self->work, criterion, value);
}

/**
 * oct_review_criteria_commit:
 * @self: criteria
 *
 * Keeps the figures that were typed.
 */
void
oct_review_criteria_commit (OctReviewCriteria *self)
{
  g_return_if_fail (OCT_IS_REVIEW_CRITERIA (self));

  for (guint i = 0; !self->updating && i < self->entries->len; i++)
    if (g_ptr_array_index (self->entries, i) != NULL)
      keep_entry (self, i);
}

static void
add_entry (OctReviewCriteria *self, const OctCriterion *criterion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = gtk_label_new (criterion->measure);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  /* Translators: the name of a field: what is measured. */
  g_autofree char *name = g_strdup_printf (_("%s: where it is now"), criterion->measure);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 7);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Now"));
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (oct_review_criteria_commit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (oct_review_criteria_commit), self);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), gtk_label_new (criterion->unit));
  oct_columns_append (OCT_COLUMNS (self->fields), box);
  g_ptr_array_add (self->entries, entry);
}

static void
add_reading (OctReviewCriteria *self, OctPlanBook *book, const OctCriterion *criterion,
             GPtrArray *schools)
{
  OctReading reading;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  oct_criterion_read_actual (book, criterion, schools, &reading);
  day = oct_text_date (reading.on);
  if (isnan (reading.value))
    /* Translators: %s is what is measured. */
    text = g_strdup_printf (_("%s: the register doesn’t state it."), criterion->measure);
  else
    /* Translators: what is measured, and a day. */
    text = g_strdup_printf (_("%s: read from the register as at %s."), criterion->measure, day);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  oct_columns_append (OCT_COLUMNS (self->fields), label);
  g_ptr_array_add (self->entries, NULL);
}

static void
make_fields (OctReviewCriteria *self, OctPlanBook *book, GPtrArray *criteria, GPtrArray *schools)
{
  const OctObjective *objective = oct_review_work_get_objective (self->work);

  g_ptr_array_set_size (self->entries, 0);
  oct_columns_remove_all (OCT_COLUMNS (self->fields));
  g_free (self->objective_id);
  self->objective_id = g_strdup (objective->record.id);
  for (guint i = 0; i < criteria->len; i++)
    {
      const OctCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->figure[0] != '\0')
        add_reading (self, book, criterion, schools);
      else
        add_entry (self, criterion);
    }
}

static void
fill_entry (OctReviewCriteria *self, OctPlanBook *book, guint index)
{
  GtkWidget *entry = g_ptr_array_index (self->entries, index);
  g_autofree char *text = NULL;

  if (entry == NULL)
    return;
  gtk_widget_set_sensitive (entry, oct_review_work_is_open (self->work));
  if ((gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;
  text = oct_decimal_to_text (find_typed (self, book, g_ptr_array_index (self->criteria, index)));
  gtk_widget_remove_css_class (entry, "error");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * oct_review_criteria_show:
 * @self: criteria
 * @work: work at an objective
 */
void
oct_review_criteria_show (OctReviewCriteria *self, OctReviewWork *work)
{
  const OctObjective *objective = oct_review_work_get_objective (work);
  OctPlanBook *book = oct_workbench_get_plans (oct_review_work_get_workbench (work));
  g_autoptr (GPtrArray) schools = NULL;
  GPtrArray *criteria;

  g_return_if_fail (OCT_IS_REVIEW_CRITERIA (self));

  g_set_object (&self->work, work);
  schools = get_schools (self);
  criteria = oct_plan_book_get_children (book, &oct_criterion_kind, objective->record.id);
  gtk_widget_set_visible (GTK_WIDGET (self), criteria->len > 0);
  self->updating = TRUE;
  if (g_strcmp0 (self->objective_id, objective->record.id) != 0
      || criteria->len != self->entries->len)
    make_fields (self, book, criteria, schools);
  g_ptr_array_set_size (self->criteria, 0);
  oct_bullet_chart_clear (self->chart);
  oct_bullet_chart_set_today (self->chart, oct_date_today ());
  for (guint i = 0; i < criteria->len; i++)
    {
      g_ptr_array_add (self->criteria, oct_record_ref (g_ptr_array_index (criteria, i)));
      oct_plan_picture_add_criterion (self->chart, book, g_ptr_array_index (criteria, i), schools,
                                      NULL, NULL);
      fill_entry (self, book, i);
    }
  self->updating = FALSE;
}
