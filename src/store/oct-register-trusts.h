/* Making the list of trusts of a register. Private to src/store. */
#pragma once

#include <gio/gio.h>

#include "oct-index.h"
#include "oct-register.h"
#include "oct-sql.h"

G_BEGIN_DECLS

GListStore *oct_register_make_trusts (sqlite3 *db, OctIndex *index, GError **error);
sqlite3 *oct_register_get_db (OctRegister *self);

G_END_DECLS
