/* The actions of the page of schools, "page.…", and the menus that name them. */
#pragma once

#include "oct-schools-page.h"

G_BEGIN_DECLS

void oct_schools_actions_add (OctSchoolsPage *page);
void oct_schools_actions_set_filters (GtkWidget *page, gboolean shown);
void oct_schools_actions_set_sort (GtkWidget *page, OctColumn column, gboolean descending);
GMenuModel *oct_schools_actions_sort_menu (void);
GMenuModel *oct_schools_actions_school_menu (void);

G_END_DECLS
