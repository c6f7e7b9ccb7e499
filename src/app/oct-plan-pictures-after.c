/* Plans as pictures: milestones, risks, and whether support lasted; see the header. */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-burn-up-chart.h"
#include "oct-plan-pictures-private.h"
#include "oct-plan-query.h"
#include "oct-recovery-chart.h"
#include "oct-risk-chart.h"
#include "oct-risk-query.h"

/* --- milestones --- */

/**
 * oct_plan_picture_milestones:
 * @subject: what it is of
 *
 * A milestone that was met on a day nobody wrote down counts from the day it was due.
 *
 * Returns: (transfer full): milestones met against planned
 */
OctChart *
oct_plan_picture_milestones (const OctProgressSubject *subject)
{
  OctBurnUpChart *chart = oct_burn_up_chart_new ();
  g_autoptr (GPtrArray) objectives = oct_progress_get_objectives (subject);

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      GPtrArray *milestones = oct_plan_book_get_children (subject->book, &oct_milestone_kind,
                                                          objective->record.id);

      for (guint j = 0; j < milestones->len; j++)
        {
          const OctMilestone *milestone = g_ptr_array_index (milestones, j);
          OctDate met = OCT_DATE_UNKNOWN;

          if (milestone->status == OCT_MILESTONE_MET)
            met = milestone->met_on != OCT_DATE_UNKNOWN ? milestone->met_on : milestone->due;
          oct_burn_up_chart_add (chart, milestone->title, milestone->due, met);
        }
    }
  oct_burn_up_chart_set_today (chart, subject->today);
  oct_progress_dress (subject, OCT_CHART (chart), _ ("Milestones, added up"));

  return OCT_CHART (chart);
}

/* --- risks --- */

static OctRiskPoint
make_point (gint64 likelihood, gint64 impact)
{
  return (OctRiskPoint) { (guint) CLAMP (likelihood, 0, OCT_RISK_STEPS),
                          (guint) CLAMP (impact, 0, OCT_RISK_STEPS) };
}

/* Where it was at the reading before the one that it stands at now. */
static OctRiskPoint
get_point_before (const OctProgressSubject *subject, const OctRisk *risk)
{
  GPtrArray *readings = oct_plan_book_get_by (subject->book, &oct_risk_reading_kind, "risk_id",
                                              risk->record.id);
  const OctRiskReading *last = NULL, *before = NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      const OctRiskReading *reading = g_ptr_array_index (readings, i);

      if (last == NULL || reading->on >= last->on)
        {
          before = last;
          last = reading;
        }
      else if (before == NULL || reading->on >= before->on)
        before = reading;
    }
  /* A reading that wasn't taken over into the risk is what it was before. */
  if (last != NULL
      && (last->likelihood != risk->net_likelihood || last->impact != risk->net_impact))
    before = last;

  return before != NULL ? make_point (before->likelihood, before->impact) : make_point (0, 0);
}

/* The number at the end of "R3", or 0. */
static guint
parse_reference (const char *reference)
{
  const char *end = reference + strlen (reference);
  guint64 number;

  while (end > reference && g_ascii_isdigit (end[-1]))
    end--;
  if (!g_ascii_string_to_unsigned (end, 10, 1, 999, &number, NULL))
    return 0;

  return (guint) number;
}

static gboolean
references_are_numbers (GPtrArray *risks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < risks->len; i++)
    {
      guint number = parse_reference (((const OctRisk *) g_ptr_array_index (risks, i))->reference);

      if (number == 0 || !g_hash_table_add (seen, GUINT_TO_POINTER (number)))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
get_risks (const OctProgressSubject *subject)
{
  GPtrArray *all = oct_plan_book_get_all (subject->book, &oct_risk_kind);
  GPtrArray *risks = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      OctRisk *risk = g_ptr_array_index (all, i);

      if (risk->closed_on == OCT_DATE_UNKNOWN
          && (subject->school_id == NULL || g_strcmp0 (risk->school_id, subject->school_id) == 0))
        g_ptr_array_add (risks, risk);
    }
  return risks;
}

/**
 * oct_plan_picture_risks:
 * @subject: what it is of
 *
 * Returns: (transfer full): open risks net of their controls, with where they were before
 */
OctChart *
oct_plan_picture_risks (const OctProgressSubject *subject)
{
  OctRiskChart *chart = oct_risk_chart_new ();
  g_autoptr (GPtrArray) risks = get_risks (subject);
  gboolean numbered = references_are_numbers (risks);

  for (guint i = 0; i < risks->len; i++)
    {
      const OctRisk *risk = g_ptr_array_index (risks, i);
      OctRiskPoint before = get_point_before (subject, risk);

      oct_risk_chart_add (chart, risk->record.id,
                          numbered ? parse_reference (risk->reference) : i + 1, risk->title,
                          make_point (risk->net_likelihood, risk->net_impact), &before,
                          (guint) CLAMP (risk->appetite, 0, OCT_RISK_STEPS * OCT_RISK_STEPS));
    }
  oct_risk_chart_set_step_names (chart, oct_risk_likelihoods (), oct_risk_impacts ());
  oct_progress_dress (subject, OCT_CHART (chart), _ ("Open risks with their controls"));

  return OCT_CHART (chart);
}

/* --- did it last? --- */

