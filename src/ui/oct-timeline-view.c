/* The view of a timeline: size, scrolling, and what a screen reader finds.
 *
 * Pointer, keys and the picture lie in files of their own.
 */

#include "octant-config.h"

#include "oct-timeline-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "oct-timeline-line.h"
#include "oct-widget-theme.h"

/* So many days before the first and after the last row can be scrolled to. */
#define DAYS_BEFORE 120
#define DAYS_AFTER 200

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_MOVED,
  SIGNAL_ZOOMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctTimelineView, oct_timeline_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

static double
get_value (OctTimelineView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

/* The days that can be scrolled over: those of the rows and today, with room on both sides. */
static void
update_days (OctTimelineView *self)
{
  gint32 today = oct_timeline_view_get_today ();
  gint32 start, end;

  if (!oct_timeline_chart_get_extent (self->chart, &start, &end))
    start = end = today;
  self->first_day = MAX (MIN (start, today) - DAYS_BEFORE, 1);
  self->n_days = MAX (end, today) + DAYS_AFTER - self->first_day;
  self->stale = FALSE;
}

/* Where the chart is scrolled to; every answer of the chart depends on it. */
void
oct_timeline_view_apply_viewport (OctTimelineView *self)
{
  if (self->stale)
    update_days (self);
  oct_timeline_chart_set_viewport (
    self->chart, self->first_day + get_value (self, GTK_ORIENTATION_HORIZONTAL) / self->day_width,
    self->day_width, get_value (self, GTK_ORIENTATION_VERTICAL));
}

void
oct_timeline_view_get_layout (OctTimelineView *self, OctTimelineLayout *layout)
{
  OctChartTheme theme;

  oct_timeline_view_apply_viewport (self);
  oct_widget_get_chart_theme (GTK_WIDGET (self), &theme);
  oct_timeline_chart_get_layout (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                 gtk_widget_get_height (GTK_WIDGET (self)), &theme, layout);
}

double
oct_timeline_view_get_plot_width (OctTimelineView *self)
{
  OctTimelineLayout layout;

  oct_timeline_view_get_layout (self, &layout);
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - layout.names, 1);
}

void
oct_timeline_view_redraw (OctTimelineView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Says how far can be scrolled, at the width that a day has now. */
void
oct_timeline_view_configure (OctTimelineView *self)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double page, upper;
  OctTimelineLayout layout;

  oct_timeline_view_get_layout (self, &layout);
  page = oct_timeline_view_get_plot_width (self);
  upper = MAX (ceil (self->n_days * self->day_width), page);
  if (across != NULL)
    gtk_adjustment_configure (across, CLAMP (gtk_adjustment_get_value (across), 0, upper - page), 0,
                              upper, 40, MAX (page - 40, 1), page);
  page = MAX (layout.body, 1);
  upper = MAX (oct_timeline_chart_get_n_lines (self->chart) * layout.line, page);
  if (down != NULL)
    gtk_adjustment_configure (down, CLAMP (gtk_adjustment_get_value (down), 0, upper - page), 0,
                              upper, layout.line, MAX (page - layout.line, 1), page);
}

/* --- for a screen reader --- */

static char *
describe (OctTimelineView *self, int datum)
{
  char *words = oct_chart_describe_datum (OCT_CHART (self->chart), datum);

  return words != NULL ? g_strdelimit (words, "\n", ';') : g_strdup ("");
}

/* The view says the row that is chosen, or where it would be moved. */
static void
describe_view (OctTimelineView *self)
{
  int chosen = oct_timeline_view_get_chosen_datum (self);
  g_autofree char *label = NULL, *ghost = NULL, *description = NULL;

  if (self->move.datum != OCT_CHART_NONE && self->move.by_keys)
    {
      ghost = oct_timeline_days_to_text (self->move.start, self->move.end);
      /* Translators: days that a row of a timeline would have. */
      label = g_strdup_printf (_("%s. Enter moves it there, Escape leaves it"), ghost);
    }
  else
    label = chosen != OCT_CHART_NONE ? describe (self, chosen) : g_strdup (_("Timeline"));
  if (g_strcmp0 (label, self->said) == 0)
    return;
  description = oct_chart_describe (OCT_CHART (self->chart));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  g_free (self->said);
  self->said = g_steal_pointer (&label);
}

static gboolean
describe_cb (gpointer data)
{
  OctTimelineView *self = data;
  int chosen = oct_timeline_chart_get_line (self->chart, oct_timeline_view_get_chosen_datum (self));

  self->describe_source = 0;
  describe_view (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      OctTimelineLine *row = g_ptr_array_index (self->rows, i);
      guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "line"));
      g_autofree char *words = describe (self,
                                         oct_timeline_chart_get_line_datum (self->chart, line));

      oct_timeline_line_set (row, line, words, (int) line == chosen);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_describe (OctTimelineView *self)
{
  if (self->describe_source == 0)
    self->describe_source = g_idle_add_full (G_PRIORITY_LOW, describe_cb, self, NULL);
}

void
oct_timeline_view_update_accessible (OctTimelineView *self)
{
  describe_view (self);
  queue_describe (self);
}

static void
open_cb (OctTimelineView *self, OctTimelineLine *row)
{
  guint line = oct_timeline_line_get (row);

  oct_timeline_view_choose_datum (self, oct_timeline_chart_get_line_datum (self->chart, line));
  oct_timeline_view_activate (self);
}

