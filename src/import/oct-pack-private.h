/* What the writer and the reader of packed workspaces share. Private to src/import. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

#include "oct-error.h"

G_BEGIN_DECLS

/* The names in a pack, in this order; nothing else is ever in one. */
#define OCT_PACK_MANIFEST "manifest.json"
#define OCT_PACK_WORKSPACE "workspace.octant"
#define OCT_PACK_EVIDENCE "evidence/"

/* What the manifest says it is, and the newest form of it that is understood. */
#define OCT_PACK_KIND "octant-workspace"
#define OCT_PACK_FORMAT 1
#define OCT_PACK_MAX_MANIFEST (64 * 1024)

#define OCT_PACK_BUFFER_SIZE (64 * 1024)

/**
 * OctPackFile:
 * @shown: its name, for messages
 * @fd: open for reading
 * @size: of the file, in bytes
 * @total: (out): what is in it, in bytes, as its table of contents states
 * @unpacked: how much of it was unpacked so far, in bytes
 *
 * A file that may be a packed workspace.
 */
typedef struct
{
  char *shown;
  int fd;
  guint64 size;
  guint64 total;
  guint64 unpacked;
} OctPackFile;

/* Always %FALSE. @cause ends the sentence "… can't be opened: …". */
gboolean oct_pack_refuse (const OctPackFile *file, OctError code, const char *cause,
                          GError **error);
gboolean oct_pack_refuse_damaged (const OctPackFile *file, GError **error);
/* (transfer full) (nullable): at the beginning of the table of contents. */
struct archive *oct_pack_open_archive (const OctPackFile *file, GError **error);
/* %FALSE at the end too, without @error. The entry's name is borrowed from @archive. */
gboolean oct_pack_next (const OctPackFile *file, struct archive *archive, const char **name,
                        GError **error);
gboolean oct_pack_check_growth (const OctPackFile *file, guint64 unpacked, GError **error);
/* Judges every name, kind and size before anything is unpacked; fills @file's total. */
gboolean oct_pack_judge (OctPackFile *file, GError **error);

G_END_DECLS
