/* A map of England with places on it, drawn without a network or a projection library.
 *
 * Background are regions or local authorities, shaded by a value where there is one. Places are
 * given in National Grid metres; where they crowd they are drawn as one circle with their number
 * that opens on zooming in. The map keeps its own view (centre and scale) and knows how to move it.
 */
#pragma once

#include "oct-boundaries.h"
#include "oct-chart.h"
#include "oct-chart-value.h"

G_BEGIN_DECLS

#define OCT_TYPE_MAP_CHART (oct_map_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctMapChart, oct_map_chart, OCT, MAP_CHART, OctChart)

/* Each kind has a shape and a colour of its own. */
typedef enum
{
  OCT_MAP_POINT_OWN,         /* filled circle */
  OCT_MAP_POINT_OTHER,       /* small open circle */
  OCT_MAP_POINT_CLOSED,      /* cross */
  OCT_MAP_POINT_HIGHLIGHTED, /* large ringed diamond, always drawn and named */
} OctMapPointKind;

/**
 * OctMapPoint:
 * @easting, @northing: National Grid metres; a point with 0 in either isn't drawn but is in the table
 * @id: (nullable): handed back when the point is activated
 * @name: what it is called
 * @detail: (nullable): a second line for the tooltip
 */
typedef struct
{
  double easting;
  double northing;
  const char *id;
  const char *name;
  const char *detail;
  OctMapPointKind kind;
} OctMapPoint;

/**
 * OctMapValue:
 * @area: code, DfE number or name of a region or authority
 * @value: what shades it, or %OCT_CHART_MISSING: hatched
 * @id: (nullable): handed back when the area is activated
 */
typedef struct
{
  const char *area;
  double value;
  const char *id;
} OctMapValue;

OctMapChart *oct_map_chart_new (void);
/* Strings are copied. The view fits the points until it is moved. */
void oct_map_chart_set_points (OctMapChart *self, const OctMapPoint *points, guint n_points);
/* Shades the areas of @kind by value; @name says what the value is. */
void oct_map_chart_set_values (OctMapChart *self, OctAreaKind kind, const OctMapValue *values,
                               guint n_values, const char *name, OctChartUnit unit);
/* Whether authorities' outlines are drawn as well as regions'. */
void oct_map_chart_set_authorities (OctMapChart *self, gboolean shown);
/* Keeps names out of the lower right corner, where a window has buttons; 0, 0 for paper. */
void oct_map_chart_set_corner (OctMapChart *self, double width, double height);
/* What the points are, in words, for the description: "15 schools of Fen Trust". */
void oct_map_chart_set_subject (OctMapChart *self, const char *subject);
/* What a kind of point is, for the key: "Schools of the trust". Unnamed kinds aren't in the key. */
void oct_map_chart_set_kind_name (OctMapChart *self, OctMapPointKind kind, const char *name);

/* The source line: that of what is shown, and whose boundaries it is drawn on. */
void oct_map_chart_set_data_source (OctMapChart *self, const char *source);

void oct_map_chart_fit_points (OctMapChart *self);
void oct_map_chart_fit_england (OctMapChart *self);
/* %FALSE if there is no such area. */
gboolean oct_map_chart_fit_area (OctMapChart *self, OctAreaKind kind, const char *area);
void oct_map_chart_show_place (OctMapChart *self, double easting, double northing,
                               double metres_across);
/* Enlarges by @factor and keeps what is under x, y (of the whole chart, as in hit) where it is. */
void oct_map_chart_zoom (OctMapChart *self, double factor, double x, double y, double width,
                         double height, const OctChartTheme *theme);
void oct_map_chart_pan (OctMapChart *self, double dx, double dy, double width, double height,
                        const OctChartTheme *theme);
/* Zooms so far that a cluster comes apart; %FALSE when @datum isn't one. */
gboolean oct_map_chart_open_cluster (OctMapChart *self, int datum, double width, double height,
                                     const OctChartTheme *theme);

G_END_DECLS
