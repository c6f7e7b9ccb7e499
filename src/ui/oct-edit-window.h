/* All that one edit changed, in a window of its own. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void oct_edit_window_present (GtkWidget *parent, const char *sentence, const char *changes);

G_END_DECLS
