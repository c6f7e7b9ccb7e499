/* All plans and the beginning of one: exceptions, list, filter, boards by keys, templates, needs. */
#include "oct-element-page.h"
#include "oct-exception-row.h"
#include "oct-need-page.h"
#include "oct-need-row.h"
#include "oct-plan-page.h"
#include "oct-plans-board.h"
#include "oct-plans-page.h"
#include "oct-plans-table.h"
#include "oct-visits-page.h"
#include "plan-fixture.h"

#include <string.h>

static guint
count_rows (GtkWidget *table)
{
  return g_list_model_get_n_items (oct_drawn_table_get_model (OCT_DRAWN_TABLE (table)));
}

/* The title of a group, which a section shows as its heading. */
static void
assert_said (Fixture *fixture, const char *text)
{
  g_assert_nonnull (find_match (GTK_WIDGET (fixture->page), says, text));
}

static gboolean
excepts (GtkWidget *widget, const char *text)
{
  return OCT_IS_EXCEPTION_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (oct_exception_row_get_title (OCT_EXCEPTION_ROW (widget)), text) == 0;
}

/* What a board is told first: what got worse, and what nobody owns; each leads to its plan. */
static void
test_exceptions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "2");
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", id, objective->record.id);
  GtkWidget *row;

  open_page (fixture, OCT_TYPE_PLANS_PAGE, "plans");
  wait_for_text (fixture, "Worsening · 1");
  assert_said (fixture, "No owner · 1");
  assert_not_said (fixture, "Red · 1");
  row = gtk_widget_get_ancestor (find_match (GTK_WIDGET (fixture->page), says, "No owner · 1"),
                                 g_type_from_name ("OctSection"));
  row = find_match (row, excepts, "2  Pupils attend every day");
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (fixture->gone, ==, location);
  assert_fits (fixture);
}

/* An element's page lists the objectives of open plans that serve it, and each leads to its plan. */
static void
test_of_element (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", id, objective->record.id);
  g_autofree char *title = g_strdup_printf ("1  %s", objective->statement);
  GtkWidget *row;

  open_page (fixture, OCT_TYPE_ELEMENT_PAGE, "element/2");
  wait_for_text (fixture, "In improvement plans");
  row = find_match (GTK_WIDGET (fixture->page), excepts, title);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->gone, ==, location);

  oct_page_show (fixture->page, "element/3");
  wait_for_text (fixture, "No objective of an open plan serves this element.");
}

/* A search and a filter leave what fits; the location brings both back. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  GtkWidget *table, *entry;

  open_page (fixture, OCT_TYPE_PLANS_PAGE, "plans?view=list");
  table = find_type (fixture, "OctPlansTable");
  entry = find_type (fixture, "GtkSearchEntry");
  g_assert_cmpuint (count_rows (table), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "attend birch");
  g_assert_cmpuint (count_rows (table), ==, 1);
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "plans?view=list&q=attend%20birch");
  oct_page_show (fixture->page, "plans?view=list&rating=amber&owner=nobody");
  wait_for_text (fixture, "No objectives match");
  oct_page_show (fixture->page, "plans?view=list&rating=none");
  wait_for_text (fixture, "Rating: Not rated");
  g_assert_cmpuint (count_rows (table), ==, 1);
  oct_page_show (fixture->page, "plans?view=list&status=complete");
  wait_for_text (fixture, "No objectives match");
}

/* --- the board of statuses --- */

static void
press (GtkWidget *board, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (board);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
      g_assert_true (handled);
    }
}

static void
complete_attendance (Fixture *fixture)
{
  OctRecordChange *change = oct_record_change_new ();
  const OctObjective *before = find_record (fixture, &oct_objective_kind, "reference", "2");
  const OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                               0);
  OctObjective *objective = oct_record_change_put (change, oct_record_copy (before));
  OctCriterion *criterion = oct_record_change_put (change, oct_record_new (&oct_criterion_kind));

  oct_replace (&objective->owner_id, person->id);
  objective->due = 20270716;
  oct_replace (&criterion->objective_id, objective->record.id);
  oct_replace (&criterion->rank, "b");
  oct_replace (&criterion->measure, "Persistent absence");
  change_plans (fixture, change, "Completed objective 2");
}

static OctPlanStatus
get_status (Fixture *fixture, const char *id)
{
  const OctPlan *plan = oct_plan_book_find (get_plans (fixture), &oct_plan_kind, id);

  return plan->status;
}

