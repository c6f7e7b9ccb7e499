/* The page of the timeline: what is overdue, a bar that is moved and moved back, terms that are set. */
#include <string.h>

#include "oct-plan-timeline.h"
#include "oct-term-calendar.h"
#include "oct-print.h"
#include "oct-terms-dialog.h"
#include "oct-timeline-page.h"
#include "oct-timeline-view.h"
#include "window-fixture.h"

static gint32
today (void)
{
  return oct_date_to_julian (oct_date_today ());
}

static OctDate
in_days (int days)
{
  return oct_date_from_julian (today () + days);
}

static OctPlan *
put_plan (OctRecordChange *change, const char *school, const char *title)
{
  OctPlan *plan = oct_record_new_with_id (&oct_plan_kind);

  plan->scope = OCT_SCOPE_SCHOOL;
  oct_replace (&plan->school_id, school);
  oct_replace (&plan->title, title);
  oct_replace (&plan->rank, "m");
  plan->starts = plan->ends = oct_date_year (in_days (-200));
  return oct_record_change_put (change, plan);
}

static OctObjective *
put_objective (OctRecordChange *change, const OctPlan *plan, const char *statement, int due)
{
  OctObjective *objective = oct_record_new_with_id (&oct_objective_kind);

  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->statement, statement);
  oct_replace (&objective->reference, "1.1");
  oct_replace (&objective->rank, "m");
  objective->due = in_days (due);
  return oct_record_change_put (change, objective);
}

static OctAction *
put_action (OctRecordChange *change, const OctObjective *objective, const char *text, int starts,
            int due, OctActionStatus status)
{
  OctAction *action = oct_record_new_with_id (&oct_action_kind);

  oct_replace (&action->objective_id, objective->record.id);
  oct_replace (&action->text, text);
  oct_replace (&action->rank, "m");
  action->starts = in_days (starts);
  action->due = in_days (due);
  action->status = status;
  return oct_record_change_put (change, action);
}

static void
put_rest (OctRecordChange *change, const OctPlan *plan, const OctObjective *objective,
          const OctAction *first, const OctAction *second)
{
  OctMilestone *milestone = oct_record_new_with_id (&oct_milestone_kind);
  OctReview *review = oct_record_new_with_id (&oct_review_kind);
  OctDependency *dependency = oct_record_new_with_id (&oct_dependency_kind);

  oct_replace (&milestone->objective_id, objective->record.id);
  oct_replace (&milestone->title, "Every teacher has been coached");
  oct_replace (&milestone->rank, "m");
  milestone->due = in_days (40);
  oct_record_change_put (change, milestone);
  oct_replace (&review->plan_id, plan->record.id);
  oct_replace (&review->title, "Spring review");
  review->number = 1;
  review->on = in_days (30);
  oct_record_change_put (change, review);
  oct_replace (&dependency->action_id, second->record.id);
  oct_replace (&dependency->after_id, first->record.id);
  oct_record_change_put (change, dependency);
}

/* Alder: one of two actions is overdue. Birch: nothing is. */
static void
set_up_plans (Fixture *fixture, gconstpointer data)
{
  OctRecordChange *change = oct_record_change_new ();
  const OctEditInfo info = { .sentence = "Wrote plans", .location = "plans" };
  OctObjective *objective;
  OctPlan *plan;
  OctAction *first, *second;

  set_up (fixture, data);
  plan = put_plan (change, school_id (fixture, 0), "Alder's plan");
  objective = put_objective (change, plan, "Pupils explain their thinking", 150);
  first = put_action (change, objective, "Coach every teacher", -60, -10, OCT_ACTION_IN_PROGRESS);
  second = put_action (change, objective, "Look at books together", 5, 60, OCT_ACTION_NOT_STARTED);
  put_rest (change, plan, objective, first, second);
  plan = put_plan (change, school_id (fixture, 1), "Birch's plan");
  put_action (change, put_objective (change, plan, "Attendance is at 95%", 120),
              "Call every family", -20, 80, OCT_ACTION_IN_PROGRESS);
  oct_workbench_change_records_async (fixture->workbench, &info, change, done_cb, NULL);
  settle (fixture);
  open_page (fixture, OCT_TYPE_TIMELINE_PAGE, "timeline");
  settle (fixture);
}

