/* Parses comma-separated values in one large buffer.
 *
 * A row is scanned first and finished after: scanning finds where each field begins and ends and
 * looks at sixteen bytes at a time; finishing undoes doubled quotation marks and Windows-1252 in the
 * few fields that have them. Nothing is written while scanning, so that a row which the buffer
 * holds only in part is simply scanned again once more was read.
 */
#include "oct-csv-reader.h"

#include <glib/gi18n.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "oct-file-kind.h"
#include "oct-text-decoder.h"

/* Half a megabyte stays in the processor's cache while it is parsed. */
#define INITIAL_CAPACITY ((gsize) 512 * 1024)
/* Behind the text stand NULs, which end every scan; none has to look for the end of the text. */
#define SLACK 32
/* At least so much is read before the kind of delimiter is decided. */
#define HEAD_SIZE ((gsize) 64 * 1024)

typedef enum
{
  FIELD_PLAIN = 0,
  FIELD_DOUBLED = 1 << 0, /* quoted, and holds doubled quotation marks */
  FIELD_JUNK = 1 << 1,    /* quoted, and goes on after the closing mark */
  FIELD_HIGH = 1 << 2,    /* holds bytes that aren't ASCII */
} FieldFlags;

/* Where a field lies, counted from the beginning of its row. */
typedef struct
{
  guint32 start;
  guint32 end;
  FieldFlags flags;
} Span;

struct _OctCsvReader
{
  OctInput *input; /* borrowed */
  OctTextDecoder *decoder;

  char *buffer;
  gsize capacity; /* without the slack */
  gsize start;    /* of the next row */
  gsize end;
  gboolean at_end;
  gboolean begun;
  gboolean failed;
  char delimiter;
  guint line; /* of the next row */

  Span *spans;
  OctCsvField *fields;
  guint n_spans;
  guint capacity_spans;

  char *scratch; /* text that grew in decoding */
  gsize scratch_size;
};

typedef enum
{
  SCAN_DONE,
  SCAN_NEEDS_MORE, /* the buffer ends before the row does */
  SCAN_FAILED,
} ScanResult;

/* What a row's scan knows while it goes. */
typedef struct
{
  const char *p;
  const char *row;
  const char *end;
  const char *field;
  guint line;
  guint field_line;
  guint high; /* bits of bytes that aren't ASCII, since the field began */
} Scan;

/* Scanning. */

/* Goes on to the next @stop or control character. The text ends with NULs, which are ones. */
static inline const char *
scan_to (const char *p, char stop, guint *high)
{
#ifdef __SSE2__
  const __m128i stops = _mm_set1_epi8 (stop);
  const __m128i controls = _mm_set1_epi8 (0x1F);

  for (;;)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i_u *) p);
      __m128i found = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, stops),
                                    _mm_cmpeq_epi8 (_mm_min_epu8 (bytes, controls), bytes));
      guint mask = (guint) _mm_movemask_epi8 (found);
      guint signs = (guint) _mm_movemask_epi8 (bytes);

      if (mask != 0)
        {
          guint n = (guint) __builtin_ctz (mask);

          *high |= signs & ((1u << n) - 1);
          return p + n;
        }
      *high |= signs;
      p += 16;
    }
#else
  guint seen = 0;

  while ((guint8) *p > 0x1F && *p != stop)
    seen |= (guint8) *p++;
  *high |= seen & 0x80;
  return p;
#endif
}

static void
grow_spans (OctCsvReader *self)
{
  self->capacity_spans = MAX (256, self->capacity_spans * 2);
  self->spans = g_renew (Span, self->spans, self->capacity_spans);
  self->fields = g_renew (OctCsvField, self->fields, self->capacity_spans);
}

static inline void
add_span (OctCsvReader *self, const Scan *scan, const char *start, const char *end,
          FieldFlags flags)
{
  if (G_UNLIKELY (self->n_spans == self->capacity_spans))
    grow_spans (self);
  self->spans[self->n_spans++] = (Span) {
    (guint32) (start - scan->row),
    (guint32) (end - scan->row),
    flags | (scan->high != 0 ? FIELD_HIGH : 0),
  };
}

