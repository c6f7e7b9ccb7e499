/* Keeping what a screen reader finds in step with what is shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void oct_accessible_follow (GtkWidget *widget);

G_END_DECLS
