/* Menus that are made when they are first opened.
 *
 * GTK makes the popover of a menu button as soon as the button has a menu: some fifteen widgets for
 * each row of it, before the first frame, of which most people never see most. Here the button knows
 * its menu and makes it when it is opened.
 */

#include "oct-late-menu.h"

static void
create_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (data));
}

/**
 * oct_late_menu_attach:
 * @button: a menu button without a menu
 * @model: (transfer none): its menu
 *
 * Gives a button a menu that is made when it is first opened.
 */
void
oct_late_menu_attach (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, create_cb, g_object_ref (model), g_object_unref);
}
