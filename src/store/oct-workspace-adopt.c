/* A workspace that comes from somewhere else; see the header.
 *
 * The order matters: first what SQLite itself must not be tricked into is turned off, then the file
 * is asked what it is, then its tables are compared with ours, and only a file that is ours to the
 * letter is read.
 */
#include "oct-workspace-adopt.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "oct-durable-file.h"
#include "oct-error.h"
#include "oct-workspace-private.h"

/* Steps of SQLite's machine between two looks, and how many looks a file is worth: some minutes. */
#define STEPS_PER_LOOK 1000000
#define MAX_LOOKS 20000

typedef struct
{
  OctWorkspace *from;
  sqlite3 *to;
  guint version;
  guint looks;
} Adoption;

static gboolean
set_untrusted (GError **error, const char *path, const char *cause)
{
  g_set_error (error, OCT_ERROR, OCT_ERROR_UNTRUSTED,
               /* Translators: the first %s is the path of a file, the second the cause. */
               _("%s can’t be opened: %s. It was left as it is, and nothing of it was taken over."),
               path, cause);

  return FALSE;
}

static int
look_cb (void *data)
{
  Adoption *adoption = data;

  return ++adoption->looks > MAX_LOOKS;
}

/* Opening. */

static void
distrust (Adoption *adoption)
{
  sqlite3 *db = adoption->from->db;

  oct_workspace_protect (adoption->from);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, OCT_ADOPT_MAX_VALUE);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_TRIGGER_DEPTH, 4);
  sqlite3_progress_handler (db, STEPS_PER_LOOK, look_cb, adoption);
}

static gboolean
check_size (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   /* Translators: %s is the path of a file. */
                   _("There is no workspace at %s."), path);
      return FALSE;
    }
  if (status.st_size <= OCT_ADOPT_MAX_SIZE)
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
               /* Translators: %s is the path of a file. */
               _("%s is larger than any workspace should be. It was left as it is."), path);

  return FALSE;
}

static gboolean
open_source (Adoption *adoption, const char *path, GError **error)
{
  gint64 version;

  if (!check_size (path, error))
    return FALSE;
  adoption->from = oct_workspace_open_unchecked (path, error);
  if (adoption->from == NULL)
    return FALSE;
  distrust (adoption);
  if (!oct_sql_run (adoption->from->db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;", error)
      || !oct_workspace_check_kind (adoption->from, &version, error))
    return FALSE;
  adoption->version = (guint) version;

  return TRUE;
}

/* Its tables, compared with ours. */

#define SCHEMA                                                                                     \
  "SELECT type || char (10) || name || char (10) || tbl_name || char (10) || coalesce (sql, '')"   \
  " FROM sqlite_schema ORDER BY type, name"

static gboolean
same_schema (Adoption *adoption, gboolean *same, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) theirs = oct_sql_prepare (adoption->from->db, SCHEMA, error);
  g_autoptr (sqlite3_stmt) ours = oct_sql_prepare (adoption->to, SCHEMA, error);
  gboolean more;

  *same = TRUE;
  if (theirs == NULL || ours == NULL)
    return FALSE;
  do
    {
      more = oct_sql_next (adoption->to, ours, &local_error);
      if (local_error == NULL && oct_sql_next (adoption->from->db, theirs, &local_error) != more)
        *same = FALSE;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (*same && more)
        *same = g_str_equal (oct_sql_text (ours, 0), oct_sql_text (theirs, 0));
    }
  while (more && *same);

  return TRUE;
}

static gboolean
check_schema (Adoption *adoption, GError **error)
{
  gboolean same;

  if (!same_schema (adoption, &same, error))
    return FALSE;
  if (same)
    return TRUE;

  return set_untrusted (
    error, adoption->from->path,
    _("its tables are not those that Octant makes, so somebody has altered it"));
}

/* Copying. */

/* (transfer full): the columns of one of our tables, by commas. Names come from our own file. */
static char *
list_columns (sqlite3 *db, const char *table, guint *n, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, "SELECT name FROM pragma_table_info (?)",
                                                  error);
  GString *columns;

  if (row == NULL)
    return NULL;
  columns = g_string_new (NULL);
  sqlite3_bind_text (row, 1, table, -1, SQLITE_STATIC);
  for (*n = 0; oct_sql_next (db, row, &local_error); (*n)++)
    g_string_append_printf (columns, "%s%s", *n > 0 ? ", " : "", oct_sql_text (row, 0));
  if (local_error == NULL && *n > 0)
    return g_string_free (columns, FALSE);
  g_string_free (columns, TRUE);
  if (local_error == NULL)
    local_error = g_error_new (OCT_ERROR, OCT_ERROR_FAILED, "There is no table %s", table);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
