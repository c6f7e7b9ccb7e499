/* The workspaces there are: switching between them, and what is done with a whole one. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_WORKSPACES_PAGE (oct_workspaces_page_get_type ())
G_DECLARE_FINAL_TYPE (OctWorkspacesPage, oct_workspaces_page, OCT, WORKSPACES_PAGE, OctPage)

/* Once a file was chosen. */
void oct_workspaces_page_save_copy (OctWorkspacesPage *self, const char *name, const char *path);
void oct_workspaces_page_open_copy (OctWorkspacesPage *self, const char *path);

G_END_DECLS
