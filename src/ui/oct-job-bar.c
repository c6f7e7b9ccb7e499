/* How far a job is; see the header. Where the job doesn't know, the bar only says what it does. */

#include "oct-job-bar.h"

struct _OctJobBar
{
  AdwBin parent_instance;

  /* template */
  GtkProgressBar *bar;

  /* owned */
  GSignalGroup *signals;
};

static guint finished_signal;

G_DEFINE_FINAL_TYPE (OctJobBar, oct_job_bar, ADW_TYPE_BIN)

static void
fraction_cb (OctJobBar *self, GParamSpec *pspec, OctJob *job)
{
  gtk_progress_bar_set_fraction (self->bar, MAX (0, oct_job_get_fraction (job)));
}

static void
finished_cb (OctJobBar *self, OctJob *job)
{
  g_autoptr (OctJob) kept = g_object_ref (job);

  oct_job_bar_set_job (self, NULL);
  g_signal_emit (self, finished_signal, 0, kept);
}

static void
oct_job_bar_dispose (GObject *object)
{
  OctJobBar *self = OCT_JOB_BAR (object);

  if (self->signals != NULL)
    {
      oct_job_bar_stop (self);
      g_signal_group_set_target (self->signals, NULL);
    }
  g_clear_object (&self->signals);

  G_OBJECT_CLASS (oct_job_bar_parent_class)->dispose (object);
}

static void
oct_job_bar_class_init (OctJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_job_bar_dispose;
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, OCT_TYPE_JOB);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OctJobBar, bar);
  gtk_widget_class_bind_template_callback (widget_class, oct_job_bar_stop);
}

static void
oct_job_bar_init (OctJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (OCT_TYPE_JOB);
  g_signal_group_connect_swapped (self->signals, "notify::fraction", G_CALLBACK (fraction_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "finished", G_CALLBACK (finished_cb), self);
}

/**
 * oct_job_bar_set_job:
 * @self: a bar
 * @job: (nullable): a job that is running
 *
 * Shows how far a job is, until it has finished. One that was shown before is stopped.
 */
void
oct_job_bar_set_job (OctJobBar *self, OctJob *job)
{
  g_return_if_fail (OCT_IS_JOB_BAR (self));

  if (job != NULL)
    {
      oct_job_bar_stop (self);
      gtk_progress_bar_set_text (self->bar, oct_job_get_title (job));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      oct_job_get_title (job), -1);
      gtk_progress_bar_set_fraction (self->bar, 0);
    }
  g_signal_group_set_target (self->signals, job);
  gtk_widget_set_visible (GTK_WIDGET (self), job != NULL);
}

/**
 * oct_job_bar_stop:
 * @self: a bar
 *
 * Asks the job to stop; it finishes as soon as it can.
 */
void
oct_job_bar_stop (OctJobBar *self)
{
  g_autoptr (OctJob) job = NULL;

  g_return_if_fail (OCT_IS_JOB_BAR (self));

  job = g_signal_group_dup_target (self->signals);
  if (job != NULL)
    oct_job_cancel (job);
}

/**
 * oct_job_bar_is_busy:
 * @self: a bar
 *
 * Returns: whether a job is under way
 */
gboolean
oct_job_bar_is_busy (OctJobBar *self)
{
  g_autoptr (OctJob) job = NULL;

  g_return_val_if_fail (OCT_IS_JOB_BAR (self), FALSE);

  job = g_signal_group_dup_target (self->signals);

  return job != NULL;
}
