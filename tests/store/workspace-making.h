/* Small workspaces to try things on: a folder of its own, and pillars of a strategy as the things that
 * are added, counted and undone.
 */
#pragma once

#include "oct-workspace.h"

char *making_folder (void);
void making_remove (char *folder);
char *making_path (const char *folder, const char *name);
/* A workspace with a trust, a framework, a cycle, a judgement, a person and @n_pillars pillars, closed. */
void making_workspace (const char *path, guint n_pillars, OctWorkspaceFlags flags);
/* The same, as a copy of one that was made before. */
void making_copy (const char *path, guint n_pillars, OctWorkspaceFlags flags);
gboolean making_add_pillar (OctWorkspace *workspace, GError **error);
/* Adds a row that is big enough to take several pages. */
gboolean making_add_framework (OctWorkspace *workspace, GError **error);
/* Opens it without complaint, checks that it is sound and that rows and history agree, undoes the
 * last edit and brings it back. Returns how many pillars there are. */
guint making_assert_sound (const char *path, OctWorkspaceFlags flags);
guint making_count_pillars (OctWorkspace *workspace);
/* Runs SQL on a file as nobody but a test may. */
void making_alter (const char *path, const char *sql);
gint64 making_read_number (const char *path, const char *sql);
