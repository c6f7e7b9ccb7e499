/* All that one edit changed, in a window of its own; see the header.
 *
 * An edit may have changed some hundred records, such as the one that began the workspace. A view of
 * text lays out what is shown of it, where a label would lay out all of it, many times.
 */
#include "oct-edit-window.h"

#include <glib/gi18n.h>

static GtkWidget *
make_view (const char *changes)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), changes, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Everything that changed"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

/* Escape closes it. */
static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * oct_edit_window_present:
 * @parent: the widget that it is opened from
 * @sentence: what was done
 * @changes: a line for each field that changed
 *
 * Shows all that an edit changed.
 */
void
oct_edit_window_present (GtkWidget *parent, const char *sentence, const char *changes)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (sentence != NULL && changes != NULL);

  gtk_window_set_title (GTK_WINDOW (window), sentence);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 600);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_view (changes));
  adw_window_set_content (ADW_WINDOW (window), box);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
