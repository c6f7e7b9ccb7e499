/* The map: its data, its view and the questions every chart answers.
 *
 * A datum below the number of places is a place; that number added to a place's own stands for the
 * cluster it is in, so that a datum keeps its meaning whatever the zoom. Without places, data are
 * the shaded areas. What is drawn from all this lies in oct-map-ground.c, -draw.c and -key.c, what
 * is said in oct-map-words.c.
 */
#include "oct-map-chart.h"

#include <math.h>

#include "oct-map-chart-private.h"

/* Up to so many places in sight are kept apart as long as they don't cover one another; up to so
 * many, circles may stand close. */
#define FEW_PLACES 120
#define SOME_PLACES 600

G_DEFINE_FINAL_TYPE (OctMapChart, oct_map_chart, OCT_TYPE_CHART)

static void
shade_clear (gpointer data)
{
  g_free (((OctMapShade *) data)->id);
}

static void
forget_marks (OctMapChart *self)
{
  g_clear_pointer (&self->marks, oct_map_marks_free);
}

static void
fit_view (OctMapChart *self, const OctChartTheme *theme)
{
  double west = G_MAXDOUBLE, south = G_MAXDOUBLE, east = -G_MAXDOUBLE, north = -G_MAXDOUBLE;
  double margin = 34 * theme->scale;

  if (self->fit == OCT_MAP_FREE)
    return;
  if (self->fit == OCT_MAP_FIT_BOX)
    {
      oct_map_view_fit (&self->view, self->west, self->south, self->east, self->north, margin / 2,
                        self->least_metres);
      return;
    }
  for (guint i = 0; self->fit == OCT_MAP_FIT_POINTS && i < self->n_places; i++)
    {
      const OctMapPlace *place = &self->places[i];

      if (place->easting <= 0 || place->northing <= 0)
        continue;
      west = MIN (west, place->easting);
      east = MAX (east, place->easting);
      south = MIN (south, place->northing);
      north = MAX (north, place->northing);
    }
  if (west <= east && east - west < 350000 && north - south < 420000)
    {
      oct_map_view_fit (&self->view, west, south, east, north, margin, 8000);
      return;
    }
  west = south = G_MAXDOUBLE;
  east = north = -G_MAXDOUBLE;
  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      const OctArea *area = oct_boundaries_get_area (i);

      west = MIN (west, area->west);
      east = MAX (east, area->east);
      south = MIN (south, area->south);
      north = MAX (north, area->north);
    }
  oct_map_view_fit (&self->view, west, south, east, north, margin / 4, 0);
}

/* How far apart places are drawn singly: the more there are in sight, the further. */
static double
find_spacing (OctMapChart *self)
{
  double west = oct_map_view_easting (&self->view, 0),
         east = oct_map_view_easting (&self->view, self->view.width);
  double north = oct_map_view_northing (&self->view, 0),
         south = oct_map_view_northing (&self->view, self->view.height);
  guint n_seen = 0;

  for (guint i = 0; i < self->n_places && n_seen <= SOME_PLACES; i++)
    n_seen += self->places[i].easting > west && self->places[i].easting < east
              && self->places[i].northing > south && self->places[i].northing < north;
  return n_seen <= FEW_PLACES ? 11 : n_seen <= SOME_PLACES ? 24 : 42;
}

void
oct_map_chart_prepare (OctMapChart *self, double width, double height, const OctChartTheme *theme)
{
  self->view.width = width;
  self->view.height = height;
  fit_view (self, theme);
  if (self->marks != NULL && self->marks_scale == theme->scale
      && self->marks_view.easting == self->view.easting
      && self->marks_view.northing == self->view.northing
      && self->marks_view.metres == self->view.metres && self->marks_view.width == width
      && self->marks_view.height == height)
    return;
  forget_marks (self);
  self->marks_view = self->view;
  self->marks_scale = theme->scale;
  self->marks = oct_map_marks_new (&self->view, self->places, self->n_places,
                                   find_spacing (self) * theme->scale, theme->scale);
}

const OctMapMark *
oct_map_chart_mark_of (OctMapChart *self, int datum)
{
  int mark;

  if (self->marks == NULL || datum < 0 || datum >= 2 * (int) self->n_places)
    return NULL;
  mark = self->marks->mark_of_place[datum % (int) self->n_places];
  return mark < 0 ? NULL : &g_array_index (self->marks->marks, OctMapMark, mark);
}

gboolean
oct_map_chart_is_cluster (OctMapChart *self, int datum)
{
  const OctMapMark *mark = oct_map_chart_mark_of (self, datum);

  return mark != NULL && mark->count > 1 && datum >= (int) self->n_places;
}

