/* Choosing one's own trust by typing its name. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_CHOOSER (oct_trust_chooser_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustChooser, oct_trust_chooser, OCT, TRUST_CHOOSER, AdwBin)

/* Signal "chosen" (guint uid). Signal "cancelled". */
void oct_trust_chooser_set_register (OctTrustChooser *self, OctRegister *reg);
void oct_trust_chooser_set_cancellable (OctTrustChooser *self, gboolean cancellable);
void oct_trust_chooser_focus (OctTrustChooser *self);

G_END_DECLS
