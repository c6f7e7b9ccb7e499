/* Showing where a search matched.
 *
 * A tint behind the letters leaves their layout as it is, so that a layout that was made for one
 * key serves the next; bold letters would have each shaped again with every key. What is tinted is
 * found by the function that folds what is indexed, so that it is what was matched.
 */

#include "oct-highlight.h"

#include "oct-fold.h"

#define MAX_SPANS 16

static void
draw_span (GtkSnapshot *snapshot, PangoLayout *layout, const OctSpan *span, int x, int y,
           const GdkRGBA *colour)
{
  PangoRectangle first, last;
  double left, right;

  pango_layout_index_to_pos (layout, (int) span->start, &first);
  pango_layout_index_to_pos (layout, (int) span->end - 1, &last);
  left = (double) MIN (first.x, last.x + last.width) / PANGO_SCALE;
  right = (double) MAX (first.x, last.x + last.width) / PANGO_SCALE;

  /* What the ellipsis took away lies where the ellipsis is. */
  if (right - left < 1)
    return;
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) (x + left), (float) y,
                                                  (float) (right - left),
                                                  (float) first.height / PANGO_SCALE));
}

/**
 * oct_highlight_draw:
 * @snapshot: where to draw
 * @layout: a text in one line
 * @folded_query: what was searched for, folded
 * @x: where the text is drawn, in pixels
 * @y: where the text is drawn, in pixels
 * @colour: the tint
 *
 * Draws a tint where the words of a search are in a text. The text is drawn after it.
 */
void
oct_highlight_draw (GtkSnapshot *snapshot, PangoLayout *layout, const char *folded_query, int x,
                    int y, const GdkRGBA *colour)
{
  OctSpan spans[MAX_SPANS];
  guint n;

  g_return_if_fail (PANGO_IS_LAYOUT (layout));
  g_return_if_fail (folded_query != NULL);
  g_return_if_fail (colour != NULL);

  n = oct_fold_find_spans (pango_layout_get_text (layout), folded_query, spans, MAX_SPANS);
  for (guint i = 0; i < n; i++)
    draw_span (snapshot, layout, &spans[i], x, y, colour);
}
