/* Small pictures of evidence files; see the header.
 *
 * The helper gets the file as its standard input and an environment that names nothing of the
 * user's. Its answer counts only where its length is exactly what its own numbers say. A file
 * without a picture is remembered as an empty one, so that it is not tried at every start.
 */
#include "octant-config.h"

#include "oct-thumbnail.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "oct-error.h"
#include "oct-evidence-objects.h"

#define HEADER 8
#define TIMEOUT_SECONDS 12
#define HELPER "octant-thumbnail"

/**
 * oct_thumbnail_free:
 * @thumbnail: (transfer full): a picture
 */
void
oct_thumbnail_free (OctThumbnail *thumbnail)
{
  g_bytes_unref (thumbnail->pixels);
  g_free (thumbnail);
}

/* (transfer full) (nullable): the helper of this very program: named by a test, beside it where it was
 * built, or where it was installed. */
static char *
find_helper (void)
{
  const char *named = g_getenv ("OCTANT_THUMBNAIL");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *built = folder != NULL ? g_build_filename (folder, "thumbnail", HELPER, NULL)
                                          : NULL;

  if (named != NULL)
    return g_strdup (named);
  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&built);

  return g_build_filename (OCT_LIBEXEC_DIR, HELPER, NULL);
}

/* %NULL where the bytes are no picture of at most @size. */
static OctThumbnail *
parse (GBytes *answer, int size)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (answer, &length);
  guint32 header[2];
  OctThumbnail *thumbnail;

  if (length <= HEADER)
    return NULL;
  memcpy (header, bytes, sizeof header);
  header[0] = GUINT32_FROM_LE (header[0]);
  header[1] = GUINT32_FROM_LE (header[1]);
  if (header[0] < 1 || header[0] > (guint32) size || header[1] < 1 || header[1] > (guint32) size
      || length != HEADER + (gsize) header[0] * header[1] * 4)
    return NULL;
  thumbnail = g_new0 (OctThumbnail, 1);
  thumbnail->width = (int) header[0];
  thumbnail->height = (int) header[1];
  thumbnail->pixels = g_bytes_new_from_bytes (answer, HEADER, length - HEADER);

  return thumbnail;
}

/* Reads what the helper writes until it ends, the time is up, or it writes more than a picture has. */
static GByteArray *
read_answer (GInputStream *stream, gsize most, GCancellable *cancellable)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  gint64 end = g_get_monotonic_time () + TIMEOUT_SECONDS * G_USEC_PER_SEC;
  GPollFD fds[2] = { { .fd = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (stream)),
                       .events = G_IO_IN | G_IO_HUP } };
  gboolean cancels = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &fds[1]);
  gssize n = -1;

  while (answer->len <= most && !g_cancellable_is_cancelled (cancellable))
    {
      guint8 chunk[16384];
      gint64 left = (end - g_get_monotonic_time ()) / 1000;

      if (left <= 0 || (g_poll (fds, cancels ? 2 : 1, (int) left) < 0 && errno != EINTR))
        break;
      if (fds[0].revents == 0)
        continue;
      n = read (fds[0].fd, chunk, sizeof chunk);
      if (n <= 0)
        break;
      g_byte_array_append (answer, chunk, (guint) n);
    }
  if (cancels)
    g_cancellable_release_fd (cancellable);

  return n == 0 && answer->len <= most ? g_steal_pointer (&answer) : NULL;
}

static GSubprocess *
start_helper (int input, int size, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *helper = find_helper ();
  g_autofree char *pixels = g_strdup_printf ("%d", size);
  char *bare[] = { (char *) "LANG=C.UTF-8", (char *) "PATH=/usr/bin:/bin", NULL };

  g_subprocess_launcher_set_environ (launcher, bare);
  g_subprocess_launcher_set_cwd (launcher, "/");
  g_subprocess_launcher_take_stdin_fd (launcher, input);

  return g_subprocess_launcher_spawn (launcher, error, helper, pixels, NULL);
}

/* (transfer full) (nullable): %NULL without @error where the file has no picture. */
static GBytes *
run_helper (const char *path, int size, GCancellable *cancellable, GError **error)
{
  int input = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  g_autoptr (GSubprocess) helper = NULL;
  g_autoptr (GByteArray) answer = NULL;

  if (input < 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("The content of this file is missing from the data folder."));
      return NULL;
    }
  helper = start_helper (input, size, error);
  if (helper == NULL)
    return NULL;
  answer = read_answer (g_subprocess_get_stdout_pipe (helper),
                        HEADER + (gsize) size * (gsize) size * 4, cancellable);
  if (answer == NULL)
    g_subprocess_force_exit (helper);
  g_subprocess_wait (helper, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return answer != NULL && g_subprocess_get_successful (helper)
           ? g_byte_array_free_to_bytes (g_steal_pointer (&answer))
           : NULL;
}

/* (transfer full): where the picture is kept; its name begins with the object's, by which it goes with
 * it. */
static char *
cache_path (OctWorkspace *workspace, const char *object, int size)
{
  g_autofree char *folder = oct_workspace_dup_folder (workspace);
  g_autofree char *name = g_strdup_printf ("%s-%d.pixels", object, size);

  return g_build_filename (folder, OCT_THUMBNAIL_FOLDER, name, NULL);
}

/* A picture that can't be kept is made again the next time. */
static void
keep (const char *path, GBytes *answer)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length = 0;
  const char *bytes = answer != NULL ? g_bytes_get_data (answer, &length) : "";

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
}

/**
 * oct_thumbnail_make:
 * @workspace: a workspace
 * @object: the name of an object
 * @size: the longest edge in pixels, from 1 to %OCT_THUMBNAIL_MAX_SIZE
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Makes a picture of a file, or takes the one that was made before.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL without @error where there is none to be had:
 *   the file is no picture, is damaged, or asks for more than it may
 */
OctThumbnail *
oct_thumbnail_make (OctWorkspace *workspace, const char *object, int size,
                    GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;

  g_return_val_if_fail (OCT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (size >= 1 && size <= OCT_THUMBNAIL_MAX_SIZE, NULL);

  path = oct_evidence_objects_get_path (workspace, object);
  if (path == NULL)
    return NULL;
  kept = cache_path (workspace, object, size);
  if (g_file_get_contents (kept, &content, &length, NULL))
    {
      answer = g_bytes_new_take (g_steal_pointer (&content), length);
      return parse (answer, size);
    }
  answer = run_helper (path, size, cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  keep (kept, answer);

  return answer != NULL ? parse (answer, size) : NULL;
}
