/* What the window takes in besides keys: files that are dropped on it, and the side buttons of a mouse.
 *
 * Files may be dropped anywhere, on any page; while they hover over the window a hint says what
 * letting go will do, except where a part of the page takes files for itself and shows that it does.
 */

#include "oct-window-input.h"

#include <glib/gi18n.h>

/* The buttons on the side of a mouse. */
#define MOUSE_BUTTON_BACK 8
#define MOUSE_BUTTON_FORWARD 9

static void
mouse_pressed_cb (OctWindow *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == MOUSE_BUTTON_BACK)
    oct_window_back (self);
  else if (button == MOUSE_BUTTON_FORWARD)
    oct_window_forward (self);
  else
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
takes_files (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean found = FALSE;

  for (guint i = 0; !found && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        found = gdk_content_formats_contain_gtype (
          gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST);
    }

  return found;
}

/**
 * oct_window_input_imports_at:
 * @window: the window
 * @x: a place in it, in pixels
 * @y: the same, downwards
 *
 * Returns: whether files that are let go there are imported: nothing there takes them for itself
 */
gboolean
oct_window_input_imports_at (GtkWidget *window, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != window; widget = gtk_widget_get_parent (widget))
    if (takes_files (widget))
      return FALSE;

  return TRUE;
}

static void
drop_motion_cb (GtkRevealer *hint, double x, double y, GtkDropControllerMotion *motion)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);

  gtk_revealer_set_reveal_child (
    hint, drop != NULL
            && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST)
            && oct_window_input_imports_at (window, x, y));
}

static void
drop_leave_cb (GtkRevealer *hint)
{
  gtk_revealer_set_reveal_child (hint, FALSE);
}

static gboolean
drop_cb (OctWindow *self, const GValue *value, double x, double y, GtkDropTarget *drop)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  gtk_revealer_set_reveal_child (g_object_get_data (G_OBJECT (drop), "hint"), FALSE);
  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] == NULL)
    {
      oct_window_toast (self, _("Only files on this computer can be imported"), NULL);
      return FALSE;
    }
  oct_window_import (self, (const char *const *) paths);
  return TRUE;
}

/**
 * oct_window_input_attach:
 * @self: the window
 * @hint: what is revealed while files hover over the window
 *
 * Makes the window take dropped files and the side buttons of a mouse.
 */
void
oct_window_input_attach (OctWindow *self, GtkRevealer *hint)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  /* Before what is under the pointer, which may keep the news for itself. */
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (drop_motion_cb), hint);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (drop_motion_cb), hint);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (drop_leave_cb), hint);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_object_set_data (G_OBJECT (drop), "hint", hint);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (mouse_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
