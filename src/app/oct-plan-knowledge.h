/* From a plan to what the trust knows: support for an objective, and a practice that is proposed from
 * an objective's success, both begun with what the plan says already.
 */
#pragma once

#include "oct-plan-words.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* Whether it was rated green last, and every target of its success criteria is reached. */
gboolean oct_objective_has_succeeded (const OctPlanReader *reader, const OctObjective *objective);
/* (transfer full): support for it that isn't kept yet: who receives it, since when it is needed. */
OctSupport *oct_objective_begin_support (OctPlanBook *book, const OctObjective *objective);
/* (transfer full): a practice that isn't kept yet: what was done, where, in which element. @place: the
 * school. */
OctPractice *oct_objective_begin_practice (const OctPlanReader *reader,
                                           const OctObjective *objective, const char *place);
/* Keeps such a practice (transfer full), and that the school of the plan uses it, as one edit; finish
 * with oct_workbench_edit_finish(). */
void oct_workbench_propose_practice_async (OctWorkbench *self, gpointer practice,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* (transfer container) (element-type OctPractice): those that were proposed from an objective. */
GPtrArray *oct_objective_get_practices (OctPlanBook *book, const char *objective_id);

G_END_DECLS
