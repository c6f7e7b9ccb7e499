/* Risks and concerns through the workbench: the named edits that keep them.
 *
 * Each writes its own sentence. Finish with oct_workbench_edit_finish().
 */
#pragma once

#include "oct-workbench.h"

G_BEGIN_DECLS

/* Keeps a risk or a concern, new or changed; (transfer full). One whose reason for closing is given is
 * closed today, and one whose reason is taken out is open again. */
void oct_workbench_put_risk_async (OctWorkbench *self, gpointer risk, GAsyncReadyCallback callback,
                                   gpointer user_data);
void oct_workbench_put_concern_async (OctWorkbench *self, gpointer concern,
                                      GAsyncReadyCallback callback, gpointer user_data);
/* Takes a risk away, with its readings, or a concern: what was entered by mistake. */
void oct_workbench_delete_risk_async (OctWorkbench *self, gpointer record,
                                      GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
