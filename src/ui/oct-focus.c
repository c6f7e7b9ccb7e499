/* Where the keyboard goes; see the header.
 *
 * GTK lets a widget without focus of its own grab it after its children when Tab goes backwards. One
 * that passes the focus on to its favourite child would so never let go of it.
 */

#include "oct-focus.h"

/**
 * oct_focus_child:
 * @widget: a widget with one child, that takes no focus itself
 * @direction: where the focus goes
 *
 * To be the widget's way of moving the focus when it grabs the focus for a part of it.
 *
 * Returns: whether the focus is within it now; else it goes on behind or before it
 */
gboolean
oct_focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/**
 * oct_focus_other_side:
 * @page: the page of a window
 *
 * Takes the keyboard from the page to the place that is marked in the sidebar, which is shown if it
 * was hidden, and from the sidebar to the page.
 */
void
oct_focus_other_side (OctPage *page)
{
  GtkWidget *flap = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_FLAP);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *sidebar;

  g_return_if_fail (flap != NULL);

  sidebar = adw_flap_get_flap (ADW_FLAP (flap));
  if (focus != NULL && gtk_widget_is_ancestor (focus, sidebar))
    {
      if (!gtk_widget_grab_focus (GTK_WIDGET (page)))
        gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
      return;
    }
  adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD);
}
