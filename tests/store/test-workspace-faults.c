/* A workspace loses nothing that it said was kept, whatever goes wrong and whenever.
 *
 * An edit, an undo, a new workspace and a migration are tried with every write and sync failing, the
 * disk full from each on, and the process or the power gone at each; see vfs-fault.h. Both kinds
 * of journal are tried: that of a local disk and that of a network.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "oct-error.h"
#include "oct-workspace-backup.h"
#include "oct-workspace-private.h"
#include "vfs-fault.h"
#include "workspace-making.h"

/* More operations than any of the acts takes; the tests see to it that this is so. */
#define MAX_OPERATIONS 1500
#define N_PILLARS 3

static const char *const migration[] = {
  "ALTER TABLE pillar ADD COLUMN colour TEXT NOT NULL DEFAULT '';"
  "CREATE TABLE colour (id TEXT PRIMARY KEY NOT NULL) STRICT;"
};

static gboolean
act_add (OctWorkspace *workspace, GError **error)
{
  return making_add_pillar (workspace, error);
}

static gboolean
act_add_much (OctWorkspace *workspace, GError **error)
{
  return making_add_framework (workspace, error) && making_add_pillar (workspace, error);
}

static gboolean
act_undo (OctWorkspace *workspace, GError **error)
{
  g_autoptr (OctEditRecord) record = oct_workspace_undo (workspace, NULL, error);

  return record != NULL;
}

typedef struct
{
  const char *name;
  gboolean (*act) (OctWorkspace *workspace, GError **error);
  int difference; /* of the pillars, once it is done */
} Act;

static const Act acts[] = {
  { "an edit", act_add, 1 },
  { "two edits of many pages", act_add_much, 1 },
  { "an undo", act_undo, -1 },
};

typedef struct
{
  const Act *act;
  VfsFault fault;
  OctWorkspaceFlags flags;
} Case;

static void
assert_told (const GError *error, VfsFault fault)
{
  g_assert_nonnull (error);
  if (fault == VFS_FAULT_DISK_FULL)
    g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_SPACE);
}

/* Returns whether the fault came before all was done. */
static gboolean
fail_at (const Case *test, guint operation)
{
  char *folder = making_folder ();
  g_autofree char *path = making_path (folder, "Longshore");
  g_autoptr (GError) error = NULL;
  guint n = N_PILLARS;
  gboolean reached;

  making_copy (path, N_PILLARS, test->flags);
  {
    g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, test->flags, NULL);

    vfs_fault_arm (test->fault, operation, operation);
    if (test->act->act (workspace, &error))
      {
        g_assert_no_error (error);
        n += test->act->difference;
      }
    else
      assert_told (error, test->fault);
    reached = vfs_fault_disarm ();
    /* What was said is what is so, in the same window too, and it goes on. */
    g_assert_cmpuint (making_count_pillars (workspace), ==, n);
    g_clear_error (&error);
    making_add_pillar (workspace, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (making_assert_sound (path, test->flags), ==, n + 1);
  making_remove (folder);

  return reached;
}

static void
test_failing (gconstpointer data)
{
  guint operation = 1;

  while (fail_at (data, operation))
    g_assert_cmpuint (operation += vfs_fault_step (), <, MAX_OPERATIONS);
  g_assert_cmpuint (operation, >, 3);
}

/* Runs in a process of its own, which is cut off at an operation. Returns its status. */
static int
run_cut (VfsFault fault, guint operation, gboolean (*run) (gconstpointer data, const char *path),
         gconstpointer data, const char *path)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      /* Or it would make the ids that this process makes next. */
      g_random_set_seed ((guint32) getpid ());
      vfs_fault_arm (fault, operation, operation);
      _exit (run (data, path) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, 1);

  return WEXITSTATUS (status);
}

static gboolean
run_act (gconstpointer data, const char *path)
{
  const Case *test = data;
  OctWorkspace *workspace = oct_workspace_open (path, test->flags, NULL);

  return workspace != NULL && test->act->act (workspace, NULL);
}

