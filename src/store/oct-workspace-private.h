/* What the files of the workspace share: the connection, an edit under way, and its cells. Private
 * to src/store.
 */
#pragma once

#include <sqlite3.h>

#include "oct-sql.h"
#include "oct-workspace-adopt.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

struct _OctWorkspace
{
  GObject parent_instance;

  char *path;
  char *id;
  sqlite3 *db;
  gboolean network;
  gboolean read_only;
  gboolean check_later; /* it is still to be checked */
  guint32 backup_day;   /* the day, Julian, that is known to have its backup */
  gint64 data_version;  /* SQLite's count of other connections' commits, as last seen */
  GObject *plans;       /* the book of plans as of @plans_stamp, once somebody asked for it */
  guint plans_stamp;
  guint records_stamp; /* another one after each change of records; see oct-workspace-records.h */

  /* told how far finding or erasing is; see oct_workspace_set_progress() */
  OctWorkspaceProgress progress;
  gpointer progress_data;
};

/* "Octa": a workspace; "OctU" is the user's own store. */
#define OCT_WORKSPACE_APPLICATION_ID 0x4f637461

/* The version of the tables: %OCT_WORKSPACE_VERSION, and higher only where a test added migrations. */
guint oct_workspace_get_version (void);
guint oct_workspace_get_undo_version (void);
void oct_workspace_add_migrations_for_test (const char *const *scripts, guint n_scripts);
gboolean oct_workspace_make_tables (sqlite3 *db, guint from, guint to, GError **error);
gboolean oct_workspace_begin_new (sqlite3 *db, GError **error);
gboolean oct_workspace_check_kind (OctWorkspace *self, gint64 *version, GError **error);
gboolean oct_workspace_migrate (OctWorkspace *self, GError **error);

gboolean oct_workspace_make_private_file (const char *path, GError **error);
gboolean oct_workspace_give_name (const char *from, const char *to, GError **error);
gboolean oct_workspace_make_file (const char *path, GError **error);
void oct_workspace_remove_leftovers (const char *folder);
void oct_workspace_protect (OctWorkspace *self);
gboolean oct_workspace_commit (OctWorkspace *self, GError **error);
gboolean oct_workspace_run_migrations (OctWorkspace *self, GError **error);
OctWorkspace *oct_workspace_open_glance (const char *path, GError **error);
OctWorkspace *oct_workspace_open_unchecked (const char *path, GError **error);
gboolean oct_workspace_quick_check (OctWorkspace *self, GError **error);
OctWorkspace *oct_workspace_open_still (const char *path, GError **error);
void oct_workspace_follow_changeset (OctWorkspace *self, const void *changeset, int size);
/* What brings version 1 to version 2. */
extern const char oct_workspace_version_2[];
/* The tables whose rows edits record, ended by %NULL. */
extern const char *const oct_workspace_tracked[];

/* Fills in where the pillars are mapped to. */
gboolean oct_workspace_read_pillar_maps (OctWorkspace *self, GPtrArray *pillars, GError **error);
gboolean oct_workspace_read_number (OctWorkspace *self, const char *sql, gint64 *number,
                                    GError **error);
char *oct_workspace_make_id (void);

/**
 * OctCell:
 * @column: a column's name, from the code and never from a file
 * @field: (nullable): its key in history, where history shows it
 * @text: (nullable): the value of a column of text; %NULL stores NULL
 * @number: the value of a column of numbers
 * @decimal: the value of a column of decimals; NaN stores NULL
 *
 * A value that an edit writes.
 */
typedef struct
{
  const char *column;
  const char *field;
  OctValueKind kind;
  const char *text;
  gint64 number;
  double decimal;
} OctCell;

#define OCT_CELL_TEXT(column, field, value)                                                        \
  {                                                                                                \
    column, field, OCT_VALUE_TEXT, value, 0, 0                                                     \
  }
#define OCT_CELL_STAGE(column, field, value)                                                       \
  {                                                                                                \
    column, field, OCT_VALUE_STAGE, value, 0, 0.0                                                  \
  }
#define OCT_CELL_PERSON(column, field, value)                                                      \
  {                                                                                                \
    column, field, OCT_VALUE_PERSON, value, 0, 0.0                                                 \
  }
#define OCT_CELL_NUMBER(column, field, value)                                                      \
  {                                                                                                \
    column, field, OCT_VALUE_NUMBER, NULL, value, 0.0                                              \
  }
#define OCT_CELL_DATE(column, field, value)                                                        \
  {                                                                                                \
    column, field, OCT_VALUE_DATE, NULL, value, 0.0                                                \
  }
#define OCT_CELL_FLAG(column, field, value)                                                        \
  {                                                                                                \
    column, field, OCT_VALUE_FLAG, NULL, value, 0.0                                                \
  }

typedef struct _OctEdit OctEdit;

OctEdit *oct_edit_begin (OctWorkspace *self, const OctEditInfo *info, GError **error);
gboolean oct_edit_put_person (OctEdit *edit, const OctPerson *person, GError **error);
gboolean oct_edit_put (OctEdit *edit, const char *table, const char *id, const OctCell *cells,
                       guint n_cells, GError **error);
/* What history says of a record whose columns say nothing to a person. */
void oct_edit_note (OctEdit *edit, const char *table, const char *id, const char *field,
                    const char *before, const char *after);
gboolean oct_edit_delete (OctEdit *edit, const char *table, const char *id, GError **error);
/* Nothing can be undone past this edit, for @reason. */
void oct_edit_set_barrier (OctEdit *edit, const char *reason);
gboolean oct_edit_put_school (OctEdit *edit, OctWorkspace *self, const OctOwnSchool *school,
                              OctDate since, GError **error);
/* (transfer full) of @edit in both. */
gboolean oct_edit_commit (OctEdit *edit, GError **error);
void oct_edit_abort (OctEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctEdit, oct_edit_abort)

G_END_DECLS
