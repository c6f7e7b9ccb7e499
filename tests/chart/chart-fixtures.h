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

/* Draws a chart on its theme's paper, @width × @height pixels. Free with cairo_surface_destroy(). */
cairo_surface_t *fixture_draw (OctChart *chart, int width, int height, const OctChartTheme *theme);
/* How many pixels within the box have the colour, give or take a little. */
guint fixture_count_pixels (cairo_surface_t *surface, int x, int y, int width, int height,
                            OctColour colour);
/* Walks over every datum by every step and asserts that it stays within the chart and never crashes. */
void fixture_check_walk (OctChart *chart);
/* The table has a row for each datum, each as long as the header. */
void fixture_check_table (OctChart *chart);
