/* Where the cells of a heat map are.
 *
 * Rows break into as many blocks side by side as give them the most height, but into no more than
 * needed, and their type shrinks only after that. Names give way to cells, words in cells to
 * letters, names of columns to their numbers, which the key explains.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-map-private.h"

#define MOST_BLOCKS 4
#define NATURAL_LINE 1.75 /* of the type's size */
#define ENOUGH_LINE 1.2   /* so much is no reason for one more block */
#define MOST_LINE 2.8
#define HEADING 1.1 /* of a row's height */
#define HEADING_GAP 0.35
#define SMALLEST_TYPE 0.4

/* Puts rows into blocks of so many row heights; returns how many blocks that takes. */
static guint
place_rows (OctStageMapChart *self, double capacity, OctStagePlace *places, double *used)
{
  gboolean grouped = oct_stage_map_is_grouped (self);
  const char *group = NULL;
  guint block = 0;
  double at = 0;

  *used = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_shown_row (self, i);
      gboolean new_group = grouped && row->group != NULL && g_strcmp0 (row->group, group) != 0;
      double room = new_group ? HEADING + (at > 0 ? HEADING_GAP : 0) : 0;
      gboolean headed = new_group;

      if (at > 0 && at + room + 1 > capacity + 0.001)
        {
          block++;
          at = 0;
          /* A group that goes on in the next block has its heading there again. */
          headed = grouped && row->group != NULL;
          room = headed ? HEADING : 0;
        }
      at += room;
      places[i] = (OctStagePlace) { block, at, headed };
      at += 1;
      *used = MAX (*used, at);
      group = row->group;
    }
  return block + 1;
}

/* The lowest blocks that do with @n_blocks; returns their height in rows. */
static double
balance_rows (OctStageMapChart *self, guint n_blocks, OctStagePlace *places)
{
  double capacity = MAX (1, floor (self->rows->len / (double) n_blocks)), used;

  while (place_rows (self, capacity, places, &used) > n_blocks)
    capacity += 0.25;
  return used;
}

static double
longest (const OctChartTheme *theme, char *const *texts, guint n)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_SMALL, texts[i]));
  return most;
}

/* Names at the theme's own size; type of another size is as much wider or narrower. */
typedef struct
{
  double longest;
  double sum;
} NameWidths;

static void
measure_names (OctStageMapChart *self, const OctChartTheme *theme, NameWidths *names)
{
  *names = (NameWidths) { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      double width = oct_chart_text_width (theme, OCT_TEXT_NORMAL,
                                           oct_stage_map_row (self, i)->name);

      names->longest = MAX (names->longest, width);
      names->sum += width;
    }
  /* The chosen name is bold. */
  names->longest = names->longest * 1.06 + theme->size_text * 0.8;
}

/* How much of an ordinary name there is room for, 0 to 1. */
static double
name_share (OctStageMapChart *self, const OctChartTheme *theme, const NameWidths *names,
            const OctStageMapLayout *layout)
{
  double factor = layout->type.size_text / theme->size_text;

  return MIN (1, layout->names * self->rows->len / MAX (names->sum * factor, 1));
}

/* Whether each column's name can stand in its head, in at most three lines; else only its number. */
static gboolean
measure_head (OctStageMapChart *self, const OctChartTheme *theme, double cell, double *height)
{
  double most = 0;

  *height = oct_chart_text_height (theme, OCT_TEXT_BOLD) + theme->size_text * 0.55;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (PangoLayout) name = NULL;
      g_auto (GStrv) words = g_strsplit (self->columns[i].name, " ", -1);
      double lines;

      for (guint word = 0; words[word] != NULL; word++)
        {
          if (oct_chart_text_width (theme, OCT_TEXT_SMALL, words[word]) > cell - 5)
            return FALSE;
        }
      name = oct_chart_text_new (theme, OCT_TEXT_SMALL, self->columns[i].name, cell - 4, 3);
      if (pango_layout_is_ellipsized (name))
        return FALSE;
      oct_chart_text_size (name, NULL, &lines);
      most = MAX (most, lines);
    }
  *height += most;
  return TRUE;
}

static double
smallest_cell (const OctChartTheme *theme)
{
  return theme->size_small * 1.7;
}

