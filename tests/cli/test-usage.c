/* How the command line answers what it can't do: exit statuses, reasons, and help. */
#include "running.h"

#include <glib/gstdio.h>

static void
test_help (void)
{
  static const char *const commands[] = { "import", "schools",  "school",  "trusts",
                                          "trust",  "national", "changes", "sources",
                                          "map",    "element",  "chart",   "history",
                                          "undo",   "redo",     "backup",  "check" };
  g_auto (Run) help = run_octant ("--help", NULL);

  assert_status (&help, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Run) own = run_octant (commands[i], "--help", NULL);

      assert_says (help.out, commands[i]);
      assert_status (&own, 0);
      assert_says (own.out, "Usage:");
      assert_says (own.out, commands[i]);
      assert_says (own.out, "--format");
      assert_says (own.out, "--data-dir");
      assert_says (own.out, "--demo");
    }
}

static void
test_version (void)
{
  g_auto (Run) run = run_octant ("--version", NULL);

  assert_status (&run, 0);
  g_assert_true (g_str_has_prefix (run.out, "octant 0."));
}

static void
assert_usage (Run run, const char *reason)
{
  g_auto (Run) owned = run;

  assert_status (&owned, 2);
  assert_says (owned.err, reason);
  g_assert_cmpstr (owned.out, ==, "");
}

static void
test_usage (void)
{
  assert_usage (run_octant ("frobnicate", NULL), "“frobnicate”");
  assert_usage (run_octant ("school", NULL), "URN");
  assert_usage (run_octant ("school", "oak", NULL), "“oak”");
  assert_usage (run_octant ("school", "-5", NULL), "");
  assert_usage (run_octant ("school", "100000", "100001", NULL), "“100001”");
  assert_usage (run_octant ("schools", "--colour", NULL), "--colour");
  assert_usage (run_octant ("schools", "--format", "xml", NULL), "“xml”");
  assert_usage (run_octant ("national", "--format", "csv", NULL), "“csv”");
  assert_usage (run_octant ("schools", "--status", "ajar", NULL), "“ajar”");
  assert_usage (run_octant ("schools", "--phase", "tertiary", NULL), "primary");
  assert_usage (run_octant ("trusts", "--type", "huge", NULL), "“huge”");
  assert_usage (run_octant ("changes", "--since", "yesterday", NULL), "“yesterday”");
  assert_usage (run_octant ("changes", "--kind", "sold", NULL), "joined");
  assert_usage (run_octant ("import", NULL), "FILE");
  assert_usage (run_octant ("import", "--published", "soon", "x.csv", NULL), "“soon”");
  assert_usage (run_octant ("map", "--out", "x.png", NULL), "--trust");
  assert_usage (run_octant ("map", "--trust", "1", NULL), "--out");
  assert_usage (run_octant ("map", "--trust", "1", "--out", "x.gif", NULL), ".png");
}

static void
assert_failed (Run run, const char *reason)
{
  g_auto (Run) owned = run;

  assert_status (&owned, 1);
  assert_says (owned.err, reason);
}

static void
test_no_register (void)
{
  g_autofree char *empty = scratch_path ("empty");

  assert_failed (run_octant ("schools", "--data-dir", empty, NULL), "no register");
  assert_failed (run_octant ("trust", "1", "--data-dir", empty, NULL), "no register");
  assert_failed (run_octant ("national", "--data-dir", empty, "--format", "json", NULL),
                 "no register");
}

static void
test_not_found (void)
{
  g_autofree char *picture = scratch_path ("none.png");

  assert_failed (run_octant ("school", "999999", "--data-dir", demo_dir (), NULL), "999999");
  assert_failed (run_octant ("trust", "4711", "--data-dir", demo_dir (), NULL), "4711");
  assert_failed (run_octant ("schools", "--trust", "4711", "--data-dir", demo_dir (), NULL),
                 "4711");
  assert_failed (run_octant ("schools", "--la", "Atlantis", "--data-dir", demo_dir (), NULL),
                 "Atlantis");
  assert_failed (run_octant ("map", "--trust", "4711", "--out", picture, "--data-dir", demo_dir (),
                             NULL),
                 "4711");
  g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
}

static void
test_no_data_folder (void)
{
  g_autofree char *file = scratch_path ("a-file");
  g_autofree char *under = g_build_filename (file, "folder", NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  assert_failed (run_octant ("check", "--data-dir", under, NULL), under);
}

static void
test_picture_not_saved (void)
{
  g_autofree char *missing = scratch_path ("missing/folder/map.png");

  assert_failed (run_octant ("map", "--trust", "90001", "--out", missing, "--data-dir", demo_dir (),
                             NULL),
                 "map.png");
}

/* A full disk is told, and not taken for an answer. */
static void
test_full_output (void)
{
  g_autofree char *command = g_strdup_printf (
    "\"%s\" schools --data-dir \"%s\" --format json > /dev/full", g_getenv ("OCTANT_BINARY"),
    demo_dir ());
  const char *argv[] = { "sh", "-c", command, NULL };
  g_autofree char *err = NULL;
  int status = 0;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("This system has no /dev/full");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               &err, &status, NULL));
  g_assert_cmpint (status >> 8, ==, 1);
  assert_says (err, "could not be written");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/usage/help for the program and every command", test_help);
  g_test_add_func ("/cli/usage/version", test_version);
  g_test_add_func ("/cli/usage/what is not understood exits with 2", test_usage);
  g_test_add_func ("/cli/usage/without a register commands fail with 1", test_no_register);
  g_test_add_func ("/cli/usage/what is not in the register fails with 1", test_not_found);
  g_test_add_func ("/cli/usage/a data folder that cannot be made is told", test_no_data_folder);
  g_test_add_func ("/cli/usage/a picture that cannot be saved is told", test_picture_not_saved);
  g_test_add_func ("/cli/usage/an answer that cannot be written is told", test_full_output);
  status = g_test_run ();
  remove_scratch ();

  return status;
}
