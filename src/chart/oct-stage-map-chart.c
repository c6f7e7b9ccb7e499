/* A heat map of stages: its data, its order, and the questions every chart answers.
 *
 * A datum keeps its number whatever the order, so that the keyboard stays on a cell when the rows
 * are sorted; only walking follows the picture.
 */
#include <math.h>

#include "oct-stage-map-private.h"

G_DEFINE_FINAL_TYPE (OctStageMapChart, oct_stage_map_chart, OCT_TYPE_CHART)

static void
row_free (OctStageRow *row)
{
  g_free (row->id);
  g_free (row->name);
  g_free (row->group);
  g_free (row);
}

OctStageRow *
oct_stage_map_row (OctStageMapChart *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

OctStageRow *
oct_stage_map_shown_row (OctStageMapChart *self, guint place)
{
  return oct_stage_map_row (self, g_array_index (self->row_order, guint, place));
}

int
oct_stage_map_find_row (OctStageMapChart *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      if (g_strcmp0 (oct_stage_map_row (self, i)->id, id) == 0)
        return i;
    }
  return -1;
}

gboolean
oct_stage_map_is_grouped (OctStageMapChart *self)
{
  for (guint i = 0; self->sort_column == NULL && i < self->rows->len; i++)
    {
      if (oct_stage_map_row (self, i)->group != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
oct_stage_map_has_changes (OctStageMapChart *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_row (self, i);

      for (guint j = 0; j < self->n_columns; j++)
        {
          if (oct_stages_get_change (&self->stages, row->previous[j], row->stages[j]) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
oct_stage_map_own_differs (const OctStageRow *row, guint column)
{
  return row->own[column] != OCT_STAGE_NOT_JUDGED && row->own[column] != row->stages[column];
}

OctColour
oct_stage_map_column_colour (const OctStageColumn *column, const OctChartTheme *theme)
{
  return column->number > 0 ? oct_chart_theme_element (theme, column->number) : theme->ink;
}

static int
find_column (OctStageMapChart *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->n_columns; i++)
    {
      if (g_strcmp0 (self->columns[i].id, id) == 0)
        return i;
    }
  return -1;
}

/* By what was asked for; the order that was given decides between equals. */
static void
update_order (OctStageMapChart *self)
{
  int by_column = find_column (self, self->sort_column),
      by_row = oct_stage_map_find_row (self, self->sort_row);
  guint n = 0;

  g_array_set_size (self->row_order, 0);
  for (int stage = self->stages.n; stage >= OCT_STAGE_NOT_JUDGED; stage--)
    {
      for (guint i = 0; i < self->rows->len; i++)
        {
          int at = by_column < 0 ? OCT_STAGE_NOT_JUDGED
                                 : oct_stage_map_row (self, i)->stages[by_column];

          if (at == stage)
            g_array_append_val (self->row_order, i);
        }
      for (guint i = 0; i < self->n_columns; i++)
        {
          int at = by_row < 0 ? OCT_STAGE_NOT_JUDGED : oct_stage_map_row (self, by_row)->stages[i];

          if (at == stage)
            self->column_order[n++] = i;
        }
    }
}

static void
data_changed (OctStageMapChart *self)
{
  update_order (self);
  oct_stage_map_layout_clear (&self->kept);
  oct_chart_changed (OCT_CHART (self));
}

static void
oct_stage_map_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                          const OctChartTheme *theme)
{
  oct_stage_map_draw (OCT_STAGE_MAP_CHART (chart), cr, width, height, theme);
}

static int
place_of_row (OctStageMapChart *self, guint row)
{
  for (guint i = 0; i < self->row_order->len; i++)
    {
      if (g_array_index (self->row_order, guint, i) == row)
        return i;
    }
  return 0;
}

static int
place_of_column (OctStageMapChart *self, guint column)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->column_order[i] == column)
        return i;
    }
  return 0;
}

static guint
oct_stage_map_chart_n_data (OctChart *chart)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);

  return self->rows->len * self->n_columns;
}

static void
oct_stage_map_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                  const OctChartTheme *theme, int datum, gboolean focused)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  const OctStageMapLayout *layout;
  cairo_rectangle_t cell;

  if (datum >= (int) oct_stage_map_chart_n_data (chart))
    return;
  layout = oct_stage_map_get_layout (self, width, height, theme);
  oct_stage_map_get_cell (layout, place_of_row (self, datum / self->n_columns),
                          place_of_column (self, datum % self->n_columns), &cell);
  oct_stage_draw_focus (cr, theme, &cell, focused);
}

static int
oct_stage_map_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                         double x, double y)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  const OctStageMapLayout *layout;
  int block, column;

  if (oct_stage_map_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  layout = oct_stage_map_get_layout (self, width, height, theme);
  block = (int) floor (x / layout->block);
  column = (int) floor ((x - block * layout->block - layout->names) / layout->cell);
  if (column < 0 || column >= (int) self->n_columns)
    return OCT_CHART_NONE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      double top = layout->key + layout->head + layout->places[i].at * layout->line;

      if ((int) layout->places[i].block == block && y >= top && y < top + layout->line)
        return g_array_index (self->row_order, guint, i) * self->n_columns
               + self->column_order[column];
    }
  return OCT_CHART_NONE;
}