static ScanResult
refuse_nul (const Scan *scan, GError **error)
{
  g_set_error (
    error, OCT_ERROR, OCT_ERROR_BAD_TEXT,
    _("Line %u holds a NUL byte, which no table should. The file is damaged: get it again."),
    scan->line);
  return SCAN_FAILED;
}

/* At the NULs behind the text: is there more to read, or did the file end where it may not? */
static ScanResult
stop_in_quotes (const OctCsvReader *self, const Scan *scan, GError **error)
{
  if (scan->p < scan->end)
    return refuse_nul (scan, error);
  if (!self->at_end || (gsize) (scan->p - scan->field) > OCT_CSV_MAX_FIELD)
    return SCAN_NEEDS_MORE;

  g_set_error (
    error, OCT_ERROR, OCT_ERROR_TRUNCATED,
    _("The file ends inside a quoted field that began in line %u, so part of it is missing. Get the "
      "file again."),
    scan->field_line);
  return SCAN_FAILED;
}

/* From a character that is neither quoted nor a delimiter up to the end of the field. */
static inline ScanResult
scan_unquoted (const OctCsvReader *self, Scan *scan, GError **error)
{
  for (;;)
    {
      char c;

      scan->p = scan_to (scan->p, self->delimiter, &scan->high);
      c = *scan->p;
      if (c == self->delimiter || c == '\n' || c == '\r')
        return SCAN_DONE;
      if (c == '\0')
        {
          if (scan->p < scan->end)
            return refuse_nul (scan, error);
          return self->at_end ? SCAN_DONE : SCAN_NEEDS_MORE;
        }
      scan->p++;
    }
}

/* From behind the mark at @close, to the end of the field. What follows it is junk that Excel keeps. */
static inline ScanResult
scan_behind_mark (OctCsvReader *self, Scan *scan, const char *start, FieldFlags flags,
                  GError **error)
{
  const char *close = scan->p++;
  ScanResult result = SCAN_DONE;

  if (G_UNLIKELY (scan->p == scan->end && !self->at_end))
    return SCAN_NEEDS_MORE;
  if (G_UNLIKELY (*scan->p != self->delimiter && *scan->p != '\n' && *scan->p != '\r'))
    result = scan_unquoted (self, scan, error);
  if (result != SCAN_DONE)
    return result;

  if (scan->p == close + 1)
    add_span (self, scan, start, close, flags);
  else
    add_span (self, scan, start, scan->p, flags | FIELD_JUNK);
  return SCAN_DONE;
}

/* From behind the opening mark to the end of the field. */
static inline ScanResult
scan_quoted (OctCsvReader *self, Scan *scan, GError **error)
{
  const char *start = scan->p;
  FieldFlags flags = FIELD_PLAIN;

  for (;;)
    {
      char c;

      scan->p = scan_to (scan->p, '"', &scan->high);
      c = *scan->p;
      if (c == '"' && scan->p[1] != '"')
        return scan_behind_mark (self, scan, start, flags, error);
      if (c == '\0')
        return stop_in_quotes (self, scan, error);

      if (c == '"')
        {
          flags |= FIELD_DOUBLED;
          scan->p++;
        }
      else if (c == '\n' || (c == '\r' && scan->p[1] != '\n'))
        scan->line++;
      scan->p++;
    }
}

static ScanResult
refuse_size (const Scan *scan, GError **error)
{
  if ((gsize) (scan->p - scan->field) > OCT_CSV_MAX_FIELD)
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
      _("A field that began in line %u goes on for more than a megabyte. Most likely a quotation mark "
        "there was never closed."),
      scan->field_line);
  else
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
      _("The row in line %u is longer than any table’s. Check that it is the right file."),
      scan->line);
  return SCAN_FAILED;
}

static inline gboolean
is_too_large (const OctCsvReader *self, const Scan *scan)
{
  return (gsize) (scan->p - scan->field) > OCT_CSV_MAX_FIELD
         || (gsize) (scan->p - scan->row) > OCT_CSV_MAX_ROW || self->n_spans > OCT_CSV_MAX_FIELDS;
}

