/* How the picture of practices is laid out and drawn.
 *
 * It is turned so that marks are largest, and names of columns stand upright above them. A mark is a
 * disc filled clockwise from the top, a part for each phase that was begun, so that no colour is
 * needed to tell phases apart.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-practice-private.h"

#define NATURAL_LINE 1.55 /* of the type's size */
#define MOST_CELL 3.4
#define MOST_HEAD 9.5
#define SMALLEST_TYPE 0.3
#define SMALLEST_TEXT 4.5

static GPtrArray *
rows_of (OctPracticeChart *self, gboolean turned)
{
  return turned ? self->sites : self->practices;
}

static double
longest_name (GPtrArray *entries, const OctChartTheme *theme)
{
  double longest = 0;

  for (guint i = 0; i < entries->len; i++)
    longest = MAX (longest, oct_chart_text_width (theme, OCT_TEXT_NORMAL,
                                                  oct_practice_entry (entries, i)->name));
  return longest;
}

/* A disc of so many parts out of all, clockwise from the top. */
static void
draw_disc (cairo_t *cr, const OctChartTheme *theme, double x, double y, double radius, guint parts,
           guint all)
{
  oct_colour_set (theme->accent, cr);
  cairo_move_to (cr, x, y);
  cairo_arc (cr, x, y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * parts / all);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, MIN (theme->line * 1.2, radius * 0.4));
  cairo_stroke (cr);
}

/* The phases with their marks; returns the height. Drawn if there is a @cr. */
static double
lay_key (OctPracticeChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  double x = 0, y = 0, size = theme->size_small,
         line = oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.25;

  for (guint i = 0; i <= self->phases.n; i++)
    {
      gboolean phase = i < self->phases.n;
      g_autofree char *text = phase ? g_strdup_printf ("%s  %s", self->phases.abbreviations[i],
                                                       self->phases.names[i])
                                    : g_strdup (_("Blank: not used"));
      double mark = phase ? size * 1.4 : 0,
             item = mark + oct_chart_text_width (theme, OCT_TEXT_SMALL, text) + size * 1.4;

      if (x > 0 && x + item - size * 1.4 > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL && phase)
        draw_disc (cr, theme, x + size / 2, y + line / 2, size * 0.42, i + 1, self->phases.n);
      if (cr != NULL)
        oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, text, x + mark, y + line / 2, 0,
                           theme->ink_soft);
      x += item;
    }
  return ceil (y + line + theme->size_text * 0.6);
}

/* Names of columns lie where each has room for the longest, and stand upright elsewhere. */
static void
measure_columns (GPtrArray *columns, double width, double most_head, OctPracticeLayout *layout)
{
  const OctChartTheme *type = &layout->type;
  double room = (width - layout->names - layout->count) / columns->len,
         wide = longest_name (columns, type) + type->size_text;

  layout->upright = room < wide;
  layout->cell = layout->upright ? MIN (room, type->size_text * MOST_CELL) : wide;
  layout->head = layout->upright ? wide : type->size_text * 1.8;
  layout->head = MIN (layout->head, MIN (type->size_text * MOST_HEAD, most_head));
}

/* Lays out one way about for a height; returns how large a cell comes out. */
static double
try_way (OctPracticeChart *self, double width, double height, const OctChartTheme *theme,
         gboolean turned, OctPracticeLayout *layout)
{
  GPtrArray *rows = rows_of (self, turned), *columns = rows_of (self, !turned);
  double natural = theme->size_text * NATURAL_LINE, factor = 1;

  layout->turned = turned;
  layout->key = lay_key (self, NULL, width, theme);
  for (int pass = 0; pass < 3; pass++)
    {
      const OctChartTheme *type = &layout->type;

      layout->type = oct_stage_scaled_theme (theme, factor);
      layout->count = turned ? 0
                             : oct_chart_text_width (type, OCT_TEXT_SMALL, "99 / 99")
                                 + type->size_text * 0.4;
      layout->names = MIN (longest_name (rows, type) + type->size_text * 0.8, width * 0.42);
      /* Heads take what rows of their natural height leave, or close to half where that is less. */
      measure_columns (columns, width,
                       MAX (height * 0.45, height - layout->key - rows->len * natural), layout);
      layout->line = MIN ((height - layout->key - layout->head) / rows->len, natural * 1.25);
      layout->line = MAX (layout->line, 0.5);
      /* Names stand upright in a column as lines do in a row. */
      factor = MIN (1, MIN (layout->line, layout->cell) * 0.95
                         / oct_chart_text_height (theme, OCT_TEXT_NORMAL));
      factor = MAX (factor, SMALLEST_TYPE);
    }
  return MIN (MIN (layout->line, layout->cell), natural);
}

