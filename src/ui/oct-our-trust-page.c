/* The page of the trust as it judges itself; see the header.
 *
 * Which part is shown follows from the workbench alone: a beginning without a workspace, a first
 * cycle without one, and then the picture with its findings. Everything is made anew from the
 * assessment when that is swapped.
 */

#include "oct-our-trust-page.h"

#include <glib/gi18n.h>

#include "oct-accept-banner.h"
#include "oct-accessible.h"
#include "oct-chart-text.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-cycle-dialog.h"
#include "oct-finding-list.h"
#include "oct-findings.h"
#include "oct-our-trust-start.h"
#include "oct-pictures.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-strategy-dialog.h"
#include "oct-widget-theme.h"
#include "oct-wrap-box.h"

/* A workspace that opens within this time shows no sign of being opened. */
#define LOADING_DELAY_MS 200

struct _OctOurTrustPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctOurTrustStart *start;
  GtkButton *first_cycle;
  GtkLabel *name;
  GtkLabel *purpose;
  GtkDropDown *cycles;
  OctAcceptBanner *accept_banner;
  OctWrapBox *pillars;
  GtkDropDown *school_choice;
  OctChartView *octant;
  OctSection *to_do_section;
  GtkListBox *to_do;
  GtkListBox *exceptions;
  OctSection *changes_section;
  GtkListBox *changes;
  OctSection *schools_section;
  GtkToggleButton *as_octants;
  GtkToggleButton *as_map;
  OctChartView *schools;
  OctChartView *resiliences;

  /* owned */
  GSignalGroup *workbench_signals;
  guint loading_source;
  guint warm_source;
  char *chosen; /* the id of the school that is filled in the picture */

  gboolean switching; /* to another workspace, though one is open */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctOurTrustPage, oct_our_trust_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctOurTrustPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* --- what is shown --- */

/* A drop down makes everything anew for another model, so it keeps the one that says the same. */
static void
set_names (GtkDropDown *drop_down, GtkStringList *names, guint selected)
{
  GListModel *known = gtk_drop_down_get_model (drop_down);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));
  gboolean same = known != NULL && g_list_model_get_n_items (known) == n;

  for (guint i = 0; same && i < n; i++)
    same = g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (known), i),
                      gtk_string_list_get_string (names, i))
           == 0;
  if (!same)
    gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
show_cycles (OctOurTrustPage *self, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);
  const OctCycle *shown = oct_assessment_get_cycle (assessment);
  guint selected = 0;

  /* The latest first. */
  for (guint i = cycles->len; i > 0; i--)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i - 1);

      /* Translators: %s is a cycle, such as "Autumn 2026". */
      g_autofree char *name = cycle->closed ? g_strdup_printf (_("%s (closed)"), cycle->name)
                                            : g_strdup (cycle->name);

      if (cycle == shown)
        selected = cycles->len - i;
      gtk_string_list_append (names, name);
    }
  set_names (self->cycles, names, selected);
}

static void
show_school_choice (OctOurTrustPage *self, OctAssessment *assessment)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  guint selected = 0;

  gtk_string_list_append (names, _("All schools"));
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      gtk_string_list_append (names, school->name);
      if (g_strcmp0 (school->id, self->chosen) == 0)
        selected = i + 1;
    }
  set_names (self->school_choice, names, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->school_choice), schools->len > 1);
}

/* From the pillars to what was judged of them. */
static GtkWidget *
make_strategy_link (void)
{
  GtkWidget *link = gtk_button_new_with_label (_("What answers our strategy"));

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "oct-small-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", "lens/strategy-pillars");

  return link;
}

