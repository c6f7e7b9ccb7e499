/* The page of a plan, and the small controls on it: what they say, what is kept, what comes back. */
#include "oct-day-picker.h"
#include "oct-person-picker.h"
#include "oct-plan-outline.h"
#include "oct-plan-page.h"
#include "oct-plan-work.h"
#include "plan-fixture.h"

#include <string.h>

static void
take_text_cb (GtkWidget *widget, const char *text, char **taken)
{
  g_free (*taken);
  *taken = g_strdup (text);
}

static GtkWidget *
present (Fixture *fixture, GtkWidget *child)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), child);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  return child;
}

static gboolean
is_entry (GtkWidget *widget, const char *text)
{
  return GTK_IS_ENTRY (widget) && gtk_widget_get_mapped (widget);
}

static void
activate_row (GtkWidget *root, const char *text)
{
  GtkWidget *label = find_match (root, says, text);
  GtkWidget *row;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

/* One types a post that isn't there, and it is added and chosen; then nobody is. */
static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *picked = g_strdup ("");
  GtkWidget *picker = present (fixture, oct_person_picker_new (fixture->workbench));
  const OctPerson *person;

  g_signal_connect (picker, "picked", G_CALLBACK (take_text_cb), &picked);
  g_assert_nonnull (find_match (picker, says, "Nobody yet"));
  oct_person_picker_open (OCT_PERSON_PICKER (picker));
  activate_row (picker, "Director of education");
  g_assert_cmpstr (
    picked, ==,
    ((OctPerson *) g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)), 0))
      ->id);
  g_assert_nonnull (find_match (picker, says, "Director of education"));

  oct_person_picker_open (OCT_PERSON_PICKER (picker));
  gtk_editable_set_text (GTK_EDITABLE (find_match (picker, is_of_type, "GtkSearchEntry")),
                         "Head of English");
  settle (fixture);
  activate_row (picker, "Add “Head of English”");
  g_signal_emit_by_name (find_match (picker, is_entry, NULL), "activate");
  settle (fixture);
  person = oct_assessment_find_person (get_assessment (fixture), picked);
  g_assert_nonnull (person);
  g_assert_cmpstr (person->post, ==, "Head of English");

  oct_person_picker_open (OCT_PERSON_PICKER (picker));
  click (find_match (picker, says, "Nobody"));
  g_assert_null (picked);
  g_assert_nonnull (find_match (picker, says, "Nobody yet"));
}

static void
take_day_cb (OctDayPicker *picker, int day, OctDate *taken)
{
  *taken = day;
}

/* A day is typed as people write it; what is none is told, and nothing changes. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  OctDate picked = 0;
  GtkWidget *picker = present (fixture, oct_day_picker_new ());
  GtkWidget *button = find_match (picker, is_of_type, "GtkMenuButton");
  GtkWidget *entry;

  g_signal_connect (picker, "picked", G_CALLBACK (take_day_cb), &picked);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  entry = find_match (picker, is_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31.2.26");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (find_match (picker, says, "This is not a day"));
  g_assert_cmpint (picked, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "19/12/25");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (picked, ==, 20251219);
  g_assert_nonnull (find_match (picker, says, "19 December 2025"));
}

/* --- the outline --- */

static GtkWidget *
get_list (Fixture *fixture)
{
  GtkWidget *outline = find_type (fixture, "OctPlanOutline");

  return find_match (outline, is_of_type, "GtkListBox");
}

