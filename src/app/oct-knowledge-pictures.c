/* Records as pictures; see the header. */

#include "oct-knowledge-pictures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-line-of-sight-chart.h"
#include "oct-plan-query.h"
#include "oct-practice-chart.h"
#include "oct-support-network-chart.h"
#include "oct-support-work.h"

static void
dress (OctChart *chart, OctAssessment *assessment, const char *subject, const char *when)
{
  g_autofree char *subtitle = g_strjoin (" · ", subject,
                                         oct_assessment_get_trust (assessment)->name, when, NULL);
  g_autofree char *today = oct_date_to_text (oct_date_today ());
  g_autofree char *source = NULL;

  /* Translators: a day. */
  source = g_strdup_printf (_("Source: the trust’s own plans, as they were on %s."), today);
  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, source);
}

/* --- support --- */

static void
add_receivers (OctSupportNetworkChart *chart, OctAssessment *assessment, OctPlanBook *book,
               const OctCycle *term)
{
  GPtrArray *supports = oct_plan_book_get_all (book, &oct_support_kind);
  OctDate starts = term != NULL ? term->starts : OCT_DATE_UNKNOWN,
          ends = term != NULL ? term->ends : OCT_DATE_UNKNOWN;

  for (guint i = 0; i < supports->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (supports, i);
      g_autofree char *from = oct_giver_dup_key (support->giver, support->giver_school_id,
                                                 support->giver_name);
      g_autofree char *to = oct_giver_dup_key (OCT_GIVER_SCHOOL, support->school_id, NULL);

      oct_support_network_chart_add_node (chart, to,
                                          oct_support_school_name (assessment, support->school_id),
                                          OCT_SUPPORT_NODE_SCHOOL);
      oct_support_network_chart_add_flow (
        chart, from, to, oct_support_days_within (support, support->planned, starts, ends),
        oct_support_days_within (support, support->spent, starts, ends));
    }
}

/**
 * oct_picture_support_network:
 * @assessment: names the schools
 * @book: the plans
 * @term: (nullable): the term to show
 *
 * Returns: (transfer full): who supports whom, in days
 */
OctChart *
oct_picture_support_network (OctAssessment *assessment, OctPlanBook *book, const OctCycle *term)
{
  static const OctSupportNodeKind kinds[] = {
    [OCT_GIVER_SCHOOL] = OCT_SUPPORT_NODE_SCHOOL,
    [OCT_GIVER_CENTRE] = OCT_SUPPORT_NODE_CENTRE,
    [OCT_GIVER_OUTSIDE] = OCT_SUPPORT_NODE_OUTSIDE,
  };
  OctSupportNetworkChart *chart = oct_support_network_chart_new ();
  g_autoptr (GPtrArray) givers = oct_support_find_givers (
    assessment, book, term != NULL ? term->starts : OCT_DATE_UNKNOWN,
    term != NULL ? term->ends : OCT_DATE_UNKNOWN);

  for (guint i = 0; i < givers->len; i++)
    {
      const OctGiverLine *line = g_ptr_array_index (givers, i);

      oct_support_network_chart_add_node (chart, line->key, line->name, kinds[line->giver]);
    }
  add_receivers (chart, assessment, book, term);
  /* What somebody can give is of a term. */
  for (guint i = 0; term != NULL && i < givers->len; i++)
    {
      const OctGiverLine *line = g_ptr_array_index (givers, i);

      if (!isnan (line->capacity))
        oct_support_network_chart_set_capacity (chart, line->key, line->capacity, line->planned);
    }
  if (term != NULL)
    oct_support_network_chart_set_term (chart, term->name);
  dress (OCT_CHART (chart), assessment, _("Days of support, planned and spent"),
         term != NULL ? term->name : NULL);

  return OCT_CHART (chart);
}

/* --- practices --- */

/**
 * oct_picture_practices:
 * @assessment: names the schools
 * @book: the plans
 *
 * Returns: (transfer full): how far each school has come with each practice that isn't retired
 */
