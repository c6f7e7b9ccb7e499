/* Taking things out of a database for good: names out of every text, records by their id, old
 * history, and every changeset that would bring them back.
 *
 * It works on any database with the tables of a workspace, so that the workspace and each of its
 * backups are treated alike, and asks the database itself which columns hold text, so that a table
 * that comes later is not forgotten. Private to src/store.
 */
#pragma once

#include <sqlite3.h>

#include "oct-name-pattern.h"
#include "oct-record.h"

G_BEGIN_DECLS

/**
 * OctErasure:
 * @pattern: (nullable): names to take out of every text
 * @replacement: what stands in their place; not empty
 * @person_id: (nullable): the person who goes
 * @other_id: (nullable): the person who takes their place
 * @post: (nullable): without @other_id: the post that stays in place of the name
 * @ids: (element-type utf8): evidence, visits and people without references; judgements, plans,
 *   concerns, support, practices and risks whose words go
 * @history_before: edits before this second (since 1970) go; 0 for none
 * @sentence: what history says of the edits of such a record, translated
 * @barrier: why what holds it can't be undone, translated
 * @changed: (out): how many texts were changed and records removed
 */
typedef struct
{
  OctNamePattern *pattern;
  char *replacement;
  char *person_id;
  char *other_id;
  char *post;
  GHashTable *ids;
  gint64 history_before;
  char *sentence;
  char *barrier;
  guint changed;
} OctErasure;

OctErasure *oct_erasure_new (const char *replacement, const char *barrier);
void oct_erasure_free (OctErasure *erasure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctErasure, oct_erasure_free)

/* Inside a transaction of the caller's. */
gboolean oct_erasure_apply (OctErasure *erasure, sqlite3 *db, GError **error);
/* Makes the SQL functions names_person (text) and is_erased (id) for a connection. */
gboolean oct_erasure_attach (OctErasure *erasure, sqlite3 *db, GError **error);
void oct_erasure_detach (sqlite3 *db);
/* Records by their ids: those that belong to them, or did before they were deleted; their words. */
gboolean oct_erasure_collect_records (OctErasure *erasure, sqlite3 *db, GError **error);
gboolean oct_erasure_erase_records (OctErasure *erasure, sqlite3 *db, GError **error);
/* Whether a field of a kind of records holds words that go with its record. */
gboolean oct_erasure_takes_field (const OctRecordKind *kind, const OctRecordField *field);
/* Leaves no old byte: freed pages, the log and the journal. %OCT_ERROR_BUSY where another window
 * holds on to them. */
gboolean oct_erasure_scrub (sqlite3 *db, GError **error);

typedef struct
{
  char *table;
  char *column;
} OctTextColumn;

void oct_text_column_free (OctTextColumn *column);
/* (transfer full) (element-type OctTextColumn): the columns that people write in. */
GPtrArray *oct_erasure_read_columns (sqlite3 *db, GError **error);

G_END_DECLS
