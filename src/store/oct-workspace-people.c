/* People in a workspace; see the header.
 *
 * Finding and removing share the columns and the SQL functions of an erasure, so that nothing is
 * found that removing doesn't reach, nor the other way round.
 */
#include "oct-workspace-people.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-evidence-objects.h"
#include "oct-record.h"
#include "oct-workspace-private.h"
#include "oct-workspace-remove.h"

static const char *const kind_texts[] = {
  N_("List of people"),
  N_("Words of a record"),
  N_("Judged or added by them"),
  N_("History"),
  N_("What undo would bring back"),
  N_("Content of a file"),
  N_("File that can’t be searched"),
  N_("Backup"),
  N_("Backup that can’t be read"),
};

/**
 * oct_name_place_free:
 * @place: (transfer full): a place
 */
void
oct_name_place_free (OctNamePlace *place)
{
  g_free (place->table);
  g_free (place->record_id);
  g_free (place->field);
  g_free (place->text);
  g_free (place);
}

/**
 * oct_place_kind_to_text:
 * @kind: a kind of place
 *
 * Returns: (transfer none): its name for people
 */
const char *
oct_place_kind_to_text (OctPlaceKind kind)
{
  return _(kind_texts[kind]);
}

/* A search under way. */
typedef struct
{
  OctWorkspace *workspace;
  OctErasure *erasure;
  const char *person_id;
  GPtrArray *places;
  guint done; /* files and backups that were looked into */
  guint total;
} Search;

static void
add_place (Search *search, OctPlaceKind kind, const char *table, const char *record_id,
           const char *field, const char *text)
{
  OctNamePlace *place = g_new0 (OctNamePlace, 1);

  place->kind = kind;
  place->table = g_strdup (table);
  place->record_id = g_strdup (record_id);
  place->field = g_strdup (field);
  place->text = g_strdup (text);
  g_ptr_array_add (search->places, place);
}

/* Rows of record, field and text; the table, and ?1 the person. */
static gboolean
add_rows (Search *search, OctPlaceKind kind, const char *table, const char *sql, GError **error)
{
  sqlite3 *db = search->workspace->db;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (row) > 0)
    sqlite3_bind_text (row, 1, search->person_id, -1, SQLITE_STATIC);
  while (oct_sql_next (db, row, &local_error))
    add_place (search, kind, table, oct_sql_text (row, 0), oct_sql_text (row, 1),
               oct_sql_text (row, 2));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
find_in_columns (Search *search, GError **error)
{
  g_autoptr (GPtrArray) columns = oct_erasure_read_columns (search->workspace->db, error);

  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    {
      const OctTextColumn *column = g_ptr_array_index (columns, i);
      gboolean edit = g_str_equal (column->table, "edit");
      char *sql = sqlite3_mprintf ("SELECT %s, %Q, \"%w\" FROM \"%w\" WHERE names_person (\"%w\")",
                                   edit ? "seq" : "id", column->column, column->column,
                                   column->table, column->column);
      gboolean done = add_rows (search, edit ? OCT_PLACE_HISTORY : OCT_PLACE_RECORD, column->table,
                                sql, error);

      sqlite3_free (sql);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/* Owners, reviewers, visitors and whoever else records refer to. */
static gboolean
find_in_records (Search *search, GError **error)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    for (const OctRecordField *field = oct_record_kinds[i]->fields; field->name != NULL; field++)
      {
        const char *table = oct_record_kinds[i]->table;
        const OctRecordField *words = oct_record_kind_get_words (oct_record_kinds[i]);
        char *sql;
        gboolean done;

        if (field->type != OCT_RECORD_PERSON || words == NULL)
          continue;
        sql = sqlite3_mprintf ("SELECT id, %Q, \"%w\" FROM \"%w\" WHERE \"%w\" = ?1", field->name,
                               words->name, table, field->name);
        done = add_rows (search, OCT_PLACE_REFERENCE, table, sql, error);
        sqlite3_free (sql);
        if (!done)
          return FALSE;
      }

  return TRUE;
}

static gboolean
find_in_tables (Search *search, GError **error)
{
  return add_rows (
           search, OCT_PLACE_PERSON, "person",
           "SELECT id, 'name', name || CASE WHEN post <> '' AND name <> '' THEN ', ' ELSE ''"
           " END || post FROM person WHERE id = ?1 OR names_person (name)",
           error)
         && find_in_columns (search, error)
         && add_rows (search, OCT_PLACE_REFERENCE, "judgement",
                      "SELECT id, 'assessor', reason FROM judgement WHERE assessor_id = ?1", error)
         && add_rows (search, OCT_PLACE_REFERENCE, "evidence",
                      "SELECT id, 'added_by', name FROM evidence WHERE person_id = ?1", error)
         && find_in_records (search, error)
         && add_rows (search, OCT_PLACE_REFERENCE, "edit",
                      "SELECT seq, 'person', sentence FROM edit WHERE person_id = ?1", error)
         && add_rows (search, OCT_PLACE_HISTORY, "edit_change",
                      "SELECT seq, field, CASE WHEN names_person (after) THEN after ELSE before END"
                      " FROM edit_change"
                      " WHERE kind = 0 AND (names_person (before) OR names_person (after))",
                      error)
         && add_rows (search, OCT_PLACE_UNDO, "edit",
                      "SELECT seq, 'changeset', sentence FROM edit"
                      " WHERE changeset IS NOT NULL AND brings_back (changeset)",
                      error);
}

/* Backups. */

static gboolean
holds_name (sqlite3 *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, sql, NULL);

  return row != NULL && sqlite3_step (row) == SQLITE_ROW;
}

