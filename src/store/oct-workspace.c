/* Opening a workspace; see the header.
 *
 * The file is one SQLite database with a write-ahead log that is synced at every commit. On a
 * network home, where that log is unsafe, it has a rollback journal instead and is held for as
 * long as it is open. A new file is readable by its owner only; a damaged, newer or foreign one is
 * refused and left as it was.
 */
#include "oct-workspace-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "oct-error.h"
#include "oct-workspace-people.h"

#define BUSY_TIMEOUT_MS 5000

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

/* The file is made here and not by SQLite, which would let the group read it. Its log takes over
 * the permissions of the file. */
static gboolean
create_private (OctWorkspace *self, GError **error)
{
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, OCT_ERROR,
                   saved_errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is the path of a file, the second the cause. */
                   _("%s can’t be made: %s. Nothing was changed."), self->path,
                   g_strerror (saved_errno));
      return FALSE;
    }
  close (fd);

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

static gboolean
configure (OctWorkspace *self, GError **error)
{
  const char *journal = self->network
                          ? "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;"
                            "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
                          : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                            "PRAGMA foreign_keys = ON;";

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (self->read_only)
    return TRUE;

  return oct_sql_run (self->db, journal, error);
}

/* Two processes may open the same file at once: its version is read under the lock that changes it. */
static gboolean
migrate (OctWorkspace *self, GError **error)
{
  gint64 version;

  if (!oct_workspace_read_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (self->read_only || version == OCT_WORKSPACE_VERSION)
    return oct_workspace_migrate (self, error);
  if (!oct_sql_run (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (oct_workspace_migrate (self, error) && oct_sql_run (self->db, "COMMIT", error))
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
open_database (OctWorkspace *self, GError **error)
{
  int flags = SQLITE_OPEN_FULLMUTEX
              | (self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  int code = sqlite3_open_v2 (self->path, &self->db, flags, NULL);

  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, self->db, code, _("The workspace could not be opened"));
      return FALSE;
    }

  if (!configure (self, error) || !quick_check (self, "PRAGMA quick_check (1)", error)
      || !migrate (self, error) || !read_id (self, error))
    return FALSE;
  /* While another window holds on to old bytes they stay, and the next to open it sees to them. */
  oct_workspace_finish_removal (self, NULL);

  return oct_workspace_read_number (self, "PRAGMA data_version", &self->data_version, error);
}

static void
oct_workspace_finalize (GObject *object)
{
  OctWorkspace *self = OCT_WORKSPACE (object);

  g_clear_pointer (&self->db, sqlite3_close_v2);
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
  if ((flags & OCT_WORKSPACE_CREATE) != 0)
    {
      if (!create_private (self, error))
        return NULL;
      if (open_database (self, error))
        return g_steal_pointer (&self);
      /* Nobody has seen it yet. */
      g_clear_pointer (&self->db, sqlite3_close_v2);
      g_unlink (path);
      return NULL;
    }
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

  return oct_workspace_read_number (self, "PRAGMA data_version", &self->data_version, NULL)
         && self->data_version != before;
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
