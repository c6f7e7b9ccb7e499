/* The demonstration trust: twelve invented schools as files in the real formats.
 *
 * The files go through the importer like any others, into a data folder of their own, so that
 * whatever works on them works on the real ones, and leaving the demonstration is leaving a
 * folder. When a new version of the program brings other files, the folder's register is made
 * again from those; what the person starred in it stays.
 */
#include "octant-config.h"

#include "oct-demo.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "oct-error.h"
#include "oct-folder.h"
#include "oct-import.h"
#include "oct-register.h"

/**
 * oct_demo_find_folder:
 *
 * Looks where the tests say, where the program is installed, then in the source tree it was
 * built from.
 *
 * Returns: (nullable) (transfer full): the folder with the demonstration's files
 */
char *
oct_demo_find_folder (void)
{
  const char *named = g_getenv ("OCTANT_DEMO_DIR");
  const char *roots[] = { OCT_DATA_DIR, OCT_SOURCE_DATA_DIR };

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autofree char *folder = g_build_filename (roots[i], "demo", NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }

  return NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * oct_demo_list_files:
 * @error: return location for an error
 *
 * Returns: (transfer full): the paths of the demonstration's files in order of name, or %NULL with
 *   %OCT_ERROR_NOT_FOUND
 */
char **
oct_demo_list_files (GError **error)
{
  g_autofree char *folder = oct_demo_find_folder ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".zip"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  if (paths->len == 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("The files of the demonstration trust are missing from this installation. "
                     "Install Octant again to get them back."));
      return NULL;
    }
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static char *
hash_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                      (const guchar *) g_mapped_file_get_contents (file),
                                      g_mapped_file_get_length (file));
}

static gboolean
has_source (GPtrArray *sources, const char *sha256)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const OctSourceFacts *facts = oct_source_get_facts (g_ptr_array_index (sources, i));

      if (g_strcmp0 (facts->sha256, sha256) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether the register in the folder is made from all of these files. */
static gboolean
is_current (const char *data_dir, char **paths)
{
  g_autoptr (OctRegister) reg = oct_register_open (data_dir, NULL);
  g_autoptr (GPtrArray) sources = NULL;

  if (reg == NULL)
    return FALSE;
  sources = oct_register_read_sources (reg, NULL);
  if (sources == NULL)
    return FALSE;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *sha256 = hash_file (paths[i], NULL);

      if (sha256 == NULL || !has_source (sources, sha256))
        return FALSE;
    }

  return TRUE;
}

/* Everything but the user's own store and workspaces, and what belongs to them. */
static void
clear_register (const char *data_dir)
{
  g_autoptr (GDir) dir = g_dir_open (data_dir, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (data_dir, name, NULL);

      if (!g_str_has_prefix (name, "user.db") && !g_str_equal (name, "workspaces"))
        oct_folder_remove (path);
    }
}

/**
 * oct_demo_prepare:
 * @data_dir: the demonstration's data folder, which belongs to the program
 * @error: return location for an error
 *
 * Imports the demonstration's files unless the folder's register is made from them already.
 *
 * Returns: whether the register is there
 */
gboolean
oct_demo_prepare (const char *data_dir, GError **error)
{
  const OctImportOptions options = { .wait = TRUE };
  g_auto (GStrv) paths = oct_demo_list_files (error);
  g_autoptr (GPtrArray) reports = NULL;

  if (paths == NULL)
    return FALSE;
  if (is_current (data_dir, paths))
    return TRUE;

  clear_register (data_dir);
  reports = oct_import_files (data_dir, (const char *const *) paths, &options, NULL, error);
  if (reports == NULL)
    return FALSE;
  for (guint i = 0; i < reports->len; i++)
    {
      const OctImportReport *report = g_ptr_array_index (reports, i);

      if (report->error != NULL)
        {
          g_propagate_error (error, g_error_copy (report->error));
          return FALSE;
        }
    }

  return TRUE;
}