static OctRecoveryCheck
to_check (const OctRecheck *recheck)
{
  if (recheck->done_on == OCT_DATE_UNKNOWN)
    return OCT_RECOVERY_CHECK_DUE;
  switch (recheck->outcome)
    {
    case OCT_OUTCOME_HELD:
      return OCT_RECOVERY_CHECK_HELD;
    case OCT_OUTCOME_PARTLY:
      return OCT_RECOVERY_CHECK_PARTLY;
    case OCT_OUTCOME_SLIPPED:
      return OCT_RECOVERY_CHECK_SLIPPED;
    case OCT_OUTCOME_NONE:
    default:
      return OCT_RECOVERY_CHECK_DUE;
    }
}

static void
add_support (OctRecoveryChart *chart, const OctProgressSubject *subject, guint lane,
             const OctSupport *support)
{
  GPtrArray *rechecks = oct_plan_book_get_children (subject->book, &oct_recheck_kind,
                                                    support->record.id);
  g_autofree char *giver = oct_progress_giver_to_text (subject, support);
  double days = isfinite (support->spent) ? support->spent : support->planned;

  oct_recovery_chart_add_need (chart, lane, support->needed_on, support->support);
  oct_recovery_chart_add_support (chart, lane, support->starts, support->ends,
                                  isfinite (days) ? days : -1, giver);
  for (guint i = 0; i < rechecks->len; i++)
    {
      const OctRecheck *recheck = g_ptr_array_index (rechecks, i);

      oct_recovery_chart_add_check (
        chart, lane, recheck->done_on != OCT_DATE_UNKNOWN ? recheck->done_on : recheck->due,
        to_check (recheck), recheck->note);
    }
}

static void
add_ratings (OctRecoveryChart *chart, const OctProgressSubject *subject, guint lane,
             const OctObjective *objective)
{
  g_autoptr (GPtrArray) course = oct_objective_get_course (subject->book, objective);

  for (guint i = 0; i < course->len; i++)
    {
      const OctProgress *progress = g_ptr_array_index (course, i);
      const OctReview *review = oct_plan_book_find (subject->book, &oct_review_kind,
                                                    progress->review_id);

      if (progress->rating != OCT_RATING_NONE)
        oct_recovery_chart_add_rating (chart, lane, review->on, oct_progress_to_mark (progress),
                                       progress->details);
    }
}

static const char *
receiver_name (const OctProgressSubject *subject, const OctSupport *support)
{
  const OctOwnSchool *school = oct_assessment_find_school (subject->assessment, support->school_id);

  return school != NULL ? school->name : "";
}

/* Where an objective stands in its plan; "" without one. */
static const char *
rank_of (const OctProgressSubject *subject, const OctSupport *support)
{
  const OctObjective *objective = oct_plan_book_find (subject->book, &oct_objective_kind,
                                                      support->objective_id);

  return objective != NULL ? objective->rank : "";
}

static gint
compare_support (gconstpointer a, gconstpointer b, gpointer data)
{
  const OctSupport *one = *(const OctSupport *const *) a, *other = *(const OctSupport *const *) b;
  int order = g_utf8_collate (receiver_name (data, one), receiver_name (data, other));

  if (order == 0)
    order = g_strcmp0 (rank_of (data, one), rank_of (data, other));

  if (order == 0)
    order = g_strcmp0 (one->objective_id, other->objective_id);
  if (order == 0)
    order = (one->starts > other->starts) - (one->starts < other->starts);
  return order;
}

/* Support that has begun, by the school that received it and its objective. */
static GPtrArray *
get_support (const OctProgressSubject *subject)
{
  GPtrArray *all = oct_plan_book_get_all (subject->book, &oct_support_kind);
  GPtrArray *support = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      OctSupport *one = g_ptr_array_index (all, i);

      if (one->starts != OCT_DATE_UNKNOWN
          && (subject->today == OCT_DATE_UNKNOWN || one->starts <= subject->today)
          && (subject->school_id == NULL || g_strcmp0 (one->school_id, subject->school_id) == 0))
        g_ptr_array_add (support, one);
    }
  g_ptr_array_sort_with_data (support, compare_support, (gpointer) subject);

  return support;
}

/**
 * oct_plan_picture_lasting:
 * @subject: what it is of
 *
 * Support for one objective of a school has one lane together; support for none has its own.
 *
 * Returns: (transfer full): need, support, ratings and re-checks over time
 */
OctChart *
oct_plan_picture_lasting (const OctProgressSubject *subject)
{
  OctRecoveryChart *chart = oct_recovery_chart_new ();
  g_autoptr (GPtrArray) all = get_support (subject);
  const OctSupport *previous = NULL;
  guint lane = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      const OctObjective *objective = oct_plan_book_find (subject->book, &oct_objective_kind,
                                                          support->objective_id);

      if (previous == NULL || objective == NULL
          || g_strcmp0 (previous->objective_id, support->objective_id) != 0)
        {
          lane = oct_recovery_chart_add_lane (
            chart, objective != NULL ? objective->record.id : NULL,
            receiver_name (subject, support),
            objective != NULL ? objective->statement : support->support);
          if (objective != NULL)
            add_ratings (chart, subject, lane, objective);
        }
      add_support (chart, subject, lane, support);
      previous = support;
    }
  oct_recovery_chart_set_today (chart, subject->today);
  oct_progress_dress (subject, OCT_CHART (chart), _ ("Need, support, ratings and re-checks"));

  return OCT_CHART (chart);
}
