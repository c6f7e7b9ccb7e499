/* Keeping what a screen reader finds in step with what is shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void oct_accessible_name_buttons (void);
void oct_accessible_follow (GtkWidget *widget);
void oct_accessible_name_drop_down (GtkDropDown *drop_down, const char *name);
void oct_accessible_name_switch (GtkWidget *row, const char *name);
void oct_accessible_name_row (GtkListItem *item, const char *name);
/* Adds a sentence to a name. */
void oct_accessible_add (GString *name, const char *text);

G_END_DECLS
