/* A document made of blocks – titles, text, tables, charts – and the pages that they fill.
 *
 * Blocks are added once, in order; pages of any size are made of them. A heading stays with what
 * follows it, a table's headings stand on every page that it goes on to, and a row or a text that is
 * longer than a page goes on between two of its lines. Print, PDF and pictures draw the same pages.
 */
#pragma once

#include <gio/gio.h>

#include "oct-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

/* A4, in points, and the margin on each side. */
#define OCT_DOCUMENT_WIDTH 595.28
#define OCT_DOCUMENT_HEIGHT 841.89
#define OCT_DOCUMENT_MARGIN 48.0

typedef enum
{
  OCT_BLOCK_TITLE,
  OCT_BLOCK_HEADING,
  OCT_BLOCK_SUBHEADING,
  OCT_BLOCK_TEXT,
  OCT_BLOCK_POINT, /* a line of a list */
  OCT_BLOCK_NOTE,  /* small and faint */
} OctBlockStyle;

/* Where on the page something stands: side by side, what is left is wider. */
typedef enum
{
  OCT_SIDE_WHOLE,
  OCT_SIDE_LEFT,
  OCT_SIDE_RIGHT,
} OctDocumentSide;

/**
 * OctDocumentFunc:
 * @style: how the text is set
 * @mark: the mark before it; %OCT_RATING_MARKS for none
 * @text: a text of a document, or what a chart of it says
 */
typedef void (*OctDocumentFunc) (OctBlockStyle style, OctRatingMark mark, const char *text,
                                 gpointer data);

typedef struct _OctDocument OctDocument;
typedef struct _OctDocumentTable OctDocumentTable;
typedef struct _OctDocumentPages OctDocumentPages;

/* @title: of the file and the head of each page but the first; @foot: of each page: what it is made
 * of, and when. */
OctDocument *oct_document_new (const char *title, const char *foot);
void oct_document_free (OctDocument *self);
const char *oct_document_get_title (OctDocument *self);
/* Nothing is added for a text that is blank. */
void oct_document_add (OctDocument *self, OctBlockStyle style, const char *text);
/* A heading with the mark of a rating before it. */
void oct_document_add_rated (OctDocument *self, const char *text, OctRatingMark mark);
/* A line of a list with the mark of a rating in place of its dot. */
void oct_document_add_rated_point (OctDocument *self, const char *text, OctRatingMark mark);
/* What is added next stands on that side, the right beside the left before it. */
void oct_document_set_side (OctDocument *self, OctDocumentSide side);
/* In points, of a page @width wide. */
double oct_document_side_width (OctDocumentSide side, double width);
/* What it says, but for its tables, in order. */
void oct_document_foreach (OctDocument *self, OctDocumentFunc func, gpointer data);
/* @headings (array zero-terminated=1); @shares: of the width, one for each column. Borrowed. */
OctDocumentTable *oct_document_add_table (OctDocument *self, const char *const *headings,
                                          const double *shares);
/* @cells (array zero-terminated=1): one for each column. */
void oct_document_table_add_row (OctDocumentTable *table, const char *const *cells);
/* @height: in points; smaller where a page is. */
void oct_document_add_chart (OctDocument *self, OctChart *chart, double height);
void oct_document_add_page_break (OctDocument *self);

/* Pages of a size in points, without margins; @self must stay. */
OctDocumentPages *oct_document_paginate (OctDocument *self, double width, double height);
void oct_document_pages_free (OctDocumentPages *self);
guint oct_document_pages_count (OctDocumentPages *self);
void oct_document_pages_draw (OctDocumentPages *self, guint page, cairo_t *cr);
/* (transfer full): what a page says, line by line. */
char *oct_document_pages_dup_text (OctDocumentPages *self, guint page);

/* How many pages of A4 it takes. */
guint oct_document_count_pages (OctDocument *self);
/* On A4. */
gboolean oct_document_write_pdf (OctDocument *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctDocument, oct_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctDocumentPages, oct_document_pages_free)

G_END_DECLS
