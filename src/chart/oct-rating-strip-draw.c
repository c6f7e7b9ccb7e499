/* How a strip chart is drawn.
 *
 * Marks of one rating are drawn together, with their letter laid out once, so that hundreds of cells
 * cost little. A cell's ground is a pale form of its rating: the strip can be followed with half an
 * eye, and read with a whole one.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-rating-strip-private.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctRatingStripChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  OctStripLayout *layout;
  double mark;   /* size of the ratings' marks */
  gboolean wide; /* there is room for arrows */
} Picture;

static void
draw_head (const Picture *picture, guint block)
{
  const OctStripLayout *layout = picture->layout;
  const OctChartTheme *theme = picture->theme;
  double left = floor (block * layout->block + layout->names), bottom = layout->key + layout->head,
         room = MAX (layout->cell - 3, theme->size_small * 4);
  guint n = picture->self->reviews->len, every = MAX (1, ceil (room / layout->cell - 0.35));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) name = NULL;
      double height, x = left + i * layout->cell + (layout->cell - 2) / 2 - room / 2;

      if ((n - 1 - i) % every != 0)
        continue;
      name = oct_chart_text_new (theme, i == n - 1 ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
                                 oct_strip_review (picture->self, i)->name, room, 2);
      oct_chart_text_size (name, NULL, &height);
      pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
      x = MIN (x, block * layout->block + layout->inner - room);
      oct_chart_text_draw (name, picture->cr, x, bottom - theme->size_text * 0.35 - height,
                           theme->ink);
    }
  if (layout->wait > 0)
    {
      g_autoptr (PangoLayout) name = oct_chart_text_new (
        theme, OCT_TEXT_SMALL, _("From red to support"), layout->wait - theme->size_text, 2);
      double height;

      oct_chart_text_size (name, NULL, &height);
      oct_chart_text_draw (name, picture->cr, left + n * layout->cell + theme->size_text * 0.7,
                           bottom - theme->size_text * 0.35 - height, theme->ink_soft);
    }
}

/* What a row says, laid out once for as long as the picture stays as it is. */
enum
{
  HEADING,
  REFERENCE,
  STATEMENT,
  WAIT,
  N_TEXTS
};

static PangoLayout *
make_text (const Picture *picture, const OctStripRow *row, const OctStripPlace *place, guint which)
{
  const OctStripLayout *layout = picture->layout;
  const OctChartTheme *type = &layout->type;
  double room = layout->names - layout->reference - type->size_text * 0.8;
  g_autofree char *wait = NULL;

  switch (which)
    {
    case HEADING:
      return place->headed ? oct_chart_text_new (type, OCT_TEXT_SMALL_BOLD, row->group,
                                                 MAX (layout->inner, 10), 1)
                           : NULL;
    case REFERENCE:
      return row->reference[0] != '\0'
               ? oct_chart_text_new (type, OCT_TEXT_BOLD, row->reference, 0, 1)
               : NULL;
    case STATEMENT:
      return oct_chart_text_new (type, OCT_TEXT_NORMAL, row->statement, MAX (room, 8), 1);
    case WAIT:
    default:
      wait = layout->wait > 0 ? oct_strip_wait_to_text (row->wait) : NULL;
      return wait == NULL
               ? NULL
               : oct_chart_text_new (
                 type, row->wait == OCT_RATING_WAIT_OPEN ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
                 wait, 0, 1);
    }
}

static void
unref_text (gpointer text)
{
  g_clear_object (&text);
}

static void
make_texts (const Picture *picture)
{
  OctStripLayout *layout = picture->layout;
  guint n = picture->self->rows->len;

  if (layout->texts != NULL)
    return;
  layout->texts = g_ptr_array_new_full (n * N_TEXTS, unref_text);
  for (guint i = 0; i < n; i++)
    {
      for (guint which = 0; which < N_TEXTS; which++)
        g_ptr_array_add (layout->texts, make_text (picture, oct_strip_row (picture->self, i),
                                                   &layout->places[i], which));
    }
}

/* Vertically in the middle of a cell. */
static void
draw_text (const Picture *picture, guint row, guint which, double x, double middle,
           OctColour colour)
{
  PangoLayout *text = g_ptr_array_index (picture->layout->texts, row * N_TEXTS + which);
  double height;

  if (text == NULL)
    return;
  oct_chart_text_size (text, NULL, &height);
  if (which == HEADING)
    middle -= height / 2;
  oct_chart_text_draw (text, picture->cr, x, middle - height / 2, colour);
}

static void
draw_row_words (const Picture *picture, guint index)
{
  const OctStripLayout *layout = picture->layout;
  const OctStripRow *row = oct_strip_row (picture->self, index);
  double left = layout->places[index].block * layout->block, middle;
  cairo_rectangle_t cell;

  oct_strip_get_cell (layout, index, 0, &cell);
  middle = cell.y + cell.height / 2;
  draw_text (picture, index, HEADING, left, cell.y - layout->line * 0.06, picture->theme->ink_soft);
  if (layout->line < 4)
    return;
  draw_text (picture, index, REFERENCE, left, middle, picture->theme->ink);
  draw_text (picture, index, STATEMENT, left + layout->reference, middle, picture->theme->ink);
  draw_text (picture, index, WAIT,
             cell.x + picture->self->reviews->len * layout->cell + picture->theme->size_text * 0.7,
             middle,
             row->wait == OCT_RATING_WAIT_OPEN      ? picture->theme->warn
             : row->wait == OCT_RATING_WAIT_WITHOUT ? picture->theme->ink_soft
                                                    : picture->theme->ink);
}

