/* Invented stages for the tests and the gallery of charts.
 *
 * They come from a generator with a fixed seed, on top of which each picture's finding is planted.
 */
#include "stage-fixtures.h"

const char *const fixture_stage_names[] = {
  "Not yet", "Beginning", "Developing", "Embedded", "Sustained and shared", NULL
};
const char *const fixture_element_names[8] = {
  "All our children",    "Improvement", "Resilience", "Deep collaboration",
  "Professional growth", "Solidarity",  "Civic duty", "Radical collaboration",
};

const char *
fixture_school_name (guint index)
{
  static const char *const places[] = {
    "Alder Grange", "Birchfield",  "Larkrise",    "Dene Valley", "Eastmoor",     "Fallow Hill",
    "Gorse Lane",   "Harrow Bank", "Ivy House",   "Juniper Way", "Kestrel Park", "Coppice Road",
    "Mill Reach",   "Nettlecombe", "Old Orchard", "Pinfold",     "Quarry Edge",  "Rushey Mead",
    "Saltmarsh",    "Thornbury",   "Upper Wold",  "Valley Gate", "Wharfside",    "Yew Tree",
  };
  static const char *const kinds[] = {
    "Primary School", "Academy", "School", "Church of England Voluntary Aided Primary School",
    "Infant School",  "College",
  };
  g_autofree char *name = NULL;
  guint place = index % G_N_ELEMENTS (places), kind = (index + index / 7) % G_N_ELEMENTS (kinds);

  if (index == 2)
    kind = 2;
  name = g_strdup_printf (index < G_N_ELEMENTS (places) ? "%s %s" : "%s %s %u", places[place],
                          kinds[kind], index / (guint) G_N_ELEMENTS (places) + 1);
  return g_intern_string (name);
}

static void
dress (OctChart *chart, const char *subtitle)
{
  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, "Source: invented judgements, made for this picture, 3 July 2026");
}

static void
add_map_row (OctStageMapChart *chart, guint index, guint n_rows, GRand *rand)
{
  static const int usual[8] = { 2, 2, 1, 3, 2, 1, 1, 0 };
  g_autofree char *id = g_strdup_printf ("%u", 100001 + index);
  int stages[8], previous[8], own[8];
  gboolean drafts[8];
  int bias = g_rand_int_range (rand, -1, 2);

  for (guint i = 0; i < 8; i++)
    {
      stages[i] = CLAMP (usual[i] + bias + g_rand_int_range (rand, -1, 2) / 1, 0, 4);
      previous[i] = g_rand_double (rand) < 0.16 ? MAX (stages[i] - 1, 0) : stages[i];
      own[i] = g_rand_double (rand) < 0.08 ? MIN (stages[i] + 1, 4) : stages[i];
      drafts[i] = index == 5 && i > 4;
      if (g_rand_double (rand) < 0.04)
        stages[i] = OCT_STAGE_NOT_JUDGED;
    }
  if (index == 2)
    {
      for (guint i = 0; i < 8; i++)
        {
          stages[i] = usual[i] > 0 ? usual[i] - 1 : 0;
          previous[i] = i == 1 || i == 3 || i == 4 || i == 5 ? stages[i] + 1 : stages[i];
          own[i] = i == 3 ? stages[i] + 1 : stages[i];
        }
    }
  oct_stage_map_chart_add_row (chart, id, fixture_school_name (index),
                               n_rows < 4                ? NULL
                               : index < n_rows * 6 / 10 ? "Primary"
                               : index < n_rows * 9 / 10 ? "Secondary"
                                                         : "Special",
                               stages, previous);
  oct_stage_map_chart_set_own (chart, id, own);
  oct_stage_map_chart_set_drafts (chart, id, drafts);
}

OctChart *
fixture_stage_map (guint n_rows)
{
  OctStageMapChart *chart = oct_stage_map_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  oct_stage_map_chart_set_stages (chart, fixture_stage_names);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);

      oct_stage_map_chart_add_column (chart, id, i + 1, fixture_element_names[i]);
    }
  for (guint i = 0; i < n_rows; i++)
    add_map_row (chart, i, n_rows, rand);
  oct_stage_map_chart_set_item_name (chart, "School");
  oct_stage_map_chart_set_previous_name (chart, "spring 2026");
  dress (OCT_CHART (chart), "Stage of each school in each element, moderated view, summer 2026");
  return OCT_CHART (chart);
}

static void
add_cycles (OctStageTrendChart *chart)
{
  static const char *const names[] = { "Autumn 2023", "Spring 2024", "Autumn 2024",
                                       "Spring 2025", "Autumn 2025", "Summer 2026" };

  oct_stage_trend_chart_set_stages (chart, fixture_stage_names);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i + 1);

      oct_stage_trend_chart_add_cycle (chart, id, names[i],
                                       i == 4 ? "Framework 2: stages reworded" : NULL);
    }
}

