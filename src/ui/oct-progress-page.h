/* Progress of the improvement plans in pictures, at the location "progress?school=ID&attention=1",
 * each part optional: of the trust with all its schools, or of one school; of all objectives, or of
 * those that are red or amber.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_PROGRESS_PAGE (oct_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (OctProgressPage, oct_progress_page, OCT, PROGRESS_PAGE, OctPage)

G_END_DECLS
