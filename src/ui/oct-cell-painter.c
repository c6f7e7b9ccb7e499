/* How the cells of a table are drawn.
 *
 * A table that has to follow every key over half a million rows can't afford a widget for each
 * cell: GtkColumnView binds some 1,600 of them for one screen. Here a row is one widget and its
 * cells are texts that this object cuts and draws. What they say, it asks the table's source.
 */

#include "octant-config.h"

#include "oct-cell-painter.h"

#include <glib/gi18n.h>

#include "oct-cell-shapes.h"
#include "oct-highlight.h"
#include "oct-text-layouts.h"

#define ROW_PADDING 7
#define SHAPE_SIZE 10
#define SHAPE_GAP 6

struct _OctCellPainter
{
  GObject parent_instance;

  /* owned */
  OctCellLayout *layout;
  char *words; /* what was searched for, folded; NULL for nothing */
  OctTextLayouts *texts;
  OctCellShapes *shapes;

  /* borrowed */
  GtkWidget *table;
  OctTableSource *source; /* the same table */

  gboolean compact;
  guint serial;
  int char_width;
  int line_height;
  GdkRGBA colour;
  GdkRGBA accent;
  GdkRGBA tint;
};

G_DEFINE_FINAL_TYPE (OctCellPainter, oct_cell_painter, G_TYPE_OBJECT)

static PangoLayout *
get_text_layout (OctCellPainter *self, const char *text, int width, gboolean numeric)
{
  return oct_text_layouts_get (self->texts, gtk_widget_get_pango_context (self->table), text, width,
                               numeric);
}

/* Measures */

static void
update_metrics (OctCellPainter *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->table);
  PangoFontMetrics *metrics;

  if (self->serial == pango_context_get_serial (context))
    return;
  self->serial = pango_context_get_serial (context);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  self->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  oct_text_layouts_clear (self->texts);
}

/* Drawing */

static void
draw_text (OctCellPainter *self, GtkSnapshot *snapshot, PangoLayout *layout, gboolean matches,
           int x, int y, const GdkRGBA *colour)
{
  if (matches && self->words != NULL)
    oct_highlight_draw (snapshot, layout, self->words, x, y, &self->tint);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Returns the room taken at the cell's end; draws where there is a snapshot. */
static int
draw_tag (OctCellPainter *self, GtkSnapshot *snapshot, const OctTableMark *mark, int right,
          int most, int height, const GdkRGBA *colour)
{
  PangoLayout *layout = get_text_layout (self, mark->tag, most, FALSE);
  int width, text_height;

  pango_layout_get_pixel_size (layout, &width, &text_height);
  if (snapshot != NULL)
    draw_text (self, snapshot, layout, FALSE, right - width, (height - text_height) / 2, colour);
  width += SHAPE_SIZE + SHAPE_GAP;
  if (snapshot != NULL)
    oct_cell_shapes_draw_status (self->shapes, snapshot, mark->status, colour, right - width,
                                 (height - SHAPE_SIZE) / 2, SHAPE_SIZE);
  return width + OCT_CELL_PADDING;
}

/* Draws what stands beside a cell's text, where there is a snapshot, and takes its room from the
 * text's. */
static void
draw_mark (OctCellPainter *self, GtkSnapshot *snapshot, const OctTableCell *cell, GObject *item,
           int height, const GdkRGBA *colour, int *x, int *room)
{
  OctTableMark mark;

  if (!oct_table_source_get_mark (self->source, item, cell->column,
                                  oct_cell_layout_get_columns (self->layout), &mark))
    return;
  if (mark.tag != NULL)
    {
      *room -= draw_tag (self, snapshot, &mark, *x + *room, *room / 2, height, colour);
      return;
    }
  if (snapshot != NULL)
    oct_cell_shapes_draw_status (self->shapes, snapshot, mark.status, colour, *x,
                                 (height - SHAPE_SIZE) / 2, SHAPE_SIZE);
  *x += SHAPE_SIZE + SHAPE_GAP;
  *room -= SHAPE_SIZE + SHAPE_GAP;
}

static void
draw_cell (OctCellPainter *self, GtkSnapshot *snapshot, const OctTableCell *cell, GObject *item,
           int height, const GdkRGBA *colour)
{
  g_autofree char *text = oct_table_source_get_text (self->source, item, cell->column);
  PangoLayout *layout;
  int x = cell->x + OCT_CELL_PADDING;
  int room = cell->width - 2 * OCT_CELL_PADDING;
  int text_width, text_height;

  if (text == NULL || *text == '\0')
    return;
  draw_mark (self, snapshot, cell, item, height, colour, &x, &room);
  layout = get_text_layout (self, text, room, cell->as.numeric);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (cell->as.numeric)
    x += room - text_width;
  draw_text (self, snapshot, layout, cell->as.matches, x, (height - text_height) / 2, colour);
}

static void
draw_compact (OctCellPainter *self, GtkSnapshot *snapshot, GObject *item, int width,
              const GdkRGBA *colour, const GdkRGBA *dim)
{
  g_autofree char *name = oct_table_source_get_text (self->source, item, OCT_TABLE_NAME);
  g_autofree char *details = oct_table_source_get_details (self->source, item);
  int room = width - OCT_CELL_STAR_WIDTH - 2 * OCT_CELL_PADDING;
  int x = OCT_CELL_STAR_WIDTH + OCT_CELL_PADDING;

  draw_text (self, snapshot, get_text_layout (self, name, room, FALSE), TRUE, x, ROW_PADDING,
             colour);
  draw_text (self, snapshot, get_text_layout (self, details, room, FALSE), TRUE, x,
             ROW_PADDING + self->line_height + 2, dim);
}

static void
draw_star (OctCellPainter *self, GtkSnapshot *snapshot, GObject *item, int height,
           const GdkRGBA *dim)
{
  gboolean starred = oct_table_source_is_starred (self->source, item);

  oct_cell_shapes_draw_star (self->shapes, snapshot, starred, starred ? &self->accent : dim,
                             (OCT_CELL_STAR_WIDTH - 14) / 2 + 2, (height - 14) / 2, 14);
}

static void
update_colours (OctCellPainter *self, const GdkRGBA *colour)
{
  if (gdk_rgba_equal (colour, &self->colour))
    return;
  self->colour = *colour;
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (self->table), "accent_color",
                                       &self->accent))
    self->accent = *colour;
  self->tint = self->accent;
  self->tint.alpha = 0.28f;
}

