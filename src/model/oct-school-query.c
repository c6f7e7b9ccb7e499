/* A query for schools as a value. Its form as text is in oct-school-query-text.c; queries are
 * compared by it, so that what is written down and what is equal can't fall apart.
 */
#include "oct-school-query.h"

#include <math.h>
#include <string.h>

/* No distance within Great Britain is longer than this. */
#define MAX_KM 2000.0

struct _OctSchoolQuery
{
  GObject parent_instance;

  char *text;
  GPtrArray *keys[OCT_N_FACETS]; /* each sorted, without doubles */
  OctDate opened_since;
  OctDate joined_since;
  OctDate joined_until;
  gboolean starred;
  gint32 easting;
  gint32 northing;
  double km;
  char *place;
  OctColumn sort;
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (OctSchoolQuery, oct_school_query, G_TYPE_OBJECT)

static void
oct_school_query_finalize (GObject *object)
{
  OctSchoolQuery *self = OCT_SCHOOL_QUERY (object);

  g_free (self->text);
  g_free (self->place);
  for (guint i = 0; i < OCT_N_FACETS; i++)
    g_ptr_array_unref (self->keys[i]);

  G_OBJECT_CLASS (oct_school_query_parent_class)->finalize (object);
}

static void
oct_school_query_class_init (OctSchoolQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_school_query_finalize;
}

static void
oct_school_query_init (OctSchoolQuery *self)
{
  self->text = g_strdup ("");
  self->place = g_strdup ("");
  for (guint i = 0; i < OCT_N_FACETS; i++)
    self->keys[i] = g_ptr_array_new_with_free_func (g_free);
  self->sort = OCT_COLUMN_RELEVANCE;
}

/* Finds where @key is or would have to stand. */
static gboolean
find_key (GPtrArray *keys, const char *key, guint *position)
{
  for (guint i = 0; i < keys->len; i++)
    {
      int order = strcmp (g_ptr_array_index (keys, i), key);

      if (order >= 0)
        {
          *position = i;
          return order == 0;
        }
    }
  *position = keys->len;
  return FALSE;
}

/**
 * oct_school_query_new:
 *
 * Returns: (transfer full): a query that asks for every school, best match first
 */
OctSchoolQuery *
oct_school_query_new (void)
{
  return g_object_new (OCT_TYPE_SCHOOL_QUERY, NULL);
}

/**
 * oct_school_query_copy:
 *
 * Returns: (transfer full): a query that asks the same
 */
OctSchoolQuery *
oct_school_query_copy (OctSchoolQuery *self)
{
  OctSchoolQuery *copy;

  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), NULL);

  copy = oct_school_query_new ();
  oct_school_query_set_text (copy, self->text);
  for (guint i = 0; i < OCT_N_FACETS; i++)
    for (guint j = 0; j < self->keys[i]->len; j++)
      g_ptr_array_add (copy->keys[i], g_strdup (g_ptr_array_index (self->keys[i], j)));
  copy->opened_since = self->opened_since;
  copy->joined_since = self->joined_since;
  copy->joined_until = self->joined_until;
  copy->starred = self->starred;
  oct_school_query_set_near (copy, self->easting, self->northing, self->km, self->place);
  copy->sort = self->sort;
  copy->descending = self->descending;
  return copy;
}

/**
 * oct_school_query_equal:
 *
 * Returns: whether both ask the same in the same order
 */
gboolean
oct_school_query_equal (OctSchoolQuery *a, OctSchoolQuery *b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (a), FALSE);
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (b), FALSE);

  if (a == b)
    return TRUE;
  text_a = oct_school_query_to_string (a);
  text_b = oct_school_query_to_string (b);
  return g_str_equal (text_a, text_b);
}

/**
 * oct_school_query_get_text:
 *
 * Returns: (transfer none): the words to search for as they were typed, "" for none
 */
const char *
oct_school_query_get_text (OctSchoolQuery *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), "");

  return self->text;
}

/**
 * oct_school_query_set_text:
 * @text: (nullable): the words to search for
 */
