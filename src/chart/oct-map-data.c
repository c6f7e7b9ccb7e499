/* What a map is given, and how its view is moved: the public functions of #OctMapChart. */
#include <math.h>

#include "oct-map-chart-private.h"

/* Steps of shading a reader can tell apart. */
#define GOOD_STEPS 6

static void
data_changed (OctMapChart *self)
{
  g_clear_pointer (&self->marks, oct_map_marks_free);
  g_clear_pointer (&self->description, g_free);
  oct_chart_changed (OCT_CHART (self));
}

static const char *
keep (OctMapChart *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * oct_map_chart_new:
 *
 * Returns: (transfer full): a map of England with nothing on it
 */
OctMapChart *
oct_map_chart_new (void)
{
  return g_object_new (OCT_TYPE_MAP_CHART, NULL);
}

/**
 * oct_map_chart_set_points:
 * @self: a map
 * @points: (array length=n_points): the places
 * @n_points: how many
 *
 * Replaces the places; strings are copied. Unless the view was moved by hand it fits them.
 */
void
oct_map_chart_set_points (OctMapChart *self, const OctMapPoint *points, guint n_points)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));
  g_return_if_fail (points != NULL || n_points == 0);
  g_return_if_fail (n_points < G_MAXINT / 2);

  self->region_known = FALSE;
  g_string_chunk_clear (self->strings);
  g_free (self->places);
  g_free (self->words);
  self->places = g_new (OctMapPlace, MAX (n_points, 1));
  self->words = g_new (OctMapWords, MAX (n_points, 1));
  self->n_places = n_points;
  for (guint i = 0; i < n_points; i++)
    {
      OctMapPointKind kind = CLAMP (points[i].kind, OCT_MAP_POINT_OWN, OCT_MAP_POINT_HIGHLIGHTED);
      gboolean placed = points[i].easting > 0 && points[i].northing > 0;

      self->places[i] = (OctMapPlace) { placed ? points[i].easting : 0,
                                        placed ? points[i].northing : 0,
                                        kind == OCT_MAP_POINT_HIGHLIGHTED };
      self->words[i] = (OctMapWords) { keep (self, points[i].id),
                                       keep (self, points[i].name != NULL ? points[i].name : ""),
                                       keep (self, points[i].detail), kind };
    }
  data_changed (self);
}

/* Between two and seven steps of a round width that cover all values. */
static void
find_steps (OctMapChart *self)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  self->n_steps = 0;
  for (guint i = 0; i < self->shades->len; i++)
    {
      double value = g_array_index (self->shades, OctMapShade, i).value;

      if (isfinite (value))
        {
          low = MIN (low, value);
          high = MAX (high, value);
        }
    }
  if (low > high)
    return;
  self->step = oct_chart_nice_step (MAX (high - low, 1e-6), GOOD_STEPS, self->unit);
  if (high - low < 1e-9)
    self->step = oct_chart_nice_step (MAX (fabs (high), 1), GOOD_STEPS, self->unit);
  for (;;)
    {
      self->first_step = floor (low / self->step + 1e-9) * self->step;
      self->n_steps = (guint) floor ((high - self->first_step) / self->step + 1e-9) + 1;
      if (self->n_steps <= OCT_MAP_MOST_STEPS)
        break;
      self->step = oct_chart_nice_step (self->step * 1.5, 1, self->unit);
    }
  /* 100% closes the step below it rather than opening one of its own. */
  if (self->unit == OCT_CHART_UNIT_PERCENT && self->n_steps > 1
      && self->first_step + (self->n_steps - 1) * self->step >= 100 - 1e-9)
    self->n_steps--;
}

/**
 * oct_map_chart_set_values:
 * @self: a map
 * @kind: regions or authorities
 * @values: (array length=n_values): what shades them; areas that don't exist are left out
 * @n_values: how many; 0 for a map without shading
 * @name: (nullable): what the value is, heads the key
 * @unit: how values are written
 *
 * Shades areas by value, in a few steps of a round width.
 */
