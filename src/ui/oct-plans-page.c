/* All plans; see the header.
 *
 * The page computes one overview for a book of plans and a day; a filter or a search only walks over
 * its rows. After an edit, also one of another window, there is another overview, and the row that was
 * chosen stays chosen.
 */

#include "oct-plans-page.h"

#include <glib/gi18n.h>

#include "oct-columns-button.h"
#include "oct-exceptions-view.h"
#include "oct-plan-status.h"
#include "oct-plans-actions.h"
#include "oct-plans-board.h"
#include "oct-plans-filters.h"
#include "oct-plans-state.h"
#include "oct-plans-table.h"
#include "oct-print.h"
#include "oct-wrap-box.h"

struct _OctPlansPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkToggleButton *view_buttons[OCT_N_PLANS_VIEWS];
  OctPlansFilters *filters;
  OctColumnsButton *columns_button;
  GtkStack *list_stack;
  OctPlansTable *table;
  GMenuModel *row_menu;
  AdwBin *places[OCT_N_PLANS_VIEWS]; /* of the views that are made when first wanted */

  /* owned */
  GSignalGroup *workbench_signals;
  OctPlansState *state;
  OctPlanOverview *overview;
  GPtrArray *items; /* OctPlanItem, one for each row of the overview */
  GListStore *shown;

  gboolean updating; /* controls are being set from the state */
};

G_DEFINE_FINAL_TYPE (OctPlansPage, oct_plans_page, OCT_TYPE_PAGE)

#define COLUMNS_SETTING "plans-columns"
#define WIDTHS_SETTING "plans-widths"

static OctSession *
get_session (OctPlansPage *self)
{
  return oct_page_get_session (OCT_PAGE (self));
}

static OctWorkbench *
get_workbench (OctPlansPage *self)
{
  return oct_session_get_workbench (get_session (self));
}

/* --- the list --- */

static void
show_count (OctPlansPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u objective", "%'u objectives", n), n);

  oct_plans_filters_set_count (self->filters, text);
}

static guint
update_list (OctPlansPage *self)
{
  g_autoptr (GPtrArray) picked = oct_plans_state_pick (self->state, self->items);

  oct_drawn_table_set_words (OCT_DRAWN_TABLE (self->table), self->state->filter->words);
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       picked->pdata, picked->len);

  return picked->len;
}

/* --- the other views, each made when it is first wanted --- */

