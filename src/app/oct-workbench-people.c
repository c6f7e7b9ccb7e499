/* People and records through the workbench; see the header.
 *
 * A job's own thread only waits: the work is pushed to the workbench's worker, so that it stands in
 * order with edits and nobody else has the workspace meanwhile. What the worker finds of the new
 * state is taken up on the main thread before the job says that it has finished.
 */
#include "oct-workbench-people.h"

#include <glib/gi18n.h>

#include "oct-workbench-private.h"

#define LOCATION "people"

typedef struct _Errand Errand;

/* The work of a job, on the worker's thread. */
typedef gpointer (*ErrandFunc) (Errand *errand, GError **error);

struct _Errand
{
  ErrandFunc func;
  OctWorkbench *workbench;
  OctWorkspace *workspace;
  OctAssessment *assessment;
  char *cycle_id;
  gboolean changes; /* the workspace */

  /* what is asked for */
  char *person_id;
  GStrv names;
  char *other_id;
  char *post;
  GStrv evidence;
  char *by;
  GPtrArray *records;

  OctJob *job; /* borrowed */
  GCancellable *cancellable;
  GMutex lock;
  GCond over;
  gboolean done;
  gpointer result;
  GError *error;
};

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_object (&errand->workspace);
  g_clear_object (&errand->assessment);
  g_clear_object (&errand->cancellable);
  g_free (errand->cycle_id);
  g_free (errand->person_id);
  g_strfreev (errand->names);
  g_free (errand->other_id);
  g_free (errand->post);
  g_strfreev (errand->evidence);
  g_free (errand->by);
  g_clear_pointer (&errand->records, g_ptr_array_unref);
  g_mutex_clear (&errand->lock);
  g_cond_clear (&errand->over);
  g_object_unref (errand->workbench);
  g_free (errand);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  Errand *errand = data;

  oct_job_report (errand->job, NULL, done, total > 0 ? (double) done / total : -1);
}

/* What changed, on its way to the main thread. */
typedef struct
{
  OctWorkbench *workbench;
  OctWorkspace *workspace;
  OctWorkbenchState state;
  gboolean gone; /* who works here was removed */
  char *other_id;
} News;

static gboolean
news_cb (gpointer user_data)
{
  News *news = user_data;

  if (news->gone && oct_workbench_get_workspace (news->workbench) == news->workspace)
    oct_workbench_set_person_id (news->workbench, news->other_id);
  oct_workbench_take_state (news->workbench, news->workspace, &news->state);
  oct_workbench_state_clear (&news->state);
  g_object_unref (news->workspace);
  g_object_unref (news->workbench);
  g_free (news->other_id);
  g_free (news);

  return G_SOURCE_REMOVE;
}

static void
tell_news (Errand *errand)
{
  News *news = g_new0 (News, 1);

  news->workbench = g_object_ref (errand->workbench);
  news->workspace = g_object_ref (errand->workspace);
  news->gone = errand->result != NULL && errand->person_id != NULL && errand->post == NULL
               && g_strcmp0 (errand->by, errand->person_id) == 0;
  news->other_id = g_strdup (errand->other_id);
  oct_workbench_load_state (&news->state, errand->workspace,
                            oct_workbench_get_frameworks (errand->workbench), errand->cycle_id);
  oct_workbench_deliver (news_cb, news);
}

/* On the worker's thread. */
static void
run_errand (gpointer data)
{
  Errand *errand = data;

  oct_workspace_set_progress (errand->workspace, progress_cb, errand);
  if (!g_cancellable_set_error_if_cancelled (errand->cancellable, &errand->error))
    errand->result = errand->func (errand, &errand->error);
  oct_workspace_set_progress (errand->workspace, NULL, NULL);
  /* Also after an error: that old bytes are still to be overwritten is one, and all is removed. */
  if (errand->changes)
    tell_news (errand);
  g_mutex_lock (&errand->lock);
  errand->done = TRUE;
  g_cond_signal (&errand->over);
  g_mutex_unlock (&errand->lock);
}