static OctPlanBook *
get_book (Fixture *fixture)
{
  return oct_workbench_get_plans (fixture->workbench);
}

static const OctAction *
find_action (Fixture *fixture, const char *text)
{
  GPtrArray *actions = oct_plan_book_get_all (get_book (fixture), &oct_action_kind);

  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);

      if (g_str_equal (action->text, text))
        return action;
    }
  g_assert_not_reached ();
}

static const OctReview *
only_review (Fixture *fixture)
{
  return g_ptr_array_index (oct_plan_book_get_all (get_book (fixture), &oct_review_kind), 0);
}

/* Rates the objective of the review's plan, so that it was held. */
static void
put_progress (Fixture *fixture, OctRecordChange *change, const OctReview *review)
{
  GPtrArray *objectives = oct_plan_book_get_children (get_book (fixture), &oct_objective_kind,
                                                      review->plan_id);
  OctProgress *progress = oct_record_change_put (change, oct_record_new (&oct_progress_kind));

  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, ((OctRecord *) g_ptr_array_index (objectives, 0))->id);
  oct_replace (&progress->details, "Books show it");
  progress->rating = OCT_RATING_GREEN;
  progress->final = TRUE;
}

static void
change_plans (Fixture *fixture, OctRecordChange *change)
{
  const OctEditInfo info = { .sentence = "Changed plans", .location = "plans" };

  oct_workbench_change_records_async (fixture->workbench, &info, change, done_cb, NULL);
  settle (fixture);
}

static OctTimelineView *
get_view (Fixture *fixture)
{
  return OCT_TIMELINE_VIEW (find_type (fixture, "OctTimelineView"));
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  OctTimelineChart *chart = oct_timeline_view_get_chart (get_view (fixture));
  int action = oct_timeline_chart_find (chart,
                                        find_action (fixture, "Coach every teacher")->record.id);
  OctTimelineRow row;

  wait_for_text (fixture, "1 of 3 actions is overdue");
  assert_fits (fixture);
  g_assert_true (oct_timeline_chart_get_row (chart, 0, &row));
  g_assert_cmpstr (row.text, ==, "Alder Primary School");
  g_assert_true (oct_timeline_chart_get_row (chart, action, &row));
  g_assert_cmpint (row.state, ==, OCT_TIMELINE_OVERDUE);
  g_assert_cmpint (row.end, ==, today () - 10);
  /* Two plans, an objective each, three actions and a milestone; the review stands on its plan. */
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (chart), ==, 8);
  click (wait_for_text (fixture, "Overdue only"));
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (chart), ==, 3);
  /* Of what is left out nothing is counted. */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (wait_for_text (fixture, "overdue"))), ==,
                   "1 action is overdue");
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "timeline?overdue=1");
  click (wait_for_text (fixture, "Overdue only"));
  click (wait_for_text (fixture, "Summary"));
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (chart), ==, 2);
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  const OctAction *action = find_action (fixture, "Coach every teacher");
  g_autofree char *id = g_strdup (action->record.id),
                  *plan = g_strdup (oct_plan_timeline_plan_of (get_book (fixture), id)->record.id),
                  *location = g_strdup_printf ("plan/%s?objective=%s", plan, id),
                  *at = g_strdup_printf ("timeline?at=%s", id);
  OctTimelineView *view = get_view (fixture);

  oct_timeline_view_choose (view, id);
  g_signal_emit_by_name (view, "moved", id, today () - 60, today () + 10);
  settle (fixture);
  action = find_action (fixture, "Coach every teacher");
  g_assert_cmpint (action->starts, ==, in_days (-60));
  g_assert_cmpint (action->due, ==, in_days (10));
  g_assert_true (g_str_has_prefix (oct_workbench_get_undo_sentence (fixture->workbench),
                                   "Moved “Coach every teacher” to "));
  wait_for_text (fixture, "Nothing is overdue");
  g_assert_cmpstr (oct_timeline_view_get_chosen (view), ==, id);

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "1 of 3 actions is overdue");
  g_assert_cmpint (find_action (fixture, "Coach every teacher")->due, ==, in_days (-10));

  /* What can't be moved says so. */
  g_signal_emit_by_name (view, "moved", plan, today (), today () + 10);
  g_assert_cmpstr (fixture->said, ==,
                   "Its days can't be changed here. Change them where the plan is reviewed.");
  g_signal_emit_by_name (view, "activated", id);
  g_assert_cmpstr (fixture->gone, ==, location);
  /* Undo's toast leads here. */
  oct_page_show (fixture->page, at);
  g_assert_cmpstr (oct_timeline_view_get_chosen (view), ==, id);
}

