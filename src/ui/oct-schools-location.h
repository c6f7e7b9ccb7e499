/* What the page of schools shows, as a location and back. */
#pragma once

#include "oct-school-columns.h"

G_BEGIN_DECLS

OctSchoolQuery *oct_schools_location_parse (const char *location, OctColumn **columns);
char *oct_schools_location_make (OctSchoolQuery *query, const OctColumn *columns);

gboolean oct_schools_location_is_open (OctSchoolQuery *query);
void oct_schools_location_set_open (OctSchoolQuery *query, gboolean open);

G_END_DECLS
