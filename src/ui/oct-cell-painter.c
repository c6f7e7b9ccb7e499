/* How the cells of a table of schools are laid out and drawn.
 *
 * A table that has to follow every key over half a million rows can't afford a widget for each
 * cell: GtkColumnView binds some 1,600 of them for one screen. Here a row is one widget and its
 * cells are texts that this object places, cuts and draws.
 */

#include "octant-config.h"

#include "oct-cell-painter.h"

#include <glib/gi18n.h>

#include "oct-cell-shapes.h"
#include "oct-commands.h"
#include "oct-fold.h"
#include "oct-highlight.h"
#include "oct-text-layouts.h"

#define ROW_PADDING 7
#define SHAPE_SIZE 10
#define SHAPE_GAP 6
/* Columns give way to this share of their width before the table scrolls sideways. */
#define SHRINK 0.72

struct _OctCellPainter
{
  GObject parent_instance;

  /* owned */
  OctSession *session;
  OctSchoolQuery *query;
  char *folded; /* what was searched for, folded; NULL for nothing */
  OctColumn *columns;
  OctTextLayouts *layouts;
  OctCellShapes *shapes;

  /* borrowed */
  GtkWidget *table;

  OctTableCell cells[OCT_N_COLUMNS];
  guint n_cells;
  int widths[OCT_N_COLUMNS]; /* chosen by hand; 0 where not */
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
get_layout (OctCellPainter *self, const char *text, int width, gboolean numeric)
{
  return oct_text_layouts_get (self->layouts, gtk_widget_get_pango_context (self->table), text,
                               width, numeric);
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
  oct_text_layouts_clear (self->layouts);
}

static int
usual_width (OctCellPainter *self, OctColumn column)
{
  if (self->widths[column] > 0)
    return self->widths[column];
  return (int) oct_school_column_chars (column) * self->char_width + 2 * OCT_CELL_PADDING;
}

static gboolean
fits_when_shrunk (OctCellPainter *self, int spare)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      if (self->widths[self->cells[i].column] == 0
          && oct_school_column_stretch (self->cells[i].column) > 0)
        spare += (int) (self->cells[i].width * (1 - SHRINK));
    }
  return spare >= 0;
}

/* Takes what is missing from the columns that can give way. The name, by which one finds a row,
 * gives last. */
static void
shrink (OctCellPainter *self, int missing)
{
  for (int name = 0; name < 2; name++)
    {
      int room = 0;

      for (int taking = 0; taking < 2; taking++)
        {
          for (guint i = 0; i < self->n_cells; i++)
            {
              OctTableCell *cell = &self->cells[i];
              int own = (int) (cell->width * (1 - SHRINK));
              int share;

              if (self->widths[cell->column] > 0 || oct_school_column_stretch (cell->column) == 0
                  || (cell->column == OCT_COLUMN_NAME) != (name == 1) || own <= 0)
                continue;
              if (!taking)
                {
                  room += own;
                  continue;
                }
              share = MIN (own, missing * own / room);
              cell->width -= share;
              missing -= share;
              room -= own;
            }
        }
    }
}

/* Gives what is left over to the columns that can use it. */
static void
spread (OctCellPainter *self, int spare)
{
  guint total = 0;

  for (guint i = 0; i < self->n_cells; i++)
    total += self->widths[self->cells[i].column] > 0
               ? 0
               : oct_school_column_stretch (self->cells[i].column);
  for (guint i = 0; i < self->n_cells && total > 0; i++)
    {
      OctTableCell *cell = &self->cells[i];
      guint stretch = oct_school_column_stretch (cell->column);
      int share;

      if (self->widths[cell->column] > 0 || stretch == 0)
        continue;
      share = spare * (int) stretch / (int) total;
      cell->width += share;
      spare -= share;
      total -= stretch;
    }
}

/* Drawing */

