/* A person's name in a text; see the header.
 *
 * Text and names are folded, and the map back to the text says where a match begins and ends. What
 * stands before and after it there must not be a letter or a digit; a mark that folding drops, as in
 * "Doe’s", ends a name.
 */
#include "oct-name-pattern.h"

#include <string.h>

/* A name that is shorter, folded, would be found everywhere. */
#define MIN_LENGTH 2

struct _OctNamePattern
{
  GPtrArray *folded; /* each name with its spaces and without */
};

static void
add_form (OctNamePattern *self, const char *form)
{
  if (strlen (form) >= MIN_LENGTH
      && !g_ptr_array_find_with_equal_func (self->folded, form, g_str_equal, NULL))
    g_ptr_array_add (self->folded, g_strdup (form));
}

/**
 * oct_name_pattern_new:
 * @names: (nullable) (array zero-terminated=1): the forms of a name
 *
 * Returns: (transfer full): a pattern; it is empty where no form has two letters
 */
OctNamePattern *
oct_name_pattern_new (const char *const *names)
{
  OctNamePattern *self = g_new0 (OctNamePattern, 1);

  self->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *spaced = oct_fold (names[i]);
      g_auto (GStrv) words = g_strsplit (spaced, " ", -1);
      g_autofree char *joined = g_strjoinv ("", words);

      add_form (self, spaced);
      add_form (self, joined);
    }

  return self;
}

/**
 * oct_name_pattern_free:
 * @pattern: (transfer full): a pattern
 */
void
oct_name_pattern_free (OctNamePattern *pattern)
{
  g_ptr_array_unref (pattern->folded);
  g_free (pattern);
}

/**
 * oct_name_pattern_is_empty:
 * @pattern: a pattern
 *
 * Returns: whether it finds nothing
 */
gboolean
oct_name_pattern_is_empty (const OctNamePattern *pattern)
{
  return pattern->folded->len == 0;
}

typedef struct
{
  const char *text;
  gsize length;
  GString *folded;
  GArray *offsets;
} Folded;

static void
folded_init (Folded *self, const char *text, gsize length)
{
  self->text = text;
  self->length = length;
  self->folded = g_string_sized_new (length + 1);
  self->offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) length + 1);
  oct_fold_append (self->folded, text, (gssize) length, self->offsets);
}

