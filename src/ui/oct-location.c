/* Taking locations apart and putting them together.
 *
 * Pages, history, sidebar and saved views all pass locations around as plain text; the grammar is
 * in this file only.
 */

#include "oct-location.h"

#include <string.h>

/**
 * oct_location_dup_kind:
 * @location: a location
 *
 * Returns the kind of page a location leads to, such as "schools".
 *
 * Returns: (transfer full): the text before the first "/" or "?"
 */
char *
oct_location_dup_kind (const char *location)
{
  g_return_val_if_fail (location != NULL, NULL);

  return g_strndup (location, strcspn (location, "/?"));
}

/**
 * oct_location_dup_id:
 * @location: a location
 *
 * Returns what a location is about: "100000" of "school/100000?tab=map".
 *
 * Returns: (transfer full) (nullable): the id, %NULL where the location names none
 */
char *
oct_location_dup_id (const char *location)
{
  const char *id;

  g_return_val_if_fail (location != NULL, NULL);

  id = location + strcspn (location, "/?");
  if (*id != '/')
    return NULL;
  id++;
  return g_strndup (id, strcspn (id, "?"));
}

/**
 * oct_location_get_number:
 * @location: a location
 *
 * Returns the URN or UID that a location names.
 *
 * Returns: the number, 0 where there is none or it isn't one
 */
guint32
oct_location_get_number (const char *location)
{
  g_autofree char *id = oct_location_dup_id (location);
  guint64 number = 0;

  if (id == NULL || !g_ascii_string_to_unsigned (id, 10, 1, G_MAXUINT32, &number, NULL))
    return 0;
  return (guint32) number;
}

/**
 * oct_location_get_query:
 * @location: a location
 *
 * Returns the part behind the question mark.
 *
 * Returns: the query, "" where there is none; it belongs to @location
 */
const char *
oct_location_get_query (const char *location)
{
  const char *mark;

  g_return_val_if_fail (location != NULL, NULL);

  mark = strchr (location, '?');
  return mark != NULL ? mark + 1 : "";
}

/**
 * oct_location_parse_query:
 * @location: a location
 *
 * Takes the query of a location apart. A query that can't be read gives an empty table, since a
 * location may come from an older version of the program.
 *
 * Returns: (transfer full) (element-type utf8 utf8): values by key
 */
GHashTable *
oct_location_parse_query (const char *location)
{
  const char *query = oct_location_get_query (location);
  GHashTable *values;

  values = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  if (values == NULL)
    values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return values;
}

/**
 * oct_location_append:
 * @location: a location under construction
 * @key: key of the query
 * @value: its value
 *
 * Adds a key and its value to the query of a location.
 */
void
oct_location_append (GString *location, const char *key, const char *value)
{
  g_return_if_fail (location != NULL && key != NULL && value != NULL);

  g_string_append_c (location, strchr (location->str, '?') != NULL ? '&' : '?');
  g_string_append_uri_escaped (location, key, NULL, TRUE);
  g_string_append_c (location, '=');
  g_string_append_uri_escaped (location, value, NULL, TRUE);
}
