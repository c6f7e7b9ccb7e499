/* Dropped files and mouse buttons; only oct-window.c uses this. */
#pragma once

#include "oct-window.h"

G_BEGIN_DECLS

void oct_window_input_attach (OctWindow *self, GtkRevealer *hint);

gboolean oct_window_input_imports_at (GtkWidget *window, double x, double y);

G_END_DECLS
