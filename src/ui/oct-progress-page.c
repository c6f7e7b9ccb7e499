/* Progress in pictures; see the header.
 *
 * Each picture is made anew from the book of plans after an edit, and says its finding itself. What
 * there is nothing of says what to do for it to be there.
 */

#include "oct-progress-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-judge-blank.h"
#include "oct-location.h"
#include "oct-plan-pictures.h"
#include "oct-plan-query.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-wrap-box.h"

/* More rows than this are more than anybody reads down; a school has all of its own. */
#define MOST_ROWS 200

struct _OctProgressPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkDropDown *school_drop;
  GtkToggleButton *attention_button;
  GtkLabel *note;
  OctChartView *strip;
  OctChartView *flow;
  OctChartView *share;
  OctChartView *milestones;
  OctSection *success_section;
  OctChartView *success;
  OctSection *lasting_section;
  OctChartView *lasting;

  /* owned */
  GSignalGroup *workbench_signals;
  GPtrArray *schools; /* (nullable): ids of the schools in the drop down, after the trust */
  char *school_id;    /* (nullable): the school that is shown */

  gboolean attention;
  gboolean updating;
  gboolean stale; /* something changed while the page was out of sight */
};

G_DEFINE_FINAL_TYPE (OctProgressPage, oct_progress_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctProgressPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static void
tell_location (OctProgressPage *self)
{
  g_autoptr (GString) location = g_string_new ("progress");

  if (self->school_id != NULL)
    oct_location_append (location, "school", self->school_id);
  if (self->attention)
    oct_location_append (location, "attention", "1");
  oct_page_set_location (OCT_PAGE (self), location->str);
}

/* --- filling --- */

static void
fill_schools (OctProgressPage *self, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  guint selected = 0;

  g_clear_pointer (&self->schools, g_ptr_array_unref);
  self->schools = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, _("Whole trust"));
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      gtk_string_list_append (names, school->name);
      g_ptr_array_add (self->schools, g_strdup (school->id));
      if (g_strcmp0 (school->id, self->school_id) == 0)
        selected = i + 1;
    }
  if (selected == 0)
    g_clear_pointer (&self->school_id, g_free);
  gtk_drop_down_set_model (self->school_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->school_drop, selected);
}

static void
get_subject (OctProgressPage *self, OctProgressSubject *subject)
{
  OctWorkbench *workbench = get_workbench (self);

  *subject = (OctProgressSubject) { .book = oct_workbench_get_plans (workbench),
                                    .assessment = oct_workbench_get_assessment (workbench),
                                    .school_id = self->school_id,
                                    .today = oct_date_today (),
                                    .attention = self->attention,
                                    .most = MOST_ROWS };
}

static void
take_chart (OctChartView *view, OctChart *chart)
{
  oct_chart_view_set_chart (view, chart);
  g_object_unref (chart);
}

static gboolean
has_chart (OctChartView *view)
{
  return oct_chart_n_data (oct_chart_view_get_chart (view)) > 0;
}

/* What a reader must know of the rows: that some are left out, or that nothing was reviewed. */
static void
say_note (OctProgressPage *self, const OctProgressSubject *subject)
{
  guint n = oct_plan_picture_count_strip (subject);
  g_autofree char *text = NULL;

  if (n > MOST_ROWS)
    /* Translators: how many objectives of how many. */
    text = g_strdup_printf (_("The first %d of %u objectives are shown. Choose a school for all of "
                              "its own, or show those that need attention."),
                            MOST_ROWS, n);
  else if (n == 0 && self->attention)
    text = g_strdup (_("No objective is red or amber."));
  else if (n == 0)
    text = g_strdup (
      _("This school has no plan in work. Approve its plan, and its objectives stand "
        "here."));
  else if (!has_chart (self->strip))
    text = g_strdup (_("Nothing has been reviewed yet. Record the first review of a plan, and its "
                       "ratings stand here."));
  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
fill (OctProgressPage *self)
{
  OctProgressSubject subject;

  get_subject (self, &subject);
  take_chart (self->strip, oct_plan_picture_strip (&subject));
  take_chart (self->flow, oct_plan_picture_flow (&subject));
  take_chart (self->share, oct_plan_picture_share (&subject));
  take_chart (self->milestones, oct_plan_picture_milestones (&subject));
  take_chart (self->lasting, oct_plan_picture_lasting (&subject));
  /* Criteria of all schools would be a page of their own. */
  if (self->school_id != NULL)
    take_chart (self->success, oct_plan_picture_success (&subject));
  gtk_widget_set_visible (GTK_WIDGET (self->success_section), self->school_id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->lasting_section), has_chart (self->lasting));
  say_note (self, &subject);
}

static gboolean
has_plans (OctPlanBook *book)
{
  GPtrArray *plans = oct_plan_book_get_all (book, &oct_plan_kind);

  for (guint i = 0; i < plans->len; i++)
    {
      if (!((const OctPlan *) g_ptr_array_index (plans, i))->template)
        return TRUE;
    }
  return FALSE;
}

/* Whether a picture of the whole trust has an objective to show. */
static gboolean
has_rows (OctProgressPage *self)
{
  OctProgressSubject subject;

  get_subject (self, &subject);
  subject.school_id = NULL;
  subject.attention = FALSE;

  return oct_plan_picture_count_strip (&subject) > 0;
}

