/* What stands in place of the table where no school matches, and the way out. */
#pragma once

#include <adwaita.h>

#include "oct-index.h"
#include "oct-school-query.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOLS_EMPTY (oct_schools_empty_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolsEmpty, oct_schools_empty, OCT, SCHOOLS_EMPTY, AdwBin)

GtkWidget *oct_schools_empty_new (void);
void oct_schools_empty_update (OctSchoolsEmpty *self, OctSchoolQuery *query, OctIndex *index,
                               GHashTable *stars);

G_END_DECLS
