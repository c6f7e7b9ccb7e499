/* The tables of a workspace, and how an older one is brought up to date.
 *
 * Every tracked table has a UUID as its key and no foreign key with an action, since SQLite's
 * session extension records rows by their key and can't redo a cascade. Positions are rank keys
 * without a unique constraint, since a swap under one can't be undone. Rules that must always
 * hold stand here once more as CHECK and RAISE, since an undo writes past the model. Entries of
 * the list of migrations are added, never edited.
 */
#include "oct-workspace-private.h"

#include <glib/gi18n.h>

#include "oct-error.h"

const char *const oct_workspace_tracked[] = {
  "trust",
  "pillar",
  "pillar_map",
  "school",
  "school_urn",
  "person",
  "framework",
  "lens",
  "cycle",
  "judgement",
  "target",
  "evidence",
  "evidence_link",
  "retention",
  "note",
  "term",
  "plan",
  "plan_step",
  "objective",
  "criterion",
  "action",
  "dependency",
  "milestone",
  "review",
  "progress",
  "actual",
  "plan_evidence",
  "practice",
  "practice_version",
  "practice_use",
  "support",
  "capacity",
  "recheck",
  "risk",
  "risk_reading",
  "concern",
  "visit",
  "visit_point",
  NULL,
};

static const char version_1[] =
  "CREATE TABLE about ("
  "  key TEXT PRIMARY KEY, value TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE person ("
  "  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL,"
  "  CHECK (name <> '' OR post <> '')"
  ") STRICT;"

  "CREATE TABLE trust ("
  "  id TEXT PRIMARY KEY NOT NULL, uid INTEGER NOT NULL CHECK (uid >= 0),"
  "  name TEXT NOT NULL CHECK (name <> ''), purpose TEXT NOT NULL, as_at INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE pillar ("
  "  id TEXT PRIMARY KEY NOT NULL, rank TEXT NOT NULL, name TEXT NOT NULL CHECK (name <> ''),"
  "  text TEXT NOT NULL, retired INTEGER NOT NULL CHECK (retired IN (0, 1))"
  ") STRICT;"
  "CREATE TABLE pillar_map ("
  "  id TEXT PRIMARY KEY NOT NULL, pillar_id TEXT NOT NULL REFERENCES pillar (id),"
  "  element TEXT NOT NULL, aspect TEXT"
  ") STRICT;"

  "CREATE TABLE school ("
  "  id TEXT PRIMARY KEY NOT NULL, urn INTEGER NOT NULL CHECK (urn >= 0),"
  "  name TEXT NOT NULL CHECK (name <> ''), phase INTEGER NOT NULL, type TEXT NOT NULL,"
  "  la TEXT NOT NULL, town TEXT NOT NULL, postcode TEXT NOT NULL, pupils INTEGER NOT NULL,"
  "  capacity INTEGER NOT NULL, fsm_tenths INTEGER NOT NULL, easting INTEGER NOT NULL,"
  "  northing INTEGER NOT NULL, joined INTEGER NOT NULL, left_on INTEGER NOT NULL,"
  "  as_at INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE school_urn ("
  "  id TEXT PRIMARY KEY NOT NULL, school_id TEXT NOT NULL REFERENCES school (id),"
  "  urn INTEGER NOT NULL CHECK (urn > 0), from_date INTEGER NOT NULL, to_date INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX school_urn_school ON school_urn (school_id);"
  "CREATE INDEX school_urn_urn ON school_urn (urn);"

  "CREATE TABLE framework ("
  "  id TEXT PRIMARY KEY NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,"
  "  content TEXT NOT NULL CHECK (content <> ''), made_at INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE lens ("
  "  id TEXT PRIMARY KEY NOT NULL, key TEXT NOT NULL,"
  "  content TEXT NOT NULL CHECK (content <> '')"
  ") STRICT;"

  "CREATE TABLE cycle ("
  "  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL CHECK (name <> ''),"
  "  kind TEXT NOT NULL CHECK (kind IN ('term', 'year')), starts INTEGER NOT NULL,"
  "  ends INTEGER NOT NULL CHECK (ends >= starts),"
  "  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),"
  "  framework_id TEXT NOT NULL REFERENCES framework (id), focus TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE judgement ("
  "  id TEXT PRIMARY KEY NOT NULL, cycle_id TEXT NOT NULL REFERENCES cycle (id),"
  "  framework_id TEXT NOT NULL REFERENCES framework (id),"
  "  school_id TEXT REFERENCES school (id), element TEXT NOT NULL, aspect TEXT,"
  "  view TEXT NOT NULL CHECK (view IN ('own', 'moderated')), stage TEXT, reason TEXT NOT NULL,"
  "  gives TEXT NOT NULL, gains TEXT NOT NULL,"
  "  confidence TEXT NOT NULL CHECK (confidence IN ('', 'low', 'medium', 'high')),"
  "  final INTEGER NOT NULL CHECK (final IN (0, 1)),"
  "  carried INTEGER NOT NULL CHECK (carried IN (0, 1)),"
  "  assessor_id TEXT REFERENCES person (id), judged_on INTEGER NOT NULL,"
  "  CHECK (final = 0 OR (stage IS NOT NULL AND trim (reason, char (9, 10, 13, 32)) <> ''))"
  ") STRICT;"
  "CREATE INDEX judgement_cycle ON judgement (cycle_id, element);"
  "CREATE INDEX judgement_school ON judgement (school_id);"
  "CREATE INDEX judgement_element ON judgement (element);"
  "CREATE TRIGGER judgement_insert BEFORE INSERT ON judgement"
  "  WHEN (SELECT closed FROM cycle WHERE id = NEW.cycle_id)"
  "  BEGIN SELECT RAISE (ABORT, 'closed cycle'); END;"
  "CREATE TRIGGER judgement_update BEFORE UPDATE ON judgement"
  "  WHEN (SELECT closed FROM cycle WHERE id = OLD.cycle_id)"
  "  BEGIN SELECT RAISE (ABORT, 'closed cycle'); END;"
  "CREATE TRIGGER judgement_delete BEFORE DELETE ON judgement"
  "  WHEN (SELECT closed FROM cycle WHERE id = OLD.cycle_id)"
  "  BEGIN SELECT RAISE (ABORT, 'closed cycle'); END;"

  "CREATE TABLE target ("
  "  id TEXT PRIMARY KEY NOT NULL, school_id TEXT REFERENCES school (id),"
  "  element TEXT NOT NULL, stage TEXT NOT NULL, due INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE evidence ("
  "  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('note', 'link', 'file')),"
  "  name TEXT NOT NULL CHECK (name <> ''), text TEXT NOT NULL, url TEXT NOT NULL,"
  "  object TEXT, file_name TEXT NOT NULL, size INTEGER NOT NULL, dated INTEGER NOT NULL,"
  "  person_id TEXT REFERENCES person (id), added_at INTEGER NOT NULL,"
  "  CHECK ((kind = 'file') = (object IS NOT NULL)),"
  "  CHECK (object IS NULL OR (length (object) = 64 AND object NOT GLOB '*[^0-9a-f]*'))"
  ") STRICT;"
  /* What a piece of evidence is for: an element of the trust or a school, in a cycle; aspects and
       judgements are found through them. */
  "CREATE TABLE evidence_link ("
  "  id TEXT PRIMARY KEY NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence (id),"
  "  cycle_id TEXT NOT NULL REFERENCES cycle (id), school_id TEXT REFERENCES school (id),"
  "  element TEXT NOT NULL, aspect TEXT"
  ") STRICT;"
  "CREATE INDEX evidence_link_evidence ON evidence_link (evidence_id);"
  "CREATE INDEX evidence_link_cycle ON evidence_link (cycle_id, element);"

  /* Months that a kind of record is kept. */
  "CREATE TABLE retention ("
  "  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, months INTEGER NOT NULL CHECK (months > 0)"
  ") STRICT;"
  /* Small texts of the trust's own: a picture's title, say. */
  "CREATE TABLE note ("
  "  id TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE edit ("
  "  seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person_id TEXT,"
  "  sentence TEXT NOT NULL, location TEXT NOT NULL, subject TEXT, merge TEXT,"
  "  schema INTEGER NOT NULL,"
  "  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),"
  "  barrier TEXT, undone_at INTEGER NOT NULL DEFAULT 0, undone_by TEXT, changeset BLOB"
  ") STRICT;"
  "CREATE INDEX edit_undone ON edit (seq) WHERE state = 'undone';"
  "CREATE INDEX edit_done ON edit (seq) WHERE state = 'done';"
  "CREATE TABLE edit_change ("
  "  seq INTEGER NOT NULL, n INTEGER NOT NULL, record TEXT NOT NULL, record_id TEXT NOT NULL,"
  "  field TEXT NOT NULL, kind INTEGER NOT NULL, before TEXT, after TEXT,"
  "  PRIMARY KEY (seq, n)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX edit_change_record ON edit_change (record_id);";

