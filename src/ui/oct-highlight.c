/* Showing where a search matched.
 *
 * A match is bold as well as coloured, so that it shows without colour, and it is found by the
 * function that folds what is indexed, so that what is marked is what was matched.
 */

#include "oct-highlight.h"

#include "oct-fold.h"

#define MAX_SPANS 16

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const OctSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * oct_highlight_make:
 * @text: a text
 * @folded_query: (nullable): what was searched for, folded
 * @colour: the colour of a match
 *
 * Marks the words of a search in a text.
 *
 * Returns: (transfer full) (nullable): attributes for @text, %NULL where nothing matches
 */
PangoAttrList *
oct_highlight_make (const char *text, const char *folded_query, const GdkRGBA *colour)
{
  PangoAttrList *attributes;
  OctSpan spans[MAX_SPANS];
  guint n;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (colour != NULL, NULL);

  if (folded_query == NULL || *folded_query == '\0')
    return NULL;
  n = oct_fold_find_spans (text, folded_query, spans, MAX_SPANS);
  if (n == 0)
    return NULL;

  attributes = pango_attr_list_new ();
  for (guint i = 0; i < n; i++)
    {
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), &spans[i]);
      add_attribute (attributes,
                     pango_attr_foreground_new ((guint16) (colour->red * 65535),
                                                (guint16) (colour->green * 65535),
                                                (guint16) (colour->blue * 65535)),
                     &spans[i]);
    }
  return attributes;
}
