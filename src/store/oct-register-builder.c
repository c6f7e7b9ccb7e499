/* Making a register; see the header. This file opens and closes the new database, folds in groups,
 * memberships and links, and finishes; establishments, which are most of the work, have a file of
 * their own.
 */

#include "oct-register-builder-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-durable-file.h"
#include "oct-index-builder.h"

static const char *const copied_tables[] = {
  "source", "source_set", "establishment_group", "membership", "link", "change", "trust_release",
};

static char *
make_schema (void)
{
  GString *sql = g_string_new (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE source (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, dataset TEXT NOT NULL, title TEXT NOT NULL,"
    " file_name TEXT NOT NULL, publisher TEXT NOT NULL, licence TEXT NOT NULL, page TEXT NOT NULL,"
    " published INTEGER NOT NULL, precedence INTEGER NOT NULL, imported INTEGER NOT NULL, bytes INTEGER NOT NULL,"
    " row_count INTEGER NOT NULL, complete INTEGER NOT NULL, fields TEXT NOT NULL) STRICT;"
    "CREATE TABLE source_set (id INTEGER PRIMARY KEY, members TEXT NOT NULL) STRICT;"
    "CREATE TABLE establishment_group (uid INTEGER PRIMARY KEY, group_id TEXT, name TEXT, company_number TEXT,"
    " type INTEGER, closed INTEGER, opened INTEGER, incorporated INTEGER, status TEXT, street TEXT, locality TEXT,"
    " town TEXT, county TEXT, postcode TEXT, ukprn TEXT, source INTEGER NOT NULL) STRICT;"
    "CREATE TABLE membership (urn INTEGER NOT NULL, uid INTEGER NOT NULL, joined INTEGER NOT NULL,"
    " source INTEGER NOT NULL, PRIMARY KEY (urn, uid)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE link (urn INTEGER NOT NULL, other_urn INTEGER NOT NULL, type TEXT NOT NULL, other_name TEXT NOT NULL,"
    " established INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (urn, other_urn, type)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE change (id INTEGER PRIMARY KEY, urn INTEGER NOT NULL, school TEXT NOT NULL, kind TEXT NOT NULL,"
    " before TEXT NOT NULL, after TEXT NOT NULL, uid_before INTEGER NOT NULL, uid_after INTEGER NOT NULL,"
    " date_before INTEGER NOT NULL, date_after INTEGER NOT NULL) STRICT;"
    "CREATE TABLE trust_release (uid INTEGER NOT NULL, date INTEGER NOT NULL, schools INTEGER NOT NULL,"
    " pupils INTEGER NOT NULL, PRIMARY KEY (uid, date)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE establishment (");

  for (int i = 0; i < OCT_N_FIELDS; i++)
    g_string_append_printf (sql, "%s %s, ", oct_field_name (i),
                            i == OCT_FIELD_URN                          ? "INTEGER PRIMARY KEY"
                            : oct_field_kind (i) == OCT_FIELD_KIND_TEXT ? "TEXT"
                                                                        : "INTEGER");
  g_string_append (
    sql, "source_set INTEGER NOT NULL, delisted INTEGER, digest INTEGER NOT NULL) STRICT;");

  return g_string_free (sql, FALSE);
}

/* An unfinished file is never read again, so nothing is spent on a journal; what counts is the one
 * sync when everything is there.
 */
static const char prepare_connection[] =
  "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -24000; PRAGMA temp_store = MEMORY;";

static gboolean
attach_old (OctRegisterBuilder *self, const char *old_path, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *uri = g_filename_to_uri (old_path, NULL, error);
  g_autofree char *immutable = NULL;

  if (uri == NULL)
    return FALSE;

  immutable = g_strconcat (uri, "?mode=ro&immutable=1", NULL);
  statement = oct_sql_prepare (self->db, "ATTACH ?1 AS old", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, immutable, -1, SQLITE_STATIC);
  return oct_sql_step_done (self->db, statement, error);
}

static gboolean
copy_table (OctRegisterBuilder *self, const char *table, GError **error)
{
  /* The names are our own, from the list above. */
  g_autofree char *sql = g_strdup_printf ("INSERT INTO main.%s SELECT * FROM old.%s", table, table);

  return oct_sql_run (self->db, sql, error);
}

/**
 * oct_register_builder_new:
 * @path: the new database; replaced where it exists
 * @old_path: (nullable): the register to fold into
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a builder with everything of @old_path but establishments
 */
OctRegisterBuilder *
oct_register_builder_new (const char *path, const char *old_path, GError **error)
{
  g_autoptr (OctRegisterBuilder) self = g_new0 (OctRegisterBuilder, 1);
  g_autofree char *schema = make_schema ();
  int code;

  self->path = g_strdup (path);
  self->has_old = old_path != NULL;
  g_unlink (path);

  code = sqlite3_open_v2 (
    path, &self->db,
    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, self->db, code, _("The new register could not be created"));
      return NULL;
    }
  if (g_chmod (path, 0600) != 0)
    g_debug ("“%s” keeps its permissions", path);

  if (!oct_sql_run (self->db, prepare_connection, error))
    return NULL;
  if (old_path != NULL && !attach_old (self, old_path, error))
    return NULL;
  if (!oct_sql_run (self->db, "BEGIN", error) || !oct_sql_run (self->db, schema, error))
    return NULL;

  for (guint i = 0; old_path != NULL && i < G_N_ELEMENTS (copied_tables); i++)
    if (!copy_table (self, copied_tables[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

static void
forget_source (OctRegisterBuilder *self)
{
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->select_old, sqlite3_finalize);
  g_clear_pointer (&self->glance_old, sqlite3_finalize);
  g_clear_pointer (&self->unstated, g_free);
  g_clear_pointer (&self->insert_change, sqlite3_finalize);
  g_clear_pointer (&self->put, sqlite3_finalize);
  g_clear_pointer (&self->get, sqlite3_finalize);
  g_clear_pointer (&self->fields, g_free);
  g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->source_sets, g_hash_table_unref);
  g_clear_pointer (&self->trust_counts, g_hash_table_unref);
}

/**
 * oct_register_builder_free:
 * @self: (nullable): a builder
 *
 * Closes the new database. A file that was not finished is removed.
 */
void
oct_register_builder_free (OctRegisterBuilder *self)
{
  if (self == NULL)
    return;

  forget_source (self);
  if (self->db != NULL)
    {
      sqlite3_close_v2 (self->db);
      g_unlink (self->path);
    }
  g_free (self->path);
  g_free (self);
}

static char *
list_fields (const OctField *fields, guint n_fields)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "," : "", oct_field_name (fields[i]));

  return g_string_free (list, FALSE);
}

