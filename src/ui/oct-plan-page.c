/* The page of a plan; see the header.
 *
 * Location: "plan/ID", with "?objective=ID", where the id may also be that of a success criterion, an
 * action or a milestone. The outline and the details stand side by side, and one behind the other in
 * a narrow window.
 */

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-location.h"
#include "oct-plan-page-private.h"
#include "oct-text.h"
#include "oct-wrap-box.h"

G_DEFINE_FINAL_TYPE (OctPlanPage, oct_plan_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctPlanPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

void
oct_plan_page_fail (OctPlanPage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

void
oct_plan_page_commit (OctPlanPage *self)
{
  oct_plan_outline_commit (self->outline);
  oct_plan_panel_commit (self->panel);
  oct_judge_text_commit (self->need);
}

/* --- head --- */

static const OctOwnSchool *
find_school (OctPlanPage *self, const OctPlan *plan)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));

  return assessment != NULL ? oct_assessment_find_school (assessment, plan->school_id) : NULL;
}

/* Whose it is: a school one can go to, else in words. */
static void
update_school (OctPlanPage *self, const OctPlan *plan)
{
  const OctOwnSchool *school = find_school (self, plan);
  g_autofree char *place = oct_plan_work_dup_place (self->work);
  const char *text = place;

  if (plan->template)
    text = _("Template");
  else if (plan->scope == OCT_SCOPE_CLUSTER)
    text = _("Several schools");
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->school_button)), text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->school_button), school != NULL && school->urn != 0);
}

static char *
say_next_review (OctPlanPage *self, const OctPlan *plan)
{
  gboolean none = FALSE;
  OctDate next = oct_plan_get_next_review (oct_plan_work_get_book (self->work), plan->record.id,
                                           &none);
  g_autofree char *day = NULL;

  if (plan->template)
    return g_strdup ("");
  if (next == OCT_DATE_UNKNOWN)
    return g_strdup (none ? _("No further review") : _("No review is due"));
  day = oct_date_to_text (next);
  if (next < oct_date_today ())
    /* Translators: %s is a day that has passed. */
    return g_strdup_printf (_("Review was due %s"), day);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("Next review %s"), day);
}

/* Why nothing can be changed, where that is so. */
static void
update_still (OctPlanPage *self, const OctPlan *plan)
{
  GPtrArray *steps = oct_plan_book_get_children (oct_plan_work_get_book (self->work),
                                                 &oct_plan_step_kind, plan->record.id);
  const OctPlanStep *last = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
  g_autofree char *text = NULL;

  if (oct_plan_status_is_still (plan->status) && last != NULL)
    {
      g_autofree char *day = oct_date_to_text (last->on);

      /* Translators: a status such as "Paused", a day, and a reason. */
      text = g_strdup_printf (_("%s on %s: %s. The plan can be read, and stays as it is."),
                              oct_choice_to_text (oct_plan_statuses, (int) plan->status), day,
                              last->why);
    }
  gtk_label_set_label (self->still_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->still_label), text != NULL);
}

