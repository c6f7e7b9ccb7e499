/* The files that the register is made of. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_SOURCES_PAGE (oct_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (OctSourcesPage, oct_sources_page, OCT, SOURCES_PAGE, OctPage)

G_END_DECLS
