/* Reference pictures.
 *
 * A picture that differs is written beside the tests, with the differing pixels marked, so that it
 * can be looked at. Pictures are drawn with a margin, as those that people save.
 */
#include "reference.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARGIN 16
/* A channel may differ by so much, of 255, before its pixel counts; so many pixels of a thousand. */
#define CLOSE_ENOUGH 24
#define MAY_DIFFER 2
/* Elsewhere: parts of the picture, how far their mean colour may be off, how many of a hundred. */
#define PARTS 12
#define PART_CLOSE_ENOUGH 36
#define PARTS_MAY_DIFFER 8

static gboolean fonts_pinned;

static gboolean
is_debian_12 (void)
{
  g_autofree char *id = g_get_os_info (G_OS_INFO_KEY_ID);
  g_autofree char *version = g_get_os_info (G_OS_INFO_KEY_VERSION_ID);

  return g_strcmp0 (id, "debian") == 0 && g_strcmp0 (version, "12") == 0;
}

void
oct_reference_init (void)
{
  static const char *const folders[] = { "/usr/share/fonts/opentype/cantarell",
                                         "/usr/share/fonts/truetype/dejavu" };
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "fonts", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      if (!g_file_test (folders[i], G_FILE_TEST_IS_DIR))
        return;
    }
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  text = g_strdup_printf ("<?xml version=\"1.0\"?>\n"
                          "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
                          "<fontconfig><dir>%s</dir><dir>%s</dir><cachedir>%s</cachedir>"
                          "</fontconfig>\n",
                          folders[0], folders[1], folder);
  path = g_build_filename (folder, "fonts.conf", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  fonts_pinned = TRUE;
}

static cairo_surface_t *
draw (OctChart *chart, int width, int height, const OctChartTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  oct_chart_draw (chart, cr, width - 2 * MARGIN, height - 2 * MARGIN, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32 *
row (cairo_surface_t *surface, int y)
{
  return (guint32 *) (void *) (cairo_image_surface_get_data (surface)
                               + y * cairo_image_surface_get_stride (surface));
}

static int
channel (guint32 pixel, int which)
{
  return (pixel >> (8 * which)) & 0xff;
}

static gboolean
pixels_differ (guint32 one, guint32 two)
{
  for (int i = 0; i < 3; i++)
    {
      if (abs (channel (one, i) - channel (two, i)) > CLOSE_ENOUGH)
        return TRUE;
    }
  return FALSE;
}

/* Counts pixels that differ, and marks them in @mark. */
static guint
compare_pixels (cairo_surface_t *one, cairo_surface_t *two, cairo_surface_t *mark, int width,
                int height)
{
  guint n = 0;

  cairo_surface_flush (mark);
  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          gboolean differ = pixels_differ (row (one, y)[x], row (two, y)[x]);

          row (mark, y)[x] = differ ? 0xffff0000 : 0xff000000 | (row (two, y)[x] & 0xfcfcfc) >> 2;
          n += differ;
        }
    }
  cairo_surface_mark_dirty (mark);
  return n;
}

static void
part_mean (cairo_surface_t *surface, int width, int height, int part, double mean[3])
{
  int x0 = part % PARTS * width / PARTS, x1 = (part % PARTS + 1) * width / PARTS;
  int y0 = part / PARTS * height / PARTS, y1 = (part / PARTS + 1) * height / PARTS;

  mean[0] = mean[1] = mean[2] = 0;
  for (int y = y0; y < y1; y++)
    {
      for (int x = x0; x < x1; x++)
        {
          for (int i = 0; i < 3; i++)
            mean[i] += channel (row (surface, y)[x], i);
        }
    }
  for (int i = 0; i < 3; i++)
    mean[i] /= (double) (x1 - x0) * (y1 - y0);
}

/* How many of the picture's parts have another mean colour. */
static guint
compare_parts (cairo_surface_t *one, cairo_surface_t *two, int width, int height)
{
  guint n = 0;

  for (int part = 0; part < PARTS * PARTS; part++)
    {
      double a[3], b[3];

      part_mean (one, width, height, part, a);
      part_mean (two, width, height, part, b);
      n += fabs (a[0] - b[0]) > PART_CLOSE_ENOUGH || fabs (a[1] - b[1]) > PART_CLOSE_ENOUGH
           || fabs (a[2] - b[2]) > PART_CLOSE_ENOUGH;
    }
  return n;
}

static void
compare (cairo_surface_t *drawn, cairo_surface_t *kept, const char *name, int width, int height)
{
  guint n, most;

  g_assert_cmpint (cairo_image_surface_get_width (kept), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (kept), ==, height);
  if (is_debian_12 () && fonts_pinned)
    {
      cairo_surface_t *mark = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

      most = (guint) width * height * MAY_DIFFER / 1000;
      n = compare_pixels (kept, drawn, mark, width, height);
      if (n > most)
        {
          g_autofree char *is = g_strdup_printf ("%s/%s.is.png", g_getenv ("G_TEST_BUILDDIR"),
                                                 name);
          g_autofree char *differs = g_strdup_printf ("%s/%s.differs.png",
                                                      g_getenv ("G_TEST_BUILDDIR"), name);

          cairo_surface_write_to_png (drawn, is);
          cairo_surface_write_to_png (mark, differs);
          g_test_message ("%s differs in %u pixels, %u are allowed. Look at %s; where it is meant, "
                          "run again with OCT_REFERENCE=write.",
                          name, n, most, is);
        }
      cairo_surface_destroy (mark);
    }
  else
    {
      most = PARTS * PARTS * PARTS_MAY_DIFFER / 100;
      n = compare_parts (kept, drawn, width, height);
    }
  g_assert_cmpuint (n, <=, most);
}

void
oct_reference_check (OctChart *chart, const char *name, int width, int height, OctThemeKind kind,
                     double text_scale)
{
  g_autofree char *path = g_strdup_printf ("%s/chart/reference/%s.png", g_getenv ("G_TEST_SRCDIR"),
                                           name);
  cairo_surface_t *drawn, *kept;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, kind, text_scale, NULL);
  drawn = draw (chart, width, height, &theme);
  if (g_strcmp0 (g_getenv ("OCT_REFERENCE"), "write") == 0)
    {
      g_assert_true (is_debian_12 () && fonts_pinned);
      g_assert_cmpint (cairo_surface_write_to_png (drawn, path), ==, CAIRO_STATUS_SUCCESS);
    }
  kept = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (kept), ==, CAIRO_STATUS_SUCCESS);
  compare (drawn, kept, name, width, height);
  cairo_surface_destroy (kept);
  cairo_surface_destroy (drawn);
}
