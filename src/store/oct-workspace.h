/* The workspace: what the trust itself knows, in one SQLite file that must never lose a word.
 *
 * Every change is one named edit: one transaction, synced before the call returns, recorded by
 * SQLite's session extension so that it can be undone and redone across restarts, with who, when,
 * and readable values before and after. The calls are synchronous; the program makes them on a
 * worker thread. Nothing here reads the register: ids are passed between the stores.
 */
#pragma once

#include <gio/gio.h>

#include "oct-edit-record.h"
#include "oct-judgement.h"
#include "oct-own-trust.h"

G_BEGIN_DECLS

#define OCT_TYPE_WORKSPACE (oct_workspace_get_type ())
G_DECLARE_FINAL_TYPE (OctWorkspace, oct_workspace, OCT, WORKSPACE, GObject)

#define OCT_WORKSPACE_SUFFIX ".octant"
/* Why the file of a newer program is refused, and other things that depend on it. */
#define OCT_WORKSPACE_VERSION 2

/**
 * OctWorkspaceFlags:
 * @OCT_WORKSPACE_CREATE: makes a new one; the file must not be there
 * @OCT_WORKSPACE_READ_ONLY: for looking only: nothing is written, not even a migration
 * @OCT_WORKSPACE_NETWORK: as if the file were on a network: no write-ahead log, and the lock is
 *   held as long as it is open. Found out by itself; the flag is for tests
 * @OCT_WORKSPACE_CHECK_LATER: a file that needs no update is not looked through yet, which takes long
 *   where it is large: oct_workspace_finish_opening() does that, before anything is written
 */
typedef enum
{
  OCT_WORKSPACE_DEFAULT = 0,
  OCT_WORKSPACE_CREATE = 1 << 0,
  OCT_WORKSPACE_READ_ONLY = 1 << 1,
  OCT_WORKSPACE_NETWORK = 1 << 2,
  OCT_WORKSPACE_CHECK_LATER = 1 << 3,
} OctWorkspaceFlags;

/**
 * OctWorkspaceProgress:
 * @done: how many files and backups are done
 * @total: of how many
 * @data: what was given with it
 *
 * Hears how far long work is, on the thread that does it.
 */
typedef void (*OctWorkspaceProgress) (guint done, guint total, gpointer data);

OctWorkspace *oct_workspace_open (const char *path, OctWorkspaceFlags flags, GError **error);
/* What %OCT_WORKSPACE_CHECK_LATER left; nothing is written to a file that turns out damaged. */
gboolean oct_workspace_finish_opening (OctWorkspace *self, GError **error);
const char *oct_workspace_get_path (OctWorkspace *self);
/* A UUID that stays when the file is renamed; names the folder of its evidence and backups. */
const char *oct_workspace_get_id (OctWorkspace *self);
/* (transfer full): the folder of its evidence and backups, beside its file. */
char *oct_workspace_dup_folder (OctWorkspace *self);
gboolean oct_workspace_is_on_network (OctWorkspace *self);
/* Whether another process has written since this was last asked. */
gboolean oct_workspace_was_changed (OctWorkspace *self);
gboolean oct_workspace_check (OctWorkspace *self, GError **error);
/* Who hears how far finding a person, removing one and disposing are; %NULL for nobody. */
void oct_workspace_set_progress (OctWorkspace *self, OctWorkspaceProgress func, gpointer data);

/**
 * OctEditInfo:
 * @person_id: (nullable): who
 * @sentence: what was done, translated: "Judged Improvement at Oak Primary: Embedded"
 * @location: the page that shows it
 * @subject: (nullable): the id of the school it is about, %NULL for the trust
 * @merge: (nullable): edits in a row with the same text, within ten minutes, are one (typing)
 * @at: seconds since 1970, for the demonstration, whose history is older than the day it is written
 *   on; 0 for now
 *
 * What history says of an edit.
 */
typedef struct
{
  const char *person_id;
  const char *sentence;
  const char *location;
  const char *subject;
  const char *merge;
  gint64 at;
} OctEditInfo;

/* Undo and redo: the last edit first. (transfer full) (nullable): what was undone or redone, for
 * the toast; %NULL with %OCT_ERROR_BARRIER or %OCT_ERROR_NOT_FOUND where there is nothing. */
OctEditRecord *oct_workspace_undo (OctWorkspace *self, const char *person_id, GError **error);
OctEditRecord *oct_workspace_redo (OctWorkspace *self, const char *person_id, GError **error);
/* (out) (nullable) (transfer full): the edit that undo or redo would take. */
gboolean oct_workspace_read_next (OctWorkspace *self, OctEditRecord **undo, OctEditRecord **redo,
                                  GError **error);

/**
 * OctHistoryFilter:
 * @person_id: (nullable): only this person's
 * @subject: (nullable): only about this school; "trust" for the trust itself
 * @record_id: (nullable): only edits that touched this record
 * @before_seq: only older ones than this edit; 0 for the newest
 * @limit: how many at the most; 0 for all
 */
typedef struct
{
  const char *person_id;
  const char *subject;
  const char *record_id;
  gint64 before_seq;
  guint limit;
} OctHistoryFilter;

