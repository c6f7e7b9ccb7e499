/* What an edit changed, in words: each field with what it said before and what it says now.
 *
 * History keeps values as they were written; here a stage gets its name, a person the post, a day
 * its words. What the framework or the workspace no longer knows is shown as it was kept.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-edit-record.h"

G_BEGIN_DECLS

char *oct_edit_changes_to_text (OctAssessment *assessment, const OctEditRecord *record,
                                guint n_lines, gboolean *shortened);

G_END_DECLS
