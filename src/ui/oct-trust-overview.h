/* The overview of a trust: figures, map, phases, growth, changes and the facts of the register. */
#pragma once

#include <adwaita.h>

#include "oct-chart.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_OVERVIEW (oct_trust_overview_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustOverview, oct_trust_overview, OCT, TRUST_OVERVIEW, AdwBin)

void oct_trust_overview_load (OctTrustOverview *self, OctSession *session, guint32 uid);
/* (nullable): the map shown. */
OctChart *oct_trust_overview_get_map (OctTrustOverview *self);

G_END_DECLS