/* One widget for each line in sight. */
static void
place_rows (OctTimelineView *self, int width)
{
  OctTimelineLayout layout;
  guint first, n;

  oct_timeline_view_get_layout (self, &layout);
  first = (guint) floor (layout.offset / layout.line);
  n = MIN ((guint) ceil (layout.body / layout.line),
           oct_timeline_chart_get_n_lines (self->chart) - first);
  while (self->rows->len > n)
    g_ptr_array_remove_index (self->rows, self->rows->len - 1);
  while (self->rows->len < n)
    {
      GtkWidget *row = oct_timeline_line_new ();

      g_signal_connect_object (row, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
  queue_describe (self);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      double top = layout.header + (first + i) * layout.line - layout.offset;
      int minimum;

      g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (first + i));
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (
        row, &(GtkAllocation) { 0, (int) top, MAX (width, 1), MAX ((int) layout.line, minimum) },
        -1);
    }
}

/* --- widget --- */

static void
oct_timeline_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  double scale = oct_timeline_view_get_scale (OCT_TIMELINE_VIEW (widget));

  *minimum = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 160) * scale);
  *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? 700 : 420) * scale);
}

static void
oct_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);

  oct_timeline_view_configure (self);
  if (self->wanted_day >= 0)
    {
      double day = self->wanted_day;

      self->wanted_day = -1;
      oct_timeline_view_show_day (self, day);
    }
  place_rows (self, width);
  oct_timeline_view_redraw (self);
}

static gboolean
oct_timeline_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  int datum = keyboard ? oct_timeline_view_get_chosen_datum (self) : self->hovered;
  g_autofree char *text = NULL;

  if (datum == OCT_CHART_NONE || self->move.datum != OCT_CHART_NONE
      || (!keyboard && self->hovered_part == OCT_TIMELINE_LANE))
    return FALSE;
  text = oct_chart_describe_datum (OCT_CHART (self->chart), datum);
  gtk_tooltip_set_text (tooltip, text);
  if (!keyboard)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });
  return text != NULL;
}

static void
oct_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (oct_timeline_view_parent_class)->css_changed (widget, change);
  oct_timeline_view_redraw (OCT_TIMELINE_VIEW (widget));
}

static void
theme_changed_cb (OctTimelineView *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  oct_timeline_view_redraw (self);
}

static void
chart_changed_cb (OctTimelineView *self)
{
  /* Called for each row of thousands: what follows from them waits until it is asked for. */
  self->stale = TRUE;
  self->hovered = OCT_CHART_NONE;
  self->move.datum = OCT_CHART_NONE;
  self->move.asked = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  oct_timeline_view_redraw (self);
  queue_describe (self);
}

static void
adjustment_changed_cb (OctTimelineView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (OctTimelineView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, adjustment_changed_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The scales stay where they are. So do the names, but a border beside them would be asked for as width. */
static gboolean
scrollable_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  OctTimelineLayout layout;

  oct_timeline_view_get_layout (OCT_TIMELINE_VIEW (scrollable), &layout);
  *border = (GtkBorder) { .top = (gint16) layout.header };
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = scrollable_get_border;
}

static void
oct_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
oct_timeline_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* The view is as small as one likes either way. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
oct_timeline_view_dispose (GObject *object)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->describe_source, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (oct_timeline_view_parent_class)->dispose (object);
}

static void
oct_timeline_view_finalize (GObject *object)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (object);

  g_free (self->chosen);
  g_free (self->said);

  G_OBJECT_CLASS (oct_timeline_view_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /* A row is to be opened: its id. */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", OCT_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* A row is to have other days: its id, the first and the last. */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", OCT_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT,
                                        G_TYPE_INT);
  /* Another level is nearest. */
  signals[SIGNAL_ZOOMED] = g_signal_new ("zoomed", OCT_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_timeline_view_class_init (OctTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = oct_timeline_view_get_property;
  object_class->set_property = oct_timeline_view_set_property;
  object_class->dispose = oct_timeline_view_dispose;
  object_class->finalize = oct_timeline_view_finalize;
  widget_class->measure = oct_timeline_view_measure;
  widget_class->size_allocate = oct_timeline_view_size_allocate;
  widget_class->snapshot = oct_timeline_view_snapshot;
  widget_class->query_tooltip = oct_timeline_view_query_tooltip;
  widget_class->css_changed = oct_timeline_view_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  install_signals ();
  oct_timeline_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_GRID);
}

static void
oct_timeline_view_init (OctTimelineView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->chart = oct_timeline_chart_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->hovered = self->move.datum = OCT_CHART_NONE;
  self->level = OCT_TIMELINE_BY_TERM;
  self->day_width = 2.2;
  self->wanted_day = -1;
  oct_chart_set_title (OCT_CHART (self->chart), "");
  g_signal_connect_swapped (self->chart, "changed", G_CALLBACK (chart_changed_cb), self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "view");
  self->stale = TRUE;
  oct_timeline_view_add_input (self);
  oct_timeline_view_update_accessible (self);
}

/**
 * oct_timeline_view_new:
 *
 * Returns: (transfer floating): a view of an empty timeline
 */
GtkWidget *
oct_timeline_view_new (void)
{
  return g_object_new (OCT_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * oct_timeline_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none): what it shows, to be filled by the view's owner
 */
OctTimelineChart *
oct_timeline_view_get_chart (OctTimelineView *self)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_VIEW (self), NULL);

  return self->chart;
}