static void
update_head (OctPlanPage *self, const OctPlan *plan)
{
  g_autofree char *years = oct_plan_years_to_text (plan);
  g_autofree char *review = say_next_review (self, plan);
  g_autoptr (GMenuModel) menu = oct_plan_page_make_status_menu (plan);
  const char *status = oct_choice_to_text (oct_plan_statuses, (int) plan->status);
  /* Translators: %s is a status such as "Draft". */
  g_autofree char *spoken = g_strdup_printf (_("Status: %s"), status);

  update_school (self, plan);
  gtk_label_set_label (self->title_label, plan->title);
  gtk_label_set_label (self->years_label, years);
  gtk_label_set_label (self->review_label, review);
  gtk_widget_set_visible (GTK_WIDGET (self->review_label), *review != '\0');
  gtk_menu_button_set_label (self->status_button, status);
  gtk_menu_button_set_menu_model (self->status_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), !plan->template);
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                    gtk_widget_get_first_child (GTK_WIDGET (self->status_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  update_still (self, plan);
}

/* --- need and gaps --- */

static void
need_cb (OctPlanPage *self)
{
  const OctPlan *plan = self->work != NULL ? oct_plan_work_get_plan (self->work) : NULL;
  g_autofree char *text = g_strstrip (oct_judge_text_dup_text (self->need));

  if (plan != NULL)
    oct_plan_work_set_text (self->work, plan, "need", text);
}

static void
update_need (OctPlanPage *self, const OctPlan *plan)
{
  g_autofree char *shown = g_strstrip (oct_judge_text_dup_text (self->need));
  const char *text = oct_plan_work_get_text (self->work, plan, "need");

  /* Blanks around what is typed are the writer's own until they leave. */
  if (!g_str_equal (shown, text))
    oct_judge_text_set_text (self->need, text);
  oct_judge_text_set_editable (self->need, oct_plan_work_is_open (self->work));
}

static void
append_gap (OctPlanPage *self, const OctPlanGap *gap)
{
  GtkWidget *label = gtk_label_new (gap->text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "oct-plan-gap");
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (gap->record->id), g_free);
  gtk_list_box_append (self->gap_list, row);
}

static void
update_gaps (OctPlanPage *self, const OctPlan *plan)
{
  g_autoptr (GPtrArray) gaps = oct_plan_find_gaps (oct_plan_work_get_book (self->work), plan);
  g_autofree char *label = g_strdup_printf (
    ngettext ("%u thing is missing", "%u things are missing", gaps->len), gaps->len);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->gap_list))) != NULL)
    gtk_list_box_remove (self->gap_list, row);
  for (guint i = 0; i < gaps->len; i++)
    append_gap (self, g_ptr_array_index (gaps, i));
  gtk_expander_set_label (self->gaps, label);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), gaps->len > 0);
}

static void
gap_activated_cb (OctPlanPage *self, GtkListBoxRow *row)
{
  if (oct_plan_outline_choose (self->outline, g_object_get_data (G_OBJECT (row), "id")))
    oct_plan_outline_focus (self->outline);
}

/* --- the whole --- */

static gboolean
show_blank (OctPlanPage *self)
{
  OctWorkbench *workbench = get_workbench (self);

  if (oct_plan_work_get_plan (self->work) != NULL)
    return FALSE;
  /* A plan needs no cycle: where one is asked for, there is a trust. */
  if (oct_workbench_get_assessment (workbench) == NULL)
    oct_judge_blank_update (self->blank, workbench);
  else if (oct_workbench_get_plans (workbench) != NULL)
    oct_judge_blank_say (self->blank, _("This plan is not there any more"),
                         _("It was deleted, or is of another workspace. History tells of it, and "
                           "the last edit can be undone."),
                         _("All plans"), "plans");
  oct_page_show_part (self->stack, "blank");

  return TRUE;
}

static void
refresh (OctPlanPage *self)
{
  const OctPlan *plan = oct_plan_work_get_plan (self->work);

  oct_plan_page_update_actions (self);
  if (show_blank (self))
    return;
  oct_page_set_title (OCT_PAGE (self), plan->title);
  update_head (self, plan);
  update_need (self, plan);
  update_gaps (self, plan);
  oct_page_show_part (self->stack, "plan");
  if (!self->arriving)
    return;
  self->arriving = FALSE;
  if (self->wanted == NULL || !oct_plan_outline_choose (self->outline, self->wanted))
    oct_plan_outline_choose (self->outline, NULL);
}

static void
chosen_cb (OctPlanPage *self)
{
  const OctRecord *record;
  g_autoptr (GString) location = g_string_new ("plan/");

  if (self->work == NULL)
    return;
  record = oct_plan_outline_get_chosen (self->outline);
  oct_plan_panel_show (self->panel, (gpointer) record);
  oct_plan_page_update_dialogs (self);
  if (oct_plan_work_get_plan (self->work) == NULL)
    return;
  g_string_append (location, oct_plan_work_get_plan_id (self->work));
  if (record != NULL)
    oct_location_append (location, "objective", record->id);
  oct_page_set_location (OCT_PAGE (self), location->str);
}