/* Left and right along a row, up and down along a column, as they are shown. */
static int
oct_stage_map_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  int n = self->n_columns, row = 0, column = 0;

  if (oct_stage_map_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  if (from != OCT_CHART_NONE && step != OCT_CHART_FIRST)
    {
      row = place_of_row (self, from / n);
      column = place_of_column (self, from % n);
      if (step == OCT_CHART_LEFT || step == OCT_CHART_RIGHT)
        column = CLAMP (column + (step == OCT_CHART_LEFT ? -1 : 1), 0, n - 1);
      else if (step == OCT_CHART_UP || step == OCT_CHART_DOWN)
        row = CLAMP (row + (step == OCT_CHART_UP ? -1 : 1), 0, (int) self->rows->len - 1);
    }
  if (step == OCT_CHART_LAST)
    {
      row = self->rows->len - 1;
      column = n - 1;
    }
  return g_array_index (self->row_order, guint, row) * n + self->column_order[column];
}

static const char *
oct_stage_map_chart_datum_id (OctChart *chart, int datum)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);

  if (datum >= (int) oct_stage_map_chart_n_data (chart))
    return NULL;
  return oct_stage_map_row (self, datum / self->n_columns)->id;
}

static double
oct_stage_map_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_stage_map_natural_height (OCT_STAGE_MAP_CHART (chart), width, theme);
}

static void
clear_columns (OctStageMapChart *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_clear_pointer (&self->columns[i].id, g_free);
      g_clear_pointer (&self->columns[i].name, g_free);
    }
  self->n_columns = 0;
}

static void
oct_stage_map_chart_finalize (GObject *object)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (object);

  oct_stage_map_layout_clear (&self->kept);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->row_order);
  clear_columns (self);
  oct_stages_clear (&self->stages);
  g_free (self->sort_column);
  g_free (self->sort_row);
  g_free (self->chosen);
  g_free (self->item_name);
  g_free (self->previous_name);

  G_OBJECT_CLASS (oct_stage_map_chart_parent_class)->finalize (object);
}

static void
oct_stage_map_chart_class_init (OctStageMapChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_stage_map_chart_finalize;
  chart_class->draw = oct_stage_map_chart_draw;
  chart_class->draw_overlay = oct_stage_map_chart_draw_overlay;
  chart_class->hit = oct_stage_map_chart_hit;
  chart_class->walk = oct_stage_map_chart_walk;
  chart_class->describe = oct_stage_map_describe;
  chart_class->describe_datum = oct_stage_map_describe_datum;
  chart_class->table = oct_stage_map_table;
  chart_class->n_data = oct_stage_map_chart_n_data;
  chart_class->datum_id = oct_stage_map_chart_datum_id;
  chart_class->natural_height = oct_stage_map_chart_natural_height;
  chart_class->suggest_title = oct_stage_map_suggest_title;
}

static void
oct_stage_map_chart_init (OctStageMapChart *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->row_order = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * oct_stage_map_chart_new:
 *
 * Returns: (transfer full): a heat map without stages, rows or columns
 */
OctStageMapChart *
oct_stage_map_chart_new (void)
{
  return g_object_new (OCT_TYPE_STAGE_MAP_CHART, NULL);
}

/**
 * oct_stage_map_chart_set_stages:
 * @self: a heat map
 * @names: (array zero-terminated=1): the steps from first to last, 3 to %OCT_STAGES_MAX
 *
 * Sets what the stages are called, and removes all rows.
 */
void
oct_stage_map_chart_set_stages (OctStageMapChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));
  g_return_if_fail (names != NULL);

  g_ptr_array_set_size (self->rows, 0);
  oct_stages_set (&self->stages, names);
  data_changed (self);
}

/**
 * oct_stage_map_chart_add_column:
 * @self: a heat map
 * @id: (nullable): a key of the caller's, by which rows can be sorted
 * @number: the element's, 1 to 8, which gives the hue of the heading; 0 for none
 * @name: short
 *
 * Adds a column at the right, and removes all rows.
 *
 * Returns: %FALSE when there are already %OCT_STAGE_MAP_MAX_COLUMNS
 */
gboolean
oct_stage_map_chart_add_column (OctStageMapChart *self, const char *id, guint number,
                                const char *name)
{
  g_return_val_if_fail (OCT_IS_STAGE_MAP_CHART (self), FALSE);

  if (self->n_columns == OCT_STAGE_MAP_MAX_COLUMNS)
    return FALSE;
  g_ptr_array_set_size (self->rows, 0);
  self->columns[self->n_columns++] = (OctStageColumn) { g_strdup (id),
                                                        g_strdup (name != NULL ? name : ""),
                                                        number <= 8 ? number : 0 };
  data_changed (self);
  return TRUE;
}

/**
 * oct_stage_map_chart_add_row:
 * @self: a heat map
 * @id: (nullable): handed back when a cell of the row is activated
 * @name: what stands at the left of the row
 * @group: (nullable): what the row belongs to, such as a phase
 * @stages: a stage or %OCT_STAGE_NOT_JUDGED for each column
 * @previous: (nullable): the same for the time before
 *
 * Adds a row below the others.
 */