/* Scans the fields of one row, up to its line end. */
static ScanResult
scan_fields (OctCsvReader *self, Scan *scan, GError **error)
{
  self->n_spans = 0;
  for (;;)
    {
      ScanResult result;

      scan->field = scan->p;
      scan->field_line = scan->line;
      scan->high = 0;
      if (*scan->p == '"')
        {
          scan->p++;
          result = scan_quoted (self, scan, error);
        }
      else
        {
          result = scan_unquoted (self, scan, error);
          if (result == SCAN_DONE)
            add_span (self, scan, scan->field, scan->p, FIELD_PLAIN);
        }

      if (G_UNLIKELY (result != SCAN_FAILED && is_too_large (self, scan)))
        return refuse_size (scan, error);
      if (result != SCAN_DONE || *scan->p != self->delimiter)
        return result;
      scan->p++;
    }
}

/* Steps over the row's line end. */
static ScanResult
scan_line_end (const OctCsvReader *self, Scan *scan)
{
  if (scan->p == scan->end)
    return SCAN_DONE;
  if (*scan->p == '\r' && scan->p + 1 == scan->end && !self->at_end)
    return SCAN_NEEDS_MORE;

  scan->p += scan->p[0] == '\r' && scan->p[1] == '\n' ? 2 : 1;
  scan->line++;
  return SCAN_DONE;
}

/* Finishing. */

/* Undoes quotation in place: doubled marks become one, and what follows the closing mark is kept
 * as it stands, as Excel does. */
static gsize
unquote (char *text, gsize length)
{
  char *out = text;
  gsize i = 0;

  while (i < length)
    {
      if (text[i] == '"' && (i + 1 == length || text[i + 1] != '"'))
        break;
      i += text[i] == '"';
      *out++ = text[i++];
    }

  /* At the closing mark, where there is junk behind it. */
  if (i < length)
    {
      i++;
      memmove (out, text + i, length - i);
      out += length - i;
    }
  return (gsize) (out - text);
}

static void
finish_field (char *row, const Span *span, OctCsvField *field, char **scratch)
{
  char *text = row + span->start;
  gsize length = span->end - span->start;

  if (span->flags & (FIELD_DOUBLED | FIELD_JUNK))
    length = unquote (text, length);
  if ((span->flags & FIELD_HIGH) && !g_utf8_validate_len (text, length, NULL))
    {
      length = oct_text_from_windows_1252 (text, length, *scratch);
      text = *scratch;
      *scratch += length + 1;
    }
  text[length] = '\0';
  field->text = text;
  field->length = length;
}

static void
finish_row (OctCsvReader *self, const Scan *scan)
{
  char *row = self->buffer + (scan->row - self->buffer);
  gsize most = (gsize) (scan->p - scan->row) * OCT_WINDOWS_1252_MAX_GROWTH + self->n_spans;
  char *scratch;
  FieldFlags all = 0;

  for (guint i = 0; i < self->n_spans; i++)
    all |= self->spans[i].flags;
  if ((all & FIELD_HIGH) && self->scratch_size < most)
    {
      g_free (self->scratch);
      self->scratch = g_malloc (most);
      self->scratch_size = most;
    }

  scratch = self->scratch;
  if (all != FIELD_PLAIN)
    {
      for (guint i = 0; i < self->n_spans; i++)
        finish_field (row, &self->spans[i], &self->fields[i], &scratch);
      return;
    }
  for (guint i = 0; i < self->n_spans; i++)
    {
      const Span *span = &self->spans[i];

      row[span->end] = '\0';
      self->fields[i] = (OctCsvField) { row + span->start, span->end - span->start };
    }
}

/* Reading. */

/* Reads at least as much again as the unfinished row already has, so that a long row is scanned a
 * few times and not once for every piece of it. */
static gboolean
refill (OctCsvReader *self, GError **error)
{
  gsize kept = self->end - self->start;
  gsize wanted = MAX (kept * 2, self->begun ? 1 : HEAD_SIZE);

  memmove (self->buffer, self->buffer + self->start, kept);
  self->start = 0;
  self->end = kept;
  if (wanted + HEAD_SIZE > self->capacity)
    {
      self->capacity = MAX (self->capacity * 2, wanted + HEAD_SIZE);
      self->buffer = g_realloc (self->buffer, self->capacity + SLACK);
    }

  while (self->end < wanted && !self->at_end)
    {
      gssize n = oct_text_decoder_read (self->decoder, self->buffer + self->end,
                                        self->capacity - self->end, error);

      if (n < 0)
        return FALSE;
      self->at_end = n == 0;
      self->end += (gsize) n;
    }
  memset (self->buffer + self->end, 0, SLACK);
  return TRUE;
}

