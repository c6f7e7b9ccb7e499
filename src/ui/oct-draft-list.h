/* A list of the framework's draft: its stages, or the aspects or indicators of an element, each a row
 * that opens, with a place to add another one.
 */
#pragma once

#include <adwaita.h>

#include "oct-draft-text.h"
#include "oct-draft-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_DRAFT_LIST (oct_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (OctDraftList, oct_draft_list, OCT, DRAFT_LIST, AdwBin)

GtkWidget *oct_draft_list_new (OctDraftWork *work, OctFrameworkPart part, const char *element);
void oct_draft_list_update (OctDraftList *self);
void oct_draft_list_commit (OctDraftList *self);
gboolean oct_draft_list_open (OctDraftList *self, const char *key);

G_END_DECLS
