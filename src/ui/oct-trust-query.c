/* What a person asked of the list of trusts: words, filters and an order, as one line of text.
 *
 * The line is the location of the page, so that back, a restart and a saved view bring the same
 * list back. What isn't said is the ordinary case: open multi-academy trusts, largest first.
 */

#include "oct-trust-query.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "oct-location.h"

static const char *const kind_keys[OCT_N_TRUST_KINDS] = { "mat", "sat", "other", "all" };
static const char *const status_keys[] = { "open", "closed", "any" };

/**
 * oct_trust_query_new:
 *
 * Returns: (transfer full): open multi-academy trusts, largest first
 */
OctTrustQuery *
oct_trust_query_new (void)
{
  OctTrustQuery *query = g_new0 (OctTrustQuery, 1);

  query->text = g_strdup ("");
  query->high = G_MAXUINT;
  query->sort = OCT_TRUST_COLUMN_SCHOOLS;
  query->descending = TRUE;
  return query;
}

/**
 * oct_trust_query_free:
 * @query: (transfer full) (nullable): a query
 *
 * Frees a query.
 */
void
oct_trust_query_free (OctTrustQuery *query)
{
  if (query == NULL)
    return;

  g_free (query->text);
  g_free (query->region);
  g_free (query);
}

static int
find_key (const char *const *keys, guint n_keys, const char *key, int otherwise)
{
  for (guint i = 0; key != NULL && i < n_keys; i++)
    if (g_str_equal (keys[i], key))
      return (int) i;

  return otherwise;
}

/* "3-5", "51-", "2". */
static void
parse_size (OctTrustQuery *query, const char *size)
{
  char *end;
  gulong low = strtoul (size, &end, 10);

  if (end == size)
    return;

  query->low = (guint) MIN (low, G_MAXUINT);
  query->high = query->low;
  if (*end == '-')
    {
      const char *rest = end + 1;
      gulong high = strtoul (rest, &end, 10);

      query->high = end == rest ? G_MAXUINT : (guint) MIN (high, G_MAXUINT);
    }
}

/**
 * oct_trust_query_from_location:
 * @location: "trusts?q=oak&type=mat&sort=-schools"
 *
 * Returns: (transfer full): the query; what can't be read is the ordinary case
 */
OctTrustQuery *
oct_trust_query_from_location (const char *location)
{
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  OctTrustQuery *query = oct_trust_query_new ();
  const char *text = g_hash_table_lookup (values, "q");
  const char *size = g_hash_table_lookup (values, "size");
  const char *sort = g_hash_table_lookup (values, "sort");

  if (text != NULL)
    {
      g_free (query->text);
      query->text = g_strdup (text);
    }
  query->kind = find_key (kind_keys, G_N_ELEMENTS (kind_keys), g_hash_table_lookup (values, "type"),
                          OCT_TRUST_KIND_MAT);
  query->status = find_key (status_keys, G_N_ELEMENTS (status_keys),
                            g_hash_table_lookup (values, "status"), OCT_TRUST_OPEN);
  query->region = g_strdup (g_hash_table_lookup (values, "region"));
  query->starred = g_strcmp0 (g_hash_table_lookup (values, "starred"), "1") == 0;
  if (size != NULL)
    parse_size (query, size);
  if (sort != NULL && oct_trust_column_from_key (sort[0] == '-' ? sort + 1 : sort, &query->sort))
    query->descending = sort[0] == '-';

  return query;
}

/**
 * oct_trust_query_to_location:
 * @query: a query
 *
 * Returns: (transfer full): its line of text
 */
char *
oct_trust_query_to_location (const OctTrustQuery *query)
{
  GString *location = g_string_new ("trusts");
  g_autofree char *sort = NULL;

  if (query->text[0] != '\0')
    oct_location_append (location, "q", query->text);
  if (query->kind != OCT_TRUST_KIND_MAT)
    oct_location_append (location, "type", kind_keys[query->kind]);
  if (query->status != OCT_TRUST_OPEN)
    oct_location_append (location, "status", status_keys[query->status]);
  if (query->region != NULL)
    oct_location_append (location, "region", query->region);
  if (query->low > 0 || query->high != G_MAXUINT)
    {
      g_autofree char *size = query->high == G_MAXUINT
                                ? g_strdup_printf ("%u-", query->low)
                                : g_strdup_printf ("%u-%u", query->low, query->high);

      oct_location_append (location, "size", size);
    }
  if (query->starred)
    oct_location_append (location, "starred", "1");
  if (query->sort != OCT_TRUST_COLUMN_SCHOOLS || !query->descending)
    {
      sort = g_strconcat (query->descending ? "-" : "", oct_trust_column_key (query->sort), NULL);
      oct_location_append (location, "sort", sort);
    }

  return g_string_free (location, FALSE);
}

/**
 * oct_trust_query_has_filters:
 * @query: a query
 *
 * Returns: whether anything narrows the list besides the kind of trust
 */
gboolean
oct_trust_query_has_filters (const OctTrustQuery *query)
{
  return query->text[0] != '\0' || query->region != NULL || query->low > 0
         || query->high != G_MAXUINT || query->starred || query->status != OCT_TRUST_OPEN;
}

/**
 * oct_trust_kind_of:
 * @type: type of a group
 *
 * Returns: in which list the group stands
 */
OctTrustKind
oct_trust_kind_of (OctGroupType type)
{
  if (type == OCT_GROUP_MAT)
    return OCT_TRUST_KIND_MAT;
  if (type == OCT_GROUP_SAT || type == OCT_GROUP_SECURE_SAT)
    return OCT_TRUST_KIND_SAT;

  return OCT_TRUST_KIND_OTHER;
}

