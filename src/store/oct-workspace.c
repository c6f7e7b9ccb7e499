/* Opening a workspace; see the header.
 *
 * The file is one SQLite database with a write-ahead log that is synced at every commit. On a
 * network home, where that log is unsafe, it has a rollback journal instead and is held for as
 * long as it is open. A new file is readable by its owner only, and has its name only once it is
 * whole; a damaged, newer or foreign one is refused and left as it was.
 */
#include "oct-workspace-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>

#include "oct-error.h"
#include "oct-workspace-backup.h"
#include "oct-workspace-people.h"

/* How long to wait for another window that writes, and for one that holds a file on a network, which
 * won't let go soon. */
#define BUSY_TIMEOUT_MS 5000
#define BUSY_TIMEOUT_NETWORK_MS 1000

G_DEFINE_FINAL_TYPE (OctWorkspace, oct_workspace, G_TYPE_OBJECT)

/* The numbers by which Linux knows file systems that lie on another machine. */
static const guint32 network_file_systems[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB 2 */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x01021997, /* 9P */
  0x65735546, /* FUSE, which is how desktops mount other machines */
};

static gboolean
is_on_network (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs status;

  if (statfs (folder, &status) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    if ((guint32) status.f_type == network_file_systems[i])
      return TRUE;

  return FALSE;
}

/*
 * oct_workspace_make_id:
 *
 * Returns: (transfer full): a new UUID
 */
char *
oct_workspace_make_id (void)
{
  return g_uuid_string_random ();
}

/*
 * oct_workspace_read_number:
 * @sql: a statement that returns one number
 * @number: (out): the number
 *
 * Returns: whether it was read
 */
gboolean
oct_workspace_read_number (OctWorkspace *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (!oct_sql_next (self->db, statement, &local_error))
    {
      if (local_error == NULL)
        local_error = g_error_new (OCT_ERROR, OCT_ERROR_FAILED, _("The data could not be read"));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *number = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

static gboolean
quick_check (OctWorkspace *self, const char *pragma, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (self->db, pragma, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (!oct_sql_next (self->db, statement, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_str_equal (oct_sql_text (statement, 0), "ok"))
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
               /* Translators: the first %s is the path of a file, the second the cause. */
               _("%s is damaged: %s. It was left as it is. Restore a backup to go on."), self->path,
               oct_sql_text (statement, 0));

  return FALSE;
}

/*
 * oct_workspace_protect:
 * @self: a workspace whose file was just opened
 *
 * Sets what keeps a connection from being used against its owner, before anything is read.
 */
void
oct_workspace_protect (OctWorkspace *self)
{
  sqlite3_busy_timeout (self->db, self->network ? BUSY_TIMEOUT_NETWORK_MS : BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
}

static gboolean
set_read_only_error (OctWorkspace *self, GError **error)
{
  g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
               /* Translators: %s is the path of a file. */
               _("%s can’t be written: the file or its folder is read-only. Nothing was changed; "
                 "check that both belong to you."),
               self->path);

  return FALSE;
}

/* Only a file that is ours is written to. */
static gboolean
configure (OctWorkspace *self, GError **error)
{
  /* SQLite takes the lock of its exclusive mode at the first write, which would let two computers
   * begin; so it is taken here. */
  const char *journal = self->network ? "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                                        "BEGIN EXCLUSIVE; COMMIT;"
                                      : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

  if (self->read_only)
    return TRUE;
  if (sqlite3_db_readonly (self->db, "main") == 1)
    return set_read_only_error (self, error);

  return oct_sql_run (self->db, "PRAGMA foreign_keys = ON", error)
         && oct_sql_run (self->db, journal, error);
}

static gboolean
check_age (OctWorkspace *self, gint64 version, GError **error)
{
  if (!self->read_only || version == oct_workspace_get_version ())
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
               /* Translators: %s is the path of a file. */
               _("%s was written by an older version of Octant and has to be brought up to date "
                 "before it can be read. Open it where it can be written."),
               self->path);

  return FALSE;
}

/*
 * oct_workspace_run_migrations:
 * @self: a workspace
 * @error: return location for an error
 *
 * Brings the tables up to date in one transaction. Two processes may open the same file at once, so
 * its version is read under the lock that changes it.
 *
 * Returns: whether they are up to date
 */
gboolean
oct_workspace_run_migrations (OctWorkspace *self, GError **error)
{
  if (!oct_sql_run (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (oct_workspace_migrate (self, error) && oct_workspace_commit (self, error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

static gboolean
read_id (OctWorkspace *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db, "SELECT value FROM about WHERE key = 'id'", error);

  if (statement == NULL)
    return FALSE;
  if (oct_sql_next (self->db, statement, &local_error)
      && g_uuid_string_is_valid (oct_sql_text (statement, 0)))
    {
      self->id = g_strdup (oct_sql_text (statement, 0));
      return TRUE;
    }
  if (local_error == NULL)
    local_error = g_error_new (OCT_ERROR, OCT_ERROR_DAMAGED,
                               /* Translators: %s is the path of a file. */
                               _("%s is damaged: it has no id. It was left as it is. Restore a "
                                 "backup to go on."),
                               self->path);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
migrate (OctWorkspace *self, gint64 version, GError **error)
{
  if (!check_age (self, version, error) || !read_id (self, error))
    return FALSE;
  if (version == oct_workspace_get_version ())
    return TRUE;

  return oct_workspace_backup (self, OCT_BACKUP_BEFORE_UPDATE, NULL, error)
         && oct_workspace_run_migrations (self, error);
}

/* Reading a write-ahead log needs a file beside the workspace, which a read-only folder can't have.
 * Where there is no log, nothing is missed without it. */
static int
connect_still (OctWorkspace *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  GStatBuf status;

  if (g_stat (log, &status) == 0 && status.st_size > 0)
    return SQLITE_CANTOPEN;
  g_clear_pointer (&self->db, sqlite3_close_v2);

  return sqlite3_open_v2 (uri, &self->db,
                          SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

static gboolean
connect_database (OctWorkspace *self, GError **error)
{
  int flags = SQLITE_OPEN_FULLMUTEX
              | (self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  int code = sqlite3_open_v2 (self->path, &self->db, flags, NULL);

  if (code == SQLITE_OK && self->read_only
      && sqlite3_exec (self->db, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL)
           == SQLITE_CANTOPEN)
    code = connect_still (self);
  if (code == SQLITE_OK)
    {
      oct_workspace_protect (self);
      return TRUE;
    }
  oct_sql_set_error (error, self->db, code, _("The workspace could not be opened"));

  return FALSE;
}

static gboolean
open_database (OctWorkspace *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 version;

  if (connect_database (self, &local_error)
      && (!self->network || oct_sql_run (self->db, "PRAGMA locking_mode = EXCLUSIVE", &local_error))
      && oct_workspace_check_kind (self, &version, &local_error) && configure (self, &local_error)
      && ((self->check_later &= version == oct_workspace_get_version ())
          || quick_check (self, "PRAGMA quick_check (1)", &local_error))
      && migrate (self, version, &local_error))
    {
      /* Old bytes stay while another window holds on to them; the next to open it sees to them. */
      if (!self->check_later)
        oct_workspace_finish_removal (self, NULL);
      return oct_workspace_read_number (self, "PRAGMA data_version", &self->data_version, error);
    }
  if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_BUSY))
    g_set_error (error, OCT_ERROR, OCT_ERROR_BUSY,
                 /* Translators: %s is the path of a file. */
                 _("%s is open in another window or on another computer. Close it there and try "
                   "again."),
                 self->path);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/*
 * oct_workspace_open_glance:
 * @path: a file, which another may have open and be writing
 * @error: return location for an error
 *
 * Opens a workspace of this or an older version to read a fact or two of it, unchecked. Where
 * another holds it alone, or nothing can be written beside it, what may just be being written is
 * not waited for.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set
 */
OctWorkspace *
oct_workspace_open_glance (const char *path, GError **error)
{
  g_autoptr (OctWorkspace) self = g_object_new (OCT_TYPE_WORKSPACE, NULL);
  gint64 version;
  int code;

  self->path = g_strdup (path);
  self->read_only = TRUE;
  if (connect_still (self) != SQLITE_OK)
    {
      g_clear_pointer (&self->db, sqlite3_close_v2);
      code = sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_READONLY, NULL);
      if (code != SQLITE_OK)
        {
          oct_sql_set_error (error, self->db, code, _("The workspace could not be opened"));
          return NULL;
        }
    }
  oct_workspace_protect (self);

  return oct_workspace_check_kind (self, &version, error) ? g_steal_pointer (&self) : NULL;
}

/*
 * oct_workspace_open_unchecked:
 * @path: a file that nobody writes
 * @error: return location for an error
 *
 * Opens a file without looking at it, for reading, and touches nothing beside it.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set
 */
OctWorkspace *
oct_workspace_open_unchecked (const char *path, GError **error)
{
  g_autoptr (OctWorkspace) self = g_object_new (OCT_TYPE_WORKSPACE, NULL);
  int code;

  self->path = g_strdup (path);
  self->read_only = TRUE;
  code = connect_still (self);
  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, self->db, code, _("The workspace could not be opened"));
      return NULL;
    }
  oct_workspace_protect (self);

  return g_steal_pointer (&self);
}

/*
 * oct_workspace_quick_check:
 * @error: return location for an error
 *
 * Returns: whether SQLite finds the file sound; %OCT_ERROR_DAMAGED where not
 */
gboolean
oct_workspace_quick_check (OctWorkspace *self, GError **error)
{
  return quick_check (self, "PRAGMA quick_check (1)", error);
}

/*
 * oct_workspace_open_still:
 * @path: a file that nobody writes: a backup, a copy
 * @error: return location for an error
 *
 * Opens a workspace of this or an older version for reading, and touches nothing beside it.
 *
 * Returns: (transfer full): the workspace, or %NULL as oct_workspace_open()
 */
OctWorkspace *
oct_workspace_open_still (const char *path, GError **error)
{
  g_autoptr (OctWorkspace) self = oct_workspace_open_unchecked (path, error);
  gint64 version;

  if (self == NULL || !oct_workspace_check_kind (self, &version, error)
      || !oct_workspace_quick_check (self, error) || !read_id (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
oct_workspace_finalize (GObject *object)
{
  OctWorkspace *self = OCT_WORKSPACE (object);

  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_object (&self->plans);
  g_free (self->path);
  g_free (self->id);

  G_OBJECT_CLASS (oct_workspace_parent_class)->finalize (object);
}

static void
oct_workspace_class_init (OctWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_workspace_finalize;
}

static void
oct_workspace_init (OctWorkspace *self)
{
}

/**
 * oct_workspace_open:
 * @path: a file
 * @flags: how to open it
 * @error: return location for an error
 *
 * Opens a workspace, makes a new one, or brings an older one up to date.
 *
 * Fails with %OCT_ERROR_NOT_FOUND, %OCT_ERROR_NEWER, %OCT_ERROR_DAMAGED, %OCT_ERROR_UNTRUSTED,
 * %OCT_ERROR_READ_ONLY, %OCT_ERROR_NO_SPACE or %OCT_ERROR_BUSY; the file is then as it was.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set
 */
OctWorkspace *
oct_workspace_open (const char *path, OctWorkspaceFlags flags, GError **error)
{
  g_autoptr (OctWorkspace) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (OCT_TYPE_WORKSPACE, NULL);
  self->path = g_strdup (path);
  self->read_only = (flags & OCT_WORKSPACE_READ_ONLY) != 0;
  self->network = (flags & OCT_WORKSPACE_NETWORK) != 0 || is_on_network (path);
  self->check_later = (flags & OCT_WORKSPACE_CHECK_LATER) != 0;
  if ((flags & OCT_WORKSPACE_CREATE) != 0 && !oct_workspace_make_file (path, error))
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   /* Translators: %s is the path of a file. */
                   _("There is no workspace at %s."), path);
      return NULL;
    }

  return open_database (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * oct_workspace_finish_opening:
 * @self: a workspace that was opened with %OCT_WORKSPACE_CHECK_LATER; of any other nothing is asked
 * @error: return location for an error
 *
 * Looks the file through. Nothing can be written from then on where it is damaged.
 *
 * Returns: whether it is sound; %OCT_ERROR_DAMAGED where not
 */
gboolean
oct_workspace_finish_opening (OctWorkspace *self, GError **error)
{
  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  if (self->check_later && !quick_check (self, "PRAGMA quick_check (1)", error))
    {
      oct_sql_run (self->db, "PRAGMA query_only = ON", NULL);
      return FALSE;
    }
  if (self->check_later)
    oct_workspace_finish_removal (self, NULL);
  self->check_later = FALSE;

  return TRUE;
}

/**
 * oct_workspace_get_path:
 * @self: a workspace
 *
 * Returns: (transfer none): the path of its file
 */
const char *
oct_workspace_get_path (OctWorkspace *self)
{
  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  return self->path;
}

/**
 * oct_workspace_get_id:
 * @self: a workspace
 *
 * Returns: (transfer none): its UUID
 */
const char *
oct_workspace_get_id (OctWorkspace *self)
{
  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  return self->id;
}

/**
 * oct_workspace_dup_folder:
 * @self: a workspace
 *
 * Returns: (transfer full): the folder of its evidence and backups, beside its file, which may not
 *   be there yet
 */
char *
oct_workspace_dup_folder (OctWorkspace *self)
{
  g_autofree char *parent = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  parent = g_path_get_dirname (self->path);

  return g_build_filename (parent, self->id, NULL);
}

/**
 * oct_workspace_is_on_network:
 * @self: a workspace
 *
 * Returns: whether its file is on a network, and so is held for as long as it is open
 */
gboolean
oct_workspace_is_on_network (OctWorkspace *self)
{
  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  return self->network;
}

/**
 * oct_workspace_was_changed:
 * @self: a workspace
 *
 * Returns: whether somebody else has written to it since it was opened or this was last asked
 */
gboolean
oct_workspace_was_changed (OctWorkspace *self)
{
  gint64 before;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  before = self->data_version;
  if (!oct_workspace_read_number (self, "PRAGMA data_version", &self->data_version, NULL)
      || self->data_version == before)
    return FALSE;
  self->records_stamp++;

  return TRUE;
}

/**
 * oct_workspace_check:
 * @self: a workspace
 * @error: return location for an error
 *
 * Runs SQLite's full integrity check and the check of its foreign keys.
 *
 * Returns: whether the workspace is sound; %OCT_ERROR_DAMAGED in @error where it isn't
 */
gboolean
oct_workspace_check (OctWorkspace *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  if (!quick_check (self, "PRAGMA integrity_check (1)", error))
    return FALSE;
  statement = oct_sql_prepare (self->db, "PRAGMA foreign_key_check", error);
  if (statement == NULL)
    return FALSE;
  if (oct_sql_next (self->db, statement, &local_error))
    local_error = g_error_new (OCT_ERROR, OCT_ERROR_DAMAGED,
                               /* Translators: %s is the path of a file. */
                               _("%s is damaged: a record refers to one that isn’t there. Restore "
                                 "a backup to go on."),
                               self->path);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
