/* Schools most like a school, by a method that fits on the page that shows them.
 *
 * Candidates are open schools of the same phase and sector (mainstream with mainstream, special
 * with special). Distance is the weighted Euclidean distance of the number of pupils (in logs, so
 * that 100 against 200 counts as 1,000 against 2,000) and the percentage of pupils eligible for
 * free school meals, each divided by its standard deviation among the candidates; a school in
 * another region adds a fixed step. Weights are the caller's. A school that does not state a
 * figure that has weight is no candidate.
 */
#pragma once

#include "oct-school.h"

G_BEGIN_DECLS

/**
 * OctSimilarOptions: weights of 0 and above; 1 is ordinary.
 */
typedef struct
{
  double pupils;
  double fsm;
  double region;
} OctSimilarOptions;

/**
 * OctNeighbour:
 * @row: row in the index
 * @distance: for similar schools the distance as above; for nearest, kilometres
 */
typedef struct
{
  guint row;
  double distance;
} OctNeighbour;

typedef gboolean (*OctFactsAt) (gpointer source, guint row, OctSchoolFacts *facts);

GArray *oct_similar_find (gpointer source, guint n_rows, OctFactsAt facts_at,
                          const OctSchoolFacts *school, const OctSimilarOptions *options,
                          guint max);
GArray *oct_nearest_find (gpointer source, guint n_rows, OctFactsAt facts_at,
                          const OctSchoolFacts *school, guint max);

G_END_DECLS
