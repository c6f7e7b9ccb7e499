/* The workspaces of a folder by their names: listing, naming, renaming and throwing away.
 *
 * A workspace's name is that of its file; its evidence and backups lie in a folder named by its id,
 * so that renaming is one step. The calls are synchronous, for a worker thread, and those that
 * change something need the workspace to be closed.
 */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctWorkspaceFile:
 * @name: its name, without the suffix
 * @id: (nullable): its id, where it can be read
 * @trust: (nullable): its trust's name, where one was chosen
 * @n_schools: how many schools its trust has
 * @changed: when something in it was last done or undone; seconds since 1970, UTC
 * @code: an #OctError where @problem is set
 * @problem: (nullable): why it can't be read or opened
 *
 * A workspace that is in a folder.
 */
typedef struct
{
  char *name;
  char *path;
  char *id;
  char *trust;
  guint n_schools;
  gint64 changed;
  int code;
  char *problem;
} OctWorkspaceFile;

void oct_workspace_file_free (OctWorkspaceFile *file);
/* (transfer full) (element-type OctWorkspaceFile): by name. Nothing is opened for writing. */
GPtrArray *oct_workspace_list (const char *folder, GError **error);
/* (transfer full) (nullable): what can be read of one, also while another has it open. */
OctWorkspaceFile *oct_workspace_peek (const char *path);
/* Looks closer, for a problem that a peek doesn't see: it is damaged inside, or held by another. */
void oct_workspace_examine (OctWorkspaceFile *file);

/* (transfer full) (nullable): the path of a new name, or %NULL with %OCT_ERROR_RULE. */
char *oct_workspace_check_name (const char *folder, const char *name, GError **error);
gboolean oct_workspace_rename (const char *path, const char *name, char **new_path, GError **error);
gboolean oct_workspace_trash (const char *path, char **where, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctWorkspaceFile, oct_workspace_file_free)

G_END_DECLS
