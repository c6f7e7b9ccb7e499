/* The editor of the framework's next version, at the location "framework-draft" or
 * "framework-draft?part=KEY": its parts at the left, the form of the chosen one beside them.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_FRAMEWORK_DRAFT_PAGE (oct_framework_draft_page_get_type ())
G_DECLARE_FINAL_TYPE (OctFrameworkDraftPage, oct_framework_draft_page, OCT, FRAMEWORK_DRAFT_PAGE,
                      OctPage)

G_END_DECLS
