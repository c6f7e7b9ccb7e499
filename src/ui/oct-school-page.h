/* One school: location "school/URN". */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_PAGE (oct_school_page_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolPage, oct_school_page, OCT, SCHOOL_PAGE, OctPage)

G_END_DECLS
