/* The page of support; see the header. Everything on it is of the chosen term, but what is looked at
 * again; "all support" is the last choice, and has no capacity, which is of a term.
 */

#include "oct-support-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-accessible.h"
#include "oct-chart-view.h"
#include "oct-knowledge-dialogs.h"
#include "oct-location.h"
#include "oct-knowledge-pictures.h"
#include "oct-plan-query.h"
#include "oct-print.h"
#include "oct-recheck-list.h"
#include "oct-section.h"
#include "oct-support-output.h"
#include "oct-support-work.h"
#include "oct-workbench-knowledge.h"

struct _OctSupportPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *finding;
  GtkDropDown *term;
  GtkStringList *terms;
  OctChartView *picture;
  OctSection *picture_section;
  OctSection *givers_section;
  GtkListBox *givers;
  OctRecheckList *rechecks;
  GtkDropDown *side;
  GtkListBox *given;
  GtkLabel *nothing;

  /* owned */
  GSignalGroup *workbench_signals;
  GPtrArray *cycles; /* (element-type OctCycle): the terms to choose from, as they are listed */

  OctDate wanted; /* the first day of the term that the location names */
  gboolean chosen;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctSupportPage, oct_support_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctSupportPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* (nullable): the chosen term; none for all support. */
static const OctCycle *
get_term (OctSupportPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->term);

  return self->cycles != NULL && selected < self->cycles->len
           ? g_ptr_array_index (self->cycles, selected)
           : NULL;
}

static gboolean
by_giver (OctSupportPage *self)
{
  return gtk_drop_down_get_selected (self->side) == 1;
}

/* --- terms --- */

static void
show_terms (OctSupportPage *self, OctPlanBook *book)
{
  g_autoptr (GPtrArray) cycles = oct_support_find_terms (book, oct_date_today ());
  OctDate day = self->wanted != OCT_DATE_UNKNOWN ? self->wanted : oct_date_today ();
  const OctCycle *before = get_term (self);
  gboolean all = self->cycles != NULL && before == NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->terms));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (before != NULL && self->chosen)
    day = before->starts;
  self->updating = TRUE;
  for (guint i = 0; i < cycles->len; i++)
    g_ptr_array_add (names, ((OctCycle *) g_ptr_array_index (cycles, i))->name);
  g_ptr_array_add (names, (gpointer) _("All support"));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->terms, 0, n, (const char *const *) names->pdata);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  self->cycles = g_steal_pointer (&cycles);
  gtk_drop_down_set_selected (self->term, all && self->chosen
                                            ? self->cycles->len
                                            : oct_support_find_term (self->cycles, day));
  self->updating = FALSE;
}

/* --- rows --- */

static GtkWidget *
append_row (GtkListBox *list, const char *title, const char *subtitle, const char *days)
{
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (days);

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE,
                NULL);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (list, row);

  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
new_bar (const OctGiverLine *line)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar),
                           line->capacity > 0 ? MIN (line->planned / line->capacity, 1) : 0);
  gtk_widget_set_size_request (bar, 72, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Days promised of those that can be given"), -1);

  return bar;
}

static void
show_givers (OctSupportPage *self, OctAssessment *assessment, OctPlanBook *book)
{
  const OctCycle *term = get_term (self);
  g_autoptr (GPtrArray) lines = NULL;

  clear_list (self->givers);
  gtk_widget_set_visible (GTK_WIDGET (self->givers_section), term != NULL);
  if (term == NULL)
    return;
  lines = oct_support_find_givers (assessment, book, term->starts, term->ends);
  for (guint i = 0; i < lines->len; i++)
    {
      const OctGiverLine *line = g_ptr_array_index (lines, i);
      g_autofree char *days = oct_support_describe_days (line->planned, line->spent);
      g_autofree char *schools = g_strdup_printf (
        ngettext ("%s for %u school", "%s for %u schools", line->n_schools), days, line->n_schools);
      g_autofree char *left = oct_giver_line_describe (line);
      GtkWidget *row = append_row (self->givers, line->name,
                                   line->n_schools > 0 ? schools : _("Nothing planned"), left);

      if (!isnan (line->capacity))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_bar (line));
      g_object_set_data_full (G_OBJECT (row), "key", g_strdup (line->key), g_free);
    }
}

