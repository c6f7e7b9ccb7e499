/* What a file that is no table seems to be.
 *
 * People pick the workbook beside the CSV, or save a web page instead of the download. Telling them
 * what they picked helps more than telling them what they didn't.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean oct_file_kind_check_table (const guint8 *head, gsize length, const char *name,
                                    GError **error);

gboolean oct_file_kind_find_delimiter (const char *head, gsize length, const char *name,
                                       char *delimiter, GError **error);

G_END_DECLS