/* A key that the focus has taken, as the outline gets it before anything else. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_list (fixture));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return handled;
}

static void
type (Fixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), text, -1);
}

static void
open_plan (Fixture *fixture, const char *id, const char *record_id)
{
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", id,
                                               record_id != NULL ? record_id : "");

  open_page (fixture, OCT_TYPE_PLAN_PAGE, location);
  settle (fixture);
  gtk_widget_grab_focus (
    GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (get_list (fixture))) != NULL
                  ? gtk_list_box_get_selected_row (GTK_LIST_BOX (get_list (fixture)))
                  : gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_list (fixture)), 0)));
}

static guint
count (Fixture *fixture, const OctRecordKind *kind)
{
  return oct_plan_book_get_all (get_plans (fixture), kind)->len;
}

/* A line says who, when and where it stands, and what is missing; the parts of the page are there. */
static void
test_says (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *second;

  open_plan (fixture, id, NULL);
  wait_for_text (fixture, "Birch Academy");
  wait_for_text (fixture, "2025/26");
  wait_for_text (fixture, "Every pupil reads fluently by the end of Year 2");
  wait_for_text (fixture, "Amber since 12 December 2025");
  wait_for_text (fixture, "from 61.5% → target 80% by 19 June 2026");
  wait_for_text (fixture, "In progress · Director of education · due 19 December 2025");
  wait_for_text (fixture, "No owner");
  wait_for_text (fixture, "things are missing");
  second = find_record (fixture, &oct_objective_kind, "reference", "2");
  g_assert_true (oct_plan_outline_choose (OCT_PLAN_OUTLINE (find_type (fixture, "OctPlanOutline")),
                                          second->record.id));
  settle (fixture);
  wait_for_text (fixture, "Not rated yet.");
  wait_for_text (fixture, "Add a success criterion");
  assert_fits (fixture);
}

/* A new objective, its success criterion and an action are written by keys alone, and are there after
 * a restart. */
static void
test_written_by_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *objective;
  const OctCriterion *criterion;
  const OctAction *action;

  objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  open_plan (fixture, id, objective->record.id);
  g_assert_true (press (fixture, GDK_KEY_Return, 0)); /* it has a criterion: an objective below */
  type (fixture, "Every pupil writes at length");
  g_assert_true (press (fixture, GDK_KEY_Return, 0)); /* on to its criterion */
  type (fixture, "Pupils who write a page");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_true (press (fixture, GDK_KEY_Tab, 0)); /* a criterion no more: an action */
  type (fixture, "Teach sentence building daily");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  settle (fixture);

  objective = find_record (fixture, &oct_objective_kind, "statement",
                           "Every pupil writes at length");
  criterion = find_record (fixture, &oct_criterion_kind, "measure", "Pupils who write a page");
  action = find_record (fixture, &oct_action_kind, "text", "Teach sentence building daily");
  g_assert_cmpstr (objective->reference, ==, "3");
  g_assert_cmpstr (criterion->objective_id, ==, objective->record.id);
  g_assert_cmpstr (action->objective_id, ==, objective->record.id);
  g_assert_cmpstr (((OctObjective *) g_ptr_array_index (
                      oct_plan_book_get_children (get_plans (fixture), &oct_objective_kind, id), 1))
                     ->statement,
                   ==, "Every pupil writes at length");

  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  open_session (fixture);
  settle (fixture);
  open_plan (fixture, id, NULL);
  wait_for_text (fixture, "Teach sentence building daily");
}

/* A text is edited where it stands, moved, ticked off, and each step is undone. */
static void
test_edited (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctAction *action = find_record (fixture, &oct_action_kind, "text", "Buy decodable books");
  g_autofree char *action_id = g_strdup (action->record.id);

  open_plan (fixture, id, action_id);
  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  type (fixture, " for every class");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  settle (fixture);
  action = oct_plan_book_find (get_plans (fixture), &oct_action_kind, action_id);
  g_assert_cmpstr (action->text, ==, "Buy decodable books for every class");
  g_assert_cmpint (action->status, ==, OCT_ACTION_COMPLETE);

  g_assert_true (press (fixture, GDK_KEY_Up, GDK_ALT_MASK));
  settle (fixture);
  action = oct_plan_book_find (get_plans (fixture), &oct_action_kind, action_id);
  g_assert_true (
    g_ptr_array_index (
      oct_plan_book_get_children (get_plans (fixture), &oct_action_kind, action->objective_id), 0)
    == (gpointer) action);

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  action = oct_plan_book_find (get_plans (fixture), &oct_action_kind, action_id);
  g_assert_cmpint (action->status, ==, OCT_ACTION_NOT_STARTED);
  g_assert_cmpstr (action->text, ==, "Buy decodable books for every class");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_until_gone (fixture, "for every class");
}

/* An action becomes an objective of its own by Shift+Tab, with its words and its date. */
static void
test_promoted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctAction *action = find_record (fixture, &oct_action_kind, "text", "Buy decodable books");
  const OctObjective *objective;

  open_plan (fixture, id, action->record.id);
  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  g_assert_true (press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  settle (fixture);
  objective = find_record (fixture, &oct_objective_kind, "statement", "Buy decodable books");
  g_assert_cmpint (objective->due, ==, 20270115);
  g_assert_cmpuint (count (fixture, &oct_action_kind), ==, 2);
}

