/* The pages of a document: which lines of which blocks stand on which page, and where.
 *
 * Everything but a chart is a row of cells, a text a row of one. A row is put down in pieces: as many
 * lines of each cell as there is room for.
 */

#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "oct-document-private.h"

/* In points. */
#define HEAD 22.0
#define FOOT 24.0
#define GAP 8.0 /* between columns */
#define POINT_INDENT 12.0
#define MARK_INDENT 20.0
#define MARK_SIZE 14.0
#define POINT_MARK_INDENT 15.0
#define POINT_MARK_SIZE 10.0

#define FAMILY "Cantarell, Adwaita Sans, Inter, DejaVu Sans, sans-serif"

typedef struct
{
  double size;
  gboolean bold;
  double before;
  double after;
  double grey;
  double keep; /* room that must be left below it, or it goes on to the next page */
} Style;

static const Style styles[] = {
  [OCT_BLOCK_TITLE] = { 20, TRUE, 0, 4, 0, 60 },
  [OCT_BLOCK_HEADING] = { 13, TRUE, 14, 3, 0, 60 },
  [OCT_BLOCK_SUBHEADING] = { 10.5, TRUE, 8, 2, 0, 40 },
  [OCT_BLOCK_TEXT] = { 10, FALSE, 0, 4, 0, 0 },
  [OCT_BLOCK_POINT] = { 10, FALSE, 0, 2, 0, 0 },
  [OCT_BLOCK_NOTE] = { 8.5, FALSE, 0, 3, 0.35, 0 },
};

static const Style cell_style = { 9, FALSE, 3, 3, 0, 0 };
static const Style heading_style = { 8.5, TRUE, 6, 3, 0, 30 };

/* A part of a row, or a chart, at its place. */
typedef struct
{
  const OctBlock *block;
  const Style *style;
  char **cells; /* borrowed; %NULL for a chart */
  guint *from;  /* the first line of each cell */
  guint *to;    /* the line after the last */
  guint page;
  double y;
  double height;
  gboolean heading;
} Piece;

struct _OctDocumentPages
{
  OctDocument *document; /* borrowed */
  PangoContext *context;
  GPtrArray *pieces;
  double width;
  double height;

  /* while pages are made */
  guint page;
  double y;
  OctDocumentSide side;
  guint top_page; /* where the sides begin, and where the left one ended */
  double top_y;
  guint left_page;
  double left_y;
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->from);
  g_free (piece->to);
  g_free (piece);
}

/* --- setting --- */

static double
get_indent (const OctBlock *block)
{
  if (block->marked)
    return block->style == OCT_BLOCK_POINT ? POINT_MARK_INDENT : MARK_INDENT;

  return block->headings == NULL && block->style == OCT_BLOCK_POINT ? POINT_INDENT : 0;
}

static double
get_width (OctDocumentPages *self, const OctBlock *block)
{
  return oct_document_side_width (block->side, self->width);
}

static double
get_x (OctDocumentPages *self, const OctBlock *block)
{
  return block->side == OCT_SIDE_RIGHT ? self->width - get_width (self, block) : 0;
}

static double
column_x (OctDocumentPages *self, const OctBlock *block, guint column)
{
  double x = get_x (self, block) + get_indent (block);

  for (guint i = 0; i < column; i++)
    x += block->shares[i] * get_width (self, block);

  return x;
}

static PangoLayout *
set_cell (OctDocumentPages *self, const OctBlock *block, const Style *style, const char *text,
          guint column)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  double width = block->shares[column] * get_width (self, block) - get_indent (block)
                 - (column + 1 < block->columns ? GAP : 0);

  pango_font_description_set_family (font, FAMILY);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (MAX (width, 20) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static double
line_height (PangoLayout *layout, guint line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) line), NULL,
                                 &logical);

  return (double) logical.height / PANGO_SCALE;
}

/* --- making pages --- */

/* The lines of running text end above the foot. */
static double
get_bottom (OctDocumentPages *self)
{
  return self->height - FOOT;
}

static double
get_top (guint page)
{
  return page == 0 ? 0 : HEAD;
}

static void
begin_page (OctDocumentPages *self)
{
  self->page++;
  self->y = get_top (self->page);
}

static Piece *
add_piece (OctDocumentPages *self, const OctBlock *block, const Style *style, char **cells)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->block = block;
  piece->style = style;
  piece->cells = cells;
  piece->page = self->page;
  piece->y = self->y;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

/* How much of the row's lines from @from on fits into @room; says up to which lines, and how high it
 * is. At least one line of one cell is taken where @force. */
static double
fill (PangoLayout **layouts, guint columns, const guint *from, guint *to, double room,
      gboolean force, gboolean *whole)
{
  double height = 0;

  *whole = TRUE;
  for (guint i = 0; i < columns; i++)
    {
      guint n_lines = (guint) pango_layout_get_line_count (layouts[i]);
      double used = 0;

      for (to[i] = from[i]; to[i] < n_lines; to[i]++)
        {
          double more = line_height (layouts[i], to[i]);

          if (used + more > room && !(force && to[i] == from[i]))
            break;
          used += more;
        }
      *whole = *whole && to[i] == n_lines;
      height = MAX (height, used);
    }

  return height;
}

