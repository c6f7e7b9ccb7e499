/* Trusts and other groups of schools: location "trusts?q=…&type=mat&sort=-schools". */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUSTS_PAGE (oct_trusts_page_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustsPage, oct_trusts_page, OCT, TRUSTS_PAGE, OctPage)

G_END_DECLS