static gboolean
insert_source (OctRegisterBuilder *self, const OctSourceFacts *source, int precedence,
               GError **error)
{
  g_autofree char *fields = list_fields (self->fields, self->n_fields);
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db,
    "INSERT INTO main.source VALUES ((SELECT coalesce (max (id), 0) + 1 FROM main.source),"
    " ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?12, ?13)",
    error);
  const char *texts[] = { source->sha256,    source->dataset, source->title, source->file_name,
                          source->publisher, source->licence, source->page };
  gint64 numbers[] = { source->published, precedence, source->imported, source->bytes,
                       self->complete };

  if (statement == NULL)
    return FALSE;

  for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
    sqlite3_bind_text (statement, i + 1, texts[i], -1, SQLITE_STATIC);
  for (int i = 0; i < (int) G_N_ELEMENTS (numbers); i++)
    sqlite3_bind_int64 (statement, 8 + i, numbers[i]);
  sqlite3_bind_text (statement, 13, fields, -1, SQLITE_STATIC);

  if (!oct_sql_step_done (self->db, statement, error))
    return FALSE;

  self->source_id = (guint) sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

static gboolean
look_back (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db, "SELECT count (*) FROM main.source WHERE complete AND id < ?1", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->source_id);
  sqlite3_step (statement);
  self->had_complete = sqlite3_column_int (statement, 0) > 0;
  return TRUE;
}

