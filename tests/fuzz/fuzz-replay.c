/* Runs a fuzz target over its corpus as a test, one case a file, where no fuzzer is at hand.
 *
 * The folder is the program's first argument. Each file is also run cut in half, and with every
 * 37th byte changed, so that the corpus is more than what it was when it was collected.
 */
#include <string.h>

#include "oct-fuzz.h"

static void
test_file (gconstpointer user_data)
{
  g_autofree char *content = NULL;
  g_autofree guint8 *copy = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (user_data, &content, &size, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *) content, size);
  LLVMFuzzerTestOneInput ((const guint8 *) content, size / 2);

  copy = g_memdup2 (content, size);
  for (gsize i = 0; i < size; i += 37)
    {
      copy[i] ^= (guint8) (1u << (i % 8));
      LLVMFuzzerTestOneInput (copy, size);
      copy[i] = (guint8) content[i];
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *test = g_strdup_printf ("/fuzz/replay/%s", name);

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, test_file);
    }
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
