/* Removing a person may be cut off anywhere: either they are still there and can be removed again, or
 * they are gone, and once the workspace was opened their name is in no byte of the data folder.
 */
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "oct-workspace-people.h"
#include "people-fixture.h"
#include "vfs-fault.h"

/* The layer of faults knows no shared memory, so the workspace has a rollback journal here. */
#define FLAGS OCT_WORKSPACE_NETWORK
/* Not every write of the hundreds that rewriting takes: a number that no pattern in them shares. */
#define STEP 7
#define MAX_OPERATIONS 2000

static gboolean
remove_person (OctWorkspace *workspace, const char *id)
{
  const OctRemoval removal = { .person_id = id, .location = "people" };

  return oct_workspace_remove_person (workspace, &removal, NULL, NULL, NULL);
}

static char *
begin (Fixture *fixture)
{
  char *id;

  fixture_set_up (fixture, NULL);
  id = fixture_add_person (fixture, NAME, "Head");
  g_free (fixture_add_note (fixture, "improvement", "Visit", "Met " NAME));
  fixture_judge (fixture, &plain, "improvement", "As " NAME " said", id);
  g_free (fixture_back_up (fixture, "2026-10-02.octant"));
  g_clear_object (&fixture->workspace);

  return id;
}

/* Returns whether the person was still in the workspace. */
static gboolean
assert_sound (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  const char *const names[] = { NAME, NULL };
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (fixture->path, FLAGS, &error);
  g_autoptr (GPtrArray) places = NULL;
  gboolean there = FALSE;

  g_assert_no_error (error);
  g_assert_true (oct_workspace_check (workspace, NULL));
  places = oct_workspace_find_person (workspace, NULL, names, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < places->len; i++)
    there |= ((OctNamePlace *) places->pdata[i])->kind == OCT_PLACE_PERSON;
  if (there)
    g_assert_true (remove_person (workspace, id));
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);

  return there;
}

static gboolean
cut_at (VfsFault fault, guint operation)
{
  Fixture fixture = { 0 };
  g_autofree char *id = begin (&fixture);
  pid_t child = fork ();
  gboolean there;
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      OctWorkspace *workspace = oct_workspace_open (fixture.path, FLAGS, NULL);

      vfs_fault_arm (fault, operation, operation);
      _exit (remove_person (workspace, id) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  there = assert_sound (&fixture, id);
  if (WEXITSTATUS (status) == 0)
    g_assert_false (there);
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, VFS_FAULT_STATUS);
  fixture_tear_down (&fixture, NULL);

  return WEXITSTATUS (status) == VFS_FAULT_STATUS;
}

static void
test_cut (gconstpointer data)
{
  guint operation = 1;

  while (cut_at ((VfsFault) GPOINTER_TO_INT (data), operation))
    {
      operation += STEP * vfs_fault_step ();
      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
    }
  g_assert_cmpuint (operation, >, 6 * STEP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  vfs_fault_install ();

#define ADD(path, function, fault)                                                                 \
  g_test_add_data_func ("/store/people/" path, GINT_TO_POINTER (fault), function)
  ADD ("the program ends while a person is removed", test_cut, VFS_FAULT_CRASH);
  ADD ("the power fails while a person is removed", test_cut, VFS_FAULT_DROP);
#undef ADD

  return g_test_run ();
}