static void
show_strategy (OctOurTrustPage *self, OctAssessment *assessment)
{
  const OctOwnTrust *trust = oct_assessment_get_trust (assessment);
  GPtrArray *pillars = oct_assessment_get_pillars (assessment);
  guint n_shown = 0;

  gtk_label_set_label (self->name, trust->name);
  gtk_label_set_label (self->purpose, *trust->purpose != '\0'
                                        ? trust->purpose
                                        : _("Say in a sentence what the trust is for."));
  oct_wrap_box_remove_all (self->pillars);
  for (guint i = 0; i < pillars->len; i++)
    {
      const OctPillar *pillar = g_ptr_array_index (pillars, i);
      GtkWidget *label;

      if (pillar->retired)
        continue;
      label = gtk_label_new (pillar->name);
      gtk_widget_add_css_class (label, "oct-tag");
      if (*pillar->text != '\0')
        gtk_widget_set_tooltip_text (label, pillar->text);
      oct_wrap_box_append (self->pillars, label);
      n_shown++;
    }
  if (n_shown > 0)
    oct_wrap_box_append (self->pillars, make_strategy_link ());
  gtk_widget_set_visible (GTK_WIDGET (self->pillars), n_shown > 0);
}

static void
show_octant (OctOurTrustPage *self, OctAssessment *assessment)
{
  g_autoptr (OctChart) chart = oct_picture_octant (assessment, self->chosen);

  oct_chart_view_set_chart (self->octant, chart);
}

static void
show_schools (OctOurTrustPage *self, OctAssessment *assessment)
{
  g_autoptr (OctChart) chart = NULL;
  gboolean any = oct_assessment_get_schools (assessment)->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->schools_section), any);
  if (!any)
    return;
  chart = gtk_toggle_button_get_active (self->as_map) ? oct_picture_heat_map (assessment, NULL)
                                                      : oct_picture_small_octants (assessment);
  oct_chart_view_set_chart (self->schools, chart);
}

static void
show_resiliences (OctOurTrustPage *self, OctAssessment *assessment)
{
  g_autoptr (OctChart) chart = oct_picture_resiliences (assessment);

  oct_chart_view_set_chart (self->resiliences, chart);
}

static void
show_findings (OctOurTrustPage *self, OctAssessment *assessment)
{
  g_autoptr (GPtrArray) to_do = oct_find_to_do (assessment);
  g_autoptr (GPtrArray) exceptions = oct_find_exceptions (assessment);
  g_autoptr (GPtrArray) changes = oct_find_changes (assessment);
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  const OctCycle *before = oct_assessment_get_cycle_before (assessment);
  g_autofree char *title = NULL;

  oct_finding_list_fill (self->to_do, to_do,
                         cycle != NULL && cycle->closed
                           ? _("This cycle is closed. Reopen it to change something.")
                           : _("Everything is judged and moderated."));
  oct_finding_list_fill (self->exceptions, exceptions, _("Nothing stands out."));
  oct_finding_list_fill (self->changes, changes,
                         before != NULL
                           ? _("Nothing moved since the last cycle.")
                           : _("This is the first cycle. Changes appear with the next."));
  if (before != NULL)
    /* Translators: %s is a cycle, such as "Autumn 2026". */
    title = g_strdup_printf (_("What changed since %s"), before->name);
  oct_section_set_title (self->changes_section,
                         title != NULL ? title : _("What changed since the last cycle"));
}

static void
show_ready (OctOurTrustPage *self, OctAssessment *assessment)
{
  self->updating = TRUE;
  show_cycles (self, assessment);
  show_school_choice (self, assessment);
  self->updating = FALSE;
  show_strategy (self, assessment);
  show_octant (self, assessment);
  show_findings (self, assessment);
  show_schools (self, assessment);
  show_resiliences (self, assessment);
}

static void
update_actions (OctOurTrustPage *self, OctAssessment *assessment)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const OctCycle *cycle = assessment != NULL ? oct_assessment_get_cycle (assessment) : NULL;

  gtk_widget_action_set_enabled (widget, "our.begin-cycle", assessment != NULL);
  gtk_widget_action_set_enabled (widget, "our.strategy", assessment != NULL);
  gtk_widget_action_set_enabled (widget, "our.close-cycle", cycle != NULL && !cycle->closed);
  gtk_widget_action_set_enabled (widget, "our.reopen-cycle", cycle != NULL && cycle->closed);
}