/* Entry n brings version n to version n + 1. */
static const char *const migrations[] = { version_1, oct_workspace_version_2 };

/* What was done since this version can be undone: those after it only added tables. */
#define UNDO_SINCE 1

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == OCT_WORKSPACE_VERSION);

static const char *const *added_migrations;
static guint n_added_migrations;

/*
 * oct_workspace_get_version:
 *
 * Returns: the version of the tables that this program writes
 */
guint
oct_workspace_get_version (void)
{
  return OCT_WORKSPACE_VERSION + n_added_migrations;
}

/*
 * oct_workspace_get_undo_version:
 *
 * Returns: the oldest version of the tables whose edits can still be undone
 */
guint
oct_workspace_get_undo_version (void)
{
  return n_added_migrations == 0 ? UNDO_SINCE : oct_workspace_get_version ();
}

/*
 * oct_workspace_add_migrations_for_test:
 * @scripts: (array length=n_scripts): migrations, which must live on
 * @n_scripts: how many; 0 for none again
 *
 * Makes the program one of a later version, as far as a workspace can tell.
 */
void
oct_workspace_add_migrations_for_test (const char *const *scripts, guint n_scripts)
{
  added_migrations = scripts;
  n_added_migrations = n_scripts;
}

/*
 * oct_workspace_check_kind:
 * @self: a workspace whose file is open
 * @version: (out): the version of its tables
 * @error: return location for an error
 *
 * Returns: whether it is a workspace that this program can open; %OCT_ERROR_UNTRUSTED,
 *   %OCT_ERROR_DAMAGED or %OCT_ERROR_NEWER where not
 */
