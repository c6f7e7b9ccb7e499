/* How a heat map of stages is drawn.
 *
 * Cells of one stage are one path, and each stage's word is laid out once, so that hundreds of cells
 * cost little. Hue belongs to the heads of the columns; inside the map only lightness counts.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-map-private.h"

typedef struct
{
  OctStageMapChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctStageMapLayout *layout;
} Picture;

static void
draw_head (const Picture *picture, guint block, guint place)
{
  OctStageMapChart *self = picture->self;
  const OctStageMapLayout *layout = picture->layout;
  const OctChartTheme *theme = picture->theme;
  const OctStageColumn *column = &self->columns[self->column_order[place]];
  OctColour colour = oct_stage_map_column_colour (column, theme);
  double x = floor (block * layout->block + layout->names) + place * layout->cell, y = layout->key,
         line = oct_chart_text_height (theme, OCT_TEXT_BOLD),
         bar = MAX (2, round (theme->size_text * 0.2)), gap = 2,
         bottom = layout->key + layout->head - round (theme->size_text * 0.2);
  g_autofree char *number = column->number > 0 ? g_strdup_printf ("%u", column->number) : NULL;

  if (layout->column_names)
    {
      g_autoptr (PangoLayout) name = oct_chart_text_new (theme, OCT_TEXT_SMALL, column->name,
                                                         layout->cell - 4, 3);
      double height;

      oct_chart_text_size (name, NULL, &height);
      y = bottom - bar - 2 - height;
      oct_chart_text_draw (name, picture->cr, x, y, theme->ink);
      y -= line;
    }
  if (number != NULL)
    oct_chart_text_at (picture->cr, theme, OCT_TEXT_BOLD, number,
                       layout->column_names ? x : x + (layout->cell - gap) / 2, y + line / 2,
                       layout->column_names ? 0 : 0.5, colour);
  if (self->sort_column != NULL && g_strcmp0 (self->sort_column, column->id) == 0)
    oct_stage_draw_arrow (picture->cr, -1,
                          layout->column_names
                            ? x + theme->size_text * 1.3
                            : x + (layout->cell - gap) / 2 + theme->size_text * 0.8,
                          y + line / 2, theme->size_small * 0.7, theme->ink);
  cairo_rectangle (picture->cr, x, bottom - bar, layout->cell - gap, bar);
  oct_colour_set (colour, picture->cr);
  cairo_fill (picture->cr);
}

/* One path with all cells of a stage; drafts have their own. */
static void
add_cells (const Picture *picture, int stage, gboolean drafts)
{
  for (guint i = 0; i < picture->self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_shown_row (picture->self, i);

      for (guint j = 0; j < picture->self->n_columns; j++)
        {
          guint column = picture->self->column_order[j];
          cairo_rectangle_t cell;

          if (row->stages[column] != stage || (row->drafts[column] && stage >= 0) != drafts)
            continue;
          oct_stage_map_get_cell (picture->layout, i, j, &cell);
          cairo_rectangle (picture->cr, cell.x, cell.y, cell.width, cell.height);
        }
    }
}

static OctColour
cell_ground (const Picture *picture, int stage, gboolean draft)
{
  OctColour colour = oct_stage_colour (&picture->self->stages, picture->theme, stage);

  return draft ? oct_stage_tint (picture->theme, colour, 0.78) : colour;
}

/* How wide an arrow is; letters make room for it in every cell, so that they stay in line. */
static double
arrow_size (const OctStageMapLayout *layout)
{
  double size = MIN (layout->type.size_small * 0.72, layout->line * 0.5);

  return MIN (size, layout->cell * 0.3);
}

