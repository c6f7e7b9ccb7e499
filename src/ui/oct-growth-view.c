/* How a trust grew over the releases of the register that are imported.
 *
 * Schools and pupils are counted in different hundreds, so each has a picture of its own; one
 * release gives no line, and then a sentence says what would.
 */

#include "oct-growth-view.h"

#include <glib/gi18n.h>

#include "oct-chart-view.h"
#include "oct-line-chart.h"
#include "oct-text.h"

struct _OctGrowthView
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *message;
  OctChartView *schools;
  OctChartView *pupils;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (OctGrowthView, oct_growth_view, ADW_TYPE_BIN)

static void
show_chart (OctChartView *view, GArray *growth, gboolean pupils)
{
  g_autoptr (OctLineChart) chart = oct_line_chart_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (OctLinePoint));
  const char *name = pupils ? _("Pupils") : _("Open schools");

  for (guint i = 0; i < growth->len; i++)
    {
      const OctTrustGrowth *at = &g_array_index (growth, OctTrustGrowth, i);
      OctLinePoint point = { .day = at->date, .value = at->schools };

      if (pupils && at->pupils < 0)
        {
          point.value = OCT_CHART_MISSING;
          point.missing = _("Not stated");
        }
      else if (pupils)
        point.value = at->pupils;
      g_array_append_val (points, point);
    }

  oct_chart_set_title (OCT_CHART (chart), name);
  oct_line_chart_set_value_name (chart, name);
  oct_line_chart_set_unit (chart, OCT_CHART_UNIT_COUNT);
  oct_line_chart_add_series (chart, name, (const OctLinePoint *) points->data, points->len, TRUE);
  oct_chart_view_set_chart (view, OCT_CHART (chart));
}

static char *
describe_single (GArray *growth)
{
  const OctTrustGrowth *only;
  g_autofree char *date = NULL;
  g_autofree char *schools = NULL;

  if (growth->len == 0)
    return g_strdup (_("None of the full releases that are imported names schools of this group. "
                       "Growth is drawn when two or more do."));

  only = &g_array_index (growth, OctTrustGrowth, 0);
  date = oct_text_date (only->date);
  schools = oct_text_schools (only->schools);
  /* Translators: the day of a release, then "15 schools". */
  return g_strdup_printf (_("Only one full release that is imported names schools of this group, "
                            "that of %s: %s. Growth is drawn when two or more do: import another, "
                            "older or newer."),
                          date, schools);
}

static void
growth_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OctGrowthView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) growth = oct_session_read_growth_finish (OCT_SESSION (source), result, &error);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (growth == NULL || growth->len < 2)
    {
      message = growth != NULL ? describe_single (growth) : g_strdup (error->message);
      gtk_label_set_label (self->message, message);
      gtk_stack_set_visible_child_name (self->stack, "message");
      return;
    }

  show_chart (self->schools, growth, FALSE);
  show_chart (self->pupils, growth, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "charts");
}

static void
oct_growth_view_dispose (GObject *object)
{
  OctGrowthView *self = OCT_GROWTH_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_growth_view_parent_class)->dispose (object);
}

static void
oct_growth_view_class_init (OctGrowthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_growth_view_dispose;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-growth-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctGrowthView, stack);
  gtk_widget_class_bind_template_child (widget_class, OctGrowthView, message);
  gtk_widget_class_bind_template_child (widget_class, OctGrowthView, schools);
  gtk_widget_class_bind_template_child (widget_class, OctGrowthView, pupils);
}

static void
oct_growth_view_init (OctGrowthView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_growth_view_load:
 * @session: where to read
 * @uid: a trust
 *
 * Reads a trust's schools and pupils in each full release and shows them.
 */
void
oct_growth_view_load (OctGrowthView *self, OctSession *session, guint32 uid)
{
  g_return_if_fail (OCT_IS_GROWTH_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  oct_session_read_growth_async (session, uid, self->cancellable, growth_read_cb,
                                 g_object_ref (self));
}
