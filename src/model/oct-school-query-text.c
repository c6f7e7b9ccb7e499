/* A query for schools as one line of text, there and back.
 *
 * The text is made of key=value parts in alphabetical order with "&" between them, percent-escaped
 * as in an address, so that two queries that ask the same have the same text whatever the order
 * in which they were put together.
 */
#include "oct-school-query.h"

#include <string.h>

static void
add_part (GPtrArray *parts, const char *key, const char *value)
{
  g_ptr_array_add (parts, g_strconcat (key, "=", value, NULL));
}

static void
add_escaped_part (GPtrArray *parts, const char *key, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  add_part (parts, key, escaped);
}

static void
add_date_part (GPtrArray *parts, const char *key, OctDate date)
{
  g_autofree char *iso = oct_date_to_iso (date);

  if (date != OCT_DATE_UNKNOWN)
    add_part (parts, key, iso);
}

static void
add_facet_part (GPtrArray *parts, OctFacet facet, GPtrArray *keys)
{
  g_autoptr (GString) value = NULL;

  if (keys->len == 0)
    return;
  value = g_string_new (NULL);
  for (guint i = 0; i < keys->len; i++)
    {
      if (i > 0)
        g_string_append_c (value, ',');
      g_string_append_uri_escaped (value, g_ptr_array_index (keys, i), NULL, FALSE);
    }
  add_part (parts, oct_facet_key (facet), value->str);
}

static void
add_near_part (GPtrArray *parts, OctSchoolQuery *self)
{
  g_autofree char *escaped = NULL;
  g_autofree char *value = NULL;
  char km_text[G_ASCII_DTOSTR_BUF_SIZE];
  gint32 easting, northing;
  double km;
  const char *place;

  if (!oct_school_query_get_near (self, &easting, &northing, &km, &place))
    return;
  escaped = g_uri_escape_string (place, NULL, FALSE);
  g_ascii_formatd (km_text, sizeof km_text, "%.10g", km);
  value = g_strdup_printf ("%d,%d,%s,%s", easting, northing, km_text, escaped);
  add_part (parts, "near", value);
}

static void
add_sort_part (GPtrArray *parts, OctSchoolQuery *self)
{
  gboolean descending;
  OctColumn column = oct_school_query_get_sort (self, &descending);
  g_autofree char *value = g_strconcat (descending ? "-" : "", oct_column_key (column), NULL);

  if (column != OCT_COLUMN_RELEVANCE || descending)
    add_part (parts, "sort", value);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * oct_school_query_to_string:
 *
 * Returns: (transfer full): the query as one line, such as
 *   "phase=primary&q=st%20marys&sort=-pupils"; "" where it asks for every school
 */
char *
oct_school_query_to_string (OctSchoolQuery *self)
{
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), NULL);

  parts = g_ptr_array_new_with_free_func (g_free);
  if (*oct_school_query_get_text (self) != '\0')
    add_escaped_part (parts, "q", oct_school_query_get_text (self));
  for (guint i = 0; i < OCT_N_FACETS; i++)
    add_facet_part (parts, (OctFacet) i, oct_school_query_get_keys (self, (OctFacet) i));
  add_date_part (parts, "opened", oct_school_query_get_opened_since (self));
  add_date_part (parts, "joined", oct_school_query_get_joined_since (self));
  add_date_part (parts, "joined_to", oct_school_query_get_joined_until (self));
  if (oct_school_query_get_starred (self))
    add_part (parts, "starred", "1");
  add_near_part (parts, self);
  add_sort_part (parts, self);
  g_ptr_array_sort (parts, compare_parts);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("&", (char **) parts->pdata);
}

static void
read_facet (OctSchoolQuery *self, OctFacet facet, const char *value)
{
  g_auto (GStrv) keys = g_strsplit (value, ",", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_uri_unescape_string (keys[i], NULL);

      if (key != NULL && *key != '\0' && g_utf8_validate (key, -1, NULL))
        oct_school_query_set_key (self, facet, key, TRUE);
    }
}

static void
read_near (OctSchoolQuery *self, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 4);
  g_autofree char *place = NULL;
  gint64 easting, northing;
  double km;
  char *end;

  if (g_strv_length (parts) < 3
      || !g_ascii_string_to_signed (parts[0], 10, G_MININT32, G_MAXINT32, &easting, NULL)
      || !g_ascii_string_to_signed (parts[1], 10, G_MININT32, G_MAXINT32, &northing, NULL))
    return;
  km = g_ascii_strtod (parts[2], &end);
  if (end == parts[2] || *end != '\0')
    return;
  if (parts[3] != NULL)
    place = g_uri_unescape_string (parts[3], NULL);
  if (place != NULL && !g_utf8_validate (place, -1, NULL))
    g_clear_pointer (&place, g_free);
  oct_school_query_set_near (self, (gint32) easting, (gint32) northing, km, place);
}

static void
read_sort (OctSchoolQuery *self, const char *value)
{
  gboolean descending = *value == '-';
  OctColumn column;

  if (oct_column_from_key (descending ? value + 1 : value, &column))
    oct_school_query_set_sort (self, column, descending);
}

static void
read_part (OctSchoolQuery *self, const char *key, const char *value)
{
  OctFacet facet;
  OctDate date;

  if (g_str_equal (key, "q"))
    {
      g_autofree char *text = g_uri_unescape_string (value, NULL);

      if (text != NULL && g_utf8_validate (text, -1, NULL))
        oct_school_query_set_text (self, text);
    }
  else if (g_str_equal (key, "opened") && oct_date_parse (value, -1, &date))
    oct_school_query_set_opened_since (self, date);
  else if (g_str_equal (key, "joined") && oct_date_parse (value, -1, &date))
    oct_school_query_set_joined_since (self, date);
  else if (g_str_equal (key, "joined_to") && oct_date_parse (value, -1, &date))
    oct_school_query_set_joined_until (self, date);
  else if (g_str_equal (key, "starred"))
    oct_school_query_set_starred (self, g_str_equal (value, "1"));
  else if (g_str_equal (key, "near"))
    read_near (self, value);
  else if (g_str_equal (key, "sort"))
    read_sort (self, value);
  else if (oct_facet_from_key (key, &facet))
    read_facet (self, facet, value);
}

/**
 * oct_school_query_from_string:
 * @text: (nullable): a line as oct_school_query_to_string() writes it
 *
 * Parts that this version doesn't know or can't read are left out, since a line may come from a
 * newer version or from a person's hand.
 *
 * Returns: (transfer full): the query
 */
OctSchoolQuery *
oct_school_query_from_string (const char *text)
{
  OctSchoolQuery *self = oct_school_query_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "&", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      read_part (self, parts[i], equals + 1);
    }
  return self;
}
