/* Home: the way in, and afterwards the trust on one page. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_HOME_PAGE (oct_home_page_get_type ())
G_DECLARE_FINAL_TYPE (OctHomePage, oct_home_page, OCT, HOME_PAGE, OctPage)

G_END_DECLS
