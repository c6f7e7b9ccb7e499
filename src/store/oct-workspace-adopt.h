/* A workspace that comes from somewhere else: hostile until read.
 *
 * Nothing of its file is used but the values in tables that are ours to the letter, and they are
 * copied one by one into a file of our own. What it says of its history is kept as text; its
 * recorded changes are not, since applying them would be doing what a stranger says.
 */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

/* The most that the file of a workspace from elsewhere may hold, in bytes. */
#define OCT_ADOPT_MAX_SIZE (G_GINT64_CONSTANT (1) << 30)
/* The most that one value in it may hold, in bytes. */
#define OCT_ADOPT_MAX_VALUE (16 * 1024 * 1024)

gboolean oct_workspace_adopt (const char *from, const char *to, GError **error);

/* Tells each object that the workspace's evidence refers to, once. */
typedef gboolean (*OctObjectFunc) (const char *object, gpointer data, GError **error);
gboolean oct_workspace_foreach_object (OctWorkspace *self, OctObjectFunc function, gpointer data,
                                       GError **error);
/* Gives the file of a workspace that is closed its name; the name must be free. */
gboolean oct_workspace_name_file (const char *from, const char *to, GError **error);
/* (transfer full) (nullable): one that nobody writes, for reading; of this or an older version. */
OctWorkspace *oct_workspace_open_copy (const char *path, GError **error);
/* Writes it as one file of its own, to be packed or carried away. */
gboolean oct_workspace_write_copy (OctWorkspace *self, const char *path, GError **error);
/* (transfer full): a path in @folder that nobody has, for a file that isn't whole yet. */
char *oct_workspace_make_new_path (const char *folder);

G_END_DECLS
