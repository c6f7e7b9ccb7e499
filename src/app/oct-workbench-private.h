/* What the files of the workbench share, and nobody else sees. */
#pragma once

#include "oct-user.h"
#include "oct-workbench.h"
#include "oct-worker.h"

G_BEGIN_DECLS

/* The name of the workspace that was open last, among the user's settings. */
#define OCT_SETTING_WORKSPACE "workspace"

/* @user: (borrowed): remembers which workspace was open and who works in it. */
OctWorkbench *oct_workbench_new (OctUser *user, const char *data_dir);
void oct_workbench_flush (OctWorkbench *self);

/**
 * OctWorkbenchState:
 * What the worker found, to be taken up on the main thread; or why it could not be read. A part that
 * is %NULL is as it was.
 */
typedef struct
{
  OctAssessment *assessment;
  OctPlanBook *plans;
  char *undo_sentence;
  char *redo_sentence;
  GError *error;
} OctWorkbenchState;

void oct_workbench_state_clear (OctWorkbenchState *state);
/* On the worker's thread. @frameworks: (element-type utf8 OctFramework): those read before. */
OctAssessment *oct_workbench_load_assessment (OctWorkspace *workspace, GHashTable *frameworks,
                                              const char *cycle_id, GError **error);
GPtrArray *oct_workbench_load_lenses (OctWorkspace *workspace, const GPtrArray *pillars,
                                      GError **error);
void oct_workbench_load_state (OctWorkbenchState *state, OctWorkspace *workspace,
                               GHashTable *frameworks, const char *cycle_id);

/* Without the assessment: after a change of records alone. */
void oct_workbench_load_records (OctWorkbenchState *state, OctWorkspace *workspace);
/* Has the worker read the plans of a workspace that was just opened. */
void oct_workbench_begin_plans (OctWorkbench *self, OctWorkspace *workspace);

OctWorker *oct_workbench_get_worker (OctWorkbench *self);
OctWorkspace *oct_workbench_get_workspace (OctWorkbench *self);
GHashTable *oct_workbench_get_frameworks (OctWorkbench *self);
const char *oct_workbench_get_cycle_id (OctWorkbench *self);
void oct_workbench_take_state (OctWorkbench *self, OctWorkspace *workspace,
                               OctWorkbenchState *state);
void oct_workbench_take_workspace (OctWorkbench *self, OctWorkspace *workspace, const char *name,
                                   gboolean remember);
/* (transfer full): where the workspace of that name lies, or would lie. */
char *oct_workbench_get_path (OctWorkbench *self, const char *name);
/* It isn't there any more, so it isn't the one to open next time. */
void oct_workbench_forget (OctWorkbench *self, const char *name);
void oct_workbench_set_loading (OctWorkbench *self, gboolean loading, const GError *problem);

/* Notices writes of others to the folder of workspaces, and refreshes. */
typedef struct _OctWorkbenchWatch OctWorkbenchWatch;
OctWorkbenchWatch *oct_workbench_watch_new (OctWorkbench *workbench, const char *folder);
void oct_workbench_watch_free (OctWorkbenchWatch *watch);
void oct_workbench_refresh (OctWorkbench *self, gboolean always);

/* Looks the file of @workspace through, then makes today's backup and the like, on the worker. One
 * that is damaged is closed, and the problem told. */
void oct_workbench_keep_house (OctWorkbench *self, OctWorkspace *workspace);
/* Tells the person something that needs no answer. */
void oct_workbench_say (OctWorkbench *self, const char *text);

/* An answer from the worker to the main thread: calls @func there, once. */
void oct_workbench_deliver (GSourceFunc func, gpointer data);

G_END_DECLS