/**
 * oct_register_builder_begin:
 * @self: a builder
 * @source: what is folded in; its id is not used
 * @precedence: which of two files of the same day comes later (and so wins): the lower
 * @fields: (nullable) (array length=n_fields): the fields it states of each establishment
 * @n_fields: how many; 0 for a source of groups or links
 * @complete: it lists every establishment there is
 * @error: return location
 *
 * Returns: %TRUE when rows can be put
 */
gboolean
oct_register_builder_begin (OctRegisterBuilder *self, const OctSourceFacts *source, int precedence,
                            const OctField *fields, guint n_fields, gboolean complete,
                            GError **error)
{
  forget_source (self);
  self->fields = n_fields > 0 ? g_memdup2 (fields, n_fields * sizeof *fields) : NULL;
  self->n_fields = n_fields;
  self->complete = complete;
  self->published = source->published;
  self->rows = 0;
  self->seen = g_malloc0 (OCT_URN_MAX / 8 + 1);

  if (!insert_source (self, source, precedence, error) || !look_back (self, error))
    return FALSE;

  if (n_fields > 0)
    return oct_builder_begin_establishments (self, error);

  return !self->has_old || copy_table (self, "establishment", error);
}

static void
bind_value (sqlite3_stmt *statement, int place, const OctValue *value)
{
  if (value->kind == OCT_VALUE_NUMBER)
    sqlite3_bind_int64 (statement, place, value->number);
  else if (value->kind == OCT_VALUE_TEXT)
    sqlite3_bind_text (statement, place, value->text, value->length, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, place);
}

static sqlite3_stmt *
statement_once (OctRegisterBuilder *self, sqlite3_stmt **statement, const char *sql, GError **error)
{
  if (*statement == NULL)
    *statement = oct_sql_prepare (self->db, sql, error);

  return *statement;
}

/* What an upsert did is told by a look before it: the three small tables have a key each. */
static OctRowOutcome
outcome_of_put (OctRegisterBuilder *self, gboolean existed, GError **error)
{
  int before = sqlite3_total_changes (self->db);

  if (!oct_sql_step_done (self->db, self->put, error))
    return OCT_ROW_FAILED;

  self->rows++;
  if (!existed)
    return OCT_ROW_ADDED;

  return sqlite3_total_changes (self->db) > before ? OCT_ROW_CHANGED : OCT_ROW_UNCHANGED;
}

static gboolean
exists (OctRegisterBuilder *self)
{
  gboolean found = sqlite3_step (self->get) == SQLITE_ROW;

  sqlite3_reset (self->get);
  return found;
}

/**
 * oct_register_builder_put_group:
 * @self: a builder
 * @uid: the group's UID
 * @values: (array fixed-size=OCT_N_GROUP_FACTS): what is stated of it
 * @error: return location
 *
 * Returns: what became of the row
 */
