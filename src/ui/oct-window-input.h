/* Dropped files and mouse buttons; only oct-window.c uses this. */
#pragma once

#include "oct-window.h"

G_BEGIN_DECLS

void oct_window_input_attach (OctWindow *self, GtkRevealer *hint);

G_END_DECLS
