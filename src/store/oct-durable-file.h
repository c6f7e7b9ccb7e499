/* Files that are there whole or not at all: written through SQLite's file layer, synced, renamed.
 *
 * Going through the same layer as the databases means that a test that fails, tears or drops
 * writes there reaches these files too. Private to src/store and src/import.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OctDurableFile OctDurableFile;

OctDurableFile *oct_durable_file_create (const char *path, GError **error);
gboolean oct_durable_file_append (OctDurableFile *self, gconstpointer data, gsize length,
                                  GError **error);
gboolean oct_durable_file_finish (OctDurableFile *self, GError **error);
void oct_durable_file_abort (OctDurableFile *self);

gboolean oct_durable_sync (const char *path, GError **error);
gboolean oct_durable_rename (const char *from, const char *to, GError **error);
gboolean oct_durable_sync_folder (const char *folder, GError **error);

G_END_DECLS
