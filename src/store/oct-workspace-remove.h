/* Carrying an erasure through: the backups, the workspace, old bytes, files. Private to src/store. */
#pragma once

#include "oct-erasure.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

gboolean oct_workspace_erase (OctWorkspace *self, OctErasure *erasure, const OctEditInfo *info,
                              GPtrArray **unread, GCancellable *cancellable, GError **error);
void oct_workspace_report (OctWorkspace *self, guint done, guint total);
/* (transfer full) (element-type filename): the files among the backups. */
GPtrArray *oct_workspace_list_backups (OctWorkspace *self);
/* A connection to a backup for as long as it takes to look or to change. */
sqlite3 *oct_backup_open (const char *path, gboolean writable, GError **error);

G_END_DECLS