static void
open_cb (OctPlansPage *self, OctPlanItem *item)
{
  g_autofree char *location = oct_plan_item_get_location (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
move_cb (OctPlansPage *self, OctPlanItem *item, int to)
{
  oct_plan_status_set (GTK_WIDGET (self), get_workbench (self),
                       oct_plan_item_get_row (item)->plan->record.id, (OctPlanStatus) to);
}

static void
leave_cb (OctPlansPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* All of one exception: in the list, where there is room. */
static void
more_cb (OctPlansPage *self, guint exception)
{
  g_autofree char *location = NULL;

  self->state->view = OCT_PLANS_LIST;
  self->state->filter->exceptions = exception;
  location = oct_plans_state_to_location (self->state);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static GtkWidget *
make_view (OctPlansPage *self, OctPlansView view)
{
  GtkWidget *widget;

  if (view == OCT_PLANS_EXCEPTIONS)
    {
      widget = oct_exceptions_view_new ();
      g_signal_connect_object (widget, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
      return widget;
    }
  widget = oct_plans_board_new (view == OCT_PLANS_RATINGS ? OCT_BOARD_RATINGS : OCT_BOARD_STATUSES);
  g_signal_connect_object (widget, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);

  return widget;
}

static GtkWidget *
get_view (OctPlansPage *self, OctPlansView view)
{
  if (adw_bin_get_child (self->places[view]) == NULL)
    adw_bin_set_child (self->places[view], make_view (self, view));

  return adw_bin_get_child (self->places[view]);
}

static void
update_view (OctPlansPage *self)
{
  static const char *const parts[] = { "exceptions", "table", "ratings", "statuses" };
  OctPlansView view = self->state->view;
  const OctPlanFilter *filter = self->state->filter;
  guint n = view == OCT_PLANS_LIST ? update_list (self)
                                   : oct_plans_state_count (self->state, self->items);
  /* The board of statuses shows those too that are complete or stopped. */
  gboolean nothing = n == 0 && view != OCT_PLANS_STATUSES;

  show_count (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), view == OCT_PLANS_LIST);
  if (!nothing && view == OCT_PLANS_EXCEPTIONS)
    oct_exceptions_view_show (OCT_EXCEPTIONS_VIEW (get_view (self, view)), self->overview, filter);
  else if (!nothing && view != OCT_PLANS_LIST)
    oct_plans_board_show (OCT_PLANS_BOARD (get_view (self, view)), self->overview, filter);
  gtk_stack_set_visible_child_name (self->list_stack, nothing ? "none" : parts[view]);
}

/* --- the overview --- */

static void
choose (OctPlansPage *self, OctPlanItem *chosen)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; chosen != NULL && i < n; i++)
    {
      g_autoptr (OctPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (oct_plan_item_is_same (item, chosen))
        {
          oct_drawn_table_set_position (OCT_DRAWN_TABLE (self->table), i);
          return;
        }
    }
}

static gboolean
show_blank (OctPlansPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const char *part = NULL;

  if (oct_workbench_get_loading (workbench))
    part = "loading";
  else if (oct_workbench_get_assessment (workbench) == NULL)
    part = "blank";
  else if (oct_workbench_get_plans (workbench) == NULL)
    part = "loading";
  if (part != NULL)
    oct_page_show_part (self->stack, part);

  return part != NULL;
}

static void
update (OctPlansPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  OctDate today = oct_date_today ();
  g_autoptr (OctPlanItem) chosen = NULL;

  if (show_blank (self))
    return;
  if (self->overview == NULL || oct_plan_overview_get_book (self->overview) != book
      || oct_plan_overview_get_assessment (self->overview) != assessment
      || oct_plan_overview_get_today (self->overview) != today)
    {
      g_clear_object (&self->overview);
      self->overview = oct_plan_overview_new (book, assessment, today);
      g_ptr_array_unref (self->items);
      self->items = oct_plan_items_new (self->overview);
    }
  if (self->items->len == 0)
    {
      oct_page_show_part (self->stack, "empty");
      return;
    }
  chosen = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  oct_page_show_part (self->stack, "plans");
  oct_plans_filters_set_overview (self->filters, self->overview);
  oct_plans_filters_set_filter (self->filters, self->state->filter);
  update_view (self);
  choose (self, chosen);
}

/* --- callbacks --- */

/* The person changed what is shown. */
static void
state_changed (OctPlansPage *self)
{
  g_autofree char *location = oct_plans_state_to_location (self->state);

  oct_page_set_location (OCT_PAGE (self), location);
  update_view (self);
}

static void
search_changed_cb (OctPlansPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->updating || g_str_equal (text, self->state->text))
    return;
  oct_plans_state_set_text (self->state, text);
  state_changed (self);
}

/* Down goes to the objectives, past what is between them and the entry. */
static gboolean
entry_key_cb (OctPlansPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Page_Down)
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list_stack), GTK_DIR_TAB_FORWARD);
}