static double
measure_row (PangoLayout **layouts, guint columns)
{
  double height = 0;

  for (guint i = 0; i < columns; i++)
    {
      double cell = 0;

      for (int line = 0; line < pango_layout_get_line_count (layouts[i]); line++)
        cell += line_height (layouts[i], (guint) line);
      height = MAX (height, cell);
    }

  return height;
}

static void add_headings (OctDocumentPages *self, const OctBlock *block);

static void
go_on (OctDocumentPages *self, const OctBlock *block, gboolean heading)
{
  begin_page (self);
  if (block->headings != NULL && !heading)
    add_headings (self, block);
}

/* A row goes to the next page whole where it fits there, else on between two lines. */
static void
put_row (OctDocumentPages *self, const OctBlock *block, const Style *style, char **cells,
         gboolean heading)
{
  g_autofree PangoLayout **layouts = g_new0 (PangoLayout *, block->columns);
  g_autofree guint *from = g_new0 (guint, block->columns);
  double whole_page = get_bottom (self) - HEAD - 40;
  gboolean done = FALSE;
  double row;

  for (guint i = 0; i < block->columns; i++)
    layouts[i] = set_cell (self, block, style, cells[i], i);
  row = measure_row (layouts, block->columns);
  if (self->y > get_top (self->page))
    self->y += style->before;
  if (self->y > get_top (self->page)
      && self->y + MIN (row, block->headings != NULL ? whole_page : 2 * style->size) + style->keep
           > get_bottom (self)
      && row <= whole_page)
    {
      go_on (self, block, heading);
      if (block->headings != NULL && !heading)
        self->y += style->before;
    }
  while (!done)
    {
      Piece *piece = add_piece (self, block, style, cells);

      piece->heading = heading;
      piece->from = g_memdup2 (from, block->columns * sizeof *from);
      piece->to = g_new0 (guint, block->columns);
      piece->height = fill (layouts, block->columns, from, piece->to, get_bottom (self) - self->y,
                            self->y <= get_top (self->page) + 40, &done);
      memcpy (from, piece->to, block->columns * sizeof *from);
      self->y += piece->height;
      if (!done)
        go_on (self, block, heading);
    }
  self->y += style->after;
  for (guint i = 0; i < block->columns; i++)
    g_object_unref (layouts[i]);
}

static void
add_headings (OctDocumentPages *self, const OctBlock *block)
{
  put_row (self, block, &heading_style, block->headings, TRUE);
}

static void
put_chart (OctDocumentPages *self, const OctBlock *block)
{
  double height = MIN (block->height, get_bottom (self) - HEAD);
  Piece *piece;

  if (self->y + height > get_bottom (self))
    begin_page (self);
  piece = add_piece (self, block, &styles[OCT_BLOCK_TEXT], NULL);
  piece->height = height;
  self->y += height + GAP;
}

/* The sides begin at the same place; what follows them stands below the longer one. */
static void
change_side (OctDocumentPages *self, OctDocumentSide side)
{
  if (side == self->side)
    return;
  if (side == OCT_SIDE_RIGHT && self->side == OCT_SIDE_LEFT)
    {
      self->left_page = self->page;
      self->left_y = self->y;
      self->page = self->top_page;
      self->y = self->top_y;
    }
  else
    {
      if (self->side == OCT_SIDE_RIGHT
          && (self->page < self->left_page
              || (self->page == self->left_page && self->y < self->left_y)))
        {
          self->page = self->left_page;
          self->y = self->left_y;
        }
      self->top_page = self->left_page = self->page;
      self->top_y = self->left_y = self->y;
    }
  self->side = side;
}

static void
put_block (OctDocumentPages *self, const OctBlock *block)
{
  const Style *style = block->headings != NULL ? &cell_style : &styles[block->style];

  change_side (self, block->side);
  if (block->page_break)
    {
      begin_page (self);
      return;
    }
  if (block->chart != NULL)
    {
      put_chart (self, block);
      return;
    }
  if (block->headings != NULL && block->rows->len > 0)
    add_headings (self, block);
  for (guint i = 0; i < block->rows->len; i++)
    put_row (self, block, style, g_ptr_array_index (block->rows, i), FALSE);
  if (block->headings != NULL)
    self->y += GAP;
}

/**
 * oct_document_paginate:
 * @self: a document, which must stay
 * @width: of a page without its margins, in points
 * @height: the same
 *
 * Returns: (transfer full): its pages, one at least
 */
