/* The arithmetic of a map's view.
 *
 * The National Grid is a plane, so that a view is a middle and a scale. It is clamped: no closer
 * than a metre to the point, no further than all of England in a small picture, and never so far
 * to a side that the country is lost from sight.
 */
#include "oct-map-view.h"

#include <math.h>

#define CLOSEST 1.0
#define FURTHEST 6000.0
#define WEST 80000.0
#define EAST 660000.0
#define SOUTH 0.0
#define NORTH 660000.0

static void
clamp (OctMapView *self)
{
  self->metres = CLAMP (self->metres, CLOSEST, FURTHEST);
  self->easting = CLAMP (self->easting, WEST, EAST);
  self->northing = CLAMP (self->northing, SOUTH, NORTH);
}

/**
 * oct_map_view_x:
 * @self: a view
 * @easting: National Grid metres
 *
 * Returns: how far from the left it is, in points
 */
double
oct_map_view_x (const OctMapView *self, double easting)
{
  return self->width / 2 + (easting - self->easting) / self->metres;
}

/**
 * oct_map_view_y:
 * @self: a view
 * @northing: National Grid metres
 *
 * Returns: how far from the top it is, in points
 */
double
oct_map_view_y (const OctMapView *self, double northing)
{
  return self->height / 2 - (northing - self->northing) / self->metres;
}

/**
 * oct_map_view_easting:
 * @self: a view
 * @x: points from the left
 *
 * Returns: the easting there
 */
double
oct_map_view_easting (const OctMapView *self, double x)
{
  return self->easting + (x - self->width / 2) * self->metres;
}

/**
 * oct_map_view_northing:
 * @self: a view
 * @y: points from the top
 *
 * Returns: the northing there
 */
double
oct_map_view_northing (const OctMapView *self, double y)
{
  return self->northing - (y - self->height / 2) * self->metres;
}

/**
 * oct_map_view_fit:
 * @self: a view whose size is set
 * @west: left edge of the box in National Grid metres
 * @south: its lower edge
 * @east: its right edge
 * @north: its upper edge
 * @margin: points to leave free on every side
 * @least_metres: what the picture shows across at least, so that a single place has surroundings
 *
 * Moves the view so that all of the box is seen.
 */
void
oct_map_view_fit (OctMapView *self, double west, double south, double east, double north,
                  double margin, double least_metres)
{
  double width = MAX (self->width - 2 * margin, self->width * 0.3);
  double height = MAX (self->height - 2 * margin, self->height * 0.3);

  self->easting = (west + east) / 2;
  self->northing = (south + north) / 2;
  self->metres = MAX ((east - west) / MAX (width, 1), (north - south) / MAX (height, 1));
  self->metres = MAX (self->metres, least_metres / MAX (MIN (self->width, self->height), 1));
  clamp (self);
}

/**
 * oct_map_view_zoom:
 * @self: a view
 * @factor: more than 1 to enlarge
 * @x: what stays where it is, points from the left
 * @y: points from the top
 *
 * Changes the scale about a point.
 */
void
oct_map_view_zoom (OctMapView *self, double factor, double x, double y)
{
  double easting = oct_map_view_easting (self, x);
  double northing = oct_map_view_northing (self, y);

  g_return_if_fail (factor > 0);

  self->metres = CLAMP (self->metres / factor, CLOSEST, FURTHEST);
  self->easting = easting - (x - self->width / 2) * self->metres;
  self->northing = northing + (y - self->height / 2) * self->metres;
  clamp (self);
}

/**
 * oct_map_view_pan:
 * @self: a view
 * @dx: how far the picture moves to the right, in points
 * @dy: how far it moves down
 *
 * Moves the view.
 */
void
oct_map_view_pan (OctMapView *self, double dx, double dy)
{
  self->easting -= dx * self->metres;
  self->northing += dy * self->metres;
  clamp (self);
}

/**
 * oct_map_view_scale_bar:
 * @self: a view
 * @max_width: how wide the bar may be, in points
 *
 * Returns: 1, 2 or 5 times a power of ten metres, the longest that fits
 */
double
oct_map_view_scale_bar (const OctMapView *self, double max_width)
{
  double most = MAX (max_width * self->metres, 1);
  double power = pow (10, floor (log10 (most)));

  return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
}