/**
 * oct_practice_lay_out:
 * @self: a picture with practices and sites
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @layout: (out caller-allocates): where things are
 *
 * Turns the picture where that leaves larger cells, but not for a trifle.
 */
void
oct_practice_lay_out (OctPracticeChart *self, double width, double height,
                      const OctChartTheme *theme, OctPracticeLayout *layout)
{
  double straight, turned;

  turned = try_way (self, width, height, theme, TRUE, layout);
  straight = try_way (self, width, height, theme, FALSE, layout);
  if (turned > straight * 1.25)
    try_way (self, width, height, theme, TRUE, layout);
}

double
oct_practice_natural_height (OctPracticeChart *self, double width, const OctChartTheme *theme)
{
  double line = ceil (theme->size_text * NATURAL_LINE);
  OctPracticeLayout layout;

  if (self->practices->len == 0 || self->sites->len == 0)
    return theme->size_text * 6;
  oct_practice_lay_out (self, width, 1e6, theme, &layout);
  /* Narrow columns are no reason for lower rows. */
  return ceil (layout.key + layout.head + line * rows_of (self, layout.turned)->len) + 2;
}

void
oct_practice_get_cell (const OctPracticeLayout *layout, guint practice, guint site,
                       cairo_rectangle_t *cell)
{
  guint column = layout->turned ? practice : site, row = layout->turned ? site : practice;

  *cell = (cairo_rectangle_t) { layout->names + column * layout->cell,
                                layout->key + layout->head + row * layout->line, layout->cell,
                                layout->line };
}

static void
draw_grid (OctPracticeChart *self, cairo_t *cr, const OctChartTheme *theme,
           const OctPracticeLayout *layout)
{
  guint n_rows = rows_of (self, layout->turned)->len,
        n_columns = rows_of (self, !layout->turned)->len;
  double top = layout->key + layout->head, right = layout->names + n_columns * layout->cell,
         bottom = top + n_rows * layout->line;

  oct_colour_set (theme->rule, cr);
  for (guint i = 0; i <= n_rows; i++)
    cairo_rectangle (cr, layout->names, floor (top + i * layout->line), right - layout->names,
                     layout->line > 8 ? theme->line : theme->line / 2);
  for (guint i = 0; i <= n_columns; i++)
    cairo_rectangle (cr, floor (layout->names + i * layout->cell), top,
                     layout->cell > 8 ? theme->line : theme->line / 2, bottom - top);
  cairo_fill (cr);
}

static void
draw_row_name (OctPracticeChart *self, cairo_t *cr, const OctChartTheme *theme,
               const OctPracticeLayout *layout, guint row)
{
  const OctChartTheme *type = &layout->type;
  double y = layout->key + layout->head + (row + 0.5) * layout->line, height;
  g_autoptr (PangoLayout) name = NULL;
  g_autofree char *count = NULL;

  if (type->size_text < SMALLEST_TEXT)
    return;
  name = oct_chart_text_new (type, OCT_TEXT_NORMAL,
                             oct_practice_entry (rows_of (self, layout->turned), row)->name,
                             MAX (layout->names - type->size_text * 0.6, 1), 1);
  oct_chart_text_size (name, NULL, &height);
  oct_chart_text_draw (name, cr, 0, y - height / 2, theme->ink);
  if (layout->turned)
    return;
  /* Translators: how many use something, out of how many. */
  count = g_strdup_printf (_("%u / %u"), oct_practice_count_sites (self, row), self->sites->len);
  oct_chart_text_at (cr, type, OCT_TEXT_SMALL, count,
                     layout->names + self->sites->len * layout->cell + type->size_text * 0.4, y, 0,
                     theme->ink_soft);
}

