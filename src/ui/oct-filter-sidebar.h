/* The pane of filters beside the list of schools. */
#pragma once

#include <adwaita.h>

#include "oct-index.h"

G_BEGIN_DECLS

#define OCT_TYPE_FILTER_SIDEBAR (oct_filter_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (OctFilterSidebar, oct_filter_sidebar, OCT, FILTER_SIDEBAR, AdwBin)

GtkWidget *oct_filter_sidebar_new (void);
void oct_filter_sidebar_update (OctFilterSidebar *self, OctIndex *index, OctSchoolQuery *query,
                                GHashTable *starred);

G_END_DECLS
