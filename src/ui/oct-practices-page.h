/* The trust's practices: what works, written down; searched, filtered, and pictured by school.
 *
 * Location: "practices", with "q" (words) and "show" ("used", "unused", "retired").
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_PRACTICES_PAGE (oct_practices_page_get_type ())
G_DECLARE_FINAL_TYPE (OctPracticesPage, oct_practices_page, OCT, PRACTICES_PAGE, OctPage)

/* Practices from a file, as it was read: taken over once somebody has seen what they are. */
void oct_practices_page_offer (OctPracticesPage *self, GBytes *bytes);

G_END_DECLS
