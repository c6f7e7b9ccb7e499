/* Places on a map: their symbols, the circles for several, and their names where there is room. */
#include <math.h>

#include "oct-map-chart-private.h"

/* Beyond this many marks, names would only be noise; so they would among many places far out. */
#define MOST_NAMED 400
#define FEW_PLACES 120
#define NAMED_BELOW 120.0
/* A name that finds no room in one line may in several. */
#define WIDEST_NAME 150.0
#define NARROW_NAME 84.0

double
oct_map_symbol_radius (const OctChartTheme *theme, OctMapPointKind kind)
{
  static const double radius[] = { 5.0, 3.8, 4.0, 8.0 };

  return radius[kind] * theme->scale;
}

static void
diamond (cairo_t *cr, double x, double y, double radius)
{
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
}

static void
draw_cross (cairo_t *cr, const OctChartTheme *theme, double x, double y, double radius)
{
  for (int pass = 0; pass < 2; pass++)
    {
      oct_colour_set (pass == 0 ? theme->paper : theme->ink_soft, cr);
      cairo_set_line_width (cr, pass == 0 ? 4 : 1.8);
      cairo_move_to (cr, x - radius, y - radius);
      cairo_line_to (cr, x + radius, y + radius);
      cairo_move_to (cr, x + radius, y - radius);
      cairo_line_to (cr, x - radius, y + radius);
      cairo_stroke (cr);
    }
}

/* One place; each kind has its own shape as well as its colour. */
void
oct_map_draw_symbol (cairo_t *cr, const OctChartTheme *theme, OctMapPointKind kind, double x,
                     double y)
{
  double radius = oct_map_symbol_radius (theme, kind);

  cairo_new_path (cr);
  switch (kind)
    {
    case OCT_MAP_POINT_CLOSED:
      draw_cross (cr, theme, x, y, radius);
      break;
    case OCT_MAP_POINT_HIGHLIGHTED:
      diamond (cr, x, y, radius + 2);
      oct_colour_set (theme->paper, cr);
      cairo_fill (cr);
      diamond (cr, x, y, radius);
      oct_colour_set (theme->warn, cr);
      cairo_fill_preserve (cr);
      oct_colour_set (theme->ink, cr);
      cairo_set_line_width (cr, theme->line * 1.2);
      cairo_stroke (cr);
      break;
    case OCT_MAP_POINT_OTHER:
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      oct_colour_set (theme->paper, cr);
      cairo_fill_preserve (cr);
      oct_colour_set (theme->ink_soft, cr);
      cairo_set_line_width (cr, theme->line * 1.3);
      cairo_stroke (cr);
      break;
    case OCT_MAP_POINT_OWN:
    default:
      cairo_arc (cr, x, y, radius + theme->line, 0, 2 * G_PI);
      oct_colour_set (theme->paper, cr);
      cairo_fill (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      oct_colour_set (theme->accent, cr);
      cairo_fill (cr);
      break;
    }
}

static void
draw_cluster (cairo_t *cr, const OctChartTheme *theme, const OctMapMark *mark, gboolean own)
{
  g_autofree char *number = oct_chart_value_to_text (mark->count, OCT_CHART_UNIT_COUNT);

  cairo_new_path (cr);
  cairo_arc (cr, mark->x, mark->y, mark->radius, 0, 2 * G_PI);
  oct_colour_set (own ? theme->accent_soft : theme->paper, cr);
  cairo_fill_preserve (cr);
  oct_colour_set (own ? theme->accent : theme->ink_soft, cr);
  cairo_set_line_width (cr, theme->line * 1.5);
  cairo_stroke (cr);
  oct_chart_text_at (cr, theme, OCT_TEXT_SMALL_BOLD, number, mark->x, mark->y, 0.5, theme->ink);
}

static int
mark_rank (OctMapChart *self, const OctMapMark *mark)
{
  static const int rank[] = { 2, 1, 0, 3 };

  return rank[self->words[mark->first].kind];
}

/* A name right of its place, else left, above, below or, last, off a corner. */
static gboolean
place_name (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme, const OctMapMark *mark,
            OctLabelSpace *space, double widest)
{
  static const gint8 sides[][2] = { { 1, 0 },  { -1, 0 }, { 0, -1 },  { 0, 1 },
                                    { 1, -1 }, { 1, 1 },  { -1, -1 }, { -1, 1 } };
  const OctMapWords *words = &self->words[mark->first];
  gboolean first = words->kind == OCT_MAP_POINT_HIGHLIGHTED;
  g_autoptr (PangoLayout) name = oct_chart_text_new (
    theme, first ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL, words->name, widest * theme->scale, 3);
  double gap = oct_map_symbol_radius (theme, words->kind) + 3, width, height;

  oct_chart_text_size (name, &width, &height);
  pango_layout_set_width (name, (int) (ceil (width) * PANGO_SCALE));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int across = sides[i][0], down = sides[i][1];
      /* Off a corner the symbol, being round, lets the name come closer. */
      double reach = across != 0 && down != 0 ? gap * 0.7 : gap;
      double x = mark->x + across * reach - (1 - across) * width / 2;
      double y = mark->y + down * reach - (1 - down) * height / 2;

      if (oct_label_space_take (space, x, y, width, height))
        {
          pango_layout_set_alignment (name, across > 0   ? PANGO_ALIGN_LEFT
                                            : across < 0 ? PANGO_ALIGN_RIGHT
                                                         : PANGO_ALIGN_CENTER);
          oct_chart_text_draw_with_halo (name, cr, x, y, theme->ink,
                                         self->shades->len > 0 ? theme->paper : theme->land);
          return TRUE;
        }
    }

  return FALSE;
}

