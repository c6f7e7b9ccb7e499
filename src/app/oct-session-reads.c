/* Reading from the register on the session's worker.
 *
 * All five reads have one shape: keep the register as it is now, ask it on the worker's thread,
 * hand the whole answer over on the caller's. The register is held by the read, so an import
 * that swaps it in the meantime changes nothing for whoever is waiting.
 */
#include <glib/gi18n.h>

#include "oct-session-private.h"

#include "oct-error.h"

typedef struct _Read Read;

typedef gpointer (*ReadFunc) (const Read *read, GError **error);

struct _Read
{
  ReadFunc func;
  GDestroyNotify free_answer;
  GTask *task;
  OctRegister *reg;
  OctChangeFilter filter;
  guint32 id;
  gpointer answer;
  GError *error;
};

static void
read_free (Read *read)
{
  if (read->answer != NULL)
    read->free_answer (read->answer);
  g_clear_error (&read->error);
  g_clear_object (&read->reg);
  g_clear_object (&read->task);
  g_free (read);
}

static gboolean
deliver_cb (gpointer user_data)
{
  Read *read = user_data;

  if (read->error != NULL)
    g_task_return_error (read->task, g_steal_pointer (&read->error));
  else
    g_task_return_pointer (read->task, g_steal_pointer (&read->answer), read->free_answer);

  return G_SOURCE_REMOVE;
}

/* On the worker's thread. The task goes back with the answer, so that neither it nor the session
 * it holds can end here. */
static void
run_read (gpointer data)
{
  Read *read = data;
  g_autoptr (GMainContext) context = g_main_context_ref (g_task_get_context (read->task));
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (read->task), &read->error))
    read->answer = read->func (read, &read->error);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, read, (GDestroyNotify) read_free);
  g_source_attach (source, context);
}

static void
start_read (OctSession *self, Read *read, GCancellable *cancellable, GAsyncReadyCallback callback,
            gpointer user_data)
{
  OctRegister *reg = oct_session_get_register (self);

  read->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (read->task, read->func);
  if (reg == NULL)
    {
      g_task_return_new_error (
        read->task, OCT_ERROR, OCT_ERROR_NO_REGISTER,
        _("No register has been imported yet. Import the public file first."));
      read_free (read);
      return;
    }
  read->reg = g_object_ref (reg);
  oct_worker_push (oct_session_get_worker (self), run_read, read);
}

static gpointer
read_facts (const Read *read, GError **error)
{
  return oct_register_read_facts (read->reg, read->id, error);
}

static gpointer
read_links (const Read *read, GError **error)
{
  return oct_register_read_links (read->reg, read->id, error);
}

static gpointer
read_changes (const Read *read, GError **error)
{
  return oct_register_read_changes (read->reg, &read->filter, error);
}

static gpointer
read_sources (const Read *read, GError **error)
{
  return oct_register_read_sources (read->reg, error);
}

static gpointer
read_growth (const Read *read, GError **error)
{
  return oct_register_read_growth (read->reg, read->id, error);
}

static Read *
new_read (ReadFunc func, guint32 id)
{
  Read *read = g_new0 (Read, 1);

  read->func = func;
  read->id = id;
  read->free_answer = func == read_growth ? (GDestroyNotify) g_array_unref
                                          : (GDestroyNotify) g_ptr_array_unref;

  return read;
}

/**
 * oct_session_read_facts_async:
 * @self: a session
 * @urn: a school
 * @c: (nullable): to cancel with
 * @cb: called on this thread when the answer is there
 * @data: given to @cb
 *
 * Reads every fact of a school; see oct_register_read_facts().
 */
void
oct_session_read_facts_async (OctSession *self, guint32 urn, GCancellable *c,
                              GAsyncReadyCallback cb, gpointer data)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  start_read (self, new_read (read_facts, urn), c, cb, data);
}

/**
 * oct_session_read_links_async:
 * @self: a session
 * @urn: a school
 * @c: (nullable): to cancel with
 * @cb: called on this thread when the answer is there
 * @data: given to @cb
 *
 * Reads a school's predecessors and successors; see oct_register_read_links().
 */
void
oct_session_read_links_async (OctSession *self, guint32 urn, GCancellable *c,
                              GAsyncReadyCallback cb, gpointer data)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  start_read (self, new_read (read_links, urn), c, cb, data);
}

/**
 * oct_session_read_changes_async:
 * @self: a session
 * @filter: which changes; copied
 * @c: (nullable): to cancel with
 * @cb: called on this thread when the answer is there
 * @data: given to @cb
 *
 * Reads the changes between releases; see oct_register_read_changes().
 */
void
oct_session_read_changes_async (OctSession *self, const OctChangeFilter *filter, GCancellable *c,
                                GAsyncReadyCallback cb, gpointer data)
{
  Read *read;

  g_return_if_fail (OCT_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  read = new_read (read_changes, 0);
  read->filter = *filter;
  start_read (self, read, c, cb, data);
}

/**
 * oct_session_read_sources_async:
 * @self: a session
 * @c: (nullable): to cancel with
 * @cb: called on this thread when the answer is there
 * @data: given to @cb
 *
 * Reads the files that the register is made from; see oct_register_read_sources().
 */
void
oct_session_read_sources_async (OctSession *self, GCancellable *c, GAsyncReadyCallback cb,
                                gpointer data)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  start_read (self, new_read (read_sources, 0), c, cb, data);
}

/**
 * oct_session_read_growth_async:
 * @self: a session
 * @uid: a trust
 * @c: (nullable): to cancel with
 * @cb: called on this thread when the answer is there
 * @data: given to @cb
 *
 * Reads a trust's schools and pupils release by release; see oct_register_read_growth().
 */
void
oct_session_read_growth_async (OctSession *self, guint32 uid, GCancellable *c,
                               GAsyncReadyCallback cb, gpointer data)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  start_read (self, new_read (read_growth, uid), c, cb, data);
}

/**
 * oct_session_read_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): what was read, or %NULL; %OCT_ERROR_NO_REGISTER where there is none
 */
GPtrArray *
oct_session_read_finish (OctSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) != read_growth, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * oct_session_read_growth_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctTrustGrowth): what was read, or %NULL
 */
GArray *
oct_session_read_growth_finish (OctSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == read_growth, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
