/* Schools most like a school, and the schools nearest to it.
 *
 * Both walk the register once through the caller's function, so that nothing here knows where
 * rows come from. A page shows a handful of neighbours, so the best are kept in a short sorted
 * list rather than sorting the whole country.
 */
#include "oct-similar.h"

#include <math.h>
#include <string.h>

typedef struct
{
  guint row;
  double log_pupils;
  double fsm;
  gboolean other_region;
} Candidate;

/* Sums from which a mean and a standard deviation follow. */
typedef struct
{
  guint n;
  double mean;
  double squares; /* sum of squared deviations from the mean */
} Spread;

/* Welford's method (1962): one pass, and no loss of digits where the spread is small. */
static void
spread_add (Spread *spread, double value)
{
  double delta = value - spread->mean;

  spread->n++;
  spread->mean += delta / spread->n;
  spread->squares += delta * (value - spread->mean);
}

/* The standard deviation of the whole population of candidates; 1 where all are alike, so that
 * dividing by it does no harm. */
static double
spread_deviation (const Spread *spread)
{
  double deviation = spread->n > 0 ? sqrt (spread->squares / spread->n) : 0;

  return deviation > 0 ? deviation : 1;
}

/* What a school may be compared with: mainstream with mainstream, special with special, and neither
 * with schools that parents pay for or that give something else than schooling to 19. */
typedef enum
{
  SECTOR_MAINSTREAM,
  SECTOR_SPECIAL,
  SECTOR_ALTERNATIVE,
  SECTOR_INDEPENDENT,
  SECTOR_COLLEGE,
  SECTOR_OTHER,
} Sector;

static gboolean
is_alternative (const OctSchoolFacts *facts)
{
  return facts->type != NULL
         && (g_str_equal (facts->type, "Pupil referral unit")
             || strstr (facts->type, "alternative provision") != NULL);
}

static Sector
sector_of (const OctSchoolFacts *facts)
{
  if (facts->type != NULL && strstr (facts->type, "independent special") != NULL)
    return SECTOR_INDEPENDENT;
  if (oct_school_facts_is_special (facts))
    return SECTOR_SPECIAL;
  if (is_alternative (facts))
    return SECTOR_ALTERNATIVE;
  switch (facts->type_group)
    {
    case OCT_TYPE_GROUP_ACADEMIES:
    case OCT_TYPE_GROUP_FREE_SCHOOLS:
    case OCT_TYPE_GROUP_LA_MAINTAINED:
      return SECTOR_MAINSTREAM;
    case OCT_TYPE_GROUP_INDEPENDENT:
      return SECTOR_INDEPENDENT;
    case OCT_TYPE_GROUP_COLLEGES:
    case OCT_TYPE_GROUP_UNIVERSITIES:
      return SECTOR_COLLEGE;
    case OCT_TYPE_GROUP_SPECIAL:
    case OCT_TYPE_GROUP_WELSH:
    case OCT_TYPE_GROUP_ONLINE:
    case OCT_TYPE_GROUP_OTHER:
    case OCT_N_TYPE_GROUPS:
    default:
      return SECTOR_OTHER;
    }
}

/* Does the school state what has weight? A school of 0 pupils has no logarithm and isn't like any. */
static gboolean
states_enough (const OctSchoolFacts *facts, const OctSimilarOptions *options)
{
  return (options->pupils <= 0 || facts->pupils > 0)
         && (options->fsm <= 0 || facts->fsm_tenths >= 0);
}

static void
measure (const OctSchoolFacts *facts, const OctSchoolFacts *school, Candidate *candidate)
{
  candidate->log_pupils = facts->pupils > 0 ? log (facts->pupils) : 0;
  candidate->fsm = facts->fsm_tenths >= 0 ? facts->fsm_tenths / 10.0 : 0;
  candidate->other_region = g_strcmp0 (facts->region, school->region) != 0;
}

/* Keeps the @max smallest distances in order; of equal ones the first row comes first. */
static void
keep_nearest (GArray *nearest, guint row, double distance, guint max)
{
  OctNeighbour neighbour = { row, distance };
  guint position = nearest->len;

  while (position > 0 && g_array_index (nearest, OctNeighbour, position - 1).distance > distance)
    position--;
  if (position >= max)
    return;
  g_array_insert_val (nearest, position, neighbour);
  if (nearest->len > max)
    g_array_set_size (nearest, max);
}

