/* Which columns a table shows, and where they are.
 *
 * Each column likes to be so many characters wide, or as wide as a person drew it. Where there is
 * room to spare, names take it; where there isn't enough, they give way a little before the table
 * scrolls sideways.
 */

#include "oct-cell-layout.h"

#include <string.h>

/* Columns give way to this share of their width before the table scrolls sideways. */
#define SHRINK 0.72
/* Narrower than this a column can't be drawn. */
#define LEAST_WIDTH 40
/* A width that no screen or hand could have made is ignored. */
#define MAX_WIDTH 4000

struct _OctCellLayout
{
  GObject parent_instance;

  /* owned */
  guint *columns;      /* those shown, and a number that is none */
  int *widths;         /* of every column: chosen by hand, 0 where not */
  OctTableCell *cells; /* room for every column */

  /* borrowed */
  OctTableSource *source;

  guint n_cells;
};

G_DEFINE_FINAL_TYPE (OctCellLayout, oct_cell_layout, G_TYPE_OBJECT)

static int
usual_width (OctCellLayout *self, const OctTableCell *cell, int char_width)
{
  if (self->widths[cell->column] > 0)
    return self->widths[cell->column];
  return (int) cell->as.chars * char_width + 2 * OCT_CELL_PADDING;
}

static gboolean
can_change (OctCellLayout *self, const OctTableCell *cell)
{
  return self->widths[cell->column] == 0 && cell->as.stretch > 0;
}

static gboolean
fits_when_shrunk (OctCellLayout *self, int spare)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      if (can_change (self, &self->cells[i]))
        spare += (int) (self->cells[i].width * (1 - SHRINK));
    }
  return spare >= 0;
}

/* What a cell may give, the name or one of the others. */
static int
gives (OctCellLayout *self, const OctTableCell *cell, gboolean name)
{
  if (!can_change (self, cell) || (cell->column == OCT_TABLE_NAME) != name)
    return 0;
  return (int) (cell->width * (1 - SHRINK));
}

/* Takes what is missing from the columns that can give way. The name, by which one finds a row,
 * gives last. */
static void
shrink (OctCellLayout *self, int missing)
{
  for (int name = 0; name < 2; name++)
    {
      int room = 0;

      for (guint i = 0; i < self->n_cells; i++)
        room += gives (self, &self->cells[i], name == 1);
      for (guint i = 0; i < self->n_cells && room > 0; i++)
        {
          int own = gives (self, &self->cells[i], name == 1);
          int share = MIN (own, missing * own / room);

          self->cells[i].width -= share;
          missing -= share;
          room -= own;
        }
    }
}

/* Gives what is left over to the columns that can use it. */
static void
spread (OctCellLayout *self, int spare)
{
  guint total = 0;

  for (guint i = 0; i < self->n_cells; i++)
    total += can_change (self, &self->cells[i]) ? self->cells[i].as.stretch : 0;
  for (guint i = 0; i < self->n_cells && total > 0; i++)
    {
      OctTableCell *cell = &self->cells[i];
      int share;

      if (!can_change (self, cell))
        continue;
      share = spare * (int) cell->as.stretch / (int) total;
      cell->width += share;
      spare -= share;
      total -= cell->as.stretch;
    }
}

/* Object */

static void
oct_cell_layout_finalize (GObject *object)
{
  OctCellLayout *self = OCT_CELL_LAYOUT (object);

  g_free (self->columns);
  g_free (self->widths);
  g_free (self->cells);
  G_OBJECT_CLASS (oct_cell_layout_parent_class)->finalize (object);
}

static void
oct_cell_layout_class_init (OctCellLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_cell_layout_finalize;
}

static void
oct_cell_layout_init (OctCellLayout *self)
{
}

/* Public */

/**
 * oct_cell_layout_new:
 * @source: (transfer none): describes the columns; it outlives the layout
 *
 * Makes a layout with the name alone.
 *
 * Returns: (transfer full): the layout
 */
OctCellLayout *
oct_cell_layout_new (OctTableSource *source)
{
  OctCellLayout *self = g_object_new (OCT_TYPE_CELL_LAYOUT, NULL);
  guint n = oct_table_source_get_n_columns (source);

  self->source = source;
  self->columns = g_new (guint, 2);
  self->columns[0] = OCT_TABLE_NAME;
  self->columns[1] = n;
  self->widths = g_new0 (int, n);
  self->cells = g_new0 (OctTableCell, n);
  return self;
}

/**
 * oct_cell_layout_get_source:
 * @self: a layout
 *
 * Returns: (transfer none): what describes the columns
 */
OctTableSource *
oct_cell_layout_get_source (OctCellLayout *self)
{
  g_return_val_if_fail (OCT_IS_CELL_LAYOUT (self), NULL);

  return self->source;
}

/**
 * oct_cell_layout_set_columns:
 * @self: a layout
 * @columns: different columns, ended by a number that is none
 *
 * Sets which columns are shown, in which order.
 *
 * Returns: whether they are others than before
 */
