/* What a workspace needs when it is opened: today's backup, and rid of files nothing refers to.
 *
 * Both run on the worker after the workspace is shown, so that nobody waits for them. That one of
 * them failed is told, since somebody who counts on backups must know.
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
  GError *error;
} House;

static gboolean
kept_cb (gpointer user_data)
{
  House *house = user_data;

  if (house->error != NULL)
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

  if (oct_workspace_backup_daily (house->workspace, NULL, &house->error))
    oct_evidence_objects_collect (house->workspace, older_than, &removed, &house->error);
  oct_workbench_deliver (kept_cb, house);
}

/*
 * oct_workbench_keep_house:
 *
 * Asks for today's backup, and for files nothing refers to to be collected.
 */
void
oct_workbench_keep_house (OctWorkbench *self)
{
  House *house = g_new0 (House, 1);

  house->self = g_object_ref (self);
  house->workspace = g_object_ref (oct_workbench_get_workspace (self));
  oct_worker_push (oct_workbench_get_worker (self), run_house, house);
}
