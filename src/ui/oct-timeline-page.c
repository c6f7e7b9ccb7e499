/* The page of the plans over time.
 *
 * It fills the timeline from the book of plans, after each edit anew; what is closed, chosen and
 * scrolled to stays. Moving a bar is one named edit, which undo takes back like any other.
 */

#include "octant-config.h"

#include "oct-timeline-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-accessible.h"
#include "oct-judge-blank.h"
#include "oct-location.h"
#include "oct-plan-timeline.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-terms-dialog.h"
#include "oct-timeline-view.h"
#include "oct-widget-theme.h"
#include "oct-wrap-box.h"

#define KEY_WIDTH 300
#define ZOOM_STEP 1.5

struct _OctTimelinePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkDropDown *plan_drop;
  GtkToggleButton *overdue_button;
  GtkToggleButton *day_button;
  GtkToggleButton *week_button;
  GtkToggleButton *term_button;
  GtkToggleButton *year_button;
  GtkPopover *key_popover;
  GtkDrawingArea *key_area;
  GtkLabel *finding;
  OctTimelineView *view;

  /* owned */
  GPtrArray *plans;   /* (nullable): ids of the plans in the drop down, after "all" */
  char *plan_id;      /* (nullable): the plan that is shown */
  OctPlanBook *shown; /* (nullable): what the timeline was filled from */
  char *moved;        /* (nullable): the record that was moved last */

  gboolean overdue;
  gboolean updating;
  gboolean begun; /* something was shown before */
};

G_DEFINE_FINAL_TYPE (OctTimelinePage, oct_timeline_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctTimelinePage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static char *
make_location (OctTimelinePage *self, const char *at)
{
  GString *location = g_string_new ("timeline");

  if (self->plan_id != NULL)
    oct_location_append (location, "plan", self->plan_id);
  if (self->overdue)
    oct_location_append (location, "overdue", "1");
  if (at != NULL)
    oct_location_append (location, "at", at);
  return g_string_free (location, FALSE);
}

static void
tell_location (OctTimelinePage *self)
{
  g_autofree char *location = make_location (self, NULL);

  oct_page_set_location (OCT_PAGE (self), location);
}

/* --- the key --- */

/* Before it is opened, so that it opens as large as it is. */
static void
size_key (OctTimelinePage *self)
{
  OctChartTheme theme;
  double height;

  oct_widget_get_chart_theme (GTK_WIDGET (self), &theme);
  height = oct_timeline_chart_draw_key (oct_timeline_view_get_chart (self->view), NULL,
                                        KEY_WIDTH * theme.scale, &theme);
  gtk_drawing_area_set_content_width (self->key_area, (int) ceil (KEY_WIDTH * theme.scale));
  gtk_drawing_area_set_content_height (self->key_area, (int) ceil (height));
}

static void
draw_key_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  OctTimelinePage *self = user_data;
  OctChartTheme theme;

  oct_widget_get_chart_theme (GTK_WIDGET (self), &theme);
  oct_timeline_chart_draw_key (oct_timeline_view_get_chart (self->view), cr, width, &theme);
}

/* --- filling --- */

static void
fill_plans (OctTimelinePage *self, OctPlanBook *book, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) plans = oct_plan_timeline_list (book, assessment);
  guint selected = 0;

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->plans = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, _("All plans"));
  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *name = oct_plan_timeline_name (book, assessment, plan);

      gtk_string_list_append (names, name);
      g_ptr_array_add (self->plans, g_strdup (plan->record.id));
      if (g_strcmp0 (plan->record.id, self->plan_id) == 0)
        selected = i + 1;
    }
  if (selected == 0)
    g_clear_pointer (&self->plan_id, g_free);
  gtk_drop_down_set_model (self->plan_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->plan_drop, selected);
}

static void
fill_chart (OctTimelinePage *self, OctTimelineChart *chart)
{
  OctTimelineFilter filter = { .plan_id = self->plan_id,
                               .overdue = self->overdue,
                               .today = oct_date_today () };
  OctWorkbench *workbench = get_workbench (self);

  oct_plan_timeline_fill (chart, oct_workbench_get_plans (workbench),
                          oct_workbench_get_assessment (workbench), &filter);
}

static void
say_finding (OctTimelinePage *self, OctTimelineChart *chart)
{
  g_autofree char *finding = oct_chart_suggest_title (OCT_CHART (chart));

  gtk_label_set_label (self->finding, finding != NULL ? finding : _("Nothing is overdue"));
}

static void
fill (OctTimelinePage *self)
{
  OctTimelineChart *chart = oct_timeline_view_get_chart (self->view);

  fill_chart (self, chart);
  /* Many plans begin with a row each; one is shown whole. */
  if (!self->begun && self->plan_id == NULL && self->plans->len > 3)
    oct_timeline_chart_set_all_open (chart, 0, FALSE);
  if (!self->begun)
    oct_timeline_view_show_today (self->view);
  self->begun = TRUE;
  say_finding (self, chart);
  size_key (self);
}

