/* Judgements as pictures; see the header. */

#include "oct-pictures.h"

#include <glib/gi18n.h>

#include "oct-judging.h"
#include "oct-octant-chart.h"
#include "oct-resiliences-chart.h"
#include "oct-small-octants-chart.h"
#include "oct-stage-map-chart.h"
#include "oct-stage-spread-chart.h"
#include "oct-stage-trend-chart.h"

/* The element whose aspects are the four resiliences. */
#define RESILIENCE 3

static OctStageConfidence
to_confidence (const OctJudgement *judgement)
{
  if (judgement == NULL)
    return OCT_STAGE_CONFIDENCE_NOT_GIVEN;
  switch (judgement->confidence)
    {
    case OCT_CONFIDENCE_LOW:
      return OCT_STAGE_CONFIDENCE_LOW;
    case OCT_CONFIDENCE_MEDIUM:
      return OCT_STAGE_CONFIDENCE_MEDIUM;
    case OCT_CONFIDENCE_HIGH:
      return OCT_STAGE_CONFIDENCE_HIGH;
    case OCT_CONFIDENCE_NONE:
    default:
      return OCT_STAGE_CONFIDENCE_NOT_GIVEN;
    }
}

static GPtrArray *
get_elements (OctAssessment *assessment)
{
  return oct_framework_get_elements (oct_assessment_get_framework (assessment));
}

/* "Longshore Learning Trust · autumn 2026 · 12 schools" */
static void
set_subtitle (OctChart *chart, OctAssessment *assessment, const char *subject)
{
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  guint n_schools = oct_assessment_get_schools (assessment)->len;
  g_autofree char *schools = g_strdup_printf (ngettext ("%u school", "%u schools", n_schools),
                                              n_schools);
  g_autofree char *text = NULL;

  if (subject == NULL)
    text = g_strjoin (" · ", oct_assessment_get_trust (assessment)->name,
                      cycle != NULL ? cycle->name : schools, cycle != NULL ? schools : NULL, NULL);
  else
    text = g_strjoin (" · ", subject, oct_assessment_get_trust (assessment)->name,
                      cycle != NULL ? cycle->name : NULL, NULL);
  oct_chart_set_subtitle (chart, text);
}

static void
set_source (OctChart *chart, OctAssessment *assessment)
{
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  int version = oct_framework_get_version (oct_assessment_get_framework (assessment));
  g_autofree char *text = NULL;

  if (cycle != NULL)
    /* Translators: a cycle such as "Autumn 2026", and a number. */
    text = g_strdup_printf (_("Source: the trust’s own judgements, %s, framework version %d. "
                              "Stages are steps, not scores."),
                            cycle->name, version);
  else
    /* Translators: %d is a number. */
    text = g_strdup_printf (_("Source: the trust’s own judgements, framework version %d."),
                            version);
  oct_chart_set_source (chart, text);
}

static const char *
cycle_name (const OctCycle *cycle)
{
  return cycle != NULL ? cycle->name : NULL;
}

/* "July 2027" where all targets of the subject are due then. */
static char *
make_target_name (OctAssessment *assessment, const char *school_id)
{
  GPtrArray *elements = get_elements (assessment);
  OctDate due = OCT_DATE_UNKNOWN;

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      const OctTarget *target = oct_assessment_find_target (assessment, school_id, element->key);

      if (target == NULL)
        continue;
      if (due != OCT_DATE_UNKNOWN && due != target->due)
        return NULL;
      due = target->due;
    }

  return due != OCT_DATE_UNKNOWN ? oct_date_to_text (due) : NULL;
}

