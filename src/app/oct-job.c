/* A job: one thread that works, and the main thread that hears of it.
 *
 * What the work says of itself is put down under a lock and taken up by the main thread at most
 * 20 times a second, so that a reader of 50,000 rows may report each thousand of them without
 * the window redrawing each time. Only the main thread sees the properties, so that nobody else
 * has to lock. The end of the work travels the same way: "finished" is emitted on the main
 * thread, after the last report.
 */
#include "oct-job.h"

#define NOTIFY_INTERVAL (G_USEC_PER_SEC / 20)

struct _OctJob
{
  GObject parent_instance;

  /* set once */
  char *title;
  OctJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GCancellable *cancellable;
  GMainContext *context;

  /* the main thread's */
  char *detail;
  guint rows;
  double fraction;
  gboolean running;

  /* written by the work before the main thread is told that it is over */
  gpointer result;
  GError *error;

  /* shared, under the lock */
  GMutex lock;
  char *said_detail;
  guint said_rows;
  double said_fraction;
  gboolean notify_pending;
  gint64 last_notify;
};

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_FRACTION,
  PROP_ROWS,
  PROP_RUNNING,
  N_PROPS
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctJob, oct_job, G_TYPE_OBJECT)

static void
take_up (OctJob *self)
{
  g_autofree char *detail = NULL;
  guint rows;
  double fraction;

  g_mutex_lock (&self->lock);
  detail = g_strdup (self->said_detail);
  rows = self->said_rows;
  fraction = self->said_fraction;
  self->notify_pending = FALSE;
  self->last_notify = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (detail, self->detail) != 0)
    {
      g_free (self->detail);
      self->detail = g_steal_pointer (&detail);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
    }
  if (rows != self->rows)
    {
      self->rows = rows;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROWS]);
    }
  if (fraction != self->fraction)
    {
      self->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
report_cb (gpointer user_data)
{
  OctJob *self = user_data;

  if (self->running)
    take_up (self);

  return G_SOURCE_REMOVE;
}

static gboolean
finish_cb (gpointer user_data)
{
  OctJob *self = user_data;

  take_up (self);
  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);

  return G_SOURCE_REMOVE;
}

/* The source owns the reference, so that the job never ends its life on its own thread. */
static void
post (OctJob *self, GSource *source, GSourceFunc callback, OctJob *reference)
{
  g_autoptr (GMainContext) context = g_main_context_ref (self->context);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, callback, reference, g_object_unref);
  g_source_attach (source, context);
  g_source_unref (source);
}

static gpointer
work (gpointer user_data)
{
  OctJob *self = user_data;
  g_autoptr (GError) error = NULL;

  self->result = self->func (self, self->data, self->cancellable, &error);
  self->error = g_steal_pointer (&error);
  post (self, g_idle_source_new (), finish_cb, self);

  return NULL;
}

static void
oct_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OctJob *self = OCT_JOB (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_ROWS:
      g_value_set_uint (value, self->rows);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_job_finalize (GObject *object)
{
  OctJob *self = OCT_JOB (object);

  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  if (self->free_result != NULL)
    g_clear_pointer (&self->result, self->free_result);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->said_detail);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (oct_job_parent_class)->finalize (object);
}

