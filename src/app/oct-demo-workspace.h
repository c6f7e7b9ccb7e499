/* The demonstration's workspace: what the invented trust says of itself over three cycles. */
#pragma once

#include "oct-session.h"

G_BEGIN_DECLS

/* The person of the demonstration in whose name one works. (out) (nullable) (transfer full) */
gboolean oct_demo_workspace_write (const char *path, const OctOwnTrust *trust, GPtrArray *schools,
                                   char **person_id, GError **error);
void oct_demo_workspace_open (OctSession *session);

G_END_DECLS
