/* Evidence through the workbench: reading it, its named edits, and what is made of its files.
 *
 * Each edit writes its sentence itself and says no name, since what evidence is called may be the
 * name of a person. The content of a file is taken in before the edit that refers to it.
 */
#pragma once

#include "oct-evidence-binder.h"
#include "oct-thumbnail.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* Answers with a GPtrArray of OctEvidence; finish with oct_workbench_read_finish(). */
void oct_workbench_read_evidence_async (OctWorkbench *self, const OctEvidenceFilter *filter,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);

/* Edits; finish with oct_workbench_edit_finish(). */
void oct_workbench_put_evidence_async (OctWorkbench *self, const OctEvidence *evidence,
                                       GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_add_evidence_file_async (OctWorkbench *self, GFile *file,
                                            const OctEvidenceLink *place,
                                            GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_detach_evidence_async (OctWorkbench *self, const OctEvidence *evidence,
                                          const OctEvidenceLink *place,
                                          GAsyncReadyCallback callback, gpointer user_data);

/* Answers with the path of a copy; finish with oct_workbench_read_finish(). */
void oct_workbench_copy_evidence_async (OctWorkbench *self, const OctEvidence *evidence,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
void oct_workbench_read_thumbnail_async (OctWorkbench *self, const char *object, int size,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
OctThumbnail *oct_workbench_read_thumbnail_finish (OctWorkbench *self, GAsyncResult *result,
                                                   GError **error);
OctJob *oct_workbench_start_binder (OctWorkbench *self, const OctEvidenceFilter *filter,
                                    const char *parent);

G_END_DECLS
