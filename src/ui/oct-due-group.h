/* Records of one kind that are past their period, each to be chosen for disposal.
 *
 * Signal "changed": others are chosen now.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench-people.h"

G_BEGIN_DECLS

#define OCT_TYPE_DUE_GROUP (oct_due_group_get_type ())
G_DECLARE_FINAL_TYPE (OctDueGroup, oct_due_group, OCT, DUE_GROUP, AdwBin)

GtkWidget *oct_due_group_new (OctAssessment *assessment, const OctRecordsState *state,
                              OctRetentionKind kind);
/* Appends those that are chosen; they belong to the group. */
void oct_due_group_collect (OctDueGroup *self, GPtrArray *records);

G_END_DECLS
