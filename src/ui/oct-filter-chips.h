/* The filters that are in force, each as a chip that takes it away. */
#pragma once

#include <adwaita.h>

#include "oct-index.h"

G_BEGIN_DECLS

#define OCT_TYPE_FILTER_CHIPS (oct_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (OctFilterChips, oct_filter_chips, OCT, FILTER_CHIPS, AdwBin)

GtkWidget *oct_filter_chips_new (void);
void oct_filter_chips_update (OctFilterChips *self, OctIndex *index, OctSchoolQuery *query);

G_END_DECLS
