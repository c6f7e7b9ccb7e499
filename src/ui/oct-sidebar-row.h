/* One row of the sidebar: an icon, a name, and the location it leads to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OCT_TYPE_SIDEBAR_ROW (oct_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (OctSidebarRow, oct_sidebar_row, OCT, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *oct_sidebar_row_new (const char *icon, const char *label, const char *location);
const char *oct_sidebar_row_get_label (OctSidebarRow *self);
const char *oct_sidebar_row_get_location (OctSidebarRow *self);
void oct_sidebar_row_set_count (OctSidebarRow *self, guint count);
void oct_sidebar_row_set_heading (OctSidebarRow *self, const char *heading);
const char *oct_sidebar_row_get_heading (OctSidebarRow *self);
void oct_sidebar_row_set_saved (OctSidebarRow *self, gboolean saved);

G_END_DECLS
