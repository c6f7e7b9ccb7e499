/* How far an evidence binder is; see the header. Where it was saved is said in a toast. */

#include "oct-binder-bar.h"

#include <glib/gi18n.h>

#include "oct-evidence-binder.h"

struct _OctBinderBar
{
  AdwBin parent_instance;

  /* template */
  GtkProgressBar *bar;

  /* owned */
  GSignalGroup *job_signals;
};

G_DEFINE_FINAL_TYPE (OctBinderBar, oct_binder_bar, ADW_TYPE_BIN)

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
progress_cb (OctBinderBar *self, GParamSpec *pspec, OctJob *job)
{
  double fraction = oct_job_get_fraction (job);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
}

static void
say_where (OctBinderBar *self, const OctBinderReport *report)
{
  g_autofree char *name = g_path_get_basename (report->folder);
  /* Translators: %s is a folder. */
  g_autofree char *toast = g_strdup_printf (_("Saved the evidence binder as %s"), name);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
}

/* (transfer full) (nullable): what was left out. */
static char *
describe_missing (const OctBinderReport *report)
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

static void
finished_cb (OctBinderBar *self, OctJob *job)
{
  const GError *error = oct_job_get_error (job);
  g_autofree char *problem = NULL;

  if (error == NULL)
    {
      say_where (self, oct_job_get_result (job));
      problem = describe_missing (oct_job_get_result (job));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    problem = g_strdup (error->message);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_group_set_target (self->job_signals, NULL);
  g_signal_emit (self, signals[FINISHED], 0, problem);
}

static void
stop_cb (OctBinderBar *self)
{
  g_autoptr (OctJob) job = g_signal_group_dup_target (self->job_signals);

  if (job != NULL)
    oct_job_cancel (job);
}

static void
oct_binder_bar_dispose (GObject *object)
{
  OctBinderBar *self = OCT_BINDER_BAR (object);

  if (self->job_signals != NULL)
    g_signal_group_set_target (self->job_signals, NULL);
  g_clear_object (&self->job_signals);

  G_OBJECT_CLASS (oct_binder_bar_parent_class)->dispose (object);
}

static void
oct_binder_bar_class_init (OctBinderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_binder_bar_dispose;
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-binder-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OctBinderBar, bar);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
oct_binder_bar_init (OctBinderBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job_signals = g_signal_group_new (OCT_TYPE_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify::fraction", G_CALLBACK (progress_cb),
                                  self);
  g_signal_group_connect_swapped (self->job_signals, "finished", G_CALLBACK (finished_cb), self);
}

/**
 * oct_binder_bar_follow:
 * @self: a bar
 * @job: a job whose result is an #OctBinderReport
 *
 * Shows how far the job is, until it is finished.
 */
void
oct_binder_bar_follow (OctBinderBar *self, OctJob *job)
{
  g_return_if_fail (OCT_IS_BINDER_BAR (self));

  g_signal_group_set_target (self->job_signals, job);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
