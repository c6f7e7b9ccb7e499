/* Concerns about schools: those that are open, what is done about each, and those that were resolved. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_CONCERNS_PAGE (oct_concerns_page_get_type ())
G_DECLARE_FINAL_TYPE (OctConcernsPage, oct_concerns_page, OCT, CONCERNS_PAGE, OctPage)

G_END_DECLS
