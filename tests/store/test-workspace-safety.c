/* A workspace comes through what daily life does to it: killed, opened twice, read-only, restored,
 * renamed, thrown away.
 */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "oct-error.h"
#include "oct-workspace-backup.h"
#include "oct-workspace-names.h"
#include "workspace-making.h"

#define DAY (24 * 60 * 60)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = making_folder ();
  fixture->path = making_path (fixture->folder, "Longshore");
  making_workspace (fixture->path, 2, OCT_WORKSPACE_DEFAULT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  making_remove (fixture->folder);
  g_free (fixture->path);
}

static OctWorkspace *
open_it (Fixture *fixture, OctWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  OctWorkspace *workspace = oct_workspace_open (fixture->path, flags, &error);

  g_assert_no_error (error);

  return workspace;
}

static guint
count (Fixture *fixture)
{
  g_autoptr (OctWorkspace) workspace = open_it (fixture, OCT_WORKSPACE_DEFAULT);

  return making_count_pillars (workspace);
}

/* Other processes. */

static void
write_number (int pipe, guint number)
{
  if (write (pipe, &number, sizeof number) != sizeof number)
    _exit (3);
}

/* Adds pillars until it is killed, and says how many there are each time that one is kept. */
static G_GNUC_NORETURN void
add_for_ever (const char *path, OctWorkspaceFlags flags, int pipe)
{
  OctWorkspace *workspace;

  g_random_set_seed ((guint32) getpid ());
  workspace = oct_workspace_open (path, flags, NULL);
  for (guint n = workspace != NULL ? making_count_pillars (workspace) : 0;
       workspace != NULL && making_add_pillar (workspace, NULL);)
    write_number (pipe, ++n);
  _exit (2);
}

static guint
kill_once (Fixture *fixture, OctWorkspaceFlags flags, guint n_wanted, gulong wait)
{
  guint last = 0;
  guint number;
  int ends[2];
  int status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    add_for_ever (fixture->path, flags, ends[1]);
  close (ends[1]);
  for (guint i = 0; i < n_wanted; i++)
    g_assert_cmpint (read (ends[0], &last, sizeof last), ==, sizeof last);
  /* Not a wait for something: the moment is to be any. */
  g_usleep (wait);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (ends[0], &number, sizeof number) == sizeof number)
    last = number;
  close (ends[0]);

  return last;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  OctWorkspaceFlags flags = (OctWorkspaceFlags) GPOINTER_TO_INT (data);

  for (guint round = 0; round < 40; round++)
    {
      guint said = kill_once (fixture, flags, (guint) g_test_rand_int_range (1, 6),
                              (gulong) g_test_rand_int_range (0, 4000));
      guint kept = making_assert_sound (fixture->path, flags);

      g_assert_cmpuint (kept, >=, said);
      g_assert_cmpuint (kept, <=, said + 1);
    }
}

static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  pid_t children[2];
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          OctWorkspace *workspace;
          guint done = 0;

          g_random_set_seed ((guint32) getpid ());
          workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, NULL);
          while (workspace != NULL && done < 20 && making_add_pillar (workspace, NULL))
            done++;
          _exit (done == 20 ? 0 : 1);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpuint (making_assert_sound (fixture->path, OCT_WORKSPACE_DEFAULT), ==, 42);
}

/* On a network one computer holds the workspace, and the others are told so. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int ends[2];
  int status;
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      OctWorkspace *workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_NETWORK, NULL);

      if (workspace == NULL || write (ends[1], "x", 1) != 1)
        _exit (1);
      pause ();
    }
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  g_assert_null (
    oct_workspace_open (fixture->path, (OctWorkspaceFlags) GPOINTER_TO_INT (data), &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "in another window or on another computer"));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  close (ends[0]);
  close (ends[1]);
  /* The lock went with whoever held it. */
  g_assert_cmpuint (making_assert_sound (fixture->path, OCT_WORKSPACE_NETWORK), ==, 2);
}

/* Read-only. */

/* Runs as somebody whose rights count; returns what it returns. */
static int
run_unprivileged (int (*run) (const char *path), const char *path)
{
  const uid_t nobody = 65534;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (geteuid () == 0 && (setgid (nobody) != 0 || setuid (nobody) != 0))
        _exit (101);
      _exit (run (path));
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static int
try_to_write (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, OCT_WORKSPACE_DEFAULT, &error);

  if (workspace != NULL)
    making_add_pillar (workspace, &error);

  return g_error_matches (error, OCT_ERROR, OCT_ERROR_READ_ONLY) ? 0 : 1;
}

static int
try_to_read (const char *path)
{
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, OCT_WORKSPACE_READ_ONLY, NULL);

  return workspace != NULL && making_count_pillars (workspace) == 2 ? 0 : 1;
}

