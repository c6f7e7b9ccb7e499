/* The risk register: five by five cells with every open risk, and the list of them. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_RISKS_PAGE (oct_risks_page_get_type ())
G_DECLARE_FINAL_TYPE (OctRisksPage, oct_risks_page, OCT, RISKS_PAGE, OctPage)

G_END_DECLS
