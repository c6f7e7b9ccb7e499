/* Showing where a search matched: a tint behind the letters that did. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void oct_highlight_draw (GtkSnapshot *snapshot, PangoLayout *layout, const char *folded_query,
                         int x, int y, const GdkRGBA *colour);

G_END_DECLS