copy_value (Adoption *adoption, sqlite3_stmt *from, sqlite3_stmt *to, int column, GError **error)
{
  if (sqlite3_column_type (from, column) == SQLITE_TEXT)
    {
      const char *text = (const char *) sqlite3_column_text (from, column);
      int length = sqlite3_column_bytes (from, column);

      /* A NUL would end the text for us and not for SQLite. */
      if (text == NULL || !g_utf8_validate_len (text, (gsize) length, NULL))
        return set_untrusted (error, adoption->from->path, _("it holds text that can’t be read"));
    }
  if (sqlite3_bind_value (to, column + 1, sqlite3_column_value (from, column)) == SQLITE_OK)
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED, _("The data could not be copied."));

  return FALSE;
}

static gboolean
insert_copy (Adoption *adoption, sqlite3_stmt *insert, GError **error)
{
  int code = sqlite3_step (insert);

  sqlite3_reset (insert);
  if (code == SQLITE_DONE)
    return TRUE;
  if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISMATCH)
    return set_untrusted (error, adoption->from->path,
                          _("it holds a record that breaks a rule of Octant’s"));
  oct_sql_set_error (error, adoption->to, code, _("The workspace could not be copied"));

  return FALSE;
}

static gboolean
copy_rows (Adoption *adoption, sqlite3_stmt *from, sqlite3_stmt *insert, guint n_columns,
           GError **error)
{
  int code;

  while ((code = sqlite3_step (from)) == SQLITE_ROW)
    {
      for (guint i = 0; i < n_columns; i++)
        if (!copy_value (adoption, from, insert, (int) i, error))
          return FALSE;
      if (!insert_copy (adoption, insert, error))
        return FALSE;
    }
  if (code == SQLITE_DONE)
    return TRUE;
  if ((code & 0xff) == SQLITE_TOOBIG || (code & 0xff) == SQLITE_NOMEM)
    g_set_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
                 /* Translators: %s is the path of a file. */
                 _("%s holds a text that is larger than any should be. It was left as it is, and "
                   "nothing of it was taken over."),
                 adoption->from->path);
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    set_untrusted (error, adoption->from->path, _("reading it takes too long"));
  else
    oct_sql_set_error (error, adoption->from->db, code, _("The workspace could not be copied"));

  return FALSE;
}

/* @columns of a table; @select says what is read for each. */
static gboolean
copy_columns (Adoption *adoption, const char *table, const char *columns, const char *select,
              guint n_columns, GError **error)
{
  g_autofree char *select_sql = g_strdup_printf ("SELECT %s FROM %s", select, table);
  g_autoptr (GString) insert_sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) from = oct_sql_prepare (adoption->from->db, select_sql, error);
  g_autoptr (sqlite3_stmt) insert = NULL;

  if (from == NULL)
    return FALSE;
  g_string_printf (insert_sql, "INSERT INTO %s (%s) VALUES (?", table, columns);
  for (guint i = 1; i < n_columns; i++)
    g_string_append (insert_sql, ", ?");
  g_string_append_c (insert_sql, ')');
  insert = oct_sql_prepare (adoption->to, insert_sql->str, error);

  return insert != NULL && copy_rows (adoption, from, insert, n_columns, error);
}

static gboolean
has_table (Adoption *adoption, const char *table)
{
  return sqlite3_table_column_metadata (adoption->to, "main", table, NULL, NULL, NULL, NULL, NULL,
                                        NULL)
         == SQLITE_OK;
}

static gboolean
copy_tables (Adoption *adoption, GError **error)
{
  for (guint i = 0; oct_workspace_tracked[i] != NULL; i++)
    {
      const char *table = oct_workspace_tracked[i];
      g_autofree char *columns = NULL;
      guint n = 0;

      /* One of a later version than the file's comes with its migration. */
      if (!has_table (adoption, table))
        continue;
      columns = list_columns (adoption->to, table, &n, error);
      if (columns == NULL || !copy_columns (adoption, table, columns, columns, n, error))
        return FALSE;
    }

  return TRUE;
}

/* History as text: nothing in it can be undone, and each of its edits says why. */
static gboolean
copy_history (Adoption *adoption, GError **error)
{
  g_autofree char *select = NULL;
  char *barrier = sqlite3_mprintf ("%Q", _("This was done in another copy of the workspace and "
                                           "can’t be undone here. You can still change it by "
                                           "hand."));

  select = g_strdup_printf ("seq, at, person_id, sentence, location, subject, NULL, schema,"
                            "  CASE state WHEN 'done' THEN 'done' ELSE 'dropped' END, %s,"
                            "  undone_at, undone_by",
                            barrier);
  sqlite3_free (barrier);

  return copy_columns (adoption, "edit",
                       "seq, at, person_id, sentence, location, subject, merge, schema, state,"
                       "  barrier, undone_at, undone_by",
                       select, 12, error)
         && copy_columns (adoption, "edit_change",
                          "seq, n, record, record_id, field, kind, before, after",
                          "seq, n, record, record_id, field, kind, before, after", 8, error);
}