gboolean
oct_cell_layout_set_columns (OctCellLayout *self, const guint *columns)
{
  guint n;

  g_return_val_if_fail (OCT_IS_CELL_LAYOUT (self), FALSE);
  g_return_val_if_fail (columns != NULL, FALSE);

  n = oct_table_source_count (self->source, columns);
  g_return_val_if_fail (n <= oct_table_source_get_n_columns (self->source), FALSE);
  if (n == oct_table_source_count (self->source, self->columns)
      && memcmp (columns, self->columns, n * sizeof *columns) == 0)
    return FALSE;
  g_free (self->columns);
  self->columns = g_memdup2 (columns, (n + 1) * sizeof *columns);
  return TRUE;
}

/**
 * oct_cell_layout_get_columns:
 * @self: a layout
 *
 * Returns: (transfer none): the columns that are shown, ended by a number that is none
 */
const guint *
oct_cell_layout_get_columns (OctCellLayout *self)
{
  g_return_val_if_fail (OCT_IS_CELL_LAYOUT (self), NULL);

  return self->columns;
}

/**
 * oct_cell_layout_set_width:
 * @self: a layout
 * @column: a column
 * @width: width in pixels, 0 for the usual one
 *
 * Makes a column as wide as the person drew it.
 */
void
oct_cell_layout_set_width (OctCellLayout *self, guint column, int width)
{
  g_return_if_fail (OCT_IS_CELL_LAYOUT (self));
  g_return_if_fail (column < oct_table_source_get_n_columns (self->source));

  self->widths[column] = width > 0 ? MAX (width, LEAST_WIDTH) : 0;
}

/**
 * oct_cell_layout_widths_to_text:
 * @self: a layout
 *
 * Writes down the widths that a person drew.
 *
 * Returns: (transfer full): such as "name 320 trust 200"
 */
char *
oct_cell_layout_widths_to_text (OctCellLayout *self)
{
  GString *text;

  g_return_val_if_fail (OCT_IS_CELL_LAYOUT (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < oct_table_source_get_n_columns (self->source); i++)
    {
      if (self->widths[i] > 0)
        g_string_append_printf (text, "%s%s %d", text->len > 0 ? " " : "",
                                oct_table_source_describe_column (self->source, i).key,
                                self->widths[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * oct_cell_layout_read_widths:
 * @self: a layout
 * @text: (nullable): what oct_cell_layout_widths_to_text() wrote; what isn't understood is passed over
 *
 * Makes the columns as wide as they were drawn before.
 */
void
oct_cell_layout_read_widths (OctCellLayout *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  g_return_if_fail (OCT_IS_CELL_LAYOUT (self));

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2)
    {
      guint column;
      gint64 width;

      if (oct_table_source_find_key (self->source, words[i], &column)
          && g_ascii_string_to_signed (words[i + 1], 10, 1, MAX_WIDTH, &width, NULL))
        oct_cell_layout_set_width (self, column, (int) width);
    }
}

/**
 * oct_cell_layout_arrange:
 * @self: a layout
 * @width: room for a row, in pixels
 * @char_width: how wide a character usually is, in pixels
 *
 * Places the columns.
 *
 * Returns: how wide a row is, at least @width
 */
int
oct_cell_layout_arrange (OctCellLayout *self, int width, int char_width)
{
  int x = OCT_CELL_STAR_WIDTH;

  g_return_val_if_fail (OCT_IS_CELL_LAYOUT (self), width);

  self->n_cells = oct_table_source_count (self->source, self->columns);
  for (guint i = 0; i < self->n_cells; i++)
    {
      OctTableCell *cell = &self->cells[i];

      cell->column = self->columns[i];
      cell->as = oct_table_source_describe_column (self->source, cell->column);
      cell->width = usual_width (self, cell, char_width);
      x += cell->width;
    }
  if (x < width)
    spread (self, width - x);
  else if (fits_when_shrunk (self, width - x))
    shrink (self, x - width);

  x = OCT_CELL_STAR_WIDTH;
  for (guint i = 0; i < self->n_cells; i++)
    {
      self->cells[i].x = x;
      x += self->cells[i].width;
    }
  return MAX (x, width);
}

/**
 * oct_cell_layout_clear:
 * @self: a layout
 *
 * Places no columns: a row is a name with a line of details under it.
 */
void
oct_cell_layout_clear (OctCellLayout *self)
{
  g_return_if_fail (OCT_IS_CELL_LAYOUT (self));

  self->n_cells = 0;
}

/**
 * oct_cell_layout_get_cells:
 * @self: a layout
 * @n_cells: (out): how many
 *
 * Returns: (array length=n_cells) (transfer none): where the columns are
 */
const OctTableCell *
oct_cell_layout_get_cells (OctCellLayout *self, guint *n_cells)
{
  g_return_val_if_fail (OCT_IS_CELL_LAYOUT (self), NULL);

  *n_cells = self->n_cells;
  return self->cells;
}
