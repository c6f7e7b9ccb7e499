/* Invented plans, practices and support for the tests and the gallery of charts.
 *
 * They come from a generator with a fixed seed, on top of which each picture's finding is planted.
 */
#include "plan-fixtures.h"

#include <math.h>

#include "stage-fixtures.h"

static void
dress (OctChart *chart, const char *subtitle)
{
  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, "Source: invented plans, made for this picture, 3 July 2026");
}

static char *
school_id (guint index)
{
  return g_strdup_printf ("%u", 100001 + index);
}

static void
add_support (OctSupportNetworkChart *chart, guint from, guint to, double planned, double spent)
{
  g_autofree char *giver = school_id (from), *receiver = school_id (to);

  oct_support_network_chart_add_flow (chart, giver, receiver, planned, spent);
}

static void
add_nodes (OctSupportNetworkChart *chart, guint n_schools)
{
  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *id = school_id (i);

      oct_support_network_chart_add_node (chart, id, fixture_school_name (i),
                                          OCT_SUPPORT_NODE_SCHOOL);
    }
  oct_support_network_chart_add_node (chart, "centre", "School improvement team",
                                      OCT_SUPPORT_NODE_CENTRE);
  oct_support_network_chart_add_node (chart, "hub", "Marches Maths Hub", OCT_SUPPORT_NODE_OUTSIDE);
  oct_support_network_chart_add_node (chart, "teaching",
                                      "Teaching School Hub for the Northern Marches and the Vale",
                                      OCT_SUPPORT_NODE_OUTSIDE);
}

OctChart *
fixture_support_network (guint n_schools)
{
  OctSupportNetworkChart *chart = oct_support_network_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint n_givers = MAX (n_schools / 4, 1);

  add_nodes (chart, n_schools);
  for (guint to = 0; n_schools > 3 && to < n_schools; to++)
    {
      g_autofree char *id = school_id (to);
      guint from = (guint) g_rand_int_range (rand, 0, n_givers) * 4;
      double planned = g_rand_int_range (rand, 1, 7) * 2;

      if (to == 2)
        continue;
      if (from != to && to % 3 != 0)
        add_support (chart, from, to, planned, to % 4 == 1 ? 0 : floor (planned * 0.5));
      if (to % 5 == 1 || to % 7 == 3)
        oct_support_network_chart_add_flow (chart, "centre", id, g_rand_int_range (rand, 1, 4), 1);
    }
  /* The third school is supported from everywhere. */
  add_support (chart, 0, 2, 12, 7);
  oct_support_network_chart_add_flow (chart, "hub", "100003", 6, 6);
  if (n_schools > 3)
    {
      oct_support_network_chart_add_flow (chart, "centre", "100003", 10, 4);
      oct_support_network_chart_add_flow (chart, "teaching", "100003", 4.5, 0);
      oct_support_network_chart_add_flow (chart, "teaching", "100008", 3, 1);
    }
  oct_support_network_chart_set_capacity (chart, "centre", 60, 30);
  oct_support_network_chart_set_capacity (chart, "100001", 40, 28);
  oct_support_network_chart_set_capacity (chart, "100005", 30, 30);
  oct_support_network_chart_set_term (chart, "summer 2026");
  dress (OCT_CHART (chart), "Days of support from each giver to each receiver, summer 2026");
  return OCT_CHART (chart);
}

static const char *
practice_name (guint index)
{
  static const char *const names[] = {
    "Early talk",
    "Explicit vocabulary teaching",
    "Fluency practice in pairs",
    "Low-stakes quizzing at the start of a lesson",
    "Attendance clinics",
    "Instructional coaching",
    "Number facts every day",
    "Family reading mornings",
    "Worked examples that fade",
    "Shared moderation of writing across neighbouring schools",
  };
  g_autofree char *name = NULL;
  guint count = G_N_ELEMENTS (names);

  name = index < count ? g_strdup (names[index])
                       : g_strdup_printf ("%s %u", names[index % count], index / count + 1);
  return g_intern_string (name);
}

OctChart *
fixture_practices (guint n_practices, guint n_sites)
{
  static const char *const phases[] = { "Explore", "Prepare", "Deliver", "Sustain", NULL };
  OctPracticeChart *chart = oct_practice_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  oct_practice_chart_set_phases (chart, phases);
  for (guint i = 0; i < n_sites; i++)
    {
      g_autofree char *id = school_id (i);

      oct_practice_chart_add_site (chart, id, fixture_school_name (i));
    }
  for (guint i = 0; i < n_practices; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i + 1);

      oct_practice_chart_add_practice (chart, id, practice_name (i));
      for (guint j = 0; j < n_sites; j++)
        {
          g_autofree char *site = school_id (j);
          int phase = g_rand_int_range (rand, 0, 4);
          gboolean used = g_rand_double (rand) < 0.3;

          if (i == 1)
            used = j % 3 != 0;
          if (i != 7 && used)
            oct_practice_chart_set_use (chart, id, site, i == 1 && j % 3 == 1 ? 3 : phase);
        }
    }
  oct_practice_chart_set_site_name (chart, "School");
  dress (OCT_CHART (chart), "Phase of each practice in each school, summer 2026");
  return OCT_CHART (chart);
}

OctChart *
fixture_line_of_sight (guint n_schools, guint n_objectives)
{
  static const char *const goals[] = {
    "Every child reads fluently by the end of year 4",
    "Disadvantaged pupils attend as well as all others do",
    "Grow our own leaders, so that each school has two who could lead another one tomorrow",
    "A curriculum in every subject that is taught as it is written",
  };
  static const char *const objectives[] = {
    "Raise fluency in years 3 and 4 by daily paired reading",
    "Halve persistent absence in the two year groups where it is highest",
    "Coach every teacher each fortnight",
    "Bring foundation subjects to the standard of English and mathematics",
    "Open the site to families before school",
  };
  OctLineOfSightChart *chart = oct_line_of_sight_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i + 1), *label = g_strdup_printf ("%u", i + 1);

      oct_line_of_sight_chart_add_goal (chart, id, label, goals[i],
                                        i == 2 ? OCT_RATING_MARK_NONE : OCT_RATING_MARK_GREEN);
    }
  for (guint i = 0; i < n_schools * n_objectives; i++)
    {
      static const char *const served[] = { "g1", "g2", NULL, "g4" };
      guint school = i / n_objectives, which = (guint) g_rand_int_range (rand, 0, 5);
      g_autofree char *id = g_strdup_printf ("o%u", i + 1);
      g_autofree char *label = g_strdup_printf ("%u.%u", i % n_objectives + 1, which + 1);

      oct_line_of_sight_chart_add_objective (
        chart, id, which < 2 ? served[which] : served[g_rand_int_range (rand, 0, 4)],
        fixture_school_name (school), label, objectives[which],
        i % 11 == 0 ? OCT_RATING_MARK_RED : g_rand_int_range (rand, 0, 4));
    }
  oct_line_of_sight_chart_set_group_name (chart, "School");
  dress (OCT_CHART (chart), "Objectives of the trust and of its schools, plans of 2026/27");
  return OCT_CHART (chart);
}