static void
activate_cb (OctPlansPage *self)
{
  g_autoptr (OctPlanItem) item = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  g_autofree char *location = NULL;

  if (item == NULL)
    return;
  location = oct_plan_row_get_location (oct_plan_item_get_row (item));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* Enter in the search opens the first. */
static void
entry_activate_cb (OctPlansPage *self)
{
  OctDrawnTable *table = OCT_DRAWN_TABLE (self->table);

  if (self->state->view != OCT_PLANS_LIST
      || g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    return;
  if (oct_drawn_table_get_position (table) == GTK_INVALID_LIST_POSITION)
    oct_drawn_table_set_position (table, 0);
  activate_cb (self);
}

/* Another click turns the order round, a third gives it up. */
static void
sort_cb (OctPlansPage *self, guint column)
{
  OctPlansState *state = self->state;

  if (state->sort != column)
    {
      state->sort = column;
      state->descending = FALSE;
    }
  else if (!state->descending)
    state->descending = TRUE;
  else
    {
      state->sort = OCT_N_PLANS_COLUMNS;
      state->descending = FALSE;
    }
  oct_drawn_table_set_sort (OCT_DRAWN_TABLE (self->table), state->sort, state->descending);
  state_changed (self);
}

static void
columns_cb (OctPlansPage *self, const guint *columns)
{
  g_autofree char *text = NULL;

  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (self->table), columns);
  oct_columns_button_update (self->columns_button);
  text = oct_plans_table_columns_to_text (self->table);
  oct_session_set_setting (get_session (self), COLUMNS_SETTING, text);
}

static void
view_cb (OctPlansPage *self, GtkToggleButton *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < OCT_N_PLANS_VIEWS; i++)
    if (self->view_buttons[i] == button)
      self->state->view = i;
  state_changed (self);
}

/* --- actions --- */

/* (nullable): of the chosen row. */
static const OctPlan *
get_plan (OctPlansPage *self)
{
  g_autoptr (OctPlanItem) item = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));

  return item != NULL ? oct_plan_item_get_row (item)->plan : NULL;
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlansPage *self = OCT_PLANS_PAGE (widget);
  const char *school_id = self->state->filter->school_id;

  oct_plans_begin (widget, get_workbench (self), school_id);
}

static void
new_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlansPage *self = OCT_PLANS_PAGE (widget);
  const OctPlan *plan = get_plan (self);

  if (plan != NULL)
    oct_plans_begin (widget, get_workbench (self), plan->school_id);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  activate_cb (OCT_PLANS_PAGE (widget));
}

static void
template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlansPage *self = OCT_PLANS_PAGE (widget);
  const OctPlan *plan = get_plan (self);

  if (plan != NULL)
    oct_plans_keep_template (widget, get_workbench (self), plan);
}

static void
need_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const OctPlan *plan = get_plan (OCT_PLANS_PAGE (widget));
  g_autofree char *location = NULL;

  if (plan == NULL || plan->school_id == NULL)
    return;
  location = g_strconcat ("need/", plan->school_id, NULL);
  gtk_widget_activate_action (widget, "win.go", "s", location);
}

static void
clear_cb (OctPlansPage *self)
{
  g_autoptr (OctPlansState) state = oct_plans_state_new ();
  g_autofree char *location = NULL;

  state->view = self->state->view;
  location = oct_plans_state_to_location (state);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* --- class --- */

static void
show_state (OctPlansPage *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->state->text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_toggle_button_set_active (self->view_buttons[self->state->view], TRUE);
  oct_drawn_table_set_sort (OCT_DRAWN_TABLE (self->table), self->state->sort,
                            self->state->descending);
  self->updating = FALSE;
}

static void
oct_plans_page_show (OctPage *page, const char *location)
{
  OctPlansPage *self = OCT_PLANS_PAGE (page);
  g_autoptr (OctPlansState) old = self->state;

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  self->state = oct_plans_state_from_location (location);
  oct_plans_filters_set_filter (self->filters, self->state->filter);
  show_state (self);
  update (self);
}

static gboolean
oct_plans_page_focus_search (OctPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_PLANS_PAGE (page)->entry));
}

