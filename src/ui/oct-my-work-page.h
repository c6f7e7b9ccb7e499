/* The page of what waits for a person: overdue, due this fortnight, waiting. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_MY_WORK_PAGE (oct_my_work_page_get_type ())
G_DECLARE_FINAL_TYPE (OctMyWorkPage, oct_my_work_page, OCT, MY_WORK_PAGE, OctPage)

G_END_DECLS