/* What stands in place of the timeline; %FALSE where there is one. */
static gboolean
show_blank (OctTimelinePage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  g_autoptr (GPtrArray) plans = NULL;

  if (oct_workbench_get_assessment (workbench) == NULL)
    {
      oct_judge_blank_update (self->blank, workbench);
      return TRUE;
    }
  /* They are read after the assessment, in a moment. */
  if (book == NULL)
    return TRUE;
  plans = oct_plan_timeline_list (book, NULL);
  if (plans->len > 0)
    return FALSE;
  oct_judge_blank_say (self->blank, _("No plans yet"),
                       _("Once there is an improvement plan, its objectives, actions, milestones "
                         "and reviews stand here by date, with what is overdue."),
                       _("_Go to Plans"), "plans");
  return TRUE;
}

static void
refresh (OctTimelinePage *self)
{
  OctWorkbench *workbench = get_workbench (self);

  if (self->updating)
    return;
  if (show_blank (self))
    {
      g_clear_object (&self->shown);
      oct_page_show_part (self->stack, "blank");
      return;
    }
  self->updating = TRUE;
  g_set_object (&self->shown, oct_workbench_get_plans (workbench));
  fill_plans (self, self->shown, oct_workbench_get_assessment (workbench));
  gtk_toggle_button_set_active (self->overdue_button, self->overdue);
  fill (self);
  self->updating = FALSE;
  oct_page_show_part (self->stack, "timeline");
}

static void
changed_cb (OctTimelinePage *self)
{
  if (oct_page_get_location (OCT_PAGE (self))[0] != '\0')
    refresh (self);
}

/* --- what a person does --- */

static void
plan_selected_cb (OctTimelinePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->plan_drop);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_free (self->plan_id);
  self->plan_id = selected == 0 ? NULL : g_strdup (g_ptr_array_index (self->plans, selected - 1));
  tell_location (self);
  fill (self);
  if (self->plan_id != NULL)
    oct_timeline_chart_set_all_open (oct_timeline_view_get_chart (self->view), 0, TRUE);
}

static void
overdue_toggled_cb (OctTimelinePage *self)
{
  if (self->updating)
    return;
  self->overdue = gtk_toggle_button_get_active (self->overdue_button);
  tell_location (self);
  fill (self);
}

static void
level_toggled_cb (OctTimelinePage *self, GtkToggleButton *button)
{
  GtkToggleButton *const buttons[] = { self->day_button, self->week_button, self->term_button,
                                       self->year_button };

  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (buttons[i] == button)
        oct_timeline_view_set_level (self->view, (OctTimelineLevel) i);
    }
}

static void
zoomed_cb (OctTimelinePage *self)
{
  GtkToggleButton *const buttons[] = { self->day_button, self->week_button, self->term_button,
                                       self->year_button };

  self->updating = TRUE;
  gtk_toggle_button_set_active (buttons[oct_timeline_view_get_level (self->view)], TRUE);
  self->updating = FALSE;
}

static void
zoom_in_cb (OctTimelinePage *self)
{
  oct_timeline_view_zoom (self->view, ZOOM_STEP);
}

static void
zoom_out_cb (OctTimelinePage *self)
{
  oct_timeline_view_zoom (self->view, 1 / ZOOM_STEP);
}

static void
today_cb (OctTimelinePage *self)
{
  oct_timeline_view_show_today (self->view);
}

static void
open_all (OctTimelinePage *self, gboolean open)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "timeline.all", "b", open);
}

static void
summary_cb (OctTimelinePage *self)
{
  open_all (self, FALSE);
}

static void
in_full_cb (OctTimelinePage *self)
{
  open_all (self, TRUE);
}

static void
terms_cb (OctTimelinePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_popover_popdown (self->key_popover);
  gtk_window_present (GTK_WINDOW (oct_terms_dialog_new (GTK_WINDOW (root), get_workbench (self))));
}

static void
activated_cb (OctTimelinePage *self, const char *id)
{
  g_autofree char *location = oct_plan_timeline_location (self->shown, id);

  if (location != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
say (OctTimelinePage *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
}

static void
moved_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctTimelinePage) self = OCT_TIMELINE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    say (self, error->message);
  else if (oct_timeline_chart_find (oct_timeline_view_get_chart (self->view),
                                    oct_timeline_view_get_chosen (self->view))
           == OCT_CHART_NONE)
    oct_timeline_view_choose (self->view, self->moved);
  oct_timeline_view_let_go (self->view);
}

