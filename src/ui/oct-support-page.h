/* Support deployed: who supports whom in a term, how many days, and what is left of what each can give.
 *
 * Location: "support", with "term" (its first day, such as 20260901) and "side" ("giver").
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_SUPPORT_PAGE (oct_support_page_get_type ())
G_DECLARE_FINAL_TYPE (OctSupportPage, oct_support_page, OCT, SUPPORT_PAGE, OctPage)

G_END_DECLS