static void
add_sector (OctOctantChart *chart, OctAssessment *assessment, const char *school_id,
            const OctElement *element)
{
  const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, school_id,
                                                         element->key);
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  const OctOctantSector sector = {
    .id = element->key,
    .number = element->number,
    .name = element->short_name,
    .stage = oct_assessment_step (assessment, shown),
    .own = oct_assessment_get_step (assessment, OCT_WHEN_NOW, school_id, element->key,
                                    OCT_VIEW_OWN),
    .previous = oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, school_id,
                                               element->key),
    .target = oct_assessment_get_target_step (assessment, school_id, element->key),
    .confidence = to_confidence (shown),
    .focus = cycle != NULL && oct_cycle_has_focus (cycle, element->key),
    .by_schools = school_id == NULL && oct_element_is_asked_of (element, TRUE),
    .draft = FALSE,
  };

  oct_octant_chart_add_sector (chart, &sector);
}

/* The stages of a school in each of the elements it is asked about. */
static void
collect_steps (OctAssessment *assessment, OctAssessmentWhen when, const char *school_id, int *steps)
{
  GPtrArray *elements = get_elements (assessment);

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      steps[i] = oct_element_is_asked_of (element, TRUE)
                   ? oct_assessment_get_shown_step (assessment, when, school_id, element->key)
                   : OCT_STAGE_NONE;
    }
}

static OctOctantChart *
new_octant (OctAssessment *assessment, const char *school_id)
{
  OctOctantChart *chart = oct_octant_chart_new ();
  OctFramework *framework = oct_assessment_get_shown_framework (assessment);
  g_auto (GStrv) names = oct_framework_dup_step_names (framework);
  g_autofree char *target_name = make_target_name (assessment, school_id);
  GPtrArray *elements = oct_framework_get_elements (framework);

  oct_octant_chart_set_stages (chart, (const char *const *) names);
  oct_octant_chart_set_view_names (chart, cycle_name (oct_assessment_get_cycle (assessment)),
                                   cycle_name (oct_assessment_get_cycle_before (assessment)));
  oct_octant_chart_set_target_name (chart, target_name);
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      if (school_id == NULL || oct_element_is_asked_of (element, TRUE))
        add_sector (chart, assessment, school_id, element);
    }

  return chart;
}

/**
 * oct_picture_octant:
 * @assessment: an assessment
 * @chosen: (nullable): a school whose dots are filled and named
 *
 * Returns: (transfer full): the octant of the trust, every school a dot at its own stage
 */
OctChart *
oct_picture_octant (OctAssessment *assessment, const char *chosen)
{
  OctOctantChart *chart = new_octant (assessment, NULL);
  GPtrArray *schools = oct_assessment_get_schools (assessment);

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      int now[OCT_N_ELEMENTS];
      int before[OCT_N_ELEMENTS];

      collect_steps (assessment, OCT_WHEN_NOW, school->id, now);
      collect_steps (assessment, OCT_WHEN_BEFORE, school->id, before);
      oct_octant_chart_add_school (chart, school->id, school->name, now, before);
    }
  oct_octant_chart_set_chosen (chart, chosen);
  set_subtitle (OCT_CHART (chart), assessment, NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}

/**
 * oct_picture_school_octant:
 * @assessment: an assessment
 * @school_id: a school
 *
 * Returns: (transfer full): the octant of one school, in the elements it is asked about
 */
OctChart *
oct_picture_school_octant (OctAssessment *assessment, const char *school_id)
{
  OctOctantChart *chart = new_octant (assessment, school_id);
  const OctOwnSchool *school = oct_assessment_find_school (assessment, school_id);

  set_subtitle (OCT_CHART (chart), assessment, school != NULL ? school->name : NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}

/**
 * oct_picture_small_octants:
 * @assessment: an assessment
 *
 * Returns: (transfer full): all schools as small octants, by name
 */
OctChart *
oct_picture_small_octants (OctAssessment *assessment)
{
  OctSmallOctantsChart *chart = oct_small_octants_chart_new ();
  OctFramework *framework = oct_assessment_get_shown_framework (assessment);
  g_auto (GStrv) names = oct_framework_dup_step_names (framework);
  GPtrArray *elements = oct_framework_get_elements (framework);
  GPtrArray *schools = oct_assessment_get_schools (assessment);

  oct_small_octants_chart_set_stages (chart, (const char *const *) names);
  oct_small_octants_chart_set_view_names (chart, cycle_name (oct_assessment_get_cycle (assessment)),
                                          cycle_name (
                                            oct_assessment_get_cycle_before (assessment)));
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      oct_small_octants_chart_add_sector (chart, element->key, element->number, element->short_name,
                                          oct_element_is_asked_of (element, TRUE));
    }
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      int now[OCT_N_ELEMENTS];
      int before[OCT_N_ELEMENTS];

      collect_steps (assessment, OCT_WHEN_NOW, school->id, now);
      collect_steps (assessment, OCT_WHEN_BEFORE, school->id, before);
      oct_small_octants_chart_add_school (chart, school->id, school->name, now, before);
    }
  set_subtitle (OCT_CHART (chart), assessment, NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}

