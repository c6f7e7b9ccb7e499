/* Invented data for the tests and the gallery of charts: no trust, school or number is real. */
#pragma once

#include "oct-bar-chart.h"
#include "oct-histogram-chart.h"
#include "oct-line-chart.h"
#include "oct-map-chart.h"
#include "oct-stacked-chart.h"

/* @n places spread over England the same way each time; every 40th has no place. Free with g_free(). */
OctMapPoint *fixture_points (guint n, OctMapPointKind kind);
OctChart *fixture_bars (void);
OctChart *fixture_many_bars (guint n);
OctChart *fixture_histogram (void);
OctChart *fixture_years (void);
OctChart *fixture_lines (void);
OctChart *fixture_growth (guint n_points);
OctChart *fixture_stacked (void);
OctChart *fixture_trust_map (guint n);
OctChart *fixture_country_map (guint n);
OctChart *fixture_shaded_map (OctAreaKind kind);
