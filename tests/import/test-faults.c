/* Whatever happens during an import, the register afterwards is the old one or the new one, whole.
 *
 * Every write is made to fail once, the disk to be full from every write on, and the power to fail
 * at every write and sync; the file layer for it is tests/store/vfs-fault.c. A process for each cut is
 * forked, so that it ends there as it would. After every fault the same import is run again and
 * must get through.
 */
#include <sys/wait.h>
#include <unistd.h>

#include "damage.h"
#include "importing.h"
#include "reading.h"
#include "vfs-fault.h"

/* An import into a data folder that holds something already. */
typedef struct
{
  char *template; /* the data folder before */
  char *data_dir; /* the one at hand */
  char *incoming; /* the file to import */
  char *old_hash; /* (nullable): none where there is no register yet */
  char *new_hash;
} Fixture;

typedef struct
{
  const char *name;
  const char *before[3];
  const char *incoming;
} Scene;

static const Scene scenes[] = {
  { "first", { NULL }, "edubasealldata20250121.csv" },
  { "refresh",
    { "edubasealldata20241124.csv", "links_edubasealldata20250109.csv" },
    "edubasealldata20250121.csv" },
  /* An older file is folded from the beginning, over stages. */
  { "late",
    { "edubasealldata20250121.csv", "allgroupsdata20260113.csv" },
    "links_edubasealldata20250109.csv" },
};

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  const Scene *scene = user_data;

  fixture->template = importing_make_folder ();
  fixture->data_dir = importing_make_folder ();
  fixture->incoming = importing_fixture (scene->incoming);
  for (guint i = 0; scene->before[i] != NULL; i++)
    {
      g_autofree char *path = importing_fixture (scene->before[i]);

      oct_import_report_free (importing_take (fixture->template, path));
    }
  fixture->old_hash = importing_hash (fixture->template);

  damage_restore (fixture->template, fixture->data_dir);
  oct_import_report_free (importing_take (fixture->data_dir, fixture->incoming));
  fixture->new_hash = importing_hash (fixture->data_dir);
  g_assert_cmpstr (fixture->old_hash, !=, fixture->new_hash);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  importing_remove (fixture->template);
  importing_remove (fixture->data_dir);
  g_free (fixture->incoming);
  g_free (fixture->old_hash);
  g_free (fixture->new_hash);
}

/* The register opens, is intact, and is the one before or the one after. Returns whether the latter. */
static gboolean
assert_old_or_new (const Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "register.db", NULL);
  g_autofree char *hash = importing_hash (fixture->data_dir);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (OctRegister) reg = importing_open (fixture->data_dir);
      g_autoptr (GError) error = NULL;

      oct_register_check (reg, &error);
      g_assert_no_error (error);
    }
  if (g_strcmp0 (hash, fixture->new_hash) == 0)
    return TRUE;
  g_assert_cmpstr (hash, ==, fixture->old_hash);
  return FALSE;
}

/* The same import gets through now, and nothing of the one that didn't is left. */
static void
assert_recovers (const Fixture *fixture, gboolean is_new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = importing_run (fixture->data_dir, &error, fixture->incoming,
                                                 NULL);
  g_autofree char *hash = NULL;
  const OctImportReport *report;

  g_assert_no_error (error);
  report = reports->pdata[0];
  g_assert_no_error (report->error);
  g_assert_cmpint (report->duplicate, ==, is_new);
  hash = importing_hash (fixture->data_dir);
  g_assert_cmpstr (hash, ==, fixture->new_hash);
  damage_assert_tidy (fixture->data_dir, 1);
}

/* Imports in a process that ends at the operation. Returns whether it came so far. */
static gboolean
import_until (const Fixture *fixture, VfsFault fault, guint operation)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GPtrArray) reports = NULL;

      vfs_fault_arm (fault, operation, operation);
      reports = importing_run (fixture->data_dir, NULL, fixture->incoming, NULL);
      _exit (reports != NULL ? 0 : 1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) != VFS_FAULT_STATUS)
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return WEXITSTATUS (status) == VFS_FAULT_STATUS;
}

static void
test_cut_everywhere (const Fixture *fixture, VfsFault fault)
{
  guint n_old = 0;
  guint n_new = 0;
  gboolean cut = TRUE;

  for (guint operation = 1; cut; operation += vfs_fault_step ())
    {
      gboolean is_new;

      damage_restore (fixture->template, fixture->data_dir);
      cut = import_until (fixture, fault, operation);
      is_new = assert_old_or_new (fixture);
      n_old += !is_new;
      n_new += is_new;
      assert_recovers (fixture, is_new);
    }
  g_test_message ("%u cuts left the old register, %u the new one", n_old, n_new);

  /* It matters where the cut is, so both must have been seen; the last was no cut. */
  g_assert_cmpuint (n_old * vfs_fault_step (), >, 10);
  g_assert_cmpuint (n_new * vfs_fault_step (), >, 1);
}

