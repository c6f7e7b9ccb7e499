/* Writing an evidence binder as a job: on its own thread and its own connection to the workspace, so
 * that the window goes on reading and writing meanwhile.
 *
 * A workspace on a network lets in nobody but the connection that has it open, and that belongs to the
 * thread of a worker: there the job waits while the worker writes the binder, and edits wait for both.
 */
#include "oct-evidence-binder.h"

#include <glib/gi18n.h>

/**
 * oct_binder_report_describe_missing:
 * @report: what was made
 *
 * Returns: (transfer full) (nullable): how many files were left out, or %NULL where none was
 */
char *
oct_binder_report_describe_missing (const OctBinderReport *report)
{
  if (report->missing->len == 0)
    return NULL;

  return g_strdup_printf (
    ngettext ("The content of %u file is missing or was altered. The index of the binder says "
              "which.",
              "The content of %u files is missing or was altered. The index of the binder says "
              "which.",
              report->missing->len),
    report->missing->len);
}

typedef struct
{
  char *workspace_path;
  OctEvidenceFilter filter; /* owns its texts */
  OctBinderElement *elements;
  guint n_elements;
  char *parent;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  for (guint i = 0; i < order->n_elements; i++)
    {
      g_free ((char *) order->elements[i].key);
      g_free ((char *) order->elements[i].name);
    }
  g_free ((char *) order->filter.id);
  g_free ((char *) order->filter.cycle_id);
  g_free ((char *) order->filter.school_id);
  g_free ((char *) order->filter.element);
  g_free ((char *) order->filter.text);
  g_free (order->elements);
  g_free (order->workspace_path);
  g_free (order->parent);
  g_free (order);
}

static void
tell (gpointer job, const char *detail, guint done, guint total)
{
  oct_job_report (job, detail, done, total > 0 ? (double) done / total : -1);
}

static gpointer
write_order (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (order->workspace_path,
                                                           OCT_WORKSPACE_READ_ONLY, error);

  if (workspace == NULL)
    return NULL;

  return oct_evidence_binder_write (workspace, &order->filter, order->elements, order->n_elements,
                                    order->parent, tell, job, cancellable, error);
}

static void
free_report (gpointer report)
{
  if (report != NULL)
    oct_binder_report_free (report);
}

static Order *
new_order (const OctEvidenceFilter *filter, const OctBinderElement *elements, guint n_elements,
           const char *parent)
{
  Order *order = g_new0 (Order, 1);

  order->filter.id = g_strdup (filter->id);
  order->filter.cycle_id = g_strdup (filter->cycle_id);
  order->filter.school_id = g_strdup (filter->school_id);
  order->filter.element = g_strdup (filter->element);
  order->filter.text = g_strdup (filter->text);
  order->elements = g_new0 (OctBinderElement, n_elements);
  order->n_elements = n_elements;
  for (guint i = 0; i < n_elements; i++)
    {
      order->elements[i].key = g_strdup (elements[i].key);
      order->elements[i].name = g_strdup (elements[i].name);
    }
  order->parent = g_strdup (parent);

  return order;
}

/**
 * oct_evidence_binder_start:
 * @workspace_path: the file of a workspace
 * @filter: which evidence
 * @elements: (array length=n_elements): the elements in their order
 * @n_elements: how many
 * @parent: the folder in which the binder is made
 *
 * Returns: (transfer full): the job; its result is an #OctBinderReport
 */
OctJob *
oct_evidence_binder_start (const char *workspace_path, const OctEvidenceFilter *filter,
                           const OctBinderElement *elements, guint n_elements, const char *parent)
{
  Order *order = new_order (filter, elements, n_elements, parent);

  order->workspace_path = g_strdup (workspace_path);

  return oct_job_start (_("Saving the evidence binder"), write_order, order, order_free,
                        free_report);
}

/* On the thread of a worker. */

/* Shared by the two threads, the job's and the worker's, until both are through. */
typedef struct
{
  gint n_users;
  GMutex lock;
  GCond changed;
  Order *order;
  OctWorkspace *workspace;

  /* from the job, once its thread is there */
  OctJob *job;
  GCancellable *cancellable;

  /* from the worker */
  gboolean done;
  OctBinderReport *report;
  GError *error;
} Errand;

static void
errand_leave (gpointer data)
{
  Errand *errand = data;

  if (!g_atomic_int_dec_and_test (&errand->n_users))
    return;
  order_free (errand->order);
  g_object_unref (errand->workspace);
  g_clear_pointer (&errand->report, oct_binder_report_free);
  g_clear_error (&errand->error);
  g_cond_clear (&errand->changed);
  g_mutex_clear (&errand->lock);
  g_free (errand);
}

/* On the worker's thread: the job's is about to be there, and waits until this is done. */
static void
run_errand (gpointer data)
{
  Errand *errand = data;
  const Order *order = errand->order;

  g_mutex_lock (&errand->lock);
  while (errand->job == NULL)
    g_cond_wait (&errand->changed, &errand->lock);
  g_mutex_unlock (&errand->lock);
  errand->report = oct_evidence_binder_write (errand->workspace, &order->filter, order->elements,
                                              order->n_elements, order->parent, tell, errand->job,
                                              errand->cancellable, &errand->error);
  g_mutex_lock (&errand->lock);
  errand->done = TRUE;
  g_cond_signal (&errand->changed);
  g_mutex_unlock (&errand->lock);
  errand_leave (errand);
}

/* On the job's thread. */
static gpointer
wait_for_errand (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Errand *errand = data;

  g_mutex_lock (&errand->lock);
  errand->cancellable = cancellable;
  errand->job = job;
  g_cond_signal (&errand->changed);
  while (!errand->done)
    g_cond_wait (&errand->changed, &errand->lock);
  g_mutex_unlock (&errand->lock);
  if (errand->error != NULL)
    g_propagate_error (error, g_steal_pointer (&errand->error));

  return g_steal_pointer (&errand->report);
}

/**
 * oct_evidence_binder_start_on_worker:
 * @worker: the worker on whose thread @workspace is used; it has to outlive the job
 * @workspace: a workspace that is open
 * @filter: which evidence
 * @elements: (array length=n_elements): the elements in their order
 * @n_elements: how many
 * @parent: the folder in which the binder is made
 *
 * The same where nobody else can open the workspace: it is written through the connection there is,
 * after all that the worker was asked for before.
 *
 * Returns: (transfer full): the job; its result is an #OctBinderReport
 */
OctJob *
oct_evidence_binder_start_on_worker (OctWorker *worker, OctWorkspace *workspace,
                                     const OctEvidenceFilter *filter,
                                     const OctBinderElement *elements, guint n_elements,
                                     const char *parent)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->n_users = 2;
  g_mutex_init (&errand->lock);
  g_cond_init (&errand->changed);
  errand->order = new_order (filter, elements, n_elements, parent);
  errand->workspace = g_object_ref (workspace);
  oct_worker_push (worker, run_errand, errand);

  return oct_job_start (_("Saving the evidence binder"), wait_for_errand, errand, errand_leave,
                        free_report);
}
