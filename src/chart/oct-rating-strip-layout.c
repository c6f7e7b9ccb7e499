/* Where the cells of a strip chart are.
 *
 * Rows break into blocks side by side only where one block would leave too little height for them;
 * their type shrinks after that. Statements give way to cells, and arrows to the ratings' marks.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-key.h"
#include "oct-rating-strip-private.h"
#include "oct-stage-marks.h"

#define MOST_BLOCKS 4
#define NATURAL_LINE 1.9 /* of the type's size */
#define ENOUGH_LINE 1.25
#define MOST_LINE 2.6
#define HEADING 1.15 /* of a row's height */
#define HEADING_GAP 0.35
#define SMALLEST_TYPE 0.4

static double
block_gap (const OctChartTheme *theme)
{
  return theme->size_text * 1.8;
}

/* Puts rows into blocks of so many row heights; returns how many blocks that takes. */
static guint
place_rows (OctRatingStripChart *self, double capacity, OctStripPlace *places, double *used)
{
  const char *group = NULL;
  guint block = 0;
  double at = 0;

  *used = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStripRow *row = oct_strip_row (self, i);
      gboolean headed = row->group != NULL && g_strcmp0 (row->group, group) != 0;
      double room = headed ? HEADING + (at > 0 ? HEADING_GAP : 0) : 0;

      if (at > 0 && at + room + 1 > capacity + 0.001)
        {
          block++;
          at = 0;
          /* A school whose rows go on in the next block has its heading there again. */
          headed = row->group != NULL;
          room = headed ? HEADING : 0;
        }
      at += room;
      places[i] = (OctStripPlace) { block, at, headed };
      at += 1;
      *used = MAX (*used, at);
      group = row->group;
    }
  return block + 1;
}

/* The lowest blocks that do with @n_blocks; returns their height in rows. */
static double
balance_rows (OctRatingStripChart *self, guint n_blocks, OctStripPlace *places)
{
  double capacity = MAX (1, floor (self->rows->len / (double) n_blocks)), used;

  while (place_rows (self, capacity, places, &used) > n_blocks)
    capacity += 0.25;
  return used;
}

static double
longest_reference (OctRatingStripChart *self, const OctChartTheme *theme)
{
  double most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    most = MAX (most,
                oct_chart_text_width (theme, OCT_TEXT_BOLD, oct_strip_row (self, i)->reference));
  return most > 0 ? most + theme->size_text * 0.6 : 0;
}

static double
longest_wait (OctRatingStripChart *self, const OctChartTheme *theme)
{
  double most = 0;

  if (!oct_strip_has_waits (self))
    return 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = oct_strip_wait_to_text (oct_strip_row (self, i)->wait);

      most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_SMALL, text));
    }
  return MAX (most, theme->size_small * 5) + theme->size_text;
}

/* Widths within a block, for rows that are @line high. */
static void
measure_block (OctRatingStripChart *self, const OctChartTheme *theme, OctStripLayout *layout)
{
  double n = MAX (self->reviews->len, 1), least = layout->type.size_small * 1.5, room;

  layout->reference = MIN (longest_reference (self, &layout->type), layout->inner * 0.2);
  layout->wait = longest_wait (self, &layout->type);
  /* In little width the waits are left to the tooltip. */
  if (layout->inner < theme->size_text * 34)
    layout->wait = 0;
  room = layout->inner - layout->wait;
  layout->names = CLAMP (room - n * theme->size_text * 5.2, room * 0.42, theme->size_text * 34);
  layout->names = MIN (layout->names, MAX (room - n * least, room * 0.22));
  layout->cell = MIN ((room - layout->names) / n, theme->size_text * 7);
  if (layout->cell > 12)
    layout->cell = floor (layout->cell);
  /* What cells leave over belongs to the statements. */
  layout->names = room - layout->cell * n;
}

static double
head_height (OctRatingStripChart *self, const OctChartTheme *theme, const OctStripLayout *layout)
{
  double most = oct_chart_text_height (theme, OCT_TEXT_SMALL) * (layout->wait > 0 ? 2 : 1);

  for (guint i = 0; i < self->reviews->len; i++)
    {
      double height;

      oct_chart_text_measure (theme, OCT_TEXT_SMALL_BOLD, oct_strip_review (self, i)->name,
                              MAX (layout->cell - 3, theme->size_small * 4), 2, NULL, &height);
      most = MAX (most, height);
    }
  return ceil (most + theme->size_text * 0.35);
}