OctRowOutcome
oct_register_builder_put_group (OctRegisterBuilder *self, guint32 uid, const OctValue *values,
                                GError **error)
{
  if (
    statement_once (self, &self->get, "SELECT 1 FROM main.establishment_group WHERE uid = ?1",
                    error)
      == NULL
    || statement_once (
         self, &self->put,
         "INSERT INTO main.establishment_group (uid, group_id, name, company_number, type, closed, opened, incorporated,"
         " status, street, locality, town, county, postcode, ukprn, source)"
         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
         " ON CONFLICT (uid) DO UPDATE SET group_id = excluded.group_id, name = excluded.name,"
         " company_number = excluded.company_number, type = excluded.type, closed = excluded.closed,"
         " opened = excluded.opened, incorporated = excluded.incorporated, status = excluded.status,"
         " street = excluded.street, locality = excluded.locality, town = excluded.town, county = excluded.county,"
         " postcode = excluded.postcode, ukprn = excluded.ukprn, source = excluded.source"
         " WHERE (group_id, name, company_number, type, closed, opened, incorporated, status, street, locality, town,"
         " county, postcode, ukprn) IS NOT (excluded.group_id, excluded.name, excluded.company_number, excluded.type,"
         " excluded.closed, excluded.opened, excluded.incorporated, excluded.status, excluded.street, excluded.locality,"
         " excluded.town, excluded.county, excluded.postcode, excluded.ukprn)",
         error)
         == NULL)
    return OCT_ROW_FAILED;

  if (uid < OCT_URN_MAX)
    {
      if (self->seen[uid / 8] & (1 << (uid % 8)))
        return OCT_ROW_DUPLICATE;
      self->seen[uid / 8] |= (guint8) (1 << (uid % 8));
    }

  sqlite3_bind_int64 (self->get, 1, uid);
  sqlite3_bind_int64 (self->put, 1, uid);
  for (int i = 1; i < OCT_N_GROUP_FACTS; i++)
    bind_value (self->put, i + 1, &values[i]);
  sqlite3_bind_int64 (self->put, OCT_N_GROUP_FACTS + 1, self->source_id);

  return outcome_of_put (self, exists (self), error);
}

/**
 * oct_register_builder_put_membership:
 * @self: a builder
 * @urn: a school
 * @uid: a group it is in
 * @joined: since when, or 0
 * @error: return location
 *
 * Returns: what became of the row
 */
OctRowOutcome
oct_register_builder_put_membership (OctRegisterBuilder *self, guint32 urn, guint32 uid,
                                     OctDate joined, GError **error)
{
  if (
    statement_once (self, &self->get, "SELECT 1 FROM main.membership WHERE urn = ?1 AND uid = ?2",
                    error)
      == NULL
    || statement_once (
         self, &self->put,
         "INSERT INTO main.membership VALUES (?1, ?2, ?3, ?4) ON CONFLICT (urn, uid)"
         " DO UPDATE SET joined = excluded.joined, source = excluded.source WHERE joined <> excluded.joined",
         error)
         == NULL)
    return OCT_ROW_FAILED;

  sqlite3_bind_int64 (self->get, 1, urn);
  sqlite3_bind_int64 (self->get, 2, uid);
  sqlite3_bind_int64 (self->put, 1, urn);
  sqlite3_bind_int64 (self->put, 2, uid);
  sqlite3_bind_int64 (self->put, 3, joined);
  sqlite3_bind_int64 (self->put, 4, self->source_id);

  return outcome_of_put (self, exists (self), error);
}

/**
 * oct_register_builder_put_link:
 * @self: a builder
 * @urn: a school
 * @other_urn: the school it is linked to
 * @type: the publisher's words for how
 * @other_name: the other's name
 * @established: since when, or 0
 * @error: return location
 *
 * Returns: what became of the row
 */
OctRowOutcome
oct_register_builder_put_link (OctRegisterBuilder *self, guint32 urn, guint32 other_urn,
                               const OctValue *type, const OctValue *other_name,
                               OctDate established, GError **error)
{
  if (
    statement_once (self, &self->get,
                    "SELECT 1 FROM main.link WHERE urn = ?1 AND other_urn = ?2 AND type = ?3",
                    error)
      == NULL
    || statement_once (
         self, &self->put,
         "INSERT INTO main.link VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (urn, other_urn, type)"
         " DO UPDATE SET other_name = excluded.other_name, established = excluded.established, source = excluded.source"
         " WHERE (other_name, established) IS NOT (excluded.other_name, excluded.established)",
         error)
         == NULL)
    return OCT_ROW_FAILED;

  sqlite3_bind_int64 (self->get, 1, urn);
  sqlite3_bind_int64 (self->get, 2, other_urn);
  bind_value (self->get, 3, type);
  sqlite3_bind_int64 (self->put, 1, urn);
  sqlite3_bind_int64 (self->put, 2, other_urn);
  bind_value (self->put, 3, type);
  sqlite3_bind_text (self->put, 4, other_name->kind == OCT_VALUE_TEXT ? other_name->text : "",
                     other_name->kind == OCT_VALUE_TEXT ? other_name->length : 0, SQLITE_STATIC);
  sqlite3_bind_int64 (self->put, 5, established);
  sqlite3_bind_int64 (self->put, 6, self->source_id);

  return outcome_of_put (self, exists (self), error);
}

