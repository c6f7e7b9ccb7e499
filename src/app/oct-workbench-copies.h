/* The house of workspaces through the workbench: listing, renaming and throwing away, backups and
 * going back to one, and whole workspaces as files that travel.
 *
 * What needs a workspace to be closed closes it when it is the open one, and opens it again, also
 * when that failed. Copies are jobs, since the files of evidence may be many.
 */
#pragma once

#include "oct-job.h"
#include "oct-workbench.h"
#include "oct-workspace-backup.h"
#include "oct-workspace-names.h"

G_BEGIN_DECLS

/* Answers with a GPtrArray of OctWorkspaceFile by name; damaged ones too. */
void oct_workbench_list_async (OctWorkbench *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* Answers with a GPtrArray of OctBackup, the newest first. */
void oct_workbench_list_backups_async (OctWorkbench *self, const char *name,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *oct_workbench_list_finish (OctWorkbench *self, GAsyncResult *result, GError **error);

/* Each answers with whether it is done. */
void oct_workbench_rename_async (OctWorkbench *self, const char *name, const char *new_name,
                                 GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_trash_async (OctWorkbench *self, const char *name, GAsyncReadyCallback callback,
                                gpointer user_data);
void oct_workbench_restore_async (OctWorkbench *self, const char *name, const char *backup_path,
                                  GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_back_up_async (OctWorkbench *self, const char *name,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean oct_workbench_chore_finish (OctWorkbench *self, GAsyncResult *result, GError **error);

/**
 * OctCopyReport:
 * @name: (nullable): the name of the workspace that was opened
 * @objects: files of evidence that are in the copy
 * @missing: files of evidence that records name and that aren't in it
 *
 * What came of saving or opening a copy.
 */
typedef struct
{
  char *name;
  guint objects;
  guint missing;
} OctCopyReport;

/* (transfer full): jobs; their result is an OctCopyReport. */
OctJob *oct_workbench_start_save_copy (OctWorkbench *self, const char *name, const char *path);
OctJob *oct_workbench_start_open_copy (OctWorkbench *self, const char *path);

G_END_DECLS
