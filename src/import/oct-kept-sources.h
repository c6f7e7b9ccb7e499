/* The files that were imported, kept for good: the register is made of them.
 *
 * Each lies in the folder "sources" under its SHA-256, with a small file beside it that says what it
 * is. That file is written when the register that contains it has taken its place, so it marks the
 * source as accepted. Private to src/import.
 */
#pragma once

#include <gio/gio.h>

#include "oct-dataset.h"
#include "oct-source.h"

G_BEGIN_DECLS

/**
 * OctKeptSource:
 * @path: where the file lies now
 * @accepted: it is part of the register
 */
typedef struct
{
  char *sha256;
  char *path;
  char *file_name;
  const OctDataset *dataset;
  OctDate published;
  gint64 imported;
  gint64 bytes;
  gboolean accepted;
} OctKeptSource;

void oct_kept_source_free (OctKeptSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctKeptSource, oct_kept_source_free)

/* (element-type OctKeptSource) in the order in which they are folded. */
GPtrArray *oct_kept_sources_read (const char *data_dir, GError **error);
void oct_kept_sources_sort (GPtrArray *sources);
OctKeptSource *oct_kept_source_take (const char *data_dir, const char *path,
                                     GCancellable *cancellable, GError **error);
gboolean oct_kept_source_accept (OctKeptSource *source, GError **error);
void oct_kept_source_facts (const OctKeptSource *source, OctSourceFacts *facts);
/* What names the register that is made of these. */
char *oct_kept_sources_hash (GPtrArray *sources);
/* Removes what an import that did not end left behind, and marks as accepted what the register has. */
gboolean oct_kept_sources_tidy (const char *data_dir, GPtrArray *register_sources, GError **error);

G_END_DECLS
