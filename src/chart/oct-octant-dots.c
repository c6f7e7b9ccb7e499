/* Where the dots of an octant are: rows of a common size in the ring of their stage.
 *
 * All dots of a picture are alike, as large as the fullest ring allows, in rows about the middle of
 * the ring and the order they were given. A ring that would need dots too small to see shows an arc
 * with the number instead, whose length is the share of the schools.
 */
#include <math.h>

#include "oct-octant-private.h"

#define MOST_ROWS 64
/* From the middle of one dot to the next, in radii; above 2 they don't touch. */
#define PITCH 2.5

typedef struct
{
  double inner, outer; /* of what dots may fill */
  double radii[MOST_ROWS];
  guint capacities[MOST_ROWS];
  guint n_rows;
} Rows;

static guint
row_capacity (const OctOctantWheel *wheel, double radius, double dot)
{
  /* A dot stays within the sector: its distance from the sector's edge is at least its radius. */
  double half = oct_octant_wheel_half (wheel, radius);
  double room = 2 * (half * radius - dot * 1.5);

  return room < 0 ? 0 : (guint) (room / (dot * PITCH)) + 1;
}

/* As few rows as hold @n dots; %FALSE if the ring can't. */
static gboolean
make_rows (const OctOctantWheel *wheel, int stage, double margin, double dot, guint n, Rows *rows)
{
  double pitch = dot * PITCH;
  guint most;

  rows->inner = wheel->radii[stage] + margin;
  rows->outer = wheel->radii[stage + 1] - margin;
  if (rows->outer - rows->inner < 2 * dot)
    return FALSE;
  most = MIN ((guint) ((rows->outer - rows->inner - 2 * dot) / pitch) + 1, MOST_ROWS);
  for (rows->n_rows = 1; rows->n_rows <= most; rows->n_rows++)
    {
      double middle = (rows->inner + rows->outer) / 2;
      guint held = 0;

      for (guint i = 0; i < rows->n_rows; i++)
        {
          rows->radii[i] = middle + ((rows->n_rows - 1) / 2.0 - i) * pitch;
          rows->capacities[i] = row_capacity (wheel, rows->radii[i], dot);
          held += rows->capacities[i];
        }
      if (held >= n)
        return TRUE;
    }
  return FALSE;
}

/* How many of @n go to each row: as many as its share of the room, the rest from the outermost in. */
static void
share_out (const Rows *rows, guint n, guint *counts)
{
  guint held = 0, given = 0;

  for (guint i = 0; i < rows->n_rows; i++)
    held += rows->capacities[i];
  for (guint i = 0; i < rows->n_rows; i++)
    {
      counts[i] = n * rows->capacities[i] / held;
      given += counts[i];
    }
  for (guint i = 0; given < n; i = (i + 1) % rows->n_rows)
    {
      if (counts[i] < rows->capacities[i])
        {
          counts[i]++;
          given++;
        }
    }
}

static void
place_ring (OctOctantChart *self, OctOctantLayout *layout, guint sector, int stage,
            const Rows *rows, guint n)
{
  const OctOctantWheel *wheel = &layout->wheel;
  double middle = oct_octant_wheel_middle (wheel, sector);
  guint counts[MOST_ROWS], row = 0, at = 0;

  share_out (rows, n, counts);
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      OctOctantDot dot = { .sector = sector, .school = i };
      double radius, step, room, angle;

      if (oct_octant_school_stage (self, i, sector) != stage)
        continue;
      while (at >= counts[row])
        {
          row++;
          at = 0;
        }
      radius = rows->radii[row];
      room = 2 * (oct_octant_wheel_half (wheel, radius) * radius - layout->dot * 1.5);
      step = layout->dot * PITCH * 1.18;
      if (counts[row] > 1)
        step = MAX (MIN (step, room / (counts[row] - 1)), layout->dot * PITCH);
      angle = middle + (at - (counts[row] - 1) / 2.0) * step / radius;
      dot.x = wheel->x + radius * cos (angle);
      dot.y = wheel->y + radius * sin (angle);
      g_array_append_val (layout->dots, dot);
      at++;
    }
}

