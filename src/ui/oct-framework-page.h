/* The framework that the trust judges itself by, at the location "framework" or
 * "framework?element=KEY": to read, to save as a file, and
 * to take over from one.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_FRAMEWORK_PAGE (oct_framework_page_get_type ())
G_DECLARE_FINAL_TYPE (OctFrameworkPage, oct_framework_page, OCT, FRAMEWORK_PAGE, OctPage)

G_END_DECLS
