/* Finds out the encoding of a file by its first bytes and reads it as text.
 *
 * Excel saves "Unicode text" as UTF-16 and "CSV UTF-8" with a byte order mark; the register's
 * publisher writes Windows-1252. Only UTF-16 has to be converted as a whole, since its line ends and
 * commas are two bytes wide.
 */
#include "oct-text-decoder.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "oct-file-kind.h"

#define RAW_SIZE ((gsize) 64 * 1024)
/* How many of the first bytes are looked at. */
#define HEAD_SIZE ((gsize) 4096)

struct _OctTextDecoder
{
  OctInput *input; /* borrowed */
  gboolean begun;
  gboolean at_end;  /* of the input */
  GIConv converter; /* (GIConv) -1 where no conversion is needed */

  guint8 *raw; /* read and not handed out yet */
  gsize raw_start;
  gsize raw_end;
};

/* What the 32 bytes from 0x80 stand for in Windows-1252; the five that it leaves open become the
 * replacement character. From 0xA0 on it is Latin-1. */
static const gunichar2 windows_1252[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/**
 * oct_text_from_windows_1252:
 * @text: bytes in Windows-1252
 * @length: how many
 * @utf8: (out caller-allocates): room for %OCT_WINDOWS_1252_MAX_GROWTH × @length bytes
 *
 * Converts text, every one of the 256 bytes to something. Adds no NUL.
 *
 * Returns: the number of bytes in @utf8
 */
gsize
oct_text_from_windows_1252 (const char *text, gsize length, char *utf8)
{
  char *out = utf8;

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) text[i];

      if (byte < 0x80)
        *out++ = (char) byte;
      else
        out += g_unichar_to_utf8 (byte < 0xA0 ? windows_1252[byte - 0x80] : byte, out);
    }
  return (gsize) (out - utf8);
}

/* Without a byte order mark, a header in UTF-16 is mostly plain letters with a NUL beside each. */
static const char *
guess_utf16 (const guint8 *head, gsize length)
{
  gsize n = MIN (length, 64) & ~(gsize) 1;
  gsize n_even = 0;
  gsize n_odd = 0;

  for (gsize i = 0; i < n; i += 2)
    {
      n_even += head[i] == 0;
      n_odd += head[i + 1] == 0;
    }
  if (n >= 8 && n_odd >= n / 8 * 3 && n_even == 0)
    return "UTF-16LE";
  if (n >= 8 && n_even >= n / 8 * 3 && n_odd == 0)
    return "UTF-16BE";
  return NULL;
}

/* Returns the encoding to convert from, NULL where none is, and how many bytes its mark takes. */
static const char *
find_encoding (const guint8 *head, gsize length, gsize *mark)
{
  *mark = 2;
  if (length >= 2 && head[0] == 0xFF && head[1] == 0xFE)
    return "UTF-16LE";
  if (length >= 2 && head[0] == 0xFE && head[1] == 0xFF)
    return "UTF-16BE";

  *mark = length >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  return *mark == 0 ? guess_utf16 (head, length) : NULL;
}

static gboolean
read_raw (OctTextDecoder *self, gsize wanted, GError **error)
{
  if (self->raw_start > 0)
    memmove (self->raw, self->raw + self->raw_start, self->raw_end - self->raw_start);
  self->raw_end -= self->raw_start;
  self->raw_start = 0;

  while (self->raw_end < wanted && !self->at_end)
    {
      gssize n = oct_input_read (self->input, self->raw + self->raw_end, RAW_SIZE - self->raw_end,
                                 error);

      if (n < 0)
        return FALSE;
      self->at_end = n == 0;
      self->raw_end += (gsize) n;
    }
  return TRUE;
}