/* Widths within a block that is @width wide, for type of a size. */
static void
measure_block (OctStageMapChart *self, const OctChartTheme *theme, const NameWidths *names,
               double width, OctStageMapLayout *layout)
{
  const OctChartTheme *type = &layout->type;
  double factor = type->size_text / theme->size_text, room, arrow = theme->size_small * 1.9;

  layout->names = MIN (names->longest * factor, width * 0.5);
  layout->names = MIN (layout->names,
                       MAX (width - self->n_columns * smallest_cell (type), width * 0.2));
  room = width - layout->names;
  layout->cell = MIN (room / self->n_columns, 10.5 * theme->size_text);
  if (layout->cell > 12)
    layout->cell = floor (layout->cell);
  layout->words = TRUE;
  if ((longest (theme, self->stages.names, self->stages.n) + arrow) * factor <= layout->cell)
    layout->labels = self->stages.names;
  else if ((longest (theme, self->stages.short_names, self->stages.n) + arrow) * factor
           <= layout->cell)
    layout->labels = self->stages.short_names;
  else
    {
      layout->labels = self->stages.abbreviations;
      layout->words = FALSE;
    }
}

static double
block_gap (const OctChartTheme *theme)
{
  return theme->size_text * 1.8;
}

/* Lays out for a number of blocks, but for the places; returns the height of a row. */
static double
try_blocks (OctStageMapChart *self, double width, double height, const OctChartTheme *theme,
            const NameWidths *names, guint n_blocks, double rows, OctStageMapLayout *layout)
{
  double natural = theme->size_text * NATURAL_LINE, line, factor = 1;

  layout->n_blocks = n_blocks;
  layout->block = (width + block_gap (theme)) / n_blocks;
  /* Head and type depend on each other: once with type as it is, once with what that leaves. */
  for (int pass = 0; pass < 2; pass++)
    {
      layout->type = oct_stage_scaled_theme (theme, factor);
      measure_block (self, theme, names, layout->block - block_gap (theme), layout);
      layout->column_names = measure_head (self, theme, layout->cell, &layout->head);
      layout->key = oct_stage_map_lay_key (self, NULL, width, theme, layout->column_names);
      line = MIN ((height - layout->key - layout->head) / rows, theme->size_text * MOST_LINE);
      factor = line > natural
                 ? MIN (line / natural, 1.3)
                 : MIN (1, line * 0.92 / oct_chart_text_height (theme, OCT_TEXT_NORMAL));
      /* Type only grows where names stay whole. */
      if (factor > 1)
        factor = MAX (1, MIN (factor, (layout->block - block_gap (theme)) * 0.5 / names->longest));
      factor = MAX (factor, SMALLEST_TYPE);
    }
  layout->line = line >= 12 ? floor (line) : MAX (line, 0.5);
  return layout->line;
}

static gboolean
blocks_fit (OctStageMapChart *self, double width, const OctChartTheme *theme, guint n_blocks)
{
  double block = (width + block_gap (theme)) / n_blocks - block_gap (theme);

  return block >= theme->size_text * 7 + self->n_columns * smallest_cell (theme) * 0.8;
}

/**
 * oct_stage_map_get_layout:
 * @self: a heat map with rows and columns
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Finds the number of blocks that leaves rows high and their names whole, where it is worth it. What
 * was found is kept, because the pointer asks at every move.
 *
 * Returns: (transfer none): where things are
 */
const OctStageMapLayout *
oct_stage_map_get_layout (OctStageMapChart *self, double width, double height,
                          const OctChartTheme *theme)
{
  OctStageMapLayout *layout = &self->kept;
  double best = 0;
  guint n_best = 1;
  NameWidths names;

  if (layout->places != NULL && self->kept_width == width && self->kept_height == height
      && oct_stage_same_theme (&self->kept_theme, theme))
    return layout;
  oct_stage_map_layout_clear (layout);
  *layout = (OctStageMapLayout) { 0 };
  self->kept_width = width;
  self->kept_height = height;
  self->kept_theme = *theme;
  layout->places = g_new0 (OctStagePlace, MAX (self->rows->len, 1));
  measure_names (self, theme, &names);
  for (guint n = 1; n <= MOST_BLOCKS && n <= MAX (self->rows->len, 1); n++)
    {
      double score;

      if (n > 1 && (!blocks_fit (self, width, theme, n) || best >= theme->size_text * ENOUGH_LINE))
        break;
      score = try_blocks (self, width, height, theme, &names, n,
                          balance_rows (self, n, layout->places), layout);
      score = MIN (score, theme->size_text * NATURAL_LINE)
              * sqrt (name_share (self, theme, &names, layout));
      if (score > best * 1.1)
        {
          best = score;
          n_best = n;
        }
    }
  try_blocks (self, width, height, theme, &names, n_best,
              balance_rows (self, n_best, layout->places), layout);
  return layout;
}

