/* How a chart in a window is used: pointer, touch, keyboard, context menu.
 *
 * Arrow keys walk from datum to datum, Enter chooses, Escape lets go. A map is moved by dragging
 * or Shift and arrows, and enlarged by the wheel, two fingers, + and −; 0 shows all of it again.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-picture.h"
#include "oct-chart-table-window.h"
#include "oct-chart-view-private.h"
#include "oct-map-chart.h"

#define WHEEL_STEP 1.25
#define KEY_STEP 1.5
/* How far Shift and an arrow key move a map, and from where on a press is a drag. */
#define PAN_STEP 60
#define DRAG_FROM 6

static void
pan (OctChartView *self, double dx, double dy)
{
  OctChartTheme theme;

  oct_chart_view_get_theme (self, &theme);
  oct_map_chart_pan (OCT_MAP_CHART (self->chart), dx, dy, oct_chart_view_get_width (self),
                     oct_chart_view_get_height (self), &theme);
}

static int
hit (OctChartView *self, double x, double y)
{
  OctChartTheme theme;

  if (self->chart == NULL)
    return OCT_CHART_NONE;
  oct_chart_view_get_theme (self, &theme);
  return oct_chart_hit (self->chart, oct_chart_view_get_width (self),
                        oct_chart_view_get_height (self), &theme, x, y);
}

static void
zoom_middle (OctChartView *self, double factor)
{
  oct_chart_view_zoom (self, factor, oct_chart_view_get_width (self) / 2,
                       oct_chart_view_get_height (self) / 2);
}

static void
fit (OctChartView *self)
{
  if (OCT_IS_MAP_CHART (self->chart))
    oct_map_chart_fit_points (OCT_MAP_CHART (self->chart));
}

static void
motion_cb (OctChartView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (!self->dragged)
    oct_chart_view_set_hovered (self, hit (self, x, y));
}

static void
leave_cb (OctChartView *self)
{
  if (self->chart != NULL)
    oct_chart_view_set_hovered (self, OCT_CHART_NONE);
}

