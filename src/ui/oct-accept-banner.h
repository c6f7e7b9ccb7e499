/* A quiet card that says that the register differs from what the workspace accepted, and leads to
 * the changes. It isn't there while nothing waits.
 */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_ACCEPT_BANNER (oct_accept_banner_get_type ())
G_DECLARE_FINAL_TYPE (OctAcceptBanner, oct_accept_banner, OCT, ACCEPT_BANNER, AdwBin)

void oct_accept_banner_follow (OctAcceptBanner *self, OctSession *session);

G_END_DECLS
