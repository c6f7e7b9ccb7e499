/* The first page of a PDF file on white; see the header. Where poppler was not there when the program
 * was built, a PDF file has no picture and the window shows a symbol.
 */
#include "thumbnail-pdf.h"

#ifdef OCT_HAVE_POPPLER
#include <poppler.h>
#include <string.h>

/* Cairo's pixels are whole words; on white none is transparent. */
static GdkPixbuf *
take_pixels (cairo_surface_t *surface, int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);

  cairo_surface_flush (surface);
  for (int y = 0; pixbuf != NULL && y < height; y++)
    {
      const guint8 *from = cairo_image_surface_get_data (surface)
                           + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf)
                   + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++)
        {
          guint32 pixel;

          memcpy (&pixel, from + 4 * x, 4);
          to[4 * x] = (guint8) (pixel >> 16);
          to[4 * x + 1] = (guint8) (pixel >> 8);
          to[4 * x + 2] = (guint8) pixel;
          to[4 * x + 3] = 255;
        }
    }

  return pixbuf;
}

static GdkPixbuf *
draw_page (PopplerPage *page, int size)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkPixbuf *pixbuf = NULL;
  double width;
  double height;
  int fit_width;
  int fit_height;

  poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && height >= 1 && width < 1e6 && height < 1e6))
    return NULL;
  thumbnail_fit (width, height, size, &fit_width, &fit_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, fit_width, fit_height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, fit_width / width, fit_height / height);
  poppler_page_render (page, cr);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    pixbuf = take_pixels (surface, fit_width, fit_height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixbuf;
}

GdkPixbuf *
thumbnail_load_pdf (GBytes *input, int size)
{
  PopplerDocument *document = poppler_document_new_from_bytes (input, NULL, NULL);
  PopplerPage *page = NULL;
  GdkPixbuf *pixbuf = NULL;

  if (document != NULL && poppler_document_get_n_pages (document) > 0)
    page = poppler_document_get_page (document, 0);
  if (page != NULL)
    pixbuf = draw_page (page, size);
  g_clear_object (&page);
  g_clear_object (&document);

  return pixbuf;
}
#else
GdkPixbuf *
thumbnail_load_pdf (GBytes *input, int size)
{
  return NULL;
}
#endif