OctChart *
fixture_stage_trend (guint n_schools)
{
  static const int trust[] = { 0, -1, 1, 2, 3, 2 }, own[] = { 0, -1, 2, 2, 3, 3 },
                   school[] = { 1, -1, 2, 2, 2, 1 };
  static const guint shares[6][6] = { { 1, 5, 4, 2, 0, 0 }, { 12, 0, 0, 0, 0, 0 },
                                      { 1, 2, 5, 3, 1, 0 }, { 0, 1, 4, 5, 2, 0 },
                                      { 0, 1, 2, 5, 3, 1 }, { 0, 1, 3, 5, 2, 1 } };
  OctStageTrendChart *chart = oct_stage_trend_chart_new ();

  add_cycles (chart);
  oct_stage_trend_chart_set_element (chart, "e2", 2, fixture_element_names[1]);
  oct_stage_trend_chart_add_line (chart, "trust", "Trust, moderated", 2, trust, own);
  oct_stage_trend_chart_add_line (chart, "100003", "Larkrise School", 0, school, NULL);
  oct_stage_trend_chart_set_target (chart, 3, "July 2027");
  for (guint i = 0; n_schools > 0 && i < 6; i++)
    {
      for (guint j = 0; j < 6; j++)
        oct_stage_trend_chart_set_counts (chart, i, (int) j - 1, shares[i][j] * n_schools / 12);
    }
  dress (OCT_CHART (chart), "Stage in each cycle; the trust’s own view where it differed");
  return OCT_CHART (chart);
}

OctChart *
fixture_stage_trends (void)
{
  static const int stages[8][6] = {
    { 1, 1, 1, 1, 2, 2 }, { 0, -1, 1, 2, 2, 3 }, { 2, 2, 3, 3, 3, 2 },   { 1, 1, 2, 2, 3, 3 },
    { 2, 2, 2, 2, 2, 3 }, { 1, 1, 1, 1, 1, 1 },  { -1, -1, 0, 0, 1, 1 }, { 0, 0, 0, 0, 0, 0 },
  };
  OctStageTrendChart *chart = oct_stage_trend_chart_new ();

  add_cycles (chart);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);

      oct_stage_trend_chart_add_element (chart, id, i + 1, fixture_element_names[i]);
      oct_stage_trend_chart_add_line (chart, id, NULL, i + 1, stages[i], NULL);
      oct_stage_trend_chart_set_target (chart, MIN (stages[i][5] + (i % 2), 4), "July 2027");
    }
  dress (OCT_CHART (chart), "Stage of each element in each cycle, moderated view");
  return OCT_CHART (chart);
}

OctChart *
fixture_stage_spread (guint n_dots)
{
  OctStageSpreadChart *chart = oct_stage_spread_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  oct_stage_spread_chart_set_stages (chart, fixture_stage_names);
  oct_stage_spread_chart_set_element (chart, "e2", 2, fixture_element_names[1]);
  for (guint i = 0; i < n_dots; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", 100001 + i);
      int stage = CLAMP (g_rand_int_range (rand, 0, 3) + g_rand_int_range (rand, 0, 2) + 1, 0, 4);

      if (i % 15 == 9)
        stage = OCT_STAGE_NOT_JUDGED;
      oct_stage_spread_chart_add (chart, id, fixture_school_name (i), i == 2 ? 0 : stage,
                                  i == 2 ? 1 : stage);
    }
  oct_stage_spread_chart_set_chosen (chart, "100003");
  oct_stage_spread_chart_set_item_name (chart, "School");
  oct_stage_spread_chart_set_previous_name (chart, "Spring 2026");
  dress (OCT_CHART (chart), "Stage of each school, moderated view, summer 2026");
  return OCT_CHART (chart);
}

OctChart *
fixture_resiliences (void)
{
  static const OctResilience readings[] = {
    { "structural", "Structural", 3, 2, 4, OCT_STAGE_CONFIDENCE_HIGH,
      "Board skills audit: no gaps" },
    { "educational", "Educational", 2, 2, 3, OCT_STAGE_CONFIDENCE_LOW,
      "9 of 12 schools in peer review" },
    { "financial", "Financial", 3, 2, 3, OCT_STAGE_CONFIDENCE_MEDIUM, "Reserves 6.1% of income" },
    { "workforce", "Workforce", 1, 2, 3, OCT_STAGE_CONFIDENCE_MEDIUM,
      "Vacancies 4.2% of posts, retention 83%" },
  };
  OctResiliencesChart *chart = oct_resiliences_chart_new ();

  oct_resiliences_chart_set_stages (chart, fixture_stage_names);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    oct_resiliences_chart_add (chart, &readings[i]);
  oct_resiliences_chart_set_previous_name (chart, "Spring 2026");
  dress (OCT_CHART (chart), "The four resiliences of the trust, summer 2026");
  return OCT_CHART (chart);
}
