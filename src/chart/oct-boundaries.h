/* England's regions and local authorities as shapes in National Grid metres.
 *
 * The build projects the published boundaries once and packs them into a resource (see
 * data/boundaries/README.md); this reads that resource, answers what lies where, and hands the
 * shapes to whoever draws them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCT_AREA_REGION,
  OCT_AREA_AUTHORITY,
} OctAreaKind;

/* No such area. */
#define OCT_AREA_NONE (-1)

/**
 * OctArea:
 * @kind: region or (upper-tier) local authority
 * @code: the area's code of the Office for National Statistics, "E12000001"
 * @number: an authority's three-digit code of the Department for Education, "373"; "" for a region
 * @name: its name
 * @region: index of the region it lies in, %OCT_AREA_NONE for a region
 * @west, @south, @east, @north: the box around it
 * @label_easting, @label_northing: a point well inside
 */
typedef struct
{
  OctAreaKind kind;
  const char *code;
  const char *number;
  const char *name;
  int region;
  double west, south, east, north;
  double label_easting, label_northing;
} OctArea;

typedef enum
{
  OCT_LINE_COAST,     /* England's outline: coast and the borders of Wales and Scotland */
  OCT_LINE_REGION,    /* between regions */
  OCT_LINE_AUTHORITY, /* between authorities of one region */
  OCT_LINE_NEIGHBOUR, /* the edge of Wales, but for its border with England */
} OctLineKind;

/* Called for each point of a path in National Grid metres; @move starts a new piece. */
typedef void (*OctBoundaryTrace) (double easting, double northing, gboolean move, gpointer data);

guint oct_boundaries_n_areas (void);
const OctArea *oct_boundaries_get_area (guint index);
/* By ONS code, DfE number or name (any case); OCT_AREA_NONE if there is none. */
int oct_boundaries_lookup (OctAreaKind kind, const char *text);
int oct_boundaries_find (OctAreaKind kind, double easting, double northing);
/* The rings of an area, holes included: fill with the even-odd rule. */
void oct_boundaries_trace_area (guint index, OctBoundaryTrace trace, gpointer data);
/* The rings of Wales, which is no area of England but is drawn beside it. */
void oct_boundaries_trace_neighbour (OctBoundaryTrace trace, gpointer data);
/* The lines of a kind that touch the box. */
void oct_boundaries_trace_lines (OctLineKind kind, double west, double south, double east,
                                 double north, OctBoundaryTrace trace, gpointer data);

G_END_DECLS
