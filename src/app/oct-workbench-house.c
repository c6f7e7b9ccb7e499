/* What a workspace needs when it is opened: its file looked through, today's backup, and rid of files
 * nothing refers to.
 *
 * All run on the worker after the workspace is shown, so that nobody waits for them, and before any
 * edit, since the worker keeps to the order. One that is damaged is closed again. That a backup
 * failed is told, since somebody who counts on backups must know.
 */
#include "oct-workbench-private.h"

#include "oct-evidence-objects.h"
#include "oct-workspace-backup.h"

/* An object that is younger may belong to an edit that another window is about to make. */
#define COLLECT_AFTER_SECONDS (24 * 60 * 60)

typedef struct
{
  OctWorkbench *self;
  OctWorkspace *workspace;
  gboolean sound;
  GError *error;
} House;

static gboolean
kept_cb (gpointer user_data)
{
  House *house = user_data;

  if (!house->sound && house->workspace == oct_workbench_get_workspace (house->self))
    {
      oct_workbench_set_loading (house->self, FALSE, house->error);
      oct_workbench_take_workspace (house->self, NULL, NULL, FALSE);
    }
  else if (house->sound && house->error != NULL)
    oct_workbench_say (house->self, house->error->message);
  g_clear_error (&house->error);
  g_object_unref (house->workspace);
  g_object_unref (house->self);
  g_free (house);

  return G_SOURCE_REMOVE;
}

static void
run_house (gpointer data)
{
  House *house = data;
  guint removed;
  gint64 older_than = g_get_real_time () / G_USEC_PER_SEC - COLLECT_AFTER_SECONDS;

  house->sound = oct_workspace_finish_opening (house->workspace, &house->error);
  if (house->sound && oct_workspace_backup_daily (house->workspace, NULL, &house->error))
    oct_evidence_objects_collect (house->workspace, older_than, &removed, &house->error);
  oct_workbench_deliver (kept_cb, house);
}

/*
 * oct_workbench_keep_house:
 * @workspace: the workspace that is about to be taken up
 *
 * Asks for its file to be looked through, for today's backup, and for files nothing refers to to be
 * collected.
 */
void
oct_workbench_keep_house (OctWorkbench *self, OctWorkspace *workspace)
{
  House *house = g_new0 (House, 1);

  house->self = g_object_ref (self);
  house->workspace = g_object_ref (workspace);
  oct_worker_push (oct_workbench_get_worker (self), run_house, house);
}
