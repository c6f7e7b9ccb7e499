/* What the tests of the file readers share: reading a file to its end and showing its rows as one
 * text, and packing zips that are wrong in one way each.
 */
#pragma once

#include "oct-csv-reader.h"

/* One row a line as LINE:FIELD|FIELD, with ~ behind a row that the file's end may have cut. %NULL on error. */
char *reading_show_rows (const void *bytes, gssize length, GError **error);

/* Reads all bytes of a zip or CSV in memory. %NULL on error. */
GBytes *reading_unpack (GBytes *bytes, GError **error);

typedef struct
{
  const char *name;
  const char *content;
  gsize length; /* 0 where a NUL ends @content */
} ReadingEntry;

/* Packs a zip, with the password "octant" where @encryption names a method. */
GBytes *reading_pack (const ReadingEntry *entries, guint n_entries, const char *encryption);

/* Asserts that @error has the code and that its message holds each of the words, then clears it. */
void reading_assert_error (GError **error, OctError code, ...) G_GNUC_NULL_TERMINATED;