void
oct_stage_map_chart_add_row (OctStageMapChart *self, const char *id, const char *name,
                             const char *group, const int *stages, const int *previous)
{
  OctStageRow *row;

  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));
  g_return_if_fail (stages != NULL);

  row = g_new0 (OctStageRow, 1);
  row->id = g_strdup (id);
  row->name = g_strdup (name != NULL ? name : "");
  row->group = g_strdup (group);
  for (guint i = 0; i < OCT_STAGE_MAP_MAX_COLUMNS; i++)
    {
      gboolean there = i < self->n_columns;

      row->stages[i] = there ? oct_stages_check (&self->stages, stages[i]) : OCT_STAGE_NOT_JUDGED;
      row->previous[i] = there && previous != NULL ? oct_stages_check (&self->stages, previous[i])
                                                   : OCT_STAGE_NOT_JUDGED;
      row->own[i] = OCT_STAGE_NOT_JUDGED;
    }
  g_ptr_array_add (self->rows, row);
  data_changed (self);
}

/**
 * oct_stage_map_chart_set_own:
 * @self: a heat map
 * @row_id: a row
 * @own: (nullable): a stage or %OCT_STAGE_NOT_JUDGED for each column
 *
 * Sets the row's own view; cells where it differs from the stage are marked.
 */
void
oct_stage_map_chart_set_own (OctStageMapChart *self, const char *row_id, const int *own)
{
  int row;

  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  row = oct_stage_map_find_row (self, row_id);
  if (row < 0)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    oct_stage_map_row (self, row)->own[i] = own != NULL ? oct_stages_check (&self->stages, own[i])
                                                        : OCT_STAGE_NOT_JUDGED;
  data_changed (self);
}

/**
 * oct_stage_map_chart_set_drafts:
 * @self: a heat map
 * @row_id: a row
 * @drafts: (nullable): for each column whether its stage is a draft
 *
 * Sets which stages of a row are drawn as drafts.
 */
void
oct_stage_map_chart_set_drafts (OctStageMapChart *self, const char *row_id, const gboolean *drafts)
{
  int row;

  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  row = oct_stage_map_find_row (self, row_id);
  if (row < 0)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    oct_stage_map_row (self, row)->drafts[i] = drafts != NULL && drafts[i];
  data_changed (self);
}

/**
 * oct_stage_map_chart_clear:
 * @self: a heat map
 *
 * Removes rows and columns.
 */
void
oct_stage_map_chart_clear (OctStageMapChart *self)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  g_ptr_array_set_size (self->rows, 0);
  clear_columns (self);
  data_changed (self);
}

static void
set_text (OctStageMapChart *self, char **field, const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  data_changed (self);
}

/**
 * oct_stage_map_chart_set_sort:
 * @self: a heat map
 * @column_id: (nullable): a column, or %NULL for the order that was given
 *
 * Sorts the rows by their stage in a column, the last stage first and what isn't judged at the end.
 * Groups lose their headings meanwhile.
 */
void
oct_stage_map_chart_set_sort (OctStageMapChart *self, const char *column_id)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  set_text (self, &self->sort_column, find_column (self, column_id) < 0 ? NULL : column_id);
}

/**
 * oct_stage_map_chart_set_sort_columns:
 * @self: a heat map
 * @row_id: (nullable): a row, or %NULL for the order that was given
 *
 * Sorts the columns by their stage in a row, the last stage first and what isn't judged at the end.
 */
void
oct_stage_map_chart_set_sort_columns (OctStageMapChart *self, const char *row_id)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  set_text (self, &self->sort_row, row_id);
}

/**
 * oct_stage_map_chart_set_chosen:
 * @self: a heat map
 * @row_id: (nullable): a row
 *
 * Sets which row is framed.
 */
void
oct_stage_map_chart_set_chosen (OctStageMapChart *self, const char *row_id)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  set_text (self, &self->chosen, row_id);
}

/**
 * oct_stage_map_chart_set_item_name:
 * @self: a heat map
 * @name: (nullable): what a row is, such as "School"
 *
 * Names the table's column of names.
 */
void
oct_stage_map_chart_set_item_name (OctStageMapChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  set_text (self, &self->item_name, name);
}

/**
 * oct_stage_map_chart_set_previous_name:
 * @self: a heat map
 * @name: (nullable): what the time before is called, such as "Spring 2026"
 *
 * Names what changes are since.
 */
void
oct_stage_map_chart_set_previous_name (OctStageMapChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_STAGE_MAP_CHART (self));

  set_text (self, &self->previous_name, name);
}

/**
 * oct_stage_map_chart_datum_column:
 * @self: a heat map
 * @datum: a cell
 *
 * Returns: (nullable): the id of the cell's column
 */
const char *
oct_stage_map_chart_datum_column (OctStageMapChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_STAGE_MAP_CHART (self), NULL);

  if (datum < 0 || datum >= (int) oct_stage_map_chart_n_data (OCT_CHART (self)))
    return NULL;
  return self->columns[datum % self->n_columns].id;
}