static void
place_pile (OctOctantChart *self, OctOctantLayout *layout, guint sector, int stage, guint n)
{
  const OctOctantWheel *wheel = &layout->wheel;
  double band = wheel->radii[stage + 1] - wheel->radii[stage];
  OctOctantPile pile = { .sector = sector,
                         .stage = stage,
                         .n = n,
                         .radius = (wheel->radii[stage] + wheel->radii[stage + 1]) / 2,
                         .thickness = band * 0.64 };
  double room = oct_octant_wheel_half (wheel, pile.radius) - pile.thickness / 2 / pile.radius;
  int chosen = oct_octant_find_chosen (self);

  pile.half_angle = MAX (room, 0.02) * 0.92 * n / MAX (self->data.schools->len, 1);
  g_array_append_val (layout->piles, pile);
  if (chosen >= 0 && oct_octant_school_stage (self, chosen, sector) == stage)
    {
      double angle = oct_octant_wheel_middle (wheel, sector) + pile.half_angle;
      OctOctantDot dot = { .sector = sector,
                           .school = chosen,
                           .x = wheel->x + pile.radius * cos (angle),
                           .y = wheel->y + pile.radius * sin (angle) };

      g_array_append_val (layout->dots, dot);
    }
}

static void
count_rings (OctOctantChart *self, guint counts[OCT_OCTANT_MAX_SECTORS][OCT_STAGES_MAX])
{
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      for (guint j = 0; j < self->data.n_parts; j++)
        {
          int stage = oct_octant_school_stage (self, i, j);

          if (stage != OCT_STAGE_NOT_JUDGED)
            counts[j][stage]++;
        }
    }
}

/* The largest dot that every ring can hold, not counting those that can't hold even the least. */
static double
find_size (const OctOctantWheel *wheel, double margin, double most, double least,
           guint counts[OCT_OCTANT_MAX_SECTORS][OCT_STAGES_MAX])
{
  double size = most;
  Rows rows;

  for (guint i = 0; i < wheel->n_rings; i++)
    {
      guint fullest = 0;

      for (guint j = 0; j < wheel->n_sectors; j++)
        {
          if (counts[j][i] > fullest && make_rows (wheel, i, margin, least, counts[j][i], &rows))
            fullest = counts[j][i];
        }
      while (fullest > 0 && size > least && !make_rows (wheel, i, margin, size, fullest, &rows))
        size = MAX (size - 0.1, least);
    }
  return size;
}

void
oct_octant_place_dots (OctOctantChart *self, OctOctantLayout *layout)
{
  guint counts[OCT_OCTANT_MAX_SECTORS][OCT_STAGES_MAX] = { 0 };
  const OctOctantWheel *wheel = &layout->wheel;
  double em = layout->type.size_text, thinnest = G_MAXDOUBLE, margin, most, least;
  Rows rows;

  if (self->data.stages.n == 0)
    return;
  for (guint i = 0; i < wheel->n_rings; i++)
    thinnest = MIN (thinnest, wheel->radii[i + 1] - wheel->radii[i]);
  margin = MIN (em * 0.3, thinnest * 0.12);
  most = MIN (em * 0.44, thinnest * 0.19);
  least = MIN (MAX (em * 0.085, 1.5), most);
  count_rings (self, counts);
  layout->dot = find_size (wheel, margin, most, least, counts);
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      for (guint j = 0; j < self->data.stages.n; j++)
        {
          if (counts[i][j] == 0)
            continue;
          if (make_rows (wheel, j, margin, layout->dot, counts[i][j], &rows))
            place_ring (self, layout, i, j, &rows, counts[i][j]);
          else
            place_pile (self, layout, i, j, counts[i][j]);
        }
    }
}
