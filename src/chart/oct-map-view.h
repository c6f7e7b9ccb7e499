/* Which part of the country a map shows: National Grid metres to points of a picture and back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctMapView:
 * @easting, @northing: what is in the middle
 * @metres: metres to the point of the picture
 * @width, @height: size of the picture in points
 */
typedef struct
{
  double easting;
  double northing;
  double metres;
  double width;
  double height;
} OctMapView;

double oct_map_view_x (const OctMapView *self, double easting);
double oct_map_view_y (const OctMapView *self, double northing);
double oct_map_view_easting (const OctMapView *self, double x);
double oct_map_view_northing (const OctMapView *self, double y);
/* Shows all of a box, with @margin points around it, at least @least_metres across. */
void oct_map_view_fit (OctMapView *self, double west, double south, double east, double north,
                       double margin, double least_metres);
void oct_map_view_zoom (OctMapView *self, double factor, double x, double y);
void oct_map_view_pan (OctMapView *self, double dx, double dy);
/* The longest round distance in metres that is at most @max_width points wide. */
double oct_map_view_scale_bar (const OctMapView *self, double max_width);

G_END_DECLS
