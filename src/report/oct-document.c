/* A document made of blocks; see the header. */

#include "oct-document.h"

#include <cairo-pdf.h>

#include "oct-document-private.h"

/* Of the width that two sides share; and what is between them, in points. */
#define LEFT_SHARE 0.56
#define GUTTER 22.0

static void
block_free (gpointer data)
{
  OctBlock *block = data;

  g_free (block->shares);
  g_strfreev (block->headings);
  g_ptr_array_unref (block->rows);
  g_clear_object (&block->chart);
  g_free (block);
}

static OctBlock *
add_block (OctDocument *self, guint columns)
{
  OctBlock *block = g_new0 (OctBlock, 1);

  block->style = OCT_BLOCK_TEXT;
  block->side = self->side;
  block->columns = columns;
  block->shares = g_new0 (double, columns);
  block->shares[0] = 1;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->blocks, block);

  return block;
}

/**
 * oct_document_new:
 * @title: what it is called
 * @foot: the line at the foot of each page
 *
 * Returns: (transfer full): a document without blocks
 */
OctDocument *
oct_document_new (const char *title, const char *foot)
{
  OctDocument *self;

  g_return_val_if_fail (title != NULL && foot != NULL, NULL);

  self = g_new0 (OctDocument, 1);
  self->title = g_strdup (title);
  self->foot = g_strdup (foot);
  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

/**
 * oct_document_free:
 * @self: (transfer full): a document
 */
void
oct_document_free (OctDocument *self)
{
  g_free (self->title);
  g_free (self->foot);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * oct_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): what it is called
 */
const char *
oct_document_get_title (OctDocument *self)
{
  return self->title;
}

static OctBlock *
add_text (OctDocument *self, OctBlockStyle style, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  OctBlock *block;
  char **cells;

  if (*trimmed == '\0')
    return NULL;
  block = add_block (self, 1);
  block->style = style;
  cells = g_new0 (char *, 2);
  cells[0] = g_steal_pointer (&trimmed);
  g_ptr_array_add (block->rows, cells);

  return block;
}

/**
 * oct_document_add:
 * @self: a document
 * @style: how the text is set
 * @text: the text; it may have several lines
 *
 * Adds a text at the end.
 */
void
oct_document_add (OctDocument *self, OctBlockStyle style, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_text (self, style, text);
}

static void
add_marked (OctDocument *self, OctBlockStyle style, const char *text, OctRatingMark mark)
{
  OctBlock *block = add_text (self, style, text);

  if (block == NULL)
    return;
  block->mark = mark;
  block->marked = TRUE;
}

/**
 * oct_document_add_rated:
 * @self: a document
 * @text: a heading
 * @mark: the rating of what it is about
 *
 * Adds a heading with a mark before it.
 */
void
oct_document_add_rated (OctDocument *self, const char *text, OctRatingMark mark)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_marked (self, OCT_BLOCK_HEADING, text, mark);
}

/**
 * oct_document_add_rated_point:
 * @self: a document
 * @text: the text; it may have several lines
 * @mark: the rating of what it is about
 *
 * Adds a line of a list, with a mark in place of its dot.
 */
void
oct_document_add_rated_point (OctDocument *self, const char *text, OctRatingMark mark)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_marked (self, OCT_BLOCK_POINT, text, mark);
}

/**
 * oct_document_set_side:
 * @self: a document
 * @side: where what is added next stands
 *
 * The right begins beside the left that was added before it; the whole width below the longer one.
 */
void
oct_document_set_side (OctDocument *self, OctDocumentSide side)
{
  g_return_if_fail (self != NULL);

  self->side = side;
}

/**
 * oct_document_side_width:
 * @side: where something stands
 * @width: of the page without its margins, in points
 *
 * Returns: how wide it may be, in points
 */
double
oct_document_side_width (OctDocumentSide side, double width)
{
  double left = LEFT_SHARE * (width - GUTTER);

  if (side == OCT_SIDE_WHOLE)
    return width;

  return side == OCT_SIDE_LEFT ? left : width - GUTTER - left;
}