gboolean
oct_workspace_check_kind (OctWorkspace *self, gint64 *version, GError **error)
{
  gint64 application;
  gint64 n_tables = 0;

  if (!oct_workspace_read_number (self, "PRAGMA application_id", &application, error)
      || !oct_workspace_read_number (self, "PRAGMA user_version", version, error))
    return FALSE;
  if (application == 0 && *version == 0
      && !oct_workspace_read_number (self, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (application == 0 && *version == 0 && n_tables == 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
                   /* Translators: %s is the path of a file. */
                   _("%s is damaged: it is empty. It was left as it is. Restore a backup to go "
                     "on."),
                   self->path);
      return FALSE;
    }
  if (application != OCT_WORKSPACE_APPLICATION_ID || *version < 1)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_UNTRUSTED,
                   /* Translators: %s is the path of a file. */
                   _("%s is not a workspace of Octant. It was left as it is."), self->path);
      return FALSE;
    }
  if (*version > oct_workspace_get_version ())
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NEWER,
                   /* Translators: %s is the path of a file. */
                   _("%s was written by a newer version of Octant and was left as it is. Update "
                     "Octant to open it."),
                   self->path);
      return FALSE;
    }

  return TRUE;
}

/*
 * oct_workspace_begin_new:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Gives a workspace its id, unless it has one.
 *
 * Returns: whether it has one
 */
gboolean
oct_workspace_begin_new (sqlite3 *db, GError **error)
{
  g_autofree char *id = oct_workspace_make_id ();
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    db, "INSERT OR IGNORE INTO about (key, value) VALUES ('id', ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);

  return oct_sql_step_done (db, statement, error);
}

/*
 * oct_workspace_make_tables:
 * @db: a connection in a transaction, at version @from
 * @from: the version it has; 0 for an empty file
 * @to: the version it is to have
 * @error: return location for an error
 *
 * Returns: whether its tables are those of version @to
 */
gboolean
oct_workspace_make_tables (sqlite3 *db, guint from, guint to, GError **error)
{
  for (guint version = from; version < to; version++)
    {
      const char *script = version < OCT_WORKSPACE_VERSION
                             ? migrations[version]
                             : added_migrations[version - OCT_WORKSPACE_VERSION];
      g_autofree char *pragma = g_strdup_printf (
        "PRAGMA application_id = %d; PRAGMA user_version = %u;", OCT_WORKSPACE_APPLICATION_ID,
        version + 1);

      if (!oct_sql_run (db, script, error) || !oct_sql_run (db, pragma, error))
        return FALSE;
    }

  return TRUE;
}

/*
 * oct_workspace_migrate:
 * @self: a workspace in a transaction
 * @error: return location for an error
 *
 * Brings the tables up to date, from nothing where the file is new.
 *
 * Returns: whether they are
 */
gboolean
oct_workspace_migrate (OctWorkspace *self, GError **error)
{
  gint64 version;

  /* The version is read again, since another process may have been quicker. */
  return oct_workspace_read_number (self, "PRAGMA user_version", &version, error)
         && oct_workspace_make_tables (self->db, (guint) version, oct_workspace_get_version (),
                                       error)
         && oct_workspace_begin_new (self->db, error);
}
