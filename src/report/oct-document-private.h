/* What the files of documents share: blocks, each a table of rows, be it of one cell. */
#pragma once

#include "oct-document.h"

G_BEGIN_DECLS

/**
 * OctBlock:
 * @style: how its text is set, where it is no table
 * @columns: how many, 1 for a text
 * @shares: of the width, one for each column
 * @headings: (nullable): of a table
 * @rows: (element-type GStrv): texts of cells
 * @chart: (nullable): a chart in place of rows, @height points high
 */
typedef struct
{
  OctBlockStyle style;
  guint columns;
  double *shares;
  char **headings;
  GPtrArray *rows;
  OctChart *chart;
  double height;
  OctRatingMark mark;
  gboolean marked;
  gboolean page_break;
  OctDocumentSide side;
} OctBlock;

struct _OctDocumentTable
{
  OctBlock block;
};

struct _OctDocument
{
  char *title;
  char *foot;
  GPtrArray *blocks;
  OctDocumentSide side; /* of what is added next */
};

G_END_DECLS
