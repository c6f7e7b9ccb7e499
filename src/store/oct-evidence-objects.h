/* The content of evidence files: immutable objects, each named by the SHA-256 of its bytes.
 *
 * They lie in a folder beside the workspace, named by its id, and are shared by its backups. An
 * object is on the disk before the edit that refers to it, and is collected when neither a row,
 * nor history, nor a backup refers to it any more. (In the database they would bloat every
 * changeset.)
 */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

/* The largest file that is taken as evidence, in bytes: 50 MB. */
#define OCT_EVIDENCE_MAX_SIZE (G_GINT64_CONSTANT (50) * 1000 * 1000)

/* The folder of small pictures of objects in a workspace's own: each can be made again. */
#define OCT_THUMBNAIL_FOLDER "thumbnails"

/**
 * OctObjectState:
 * @OCT_OBJECT_SOUND: its bytes are those it is named by
 * @OCT_OBJECT_MISSING: it isn't there
 * @OCT_OBJECT_ALTERED: somebody or something has changed it
 */
typedef enum
{
  OCT_OBJECT_SOUND,
  OCT_OBJECT_MISSING,
  OCT_OBJECT_ALTERED,
} OctObjectState;

gboolean oct_evidence_objects_add (OctWorkspace *workspace, GFile *file, char **object,
                                   gint64 *size, GCancellable *cancellable, GError **error);
gboolean oct_evidence_objects_copy_out (OctWorkspace *workspace, const char *object,
                                        const char *path, GCancellable *cancellable,
                                        GError **error);
gboolean oct_evidence_objects_check (OctWorkspace *workspace, const char *object,
                                     OctObjectState *state, GCancellable *cancellable,
                                     GError **error);
gboolean oct_evidence_objects_collect (OctWorkspace *workspace, gint64 older_than, guint *removed,
                                       GError **error);

/* (transfer full): the path at which an object lies or would lie. */
char *oct_evidence_objects_get_path (OctWorkspace *workspace, const char *object);

G_END_DECLS