/**
 * oct_register_builder_end:
 * @self: a builder
 * @rows: how many rows of the source were taken
 * @error: return location
 *
 * Ends the source: what it didn't list is carried over.
 *
 * Returns: %TRUE when the source is folded in
 */
gboolean
oct_register_builder_end (OctRegisterBuilder *self, guint rows, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (self->n_fields > 0 && !oct_builder_end_establishments (self, error))
    return FALSE;

  statement = oct_sql_prepare (self->db, "UPDATE main.source SET row_count = ?1 WHERE id = ?2",
                               error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, rows);
  sqlite3_bind_int64 (statement, 2, self->source_id);
  if (!oct_sql_step_done (self->db, statement, error))
    return FALSE;

  forget_source (self);
  return TRUE;
}

/**
 * oct_register_builder_commit:
 * @self: (transfer full): a builder
 * @error: return location
 *
 * Returns: %TRUE when the new database is closed and complete; otherwise it is removed
 */
gboolean
oct_register_builder_commit (OctRegisterBuilder *self, GError **error)
{
  g_autoptr (OctRegisterBuilder) owned = self;

  forget_source (owned);
  if (!oct_sql_run (owned->db, "COMMIT", error))
    return FALSE;

  if (sqlite3_close (owned->db) != SQLITE_OK)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_FAILED,
                           _("The new register could not be closed."));
      return FALSE;
    }

  owned->db = NULL;
  return TRUE;
}

static gboolean
write_meta (sqlite3 *db, const char *hash, const char *index_name, guint64 index_digest,
            GError **error)
{
  g_autofree char *digest = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", index_digest);
  const char *pairs[][2] = { { "hash", hash },
                             { "index", index_name },
                             { "index_digest", digest } };
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (db, "INSERT INTO main.meta VALUES (?1, ?2)",
                                                        error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      sqlite3_bind_text (statement, 1, pairs[i][0], -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, pairs[i][1], -1, SQLITE_STATIC);
      if (!oct_sql_step_done (db, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * oct_register_seal:
 * @path: a committed database
 * @folder: where the index goes
 * @hash: what names this register: the same for the same sources
 * @progress: (nullable): told how far it is, 0 to 1; %FALSE from it ends the work with G_IO_ERROR_CANCELLED
 * @data: for @progress
 * @error: return location
 *
 * Makes the index and gives the database its name. Both are on the disk when this returns %TRUE;
 * the database still has to take its place by a rename.
 *
 * Returns: %TRUE when the new files are complete
 */
gboolean
oct_register_seal (const char *path, const char *folder, const char *hash, OctSealProgress progress,
                   gpointer data, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *name = g_strdup_printf ("register-%.16s.index", hash);
  g_autofree char *index_path = g_build_filename (folder, name, NULL);
  g_autofree char *part_path = g_strconcat (index_path, ".part", NULL);
  g_autofree char *identity = g_strdup_printf (
    "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", OCT_REGISTER_APPLICATION_ID,
    OCT_REGISTER_VERSION);
  guint64 digest = 0;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, db, code, _("The new register could not be opened"));
      return FALSE;
    }

  return oct_sql_run (db, prepare_connection, error)
         && oct_index_build (db, part_path, &digest, progress, data, error)
         && oct_durable_rename (part_path, index_path, error)
         && oct_sql_run (db,
                         "PRAGMA synchronous = FULL; BEGIN;"
                         "CREATE INDEX change_by_urn ON change (urn);"
                         "CREATE INDEX link_by_other ON link (other_urn)",
                         error)
         && write_meta (db, hash, name, digest, error) && oct_sql_run (db, identity, error);
}
