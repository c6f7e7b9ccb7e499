/* Workspaces as files that travel; see oct-workbench-copies.h.
 *
 * A copy of the open workspace is taken by the worker between two edits, so that it is whole, and
 * packed by the job beside it while one goes on working.
 */
#include "oct-workbench-copies.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-workbench-private.h"
#include "oct-workspace-adopt.h"
#include "oct-workspace-pack.h"

typedef struct
{
  OctWorkbench *self;
  OctWorkspace *workspace; /* the one to copy, where it is open */
  char *name;
  char *path; /* the file of the copy */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_object (&copy->workspace);
  g_object_unref (copy->self);
  g_free (copy->name);
  g_free (copy->path);
  g_free (copy);
}

static void
report_free (gpointer data)
{
  OctCopyReport *report = data;

  if (report == NULL)
    return;
  g_free (report->name);
  g_free (report);
}

static OctCopyReport *
make_report (const OctPackReport *pack, const char *path)
{
  OctCopyReport *report = g_new0 (OctCopyReport, 1);

  report->objects = pack->objects;
  report->missing = pack->missing;
  if (path != NULL)
    {
      report->name = g_path_get_basename (path);
      report->name[strlen (report->name) - strlen (OCT_WORKSPACE_SUFFIX)] = '\0';
    }

  return report;
}

static void
tell (gpointer job, const char *detail, double fraction)
{
  oct_job_report (job, detail, 0, fraction);
}

/* A moment between two edits. */

typedef struct
{
  GMutex lock;
  GCond reached;
  gboolean reached_it;
  OctWorkspace *workspace;
  const char *path;
  gboolean done;
  GError *error;
} Moment;

static void
run_moment (gpointer data)
{
  Moment *moment = data;

  moment->done = oct_workspace_write_copy (moment->workspace, moment->path, &moment->error);
  g_mutex_lock (&moment->lock);
  moment->reached_it = TRUE;
  g_cond_signal (&moment->reached);
  g_mutex_unlock (&moment->lock);
}

/* On the job's thread. */
static gboolean
copy_open_one (Copy *copy, const char *path, GError **error)
{
  Moment moment = { .workspace = copy->workspace, .path = path };

  g_mutex_init (&moment.lock);
  g_cond_init (&moment.reached);
  oct_worker_push (oct_workbench_get_worker (copy->self), run_moment, &moment);
  g_mutex_lock (&moment.lock);
  while (!moment.reached_it)
    g_cond_wait (&moment.reached, &moment.lock);
  g_mutex_unlock (&moment.lock);
  g_cond_clear (&moment.reached);
  g_mutex_clear (&moment.lock);
  if (moment.error != NULL)
    g_propagate_error (error, moment.error);

  return moment.done;
}

static gboolean
copy_closed_one (const char *from, const char *path, GError **error)
{
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (from, OCT_WORKSPACE_READ_ONLY, error);

  return workspace != NULL && oct_workspace_write_copy (workspace, path, error);
}

static gpointer
save_copy (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;
  g_autofree char *folder = oct_workbench_get_folder (copy->self);
  g_autofree char *from = oct_workbench_get_path (copy->self, copy->name);
  g_autofree char *aside = oct_workspace_make_new_path (folder);
  OctPackReport pack;
  gboolean done;

  oct_job_report (job, _("Copying the records"), 0, -1);
  if (copy->workspace != NULL ? !copy_open_one (copy, aside, error)
                              : !copy_closed_one (from, aside, error))
    return NULL;
  done = oct_workspace_pack_write (aside, copy->name, copy->path, tell, job, cancellable, &pack,
                                   error);
  g_unlink (aside);

  return done ? make_report (&pack, NULL) : NULL;
}

static gpointer
open_copy (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;
  g_autofree char *folder = oct_workbench_get_folder (copy->self);
  OctPackReport pack;
  g_autofree char *path = oct_workspace_pack_open (copy->path, folder, tell, job, cancellable,
                                                   &pack, error);

  return path != NULL ? make_report (&pack, path) : NULL;
}

/**
 * oct_workbench_start_save_copy:
 * @self: a workbench
 * @name: the name of a workspace, open or not
 * @path: the file to make; an older one there is replaced once the new one is whole
 *
 * Starts to save a whole workspace as one file.
 *
 * Returns: (transfer full): the job; its result is an #OctCopyReport
 */
OctJob *
oct_workbench_start_save_copy (OctWorkbench *self, const char *name, const char *path)
{
  Copy *copy = g_new0 (Copy, 1);

  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  copy->self = g_object_ref (self);
  copy->name = g_strdup (name);
  copy->path = g_strdup (path);
  if (g_strcmp0 (name, oct_workbench_get_name (self)) == 0)
    g_set_object (&copy->workspace, oct_workbench_get_workspace (self));

  return oct_job_start (_("Saving a copy"), save_copy, copy, copy_free, report_free);
}

/**
 * oct_workbench_start_open_copy:
 * @self: a workbench
 * @path: a packed workspace, or the file of one
 *
 * Starts to make a workspace of its own from a copy. It is not opened.
 *
 * Returns: (transfer full): the job; its result is an #OctCopyReport with the new name
 */
OctJob *
oct_workbench_start_open_copy (OctWorkbench *self, const char *path)
{
  Copy *copy = g_new0 (Copy, 1);

  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  copy->self = g_object_ref (self);
  copy->path = g_strdup (path);

  return oct_job_start (_("Opening a copy"), open_copy, copy, copy_free, report_free);
}
