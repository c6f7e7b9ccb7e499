/* The name of the open workspace, where it says something: when there are several. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

/* Shows it as the subtitle of @title from now on. */
void oct_workspace_name_follow (AdwWindowTitle *title, OctWorkbench *workbench);

G_END_DECLS
