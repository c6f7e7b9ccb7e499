/* What a map draws for its places at one view: single places, and circles for several. */
#pragma once

#include "oct-map-view.h"

G_BEGIN_DECLS

/* A place as the clustering sees it; one that isn't drawn has @easting 0. */
typedef struct
{
  double easting;
  double northing;
  gboolean apart; /* never goes into a cluster */
} OctMapPlace;

/**
 * OctMapMark:
 * @x, @y: where it is drawn, in points
 * @radius: of the circle, 0 for a single place
 * @first: the place, or the first of a cluster's
 * @count: how many places it stands for
 */
typedef struct
{
  double x;
  double y;
  double radius;
  guint first;
  guint count;
} OctMapMark;

/**
 * OctMapMarks:
 * @marks: of #OctMapMark, those within the picture
 * @mark_of_place: for each place the index of its mark, -1 where it is out of sight
 */
typedef struct
{
  GArray *marks;
  int *mark_of_place;
  guint n_places;
} OctMapMarks;

OctMapMarks *oct_map_marks_new (const OctMapView *view, const OctMapPlace *places, guint n_places,
                                double spacing, double text_scale);
void oct_map_marks_free (OctMapMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctMapMarks, oct_map_marks_free)

G_END_DECLS
