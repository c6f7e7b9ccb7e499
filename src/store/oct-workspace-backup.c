/* Dated copies of a workspace; see the header.
 *
 * A backup is made by VACUUM INTO, so that it is one file in either kind of journal and holds
 * nothing that was deleted. Times are UTC in the names, so that they sort, and days are those of
 * the clock on the wall.
 */
#include "oct-workspace-backup.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-durable-file.h"
#include "oct-error.h"
#include "oct-workspace-names.h"
#include "oct-workspace-private.h"

#define STAMP_FORMAT "%Y-%m-%dT%H%M%SZ"
#define STAMP_LENGTH 18

static const struct
{
  const char *key;
  const char *text;
} reasons[] = {
  [OCT_BACKUP_DAILY] = { "daily", N_ ("first of the day") },
  [OCT_BACKUP_ASKED] = { "asked", N_ ("asked for") },
  [OCT_BACKUP_BEFORE_UPDATE] = { "before-update", N_ ("before an update of Octant") },
  [OCT_BACKUP_BEFORE_RESTORE] = { "before-restore", N_ ("before an earlier state was restored") },
};

/**
 * oct_backup_free:
 * @backup: (transfer full): a backup's facts
 *
 * Frees them; the file stays.
 */
void
oct_backup_free (OctBackup *backup)
{
  g_free (backup->name);
  g_free (backup->path);
  g_free (backup);
}

/**
 * oct_backup_reason_to_text:
 * @reason: a reason
 *
 * Returns: (transfer none): why a backup was made, translated
 */
const char *
oct_backup_reason_to_text (OctBackupReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return _(reasons[reason].text);
}

/**
 * oct_backup_reason_to_key:
 * @reason: a reason
 *
 * Returns: (transfer none): its key: "daily", "asked", "before-update", "before-restore"
 */
const char *
oct_backup_reason_to_key (OctBackupReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), NULL);

  return reasons[reason].key;
}

/* Listing. */

/* (nullable): what the name of a file says, or NULL where it is no backup's. */
static OctBackup *
parse_name (const char *folder, const char *file)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *iso = NULL;
  g_autoptr (OctBackup) backup = NULL;
  GStatBuf status;

  if (!g_str_has_suffix (file, OCT_WORKSPACE_SUFFIX) || strlen (file) < STAMP_LENGTH + 2
      || file[STAMP_LENGTH] != '-')
    return NULL;
  /* 2026-11-24T170500Z is 2026-11-24T17:05:00Z in full. */
  iso = g_strdup_printf ("%.13s:%.2s:%.2sZ", file, file + 13, file + 15);
  at = g_date_time_new_from_iso8601 (iso, utc);
  if (at == NULL)
    return NULL;
  backup = g_new0 (OctBackup, 1);
  backup->name = g_strndup (file, strlen (file) - strlen (OCT_WORKSPACE_SUFFIX));
  backup->path = g_build_filename (folder, file, NULL);
  backup->at = g_date_time_to_unix (at);
  if (g_stat (backup->path, &status) == 0)
    backup->size = status.st_size;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_has_prefix (file + STAMP_LENGTH + 1, reasons[i].key))
      {
        backup->reason = (OctBackupReason) i;
        return g_steal_pointer (&backup);
      }

  return NULL;
}

/* Within one second, the one of the day was made at opening, before any other could be. */
static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const OctBackup *left = *(OctBackup *const *) a;
  const OctBackup *right = *(OctBackup *const *) b;

  if (left->at != right->at)
    return left->at < right->at ? 1 : -1;
  if ((left->reason == OCT_BACKUP_DAILY) != (right->reason == OCT_BACKUP_DAILY))
    return left->reason == OCT_BACKUP_DAILY ? 1 : -1;

  return strcmp (right->name, left->name);
}

static void
add_backups_of (const char *folder, GPtrArray *backups)
{
  g_autofree char *inside = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (inside, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      OctBackup *backup = parse_name (inside, file);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
}

static GPtrArray *
list_in (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_backup_free);

  add_backups_of (folder, backups);
  g_ptr_array_sort (backups, compare_newest);

  return backups;
}

