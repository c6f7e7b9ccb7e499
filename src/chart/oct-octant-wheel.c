/* The wheel of an octant: sectors parted by gaps, rings that grow thinner outwards.
 *
 * Rings are steps and their width means nothing; inner ones are given more of the radius, since they
 * have less of the circle and must hold as many dots. Gaps are as wide at the centre as at the rim,
 * which makes sectors look cut rather than folded.
 */
#include <math.h>

#include "oct-octant-private.h"

/* The hole's share of the radius, and how far rings go from equal widths to equal areas. */
#define HOLE 0.29
#define EVEN_AREA 0.3

void
oct_octant_wheel_set (OctOctantWheel *self, guint n_sectors, guint n_rings, double radius,
                      double gap)
{
  self->n_sectors = MAX (n_sectors, 1);
  self->n_rings = n_rings;
  self->gap = n_sectors > 1 ? gap : 0;
  self->radii[0] = radius * HOLE;
  for (guint i = 1; i <= n_rings; i++)
    {
      double share = (double) i / n_rings;
      double width = HOLE + (1 - HOLE) * share;
      double area = sqrt (HOLE * HOLE + (1 - HOLE * HOLE) * share);

      self->radii[i] = radius * (width + (area - width) * EVEN_AREA);
    }
}

double
oct_octant_wheel_radius (const OctOctantWheel *self)
{
  return self->radii[self->n_rings];
}

double
oct_octant_wheel_middle (const OctOctantWheel *self, guint sector)
{
  return 2 * G_PI * sector / self->n_sectors - G_PI / 2;
}

double
oct_octant_wheel_half (const OctOctantWheel *self, double radius)
{
  double half = G_PI / self->n_sectors;

  return radius * 2 <= self->gap ? 0 : MAX (half - asin (self->gap / 2 / radius), 0.01);
}

void
oct_octant_wheel_path (const OctOctantWheel *self, cairo_t *cr, guint sector, double inner,
                       double outer)
{
  double middle = oct_octant_wheel_middle (self, sector);
  double near = oct_octant_wheel_half (self, inner), far = oct_octant_wheel_half (self, outer);

  cairo_new_sub_path (cr);
  cairo_arc (cr, self->x, self->y, outer, middle - far, middle + far);
  cairo_arc_negative (cr, self->x, self->y, inner, middle + near, middle - near);
  cairo_close_path (cr);
}

/* The four sides one after the other, the dots going on round the corners: Cairo takes several times
 * as long for all of the outline as one stroke. */
void
oct_octant_wheel_stroke_dotted (const OctOctantWheel *self, cairo_t *cr, guint sector, double inner,
                                double outer, double pitch)
{
  const double dots[] = { 0, pitch };
  double middle = oct_octant_wheel_middle (self, sector);
  double near = oct_octant_wheel_half (self, inner), far = oct_octant_wheel_half (self, outer);
  double side = hypot (outer * cos (far) - inner * cos (near),
                       outer * sin (far) - inner * sin (near));
  double along = 0;

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  for (int part = 0; part < 4; part++)
    {
      double turn = part == 1 ? 1 : -1;

      cairo_set_dash (cr, dots, 2, along);
      if (part == 0)
        cairo_arc (cr, self->x, self->y, outer, middle - far, middle + far);
      else if (part == 2)
        cairo_arc_negative (cr, self->x, self->y, inner, middle + near, middle - near);
      else
        {
          double from = part == 1 ? outer : inner, to = part == 1 ? inner : outer;
          double at = middle + turn * (part == 1 ? far : near);
          double end = middle + turn * (part == 1 ? near : far);

          cairo_move_to (cr, self->x + from * cos (at), self->y + from * sin (at));
          cairo_line_to (cr, self->x + to * cos (end), self->y + to * sin (end));
        }
      cairo_stroke (cr);
      along += part == 0 ? 2 * far * outer : part == 2 ? 2 * near * inner : side;
    }
  cairo_restore (cr);
}

/* @share of the sector's angle, about its middle. */
void
oct_octant_wheel_arc (const OctOctantWheel *self, cairo_t *cr, guint sector, double radius,
                      double share)
{
  double middle = oct_octant_wheel_middle (self, sector);
  double half = oct_octant_wheel_half (self, radius) * share;

  cairo_new_sub_path (cr);
  cairo_arc (cr, self->x, self->y, radius, middle - half, middle + half);
}

int
oct_octant_wheel_at (const OctOctantWheel *self, double x, double y, int *ring)
{
  double radius = hypot (x - self->x, y - self->y), turn;

  if (ring != NULL)
    *ring = -1;
  if (self->n_rings == 0 || radius < self->radii[0] || radius > self->radii[self->n_rings])
    return -1;
  for (guint i = 0; i < self->n_rings && ring != NULL; i++)
    {
      if (radius <= self->radii[i + 1])
        {
          *ring = i;
          break;
        }
    }
  turn = (atan2 (y - self->y, x - self->x) + G_PI / 2) / (2 * G_PI) + 0.5 / self->n_sectors;
  turn -= floor (turn);
  return MIN ((int) (turn * self->n_sectors), (int) self->n_sectors - 1);
}