static void
draw_text (OctCellPainter *self, GtkSnapshot *snapshot, PangoLayout *layout, gboolean matches,
           int x, int y, const GdkRGBA *colour)
{
  if (matches && self->folded != NULL)
    oct_highlight_draw (snapshot, layout, self->folded, x, y, &self->tint);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A table without a column for it says beside the name that a school isn't simply open. Returns the
 * room taken; draws where there is a snapshot. */
static int
draw_status_tag (OctCellPainter *self, GtkSnapshot *snapshot, const OctSchoolFacts *facts,
                 int right, int most, int height, const GdkRGBA *colour)
{
  PangoLayout *layout;
  int width, text_height;

  if (facts->status == OCT_STATUS_OPEN
      || oct_school_columns_contain (self->columns, OCT_COLUMN_STATUS))
    return 0;
  layout = get_layout (self, oct_status_label (facts->status), most, FALSE);
  pango_layout_get_pixel_size (layout, &width, &text_height);
  if (snapshot != NULL)
    draw_text (self, snapshot, layout, FALSE, right - width, (height - text_height) / 2, colour);
  width += SHAPE_SIZE + SHAPE_GAP;
  if (snapshot != NULL)
    oct_cell_shapes_draw_status (self->shapes, snapshot, facts->status, colour, right - width,
                                 (height - SHAPE_SIZE) / 2, SHAPE_SIZE);
  return width + OCT_CELL_PADDING;
}

static void
draw_cell (OctCellPainter *self, GtkSnapshot *snapshot, const OctTableCell *cell,
           const OctSchoolFacts *facts, int height, const GdkRGBA *colour)
{
  g_autofree char *text = oct_school_column_text (self->session, facts, cell->column, self->query);
  PangoLayout *layout;
  int x = cell->x + OCT_CELL_PADDING;
  int room = cell->width - 2 * OCT_CELL_PADDING;
  int text_width, text_height;

  if (text == NULL || *text == '\0')
    return;
  if (cell->column == OCT_COLUMN_NAME)
    room -= draw_status_tag (self, snapshot, facts, x + room, room / 2, height, colour);
  if (cell->column == OCT_COLUMN_STATUS)
    {
      oct_cell_shapes_draw_status (self->shapes, snapshot, facts->status, colour, x,
                                   (height - SHAPE_SIZE) / 2, SHAPE_SIZE);
      x += SHAPE_SIZE + SHAPE_GAP;
      room -= SHAPE_SIZE + SHAPE_GAP;
    }
  layout = get_layout (self, text, room, oct_column_is_numeric (cell->column));
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (oct_column_is_numeric (cell->column))
    x += room - text_width;
  draw_text (self, snapshot, layout, oct_school_column_matches (cell->column), x,
             (height - text_height) / 2, colour);
}

/* The second line of a narrow window: "Primary · Leeds · 412 pupils". */
static char *
compact_details (OctCellPainter *self, const OctSchoolFacts *facts)
{
  GString *line = g_string_new (NULL);
  const OctColumn parts[] = { OCT_COLUMN_STATUS, OCT_COLUMN_PHASE, OCT_COLUMN_TOWN,
                              OCT_COLUMN_TRUST };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = NULL;

      if (parts[i] == OCT_COLUMN_STATUS && facts->status == OCT_STATUS_OPEN)
        continue;
      text = oct_school_column_text (self->session, facts, parts[i], self->query);
      if (text == NULL || *text == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append (line, text);
    }
  return g_string_free (line, FALSE);
}

static void
draw_compact (OctCellPainter *self, GtkSnapshot *snapshot, const OctSchoolFacts *facts, int width,
              const GdkRGBA *colour, const GdkRGBA *dim)
{
  g_autofree char *details = compact_details (self, facts);
  PangoLayout *layout;
  int room = width - OCT_CELL_STAR_WIDTH - 2 * OCT_CELL_PADDING;
  int x = OCT_CELL_STAR_WIDTH + OCT_CELL_PADDING;

  layout = get_layout (self, facts->name, room, FALSE);
  draw_text (self, snapshot, layout, TRUE, x, ROW_PADDING, colour);
  layout = get_layout (self, details, room, FALSE);
  draw_text (self, snapshot, layout, TRUE, x, ROW_PADDING + self->line_height + 2, dim);
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

  g_clear_object (&self->session);
  g_clear_object (&self->query);
  g_free (self->folded);
  g_free (self->columns);
  g_clear_object (&self->layouts);
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
  self->columns = oct_school_columns_parse (NULL);
  self->layouts = oct_text_layouts_new ();
  self->shapes = oct_cell_shapes_new ();
}

/* Public */

/**
 * oct_cell_painter_new:
 * @table: (transfer none): the widget whose font and colours are used; it outlives the painter
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
  return self;
}

/**
 * oct_cell_painter_set_session:
 * @self: a painter
 * @session: (nullable): knows the stars and puts facts into words
 *
 * Sets the session.
 */
void
oct_cell_painter_set_session (OctCellPainter *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_CELL_PAINTER (self));

  g_set_object (&self->session, session);
}