static gboolean
check_references (Adoption *adoption, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (adoption->to, "PRAGMA foreign_key_check", error);

  if (row == NULL)
    return FALSE;
  if (oct_sql_next (adoption->to, row, &local_error))
    return set_untrusted (error, adoption->from->path,
                          _("a record in it refers to one that isn’t there"));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
copy_all (Adoption *adoption, GError **error)
{
  gboolean done;

  if (!oct_sql_run (adoption->to, "BEGIN", error))
    return FALSE;
  done = oct_workspace_make_tables (adoption->to, 0, adoption->version, error)
         && check_schema (adoption, error) && oct_workspace_quick_check (adoption->from, error)
         && copy_tables (adoption, error) && copy_history (adoption, error)
         && check_references (adoption, error) && oct_workspace_begin_new (adoption->to, error)
         && oct_sql_run (adoption->to, "COMMIT", error);

  return done;
}

static gboolean
open_target (Adoption *adoption, const char *path, GError **error)
{
  int code;

  if (!oct_workspace_make_private_file (path, error))
    return FALSE;
  code = sqlite3_open_v2 (path, &adoption->to, SQLITE_OPEN_READWRITE, NULL);
  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, adoption->to, code, _("The workspace could not be made"));
      return FALSE;
    }
  sqlite3_extended_result_codes (adoption->to, TRUE);
  /* The rules of triggers are about changes, and this is none; those of values hold. */
  sqlite3_db_config (adoption->to, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);

  return oct_sql_run (adoption->to,
                      "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = DELETE;"
                      "PRAGMA synchronous = EXTRA;",
                      error);
}

/**
 * oct_workspace_adopt:
 * @from: the file of a workspace that nobody writes, from wherever
 * @to: where the file of our own is to be; nothing may be there
 * @error: return location for an error
 *
 * Copies what a foreign workspace holds into a new one with an id of its own. It has the version of
 * the foreign one; opening it brings it up to date.
 *
 * Fails with %OCT_ERROR_NOT_FOUND, %OCT_ERROR_UNTRUSTED, %OCT_ERROR_NEWER, %OCT_ERROR_DAMAGED,
 * %OCT_ERROR_TOO_LARGE, %OCT_ERROR_NO_SPACE or %OCT_ERROR_READ_ONLY. @from is never changed.
 *
 * Returns: whether it was copied; nothing is left at @to where not
 */
gboolean
oct_workspace_adopt (const char *from, const char *to, GError **error)
{
  Adoption adoption = { 0 };
  gboolean made = FALSE;
  gboolean done = FALSE;

  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  if (open_source (&adoption, from, error))
    {
      made = open_target (&adoption, to, error);
      done = made && copy_all (&adoption, error);
    }
  g_clear_pointer (&adoption.to, sqlite3_close_v2);
  g_clear_object (&adoption.from);
  if (made && !done)
    g_unlink (to);

  return done;
}

/**
 * oct_workspace_foreach_object:
 * @self: a workspace
 * @function: (scope call): is told each object
 * @data: for @function
 * @error: return location for an error
 *
 * Returns: whether @function returned %TRUE for every object of the evidence
 */
gboolean
oct_workspace_foreach_object (OctWorkspace *self, OctObjectFunc function, gpointer data,
                              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT DISTINCT object FROM evidence WHERE object IS NOT NULL ORDER BY object",
    error);

  if (row == NULL)
    return FALSE;
  while (oct_sql_next (self->db, row, &local_error))
    if (!function (oct_sql_text (row, 0), data, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * oct_workspace_name_file:
 * @from: the file of a workspace that is closed, synced
 * @to: its name
 * @error: return location for an error
 *
 * Returns: whether it has the name; %OCT_ERROR_RULE where another has it
 */
gboolean
oct_workspace_name_file (const char *from, const char *to, GError **error)
{
  return oct_workspace_give_name (from, to, error);
}

/**
 * oct_workspace_open_copy:
 * @path: the file of a workspace that nobody writes: a copy, one that was just adopted
 * @error: return location for an error
 *
 * Opens a workspace of this or an older version for reading, and touches nothing beside it.
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL as oct_workspace_open()
 */
OctWorkspace *
oct_workspace_open_copy (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return oct_workspace_open_still (path, error);
}
