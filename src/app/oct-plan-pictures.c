/* Plans as pictures: criteria, ratings, their flow and share; see the header. */
#include "oct-plan-pictures.h"

#include <glib/gi18n.h>

#include "oct-plan-pictures-private.h"
#include "oct-plan-query.h"
#include "oct-rating-flow-chart.h"
#include "oct-rating-share-chart.h"
#include "oct-rating-strip-chart.h"

/* --- success criteria --- */

static OctBulletFigure
make_figure (double value, OctDate day)
{
  return (OctBulletFigure) { value, day };
}

/* Figures that were typed in before the one that is shown. */
static GArray *
get_past (OctPlanBook *book, const OctCriterion *criterion, const OctReading *reading)
{
  GPtrArray *actuals = oct_plan_book_get_children (book, &oct_actual_kind, criterion->record.id);
  GArray *past = g_array_new (FALSE, FALSE, sizeof (OctBulletFigure));

  for (guint i = 0; i < actuals->len; i++)
    {
      const OctActual *actual = g_ptr_array_index (actuals, i);
      OctBulletFigure figure = make_figure (actual->value, actual->on);

      if (actual->on < reading->on)
        g_array_append_val (past, figure);
    }
  return past;
}

/**
 * oct_plan_picture_add_criterion:
 * @chart: a chart of success criteria
 * @book: the book of plans
 * @criterion: a success criterion
 * @schools: (element-type OctOwnSchool): the schools its plan is for
 * @id: (nullable): handed back when it is activated
 * @group: (nullable): the heading it stands under
 *
 * Adds the criterion's bullet below the others.
 */
void
oct_plan_picture_add_criterion (OctBulletChart *chart, OctPlanBook *book,
                                const OctCriterion *criterion, GPtrArray *schools, const char *id,
                                const char *group)
{
  gboolean percent = g_str_equal (criterion->unit, "%");
  g_autoptr (GArray) past = NULL;
  OctReading reading;

  oct_criterion_read_actual (book, criterion, schools, &reading);
  past = get_past (book, criterion, &reading);
  oct_bullet_chart_add (
    chart,
    &(OctBullet) {
      .id = id,
      .name = criterion->measure,
      .group = group,
      .unit = percent ? OCT_CHART_UNIT_PERCENT : OCT_CHART_UNIT_NUMBER,
      .unit_name = percent ? NULL : criterion->unit,
      .baseline = make_figure (criterion->baseline, criterion->baseline_on),
      .target = make_figure (criterion->target, criterion->target_on),
      .actual = make_figure (reading.value, reading.on),
      .past = (const OctBulletFigure *) past->data,
      .n_past = past->len,
      .note = reading.from_data ? _("Read from the register’s facts as they were accepted.") : NULL,
      .better = criterion->better == OCT_BETTER_LOWER ? -1 : 1,
    });
}

static void
add_bullets (OctBulletChart *chart, const OctProgressSubject *subject,
             const OctObjective *objective, gboolean named)
{
  const OctPlan *plan = oct_objective_get_plan (subject->book, objective);
  GPtrArray *criteria = oct_plan_book_get_children (subject->book, &oct_criterion_kind,
                                                    objective->record.id);
  g_autoptr (GPtrArray) schools = NULL;
  g_autofree char *text = NULL, *group = NULL;

  if (plan == NULL)
    return;
  schools = oct_plan_pick_schools (plan, oct_assessment_get_schools (subject->assessment));
  text = *objective->reference != '\0'
           ? g_strdup_printf ("%s %s", objective->reference, objective->statement)
           : g_strdup (objective->statement);
  group = named ? g_strdup_printf ("%s · %s", oct_progress_get_owner (subject, plan), text)
                : g_steal_pointer (&text);
  for (guint i = 0; i < criteria->len; i++)
    oct_plan_picture_add_criterion (chart, subject->book, g_ptr_array_index (criteria, i), schools,
                                    objective->record.id, group);
}