/* In a narrow window the details are behind the outline. */
static void
opened_cb (OctPlanPage *self)
{
  oct_plan_outline_commit (self->outline);
  adw_leaflet_set_visible_child (self->leaflet, self->panel_page);
  gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (OctPlanPage *self)
{
  oct_plan_panel_commit (self->panel);
  adw_leaflet_set_visible_child (self->leaflet, self->outline_page);
  oct_plan_outline_focus (self->outline);
}

static void
school_cb (OctPlanPage *self)
{
  const OctPlan *plan = oct_plan_work_get_plan (self->work);
  const OctOwnSchool *school = plan != NULL ? find_school (self, plan) : NULL;
  g_autofree char *location = NULL;

  if (school == NULL)
    return;
  location = oct_text_school_location (school->urn);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static gboolean
focus_idle_cb (gpointer data)
{
  OctPlanPage *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    oct_plan_outline_focus (self->outline);

  return G_SOURCE_REMOVE;
}

static void
oct_plan_page_show (OctPage *page, const char *location)
{
  OctPlanPage *self = OCT_PLAN_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  g_autofree char *id = oct_location_dup_id (location);

  oct_plan_page_commit (self);
  g_free (self->wanted);
  self->wanted = g_strdup (g_hash_table_lookup (values, "objective"));
  self->arriving = TRUE;
  adw_leaflet_set_visible_child (self->leaflet, self->outline_page);
  oct_plan_work_set_plan (self->work, id);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_idle_cb, g_object_ref (self), g_object_unref);
}

/* --- class --- */

static void
oct_plan_page_constructed (GObject *object)
{
  OctPlanPage *self = OCT_PLAN_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_plan_page_parent_class)->constructed (object);
  self->work = oct_plan_work_new (workbench);
  oct_plan_outline_set_work (self->outline, self->work);
  oct_plan_panel_set_work (self->panel, self->work);
  g_signal_connect_object (self->work, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "failed", G_CALLBACK (oct_plan_page_fail), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_plan_page_dispose (GObject *object)
{
  OctPlanPage *self = OCT_PLAN_PAGE (object);

  if (self->work != NULL && self->outline != NULL)
    g_signal_handlers_disconnect_by_data (self->work, self);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (oct_plan_page_parent_class)->dispose (object);
}

static void
oct_plan_page_finalize (GObject *object)
{
  g_free (OCT_PLAN_PAGE (object)->wanted);
  G_OBJECT_CLASS (oct_plan_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, outline_page);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, panel_page);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, school_button);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, years_label);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, review_label);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, still_label);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, need);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, gap_list);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, outline);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, need_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, school_cb);
  gtk_widget_class_bind_template_callback (widget_class, oct_plan_page_fail);
  gtk_widget_class_bind_template_callback (widget_class, oct_plan_page_offer_withdrawal);
  gtk_widget_class_bind_template_callback (widget_class, oct_plan_page_commit);
}

static void
oct_plan_page_class_init (OctPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_plan_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = oct_plan_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_plan_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_plan_page_show;
  OCT_PAGE_CLASS (klass)->print = oct_plan_page_print;
  OCT_PAGE_CLASS (klass)->export_ = oct_plan_page_export;
  oct_plan_page_install (widget_class);
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_JUDGE_TEXT);
  g_type_ensure (OCT_TYPE_PLAN_OUTLINE);
  g_type_ensure (OCT_TYPE_PLAN_PANEL);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  bind_template (widget_class);
}

static void
oct_plan_page_init (OctPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Plan"));
  oct_judge_text_set_label (self->need, _("Analysis of need"));
  oct_accessible_follow (GTK_WIDGET (self));
}
