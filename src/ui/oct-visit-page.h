/* The page on which a visit is written up: what was seen, and what comes of it. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_VISIT_PAGE (oct_visit_page_get_type ())
G_DECLARE_FINAL_TYPE (OctVisitPage, oct_visit_page, OCT, VISIT_PAGE, OctPage)

G_END_DECLS
