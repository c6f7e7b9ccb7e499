/* The bytes of a table, whether it lies in a folder or inside a zip.
 *
 * The register's publisher hands out zips, people unpack them or don't, and mail programs rename
 * them, so what a file is gets decided by its first bytes and never by its name. A zip is hostile
 * until read: it is never unpacked to disk, only one CSV is taken from it, and what it may grow to
 * is limited. Inflating runs on a thread of its own, a few buffers ahead of whoever parses.
 */
#pragma once

#include <glib.h>

#include "oct-error.h"

G_BEGIN_DECLS

/**
 * OctInput:
 * A stream of the bytes of one CSV file. Not thread-safe: use it from one thread at a time.
 */
typedef struct _OctInput OctInput;

/* The most that a file may hold once it is unpacked. */
#define OCT_INPUT_MAX_SIZE (G_GUINT64_CONSTANT (1) << 30)
/* The most that a zip may grow by, counted once the first %OCT_INPUT_FREE_SIZE bytes are out. The
 * publisher's own zips grow about ninefold; a table of one repeated row may reach a hundredfold. */
#define OCT_INPUT_MAX_RATIO 200
#define OCT_INPUT_FREE_SIZE (G_GUINT64_CONSTANT (16) << 20)
/* The most entries that a zip may list. */
#define OCT_INPUT_MAX_ENTRIES 1000

OctInput *oct_input_open (const char *path, GError **error);
OctInput *oct_input_open_bytes (GBytes *bytes, const char *name, GError **error);
gssize oct_input_read (OctInput *self, void *buffer, gsize size, GError **error);
const char *oct_input_get_name (const OctInput *self);
gboolean oct_input_is_archive (const OctInput *self);
double oct_input_get_fraction (const OctInput *self);
void oct_input_free (OctInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctInput, oct_input_free)

G_END_DECLS
