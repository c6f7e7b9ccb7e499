/* A job works on its own thread and tells the main thread, not too often, and always of its end. */
#include "oct-job.h"

typedef struct
{
  guint finished;
  guint notified;
  gboolean data_freed;
  GThread *main_thread;
} Heard;

static Heard heard;

static void
finished_cb (OctJob *job)
{
  g_assert_true (g_thread_self () == heard.main_thread);
  g_assert_false (oct_job_get_running (job));
  heard.finished++;
}

static void
rows_cb (OctJob *job)
{
  g_assert_true (g_thread_self () == heard.main_thread);
  heard.notified++;
}

static void
free_data (gpointer data)
{
  g_assert_true (g_thread_self () == heard.main_thread);
  heard.data_freed = TRUE;
}

static OctJob *
start (OctJobFunc func)
{
  OctJob *job;

  heard = (Heard) { .main_thread = g_thread_self () };
  job = oct_job_start ("Counting", func, &heard, free_data, g_free);
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), NULL);
  g_signal_connect (job, "notify::rows", G_CALLBACK (rows_cb), NULL);

  return job;
}

static gpointer
count (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 begin = g_get_monotonic_time ();
  guint rows = 0;

  g_assert_true (data == &heard);
  g_assert_true (g_thread_self () != heard.main_thread);
  while (g_get_monotonic_time () < begin + G_USEC_PER_SEC / 2)
    oct_job_report (job, "Counting rows", ++rows, 0.5);
  oct_job_report (job, "Done", 12345678, 1);

  return g_strdup ("counted");
}

static void
test_result (void)
{
  g_autoptr (OctJob) job = start (count);

  g_assert_cmpstr (oct_job_get_title (job), ==, "Counting");
  g_assert_true (oct_job_get_running (job));
  oct_job_wait (job);
  g_assert_cmpuint (heard.finished, ==, 1);
  g_assert_true (heard.data_freed);
  g_assert_cmpstr (oct_job_get_result (job), ==, "counted");
  g_assert_null (oct_job_get_error (job));
  g_assert_cmpstr (oct_job_get_detail (job), ==, "Done");
  g_assert_cmpuint (oct_job_get_rows (job), ==, 12345678);
  g_assert_cmpfloat (oct_job_get_fraction (job), ==, 1);
}

/* Half a second of reports, thousands of them: at most 20 a second and the last. */
static void
test_throttled (void)
{
  g_autoptr (OctJob) job = start (count);

  oct_job_wait (job);
  g_assert_cmpuint (heard.notified, >=, 2);
  g_assert_cmpuint (heard.notified, <=, 12);
}

static gpointer
fail (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "Full");

  return NULL;
}

static void
test_error (void)
{
  g_autoptr (OctJob) job = start (fail);

  oct_job_wait (job);
  g_assert_error (oct_job_get_error (job), G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (oct_job_get_result (job));
  g_assert_cmpuint (heard.finished, ==, 1);
}

static gpointer
until_cancelled (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  GPollFD poll;

  g_assert_true (g_cancellable_make_pollfd (cancellable, &poll));
  g_poll (&poll, 1, -1);
  g_cancellable_release_fd (cancellable);
  g_cancellable_set_error_if_cancelled (cancellable, error);

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (OctJob) job = start (until_cancelled);

  oct_job_cancel (job);
  oct_job_wait (job);
  g_assert_error (oct_job_get_error (job), G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whoever started it may lose interest: it still ends, and nothing is left behind. */
static void
test_abandoned (void)
{
  OctJob *job = start (count);
  gpointer weak = job;

  g_object_add_weak_pointer (G_OBJECT (job), &weak);
  g_object_unref (job);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heard.finished, ==, 1);
  g_assert_true (heard.data_freed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/job/hands over its result", test_result);
  g_test_add_func ("/app/job/tells at most 20 times a second", test_throttled);
  g_test_add_func ("/app/job/hands over its error", test_error);
  g_test_add_func ("/app/job/can be cancelled", test_cancel);
  g_test_add_func ("/app/job/ends when nobody waits", test_abandoned);

  return g_test_run ();
}