/**
 * oct_cell_painter_get_session:
 * @self: a painter
 *
 * Returns: (transfer none) (nullable): the session
 */
OctSession *
oct_cell_painter_get_session (OctCellPainter *self)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);

  return self->session;
}

/**
 * oct_cell_painter_set_query:
 * @self: a painter
 * @query: (nullable): what was asked
 *
 * Sets the query whose words are marked and from whose place distances are told.
 */
void
oct_cell_painter_set_query (OctCellPainter *self, OctSchoolQuery *query)
{
  const char *text;

  g_return_if_fail (OCT_IS_CELL_PAINTER (self));

  g_set_object (&self->query, query);
  g_clear_pointer (&self->folded, g_free);
  text = query != NULL ? oct_school_query_get_text (query) : NULL;
  if (text != NULL && *text != '\0')
    self->folded = oct_fold (text);
}

/**
 * oct_cell_painter_set_columns:
 * @self: a painter
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Sets which columns are drawn, in which order.
 */
void
oct_cell_painter_set_columns (OctCellPainter *self, const OctColumn *columns)
{
  g_return_if_fail (OCT_IS_CELL_PAINTER (self));
  g_return_if_fail (columns != NULL);

  g_free (self->columns);
  self->columns = oct_school_columns_copy (columns);
}

/**
 * oct_cell_painter_get_columns:
 * @self: a painter
 *
 * Returns: (transfer none): the columns that are drawn, ended by %OCT_N_COLUMNS
 */
const OctColumn *
oct_cell_painter_get_columns (OctCellPainter *self)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);

  return self->columns;
}

/**
 * oct_cell_painter_set_width:
 * @self: a painter
 * @column: a column
 * @width: width in pixels, 0 for the usual one
 *
 * Makes a column as wide as the person drew it.
 */
void
oct_cell_painter_set_width (OctCellPainter *self, OctColumn column, int width)
{
  g_return_if_fail (OCT_IS_CELL_PAINTER (self));
  g_return_if_fail (column < OCT_N_COLUMNS);

  self->widths[column] = width > 0 ? MAX (width, 40) : 0;
}

/**
 * oct_cell_painter_get_width:
 * @self: a painter
 * @column: a column
 *
 * Returns: the width that a person drew, in pixels, 0 for the usual one
 */
int
oct_cell_painter_get_width (OctCellPainter *self, OctColumn column)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), 0);
  g_return_val_if_fail (column < OCT_N_COLUMNS, 0);

  return self->widths[column];
}

/**
 * oct_cell_painter_arrange:
 * @self: a painter
 * @width: room for a row, in pixels
 * @compact: whether rows are a name with a line of details under it
 *
 * Places the columns. Where there is room to spare, names and trusts take it; where there isn't
 * enough they give way a little before the table scrolls sideways.
 *
 * Returns: how wide a row is, at least @width
 */
int
oct_cell_painter_arrange (OctCellPainter *self, int width, gboolean compact)
{
  int x = OCT_CELL_STAR_WIDTH;

  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), width);

  update_metrics (self);
  self->compact = compact;
  self->n_cells = 0;
  if (compact)
    return width;

  for (guint i = 0; self->columns[i] != OCT_N_COLUMNS; i++)
    {
      OctTableCell *cell = &self->cells[self->n_cells++];

      *cell = (OctTableCell) { self->columns[i], 0, usual_width (self, self->columns[i]) };
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
 * oct_cell_painter_get_cells:
 * @self: a painter
 * @n_cells: (out): how many
 *
 * Returns: (array length=n_cells) (transfer none): where the columns are
 */
const OctTableCell *
oct_cell_painter_get_cells (OctCellPainter *self, guint *n_cells)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);

  *n_cells = self->n_cells;
  return self->cells;
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
 * @facts: the school
 * @width: the width of the row
 *
 * Draws one row.
 */
