/* A review of a plan, from its beginning to its lock: rated by keys, what is missing said, drafts kept
 * over a restart, undone and redone, left unchanged, passed over, figures typed in, locked for good.
 */
#include <string.h>

#include "oct-review-page.h"
#include "oct-review-record.h"
#include "plan-fixture.h"

static void
press (Fixture *fixture, const char *action, int value)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_activate_action (focus, action, "i", value));
}

static void
press_key (Fixture *fixture, const char *action)
{
  g_assert_true (
    gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (fixture->window)), action, NULL));
}

static void
wait_for_focus (Fixture *fixture)
{
  while (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Begins the third review of the plan. */
static void
begin (Fixture *fixture)
{
  g_autofree char *plan = add_sample_plan (fixture);
  g_autofree char *location = g_strdup_printf ("review?plan=%s", plan);

  open_page (fixture, OCT_TYPE_REVIEW_PAGE, location);
  wait_for_text (fixture, "0 of 2 recorded");
  wait_for_focus (fixture);
}

static const OctReview *
get_review (Fixture *fixture)
{
  GPtrArray *reviews = oct_plan_book_get_all (get_plans (fixture), &oct_review_kind);
  const OctReview *last = g_ptr_array_index (reviews, 0);

  for (guint i = 1; i < reviews->len; i++)
    {
      const OctReview *review = g_ptr_array_index (reviews, i);

      if (review->number > last->number)
        last = review;
    }

  return last;
}

static const OctProgress *
get_progress (Fixture *fixture, const char *reference)
{
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference",
                                               reference);

  return oct_review_find_progress (get_plans (fixture), get_review (fixture), objective->record.id);
}

/* Types where the focus is, and goes on. */
static void
type (Fixture *fixture, const char *label, const char *text)
{
  GtkWidget *label_widget = wait_for_text (fixture, label);
  GtkWidget *view = gtk_label_get_mnemonic_widget (GTK_LABEL (label_widget));

  gtk_widget_grab_focus (view);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  press_key (fixture, "review.list");
  settle (fixture);
}

/* --- what a person does --- */

static void
test_begin (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  g_assert_cmpint (get_review (fixture)->number, ==, 3);
  g_assert_cmpint (get_review (fixture)->on, ==, oct_date_today ());
  g_assert_true (g_str_has_prefix (oct_page_get_location (fixture->page), "review/"));
  wait_for_text (fixture, "Every pupil reads fluently by the end of Year 2");
  wait_for_text (fixture, "Last time, 12 December 2025");
  wait_for_text (fixture, "Two of three classes are on track");
  wait_for_text (fixture, "Choose red, amber or green");
  assert_fits (fixture);

  /* To come again goes on with it, and begins no other. */
  oct_page_show (fixture->page, oct_page_get_location (fixture->page));
  settle (fixture);
  g_assert_cmpint (get_review (fixture)->number, ==, 3);
}

static void
test_red (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  press (fixture, "review.rate", OCT_RATING_RED);
  settle (fixture);
  g_assert_cmpint (get_progress (fixture, "1")->rating, ==, OCT_RATING_RED);
  g_assert_false (get_progress (fixture, "1")->final);
  wait_for_text (fixture, "Say in a few words what the rating rests on.");
  type (fixture, "_Details", "The third class fell behind");
  wait_for_text (fixture, "Red and amber need a next step");
  g_assert_false (get_progress (fixture, "1")->final);
  press (fixture, "review.direction", OCT_DIRECTION_DETERIORATING);
  type (fixture, "Next _step", "A coach for the third class, from Monday");
  g_assert_true (get_progress (fixture, "1")->final);
  wait_for_text (fixture, "1 of 2 recorded");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Rated objective 1 red at Birch Academy");

  /* One step back it lacks the next step, and is a draft again. */
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_false (get_progress (fixture, "1")->final);
  wait_for_text (fixture, "0 of 2 recorded");
  oct_workbench_redo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_true (get_progress (fixture, "1")->final);
  wait_for_text (fixture, "1 of 2 recorded");
}

/* A rating that comes from the board is a draft until it has its words, which have the focus. */
static void
test_proposed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = add_sample_plan (fixture);
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  g_autofree char *location = g_strdup_printf ("review?plan=%s&objective=%s&rating=red", plan,
                                               objective->record.id);
  OctStanding standing;

  open_page (fixture, OCT_TYPE_REVIEW_PAGE, location);
  wait_for_text (fixture, "Say in a few words what the rating rests on.");
  settle (fixture);
  while (!GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_progress (fixture, "1")->rating, ==, OCT_RATING_RED);
  g_assert_false (get_progress (fixture, "1")->final);
  oct_objective_get_standing (get_plans (fixture), objective, &standing);
  g_assert_cmpint (standing.progress->rating, ==, OCT_RATING_AMBER);
  /* It is proposed once: the page's own location brings back the draft alone. */
  g_assert_null (strstr (oct_page_get_location (fixture->page), "rating"));
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "Choose red, amber or green");
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;

  begin (fixture);
  press (fixture, "review.rate", OCT_RATING_AMBER);
  settle (fixture);
  location = g_strdup (oct_page_get_location (fixture->page));
  close_window (fixture);
  g_clear_object (&fixture->session);
  open_session (fixture);
  open_page (fixture, OCT_TYPE_REVIEW_PAGE, location);
  wait_for_text (fixture, "Amber · draft");
}

