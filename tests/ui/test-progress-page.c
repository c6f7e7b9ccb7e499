/* The page of progress: what the pictures find, where they lead, one school, an edit, nothing yet. */
#include <string.h>

#include "oct-chart-view.h"
#include "oct-progress-page.h"
#include "plan-fixture.h"

/* The view of the chart whose description says @words, once there is one. */
static OctChartView *
find_chart (GtkWidget *widget, const char *words)
{
  if (OCT_IS_CHART_VIEW (widget) && gtk_widget_get_mapped (widget)
      && oct_chart_view_get_chart (OCT_CHART_VIEW (widget)) != NULL)
    {
      OctChart *chart = oct_chart_view_get_chart (OCT_CHART_VIEW (widget));
      g_autofree char *said = oct_chart_describe (chart);

      if (strstr (said, words) != NULL)
        return OCT_CHART_VIEW (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      OctChartView *view = find_chart (child, words);

      if (view != NULL)
        return view;
    }
  return NULL;
}

static gboolean
shows (GtkWidget *widget, const char *words)
{
  return OCT_IS_PROGRESS_PAGE (widget) && find_chart (widget, words) != NULL;
}

static void
set_up_progress (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  set_up (fixture, data);
  id = add_sample_plan (fixture);
  open_page (fixture, OCT_TYPE_PROGRESS_PAGE, "progress");
  settle (fixture);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, shows, "1 objective is rated lower than the time before");
  wait_for (fixture, shows, "1 objective went from Green to Amber");
  wait_for (fixture, shows, "1 milestone behind plan: 0 met of 1 due");
  assert_not_said (fixture, "Success criteria");
  assert_fits (fixture);
}

static void
test_one_school (Fixture *fixture, gconstpointer data)
{
  const OctPlan *plan = find_record (fixture, &oct_plan_kind, "title", "Reading for everyone");
  g_autofree char *location = g_strdup_printf ("progress?school=%s", plan->school_id);
  OctChartView *strip;

  oct_page_show (fixture->page, location);
  wait_for_text (fixture, "Success criteria");
  wait_for (fixture, shows, "1 success criterion.");
  /* A cell leads to its objective. */
  strip = find_chart (GTK_WIDGET (fixture->page), "Ratings of 2 objectives over time");
  g_signal_emit_by_name (strip, "activated",
                         oct_chart_datum_id (oct_chart_view_get_chart (strip), 0));
  g_assert_true (g_str_has_prefix (fixture->gone, "plan/"));
  g_assert_nonnull (strstr (fixture->gone, plan->record.id));
  click (wait_for_text (fixture, "Red and amber only"));
  wait_for (fixture, shows, "Ratings of 1 objective over time");
  g_assert_true (g_str_has_suffix (oct_page_get_location (fixture->page), "attention=1"));
  assert_fits (fixture);
}

/* What is kept is on the page at once, and what is undone is gone from it. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  OctRecordChange *change = oct_record_change_new ();
  OctMilestone *milestone = oct_record_copy (
    find_record (fixture, &oct_milestone_kind, "title", "All teachers observed"));

  milestone->status = OCT_MILESTONE_MET;
  milestone->met_on = 20251215;
  oct_record_change_put (change, milestone);
  change_plans (fixture, change, "Met the milestone");
  wait_for (fixture, shows, "As many milestones are met as were due: 1");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for (fixture, shows, "1 milestone behind plan");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_PROGRESS_PAGE, "progress");
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
  g_test_add ("/progress-page/shown", Fixture, NULL, set_up_progress, test_shown, tear_down);
  g_test_add ("/progress-page/one-school", Fixture, NULL, set_up_progress, test_one_school,
              tear_down);
  g_test_add ("/progress-page/edit", Fixture, NULL, set_up_progress, test_edit, tear_down);
  g_test_add ("/progress-page/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