/* --- support --- */

static gboolean
is_in_term (const OctSupport *support, const OctCycle *term)
{
  OctDate first = support->starts != OCT_DATE_UNKNOWN ? support->starts : support->ends;

  if (term == NULL)
    return TRUE;

  return first != OCT_DATE_UNKNOWN && first <= term->ends
         && MAX (support->ends, first) >= term->starts;
}

typedef struct
{
  OctAssessment *assessment;
  gboolean by_giver;
} Order;

static int
compare_support (gconstpointer a, gconstpointer b, gpointer data)
{
  const OctSupport *one = *(OctSupport *const *) a, *two = *(OctSupport *const *) b;
  const Order *order = data;
  int result;

  if (order->by_giver)
    {
      g_autofree char *giver_one = oct_giver_dup_name (order->assessment, one->giver,
                                                       one->giver_school_id, one->giver_name);
      g_autofree char *giver_two = oct_giver_dup_name (order->assessment, two->giver,
                                                       two->giver_school_id, two->giver_name);

      result = g_utf8_collate (giver_one, giver_two);
    }
  else
    result = g_utf8_collate (oct_support_school_name (order->assessment, one->school_id),
                             oct_support_school_name (order->assessment, two->school_id));
  if (result != 0)
    return result;

  return (one->starts > two->starts) - (one->starts < two->starts);
}

static void
take_away_cb (GtkButton *button, OctSupportPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  gpointer support = oct_plan_book_find (book, &oct_support_kind,
                                         g_object_get_data (G_OBJECT (button), "record"));

  if (support != NULL)
    oct_workbench_delete_knowledge_async (get_workbench (self), support, NULL, NULL);
}

static void
add_support_row (OctSupportPage *self, OctAssessment *assessment, OctPlanBook *book,
                 const OctSupport *support)
{
  const OctCycle *term = get_term (self);
  OctDate starts = term != NULL ? term->starts : OCT_DATE_UNKNOWN,
          ends = term != NULL ? term->ends : OCT_DATE_UNKNOWN;
  g_autofree char *giver = oct_giver_dup_name (assessment, support->giver, support->giver_school_id,
                                               support->giver_name);
  const char *school = oct_support_school_name (assessment, support->school_id);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = oct_support_describe (book, support);
  g_autofree char *days = oct_support_describe_days (
    isnan (support->planned) ? NAN
                             : oct_support_days_within (support, support->planned, starts, ends),
    isnan (support->spent) ? NAN : oct_support_days_within (support, support->spent, starts, ends));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic"), *row;

  /* Translators: who gives support and who receives it, or the other way about. */
  title = g_strdup_printf (by_giver (self) ? _("%s to %s") : _("%s from %s"),
                           by_giver (self) ? giver : school, by_giver (self) ? school : giver);
  row = append_row (self->given, title, subtitle, days);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (support->record.id), g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Take this support away"));
  g_object_set_data_full (G_OBJECT (button), "record", g_strdup (support->record.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_away_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_given (OctSupportPage *self, OctAssessment *assessment, OctPlanBook *book)
{
  GPtrArray *all = oct_plan_book_get_all (book, &oct_support_kind);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  Order order = { assessment, by_giver (self) };

  clear_list (self->given);
  for (guint i = 0; i < all->len; i++)
    {
      if (is_in_term (g_ptr_array_index (all, i), get_term (self)))
        g_ptr_array_add (found, g_ptr_array_index (all, i));
    }
  g_ptr_array_sort_with_data (found, compare_support, &order);
  for (guint i = 0; i < found->len; i++)
    add_support_row (self, assessment, book, g_ptr_array_index (found, i));
  gtk_widget_set_visible (GTK_WIDGET (self->given), found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), found->len == 0);
}

static void
show_picture (OctSupportPage *self, OctAssessment *assessment, OctPlanBook *book)
{
  g_autoptr (OctChart) chart = oct_picture_support_network (assessment, book, get_term (self));
  const char *title = oct_chart_get_title (chart);

  gtk_label_set_label (self->finding, title != NULL ? title : _("Support"));
  /* The finding stands above, as the page's own title. */
  oct_chart_set_title (chart, "");
  gtk_widget_set_visible (GTK_WIDGET (self->picture_section), oct_chart_n_data (chart) > 0);
  oct_chart_view_set_chart (self->picture, chart);
}

static void
show_term (OctSupportPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));

  show_picture (self, assessment, book);
  show_givers (self, assessment, book);
  show_given (self, assessment, book);
}

