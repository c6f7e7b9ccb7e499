/* Something short that a window says, with a button that leads to what it is about. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @location (nullable): where the button leads. */
void oct_toast_add (AdwToastOverlay *overlay, const char *text, const char *location);
/* The same at once, in place of the last toast of this kind: what it said no longer holds. */
void oct_toast_replace (AdwToastOverlay *overlay, const char *text, const char *location);

G_END_DECLS
