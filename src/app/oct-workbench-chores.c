/* Chores on whole workspaces: list, rename, throw away, back up, go back; see oct-workbench-copies.h.
 *
 * A chore that needs its workspace alone is done in four steps: what was asked for before is done,
 * the main thread lets go of the workspace, the worker does the chore, and the workspace is opened
 * again. In between the workbench is loading, so that no page takes the gap for an end.
 */
#include "oct-workbench-copies.h"

#include <glib/gi18n.h>

#include "oct-workbench-private.h"

typedef struct _Chore Chore;

/* On the worker's thread. */
typedef gboolean (*ChoreFunc) (Chore *chore, GError **error);

struct _Chore
{
  GTask *task;
  ChoreFunc func;
  char *name;
  char *path;
  char *argument;          /* (nullable): a new name, a backup */
  OctWorkspace *workspace; /* where it is open */
  gboolean alone;          /* the workspace has to be closed for it */
  gboolean forget;         /* it isn't there any more once this is done */
  char *reopen;            /* (nullable): the name to open after it */

  gboolean done;
  GError *error;
};

static void
chore_free (Chore *chore)
{
  g_clear_object (&chore->task);
  g_clear_object (&chore->workspace);
  g_clear_error (&chore->error);
  g_free (chore->name);
  g_free (chore->path);
  g_free (chore->argument);
  g_free (chore->reopen);
  g_free (chore);
}

static void
answer (Chore *chore)
{
  if (chore->error != NULL)
    g_task_return_error (chore->task, g_steal_pointer (&chore->error));
  else
    g_task_return_boolean (chore->task, chore->done);
  chore_free (chore);
}

static void
reopened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* What failed there is the workbench's problem, and shown as such. */
  oct_workbench_open_finish (OCT_WORKBENCH (source), result, NULL);
  answer (user_data);
}

static gboolean
chore_done_cb (gpointer user_data)
{
  Chore *chore = user_data;
  OctWorkbench *self = g_task_get_source_object (chore->task);

  if (chore->reopen != NULL)
    {
      oct_workbench_open_async (self, chore->reopen, NULL, reopened_cb, chore);
      return G_SOURCE_REMOVE;
    }
  if (chore->done && chore->forget)
    oct_workbench_forget (self, chore->name);
  if (chore->alone)
    oct_workbench_set_loading (self, FALSE, NULL);
  answer (chore);

  return G_SOURCE_REMOVE;
}

static void
run_chore (gpointer data)
{
  Chore *chore = data;

  /* The last to hold it: its log is folded in here, and not on the main thread. */
  if (chore->alone)
    g_clear_object (&chore->workspace);
  chore->done = chore->func (chore, &chore->error);
  oct_workbench_deliver (chore_done_cb, chore);
}

static gboolean
let_go_cb (gpointer user_data)
{
  Chore *chore = user_data;
  OctWorkbench *self = g_task_get_source_object (chore->task);

  /* Another may have been opened in the meantime. */
  if (oct_workbench_get_workspace (self) == chore->workspace)
    oct_workbench_take_workspace (self, NULL, NULL, FALSE);
  oct_worker_push (oct_workbench_get_worker (self), run_chore, chore);

  return G_SOURCE_REMOVE;
}

static void
reach_let_go (gpointer data)
{
  oct_workbench_deliver (let_go_cb, data);
}

static Chore *
new_chore (OctWorkbench *self, ChoreFunc func, const char *name, const char *argument,
           GAsyncReadyCallback callback, gpointer user_data)
{
  Chore *chore = g_new0 (Chore, 1);

  chore->task = g_task_new (self, NULL, callback, user_data);
  chore->func = func;
  chore->name = g_strdup (name);
  chore->path = oct_workbench_get_path (self, name);
  chore->argument = g_strdup (argument);
  if (g_strcmp0 (name, oct_workbench_get_name (self)) == 0)
    g_set_object (&chore->workspace, oct_workbench_get_workspace (self));

  return chore;
}

static void
push_chore (OctWorkbench *self, Chore *chore)
{
  oct_worker_push (oct_workbench_get_worker (self), run_chore, chore);
}

static void
push_alone (OctWorkbench *self, Chore *chore)
{
  if (chore->workspace == NULL)
    {
      push_chore (self, chore);
      return;
    }
  chore->alone = TRUE;
  chore->reopen = g_strdup (chore->name);
  oct_workbench_set_loading (self, TRUE, NULL);
  oct_worker_push (oct_workbench_get_worker (self), reach_let_go, chore);
}

/* The chores. */

static gboolean
rename_it (Chore *chore, GError **error)
{
  g_autofree char *new_path = NULL;

  if (!oct_workspace_rename (chore->path, chore->argument, &new_path, error))
    return FALSE;
  if (chore->reopen != NULL)
    {
      g_free (chore->reopen);
      chore->reopen = g_strstrip (g_strdup (chore->argument));
    }

  return TRUE;
}

