/* Folding: what makes "st marys" find "St Mary's".
 *
 * Names are compared and searched in a folded form: lower case, accents removed, apostrophes and
 * full stops dropped, every other mark a space. The same function folds what is indexed and what
 * is typed, and a map leads from each folded byte back to the original for highlighting.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *oct_fold (const char *text);
void oct_fold_append (GString *folded, const char *text, gssize length, GArray *offsets);

/**
 * OctSpan:
 * @start: first byte in the original text
 * @end: the byte after the last
 *
 * A stretch of text to highlight.
 */
typedef struct
{
  guint start;
  guint end;
} OctSpan;

guint oct_fold_find_spans (const char *text, const char *folded_query, OctSpan *spans,
                           guint max_spans);

G_END_DECLS
