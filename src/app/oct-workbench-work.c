/* What the workbench does on its worker's thread: opening, editing, reading, undo and redo.
 *
 * Each piece of work carries its GTask, the workspace as it was when it was asked for, and what it
 * found. The answer goes back to the main thread whole: first the new state is taken up, then the
 * task returns, so that whoever waited sees the assessment after the edit.
 */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "oct-workbench-private.h"

#include "oct-error.h"
#include "oct-framework-file.h"
#include "oct-workspace-names.h"
#include "oct-workspace-records.h"

typedef struct _Work Work;

typedef void (*WorkFunc) (Work *work);

struct _Work
{
  WorkFunc func;
  GTask *task;
  OctWorkspace *workspace;
  GHashTable *frameworks; /* borrowed from the workbench, which the task keeps alive */
  char *cycle_id;

  /* an edit or a read */
  char *sentence;
  char *location;
  char *subject;
  char *merge;
  char *person_id;
  OctEditFunc edit;
  OctReadFunc read;
  gboolean records; /* the edit changes records alone */
  gboolean redo;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;

  /* opening */
  gboolean visit;
  char *name;
  char *path;
  OctOwnTrust *trust;
  GPtrArray *schools;
  OctPerson *person;

  /* what was found */
  gboolean opened;
  gpointer answer;
  gboolean done;
  OctWorkbenchState state;
  GError *error;
};

static void
work_free (Work *work)
{
  if (work->data != NULL && work->free_data != NULL)
    work->free_data (work->data);
  if (work->answer != NULL && work->free_answer != NULL)
    work->free_answer (work->answer);
  oct_workbench_state_clear (&work->state);
  g_clear_error (&work->error);
  g_clear_object (&work->workspace);
  g_clear_pointer (&work->trust, oct_own_trust_free);
  g_clear_pointer (&work->schools, g_ptr_array_unref);
  g_clear_pointer (&work->person, oct_person_free);
  g_free (work->cycle_id);
  g_free (work->sentence);
  g_free (work->location);
  g_free (work->subject);
  g_free (work->merge);
  g_free (work->person_id);
  g_free (work->name);
  g_free (work->path);
  g_clear_object (&work->task);
  g_free (work);
}

/*
 * oct_workbench_deliver:
 * @func: called once on the main thread
 * @data: handed to it
 */
void
oct_workbench_deliver (GSourceFunc func, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, func, data, NULL);
}

static gboolean
deliver_cb (gpointer user_data)
{
  Work *work = user_data;
  OctWorkbench *self = g_task_get_source_object (work->task);
  const GError *found = work->error != NULL ? work->error : work->state.error;
  g_autoptr (GError) problem = found != NULL ? g_error_copy (found) : NULL;

  if (work->opened)
    {
      /* Before anybody hears of it, so that the check comes before the first edit. */
      if (!work->visit)
        oct_workbench_keep_house (self, work->workspace);
      oct_workbench_take_workspace (self, work->workspace, work->name, !work->visit);
    }
  /* Who began a workspace works in it. */
  if (work->opened && work->person != NULL)
    oct_workbench_set_person_id (self, work->person_id);
  if (work->state.assessment != NULL || work->state.plans != NULL || work->state.error != NULL)
    oct_workbench_take_state (self, work->workspace, &work->state);
  if (work->opened)
    oct_workbench_begin_plans (self, work->workspace);
  /* Loading ends with something to show, so that nobody makes a page of nothing in between. */
  if (work->name != NULL)
    oct_workbench_set_loading (self, FALSE, problem);
  if (work->error != NULL)
    g_task_return_error (work->task, g_steal_pointer (&work->error));
  else if (work->free_answer != NULL)
    g_task_return_pointer (work->task, g_steal_pointer (&work->answer), work->free_answer);
  else
    g_task_return_boolean (work->task, work->done);
  work_free (work);

  return G_SOURCE_REMOVE;
}

/* On the worker's thread. */
static void
run_work (gpointer data)
{
  Work *work = data;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (work->task), &work->error))
    work->func (work);
  oct_workbench_deliver (deliver_cb, work);
}

