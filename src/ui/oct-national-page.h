/* The national picture: location "national?area=la&share=secondary". */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_NATIONAL_PAGE (oct_national_page_get_type ())
G_DECLARE_FINAL_TYPE (OctNationalPage, oct_national_page, OCT, NATIONAL_PAGE, OctPage)

G_END_DECLS
