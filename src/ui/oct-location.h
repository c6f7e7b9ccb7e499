/* Locations: the one line of text by which a page and its state are named.
 *
 * A location is "kind", "kind/id" or either of these with "?key=value&key=value" behind it. Keys and
 * values are percent-encoded.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *oct_location_dup_kind (const char *location);
char *oct_location_dup_id (const char *location);
guint32 oct_location_get_number (const char *location);
const char *oct_location_get_query (const char *location);
GHashTable *oct_location_parse_query (const char *location);
void oct_location_append (GString *location, const char *key, const char *value);

G_END_DECLS
