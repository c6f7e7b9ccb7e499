/* Dated copies of a workspace, and going back to one.
 *
 * They lie in the folder of the workspace's id, so that renaming the workspace loses none. Each is
 * a whole workspace, written beside, synced and read through before it has its name; evidence is
 * not copied, since its objects never change. The calls are synchronous, for a worker thread.
 */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctBackupReason:
 * @OCT_BACKUP_DAILY: the first of a day
 * @OCT_BACKUP_ASKED: somebody asked for it
 * @OCT_BACKUP_BEFORE_UPDATE: before the tables were brought up to date
 * @OCT_BACKUP_BEFORE_RESTORE: before an earlier state took its place
 */
typedef enum
{
  OCT_BACKUP_DAILY,
  OCT_BACKUP_ASKED,
  OCT_BACKUP_BEFORE_UPDATE,
  OCT_BACKUP_BEFORE_RESTORE,
} OctBackupReason;

/**
 * OctBackup:
 * @name: "2026-11-24T170500Z-daily", by which it is chosen
 * @at: seconds since 1970, UTC
 * @size: in bytes
 */
typedef struct
{
  char *name;
  char *path;
  gint64 at;
  OctBackupReason reason;
  gint64 size;
} OctBackup;

void oct_backup_free (OctBackup *backup);
/* "each day", "asked for", "before an update", "before going back" */
const char *oct_backup_reason_to_text (OctBackupReason reason);
const char *oct_backup_reason_to_key (OctBackupReason reason);

gboolean oct_workspace_backup (OctWorkspace *self, OctBackupReason reason, char **path,
                               GError **error);
gboolean oct_workspace_backup_daily (OctWorkspace *self, gboolean *made, GError **error);
/* (transfer full) (element-type OctBackup): those of the workspace at @path, newest first. */
GPtrArray *oct_workspace_find_backups (const char *path, GError **error);
gboolean oct_workspace_restore (const char *path, const char *backup_path, GError **error);
/* (transfer container) (element-type OctBackup): those of @backups that @now no longer needs. */
GPtrArray *oct_backups_choose_thinned (GPtrArray *backups, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctBackup, oct_backup_free)

G_END_DECLS
