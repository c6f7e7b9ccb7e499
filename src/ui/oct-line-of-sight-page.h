/* The line of sight: the trust's objectives with those of schools that serve them, and the gaps both
 * ways, as a picture and as a tree.
 *
 * Location: "line-of-sight".
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_LINE_OF_SIGHT_PAGE (oct_line_of_sight_page_get_type ())
G_DECLARE_FINAL_TYPE (OctLineOfSightPage, oct_line_of_sight_page, OCT, LINE_OF_SIGHT_PAGE, OctPage)

G_END_DECLS