/* What stands in place of the pictures; %FALSE where there are some. */
static gboolean
show_blank (OctProgressPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctPlanBook *book = oct_workbench_get_plans (workbench);

  if (oct_workbench_get_assessment (workbench) == NULL)
    {
      oct_judge_blank_update (self->blank, workbench);
      return TRUE;
    }
  /* Plans are read after the assessment, in a moment. */
  if (book == NULL)
    return TRUE;
  if (has_rows (self))
    return FALSE;
  if (has_plans (book))
    {
      oct_judge_blank_say (self->blank, _("No plan is in work yet"),
                           _("Approve a plan, and its objectives stand here with their ratings, "
                             "criteria and milestones."),
                           _("_Go to Plans"), "plans");
      return TRUE;
    }
  oct_judge_blank_say (self->blank, _("No plans yet"),
                       _("Once an improvement plan is reviewed, the ratings of its objectives, how "
                         "they moved, and milestones met against planned stand here."),
                       _("_Go to Plans"), "plans");
  return TRUE;
}

static void
refresh (OctProgressPage *self)
{
  if (self->updating)
    return;
  if (show_blank (self))
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  self->updating = TRUE;
  fill_schools (self, oct_workbench_get_assessment (get_workbench (self)));
  gtk_toggle_button_set_active (self->attention_button, self->attention);
  fill (self);
  self->updating = FALSE;
  oct_page_show_part (self->stack, "pictures");
}

/* A page out of sight makes no pictures; it does once it is seen again. */
static void
changed_cb (OctProgressPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale)
    refresh (self);
}

/* --- what a person does --- */

static void
school_selected_cb (OctProgressPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->school_drop);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_free (self->school_id);
  self->school_id = selected == 0 ? NULL
                                  : g_strdup (g_ptr_array_index (self->schools, selected - 1));
  tell_location (self);
  fill (self);
}

static void
attention_toggled_cb (OctProgressPage *self)
{
  if (self->updating)
    return;
  self->attention = gtk_toggle_button_get_active (self->attention_button);
  tell_location (self);
  fill (self);
}

/* A cell, a criterion or a lane leads to its objective in its plan. */
static void
objective_activated_cb (OctProgressPage *self, const char *id)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  const OctObjective *objective = book != NULL ? oct_plan_book_find (book, &oct_objective_kind, id)
                                               : NULL;
  g_autoptr (GString) location = g_string_new ("plan/");

  if (objective == NULL)
    return;
  g_string_append (location, objective->plan_id);
  oct_location_append (location, "objective", id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location->str);
}

/* A school's bar shows that school. */
static void
school_activated_cb (OctProgressPage *self, const char *id)
{
  g_autoptr (GString) location = g_string_new ("progress");

  oct_location_append (location, "school", id);
  if (self->attention)
    oct_location_append (location, "attention", "1");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location->str);
}

static void
oct_progress_page_export (OctPage *page)
{
  OctProgressPage *self = OCT_PROGRESS_PAGE (page);
  OctChart *chart = oct_chart_view_get_chart (self->strip);

  if (chart != NULL)
    oct_save_chart (GTK_WIDGET (self), chart, _("progress"));
}

static void
oct_progress_page_print (OctPage *page)
{
  OctProgressPage *self = OCT_PROGRESS_PAGE (page);
  OctChart *chart = oct_chart_view_get_chart (self->strip);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (self), chart, _("Progress"));
}

/* --- class --- */

static void
oct_progress_page_show (OctPage *page, const char *location)
{
  OctProgressPage *self = OCT_PROGRESS_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  g_free (self->school_id);
  self->school_id = g_strdup (g_hash_table_lookup (values, "school"));
  self->attention = g_strcmp0 (g_hash_table_lookup (values, "attention"), "1") == 0;
  refresh (self);
}

static void
oct_progress_page_map (GtkWidget *widget)
{
  OctProgressPage *self = OCT_PROGRESS_PAGE (widget);

  if (self->stale)
    refresh (self);
  self->stale = FALSE;

  GTK_WIDGET_CLASS (oct_progress_page_parent_class)->map (widget);
}

static void
oct_progress_page_dispose (GObject *object)
{
  OctProgressPage *self = OCT_PROGRESS_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->schools, g_ptr_array_unref);
  g_clear_pointer (&self->school_id, g_free);

  G_OBJECT_CLASS (oct_progress_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, school_drop);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, attention_button);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, note);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, strip);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, flow);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, share);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, milestones);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, success_section);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, success);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, lasting_section);
  gtk_widget_class_bind_template_child (widget_class, OctProgressPage, lasting);
  gtk_widget_class_bind_template_callback (widget_class, school_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, attention_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, objective_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, school_activated_cb);
}

static void
oct_progress_page_class_init (OctProgressPageClass *klass)
{
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_progress_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = oct_progress_page_map;
  page_class->show = oct_progress_page_show;
  page_class->export_ = oct_progress_page_export;
  page_class->print = oct_progress_page_print;
  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_progress_page_init (OctProgressPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
  oct_page_set_title (OCT_PAGE (self), _("Progress"));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading",
                                  G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name", G_CALLBACK (changed_cb),
                                  self);
  oct_accessible_name_drop_down (self->school_drop, _("Trust or school"));
  oct_accessible_follow (GTK_WIDGET (self));
}
