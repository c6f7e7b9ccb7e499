/* Writing the index of a register; see oct-index.h for what it is. Private to src/store. */
#pragma once

#include "oct-sql.h"

G_BEGIN_DECLS

typedef gboolean (*OctIndexProgress) (double fraction, gpointer data);

gboolean oct_index_build (sqlite3 *db, const char *path, guint64 *digest, OctIndexProgress progress,
                          gpointer data, GError **error);

G_END_DECLS