static void
moved_cb (OctTimelinePage *self, const char *id, int start, int end)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  const OctPlan *plan = book != NULL ? oct_plan_timeline_plan_of (book, id) : NULL;
  g_autofree char *sentence = NULL, *location = make_location (self, id);
  g_autoptr (GError) error = NULL;
  OctRecordChange *change = book != NULL
                              ? oct_plan_timeline_move (book, id, start, end, &sentence, &error)
                              : NULL;
  OctEditInfo info = { .sentence = sentence,
                       .location = location,
                       .subject = plan != NULL ? plan->school_id : NULL };

  if (change == NULL)
    {
      if (error != NULL)
        say (self, error->message);
      oct_timeline_view_let_go (self->view);
      return;
    }
  /* The next review may have got a record of its own. */
  g_free (self->moved);
  self->moved = g_strdup (((OctRecord *) g_ptr_array_index (change->puts, 0))->id);
  oct_workbench_change_records_async (get_workbench (self), &info, change, moved_done_cb,
                                      g_object_ref (self));
}

/* --- picture, paper --- */

/* The whole timeline as a picture of its own, with the same rows open. */
static OctChart *
make_picture (OctTimelinePage *self)
{
  OctTimelineChart *chart = oct_timeline_chart_new (),
                   *shown = oct_timeline_view_get_chart (self->view);

  fill_chart (self, chart);
  for (guint i = 0; i < oct_chart_n_data (OCT_CHART (shown)); i++)
    {
      const char *id = oct_chart_datum_id (OCT_CHART (shown), i);

      if (!oct_timeline_chart_is_open (shown, i))
        oct_timeline_chart_set_open (chart, oct_timeline_chart_find (chart, id), FALSE);
    }
  oct_plan_timeline_dress (chart, oct_workbench_get_assessment (get_workbench (self)),
                           oct_date_today ());
  return OCT_CHART (chart);
}

static void
oct_timeline_page_export (OctPage *page)
{
  OctTimelinePage *self = OCT_TIMELINE_PAGE (page);
  g_autoptr (OctChart) chart = NULL;

  if (self->shown == NULL)
    return;
  chart = make_picture (self);
  oct_save_chart (GTK_WIDGET (self), chart, _("timeline"));
}

static void
oct_timeline_page_print (OctPage *page)
{
  OctTimelinePage *self = OCT_TIMELINE_PAGE (page);
  g_autoptr (OctChart) chart = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->shown == NULL)
    return;
  chart = make_picture (self);
  operation = oct_print_new_timeline (OCT_TIMELINE_CHART (chart), _("Timeline"));
  oct_print_run (GTK_WIDGET (self), operation);
}

/* --- class --- */

static void
oct_timeline_page_show (OctPage *page, const char *location)
{
  OctTimelinePage *self = OCT_TIMELINE_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *at = g_hash_table_lookup (values, "at");

  g_free (self->plan_id);
  self->plan_id = g_strdup (g_hash_table_lookup (values, "plan"));
  self->overdue = g_hash_table_lookup (values, "overdue") != NULL;
  refresh (self);
  if (at != NULL)
    oct_timeline_view_choose (self->view, at);
}

/* The picture is walked by keys. */
static gboolean
oct_timeline_page_grab_focus (GtkWidget *widget)
{
  OctTimelinePage *self = OCT_TIMELINE_PAGE (widget);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "timeline") == 0
         && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
oct_timeline_page_constructed (GObject *object)
{
  OctTimelinePage *self = OCT_TIMELINE_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_timeline_page_parent_class)->constructed (object);
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_timeline_page_finalize (GObject *object)
{
  OctTimelinePage *self = OCT_TIMELINE_PAGE (object);

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_object (&self->shown);
  g_free (self->plan_id);
  g_free (self->moved);

  G_OBJECT_CLASS (oct_timeline_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, plan_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, overdue_button);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, day_button);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, week_button);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, term_button);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, year_button);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, key_popover);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, key_area);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, finding);
  gtk_widget_class_bind_template_child (widget_class, OctTimelinePage, view);
  gtk_widget_class_bind_template_callback (widget_class, plan_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, overdue_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, summary_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_full_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
}

static void
oct_timeline_page_class_init (OctTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_timeline_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_timeline_page_finalize;
  widget_class->grab_focus = oct_timeline_page_grab_focus;
  page_class->show = oct_timeline_page_show;
  page_class->export_ = oct_timeline_page_export;
  page_class->print = oct_timeline_page_print;
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_TIMELINE_VIEW);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  bind_template (widget_class);
}

static void
oct_timeline_page_init (OctTimelinePage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
  oct_page_set_title (OCT_PAGE (self), _("Timeline"));
  gtk_drawing_area_set_draw_func (self->key_area, draw_key_cb, self, NULL);
  oct_accessible_name_drop_down (self->plan_drop, _("Plan"));
  oct_accessible_follow (GTK_WIDGET (self));
}
