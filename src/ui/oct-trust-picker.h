/* Picking a trust by typing a few letters, in a popover. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_PICKER (oct_trust_picker_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustPicker, oct_trust_picker, OCT, TRUST_PICKER, AdwBin)

/* Signal "picked" (guint uid). */
void oct_trust_picker_set_session (OctTrustPicker *self, OctSession *session);

G_END_DECLS
