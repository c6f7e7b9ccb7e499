/* The ways in which a person's name may stand in a text, found and replaced.
 *
 * "Jane Doe" is also found in "JANE DOE’s", "jane.doe@…", "Jane-Doe" and "jane_doe.pdf", but not in
 * "Jane Doering". Letters are compared as in a search: folded, without accents.
 */
#pragma once

#include "oct-fold.h"

G_BEGIN_DECLS

typedef struct _OctNamePattern OctNamePattern;

OctNamePattern *oct_name_pattern_new (const char *const *names);
void oct_name_pattern_free (OctNamePattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctNamePattern, oct_name_pattern_free)

gboolean oct_name_pattern_is_empty (const OctNamePattern *pattern);
gboolean oct_name_pattern_matches (const OctNamePattern *pattern, const char *text);
/* Where the first name stands. */
gboolean oct_name_pattern_find (const OctNamePattern *pattern, const char *text, OctSpan *span);
/* (transfer full) (nullable): @text with every name replaced; %NULL where there is none in it. */
char *oct_name_pattern_replace (const OctNamePattern *pattern, const char *text,
                                const char *replacement);
/* Whether a name stands in these bytes of any file, as UTF-8 or as UTF-16 of either order. */
gboolean oct_name_pattern_matches_bytes (const OctNamePattern *pattern, const guint8 *bytes,
                                         gsize size);

G_END_DECLS
