/* Noticing what another window or process wrote into the open workspace.
 *
 * A write of another process is seen as a change of the file or its log, and read like one of our
 * own: on the worker, and taken up whole on the main thread.
 */
#include "oct-workbench-private.h"
#include "oct-workspace-records.h"

/* Events of one commit come in a burst. */
#define REFRESH_DELAY_MS 100

struct _OctWorkbenchWatch
{
  OctWorkbench *workbench; /* borrowed: it owns us */
  GFileMonitor *monitor;
  guint refresh_id;
};

typedef struct
{
  OctWorkbench *self;
  OctWorkspace *workspace;
  char *cycle_id;
  gboolean always;
  OctWorkbenchState state;
} Refresh;

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  oct_workbench_state_clear (&refresh->state);
  g_object_unref (refresh->workspace);
  g_object_unref (refresh->self);
  g_free (refresh->cycle_id);
  g_free (refresh);
}

static gboolean
refreshed_cb (gpointer user_data)
{
  Refresh *refresh = user_data;

  oct_workbench_take_state (refresh->self, refresh->workspace, &refresh->state);
  refresh_free (refresh);

  return G_SOURCE_REMOVE;
}

static gboolean
refresh_done_cb (gpointer user_data)
{
  refresh_free (user_data);

  return G_SOURCE_REMOVE;
}

static void
run_refresh (gpointer data)
{
  Refresh *refresh = data;

  if (!oct_workspace_was_changed (refresh->workspace) && !refresh->always)
    {
      oct_workbench_deliver (refresh_done_cb, refresh);
      return;
    }
  oct_workbench_load_state (&refresh->state, refresh->workspace,
                            oct_workbench_get_frameworks (refresh->self), refresh->cycle_id);
  if (refresh->state.error == NULL)
    refresh->state.plans = oct_workspace_read_plan_book (refresh->workspace, &refresh->state.error);
  oct_workbench_deliver (refreshed_cb, refresh);
}

static void
run_plans (gpointer data)
{
  Refresh *refresh = data;

  oct_workbench_load_records (&refresh->state, refresh->workspace);
  oct_workbench_deliver (refreshed_cb, refresh);
}

/*
 * oct_workbench_begin_plans:
 * @self: a workbench
 * @workspace: the workspace that was just opened
 *
 * Has the worker read the plans, which the first page doesn't wait for.
 */
void
oct_workbench_begin_plans (OctWorkbench *self, OctWorkspace *workspace)
{
  Refresh *refresh = g_new0 (Refresh, 1);

  refresh->self = g_object_ref (self);
  refresh->workspace = g_object_ref (workspace);
  oct_worker_push (oct_workbench_get_worker (self), run_plans, refresh);
}

/*
 * oct_workbench_refresh:
 * @self: a workbench
 * @always: whether to read even where nobody else has written
 *
 * Has the worker read the assessment anew, and takes it up. Does nothing without a workspace.
 */
void
oct_workbench_refresh (OctWorkbench *self, gboolean always)
{
  OctWorkspace *workspace = oct_workbench_get_workspace (self);
  Refresh *refresh;

  if (workspace == NULL)
    return;
  refresh = g_new0 (Refresh, 1);
  refresh->self = g_object_ref (self);
  refresh->workspace = g_object_ref (workspace);
  refresh->cycle_id = g_strdup (oct_workbench_get_cycle_id (self));
  refresh->always = always;
  oct_worker_push (oct_workbench_get_worker (self), run_refresh, refresh);
}

static gboolean
refresh_cb (gpointer user_data)
{
  OctWorkbenchWatch *watch = user_data;

  watch->refresh_id = 0;
  oct_workbench_refresh (watch->workbench, FALSE);

  return G_SOURCE_REMOVE;
}

static void
folder_changed_cb (OctWorkbenchWatch *watch, GFile *file)
{
  const char *open = oct_workbench_get_name (watch->workbench);
  g_autofree char *name = g_file_get_basename (file);

  if (open == NULL || !g_str_has_prefix (name, open) || watch->refresh_id != 0)
    return;
  watch->refresh_id = g_timeout_add (REFRESH_DELAY_MS, refresh_cb, watch);
}

/*
 * oct_workbench_watch_new:
 * @workbench: (transfer none): whose workspace is watched; must live as long
 * @folder: the folder of workspaces
 *
 * Returns: (transfer full): a watch over the folder, which refreshes the workbench after writes
 */
OctWorkbenchWatch *
oct_workbench_watch_new (OctWorkbench *workbench, const char *folder)
{
  OctWorkbenchWatch *watch = g_new0 (OctWorkbenchWatch, 1);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  watch->workbench = workbench;
  watch->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (watch->monitor != NULL)
    g_signal_connect_swapped (watch->monitor, "changed", G_CALLBACK (folder_changed_cb), watch);

  return watch;
}

/*
 * oct_workbench_watch_free:
 * @watch: (transfer full): a watch
 */
void
oct_workbench_watch_free (OctWorkbenchWatch *watch)
{
  g_clear_handle_id (&watch->refresh_id, g_source_remove);
  if (watch->monitor != NULL)
    g_signal_handlers_disconnect_by_data (watch->monitor, watch);
  g_clear_object (&watch->monitor);
  g_free (watch);
}
