/* The evidence binder: all evidence, or what was searched for, as one folder that anybody can open.
 *
 * It holds an index to read in a browser, the same as a table, and the files in a folder for each
 * element, under names that are readable and harmless everywhere. The folder is new: nothing is ever
 * written over, and a binder that was stopped or failed leaves nothing behind.
 */
#pragma once

#include "oct-job.h"
#include "oct-worker.h"
#include "oct-workspace-evidence.h"

G_BEGIN_DECLS

/**
 * OctBinderElement:
 * @key: the element's key in the workspace
 * @name: what it is called
 *
 * An element in the framework's order, so that folders are numbered as the paper numbers them.
 */
typedef struct
{
  const char *key;
  const char *name;
} OctBinderElement;

/**
 * OctBinderReport:
 * @folder: the folder that was made
 * @n_files: how many files were copied
 * @missing: (element-type utf8): names of evidence whose file is missing or was altered; the index
 *   says so too
 */
typedef struct
{
  char *folder;
  guint n_files;
  GPtrArray *missing;
} OctBinderReport;

void oct_binder_report_free (OctBinderReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctBinderReport, oct_binder_report_free)
/* (transfer full) (nullable): what was left out, in a sentence or two. */
char *oct_binder_report_describe_missing (const OctBinderReport *report);

/* How far it is: from the calling thread, so that a job can tell it on. */
typedef void (*OctBinderProgress) (gpointer data, const char *detail, guint done, guint total);

OctBinderReport *oct_evidence_binder_write (OctWorkspace *workspace,
                                            const OctEvidenceFilter *filter,
                                            const OctBinderElement *elements, guint n_elements,
                                            const char *parent, OctBinderProgress progress,
                                            gpointer data, GCancellable *cancellable,
                                            GError **error);

/* The same as a job, on a connection of its own; its result is an OctBinderReport. */
OctJob *oct_evidence_binder_start (const char *workspace_path, const OctEvidenceFilter *filter,
                                   const OctBinderElement *elements, guint n_elements,
                                   const char *parent);

/* The same through the connection there is, which a workspace on a network lets nobody share. */
OctJob *oct_evidence_binder_start_on_worker (OctWorker *worker, OctWorkspace *workspace,
                                             const OctEvidenceFilter *filter,
                                             const OctBinderElement *elements, guint n_elements,
                                             const char *parent);

/* (transfer full): a name for a file on any system: no path, no control character, nothing that a
 * shell or a desktop takes for something else. */
char *oct_evidence_binder_safe_name (const char *name);

G_END_DECLS
