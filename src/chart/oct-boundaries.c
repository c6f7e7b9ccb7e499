/* Reads the boundaries' resource and answers what lies where.
 *
 * The resource is made by data/boundaries/project-boundaries.py at build time and is trusted: it is
 * part of the program. It is unpacked once, on first use, into plain arrays of about 100 KB.
 */
#include "oct-boundaries.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "oct-boundaries-resource.h"

#define RESOURCE "/io/github/octantapp/Octant/boundaries.bin"
#define HEADER_SIZE 32
#define AREA_SIZE 52
#define NO_REGION 0xffffffffu

typedef struct
{
  guint first_ring;
  guint n_rings;
} AreaRings;

typedef struct
{
  guint first;
  guint n;
} Range;

typedef struct
{
  OctLineKind kind;
  guint first_point;
  guint n_points;
  gint32 west, south, east, north;
} Arc;

typedef struct
{
  gint32 x;
  gint32 y;
} Point;

typedef struct
{
  GBytes *bytes; /* keeps the text alive */
  guint n_areas; /* of England; Wales comes after them */
  guint n_arcs;
  OctArea *areas;
  AreaRings *area_rings;
  Range *rings;
  gint32 *references;
  Arc *arcs;
  Point *points;
} Boundaries;

static guint32
read_word (const guint8 **at)
{
  guint32 word;

  memcpy (&word, *at, sizeof word);
  *at += sizeof word;
  return GUINT32_FROM_LE (word);
}

static void
read_areas (Boundaries *self, const guint8 **at, const char *text)
{
  self->areas = g_new0 (OctArea, self->n_areas + 1);
  self->area_rings = g_new0 (AreaRings, self->n_areas + 1);
  for (guint i = 0; i <= self->n_areas; i++)
    {
      OctArea *area = &self->areas[i];
      guint32 region;

      area->kind = (OctAreaKind) read_word (at);
      area->code = text + read_word (at);
      area->number = text + read_word (at);
      area->name = text + read_word (at);
      region = read_word (at);
      area->region = region == NO_REGION ? OCT_AREA_NONE : (int) region;
      self->area_rings[i].first_ring = read_word (at);
      self->area_rings[i].n_rings = read_word (at);
      area->west = (gint32) read_word (at);
      area->south = (gint32) read_word (at);
      area->east = (gint32) read_word (at);
      area->north = (gint32) read_word (at);
      area->label_easting = (gint32) read_word (at);
      area->label_northing = (gint32) read_word (at);
    }
}

static void
find_box (Boundaries *self, Arc *arc)
{
  arc->west = arc->south = G_MAXINT32;
  arc->east = arc->north = G_MININT32;
  for (guint i = 0; i < arc->n_points; i++)
    {
      const Point *point = &self->points[arc->first_point + i];

      arc->west = MIN (arc->west, point->x);
      arc->east = MAX (arc->east, point->x);
      arc->south = MIN (arc->south, point->y);
      arc->north = MAX (arc->north, point->y);
    }
}

