/* Texts laid out in one line and kept, for tables that show the same ones over and over. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OCT_TYPE_TEXT_LAYOUTS (oct_text_layouts_get_type ())
G_DECLARE_FINAL_TYPE (OctTextLayouts, oct_text_layouts, OCT, TEXT_LAYOUTS, GObject)

OctTextLayouts *oct_text_layouts_new (void);
PangoLayout *oct_text_layouts_get (OctTextLayouts *self, PangoContext *context, const char *text,
                                   int width, gboolean numeric);
void oct_text_layouts_clear (OctTextLayouts *self);

G_END_DECLS