static gboolean
backup_holds (Search *search, sqlite3 *db)
{
  g_autoptr (GPtrArray) columns = oct_erasure_read_columns (db, NULL);

  if (holds_name (db, "SELECT 1 FROM person WHERE names_person (name)")
      || holds_name (db, "SELECT 1 FROM edit_change WHERE kind = 0 AND"
                         " (names_person (before) OR names_person (after))")
      || holds_name (db, "SELECT 1 FROM edit WHERE changeset IS NOT NULL"
                         " AND brings_back (changeset)"))
    return TRUE;
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const OctTextColumn *column = g_ptr_array_index (columns, i);
      char *sql = sqlite3_mprintf ("SELECT 1 FROM \"%w\" WHERE names_person (\"%w\")",
                                   column->table, column->column);
      gboolean holds = holds_name (db, sql);

      sqlite3_free (sql);
      if (holds)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_in_backups (Search *search, GPtrArray *paths, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr (sqlite3) db = oct_backup_open (path, FALSE, NULL);

      oct_workspace_report (search->workspace, search->done++, search->total);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (db == NULL || !oct_erasure_attach (search->erasure, db, NULL))
        add_place (search, OCT_PLACE_BACKUP_UNREAD, "", path, "", name);
      else if (backup_holds (search, db))
        add_place (search, OCT_PLACE_BACKUP, "", path, "", name);
    }

  return TRUE;
}

/* Files. */

/* Plain text in one of the forms that can be searched; whatever else may hold a name unseen. */
static gboolean
can_be_searched (const guint8 *bytes, gsize size)
{
  g_autofree char *type = g_content_type_guess (NULL, bytes, MIN (size, 4096), NULL);

  return g_content_type_is_a (type, "text/plain");
}

static gboolean
find_in_file (Search *search, const char *id, const char *object, const char *name)
{
  g_autofree char *path = oct_evidence_objects_get_path (search->workspace, object);
  g_autoptr (GMappedFile) file = path != NULL ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  const guint8 *bytes;
  gsize size;

  if (file == NULL)
    return FALSE;
  bytes = (const guint8 *) g_mapped_file_get_contents (file);
  size = g_mapped_file_get_length (file);
  if (bytes != NULL && oct_name_pattern_matches_bytes (search->erasure->pattern, bytes, size))
    add_place (search, OCT_PLACE_FILE, "evidence", id, "object", name);
  else if (bytes != NULL && !can_be_searched (bytes, size))
    add_place (search, OCT_PLACE_FILE_UNREAD, "evidence", id, "object", name);

  return TRUE;
}

#define COUNT_FILES "SELECT count (*) FROM evidence WHERE object IS NOT NULL"

