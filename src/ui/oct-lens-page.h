/* The pages of lenses, at the locations "lens/KEY", and "lens" for the first: other frameworks, and the
 * trust's own strategy, answered by what was judged.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_LENS_PAGE (oct_lens_page_get_type ())
G_DECLARE_FINAL_TYPE (OctLensPage, oct_lens_page, OCT, LENS_PAGE, OctPage)

G_END_DECLS
