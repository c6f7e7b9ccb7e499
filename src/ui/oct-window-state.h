/* What the window remembers from one start to the next. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

gboolean oct_window_state_restore (GtkWindow *window, OctSession *session);
void oct_window_state_save (GtkWindow *window, OctSession *session, gboolean sidebar);
char *oct_window_state_load_location (OctSession *session);
void oct_window_state_save_location (OctSession *session, const char *location);
char *oct_window_state_load_place (OctSession *session, const char *place);
void oct_window_state_save_place (OctSession *session, const char *location);

G_END_DECLS
