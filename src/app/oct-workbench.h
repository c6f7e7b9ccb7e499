/* The workbench: the workspace that is open, and the one place where both faces change it.
 *
 * It keeps the newest assessment in memory, runs every edit and read on a worker thread of its own
 * in the order in which they were asked for, and swaps the assessment whole after each edit, also
 * after those of another window or process. Undo and redo are the workspace's own.
 */
#pragma once

#include <gio/gio.h>

#include "oct-assessment.h"
#include "oct-plan-book.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

#define OCT_TYPE_WORKBENCH (oct_workbench_get_type ())
G_DECLARE_FINAL_TYPE (OctWorkbench, oct_workbench, OCT, WORKBENCH, GObject)

/* Properties, all notified on the main thread:
 * "name" (nullable string): of the workspace that is open;
 * "assessment" (nullable): of the chosen cycle; %NULL until it is read;
 * "plans" (nullable): the book of plans; %NULL until it is read, which is after the assessment;
 * "loading" (boolean): a workspace is being opened;
 * "problem" (nullable string): why the chosen workspace could not be opened;
 * "undo-sentence", "redo-sentence" (nullable strings): what undo and redo would take.
 * Signal "changed": the assessment was swapped. Signal "told" (const char *): something to be said to
 * the person, such as that a backup failed. */

/* The folder of workspaces inside @data_dir. */
char *oct_workbench_get_folder (OctWorkbench *self);
/* (transfer full) (array zero-terminated=1): names of the workspaces there are, by name. */
char **oct_workbench_list (OctWorkbench *self);
const char *oct_workbench_get_name (OctWorkbench *self);
/* (transfer full) (nullable): of the workspace that is open. */
char *oct_workbench_get_id (OctWorkbench *self);
OctAssessment *oct_workbench_get_assessment (OctWorkbench *self);
OctPlanBook *oct_workbench_get_plans (OctWorkbench *self);
gboolean oct_workbench_get_loading (OctWorkbench *self);
const char *oct_workbench_get_problem (OctWorkbench *self);
const char *oct_workbench_get_undo_sentence (OctWorkbench *self);
const char *oct_workbench_get_redo_sentence (OctWorkbench *self);

/* Opens the workspace of that name, or the one that was open last (%NULL). The name is remembered. */
void oct_workbench_open_async (OctWorkbench *self, const char *name, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean oct_workbench_open_finish (OctWorkbench *self, GAsyncResult *result, GError **error);
/* Opens a file without remembering it. */
void oct_workbench_visit_async (OctWorkbench *self, const char *path, GAsyncReadyCallback callback,
                                gpointer user_data);
void oct_workbench_close (OctWorkbench *self);

/**
 * OctNewWorkspace:
 * @name: its name, which becomes the name of its file
 * @trust: the trust, from the register or by hand (uid 0)
 * @schools: (element-type OctOwnSchool): its schools
 * @person: (nullable): who works with it
 */
typedef struct
{
  const char *name;
  const OctOwnTrust *trust;
  GPtrArray *schools;
  const OctPerson *person;
} OctNewWorkspace;

/* Makes a workspace with the framework that comes with the program, and opens it. */
void oct_workbench_create_async (OctWorkbench *self, const OctNewWorkspace *what,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean oct_workbench_create_finish (OctWorkbench *self, GAsyncResult *result, GError **error);

/* Who works here; asked once for each workspace. %NULL before that. */
const char *oct_workbench_get_person_id (OctWorkbench *self);
void oct_workbench_set_person_id (OctWorkbench *self, const char *person_id);

/* The cycle that the assessment is of; the latest unless another one is chosen (%NULL: the latest). */
void oct_workbench_choose_cycle (OctWorkbench *self, const char *cycle_id);

/**
 * OctEditFunc:
 * Makes one named edit, on the worker's thread.
 */
typedef gboolean (*OctEditFunc) (OctWorkspace *workspace, const OctEditInfo *info, gpointer data,
                                 GError **error);
/**
 * OctReadFunc:
 * Reads something, on the worker's thread. (transfer full)
 */
typedef gpointer (*OctReadFunc) (OctWorkspace *workspace, gpointer data, GError **error);

/* An edit as @func makes it; who is filled in. The assessment is swapped before @callback. */
void oct_workbench_edit_async (OctWorkbench *self, const OctEditInfo *info, OctEditFunc func,
                               gpointer data, GDestroyNotify free_data,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean oct_workbench_edit_finish (OctWorkbench *self, GAsyncResult *result, GError **error);
/* A change of records, as one edit; @change (transfer full). */
void oct_workbench_change_records_async (OctWorkbench *self, const OctEditInfo *info,
                                         OctRecordChange *change, GAsyncReadyCallback callback,
                                         gpointer user_data);
void oct_workbench_read_async (OctWorkbench *self, OctReadFunc func, gpointer data,
                               GDestroyNotify free_data, GDestroyNotify free_result,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
gpointer oct_workbench_read_finish (OctWorkbench *self, GAsyncResult *result, GError **error);

/* (transfer full): what was undone or redone. */
void oct_workbench_undo_async (OctWorkbench *self, GAsyncReadyCallback callback,
                               gpointer user_data);
void oct_workbench_redo_async (OctWorkbench *self, GAsyncReadyCallback callback,
                               gpointer user_data);
OctEditRecord *oct_workbench_step_finish (OctWorkbench *self, GAsyncResult *result, GError **error);

/* Reads with an answer: an OctAssessment of another cycle; a GPtrArray of OctEditRecord; a GPtrArray
 * of OctJudgement of every cycle; a GHashTable of times. Finish with oct_workbench_read_finish(). */
void oct_workbench_read_assessment_async (OctWorkbench *self, const char *cycle_id,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
void oct_workbench_read_history_async (OctWorkbench *self, const OctHistoryFilter *filter,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
void oct_workbench_read_revisions_async (OctWorkbench *self, GAsyncReadyCallback callback,
                                         gpointer user_data);
void oct_workbench_read_judgements_async (OctWorkbench *self, const OctJudgementFilter *filter,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);

/* Named edits. Each writes its sentence itself; finish with oct_workbench_edit_finish(). */
void oct_workbench_judge_async (OctWorkbench *self, const OctJudgement *judgement, gboolean typing,
                                GAsyncReadyCallback callback, gpointer user_data);
/* "No change since last cycle": for one element of one subject, or (element %NULL) for all that
 * have not been judged in this cycle. */
void oct_workbench_carry_forward_async (OctWorkbench *self, const char *school_id,
                                        const char *element, OctJudgementView view,
                                        GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_clear_judgement_async (OctWorkbench *self, const OctJudgement *judgement,
                                          GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_put_cycle_async (OctWorkbench *self, const OctCycle *cycle,
                                    GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_put_target_async (OctWorkbench *self, const OctTarget *target,
                                     GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_delete_target_async (OctWorkbench *self, const OctTarget *target,
                                        GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_put_pillar_async (OctWorkbench *self, const OctPillar *pillar,
                                     GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_set_purpose_async (OctWorkbench *self, const char *purpose,
                                      GAsyncReadyCallback callback, gpointer user_data);
void oct_workbench_put_person_async (OctWorkbench *self, const OctPerson *person,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* A new version; a cycle that is open is judged by it from now on. */
void oct_workbench_add_framework_async (OctWorkbench *self, OctFramework *framework,
                                        GAsyncReadyCallback callback, gpointer user_data);

/* For the command line and tests: blocks until everything asked for so far is done and told. */
void oct_workbench_wait (OctWorkbench *self);

G_END_DECLS