static gboolean
trash_it (Chore *chore, GError **error)
{
  if (!oct_workspace_trash (chore->path, NULL, error))
    return FALSE;
  g_clear_pointer (&chore->reopen, g_free);

  return TRUE;
}

static gboolean
restore_it (Chore *chore, GError **error)
{
  return oct_workspace_restore (chore->path, chore->argument, error);
}

static gboolean
back_it_up (Chore *chore, GError **error)
{
  g_autoptr (OctWorkspace) workspace = NULL;

  if (chore->workspace != NULL)
    return oct_workspace_backup (chore->workspace, OCT_BACKUP_ASKED, NULL, error);
  workspace = oct_workspace_open (chore->path, OCT_WORKSPACE_DEFAULT, error);

  return workspace != NULL && oct_workspace_backup (workspace, OCT_BACKUP_ASKED, NULL, error);
}

/**
 * oct_workbench_rename_async:
 * @self: a workbench
 * @name: the name of a workspace, open or not
 * @new_name: its new one
 * @callback: called when it has it, or can't; finish with oct_workbench_chore_finish()
 * @user_data: for @callback
 *
 * Gives a workspace another name. Where it is the open one it is open under it then.
 */
void
oct_workbench_rename_async (OctWorkbench *self, const char *name, const char *new_name,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  push_alone (self, new_chore (self, rename_it, name, new_name, callback, user_data));
}

/**
 * oct_workbench_trash_async:
 * @self: a workbench
 * @name: the name of a workspace, open or not; it may be damaged
 * @callback: called when it is there, or can't; finish with oct_workbench_chore_finish()
 * @user_data: for @callback
 *
 * Moves a workspace with its evidence and backups to the trash. Where it was the open one none is
 * open then.
 */
void
oct_workbench_trash_async (OctWorkbench *self, const char *name, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Chore *chore;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  chore = new_chore (self, trash_it, name, NULL, callback, user_data);
  chore->forget = TRUE;
  push_alone (self, chore);
}

/**
 * oct_workbench_restore_async:
 * @self: a workbench
 * @name: the name of a workspace, open or not; it may be damaged
 * @backup_path: one of its backups
 * @callback: called when it is done; finish with oct_workbench_chore_finish()
 * @user_data: for @callback
 *
 * Makes a workspace what it was when a backup was made; what it is now is backed up first. Where it
 * is the open one, or none is open, it is open then.
 */
void
oct_workbench_restore_async (OctWorkbench *self, const char *name, const char *backup_path,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  Chore *chore;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  chore = new_chore (self, restore_it, name, backup_path, callback, user_data);
  if (oct_workbench_get_workspace (self) == NULL)
    chore->reopen = g_strdup (name);
  push_alone (self, chore);
}

/**
 * oct_workbench_back_up_async:
 * @self: a workbench
 * @name: the name of a workspace, open or not
 * @callback: called when it is done; finish with oct_workbench_chore_finish()
 * @user_data: for @callback
 *
 * Makes a backup now.
 */
void
oct_workbench_back_up_async (OctWorkbench *self, const char *name, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  push_chore (self, new_chore (self, back_it_up, name, NULL, callback, user_data));
}

/**
 * oct_workbench_chore_finish:
 * @self: a workbench
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it is done; nothing was changed where not
 */
gboolean
oct_workbench_chore_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Lists, read on a thread of their own: they don't wait for the edits before them. */

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *open = data;
  GError *error = NULL;
  g_autofree char *folder = oct_workbench_get_folder (source);
  g_autoptr (GPtrArray) files = oct_workspace_list (folder, &error);

  if (files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < files->len; i++)
    {
      OctWorkspaceFile *file = g_ptr_array_index (files, i);

      /* The open one was read through when it was opened, and is held by ourselves. */
      if (g_strcmp0 (file->name, open) != 0)
        oct_workspace_examine (file);
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * oct_workbench_list_async:
 * @self: a workbench
 * @cancellable: (nullable): to cancel with
 * @callback: called with the list; finish with oct_workbench_list_finish()
 * @user_data: for @callback
 *
 * Reads what there is to say of each workspace.
 */
void
oct_workbench_list_async (OctWorkbench *self, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (oct_workbench_get_name (self)), g_free);
  g_task_run_in_thread (task, list_thread);
}

static void
list_backups_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = oct_workbench_get_path (source, data);
  GError *error = NULL;
  GPtrArray *backups = oct_workspace_find_backups (path, &error);

  if (backups == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * oct_workbench_list_backups_async:
 * @self: a workbench
 * @name: the name of a workspace, open or not; it may be damaged
 * @cancellable: (nullable): to cancel with
 * @callback: called with the list; finish with oct_workbench_list_finish()
 * @user_data: for @callback
 *
 * Lists the backups of a workspace.
 */
void
oct_workbench_list_backups_async (OctWorkbench *self, const char *name, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (name), g_free);
  g_task_run_in_thread (task, list_backups_thread);
}

/**
 * oct_workbench_list_finish:
 * @self: a workbench
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with @error set
 */
GPtrArray *
oct_workbench_list_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
