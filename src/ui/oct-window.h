/* The window: pages in a stack, a sidebar beside them, a history behind them. */
#pragma once

#include <adwaita.h>

#include "oct-page.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_WINDOW (oct_window_get_type ())
G_DECLARE_FINAL_TYPE (OctWindow, oct_window, OCT, WINDOW, AdwApplicationWindow)

OctWindow *oct_window_new (GtkApplication *application, OctSession *session);
OctSession *oct_window_get_session (OctWindow *self);
void oct_window_set_session (OctWindow *self, OctSession *session);

void oct_window_go (OctWindow *self, const char *location);
void oct_window_go_to_place (OctWindow *self, const char *place);
/* Takes back the last edit of the workspace, or brings it back; says which, and leads to it. */
void oct_window_undo (OctWindow *self, gboolean redo);
void oct_window_follow_workbench (OctWindow *self);
void oct_window_back (OctWindow *self);
void oct_window_forward (OctWindow *self);
gboolean oct_window_get_can_back (OctWindow *self);
gboolean oct_window_get_can_forward (OctWindow *self);
OctPage *oct_window_get_page (OctWindow *self);
void oct_window_reload (OctWindow *self);

void oct_window_import (OctWindow *self, const char *const *paths);
void oct_window_rebuild (OctWindow *self);
void oct_window_toast (OctWindow *self, const char *text, const char *location);
/* The same at once, in place of the toast of the step before. */
void oct_window_toast_step (OctWindow *self, const char *text, const char *location);
void oct_window_toggle_sidebar (OctWindow *self);

G_END_DECLS