static Boundaries *
load (void)
{
  Boundaries *self = g_new0 (Boundaries, 1);
  const guint8 *start, *at;
  guint n_rings, n_references, n_points, text_size;
  gsize size;

  self->bytes = g_resource_lookup_data (oct_boundaries_resource_get_resource (), RESOURCE,
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (self->bytes != NULL);
  start = at = g_bytes_get_data (self->bytes, &size);
  g_assert (size > HEADER_SIZE && memcmp (start, "OCTB", 4) == 0);
  at += 4;
  g_assert (read_word (&at) == 1);
  self->n_areas = read_word (&at) - 1;
  n_rings = read_word (&at);
  n_references = read_word (&at);
  self->n_arcs = read_word (&at);
  n_points = read_word (&at);
  text_size = read_word (&at);
  g_assert (size
            == HEADER_SIZE + AREA_SIZE * ((gsize) self->n_areas + 1) + 8 * (gsize) n_rings
                 + 4 * (gsize) n_references + 12 * (gsize) self->n_arcs + 8 * (gsize) n_points
                 + text_size);

  read_areas (self, &at, (const char *) start + size - text_size);
  self->rings = g_new (Range, n_rings);
  for (guint i = 0; i < n_rings; i++)
    {
      self->rings[i].first = read_word (&at);
      self->rings[i].n = read_word (&at);
    }
  self->references = g_new (gint32, n_references);
  for (guint i = 0; i < n_references; i++)
    self->references[i] = (gint32) read_word (&at);
  self->arcs = g_new0 (Arc, self->n_arcs);
  for (guint i = 0; i < self->n_arcs; i++)
    {
      self->arcs[i].kind = (OctLineKind) read_word (&at);
      self->arcs[i].first_point = read_word (&at);
      self->arcs[i].n_points = read_word (&at);
    }
  self->points = g_new (Point, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      self->points[i].x = (gint32) read_word (&at);
      self->points[i].y = (gint32) read_word (&at);
    }
  for (guint i = 0; i < self->n_arcs; i++)
    find_box (self, &self->arcs[i]);
  return self;
}

static Boundaries *
get_boundaries (void)
{
  static Boundaries *loaded = NULL;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, load ());
  return loaded;
}

/* The points of an arc in the direction that a ring takes it; ~n is arc n backwards. */
static const Point *
arc_point (const Boundaries *self, gint32 reference, guint index)
{
  const Arc *arc = &self->arcs[reference >= 0 ? reference : ~reference];

  return &self->points[arc->first_point + (reference >= 0 ? index : arc->n_points - 1 - index)];
}

static guint
arc_length (const Boundaries *self, gint32 reference)
{
  return self->arcs[reference >= 0 ? reference : ~reference].n_points;
}

/**
 * oct_boundaries_n_areas:
 *
 * Returns: how many areas there are, regions and authorities together
 */
guint
oct_boundaries_n_areas (void)
{
  return get_boundaries ()->n_areas;
}

/**
 * oct_boundaries_get_area:
 * @index: less than oct_boundaries_n_areas()
 *
 * Returns: (transfer none): the area
 */
const OctArea *
oct_boundaries_get_area (guint index)
{
  g_return_val_if_fail (index < get_boundaries ()->n_areas, NULL);

  return &get_boundaries ()->areas[index];
}

/**
 * oct_boundaries_lookup:
 * @kind: what is looked for
 * @text: an ONS code, a DfE number or a name in any case
 *
 * Returns: the index of the area, %OCT_AREA_NONE if there is none
 */
int
oct_boundaries_lookup (OctAreaKind kind, const char *text)
{
  const Boundaries *self = get_boundaries ();

  if (text == NULL || *text == '\0')
    return OCT_AREA_NONE;
  for (guint i = 0; i < self->n_areas; i++)
    {
      const OctArea *area = &self->areas[i];

      if (area->kind == kind
          && (g_ascii_strcasecmp (area->code, text) == 0
              || g_ascii_strcasecmp (area->name, text) == 0
              || (*area->number != '\0' && strcmp (area->number, text) == 0)))
        return i;
    }
  return OCT_AREA_NONE;
}

/* Whether a line from the point to the east crosses the arc an odd number of times. */
static gboolean
arc_crosses (const Boundaries *self, const Arc *arc, double x, double y)
{
  const Point *points = &self->points[arc->first_point];
  gboolean odd = FALSE;

  if (arc->south > y || arc->north < y || arc->east < x)
    return FALSE;
  /* All of it lies to the east: where it begins and ends is enough. */
  if (arc->west > x)
    return (points[0].y > y) != (points[arc->n_points - 1].y > y);
  for (guint i = 1; i < arc->n_points; i++)
    {
      const Point *from = &points[i - 1], *to = &points[i];

      if ((from->y > y) != (to->y > y)
          && x < from->x + (y - from->y) / ((double) to->y - from->y) * ((double) to->x - from->x))
        odd = !odd;
    }
  return odd;
}

