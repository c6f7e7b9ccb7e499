/* Narrowing the list of schools to those within some kilometres of a place. */
#pragma once

#include <adwaita.h>

#include "oct-index.h"

G_BEGIN_DECLS

#define OCT_TYPE_FILTER_NEAR (oct_filter_near_get_type ())
G_DECLARE_FINAL_TYPE (OctFilterNear, oct_filter_near, OCT, FILTER_NEAR, AdwBin)

GtkWidget *oct_filter_near_new (void);
void oct_filter_near_update (OctFilterNear *self, OctIndex *index, OctSchoolQuery *query);

G_END_DECLS
