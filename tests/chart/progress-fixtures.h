/* Invented progress of invented plans for the tests and the gallery: no school, objective or figure
 * is real.
 *
 * Each picture has one planted finding that its description must name.
 */
#pragma once

#include "oct-bullet-chart.h"
#include "oct-burn-up-chart.h"
#include "oct-rating-flow-chart.h"
#include "oct-rating-share-chart.h"
#include "oct-rating-strip-chart.h"
#include "oct-recovery-chart.h"
#include "oct-risk-chart.h"

/* Persistent absence is further from its target than at the start; one criterion has no figure. */
OctChart *fixture_bullets (void);
OctChart *fixture_many_bullets (guint n);
/* Larkrise School 2.1 has been red for 3 reviews; @n_rows objectives, three or four a school. */
OctChart *fixture_rating_strip (guint n_rows, guint n_reviews);
/* 5 objectives went from Green to Amber. */
OctChart *fixture_rating_flow (void);
/* No objective at Larkrise School, the third, is green; the sixth school has none. */
OctChart *fixture_rating_share (guint n_schools);
/* 3 milestones behind plan on 3 July 2026. */
OctChart *fixture_burn_up (void);
/* "Places stay empty…" rose above the appetite; the eighth isn't scored. */
OctChart *fixture_risks (guint n);
/* Larkrise School, the third, slipped after support ended. */
OctChart *fixture_recovery (guint n_lanes);