/**
 * oct_plan_picture_success:
 * @subject: what it is of
 *
 * Returns: (transfer full): every success criterion, from baseline to target
 */
OctChart *
oct_plan_picture_success (const OctProgressSubject *subject)
{
  OctBulletChart *chart = oct_bullet_chart_new ();
  g_autoptr (GPtrArray) objectives = oct_progress_get_objectives (subject);
  gboolean named = subject->school_id == NULL && subject->plan_id == NULL;

  for (guint i = 0; i < objectives->len; i++)
    add_bullets (chart, subject, g_ptr_array_index (objectives, i), named);
  oct_bullet_chart_set_today (chart, subject->today);
  oct_progress_dress (subject, OCT_CHART (chart), _("Success criteria"));

  return OCT_CHART (chart);
}

/* --- ratings --- */

static OctTravelMark
to_travel (const OctProgress *progress)
{
  switch (progress->direction)
    {
    case OCT_DIRECTION_DETERIORATING:
      return OCT_TRAVEL_MARK_DETERIORATING;
    case OCT_DIRECTION_UNCHANGED:
      return OCT_TRAVEL_MARK_UNCHANGED;
    case OCT_DIRECTION_IMPROVING:
      return OCT_TRAVEL_MARK_IMPROVING;
    case OCT_DIRECTION_NONE:
    default:
      return OCT_TRAVEL_MARK_NONE;
    }
}

static void
add_cells (OctRatingStripChart *chart, const OctProgressSubject *subject, guint row,
           const OctObjective *objective, GPtrArray *columns)
{
  g_autoptr (GPtrArray) course = oct_objective_get_course (subject->book, objective);

  /* The last review of a term is the one that its cell shows. */
  for (guint i = 0; i < course->len; i++)
    {
      const OctProgress *progress = g_ptr_array_index (course, i);
      const OctReview *review = oct_plan_book_find (subject->book, &oct_review_kind,
                                                    progress->review_id);
      const char *words = progress->rating != OCT_RATING_NONE ? progress->details
                                                              : progress->skipped;

      for (guint j = 0; j < columns->len; j++)
        {
          if (oct_progress_column_has (g_ptr_array_index (columns, j), review))
            oct_rating_strip_chart_set_cell (chart, row, j, oct_progress_to_mark (progress),
                                             to_travel (progress), words);
        }
    }
}

/* From the column in which support began to the one in which it ended, or the last. */
static void
add_support (OctRatingStripChart *chart, const OctProgressSubject *subject, guint row,
             const OctObjective *objective, GPtrArray *columns)
{
  g_autoptr (GPtrArray) all = oct_objective_get_support (subject->book, objective->record.id);

  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      g_autofree char *giver = oct_progress_giver_to_text (subject, support);
      int first = -1, last = -1;

      for (guint j = 0; support->starts > 0 && j < columns->len; j++)
        {
          const OctProgressColumn *column = g_ptr_array_index (columns, j);

          if (support->starts > column->ends
              || (support->ends > 0 && support->ends < column->starts))
            continue;
          first = first < 0 ? (int) j : first;
          last = (int) j;
        }
      if (first >= 0)
        oct_rating_strip_chart_set_support (chart, row, first, last, giver);
    }
}

/* Days from the first red to the first support that was there from then on. */
static int
get_wait (const OctProgressSubject *subject, const OctObjective *objective)
{
  OctDate red = oct_objective_get_first_red (subject->book, objective);
  g_autoptr (GPtrArray) all = oct_objective_get_support (subject->book, objective->record.id);
  OctStanding standing;
  int wait;

  if (red == OCT_DATE_UNKNOWN)
    return OCT_RATING_WAIT_NONE;
  oct_objective_get_standing (subject->book, objective, &standing);
  wait = oct_standing_get_rating (&standing) == OCT_RATING_RED ? OCT_RATING_WAIT_OPEN
                                                               : OCT_RATING_WAIT_WITHOUT;
  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      int days;

      if (support->starts == OCT_DATE_UNKNOWN
          || (subject->today > 0 && support->starts > subject->today)
          || (support->ends > 0 && support->ends < red))
        continue;
      days = MAX (oct_date_days_between (red, support->starts), 0);
      wait = wait < 0 ? days : MIN (wait, days);
    }
  return wait;
}