static int
try_to_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = making_path (folder, "Other");
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (other, OCT_WORKSPACE_CREATE, &error);

  return workspace == NULL && g_error_matches (error, OCT_ERROR, OCT_ERROR_READ_ONLY) ? 0 : 1;
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture->path, 65534, 65534), ==, 0);
      g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
    }
  g_chmod (fixture->path, 0400);
  g_assert_cmpint (run_unprivileged (try_to_write, fixture->path), ==, 0);
  g_assert_cmpint (run_unprivileged (try_to_read, fixture->path), ==, 0);
  g_chmod (fixture->folder, 0500);
  g_assert_cmpint (run_unprivileged (try_to_write, fixture->path), ==, 0);
  g_assert_cmpint (run_unprivileged (try_to_read, fixture->path), ==, 0);
  g_assert_cmpint (run_unprivileged (try_to_create, fixture->path), ==, 0);
  g_chmod (fixture->path, 0600);
  g_assert_cmpint (run_unprivileged (try_to_write, fixture->path), ==, 0);
  g_assert_cmpint (run_unprivileged (try_to_read, fixture->path), ==, 0);
  g_chmod (fixture->folder, 0700);
}

static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_null (oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Restore a backup"));
}

static void
test_create_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_workspace_open (fixture->path, OCT_WORKSPACE_CREATE, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_assert_cmpuint (count (fixture), ==, 2);
}

/* Backups. */

static char *
back_up (Fixture *fixture, OctWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = open_it (fixture, flags);
  char *path = NULL;

  g_assert_true (oct_workspace_backup (workspace, OCT_BACKUP_ASKED, &path, &error));
  g_assert_no_error (error);

  return path;
}

static void
add_one (Fixture *fixture, OctWorkspaceFlags flags)
{
  g_autoptr (OctWorkspace) workspace = open_it (fixture, flags);

  g_assert_true (making_add_pillar (workspace, NULL));
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  OctWorkspaceFlags flags = (OctWorkspaceFlags) GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *backup = back_up (fixture, flags);
  GStatBuf status;

  g_assert_cmpint (g_stat (backup, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  add_one (fixture, flags);
  g_assert_true (oct_workspace_restore (fixture->path, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (making_assert_sound (fixture->path, flags), ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  /* What was there before is among the backups, and can be gone back to. */
  backups = oct_workspace_find_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < backups->len; i++)
    {
      const OctBackup *found = g_ptr_array_index (backups, i);

      if (found->reason == OCT_BACKUP_BEFORE_RESTORE)
        g_assert_true (oct_workspace_restore (fixture->path, found->path, NULL));
    }
  g_assert_cmpuint (making_assert_sound (fixture->path, flags), ==, 3);
}

static void
test_restore_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);
  g_autofree char *text = g_strnfill (30000, 'x');

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  backups = oct_workspace_find_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (oct_workspace_restore (fixture->path, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (making_assert_sound (fixture->path, OCT_WORKSPACE_DEFAULT), ==, 2);
}

static void
test_restore_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);

  g_unlink (fixture->path);
  g_assert_true (oct_workspace_restore (fixture->path, backup, NULL));
  g_assert_cmpuint (making_assert_sound (fixture->path, OCT_WORKSPACE_DEFAULT), ==, 2);
}

static void
test_restore_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);
  g_autoptr (OctWorkspace) workspace = open_it (fixture, OCT_WORKSPACE_DEFAULT);

  g_assert_true (making_add_pillar (workspace, NULL));
  g_assert_false (oct_workspace_restore (fixture->path, backup, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BUSY);
  g_assert_cmpuint (making_count_pillars (workspace), ==, 3);
}

static void
test_restore_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = making_path (fixture->folder, "Other");
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);

  making_workspace (other, 1, OCT_WORKSPACE_DEFAULT);
  g_assert_false (oct_workspace_restore (other, backup, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_assert_cmpuint (making_assert_sound (other, OCT_WORKSPACE_DEFAULT), ==, 1);
}

static void
test_restore_bad_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);

  g_assert_true (g_file_set_contents (backup, "no workspace at all", -1, NULL));
  g_assert_false (oct_workspace_restore (fixture->path, backup, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
  g_assert_cmpuint (count (fixture), ==, 2);
}

static void
test_daily (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctWorkspace) workspace = open_it (fixture, OCT_WORKSPACE_DEFAULT);
  g_autoptr (OctWorkspace) other = open_it (fixture, OCT_WORKSPACE_DEFAULT);
  g_autoptr (GPtrArray) backups = NULL;
  gboolean made = FALSE;

  g_assert_true (oct_workspace_backup_daily (workspace, &made, NULL));
  g_assert_true (made);
  g_assert_true (oct_workspace_backup_daily (workspace, &made, NULL));
  g_assert_false (made);
  g_assert_true (oct_workspace_backup_daily (other, &made, NULL));
  g_assert_false (made);
  backups = oct_workspace_find_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
}

