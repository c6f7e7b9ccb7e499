/* The files that were imported, kept for good; see the header. */

#include "oct-kept-sources.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "oct-durable-file.h"

#define GROUP "source"
/* Raised when the same files make another register than before. */
#define FOLD_VERSION 1

void
oct_kept_source_free (OctKeptSource *source)
{
  g_free (source->sha256);
  g_free (source->path);
  g_free (source->file_name);
  g_free (source);
}

static char *
sources_folder (const char *data_dir)
{
  return g_build_filename (data_dir, "sources", NULL);
}

static OctKeptSource *
read_note (const char *folder, const char *name)
{
  g_autoptr (OctKeptSource) source = g_new0 (OctKeptSource, 1);
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *dataset = NULL;

  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL))
    return NULL;

  source->sha256 = g_strndup (name, strlen (name) - strlen (".source"));
  source->path = g_build_filename (folder, source->sha256, NULL);
  source->file_name = g_key_file_get_string (note, GROUP, "file-name", NULL);
  source->published = g_key_file_get_integer (note, GROUP, "published", NULL);
  source->imported = g_key_file_get_int64 (note, GROUP, "imported", NULL);
  source->bytes = g_key_file_get_int64 (note, GROUP, "bytes", NULL);
  source->accepted = TRUE;
  dataset = g_key_file_get_string (note, GROUP, "dataset", NULL);
  source->dataset = dataset != NULL ? oct_dataset_find (dataset) : NULL;

  if (source->dataset == NULL || source->file_name == NULL
      || !g_file_test (source->path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  return g_steal_pointer (&source);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const OctKeptSource *left = *(const OctKeptSource *const *) a;
  const OctKeptSource *right = *(const OctKeptSource *const *) b;

  if (left->published != right->published)
    return left->published < right->published ? -1 : 1;
  /* Of two files of one day the one of lower precedence number wins, so it comes later. */
  if (left->dataset->precedence != right->dataset->precedence)
    return left->dataset->precedence > right->dataset->precedence ? -1 : 1;

  return strcmp (left->sha256, right->sha256);
}

/**
 * oct_kept_sources_sort:
 * @sources: (element-type OctKeptSource): files
 *
 * Puts them in the order in which they are folded: the later one wins.
 */
void
oct_kept_sources_sort (GPtrArray *sources)
{
  g_ptr_array_sort (sources, compare_sources);
}

/**
 * oct_kept_sources_read:
 * @data_dir: the data folder
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type OctKeptSource): the accepted files, in the order in
 *   which they are folded
 */
GPtrArray *
oct_kept_sources_read (const char *data_dir, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_kept_source_free);
  g_autofree char *folder = sources_folder (data_dir);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      OctKeptSource *source = g_str_has_suffix (name, ".source") ? read_note (folder, name) : NULL;

      if (source != NULL)
        g_ptr_array_add (sources, source);
    }
  oct_kept_sources_sort (sources);

  return g_steal_pointer (&sources);
}

/* Copies the file and takes its SHA-256 on the way. */
static gboolean
copy_and_hash (int fd, OctDurableFile *out, GChecksum *sum, gint64 *bytes,
               GCancellable *cancellable, GError **error)
{
  g_autofree guchar *buffer = g_malloc (1 << 18);
  gssize n;

  while ((n = read (fd, buffer, 1 << 18)) > 0)
    {
      g_checksum_update (sum, buffer, n);
      *bytes += n;
      if (!oct_durable_file_append (out, buffer, (gsize) n, error)
          || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  if (n < 0)
    g_set_error (error, OCT_ERROR, OCT_ERROR_FAILED,
                 _("The file could not be read: %s. Nothing was changed."), g_strerror (errno));
  return n == 0;
}

static gboolean
keep_copy (OctKeptSource *source, const char *path, const char *folder, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *part = g_build_filename (folder, "incoming.part", NULL);
  OctDurableFile *out;
  gboolean copied;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      g_set_error (error, OCT_ERROR, errno == ENOENT ? OCT_ERROR_NOT_FOUND : OCT_ERROR_FAILED,
                   _("“%s” can’t be read: %s. Nothing was changed."), path, g_strerror (errno));
      return FALSE;
    }

  out = oct_durable_file_create (part, error);
  copied = out != NULL && copy_and_hash (fd, out, sum, &source->bytes, cancellable, error);
  close (fd);
  if (!copied)
    {
      if (out != NULL)
        oct_durable_file_abort (out);
      return FALSE;
    }
  if (!oct_durable_file_finish (out, error))
    return FALSE;

  source->sha256 = g_strdup (g_checksum_get_string (sum));
  source->path = g_build_filename (folder, source->sha256, NULL);
  return oct_durable_rename (part, source->path, error);
}

/**
 * oct_kept_source_take:
 * @data_dir: the data folder
 * @path: a file of the user's
 * @cancellable: (nullable): to end it
 * @error: return location
 *
 * Copies the file into the folder of kept files, where it waits to be accepted.
 *
 * Returns: (transfer full) (nullable): the file, without its dataset and date
 */
OctKeptSource *
oct_kept_source_take (const char *data_dir, const char *path, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (OctKeptSource) source = g_new0 (OctKeptSource, 1);
  g_autofree char *folder = sources_folder (data_dir);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, OCT_ERROR, errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
                   _("The folder “%s” can’t be made: %s. Nothing was changed."), folder,
                   g_strerror (errno));
      return NULL;
    }

  source->file_name = g_path_get_basename (path);
  source->imported = g_get_real_time () / G_USEC_PER_SEC;

  return keep_copy (source, path, folder, cancellable, error) ? g_steal_pointer (&source) : NULL;
}

