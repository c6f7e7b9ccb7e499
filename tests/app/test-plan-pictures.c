/* Pictures of progress say what the plans say: which plans and reviews they take, what they find. */
#include <math.h>
#include <string.h>

#include "oct-chart.h"
#include "oct-plan-pictures.h"
#include "oct-rating-strip-chart.h"
#include "workbench-fixture.h"

#define TODAY 20260703

/* A book of invented plans; @oak and @elm are ids of the two schools. */
typedef struct
{
  OctRecordChange *change;
  const char *oak;
  const char *elm;
  OctPlanBook *book;
} Plans;

static OctPlan *
put_plan (Plans *plans, const char *school_id, OctPlanStatus status, gint64 starts)
{
  OctPlan *plan = oct_record_change_put (plans->change, oct_record_new (&oct_plan_kind));

  oct_replace (&plan->title, "Improvement plan");
  plan->scope = school_id != NULL ? OCT_SCOPE_SCHOOL : OCT_SCOPE_TRUST;
  oct_replace (&plan->school_id, school_id);
  plan->status = status;
  plan->starts = plan->ends = starts;

  return plan;
}

static OctObjective *
put_objective (Plans *plans, const OctPlan *plan, const char *reference, const char *statement)
{
  OctObjective *objective = oct_record_change_put (plans->change,
                                                   oct_record_new (&oct_objective_kind));

  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->reference, reference);
  oct_replace (&objective->rank, reference);
  oct_replace (&objective->statement, statement);

  return objective;
}

static OctReview *
put_review (Plans *plans, const OctPlan *plan, gint64 number, OctDate on)
{
  OctReview *review = oct_record_change_put (plans->change, oct_record_new (&oct_review_kind));

  oct_replace (&review->plan_id, plan->record.id);
  review->number = number;
  review->on = on;

  return review;
}

static void
put_progress (Plans *plans, const OctReview *review, const OctObjective *objective,
              OctRating rating)
{
  OctProgress *progress = oct_record_change_put (plans->change,
                                                 oct_record_new (&oct_progress_kind));

  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, objective->record.id);
  progress->rating = rating;
  progress->direction = OCT_DIRECTION_UNCHANGED;
  oct_replace (&progress->details, rating != OCT_RATING_NONE ? "Seen in lessons" : "");
  oct_replace (&progress->skipped, rating == OCT_RATING_NONE ? "The lead was away" : "");
  progress->final = TRUE;
}

static void
put_criterion (Plans *plans, const OctObjective *objective, double baseline, double actual)
{
  OctCriterion *criterion = oct_record_change_put (plans->change,
                                                   oct_record_new (&oct_criterion_kind));
  OctActual *figure = oct_record_change_put (plans->change, oct_record_new (&oct_actual_kind));

  oct_replace (&criterion->objective_id, objective->record.id);
  oct_replace (&criterion->measure, "Persistent absence");
  oct_replace (&criterion->unit, "%");
  criterion->better = OCT_BETTER_LOWER;
  criterion->baseline = baseline;
  criterion->baseline_on = 20250930;
  criterion->target = 10;
  criterion->target_on = 20270731;
  oct_replace (&figure->criterion_id, criterion->record.id);
  figure->value = actual;
  figure->on = 20260630;
}

static void
put_milestone (Plans *plans, const OctObjective *objective, OctDate due, OctMilestoneStatus status,
               OctDate met_on)
{
  OctMilestone *milestone = oct_record_change_put (plans->change,
                                                   oct_record_new (&oct_milestone_kind));

  oct_replace (&milestone->objective_id, objective->record.id);
  oct_replace (&milestone->title, "All teachers observed");
  milestone->due = due;
  milestone->status = status;
  milestone->met_on = met_on;
}

static void
put_support (Plans *plans, const OctObjective *objective)
{
  OctSupport *support = oct_record_change_put (plans->change, oct_record_new (&oct_support_kind));
  OctRecheck *recheck = oct_record_change_put (plans->change, oct_record_new (&oct_recheck_kind));

  support->giver = OCT_GIVER_SCHOOL;
  oct_replace (&support->giver_school_id, plans->elm);
  oct_replace (&support->school_id, plans->oak);
  oct_replace (&support->objective_id, objective->record.id);
  oct_replace (&support->support, "Coaching");
  support->needed_on = 20251101;
  support->starts = 20251205;
  support->ends = 20260213;
  support->planned = 8;
  support->spent = 6.5;
  oct_replace (&recheck->support_id, support->record.id);
  recheck->terms = 1;
  recheck->due = 20260612;
  recheck->done_on = 20260615;
  recheck->outcome = OCT_OUTCOME_SLIPPED;
}

