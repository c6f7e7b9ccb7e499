/* One text of a row that draws its words itself: laid out once, and again where it doesn't fit a line. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;          /* (nullable) */
  PangoLayout *layout; /* %NULL where there is no text */
  int one_line;        /* its width where it isn't broken */
  int max_width;       /* what it was laid out for last */
} OctRowText;

gboolean oct_row_text_is_empty (const OctRowText *self);
void oct_row_text_clear (OctRowText *self);
void oct_row_text_lay_out (OctRowText *self, GtkWidget *row, double scale);
int oct_row_text_fit (OctRowText *self, int width, int max_lines);
void oct_row_text_draw (PangoLayout *layout, GtkWidget *row, GtkSnapshot *snapshot, int x, int y,
                        const GdkRGBA *colour);
/* The colours of a title and, as dim as .dim-label, of what stands below it. */
void oct_row_text_get_colours (GtkWidget *row, GdkRGBA *colour, GdkRGBA *dim);

G_END_DECLS
