/* The user's own trust on one page. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_HOME_TRUST (oct_home_trust_get_type ())
G_DECLARE_FINAL_TYPE (OctHomeTrust, oct_home_trust, OCT, HOME_TRUST, AdwBin)

void oct_home_trust_show (OctHomeTrust *self, OctSession *session, OctTrust *trust);

G_END_DECLS