static Work *
new_work (OctWorkbench *self, WorkFunc func, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = g_new0 (Work, 1);

  work->func = func;
  work->task = g_task_new (self, cancellable, callback, user_data);
  work->frameworks = oct_workbench_get_frameworks (self);
  work->cycle_id = g_strdup (oct_workbench_get_cycle_id (self));
  work->person_id = g_strdup (oct_workbench_get_person_id (self));
  g_set_object (&work->workspace, oct_workbench_get_workspace (self));

  return work;
}

static void
push_work (OctWorkbench *self, Work *work)
{
  oct_worker_push (oct_workbench_get_worker (self), run_work, work);
}

/* Work that needs a workspace; without one it fails at once. */
static void
push_work_on_workspace (OctWorkbench *self, Work *work)
{
  if (work->workspace != NULL)
    {
      push_work (self, work);
      return;
    }
  g_task_return_new_error (work->task, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                           _("No workspace is open. Begin one on the page Our trust."));
  work_free (work);
}

/* Opening. */

static void
load_state (Work *work)
{
  oct_workbench_load_state (&work->state, work->workspace, work->frameworks, work->cycle_id);
}

/* The plans too, which aren't read again where nothing of them changed. */
static void
load_all (Work *work)
{
  load_state (work);
  if (work->state.error == NULL)
    work->state.plans = oct_workspace_read_plan_book (work->workspace, &work->state.error);
}

static void
run_open (Work *work)
{
  work->workspace = oct_workspace_open (
    work->path, work->visit ? OCT_WORKSPACE_DEFAULT : OCT_WORKSPACE_CHECK_LATER, &work->error);
  if (work->workspace == NULL)
    return;
  load_state (work);
  /* What can't be read may be damaged: then it isn't open at all. */
  if (work->state.error != NULL && !oct_workspace_finish_opening (work->workspace, &work->error))
    {
      oct_workbench_state_clear (&work->state);
      g_clear_object (&work->workspace);
      return;
    }
  work->opened = TRUE;
  work->done = TRUE;
}

static Work *
new_open (OctWorkbench *self, WorkFunc func, const char *name, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = new_work (self, func, cancellable, callback, user_data);
  g_autofree char *folder = oct_workbench_get_folder (self);
  g_autofree char *file = g_strconcat (name, OCT_WORKSPACE_SUFFIX, NULL);

  g_clear_object (&work->workspace);
  g_clear_pointer (&work->cycle_id, g_free);
  work->name = g_strdup (name);
  work->path = g_build_filename (folder, file, NULL);
  oct_workbench_set_loading (self, TRUE, NULL);

  return work;
}

/**
 * oct_workbench_open_async:
 * @self: a workbench
 * @name: the name of a workspace
 * @cancellable: (nullable): to cancel with
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a workspace in place of the one that is open, and remembers its name.
 */
void
oct_workbench_open_async (OctWorkbench *self, const char *name, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self) && name != NULL);

  push_work (self, new_open (self, run_open, name, cancellable, callback, user_data));
}

/**
 * oct_workbench_visit_async:
 * @self: a workbench
 * @path: the file of a workspace, in any folder
 * @callback: called when it is open; finish with oct_workbench_open_finish()
 * @user_data: for @callback
 *
 * Opens a workspace without remembering it as the one to open next time.
 */
void
oct_workbench_visit_async (OctWorkbench *self, const char *path, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autofree char *file = g_path_get_basename (path);
  Work *work = new_open (self, run_open, file, NULL, callback, user_data);

  work->visit = TRUE;
  g_free (work->path);
  work->path = g_strdup (path);
  push_work (self, work);
}

/**
 * oct_workbench_open_finish:
 * @self: a workbench
 * @result: what @callback was given
 * @error: return location for an error
 *
 * Returns: whether the workspace is open
 */
gboolean
oct_workbench_open_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Making a new one. */