static gboolean
area_holds (const Boundaries *self, guint index, double x, double y)
{
  const AreaRings *rings = &self->area_rings[index];
  gboolean inside = FALSE;

  for (guint i = rings->first_ring; i < rings->first_ring + rings->n_rings; i++)
    {
      for (guint j = self->rings[i].first; j < self->rings[i].first + self->rings[i].n; j++)
        {
          gint32 reference = self->references[j];

          inside ^= arc_crosses (self, &self->arcs[reference >= 0 ? reference : ~reference], x, y);
        }
    }
  return inside;
}

/**
 * oct_boundaries_find:
 * @kind: what is looked for
 * @easting: National Grid metres
 * @northing: National Grid metres
 *
 * The boundaries are simplified: within about half a kilometre of one the answer may be the
 * neighbour, and on the coast none.
 *
 * Returns: the index of the area there, %OCT_AREA_NONE outside England
 */
int
oct_boundaries_find (OctAreaKind kind, double easting, double northing)
{
  const Boundaries *self = get_boundaries ();

  for (guint i = 0; i < self->n_areas; i++)
    {
      const OctArea *area = &self->areas[i];

      if (area->kind == kind && easting >= area->west && easting <= area->east
          && northing >= area->south && northing <= area->north
          && area_holds (self, i, easting, northing))
        return i;
    }
  return OCT_AREA_NONE;
}

static void
trace_rings (const Boundaries *self, const AreaRings *rings, OctBoundaryTrace trace, gpointer data)
{
  for (guint i = rings->first_ring; i < rings->first_ring + rings->n_rings; i++)
    {
      gboolean move = TRUE;

      for (guint j = self->rings[i].first; j < self->rings[i].first + self->rings[i].n; j++)
        {
          gint32 reference = self->references[j];

          for (guint k = move ? 0 : 1; k < arc_length (self, reference); k++)
            {
              const Point *point = arc_point (self, reference, k);

              trace (point->x, point->y, move, data);
              move = FALSE;
            }
        }
    }
}

/**
 * oct_boundaries_trace_area:
 * @index: an area
 * @trace: (scope call): called for each point
 * @data: handed to @trace
 *
 * Walks along the rings of an area; each begins with a move and ends where it began.
 */
void
oct_boundaries_trace_area (guint index, OctBoundaryTrace trace, gpointer data)
{
  const Boundaries *self = get_boundaries ();

  g_return_if_fail (index < self->n_areas);

  trace_rings (self, &self->area_rings[index], trace, data);
}

/**
 * oct_boundaries_trace_neighbour:
 * @trace: (scope call): called for each point
 * @data: handed to @trace
 *
 * Walks along the rings of Wales.
 */
void
oct_boundaries_trace_neighbour (OctBoundaryTrace trace, gpointer data)
{
  const Boundaries *self = get_boundaries ();

  trace_rings (self, &self->area_rings[self->n_areas], trace, data);
}

/**
 * oct_boundaries_trace_lines:
 * @kind: which lines
 * @west: left edge of a box in National Grid metres
 * @south: its lower edge
 * @east: its right edge
 * @north: its upper edge
 * @trace: (scope call): called for each point
 * @data: handed to @trace
 *
 * Walks along the lines of a kind that may touch the box, each line once.
 */
void
oct_boundaries_trace_lines (OctLineKind kind, double west, double south, double east, double north,
                            OctBoundaryTrace trace, gpointer data)
{
  const Boundaries *self = get_boundaries ();

  for (guint i = 0; i < self->n_arcs; i++)
    {
      const Arc *arc = &self->arcs[i];

      if (arc->kind != kind || arc->east < west || arc->west > east || arc->north < south
          || arc->south > north)
        continue;
      for (guint j = 0; j < arc->n_points; j++)
        trace (self->points[arc->first_point + j].x, self->points[arc->first_point + j].y, j == 0,
               data);
    }
}