/**
 * oct_document_foreach:
 * @self: a document
 * @func: called for each text, and for each chart with what it says
 * @data: for @func
 */
void
oct_document_foreach (OctDocument *self, OctDocumentFunc func, gpointer data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const OctBlock *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *said = block->chart != NULL ? oct_chart_describe (block->chart) : NULL;

      if (said != NULL)
        func (OCT_BLOCK_TEXT, OCT_RATING_MARKS, said, data);
      if (block->headings != NULL)
        continue;
      for (guint row = 0; row < block->rows->len; row++)
        func (block->style, block->marked ? block->mark : OCT_RATING_MARKS,
              ((char **) g_ptr_array_index (block->rows, row))[0], data);
    }
}

/**
 * oct_document_add_table:
 * @self: a document
 * @headings: (array zero-terminated=1): of the columns
 * @shares: of the width, in any unit, one for each column
 *
 * Returns: (transfer none): a table without rows
 */
OctDocumentTable *
oct_document_add_table (OctDocument *self, const char *const *headings, const double *shares)
{
  guint columns;
  double sum = 0;
  OctBlock *block;

  g_return_val_if_fail (self != NULL && headings != NULL && shares != NULL, NULL);

  columns = g_strv_length ((char **) headings);
  block = add_block (self, columns);
  block->headings = g_strdupv ((char **) headings);
  for (guint i = 0; i < columns; i++)
    sum += shares[i];
  for (guint i = 0; i < columns; i++)
    block->shares[i] = shares[i] / sum;

  return (OctDocumentTable *) block;
}

/**
 * oct_document_table_add_row:
 * @table: a table
 * @cells: (array zero-terminated=1): a text for each column
 */
void
oct_document_table_add_row (OctDocumentTable *table, const char *const *cells)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (g_strv_length ((char **) cells) == table->block.columns);

  g_ptr_array_add (table->block.rows, g_strdupv ((char **) cells));
}

/**
 * oct_document_add_chart:
 * @self: a document
 * @chart: a chart
 * @height: in points
 */
void
oct_document_add_chart (OctDocument *self, OctChart *chart, double height)
{
  OctBlock *block;

  g_return_if_fail (self != NULL && OCT_IS_CHART (chart) && height > 0);

  block = add_block (self, 1);
  block->chart = g_object_ref (chart);
  block->height = height;
}

/**
 * oct_document_add_page_break:
 * @self: a document
 *
 * What is added next begins a page.
 */
void
oct_document_add_page_break (OctDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, 1)->page_break = TRUE;
}

/**
 * oct_document_count_pages:
 * @self: a document
 *
 * Returns: how many pages of A4 it takes
 */
guint
oct_document_count_pages (OctDocument *self)
{
  g_autoptr (OctDocumentPages) pages = oct_document_paginate (
    self, OCT_DOCUMENT_WIDTH - 2 * OCT_DOCUMENT_MARGIN,
    OCT_DOCUMENT_HEIGHT - 2 * OCT_DOCUMENT_MARGIN);

  return oct_document_pages_count (pages);
}

/**
 * oct_document_write_pdf:
 * @self: a document
 * @path: where to
 * @error: return location for an error of files
 *
 * Writes it as PDF on A4.
 *
 * Returns: whether the file is there
 */
gboolean
oct_document_write_pdf (OctDocument *self, const char *path, GError **error)
{
  double width = OCT_DOCUMENT_WIDTH - 2 * OCT_DOCUMENT_MARGIN;
  double height = OCT_DOCUMENT_HEIGHT - 2 * OCT_DOCUMENT_MARGIN;
  g_autoptr (OctDocumentPages) pages = oct_document_paginate (self, width, height);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, OCT_DOCUMENT_WIDTH,
                                                       OCT_DOCUMENT_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  for (guint i = 0; i < oct_document_pages_count (pages); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, OCT_DOCUMENT_MARGIN, OCT_DOCUMENT_MARGIN);
      oct_document_pages_draw (pages, i, cr);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path,
               cairo_status_to_string (status));

  return FALSE;
}
