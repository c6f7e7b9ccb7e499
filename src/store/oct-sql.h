/* Small things every store needs of SQLite: opening with the right flags, running a script, and
 * turning its result codes into errors a person can act on. Private to src/store.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "oct-error.h"

G_BEGIN_DECLS

void oct_sql_set_error (GError **error, sqlite3 *db, int code, const char *what);
gboolean oct_sql_run (sqlite3 *db, const char *script, GError **error);
sqlite3_stmt *oct_sql_prepare (sqlite3 *db, const char *sql, GError **error);
gboolean oct_sql_step_done (sqlite3 *db, sqlite3_stmt *statement, GError **error);
gboolean oct_sql_next (sqlite3 *db, sqlite3_stmt *statement, GError **error);
const char *oct_sql_text (sqlite3_stmt *statement, int column);

static inline void
oct_sql_finalize (sqlite3_stmt *statement)
{
  sqlite3_finalize (statement);
}

static inline void
oct_sql_close (sqlite3 *db)
{
  sqlite3_close_v2 (db);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, oct_sql_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, oct_sql_close)

G_END_DECLS
