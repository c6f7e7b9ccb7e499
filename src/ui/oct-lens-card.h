/* One item of a lens on its page: what it says, and everything that answers it. */
#pragma once

#include <adwaita.h>

#include "oct-workbench-lens.h"

G_BEGIN_DECLS

#define OCT_TYPE_LENS_CARD (oct_lens_card_get_type ())
G_DECLARE_FINAL_TYPE (OctLensCard, oct_lens_card, OCT, LENS_CARD, AdwBin)

GtkWidget *oct_lens_card_new (OctWorkbench *workbench);
void oct_lens_card_show (OctLensCard *self, OctLens *lens, const OctLensItem *item);
/* (element-type OctEvidence): of the trust, in the chosen cycle. */
void oct_lens_card_count_evidence (OctLensCard *self, const GPtrArray *evidence);
const char *oct_lens_card_get_key (OctLensCard *self);

G_END_DECLS
