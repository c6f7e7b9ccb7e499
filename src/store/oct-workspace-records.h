/* Reading and writing the records of plans and what belongs to them; see oct-record.h.
 *
 * What records of a kind have in common is read from the kind's description, so that there is one
 * way to read them and one edit that changes them.
 */
#pragma once

#include "oct-plan-book.h"
#include "oct-record-change.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

/* (transfer full) (element-type OctRecord): all of a kind, in its order. */
GPtrArray *oct_workspace_read_records (OctWorkspace *self, const OctRecordKind *kind,
                                       GError **error);
/* (transfer full): all records of all kinds, as they are now. */
OctPlanBook *oct_workspace_read_plan_book (OctWorkspace *self, GError **error);
/* Named edit: puts and deletes as one. %OCT_ERROR_RULE where a rule forbids it; nothing is changed. */
gboolean oct_workspace_change_records (OctWorkspace *self, const OctEditInfo *info,
                                       const OctRecordChange *change, GError **error);

G_END_DECLS
