/* One row of the sidebar: an icon, a name, and the location it leads to.
 *
 * A saved view's row can be renamed and deleted from its menu, which opens by the secondary button,
 * a long press or the menu key.
 */

#include "oct-sidebar-row.h"

#include <glib/gi18n.h>

struct _OctSidebarRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *count;

  /* owned */
  char *location;
  char *heading;
  GtkWidget *menu;

  gboolean saved;
};

G_DEFINE_FINAL_TYPE (OctSidebarRow, oct_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_menu (OctSidebarRow *self, double x, double y)
{
  g_autoptr (GMenu) model = NULL;
  const char *name = gtk_label_get_label (self->label);
  GdkRectangle point = { (int) x, (int) y, 1, 1 };
  GMenuItem *item;

  if (!self->saved)
    return;
  if (self->menu == NULL)
    {
      model = g_menu_new ();
      item = g_menu_item_new (_("_Rename…"), NULL);
      g_menu_item_set_action_and_target (item, "sidebar.rename-view", "s", name);
      g_menu_append_item (model, item);
      g_object_unref (item);
      item = g_menu_item_new (_("_Delete"), NULL);
      g_menu_item_set_action_and_target (item, "sidebar.delete-view", "s", name);
      g_menu_append_item (model, item);
      g_object_unref (item);
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (OctSidebarRow *self, int n_press, double x, double y)
{
  show_menu (self, x, y);
}

static void
long_pressed_cb (OctSidebarRow *self, double x, double y)
{
  show_menu (self, x, y);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_menu (OCT_SIDEBAR_ROW (widget), 24, gtk_widget_get_height (widget));
}

static void
oct_sidebar_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OctSidebarRow *self = OCT_SIDEBAR_ROW (widget);

  GTK_WIDGET_CLASS (oct_sidebar_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
oct_sidebar_row_dispose (GObject *object)
{
  OctSidebarRow *self = OCT_SIDEBAR_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (oct_sidebar_row_parent_class)->dispose (object);
}

static void
oct_sidebar_row_finalize (GObject *object)
{
  OctSidebarRow *self = OCT_SIDEBAR_ROW (object);

  g_free (self->location);
  g_free (self->heading);
  G_OBJECT_CLASS (oct_sidebar_row_parent_class)->finalize (object);
}

static void
oct_sidebar_row_class_init (OctSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_sidebar_row_dispose;
  object_class->finalize = oct_sidebar_row_finalize;
  widget_class->size_allocate = oct_sidebar_row_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, OctSidebarRow, label);
  gtk_widget_class_bind_template_child (widget_class, OctSidebarRow, count);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
}

static void
oct_sidebar_row_init (OctSidebarRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/**
 * oct_sidebar_row_new:
 * @icon: name of a symbolic icon
 * @label: what the row is called
 * @location: where it leads
 *
 * Makes a row.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
oct_sidebar_row_new (const char *icon, const char *label, const char *location)
{
  OctSidebarRow *self = g_object_new (OCT_TYPE_SIDEBAR_ROW, NULL);

  self->location = g_strdup (location);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * oct_sidebar_row_get_label:
 * @self: a row
 *
 * Returns: what the row is called
 */
const char *
oct_sidebar_row_get_label (OctSidebarRow *self)
{
  g_return_val_if_fail (OCT_IS_SIDEBAR_ROW (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * oct_sidebar_row_get_location:
 * @self: a row
 *
 * Returns: where the row leads
 */
const char *
oct_sidebar_row_get_location (OctSidebarRow *self)
{
  g_return_val_if_fail (OCT_IS_SIDEBAR_ROW (self), NULL);

  return self->location;
}

/**
 * oct_sidebar_row_set_count:
 * @self: a row
 * @count: how many things are behind it
 *
 * Shows a number at the end of the row; 0 shows none.
 */
void
oct_sidebar_row_set_count (OctSidebarRow *self, guint count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (OCT_IS_SIDEBAR_ROW (self));

  text = g_strdup_printf ("%'u", count);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

/**
 * oct_sidebar_row_set_heading:
 * @self: a row
 * @heading: (nullable): what stands over this row and those that follow
 *
 * Begins a group of rows.
 */
void
oct_sidebar_row_set_heading (OctSidebarRow *self, const char *heading)
{
  g_return_if_fail (OCT_IS_SIDEBAR_ROW (self));

  g_free (self->heading);
  self->heading = g_strdup (heading);
}

/**
 * oct_sidebar_row_get_heading:
 * @self: a row
 *
 * Returns: (nullable): what stands over this row
 */
const char *
oct_sidebar_row_get_heading (OctSidebarRow *self)
{
  g_return_val_if_fail (OCT_IS_SIDEBAR_ROW (self), NULL);

  return self->heading;
}

/**
 * oct_sidebar_row_set_saved:
 * @self: a row
 * @saved: whether it is a saved view of the user's
 *
 * Gives the row the menu of a saved view.
 */
void
oct_sidebar_row_set_saved (OctSidebarRow *self, gboolean saved)
{
  g_return_if_fail (OCT_IS_SIDEBAR_ROW (self));

  self->saved = saved;
  /* Translators: how a screen reader and a tooltip explain a saved view in the sidebar. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               saved ? _("Saved view. Rename or delete it with the menu key or the "
                                         "secondary mouse button.")
                                     : NULL);
}
