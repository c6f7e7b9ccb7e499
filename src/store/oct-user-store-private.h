/* What the files of the user's store share, and nobody else sees. */
#pragma once

#include "oct-sql.h"
#include "oct-user-store.h"

G_BEGIN_DECLS

sqlite3_stmt *oct_user_store_prepare (OctUserStore *self, const char *sql, GError **error);
gboolean oct_user_store_finish (OctUserStore *self, sqlite3_stmt *statement, GError **error);
gboolean oct_user_store_fail (OctUserStore *self, GError **error);

G_END_DECLS