static void
test_crash (Fixture *fixture, gconstpointer user_data)
{
  test_cut_everywhere (fixture, VFS_FAULT_CRASH);
}

static void
test_power_cut_drops (Fixture *fixture, gconstpointer user_data)
{
  test_cut_everywhere (fixture, VFS_FAULT_DROP);
}

static void
test_power_cut_tears (Fixture *fixture, gconstpointer user_data)
{
  test_cut_everywhere (fixture, VFS_FAULT_TEAR);
}

/* Making the register anew from the same files writes over nothing that is in use. */
static void
test_rebuild_torn (Fixture *fixture, gconstpointer user_data)
{
  int status = VFS_FAULT_STATUS;
  guint operation;

  for (operation = 1; status == VFS_FAULT_STATUS; operation += vfs_fault_step ())
    {
      g_autofree char *hash = NULL;
      pid_t child;

      damage_restore (fixture->template, fixture->data_dir);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          OctImportOptions options = { 0 };

          vfs_fault_arm (VFS_FAULT_TEAR, operation, operation);
          _exit (oct_import_rebuild (fixture->data_dir, &options, NULL, NULL) ? 0 : 1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFEXITED (status));
      status = WEXITSTATUS (status);
      g_assert_false (assert_old_or_new (fixture));
    }
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (operation, >, 10);
}

/* Where the program itself goes on, it must say what happened and clean up behind itself. */
static void
test_fault_everywhere (const Fixture *fixture, VfsFault fault, OctError code, const char *says)
{
  gboolean struck = TRUE;
  guint n_told = 0;

  for (guint operation = 1; struck; operation += vfs_fault_step ())
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) reports = NULL;
      gboolean is_new;

      damage_restore (fixture->template, fixture->data_dir);
      vfs_fault_arm (fault, operation, operation);
      reports = importing_run (fixture->data_dir, &error, fixture->incoming, NULL);
      struck = vfs_fault_disarm ();

      if (reports != NULL && ((OctImportReport *) reports->pdata[0])->error != NULL)
        error = g_error_copy (((OctImportReport *) reports->pdata[0])->error);
      else
        g_assert_true ((reports == NULL) == (error != NULL));
      is_new = assert_old_or_new (fixture);
      g_assert_cmpint (is_new, ==, error == NULL);
      if (error != NULL)
        {
          g_assert_true (struck);
          reading_assert_error (&error, code, says, NULL);
          /* The index of the register that didn't come about may stay until the next import. */
          damage_assert_tidy (fixture->data_dir, 2);
          n_told++;
        }
      assert_recovers (fixture, is_new);
    }
  g_test_message ("%u faults were told", n_told);
  g_assert_cmpuint (n_told * vfs_fault_step (), >, 10);
}

static void
test_failing_writes (Fixture *fixture, gconstpointer user_data)
{
  test_fault_everywhere (fixture, VFS_FAULT_FAIL, OCT_ERROR_DISK,
                         "the disk that holds Octant’s data");
}

static void
test_disk_full (Fixture *fixture, gconstpointer user_data)
{
  test_fault_everywhere (fixture, VFS_FAULT_DISK_FULL, OCT_ERROR_NO_SPACE, "disk is full");
}

int
main (int argc, char *argv[])
{
  damage_use_memory ();
  g_test_init (&argc, &argv, NULL);
  vfs_fault_install ();

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      static const struct
      {
        const char *name;
        void (*test) (Fixture *, gconstpointer);
      } tests[] = {
        { "crash-at-every-write", test_crash },
        { "power-cut-drops-at-every-write", test_power_cut_drops },
        { "power-cut-tears-at-every-write", test_power_cut_tears },
        { "every-write-fails", test_failing_writes },
        { "disk-full-at-every-write", test_disk_full },
      };

      for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
        {
          g_autofree char *path = g_strdup_printf ("/faults/%s/%s", scenes[i].name, tests[k].name);

          g_test_add (path, Fixture, &scenes[i], set_up, tests[k].test, tear_down);
        }
    }
  g_test_add ("/faults/rebuild/power-cut-tears-at-every-write", Fixture, &scenes[1], set_up,
              test_rebuild_torn, tear_down);
  return g_test_run ();
}