static void
test_unchanged_and_passed_over (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  press_key (fixture, "review.unchanged");
  settle (fixture);
  g_assert_cmpint (get_progress (fixture, "1")->rating, ==, OCT_RATING_AMBER);
  g_assert_cmpstr (get_progress (fixture, "1")->details, ==, "Two of three classes are on track");
  g_assert_true (get_progress (fixture, "1")->final);
  /* It went on to the one that isn't recorded. */
  wait_for_text (fixture, "Not rated before");
  press_key (fixture, "review.pass");
  type (fixture, "Why it is _passed over", "Figures come in January");
  g_assert_cmpint (get_progress (fixture, "2")->rating, ==, OCT_RATING_NONE);
  g_assert_true (get_progress (fixture, "2")->final);
  wait_for_text (fixture, "2 of 2 recorded");
}

static void
test_actual (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  const OctActual *actual;

  begin (fixture);
  entry = wait_for (fixture, is_of_type, "GtkEntry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "68,5");
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  actual = find_record (fixture, &oct_actual_kind, "review_id", get_review (fixture)->record.id);
  g_assert_cmpfloat (actual->value, ==, 68.5);
  /* What is no figure is marked, and nothing is kept of it. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpuint (oct_plan_book_get_all (get_plans (fixture), &oct_actual_kind)->len, ==, 1);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  g_error ("Nothing was asked.");
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  press_key (fixture, "review.unchanged");
  settle (fixture);
  press_key (fixture, "review.unchanged");
  settle (fixture);
  /* Everything is recorded: it went on to the review as a whole. */
  wait_for_text (fixture, "Say when the next review is, or that none is needed.");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (wait_for (fixture, is_of_type, "GtkCheckButton")),
                               TRUE);
  settle (fixture);
  wait_until_gone (fixture, "Say when the next review is");
  click (wait_for_text (fixture, "_Lock and finish"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "lock");
  settle (fixture);
  wait_for_text (fixture, "This review was presented and is locked.");
  wait_for_text (fixture, "▲ Amber · Unchanged");
  g_assert_true (get_review (fixture)->locked);
  g_assert_cmpstr (fixture->said, ==, "The review is locked.");
  g_assert_null (oct_workbench_get_undo_sentence (fixture->workbench));
  assert_fits (fixture);
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 77;

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/review/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("begun-once", test_begin);
  ADD ("red-needs-a-next-step", test_red);
  ADD ("a-proposed-rating-is-a-draft", test_proposed);
  ADD ("a-draft-survives-a-restart", test_restart);
  ADD ("unchanged-and-passed-over", test_unchanged_and_passed_over);
  ADD ("figures-are-typed-in", test_actual);
  ADD ("locked-for-good", test_lock);
#undef ADD

  return g_test_run ();
}
