/* Practices and support through the workbench: the named edits that keep them.
 *
 * Each writes its own sentence. Finish with oct_workbench_edit_finish().
 */
#pragma once

#include "oct-recheck.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* Keeps a practice, a use of one, support, capacity or a re-check, new or changed; (transfer full). */
void oct_workbench_put_knowledge_async (OctWorkbench *self, gpointer record,
                                        GAsyncReadyCallback callback, gpointer user_data);
/* The next version of a practice (transfer full): the words of the one before are kept beside it. */
void oct_workbench_put_practice_version_async (OctWorkbench *self, OctPractice *practice,
                                               GAsyncReadyCallback callback, gpointer user_data);
/* Practices taken over from elsewhere, as one edit. (element-type OctPractice) (transfer none) */
void oct_workbench_take_practices_async (OctWorkbench *self, GPtrArray *practices,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Takes a use, support (with its re-checks) or capacity away. */
void oct_workbench_delete_knowledge_async (OctWorkbench *self, gpointer record,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* Whether support that ended lasted, and when to look at it again; @location: where that was said. */
void oct_workbench_answer_recheck_async (OctWorkbench *self, const OctRecheck *recheck,
                                         OctOutcome outcome, const char *learnt,
                                         const char *location, GAsyncReadyCallback callback,
                                         gpointer user_data);
void oct_workbench_schedule_rechecks_async (OctWorkbench *self, const OctSupport *support,
                                            const char *location, GAsyncReadyCallback callback,
                                            gpointer user_data);

G_END_DECLS