static void
draw_not_judged (const Picture *picture)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  for (guint i = 0; i < picture->self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_shown_row (picture->self, i);

      for (guint j = 0; j < picture->self->n_columns; j++)
        {
          cairo_rectangle_t cell;

          if (row->stages[picture->self->column_order[j]] != OCT_STAGE_NOT_JUDGED)
            continue;
          oct_stage_map_get_cell (picture->layout, i, j, &cell);
          g_array_append_val (cells, cell);
          /* An outline of filled strips: strokes of rectangles cost more than the whole map. */
          cairo_rectangle (picture->cr, cell.x, cell.y, cell.width, picture->theme->line);
          cairo_rectangle (picture->cr, cell.x, cell.y + cell.height - picture->theme->line,
                           cell.width, picture->theme->line);
          cairo_rectangle (picture->cr, cell.x, cell.y, picture->theme->line, cell.height);
          cairo_rectangle (picture->cr, cell.x + cell.width - picture->theme->line, cell.y,
                           picture->theme->line, cell.height);
        }
    }
  oct_colour_set (picture->theme->rule, picture->cr);
  cairo_fill (picture->cr);
  oct_stage_fill_not_judged_cells (picture->cr, picture->theme,
                                   (const cairo_rectangle_t *) (const void *) cells->data,
                                   cells->len);
}

static void
draw_grounds (const Picture *picture)
{
  const double dashes[] = { 2, 2 };

  draw_not_judged (picture);
  for (guint stage = 0; stage < picture->self->stages.n; stage++)
    {
      add_cells (picture, stage, FALSE);
      oct_colour_set (cell_ground (picture, stage, FALSE), picture->cr);
      cairo_fill (picture->cr);
      add_cells (picture, stage, TRUE);
      oct_colour_set (cell_ground (picture, stage, TRUE), picture->cr);
      cairo_fill_preserve (picture->cr);
      cairo_save (picture->cr);
      cairo_set_dash (picture->cr, dashes, 2, 0);
      cairo_set_line_width (picture->cr, picture->theme->line);
      oct_colour_set (picture->theme->ink_soft, picture->cr);
      cairo_stroke (picture->cr);
      cairo_restore (picture->cr);
    }
}

/* The word or letters of one stage, wherever it is. */
static void
draw_labels (const Picture *picture, guint stage)
{
  const OctStageMapLayout *layout = picture->layout;
  const OctChartTheme *type = &layout->type;
  g_autoptr (PangoLayout) text = oct_chart_text_new (type, OCT_TEXT_SMALL, layout->labels[stage], 0,
                                                     1);
  double arrow = oct_stage_map_has_changes (picture->self) ? arrow_size (layout) * 0.9 : 0, width,
         height;
  const OctColour inks[] = {
    oct_chart_theme_ink_on (picture->theme, cell_ground (picture, stage, FALSE)),
    oct_chart_theme_ink_on (picture->theme, cell_ground (picture, stage, TRUE))
  };

  oct_chart_text_size (text, &width, &height);
  if (width > layout->cell || height > layout->line * 1.25)
    return;
  for (guint i = 0; i < picture->self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_shown_row (picture->self, i);

      for (guint j = 0; j < picture->self->n_columns; j++)
        {
          guint column = picture->self->column_order[j];
          cairo_rectangle_t cell;
          double x;

          if (row->stages[column] != (int) stage)
            continue;
          oct_stage_map_get_cell (layout, i, j, &cell);
          x = layout->words ? cell.x + type->size_small * 0.5
                            : cell.x + (cell.width - arrow - width) / 2;
          oct_chart_text_draw (text, picture->cr, x, cell.y + (cell.height - height) / 2,
                               inks[row->drafts[column] ? 1 : 0]);
        }
    }
}

static void
draw_marks (const Picture *picture, guint place)
{
  const OctStageRow *row = oct_stage_map_shown_row (picture->self, place);
  const OctStageMapLayout *layout = picture->layout;

  for (guint j = 0; j < picture->self->n_columns; j++)
    {
      guint column = picture->self->column_order[j];
      int change = oct_stages_get_change (&picture->self->stages, row->previous[column],
                                          row->stages[column]);
      double size = arrow_size (layout), x;
      cairo_rectangle_t cell;
      OctColour ink;

      if (change == 0 && !oct_stage_map_own_differs (row, column))
        continue;
      ink = oct_chart_theme_ink_on (picture->theme, cell_ground (picture, row->stages[column],
                                                                 row->drafts[column]));
      oct_stage_map_get_cell (layout, place, j, &cell);
      x = cell.x + cell.width - size * 0.8;
      if (!layout->words)
        x = MIN (x, cell.x + cell.width / 2 + size * 0.55 + layout->type.size_small * 0.3);
      oct_stage_draw_arrow (picture->cr, change, x, cell.y + cell.height / 2 + size * 0.1, size,
                            ink);
      if (oct_stage_map_own_differs (row, column))
        oct_stage_draw_own_corner (picture->cr, cell.x + cell.width, cell.y, size * 0.75,
                                   row->stages[column] == OCT_STAGE_NOT_JUDGED ? picture->theme->ink
                                                                               : ink);
    }
}

