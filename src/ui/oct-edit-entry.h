/* An edit as an item of a list: the record, and what its row says. */
#pragma once

#include "oct-assessment.h"
#include "oct-edit-record.h"

G_BEGIN_DECLS

#define OCT_TYPE_EDIT_ENTRY (oct_edit_entry_get_type ())
G_DECLARE_FINAL_TYPE (OctEditEntry, oct_edit_entry, OCT, EDIT_ENTRY, GObject)

OctEditEntry *oct_edit_entry_new (OctEditRecord *record);
const OctEditRecord *oct_edit_entry_get_record (OctEditEntry *self);
/* The day it was made, here. */
int oct_edit_entry_get_day (OctEditEntry *self);
/* Whether the list shows its day above it. */
gboolean oct_edit_entry_get_begins_day (OctEditEntry *self);
void oct_edit_entry_set_begins_day (OctEditEntry *self, gboolean begins_day);
char *oct_edit_entry_dup_day_text (OctEditEntry *self);
char *oct_edit_entry_dup_time_text (OctEditEntry *self);

G_END_DECLS
