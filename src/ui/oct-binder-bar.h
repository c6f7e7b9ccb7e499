/* How far an evidence binder is, and a button to stop it; hidden while none is written. */
#pragma once

#include <adwaita.h>

#include "oct-job.h"

G_BEGIN_DECLS

#define OCT_TYPE_BINDER_BAR (oct_binder_bar_get_type ())
G_DECLARE_FINAL_TYPE (OctBinderBar, oct_binder_bar, OCT, BINDER_BAR, AdwBin)

/* Signal "finished" (nullable const char *): the binder is written or stopped; what there is to say
 * about it besides where it is, or why it could not be written. */
void oct_binder_bar_follow (OctBinderBar *self, OctJob *job);

G_END_DECLS