static void
lay_names (OctStageMapChart *self, OctStageMapLayout *layout)
{
  const OctChartTheme *type = &layout->type;

  layout->texts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_shown_row (self, i);
      gboolean chosen = row->id != NULL && g_strcmp0 (row->id, self->chosen) == 0;

      g_ptr_array_add (layout->texts,
                       oct_chart_text_new (type, chosen ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL,
                                           row->name, layout->names - type->size_text * 0.5, 1));
    }
}

static void
draw_name (const Picture *picture, guint place)
{
  const OctStageMapLayout *layout = picture->layout;
  const OctChartTheme *type = &layout->type;
  const OctStageRow *row = oct_stage_map_shown_row (picture->self, place);
  cairo_rectangle_t cell;
  double left = layout->places[place].block * layout->block, height;

  oct_stage_map_get_cell (layout, place, 0, &cell);
  if (layout->texts != NULL)
    {
      PangoLayout *name = g_ptr_array_index (layout->texts, place);

      oct_chart_text_size (name, NULL, &height);
      oct_chart_text_draw (name, picture->cr, left, cell.y + (cell.height - height) / 2,
                           picture->theme->ink);
    }
  if (layout->places[place].headed && row->group != NULL)
    {
      g_autoptr (PangoLayout) group = oct_chart_text_new (type, OCT_TEXT_SMALL_BOLD, row->group,
                                                          layout->block - type->size_text * 2, 1);

      oct_chart_text_size (group, NULL, &height);
      oct_chart_text_draw (group, picture->cr, left, cell.y - height - layout->line * 0.12,
                           picture->theme->ink_soft);
    }
}

/* A frame about all cells of the chosen row. */
static void
draw_chosen (const Picture *picture)
{
  for (guint i = 0; picture->self->chosen != NULL && i < picture->self->rows->len; i++)
    {
      cairo_rectangle_t first, last;

      if (g_strcmp0 (oct_stage_map_shown_row (picture->self, i)->id, picture->self->chosen) != 0)
        continue;
      oct_stage_map_get_cell (picture->layout, i, 0, &first);
      oct_stage_map_get_cell (picture->layout, i, picture->self->n_columns - 1, &last);
      cairo_rectangle (picture->cr, first.x - 1, first.y - 1, last.x + last.width - first.x + 2,
                       first.height + 2);
      oct_colour_set (picture->theme->ink, picture->cr);
      cairo_set_line_width (picture->cr, picture->theme->line_strong);
      cairo_stroke (picture->cr);
    }
}

/**
 * oct_stage_map_draw:
 * @self: a heat map
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the key, the heads and the cells.
 */
void
oct_stage_map_draw (OctStageMapChart *self, cairo_t *cr, double width, double height,
                    const OctChartTheme *theme)
{
  Picture picture = { self, cr, theme, NULL };

  if (self->rows->len == 0 || self->n_columns == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  picture.layout = oct_stage_map_get_layout (self, width, height, theme);
  if (self->kept.texts == NULL && self->kept.names > self->kept.type.size_text * 1.5)
    lay_names (self, &self->kept);
  cairo_save (cr);
  cairo_rectangle (cr, -2, 0, width + 4, height + 2);
  cairo_clip (cr);
  oct_stage_map_lay_key (self, cr, width, theme, picture.layout->column_names);
  for (guint block = 0; block <= picture.layout->places[self->rows->len - 1].block; block++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        draw_head (&picture, block, i);
    }
  draw_grounds (&picture);
  for (guint stage = 0; stage < self->stages.n; stage++)
    draw_labels (&picture, stage);
  for (guint i = 0; i < self->rows->len; i++)
    {
      draw_marks (&picture, i);
      draw_name (&picture, i);
    }
  draw_chosen (&picture);
  cairo_restore (cr);
}
