/* The session: what is open, and the one place where both faces ask for things.
 *
 * It holds the data folder, the current register, the user's own store and the worker thread that
 * reads them, tells when any of these changes, and runs imports. Faces hold no logic: they ask the
 * session and show what comes back. Every _async function delivers its result whole, on the main
 * thread.
 */
#pragma once

#include <gio/gio.h>

#include "oct-import.h"
#include "oct-job.h"
#include "oct-register.h"
#include "oct-user-store.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_SESSION (oct_session_get_type ())
G_DECLARE_FINAL_TYPE (OctSession, oct_session, OCT, SESSION, GObject)

/* @data_dir: (nullable): the XDG data folder of the program when %NULL. */
OctSession *oct_session_new (const char *data_dir);
/* A session on the demonstration trust, in a data folder of its own inside @data_dir ("demo"). */
OctSession *oct_session_new_demo (const char *data_dir);
const char *oct_session_get_data_dir (OctSession *self);
gboolean oct_session_is_demo (OctSession *self);

/* Opens the stores; blocks for milliseconds. %OCT_ERROR_NO_REGISTER leaves a usable session. */
gboolean oct_session_open (OctSession *self, GError **error);

/* Properties "register" (nullable), "trust-uid" (the user's own trust, 0 before it is chosen),
 * "problem" (nullable string: why there is no register though one is there). */
OctRegister *oct_session_get_register (OctSession *self);
const GError *oct_session_get_problem (OctSession *self);
/* Property "user-problem" (nullable): why stars, views and settings were set aside or aren't being
 * kept: a damaged or newer user.db, a folder that can't be written. */
const GError *oct_session_get_user_problem (OctSession *self);
guint32 oct_session_get_trust_uid (OctSession *self);
void oct_session_set_trust_uid (OctSession *self, guint32 uid);

/* (transfer none): what the trust itself knows: see oct-workbench.h. */
OctWorkbench *oct_session_get_workbench (OctSession *self);

/* Stars, saved views and settings: kept in memory, written on the worker thread.
 * Signals "stars-changed", "views-changed", also for what another window changed; a table or array
 * got before is not to be used after them. */
gboolean oct_session_is_starred (OctSession *self, guint32 urn);
void oct_session_set_starred (OctSession *self, guint32 urn, gboolean starred);
gboolean oct_session_is_trust_starred (OctSession *self, guint32 uid);
void oct_session_set_trust_starred (OctSession *self, guint32 uid, gboolean starred);
GHashTable *oct_session_get_stars (OctSession *self);
GHashTable *oct_session_get_trust_stars (OctSession *self);
GPtrArray *oct_session_get_views (OctSession *self);
void oct_session_save_view (OctSession *self, const char *name, const char *page,
                            const char *query);
void oct_session_rename_view (OctSession *self, const char *name, const char *new_name);
void oct_session_delete_view (OctSession *self, const char *name);
char *oct_session_get_setting (OctSession *self, const char *key);
void oct_session_set_setting (OctSession *self, const char *key, const char *value);
/* Waits until everything written so far is on disk; for the end of the program and for tests. */
void oct_session_flush (OctSession *self);

/* Checks the user's store on disk. */
gboolean oct_session_check_user (OctSession *self, GError **error);

/* Searching is answered from memory and returns at once. */
OctResult *oct_session_search (OctSession *self, OctSchoolQuery *query);

/* Reads that touch SQLite. */
void oct_session_read_facts_async (OctSession *self, guint32 urn, GCancellable *c,
                                   GAsyncReadyCallback cb, gpointer data);
void oct_session_read_links_async (OctSession *self, guint32 urn, GCancellable *c,
                                   GAsyncReadyCallback cb, gpointer data);
void oct_session_read_changes_async (OctSession *self, const OctChangeFilter *filter,
                                     GCancellable *c, GAsyncReadyCallback cb, gpointer data);
void oct_session_read_sources_async (OctSession *self, GCancellable *c, GAsyncReadyCallback cb,
                                     gpointer data);
void oct_session_read_growth_async (OctSession *self, guint32 uid, GCancellable *c,
                                    GAsyncReadyCallback cb, gpointer data);
/* (transfer full): the container that the register's function of the same name returns. */
GPtrArray *oct_session_read_finish (OctSession *self, GAsyncResult *result, GError **error);
GArray *oct_session_read_growth_finish (OctSession *self, GAsyncResult *result, GError **error);

/* Importing: a job with progress and cancel; its result is a GPtrArray of OctImportReport.
 * The session takes up the new register by itself. */
OctJob *oct_session_import (OctSession *self, const char *const *paths, OctDate published);
/* Makes a damaged register anew from the kept files. */
OctJob *oct_session_rebuild (OctSession *self);
OctJob *oct_session_upgrade (OctSession *self);

G_END_DECLS
