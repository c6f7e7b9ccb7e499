/* Evidence on an objective, a milestone or a review of a plan: the named edits that put it there and
 * take it away.
 *
 * A piece of evidence may stand at elements and in plans at once. Each edit is undone as one, and says
 * where evidence was put and never what it is called, since that may be the name of a person.
 */
#pragma once

#include "oct-evidence.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/**
 * OctPlanPlace:
 * @plan_id: the plan
 * @objective_id: (nullable): the objective that it shows something of
 * @milestone_id: (nullable): the milestone
 * @review_id: (nullable): the review at which it was seen
 *
 * Where a piece of evidence stands in a plan; one of the three at least.
 */
typedef struct
{
  char *plan_id;
  char *objective_id;
  char *milestone_id;
  char *review_id;
} OctPlanPlace;

OctPlanPlace *oct_plan_place_new (const char *plan_id, const char *objective_id,
                                  const char *milestone_id, const char *review_id);
OctPlanPlace *oct_plan_place_copy (const OctPlanPlace *place);
void oct_plan_place_free (OctPlanPlace *place);
gboolean oct_plan_place_equal (const OctPlanPlace *a, const OctPlanPlace *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanPlace, oct_plan_place_free)

/* (transfer container) (element-type OctPlanEvidence): what stands at a place. Of an objective, also
 * what was seen of it at reviews; of a review, whatever it is about. */
GPtrArray *oct_plan_evidence_find (OctPlanBook *book, const OctPlanPlace *place);

/* Edits; finish with oct_workbench_edit_finish(). New evidence comes to stand at the place; of known
 * evidence what is said of it changes. */
void oct_plan_evidence_put_async (OctWorkbench *workbench, const OctPlanPlace *place,
                                  const OctEvidence *evidence, GAsyncReadyCallback callback,
                                  gpointer user_data);
void oct_plan_evidence_add_file_async (OctWorkbench *workbench, const OctPlanPlace *place,
                                       GFile *file, GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Evidence that the workspace has already; where it stands there, nothing changes. */
void oct_plan_evidence_attach_async (OctWorkbench *workbench, const OctPlanPlace *place,
                                     const char *evidence_id, GAsyncReadyCallback callback,
                                     gpointer user_data);
/* It stays in the workspace, and wherever else it stands. */
void oct_plan_evidence_detach_async (OctWorkbench *workbench, const OctPlanPlace *place,
                                     const char *evidence_id, GAsyncReadyCallback callback,
                                     gpointer user_data);

G_END_DECLS
