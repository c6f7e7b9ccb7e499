/* Words and their postings, while an index is made.
 *
 * Each distinct word gets a number; a posting says in which row and where in it the word stands.
 * Words that come again and again together – a trust's name, a town – are folded once.
 */

#define _GNU_SOURCE /* qsort_r, strchrnul */
#include "oct-index-words.h"

#include <stdlib.h>
#include <string.h>

#include "oct-fold.h"

typedef struct
{
  guint32 word;
  guint32 posting;
} Pair;

struct _OctIndexWords
{
  GStringChunk *chunk;
  GHashTable *numbers; /* word → number + 1 */
  GPtrArray *words;    /* by number; in the chunk */
  GArray *pairs;
  GHashTable *cache; /* caller's number → GArray of word numbers */
  GString *folded;
  GArray *found;  /* word numbers of the text at hand */
  guint32 *order; /* after finish: words in order */
  guint32 *starts;
  guint32 *postings;
  guint n_postings;
};

OctIndexWords *
oct_index_words_new (void)
{
  OctIndexWords *self = g_new0 (OctIndexWords, 1);

  self->chunk = g_string_chunk_new (1 << 16);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_ptr_array_new ();
  self->pairs = g_array_sized_new (FALSE, FALSE, sizeof (Pair), 1 << 20);
  self->cache = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->folded = g_string_new (NULL);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

static guint32
number_of (OctIndexWords *self, const char *word)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, word));

  if (number == 0)
    {
      char *kept = g_string_chunk_insert (self->chunk, word);

      g_ptr_array_add (self->words, kept);
      number = self->words->len;
      g_hash_table_insert (self->numbers, kept, GUINT_TO_POINTER (number));
    }

  return number - 1;
}

static void
split_into (OctIndexWords *self, const char *text, GArray *found)
{
  char *word;

  g_string_truncate (self->folded, 0);
  oct_fold_append (self->folded, text, -1, NULL);
  for (word = self->folded->str; *word != '\0';)
    {
      char *end = strchrnul (word, ' ');
      gboolean more = *end == ' ';
      guint32 number;

      *end = '\0';
      if (end > word)
        {
          number = number_of (self, word);
          g_array_append_val (found, number);
        }
      word = more ? end + 1 : end;
    }
}

void
oct_index_words_add (OctIndexWords *self, guint row, const char *text, guint8 place, guint32 cache)
{
  GArray *found = self->found;

  if (text[0] == '\0')
    return;

  if (cache != 0)
    {
      found = g_hash_table_lookup (self->cache, GUINT_TO_POINTER (cache));
      if (found == NULL)
        {
          found = g_array_new (FALSE, FALSE, sizeof (guint32));
          split_into (self, text, found);
          g_hash_table_insert (self->cache, GUINT_TO_POINTER (cache), found);
        }
    }
  else
    {
      g_array_set_size (found, 0);
      split_into (self, text, found);
    }

  for (guint i = 0; i < found->len; i++)
    {
      guint8 where = place == OCT_WORD_NAME && i == 0 ? OCT_WORD_NAME_FIRST | OCT_WORD_NAME : place;
      Pair pair = { g_array_index (found, guint32, i), row << 8 | where };

      g_array_append_val (self->pairs, pair);
    }
}

void
oct_index_words_add_joined (OctIndexWords *self, guint row, const char *text, guint8 place)
{
  char *to;
  Pair pair;

  g_string_truncate (self->folded, 0);
  oct_fold_append (self->folded, text, -1, NULL);
  to = self->folded->str;
  for (const char *from = self->folded->str; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  if (to == self->folded->str)
    return;

  *to = '\0';
  pair = (Pair) { number_of (self, self->folded->str), row << 8 | place };
  g_array_append_val (self->pairs, pair);
}

static int
compare_words (const void *a, const void *b, void *data)
{
  GPtrArray *words = data;

  return strcmp (g_ptr_array_index (words, *(const guint32 *) a),
                 g_ptr_array_index (words, *(const guint32 *) b));
}

/* A counting sort by word; pairs came in order of rows, so each word's postings are too. A word that
 * stands in a row twice is one posting with both places.
 */
static void
distribute (OctIndexWords *self, const guint32 *rank)
{
  guint n = self->words->len;
  g_autofree guint32 *next = g_new0 (guint32, n + 1);
  guint written = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    next[rank[g_array_index (self->pairs, Pair, i).word] + 1]++;
  for (guint i = 0; i < n; i++)
    next[i + 1] += next[i];
  memcpy (self->starts, next, (n + 1) * sizeof *next);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      self->postings[next[rank[pair->word]]++] = pair->posting;
    }

  for (guint word = 0; word < n; word++)
    {
      guint start = written;

      for (guint i = self->starts[word]; i < self->starts[word + 1]; i++)
        {
          guint32 posting = self->postings[i];

          if (written > start && self->postings[written - 1] >> 8 == posting >> 8)
            self->postings[written - 1] |= posting;
          else
            self->postings[written++] = posting;
        }
      self->starts[word] = start;
    }
  self->starts[n] = written;
  self->n_postings = written;
}

void
oct_index_words_finish (OctIndexWords *self)
{
  guint n = self->words->len;
  g_autofree guint32 *rank = g_new (guint32, n + 1);

  self->order = g_new (guint32, n + 1);
  self->starts = g_new0 (guint32, n + 1);
  self->postings = g_new (guint32, self->pairs->len + 1);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  qsort_r (self->order, n, sizeof *self->order, compare_words, self->words);
  for (guint i = 0; i < n; i++)
    rank[self->order[i]] = i;

  distribute (self, rank);
}

void
oct_index_words_write (OctIndexWords *self, OctIndexFile *file, GString *texts)
{
  guint n = self->words->len;
  g_autofree guint32 *offsets = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *word = g_ptr_array_index (self->words, self->order[i]);

      offsets[i] = (guint32) texts->len;
      g_string_append_len (texts, word, (gssize) strlen (word) + 1);
    }
  offsets[n] = (guint32) texts->len;

  oct_index_file_set_words (file, n);
  oct_index_file_put (file, OCT_SECTION_WORDS, offsets, (n + 1) * sizeof *offsets);
  oct_index_file_put (file, OCT_SECTION_POSTING_STARTS, self->starts,
                      (n + 1) * sizeof *self->starts);
  oct_index_file_put (file, OCT_SECTION_POSTINGS, self->postings,
                      self->n_postings * sizeof *self->postings);
}

void
oct_index_words_free (OctIndexWords *self)
{
  g_string_chunk_free (self->chunk);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->words);
  g_array_unref (self->pairs);
  g_hash_table_unref (self->cache);
  g_string_free (self->folded, TRUE);
  g_array_unref (self->found);
  g_free (self->order);
  g_free (self->starts);
  g_free (self->postings);
  g_free (self);
}
