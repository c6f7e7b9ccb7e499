/* A workspace of every version there was opens, and nothing in it is lost.
 *
 * The files in tests/store/workspaces were written by the program of their version, with invented
 * data. With OCT_STORE_WORKSPACE=1 in its environment the test writes that of the present version,
 * unless it is there.
 */
#include <glib/gstdio.h>

#include "oct-error.h"
#include "oct-workspace-adopt.h"
#include "workspace-making.h"

#define N_PILLARS 3

static char *
stored_path (guint version)
{
  g_autofree char *name = g_strdup_printf ("version-%u" OCT_WORKSPACE_SUFFIX, version);

  return g_test_build_filename (G_TEST_DIST, "store", "workspaces", name, NULL);
}

static void
store (void)
{
  g_autofree char *path = stored_path (OCT_WORKSPACE_VERSION);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    making_workspace (path, N_PILLARS, OCT_WORKSPACE_NETWORK);
}

/* Works on a copy in a folder of its own, so that the stored file stays. */
static void
test_stored (gconstpointer data)
{
  g_autofree char *stored = stored_path (GPOINTER_TO_UINT (data));
  char *folder = making_folder ();
  g_autofree char *path = making_path (folder, "Stored");
  g_autofree char *adopted = making_path (folder, "Adopted");
  g_autofree char *content = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = NULL;
  g_autoptr (OctOwnTrust) trust = NULL;
  g_autoptr (GPtrArray) judgements = NULL;
  const OctJudgementFilter all = { 0 };

  g_assert_true (g_file_get_contents (stored, &content, &length, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  /* Its tables are still those that the migrations make: none of them was edited. */
  g_assert_true (oct_workspace_adopt (path, adopted, &error));
  g_assert_no_error (error);
  workspace = oct_workspace_open (path, OCT_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
  oct_workspace_check (workspace, &error);
  g_assert_no_error (error);
  trust = oct_workspace_read_trust (workspace, NULL);
  g_assert_cmpstr (trust->name, ==, "Longshore Learning Trust");
  judgements = oct_workspace_read_judgements (workspace, &all, NULL);
  g_assert_cmpuint (judgements->len, ==, 1);
  g_assert_cmpuint (making_count_pillars (workspace), ==, N_PILLARS);
  g_assert_true (making_add_pillar (workspace, NULL));
  g_clear_object (&workspace);
  making_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("OCT_STORE_WORKSPACE") != NULL)
    store ();
  for (guint version = 1; version <= OCT_WORKSPACE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/store/workspace/version %u opens", version);

      g_test_add_data_func (name, GUINT_TO_POINTER (version), test_stored);
    }

  return g_test_run ();
}
