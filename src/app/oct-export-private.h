/* What the exports share, and nobody else sees. */
#pragma once

#include "oct-session.h"
#include "oct-table.h"

G_BEGIN_DECLS

OctRegister *oct_export_require_register (OctSession *session, GError **error);
char **oct_export_make_about (OctRegister *reg, gboolean demo, guint n_rows);

G_END_DECLS
