/* Invented progress of invented plans for the tests and the gallery: no school, objective or figure
 * is real.
 *
 * Each picture has one planted finding that its description must name.
 */
#pragma once

#include "oct-bullet-chart.h"
#include "oct-rating-strip-chart.h"

/* Persistent absence is further from its target than at the start; one criterion has no figure. */
OctChart *fixture_bullets (void);
OctChart *fixture_many_bullets (guint n);
/* Larkrise School 2.1 has been red for 3 reviews; @n_rows objectives, three or four a school. */
OctChart *fixture_rating_strip (guint n_rows, guint n_reviews);
