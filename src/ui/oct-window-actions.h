/* The window's actions and their keys. */
#pragma once

#include "oct-window.h"

G_BEGIN_DECLS

void oct_window_class_install_actions (GtkWidgetClass *widget_class);
void oct_window_update_actions (OctWindow *self);
void oct_window_set_accels (GtkApplication *application);

G_END_DECLS
