/* Showing where a search matched: a tint behind the letters that did. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void oct_highlight_draw (GtkSnapshot *snapshot, PangoLayout *layout, const char *folded_query,
                         int x, int y, const GdkRGBA *colour);
/* The same for a widget that lays its text out itself; %NULL where nothing matches. */
PangoAttrList *oct_highlight_attributes (const char *text, const char *folded_query,
                                         const GdkRGBA *colour);

G_END_DECLS