/* An objective that was rated is kept, and it can be withdrawn instead; an action is taken away. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  const OctAction *action = find_record (fixture, &oct_action_kind, "text", "Buy decodable books");
  g_autoptr (GListModel) windows = NULL;
  g_autoptr (GtkWindow) dialog = NULL;

  open_plan (fixture, id, action->record.id);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_action_kind), ==, 2);
  wait_until_gone (fixture, "Buy decodable books");

  open_plan (fixture, id, objective->record.id);
  windows = g_object_ref (gtk_window_get_toplevels ());
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_objective_kind), ==, 2);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = g_steal_pointer (&window);
    }
  g_assert_nonnull (dialog);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "recorded progress"));
  gtk_editable_set_text (GTK_EDITABLE (
                           adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog))),
                         "The school chose another way");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "do");
  settle (fixture);
  wait_for_text (fixture, "The school chose another way");
}

/* What is changed while something else is on its way takes nothing back; a line that stays empty goes. */
static void
test_in_a_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  g_autoptr (OctPlanWork) work = oct_plan_work_new (fixture->workbench);
  const OctAction *action = find_record (fixture, &oct_action_kind, "text", "Buy decodable books");
  g_autofree char *action_id = g_strdup (action->record.id);
  OctAction *copy;

  oct_plan_work_set_plan (work, id);
  oct_plan_work_set_text (work, action, "text", "Buy books");
  copy = oct_record_copy (oct_plan_work_find (work, &oct_action_kind, action_id));
  g_assert_cmpstr (copy->text, ==, "Buy books");
  copy->due = 20270331;
  oct_plan_work_put (work, copy, "due");
  settle (fixture);
  action = oct_plan_book_find (get_plans (fixture), &oct_action_kind, action_id);
  g_assert_cmpstr (action->text, ==, "Buy books");
  g_assert_cmpint (action->due, ==, 20270331);

  /* What a rule refuses stays as it was typed, and the plan as it was. */
  copy = oct_record_copy (oct_plan_work_find (work, &oct_action_kind, action_id));
  oct_replace (&copy->text, "Buy more books");
  copy->starts = 20270401;
  oct_plan_work_put (work, copy, "text");
  settle (fixture);
  action = oct_plan_work_find (work, &oct_action_kind, action_id);
  g_assert_cmpstr (action->text, ==, "Buy books");
  g_assert_cmpstr (oct_plan_work_get_text (work, action, "text"), ==, "Buy more books");

  open_plan (fixture, id, action_id);
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  wait_for (fixture, is_of_type, "GtkTextView");
  g_assert_true (
    oct_plan_outline_choose (OCT_PLAN_OUTLINE (find_type (fixture, "OctPlanOutline")), action_id));
  settle (fixture);
  g_assert_null (find_match (get_list (fixture), is_of_type, "GtkTextView"));
}

/* A plan that lacks something says what, and isn't approved; once nothing is missing it is, and one that
 * is paused can't be changed. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  g_autoptr (OctPlanWork) work = oct_plan_work_new (fixture->workbench);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "2");
  g_autoptr (GError) error = NULL;
  OctObjective *copy;

  oct_plan_work_set_plan (work, id);
  g_assert_false (oct_plan_work_set_status (work, OCT_PLAN_APPROVED, "", &error));
  g_assert_nonnull (strstr (error->message, "owner"));
  copy = oct_record_copy (objective);
  oct_replace (
    &copy->owner_id,
    ((OctObjective *) find_record (fixture, &oct_objective_kind, "reference", "1"))->owner_id);
  copy->due = 20260717;
  oct_plan_work_put (work, copy, "owner_id");
  oct_plan_work_add (work, &oct_criterion_kind,
                     oct_plan_work_find (work, &oct_objective_kind, objective->record.id),
                     "Attendance");
  g_assert_true (oct_plan_work_set_status (work, OCT_PLAN_APPROVED, "", NULL));
  g_assert_true (oct_plan_work_set_status (work, OCT_PLAN_PAUSED, "The head is away", NULL));
  settle (fixture);
  open_plan (fixture, id, NULL);
  wait_for_text (fixture, "The head is away");
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_objective_kind), ==, 2);
}

/* What is typed in the details is kept on the way out. */
static void
test_panel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "2");
  g_autofree char *objective_id = g_strdup (objective->record.id);
  GtkWidget *panel;
  GtkWidget *text;

  open_plan (fixture, id, objective_id);
  panel = find_type (fixture, "OctPlanPanel");
  text = find_match (panel, is_of_type, "GtkTextView");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)),
                            "Absence is above nine per cent.", -1);
  close_window (fixture); /* what was typed is kept on the way out */
  settle (fixture);
  objective = oct_plan_book_find (get_plans (fixture), &oct_objective_kind, objective_id);
  g_assert_cmpstr (objective->rationale, ==, "Absence is above nine per cent.");
}

