/* A practice: what it is, how it is brought in, who uses it and what came of it.
 *
 * Location: "practice/ID".
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_PRACTICE_PAGE (oct_practice_page_get_type ())
G_DECLARE_FINAL_TYPE (OctPracticePage, oct_practice_page, OCT, PRACTICE_PAGE, OctPage)

G_END_DECLS