/* The heat map's columns are the elements that schools are asked about. */

static guint
add_columns (OctStageMapChart *chart, OctAssessment *assessment, const OctElement **columns)
{
  GPtrArray *elements = get_elements (assessment);
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      if (!oct_element_is_asked_of (element, TRUE)
          || !oct_stage_map_chart_add_column (chart, element->key, element->number,
                                              element->short_name))
        continue;
      columns[n++] = element;
    }

  return n;
}

static void
add_row (OctStageMapChart *chart, OctAssessment *assessment, const OctOwnSchool *school,
         const OctElement *const *columns, guint n_columns)
{
  int now[OCT_N_ELEMENTS];
  int before[OCT_N_ELEMENTS];
  int own[OCT_N_ELEMENTS];
  gboolean drafts[OCT_N_ELEMENTS];

  for (guint i = 0; i < n_columns; i++)
    {
      const char *key = columns[i]->key;
      const OctJudgement *judgement = oct_assessment_find (assessment, OCT_WHEN_NOW, school->id,
                                                           key, NULL, OCT_VIEW_OWN);

      now[i] = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, school->id, key);
      before[i] = oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, school->id, key);
      own[i] = oct_assessment_step (assessment, judgement);
      drafts[i] = now[i] == OCT_STAGE_NONE && judgement != NULL && !judgement->final;
    }
  oct_stage_map_chart_add_row (chart, school->id, school->name, NULL, now, before);
  oct_stage_map_chart_set_own (chart, school->id, own);
  oct_stage_map_chart_set_drafts (chart, school->id, drafts);
}

/**
 * oct_picture_heat_map:
 * @assessment: an assessment
 * @sort: (nullable): the key of an element to sort the schools by; %NULL: by name
 *
 * Returns: (transfer full): schools × elements
 */
OctChart *
oct_picture_heat_map (OctAssessment *assessment, const char *sort)
{
  OctStageMapChart *chart = oct_stage_map_chart_new ();
  g_auto (GStrv) names = oct_framework_dup_step_names (
    oct_assessment_get_shown_framework (assessment));
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  const OctElement *columns[OCT_N_ELEMENTS];
  guint n_columns;

  oct_stage_map_chart_set_stages (chart, (const char *const *) names);
  oct_stage_map_chart_set_item_name (chart, _("School"));
  oct_stage_map_chart_set_previous_name (chart,
                                         cycle_name (oct_assessment_get_cycle_before (assessment)));
  n_columns = add_columns (chart, assessment, columns);
  for (guint i = 0; i < schools->len; i++)
    add_row (chart, assessment, g_ptr_array_index (schools, i), columns, n_columns);
  oct_stage_map_chart_set_sort (chart, sort);
  set_subtitle (OCT_CHART (chart), assessment, NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}

/**
 * oct_picture_spread:
 * @assessment: an assessment
 * @element: an element's key
 * @chosen: (nullable): a school that is highlighted
 *
 * Returns: (transfer full): every school on the steps of one element
 */
OctChart *
oct_picture_spread (OctAssessment *assessment, const char *element_key, const char *chosen)
{
  OctStageSpreadChart *chart = oct_stage_spread_chart_new ();
  OctFramework *framework = oct_assessment_get_shown_framework (assessment);
  g_auto (GStrv) names = oct_framework_dup_step_names (framework);
  const OctElement *element = oct_framework_find_element (framework, element_key);
  GPtrArray *schools = oct_assessment_get_schools (assessment);

  oct_stage_spread_chart_set_stages (chart, (const char *const *) names);
  oct_stage_spread_chart_set_element (chart, element->key, element->number, element->short_name);
  oct_stage_spread_chart_set_item_name (chart, _("School"));
  oct_stage_spread_chart_set_previous_name (chart, cycle_name (
                                                     oct_assessment_get_cycle_before (assessment)));
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      oct_stage_spread_chart_add (
        chart, school->id, school->name,
        oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, school->id, element->key),
        oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, school->id, element->key));
    }
  oct_stage_spread_chart_set_chosen (chart, chosen);
  set_subtitle (OCT_CHART (chart), assessment, NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}