static gboolean
is_dialog (GtkWindow *window)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (window), "OctRecordDialog");
}

static GtkWidget *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (is_dialog (window))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static gboolean
is_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static void
fill (const char *title, const char *text)
{
  GtkWidget *row = find_match (get_dialog (), is_row, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const OctPlan *
get_sample (Fixture *fixture, const char *id)
{
  return oct_plan_book_find (get_plans (fixture), &oct_plan_kind, id);
}

/* Title and years are one edit, which is undone; what is no year is told, and a rule has its say. */
static void
test_described (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  GtkWidget *row;

  open_plan (fixture, id, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.describe", NULL);
  g_assert_nonnull (get_dialog ());
  fill ("Title", "Reading and writing");
  fill ("Last school year", "2026/27");
  row = find_match (get_dialog (), is_row, "Last school year");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_nonnull (find_match (get_dialog (), says, "“2026/27” is not a whole number."));
  fill ("Last school year", "2024");
  g_signal_emit_by_name (row, "entry-activated");
  settle (fixture);
  g_assert_nonnull (get_dialog ());
  g_assert_cmpint (get_sample (fixture, id)->ends, ==, 2025);
  fill ("Last school year", "2026");
  g_signal_emit_by_name (row, "entry-activated");
  settle (fixture);
  g_assert_null (get_dialog ());
  wait_for_text (fixture, "Reading and writing");
  wait_for_text (fixture, "2025/26 to 2026/27");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_cmpstr (get_sample (fixture, id)->title, ==, "Reading for everyone");
  g_assert_cmpint (get_sample (fixture, id)->ends, ==, 2025);
}

/* A plan that is stopped keeps its title, and the dialogue says why. */
static void
test_described_still (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  g_autoptr (OctPlanWork) work = oct_plan_work_new (fixture->workbench);

  oct_plan_work_set_plan (work, id);
  g_assert_true (oct_plan_work_set_status (work, OCT_PLAN_STOPPED, "The school closes", NULL));
  settle (fixture);
  open_plan (fixture, id, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.describe", NULL);
  fill ("Title", "Another");
  g_signal_emit_by_name (find_match (get_dialog (), is_row, "Title"), "entry-activated");
  settle (fixture);
  g_assert_nonnull (find_match (get_dialog (), says, "paused or stopped"));
  g_assert_cmpstr (get_sample (fixture, id)->title, ==, "Reading for everyone");
  gtk_window_destroy (GTK_WINDOW (get_dialog ()));
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 77;

  g_test_add ("/plan/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/plan/day", Fixture, NULL, set_up_empty, test_day, tear_down);
  g_test_add ("/plan/says", Fixture, NULL, set_up, test_says, tear_down);
  g_test_add ("/plan/written-by-keys", Fixture, NULL, set_up, test_written_by_keys, tear_down);
  g_test_add ("/plan/edited", Fixture, NULL, set_up, test_edited, tear_down);
  g_test_add ("/plan/promoted", Fixture, NULL, set_up, test_promoted, tear_down);
  g_test_add ("/plan/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/plan/in-a-row", Fixture, NULL, set_up, test_in_a_row, tear_down);
  g_test_add ("/plan/status", Fixture, NULL, set_up, test_status, tear_down);
  g_test_add ("/plan/panel", Fixture, NULL, set_up, test_panel, tear_down);
  g_test_add ("/plan/described", Fixture, NULL, set_up, test_described, tear_down);
  g_test_add ("/plan/described-still", Fixture, NULL, set_up, test_described_still, tear_down);

  return g_test_run ();
}
