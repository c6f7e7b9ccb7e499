/* Taking a folder away takes what is in it, and nothing that is elsewhere. */
#include "oct-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_remove (void)
{
  g_autofree char *place = g_dir_make_tmp ("octant-folder-XXXXXX", NULL);
  g_autofree char *outside = g_build_filename (place, "outside", NULL);
  g_autofree char *kept = g_build_filename (outside, "kept", NULL);
  g_autofree char *folder = g_build_filename (place, "folder", NULL);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *file = g_build_filename (inner, "file", NULL);
  g_autofree char *link = g_build_filename (inner, "link", NULL);

  g_assert_cmpint (g_mkdir (outside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "kept", -1, NULL));
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "gone", -1, NULL));
  g_assert_cmpint (symlink (outside, link), ==, 0);

  oct_folder_remove (folder);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  /* Once more, where there is nothing. */
  oct_folder_remove (folder);
  oct_folder_remove (place);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folder/remove", test_remove);

  return g_test_run ();
}
