/* The pages where people judge: a school judged by keys alone, drafts, what is left unchanged, the
 * moderation of all schools side by side, targets, undo, and all of it found again after a restart.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-judge-page.h"
#include "oct-judging.h"
#include "oct-moderate-page.h"
#include "oct-moderate-row.h"
#include "window-fixture.h"

static void
press (Fixture *fixture, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_activate_action (focus, action, NULL));
}

static void
press_number (Fixture *fixture, const char *action, int number)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_activate_action (focus, action, "i", number - 1));
}

static void
type (GtkWidget *view, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
dup_typed (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static const OctJudgement *
find (Fixture *fixture, guint school, OctJudgementView view)
{
  return oct_assessment_find (get_assessment (fixture), OCT_WHEN_NOW, school_id (fixture, school),
                              ELEMENT, NULL, view);
}

static void
open_alder (Fixture *fixture, const char *element)
{
  g_autofree char *location = g_strdup_printf ("judge/%s?element=%s", school_id (fixture, 0),
                                               element);

  open_page (fixture, OCT_TYPE_JUDGE_PAGE, location);
  /* The keys work from the row, which takes the focus. */
  while (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

/* --- before there is anything to judge --- */

static void
test_blank_leads_on (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_JUDGE_PAGE, "judge/trust");
  wait_for_text (fixture, "Begin your trust’s workspace first");
  g_signal_emit_by_name (find_type (fixture, "GtkButton"), "clicked");
  g_assert_cmpstr (fixture->gone, ==, "our-trust");

  create_workspace (fixture);
  wait_for_text (fixture, "Begin a cycle first");
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  wait_for_text (fixture, "0 of 8 judged");
}

/* --- one school, by keys alone --- */

static void
test_school_is_judged_by_keys (Fixture *fixture, gconstpointer data)
{
  open_alder (fixture, ELEMENT);
  wait_for_text (fixture, "0 of 6 judged");
  wait_for_text (fixture, "Last cycle: Developing");

  press_number (fixture, "judge.stage", 4);
  press (fixture, "judge.finish");
  settle (fixture);
  wait_for_text (fixture, "Say in a few words why you chose this stage");
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->stage, ==, "embedded");
  g_assert_false (find (fixture, 0, OCT_VIEW_OWN)->final);
  /* The focus is where the reason is written. */
  type (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Every department uses it.");
  press (fixture, "judge.finish");
  settle (fixture);

  g_assert_true (find (fixture, 0, OCT_VIEW_OWN)->final);
  g_assert_false (find (fixture, 0, OCT_VIEW_OWN)->carried);
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->reason, ==, "Every department uses it.");
  wait_for_text (fixture, "1 of 6 judged");
  /* It went on by itself. */
  g_assert_null (strstr (oct_page_get_location (fixture->page), ELEMENT));
}

static void
test_nothing_is_finished_without_a_stage (Fixture *fixture, gconstpointer data)
{
  open_alder (fixture, ELEMENT);
  type (find_type (fixture, "GtkTextView"), "A good start.");
  press (fixture, "judge.finish");
  settle (fixture);

  wait_for_text (fixture, "Choose a stage before you finish");
  g_assert_false (find (fixture, 0, OCT_VIEW_OWN)->final);
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->reason, ==, "A good start.");
}

static void
test_typing_is_kept_on_a_pause (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  open_alder (fixture, ELEMENT);
  type (find_type (fixture, "GtkTextView"), "Not finished y");
  g_assert_null (find (fixture, 0, OCT_VIEW_OWN));
  while (find (fixture, 0, OCT_VIEW_OWN) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->reason, ==, "Not finished y");
  g_assert_false (find (fixture, 0, OCT_VIEW_OWN)->final);
  wait_for_text (fixture, "◐ Draft");
}

static void
test_typing_is_kept_when_one_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strdup_printf ("judge/%s", school_id (fixture, 1));

  open_alder (fixture, ELEMENT);
  type (find_type (fixture, "GtkTextView"), "Half a sent");
  oct_page_show (fixture->page, location);
  settle (fixture);

  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->reason, ==, "Half a sent");
  g_assert_null (find (fixture, 1, OCT_VIEW_OWN));
}

static void
test_typing_is_left_alone_by_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *typed = NULL;
  GtkWidget *view;

  open_alder (fixture, ELEMENT);
  view = find_type (fixture, "GtkTextView");
  gtk_widget_grab_focus (view);
  type (view, "My own words");
  judge (fixture, school_id (fixture, 0), ELEMENT, "sustained", OCT_VIEW_OWN);

  typed = dup_typed (view);
  g_assert_cmpstr (typed, ==, "My own words");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == view);
}