/* On the job's thread. */
static gpointer
wait_for_errand (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Errand *errand = data;

  errand->job = job;
  errand->cancellable = g_object_ref (cancellable);
  oct_worker_push (oct_workbench_get_worker (errand->workbench), run_errand, errand);
  g_mutex_lock (&errand->lock);
  while (!errand->done)
    g_cond_wait (&errand->over, &errand->lock);
  g_mutex_unlock (&errand->lock);
  if (errand->error != NULL)
    g_propagate_error (error, g_steal_pointer (&errand->error));

  return errand->result;
}

static Errand *
new_errand (OctWorkbench *self, ErrandFunc func)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->func = func;
  errand->workbench = g_object_ref (self);
  errand->workspace = g_object_ref (oct_workbench_get_workspace (self));
  g_set_object (&errand->assessment, oct_workbench_get_assessment (self));
  errand->cycle_id = g_strdup (oct_workbench_get_cycle_id (self));
  errand->by = g_strdup (oct_workbench_get_person_id (self));
  g_mutex_init (&errand->lock);
  g_cond_init (&errand->over);

  return errand;
}

/* --- finding --- */

static gpointer
find_person (Errand *errand, GError **error)
{
  const OctPersonQuery query = { .person_id = errand->person_id,
                                 .names = (const char *const *) errand->names };

  return oct_person_search_run (errand->workspace, errand->assessment, &query, errand->cancellable,
                                error);
}

static void
found_free (gpointer found)
{
  if (found != NULL)
    oct_found_person_free (found);
}

/**
 * oct_workbench_start_find_person:
 * @self: a workbench with an assessment
 * @query: who is looked for; copied
 *
 * Starts to find everything that names a person.
 *
 * Returns: (transfer full): the job; its result is an #OctFoundPerson
 */
OctJob *
oct_workbench_start_find_person (OctWorkbench *self, const OctPersonQuery *query)
{
  Errand *errand;

  g_return_val_if_fail (oct_workbench_get_assessment (self) != NULL, NULL);

  errand = new_errand (self, find_person);
  errand->person_id = g_strdup (query->person_id);
  errand->names = g_strdupv ((GStrv) query->names);

  return oct_job_start (_("Looking for a person"), wait_for_errand, errand, errand_free,
                        found_free);
}

/* --- removing and disposing --- */

static void
report_free (gpointer data)
{
  OctErasureReport *report = data;

  if (report == NULL)
    return;
  g_ptr_array_unref (report->unread);
  g_free (report);
}

/* @unread: (element-type filename). */
static OctErasureReport *
make_report (GPtrArray *unread)
{
  OctErasureReport *report = g_new0 (OctErasureReport, 1);

  report->unread = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; unread != NULL && i < unread->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (unread, i));

      g_ptr_array_add (report->unread, g_filename_display_name (base));
    }

  return report;
}

static gpointer
remove_person (Errand *errand, GError **error)
{
  const OctRemoval removal = { .person_id = errand->person_id,
                               .names = (const char *const *) errand->names,
                               .other_id = errand->other_id,
                               .post = errand->post,
                               .evidence = (const char *const *) errand->evidence,
                               .by = errand->by,
                               .location = LOCATION };
  g_autoptr (GPtrArray) unread = NULL;

  if (!oct_workspace_remove_person (errand->workspace, &removal, &unread, errand->cancellable,
                                    error))
    return NULL;

  return make_report (unread);
}

/**
 * oct_workbench_start_removal:
 * @self: a workbench with a workspace
 * @removal: who goes, and what stands in their place; copied; who does it is filled in
 *
 * Starts to remove a person for good, or to put a post or somebody else in their place.
 *
 * Returns: (transfer full): the job; its result is an #OctErasureReport
 */
OctJob *
oct_workbench_start_removal (OctWorkbench *self, const OctRemoval *removal)
{
  Errand *errand;

  g_return_val_if_fail (oct_workbench_get_workspace (self) != NULL, NULL);

  errand = new_errand (self, remove_person);
  errand->changes = TRUE;
  errand->person_id = g_strdup (removal->person_id);
  errand->names = g_strdupv ((GStrv) removal->names);
  errand->other_id = g_strdup (removal->other_id);
  errand->post = g_strdup (removal->post);
  errand->evidence = g_strdupv ((GStrv) removal->evidence);

  return oct_job_start (_("Removing a person for good"), wait_for_errand, errand, errand_free,
                        report_free);
}