/* (transfer full) (element-type OctEditRecord): newest first. */
GPtrArray *oct_workspace_read_history (OctWorkspace *self, const OctHistoryFilter *filter,
                                       GError **error);
/* (transfer full) (element-type utf8 gint64): when each record was changed last, by its id. */
#define OCT_REVISION_GONE_REVIEWS "gone-reviews"
#define OCT_REVISION_REMOVED "removed"
GHashTable *oct_workspace_read_revisions (OctWorkspace *self, GError **error);

/* Reading. Arrays are (transfer full), in the order a person would expect. */
OctOwnTrust *oct_workspace_read_trust (OctWorkspace *self, GError **error);
GPtrArray *oct_workspace_read_schools (OctWorkspace *self, gboolean with_left, GError **error);
/* (transfer full): the id of the school that has or had this URN, or %NULL. */
char *oct_workspace_find_school (OctWorkspace *self, guint32 urn, GError **error);
/* (transfer full) (element-type guint32): every URN a school had, the newest first. */
GArray *oct_workspace_read_urns (OctWorkspace *self, const char *school_id, GError **error);
GPtrArray *oct_workspace_read_cycles (OctWorkspace *self, GError **error);
GPtrArray *oct_workspace_read_targets (OctWorkspace *self, GError **error);
GPtrArray *oct_workspace_read_pillars (OctWorkspace *self, GError **error);
GPtrArray *oct_workspace_read_people (OctWorkspace *self, GError **error);

/**
 * OctJudgementFilter:
 * @cycle_id: (nullable): only of this cycle
 * @element: (nullable): only of this element
 * @school_id: (nullable): only of this school; "trust" for the trust itself
 * @with_aspects: also those of aspects
 */
typedef struct
{
  const char *cycle_id;
  const char *element;
  const char *school_id;
  gboolean with_aspects;
} OctJudgementFilter;

GPtrArray *oct_workspace_read_judgements (OctWorkspace *self, const OctJudgementFilter *filter,
                                          GError **error);
/* (transfer full) (nullable): the text of a version of the framework; @version (out) (nullable). */
char *oct_workspace_read_framework (OctWorkspace *self, const char *framework_id, guint *version,
                                    GError **error);
/* (transfer full) (nullable): the id of the newest version. */
char *oct_workspace_read_framework_id (OctWorkspace *self, GError **error);

/* (transfer full) (element-type utf8): the texts of the lenses that the trust has filled or added. */
GPtrArray *oct_workspace_read_lenses (OctWorkspace *self, GError **error);

/* Named edits. A value with a %NULL id is new and is given one; the given value is not changed,
 * and @id (out) (nullable) (transfer full) says what it was kept as. */
gboolean oct_workspace_set_trust (OctWorkspace *self, const OctEditInfo *info,
                                  const OctOwnTrust *trust, GError **error);
gboolean oct_workspace_put_schools (OctWorkspace *self, const OctEditInfo *info, GPtrArray *schools,
                                    GError **error);
gboolean oct_workspace_put_cycle (OctWorkspace *self, const OctEditInfo *info,
                                  const OctCycle *cycle, char **id, GError **error);
gboolean oct_workspace_put_judgements (OctWorkspace *self, const OctEditInfo *info,
                                       GPtrArray *judgements, GError **error);
gboolean oct_workspace_delete_judgement (OctWorkspace *self, const OctEditInfo *info,
                                         const char *id, GError **error);
gboolean oct_workspace_put_target (OctWorkspace *self, const OctEditInfo *info,
                                   const OctTarget *target, GError **error);
gboolean oct_workspace_delete_target (OctWorkspace *self, const OctEditInfo *info, const char *id,
                                      GError **error);
gboolean oct_workspace_put_pillar (OctWorkspace *self, const OctEditInfo *info,
                                   const OctPillar *pillar, GError **error);
/* (element-type OctPillar): as one edit. */
gboolean oct_workspace_put_pillars (OctWorkspace *self, const OctEditInfo *info,
                                    const GPtrArray *pillars, GError **error);
/* (element-type utf8): ids of pillars in their order; the others keep their places. */
gboolean oct_workspace_order_pillars (OctWorkspace *self, const OctEditInfo *info,
                                      const GPtrArray *ids, GError **error);
gboolean oct_workspace_put_person (OctWorkspace *self, const OctEditInfo *info,
                                   const OctPerson *person, char **id, GError **error);
gboolean oct_workspace_add_framework (OctWorkspace *self, const OctEditInfo *info, const char *key,
                                      guint version, const char *content, char **id,
                                      GError **error);

/**
 * OctLensText:
 * @key: the lens's key
 * @content: (nullable): its text in JSON; %NULL takes the lens away
 * @before: (nullable): what is changed of it, as a person reads it
 * @after: (nullable): the same, afterwards
 *
 * A lens as it is kept. The store doesn't read it, so history is told what to say.
 */
typedef struct
{
  const char *key;
  const char *content;
  const char *before;
  const char *after;
} OctLensText;

gboolean oct_workspace_put_lens (OctWorkspace *self, const OctEditInfo *info,
                                 const OctLensText *lens, GError **error);

G_END_DECLS
