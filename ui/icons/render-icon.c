/* Renders an icon's drawing into a picture while the program is built.
 *
 *   render-icon SIZE DRAWING PICTURE
 *
 * A picture costs the program nothing to show, where a drawing first needs a whole renderer loaded:
 * what the first page shows is therefore rendered here. The drawing of a symbolic icon, whose name ends
 * in "-symbolic.svg", becomes what GTK calls an encoded symbolic icon: its opacity says where the
 * colour of the text goes, and its red, green and blue where the colours for success, warning and error
 * would go, which these icons don't use.
 */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>

/* Leaves nothing but the opacity. */
static void
take_out_colour (GdkPixbuf *picture)
{
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);
  int stride = gdk_pixbuf_get_rowstride (picture);
  int channels = gdk_pixbuf_get_n_channels (picture);

  for (int y = 0; y < gdk_pixbuf_get_height (picture); y++)
    {
      for (int x = 0; x < gdk_pixbuf_get_width (picture); x++)
        {
          guint8 *pixel = pixels + y * stride + x * channels;

          pixel[0] = pixel[1] = pixel[2] = 0;
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GError) error = NULL;
  int size;

  if (argc != 4 || (size = atoi (argv[1])) <= 0)
    {
      g_printerr ("Use: render-icon SIZE DRAWING PICTURE\n");
      return EXIT_FAILURE;
    }

  picture = gdk_pixbuf_new_from_file_at_size (argv[2], size, size, &error);
  if (picture != NULL && !gdk_pixbuf_get_has_alpha (picture))
    g_set_error (&error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_FAILED, "no transparent background");
  if (error == NULL && g_str_has_suffix (argv[2], "-symbolic.svg"))
    take_out_colour (picture);
  if (error != NULL || !gdk_pixbuf_save (picture, argv[3], "png", &error, NULL))
    {
      g_printerr ("%s: %s\n", argv[2], error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
