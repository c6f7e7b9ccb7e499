/* The page of the line of sight; see the header. An objective leads to the plan it stands in; one that
 * serves nothing is given a parent right here.
 */

#include "oct-line-of-sight-page.h"

#include <glib/gi18n.h>

#include "oct-chart-view.h"
#include "oct-page-kinds.h"
#include "oct-knowledge-pictures.h"
#include "oct-plan-query.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-support-work.h"

/* As many objectives under a goal at first, and as many more when they are asked for. */
#define SHOWN_FIRST 20
#define SHOWN_MORE 100

struct _OctLineOfSightPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *finding;
  OctSection *picture_section;
  OctChartView *picture;
  GtkBox *tree;

  /* owned */
  GSignalGroup *workbench_signals;
};

G_DEFINE_FINAL_TYPE (OctLineOfSightPage, oct_line_of_sight_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctLineOfSightPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static void
go_to_objective (OctLineOfSightPage *self, const char *id)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind, id);
  g_autofree char *location = NULL;

  if (objective == NULL || oct_page_kind_get_type ("plan") == G_TYPE_INVALID)
    return;
  location = g_strdup_printf ("plan/%s?objective=%s", objective->plan_id, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* --- the tree --- */

/* (transfer full): "1.2 Raise fluency" */
static char *
dup_words (const OctObjective *objective)
{
  return *objective->reference != '\0'
           ? g_strdup_printf ("%s  %s", objective->reference, objective->statement)
           : g_strdup (objective->statement);
}

static const char *
get_rating (OctPlanBook *book, const OctObjective *objective)
{
  OctStanding standing;
  OctRating rating;

  oct_objective_get_standing (book, objective, &standing);
  rating = oct_standing_get_rating (&standing);

  return rating == OCT_RATING_NONE ? _("Not rated")
                                   : oct_choice_to_text (oct_ratings, (int) rating);
}

static void
linked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLineOfSightPage) self = OCT_LINE_OF_SIGHT_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* @parameter: an objective of a school and the one of the trust that it serves from now on. */
static void
link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctLineOfSightPage *self = OCT_LINE_OF_SIGHT_PAGE (widget);
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  const char *id, *parent_id;
  const OctObjective *known, *parent;
  OctObjective *objective;
  OctRecordChange *change;
  g_autofree char *sentence = NULL, *serving = NULL, *served = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &parent_id);
  known = book != NULL ? oct_plan_book_find (book, &oct_objective_kind, id) : NULL;
  parent = book != NULL ? oct_plan_book_find (book, &oct_objective_kind, parent_id) : NULL;
  if (known == NULL || parent == NULL)
    return;
  objective = oct_record_copy (known);
  oct_replace (&objective->parent_id, parent_id);
  serving = oct_objective_to_text (known);
  served = oct_objective_to_text (parent);
  /* Translators: an objective of a school, an objective of the trust. */
  sentence = g_strdup_printf (_("Objective %s serves the trust’s objective %s"), serving, served);
  change = oct_record_change_new ();
  oct_record_change_put (change, objective);

  const OctEditInfo info = { .sentence = sentence,
                             .location = "line-of-sight",
                             .subject = oct_objective_get_plan (book, known)->school_id };

  oct_workbench_change_records_async (get_workbench (self), &info, change, linked_cb,
                                      g_object_ref (self));
}

/* What an objective that serves nothing could serve. */
static GtkWidget *
new_link_button (GPtrArray *sights, const OctObjective *objective)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < sights->len; i++)
    {
      const OctSight *sight = g_ptr_array_index (sights, i);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *words = NULL;

      if (sight->objective == NULL)
        continue;
      words = dup_words (sight->objective);
      item = g_menu_item_new (words, NULL);
      g_menu_item_set_action_and_target (item, "sight.link", "(ss)", objective->record.id,
                                         sight->objective->record.id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Serves…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);

  return button;
}

static void
add_row (OctLineOfSightPage *self, GtkListBox *list, GPtrArray *sights,
         const OctObjective *objective)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctPlan *plan = oct_objective_get_plan (book, objective);
  gboolean linked = objective->parent_id != NULL;
  GtkWidget *row = adw_action_row_new (), *rating = gtk_label_new (get_rating (book, objective));
  g_autofree char *words = dup_words (objective);

  g_object_set (row, "use-markup", FALSE, "title", words, "subtitle",
                plan->school_id != NULL ? oct_support_school_name (assessment, plan->school_id)
                                        : plan->title,
                "activatable", TRUE, NULL);
  gtk_widget_add_css_class (rating, "oct-tag");
  gtk_widget_set_valign (rating, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), rating);
  if (!linked)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_link_button (sights, objective));
  g_object_set_data_full (G_OBJECT (row), "objective", g_strdup (objective->record.id), g_free);
  gtk_list_box_append (list, row);
}

/* The objectives from @from on that serve one thing, and a row that shows more of them. */
static void
add_rows (OctLineOfSightPage *self, GtkListBox *list, GPtrArray *sights, guint number, guint from)
{
  const OctSight *sight = g_ptr_array_index (sights, number);
  guint to = from + (from == 0 ? SHOWN_FIRST : SHOWN_MORE), left;
  g_autofree char *words = NULL;
  GtkWidget *row, *label;

  /* A row that says "1 more" is no shorter than the one it stands for. */
  to = to + 1 >= sight->serving->len ? sight->serving->len : to;
  for (guint i = from; i < to; i++)
    add_row (self, list, sights, g_ptr_array_index (sight->serving, i));
  left = sight->serving->len - to;
  if (left == 0)
    return;
  words = g_strdup_printf (
    ngettext ("Show more: %u objective is left", "Show more: %u objectives are left", left), left);
  label = gtk_label_new (words);
  g_object_set (label, "margin-top", 12, "margin-bottom", 12, NULL);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (row), "sight", GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (row), "from", GUINT_TO_POINTER (to));
  gtk_list_box_append (list, row);
}