static gboolean
begin (OctCsvReader *self, GError **error)
{
  if (!refill (self, error))
    return FALSE;

  self->begun = oct_file_kind_find_delimiter (
    self->buffer, self->end, oct_input_get_name (self->input), &self->delimiter, error);
  return self->begun;
}

/* Scans the next row that isn't blank. Returns FALSE at the end of the file and on error. */
static gboolean
scan_row (OctCsvReader *self, Scan *scan, GError **error)
{
  for (;;)
    {
      ScanResult result;

      *scan = (Scan) {
        .p = self->buffer + self->start,
        .row = self->buffer + self->start,
        .end = self->buffer + self->end,
        .line = self->line,
      };
      if (scan->p == scan->end && self->at_end)
        return FALSE;

      result = scan_fields (self, scan, error);
      if (result == SCAN_DONE && scan->p == scan->row)
        {
          result = scan_line_end (self, scan);
          if (result == SCAN_DONE)
            {
              self->start = (gsize) (scan->p - self->buffer);
              self->line = scan->line;
              continue;
            }
        }
      if (result == SCAN_DONE)
        return TRUE;
      if (result == SCAN_FAILED || !refill (self, error))
        {
          self->failed = TRUE;
          return FALSE;
        }
    }
}

/**
 * oct_csv_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the row, valid until the next call
 * @error: return location for an error
 *
 * Reads the next row; the first one is the header. Blank lines are passed over. Fields are
 * separated as in the header: by commas, else by semicolons or tabs, as Excel saves them in some
 * countries. Rows end with LF, CR LF or CR; a quoted field may hold any of them, and the delimiter, and
 * its own mark doubled. What follows a closing mark is taken as it stands. After an error the reader
 * has nothing more to give.
 *
 * Errors: those of oct_input_read(); at the first row %OCT_ERROR_EMPTY_FILE and
 * %OCT_ERROR_NOT_CSV, with a hint what the file is; %OCT_ERROR_BAD_TEXT for a NUL byte or broken
 * UTF-16; %OCT_ERROR_TOO_LARGE over the limits of a field or a row; %OCT_ERROR_TRUNCATED where the file
 * ends within quotation marks.
 *
 * Returns: %FALSE at the end, without @error being set, and on error
 */
gboolean
oct_csv_reader_next (OctCsvReader *self, OctCsvRow *row, GError **error)
{
  Scan scan;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (self->failed)
    return FALSE;
  if (!self->begun && !begin (self, error))
    {
      self->failed = TRUE;
      return FALSE;
    }

  for (;;)
    {
      ScanResult result;

      if (!scan_row (self, &scan, error))
        return FALSE;

      row->line = self->line;
      row->unfinished = scan.p == scan.end;
      result = scan_line_end (self, &scan);
      if (result == SCAN_DONE)
        break;
      if (!refill (self, error))
        {
          self->failed = TRUE;
          return FALSE;
        }
    }

  finish_row (self, &scan);
  self->start = (gsize) (scan.p - self->buffer);
  self->line = scan.line;
  row->fields = self->fields;
  row->n_fields = self->n_spans;
  return TRUE;
}

/**
 * oct_csv_reader_new:
 * @input: what to read; it must outlive the reader
 *
 * Makes a reader. Nothing is read yet.
 *
 * Returns: (transfer full): the reader
 */
OctCsvReader *
oct_csv_reader_new (OctInput *input)
{
  OctCsvReader *self;

  g_return_val_if_fail (input != NULL, NULL);

  self = g_new0 (OctCsvReader, 1);
  self->input = input;
  self->decoder = oct_text_decoder_new (input);
  self->capacity = INITIAL_CAPACITY;
  self->buffer = g_malloc0 (self->capacity + SLACK);
  self->line = 1;
  return self;
}

/**
 * oct_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees the reader and the last row, but not its input.
 */
void
oct_csv_reader_free (OctCsvReader *self)
{
  if (self == NULL)
    return;

  oct_text_decoder_free (self->decoder);
  g_free (self->buffer);
  g_free (self->spans);
  g_free (self->fields);
  g_free (self->scratch);
  g_free (self);
}