static void
test_unchanged_takes_the_last_cycle_over (Fixture *fixture, gconstpointer data)
{
  open_alder (fixture, ELEMENT);
  press (fixture, "judge.unchanged");
  settle (fixture);

  g_assert_true (find (fixture, 0, OCT_VIEW_OWN)->final);
  g_assert_true (find (fixture, 0, OCT_VIEW_OWN)->carried);
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->stage, ==, "developing");
  wait_for_text (fixture, "◆ Unchanged");
  wait_for_text (fixture, "1 of 6 judged");

  press (fixture, "judge.rest-unchanged");
  settle (fixture);
  wait_for_text (fixture, "2 of 6 judged");
}

static void
test_another_stage_asks_for_a_new_reason (Fixture *fixture, gconstpointer data)
{
  open_alder (fixture, ELEMENT);
  press (fixture, "judge.unchanged");
  settle (fixture);
  oct_page_show (fixture->page, oct_page_get_location (fixture->page));
  g_free (fixture->gone);
  fixture->gone = g_strdup_printf ("judge/%s?element=%s", school_id (fixture, 0), ELEMENT);
  oct_page_show (fixture->page, fixture->gone);
  settle (fixture);
  press_number (fixture, "judge.stage", 5);
  settle (fixture);

  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->stage, ==, "sustained");
  g_assert_false (find (fixture, 0, OCT_VIEW_OWN)->carried);
  g_assert_false (find (fixture, 0, OCT_VIEW_OWN)->final);
}

static void
test_schools_follow_by_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *next = g_strdup_printf ("judge/%s", school_id (fixture, 1));

  open_alder (fixture, ELEMENT);
  press (fixture, "judge.next-subject");
  g_assert_cmpstr (fixture->gone, ==, next);
  press (fixture, "judge.previous-subject");
  g_assert_cmpstr (fixture->gone, ==, "judge/trust");
}

/* Tab goes from the chosen element into what is open, and doesn't choose another. */
static void
test_tab_leaves_the_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  open_alder (fixture, ELEMENT);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (focus), ==, "OctJudgeRow");
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  settle (fixture);

  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (focus), !=, "OctJudgeRow");
  g_assert_nonnull (strstr (oct_page_get_location (fixture->page), ELEMENT));
}

static void
test_closed_cycle_is_only_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctCycle) cycle = oct_cycle_copy (oct_assessment_get_cycle (get_assessment (fixture)));

  cycle->closed = TRUE;
  oct_workbench_put_cycle_async (fixture->workbench, cycle, done_cb, NULL);
  oct_workbench_choose_cycle (fixture->workbench, cycle->id);
  settle (fixture);
  open_alder (fixture, ELEMENT);

  wait_for_text (fixture, "Autumn 2026 is closed");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (find_type (fixture, "GtkTextView"))));
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "judge.stage",
                              "i", 2);
  settle (fixture);
  g_assert_null (find (fixture, 0, OCT_VIEW_OWN));
}

static void
test_undo_is_shown (Fixture *fixture, gconstpointer data)
{
  open_alder (fixture, ELEMENT);
  press_number (fixture, "judge.stage", 2);
  settle (fixture);
  g_assert_nonnull (find (fixture, 0, OCT_VIEW_OWN));
  wait_for_text (fixture, "◐ Draft");

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_null (find (fixture, 0, OCT_VIEW_OWN));
  g_assert_null (find_match (GTK_WIDGET (fixture->page), says, "◐ Draft"));
}

static void
test_target_is_set (Fixture *fixture, gconstpointer data)
{
  const OctTarget *target;

  open_alder (fixture, ELEMENT);
  gtk_menu_button_popup (GTK_MENU_BUTTON (
    gtk_widget_get_ancestor (wait_for_text (fixture, "Set a _target"), GTK_TYPE_MENU_BUTTON)));
  g_signal_emit_by_name (
    gtk_widget_get_ancestor (wait_for_text (fixture, "Set target"), GTK_TYPE_BUTTON), "clicked");
  settle (fixture);

  target = oct_assessment_find_target (get_assessment (fixture), school_id (fixture, 0), ELEMENT);
  g_assert_nonnull (target);
  g_assert_cmpint (target->due, ==, 20261218);
  wait_for_text (fixture, "_Target: Embedded by 18 December 2026");
}

static void
test_restart_finds_it_again (Fixture *fixture, gconstpointer data)
{
  open_alder (fixture, ELEMENT);
  press_number (fixture, "judge.stage", 4);
  type (find_type (fixture, "GtkTextView"), "Seen everywhere.");
  press (fixture, "judge.finish");
  settle (fixture);
  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);

  open_session (fixture);
  oct_workbench_open_async (fixture->workbench, "Hedgerow", NULL, NULL, NULL);
  settle (fixture);
  open_alder (fixture, ELEMENT);
  wait_for_text (fixture, "1 of 6 judged");
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_OWN)->reason, ==, "Seen everywhere.");
}

/* --- all schools side by side --- */