static void
released_cb (OctChartView *self, int n_press, double x, double y)
{
  int datum = hit (self, x, y);

  if (self->dragged)
    return;
  if (gtk_widget_get_focus_on_click (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && datum == OCT_CHART_NONE)
    {
      oct_chart_view_zoom (self, 2, x, y);
      return;
    }
  if (n_press > 1)
    return;
  if (datum != OCT_CHART_NONE)
    oct_chart_view_set_focused (self, datum);
  oct_chart_view_activate_datum (self, datum);
}

static void
open_menu (OctChartView *self, double x, double y)
{
  if (self->chart == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (OctChartView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* On a page that scrolls, the wheel scrolls the page also where a map lies under it; Control and the
 * wheel zoom, as everywhere. A map that is the page itself needs no Control.
 */
static gboolean
scroll_cb (OctChartView *self, double dx, double dy, GtkEventController *controller)
{
  gboolean with_control = (gtk_event_controller_get_current_event_state (controller)
                           & GDK_CONTROL_MASK)
                          != 0;

  if (!OCT_IS_MAP_CHART (self->chart)
      || (!with_control
          && gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW) != NULL))
    return GDK_EVENT_PROPAGATE;

  oct_chart_view_zoom (self, pow (WHEEL_STEP, -CLAMP (dy, -4, 4)), self->pointer_x,
                       self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (OctChartView *self, double x, double y, GtkGesture *gesture)
{
  self->dragged = FALSE;
  self->drag_x = self->drag_y = 0;
  if (!OCT_IS_MAP_CHART (self->chart))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (OctChartView *self, double x, double y, GtkGesture *gesture)
{
  if (!OCT_IS_MAP_CHART (self->chart) || (!self->dragged && hypot (x, y) < DRAG_FROM))
    return;
  if (!self->dragged)
    {
      self->dragged = TRUE;
      oct_chart_view_set_hovered (self, OCT_CHART_NONE);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  pan (self, x - self->drag_x, y - self->drag_y);
  self->drag_x = x;
  self->drag_y = y;
}

static void
drag_end_cb (OctChartView *self)
{
  if (self->dragged)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  self->dragged = FALSE;
}

static void
pinch_begin_cb (OctChartView *self)
{
  self->pinch = 1;
}

static void
pinch_cb (OctChartView *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y) || scale <= 0)
    return;
  oct_chart_view_zoom (self, scale / self->pinch, x, y);
  self->pinch = scale;
}

static gboolean
walk (OctChartView *self, OctChartStep step)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int datum = oct_chart_walk (self->chart, self->focused, step);

  /* Whoever came by pointer and goes on by keyboard wants to see where. */
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  oct_chart_view_set_focused (self, datum);
  return GDK_EVENT_STOP;
}

/* Shift and an arrow: the map moves, not the focus. */
static gboolean
shifted (OctChartView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      pan (self, PAN_STEP, 0);
      return TRUE;
    case GDK_KEY_Right:
      pan (self, -PAN_STEP, 0);
      return TRUE;
    case GDK_KEY_Up:
      pan (self, 0, PAN_STEP);
      return TRUE;
    case GDK_KEY_Down:
      pan (self, 0, -PAN_STEP);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
map_key (OctChartView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_middle (self, KEY_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_middle (self, 1 / KEY_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (OctChartView *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->chart == NULL || (modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    {
      open_menu (self, oct_chart_view_get_width (self) / 2, oct_chart_view_get_height (self) / 2);
      return GDK_EVENT_STOP;
    }
  if (OCT_IS_MAP_CHART (self->chart)
      && ((modifiers == GDK_SHIFT_MASK && shifted (self, key)) || map_key (self, key)))
    return GDK_EVENT_STOP;
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
      return walk (self,
                   mirrored && !OCT_IS_MAP_CHART (self->chart) ? OCT_CHART_RIGHT : OCT_CHART_LEFT);
    case GDK_KEY_Right:
      return walk (self,
                   mirrored && !OCT_IS_MAP_CHART (self->chart) ? OCT_CHART_LEFT : OCT_CHART_RIGHT);
    case GDK_KEY_Up:
      return walk (self, OCT_CHART_UP);
    case GDK_KEY_Down:
      return walk (self, OCT_CHART_DOWN);
    case GDK_KEY_Home:
      return walk (self, OCT_CHART_FIRST);
    case GDK_KEY_End:
      return walk (self, OCT_CHART_LAST);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      oct_chart_view_activate_datum (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->focused == OCT_CHART_NONE)
        return GDK_EVENT_PROPAGATE;
      oct_chart_view_set_focused (self, OCT_CHART_NONE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctChartView *self = OCT_CHART_VIEW (widget);

  if (self->chart != NULL)
    oct_chart_picture_copy (self->chart, widget);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctChartView *self = OCT_CHART_VIEW (widget);

  if (self->chart != NULL)
    oct_chart_picture_save (self->chart, widget);
}

static void
table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctChartView *self = OCT_CHART_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window;

  if (self->chart == NULL)
    return;
  window = oct_chart_table_window_new (self->chart);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_middle (OCT_CHART_VIEW (widget), KEY_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_middle (OCT_CHART_VIEW (widget), 1 / KEY_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fit (OCT_CHART_VIEW (widget));
}

void
oct_chart_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.table", NULL, table_cb);
  gtk_widget_class_install_action (widget_class, "chart.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "chart.fit", NULL, fit_cb);
}

static void
add_zoom_button (GtkWidget *box, const char *icon, const char *words, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "osd");
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_menu (OctChartView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Copy picture"), "chart.copy");
  g_menu_append (menu, _("_Save picture…"), "chart.save");
  g_menu_append (menu, _("Show as _table"), "chart.table");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
add_pointer (OctChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect_swapped (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ());
  g_signal_connect_swapped (controller, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (controller, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (controller, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_zoom_new ());
  g_signal_connect_swapped (controller, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (controller, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  g_signal_connect_swapped (controller, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (controller, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, controller);
}

void
oct_chart_view_add_input (OctChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_pointer (self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_menu (self);

  self->zoom_buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->zoom_buttons, "linked");
  add_zoom_button (self->zoom_buttons, "zoom-in-symbolic", _("Enlarge"), "chart.zoom-in");
  add_zoom_button (self->zoom_buttons, "zoom-out-symbolic", _("Reduce"), "chart.zoom-out");
  add_zoom_button (self->zoom_buttons, "zoom-fit-best-symbolic", _("Show all"), "chart.fit");
  gtk_widget_set_visible (self->zoom_buttons, FALSE);
  gtk_widget_set_parent (self->zoom_buttons, GTK_WIDGET (self));
}