guint
oct_map_chart_step_of (OctMapChart *self, double value)
{
  double step = floor ((value - self->first_step) / self->step + 1e-9);

  return (guint) CLAMP (step, 0, self->n_steps - 1.0);
}

static int
datum_of_mark (OctMapChart *self, const OctMapMark *mark)
{
  return mark->count > 1 ? (int) (self->n_places + mark->first) : (int) mark->first;
}

static void
oct_map_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                    const OctChartTheme *theme)
{
  OctMapChart *self = OCT_MAP_CHART (chart);
  g_autoptr (OctLabelSpace) space = oct_label_space_new (width, height);

  oct_map_chart_prepare (self, width, height, theme);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_map_draw_ground (self, cr, theme);
  oct_map_draw_marks (self, cr, theme, space);
  oct_map_draw_key (self, cr, theme, space);
  oct_map_draw_scale_bar (self, cr, theme, space);
  oct_label_space_block (space, width - self->corner_width, height - self->corner_height,
                         self->corner_width, self->corner_height);
  oct_map_draw_names (self, cr, theme, space);
  oct_map_draw_area_names (self, cr, theme, space);
  cairo_restore (cr);
}

static void
oct_map_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                            const OctChartTheme *theme, int datum, gboolean focused)
{
  OctMapChart *self = OCT_MAP_CHART (chart);

  oct_map_chart_prepare (self, width, height, theme);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (self->n_places > 0)
    {
      oct_map_draw_mark_overlay (self, cr, theme, datum, focused);
    }
  else if (datum < (int) self->shades->len)
    {
      cairo_new_path (cr);
      oct_map_path_area (&self->view, cr, g_array_index (self->shades, OctMapShade, datum).area);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      oct_colour_set (theme->paper, cr);
      cairo_set_line_width (cr, theme->line_strong + 3);
      cairo_stroke_preserve (cr);
      oct_colour_set (theme->focus, cr);
      cairo_set_line_width (cr, theme->line_strong + (focused ? 1 : 0));
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static int
hit_area (OctMapChart *self, double x, double y)
{
  int area = oct_boundaries_find (self->shade_kind, oct_map_view_easting (&self->view, x),
                                  oct_map_view_northing (&self->view, y));

  for (guint i = 0; area != OCT_AREA_NONE && i < self->shades->len; i++)
    {
      if (g_array_index (self->shades, OctMapShade, i).area == (guint) area)
        return i;
    }
  return OCT_CHART_NONE;
}

static int
oct_map_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                   double x, double y)
{
  OctMapChart *self = OCT_MAP_CHART (chart);
  const OctMapMark *best = NULL;
  double best_distance = 0;

  oct_map_chart_prepare (self, width, height, theme);
  if (self->n_places == 0)
    return hit_area (self, x, y);
  /* Backwards, since what is drawn last lies on top. */
  for (guint i = self->marks->marks->len; i-- > 0;)
    {
      const OctMapMark *mark = &g_array_index (self->marks->marks, OctMapMark, i);
      double reach = mark->count > 1
                       ? mark->radius
                       : oct_map_symbol_radius (theme, self->words[mark->first].kind) + 4;
      double distance = hypot (mark->x - x, mark->y - y) - reach;

      if (distance <= 0 && (best == NULL || distance < best_distance))
        {
          best = mark;
          best_distance = distance;
        }
    }
  return best == NULL ? OCT_CHART_NONE : datum_of_mark (self, best);
}

/* How far it is to a candidate for a step in a direction; negative if it lies elsewhere. */
static double
step_cost (double dx, double dy, OctChartStep step)
{
  double along = step == OCT_CHART_LEFT    ? -dx
                 : step == OCT_CHART_RIGHT ? dx
                 : step == OCT_CHART_UP    ? -dy
                                           : dy;
  double across = step == OCT_CHART_LEFT || step == OCT_CHART_RIGHT ? fabs (dy) : fabs (dx);

  return along <= 0.01 || across > along * 2.5 ? -1 : along + 2 * across;
}

static int
walk_marks (OctMapChart *self, int from, OctChartStep step)
{
  const OctMapMark *start = oct_map_chart_mark_of (self, from), *best = NULL;
  double best_cost = 0;

  for (guint i = 0; i < self->marks->marks->len; i++)
    {
      const OctMapMark *mark = &g_array_index (self->marks->marks, OctMapMark, i);
      double cost;

      if (mark->x < 0 || mark->y < 0 || mark->x > self->marks_view.width
          || mark->y > self->marks_view.height)
        continue;
      /* First and last go by the caller's order. */
      if (step == OCT_CHART_LAST)
        cost = (double) G_MAXUINT - mark->first;
      else if (start == NULL || step == OCT_CHART_FIRST)
        cost = mark->first;
      else
        cost = step_cost (mark->x - start->x, mark->y - start->y, step);
      if (cost >= 0 && (best == NULL || cost < best_cost))
        {
          best = mark;
          best_cost = cost;
        }
    }
  return best != NULL ? datum_of_mark (self, best) : start != NULL ? from : OCT_CHART_NONE;
}

static int
walk_areas (OctMapChart *self, int from, OctChartStep step)
{
  const OctArea *start;
  double best_cost = 0;
  int best = OCT_CHART_NONE;

  if (self->shades->len == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return self->shades->len - 1;
  if (step == OCT_CHART_FIRST || from < 0 || from >= (int) self->shades->len)
    return 0;
  start = oct_boundaries_get_area (g_array_index (self->shades, OctMapShade, from).area);
  for (guint i = 0; i < self->shades->len; i++)
    {
      const OctArea *area = oct_boundaries_get_area (
        g_array_index (self->shades, OctMapShade, i).area);
      double cost = step_cost (area->label_easting - start->label_easting,
                               start->label_northing - area->label_northing, step);

      if (cost >= 0 && (best == OCT_CHART_NONE || cost < best_cost))
        {
          best = i;
          best_cost = cost;
        }
    }
  return best == OCT_CHART_NONE ? from : best;
}

static int
oct_map_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctMapChart *self = OCT_MAP_CHART (chart);

  if (self->n_places == 0)
    return walk_areas (self, from, step);
  if (self->marks == NULL)
    {
      OctChartTheme theme;

      /* Not drawn yet: walk as in a picture of middling size. */
      oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
      oct_map_chart_prepare (self, 600, 600, &theme);
    }
  return walk_marks (self, from, step);
}

static char *
oct_map_chart_describe (OctChart *chart)
{
  return oct_map_describe (OCT_MAP_CHART (chart));
}

static char *
oct_map_chart_describe_datum (OctChart *chart, int datum)
{
  OctMapChart *self = OCT_MAP_CHART (chart);

  return datum < (int) MAX (2 * self->n_places, self->shades->len)
           ? oct_map_describe_datum (self, datum)
           : NULL;
}

static OctChartTable *
oct_map_chart_table (OctChart *chart)
{
  return oct_map_table (OCT_MAP_CHART (chart));
}

static guint
oct_map_chart_n_data (OctChart *chart)
{
  OctMapChart *self = OCT_MAP_CHART (chart);

  return self->n_places > 0 ? self->n_places : self->shades->len;
}

static const char *
oct_map_chart_datum_id (OctChart *chart, int datum)
{
  OctMapChart *self = OCT_MAP_CHART (chart);

  if (self->n_places == 0)
    return datum < (int) self->shades->len ? g_array_index (self->shades, OctMapShade, datum).id
                                           : NULL;
  if (datum >= 2 * (int) self->n_places || oct_map_chart_is_cluster (self, datum))
    return NULL;
  return self->words[datum % (int) self->n_places].id;
}

static double
oct_map_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return CLAMP (width * 0.8, 260 * theme->scale, 720 * theme->scale);
}