static gboolean
begin (OctTextDecoder *self, GError **error)
{
  const char *encoding;
  gsize mark;

  if (!read_raw (self, HEAD_SIZE, error))
    return FALSE;

  encoding = find_encoding (self->raw, self->raw_end, &mark);
  self->begun = TRUE;
  self->raw_start = mark;
  if (encoding == NULL)
    return oct_file_kind_check_table (self->raw, MIN (self->raw_end, HEAD_SIZE),
                                      oct_input_get_name (self->input), error);

  self->converter = g_iconv_open ("UTF-8", encoding);
  if (self->converter == (GIConv) -1)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
        _("“%s” is encoded as %s, which this computer can’t convert. Save it as CSV UTF-8."),
        oct_input_get_name (self->input), encoding);
      return FALSE;
    }
  return TRUE;
}

static void
set_bad_utf16 (const OctTextDecoder *self, GError **error)
{
  g_set_error (
    error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
    _("“%s” begins as UTF-16 text but goes on as something else. Open it where it was made, and save "
      "it as CSV UTF-8."),
    oct_input_get_name (self->input));
}

static gssize
read_converted (OctTextDecoder *self, char *buffer, gsize size, GError **error)
{
  char *out = buffer;

  while (out == buffer)
    {
      char *in;
      gsize n_in;
      gsize status;

      /* Four bytes hold any one character; fewer may be the first half of one. */
      if (self->raw_end - self->raw_start < 4 && !read_raw (self, 4, error))
        return -1;
      in = (char *) self->raw + self->raw_start;
      n_in = self->raw_end - self->raw_start;
      if (n_in == 0)
        return 0;

      status = g_iconv (self->converter, &in, &n_in, &out, &size);
      self->raw_start = self->raw_end - n_in;
      if (status == (gsize) -1 && errno == EILSEQ && out == buffer)
        {
          set_bad_utf16 (self, error);
          return -1;
        }
      if (status == (gsize) -1 && errno == EINVAL && self->at_end && out == buffer)
        {
          g_set_error (
            error, OCT_ERROR, OCT_ERROR_TRUNCATED,
            _("“%s” ends in the middle of a character, so part of it is missing. Get the file again."),
            oct_input_get_name (self->input));
          return -1;
        }
    }
  return out - buffer;
}

/**
 * oct_text_decoder_read:
 * @self: a decoder
 * @buffer: (out caller-allocates): where the text goes; it need not end with a whole character
 * @size: the room in @buffer, at least 8
 * @error: return location for an error
 *
 * Reads more of the text, without any byte order mark.
 *
 * Errors: those of oct_input_read(), %OCT_ERROR_NOT_CSV where the first bytes are of another format,
 * %OCT_ERROR_BAD_TEXT for broken UTF-16 and %OCT_ERROR_TRUNCATED where it ends within a character.
 *
 * Returns: the number of bytes, 0 at the end, -1 on error
 */
gssize
oct_text_decoder_read (OctTextDecoder *self, char *buffer, gsize size, GError **error)
{
  gsize n;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (size >= 8, -1);

  if (!self->begun && !begin (self, error))
    return -1;
  if (self->converter != (GIConv) -1)
    return read_converted (self, buffer, size, error);

  n = MIN (size, self->raw_end - self->raw_start);
  if (n == 0)
    return oct_input_read (self->input, buffer, size, error);

  memcpy (buffer, self->raw + self->raw_start, n);
  self->raw_start += n;
  return (gssize) n;
}

/**
 * oct_text_decoder_new:
 * @input: what to read
 *
 * Returns: (transfer full): a decoder at the beginning of @input
 */
OctTextDecoder *
oct_text_decoder_new (OctInput *input)
{
  OctTextDecoder *self;

  g_return_val_if_fail (input != NULL, NULL);

  self = g_new0 (OctTextDecoder, 1);
  self->input = input;
  self->converter = (GIConv) -1;
  self->raw = g_malloc (RAW_SIZE);
  return self;
}

/**
 * oct_text_decoder_free:
 * @self: (transfer full) (nullable): a decoder
 */
void
oct_text_decoder_free (OctTextDecoder *self)
{
  if (self == NULL)
    return;

  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_free (self->raw);
  g_free (self);
}
