/* People and records through the workbench: finding a person, removing one for good, and disposing
 * of what was kept long enough.
 *
 * All three look into every file and backup and so are jobs, which say how far they are and can be
 * cancelled; they run on the workbench's own thread, in order with its edits. The periods are named
 * edits like any other.
 */
#pragma once

#include "oct-job.h"
#include "oct-person-search.h"
#include "oct-workbench.h"
#include "oct-workspace-retention.h"

G_BEGIN_DECLS

/**
 * OctErasureReport:
 * @unread: (element-type utf8): names of the backups that could not be rewritten and are as they were
 */
typedef struct
{
  GPtrArray *unread;
} OctErasureReport;

/**
 * OctRecordsState:
 * @months: how long each kind of record is kept
 * @due: (element-type OctDueRecord): what is past its period, kind by kind
 *
 * What the workspace keeps, and what it should no longer keep.
 */
typedef struct
{
  guint months[OCT_N_RETENTION_KINDS];
  GPtrArray *due;
} OctRecordsState;

void oct_records_state_free (OctRecordsState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRecordsState, oct_records_state_free)

/* (transfer full): a job whose result is an OctFoundPerson. */
OctJob *oct_workbench_start_find_person (OctWorkbench *self, const OctPersonQuery *query);
/* (transfer full): jobs whose result is an OctErasureReport. */
OctJob *oct_workbench_start_removal (OctWorkbench *self, const OctRemoval *removal);
OctJob *oct_workbench_start_disposal (OctWorkbench *self, GPtrArray *records);

/* Answers with an OctRecordsState; finish with oct_workbench_read_finish(). */
void oct_workbench_read_records_async (OctWorkbench *self, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Finish with oct_workbench_edit_finish(). */
void oct_workbench_put_retention_async (OctWorkbench *self, OctRetentionKind kind, guint months,
                                        GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full): a period in words: "7 years", "18 months". */
char *oct_months_to_text (guint months);
/* (transfer full): since when and why a record is due. */
char *oct_due_record_to_text (const OctDueRecord *record, guint months);
/* (transfer full): what disposing of records takes away and leaves. */
char *oct_due_records_describe (GPtrArray *records);

G_END_DECLS