/* The row gives way to those it stood for, and the focus goes to the first of them. */
static void
show_more (OctLineOfSightPage *self, GtkListBox *list, GtkListBoxRow *row)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sight")),
        from = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "from"));
  int position = gtk_list_box_row_get_index (row);
  g_autoptr (GPtrArray) sights = oct_plans_find_sights (assessment, book);

  if (number >= sights->len)
    return;
  gtk_list_box_remove (list, GTK_WIDGET (row));
  add_rows (self, list, sights, number, from);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, position)));
}

static void
row_cb (OctLineOfSightPage *self, GtkListBoxRow *row, GtkListBox *list)
{
  const char *objective = g_object_get_data (G_OBJECT (row), "objective");

  if (objective != NULL)
    go_to_objective (self, objective);
  else
    show_more (self, list, row);
}

static GtkWidget *
new_list (OctLineOfSightPage *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "oct-rows");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);

  return list;
}

static GtkWidget *
new_gap (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set (label, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);

  return label;
}

static void
add_sight (OctLineOfSightPage *self, GPtrArray *sights, guint number)
{
  const OctSight *sight = g_ptr_array_index (sights, number);
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  g_autofree char *words = sight->objective != NULL ? dup_words (sight->objective)
                                                    : g_strdup (_("Serve no trust objective"));
  GtkWidget *section = oct_section_new (words);

  oct_section_set_description (OCT_SECTION (section),
                               sight->objective != NULL
                                 ? get_rating (book, sight->objective)
                                 : _("Say which objective of the trust each of them serves; or "
                                     "leave it, where a school has a need of its own."));
  if (sight->serving->len == 0)
    oct_section_set_content (OCT_SECTION (section),
                             new_gap (_("No school objective serves it yet.")));
  else
    {
      GtkWidget *list = new_list (self);

      add_rows (self, GTK_LIST_BOX (list), sights, number, 0);
      oct_section_set_content (OCT_SECTION (section), list);
    }
  gtk_box_append (self->tree, section);
}

static void
show_tree (OctLineOfSightPage *self, GPtrArray *sights)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tree))) != NULL)
    gtk_box_remove (self->tree, child);
  for (guint i = 0; i < sights->len; i++)
    add_sight (self, sights, i);
}

static void
update (OctLineOfSightPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  g_autoptr (GPtrArray) sights = NULL;
  g_autoptr (OctChart) chart = NULL;

  if (assessment == NULL || book == NULL)
    {
      oct_page_show_part (self->stack, assessment == NULL ? "empty" : "loading");
      return;
    }
  sights = oct_plans_find_sights (assessment, book);
  if (sights->len == 0)
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  chart = oct_picture_line_of_sight (assessment, book);
  gtk_label_set_label (self->finding, oct_chart_get_title (chart));
  /* The finding stands above, as the page's own title. */
  oct_chart_set_title (chart, "");
  oct_chart_view_set_chart (self->picture, chart);
  show_tree (self, sights);
  oct_page_show_part (self->stack, "ready");
}

static void
activated_cb (OctLineOfSightPage *self, const char *id)
{
  go_to_objective (self, id);
}

static void
oct_line_of_sight_page_show_location (OctPage *page, const char *location)
{
  OctLineOfSightPage *self = OCT_LINE_OF_SIGHT_PAGE (page);

  oct_page_set_title (page, _("Line of sight"));
  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  update (self);
}

static void
oct_line_of_sight_page_export (OctPage *page)
{
  OctChart *chart = oct_chart_view_get_chart (OCT_LINE_OF_SIGHT_PAGE (page)->picture);

  if (chart != NULL)
    oct_save_chart (GTK_WIDGET (page), chart, oct_page_get_title (page));
}

static void
oct_line_of_sight_page_print (OctPage *page)
{
  OctChart *chart = oct_chart_view_get_chart (OCT_LINE_OF_SIGHT_PAGE (page)->picture);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (page), chart, oct_page_get_title (page));
}

static void
oct_line_of_sight_page_dispose (GObject *object)
{
  OctLineOfSightPage *self = OCT_LINE_OF_SIGHT_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_line_of_sight_page_parent_class)->dispose (object);
}

static void
oct_line_of_sight_page_class_init (OctLineOfSightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_line_of_sight_page_dispose;
  page_class->show = oct_line_of_sight_page_show_location;
  page_class->export_ = oct_line_of_sight_page_export;
  page_class->print = oct_line_of_sight_page_print;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-line-of-sight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctLineOfSightPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctLineOfSightPage, finding);
  gtk_widget_class_bind_template_child (widget_class, OctLineOfSightPage, picture_section);
  gtk_widget_class_bind_template_child (widget_class, OctLineOfSightPage, picture);
  gtk_widget_class_bind_template_child (widget_class, OctLineOfSightPage, tree);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "sight.link", "(ss)", link_cb);
}

static void
oct_line_of_sight_page_init (OctLineOfSightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
}