static gboolean
show_loading_cb (gpointer data)
{
  OctOurTrustPage *self = data;

  self->loading_source = 0;
  oct_page_show_part (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* While the workspace is read there is nothing else to do. */
static gboolean
warm_cb (gpointer data)
{
  OctOurTrustPage *self = data;
  OctChartTheme theme;

  self->warm_source = 0;
  oct_widget_get_chart_theme (GTK_WIDGET (self->octant), &theme);
  oct_chart_text_warm (&theme);
  return G_SOURCE_REMOVE;
}

static void
begin_loading (OctOurTrustPage *self)
{
  if (self->loading_source == 0)
    self->loading_source = g_timeout_add (LOADING_DELAY_MS, show_loading_cb, self);
  if (self->warm_source == 0)
    self->warm_source = g_idle_add_full (G_PRIORITY_LOW, warm_cb, self, NULL);
}

static void
update (OctOurTrustPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  const char *name;

  if (oct_workbench_get_loading (workbench))
    {
      begin_loading (self);
      update_actions (self, assessment);
      return;
    }
  g_clear_handle_id (&self->loading_source, g_source_remove);
  if (assessment == NULL || self->switching)
    name = "start";
  else if (oct_assessment_get_cycle (assessment) == NULL)
    name = "first-cycle";
  else
    name = "ready";

  if (g_str_equal (name, "start"))
    oct_our_trust_start_show (self->start, oct_page_get_session (OCT_PAGE (self)));
  else if (g_str_equal (name, "ready"))
    show_ready (self, assessment);
  update_actions (self, assessment);
  oct_page_show_part (self->stack, name);
}

/* --- callbacks --- */

static void
workbench_name_cb (OctOurTrustPage *self)
{
  self->switching = FALSE;
  g_clear_pointer (&self->chosen, g_free);
  update (self);
}

static void
cycle_selected_cb (OctOurTrustPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  guint selected = gtk_drop_down_get_selected (self->cycles);
  GPtrArray *cycles;
  const OctCycle *cycle;

  if (self->updating || assessment == NULL)
    return;
  cycles = oct_assessment_get_cycles (assessment);
  if (selected >= cycles->len)
    return;
  cycle = g_ptr_array_index (cycles, cycles->len - 1 - selected);
  oct_workbench_choose_cycle (get_workbench (self), cycle->id);
}

static void
school_choice_cb (OctOurTrustPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  guint selected = gtk_drop_down_get_selected (self->school_choice);
  const OctOwnSchool *school = NULL;

  if (self->updating || assessment == NULL)
    return;
  if (selected > 0 && selected <= oct_assessment_get_schools (assessment)->len)
    school = g_ptr_array_index (oct_assessment_get_schools (assessment), selected - 1);
  g_free (self->chosen);
  self->chosen = school != NULL ? g_strdup (school->id) : NULL;
  show_octant (self, assessment);
}

static void
schools_picture_cb (OctOurTrustPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));

  if (assessment != NULL)
    show_schools (self, assessment);
}

static void
go (OctOurTrustPage *self, char *location)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
  g_free (location);
}

/* A sector leads to its element, a dot to its school. */
static void
octant_activated_cb (OctOurTrustPage *self, const char *id)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctElement *element;

  if (assessment == NULL)
    return;
  element = oct_framework_find_element (oct_assessment_get_framework (assessment), id);
  if (element != NULL)
    go (self, g_strdup_printf ("element/%u", element->number));
  else
    go (self, g_strdup_printf ("judge/%s", id));
}

static void
school_activated_cb (OctOurTrustPage *self, const char *id)
{
  go (self, g_strdup_printf ("judge/%s", id));
}