static gboolean
cut_at (const Case *test, guint operation)
{
  char *folder = making_folder ();
  g_autofree char *path = making_path (folder, "Longshore");
  guint n;
  int status;

  making_copy (path, N_PILLARS, test->flags);
  status = run_cut (test->fault, operation, run_act, test, path);
  n = making_assert_sound (path, test->flags);
  /* Once it was said to be kept it is kept; before that it is there or it isn't. */
  if (status == 0)
    g_assert_cmpint (n, ==, N_PILLARS + test->act->difference);
  else
    g_assert_true (n == N_PILLARS || (int) n == N_PILLARS + test->act->difference);
  making_remove (folder);

  return status == VFS_FAULT_STATUS;
}

static void
test_cut (gconstpointer data)
{
  guint operation = 1;

  while (cut_at (data, operation))
    g_assert_cmpuint (operation += vfs_fault_step (), <, MAX_OPERATIONS);
  g_assert_cmpuint (operation, >, 3);
}

/* A new workspace. */

static void
assert_made_or_not (const char *path, OctWorkspaceFlags flags, gboolean said)
{
  if (said)
    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    making_assert_sound (path, flags);
}

static gboolean
run_create (gconstpointer data, const char *path)
{
  const Case *test = data;

  return oct_workspace_open (path, OCT_WORKSPACE_CREATE | test->flags, NULL) != NULL;
}

static void
test_create_failing (gconstpointer data)
{
  const Case *test = data;
  gboolean reached = TRUE;
  guint n_told = 0;

  for (guint operation = 1; reached; operation += vfs_fault_step ())
    {
      char *folder = making_folder ();
      g_autofree char *path = making_path (folder, "Longshore");
      g_autoptr (GError) error = NULL;
      g_autoptr (OctWorkspace) workspace = NULL;

      vfs_fault_arm (test->fault, operation, operation);
      workspace = oct_workspace_open (path, OCT_WORKSPACE_CREATE | test->flags, &error);
      reached = vfs_fault_disarm ();
      if (workspace == NULL)
        {
          assert_told (error, test->fault);
          n_told++;
        }
      g_assert_cmpint (workspace != NULL, ==, error == NULL);
      g_clear_object (&workspace);
      assert_made_or_not (path, test->flags, error == NULL);
      making_remove (folder);
      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
    }
  g_assert_cmpuint (n_told * vfs_fault_step (), >, 10);
}

static void
test_create_cut (gconstpointer data)
{
  const Case *test = data;
  int status = VFS_FAULT_STATUS;
  guint operation;

  for (operation = 1; status == VFS_FAULT_STATUS; operation += vfs_fault_step ())
    {
      char *folder = making_folder ();
      g_autofree char *path = making_path (folder, "Longshore");

      status = run_cut (test->fault, operation, run_create, test, path);
      assert_made_or_not (path, test->flags, status == 0);
      making_remove (folder);
      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
    }
  g_assert_cmpuint (operation, >, 10);
}

/* A migration. */

/* It is of the version before or the next, whole, and the next only with a backup of the one before. */
static void
assert_migrated_or_not (const char *path, OctWorkspaceFlags flags, gboolean said)
{
  gint64 version;

  version = making_read_number (path, "PRAGMA user_version");
  g_assert_cmpint (version, >=, said ? OCT_WORKSPACE_VERSION + 1 : OCT_WORKSPACE_VERSION);
  if (version > OCT_WORKSPACE_VERSION)
    {
      g_autoptr (GPtrArray) backups = oct_workspace_find_backups (path, NULL);
      const OctBackup *backup;

      g_assert_cmpuint (backups->len, ==, 1);
      backup = g_ptr_array_index (backups, 0);
      g_assert_cmpint (backup->reason, ==, OCT_BACKUP_BEFORE_UPDATE);
      g_assert_cmpint (making_read_number (backup->path, "PRAGMA user_version"), ==,
                       OCT_WORKSPACE_VERSION);
      g_assert_cmpint (making_read_number (backup->path, "SELECT count (*) FROM pillar"), ==,
                       N_PILLARS);
    }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, flags, &error);

    g_assert_no_error (error);
    oct_workspace_check (workspace, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (making_count_pillars (workspace), ==, N_PILLARS);
    /* What was done before the tables changed is no longer undone, and says so. */
    g_assert_null (oct_workspace_undo (workspace, NULL, &error));
    g_assert_error (error, OCT_ERROR, OCT_ERROR_BARRIER);
  }
}

