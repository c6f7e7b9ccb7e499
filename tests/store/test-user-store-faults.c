/* A star is there or it isn't, whatever happens while it is set, and the stars before it stay.
 *
 * Every write is made to fail, the disk to be full from every write on, and the process or the
 * power to go at every write and sync; see vfs-fault.c.
 */
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "oct-error.h"
#include "oct-user-store.h"
#include "vfs-fault.h"

/* More operations than setting a star takes; the test sees to it that this is so. */
#define MAX_OPERATIONS 100

static char *
make_folder (void)
{
  char *dir = g_dir_make_tmp ("octant-user-faults-XXXXXX", NULL);
  g_autoptr (OctUserStore) store = oct_user_store_open (dir, NULL);

  g_assert_nonnull (store);
  g_assert_true (oct_user_store_set_star (store, "school", 1, TRUE, NULL));

  return dir;
}

static void
remove_folder (char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (dir);
  g_free (dir);
}

/* The store opens without complaint, has the first star, and can take another. */
static gboolean
assert_sound (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctUserStore) store = oct_user_store_open (dir, &error);
  g_autoptr (GHashTable) stars = NULL;

  g_assert_no_error (error);
  g_assert_no_error (oct_user_store_get_problem (store));
  stars = oct_user_store_read_stars (store, "school", &error);
  g_assert_no_error (error);
  g_assert_true (g_hash_table_contains (stars, GUINT_TO_POINTER (1)));
  g_assert_true (oct_user_store_set_star (store, "school", 3, TRUE, &error));
  g_assert_no_error (error);

  return g_hash_table_contains (stars, GUINT_TO_POINTER (2));
}

/* Returns whether the fault came before all was done. */
static gboolean
fail_at (VfsFault fault, guint operation)
{
  char *dir = make_folder ();
  g_autoptr (GError) error = NULL;
  gboolean said;
  gboolean reached;

  {
    g_autoptr (OctUserStore) store = oct_user_store_open (dir, NULL);

    vfs_fault_arm (fault, operation, operation);
    said = oct_user_store_set_star (store, "school", 2, TRUE, &error);
    reached = vfs_fault_disarm ();
  }
  if (said)
    g_assert_no_error (error);
  else
    g_assert_nonnull (error);
  if (!said && fault == VFS_FAULT_DISK_FULL)
    g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_SPACE);
  /* What was said is what is so. */
  g_assert_cmpint (assert_sound (dir), ==, said);
  remove_folder (dir);

  return reached;
}

static void
test_failing (gconstpointer data)
{
  guint operation = 1;

  while (fail_at ((VfsFault) GPOINTER_TO_INT (data), operation))
    g_assert_cmpuint (++operation, <, MAX_OPERATIONS);
  g_assert_cmpuint (operation, >, 3);
}

static gboolean
cut_at (VfsFault fault, guint operation)
{
  char *dir = make_folder ();
  pid_t child = fork ();
  gboolean there;
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      OctUserStore *store = oct_user_store_open (dir, NULL);

      vfs_fault_arm (fault, operation, operation);
      oct_user_store_set_star (store, "school", 2, TRUE, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  there = assert_sound (dir);
  /* Once it was said to be kept it is kept. */
  if (WEXITSTATUS (status) == 0)
    g_assert_true (there);
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, VFS_FAULT_STATUS);
  remove_folder (dir);

  return WEXITSTATUS (status) == VFS_FAULT_STATUS;
}

static void
test_cut (gconstpointer data)
{
  guint operation = 1;

  while (cut_at ((VfsFault) GPOINTER_TO_INT (data), operation))
    g_assert_cmpuint (++operation, <, MAX_OPERATIONS);
  g_assert_cmpuint (operation, >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  vfs_fault_install ();

#define ADD(path, function, fault)                                                                 \
  g_test_add_data_func ("/store/user/" path, GINT_TO_POINTER (fault), function)
  ADD ("a write that fails", test_failing, VFS_FAULT_FAIL);
  ADD ("a disk that is full", test_failing, VFS_FAULT_DISK_FULL);
  ADD ("a process that is killed", test_cut, VFS_FAULT_CRASH);
  ADD ("a power cut that loses what was not synced", test_cut, VFS_FAULT_DROP);
  ADD ("a power cut that tears what was not synced", test_cut, VFS_FAULT_TEAR);
#undef ADD

  return g_test_run ();
}