static GArray *
find_candidates (gpointer source, guint n_rows, OctFactsAt facts_at, const OctSchoolFacts *school,
                 const OctSimilarOptions *options)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Sector sector = sector_of (school);

  for (guint row = 0; row < n_rows; row++)
    {
      Candidate candidate = { row };
      OctSchoolFacts facts;

      if (!facts_at (source, row, &facts))
        continue;
      if (!oct_status_is_open (facts.status) || facts.phase != school->phase
          || sector_of (&facts) != sector)
        continue;
      if (facts.urn == school->urn || !states_enough (&facts, options))
        continue;
      measure (&facts, school, &candidate);
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static double
weigh (double weight, double difference)
{
  return weight > 0 ? weight * difference * difference : 0;
}

/**
 * oct_similar_find:
 * @source: what @facts_at reads from
 * @n_rows: how many rows it has
 * @facts_at: (scope call): gives one row
 * @school: the school to compare with; it is never its own neighbour
 * @options: weights
 * @max: how many to find at most
 *
 * Method: nearest neighbours by weighted Euclidean distance over standardised characteristics, the
 * general method of matching schools, here with two characteristics and a step:
 *
 *   d = √(wₚ((ln p − ln p₀)/σₚ)² + w_f((f − f₀)/σ_f)² + w_r r)
 *
 * where p is the number of pupils, f the percentage of pupils eligible for free school meals, σ the
 * population standard deviation among the candidates, and r is 1 in another region, else 0. What
 * the candidates are is said at the top of oct-similar.h; alternative provision, independent schools
 * and colleges are sectors of their own.
 *
 * Returns: (transfer full) (element-type OctNeighbour): the nearest first; empty where @school itself
 *   doesn't state a figure that has weight
 */
GArray *
oct_similar_find (gpointer source, guint n_rows, OctFactsAt facts_at, const OctSchoolFacts *school,
                  const OctSimilarOptions *options, guint max)
{
  g_autoptr (GArray) candidates = NULL;
  GArray *nearest = g_array_new (FALSE, FALSE, sizeof (OctNeighbour));
  Spread pupils = { 0 }, fsm = { 0 };
  double pupils_deviation, fsm_deviation;
  Candidate self = { 0 };

  g_return_val_if_fail (facts_at != NULL, nearest);
  g_return_val_if_fail (school != NULL, nearest);
  g_return_val_if_fail (options != NULL, nearest);

  if (max == 0 || !states_enough (school, options))
    return nearest;

  candidates = find_candidates (source, n_rows, facts_at, school, options);
  for (guint i = 0; i < candidates->len; i++)
    {
      spread_add (&pupils, g_array_index (candidates, Candidate, i).log_pupils);
      spread_add (&fsm, g_array_index (candidates, Candidate, i).fsm);
    }
  pupils_deviation = spread_deviation (&pupils);
  fsm_deviation = spread_deviation (&fsm);

  measure (school, school, &self);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, i);
      double squared = weigh (options->pupils,
                              (other->log_pupils - self.log_pupils) / pupils_deviation)
                       + weigh (options->fsm, (other->fsm - self.fsm) / fsm_deviation)
                       + weigh (options->region, other->other_region ? 1 : 0);

      keep_nearest (nearest, other->row, sqrt (squared), max);
    }
  return nearest;
}

/**
 * oct_nearest_find:
 * @source: what @facts_at reads from
 * @n_rows: how many rows it has
 * @facts_at: (scope call): gives one row
 * @school: the school to start from; it is never its own neighbour
 * @max: how many to find at most
 *
 * Distance is along a straight line on the National Grid, which within England is the distance on
 * the ground to within 0.1%. Every open school with a place counts, of whatever phase and sector.
 *
 * Returns: (transfer full) (element-type OctNeighbour): the nearest first, in kilometres; empty where
 *   @school has no place
 */
GArray *
oct_nearest_find (gpointer source, guint n_rows, OctFactsAt facts_at, const OctSchoolFacts *school,
                  guint max)
{
  GArray *nearest = g_array_new (FALSE, FALSE, sizeof (OctNeighbour));

  g_return_val_if_fail (facts_at != NULL, nearest);
  g_return_val_if_fail (school != NULL, nearest);

  if (max == 0 || school->easting == 0 || school->northing == 0)
    return nearest;

  for (guint row = 0; row < n_rows; row++)
    {
      OctSchoolFacts facts;
      double metres;

      if (!facts_at (source, row, &facts) || facts.urn == school->urn
          || !oct_status_is_open (facts.status))
        continue;
      if (facts.easting == 0 || facts.northing == 0)
        continue;
      metres = hypot ((double) facts.easting - school->easting,
                      (double) facts.northing - school->northing);
      keep_nearest (nearest, row, metres / 1000, max);
    }
  return nearest;
}
