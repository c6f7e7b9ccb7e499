/* Invented plans, practices and support for the tests and the gallery: none of it is real.
 *
 * Each picture has one planted finding that its description must name.
 */
#pragma once

#include "oct-line-of-sight-chart.h"
#include "oct-practice-chart.h"
#include "oct-support-network-chart.h"

/* Larkrise School is supported by 4 at once. */
OctChart *fixture_support_network (guint n_schools);
/* Explicit vocabulary teaching is used by two thirds, of whom some sustain it; one is used nowhere. */
OctChart *fixture_practices (guint n_practices, guint n_sites);
/* No school objective serves the third goal; some objectives serve none. */
OctChart *fixture_line_of_sight (guint n_schools, guint n_objectives);
