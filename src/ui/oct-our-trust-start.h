/* The beginning: no workspace is open, so one is begun for the chosen trust, or opened again. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_OUR_TRUST_START (oct_our_trust_start_get_type ())
G_DECLARE_FINAL_TYPE (OctOurTrustStart, oct_our_trust_start, OCT, OUR_TRUST_START, AdwBin)

/* Shows what can be begun or opened now; to be called each time the widget is shown. */
void oct_our_trust_start_show (OctOurTrustStart *self, OctSession *session);

G_END_DECLS