/* The id of a workspace, as far as it can still be read; another may have it open. */
static char *
peek_id (const char *path)
{
  g_autoptr (OctWorkspaceFile) file = oct_workspace_peek (path);

  return g_steal_pointer (&file->id);
}

/* (element-type utf8): the ids of the workspaces in a folder that can be read. */
static GHashTable *
read_claimed (const char *parent)
{
  GHashTable *claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, file, NULL);
      char *id = g_str_has_suffix (file, OCT_WORKSPACE_SUFFIX) ? peek_id (path) : NULL;

      if (id != NULL)
        g_hash_table_add (claimed, id);
    }

  return claimed;
}

/**
 * oct_workspace_find_backups:
 * @path: the file of a workspace, which may be damaged, open or gone
 * @error: return location for an error
 *
 * Where the workspace can no longer say which backups are its own, they are those in its folder
 * that are no other workspace's.
 *
 * Returns: (transfer full) (element-type OctBackup): its backups, newest first
 */
GPtrArray *
oct_workspace_find_backups (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *id = peek_id (path);
  g_autoptr (GHashTable) claimed = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (id != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, id, NULL);

      return list_in (folder);
    }
  dir = g_dir_open (parent, 0, error);
  if (dir == NULL)
    return NULL;
  claimed = read_claimed (parent);
  backups = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_backup_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);

      if (g_uuid_string_is_valid (name) && !g_hash_table_contains (claimed, name))
        add_backups_of (folder, backups);
    }
  g_ptr_array_sort (backups, compare_newest);

  return g_steal_pointer (&backups);
}

/* Thinning. */

#define DAYS_OF_EACH 7
#define WEEKS_OF_EACH 4
#define MONTHS_OF_EACH 12
/* How long a backup that was made for a reason of its own stays beside the others. */
#define DAYS_OF_SPECIAL 30

/* The periods of the wall's clock that a backup lies in, as keys that differ between periods. */
typedef struct
{
  guint32 day;
  guint32 week;
  guint32 month;
} Periods;

static Periods
find_periods (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
  GDate date;
  Periods periods;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  periods.day = g_date_get_julian (&date);
  /* Julian day 1 was a Monday. */
  periods.week = (periods.day - 1) / 7;
  periods.month = (guint32) g_date_time_get_year (time) * 12
                  + (guint32) g_date_time_get_month (time);

  return periods;
}

/* Each of @now's last periods keeps its newest backup. */
static gboolean
is_wanted (const OctBackup *backup, Periods now, Periods *last)
{
  Periods own = find_periods (backup->at);
  gboolean wanted = FALSE;

  if (now.day < own.day + DAYS_OF_SPECIAL && backup->reason != OCT_BACKUP_DAILY)
    return TRUE;
  if (now.day < own.day + DAYS_OF_EACH && own.day != last->day)
    wanted = TRUE;
  if (now.week < own.week + WEEKS_OF_EACH && own.week != last->week)
    wanted = TRUE;
  if (now.month < own.month + MONTHS_OF_EACH && own.month != last->month)
    wanted = TRUE;
  *last = own;

  return wanted;
}

/**
 * oct_backups_choose_thinned:
 * @backups: (element-type OctBackup): backups of one workspace, newest first
 * @now: seconds since 1970
 *
 * Keeps the newest of each of the last 7 days, 4 weeks and 12 months, for 30 days also all that
 * were not made daily, and always the newest of all.
 *
 * Returns: (transfer container) (element-type OctBackup): the others
 */
GPtrArray *
oct_backups_choose_thinned (GPtrArray *backups, gint64 now)
{
  GPtrArray *thinned = g_ptr_array_new ();
  Periods today = find_periods (now);
  Periods last = { 0 };

  for (guint i = 0; i < backups->len; i++)
    {
      OctBackup *backup = g_ptr_array_index (backups, i);

      if (!is_wanted (backup, today, &last) && i > 0)
        g_ptr_array_add (thinned, backup);
    }

  return thinned;
}

static void
thin (const char *folder)
{
  g_autoptr (GPtrArray) backups = list_in (folder);
  g_autoptr (GPtrArray) thinned = oct_backups_choose_thinned (backups,
                                                              g_get_real_time () / G_USEC_PER_SEC);

  for (guint i = 0; i < thinned->len; i++)
    g_unlink (((OctBackup *) g_ptr_array_index (thinned, i))->path);
}

