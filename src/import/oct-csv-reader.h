/* Rows out of bytes: a pull parser for comma-separated values.
 *
 * The register lives by this reader, so it is ours: it takes the whole of RFC 4180 and what Excel
 * makes of it, every encoding that people's programs save in, and 63 megabytes in about a tenth of
 * a second. It parses in one large buffer and allocates nothing per field.
 */
#pragma once

#include "oct-archive.h"

G_BEGIN_DECLS

/* The most bytes in one field; more means a quotation mark that was never closed. */
#define OCT_CSV_MAX_FIELD ((gsize) 1 << 20)
/* The most bytes and the most fields in one row. */
#define OCT_CSV_MAX_ROW ((gsize) 8 << 20)
#define OCT_CSV_MAX_FIELDS 16384

/**
 * OctCsvField:
 * @text: UTF-8, also ended by a NUL for convenience; never %NULL
 * @length: in bytes, without the NUL
 */
typedef struct
{
  const char *text;
  gsize length;
} OctCsvField;

/**
 * OctCsvRow:
 * @fields: borrowed from the reader, valid until the next call
 * @n_fields: at least 1
 * @line: where the row begins in the file; the first line is 1
 * @unfinished: the file ended without a line end after this row, so the row may have been cut
 */
typedef struct
{
  const OctCsvField *fields;
  guint n_fields;
  guint line;
  gboolean unfinished;
} OctCsvRow;

/**
 * OctCsvReader:
 * The reader. Use it from one thread at a time.
 */
typedef struct _OctCsvReader OctCsvReader;

/* @input is borrowed and must outlive the reader. */
OctCsvReader *oct_csv_reader_new (OctInput *input);
gboolean oct_csv_reader_next (OctCsvReader *self, OctCsvRow *row, GError **error);
void oct_csv_reader_free (OctCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctCsvReader, oct_csv_reader_free)

G_END_DECLS
