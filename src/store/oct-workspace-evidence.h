/* Evidence in a workspace: reading it, and the named edits that add, change, attach and delete it.
 *
 * The content of files lies beside the workspace; see oct-evidence-objects.h, which takes it in
 * before the edit that refers to it.
 */
#pragma once

#include "oct-evidence.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctEvidenceFilter:
 * @id: (nullable): only this one
 * @cycle_id: (nullable): only what stands in this cycle
 * @school_id: (nullable): only what stands at this school; "trust" for the trust itself
 * @element: (nullable): only what stands at this element
 * @plan_id: (nullable): only what stands in this plan
 * @text: (nullable): only what has words that begin with each of these
 *
 * Which evidence; an empty filter gives all of it, also what stands nowhere.
 */
typedef struct
{
  const char *id;
  const char *cycle_id;
  const char *school_id;
  const char *element;
  const char *plan_id;
  const char *text;
} OctEvidenceFilter;

/* (transfer full) (element-type OctEvidence): the newest first. */
GPtrArray *oct_workspace_read_evidence (OctWorkspace *self, const OctEvidenceFilter *filter,
                                        GError **error);
gboolean oct_workspace_put_evidence (OctWorkspace *self, const OctEditInfo *info,
                                     const OctEvidence *evidence, char **id, GError **error);
gboolean oct_workspace_delete_evidence (OctWorkspace *self, const OctEditInfo *info, const char *id,
                                        GError **error);
gboolean oct_workspace_attach_evidence (OctWorkspace *self, const OctEditInfo *info, const char *id,
                                        GPtrArray *links, GError **error);
gboolean oct_workspace_detach_evidence (OctWorkspace *self, const OctEditInfo *info, const char *id,
                                        const char *const *link_ids, GError **error);

G_END_DECLS
