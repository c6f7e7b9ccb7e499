/* Invented octants for the tests, the gallery and the benchmark: no school or judgement is real. */
#pragma once

#include "oct-octant-chart.h"
#include "oct-small-octants-chart.h"

/* Three elements moved up; Resilience went back, Civic duty is not judged. Larkrise School, the
 * third, is chosen. */
OctChart *fixture_octant (guint n_schools);
/* Nobody has judged anything. */
OctChart *fixture_octant_missing (guint n_schools);
/* Everything and everybody is at Developing, as before. */
OctChart *fixture_octant_equal (guint n_schools);
/* Names as long as people write them. */
OctChart *fixture_octant_long (guint n_schools);
/* Larkrise School, the third, went back in 4 of 6 elements; the fifth is not judged at all. */
OctChart *fixture_small_octants (guint n_schools);