/* The day on which a review is due is moved, and undone; the one after a locked review becomes a review
 * on its day. */
static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  const OctReview *review = only_review (fixture);
  g_autofree char *id = g_strdup (review->record.id);
  g_autofree char *next = g_strconcat ("next/", review->plan_id, NULL);
  OctTimelineView *view = get_view (fixture);
  OctTimelineChart *chart = oct_timeline_view_get_chart (view);
  OctRecordChange *change = oct_record_change_new ();
  OctReview *held;
  OctTimelineRow row;

  g_assert_true (oct_timeline_chart_get_row (chart, oct_timeline_chart_find (chart, id), &row));
  g_assert_false (row.fixed);
  g_signal_emit_by_name (view, "moved", id, today () + 44, today () + 44);
  settle (fixture);
  g_assert_cmpint (only_review (fixture)->on, ==, in_days (44));
  g_assert_true (g_str_has_prefix (oct_workbench_get_undo_sentence (fixture->workbench),
                                   "Moved “Spring review” to "));
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_cmpint (only_review (fixture)->on, ==, in_days (30));

  held = oct_record_change_put (change, oct_record_copy (only_review (fixture)));
  held->on = in_days (-30);
  held->next_on = in_days (20);
  put_progress (fixture, change, held);
  change_plans (fixture, change);
  g_assert_true (oct_timeline_chart_get_row (chart, oct_timeline_chart_find (chart, id), &row));
  g_assert_true (row.fixed);
  g_signal_emit_by_name (view, "moved", next, today () + 25, today () + 25);
  settle (fixture);
  g_assert_cmpint (only_review (fixture)->next_on, ==, in_days (25));
  g_signal_emit_by_name (view, "moved", next, today () - 30, today () - 30);
  settle (fixture);
  g_assert_true (g_str_has_prefix (fixture->said, "A review’s date is after"));

  change = oct_record_change_new ();
  held = oct_record_change_put (change, oct_record_copy (only_review (fixture)));
  held->locked = TRUE;
  change_plans (fixture, change);
  oct_timeline_view_choose (view, next);
  g_signal_emit_by_name (view, "moved", next, today () + 33, today () + 33);
  settle (fixture);
  g_assert_cmpuint (oct_plan_book_get_all (get_book (fixture), &oct_review_kind)->len, ==, 2);
  g_assert_cmpint (oct_plan_get_next_review (get_book (fixture), next + strlen ("next/"), NULL), ==,
                   in_days (33));
  /* It stays chosen as what it has become. */
  g_assert_cmpstr (oct_timeline_view_get_chosen (view), !=, next);
  g_assert_nonnull (
    oct_plan_book_find (get_book (fixture), &oct_review_kind, oct_timeline_view_get_chosen (view)));
}

/* All rows are on paper: on a small one they take several pages. */
static void
test_printed (Fixture *fixture, gconstpointer data)
{
  OctTimelineChart *chart = oct_timeline_chart_new ();
  const OctTimelineFilter filter = { .today = oct_date_today () };
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new_custom ("strip", "Strip", 220, 700,
                                                              GTK_UNIT_POINTS);
  g_autofree char *path = g_build_filename (fixture->folder, "timeline.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  OctChartTheme theme;
  g_autoptr (GArray) one = NULL;
  int n_pages = 0;

  oct_plan_timeline_fill (chart, get_book (fixture), get_assessment (fixture), &filter);
  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.0, NULL);
  one = oct_timeline_chart_paginate (chart, 700, 2000, &theme);
  g_assert_cmpuint (one->len, ==, 1);
  operation = oct_print_new_timeline (chart, "Timeline");
  g_object_unref (chart);
  gtk_page_setup_set_paper_size_and_default_margins (
    gtk_print_operation_get_default_page_setup (operation), paper);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, >, 1);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
}

