/* All plans: every objective of every plan in the trust, searched, filtered and on boards.
 *
 * Location: "plans", with "?view=" (list, ratings, statuses; else the exceptions), "q=", "status=", "school=",
 * "element=", "area=", "owner=", "rating=", "exception=" and "sort=" behind it.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLANS_PAGE (oct_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (OctPlansPage, oct_plans_page, OCT, PLANS_PAGE, OctPage)

G_END_DECLS
