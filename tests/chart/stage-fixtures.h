/* Invented stages for the tests and the gallery: no trust, school or judgement is real.
 *
 * Each picture has one planted finding that its description must name.
 */
#pragma once

#include "oct-resiliences-chart.h"
#include "oct-stage-map-chart.h"
#include "oct-stage-spread-chart.h"
#include "oct-stage-trend-chart.h"

extern const char *const fixture_stage_names[];
extern const char *const fixture_element_names[8];

/* The @index-th of ninety and more names; borrowed for good. */
const char *fixture_school_name (guint index);
/* Larkrise School, the third, went back in 4 of 8 elements. */
OctChart *fixture_stage_map (guint n_rows);