static void
draw_name (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme, const OctMapMark *mark,
           OctLabelSpace *space)
{
  if (!place_name (self, cr, theme, mark, space, WIDEST_NAME))
    place_name (self, cr, theme, mark, space, NARROW_NAME);
}

/* Which clusters hold one of the reader's own places. */
gboolean *
oct_map_find_own (OctMapChart *self)
{
  gboolean *own = g_new0 (gboolean, MAX (self->marks->marks->len, 1));

  for (guint i = 0; i < self->n_places; i++)
    {
      int mark = self->marks->mark_of_place[i];

      if (mark >= 0 && self->words[i].kind == OCT_MAP_POINT_OWN)
        own[mark] = TRUE;
    }
  return own;
}

/* All marks of the prepared view: circles, then single places, the reader's own on top. */
void
oct_map_draw_marks (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                    OctLabelSpace *space)
{
  GArray *marks = self->marks->marks;
  g_autofree gboolean *own = oct_map_find_own (self);

  for (guint i = 0; i < marks->len; i++)
    {
      const OctMapMark *mark = &g_array_index (marks, OctMapMark, i);
      double radius = mark->count > 1
                        ? mark->radius
                        : oct_map_symbol_radius (theme, self->words[mark->first].kind);

      oct_label_space_block (space, mark->x - radius, mark->y - radius, 2 * radius, 2 * radius);
    }
  for (int rank = 0; rank <= 3; rank++)
    {
      for (guint i = 0; i < marks->len; i++)
        {
          const OctMapMark *mark = &g_array_index (marks, OctMapMark, i);

          if (mark->count > 1 && rank == 0)
            draw_cluster (cr, theme, mark, own[i]);
          else if (mark->count == 1 && mark_rank (self, mark) == rank)
            oct_map_draw_symbol (cr, theme, self->words[mark->first].kind, mark->x, mark->y);
        }
    }
}

/* Names of single places, where there is room. */
void
oct_map_draw_names (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                    OctLabelSpace *space)
{
  GArray *marks = self->marks->marks;

  if (marks->len > MOST_NAMED || (self->n_places > FEW_PLACES && self->view.metres > NAMED_BELOW))
    return;
  for (int rank = 3; rank >= 0; rank--)
    {
      for (guint i = 0; i < marks->len; i++)
        {
          const OctMapMark *mark = &g_array_index (marks, OctMapMark, i);

          if (mark->count == 1 && mark_rank (self, mark) == rank)
            draw_name (self, cr, theme, mark, space);
        }
    }
}

/* A ring around the mark that is pointed at or focused; with the keyboard, its name as well. */
void
oct_map_draw_mark_overlay (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme, int datum,
                           gboolean focused)
{
  const OctMapMark *mark = oct_map_chart_mark_of (self, datum);
  double radius;

  if (mark == NULL)
    return;
  radius = (mark->count > 1 ? mark->radius
                            : oct_map_symbol_radius (theme, self->words[mark->first].kind))
           + 3;
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, mark->x, mark->y, radius, 0, 2 * G_PI);
      oct_colour_set (pass == 0 ? theme->paper : theme->focus, cr);
      cairo_set_line_width (cr, pass == 0 ? theme->line_strong + 3
                                          : theme->line_strong + (focused ? 1 : 0));
      cairo_stroke (cr);
    }
  if (focused && mark->count == 1)
    {
      g_autoptr (PangoLayout) name = oct_chart_text_new (
        theme, OCT_TEXT_BOLD, self->words[mark->first].name, MAX (60, self->view.width * 0.6), 1);
      double width, height, x, y;

      oct_chart_text_size (name, &width, &height);
      x = CLAMP (mark->x - width / 2, 6, MAX (6, self->view.width - width - 6));
      y = mark->y - radius - height - 6 < 4 ? mark->y + radius + 6 : mark->y - radius - height - 6;
      oct_colour_set (theme->paper, cr);
      cairo_rectangle (cr, x - 4, y - 2, width + 8, height + 4);
      cairo_fill (cr);
      oct_chart_text_draw (name, cr, x, y, theme->ink);
    }
}