static void
put_risk (Plans *plans, const char *reference, gint64 likelihood, gint64 before, OctDate closed_on)
{
  OctRisk *risk = oct_record_change_put (plans->change, oct_record_new (&oct_risk_kind));
  OctRiskReading *readings[] = {
    oct_record_change_put (plans->change, oct_record_new (&oct_risk_reading_kind)),
    oct_record_change_put (plans->change, oct_record_new (&oct_risk_reading_kind)),
  };

  oct_replace (&risk->reference, reference);
  oct_replace (&risk->title, "A boiler fails");
  risk->net_likelihood = likelihood;
  risk->net_impact = 4;
  risk->appetite = 9;
  risk->closed_on = closed_on;
  for (guint i = 0; i < 2; i++)
    {
      oct_replace (&readings[i]->risk_id, risk->record.id);
      readings[i]->on = i == 0 ? 20260101 : 20260601;
      readings[i]->likelihood = i == 0 ? before : likelihood;
      readings[i]->impact = 4;
    }
}

/* Oak's 1.1 turns red in autumn and stays so; 1.2 is green throughout and once skipped. */
static void
fill_oak (Plans *plans)
{
  static const OctDate days[] = { 20251014, 20251118, 20260303, 20260526 };
  static const OctRating reading[] = { OCT_RATING_AMBER, OCT_RATING_RED, OCT_RATING_RED,
                                       OCT_RATING_RED };
  static const OctRating corridors[] = { OCT_RATING_GREEN, OCT_RATING_GREEN, OCT_RATING_GREEN,
                                         OCT_RATING_NONE };
  OctPlan *plan = put_plan (plans, plans->oak, OCT_PLAN_IN_PROGRESS, 2025);
  OctPlan *old = put_plan (plans, plans->oak, OCT_PLAN_COMPLETE, 2024);
  OctPlan *draft = put_plan (plans, plans->oak, OCT_PLAN_DRAFT, 2026);
  OctObjective *first = put_objective (plans, plan, "1.1", "Reading in every lesson");
  OctObjective *second = put_objective (plans, plan, "1.2", "Calm corridors");
  OctObjective *gone = put_objective (plans, plan, "1.3", "Withdrawn");

  put_objective (plans, old, "9.1", "Last year’s");
  put_objective (plans, draft, "9.2", "Next year’s");
  gone->withdrawn_on = 20260101;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      OctReview *review = put_review (plans, plan, i + 1, days[i]);

      put_progress (plans, review, first, reading[i]);
      put_progress (plans, review, second, corridors[i]);
    }
  put_criterion (plans, first, 21.5, 22.4);
  put_milestone (plans, first, 20260401, OCT_MILESTONE_MET, 20260327);
  put_milestone (plans, first, 20260601, OCT_MILESTONE_MISSED, OCT_DATE_UNKNOWN);
  put_milestone (plans, second, 20261218, OCT_MILESTONE_NOT_DUE, OCT_DATE_UNKNOWN);
  put_support (plans, first);
}

static void
fill_elm (Plans *plans)
{
  OctPlan *plan = put_plan (plans, plans->elm, OCT_PLAN_APPROVED, 2025);
  OctObjective *objective = put_objective (plans, plan, "1", "Attendance of all pupils");
  OctReview *before = put_review (plans, plan, 1, 20260224);
  OctReview *after = put_review (plans, plan, 2, 20260601);

  put_progress (plans, before, objective, OCT_RATING_GREEN);
  put_progress (plans, after, objective, OCT_RATING_AMBER);
}

static void
fill (Plans *plans, Fixture *fixture, OctProgressSubject *subject)
{
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  GPtrArray *schools = oct_assessment_get_schools (get (fixture));

  *plans = (Plans) { .change = oct_record_change_new () };
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (g_str_has_prefix (school->name, "Oak"))
        plans->oak = school->id;
      else
        plans->elm = school->id;
    }
  fill_oak (plans);
  fill_elm (plans);
  put_risk (plans, "R3", 3, 2, OCT_DATE_UNKNOWN);
  put_risk (plans, "R7", 1, 1, OCT_DATE_UNKNOWN);
  put_risk (plans, "R9", 5, 5, 20260101);
  plans->book = oct_plan_book_apply (empty, plans->change);
  *subject = (OctProgressSubject) { .book = plans->book,
                                    .assessment = get (fixture),
                                    .today = TODAY };
}

static void
clear (Plans *plans)
{
  oct_record_change_free (plans->change);
  g_object_unref (plans->book);
}

static void
assert_says (OctChart *chart, const char *title, const char *words)
{
  g_autofree char *description = oct_chart_describe (chart);

  g_assert_cmpstr (oct_chart_get_title (chart), ==, title);
  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, words));
}

static void
assert_row (OctChart *chart, guint row, const char *cells)
{
  g_autoptr (OctChartTable) table = oct_chart_table (chart);
  g_autofree char *joined = NULL;

  g_assert_cmpuint (row, <, table->rows->len);
  joined = g_strjoinv ("|", g_ptr_array_index (table->rows, row));
  g_assert_cmpstr (joined, ==, cells);
}

