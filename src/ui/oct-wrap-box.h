/* A row of small widgets that continues on the next line when it is full. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OCT_TYPE_WRAP_BOX (oct_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (OctWrapBox, oct_wrap_box, OCT, WRAP_BOX, GtkWidget)

GtkWidget *oct_wrap_box_new (int spacing);
void oct_wrap_box_append (OctWrapBox *self, GtkWidget *child);
void oct_wrap_box_remove_all (OctWrapBox *self);

G_END_DECLS
