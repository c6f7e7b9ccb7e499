/* A paper: a few lines of words with their weight, read on the screen or printed as they stand. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCT_PAPER_TITLE,
  OCT_PAPER_HEADING,
  OCT_PAPER_TEXT,
  OCT_PAPER_POINT, /* one of a list */
  OCT_PAPER_SOFT,  /* where from, when, by whom */
} OctPaperStyle;

/**
 * OctPaperLine:
 * A line or a paragraph.
 */
typedef struct
{
  OctPaperStyle style;
  char *text;
} OctPaperLine;

/* (transfer full) (element-type OctPaperLine) */
GPtrArray *oct_paper_new (void);
/* Blank texts are left out. */
void oct_paper_add (GPtrArray *paper, OctPaperStyle style, const char *text);
void oct_paper_add_format (GPtrArray *paper, OctPaperStyle style, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* Two texts with a dot between, where there are two. */
void oct_paper_add_pair (GPtrArray *paper, OctPaperStyle style, const char *one, const char *other);

G_END_DECLS
