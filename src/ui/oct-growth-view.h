/* How a trust grew over the releases of the register that are imported. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_GROWTH_VIEW (oct_growth_view_get_type ())
G_DECLARE_FINAL_TYPE (OctGrowthView, oct_growth_view, OCT, GROWTH_VIEW, AdwBin)

void oct_growth_view_load (OctGrowthView *self, OctSession *session, guint32 uid);

G_END_DECLS
