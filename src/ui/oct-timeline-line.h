/* A row of a timeline as a screen reader finds it: it draws nothing, and says what the picture shows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OCT_TYPE_TIMELINE_LINE (oct_timeline_line_get_type ())
G_DECLARE_FINAL_TYPE (OctTimelineLine, oct_timeline_line, OCT, TIMELINE_LINE, GtkWidget)

/* Signal "open": from the row's accessible action. */
GtkWidget *oct_timeline_line_new (void);
/* @line from 0; %GTK_INVALID_LIST_POSITION where it stands for none. */
void oct_timeline_line_set (OctTimelineLine *self, guint line, const char *words, gboolean chosen);
guint oct_timeline_line_get (OctTimelineLine *self);

G_END_DECLS