/* A plan moves only where it may, says what is missing, and undo brings it back. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  GtkWidget *board, *table;

  open_page (fixture, OCT_TYPE_PLANS_PAGE, "plans?view=statuses");
  wait_for_text (fixture, "Draft · 1");
  board = find_type (fixture, "OctPlansBoard");
  table = find_match (board, is_of_type, "OctPlansTable");
  g_assert_true (gtk_widget_grab_focus (table));
  press (board, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_nonnull (fixture->said);
  g_assert_cmpint (get_status (fixture, id), ==, OCT_PLAN_DRAFT);

  complete_attendance (fixture);
  press (board, GDK_KEY_Right, GDK_SHIFT_MASK);
  settle (fixture);
  g_assert_cmpint (get_status (fixture, id), ==, OCT_PLAN_APPROVED);
  wait_for_text (fixture, "Approved · 1");
  assert_said (fixture, "Draft · 0");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Set the plan “Reading for everyone” of Birch Academy to Approved");
  /* The card keeps the focus in its new column. */
  press (board, GDK_KEY_Right, GDK_SHIFT_MASK);
  settle (fixture);
  g_assert_cmpint (get_status (fixture, id), ==, OCT_PLAN_IN_PROGRESS);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_cmpint (get_status (fixture, id), ==, OCT_PLAN_DRAFT);
  wait_for_text (fixture, "Draft · 1");
}

/* An objective isn't rated on the board: the review opens that proposes the rating, where the plan is
 * one that can be reviewed. */
static void
test_ratings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  OctRecordChange *change = oct_record_change_new ();
  OctPlan *plan;
  GtkWidget *board, *column;

  open_page (fixture, OCT_TYPE_PLANS_PAGE, "plans?view=ratings");
  column = gtk_widget_get_parent (wait_for_text (fixture, "Amber · 1"));
  board = find_type (fixture, "OctPlansBoard");
  g_assert_true (gtk_widget_grab_focus (find_match (column, is_of_type, "OctPlansTable")));
  press (board, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_nonnull (fixture->gone);
  g_assert_true (g_str_has_prefix (fixture->gone, "review?plan="));
  g_assert_nonnull (strstr (fixture->gone, id));
  g_assert_nonnull (strstr (fixture->gone, objective->record.id));
  g_assert_true (g_str_has_suffix (fixture->gone, "rating=green"));
  wait_for_text (fixture, "Amber · 1");

  g_clear_pointer (&fixture->gone, g_free);
  plan = oct_record_change_put (
    change, oct_record_copy (oct_plan_book_find (get_plans (fixture), &oct_plan_kind, id)));
  plan->status = OCT_PLAN_PAUSED;
  plan->approved_on = 20250901;
  change_plans (fixture, change, "Paused the plan");
  settle (fixture);
  press (board, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_null (fixture->gone);
  g_assert_nonnull (fixture->said);
}

/* --- beginning --- */

static GtkWidget *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (is_of_type (window, type))
        return window;
    }
  g_assert_not_reached ();
}

static const OctPlan *
find_plan (Fixture *fixture, const char *prefix)
{
  GPtrArray *plans = oct_plan_book_get_all (get_plans (fixture), &oct_plan_kind);

  for (guint i = 0; i < plans->len; i++)
    if (g_str_has_prefix (((OctPlan *) g_ptr_array_index (plans, i))->title, prefix))
      return g_ptr_array_index (plans, i);

  return NULL;
}