/**
 * oct_trust_query_has_status:
 * @query: a query
 * @facts: a trust
 *
 * Returns: whether the trust is open or closed as the query asks
 */
gboolean
oct_trust_query_has_status (const OctTrustQuery *query, const OctTrustFacts *facts)
{
  return query->status == OCT_TRUST_ANY_STATUS || facts->open == (query->status == OCT_TRUST_OPEN);
}

/* Whether each word of @folded_text begins a word of @folded_name. */
static gboolean
words_match (const char *folded_name, const char *folded_text)
{
  g_auto (GStrv) words = g_strsplit (folded_text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = words[i][0] != '\0' ? strstr (folded_name, words[i]) : folded_name;

      while (found != NULL && found != folded_name && found[-1] != ' ')
        found = strstr (found + 1, words[i]);
      if (found == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * oct_trust_query_matches:
 * @query: a query
 * @facts: a trust
 * @folded_name: its name, folded
 * @folded_text: the words of @query, folded
 * @starred: whether the trust is on the watchlist
 *
 * Says whether a trust matches everything but the kind of trust, so that kinds can be counted.
 *
 * Returns: whether it does
 */
gboolean
oct_trust_query_matches (const OctTrustQuery *query, const OctTrustFacts *facts,
                         const char *folded_name, const char *folded_text, gboolean starred)
{
  if (!oct_trust_query_has_status (query, facts))
    return FALSE;
  if (facts->schools < query->low || facts->schools > query->high)
    return FALSE;
  if (query->starred && !starred)
    return FALSE;
  if (query->region != NULL && g_strcmp0 (query->region, facts->main_region) != 0)
    return FALSE;

  return words_match (folded_name, folded_text);
}

static char *
count_open (OctTrustKind kind, guint n)
{
  switch (kind)
    {
    case OCT_TRUST_KIND_MAT:
      return g_strdup_printf (
        ngettext ("%'u open multi-academy trust", "%'u open multi-academy trusts", n), n);
    case OCT_TRUST_KIND_SAT:
      return g_strdup_printf (
        ngettext ("%'u open single-academy trust", "%'u open single-academy trusts", n), n);
    case OCT_TRUST_KIND_OTHER:
      return g_strdup_printf (ngettext ("%'u other open group", "%'u other open groups", n), n);
    case OCT_TRUST_KIND_ALL:
    case OCT_N_TRUST_KINDS:
    default:
      return g_strdup_printf (
        ngettext ("%'u open group of schools", "%'u open groups of schools", n), n);
    }
}

static char *
count_closed (OctTrustKind kind, guint n)
{
  switch (kind)
    {
    case OCT_TRUST_KIND_MAT:
      return g_strdup_printf (
        ngettext ("%'u closed multi-academy trust", "%'u closed multi-academy trusts", n), n);
    case OCT_TRUST_KIND_SAT:
      return g_strdup_printf (
        ngettext ("%'u closed single-academy trust", "%'u closed single-academy trusts", n), n);
    case OCT_TRUST_KIND_OTHER:
      return g_strdup_printf (ngettext ("%'u other closed group", "%'u other closed groups", n), n);
    case OCT_TRUST_KIND_ALL:
    case OCT_N_TRUST_KINDS:
    default:
      return g_strdup_printf (
        ngettext ("%'u closed group of schools", "%'u closed groups of schools", n), n);
    }
}

static char *
count_any (OctTrustKind kind, guint n)
{
  switch (kind)
    {
    case OCT_TRUST_KIND_MAT:
      return g_strdup_printf (ngettext ("%'u multi-academy trust, open or closed",
                                        "%'u multi-academy trusts, open or closed", n),
                              n);
    case OCT_TRUST_KIND_SAT:
      return g_strdup_printf (ngettext ("%'u single-academy trust, open or closed",
                                        "%'u single-academy trusts, open or closed", n),
                              n);
    case OCT_TRUST_KIND_OTHER:
      return g_strdup_printf (
        ngettext ("%'u other group, open or closed", "%'u other groups, open or closed", n), n);
    case OCT_TRUST_KIND_ALL:
    case OCT_N_TRUST_KINDS:
    default:
      return g_strdup_printf (ngettext ("%'u group of schools, open or closed",
                                        "%'u groups of schools, open or closed", n),
                              n);
    }
}

/* How many of the kind and status there are, whatever else narrows the list. */
static char *
count_all (const OctTrustQuery *query, guint n)
{
  switch (query->status)
    {
    case OCT_TRUST_OPEN:
      return count_open (query->kind, n);
    case OCT_TRUST_CLOSED:
      return count_closed (query->kind, n);
    case OCT_TRUST_ANY_STATUS:
    default:
      return count_any (query->kind, n);
    }
}

/**
 * oct_trust_query_count_to_text:
 * @query: a query
 * @n_shown: how many groups match
 * @n_all: how many there are of this kind and status
 *
 * Returns: (transfer full): "12 of 1,351 open multi-academy trusts"
 */
char *
oct_trust_query_count_to_text (const OctTrustQuery *query, guint n_shown, guint n_all)
{
  g_autofree char *all = count_all (query, n_all);

  if (n_shown == n_all)
    return g_steal_pointer (&all);

  /* Translators: how many are shown, then "1,351 open multi-academy trusts". */
  return g_strdup_printf (_("%'u of %s"), n_shown, all);
}