/* Making. */

static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *above = g_path_get_dirname (parent);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return oct_durable_sync_folder (parent, error) && oct_durable_sync_folder (above, error);
  g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
               /* Translators: %s is the path of a folder. */
               _("The folder of backups %s can’t be made. Nothing was changed."), folder);

  return FALSE;
}

/**
 * oct_workspace_write_copy:
 * @self: a workspace
 * @path: where; nothing may be there
 * @error: return location for an error
 *
 * Writes the workspace as it is now into one file of its own, synced and readable by its owner
 * only, and reads the file through.
 *
 * Returns: whether it is written; nothing is left of it where not
 */
gboolean
oct_workspace_write_copy (OctWorkspace *self, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (self->db, "VACUUM INTO ?", error);
  g_autoptr (OctWorkspace) copy = NULL;

  if (statement == NULL || !oct_workspace_make_private_file (path, error))
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
  if (oct_sql_step_done (self->db, statement, error) && oct_durable_sync (path, error))
    copy = oct_workspace_open_still (path, error);
  if (copy == NULL)
    g_unlink (path);

  return copy != NULL;
}

/* (transfer full): a name that nobody has, for a backup of now. Two in a second are told apart. */
static char *
make_path (const char *folder, OctBackupReason reason)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0;; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
      g_autofree char *stamp = g_date_time_format (time, STAMP_FORMAT);
      g_autofree char *more = i > 0 ? g_strdup_printf ("-%u", i + 1) : g_strdup ("");
      g_autofree char *file = g_strconcat (stamp, "-", reasons[reason].key, more,
                                           OCT_WORKSPACE_SUFFIX, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * oct_workspace_backup:
 * @self: a workspace
 * @reason: why
 * @path: (out) (nullable) (transfer full): where it is
 * @error: return location for an error
 *
 * Makes a backup now, and lets go of those that are no longer needed.
 *
 * Returns: whether it is made, synced and sound; %OCT_ERROR_NO_SPACE, %OCT_ERROR_READ_ONLY or
 *   another error where not, and everything is as before
 */
gboolean
oct_workspace_backup (OctWorkspace *self, OctBackupReason reason, char **path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *new_path = NULL;
  g_autofree char *final = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), FALSE);

  folder = oct_workspace_dup_folder (self);
  inside = g_build_filename (folder, "backups", NULL);
  if (!make_folder (inside, error))
    return FALSE;
  oct_workspace_remove_leftovers (inside);
  new_path = oct_workspace_make_new_path (inside);
  if (!oct_workspace_write_copy (self, new_path, error))
    return FALSE;
  final = make_path (inside, reason);
  if (!oct_workspace_give_name (new_path, final, error))
    {
      g_unlink (new_path);
      return FALSE;
    }
  /* Whoever goes back to an old backup still needs it. */
  if (reason != OCT_BACKUP_BEFORE_RESTORE)
    thin (folder);
  if (path != NULL)
    *path = g_steal_pointer (&final);

  return TRUE;
}

/**
 * oct_workspace_backup_daily:
 * @self: a workspace
 * @made: (out) (nullable): whether one was made
 * @error: return location for an error
 *
 * Makes a backup unless there is one of today. It is cheap to ask: a day that has its backup is
 * remembered.
 *
 * Returns: whether today has a backup
 */
gboolean
oct_workspace_backup_daily (OctWorkspace *self, gboolean *made, GError **error)
{
  guint32 today = find_periods (g_get_real_time () / G_USEC_PER_SEC).day;
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  if (made != NULL)
    *made = FALSE;
  if (self->backup_day == today)
    return TRUE;
  folder = oct_workspace_dup_folder (self);
  backups = list_in (folder);
  if (backups->len == 0
      || find_periods (((OctBackup *) g_ptr_array_index (backups, 0))->at).day != today)
    {
      if (!oct_workspace_backup (self, OCT_BACKUP_DAILY, NULL, error))
        return FALSE;
      if (made != NULL)
        *made = TRUE;
    }
  self->backup_day = today;

  return TRUE;
}