static void
update (OctSupportPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  gboolean ready = assessment != NULL && book != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.add", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.add-capacity", ready);
  if (!ready)
    {
      oct_page_show_part (self->stack, assessment == NULL ? "empty" : "loading");
      return;
    }
  if (oct_plan_book_get_all (book, &oct_support_kind)->len
        + oct_plan_book_get_all (book, &oct_capacity_kind)->len
      == 0)
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  show_terms (self, book);
  show_term (self);
  oct_recheck_list_update (self->rechecks, get_workbench (self));
  oct_page_show_part (self->stack, "ready");
}

/* --- callbacks and actions --- */

static void
note_location (OctSupportPage *self)
{
  g_autoptr (GString) location = g_string_new ("support");
  const OctCycle *term = get_term (self);

  if (term != NULL)
    {
      g_autofree char *day = g_strdup_printf ("%d", term->starts);

      oct_location_append (location, "term", day);
    }
  if (by_giver (self))
    oct_location_append (location, "side", "giver");
  oct_page_set_location (OCT_PAGE (self), location->str);
}

static void
term_cb (OctSupportPage *self)
{
  if (self->updating || oct_workbench_get_plans (get_workbench (self)) == NULL)
    return;
  self->chosen = TRUE;
  show_term (self);
  note_location (self);
}

static void
side_cb (OctSupportPage *self)
{
  OctPlanBook *book = self->updating ? NULL : oct_workbench_get_plans (get_workbench (self));

  if (book == NULL)
    return;
  show_given (self, oct_workbench_get_assessment (get_workbench (self)), book);
  note_location (self);
}

static void
support_cb (OctSupportPage *self, GtkListBoxRow *row)
{
  const OctSupport *support = oct_plan_book_find (oct_workbench_get_plans (get_workbench (self)),
                                                  &oct_support_kind,
                                                  g_object_get_data (G_OBJECT (row), "record"));

  if (support != NULL)
    oct_support_dialog_open (GTK_WIDGET (self), get_workbench (self), support);
}

/* (transfer full): what a giver said for the term, or an empty record for it. */
static OctCapacity *
make_capacity (OctSupportPage *self, const char *key)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  GPtrArray *known = oct_plan_book_get_all (book, &oct_capacity_kind);
  const OctCycle *term = get_term (self);
  g_autoptr (GPtrArray) lines = oct_support_find_givers (assessment, book, OCT_DATE_UNKNOWN,
                                                         OCT_DATE_UNKNOWN);
  OctCapacity *capacity;

  for (guint i = 0; key != NULL && i < known->len; i++)
    {
      const OctCapacity *one = g_ptr_array_index (known, i);
      g_autofree char *of = oct_giver_dup_key (one->giver, one->giver_school_id, one->giver_name);

      if (g_str_equal (of, key) && term != NULL && one->starts <= term->ends
          && one->ends >= term->starts)
        return oct_record_copy (one);
    }
  capacity = oct_record_new (&oct_capacity_kind);
  if (term != NULL)
    {
      capacity->starts = term->starts;
      capacity->ends = term->ends;
    }
  for (guint i = 0; key != NULL && i < lines->len; i++)
    {
      const OctGiverLine *line = g_ptr_array_index (lines, i);

      if (!g_str_equal (line->key, key))
        continue;
      capacity->giver = line->giver;
      if (line->giver == OCT_GIVER_SCHOOL)
        oct_replace (&capacity->giver_school_id, line->school_id);
      else if (line->giver == OCT_GIVER_OUTSIDE)
        oct_replace (&capacity->giver_name, line->name);
    }

  return capacity;
}

