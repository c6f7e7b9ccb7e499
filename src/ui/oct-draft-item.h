/* A stage, an aspect or an indicator in the draft of the framework: a row that opens to its texts, and
 * that is moved, retired and brought back.
 */
#pragma once

#include <adwaita.h>

#include "oct-draft-text.h"
#include "oct-draft-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_DRAFT_ITEM (oct_draft_item_get_type ())
G_DECLARE_FINAL_TYPE (OctDraftItem, oct_draft_item, OCT, DRAFT_ITEM, AdwExpanderRow)

GtkWidget *oct_draft_item_new (OctDraftWork *work, OctFrameworkPart part, const char *element,
                               const char *key);
const char *oct_draft_item_get_key (OctDraftItem *self);
/* Its place in its list, from 0; -1 where the draft has it no longer. */
int oct_draft_item_get_place (OctDraftItem *self);
void oct_draft_item_update (OctDraftItem *self);
void oct_draft_item_commit (OctDraftItem *self);
void oct_draft_item_open (OctDraftItem *self);

G_END_DECLS
