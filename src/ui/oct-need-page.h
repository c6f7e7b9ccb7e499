/* What Octant knows of a school, side by side, and what of it is to become an objective.
 *
 * Location: "need/ID", the id of a school of the trust.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_NEED_PAGE (oct_need_page_get_type ())
G_DECLARE_FINAL_TYPE (OctNeedPage, oct_need_page, OCT, NEED_PAGE, OctPage)

G_END_DECLS
