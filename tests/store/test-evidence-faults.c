/* Evidence that was said to be kept has its file, whatever happens while it is added: an edit never
 * refers to an object that isn't whole.
 *
 * Every write and sync is made to fail, the disk to be full from each on, and the process or the power
 * to go at each; see vfs-fault.c.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "evidence-fixture.h"
#include "oct-error.h"
#include "vfs-fault.h"

/* More operations than adding a file takes; the test sees to it that this is so. */
#define MAX_OPERATIONS 200
/* The layer of faults knows no shared memory, so the workspace has a rollback journal here. */
#define FLAGS OCT_WORKSPACE_NETWORK
/* More than one write of the durable file layer. */
#define CONTENT_LENGTH 100000

static char *content;

static gboolean
add (OctWorkspace *workspace, GFile *file, const char *cycle_id, GError **error)
{
  g_autoptr (OctEvidence) evidence = oct_evidence_new (OCT_EVIDENCE_FILE, "Report");

  g_free (evidence->file_name);
  evidence->file_name = g_strdup ("report.txt");
  g_ptr_array_add (evidence->links, oct_evidence_link_new (cycle_id, NULL, "improvement", NULL));

  return oct_evidence_objects_add (workspace, file, &evidence->object, &evidence->size, NULL, error)
         && oct_workspace_put_evidence (workspace, &plain, evidence, NULL, error);
}

/* The workspace is sound, and each piece of evidence has its file. Returns how many there are. */
static guint
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (fixture->path, FLAGS, &error);
  const OctEvidenceFilter all = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  guint removed;

  g_assert_no_error (error);
  g_assert_true (oct_workspace_check (workspace, &error));
  found = oct_workspace_read_evidence (workspace, &all, &error);
  g_assert_no_error (error);
  /* What is left of an attempt goes; what is needed stays. */
  oct_evidence_objects_collect (workspace, G_MAXINT64, &removed, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const OctEvidence *evidence = g_ptr_array_index (found, i);
      OctObjectState state;

      g_assert_true (
        oct_evidence_objects_check (workspace, evidence->object, &state, NULL, &error));
      g_assert_cmpint (state, ==, OCT_OBJECT_SOUND);
    }

  return found->len;
}

static GFile *
begin (Fixture *fixture)
{
  g_autofree char *path = NULL;

  fixture_set_up (fixture, NULL);
  g_clear_object (&fixture->workspace);
  path = fixture_write (fixture, "report.txt", content, CONTENT_LENGTH);

  return g_file_new_for_path (path);
}

static gboolean
fail_at (VfsFault fault, guint operation)
{
  Fixture fixture = { 0 };
  g_autoptr (GFile) file = begin (&fixture);
  g_autoptr (GError) error = NULL;
  gboolean said;
  gboolean reached;
  guint there;

  {
    g_autoptr (OctWorkspace) workspace = oct_workspace_open (fixture.path, FLAGS, NULL);

    vfs_fault_arm (fault, operation, operation);
    said = add (workspace, file, fixture.cycle_id, &error);
    reached = vfs_fault_disarm ();
  }
  if (said)
    g_assert_no_error (error);
  else
    g_assert_nonnull (error);
  if (!said && fault == VFS_FAULT_DISK_FULL)
    g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_SPACE);
  /* Where the last sync of all fails, it may be there although that could not be promised. */
  there = assert_sound (&fixture);
  if (said)
    g_assert_cmpuint (there, ==, 1);
  fixture_tear_down (&fixture, NULL);

  return reached;
}

static void
test_failing (gconstpointer data)
{
  guint operation = 1;

  while (fail_at ((VfsFault) GPOINTER_TO_INT (data), operation))
    g_assert_cmpuint (operation += vfs_fault_step (), <, MAX_OPERATIONS);
  g_assert_cmpuint (operation, >, 6);
}

static gboolean
cut_at (VfsFault fault, guint operation)
{
  Fixture fixture = { 0 };
  g_autoptr (GFile) file = begin (&fixture);
  pid_t child = fork ();
  guint there;
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      OctWorkspace *workspace = oct_workspace_open (fixture.path, FLAGS, NULL);

      vfs_fault_arm (fault, operation, operation);
      _exit (add (workspace, file, fixture.cycle_id, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  there = assert_sound (&fixture);
  /* Once it was said to be kept it is kept. */
  if (WEXITSTATUS (status) == 0)
    g_assert_cmpuint (there, ==, 1);
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
    g_assert_cmpuint (operation += vfs_fault_step (), <, MAX_OPERATIONS);
  g_assert_cmpuint (operation, >, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  vfs_fault_install ();
  content = g_strnfill (CONTENT_LENGTH, 'e');

#define ADD(path, function, fault)                                                                 \
  g_test_add_data_func ("/store/evidence/" path, GINT_TO_POINTER (fault), function)
  ADD ("an operation fails", test_failing, VFS_FAULT_FAIL);
  ADD ("the disk is full", test_failing, VFS_FAULT_DISK_FULL);
  ADD ("the program ends", test_cut, VFS_FAULT_CRASH);
  ADD ("the power fails", test_cut, VFS_FAULT_DROP);
  ADD ("the power fails and tears writes", test_cut, VFS_FAULT_TEAR);
#undef ADD

  return g_test_run ();
}