static void
giver_cb (OctSupportPage *self, GtkListBoxRow *row)
{
  oct_capacity_dialog_open (GTK_WIDGET (self), get_workbench (self),
                            make_capacity (self, g_object_get_data (G_OBJECT (row), "key")));
}

/* A giver or receiver that is a school leads to the support it gives or receives: its own page. */
static void
activated_cb (OctSupportPage *self, const char *id)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctOwnSchool *school = g_str_has_prefix (id, "school:")
                                 ? oct_assessment_find_school (assessment, id + strlen ("school:"))
                                 : NULL;
  g_autofree char *location = NULL;

  if (school == NULL || school->urn == 0)
    return;
  location = g_strdup_printf ("school/%u", school->urn);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_support_dialog_open (widget, get_workbench (OCT_SUPPORT_PAGE (widget)), NULL);
}

static void
add_capacity_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctSupportPage *self = OCT_SUPPORT_PAGE (widget);

  oct_capacity_dialog_open (widget, get_workbench (self), make_capacity (self, NULL));
}

static void
oct_support_page_export (OctPage *page)
{
  OctSupportPage *self = OCT_SUPPORT_PAGE (page);

  oct_support_output_save (GTK_WIDGET (self), get_workbench (self),
                           oct_chart_view_get_chart (self->picture));
}

static void
oct_support_page_print (OctPage *page)
{
  OctChart *chart = oct_chart_view_get_chart (OCT_SUPPORT_PAGE (page)->picture);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (page), chart, oct_page_get_title (page));
}

/* --- class --- */

static void
oct_support_page_show_location (OctPage *page, const char *location)
{
  OctSupportPage *self = OCT_SUPPORT_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *term = g_hash_table_lookup (values, "term");

  oct_page_set_title (page, _("Support"));
  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  self->wanted = OCT_DATE_UNKNOWN;
  if (term != NULL && oct_date_parse (term, -1, &self->wanted))
    self->chosen = FALSE;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->side, g_hash_table_contains (values, "side") ? 1 : 0);
  self->updating = FALSE;
  update (self);
}

static void
oct_support_page_dispose (GObject *object)
{
  OctSupportPage *self = OCT_SUPPORT_PAGE (object);

  self->updating = TRUE;
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_support_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, finding);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, term);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, terms);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, picture);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, picture_section);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, givers_section);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, givers);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, rechecks);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, side);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, given);
  gtk_widget_class_bind_template_child (widget_class, OctSupportPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, term_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
  gtk_widget_class_bind_template_callback (widget_class, giver_cb);
  gtk_widget_class_bind_template_callback (widget_class, support_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
oct_support_page_class_init (OctSupportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_support_page_dispose;
  page_class->show = oct_support_page_show_location;
  page_class->export_ = oct_support_page_export;
  page_class->print = oct_support_page_print;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_RECHECK_LIST);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-support-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "support.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "support.add-capacity", NULL, add_capacity_cb);
}

static void
oct_support_page_init (OctSupportPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->term, _("Term"));
  oct_accessible_name_drop_down (self->side, _("Order of support"));
  self->updating = FALSE;
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
}
