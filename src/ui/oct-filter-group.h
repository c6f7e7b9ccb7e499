/* One way of narrowing the list of schools: a heading that opens onto values with their counts. */
#pragma once

#include <adwaita.h>

#include "oct-index.h"

G_BEGIN_DECLS

#define OCT_TYPE_FILTER_GROUP (oct_filter_group_get_type ())
G_DECLARE_FINAL_TYPE (OctFilterGroup, oct_filter_group, OCT, FILTER_GROUP, AdwBin)

GtkWidget *oct_filter_group_new (OctFacet facet, gboolean expanded);
OctFacet oct_filter_group_get_facet (OctFilterGroup *self);
void oct_filter_group_update (OctFilterGroup *self, OctIndex *index, GArray *values,
                              OctSchoolQuery *query);

G_END_DECLS