void
oct_map_chart_set_values (OctMapChart *self, OctAreaKind kind, const OctMapValue *values,
                          guint n_values, const char *name, OctChartUnit unit)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));
  g_return_if_fail (values != NULL || n_values == 0);

  g_array_set_size (self->shades, 0);
  for (guint i = 0; i < n_values; i++)
    {
      int area = oct_boundaries_lookup (kind, values[i].area);
      OctMapShade shade = { (guint) area, values[i].value, NULL };

      if (area == OCT_AREA_NONE)
        continue;
      shade.id = g_strdup (values[i].id);
      g_array_append_val (self->shades, shade);
    }
  self->shade_kind = kind;
  self->unit = unit;
  g_free (self->value_name);
  self->value_name = g_strdup (name != NULL ? name : "");
  find_steps (self);
  data_changed (self);
}

/**
 * oct_map_chart_set_authorities:
 * @self: a map
 * @shown: whether authorities' outlines are drawn as well as regions'
 *
 * Sets how much of the country's structure is drawn.
 */
void
oct_map_chart_set_authorities (OctMapChart *self, gboolean shown)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));

  self->authorities = shown;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_map_chart_set_corner:
 * @self: a map
 * @width: of the corner at the lower right
 * @height: of the corner at the lower right
 *
 * Keeps names out of a corner over which a window lays buttons. It holds for what is drawn next; nothing
 * is drawn anew.
 */
void
oct_map_chart_set_corner (OctMapChart *self, double width, double height)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));

  self->corner_width = width;
  self->corner_height = height;
}

/**
 * oct_map_chart_set_subject:
 * @self: a map
 * @subject: (nullable): what the points are, with their number: "15 schools of Fen Trust"
 *
 * Sets what the description says the map is of.
 */
void
oct_map_chart_set_subject (OctMapChart *self, const char *subject)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));

  g_free (self->subject);
  self->subject = g_strdup (subject);
  data_changed (self);
}

/**
 * oct_map_chart_set_kind_name:
 * @self: a map
 * @kind: a kind of point
 * @name: (nullable): what it is, for the key
 *
 * Names a kind of point in the key.
 */
void
oct_map_chart_set_kind_name (OctMapChart *self, OctMapPointKind kind, const char *name)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));
  g_return_if_fail (kind >= OCT_MAP_POINT_OWN && kind <= OCT_MAP_POINT_HIGHLIGHTED);

  g_free (self->kind_names[kind]);
  self->kind_names[kind] = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_map_chart_fit_points:
 * @self: a map
 *
 * Shows all places, or England where there are none or they are spread over all of it.
 */
void
oct_map_chart_fit_points (OctMapChart *self)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));

  self->fit = OCT_MAP_FIT_POINTS;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_map_chart_fit_england:
 * @self: a map
 *
 * Shows all of England.
 */
void
oct_map_chart_fit_england (OctMapChart *self)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));

  self->fit = OCT_MAP_FIT_ENGLAND;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_map_chart_fit_area:
 * @self: a map
 * @kind: region or authority
 * @area: its code, number or name
 *
 * Shows all of an area.
 *
 * Returns: %FALSE if there is no such area
 */
