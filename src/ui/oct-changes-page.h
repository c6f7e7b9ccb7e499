/* What changed in the register from one release to the next. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHANGES_PAGE (oct_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (OctChangesPage, oct_changes_page, OCT, CHANGES_PAGE, OctPage)

G_END_DECLS
