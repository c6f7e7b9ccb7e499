/* The ground of a map: land, shading, outlines and the areas' names.
 *
 * Points of a boundary that would fall on the same pixel are left out while the path is made, so
 * that the whole country costs little more than a region.
 */
#include <math.h>

#include "oct-map-chart-private.h"

#define LEAST_STEP 1.2
/* Metres to the point beyond which authorities' outlines would only be a mesh. */
#define OUTLINED_BELOW 900.0

typedef struct
{
  cairo_t *cr;
  const OctMapView *view;
  double x, y;                 /* last point that went into the path */
  double pending_x, pending_y; /* last point that was left out */
  gboolean pending;
} Path;

static void
path_flush (Path *path)
{
  if (path->pending)
    cairo_line_to (path->cr, path->pending_x, path->pending_y);
  path->pending = FALSE;
}

static void
path_trace_cb (double easting, double northing, gboolean move, gpointer data)
{
  Path *path = data;
  double x = oct_map_view_x (path->view, easting), y = oct_map_view_y (path->view, northing);

  if (move)
    {
      path_flush (path);
      cairo_move_to (path->cr, x, y);
    }
  else if (fabs (x - path->x) + fabs (y - path->y) < LEAST_STEP)
    {
      path->pending = TRUE;
      path->pending_x = x;
      path->pending_y = y;
      return;
    }
  else
    {
      cairo_line_to (path->cr, x, y);
    }
  path->pending = FALSE;
  path->x = x;
  path->y = y;
}

/* Adds an area to the path of @cr. */
void
oct_map_path_area (const OctMapView *view, cairo_t *cr, guint area)
{
  Path path = { .cr = cr, .view = view };

  oct_boundaries_trace_area (area, path_trace_cb, &path);
  path_flush (&path);
  cairo_close_path (cr);
}

static gboolean
in_sight (const OctMapView *view, const OctArea *area)
{
  return oct_map_view_x (view, area->east) >= 0 && oct_map_view_x (view, area->west) <= view->width
         && oct_map_view_y (view, area->south) >= 0
         && oct_map_view_y (view, area->north) <= view->height;
}