/* In the trust a column is a term; of one school it is a review. */
static void
test_ratings (Fixture *fixture, gconstpointer data)
{
  OctProgressSubject subject;
  Plans plans;
  g_autoptr (OctChart) trust = NULL, one = NULL, school = NULL, flow = NULL, share = NULL;

  fill (&plans, fixture, &subject);
  trust = oct_plan_picture_strip (&subject);
  assert_says (trust, "Oak Primary School 1.1 has been red for 3 reviews",
               "Longest from red to support: Oak Primary School 1.1, 17 days.");
  /* Three terms for each of three objectives: no draft, no plan of last year, nothing withdrawn. */
  g_assert_cmpuint (oct_chart_n_data (trust), ==, 9);
  assert_row (trust, 0, "Elm Primary School|1|Attendance of all pupils|Autumn 2025|Not recorded||");
  assert_row (trust, 3,
              "Oak Primary School|1.1|Reading in every lesson|Autumn "
              "2025|Red|Unchanged|Seen in lessons");
  assert_row (trust, 8,
              "Oak Primary School|1.2|Calm corridors|Summer 2026|Skipped||The lead was away");

  /* With fewer rows than there are, the finding is that of all; those in need of attention alone. */
  subject.most = 1;
  one = oct_plan_picture_strip (&subject);
  g_assert_cmpuint (oct_chart_n_data (one), ==, 3);
  g_assert_cmpstr (oct_chart_get_title (one), ==, oct_chart_get_title (trust));
  g_assert_cmpuint (oct_plan_picture_count_strip (&subject), ==, 3);
  subject.attention = TRUE;
  g_assert_cmpuint (oct_plan_picture_count_strip (&subject), ==, 2);
  subject.attention = FALSE;
  subject.most = 0;

  flow = oct_plan_picture_flow (&subject);
  assert_says (flow, "1 objective went from Green to Amber", "Spring 2026 and Summer 2026");
  share = oct_plan_picture_share (&subject);
  assert_row (share, 0, "Whole trust|1|1|1|0|3");
  assert_row (share, 1, "Elm Primary School|0|1|0|0|1");
  assert_row (share, 2, "Oak Primary School|1|0|1|0|2");

  subject.school_id = plans.oak;
  school = oct_plan_picture_strip (&subject);
  g_assert_cmpuint (oct_chart_n_data (school), ==, 8);
  assert_row (school, 1, "|1.1|Reading in every lesson|18 Nov 2025|Red|Unchanged|Seen in lessons");
  g_assert_nonnull (oct_rating_strip_chart_datum_review (OCT_RATING_STRIP_CHART (school), 1));
  clear (&plans);
}

static void
test_after (Fixture *fixture, gconstpointer data)
{
  OctProgressSubject subject;
  Plans plans;
  g_autoptr (OctChart) success = NULL, milestones = NULL, risks = NULL, lasting = NULL;

  fill (&plans, fixture, &subject);
  success = oct_plan_picture_success (&subject);
  assert_says (success, "Persistent absence is further from its target than at the start",
               "1 success criterion.");
  assert_row (success, 0,
              "Persistent absence|Oak Primary School · 1.1 Reading in every lesson|21.5%|30 "
              "September 2025|22.4%|30 June 2026|10.0%|31 July 2027|further from the target than "
              "at the start");
  milestones = oct_plan_picture_milestones (&subject);
  assert_says (milestones, "1 milestone behind plan: 1 met of 2 due", "3 milestones in all");
  risks = oct_plan_picture_risks (&subject);
  /* What was closed isn't there; the number is that of the reference. */
  g_assert_cmpuint (oct_chart_n_data (risks), ==, 2);
  assert_says (risks, "“A boiler fails” rose above the appetite", "2 risks");
  assert_row (risks, 0, "3|A boiler fails|3|4|12|8");
  lasting = oct_plan_picture_lasting (&subject);
  assert_says (lasting, "Oak Primary School slipped after support ended", "slipped 1");
  assert_row (lasting, 2,
              "Oak Primary School|Reading in every lesson|18 November 2025|rated "
              "Red|Seen in lessons");
  assert_row (lasting, 3,
              "Oak Primary School|Reading in every lesson|5 December 2025 to 13 "
              "February 2026|support|6.5 days, Elm Primary School");
  clear (&plans);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();
  const OctProgressSubject subject = { .book = empty, .assessment = get (fixture), .today = TODAY };
  OctChart *(*const makers[]) (const OctProgressSubject *) = {
    oct_plan_picture_success,    oct_plan_picture_strip, oct_plan_picture_flow,
    oct_plan_picture_milestones, oct_plan_picture_risks, oct_plan_picture_lasting,
  };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (OctChart) chart = makers[i](&subject);

      g_assert_cmpuint (oct_chart_n_data (chart), ==, 0);
      g_assert_nonnull (oct_chart_get_title (chart));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-pictures/ratings", Fixture, NULL, set_up, test_ratings, tear_down);
  g_test_add ("/plan-pictures/after", Fixture, NULL, set_up, test_after, tear_down);
  g_test_add ("/plan-pictures/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
