/* The page on which the trust or a school is judged: all its elements in one screen. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_PAGE (oct_judge_page_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgePage, oct_judge_page, OCT, JUDGE_PAGE, OctPage)

G_END_DECLS
