/* The draft of the framework's next version while somebody writes it.
 *
 * A screen shows the draft and changes it through a builder; every step goes to the workspace at once
 * as a named edit, and is shown before it is kept. Undo, redo and what others write come back with
 * the assessment, and are taken up when nothing of our own is on its way.
 */
#pragma once

#include "oct-framework-builder.h"
#include "oct-framework-draft.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_DRAFT_WORK (oct_draft_work_get_type ())
G_DECLARE_FINAL_TYPE (OctDraftWork, oct_draft_work, OCT, DRAFT_WORK, GObject)

/* Signals: "changed": the draft is another one, by us or by others; "failed" (string): why a step was
 * not kept. */
OctDraftWork *oct_draft_work_new (OctWorkbench *workbench);
/* (nullable): the newest version, and what is written of the next; %NULL without a workspace. */
OctFramework *oct_draft_work_get_base (OctDraftWork *self);
OctFramework *oct_draft_work_get_draft (OctDraftWork *self);
/* (transfer full): a sentence for each difference. */
GStrv oct_draft_work_dup_changes (OctDraftWork *self);
/* (element-type OctFrameworkProblem): what is not ready. */
GPtrArray *oct_draft_work_get_problems (OctDraftWork *self);

/* (transfer full) (nullable): to write the next step with; see oct_draft_work_keep(). */
OctFrameworkBuilder *oct_draft_work_begin (OctDraftWork *self);
void oct_draft_work_keep (OctDraftWork *self, OctFrameworkBuilder *builder, const char *part,
                          const char *merge);
void oct_draft_work_discard (OctDraftWork *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean oct_draft_work_use (OctDraftWork *self, GAsyncReadyCallback callback, gpointer user_data,
                             GError **error);

G_END_DECLS