/* The list, whatever view is shown, as it is filtered. */
static void
oct_plans_page_print (OctPage *page)
{
  OctPlansPage *self = OCT_PLANS_PAGE (page);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *day = NULL;
  g_autofree char *source = NULL;
  const char *trust;

  if (self->overview == NULL)
    return;
  update_list (self);
  day = oct_date_to_text (oct_plan_overview_get_today (self->overview));
  trust = oct_assessment_get_trust (oct_plan_overview_get_assessment (self->overview))->name;
  /* Translators: the name of a trust, then a day. */
  source = g_strdup_printf (_("%s, as it stood on %s"), trust, day);
  operation = oct_print_new_table (OCT_DRAWN_TABLE (self->table), _("Plans"), source);
  oct_print_run (GTK_WIDGET (self), operation);
}

static void
oct_plans_page_constructed (GObject *object)
{
  OctPlansPage *self = OCT_PLANS_PAGE (object);
  g_autofree char *text = NULL;
  g_autofree guint *columns = NULL;

  G_OBJECT_CLASS (oct_plans_page_parent_class)->constructed (object);

  oct_page_set_title (OCT_PAGE (self), _("Plans"));
  text = oct_session_get_setting (get_session (self), COLUMNS_SETTING);
  columns = oct_plans_table_parse_columns (self->table, text);
  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (self->table), columns);
  oct_columns_button_set_table (self->columns_button, OCT_DRAWN_TABLE (self->table),
                                oct_plans_usual_columns, get_session (self), WIDTHS_SETTING);
}

static void
oct_plans_page_dispose (GObject *object)
{
  OctPlansPage *self = OCT_PLANS_PAGE (object);

  self->updating = TRUE;
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_plans_page_parent_class)->dispose (object);
}

static void
oct_plans_page_finalize (GObject *object)
{
  OctPlansPage *self = OCT_PLANS_PAGE (object);

  oct_plans_state_free (self->state);
  g_ptr_array_unref (self->items);
  g_clear_object (&self->overview);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (oct_plans_page_parent_class)->finalize (object);
}

static void
bind_views (GtkWidgetClass *widget_class)
{
  static const char *const names[OCT_N_PLANS_VIEWS] = { "exceptions", "list", "ratings",
                                                        "statuses" };

  for (guint i = 0; i < OCT_N_PLANS_VIEWS; i++)
    {
      g_autofree char *button = g_strconcat (names[i], "_button", NULL);
      g_autofree char *place = g_strconcat (names[i], "_place", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, button, FALSE,
                                                 G_STRUCT_OFFSET (OctPlansPage, view_buttons)
                                                   + i * sizeof (GtkToggleButton *));
      if (i != OCT_PLANS_LIST)
        gtk_widget_class_bind_template_child_full (widget_class, place, FALSE,
                                                   G_STRUCT_OFFSET (OctPlansPage, places)
                                                     + i * sizeof (AdwBin *));
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, filters);
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, table);
  gtk_widget_class_bind_template_child (widget_class, OctPlansPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_changed);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
}

static void
oct_plans_page_class_init (OctPlansPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_plans_page_constructed;
  object_class->dispose = oct_plans_page_dispose;
  object_class->finalize = oct_plans_page_finalize;
  page_class->show = oct_plans_page_show;
  page_class->focus_search = oct_plans_page_focus_search;
  page_class->print = oct_plans_page_print;

  g_type_ensure (OCT_TYPE_COLUMNS_BUTTON);
  g_type_ensure (OCT_TYPE_PLANS_FILTERS);
  g_type_ensure (OCT_TYPE_PLANS_TABLE);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plans.new", NULL, new_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plans.new-here", NULL,
                                   new_here_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plans.open", NULL, open_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plans.template", NULL,
                                   template_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plans.need", NULL, need_action);
  bind_template (GTK_WIDGET_CLASS (klass));
  bind_views (GTK_WIDGET_CLASS (klass));
}

static void
oct_plans_page_init (OctPlansPage *self)
{
  self->state = oct_plans_state_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (OCT_TYPE_PLAN_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_drawn_table_set_model (OCT_DRAWN_TABLE (self->table), G_LIST_MODEL (self->shown));
  oct_drawn_table_set_menu (OCT_DRAWN_TABLE (self->table), self->row_menu);

  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
}
