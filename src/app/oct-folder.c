/* Taking a folder away with what is in it.
 *
 * A link in it goes, and what it leads to stays: the program's folders lie where others may write too.
 */
#include "oct-folder.h"

#include <glib/gstdio.h>

/**
 * oct_folder_remove:
 * @path: a folder, or a file; nothing happens where there is none
 *
 * Removes it with everything in it, without following links. What can't be removed is left.
 */
void
oct_folder_remove (const char *path)
{
  g_return_if_fail (path != NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          oct_folder_remove (child);
        }
    }
  g_remove (path);
}
