/* The page on which the trust moderates: all schools side by side for one element. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_MODERATE_PAGE (oct_moderate_page_get_type ())
G_DECLARE_FINAL_TYPE (OctModeratePage, oct_moderate_page, OCT, MODERATE_PAGE, OctPage)

G_END_DECLS