static void
draw_column_name (OctPracticeChart *self, cairo_t *cr, const OctChartTheme *theme,
                  const OctPracticeLayout *layout, guint column)
{
  const OctChartTheme *type = &layout->type;
  g_autoptr (PangoLayout) name = NULL;
  double width, height;

  if (type->size_text < SMALLEST_TEXT)
    return;
  name = oct_chart_text_new (
    type, OCT_TEXT_NORMAL, oct_practice_entry (rows_of (self, !layout->turned), column)->name,
    MAX ((layout->upright ? layout->head : layout->cell) - type->size_text * 0.5, 1), 1);
  oct_chart_text_size (name, &width, &height);
  if (!layout->upright)
    {
      oct_chart_text_draw (name, cr, layout->names + (column + 0.5) * layout->cell - width / 2,
                           layout->key + layout->head - height - type->size_text * 0.3, theme->ink);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, layout->names + (column + 0.5) * layout->cell - height / 2,
                   layout->key + layout->head - type->size_text * 0.3);
  cairo_rotate (cr, -G_PI / 2);
  oct_chart_text_draw (name, cr, 0, 0, theme->ink);
  cairo_restore (cr);
}

static void
draw_mark (OctPracticeChart *self, cairo_t *cr, const OctChartTheme *theme,
           const OctPracticeLayout *layout, guint practice, guint site)
{
  int phase = oct_practice_get_use (self, practice, site);
  const OctChartTheme *type = &layout->type;
  double radius = MIN (MIN (layout->cell, layout->line) * 0.38, theme->size_text * 0.55), letter, x;
  cairo_rectangle_t cell;

  if (phase == OCT_PRACTICE_NOT_USED)
    return;
  oct_practice_get_cell (layout, practice, site, &cell);
  letter = oct_chart_text_width (type, OCT_TEXT_SMALL, self->phases.abbreviations[phase]);
  x = cell.x + cell.width / 2;
  if (cell.width >= 2.9 * radius + letter && type->size_small >= SMALLEST_TEXT)
    {
      x -= (letter + radius * 0.5) / 2;
      oct_chart_text_at (cr, type, OCT_TEXT_SMALL, self->phases.abbreviations[phase],
                         x + radius * 1.5, cell.y + cell.height / 2, 0, theme->ink);
    }
  draw_disc (cr, theme, x, cell.y + cell.height / 2, radius, phase + 1, self->phases.n);
}

/**
 * oct_practice_draw:
 * @self: a picture
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the key, the names and the marks.
 */
void
oct_practice_draw (OctPracticeChart *self, cairo_t *cr, double width, double height,
                   const OctChartTheme *theme)
{
  OctPracticeLayout layout;

  if (self->practices->len == 0 || self->sites->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  oct_practice_lay_out (self, width, height, theme, &layout);
  cairo_save (cr);
  cairo_rectangle (cr, -2, 0, width + 4, height + 2);
  cairo_clip (cr);
  lay_key (self, cr, width, theme);
  draw_grid (self, cr, theme, &layout);
  for (guint i = 0; i < rows_of (self, layout.turned)->len; i++)
    draw_row_name (self, cr, theme, &layout, i);
  for (guint i = 0; i < rows_of (self, !layout.turned)->len; i++)
    draw_column_name (self, cr, theme, &layout, i);
  for (guint i = 0; i < self->practices->len; i++)
    {
      for (guint j = 0; j < self->sites->len; j++)
        draw_mark (self, cr, theme, &layout, i, j);
    }
  cairo_restore (cr);
}