static gboolean
fill_new (Work *work, GError **error)
{
  g_autofree char *person_id = NULL;
  g_autoptr (OctFramework) framework = oct_framework_file_load_built_in (error);
  g_autofree char *content = framework != NULL ? oct_framework_file_format (framework) : NULL;
  OctEditInfo info = { .location = "our-trust" };

  if (work->person != NULL)
    {
      info.sentence = _("Added the person who works here");
      if (!oct_workspace_put_person (work->workspace, &info, work->person, &person_id, error))
        return FALSE;
      g_free (work->person_id);
      work->person_id = g_strdup (person_id);
      info.person_id = person_id;
    }
  info.sentence = _("Chose the trust");
  if (!oct_workspace_set_trust (work->workspace, &info, work->trust, error))
    return FALSE;
  info.sentence = _("Added the trust’s schools");
  if (!oct_workspace_put_schools (work->workspace, &info, work->schools, error))
    return FALSE;
  info.sentence = _("Began with the framework of the eight elements");

  return content != NULL
         && oct_workspace_add_framework (work->workspace, &info, oct_framework_get_key (framework),
                                         (guint) oct_framework_get_version (framework), content,
                                         NULL, error);
}

static void
run_create (Work *work)
{
  g_autofree char *folder = g_path_get_dirname (work->path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (&work->error, OCT_ERROR, OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is the path of a folder, the second the cause. */
                   _("The folder %s can’t be made: %s. Nothing was changed."), folder,
                   g_strerror (errno));
      return;
    }
  g_free (work->path);
  work->path = oct_workspace_check_name (folder, work->name, &work->error);
  if (work->path == NULL)
    return;
  work->workspace = oct_workspace_open (work->path, OCT_WORKSPACE_CREATE, &work->error);
  if (work->workspace == NULL)
    return;
  if (!fill_new (work, &work->error))
    {
      g_clear_object (&work->workspace);
      g_unlink (work->path);
      return;
    }
  work->opened = TRUE;
  work->done = TRUE;
  load_state (work);
}

/**
 * oct_workbench_create_async:
 * @self: a workbench
 * @what: the new workspace; copied
 * @cancellable: (nullable): to cancel with
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Makes a workspace for a trust, with the framework that comes with the program, and opens it.
 */
void
oct_workbench_create_async (OctWorkbench *self, const OctNewWorkspace *what,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Work *work;

  g_return_if_fail (OCT_IS_WORKBENCH (self) && what != NULL);

  work = new_open (self, run_create, what->name, cancellable, callback, user_data);
  work->trust = g_new0 (OctOwnTrust, 1);
  work->trust->uid = what->trust->uid;
  work->trust->name = g_strdup (what->trust->name);
  work->trust->purpose = g_strdup (what->trust->purpose != NULL ? what->trust->purpose : "");
  work->trust->as_at = what->trust->as_at;
  work->schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  for (guint i = 0; i < what->schools->len; i++)
    g_ptr_array_add (work->schools, oct_own_school_copy (g_ptr_array_index (what->schools, i)));
  g_clear_pointer (&work->person_id, g_free);
  if (what->person != NULL)
    {
      work->person = g_new0 (OctPerson, 1);
      work->person->name = g_strdup (what->person->name);
      work->person->post = g_strdup (what->person->post);
    }
  push_work (self, work);
}

/**
 * oct_workbench_create_finish:
 * @self: a workbench
 * @result: what @callback was given
 * @error: return location for an error
 *
 * Returns: whether the workspace was made and is open
 */
gboolean
oct_workbench_create_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Editing. */

static void
run_edit (Work *work)
{
  const OctEditInfo info = { .person_id = work->person_id,
                             .sentence = work->sentence,
                             .location = work->location,
                             .subject = work->subject,
                             .merge = work->merge };

  work->done = work->edit (work->workspace, &info, work->data, &work->error);
  if (work->done && work->records)
    oct_workbench_load_records (&work->state, work->workspace);
  else if (work->done)
    load_all (work);
}

static Work *
new_edit (OctWorkbench *self, const OctEditInfo *info, OctEditFunc func, gpointer data,
          GDestroyNotify free_data, GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = new_work (self, run_edit, NULL, callback, user_data);

  work->sentence = g_strdup (info->sentence);
  work->location = g_strdup (info->location);
  work->subject = g_strdup (info->subject);
  work->merge = g_strdup (info->merge);
  work->edit = func;
  work->data = data;
  work->free_data = free_data;

  return work;
}

/**
 * oct_workbench_edit_async:
 * @self: a workbench
 * @info: what history says; who is filled in
 * @func: makes the edit, on the worker's thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @callback: (nullable): called after the assessment was swapped
 * @user_data: for @callback
 *
 * Makes one named edit.
 */