static void
oct_job_class_init (OctJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = oct_job_get_property;
  object_class->finalize = oct_job_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  props[PROP_ROWS] = g_param_spec_uint ("rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_job_init (OctJob *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
  self->said_fraction = -1;
}

/**
 * oct_job_start:
 * @title: what the job does, in words for a person
 * @func: the work, run on a thread of its own
 * @data: (nullable): given to @func
 * @free_data: (nullable): frees @data on the main thread once the work is over
 * @free_result: (nullable): frees what @func returned, with the job
 *
 * Starts a job. Its properties and signals belong to the main context that is the default of the
 * calling thread.
 *
 * Returns: (transfer full): the job, running
 */
OctJob *
oct_job_start (const char *title, OctJobFunc func, gpointer data, GDestroyNotify free_data,
               GDestroyNotify free_result)
{
  OctJob *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (OCT_TYPE_JOB, NULL);
  self->title = g_strdup (title);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->free_result = free_result;
  self->context = g_main_context_ref_thread_default ();
  self->running = TRUE;
  g_thread_unref (g_thread_new ("octant-job", work, g_object_ref (self)));

  return self;
}

/**
 * oct_job_report:
 * @self: a job
 * @detail: (nullable): what it is doing, in words; %NULL leaves the words as they were
 * @rows: how many rows it has dealt with
 * @fraction: how far it is, from 0 to 1; -1 where that isn't known
 *
 * Says how far the work is. Called on the job's thread, as often as it likes: the main thread
 * hears of it at most 20 times a second, and always of the last report before the end.
 */
void
oct_job_report (OctJob *self, const char *detail, guint rows, double fraction)
{
  gint64 wait = -1;

  g_return_if_fail (OCT_IS_JOB (self));

  g_mutex_lock (&self->lock);
  if (detail != NULL && g_strcmp0 (detail, self->said_detail) != 0)
    {
      g_free (self->said_detail);
      self->said_detail = g_strdup (detail);
    }
  self->said_rows = rows;
  self->said_fraction = CLAMP (fraction, -1, 1);
  if (!self->notify_pending)
    {
      self->notify_pending = TRUE;
      wait = MAX (0, self->last_notify + NOTIFY_INTERVAL - g_get_monotonic_time ());
    }
  g_mutex_unlock (&self->lock);

  if (wait >= 0)
    post (self, g_timeout_source_new ((guint) (wait / 1000)), report_cb, g_object_ref (self));
}

/**
 * oct_job_cancel:
 * @self: a job
 *
 * Asks the work to stop. It ends as soon as it can, with %G_IO_ERROR_CANCELLED as its error.
 */
void
oct_job_cancel (OctJob *self)
{
  g_return_if_fail (OCT_IS_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * oct_job_get_title:
 * @self: a job
 *
 * Returns: what the job does, in words
 */
const char *
oct_job_get_title (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), NULL);

  return self->title;
}

/**
 * oct_job_get_detail:
 * @self: a job
 *
 * Returns: (nullable): what it is doing now, in words
 */
const char *
oct_job_get_detail (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), NULL);

  return self->detail;
}

/**
 * oct_job_get_fraction:
 * @self: a job
 *
 * Returns: how far it is, from 0 to 1, or -1 where that isn't known
 */
double
oct_job_get_fraction (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), -1);

  return self->fraction;
}

/**
 * oct_job_get_rows:
 * @self: a job
 *
 * Returns: how many rows it has dealt with
 */
guint
oct_job_get_rows (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), 0);

  return self->rows;
}

/**
 * oct_job_get_running:
 * @self: a job
 *
 * Returns: whether "finished" is still to come
 */
gboolean
oct_job_get_running (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), FALSE);

  return self->running;
}

/**
 * oct_job_get_result:
 * @self: a job that has finished
 *
 * Returns: (nullable) (transfer none): what the work returned; it lives as long as the job
 */
gpointer
oct_job_get_result (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), NULL);
  g_return_val_if_fail (!self->running, NULL);

  return self->result;
}

/**
 * oct_job_get_error:
 * @self: a job that has finished
 *
 * Returns: (nullable) (transfer none): why the work failed
 */
const GError *
oct_job_get_error (OctJob *self)
{
  g_return_val_if_fail (OCT_IS_JOB (self), NULL);
  g_return_val_if_fail (!self->running, NULL);

  return self->error;
}

/**
 * oct_job_wait:
 * @self: a job
 *
 * Iterates the job's main context until the job has finished. For the command line and tests.
 */
void
oct_job_wait (OctJob *self)
{
  g_autoptr (OctJob) job = NULL;

  g_return_if_fail (OCT_IS_JOB (self));

  job = g_object_ref (self);
  while (job->running)
    g_main_context_iteration (job->context, TRUE);
}