/* Object */

static void
oct_cell_painter_finalize (GObject *object)
{
  OctCellPainter *self = OCT_CELL_PAINTER (object);

  g_free (self->words);
  g_clear_object (&self->layout);
  g_clear_object (&self->texts);
  g_clear_object (&self->shapes);
  G_OBJECT_CLASS (oct_cell_painter_parent_class)->finalize (object);
}

static void
oct_cell_painter_class_init (OctCellPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_cell_painter_finalize;
}

static void
oct_cell_painter_init (OctCellPainter *self)
{
  self->texts = oct_text_layouts_new ();
  self->shapes = oct_cell_shapes_new ();
}

/* Public */

/**
 * oct_cell_painter_new:
 * @table: (transfer none): a widget that says what its rows show, and whose font and colours are
 *   used; it outlives the painter
 *
 * Makes the painter of a table's cells.
 *
 * Returns: (transfer full): the painter
 */
OctCellPainter *
oct_cell_painter_new (GtkWidget *table)
{
  OctCellPainter *self = g_object_new (OCT_TYPE_CELL_PAINTER, NULL);

  self->table = table;
  self->source = OCT_TABLE_SOURCE (table);
  self->layout = oct_cell_layout_new (self->source);
  return self;
}

/**
 * oct_cell_painter_get_layout:
 * @self: a painter
 *
 * Returns: (transfer none): which columns are drawn, and where they are
 */
OctCellLayout *
oct_cell_painter_get_layout (OctCellPainter *self)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);

  return self->layout;
}

/**
 * oct_cell_painter_set_words:
 * @self: a painter
 * @words: (nullable): what was searched for, folded
 *
 * Sets the words that are marked where a search looks for them.
 */
void
oct_cell_painter_set_words (OctCellPainter *self, const char *words)
{
  g_return_if_fail (OCT_IS_CELL_PAINTER (self));

  g_free (self->words);
  self->words = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
}

/**
 * oct_cell_painter_arrange:
 * @self: a painter
 * @width: room for a row, in pixels
 * @compact: whether rows are a name with a line of details under it
 *
 * Places the columns.
 *
 * Returns: how wide a row is, at least @width
 */
int
oct_cell_painter_arrange (OctCellPainter *self, int width, gboolean compact)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), width);

  update_metrics (self);
  self->compact = compact;
  if (!compact)
    return oct_cell_layout_arrange (self->layout, width, self->char_width);
  oct_cell_layout_clear (self->layout);
  return width;
}

/**
 * oct_cell_painter_is_compact:
 * @self: a painter
 *
 * Returns: whether rows are a name with a line of details under it
 */
gboolean
oct_cell_painter_is_compact (OctCellPainter *self)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), FALSE);

  return self->compact;
}

/**
 * oct_cell_painter_row_height:
 * @self: a painter
 *
 * Returns: the height of a row in pixels; all are alike
 */