OctChart *
oct_picture_practices (OctAssessment *assessment, OctPlanBook *book)
{
  OctPracticeChart *chart = oct_practice_chart_new ();
  GPtrArray *practices = oct_plan_book_get_all (book, &oct_practice_kind);
  GPtrArray *uses = oct_plan_book_get_all (book, &oct_practice_use_kind);
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  const char *phases[OCT_PHASE_OF_CHANGE_SUSTAIN + 1] = { NULL };

  for (int i = OCT_PHASE_OF_CHANGE_EXPLORE; i <= OCT_PHASE_OF_CHANGE_SUSTAIN; i++)
    phases[i - 1] = oct_choice_to_text (oct_phases_of_change, i);
  oct_practice_chart_set_phases (chart, phases);
  for (guint i = 0; i < practices->len; i++)
    {
      const OctPractice *practice = g_ptr_array_index (practices, i);

      if (!practice->retired)
        oct_practice_chart_add_practice (chart, practice->record.id, practice->title);
    }
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      oct_practice_chart_add_site (chart, school->id, school->name);
    }
  for (guint i = 0; i < uses->len; i++)
    {
      const OctPracticeUse *use = g_ptr_array_index (uses, i);

      oct_practice_chart_set_use (chart, use->practice_id, use->school_id, (int) use->phase - 1);
    }
  oct_practice_chart_set_site_name (chart, _("School"));
  dress (OCT_CHART (chart), assessment, _("Phase of each practice in each school"), NULL);

  return OCT_CHART (chart);
}

/* --- the line of sight --- */

void
oct_sight_free (OctSight *sight)
{
  if (sight == NULL)
    return;
  g_ptr_array_unref (sight->serving);
  g_free (sight);
}

static OctSight *
sight_new (const OctObjective *objective)
{
  OctSight *sight = g_new0 (OctSight, 1);

  sight->objective = objective;
  sight->serving = g_ptr_array_new ();

  return sight;
}

/* (transfer container): plans that are under way or to be, of the trust or of schools; by school. */
static int
compare_plans (gconstpointer a, gconstpointer b, gpointer data)
{
  const OctPlan *one = *(OctPlan *const *) a, *two = *(OctPlan *const *) b;
  int order = g_utf8_collate (
    one->school_id != NULL ? oct_support_school_name (data, one->school_id) : one->title,
    two->school_id != NULL ? oct_support_school_name (data, two->school_id) : two->title);

  if (order != 0)
    return order;
  if (one->starts != two->starts)
    return one->starts < two->starts ? -1 : 1;

  return g_strcmp0 (one->record.id, two->record.id);
}

static GPtrArray *
find_plans (OctAssessment *assessment, OctPlanBook *book, gboolean trust)
{
  GPtrArray *all = oct_plan_book_get_all (book, &oct_plan_kind), *plans = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (all, i);

      if (!plan->template && plan->status != OCT_PLAN_STOPPED && plan->status != OCT_PLAN_COMPLETE
          && (plan->scope == OCT_SCOPE_TRUST) == trust)
        g_ptr_array_add (plans, (gpointer) plan);
    }
  g_ptr_array_sort_with_data (plans, compare_plans, assessment);

  return plans;
}

static OctSight *
find_sight (GPtrArray *sights, const char *objective_id)
{
  for (guint i = 0; objective_id != NULL && i < sights->len; i++)
    {
      OctSight *sight = g_ptr_array_index (sights, i);

      if (g_strcmp0 (sight->objective->record.id, objective_id) == 0)
        return sight;
    }

  return NULL;
}

/* The objectives of a plan that stand, in their order. */
static GPtrArray *
get_objectives (OctPlanBook *book, const OctPlan *plan)
{
  return oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
}

