/* What the register says of the trust that hasn't been accepted yet, to be gone through. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_ACCEPT_PAGE (oct_accept_page_get_type ())
G_DECLARE_FINAL_TYPE (OctAcceptPage, oct_accept_page, OCT, ACCEPT_PAGE, OctPage)

G_END_DECLS
