/* Writing an evidence binder as a job: on its own thread and its own connection to the workspace, so
 * that the window goes on reading and writing meanwhile.
 */
#include "oct-evidence-binder.h"

#include <glib/gi18n.h>

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
  Order *order = g_new0 (Order, 1);

  order->workspace_path = g_strdup (workspace_path);
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

  return oct_job_start (_("Saving the evidence binder"), write_order, order, order_free,
                        free_report);
}
