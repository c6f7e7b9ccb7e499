/* Shared by the tests of faults and accidents; see the header. */
#include "damage.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

void
damage_use_memory (void)
{
  if (g_getenv ("TMPDIR") == NULL && access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

static void
clear_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          clear_folder (child);
          g_assert_cmpint (g_rmdir (child), ==, 0);
        }
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
          copy_folder (source, target);
        }
      else
        {
          g_autofree char *content = NULL;
          gsize length;

          g_assert_true (g_file_get_contents (source, &content, &length, NULL));
          g_assert_true (g_file_set_contents_full (target, content, (gssize) length,
                                                   G_FILE_SET_CONTENTS_NONE, 0600, NULL));
        }
    }
}

void
damage_restore (const char *template, const char *data_dir)
{
  clear_folder (data_dir);
  copy_folder (template, data_dir);
}

void
damage_assert_tidy (const char *data_dir, guint max_indexes)
{
  g_autofree char *sources = g_build_filename (data_dir, "sources", NULL);
  g_autoptr (GDir) dir = g_dir_open (data_dir, 0, NULL);
  g_autoptr (GDir) kept = g_dir_open (sources, 0, NULL);
  const char *name;
  guint n_indexes = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      n_indexes += g_str_has_suffix (name, ".index");
      if (strcmp (name, "register.db") != 0 && strcmp (name, "import.lock") != 0
          && strcmp (name, "sources") != 0 && !g_str_has_suffix (name, ".index"))
        g_error ("“%s” was left behind", name);
    }
  g_assert_cmpuint (n_indexes, <=, max_indexes);

  while (kept != NULL && (name = g_dir_read_name (kept)) != NULL)
    {
      g_autofree char *note = g_strdup_printf ("%s/%s.source", sources, name);

      if (!g_str_has_suffix (name, ".source") && !g_file_test (note, G_FILE_TEST_EXISTS))
        g_error ("“%s” was left behind", name);
    }
}
