/* Small things every store needs of SQLite; see the header. */

#include "oct-sql.h"

#include <glib/gi18n.h>

/* SQLite's own count of its memory costs a lock at every allocation, and nothing here asks for it. It
 * can be turned off only before the library is first used.
 */
__attribute__ ((constructor)) static void
configure_sqlite (void)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
}

/**
 * oct_sql_set_error:
 * @error: (out) (nullable): where the error goes
 * @db: (nullable): the connection, for SQLite's own words
 * @code: a result code of SQLite
 * @what: what was being done, as a translated sentence without a full stop
 *
 * Sets @error to the #OctError that a caller can act on.
 */
void
oct_sql_set_error (GError **error, sqlite3 *db, int code, const char *what)
{
  const char *words = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, OCT_ERROR, OCT_ERROR_NO_SPACE,
                   _("%s: the disk is full. Nothing was changed; free some space and try again."),
                   what);
      break;

    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_READ_ONLY,
        _("%s: the data folder can’t be written. Nothing was changed; check that the folder "
          "exists and belongs to you."),
        what);
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_BUSY,
        _("%s: another window or program is using the same data. Try again when it has finished."),
        what);
      break;

    case SQLITE_IOERR:
      g_set_error (error, OCT_ERROR, OCT_ERROR_DISK,
                   _("%s: the disk that holds Octant’s data reported an error (%s). Nothing was "
                     "changed; check the disk and try again."),
                   what, words);
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED, _("%s: the file is damaged (%s)."), what,
                   words);
      break;

    default:
      g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED, "%s: %s", what, words);
      break;
    }
}

/**
 * oct_sql_run:
 * @db: a connection
 * @script: one or more statements without parameters
 * @error: return location
 *
 * Returns: %TRUE when all of them ran
 */
gboolean
oct_sql_run (sqlite3 *db, const char *script, GError **error)
{
  int code = sqlite3_exec (db, script, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  oct_sql_set_error (error, db, code, _("The data could not be read or written"));
  return FALSE;
}

/**
 * oct_sql_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *
oct_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (code == SQLITE_OK)
    return statement;

  oct_sql_set_error (error, db, code, _("The data could not be read"));
  return NULL;
}

/**
 * oct_sql_step_done:
 * @db: the connection of @statement
 * @statement: a statement that returns no rows, with its parameters bound
 * @error: return location
 *
 * Runs the statement and makes it ready for the next time.
 *
 * Returns: %TRUE when it ran
 */
gboolean
oct_sql_step_done (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      oct_sql_set_error (error, db, code, _("The data could not be written"));
      sqlite3_reset (statement);
      return FALSE;
    }

  sqlite3_reset (statement);
  return TRUE;
}

/**
 * oct_sql_next:
 * @db: the connection of @statement
 * @statement: a statement that returns rows, with its parameters bound
 * @error: return location, which must be given
 *
 * Returns: %TRUE when the statement stands on a row; %FALSE at the end, and with @error set when
 *   the data could not be read
 */
gboolean
oct_sql_next (sqlite3 *db, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    oct_sql_set_error (error, db, code, _("The data could not be read"));

  return FALSE;
}

/**
 * oct_sql_text:
 * @statement: a statement that stands on a row
 * @column: from 0
 *
 * Returns: (transfer none): the text, "" for NULL, valid until the next step
 */
const char *
oct_sql_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}
