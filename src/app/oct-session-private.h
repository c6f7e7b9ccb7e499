/* What the files of the session share, and nobody else sees. */
#pragma once

#include "oct-session.h"
#include "oct-user.h"
#include "oct-worker.h"

G_BEGIN_DECLS

OctWorker *oct_session_get_worker (OctSession *self);
OctUser *oct_session_get_user (OctSession *self);
OctRegister *oct_session_dup_register (OctSession *self);
/* Opens the workspace that was open last, on its own thread. */
void oct_session_open_workspace (OctSession *self);
void oct_session_take_register (OctSession *self, OctRegister *reg, const GError *error);

G_END_DECLS
