/* What the page of schools shows, as a location and back.
 *
 * A location that says nothing of the status means open schools, those that are due to close
 * among them: that is what "schools" means to a leader. "status=all" lifts it. The query itself
 * knows no such habit, so the command line and other pages are free of it.
 */

#include "oct-schools-location.h"

#include "oct-location.h"

#define KEY_COLUMNS "columns"
#define KEY_ALL "all"

/**
 * oct_schools_location_is_open:
 * @query: a query
 *
 * Returns: whether it asks for open schools and no others
 */
gboolean
oct_schools_location_is_open (OctSchoolQuery *query)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (query), FALSE);

  return oct_school_query_get_keys (query, OCT_FACET_STATUS)->len == 2
         && oct_school_query_has_key (query, OCT_FACET_STATUS, oct_status_key (OCT_STATUS_OPEN))
         && oct_school_query_has_key (query, OCT_FACET_STATUS,
                                      oct_status_key (OCT_STATUS_OPEN_PROPOSED_TO_CLOSE));
}

/**
 * oct_schools_location_set_open:
 * @query: a query
 * @open: %TRUE for open schools, %FALSE for schools of every status
 *
 * Makes a query ask for open schools, or for all.
 */
void
oct_schools_location_set_open (OctSchoolQuery *query, gboolean open)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  oct_school_query_clear_facet (query, OCT_FACET_STATUS);
  if (!open)
    return;
  oct_school_query_set_key (query, OCT_FACET_STATUS, oct_status_key (OCT_STATUS_OPEN), TRUE);
  oct_school_query_set_key (query, OCT_FACET_STATUS,
                            oct_status_key (OCT_STATUS_OPEN_PROPOSED_TO_CLOSE), TRUE);
}

/**
 * oct_schools_location_parse:
 * @location: a location such as "schools?q=oak&phase=primary"
 * @columns: (out) (transfer full) (nullable): columns ended by %OCT_N_COLUMNS, %NULL where the
 *   location leaves them open
 *
 * Reads a location.
 *
 * Returns: (transfer full): the query
 */
OctSchoolQuery *
oct_schools_location_parse (const char *location, OctColumn **columns)
{
  g_autoptr (GHashTable) values = NULL;
  OctSchoolQuery *query;
  const char *text;

  g_return_val_if_fail (location != NULL && columns != NULL, NULL);

  query = oct_school_query_from_string (oct_location_get_query (location));
  if (oct_school_query_has_key (query, OCT_FACET_STATUS, KEY_ALL))
    oct_schools_location_set_open (query, FALSE);
  else if (oct_school_query_get_keys (query, OCT_FACET_STATUS)->len == 0)
    oct_schools_location_set_open (query, TRUE);

  values = oct_location_parse_query (location);
  text = g_hash_table_lookup (values, KEY_COLUMNS);
  *columns = text != NULL ? oct_school_columns_parse (text) : NULL;
  return query;
}

/**
 * oct_schools_location_make:
 * @query: a query
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Writes a location. What is usual is left out.
 *
 * Returns: (transfer full): the location
 */
char *
oct_schools_location_make (OctSchoolQuery *query, const OctColumn *columns)
{
  g_autoptr (OctSchoolQuery) copy = NULL;
  g_autofree char *query_text = NULL;
  g_autofree char *columns_text = NULL;
  GString *location;

  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (query), NULL);
  g_return_val_if_fail (columns != NULL, NULL);

  copy = oct_school_query_copy (query);
  if (oct_schools_location_is_open (copy))
    oct_schools_location_set_open (copy, FALSE);
  else if (oct_school_query_get_keys (copy, OCT_FACET_STATUS)->len == 0)
    oct_school_query_set_key (copy, OCT_FACET_STATUS, KEY_ALL, TRUE);

  location = g_string_new ("schools");
  query_text = oct_school_query_to_string (copy);
  if (*query_text != '\0')
    g_string_append_printf (location, "?%s", query_text);
  columns_text = oct_school_columns_to_text (columns);
  if (columns_text != NULL)
    oct_location_append (location, KEY_COLUMNS, columns_text);
  return g_string_free (location, FALSE);
}
