/* Schools as points of a map, one's own trust told apart. */
#pragma once

#include "oct-map-chart.h"
#include "oct-session.h"

G_BEGIN_DECLS

/* Gives the schools of @result to @map; returns how many of them have a place. */
guint oct_map_points_set (OctMapChart *map, OctIndex *index, const OctResult *result, guint32 own);
/* The box around the open schools of a trust; %FALSE where none states its place. */
gboolean oct_map_points_box (OctSession *session, guint32 uid, double *easting, double *northing,
                             double *across);

G_END_DECLS