static gpointer
dispose_of_records (Errand *errand, GError **error)
{
  const OctEditInfo info = { .person_id = errand->by,
                             .sentence = _("Disposed of records that were kept long enough"),
                             .location = LOCATION };
  g_autoptr (GPtrArray) unread = NULL;

  if (!oct_workspace_dispose (errand->workspace, &info, errand->records, &unread,
                              errand->cancellable, error))
    return NULL;

  return make_report (unread);
}

static gpointer
copy_record (gconstpointer source, gpointer data)
{
  const OctDueRecord *record = source;
  OctDueRecord *copy = g_new (OctDueRecord, 1);

  *copy = *record;
  copy->id = g_strdup (record->id);
  copy->name = g_strdup (record->name);
  copy->element = g_strdup (record->element);

  return copy;
}

/**
 * oct_workbench_start_disposal:
 * @self: a workbench with a workspace
 * @records: (element-type OctDueRecord): what goes for good; copied
 *
 * Starts to dispose of records.
 *
 * Returns: (transfer full): the job; its result is an #OctErasureReport
 */
OctJob *
oct_workbench_start_disposal (OctWorkbench *self, GPtrArray *records)
{
  Errand *errand;

  g_return_val_if_fail (oct_workbench_get_workspace (self) != NULL, NULL);
  g_return_val_if_fail (records != NULL && records->len > 0, NULL);

  errand = new_errand (self, dispose_of_records);
  errand->changes = TRUE;
  errand->records = g_ptr_array_copy (records, copy_record, NULL);
  g_ptr_array_set_free_func (errand->records, (GDestroyNotify) oct_due_record_free);

  return oct_job_start (_("Disposing of records"), wait_for_errand, errand, errand_free,
                        report_free);
}

/* --- periods --- */

/**
 * oct_records_state_free:
 * @state: (transfer full): what was read
 */
void
oct_records_state_free (OctRecordsState *state)
{
  g_clear_pointer (&state->due, g_ptr_array_unref);
  g_free (state);
}

static gpointer
read_records (OctWorkspace *workspace, gpointer data, GError **error)
{
  g_autoptr (OctRecordsState) state = g_new0 (OctRecordsState, 1);

  if (!oct_workspace_read_retention (workspace, state->months, error))
    return NULL;
  state->due = oct_workspace_read_due (workspace, oct_date_today (), error);

  return state->due != NULL ? g_steal_pointer (&state) : NULL;
}

/**
 * oct_workbench_read_records_async:
 * @self: a workbench
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there
 * @user_data: for @callback
 *
 * Reads how long records are kept, and which are past their period today.
 */
void
oct_workbench_read_records_async (OctWorkbench *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  oct_workbench_read_async (self, read_records, NULL, NULL, (GDestroyNotify) oct_records_state_free,
                            cancellable, callback, user_data);
}

typedef struct
{
  OctRetentionKind kind;
  guint months;
} PutRetention;

static gboolean
put_retention (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  const PutRetention *put = data;

  return oct_workspace_put_retention (workspace, info, put->kind, put->months, error);
}

/**
 * oct_workbench_put_retention_async:
 * @self: a workbench
 * @kind: a kind of record
 * @months: how long it is kept, from 1 to 1,200
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Sets how long a kind of record is kept.
 */
void
oct_workbench_put_retention_async (OctWorkbench *self, OctRetentionKind kind, guint months,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  PutRetention *put = g_new0 (PutRetention, 1);
  g_autofree char *period = oct_months_to_text (months);
  /* Translators: a kind of record, and a period: "Evidence is kept for 3 years". */
  g_autofree char *sentence = g_strdup_printf (_("Period of “%s” set to %s"),
                                               oct_retention_kind_to_text (kind), period);
  const OctEditInfo info = { .sentence = sentence, .location = LOCATION "/records" };

  put->kind = kind;
  put->months = months;
  oct_workbench_edit_async (self, &info, put_retention, put, g_free, callback, user_data);
}