gboolean
oct_map_chart_fit_area (OctMapChart *self, OctAreaKind kind, const char *area)
{
  const OctArea *found;
  int index;

  g_return_val_if_fail (OCT_IS_MAP_CHART (self), FALSE);

  index = oct_boundaries_lookup (kind, area);
  if (index == OCT_AREA_NONE)
    return FALSE;
  found = oct_boundaries_get_area (index);
  self->fit = OCT_MAP_FIT_BOX;
  self->west = found->west;
  self->south = found->south;
  self->east = found->east;
  self->north = found->north;
  self->least_metres = 0;
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

/**
 * oct_map_chart_show_place:
 * @self: a map
 * @easting: National Grid metres
 * @northing: National Grid metres
 * @metres_across: how much to show around it
 *
 * Puts a place in the middle.
 */
void
oct_map_chart_show_place (OctMapChart *self, double easting, double northing, double metres_across)
{
  g_return_if_fail (OCT_IS_MAP_CHART (self));

  self->fit = OCT_MAP_FIT_BOX;
  self->west = self->east = easting;
  self->south = self->north = northing;
  self->least_metres = metres_across;
  oct_chart_changed (OCT_CHART (self));
}

/* Makes the view that is shown the one that is moved. */
static void
take_view (OctMapChart *self, double width, double height, const OctChartTheme *theme,
           cairo_rectangle_t *plot)
{
  oct_chart_get_plot (OCT_CHART (self), width, height, theme, plot);
  oct_map_chart_prepare (self, plot->width, plot->height, theme);
  self->fit = OCT_MAP_FREE;
}

/**
 * oct_map_chart_zoom:
 * @self: a map
 * @factor: more than 1 to enlarge
 * @x: a point of the whole chart
 * @y: its distance from the top
 * @width: width of the whole chart
 * @height: its height
 * @theme: how it looks
 *
 * Changes the scale; what is under the point stays there.
 */
void
oct_map_chart_zoom (OctMapChart *self, double factor, double x, double y, double width,
                    double height, const OctChartTheme *theme)
{
  cairo_rectangle_t plot;

  g_return_if_fail (OCT_IS_MAP_CHART (self));
  g_return_if_fail (factor > 0);
  g_return_if_fail (theme != NULL);

  take_view (self, width, height, theme, &plot);
  oct_map_view_zoom (&self->view, factor, x - plot.x, y - plot.y);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_map_chart_pan:
 * @self: a map
 * @dx: how far the picture moves to the right
 * @dy: how far it moves down
 * @width: width of the whole chart
 * @height: its height
 * @theme: how it looks
 *
 * Moves the map.
 */
void
oct_map_chart_pan (OctMapChart *self, double dx, double dy, double width, double height,
                   const OctChartTheme *theme)
{
  cairo_rectangle_t plot;

  g_return_if_fail (OCT_IS_MAP_CHART (self));
  g_return_if_fail (theme != NULL);

  take_view (self, width, height, theme, &plot);
  oct_map_view_pan (&self->view, dx, dy);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_map_chart_open_cluster:
 * @self: a map
 * @datum: what was activated
 * @width: width of the whole chart
 * @height: its height
 * @theme: how it looks
 *
 * Zooms so far that the places of a cluster come apart.
 *
 * Returns: %FALSE if the datum isn't a cluster
 */
gboolean
oct_map_chart_open_cluster (OctMapChart *self, int datum, double width, double height,
                            const OctChartTheme *theme)
{
  double west = G_MAXDOUBLE, south = G_MAXDOUBLE, east = -G_MAXDOUBLE, north = -G_MAXDOUBLE, before;
  cairo_rectangle_t plot;
  int mark;

  g_return_val_if_fail (OCT_IS_MAP_CHART (self), FALSE);
  g_return_val_if_fail (theme != NULL, FALSE);

  oct_chart_get_plot (OCT_CHART (self), width, height, theme, &plot);
  oct_map_chart_prepare (self, plot.width, plot.height, theme);
  if (!oct_map_chart_is_cluster (self, datum))
    return FALSE;
  mark = self->marks->mark_of_place[datum - self->n_places];
  for (guint i = 0; i < self->n_places; i++)
    {
      if (self->marks->mark_of_place[i] != mark)
        continue;
      west = MIN (west, self->places[i].easting);
      east = MAX (east, self->places[i].easting);
      south = MIN (south, self->places[i].northing);
      north = MAX (north, self->places[i].northing);
    }
  before = self->view.metres;
  self->fit = OCT_MAP_FREE;
  oct_map_view_fit (&self->view, west, south, east, north, 40 * theme->scale, 1);
  /* At least twice as large: a step that changes nothing would be a dead end. */
  if (self->view.metres > before / 2)
    oct_map_view_zoom (&self->view, self->view.metres / (before / 2), self->view.width / 2,
                       self->view.height / 2);
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}
