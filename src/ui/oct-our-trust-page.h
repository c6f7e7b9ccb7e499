/* Our trust: the octant, what stands out, what changed since the last cycle, what is to be done. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_OUR_TRUST_PAGE (oct_our_trust_page_get_type ())
G_DECLARE_FINAL_TYPE (OctOurTrustPage, oct_our_trust_page, OCT, OUR_TRUST_PAGE, OctPage)

G_END_DECLS
