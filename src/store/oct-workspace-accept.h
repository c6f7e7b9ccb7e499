/* Accepting into a workspace what the register says of the trust and its schools. */
#pragma once

#include "oct-difference.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

gboolean oct_workspace_accept (OctWorkspace *self, const OctEditInfo *info,
                               const OctDecision *decisions, guint n_decisions, GError **error);

G_END_DECLS