static gboolean
find_in_files (Search *search, GCancellable *cancellable, GError **error)
{
  sqlite3 *db = search->workspace->db;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    db, "SELECT id, object, file_name FROM evidence WHERE object IS NOT NULL ORDER BY file_name",
    error);

  if (row == NULL)
    return FALSE;
  while (oct_sql_next (db, row, &local_error))
    {
      oct_workspace_report (search->workspace, search->done++, search->total);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      find_in_file (search, oct_sql_text (row, 0), oct_sql_text (row, 1), oct_sql_text (row, 2));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The forms that are given, and the name in the list of people. */
static OctNamePattern *
make_pattern (OctWorkspace *self, const char *person_id, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db, "SELECT name FROM person WHERE id = ?",
                                                  error);

  if (row == NULL)
    return NULL;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (forms, g_strdup (names[i]));
  sqlite3_bind_text (row, 1, person_id, -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &local_error))
    g_ptr_array_add (forms, g_strdup (oct_sql_text (row, 0)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  g_ptr_array_add (forms, NULL);

  return oct_name_pattern_new ((const char *const *) forms->pdata);
}

/**
 * oct_workspace_find_person:
 * @self: a workspace
 * @person_id: (nullable): a person, whose name is looked for and who is referred to
 * @names: (nullable) (array zero-terminated=1): further forms of their name
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Finds every place where a person is named, among them files into which nobody can look.
 *
 * Returns: (transfer full) (element-type OctNamePlace): the places, kind by kind
 */
GPtrArray *
oct_workspace_find_person (OctWorkspace *self, const char *person_id, const char *const *names,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (OctErasure) erasure = NULL;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_name_place_free);
  g_autoptr (GPtrArray) backups = NULL;
  Search search = { .workspace = self, .person_id = person_id, .places = places };
  gint64 n_files = 0;
  gboolean done;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  erasure = oct_erasure_new ("", "");
  search.erasure = erasure;
  erasure->pattern = make_pattern (self, person_id, names, error);
  if (erasure->pattern == NULL || !oct_erasure_attach (erasure, self->db, error))
    return NULL;
  backups = oct_workspace_list_backups (self);
  done = oct_workspace_read_number (self, COUNT_FILES, &n_files, error);
  search.total = (guint) n_files + backups->len;
  done = done && find_in_tables (&search, error) && find_in_files (&search, cancellable, error)
         && find_in_backups (&search, backups, cancellable, error);
  oct_erasure_detach (self->db);

  return done ? g_steal_pointer (&places) : NULL;
}

/* Removing. */

/* (transfer full): what stands where the name stood: the post, or who takes the place. */
static char *
read_replacement (OctWorkspace *self, const OctRemoval *removal)
{
  g_autoptr (GPtrArray) people = NULL;

  if (removal->other_id == NULL)
    return g_strdup (removal->post != NULL ? removal->post : _("(name removed)"));
  people = oct_workspace_read_people (self, NULL);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->id, removal->other_id))
        return g_strdup (oct_person_to_text (person));
    }

  return g_strdup (_("(name removed)"));
}

static OctErasure *
make_erasure (OctWorkspace *self, const OctRemoval *removal, GError **error)
{
  g_autofree char *replacement = read_replacement (self, removal);
  g_autoptr (OctErasure) erasure = oct_erasure_new (
    replacement,
    _("A person was removed for good, so nothing up to this point can be undone any more. "
      "You can still change it by hand."));

  erasure->pattern = make_pattern (self, removal->person_id, removal->names, error);
  if (erasure->pattern == NULL)
    return NULL;
  if (oct_name_pattern_matches (erasure->pattern, replacement))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("What is to stand in place of the name holds the name itself. Nothing was "
                     "changed. Choose another post or another person."));
      return NULL;
    }
  erasure->person_id = g_strdup (removal->person_id);
  erasure->other_id = g_strdup (removal->other_id);
  erasure->post = g_strdup (removal->post);
  for (guint i = 0; removal->evidence != NULL && removal->evidence[i] != NULL; i++)
    g_hash_table_add (erasure->ids, g_strdup (removal->evidence[i]));

  return g_steal_pointer (&erasure);
}

/**
 * oct_workspace_remove_person:
 * @self: a workspace
 * @removal: who, and what is to stand in their place
 * @unread: (out) (nullable) (transfer full) (element-type filename): files among the backups that
 *   couldn't be rewritten, for the user to decide about
 * @cancellable: (nullable): stops before the workspace itself is changed
 * @error: return location for an error
 *
 * Takes a person out of every record, text, line of history, changeset and backup. History says that
 * it was done, and not whom it was about; nothing before it can be undone.
 *
 * Returns: whether they are gone; %OCT_ERROR_RULE where the replacement holds the name,
 *   %OCT_ERROR_BUSY where the old bytes are overwritten only once the workspace is opened next
 */
gboolean
oct_workspace_remove_person (OctWorkspace *self, const OctRemoval *removal, GPtrArray **unread,
                             GCancellable *cancellable, GError **error)
{
  const char *by = removal->by;
  g_autoptr (OctErasure) erasure = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (
    removal->person_id == NULL || g_strcmp0 (removal->person_id, removal->other_id) != 0, FALSE);

  /* Who removes themselves doesn't stay in history as who did it. */
  if (removal->person_id != NULL && g_strcmp0 (by, removal->person_id) == 0)
    by = removal->other_id;
  erasure = make_erasure (self, removal, error);
  if (erasure == NULL)
    return FALSE;

  const OctEditInfo info = { .person_id = by,
                             .sentence = _("Removed a person for good"),
                             .location = removal->location };

  return oct_workspace_erase (self, erasure, &info, unread, cancellable, error);
}