void
oct_school_query_set_text (OctSchoolQuery *self, const char *text)
{
  char *copy;

  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  copy = g_strdup (text != NULL ? text : "");
  g_free (self->text);
  self->text = copy;
}

/**
 * oct_school_query_get_keys:
 *
 * Returns: (transfer none) (element-type utf8): the values chosen in @facet, sorted; empty where
 *   the facet doesn't narrow. Not to be changed, and valid until the query changes
 */
GPtrArray *
oct_school_query_get_keys (OctSchoolQuery *self, OctFacet facet)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), NULL);
  g_return_val_if_fail ((guint) facet < OCT_N_FACETS, NULL);

  return self->keys[facet];
}

/**
 * oct_school_query_has_key:
 *
 * Returns: whether the value @key is chosen in @facet
 */
gboolean
oct_school_query_has_key (OctSchoolQuery *self, OctFacet facet, const char *key)
{
  guint position;

  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), FALSE);
  g_return_val_if_fail ((guint) facet < OCT_N_FACETS, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return find_key (self->keys[facet], key, &position);
}

/**
 * oct_school_query_set_key:
 * @facet: the facet
 * @key: one of its values
 * @on: whether it is to be chosen
 *
 * Values of one facet widen each other, facets narrow each other.
 */
void
oct_school_query_set_key (OctSchoolQuery *self, OctFacet facet, const char *key, gboolean on)
{
  gboolean found;
  guint position;

  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));
  g_return_if_fail ((guint) facet < OCT_N_FACETS);
  g_return_if_fail (key != NULL && *key != '\0');

  found = find_key (self->keys[facet], key, &position);
  if (on && !found)
    g_ptr_array_insert (self->keys[facet], (int) position, g_strdup (key));
  else if (!on && found)
    g_ptr_array_remove_index (self->keys[facet], position);
}

/**
 * oct_school_query_clear_facet:
 *
 * Takes out every value chosen in @facet.
 */
void
oct_school_query_clear_facet (OctSchoolQuery *self, OctFacet facet)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));
  g_return_if_fail ((guint) facet < OCT_N_FACETS);

  g_ptr_array_set_size (self->keys[facet], 0);
}

/**
 * oct_school_query_has_filters:
 *
 * Returns: whether anything but words narrows the query
 */
gboolean
oct_school_query_has_filters (OctSchoolQuery *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), FALSE);

  for (guint i = 0; i < OCT_N_FACETS; i++)
    if (self->keys[i]->len > 0)
      return TRUE;
  return self->opened_since != OCT_DATE_UNKNOWN || self->joined_since != OCT_DATE_UNKNOWN
         || self->joined_until != OCT_DATE_UNKNOWN || self->starred || self->km > 0;
}

/**
 * oct_school_query_clear:
 *
 * Takes out the words and every filter, so that the query asks for every school. The order stays,
 * except where it was by distance from a place that is now gone.
 */
void
oct_school_query_clear (OctSchoolQuery *self)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  oct_school_query_set_text (self, NULL);
  for (guint i = 0; i < OCT_N_FACETS; i++)
    g_ptr_array_set_size (self->keys[i], 0);
  self->opened_since = OCT_DATE_UNKNOWN;
  self->joined_since = OCT_DATE_UNKNOWN;
  self->joined_until = OCT_DATE_UNKNOWN;
  self->starred = FALSE;
  oct_school_query_set_near (self, 0, 0, 0, NULL);
  if (self->sort == OCT_COLUMN_DISTANCE)
    oct_school_query_set_sort (self, OCT_COLUMN_RELEVANCE, FALSE);
}

/**
 * oct_school_query_get_opened_since:
 *
 * Returns: the first day of opening asked for; %OCT_DATE_UNKNOWN for any
 */
OctDate
oct_school_query_get_opened_since (OctSchoolQuery *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), OCT_DATE_UNKNOWN);

  return self->opened_since;
}

/**
 * oct_school_query_set_opened_since:
 * @date: the first day of opening to be found; %OCT_DATE_UNKNOWN for any
 */