static OctModerateRow *
get_row (Fixture *fixture, int index)
{
  return OCT_MODERATE_ROW (
    gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_ancestor (
                                     find_type (fixture, "OctModerateRow"), GTK_TYPE_LIST_BOX)),
                                   index));
}

static void
test_to_agree_is_one_key (Fixture *fixture, gconstpointer data)
{
  judge (fixture, school_id (fixture, 0), ELEMENT, "embedded", OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_MODERATE_PAGE, "moderate/2");
  wait_for_text (fixture, "Own view: Embedded");
  wait_for_text (fixture, "not judged by the school yet");
  wait_for_text (fixture, "Not yet moderated 3");

  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 0)));
  press (fixture, "moderate.agree");
  settle (fixture);
  g_assert_true (find (fixture, 0, OCT_VIEW_MODERATED)->final);
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_MODERATED)->stage, ==, "embedded");
  g_assert_nonnull (
    strstr (find (fixture, 0, OCT_VIEW_MODERATED)->reason, "Seen in three visits."));
  wait_for_text (fixture, "the same as the own view");
  wait_for_text (fixture, "Not yet moderated 2");
  /* On to the next school, which has nothing to agree with. */
  press (fixture, "moderate.agree");
  settle (fixture);
  g_assert_null (find (fixture, 1, OCT_VIEW_MODERATED));
  g_assert_nonnull (fixture->said);
}

static void
test_to_differ_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  judge (fixture, school_id (fixture, 0), ELEMENT, "embedded", OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_MODERATE_PAGE, "moderate/2");
  wait_for_text (fixture, "Own view: Embedded");

  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 0)));
  press_number (fixture, "moderate.stage", 3);
  settle (fixture);
  g_assert_false (find (fixture, 0, OCT_VIEW_MODERATED)->final);
  wait_for_text (fixture, "one step below the own view");
  wait_for_text (fixture, "Differs 1");
  press (fixture, "moderate.finish");
  wait_for_text (fixture, "Say in a few words why you chose this stage");
  type (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Two departments of five.");
  press (fixture, "moderate.finish");
  settle (fixture);

  g_assert_true (find (fixture, 0, OCT_VIEW_MODERATED)->final);
  g_assert_cmpstr (find (fixture, 0, OCT_VIEW_MODERATED)->reason, ==, "Two departments of five.");
  wait_for_text (fixture, "Moderated view: Developing, one step below the own view.");
}

static void
test_only_what_differs_is_shown (Fixture *fixture, gconstpointer data)
{
  judge (fixture, school_id (fixture, 0), ELEMENT, "embedded", OCT_VIEW_OWN);
  judge (fixture, school_id (fixture, 1), ELEMENT, "embedded", OCT_VIEW_OWN);
  judge (fixture, school_id (fixture, 1), ELEMENT, "beginning", OCT_VIEW_MODERATED);
  open_page (fixture, OCT_TYPE_MODERATE_PAGE, "moderate/2?show=differs");

  wait_for_text (fixture, "Birch Academy");
  wait_for_text (fixture, "two steps below the own view");
  g_assert_null (find_match (GTK_WIDGET (fixture->page), says, "Alder Primary School"));
}

static void
test_trust_alone_is_not_moderated (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_MODERATE_PAGE, "moderate/3");
  g_signal_emit_by_name (gtk_widget_get_ancestor (wait_for_text (fixture, "Judge it for the trust"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_true (g_str_has_prefix (fixture->gone, "judge/trust?element="));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/judge/school/by-keys", test_school_is_judged_by_keys },
    { "/judge/school/no-stage", test_nothing_is_finished_without_a_stage },
    { "/judge/school/pause", test_typing_is_kept_on_a_pause },
    { "/judge/school/goes-on", test_typing_is_kept_when_one_goes_on },
    { "/judge/school/others", test_typing_is_left_alone_by_others },
    { "/judge/school/unchanged", test_unchanged_takes_the_last_cycle_over },
    { "/judge/school/new-reason", test_another_stage_asks_for_a_new_reason },
    { "/judge/school/next", test_schools_follow_by_name },
    { "/judge/school/tab", test_tab_leaves_the_list },
    { "/judge/school/closed", test_closed_cycle_is_only_read },
    { "/judge/school/undo", test_undo_is_shown },
    { "/judge/school/target", test_target_is_set },
    { "/judge/school/restart", test_restart_finds_it_again },
    { "/moderate/agree", test_to_agree_is_one_key },
    { "/moderate/differ", test_to_differ_needs_a_reason },
    { "/moderate/what-differs", test_only_what_differs_is_shown },
    { "/moderate/trust-alone", test_trust_alone_is_not_moderated },
  };

  if (fixture_init (&argc, &argv))
    {
      g_test_add ("/judge/blank", Fixture, NULL, set_up_empty, test_blank_leads_on, tear_down);
      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
