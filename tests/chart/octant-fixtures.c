/* Invented octants.
 *
 * The trust's stages are set by hand, since they are the finding; the schools' come from a generator
 * with a fixed seed.
 */
#include "octant-fixtures.h"

#include "stage-fixtures.h"

static const OctOctantSector planted[8] = {
  { "e1", 1, NULL, 2, 2, 2, 3, OCT_STAGE_CONFIDENCE_MEDIUM, FALSE, TRUE, FALSE },
  { "e2", 2, NULL, 3, 3, 2, 4, OCT_STAGE_CONFIDENCE_HIGH, TRUE, TRUE, FALSE },
  { "e3", 3, NULL, 2, 3, 3, 3, OCT_STAGE_CONFIDENCE_LOW, FALSE, FALSE, FALSE },
  { "e4", 4, NULL, 3, 3, 3, 3, OCT_STAGE_CONFIDENCE_HIGH, FALSE, TRUE, FALSE },
  { "e5", 5, NULL, 4, 3, 3, 4, OCT_STAGE_CONFIDENCE_MEDIUM, TRUE, TRUE, FALSE },
  { "e6", 6, NULL, 1, 1, 0, 2, OCT_STAGE_CONFIDENCE_LOW, FALSE, TRUE, FALSE },
  { "e7", 7, NULL, -1, -1, 1, 2, OCT_STAGE_CONFIDENCE_NOT_GIVEN, FALSE, TRUE, FALSE },
  { "e8", 8, NULL, 0, 0, 0, 1, OCT_STAGE_CONFIDENCE_MEDIUM, FALSE, FALSE, FALSE },
};

static void
add_schools (OctOctantChart *chart, guint n_schools, const int *centre, int spread)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", 100001 + i);
      int stages[8], previous[8];

      for (guint j = 0; j < 8; j++)
        {
          stages[j] = centre[j] < 0 && spread == 0
                        ? -1
                        : CLAMP (MAX (centre[j], 0) + g_rand_int_range (rand, -spread, spread + 1),
                                 0, 4);
          if (spread > 0 && g_rand_double (rand) < 0.45)
            stages[j] = MAX (centre[j], 0);
          previous[j] = spread > 0 && g_rand_double (rand) < 0.2 ? MAX (stages[j] - 1, 0)
                                                                 : stages[j];
          if (spread > 0 && g_rand_double (rand) < 0.03)
            stages[j] = -1;
        }
      if (i == 2 && spread > 0)
        {
          stages[0] = 0;
          stages[1] = 2;
        }
      oct_octant_chart_add_school (chart, id, fixture_school_name (i), stages, previous);
    }
}

static OctOctantChart *
make (const char *subtitle)
{
  OctOctantChart *chart = oct_octant_chart_new ();

  oct_octant_chart_set_stages (chart, fixture_stage_names);
  oct_octant_chart_set_view_names (chart, "summer 2026", "spring 2026");
  oct_octant_chart_set_target_name (chart, "July 2027");
  oct_chart_set_subtitle (OCT_CHART (chart), subtitle);
  oct_chart_set_source (OCT_CHART (chart),
                        "Source: invented judgements, made for this picture, 3 July 2026");
  return chart;
}

OctChart *
fixture_octant (guint n_schools)
{
  g_autofree char *subtitle = g_strdup_printf (
    "Invented Trust, moderated view, summer 2026, %u schools", n_schools);
  OctOctantChart *chart = make (subtitle);
  int centre[8];

  for (guint i = 0; i < 8; i++)
    {
      OctOctantSector sector = planted[i];

      sector.name = fixture_element_names[i];
      centre[i] = sector.stage;
      oct_octant_chart_add_sector (chart, &sector);
    }
  add_schools (chart, n_schools, centre, 1);
  oct_octant_chart_set_chosen (chart, "100003");
  return OCT_CHART (chart);
}

static OctChart *
make_flat (guint n_schools, int stage)
{
  OctOctantChart *chart = make ("Invented Trust, moderated view, summer 2026");
  int centre[8];

  for (guint i = 0; i < 8; i++)
    {
      OctOctantSector sector = { "e", i + 1, fixture_element_names[i], stage, stage, stage, -1 };

      sector.by_schools = i != 2 && i != 7;
      centre[i] = stage;
      oct_octant_chart_add_sector (chart, &sector);
    }
  add_schools (chart, n_schools, centre, 0);
  return OCT_CHART (chart);
}

OctChart *
fixture_octant_missing (guint n_schools)
{
  return make_flat (n_schools, -1);
}

OctChart *
fixture_octant_equal (guint n_schools)
{
  return make_flat (n_schools, 2);
}

OctChart *
fixture_octant_long (guint n_schools)
{
  static const char *const names[8] = {
    "A system built for all our children and for every one of them",
    "Powerful models of improvement and of what comes after it",
    "Strength and resilience, structural, educational, financial, workforce",
    "Deep and purposeful collaboration",
    "Professional growth and development for everybody who works here",
    "Solidarity and interconnectedness",
    "Civic duty and community anchoring in each of our three places",
    "Radical collaboration on the system and not just within it",
  };
  OctOctantChart *chart = make ("A trust whose elements have long names, summer 2026");
  int centre[8];

  for (guint i = 0; i < 8; i++)
    {
      OctOctantSector sector = planted[i];

      sector.name = names[i];
      centre[i] = sector.stage;
      oct_octant_chart_add_sector (chart, &sector);
    }
  add_schools (chart, n_schools, centre, 1);
  oct_octant_chart_set_chosen (chart, "100004");
  return OCT_CHART (chart);
}

OctChart *
fixture_small_octants (guint n_schools)
{
  static const int usual[8] = { 2, 2, -1, 3, 3, 1, 1, -1 };
  OctSmallOctantsChart *chart = oct_small_octants_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  oct_small_octants_chart_set_stages (chart, fixture_stage_names);
  oct_small_octants_chart_set_view_names (chart, "summer 2026", "spring 2026");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);

      oct_small_octants_chart_add_sector (chart, id, i + 1, fixture_element_names[i],
                                          i != 2 && i != 7);
    }
  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", 100001 + i);
      int stages[8], previous[8], bias = g_rand_int_range (rand, -1, 2);

      for (guint j = 0; j < 8; j++)
        {
          stages[j] = CLAMP (usual[j] + bias + g_rand_int_range (rand, -1, 2) / 1, 0, 4);
          previous[j] = g_rand_double (rand) < 0.12 ? MAX (stages[j] - 1, 0) : stages[j];
          if (i == 2)
            {
              stages[j] = 1;
              previous[j] = j == 0 || j == 1 || j == 3 || j == 4 ? 2 : 1;
            }
          if (i == 4 || g_rand_double (rand) < 0.03)
            stages[j] = previous[j] = i == 2 ? stages[j] : -1;
        }
      oct_small_octants_chart_add_school (chart, id, fixture_school_name (i), stages, previous);
    }
  oct_small_octants_chart_set_chosen (chart, "100003");
  oct_chart_set_subtitle (OCT_CHART (chart), "Each school's own stages, moderated, summer 2026");
  oct_chart_set_source (OCT_CHART (chart),
                        "Source: invented judgements, made for this picture, 3 July 2026");
  return OCT_CHART (chart);
}
