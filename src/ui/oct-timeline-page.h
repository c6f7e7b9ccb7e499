/* The plans over time, at the location "timeline?plan=ID&overdue=1&at=ID", each part optional: every
 * plan or one, all of it or what is overdue, with one row chosen.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_TIMELINE_PAGE (oct_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (OctTimelinePage, oct_timeline_page, OCT, TIMELINE_PAGE, OctPage)

G_END_DECLS