/* The backup of the day is made at opening; one that is asked for in the same second came later. */
static void
test_same_second (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "2026-11-24T100000Z-daily.octant",
                                       "2026-11-24T100000Z-asked.octant",
                                       "2026-11-24T100000Z-asked-2.octant",
                                       "2026-11-24T095959Z-asked.octant" };
  static const char *const newest_first[] = { "2026-11-24T100000Z-asked-2",
                                              "2026-11-24T100000Z-asked",
                                              "2026-11-24T100000Z-daily",
                                              "2026-11-24T095959Z-asked" };
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);
  g_autofree char *folder = g_path_get_dirname (backup);
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (g_unlink (backup), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  backups = oct_workspace_find_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (newest_first));
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpstr (((OctBackup *) g_ptr_array_index (backups, i))->name, ==, newest_first[i]);
}

static GPtrArray *
make_dated (gint64 now, guint n_days, OctBackupReason reason)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_backup_free);

  for (guint i = 0; i < n_days; i++)
    {
      OctBackup *backup = g_new0 (OctBackup, 1);

      backup->at = now - (gint64) i * DAY;
      backup->reason = reason;
      g_ptr_array_add (backups, backup);
    }

  return backups;
}

static gboolean
is_thinned (GPtrArray *thinned, GPtrArray *backups, guint index)
{
  return g_ptr_array_find (thinned, g_ptr_array_index (backups, index), NULL);
}

/* Two years of daily backups, thinned day by day as they would be. */
static void
test_thinning (void)
{
  const gint64 now = 1790000000;
  g_autoptr (GPtrArray) backups = make_dated (now, 730, OCT_BACKUP_DAILY);
  g_autoptr (GPtrArray) thinned = oct_backups_choose_thinned (backups, now);
  guint kept = backups->len - thinned->len;

  g_assert_cmpuint (kept, >=, 18);
  g_assert_cmpuint (kept, <=, 7 + 4 + 12);
  for (guint i = 0; i < 7; i++)
    g_assert_false (is_thinned (thinned, backups, i));
  g_assert_true (is_thinned (thinned, backups, 500));
}

static void
test_thinning_last (void)
{
  g_autoptr (GPtrArray) backups = make_dated (1000000000, 1, OCT_BACKUP_DAILY);
  g_autoptr (GPtrArray) thinned = oct_backups_choose_thinned (backups, 1790000000);

  g_assert_cmpuint (thinned->len, ==, 0);
}

static void
test_thinning_special (void)
{
  const gint64 now = 1790000000;
  g_autoptr (GPtrArray) backups = make_dated (now, 29, OCT_BACKUP_BEFORE_RESTORE);
  g_autoptr (GPtrArray) thinned = oct_backups_choose_thinned (backups, now);

  g_assert_cmpuint (thinned->len, ==, 0);
}

/* Names. */

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *damaged = making_path (fixture->folder, "Damaged");
  g_autoptr (OctWorkspace) open = open_it (fixture, OCT_WORKSPACE_DEFAULT);
  g_autoptr (GPtrArray) files = NULL;
  const OctWorkspaceFile *file;

  /* What is only in the log yet counts. */
  g_assert_true (making_add_pillar (open, NULL));
  g_assert_true (g_file_set_contents (damaged, "no workspace", -1, NULL));
  files = oct_workspace_list (fixture->folder, NULL);
  g_assert_cmpuint (files->len, ==, 2);
  file = g_ptr_array_index (files, 0);
  g_assert_cmpstr (file->name, ==, "Damaged");
  g_assert_nonnull (file->problem);
  file = g_ptr_array_index (files, 1);
  g_assert_cmpstr (file->name, ==, "Longshore");
  g_assert_cmpstr (file->trust, ==, "Longshore Learning Trust");
  g_assert_cmpstr (file->id, ==, oct_workspace_get_id (open));
  g_assert_cmpint (file->changed, >, 0);
  g_assert_null (file->problem);
}

static void
assert_examined (Fixture *fixture, int code, const char *says)
{
  g_autoptr (OctWorkspaceFile) file = oct_workspace_peek (fixture->path);

  oct_workspace_examine (file);
  g_assert_cmpint (file->code, ==, code);
  g_test_message ("%s", file->problem);
  g_assert_nonnull (strstr (file->problem, says));
}

