/* The user's own store: a small SQLite database that must never lose a star.
 *
 * Every change is its own transaction, synced before the call returns, under SQLite's rollback
 * journal: it is as safe on a network home as on a local disk, where a write-ahead log isn't. The
 * schema grows by migrations, one function for each version. A damaged file is set aside under a
 * name with the day in it and a new one is made; one that a newer Octant wrote is refused and left
 * alone.
 */
#include "oct-user-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "oct-error.h"

/* "OctU", so that `file` and a person can tell whose database this is. */
#define APPLICATION_ID 0x4f637455
#define BUSY_TIMEOUT_MS 5000
#define FILE_NAME "user.db"

struct _OctUserStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  GError *problem;
  gint64 data_version; /* SQLite's count of other connections' commits, as last seen */
};

G_DEFINE_FINAL_TYPE (OctUserStore, oct_user_store, G_TYPE_OBJECT)

typedef gboolean (*Migration) (OctUserStore *self, GError **error);

/* Sets @error from SQLite's last failure on this connection; always FALSE. */
gboolean
oct_user_store_fail (OctUserStore *self, GError **error)
{
  oct_sql_set_error (error, self->db, sqlite3_errcode (self->db),
                     _("Your stars, views and settings could not be kept"));

  return FALSE;
}

static gboolean
execute (OctUserStore *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return oct_user_store_fail (self, error);

  return TRUE;
}

sqlite3_stmt *
oct_user_store_prepare (OctUserStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    oct_user_store_fail (self, error);

  return statement;
}

/* Runs a statement that returns no rows. */
gboolean
oct_user_store_finish (OctUserStore *self, sqlite3_stmt *statement, GError **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || oct_user_store_fail (self, error);
}

static gboolean
read_number (OctUserStore *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_user_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return oct_user_store_fail (self, error);
  *number = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

static gboolean
migrate_to_1 (OctUserStore *self, GError **error)
{
  return execute (self,
                  "CREATE TABLE star ("
                  "  kind TEXT NOT NULL CHECK (kind IN ('school', 'trust')),"
                  "  id INTEGER NOT NULL CHECK (id > 0),"
                  "  PRIMARY KEY (kind, id)"
                  ") STRICT, WITHOUT ROWID;"
                  "CREATE TABLE saved_view ("
                  "  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),"
                  "  page TEXT NOT NULL,"
                  "  query TEXT NOT NULL"
                  ") STRICT, WITHOUT ROWID;"
                  "CREATE TABLE setting ("
                  "  key TEXT NOT NULL PRIMARY KEY,"
                  "  value TEXT NOT NULL"
                  ") STRICT, WITHOUT ROWID;",
                  error);
}

/* Entry n brings version n to version n + 1. Entries are added, never edited. */
static const Migration migrations[] = { migrate_to_1 };

static gboolean
migrate (OctUserStore *self, GError **error)
{
  gint64 version;
  gint64 application;

  if (!read_number (self, "PRAGMA application_id", &application, error)
      || !read_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != APPLICATION_ID && (application != 0 || version != 0))
    {
      /* Translators: %s is the path of a file. */
      g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED, _("%s is not a store of Octant."),
                   self->path);
      return FALSE;
    }
  if (version > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NEWER,
                   /* Translators: %s is the path of a file. */
                   _("%s was written by a newer version of Octant and was left as it is. "
                     "Until Octant is updated, new stars, views and settings are not kept."),
                   self->path);
      return FALSE;
    }
  for (; version < (gint64) G_N_ELEMENTS (migrations); version++)
    {
      g_autofree char *pragma = g_strdup_printf (
        "PRAGMA application_id = %d; PRAGMA user_version = %d;", APPLICATION_ID, (int) version + 1);

      if (!migrations[version](self, error) || !execute (self, pragma, error))
        return FALSE;
    }

  return TRUE;
}

/* The file is made here and not by SQLite, which would let the group read it. Its journal takes
 * over the permissions of the file. */
static gboolean
create_private (OctUserStore *self, GError **error)
{
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, OCT_ERROR,
                   saved_errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is the path of a file, the second the cause. */
                   _("%s can’t be written, so stars, views and settings are not kept: %s."),
                   self->path, g_strerror (saved_errno));
      return FALSE;
    }
  close (fd);

  return TRUE;
}

static gboolean
quick_check (OctUserStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_user_store_prepare (self, "PRAGMA quick_check (1)",
                                                               error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return oct_user_store_fail (self, error);
  if (g_str_equal (oct_sql_text (statement, 0), "ok"))
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
               /* Translators: the first %s is the path of a file, the second the cause. */
               _("%s is damaged: %s."), self->path, oct_sql_text (statement, 0));

  return FALSE;
}

