/* What a zip holds, judged before anything in it is read. Private to oct-archive.c. */
#pragma once

#include <archive.h>

#include "oct-archive.h"

G_BEGIN_DECLS

/**
 * OctZipTable:
 * @name: (transfer full): the CSV's name, without folders
 * @index: which entry it is, from 0
 * @size: unpacked, in bytes, as the zip states it; 0 where it doesn't
 *
 * The one CSV in a zip.
 */
typedef struct
{
  char *name;
  gint64 index;
  guint64 size;
} OctZipTable;

/* Goes through all entries of @archive, which is at its beginning. @table is set only on success. */
gboolean oct_zip_find_table (struct archive *archive, const char *file_name, OctZipTable *table,
                             GError **error);

void oct_zip_set_damaged (const char *file_name, const char *cause, GError **error);
void oct_zip_set_no_table (const char *file_name, GError **error);
void oct_zip_set_too_large (const char *file_name, GError **error);

G_END_DECLS
