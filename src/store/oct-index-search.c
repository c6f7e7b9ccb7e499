/* Answering a query from the index: words to rows, filters, counts and orders.
 *
 * Each word typed is the beginning of a word in the name, town, trust, local authority, head,
 * postcode or URN of a school; every one must be found. A row's rank is the sum over the words of
 * how good the best place is where each was found, so that names come before towns and whole
 * words before beginnings. Ranks are small numbers, and rows lie in the default order, so the
 * best match first is a counting sort.
 */

#include "oct-index-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "oct-fold.h"

#define MAX_WORDS 8
#define NO_MATCH 255

/* How good the place is where a word was found: the lower the better. */
static guint8
weigh (guint8 place, gboolean whole)
{
  if (whole && (place & OCT_WORD_CODE))
    return 0;
  if (place & OCT_WORD_NAME_FIRST)
    return whole ? 0 : 2;
  if (place & OCT_WORD_NAME)
    return whole ? 1 : 3;
  if (place & OCT_WORD_TOWN)
    return 4;
  if (place & (OCT_WORD_TRUST | OCT_WORD_LA | OCT_WORD_CODE))
    return 5;

  return 6;
}

static guint
lower_bound (OctIndex *self, const char *word, gsize length, gboolean after)
{
  guint low = 0;

  for (guint high = self->header->n_words; low < high;)
    {
      guint middle = low + (high - low) / 2;
      int order = strncmp (self->texts + self->words[middle], word, length);

      if (order < 0 || (after && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
match_postings (OctIndex *self, const char *word, guint8 *ranks)
{
  gsize length = strlen (word);
  guint first = lower_bound (self, word, length, FALSE);
  guint last = lower_bound (self, word, length, TRUE);

  for (guint i = first; i < last; i++)
    {
      gboolean whole = self->texts[self->words[i] + length] == '\0';
      guint8 weights[256];
      gboolean known[256] = { FALSE };

      for (guint p = self->posting_starts[i]; p < self->posting_starts[i + 1]; p++)
        {
          guint8 place = (guint8) self->postings[p];
          guint32 row = self->postings[p] >> 8;

          if (!known[place])
            {
              weights[place] = weigh (place, whole);
              known[place] = TRUE;
            }
          ranks[row] = MIN (ranks[row], weights[place]);
        }
    }
}

/* URNs aren't among the words: the rows in order of URN answer for them. */
static void
match_urns (OctIndex *self, const char *word, guint8 *ranks)
{
  guint64 low;
  guint64 high;
  char *end;

  low = g_ascii_strtoull (word, &end, 10);
  if (*end != '\0' || low == 0 || strlen (word) > 9)
    return;

  for (high = low; low < 10000000; low *= 10, high = high * 10 + 9)
    {
      guint from = 0;

      for (guint to = self->n_rows; from < to;)
        {
          guint middle = from + (to - from) / 2;

          if (self->columns[OCT_SECTION_URN][self->columns[OCT_SECTION_BY_URN][middle]] < low)
            from = middle + 1;
          else
            to = middle;
        }
      for (; from < self->n_rows; from++)
        {
          guint32 row = self->columns[OCT_SECTION_BY_URN][from];

          if (self->columns[OCT_SECTION_URN][row] > high)
            break;
          ranks[row] = MIN (ranks[row], low == high ? 0 : 5);
        }
    }
}

/* Whether a name begins with the words as typed: "St Mary's" with "st marys". Marks are skipped as folding
 * skips them; a name that begins otherwise than in ASCII is folded in full.
 */
static gboolean
begins_with (const char *name, const char *folded)
{
  const char *at = name;

  for (; *folded != '\0'; at++)
    {
      if ((guchar) *at >= 0x80)
        {
          g_autofree char *whole = oct_fold (at);

          return g_str_has_prefix (whole, folded);
        }
      if (*at == '\'' || *at == '.' || *at == '`')
        continue;
      if (*at == '\0' || (g_ascii_isalnum (*at) ? g_ascii_tolower (*at) : ' ') != *folded)
        return FALSE;
      folded++;
    }

  return TRUE;
}

/* Several words that begin the name as they stand are a better match than the same words anywhere. */
static void
prefer_phrase (OctIndex *self, const char *folded, guint8 *ranks)
{
  for (guint row = 0; row < self->n_rows; row++)
    if (ranks[row] != NO_MATCH)
      ranks[row] = begins_with (oct_index_text (self, OCT_SECTION_NAME, row), folded)
                     ? 0
                     : (guint8) (ranks[row] + 1);
}

/* Fills @ranks with each row's rank, or NO_MATCH. %FALSE when the text has no words and @ranks is untouched. */
static gboolean
match_text (OctIndex *self, const char *text, guint8 *ranks)
{
  g_autofree char *folded = oct_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", MAX_WORDS + 1);
  g_autofree guint8 *of_word = NULL;
  gboolean first = TRUE;
  gsize n = self->n_rows;

  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    {
      guint8 *into;

      if (words[i][0] == '\0')
        continue;

      if (!first && of_word == NULL)
        of_word = g_malloc (n);
      into = first ? ranks : of_word;
      memset (into, NO_MATCH, n);
      match_postings (self, words[i], into);
      match_urns (self, words[i], into);

      for (gsize row = 0; !first && row < n; row++)
        ranks[row] = ranks[row] == NO_MATCH || of_word[row] == NO_MATCH
                       ? NO_MATCH
                       : (guint8) (ranks[row] + of_word[row]);
      first = FALSE;
    }

  if (of_word != NULL)
    prefer_phrase (self, folded, ranks);
  return !first;
}

/* The rows that are still in question, in the default order, and how good each one's match is. What is
 * done after the words costs only as much as there are such rows.
 */
typedef struct
{
  guint32 *rows;
  guint n;
  guint8 *ranks; /* by row; %NULL when all are equally good */
} Matches;

static void
matches_clear (Matches *self)
{
  g_free (self->rows);
  g_free (self->ranks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matches, matches_clear)

static void
collect_all (OctIndex *self, Matches *matches)
{
  for (guint row = 0; row < self->n_rows; row++)
    matches->rows[row] = row;
  matches->n = self->n_rows;
}

/* Most rows match nothing, so eight are passed over at a time. */
static void
collect_ranked (OctIndex *self, Matches *matches)
{
  guint row = 0;

  while (row < self->n_rows)
    {
      guint64 eight;

      if (row + 8 <= self->n_rows
          && (memcpy (&eight, matches->ranks + row, 8), eight == G_MAXUINT64))
        row += 8;
      else
        {
          if (matches->ranks[row] != NO_MATCH)
            matches->rows[matches->n++] = row;
          row++;
        }
    }
}

/* Where either end is given, a day that isn't stated is outside. */
static void
keep_between (OctIndex *self, OctIndexSection section, OctDate since, OctDate until,
              Matches *matches)
{
  const gint32 *days = (const gint32 *) self->columns[section];
  guint kept = 0;

  if (since == OCT_DATE_UNKNOWN && until == OCT_DATE_UNKNOWN)
    return;

  for (guint i = 0; i < matches->n; i++)
    {
      OctDate day = days[matches->rows[i]];

      if (day != OCT_DATE_UNKNOWN && day >= since && (until == OCT_DATE_UNKNOWN || day <= until))
        matches->rows[kept++] = matches->rows[i];
    }
  matches->n = kept;
}

static double
squared_distance (OctIndex *self, guint row, gint32 easting, gint32 northing)
{
  double x = (gint32) self->columns[OCT_SECTION_EASTING][row];
  double y = (gint32) self->columns[OCT_SECTION_NORTHING][row];

  if (x <= 0 || y <= 0)
    return INFINITY;

  return (x - easting) * (x - easting) + (y - northing) * (y - northing);
}

static void
keep_near (OctIndex *self, OctSchoolQuery *query, Matches *matches)
{
  gint32 easting;
  gint32 northing;
  double km;
  guint kept = 0;

  if (!oct_school_query_get_near (query, &easting, &northing, &km, NULL) || km <= 0)
    return;

  for (guint i = 0; i < matches->n; i++)
    if (squared_distance (self, matches->rows[i], easting, northing) <= km * km * 1e6)
      matches->rows[kept++] = matches->rows[i];
  matches->n = kept;
}

static void
keep_starred (OctIndex *self, GHashTable *starred, Matches *matches)
{
  guint kept = 0;

  for (guint i = 0; i < matches->n; i++)
    {
      guint32 urn = self->columns[OCT_SECTION_URN][matches->rows[i]];

      if (starred != NULL && g_hash_table_contains (starred, GUINT_TO_POINTER (urn)))
        matches->rows[kept++] = matches->rows[i];
    }
  matches->n = kept;
}

/* Everything but the facets, which counts want to leave out one by one. */
static void
match_base (OctIndex *self, OctSchoolQuery *query, GHashTable *starred, Matches *matches)
{
  *matches = (Matches) { g_new (guint32, MAX (self->n_rows, 1)), 0,
                         g_malloc (MAX (self->n_rows, 1)) };

  if (match_text (self, oct_school_query_get_text (query), matches->ranks))
    collect_ranked (self, matches);
  else
    {
      g_clear_pointer (&matches->ranks, g_free);
      collect_all (self, matches);
    }

  keep_between (self, OCT_SECTION_OPENED, oct_school_query_get_opened_since (query),
                OCT_DATE_UNKNOWN, matches);
  keep_between (self, OCT_SECTION_JOINED, oct_school_query_get_joined_since (query),
                oct_school_query_get_joined_until (query), matches);
  keep_near (self, query, matches);
  if (oct_school_query_get_starred (query))
    keep_starred (self, starred, matches);
}

/* Which codes of a facet the query accepts; %NULL when it accepts all. */
static guint8 *
accepted_codes (OctIndex *self, OctSchoolQuery *query, OctFacet facet)
{
  GPtrArray *keys = oct_school_query_get_keys (query, facet);
  guint8 *accepted;

  if (keys == NULL || keys->len == 0)
    return NULL;

  accepted = g_new0 (guint8, self->header->n_values[facet] + 1);
  for (guint code = 0; code < self->header->n_values[facet]; code++)
    accepted[code] = (guint8) oct_school_query_has_key (query, facet,
                                                        oct_index_value_key (self, facet, code));

  return accepted;
}

static void
keep_by_facets (OctIndex *self, OctSchoolQuery *query, Matches *matches)
{
  for (int facet = 0; facet < OCT_N_FACETS; facet++)
    {
      g_autofree guint8 *accepted = accepted_codes (self, query, facet);
      const guint16 *codes = self->codes[facet];
      guint kept = 0;

      if (accepted == NULL)
        continue;
      for (guint i = 0; i < matches->n; i++)
        {
          guint32 row = matches->rows[i];

          matches->rows[kept] = row;
          kept += accepted[codes[row]];
        }
      matches->n = kept;
    }
}

static void
order_by_rank (const Matches *matches, guint32 *rows)
{
  guint starts[NO_MATCH + 1] = { 0 };
  guint next = 0;

  if (matches->ranks == NULL)
    {
      memcpy (rows, matches->rows, matches->n * sizeof *rows);
      return;
    }

  for (guint i = 0; i < matches->n; i++)
    starts[matches->ranks[matches->rows[i]]]++;
  for (guint rank = 0; rank < NO_MATCH; rank++)
    {
      guint n = starts[rank];

      starts[rank] = next;
      next += n;
    }
  for (guint i = 0; i < matches->n; i++)
    rows[starts[matches->ranks[matches->rows[i]]]++] = matches->rows[i];
}

typedef struct
{
  double distance;
  guint32 row;
} Distant;

static int
compare_distances (const void *a, const void *b)
{
  const Distant *left = a;
  const Distant *right = b;

  if (left->distance < right->distance)
    return -1;
  if (left->distance > right->distance)
    return 1;

  return (left->row > right->row) - (left->row < right->row);
}

static void
order_by_distance (OctIndex *self, OctSchoolQuery *query, const Matches *matches, guint32 *rows,
                   gboolean descending)
{
  guint n = matches->n;
  g_autofree Distant *distant = g_new (Distant, MAX (n, 1));
  gint32 easting = 0;
  gint32 northing = 0;

  oct_school_query_get_near (query, &easting, &northing, NULL, NULL);
  for (guint i = 0; i < n; i++)
    distant[i] = (Distant) { squared_distance (self, matches->rows[i], easting, northing),
                             matches->rows[i] };
  qsort (distant, n, sizeof *distant, compare_distances);
  for (guint i = 0; i < n; i++)
    rows[i] = distant[descending ? n - 1 - i : i].row;
}

/* Rows that don't state the column come last whichever way it is sorted. */
static void
order_by_column (OctIndex *self, OctColumn column, gboolean descending, const Matches *matches,
                 guint32 *rows)
{
  const guint32 *order = oct_index_order (self, column);
  g_autofree guint8 *matching = g_malloc0 (MAX (self->n_rows, 1));
  guint stated = order[self->n_rows];
  guint n = 0;

  for (guint i = 0; i < matches->n; i++)
    matching[matches->rows[i]] = 1;

  for (guint i = 0; i < stated; i++)
    {
      guint32 row = order[descending ? stated - 1 - i : i];

      if (matching[row])
        rows[n++] = row;
    }
  for (guint i = stated; i < self->n_rows; i++)
    if (matching[order[i]])
      rows[n++] = order[i];
}

/**
 * oct_index_search:
 * @self: an index
 * @query: what is asked
 * @starred: (nullable): set of the starred URNs
 *
 * Returns: (transfer full): the rows that match, in the order the query asks for
 */
OctResult *
oct_index_search (OctIndex *self, OctSchoolQuery *query, GHashTable *starred)
{
  g_auto (Matches) matches = { NULL };
  OctResult *result;
  gboolean descending;
  OctColumn column;

  g_return_val_if_fail (OCT_IS_INDEX (self), NULL);

  match_base (self, query, starred, &matches);
  keep_by_facets (self, query, &matches);
  column = oct_school_query_get_sort (query, &descending);

  result = g_new0 (OctResult, 1);
  result->n_rows = matches.n;
  result->rows = g_new (guint32, MAX (matches.n, 1));

  if (column == OCT_COLUMN_DISTANCE && oct_school_query_get_near (query, NULL, NULL, NULL, NULL))
    order_by_distance (self, query, &matches, result->rows, descending);
  else if (column == OCT_COLUMN_RELEVANCE || column == OCT_COLUMN_DISTANCE)
    order_by_rank (&matches, result->rows);
  else
    order_by_column (self, column, descending, &matches, result->rows);

  return result;
}

/**
 * oct_result_free:
 * @result: (transfer full): an answer
 */
void
oct_result_free (OctResult *result)
{
  g_free (result->rows);
  g_free (result);
}

/**
 * oct_index_count:
 * @self: an index
 * @query: what is asked
 * @starred: (nullable): set of the starred URNs
 *
 * Returns: how many rows match
 */
guint
oct_index_count (OctIndex *self, OctSchoolQuery *query, GHashTable *starred)
{
  g_auto (Matches) matches = { NULL };

  g_return_val_if_fail (OCT_IS_INDEX (self), 0);

  match_base (self, query, starred, &matches);
  keep_by_facets (self, query, &matches);
  return matches.n;
}

/* For each row in question the facets that refuse it, as bits. */
static guint16 *
find_refusals (OctIndex *self, OctSchoolQuery *query, const Matches *matches)
{
  guint16 *refusals = g_new0 (guint16, MAX (matches->n, 1));

  G_STATIC_ASSERT (OCT_N_FACETS <= 16);
  for (int facet = 0; facet < OCT_N_FACETS; facet++)
    {
      g_autofree guint8 *accepted = accepted_codes (self, query, facet);
      const guint16 *codes = self->codes[facet];

      if (accepted == NULL)
        continue;
      for (guint i = 0; i < matches->n; i++)
        refusals[i] |= (guint16) (accepted[codes[matches->rows[i]]] ? 0 : 1 << facet);
    }

  return refusals;
}

static GArray *
count_one (OctIndex *self, OctSchoolQuery *query, const Matches *matches, const guint16 *refusals,
           OctFacet facet)
{
  guint n_values = self->header->n_values[facet];
  g_autofree guint *counts = g_new0 (guint, n_values + 1);
  const guint16 *codes = self->codes[facet];
  guint16 others = (guint16) ~(1 << facet);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (OctFacetValue));

  for (guint i = 0; i < matches->n; i++)
    counts[codes[matches->rows[i]]] += (refusals[i] & others) == 0;

  for (guint code = 0; code < n_values; code++)
    {
      OctFacetValue value = { oct_index_value_key (self, facet, code),
                              oct_index_code_label (self, facet, code), counts[code] };

      if (value.count > 0 || oct_school_query_has_key (query, facet, value.key))
        g_array_append_val (values, value);
    }

  return values;
}

/**
 * oct_index_count_facet:
 * @self: an index
 * @query: what is asked
 * @starred: (nullable): set of the starred URNs
 * @facet: a facet
 *
 * Counts as if the query did not filter by this facet, so that a person sees what choosing another
 * of its values would give.
 *
 * Returns: (transfer full) (element-type OctFacetValue): values in their order
 */
GArray *
oct_index_count_facet (OctIndex *self, OctSchoolQuery *query, GHashTable *starred, OctFacet facet)
{
  g_auto (Matches) matches = { NULL };
  g_autofree guint16 *refusals = NULL;

  g_return_val_if_fail (OCT_IS_INDEX (self), NULL);

  match_base (self, query, starred, &matches);
  refusals = find_refusals (self, query, &matches);
  return count_one (self, query, &matches, refusals, facet);
}

/**
 * oct_index_count_facets:
 * @self: an index
 * @query: what is asked
 * @starred: (nullable): set of the starred URNs
 *
 * Returns: (transfer full) (element-type GArray): for each facet what oct_index_count_facet() gives
 */
GPtrArray *
oct_index_count_facets (OctIndex *self, OctSchoolQuery *query, GHashTable *starred)
{
  g_auto (Matches) matches = { NULL };
  GPtrArray *facets;
  g_autofree guint16 *refusals = NULL;

  g_return_val_if_fail (OCT_IS_INDEX (self), NULL);

  facets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  match_base (self, query, starred, &matches);
  refusals = find_refusals (self, query, &matches);
  for (int facet = 0; facet < OCT_N_FACETS; facet++)
    g_ptr_array_add (facets, count_one (self, query, &matches, refusals, facet));

  return facets;
}