/* Slanting lines: the sign for "no figure", on a map as in its key. */
void
oct_map_draw_hatch (cairo_t *cr, const OctChartTheme *theme, double x, double y, double width,
                    double height)
{
  double step = 5 * theme->scale;

  cairo_save (cr);
  cairo_clip (cr);
  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  oct_colour_set (theme->other, cr);
  cairo_set_line_width (cr, theme->line);
  /* From a fixed origin, so that neighbouring areas' lines join up. */
  for (double start = floor ((x - y - height) / step) * step; start < x + width - y; start += step)
    {
      cairo_move_to (cr, start + y, y);
      cairo_line_to (cr, start + y + height, y + height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_shades (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme)
{
  for (guint i = 0; i < self->shades->len; i++)
    {
      const OctMapShade *shade = &g_array_index (self->shades, OctMapShade, i);

      if (!in_sight (&self->view, oct_boundaries_get_area (shade->area)))
        continue;
      cairo_new_path (cr);
      oct_map_path_area (&self->view, cr, shade->area);
      if (!isfinite (shade->value))
        {
          oct_map_draw_hatch (cr, theme, 0, 0, self->view.width, self->view.height);
          continue;
        }
      oct_colour_set (oct_chart_theme_step (theme, oct_map_chart_step_of (self, shade->value),
                                            self->n_steps),
                      cr);
      cairo_fill (cr);
    }
}

static void
draw_lines (OctMapChart *self, cairo_t *cr, OctLineKind kind, OctColour colour, double width)
{
  Path path = { .cr = cr, .view = &self->view };

  oct_boundaries_trace_lines (kind, oct_map_view_easting (&self->view, 0),
                              oct_map_view_northing (&self->view, self->view.height),
                              oct_map_view_easting (&self->view, self->view.width),
                              oct_map_view_northing (&self->view, 0), path_trace_cb, &path);
  path_flush (&path);
  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_stroke (cr);
}

/* Wales, a shade quieter than England: land, but not what the map is about. */
static void
draw_neighbour (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme)
{
  Path path = { .cr = cr, .view = &self->view };
  OctColour quiet = theme->land, edge = theme->land_edge;

  cairo_new_path (cr);
  oct_boundaries_trace_neighbour (path_trace_cb, &path);
  path_flush (&path);
  cairo_close_path (cr);
  quiet.alpha = 0.55;
  oct_colour_set (quiet, cr);
  cairo_fill (cr);
  edge.alpha = 0.45;
  draw_lines (self, cr, OCT_LINE_NEIGHBOUR, edge, theme->line * 0.8);
}

/* Land, shading and outlines, on the prepared view. */
void
oct_map_draw_ground (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme)
{
  gboolean shaded = self->shades->len > 0;
  OctColour soft = theme->land_edge;

  oct_colour_set (theme->water, cr);
  cairo_rectangle (cr, 0, 0, self->view.width, self->view.height);
  cairo_fill (cr);

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  draw_neighbour (self, cr, theme);
  cairo_new_path (cr);
  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      const OctArea *area = oct_boundaries_get_area (i);

      if (area->kind == OCT_AREA_REGION && in_sight (&self->view, area))
        oct_map_path_area (&self->view, cr, i);
    }
  oct_colour_set (theme->land, cr);
  cairo_fill (cr);
  draw_shades (self, cr, theme);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);

  soft.alpha = 0.6;
  if (shaded && self->shade_kind == OCT_AREA_AUTHORITY)
    draw_lines (self, cr, OCT_LINE_AUTHORITY, theme->paper, theme->line * 0.6);
  else if (self->authorities && self->view.metres < OUTLINED_BELOW)
    draw_lines (self, cr, OCT_LINE_AUTHORITY, soft, theme->line * 0.6);
  draw_lines (self, cr, OCT_LINE_REGION, shaded ? theme->paper : theme->land_edge,
              theme->line * (shaded ? 1.6 : 1.1));
  draw_lines (self, cr, OCT_LINE_COAST, theme->land_edge, theme->line);
}

static const OctMapShade *
shade_of (OctMapChart *self, guint area)
{
  for (guint i = 0; i < self->shades->len; i++)
    {
      if (g_array_index (self->shades, OctMapShade, i).area == area)
        return &g_array_index (self->shades, OctMapShade, i);
    }
  return NULL;
}

/* Where an area's name goes: its own point, or in a close-up the middle of what is seen of it. */
static gboolean
find_label_point (OctMapChart *self, guint index, double *x, double *y)
{
  const OctArea *area = oct_boundaries_get_area (index);
  double sum_x = 0, sum_y = 0;
  guint n = 0;

  *x = oct_map_view_x (&self->view, area->label_easting);
  *y = oct_map_view_y (&self->view, area->label_northing);
  if (*x > 0 && *y > 0 && *x < self->view.width && *y < self->view.height)
    return TRUE;
  for (guint i = 0; i < 48; i++)
    {
      double sample_x = self->view.width * (i % 8 + 0.5) / 8,
             sample_y = self->view.height * (i / 8 + 0.5) / 6;

      if (oct_boundaries_find (area->kind, oct_map_view_easting (&self->view, sample_x),
                               oct_map_view_northing (&self->view, sample_y))
          != (int) index)
        continue;
      sum_x += sample_x;
      sum_y += sample_y;
      n++;
    }
  if (n < 2)
    return FALSE;
  *x = sum_x / n;
  *y = sum_y / n;
  return oct_boundaries_find (area->kind, oct_map_view_easting (&self->view, *x),
                              oct_map_view_northing (&self->view, *y))
         == (int) index;
}

static void
draw_area_name (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme, guint index,
                OctLabelSpace *space)
{
  const OctArea *area = oct_boundaries_get_area (index);
  const OctMapShade *shade = shade_of (self, index);
  double room = MIN ((area->east - area->west) / self->view.metres * 0.72, 120 * theme->scale);
  g_autofree char *value = shade != NULL && isfinite (shade->value)
                             ? oct_chart_value_to_text (shade->value, self->unit)
                             : NULL;
  g_autofree char *words = value != NULL ? g_strdup_printf ("%s\n%s", area->name, value)
                                         : g_strdup (area->name);
  g_autoptr (PangoLayout) name = oct_chart_text_new (
    theme, shade != NULL ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL, words, room, 4);
  double x, y, width, height;

  /* Whole words only: a name broken in the middle is worse than none. */
  pango_layout_set_wrap (name, PANGO_WRAP_WORD);
  pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
  oct_chart_text_size (name, &width, &height);
  if (width > room || (area->north - area->south) / self->view.metres < height
      || !find_label_point (self, index, &x, &y))
    return;
  pango_layout_set_width (name, (int) (ceil (width) * PANGO_SCALE));
  x = round (x - width / 2);
  y = round (y - height / 2);
  if (!oct_label_space_take (space, x, y, width, height))
    return;
  if (shade != NULL && isfinite (shade->value))
    oct_chart_text_draw (
      name, cr, x, y,
      oct_chart_theme_ink_on (
        theme,
        oct_chart_theme_step (theme, oct_map_chart_step_of (self, shade->value), self->n_steps)));
  else
    oct_chart_text_draw_with_halo (name, cr, x, y, theme->ink_soft,
                                   shade != NULL ? theme->paper : theme->land);
}

/* Names of regions, or closer up of authorities, where they have room inside their area. */
void
oct_map_draw_area_names (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                         OctLabelSpace *space)
{
  OctAreaKind kind = self->view.metres < 500 ? OCT_AREA_AUTHORITY : OCT_AREA_REGION;

  if (self->shades->len > 0)
    kind = self->shade_kind;
  /* All of England's authorities at once would be a thicket. */
  if (kind == OCT_AREA_AUTHORITY && self->view.metres > 600)
    return;
  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      const OctArea *area = oct_boundaries_get_area (i);

      if (area->kind == kind && in_sight (&self->view, area)
          && (area->east - area->west) / self->view.metres > 48 * theme->scale)
        draw_area_name (self, cr, theme, i, space);
    }
}