void
oct_workbench_edit_async (OctWorkbench *self, const OctEditInfo *info, OctEditFunc func,
                          gpointer data, GDestroyNotify free_data, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  push_work_on_workspace (self, new_edit (self, info, func, data, free_data, callback, user_data));
}

static gboolean
change_records (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_change_records (workspace, info, data, error);
}

/**
 * oct_workbench_change_records_async:
 * @self: a workbench
 * @info: what history says; who is filled in
 * @change: (transfer full): the records that are put, and those that go
 * @callback: (nullable): called after the plans were swapped; finish with oct_workbench_edit_finish()
 * @user_data: for @callback
 *
 * Changes records as one named edit. The assessment isn't read again, unless there are new people.
 */
void
oct_workbench_change_records_async (OctWorkbench *self, const OctEditInfo *info,
                                    OctRecordChange *change, GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  gboolean with_people = change->people->len > 0;
  Work *work;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  work = new_edit (self, info, change_records, change, (GDestroyNotify) oct_record_change_free,
                   callback, user_data);
  work->records = !with_people;
  push_work_on_workspace (self, work);
}

/**
 * oct_workbench_edit_finish:
 * @self: a workbench
 * @result: what @callback was given
 * @error: return location for an error
 *
 * Returns: whether the edit is kept; nothing was changed where not
 */
gboolean
oct_workbench_edit_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
run_step (Work *work)
{
  work->answer = work->redo ? oct_workspace_redo (work->workspace, work->person_id, &work->error)
                            : oct_workspace_undo (work->workspace, work->person_id, &work->error);
  load_all (work);
}

static void
push_step (OctWorkbench *self, gboolean redo, GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = new_work (self, run_step, NULL, callback, user_data);

  work->redo = redo;
  work->free_answer = (GDestroyNotify) oct_edit_record_free;
  push_work_on_workspace (self, work);
}

/**
 * oct_workbench_undo_async:
 * @self: a workbench
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Takes back the last edit.
 */
void
oct_workbench_undo_async (OctWorkbench *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  push_step (self, FALSE, callback, user_data);
}

/**
 * oct_workbench_redo_async:
 * @self: a workbench
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Brings back the edit that was undone last.
 */
void
oct_workbench_redo_async (OctWorkbench *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  push_step (self, TRUE, callback, user_data);
}

/**
 * oct_workbench_step_finish:
 * @self: a workbench
 * @result: what @callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): what was undone or redone, or %NULL with @error set
 */
OctEditRecord *
oct_workbench_step_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reading. */

static void
run_read (Work *work)
{
  work->answer = work->read (work->workspace, work->data, &work->error);
}

/**
 * oct_workbench_read_async:
 * @self: a workbench
 * @func: reads, on the worker's thread
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees what @func returns
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there
 * @user_data: for @callback
 *
 * Reads something of the workspace.
 */
void
oct_workbench_read_async (OctWorkbench *self, OctReadFunc func, gpointer data,
                          GDestroyNotify free_data, GDestroyNotify free_result,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Work *work;

  g_return_if_fail (OCT_IS_WORKBENCH (self) && free_result != NULL);

  work = new_work (self, run_read, cancellable, callback, user_data);
  work->read = func;
  work->data = data;
  work->free_data = free_data;
  work->free_answer = free_result;
  push_work_on_workspace (self, work);
}

/**
 * oct_workbench_read_finish:
 * @self: a workbench
 * @result: what @callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the answer, or %NULL with @error set
 */
gpointer
oct_workbench_read_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_read_assessment (Work *work)
{
  work->answer = oct_workbench_load_assessment (work->workspace, work->frameworks, work->cycle_id,
                                                &work->error);
}

/**
 * oct_workbench_read_assessment_async:
 * @self: a workbench
 * @cycle_id: the cycle
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there
 * @user_data: for @callback
 *
 * Reads the assessment of another cycle than the chosen one.
 */
void
oct_workbench_read_assessment_async (OctWorkbench *self, const char *cycle_id,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Work *work;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  work = new_work (self, run_read_assessment, cancellable, callback, user_data);
  g_free (work->cycle_id);
  work->cycle_id = g_strdup (cycle_id);
  work->free_answer = g_object_unref;
  push_work_on_workspace (self, work);
}
