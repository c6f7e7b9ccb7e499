/* Showing where a search matched.
 *
 * A tint behind the letters leaves their layout as it is, so that a layout that was made for one
 * key serves the next; bold letters would have each shaped again with every key. What is tinted is
 * found by the function that folds what is indexed, so that it is what was matched.
 */

#include "oct-highlight.h"

#include "oct-fold.h"

#define MAX_SPANS 16

#define TINT 0.28

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

/**
 * oct_highlight_attributes:
 * @text: a text
 * @folded_query: what was searched for, folded
 * @colour: what to tint with; its alpha isn't used
 *
 * Makes the same tint for a widget that lays its text out itself.
 *
 * Returns: (nullable) (transfer full): the tint, or %NULL where nothing matches
 */
PangoAttrList *
oct_highlight_attributes (const char *text, const char *folded_query, const GdkRGBA *colour)
{
  OctSpan spans[MAX_SPANS];
  guint n = oct_fold_find_spans (text, folded_query, spans, MAX_SPANS);
  PangoAttrList *attributes = n > 0 ? pango_attr_list_new () : NULL;

  for (guint i = 0; i < n; i++)
    {
      PangoAttribute *tint = pango_attr_background_new ((guint16) (colour->red * G_MAXUINT16),
                                                        (guint16) (colour->green * G_MAXUINT16),
                                                        (guint16) (colour->blue * G_MAXUINT16));
      PangoAttribute *alpha = pango_attr_background_alpha_new ((guint16) (TINT * G_MAXUINT16));

      tint->start_index = alpha->start_index = spans[i].start;
      tint->end_index = alpha->end_index = spans[i].end;
      pango_attr_list_insert (attributes, tint);
      pango_attr_list_insert (attributes, alpha);
    }

  return attributes;
}
