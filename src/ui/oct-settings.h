/* What a person chose on this computer, whatever data folder or workspace is open. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): %NULL where the program runs without its schema, as from a build folder. */
GSettings *oct_settings_new (void);

G_END_DECLS
