/* How many schools are listed, and of how many. */
#pragma once

#include <adwaita.h>

#include "oct-index.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOLS_COUNT (oct_schools_count_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolsCount, oct_schools_count, OCT, SCHOOLS_COUNT, AdwBin)

void oct_schools_count_update (OctSchoolsCount *self, OctIndex *index, OctSchoolQuery *query,
                               guint n);

G_END_DECLS