static void
begin_cycle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctOurTrustPage *self = OCT_OUR_TRUST_PAGE (widget);
  GtkWidget *dialog = oct_cycle_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                            get_workbench (self));

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
set_closed (OctOurTrustPage *self, gboolean closed)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  g_autoptr (OctCycle) cycle = NULL;

  if (assessment == NULL || oct_assessment_get_cycle (assessment) == NULL)
    return;
  cycle = oct_cycle_copy (oct_assessment_get_cycle (assessment));
  cycle->closed = closed;
  oct_workbench_put_cycle_async (get_workbench (self), cycle, kept_cb, g_object_ref (self));
}

static void
close_cycle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_closed (OCT_OUR_TRUST_PAGE (widget), TRUE);
}

static void
reopen_cycle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_closed (OCT_OUR_TRUST_PAGE (widget), FALSE);
}

static void
strategy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctOurTrustPage *self = OCT_OUR_TRUST_PAGE (widget);
  GtkWidget *dialog = oct_strategy_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                               get_workbench (self));

  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- class --- */

static void
oct_our_trust_page_show_location (OctPage *page, const char *location)
{
  OctOurTrustPage *self = OCT_OUR_TRUST_PAGE (page);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_accept_banner_follow (self->accept_banner, oct_page_get_session (page));
  /* "our-trust?begin=1": a new workspace, beside the one that is open. */
  self->switching = g_str_has_suffix (location, "?begin=1");
  oct_page_set_location (page, "our-trust");
  oct_page_set_title (page, _("Our trust"));
  update (self);
}

static void
oct_our_trust_page_export (OctPage *page)
{
  OctOurTrustPage *self = OCT_OUR_TRUST_PAGE (page);
  OctChart *chart = oct_chart_view_get_chart (self->octant);

  if (chart != NULL)
    oct_save_chart (GTK_WIDGET (self), chart, _("octant"));
}

static void
oct_our_trust_page_print (OctPage *page)
{
  OctOurTrustPage *self = OCT_OUR_TRUST_PAGE (page);
  OctChart *chart = oct_chart_view_get_chart (self->octant);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (self), chart, _("Octant"));
}

static void
oct_our_trust_page_dispose (GObject *object)
{
  OctOurTrustPage *self = OCT_OUR_TRUST_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_handle_id (&self->warm_source, g_source_remove);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (oct_our_trust_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, start);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, first_cycle);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, name);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, accept_banner);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, pillars);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, school_choice);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, octant);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, to_do_section);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, to_do);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, exceptions);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, changes_section);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, changes);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, schools_section);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, as_octants);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, as_map);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, schools);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, resiliences);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustPage, cycles);
  gtk_widget_class_bind_template_callback (widget_class, cycle_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, school_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, octant_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, school_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, schools_picture_cb);
}

static void
oct_our_trust_page_class_init (OctOurTrustPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_our_trust_page_dispose;
  page_class->show = oct_our_trust_page_show_location;
  page_class->export_ = oct_our_trust_page_export;
  page_class->print = oct_our_trust_page_print;

  gtk_widget_class_install_action (widget_class, "our.begin-cycle", NULL, begin_cycle_cb);
  gtk_widget_class_install_action (widget_class, "our.close-cycle", NULL, close_cycle_cb);
  gtk_widget_class_install_action (widget_class, "our.reopen-cycle", NULL, reopen_cycle_cb);
  gtk_widget_class_install_action (widget_class, "our.strategy", NULL, strategy_cb);
  g_type_ensure (OCT_TYPE_ACCEPT_BANNER);
  g_type_ensure (OCT_TYPE_OUR_TRUST_START);
  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-our-trust-page.ui");
  bind_template (widget_class);
}

static void
oct_our_trust_page_init (OctOurTrustPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->cycles, _("Cycle"));
  oct_accessible_name_drop_down (self->school_choice, _("Show one school in the picture"));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name",
                                  G_CALLBACK (workbench_name_cb), self);
}
