/* Menus that are made when they are first opened. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void oct_late_menu_attach (GtkMenuButton *button, GMenuModel *model);

G_END_DECLS
