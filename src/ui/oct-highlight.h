/* Showing where a search matched: spans of a text become Pango attributes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoAttrList *oct_highlight_make (const char *text, const char *folded_query, const GdkRGBA *colour);

G_END_DECLS
