/* The worker: one thread that does what touches a disk, in the order in which it was asked.
 *
 * The user's store is written and the register read here, so that the main thread never waits for
 * SQLite, and a write that was asked for first is on disk first.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OctWorker OctWorker;

/**
 * OctWorkFunc:
 * One piece of work, on the worker's thread.
 */
typedef void (*OctWorkFunc) (gpointer data);

OctWorker *oct_worker_new (void);
void oct_worker_free (OctWorker *self);
void oct_worker_push (OctWorker *self, OctWorkFunc func, gpointer data);
void oct_worker_flush (OctWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctWorker, oct_worker_free)

G_END_DECLS
