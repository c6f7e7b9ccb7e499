/* The worker's thread: a pool of exactly one, which makes it a queue.
 *
 * A pool brings the queue, the thread's start and its orderly end; a limit of one brings the
 * order. Ending it waits for everything that was asked for, so that a star set just before the
 * window closes is kept.
 */
#include "oct-worker.h"

struct _OctWorker
{
  GThreadPool *pool;
};

typedef struct
{
  OctWorkFunc func;
  gpointer data;
} Work;

typedef struct
{
  GMutex lock;
  GCond reached;
  gboolean done;
} Marker;

static void
run (gpointer data, gpointer user_data)
{
  Work *work = data;

  work->func (work->data);
  g_free (work);
}

static void
reach_marker (gpointer data)
{
  Marker *marker = data;

  g_mutex_lock (&marker->lock);
  marker->done = TRUE;
  g_cond_signal (&marker->reached);
  g_mutex_unlock (&marker->lock);
}

/**
 * oct_worker_new:
 *
 * Returns: (transfer full): a worker with nothing to do
 */
OctWorker *
oct_worker_new (void)
{
  OctWorker *self = g_new0 (OctWorker, 1);

  self->pool = g_thread_pool_new (run, self, 1, FALSE, NULL);

  return self;
}

/**
 * oct_worker_free:
 * @self: a worker
 *
 * Waits until everything that was asked for is done, then ends the thread.
 */
void
oct_worker_free (OctWorker *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_free (self);
}

/**
 * oct_worker_push:
 * @self: a worker
 * @func: the work
 * @data: given to @func, which owns it
 *
 * Asks for a piece of work, to be done after all that was asked for before.
 */
void
oct_worker_push (OctWorker *self, OctWorkFunc func, gpointer data)
{
  Work *work = g_new (Work, 1);

  work->func = func;
  work->data = data;
  g_thread_pool_push (self->pool, work, NULL);
}

/**
 * oct_worker_flush:
 * @self: a worker
 *
 * Blocks until everything that was asked for so far is done.
 */
void
oct_worker_flush (OctWorker *self)
{
  Marker marker = { 0 };

  g_mutex_init (&marker.lock);
  g_cond_init (&marker.reached);
  oct_worker_push (self, reach_marker, &marker);
  g_mutex_lock (&marker.lock);
  while (!marker.done)
    g_cond_wait (&marker.reached, &marker.lock);
  g_mutex_unlock (&marker.lock);
  g_cond_clear (&marker.reached);
  g_mutex_clear (&marker.lock);
}
