/* One trust, or another group of schools: location "trust/UID?show=schools&compare=1234,2345". */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_PAGE (oct_trust_page_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustPage, oct_trust_page, OCT, TRUST_PAGE, OctPage)

G_END_DECLS
