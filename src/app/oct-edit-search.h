/* Finding edits in the history of a workspace by the words in them.
 *
 * Words are folded as names are, so that case, accents and apostrophes don't matter. The history is
 * read in pages on the workbench's thread, so that a long one costs no more memory than a short one.
 */
#pragma once

#include "oct-workbench.h"

G_BEGIN_DECLS

void oct_edit_search_async (OctWorkbench *workbench, const OctHistoryFilter *filter,
                            const char *text, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean oct_edit_record_has_words (const OctEditRecord *record, const char *folded);

G_END_DECLS