static gboolean
open_database (OctUserStore *self, GError **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX;

  if (!create_private (self, error))
    return FALSE;
  if (sqlite3_open_v2 (self->path, &self->db, flags, NULL) != SQLITE_OK)
    return oct_user_store_fail (self, error);

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!execute (self, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;", error)
      || !quick_check (self, error))
    return FALSE;

  /* Two processes may start at once: the version is read under the lock that changes it. */
  if (!execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (migrate (self, error))
    return execute (self, "COMMIT", error)
           && read_number (self, "PRAGMA data_version", &self->data_version, error);
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/* Moves the file, with the journal that belongs to it, to a name that nobody has. */
static char *
set_aside (OctUserStore *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", self->path, day);
  g_autofree char *journal_aside = NULL;

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%u", self->path, day, i);
    }
  if (g_rename (self->path, aside) != 0)
    return NULL;
  journal_aside = g_strconcat (aside, "-journal", NULL);
  g_rename (journal, journal_aside);

  return g_steal_pointer (&aside);
}

static gboolean
replace_damaged (OctUserStore *self, GError **error)
{
  g_autofree char *aside = NULL;

  g_clear_pointer (&self->db, sqlite3_close);
  aside = set_aside (self);
  if (aside == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
                   /* Translators: %s is the path of a file. */
                   _("%s is damaged and could not be set aside, so stars, views and settings are "
                     "not kept. Check the permissions of its folder."),
                   self->path);
      return FALSE;
    }
  g_set_error (&self->problem, OCT_ERROR, OCT_ERROR_DAMAGED,
               /* Translators: both %s are paths of files. */
               _("%s was damaged. It was set aside as %s, and Octant began a new one: your stars, "
                 "saved views and chosen trust have to be set again."),
               self->path, aside);

  return open_database (self, error);
}

static void
oct_user_store_finalize (GObject *object)
{
  OctUserStore *self = OCT_USER_STORE (object);

  g_clear_pointer (&self->db, sqlite3_close);
  g_clear_error (&self->problem);
  g_free (self->path);

  G_OBJECT_CLASS (oct_user_store_parent_class)->finalize (object);
}

static void
oct_user_store_class_init (OctUserStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = oct_user_store_finalize;
}

static void
oct_user_store_init (OctUserStore *self)
{
}

/**
 * oct_user_store_open:
 * @data_dir: the data folder, which must exist
 * @error: return location for an error
 *
 * Opens the user's store, making or migrating it where needed. A damaged one is set aside and a
 * new one made; oct_user_store_get_problem() then says so.
 *
 * Fails with %OCT_ERROR_NEWER where a newer program wrote it, %OCT_ERROR_READ_ONLY,
 * %OCT_ERROR_NO_SPACE, %OCT_ERROR_BUSY where another process held it for five seconds, or
 * %OCT_ERROR_FAILED; the file is then as it was.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
OctUserStore *
oct_user_store_open (const char *data_dir, GError **error)
{
  g_autoptr (OctUserStore) self = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_object_new (OCT_TYPE_USER_STORE, NULL);
  self->path = g_build_filename (data_dir, FILE_NAME, NULL);
  if (open_database (self, &local_error))
    return g_steal_pointer (&self);
  if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_DAMAGED))
    {
      if (replace_damaged (self, error))
        return g_steal_pointer (&self);
      return NULL;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * oct_user_store_get_problem:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): why the store that was there before was set aside
 */
const GError *
oct_user_store_get_problem (OctUserStore *self)
{
  g_return_val_if_fail (OCT_IS_USER_STORE (self), NULL);

  return self->problem;
}

/**
 * oct_user_store_was_changed:
 * @self: a store
 *
 * Returns: whether somebody else has written to it since it was opened or this was last asked
 */
gboolean
oct_user_store_was_changed (OctUserStore *self)
{
  gint64 before;

  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);

  before = self->data_version;

  return read_number (self, "PRAGMA data_version", &self->data_version, NULL)
         && self->data_version != before;
}

/**
 * oct_user_store_check:
 * @self: a store
 * @error: return location for an error
 *
 * Runs SQLite's integrity check.
 *
 * Returns: whether the store is sound; %OCT_ERROR_DAMAGED in @error where it isn't
 */
gboolean
oct_user_store_check (OctUserStore *self, GError **error)
{
  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);

  return quick_check (self, error);
}