/* Where in a cell its mark is: beside the arrow, or in the middle. */
static double
mark_x (const Picture *picture, const cairo_rectangle_t *cell)
{
  return picture->wide ? cell->x + cell->width / 2 - picture->mark * 0.62
                       : cell->x + cell->width / 2;
}

static void
draw_blank (const Picture *picture, const cairo_rectangle_t *cell)
{
  double y = round (cell->y + cell->height) - 0.5;

  cairo_move_to (picture->cr, cell->x, y);
  cairo_line_to (picture->cr, cell->x + cell->width, y);
}

/* Grounds of all cells of a rating, or the hatch of what was skipped. */
static void
draw_grounds (const Picture *picture, OctRatingMark mark)
{
  guint n = picture->self->reviews->len;

  for (guint i = 0; i < picture->self->rows->len; i++)
    {
      const OctStripRow *row = oct_strip_row (picture->self, i);

      for (guint j = 0; j < n; j++)
        {
          cairo_rectangle_t cell;

          if (row->cells[j].mark != mark)
            continue;
          oct_strip_get_cell (picture->layout, i, j, &cell);
          if (mark == OCT_RATING_MARK_NONE)
            {
              draw_blank (picture, &cell);
              continue;
            }
          cairo_rectangle (picture->cr, cell.x, cell.y, cell.width, cell.height);
          if (mark == OCT_RATING_MARK_SKIPPED)
            oct_stage_fill_hatch (picture->cr, picture->theme,
                                  oct_stage_tint (picture->theme, picture->theme->other, 0.35));
        }
    }
  if (mark == OCT_RATING_MARK_NONE)
    {
      oct_colour_set (picture->theme->rule, picture->cr);
      cairo_set_line_width (picture->cr, picture->theme->line);
      cairo_stroke (picture->cr);
      return;
    }
  /* Marks too small to be made out leave the strip to its ground. */
  oct_colour_set (picture->mark < 7 ? oct_stage_tint (
                    picture->theme, oct_rating_mark_colour (picture->theme, mark), 0.5)
                                    : oct_rating_mark_ground (picture->theme, mark),
                  picture->cr);
  cairo_fill (picture->cr);
}

static void
draw_marks (const Picture *picture, OctRatingMark mark)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (OctRatingPoint));

  for (guint i = 0; i < picture->self->rows->len; i++)
    {
      const OctStripRow *row = oct_strip_row (picture->self, i);

      for (guint j = 0; j < picture->self->reviews->len; j++)
        {
          OctRatingPoint point;
          cairo_rectangle_t cell;

          if (row->cells[j].mark != mark)
            continue;
          oct_strip_get_cell (picture->layout, i, j, &cell);
          point = (OctRatingPoint) { mark_x (picture, &cell), cell.y + cell.height / 2 };
          g_array_append_val (points, point);
          if (picture->wide)
            oct_travel_mark_draw (picture->cr, row->cells[j].travel, point.x + picture->mark * 1.25,
                                  point.y, picture->mark * 0.85,
                                  row->cells[j].travel == OCT_TRAVEL_MARK_UNCHANGED
                                    ? oct_stage_tint (picture->theme, picture->theme->ink_soft, 0.3)
                                    : picture->theme->ink);
        }
    }
  oct_rating_mark_draw_many (picture->cr, picture->theme, mark,
                             &g_array_index (points, OctRatingPoint, 0), points->len,
                             picture->mark);
}

static void
draw_support (const Picture *picture)
{
  double thick = CLAMP (picture->layout->line * 0.14, 1, 4);

  for (guint i = 0; i < picture->self->rows->len; i++)
    {
      const OctStripRow *row = oct_strip_row (picture->self, i);
      cairo_rectangle_t first, last;

      if (row->support_first < 0)
        continue;
      oct_strip_get_cell (picture->layout, i, row->support_first, &first);
      oct_strip_get_cell (picture->layout, i, row->support_last, &last);
      cairo_rectangle (picture->cr, first.x, first.y + first.height - thick,
                       last.x + last.width - first.x, thick);
    }
  oct_colour_set (picture->theme->accent, picture->cr);
  cairo_fill (picture->cr);
}

void
oct_strip_draw (OctChart *chart, cairo_t *cr, double width, double height,
                const OctChartTheme *theme)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);
  Picture picture = { self, cr, theme, NULL, 0, FALSE };
  const OctStripLayout *layout;

  if (self->rows->len == 0 || self->reviews->len == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme,
                                   self->rows->len == 0 ? _("No objective is set yet")
                                                        : _("No review has been recorded yet"));
      return;
    }
  layout = picture.layout = oct_strip_get_layout (self, width, height, theme);
  make_texts (&picture);
  picture.mark = MIN (layout->line * 0.66, theme->size_small * 1.35);
  /* Arrows smaller than that say nothing. */
  picture.wide = picture.mark >= 7 && layout->cell >= picture.mark * 2.7;
  picture.mark = MIN (picture.mark, layout->cell * 0.8);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_strip_lay_key (self, cr, width, theme);
  for (guint i = 0; i < layout->n_blocks; i++)
    draw_head (&picture, i);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row_words (&picture, i);
  for (int mark = OCT_RATING_MARK_NONE; mark < OCT_RATING_MARKS; mark++)
    draw_grounds (&picture, mark);
  for (int mark = OCT_RATING_MARK_RED; mark <= OCT_RATING_MARK_GREEN; mark++)
    draw_marks (&picture, mark);
  draw_support (&picture);
  cairo_restore (cr);
}
