/* A workspace in a list: what it is, whether it can be opened, and what can be done with it. */
#pragma once

#include <adwaita.h>

#include "oct-workspace-names.h"

G_BEGIN_DECLS

/* @open: it is the open one. The row's actions are "workspaces.…" with its name. */
GtkWidget *oct_workspace_row_new (const OctWorkspaceFile *file, gboolean open);

G_END_DECLS