/* Of an aspect of the trust, the moderated view where it is finished. */
static const OctJudgement *
find_aspect (OctAssessment *assessment, OctAssessmentWhen when, const char *element,
             const char *aspect)
{
  const OctJudgement *moderated = oct_assessment_find (assessment, when, NULL, element, aspect,
                                                       OCT_VIEW_MODERATED);

  if (moderated != NULL && moderated->final)
    return moderated;

  return oct_assessment_find (assessment, when, NULL, element, aspect, OCT_VIEW_OWN);
}

/**
 * oct_picture_resiliences:
 * @assessment: an assessment
 *
 * Returns: (transfer full): the four resiliences of the trust side by side
 */
OctChart *
oct_picture_resiliences (OctAssessment *assessment)
{
  OctResiliencesChart *chart = oct_resiliences_chart_new ();
  OctFramework *framework = oct_assessment_get_shown_framework (assessment);
  g_auto (GStrv) names = oct_framework_dup_step_names (framework);
  const OctElement *element = oct_framework_get_element (framework, RESILIENCE);

  oct_resiliences_chart_set_stages (chart, (const char *const *) names);
  oct_resiliences_chart_set_element (chart, element->number);
  oct_resiliences_chart_set_previous_name (chart, cycle_name (
                                                    oct_assessment_get_cycle_before (assessment)));
  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (element->aspects, i);
      const OctJudgement *now = find_aspect (assessment, OCT_WHEN_NOW, element->key, aspect->key);
      const OctJudgement *before = find_aspect (assessment, OCT_WHEN_BEFORE, element->key,
                                                aspect->key);
      const OctResilience reading = { .id = aspect->key,
                                      .name = aspect->name,
                                      .stage = oct_assessment_step (assessment, now),
                                      .previous = oct_assessment_step (assessment, before),
                                      .target = OCT_STAGE_NONE,
                                      .confidence = to_confidence (now) };

      if (!aspect->retired)
        oct_resiliences_chart_add (chart, &reading);
    }
  set_subtitle (OCT_CHART (chart), assessment, NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}

/* Over time. */

static int
find_trend_step (OctFramework *framework, GPtrArray *judgements, const char *cycle_id,
                 const char *school_id, OctJudgementView view)
{
  for (guint i = 0; i < judgements->len; i++)
    {
      const OctJudgement *judgement = g_ptr_array_index (judgements, i);

      if (judgement->aspect == NULL && judgement->view == view
          && g_str_equal (judgement->cycle_id, cycle_id)
          && g_strcmp0 (judgement->school_id, school_id) == 0)
        return judgement->final ? oct_framework_find_step (framework, judgement->stage)
                                : OCT_STAGE_NONE;
    }

  return OCT_STAGE_NONE;
}