static double
try_blocks (OctRatingStripChart *self, double width, double height, const OctChartTheme *theme,
            guint n_blocks, OctStripLayout *layout)
{
  double rows = balance_rows (self, n_blocks, layout->places), line = 0, factor = 1;

  layout->n_blocks = n_blocks;
  layout->block = (width + block_gap (theme)) / n_blocks;
  layout->inner = layout->block - block_gap (theme);
  for (int pass = 0; pass < 2; pass++)
    {
      layout->type = oct_stage_scaled_theme (theme, factor);
      measure_block (self, theme, layout);
      layout->head = head_height (self, theme, layout);
      line = MIN ((height - layout->key - layout->head) / rows, theme->size_text * MOST_LINE);
      factor = CLAMP (line * 0.9 / oct_chart_text_height (theme, OCT_TEXT_NORMAL), SMALLEST_TYPE,
                      1);
    }
  layout->line = line >= 12 ? floor (line) : MAX (line, 0.5);
  return layout->line;
}

/**
 * oct_strip_get_layout:
 * @self: a strip chart
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Takes as few blocks as leave each row enough height, or else those that leave it the most.
 *
 * Returns: (transfer none): where things are
 */
OctStripLayout *
oct_strip_get_layout (OctRatingStripChart *self, double width, double height,
                      const OctChartTheme *theme)
{
  OctStripLayout *layout = &self->kept;
  double best = 0;
  guint n_best = 1;

  if (layout->places != NULL && self->kept_width == width && self->kept_height == height
      && oct_stage_same_theme (&self->kept_theme, theme))
    return layout;
  oct_strip_layout_clear (layout);
  *layout = (OctStripLayout) { 0 };
  self->kept_width = width;
  self->kept_height = height;
  self->kept_theme = *theme;
  layout->places = g_new0 (OctStripPlace, self->rows->len + 1);
  layout->key = oct_strip_lay_key (self, NULL, width, theme);
  for (guint n = 1; n <= MOST_BLOCKS && n <= MAX (self->rows->len, 1); n++)
    {
      double line;

      if (n > 1
          && (best >= theme->size_text * ENOUGH_LINE
              || width / n < theme->size_text * (14 + 1.6 * self->reviews->len)))
        break;
      line = try_blocks (self, width, height, theme, n, layout);
      if (line > best * 1.1)
        {
          best = line;
          n_best = n;
        }
    }
  try_blocks (self, width, height, theme, n_best, layout);
  return layout;
}

void
oct_strip_layout_clear (OctStripLayout *layout)
{
  g_clear_pointer (&layout->places, g_free);
  g_clear_pointer (&layout->texts, g_ptr_array_unref);
}

/**
 * oct_strip_get_cell:
 * @layout: where things are
 * @row: a row's index
 * @review: a review's index
 * @cell: (out caller-allocates): its cell
 *
 * Says where a cell is.
 */
void
oct_strip_get_cell (const OctStripLayout *layout, guint row, guint review, cairo_rectangle_t *cell)
{
  const OctStripPlace *place = &layout->places[row];
  double gap = layout->line >= 12 ? 2 : layout->line * 0.12;

  *cell = (cairo_rectangle_t) {
    floor (place->block * layout->block + layout->names) + review * layout->cell,
    layout->key + layout->head + place->at * layout->line,
    MAX (layout->cell - gap, 0.5),
    layout->line - gap,
  };
  if (layout->line >= 12)
    cell->y = round (cell->y);
}

double
oct_strip_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);
  g_auto (OctStripLayout) layout = { 0 };
  double line = ceil (theme->size_text * NATURAL_LINE), rows;

  if (self->rows->len == 0 || self->reviews->len == 0)
    return theme->size_text * 6;
  layout.places = g_new0 (OctStripPlace, self->rows->len + 1);
  layout.key = oct_strip_lay_key (self, NULL, width, theme);
  rows = balance_rows (self, 1, layout.places);
  try_blocks (self, width, G_MAXINT, theme, 1, &layout);
  return layout.key + layout.head + rows * line + 2;
}

static void
key_support (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
             OctColour colour)
{
  oct_colour_set (colour, cr);
  cairo_rectangle (cr, box->x, box->y + box->height * 0.36, box->width, box->height * 0.3);
  cairo_fill (cr);
}

double
oct_strip_lay_key (OctRatingStripChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  g_autoptr (OctChartKey) key = oct_chart_key_new ();
  gboolean marks[OCT_RATING_MARKS] = { FALSE }, travels[4] = { FALSE }, support = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStripRow *row = oct_strip_row (self, i);

      support |= row->support_first >= 0;
      for (guint j = 0; j < self->reviews->len; j++)
        {
          marks[row->cells[j].mark] = TRUE;
          travels[row->cells[j].travel] = TRUE;
        }
    }
  for (int mark = OCT_RATING_MARK_RED; mark < OCT_RATING_MARKS; mark++)
    {
      if (marks[mark])
        oct_chart_key_add_rating (key, mark);
    }
  for (int travel = OCT_TRAVEL_MARK_IMPROVING; travel > OCT_TRAVEL_MARK_NONE; travel--)
    {
      if (travels[travel])
        oct_chart_key_add_travel (key, travel);
    }
  if (support)
    oct_chart_key_add (key, key_support, TRUE, 0, theme->accent, _("Support in place"));
  return oct_chart_key_lay (key, cr, 0, width, theme);
}
