/* The page on which a review of a plan is recorded, and read once it is locked. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_REVIEW_PAGE (oct_review_page_get_type ())
G_DECLARE_FINAL_TYPE (OctReviewPage, oct_review_page, OCT, REVIEW_PAGE, OctPage)

G_END_DECLS