/**
 * oct_kept_source_accept:
 * @source: a kept file that the register in place contains
 * @error: return location
 *
 * Returns: %TRUE when the file is marked for good
 */
gboolean
oct_kept_source_accept (OctKeptSource *source, GError **error)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = g_strconcat (source->path, ".source", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *text = NULL;
  OctDurableFile *out;
  gsize length;

  g_key_file_set_string (note, GROUP, "dataset", source->dataset->id);
  g_key_file_set_string (note, GROUP, "file-name", source->file_name);
  g_key_file_set_integer (note, GROUP, "published", source->published);
  g_key_file_set_int64 (note, GROUP, "imported", source->imported);
  g_key_file_set_int64 (note, GROUP, "bytes", source->bytes);
  text = g_key_file_to_data (note, &length, NULL);

  out = oct_durable_file_create (part, error);
  if (out == NULL)
    return FALSE;
  if (!oct_durable_file_append (out, text, length, error))
    {
      oct_durable_file_abort (out);
      return FALSE;
    }
  if (!oct_durable_file_finish (out, error) || !oct_durable_rename (part, path, error))
    return FALSE;

  source->accepted = TRUE;
  return TRUE;
}

/**
 * oct_kept_source_facts:
 * @source: a kept file
 * @facts: (out caller-allocates): filled in; its texts belong to @source
 */
void
oct_kept_source_facts (const OctKeptSource *source, OctSourceFacts *facts)
{
  *facts = (OctSourceFacts) {
    .dataset = source->dataset->id,
    .title = source->dataset->title,
    .file_name = source->file_name,
    .sha256 = source->sha256,
    .publisher = source->dataset->publisher,
    .licence = source->dataset->licence,
    .page = source->dataset->page,
    .published = source->published,
    .imported = source->imported,
    .bytes = source->bytes,
  };
}

/**
 * oct_kept_sources_hash:
 * @sources: (element-type OctKeptSource): in the order in which they are folded
 *
 * Returns: (transfer full): SHA-256 in hexadecimal of what the register is a function of
 */
char *
oct_kept_sources_hash (GPtrArray *sources)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_string_append_printf (list, "octant register, fold %d\n", FOLD_VERSION);
  for (guint i = 0; i < sources->len; i++)
    {
      const OctKeptSource *source = g_ptr_array_index (sources, i);

      g_string_append_printf (list, "%d %s %s\n", source->published, source->dataset->id,
                              source->sha256);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, list->str, (gssize) list->len);
}

/* A register took its place, but the program ended before it could mark the file as accepted. */
static gboolean
accept_late (const char *folder, OctSource *registered, GError **error)
{
  const OctSourceFacts *facts = oct_source_get_facts (registered);
  g_autofree char *note = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s.source", folder,
                                           facts->sha256);
  g_autoptr (OctKeptSource) source = g_new0 (OctKeptSource, 1);

  if (g_file_test (note, G_FILE_TEST_EXISTS))
    return TRUE;

  source->sha256 = g_strdup (facts->sha256);
  source->path = g_build_filename (folder, facts->sha256, NULL);
  source->file_name = g_strdup (facts->file_name);
  source->dataset = oct_dataset_find (facts->dataset);
  source->published = facts->published;
  source->imported = facts->imported;
  source->bytes = facts->bytes;

  return source->dataset == NULL || !g_file_test (source->path, G_FILE_TEST_EXISTS)
         || oct_kept_source_accept (source, error);
}

/**
 * oct_kept_sources_tidy:
 * @data_dir: the data folder
 * @register_sources: (nullable) (element-type OctSource): what the register in place is made of; %NULL where there
 *   is one that can't be read, and then no file is removed
 * @error: return location
 *
 * Returns: %TRUE when the folder holds accepted files only
 */
gboolean
oct_kept_sources_tidy (const char *data_dir, GPtrArray *register_sources, GError **error)
{
  g_autofree char *folder = sources_folder (data_dir);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  for (guint i = 0; register_sources != NULL && i < register_sources->len; i++)
    if (!accept_late (folder, g_ptr_array_index (register_sources, i), error))
      return FALSE;

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *note = g_strconcat (path, ".source", NULL);

      if (g_str_has_suffix (name, ".part")
          || (register_sources != NULL && !g_str_has_suffix (name, ".source")
              && !g_file_test (note, G_FILE_TEST_EXISTS)))
        g_unlink (path);
    }

  return TRUE;
}