OctDocumentPages *
oct_document_paginate (OctDocument *self, double width, double height)
{
  OctDocumentPages *pages;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (width > 100 && height > 200, NULL);

  pages = g_new0 (OctDocumentPages, 1);
  pages->document = self;
  pages->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (pages->context, 72);
  pages->pieces = g_ptr_array_new_with_free_func (piece_free);
  pages->width = width;
  pages->height = height;
  for (guint i = 0; i < self->blocks->len; i++)
    put_block (pages, g_ptr_array_index (self->blocks, i));
  change_side (pages, OCT_SIDE_WHOLE);

  return pages;
}

/**
 * oct_document_pages_free:
 * @self: (transfer full): pages
 */
void
oct_document_pages_free (OctDocumentPages *self)
{
  g_ptr_array_unref (self->pieces);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * oct_document_pages_count:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
oct_document_pages_count (OctDocumentPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->page + 1;
}

/* --- drawing --- */

static void
draw_rule (cairo_t *cr, double x, double y, double width, double grey)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_cell (OctDocumentPages *self, cairo_t *cr, const Piece *piece, guint column)
{
  PangoLayout *layout = set_cell (self, piece->block, piece->style, piece->cells[column], column);
  double x = column_x (self, piece->block, column);
  double y = piece->y;

  for (guint line = piece->from[column]; line < piece->to[column]; line++)
    {
      PangoLayoutLine *one = pango_layout_get_line_readonly (layout, (int) line);
      PangoRectangle logical;

      pango_layout_line_get_extents (one, NULL, &logical);
      cairo_move_to (cr, x, y - (double) logical.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, one);
      y += (double) logical.height / PANGO_SCALE;
    }
  g_object_unref (layout);
}

static void
draw_piece (OctDocumentPages *self, cairo_t *cr, const Piece *piece)
{
  const OctBlock *block = piece->block;
  double grey = piece->style->grey;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.0, NULL);
  if (block->chart != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, get_x (self, block), piece->y);
      oct_chart_draw (block->chart, cr, get_width (self, block), piece->height, &theme);
      cairo_restore (cr);
      return;
    }
  cairo_set_source_rgb (cr, grey, grey, grey);
  for (guint i = 0; i < block->columns; i++)
    draw_cell (self, cr, piece, i);
  if (block->marked && piece->from[0] == 0)
    {
      double size = block->style == OCT_BLOCK_POINT ? POINT_MARK_SIZE : MARK_SIZE;

      oct_rating_mark_draw (cr, &theme, block->mark, get_x (self, block) + size / 2,
                            piece->y + piece->style->size * 0.65, size);
    }
  else if (block->headings == NULL && block->style == OCT_BLOCK_POINT && piece->from[0] == 0)
    {
      /* A text leaves the pen where it ended. */
      cairo_new_path (cr);
      cairo_arc (cr, get_x (self, block) + POINT_INDENT / 2, piece->y + piece->style->size * 0.65,
                 1.6, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  if (block->headings != NULL)
    draw_rule (cr, get_x (self, block), piece->y + piece->height + piece->style->after,
               get_width (self, block), piece->heading ? 0.2 : 0.8);
}

/* A line at the head or the foot of a page. */
static void
draw_line (OctDocumentPages *self, cairo_t *cr, const char *text, double y, double x, double width,
           PangoAlignment alignment)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, FAMILY);
  pango_font_description_set_absolute_size (font, 8 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignment);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

/**
 * oct_document_pages_draw:
 * @self: pages
 * @page: which one, from 0
 * @cr: where to, in points from the corner inside of the margins
 */
void
oct_document_pages_draw (OctDocumentPages *self, guint page, cairo_t *cr)
{
  g_autofree char *number = NULL;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page <= self->page);

  /* Translators: number of a printed page, and how many there are. */
  number = g_strdup_printf (_("Page %d of %d"), (int) page + 1, (int) self->page + 1);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->page == page)
        draw_piece (self, cr, piece);
    }
  if (page > 0)
    draw_line (self, cr, self->document->title, 0, 0, self->width, PANGO_ALIGN_LEFT);
  draw_line (self, cr, self->document->foot, self->height - 10, 0, self->width * 0.8,
             PANGO_ALIGN_LEFT);
  draw_line (self, cr, number, self->height - 10, self->width * 0.8, self->width * 0.2,
             PANGO_ALIGN_RIGHT);
}

/**
 * oct_document_pages_dup_text:
 * @self: pages
 * @page: which one, from 0
 *
 * Returns: (transfer full): the lines of its blocks, in reading order
 */
char *
oct_document_pages_dup_text (OctDocumentPages *self, guint page)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->page != page || piece->cells == NULL)
        continue;
      for (guint column = 0; column < piece->block->columns; column++)
        {
          PangoLayout *layout = set_cell (self, piece->block, piece->style, piece->cells[column],
                                          column);

          for (guint line = piece->from[column]; line < piece->to[column]; line++)
            {
              PangoLayoutLine *one = pango_layout_get_line_readonly (layout, (int) line);

              g_string_append_len (text, piece->cells[column] + one->start_index, one->length);
              g_string_append_c (text, '\n');
            }
          g_object_unref (layout);
        }
    }

  return g_string_free (text, FALSE);
}