static GtkWidget *
find_entry (GtkWidget *dialog)
{
  return find_match (dialog, is_of_type, "GtkEntry");
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = oct_terms_dialog_new (GTK_WINDOW (fixture->window), fixture->workbench);
  g_autoptr (GPtrArray) terms = NULL;
  gboolean own = FALSE;
  GtkWidget *entry, *name;
  GPtrArray *named;
  int least, year = oct_date_year (in_days (-243));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_nonnull (find_match (dialog, says, "These are the usual dates"));
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  name = find_match (dialog, is_of_type, "AdwEntryRow");
  gtk_editable_set_text (GTK_EDITABLE (name), " ");
  click (find_match (dialog, says, "_Set"));
  g_assert_nonnull (find_match (dialog, says, "needs a name"));
  gtk_editable_set_text (GTK_EDITABLE (name), "Michaelmas");
  entry = find_entry (dialog);
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  click (find_match (dialog, says, "_Set"));
  g_assert_nonnull (find_match (dialog, says, "“soon” is no day"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "3 Aug 1999");
  click (find_match (dialog, says, "_Set"));
  settle (fixture);
  g_assert_null (dialog);
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), !=, "Wrote plans");
  /* The first day made the term one of another year. */
  named = oct_plan_book_get_all (get_book (fixture), &oct_term_kind);
  g_assert_cmpuint (named->len, ==, 12);
  g_assert_cmpstr (((OctTerm *) g_ptr_array_index (named, 0))->name, ==, "Michaelmas");

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  terms = oct_plan_timeline_terms (get_book (fixture), year, &own);
  g_assert_false (own);
  g_assert_cmpuint (terms->len, ==, 12);
}

/* A year that was set is that year's alone, and may begin in August. */
static void
test_own_terms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_term_span_free);
  g_autoptr (GPtrArray) got = NULL, other = NULL;
  const OctEditInfo info = { .sentence = "Set terms", .location = "timeline" };
  gboolean own;

  g_ptr_array_add (set, oct_term_span_new ("Autumn", 20300828, 20301220, FALSE));
  g_ptr_array_add (set, oct_term_span_new ("Christmas", 20301221, 20310105, TRUE));
  oct_workbench_change_records_async (fixture->workbench, &info,
                                      oct_plan_timeline_set_terms (get_book (fixture), 2030, set),
                                      done_cb, NULL);
  settle (fixture);
  got = oct_plan_timeline_terms (get_book (fixture), 2030, &own);
  g_assert_true (own);
  g_assert_cmpuint (got->len, ==, 2);
  g_assert_cmpint (((OctTermSpan *) g_ptr_array_index (got, 0))->starts, ==, 20300828);
  other = oct_plan_timeline_terms (get_book (fixture), 2029, &own);
  g_assert_false (own);
  g_assert_cmpuint (other->len, ==, 12);
  oct_workbench_change_records_async (fixture->workbench, &info,
                                      oct_plan_timeline_set_terms (get_book (fixture), 2030, NULL),
                                      done_cb, NULL);
  settle (fixture);
  g_clear_pointer (&got, g_ptr_array_unref);
  got = oct_plan_timeline_terms (get_book (fixture), 2030, &own);
  g_assert_false (own);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_TIMELINE_PAGE, "timeline");
  settle (fixture);
  wait_for_text (fixture, "No plans yet");
  assert_fits (fixture);
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_test_add ("/timeline-page/shown", Fixture, NULL, set_up_plans, test_shown, tear_down);
  g_test_add ("/timeline-page/moved", Fixture, NULL, set_up_plans, test_moved, tear_down);
  g_test_add ("/timeline-page/reviews", Fixture, NULL, set_up_plans, test_reviews, tear_down);
  g_test_add ("/timeline-page/printed", Fixture, NULL, set_up_plans, test_printed, tear_down);
  g_test_add ("/timeline-page/terms", Fixture, NULL, set_up_plans, test_terms, tear_down);
  g_test_add ("/timeline-page/own-terms", Fixture, NULL, set_up_plans, test_own_terms, tear_down);
  g_test_add ("/timeline-page/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
