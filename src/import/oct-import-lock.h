/* One import at a time: a lock that processes share. Private to src/import. */
#pragma once

#include "oct-import.h"

G_BEGIN_DECLS

typedef struct _OctImportLock OctImportLock;

OctImportLock *oct_import_lock_take (const char *data_dir, const OctImportOptions *options,
                                     GCancellable *cancellable, GError **error);
void oct_import_lock_free (OctImportLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctImportLock, oct_import_lock_free)

G_END_DECLS