/* An example is copied whole, for the school, as one edit. */
static void
test_template (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  const OctPlan *plan;
  GtkWidget *dialog, *row;
  GPtrArray *objectives;

  open_page (fixture, OCT_TYPE_PLANS_PAGE, "plans");
  wait_for_text (fixture, "No plans yet");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plans.new", NULL);
  dialog = find_window ("OctNewPlanDialog");
  row = gtk_widget_get_ancestor (find_match (dialog, says, "Attendance"), ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
  click (find_match (dialog, says, "_Begin"));
  settle (fixture);

  plan = find_plan (fixture, "Attendance ");
  g_assert_nonnull (plan);
  g_assert_false (plan->template);
  g_assert_cmpstr (plan->school_id, ==, school_id (fixture, 0));
  location = g_strconcat ("plan/", plan->record.id, NULL);
  g_assert_cmpstr (fixture->gone, ==, location);
  objectives = oct_plan_book_get_children (get_plans (fixture), &oct_objective_kind,
                                           plan->record.id);
  g_assert_cmpuint (objectives->len, ==, 3);
  g_assert_cmpint (((OctObjective *) g_ptr_array_index (objectives, 0))->due / 10000, ==,
                   plan->starts + 1);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_null (find_plan (fixture, "Attendance "));
}

/* A table that was copied somewhere else becomes a plan, as one edit; its columns may be corrected. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *row, *view;
  const OctPlan *plan;
  const OctAction *action;

  open_page (fixture, OCT_TYPE_PLANS_PAGE, "plans");
  wait_for_text (fixture, "No plans yet");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plans.new", NULL);
  row = gtk_widget_get_ancestor (find_match (find_window ("OctNewPlanDialog"), says,
                                             "Take over an existing plan"),
                                 ADW_TYPE_ACTION_ROW);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  dialog = find_window ("OctPlanImportDialog");
  view = find_match (dialog, is_of_type, "GtkTextView");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "Priority\tActions\tLead\tBy when\tSeen by\n"
                            "Read more\tBuy books\tLibrarian\tDec 2025\tGovernors\n"
                            "\tOpen at noon\t\tsoon\t\n",
                            -1);
  g_assert_nonnull (find_match (dialog, says, "“soon”"));
  g_assert_nonnull (find_match (dialog, says, "1 objective"));
  row = gtk_widget_get_ancestor (find_match (dialog, says, "Seen by"), ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  click (find_match (dialog, says, "_Take over"));
  settle (fixture);

  plan = find_plan (fixture, "Improvement plan");
  g_assert_nonnull (plan);
  g_assert_true (g_str_has_suffix (fixture->gone, plan->record.id));
  action = find_record (fixture, &oct_action_kind, "text", "Buy books");
  g_assert_cmpint (action->due, ==, 20251231);
  g_assert_cmpstr (action->note, ==, "");
  g_assert_cmpstr (oct_person_to_text (
                     oct_assessment_find_person (get_assessment (fixture), action->owner_id)),
                   ==, "Librarian");
  action = find_record (fixture, &oct_action_kind, "text", "Open at noon");
  g_assert_cmpstr (action->note, ==, "By when: soon");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_null (find_plan (fixture, "Improvement plan"));
}

/* What is known of a school becomes an objective with the words it is known by. */
static void
test_need (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  g_autofree char *location = g_strconcat ("need/", school_id (fixture, 1), NULL);
  GtkWidget *row;
  const OctPlan *plan;
  GPtrArray *objectives;

  open_page (fixture, OCT_TYPE_NEED_PAGE, location);
  wait_for_text (fixture, "Switch on what is to become an objective.");
  assert_said (fixture, "The school has no earlier plan here."); /* a draft is none yet */

  judge (fixture, school_id (fixture, 1), ELEMENT, "beginning", OCT_VIEW_OWN);
  oct_page_show (fixture->page, "need/nobody");
  oct_page_show (fixture->page, location);
  row = wait_for (fixture, is_of_type, "OctNeedRow");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  click (find_match (GTK_WIDGET (fixture->page), says, "Begin a plan with 1 objective"));
  settle (fixture);

  plan = find_plan (fixture, "Improvement plan ");
  g_assert_nonnull (plan);
  g_assert_nonnull (strstr (plan->need, "Improvement: Beginning"));
  objectives = oct_plan_book_get_children (get_plans (fixture), &oct_objective_kind,
                                           plan->record.id);
  g_assert_cmpuint (objectives->len, ==, 1);
  g_assert_cmpstr (((OctObjective *) g_ptr_array_index (objectives, 0))->statement, ==,
                   "We reach “Developing” in Improvement.");
  g_assert_cmpstr (((OctObjective *) g_ptr_array_index (objectives, 0))->element, ==, ELEMENT);
}

/* --- files --- */

/* The name that the dialogue offers which asks where to save; then it is cancelled. */
static char *
dup_offered_name (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      char *name;

      if (!GTK_IS_FILE_CHOOSER (window))
        continue;
      name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (window));
      gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_CANCEL);
      return name;
    }

  return NULL;
}

/* Files are offered under names that end as their kinds do. */
static void
test_file_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  g_autofree char *plan = g_strdup_printf ("plan/%s", id);
  g_autofree char *brief = g_strdup_printf ("visits?brief=%s", school_id (fixture, 1));
  g_autofree char *plan_name = NULL;
  g_autofree char *brief_name = NULL;

  open_page (fixture, OCT_TYPE_PLAN_PAGE, plan);
  settle (fixture);
  OCT_PAGE_GET_CLASS (fixture->page)->export_ (fixture->page);
  settle (fixture);
  plan_name = dup_offered_name ();
  g_assert_cmpstr (plan_name, ==, "Birch Academy Reading for everyone.pdf");
  open_page (fixture, OCT_TYPE_VISITS_PAGE, brief);
  wait_for_text (fixture, "Brief for a visit: Birch Academy");
  OCT_PAGE_GET_CLASS (fixture->page)->export_ (fixture->page);
  brief_name = dup_offered_name ();
  g_assert_cmpstr (brief_name, ==, "Brief for a visit- Birch Academy.pdf");
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 77;

  g_test_add ("/plans/exceptions", Fixture, NULL, set_up, test_exceptions, tear_down);
  g_test_add ("/plans/of-element", Fixture, NULL, set_up, test_of_element, tear_down);
  g_test_add ("/plans/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/plans/board", Fixture, NULL, set_up, test_board, tear_down);
  g_test_add ("/plans/ratings", Fixture, NULL, set_up, test_ratings, tear_down);
  g_test_add ("/plans/template", Fixture, NULL, set_up, test_template, tear_down);
  g_test_add ("/plans/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/plans/need", Fixture, NULL, set_up, test_need, tear_down);
  g_test_add ("/plans/file-names", Fixture, NULL, set_up, test_file_names, tear_down);

  return g_test_run ();
}