static void
oct_map_chart_finalize (GObject *object)
{
  OctMapChart *self = OCT_MAP_CHART (object);

  forget_marks (self);
  g_free (self->places);
  g_free (self->words);
  g_string_chunk_free (self->strings);
  g_free (self->subject);
  for (guint i = 0; i < OCT_MAP_N_KINDS; i++)
    g_free (self->kind_names[i]);
  g_free (self->description);
  g_array_unref (self->shades);
  g_free (self->value_name);

  G_OBJECT_CLASS (oct_map_chart_parent_class)->finalize (object);
}

static void
oct_map_chart_class_init (OctMapChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_map_chart_finalize;
  chart_class->draw = oct_map_chart_draw;
  chart_class->draw_overlay = oct_map_chart_draw_overlay;
  chart_class->hit = oct_map_chart_hit;
  chart_class->walk = oct_map_chart_walk;
  chart_class->describe = oct_map_chart_describe;
  chart_class->describe_datum = oct_map_chart_describe_datum;
  chart_class->table = oct_map_chart_table;
  chart_class->n_data = oct_map_chart_n_data;
  chart_class->datum_id = oct_map_chart_datum_id;
  chart_class->natural_height = oct_map_chart_natural_height;
}

static void
oct_map_chart_init (OctMapChart *self)
{
  self->shades = g_array_new (FALSE, FALSE, sizeof (OctMapShade));
  g_array_set_clear_func (self->shades, shade_clear);
  self->strings = g_string_chunk_new (4096);
  self->fit = OCT_MAP_FIT_POINTS;
}