static void
folded_clear (Folded *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static gunichar
char_at (const Folded *self, gsize offset)
{
  return g_utf8_get_char_validated (self->text + offset, (gssize) (self->length - offset));
}

static gboolean
is_letter (gunichar character)
{
  return character < (gunichar) -2 && g_unichar_isalnum (character);
}

/* The byte after the letter at @offset and the accents that belong to it. */
static gsize
end_of_letter (const Folded *self, gsize offset)
{
  do
    offset += (guchar) self->text[offset] < 128
                ? 1
                : (gsize) g_unichar_to_utf8 (char_at (self, offset), NULL);
  while (offset < self->length && (guchar) self->text[offset] >= 128
         && char_at (self, offset) < (gunichar) -2 && g_unichar_ismark (char_at (self, offset)));

  return offset;
}

static gboolean
begins_word (const Folded *self, gsize start)
{
  const char *before = start > 0 ? g_utf8_find_prev_char (self->text, self->text + start) : NULL;

  return before == NULL || !is_letter (char_at (self, (gsize) (before - self->text)));
}

static gboolean
match_form (const Folded *self, const char *form, gsize at, gsize *start, gsize *end)
{
  gsize length = strlen (form);

  if (at + length > self->folded->len || memcmp (self->folded->str + at, form, length) != 0)
    return FALSE;
  *start = g_array_index (self->offsets, guint, at);
  *end = end_of_letter (self, g_array_index (self->offsets, guint, at + length - 1));

  return begins_word (self, *start) && (*end >= self->length || !is_letter (char_at (self, *end)));
}

/* The first name at or after @from in the folded text; the longest form wins. */
static gboolean
find (const OctNamePattern *pattern, const Folded *self, gsize from, gsize *start, gsize *end)
{
  gboolean found = FALSE;

  for (gsize at = from; at < self->folded->len && !found; at++)
    for (guint i = 0; i < pattern->folded->len; i++)
      {
        gsize a;
        gsize b;

        if (!match_form (self, g_ptr_array_index (pattern->folded, i), at, &a, &b)
            || (found && b <= *end))
          continue;
        *start = a;
        *end = b;
        found = TRUE;
      }

  return found;
}

/**
 * oct_name_pattern_matches:
 * @pattern: a pattern
 * @text: (nullable): any text
 *
 * Returns: whether a name stands in it
 */
gboolean
oct_name_pattern_matches (const OctNamePattern *pattern, const char *text)
{
  OctSpan span;

  return oct_name_pattern_find (pattern, text, &span);
}

/**
 * oct_name_pattern_find:
 * @pattern: a pattern
 * @text: (nullable): any text
 * @span: (out): the bytes of the first name in it, where there is one
 *
 * Returns: whether a name stands in it
 */
gboolean
oct_name_pattern_find (const OctNamePattern *pattern, const char *text, OctSpan *span)
{
  g_auto (Folded) folded = { 0 };
  gsize start;
  gsize end;

  folded_init (&folded, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
  if (!find (pattern, &folded, 0, &start, &end))
    return FALSE;
  span->start = (guint) start;
  span->end = (guint) end;

  return TRUE;
}

/* The first folded byte that comes from @offset of the text or after it. */
static gsize
folded_after (const Folded *self, gsize offset, gsize from)
{
  while (from < self->offsets->len && g_array_index (self->offsets, guint, from) < offset)
    from++;

  return from;
}

/**
 * oct_name_pattern_replace:
 * @pattern: a pattern
 * @text: (nullable): any text
 * @replacement: what is to stand there instead
 *
 * Returns: (transfer full) (nullable): the text without the names; %NULL where none stands in it
 */
char *
oct_name_pattern_replace (const OctNamePattern *pattern, const char *text, const char *replacement)
{
  g_auto (Folded) folded = { 0 };
  g_autoptr (GString) result = NULL;
  gsize from = 0;
  gsize done = 0;
  gsize start;
  gsize end;

  folded_init (&folded, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
  while (find (pattern, &folded, from, &start, &end))
    {
      if (result == NULL)
        result = g_string_new (NULL);
      g_string_append_len (result, text + done, (gssize) (start - done));
      g_string_append (result, replacement);
      done = end;
      from = folded_after (&folded, end, from);
    }
  if (result == NULL)
    return NULL;
  g_string_append (result, text + done);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

static gboolean
matches_slice (const OctNamePattern *pattern, const char *bytes, gsize size)
{
  g_auto (Folded) folded = { 0 };
  gsize start;
  gsize end;

  folded_init (&folded, bytes, size);

  return find (pattern, &folded, 0, &start, &end);
}

/* Every second byte of Latin text in UTF-16 is 0; those bytes alone are looked at, letters beyond
 * Latin-1 as marks. */
static gboolean
matches_wide (const OctNamePattern *pattern, const guint8 *bytes, gsize size, gsize first)
{
  g_autoptr (GString) narrow = g_string_sized_new (size / 2 + 1);

  for (gsize i = 0; 2 * i + 1 < size - MIN (first, size); i++)
    {
      const guint8 *pair = bytes + first + 2 * i;
      guint8 low = pair[1] == 0 ? pair[0] : pair[0] == 0 ? pair[1] : 0;

      g_string_append_unichar (narrow, low != 0 ? low : ' ');
    }

  return matches_slice (pattern, narrow->str, narrow->len);
}

/**
 * oct_name_pattern_matches_bytes:
 * @pattern: a pattern
 * @bytes: the bytes of a file
 * @size: how many
 *
 * Looks for a name in a file of any kind. What is compressed or drawn can't be seen this way.
 *
 * Returns: whether a name stands in it
 */
gboolean
oct_name_pattern_matches_bytes (const OctNamePattern *pattern, const guint8 *bytes, gsize size)
{
  return matches_slice (pattern, (const char *) bytes, size)
         || matches_wide (pattern, bytes, size, 0) || matches_wide (pattern, bytes, size, 1);
}