/* What the strip shows, with no limit. */
static GPtrArray *
get_strip_objectives (const OctProgressSubject *subject)
{
  GPtrArray *objectives = oct_progress_get_objectives (subject);

  for (guint i = objectives->len; subject->attention && i > 0; i--)
    {
      OctStanding standing;
      OctRating rating;

      oct_objective_get_standing (subject->book, g_ptr_array_index (objectives, i - 1), &standing);
      rating = oct_standing_get_rating (&standing);
      if (rating != OCT_RATING_RED && rating != OCT_RATING_AMBER)
        g_ptr_array_remove_index (objectives, i - 1);
    }
  return objectives;
}

/**
 * oct_plan_picture_count_strip:
 * @subject: what it is of
 *
 * Returns: how many objectives oct_plan_picture_strip() would show with no limit
 */
guint
oct_plan_picture_count_strip (const OctProgressSubject *subject)
{
  g_autoptr (GPtrArray) objectives = get_strip_objectives (subject);

  return objectives->len;
}

static OctRatingStripChart *
make_strip (const OctProgressSubject *subject, GPtrArray *objectives, guint n)
{
  OctRatingStripChart *chart = oct_rating_strip_chart_new ();
  g_autoptr (GPtrArray) columns = oct_progress_get_columns (subject);
  gboolean named = subject->school_id == NULL && subject->plan_id == NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      const OctProgressColumn *column = g_ptr_array_index (columns, i);

      oct_rating_strip_chart_add_review (chart, column->review_id, column->name);
    }
  for (guint i = 0; i < n; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctPlan *plan = oct_objective_get_plan (subject->book, objective);
      guint row = oct_rating_strip_chart_add_row (
        chart, objective->record.id, objective->reference, objective->statement,
        named ? oct_progress_get_owner (subject, plan) : NULL);

      add_cells (chart, subject, row, objective, columns);
      add_support (chart, subject, row, objective, columns);
      oct_rating_strip_chart_set_wait (chart, row, get_wait (subject, objective));
    }
  return chart;
}

/**
 * oct_plan_picture_strip:
 * @subject: what it is of
 *
 * Where there is a limit to the rows, the finding is still that of all.
 *
 * Returns: (transfer full): the ratings of each objective over time
 */
OctChart *
oct_plan_picture_strip (const OctProgressSubject *subject)
{
  g_autoptr (GPtrArray) objectives = get_strip_objectives (subject);
  gboolean limited = subject->most > 0 && objectives->len > subject->most;
  OctRatingStripChart *chart = make_strip (subject, objectives,
                                           limited ? subject->most : objectives->len);

  if (limited)
    {
      g_autoptr (OctRatingStripChart) all = make_strip (subject, objectives, objectives->len);
      g_autofree char *finding = oct_chart_suggest_title (OCT_CHART (all));

      oct_chart_set_title (OCT_CHART (chart), finding);
    }
  oct_progress_dress (subject, OCT_CHART (chart), _("Ratings of objectives at reviews"));

  return OCT_CHART (chart);
}

/* What an objective was rated last up to a column. */
static OctRatingMark
mark_at (const OctProgressSubject *subject, GPtrArray *course, const OctProgressColumn *column)
{
  OctRatingMark mark = OCT_RATING_MARK_NONE;

  for (guint i = 0; i < course->len; i++)
    {
      const OctProgress *progress = g_ptr_array_index (course, i);
      const OctReview *review = oct_plan_book_find (subject->book, &oct_review_kind,
                                                    progress->review_id);

      if (review->on <= column->ends && progress->rating != OCT_RATING_NONE)
        mark = oct_progress_to_mark (progress);
    }
  return mark;
}

