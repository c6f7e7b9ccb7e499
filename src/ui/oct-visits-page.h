/* The page of visits: those to come first, then the schools by name with their last one. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_VISITS_PAGE (oct_visits_page_get_type ())
G_DECLARE_FINAL_TYPE (OctVisitsPage, oct_visits_page, OCT, VISITS_PAGE, OctPage)

G_END_DECLS
