/* The map of schools, as large as the window: location "map?" and a query for schools. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_MAP_PAGE (oct_map_page_get_type ())
G_DECLARE_FINAL_TYPE (OctMapPage, oct_map_page, OCT, MAP_PAGE, OctPage)

G_END_DECLS
