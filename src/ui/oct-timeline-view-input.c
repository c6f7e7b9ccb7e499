/* A timeline under the pointer: choosing, opening, dragging bars, pulling the picture along, zooming.
 *
 * A bar is moved by its middle and stretched by its ends; what is dragged is only a ghost until the
 * pointer is let go. Beside bars, dragging pulls the whole picture. Control and the wheel zoom.
 */

#include "octant-config.h"

#include "oct-timeline-view-private.h"

#include <math.h>

#include "oct-widget-theme.h"

#define WHEEL_STEP 1.25
/* From how far on a press is a drag. */
#define DRAG_FROM 5

static int
probe (OctTimelineView *self, double x, double y, OctTimelinePart *part)
{
  GtkWidget *widget = GTK_WIDGET (self);
  OctTimelineLayout layout;
  OctChartTheme theme;

  /* Tells the chart how far it is scrolled. */
  oct_timeline_view_get_layout (self, &layout);
  oct_widget_get_chart_theme (widget, &theme);
  return oct_timeline_chart_probe (self->chart, gtk_widget_get_width (widget),
                                   gtk_widget_get_height (widget), &theme, x, y, part);
}

static void
set_cursor (OctTimelineView *self)
{
  gboolean moves = oct_timeline_view_can_move (self, self->hovered);
  const char *name = NULL;

  if (self->hovered_part == OCT_TIMELINE_OPENER)
    name = "pointer";
  else if (moves
           && (self->hovered_part == OCT_TIMELINE_START || self->hovered_part == OCT_TIMELINE_END))
    name = "ew-resize";
  else if (moves && self->hovered_part == OCT_TIMELINE_BODY)
    name = "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
motion_cb (OctTimelineView *self, double x, double y)
{
  OctTimelinePart part;
  int datum = probe (self, x, y, &part);

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->panning || self->move.datum != OCT_CHART_NONE
      || (datum == self->hovered && part == self->hovered_part))
    return;
  self->hovered = datum;
  self->hovered_part = part;
  set_cursor (self);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (OctTimelineView *self)
{
  if (self->hovered == OCT_CHART_NONE)
    return;
  self->hovered = OCT_CHART_NONE;
  self->hovered_part = OCT_TIMELINE_NOWHERE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (OctTimelineView *self, int n_press, double x, double y)
{
  OctTimelinePart part;
  int datum = probe (self, x, y, &part);

  if (self->panning || self->move.datum != OCT_CHART_NONE)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (datum == OCT_CHART_NONE)
    return;
  oct_timeline_view_choose_datum (self, datum);
  if (part == OCT_TIMELINE_OPENER)
    oct_timeline_chart_set_open (self->chart, datum,
                                 !oct_timeline_chart_is_open (self->chart, datum));
  else if (n_press == 2)
    oct_timeline_view_activate (self);
}

static void
drag_begin_cb (OctTimelineView *self, double x, double y)
{
  self->drag_x = x;
  self->drag_y = y;
  self->panning = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    self->drag_value[i] = self->adjustments[i] != NULL
                            ? gtk_adjustment_get_value (self->adjustments[i])
                            : 0;
}

static void
begin_drag (OctTimelineView *self, GtkGesture *gesture)
{
  OctTimelinePart part;
  int datum = probe (self, self->drag_x, self->drag_y, &part);

  if (part >= OCT_TIMELINE_BODY && oct_timeline_view_can_move (self, datum))
    {
      oct_timeline_view_choose_datum (self, datum);
      oct_timeline_view_begin_move (self, datum, part, FALSE);
    }
  else if (part == OCT_TIMELINE_NAME || part == OCT_TIMELINE_OPENER)
    return;
  else
    self->panning = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (
    GTK_WIDGET (self), self->panning || part == OCT_TIMELINE_BODY ? "grabbing" : "ew-resize");
}

static void
pan (OctTimelineView *self, double dx, double dy)
{
  const double by[] = { [GTK_ORIENTATION_HORIZONTAL] = dx, [GTK_ORIENTATION_VERTICAL] = dy };

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        gtk_adjustment_set_value (self->adjustments[i], self->drag_value[i] - by[i]);
    }
}

static void
drag_update_cb (OctTimelineView *self, double dx, double dy, GtkGesture *gesture)
{
  if (!self->panning && self->move.datum == OCT_CHART_NONE)
    {
      if (hypot (dx, dy) < DRAG_FROM)
        return;
      begin_drag (self, gesture);
    }
  if (self->panning)
    pan (self, dx, dy);
  else if (self->move.datum != OCT_CHART_NONE && !self->move.by_keys)
    {
      self->move.start = self->move.was_start;
      self->move.end = self->move.was_end;
      oct_timeline_view_move_by (self, (gint32) round (dx / self->day_width));
    }
}

static void
drag_end_cb (OctTimelineView *self)
{
  if (self->move.datum != OCT_CHART_NONE && !self->move.by_keys)
    oct_timeline_view_ask_move (self);
  self->panning = FALSE;
  set_cursor (self);
}

static void
drag_cancel_cb (OctTimelineView *self)
{
  self->panning = FALSE;
  if (!self->move.asked)
    oct_timeline_view_let_go (self);
}

static gboolean
scroll_cb (OctTimelineView *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  oct_timeline_view_zoom_at (self, self->day_width * pow (WHEEL_STEP, -CLAMP (dy, -4, 4)),
                             self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (OctTimelineView *self)
{
  self->pinch = self->day_width;
}

static void
pinch_cb (OctTimelineView *self, double scale, GtkGesture *gesture)
{
  double x = self->pointer_x, y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  oct_timeline_view_zoom_at (self, self->pinch * scale, x);
}

static void
focus_cb (OctTimelineView *self)
{
  /* Where somebody goes on by keys, one row is chosen. */
  if (oct_timeline_view_get_chosen_datum (self) == OCT_CHART_NONE)
    oct_timeline_view_choose_datum (self, oct_chart_walk (OCT_CHART (self->chart), OCT_CHART_NONE,
                                                          OCT_CHART_FIRST));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
unfocus_cb (OctTimelineView *self)
{
  if (self->move.by_keys && !self->move.asked)
    oct_timeline_view_let_go (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
oct_timeline_view_add_input (OctTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (),
                     *scroll = gtk_event_controller_scroll_new (
                       GTK_EVENT_CONTROLLER_SCROLL_VERTICAL),
                     *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new (),
             *pinch = gtk_gesture_zoom_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (unfocus_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
