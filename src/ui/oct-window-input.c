/* What the window takes in besides keys: files that are dropped on it, and the side buttons of a mouse.
 *
 * Files may be dropped anywhere, on any page; while they hover over the window a hint says what
 * letting go will do.
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

static GdkDragAction
drop_enter_cb (GtkRevealer *hint)
{
  gtk_revealer_set_reveal_child (hint, TRUE);
  return GDK_ACTION_COPY;
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

  g_signal_connect_swapped (drop, "enter", G_CALLBACK (drop_enter_cb), hint);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (drop_leave_cb), hint);
  g_object_set_data (G_OBJECT (drop), "hint", hint);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (mouse_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