/**
 * oct_plans_find_sights:
 * @assessment: names the schools
 * @book: the plans
 *
 * Finds which objectives of schools and clusters serve which of the trust's. Objectives that were
 * withdrawn and plans that were stopped or are complete are left out.
 *
 * Returns: (transfer full) (element-type OctSight): the trust's objectives, and those that serve none
 */
GPtrArray *
oct_plans_find_sights (OctAssessment *assessment, OctPlanBook *book)
{
  GPtrArray *sights = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_sight_free);
  g_autoptr (GPtrArray) own = find_plans (assessment, book, TRUE),
                        others = find_plans (assessment, book, FALSE);
  OctSight *none = sight_new (NULL);

  for (guint i = 0; i < own->len; i++)
    {
      GPtrArray *objectives = get_objectives (book, g_ptr_array_index (own, i));

      for (guint j = 0; j < objectives->len; j++)
        {
          if (oct_objective_is_standing (g_ptr_array_index (objectives, j)))
            g_ptr_array_add (sights, sight_new (g_ptr_array_index (objectives, j)));
        }
    }
  for (guint i = 0; i < others->len; i++)
    {
      GPtrArray *objectives = get_objectives (book, g_ptr_array_index (others, i));

      for (guint j = 0; j < objectives->len; j++)
        {
          const OctObjective *objective = g_ptr_array_index (objectives, j);
          OctSight *sight = find_sight (sights, objective->parent_id);

          if (oct_objective_is_standing (objective))
            g_ptr_array_add ((sight != NULL ? sight : none)->serving, (gpointer) objective);
        }
    }
  if (none->serving->len > 0)
    g_ptr_array_add (sights, none);
  else
    oct_sight_free (none);

  return sights;
}

static OctRatingMark
to_mark (OctPlanBook *book, const OctObjective *objective)
{
  OctStanding standing;

  oct_objective_get_standing (book, objective, &standing);
  switch (oct_standing_get_rating (&standing))
    {
    case OCT_RATING_RED:
      return OCT_RATING_MARK_RED;
    case OCT_RATING_AMBER:
      return OCT_RATING_MARK_AMBER;
    case OCT_RATING_GREEN:
      return OCT_RATING_MARK_GREEN;
    case OCT_RATING_NONE:
    default:
      return OCT_RATING_MARK_NONE;
    }
}

/**
 * oct_picture_line_of_sight:
 * @assessment: names the schools
 * @book: the plans
 *
 * Returns: (transfer full): the trust's objectives with those that serve them, and the gaps
 */
OctChart *
oct_picture_line_of_sight (OctAssessment *assessment, OctPlanBook *book)
{
  OctLineOfSightChart *chart = oct_line_of_sight_chart_new ();
  g_autoptr (GPtrArray) sights = oct_plans_find_sights (assessment, book);

  for (guint i = 0; i < sights->len; i++)
    {
      const OctSight *sight = g_ptr_array_index (sights, i);

      if (sight->objective != NULL)
        oct_line_of_sight_chart_add_goal (chart, sight->objective->record.id,
                                          sight->objective->reference, sight->objective->statement,
                                          to_mark (book, sight->objective));
    }
  for (guint i = 0; i < sights->len; i++)
    {
      const OctSight *sight = g_ptr_array_index (sights, i);

      for (guint j = 0; j < sight->serving->len; j++)
        {
          const OctObjective *objective = g_ptr_array_index (sight->serving, j);
          const OctPlan *plan = oct_objective_get_plan (book, objective);

          oct_line_of_sight_chart_add_objective (
            chart, objective->record.id,
            sight->objective != NULL ? sight->objective->record.id : NULL,
            plan->school_id != NULL ? oct_support_school_name (assessment, plan->school_id)
                                    : plan->title,
            objective->reference, objective->statement, to_mark (book, objective));
        }
    }
  oct_line_of_sight_chart_set_group_name (chart, _("School"));
  dress (OCT_CHART (chart), assessment, _("Objectives of the trust and of its schools"), NULL);

  return OCT_CHART (chart);
}
