/* A job: long work that runs on its own thread, says how far it is, and can be cancelled.
 *
 * Properties, notified on the main thread: "title", "detail" (what it is doing, in words), "fraction"
 * (0 to 1, or -1 where unknown), "rows", "running". Signal "finished" is emitted once.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define OCT_TYPE_JOB (oct_job_get_type ())
G_DECLARE_FINAL_TYPE (OctJob, oct_job, OCT, JOB, GObject)

/**
 * OctJobFunc:
 * The work. Runs on the job's thread; returns the result (or %NULL with @error set).
 */
typedef gpointer (*OctJobFunc) (OctJob *job, gpointer data, GCancellable *cancellable,
                                GError **error);

OctJob *oct_job_start (const char *title, OctJobFunc func, gpointer data, GDestroyNotify free_data,
                       GDestroyNotify free_result);
/* From the job's thread, as often as it likes; the main thread hears of it at most 20 times a second. */
void oct_job_report (OctJob *self, const char *detail, guint rows, double fraction);
void oct_job_cancel (OctJob *self);

const char *oct_job_get_title (OctJob *self);
const char *oct_job_get_detail (OctJob *self);
double oct_job_get_fraction (OctJob *self);
guint oct_job_get_rows (OctJob *self);
gboolean oct_job_get_running (OctJob *self);
/* After "finished": the result belongs to the job; the error, if any, too. */
gpointer oct_job_get_result (OctJob *self);
const GError *oct_job_get_error (OctJob *self);
/* Iterates the main context until the job is done; for the command line and tests. */
void oct_job_wait (OctJob *self);

G_END_DECLS