int
oct_cell_painter_row_height (OctCellPainter *self)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), 1);

  update_metrics (self);
  if (self->compact)
    return 2 * self->line_height + 2 * ROW_PADDING + 2;
  return self->line_height + 2 * ROW_PADDING;
}

/**
 * oct_cell_painter_restyle:
 * @self: a painter
 *
 * Forgets what was made with the colours and fonts of before.
 */
void
oct_cell_painter_restyle (OctCellPainter *self)
{
  g_return_if_fail (OCT_IS_CELL_PAINTER (self));

  self->colour = (GdkRGBA) { 0 };
  self->serial = 0;
}

/**
 * oct_cell_painter_draw_row:
 * @self: a painter
 * @snapshot: where to draw
 * @row: the row, whose colours are used
 * @item: what it shows
 * @width: the width of the row
 *
 * Draws one row.
 */
void
oct_cell_painter_draw_row (OctCellPainter *self, GtkSnapshot *snapshot, GtkWidget *row,
                           GObject *item, int width)
{
  int height = oct_cell_painter_row_height (self);
  const OctTableCell *cells;
  guint n_cells;
  GdkRGBA colour, dim, line;

  g_return_if_fail (OCT_IS_CELL_PAINTER (self));
  g_return_if_fail (item != NULL);

  gtk_style_context_get_color (gtk_widget_get_style_context (row), &colour);
  update_colours (self, &colour);
  oct_cell_shapes_set_scale (self->shapes, gtk_widget_get_scale_factor (row));
  line = colour;
  line.alpha *= 0.08f;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
  dim = colour;
  dim.alpha *= 0.7f;
  if (oct_table_source_is_faint (self->source, item))
    colour = dim;

  if (!oct_table_source_draw_lead (self->source, item, snapshot,
                                   &GRAPHENE_RECT_INIT (2, 0, OCT_CELL_STAR_WIDTH, height)))
    draw_star (self, snapshot, item, height, &dim);
  if (self->compact)
    {
      draw_compact (self, snapshot, item, width, &colour, &dim);
      return;
    }
  cells = oct_cell_layout_get_cells (self->layout, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    draw_cell (self, snapshot, &cells[i], item, height, &colour);
}

/**
 * oct_cell_painter_describe:
 * @self: a painter
 * @item: what a row shows
 *
 * Puts a row into words, for a screen reader.
 *
 * Returns: (transfer full): "Ash Grove Primary, Primary, Leeds, Pupils: 412"
 */
char *
oct_cell_painter_describe (OctCellPainter *self, GObject *item)
{
  g_autofree char *name = NULL;
  const guint *columns;
  GString *line;

  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  name = oct_table_source_get_text (self->source, item, OCT_TABLE_NAME);
  line = g_string_new (name);
  columns = oct_cell_layout_get_columns (self->layout);
  for (guint i = 0; i < oct_table_source_count (self->source, columns); i++)
    {
      OctTableColumn column = oct_table_source_describe_column (self->source, columns[i]);
      g_autofree char *text = NULL;

      if (columns[i] == OCT_TABLE_NAME)
        continue;
      text = oct_table_source_get_text (self->source, item, columns[i]);
      if (text == NULL || *text == '\0')
        continue;
      g_string_append (line, ", ");
      if (column.numeric)
        g_string_append_printf (line, "%s: ", column.label);
      g_string_append (line, text);
    }
  if (oct_table_source_is_starred (self->source, item))
    g_string_append_printf (line, ", %s", _ ("starred"));
  return g_string_free (line, FALSE);
}

/**
 * oct_cell_painter_full_text:
 * @self: a painter
 * @item: what a row shows
 * @x: a place in the row, in pixels
 *
 * Finds what is cut short at a place.
 *
 * Returns: (transfer full) (nullable): the whole text, %NULL where nothing is cut
 */
char *
oct_cell_painter_full_text (OctCellPainter *self, GObject *item, double x)
{
  const OctTableCell *cells;
  guint n_cells;

  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  cells = oct_cell_layout_get_cells (self->layout, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = NULL;
      PangoLayout *layout;
      int left = 0;
      int room = cells[i].width - 2 * OCT_CELL_PADDING;

      if (x < cells[i].x || x >= cells[i].x + cells[i].width)
        continue;
      text = oct_table_source_get_text (self->source, item, cells[i].column);
      if (text == NULL)
        return NULL;
      draw_mark (self, NULL, &cells[i], item, 0, NULL, &left, &room);
      layout = get_text_layout (self, text, room, cells[i].as.numeric);
      return pango_layout_is_ellipsized (layout) ? g_steal_pointer (&text) : NULL;
    }
  return NULL;
}
