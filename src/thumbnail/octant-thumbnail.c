/* A small picture of a file that may be hostile, made in a process that can do nothing else.
 *
 * Usage: octant-thumbnail SIZE < FILE > PIXELS. Before it looks at a byte it gives up the network,
 * writing, starting programs, and most memory and time. What it writes is not a picture format,
 * which the program would have to decode again, but two numbers of four bytes each (width and
 * height, little endian, at most SIZE) and then width × height × 4 bytes: red, green, blue, alpha.
 * A file that is no picture, or too much for the limits, gives nothing and a status that isn't 0.
 */
#define _GNU_SOURCE
#include "octant-config.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif

#include "thumbnail-pdf.h"

#define MAX_SIZE 1024
#define MAX_INPUT_BYTES (50 * 1000 * 1000)
#define MAX_PIXELS (60 * 1000 * 1000)
#define MEMORY ((rlim_t) 768 * 1024 * 1024)
#define CPU_SECONDS 3
#define WALL_SECONDS 10
#define CHUNK 65536

/* A sanitiser takes more address space than any file may, so it is let have it. */
#if defined __SANITIZE_ADDRESS__
#define WATCHED TRUE
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define WATCHED TRUE
#endif
#endif
#ifndef WATCHED
#define WATCHED FALSE
#endif

static gboolean
limit (int resource, rlim_t most)
{
  struct rlimit limits = { .rlim_cur = most, .rlim_max = most };

  return setrlimit (resource, &limits) == 0;
}

/* No file can be written, made, renamed or removed from here on; what is open stays open. An older
 * kernel can't do it, and the other limits hold. */
static void
forbid_writing (void)
{
#if defined LANDLOCK_ACCESS_FS_WRITE_FILE && defined SYS_landlock_create_ruleset
  struct landlock_ruleset_attr attributes = {
    .handled_access_fs = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE
                         | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE
                         | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
                         | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK
                         | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK
                         | LANDLOCK_ACCESS_FS_MAKE_SYM
  };
  int rules = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);

  if (rules >= 0)
    {
      syscall (SYS_landlock_restrict_self, rules, 0);
      close (rules);
    }
#endif
}

/* The network goes with a namespace of its own where the system lets everybody have one. */
static gboolean
confine (void)
{
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0
      || !limit (RLIMIT_CORE, 0) || !limit (RLIMIT_CPU, CPU_SECONDS)
      || (!WATCHED && !limit (RLIMIT_AS, MEMORY)) || !limit (RLIMIT_FSIZE, 0)
      || !limit (RLIMIT_NOFILE, 64))
    return FALSE;
  if (unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
    unshare (CLONE_NEWNET);
  forbid_writing ();
  alarm (WALL_SECONDS);

  return limit (RLIMIT_NPROC, 0);
}

static GBytes *
read_input (void)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  guint8 chunk[CHUNK];
  ssize_t n;

  while ((n = read (STDIN_FILENO, chunk, sizeof chunk)) > 0 || (n < 0 && errno == EINTR))
    {
      if (n < 0)
        continue;
      if (input->len + n > MAX_INPUT_BYTES)
        return NULL;
      g_byte_array_append (input, chunk, (guint) n);
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&input)) : NULL;
}

void
thumbnail_fit (double width, double height, int size, int *fit_width, int *fit_height)
{
  double scale = MIN (1.0, size / MAX (width, height));

  *fit_width = CLAMP ((int) (width * scale + 0.5), 1, size);
  *fit_height = CLAMP ((int) (height * scale + 0.5), 1, size);
}

typedef struct
{
  int size;
  gboolean refused;
} Picture;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, Picture *picture)
{
  int fit_width;
  int fit_height;

  if (width <= 0 || height <= 0 || (gint64) width * height > MAX_PIXELS)
    {
      picture->refused = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
      return;
    }
  thumbnail_fit (width, height, picture->size, &fit_width, &fit_height);
  gdk_pixbuf_loader_set_size (loader, fit_width, fit_height);
}

/* A picture is fed in pieces, so that one that is too large is refused before it is decoded. */
static GdkPixbuf *
load_picture (GBytes *input, int size)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Picture picture = { .size = size };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (input, &length);
  gboolean good = TRUE;
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &picture);
  for (gsize at = 0; good && !picture.refused && at < length; at += CHUNK / 16)
    good = gdk_pixbuf_loader_write (loader, bytes + at, MIN (CHUNK / 16, length - at), NULL);
  good = gdk_pixbuf_loader_close (loader, NULL) && good && !picture.refused;
  pixbuf = good ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;

  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

static GdkPixbuf *
load (GBytes *input, int size)
{
  gsize length;
  const char *bytes = g_bytes_get_data (input, &length);

  if (length > 5 && memcmp (bytes, "%PDF-", 5) == 0)
    return thumbnail_load_pdf (input, size);

  return load_picture (input, size);
}

static gboolean
write_all (const void *data, gsize length)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      ssize_t n = write (STDOUT_FILENO, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      bytes += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
write_pixels (GdkPixbuf *loaded, int size)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_add_alpha (loaded, FALSE, 0, 0, 0);
  guint32 header[2];
  int height;

  if (pixbuf == NULL || gdk_pixbuf_get_width (pixbuf) > size
      || gdk_pixbuf_get_height (pixbuf) > size)
    return FALSE;
  height = gdk_pixbuf_get_height (pixbuf);
  header[0] = GUINT32_TO_LE ((guint32) gdk_pixbuf_get_width (pixbuf));
  header[1] = GUINT32_TO_LE ((guint32) height);
  if (!write_all (header, sizeof header))
    return FALSE;
  for (int y = 0; y < height; y++)
    if (!write_all (gdk_pixbuf_read_pixels (pixbuf)
                      + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf),
                    (gsize) gdk_pixbuf_get_width (pixbuf) * 4))
      return FALSE;

  return TRUE;
}

int
main (int argc, char **argv)
{
  int size = argc == 2 ? atoi (argv[1]) : 0;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (size < 1 || size > MAX_SIZE || !confine ())
    return EXIT_FAILURE;
  input = read_input ();
  pixbuf = input != NULL ? load (input, size) : NULL;

  /* The process has done what it is for, and nothing is left to be put away. */
  _exit (pixbuf != NULL && write_pixels (pixbuf, size) ? EXIT_SUCCESS : EXIT_FAILURE);
}
