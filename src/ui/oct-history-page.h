/* The history of the workspace, at the location "history?person=ID&subject=trust&q=oak", each part
 * optional: every named edit, the newest first. Not the window's way back; that is OctHistory.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_HISTORY_PAGE (oct_history_page_get_type ())
G_DECLARE_FINAL_TYPE (OctHistoryPage, oct_history_page, OCT, HISTORY_PAGE, OctPage)

G_END_DECLS