void
oct_stage_map_layout_clear (OctStageMapLayout *layout)
{
  g_clear_pointer (&layout->places, g_free);
  g_clear_pointer (&layout->texts, g_ptr_array_unref);
}

/**
 * oct_stage_map_get_cell:
 * @layout: where things are
 * @row: a row's place in the picture
 * @column: a column's place in the picture
 * @cell: (out caller-allocates): its cell
 *
 * Says where a cell is.
 */
void
oct_stage_map_get_cell (const OctStageMapLayout *layout, guint row, guint column,
                        cairo_rectangle_t *cell)
{
  const OctStagePlace *place = &layout->places[row];
  double gap = layout->line >= 12 ? 2 : layout->line * 0.12;

  *cell = (cairo_rectangle_t) {
    floor (place->block * layout->block + layout->names) + column * layout->cell,
    layout->key + layout->head + place->at * layout->line,
    layout->cell - gap,
    layout->line - gap,
  };
  if (layout->line >= 12)
    cell->y = round (cell->y);
}

/**
 * oct_stage_map_natural_height:
 * @self: a heat map
 * @width: of the plot
 * @theme: how it looks
 *
 * Returns: the height at which each row has type of ordinary size
 */
double
oct_stage_map_natural_height (OctStageMapChart *self, double width, const OctChartTheme *theme)
{
  g_auto (OctStageMapLayout) layout = { 0 };
  NameWidths names;
  double line = ceil (theme->size_text * NATURAL_LINE), least, rows;
  guint n = 1;

  if (self->rows->len == 0 || self->n_columns == 0)
    return theme->size_text * 6;
  layout.places = g_new0 (OctStagePlace, self->rows->len);
  least = theme->size_text * 16 + self->n_columns * theme->size_small * 2.4;
  while (n < MOST_BLOCKS && self->rows->len >= 14 * (n + 1)
         && (width + block_gap (theme)) / (n + 1) - block_gap (theme) >= least)
    n++;
  rows = balance_rows (self, n, layout.places);
  measure_names (self, theme, &names);
  try_blocks (self, width, G_MAXINT, theme, &names, n, rows, &layout);
  return layout.key + layout.head + rows * line + 2;
}

double
oct_stage_map_lay_key (OctStageMapChart *self, cairo_t *cr, double width,
                       const OctChartTheme *theme, gboolean column_names)
{
  g_autoptr (OctStageKey) key = oct_stage_key_new (&self->stages);
  gboolean own = FALSE, drafts = FALSE, gaps = FALSE;
  g_autofree char *since = NULL;
  double height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_row (self, i);

      for (guint j = 0; j < self->n_columns; j++)
        {
          gaps |= row->stages[j] == OCT_STAGE_NOT_JUDGED;
          own |= oct_stage_map_own_differs (row, j);
          drafts |= row->drafts[j] && row->stages[j] != OCT_STAGE_NOT_JUDGED;
        }
    }
  for (guint i = 0; !column_names && i < self->n_columns; i++)
    {
      const OctStageColumn *column = &self->columns[self->column_order[i]];

      oct_stage_key_add (key, column->number > 0 ? OCT_STAGE_KEY_NUMBER : OCT_STAGE_KEY_TEXT,
                         column->number, oct_stage_map_column_colour (column, theme), column->name);
    }
  oct_stage_key_break (key);
  oct_stage_key_add_stages (key);
  if (gaps)
    oct_stage_key_add (key, OCT_STAGE_KEY_NOT_JUDGED, 0, theme->ink, NULL);
  if (oct_stage_map_has_changes (self))
    {
      /* Translators: a time, such as "spring 2026". */
      since = g_strdup_printf (_("Moved since %s"),
                               self->previous_name != NULL ? self->previous_name : _("last time"));
      oct_stage_key_add (key, OCT_STAGE_KEY_ARROWS, 0, theme->ink, since);
    }
  if (own)
    oct_stage_key_add (key, OCT_STAGE_KEY_OWN, 0, theme->ink, NULL);
  if (drafts)
    oct_stage_key_add (key, OCT_STAGE_KEY_DRAFT, 0, theme->ink, NULL);
  height = oct_stage_key_lay (key, cr, 0, width, theme);
  return ceil (height + theme->size_text * 0.5);
}