static void
count_schools (OctStageTrendChart *chart, OctAssessment *assessment, OctFramework *framework,
               GPtrArray *judgements, guint cycle)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  const OctCycle *of = g_ptr_array_index (oct_assessment_get_cycles (assessment), cycle);
  guint n_stages = oct_framework_get_stages (framework)->len;
  g_autofree guint *counts = g_new0 (guint, n_stages);

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      int step = find_trend_step (framework, judgements, of->id, school->id, OCT_VIEW_MODERATED);

      if (step == OCT_STAGE_NONE)
        step = find_trend_step (framework, judgements, of->id, school->id, OCT_VIEW_OWN);
      if (step != OCT_STAGE_NONE)
        counts[step]++;
    }
  for (guint stage = 0; stage < n_stages; stage++)
    if (counts[stage] > 0)
      oct_stage_trend_chart_set_counts (chart, cycle, (int) stage, counts[stage]);
}

static void
add_cycles (OctStageTrendChart *chart, GPtrArray *cycles)
{
  const char *framework_id = NULL;

  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);
      gboolean breaks = framework_id != NULL && !g_str_equal (framework_id, cycle->framework_id);

      oct_stage_trend_chart_add_cycle (chart, cycle->id, cycle->name,
                                       breaks ? _("The framework changed") : NULL);
      framework_id = cycle->framework_id;
    }
}

static void
add_trend_line (OctStageTrendChart *chart, OctAssessment *assessment, OctFramework *framework,
                const OctElement *element, const char *school_id, GPtrArray *judgements)
{
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);
  const OctOwnSchool *school = oct_assessment_find_school (assessment, school_id);
  g_autofree int *shown = g_new0 (int, cycles->len);
  g_autofree int *own = g_new0 (int, cycles->len);

  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      own[i] = find_trend_step (framework, judgements, cycle->id, school_id, OCT_VIEW_OWN);
      shown[i] = find_trend_step (framework, judgements, cycle->id, school_id, OCT_VIEW_MODERATED);
      if (shown[i] == OCT_STAGE_NONE)
        shown[i] = own[i];
    }
  oct_stage_trend_chart_add_line (chart, school_id != NULL ? school_id : "trust",
                                  school != NULL ? school->name : _("The trust"), element->number,
                                  shown, own);
}

/* Stages that were retired on the way are still where something stood. */
static OctFramework *
find_trend_stages (OctAssessment *assessment, GPtrArray *judgements)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  oct_judging_note_stages (judgements, keys);

  return oct_framework_with_stages (oct_assessment_get_shown_framework (assessment), keys);
}

/**
 * oct_picture_trend:
 * @assessment: an assessment
 * @element_key: an element's key
 * @school_id: (nullable): a school, or %NULL for the trust
 * @judgements: (element-type OctJudgement): of the element in every cycle
 *
 * Returns: (transfer full): where the subject stood in each cycle, with its target and, for the
 *   trust, how many schools stood where
 */
OctChart *
oct_picture_trend (OctAssessment *assessment, const char *element_key, const char *school_id,
                   GPtrArray *judgements)
{
  OctStageTrendChart *chart = oct_stage_trend_chart_new ();
  g_autoptr (OctFramework) framework = find_trend_stages (assessment, judgements);
  g_auto (GStrv) names = oct_framework_dup_step_names (framework);
  const OctElement *element = oct_framework_find_element (framework, element_key);
  const OctTarget *target = oct_assessment_find_target (assessment, school_id, element_key);
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);

  oct_stage_trend_chart_set_stages (chart, (const char *const *) names);
  add_cycles (chart, cycles);
  oct_stage_trend_chart_set_element (chart, element->key, element->number, element->short_name);
  add_trend_line (chart, assessment, framework, element, school_id, judgements);
  if (target != NULL)
    {
      g_autofree char *due = oct_date_to_text (target->due);

      oct_stage_trend_chart_set_target (chart, oct_framework_find_step (framework, target->stage),
                                        due);
    }
  if (school_id == NULL && oct_element_is_asked_of (element, TRUE))
    for (guint i = 0; i < cycles->len; i++)
      count_schools (chart, assessment, framework, judgements, i);
  set_subtitle (OCT_CHART (chart), assessment, NULL);
  set_source (OCT_CHART (chart), assessment);

  return OCT_CHART (chart);
}