void
oct_school_query_set_opened_since (OctSchoolQuery *self, OctDate date)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  self->opened_since = date;
}

/**
 * oct_school_query_get_joined_since:
 *
 * Returns: the first day of joining the present trust asked for; %OCT_DATE_UNKNOWN for any
 */
OctDate
oct_school_query_get_joined_since (OctSchoolQuery *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), OCT_DATE_UNKNOWN);

  return self->joined_since;
}

/**
 * oct_school_query_set_joined_since:
 * @date: the first day of joining the present trust to be found; %OCT_DATE_UNKNOWN for any
 */
void
oct_school_query_set_joined_since (OctSchoolQuery *self, OctDate date)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  self->joined_since = date;
}

/**
 * oct_school_query_get_joined_until:
 *
 * Returns: the last day of joining the present trust asked for; %OCT_DATE_UNKNOWN for any
 */
OctDate
oct_school_query_get_joined_until (OctSchoolQuery *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), OCT_DATE_UNKNOWN);

  return self->joined_until;
}

/**
 * oct_school_query_set_joined_until:
 * @date: the last day of joining the present trust to be found; %OCT_DATE_UNKNOWN for any
 */
void
oct_school_query_set_joined_until (OctSchoolQuery *self, OctDate date)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  self->joined_until = date;
}

/**
 * oct_school_query_get_starred:
 *
 * Returns: whether only starred schools are asked for
 */
gboolean
oct_school_query_get_starred (OctSchoolQuery *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), FALSE);

  return self->starred;
}

/**
 * oct_school_query_set_starred:
 * @starred: whether only starred schools are to be found
 */
void
oct_school_query_set_starred (OctSchoolQuery *self, gboolean starred)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  self->starred = !!starred;
}

/**
 * oct_school_query_get_near:
 * @easting: (out) (optional): metres east on the National Grid
 * @northing: (out) (optional): metres north
 * @km: (out) (optional): how far away at most, in kilometres
 * @place: (out) (optional) (transfer none): what the person named
 *
 * Returns: whether the query asks for schools near a place
 */
gboolean
oct_school_query_get_near (OctSchoolQuery *self, gint32 *easting, gint32 *northing, double *km,
                           const char **place)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), FALSE);

  if (easting != NULL)
    *easting = self->easting;
  if (northing != NULL)
    *northing = self->northing;
  if (km != NULL)
    *km = self->km;
  if (place != NULL)
    *place = self->place;
  return self->km > 0;
}

/**
 * oct_school_query_set_near:
 * @easting: metres east on the National Grid
 * @northing: metres north
 * @km: how far away at most, in kilometres, up to 2,000; 0 takes the filter out
 * @place: (nullable): what the person named
 */
void
oct_school_query_set_near (OctSchoolQuery *self, gint32 easting, gint32 northing, double km,
                           const char *place)
{
  gboolean on = isfinite (km) && km > 0;
  char *copy;

  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));

  copy = g_strdup (on && place != NULL ? place : "");
  g_free (self->place);
  self->place = copy;
  self->easting = on ? easting : 0;
  self->northing = on ? northing : 0;
  self->km = on ? MIN (km, MAX_KM) : 0;
}

/**
 * oct_school_query_get_sort:
 * @descending: (out) (optional): whether the order is turned round
 *
 * Returns: the column that the answer is ordered by
 */
OctColumn
oct_school_query_get_sort (OctSchoolQuery *self, gboolean *descending)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (self), OCT_COLUMN_RELEVANCE);

  if (descending != NULL)
    *descending = self->descending;
  return self->sort;
}

/**
 * oct_school_query_set_sort:
 * @column: the column to order by; %OCT_COLUMN_RELEVANCE for best match first
 * @descending: whether to turn the order round
 */
void
oct_school_query_set_sort (OctSchoolQuery *self, OctColumn column, gboolean descending)
{
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (self));
  g_return_if_fail ((guint) column < OCT_N_COLUMNS);

  self->sort = column;
  self->descending = !!descending;
}
