/* A whole workspace as one file, to be carried away: its records and the files of its evidence.
 *
 * It is a zip with a note of what it is, the workspace as one SQLite file, and each object of its
 * evidence under its SHA-256. One that is written is there whole or not at all; one that is read is
 * hostile until every part of it was judged, and nothing is left of it where one part is refused.
 * The calls are synchronous, for a thread of their own.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define OCT_PACK_SUFFIX ".octantpack"

/* The most that a pack may hold: files, and bytes once it is unpacked. */
#define OCT_PACK_MAX_FILES 100000
#define OCT_PACK_MAX_SIZE (G_GUINT64_CONSTANT (16) << 30)
/* The most that a pack may grow by, counted once the first %OCT_PACK_FREE_SIZE bytes are out. */
#define OCT_PACK_MAX_RATIO 200
#define OCT_PACK_FREE_SIZE (G_GUINT64_CONSTANT (16) << 20)

/**
 * OctPackReport:
 * @objects: files of evidence that are in it
 * @missing: files of evidence that records name and that aren't in it
 *
 * What came of writing or reading a pack.
 */
typedef struct
{
  guint objects;
  guint missing;
} OctPackReport;

/**
 * OctPackTell:
 * @data: what the caller gave
 * @detail: what is being done, translated
 * @fraction: 0 to 1, or -1 where unknown
 *
 * Is told how far it is; on the caller's thread.
 */
typedef void (*OctPackTell) (gpointer data, const char *detail, double fraction);

/* Whether a file is called what copies of workspaces are called; it may be no such thing. */
gboolean oct_workspace_pack_is_copy (const char *path);
/* @copy: what oct_workspace_write_copy() wrote beside the workspace, whose evidence is packed. */
gboolean oct_workspace_pack_write (const char *copy, const char *name, const char *path,
                                   OctPackTell tell, gpointer data, GCancellable *cancellable,
                                   OctPackReport *report, GError **error);
/* (transfer full) (nullable): the path of the new workspace in @folder. */
char *oct_workspace_pack_open (const char *path, const char *folder, OctPackTell tell,
                               gpointer data, GCancellable *cancellable, OctPackReport *report,
                               GError **error);

G_END_DECLS