/* A closer look: what others hold is no damage, and damage inside is found. */
static void
test_examine (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctWorkspaceFile) sound = oct_workspace_peek (fixture->path);
  g_autofree char *content = NULL;
  gsize length;

  oct_workspace_examine (sound);
  g_assert_null (sound->problem);
  {
    g_autoptr (OctWorkspace) held = open_it (fixture, OCT_WORKSPACE_NETWORK);

    assert_examined (fixture, OCT_ERROR_BUSY, "open in another window or on another computer");
  }
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + length / 2, 'x', length / 4);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));
  assert_examined (fixture, OCT_ERROR_DAMAGED, "damaged");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);
  g_autofree char *new_path = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_true (oct_workspace_rename (fixture->path, " Longshore and Downs ", &new_path, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (new_path, "/Longshore and Downs.octant"));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (making_assert_sound (new_path, OCT_WORKSPACE_DEFAULT), ==, 2);
  backups = oct_workspace_find_backups (new_path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
assert_name_refused (Fixture *fixture, const char *name, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_workspace_rename (fixture->path, name, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = making_path (fixture->folder, "Other");
  g_autofree char *long_name = g_strnfill (201, 'x');

  making_workspace (other, 0, OCT_WORKSPACE_DEFAULT);
  assert_name_refused (fixture, "", "Give the workspace a name");
  assert_name_refused (fixture, "  ", "Give the workspace a name");
  assert_name_refused (fixture, "../Other", "slash");
  assert_name_refused (fixture, ".hidden", "full stop");
  assert_name_refused (fixture, long_name, "too long");
  assert_name_refused (fixture, "two\nlines", "one line");
  assert_name_refused (fixture, "Other", "already a workspace “Other”");
  assert_name_refused (fixture, "oTHER", "already a workspace");
}

/* A folder for temporary files has no trash of the system's, so the one beside the workspaces is
 * used; a system that has one is asked first. */
static void
test_trash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = back_up (fixture, OCT_WORKSPACE_DEFAULT);
  g_autofree char *where = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_assert_true (oct_workspace_trash (fixture->path, &where, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  if (where == NULL)
    return;
  files = oct_workspace_list (where, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  {
    const OctWorkspaceFile *file = g_ptr_array_index (files, 0);
    g_autoptr (GPtrArray) backups = oct_workspace_find_backups (file->path, NULL);

    /* With its backups, so that moving it back is enough. */
    g_assert_cmpstr (file->trust, ==, "Longshore Learning Trust");
    g_assert_cmpuint (backups->len, ==, 1);
  }
}

static void
test_trash_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = open_it (fixture, OCT_WORKSPACE_DEFAULT);

  g_assert_false (oct_workspace_trash (fixture->path, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BUSY);
  g_assert_true (making_add_pillar (workspace, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD_WITH(path, function, data)                                                             \
  g_test_add ("/store/workspace/" path, Fixture, GINT_TO_POINTER (data), set_up, function,         \
              tear_down)
#define ADD(path, function) ADD_WITH (path, function, OCT_WORKSPACE_DEFAULT)
  ADD ("killed at any moment it keeps what it said", test_killed);
  ADD_WITH ("killed on a network too", test_killed, OCT_WORKSPACE_NETWORK);
  ADD ("two processes write in turn", test_two_writers);
  ADD ("held by one on a network it is busy", test_held);
  ADD_WITH ("held by one on a network it is busy for the next", test_held, OCT_WORKSPACE_NETWORK);
  ADD ("a read-only file or folder is told, and can be read", test_read_only);
  ADD ("an emptied file is damaged, not new", test_emptied);
  ADD ("a new one never takes another's place", test_create_over);
  ADD ("a backup is gone back to, and from there forward again", test_restore);
  ADD_WITH ("a backup is gone back to on a network", test_restore, OCT_WORKSPACE_NETWORK);
  ADD ("a damaged workspace is restored", test_restore_damaged);
  ADD ("a lost workspace is restored", test_restore_gone);
  ADD ("one that is open is not restored over", test_restore_open);
  ADD ("another's backup is refused", test_restore_other);
  ADD ("a damaged backup is refused", test_restore_bad_backup);
  ADD ("a day has one backup", test_daily);
  ADD ("the one of the day came first in its second", test_same_second);
  ADD ("a list tells names, trusts and damage", test_list);
  ADD ("a closer look tells what is held from what is damaged", test_examine);
  ADD ("a new name keeps the backups", test_rename);
  ADD ("names that can't be are told", test_names);
  ADD ("the trash takes all of it", test_trash);
  ADD ("one that is open is not thrown away", test_trash_open);
#undef ADD
#undef ADD_WITH
  g_test_add_func ("/store/backups/two years are thinned to some twenty", test_thinning);
  g_test_add_func ("/store/backups/the only one is never thinned", test_thinning_last);
  g_test_add_func ("/store/backups/those made for a reason stay a month", test_thinning_special);

  return g_test_run ();
}