static gboolean
run_migration (gconstpointer data, const char *path)
{
  const Case *test = data;

  return oct_workspace_open (path, test->flags, NULL) != NULL;
}

static void
test_migration_failing (gconstpointer data)
{
  const Case *test = data;
  gboolean reached = TRUE;
  guint n_told = 0;

  for (guint operation = 1; reached; operation += vfs_fault_step ())
    {
      char *folder = making_folder ();
      g_autofree char *path = making_path (folder, "Longshore");
      g_autoptr (GError) error = NULL;
      g_autoptr (OctWorkspace) workspace = NULL;

      making_copy (path, N_PILLARS, test->flags);
      oct_workspace_add_migrations_for_test (migration, 1);
      vfs_fault_arm (test->fault, operation, operation);
      workspace = oct_workspace_open (path, test->flags, &error);
      reached = vfs_fault_disarm ();
      if (workspace == NULL)
        {
          assert_told (error, test->fault);
          n_told++;
        }
      g_clear_object (&workspace);
      assert_migrated_or_not (path, test->flags, error == NULL);
      oct_workspace_add_migrations_for_test (NULL, 0);
      making_remove (folder);
      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
    }
  g_assert_cmpuint (n_told * vfs_fault_step (), >, 10);
}

static void
test_migration_cut (gconstpointer data)
{
  const Case *test = data;
  int status = VFS_FAULT_STATUS;
  guint operation;

  for (operation = 1; status == VFS_FAULT_STATUS; operation += vfs_fault_step ())
    {
      char *folder = making_folder ();
      g_autofree char *path = making_path (folder, "Longshore");

      making_copy (path, N_PILLARS, test->flags);
      oct_workspace_add_migrations_for_test (migration, 1);
      status = run_cut (test->fault, operation, run_migration, test, path);
      assert_migrated_or_not (path, test->flags, status == 0);
      oct_workspace_add_migrations_for_test (NULL, 0);
      making_remove (folder);
      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
    }
  g_assert_cmpuint (operation, >, 10);
}

static void
add (const char *what, const char *fault_name, VfsFault fault, OctWorkspaceFlags flags,
     const Act *act, GTestDataFunc function)
{
  g_autofree char *name = g_strdup_printf ("/store/workspace/%s%s: %s", what,
                                           flags != 0 ? " on a network" : "", fault_name);
  Case *test = g_new0 (Case, 1);

  test->act = act;
  test->fault = fault;
  test->flags = flags;
  g_test_add_data_func_full (name, test, function, g_free);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    VfsFault fault;
  } faults[] = {
    { "a write that fails", VFS_FAULT_FAIL },
    { "a disk that is full", VFS_FAULT_DISK_FULL },
    { "a process that is killed", VFS_FAULT_CRASH },
    { "a power cut that loses what was not synced", VFS_FAULT_DROP },
    { "a power cut that tears what was not synced", VFS_FAULT_TEAR },
  };
  static const OctWorkspaceFlags modes[] = { OCT_WORKSPACE_DEFAULT, OCT_WORKSPACE_NETWORK };

  /* What a disk would have forgotten is simulated, so memory will do. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);
  vfs_fault_install ();
  for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
    for (guint f = 0; f < G_N_ELEMENTS (faults); f++)
      {
        const char *name = faults[f].name;
        VfsFault fault = faults[f].fault;
        gboolean cut = fault >= VFS_FAULT_CRASH;

        for (guint a = 0; a < G_N_ELEMENTS (acts); a++)
          add (acts[a].name, name, fault, modes[m], &acts[a], cut ? test_cut : test_failing);
        add ("a new workspace", name, fault, modes[m], NULL,
             cut ? test_create_cut : test_create_failing);
        add ("a migration", name, fault, modes[m], NULL,
             cut ? test_migration_cut : test_migration_failing);
      }

  return g_test_run ();
}