void
oct_cell_painter_draw_row (OctCellPainter *self, GtkSnapshot *snapshot, GtkWidget *row,
                           const OctSchoolFacts *facts, int width)
{
  int height = oct_cell_painter_row_height (self);
  gboolean starred;
  GdkRGBA colour, dim, line;

  g_return_if_fail (OCT_IS_CELL_PAINTER (self));
  g_return_if_fail (facts != NULL);

  gtk_style_context_get_color (gtk_widget_get_style_context (row), &colour);
  update_colours (self, &colour);
  oct_cell_shapes_set_scale (self->shapes, gtk_widget_get_scale_factor (row));
  line = colour;
  line.alpha *= 0.08f;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
  dim = colour;
  dim.alpha *= 0.7f;
  if (!oct_status_is_open (facts->status))
    colour = dim;

  starred = oct_session_is_starred (self->session, facts->urn);
  oct_cell_shapes_draw_star (self->shapes, snapshot, starred, starred ? &self->accent : &dim,
                             (OCT_CELL_STAR_WIDTH - 14) / 2 + 2, (height - 14) / 2, 14);
  if (self->compact)
    {
      draw_compact (self, snapshot, facts, width, &colour, &dim);
      return;
    }
  for (guint i = 0; i < self->n_cells; i++)
    draw_cell (self, snapshot, &self->cells[i], facts, height, &colour);
}

/**
 * oct_cell_painter_describe:
 * @self: a painter
 * @facts: the school
 *
 * Puts a row into words, for a screen reader.
 *
 * Returns: (transfer full): "Ash Grove Primary, Primary, Leeds, Pupils: 412"
 */
char *
oct_cell_painter_describe (OctCellPainter *self, const OctSchoolFacts *facts)
{
  GString *line;

  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  line = g_string_new (facts->name);
  for (guint i = 0; self->columns[i] != OCT_N_COLUMNS; i++)
    {
      OctColumn column = self->columns[i];
      g_autofree char *text = NULL;

      if (column == OCT_COLUMN_NAME)
        continue;
      text = oct_school_column_text (self->session, facts, column, self->query);
      if (text == NULL || *text == '\0')
        continue;
      g_string_append (line, ", ");
      if (oct_column_is_numeric (column))
        g_string_append_printf (line, "%s: ", oct_column_label (column));
      g_string_append (line, text);
    }
  if (oct_session_is_starred (self->session, facts->urn))
    g_string_append_printf (line, ", %s", _ ("starred"));
  return g_string_free (line, FALSE);
}

/**
 * oct_cell_painter_full_text:
 * @self: a painter
 * @facts: the school
 * @x: a place in the row, in pixels
 *
 * Finds what is cut short at a place.
 *
 * Returns: (transfer full) (nullable): the whole text, %NULL where nothing is cut
 */
char *
oct_cell_painter_full_text (OctCellPainter *self, const OctSchoolFacts *facts, double x)
{
  g_return_val_if_fail (OCT_IS_CELL_PAINTER (self), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const OctTableCell *cell = &self->cells[i];
      g_autofree char *text = NULL;
      PangoLayout *layout;
      int room = cell->width - 2 * OCT_CELL_PADDING;

      if (x < cell->x || x >= cell->x + cell->width)
        continue;
      if (cell->column == OCT_COLUMN_STATUS)
        room -= SHAPE_SIZE + SHAPE_GAP;
      if (cell->column == OCT_COLUMN_NAME)
        room -= draw_status_tag (self, NULL, facts, 0, room / 2, 0, NULL);
      text = oct_school_column_text (self->session, facts, cell->column, self->query);
      if (text == NULL)
        return NULL;
      layout = get_layout (self, text, room, oct_column_is_numeric (cell->column));
      return pango_layout_is_ellipsized (layout) ? g_steal_pointer (&text) : NULL;
    }
  return NULL;
}
