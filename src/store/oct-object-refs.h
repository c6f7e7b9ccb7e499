/* Who still needs an object: rows, history and backups. Private to src/store. */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

#define OCT_OBJECT_NAME_LENGTH 64

/* (transfer full) (nullable) (element-type utf8): the names of all objects that are needed. */
GHashTable *oct_object_refs_collect (OctWorkspace *workspace, GError **error);
/* The same for the workspace alone, without its backups. */
GHashTable *oct_object_refs_read (OctWorkspace *workspace, GError **error);

G_END_DECLS
