/* Folding names for search, and finding what to highlight.
 *
 * Nearly all names are plain ASCII, so those bytes go through a table; the rest is decomposed
 * one character at a time, which also gives the exact place of each folded byte in the original.
 */
#include "oct-fold.h"

#include <string.h>

/* What a byte of ASCII becomes: itself or its small letter, or one of these. */
#define DROP 1
#define SPACE 2

/* Rows of sixteen bytes, from 0x00; the marks that are dropped are ' and . and `. */
/* clang-format off */
static const guchar ASCII[128] = {
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1, 2,
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 2, 2, 2, 2, 2, 2,
  2, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 2, 2, 2, 2, 2,
  1, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 2, 2, 2, 2, 2,
};
/* clang-format on */

typedef struct
{
  GString *folded;
  GArray *offsets; /* (nullable) (element-type guint) */
  gsize first;     /* where this text starts in folded */
  gboolean space;  /* a space is due before the next letter */
  guint space_offset;
} Folder;

static inline void
put_byte (Folder *folder, char byte, guint offset)
{
  if (folder->space)
    {
      folder->space = FALSE;
      if (folder->folded->len > folder->first)
        {
          g_string_append_c (folder->folded, ' ');
          if (folder->offsets != NULL)
            g_array_append_val (folder->offsets, folder->space_offset);
        }
    }
  g_string_append_c (folder->folded, byte);
  if (folder->offsets != NULL)
    g_array_append_val (folder->offsets, offset);
}

static inline void
put_space (Folder *folder, guint offset)
{
  if (!folder->space)
    {
      folder->space = TRUE;
      folder->space_offset = offset;
    }
}

static inline void
put_ascii (Folder *folder, guchar byte, guint offset)
{
  guchar to = ASCII[byte];

  if (to > SPACE)
    put_byte (folder, (char) to, offset);
  else if (to == SPACE)
    put_space (folder, offset);
}

/* Letters that Unicode doesn't take apart but that people type as plain ones. */
static const char *
plain_letters (gunichar letter)
{
  switch (letter)
    {
    case 0x00df: /* ß */
      return "ss";
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x00f8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x00fe: /* þ */
      return "th";
    case 0x0131: /* ı */
      return "i";
    default:
      return NULL;
    }
}

static gboolean
is_apostrophe (gunichar character)
{
  return character == 0x2018 || character == 0x2019 || character == 0x201b || character == 0x02bc
         || character == 0x02b9 || character == 0x00b4 || character == 0x2032;
}

static void
put_part (Folder *folder, gunichar part, guint offset)
{
  char bytes[6];
  const char *plain;
  int n;

  if (part < 128)
    {
      put_ascii (folder, (guchar) part, offset);
      return;
    }
  if (g_unichar_ismark (part))
    return;
  if (!g_unichar_isalnum (part))
    {
      put_space (folder, offset);
      return;
    }

  part = g_unichar_tolower (part);
  plain = plain_letters (part);
  if (plain != NULL)
    {
      for (; *plain != '\0'; plain++)
        put_byte (folder, *plain, offset);
      return;
    }
  n = g_unichar_to_utf8 (part, bytes);
  for (int i = 0; i < n; i++)
    put_byte (folder, bytes[i], offset);
}

static void
put_character (Folder *folder, gunichar character, guint offset)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (is_apostrophe (character))
    return;
  n = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    put_part (folder, parts[i], offset);
}

/**
 * oct_fold_append:
 * @folded: where the folded text is appended; what it holds already is left alone
 * @text: the text to fold; it need not end with a NUL
 * @length: the bytes of @text, or -1 where a NUL ends it
 * @offsets: (nullable) (element-type guint): gets, for each byte appended, the byte of @text from
 *   which it came
 *
 * Bytes that aren't UTF-8 count as marks.
 */
void
oct_fold_append (GString *folded, const char *text, gssize length, GArray *offsets)
{
  Folder folder = { 0 };
  gsize n;

  g_return_if_fail (folded != NULL);
  g_return_if_fail (text != NULL);

  n = length < 0 ? strlen (text) : (gsize) length;
  folder.folded = folded;
  folder.offsets = offsets;
  folder.first = folded->len;

  for (gsize i = 0; i < n;)
    {
      guchar byte = (guchar) text[i];
      gunichar character;

      if (byte < 128)
        {
          put_ascii (&folder, byte, (guint) i);
          i++;
          continue;
        }
      character = g_utf8_get_char_validated (text + i, (gssize) (n - i));
      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          put_space (&folder, (guint) i);
          i++;
          continue;
        }
      put_character (&folder, character, (guint) i);
      i += (gsize) g_unichar_to_utf8 (character, NULL);
    }
}

/**
 * oct_fold:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): @text in the form in which names are compared and searched
 */
char *
oct_fold (const char *text)
{
  GString *folded;

  if (text == NULL)
    return g_strdup ("");
  folded = g_string_sized_new (strlen (text) + 1);
  oct_fold_append (folded, text, -1, NULL);
  return g_string_free (folded, FALSE);
}

/* The length of the longest word of @query that begins the @length bytes at @word, or 0. */
static gsize
match_word (const char *query, const char *word, gsize length)
{
  gsize best = 0;

  while (*query != '\0')
    {
      gsize n = strcspn (query, " ");

      if (n > best && n <= length && memcmp (query, word, n) == 0)
        best = n;
      query += n;
      query += strspn (query, " ");
    }
  return best;
}

/* The byte after the character at @offset and after the marks that belong to it. */
static guint
character_end (const char *text, gsize length, guint offset)
{
  const char *end = text + length;
  const char *p = text + offset;

  p = (guchar) *p < 128 ? p + 1 : MIN (g_utf8_next_char (p), end);
  while (p < end && (guchar) *p >= 128)
    {
      gunichar next = g_utf8_get_char_validated (p, end - p);

      if (next == (gunichar) -1 || next == (gunichar) -2 || !g_unichar_ismark (next))
        break;
      p = g_utf8_next_char (p);
    }
  return (guint) (p - text);
}

/**
 * oct_fold_find_spans:
 * @text: the original text
 * @folded_query: (nullable): words in folded form, with spaces between them
 * @spans: (out caller-allocates) (array length=max_spans): filled in from the start
 * @max_spans: how many there is room for
 *
 * Finds the words of @text that begin with a word of the query. What was matched is given in bytes
 * of the original, so that "marys" marks all of "Mary's"; in order, and never overlapping.
 *
 * Returns: how many spans were filled in
 */
guint
oct_fold_find_spans (const char *text, const char *folded_query, OctSpan *spans, guint max_spans)
{
  g_autoptr (GString) folded = NULL;
  g_autoptr (GArray) offsets = NULL;
  gsize length, i = 0;
  guint found = 0;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (spans != NULL || max_spans == 0, 0);

  if (folded_query == NULL || *folded_query == '\0')
    return 0;

  length = strlen (text);
  folded = g_string_sized_new (length + 1);
  offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) length);
  oct_fold_append (folded, text, (gssize) length, offsets);

  while (i < folded->len && found < max_spans)
    {
      gsize word = strcspn (folded->str + i, " ");
      gsize matched = match_word (folded_query, folded->str + i, word);

      if (matched > 0)
        {
          spans[found].start = g_array_index (offsets, guint, i);
          spans[found].end = character_end (text, length,
                                            g_array_index (offsets, guint, i + matched - 1));
          found++;
        }
      i += word;
      if (i < folded->len)
        i++;
    }
  return found;
}