/**
 * oct_plan_picture_flow:
 * @subject: what it is of
 *
 * What wasn't rated again keeps the rating it had.
 *
 * Returns: (transfer full): how ratings moved between the two latest reviews, or terms
 */
OctChart *
oct_plan_picture_flow (const OctProgressSubject *subject)
{
  OctRatingFlowChart *chart = oct_rating_flow_chart_new ();
  g_autoptr (GPtrArray) objectives = oct_progress_get_objectives (subject);
  g_autoptr (GPtrArray) columns = oct_progress_get_columns (subject);

  if (columns->len >= 2)
    {
      const OctProgressColumn *before = g_ptr_array_index (columns, columns->len - 2);
      const OctProgressColumn *after = g_ptr_array_index (columns, columns->len - 1);

      oct_rating_flow_chart_set_names (chart, before->name, after->name);
      for (guint i = 0; i < objectives->len; i++)
        {
          g_autoptr (GPtrArray) course = oct_objective_get_course (
            subject->book, g_ptr_array_index (objectives, i));

          oct_rating_flow_chart_add (chart, mark_at (subject, course, before),
                                     mark_at (subject, course, after));
        }
    }
  oct_progress_dress (subject, OCT_CHART (chart), _("Ratings at the two latest reviews"));

  return OCT_CHART (chart);
}

static void
count_rating (const OctProgressSubject *subject, const OctObjective *objective,
              OctRatingShare *share)
{
  OctStanding standing;

  oct_objective_get_standing (subject->book, objective, &standing);
  switch (oct_standing_get_rating (&standing))
    {
    case OCT_RATING_RED:
      share->red++;
      break;
    case OCT_RATING_AMBER:
      share->amber++;
      break;
    case OCT_RATING_GREEN:
      share->green++;
      break;
    case OCT_RATING_NONE:
    default:
      share->none++;
      break;
    }
}

/* The shares of all schools by their ids, and under "" that of everything. */
static GHashTable *
count_schools (const OctProgressSubject *subject)
{
  GHashTable *shares = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) objectives = oct_progress_get_objectives (subject);
  OctRatingShare *all = g_new0 (OctRatingShare, 1);

  g_hash_table_insert (shares, (gpointer) "", all);
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctPlan *plan = oct_objective_get_plan (subject->book, objective);
      OctRatingShare *share;

      count_rating (subject, objective, all);
      if (plan->school_id == NULL)
        continue;
      share = g_hash_table_lookup (shares, plan->school_id);
      if (share == NULL)
        {
          share = g_new0 (OctRatingShare, 1);
          g_hash_table_insert (shares, plan->school_id, share);
        }
      count_rating (subject, objective, share);
    }
  return shares;
}

/**
 * oct_plan_picture_share:
 * @subject: what it is of
 *
 * Returns: (transfer full): how many objectives have each rating, in the trust and its schools
 */
OctChart *
oct_plan_picture_share (const OctProgressSubject *subject)
{
  OctRatingShareChart *chart = oct_rating_share_chart_new ();
  OctProgressSubject whole = *subject;
  GPtrArray *schools = oct_assessment_get_schools (subject->assessment);
  g_autoptr (GHashTable) shares = NULL;
  const OctRatingShare none = { 0 };

  /* One school stands beside its trust. */
  whole.school_id = whole.plan_id = NULL;
  shares = count_schools (&whole);
  oct_rating_share_chart_add (chart, NULL, _("Whole trust"), g_hash_table_lookup (shares, ""),
                              TRUE);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      const OctRatingShare *share = g_hash_table_lookup (shares, school->id);

      if (subject->school_id == NULL || g_str_equal (subject->school_id, school->id))
        oct_rating_share_chart_add (chart, school->id, school->name, share != NULL ? share : &none,
                                    FALSE);
    }
  oct_rating_share_chart_set_item_name (chart, _("School"));
  oct_progress_dress (subject, OCT_CHART (chart), _("Latest ratings of objectives"));

  return OCT_CHART (chart);
}
