/* One of the eight elements: what it asks, where the trust and its schools stand, and since when. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_ELEMENT_PAGE (oct_element_page_get_type ())
G_DECLARE_FINAL_TYPE (OctElementPage, oct_element_page, OCT, ELEMENT_PAGE, OctPage)

G_END_DECLS
