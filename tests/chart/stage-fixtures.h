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
/* Improvement went back to Developing in summer 2026; not judged in spring 2024; a break before
 * autumn 2025. With @n_schools above 0, so many are counted. */
OctChart *fixture_stage_trend (guint n_schools);
/* Resilience went back and three others moved on. */
OctChart *fixture_stage_trends (void);
/* Larkrise School, chosen, went back to Not yet from Beginning. */
OctChart *fixture_stage_spread (guint n_dots);
/* Workforce went back to Beginning; two others moved on. */
OctChart *fixture_resiliences (void);
