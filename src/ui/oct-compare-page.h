/* Two octants side by side, at the location "compare?a=SUBJECT:CYCLE&b=SUBJECT:CYCLE": two cycles of
 * the trust or of a school, two schools, or a school and its trust. A subject is "trust" or the id
 * of a school; a part that is left out is chosen by the page.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_COMPARE_PAGE (oct_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (OctComparePage, oct_compare_page, OCT, COMPARE_PAGE, OctPage)

G_END_DECLS
