/* A chart as the bytes of a file.
 *
 * The same drawing as in the window, on paper of its own with a margin. SVG and PDF keep their
 * text as text; a PNG is drawn as large as its scale asks for.
 */
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart.h"

/* Cairo's image surfaces end at 32,767 pixels. */
#define MOST_PIXELS 16000.0

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (OctChartFormat format, GByteArray *bytes, double width, double height, double scale)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case OCT_CHART_FORMAT_SVG:
      return cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
    case OCT_CHART_FORMAT_PDF:
      return cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
    case OCT_CHART_FORMAT_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                            (int) ceil (height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      return surface;
    }
}

/**
 * oct_chart_format_from_path:
 * @path: a file's name
 * @format: (out): the format its ending stands for
 *
 * Returns: whether the name ends in .png, .svg or .pdf, in either case
 */
gboolean
oct_chart_format_from_path (const char *path, OctChartFormat *format)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i]))
        {
          *format = (OctChartFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * oct_chart_render:
 * @self: a chart
 * @format: of which kind the file is to be
 * @width: width in points, margin included
 * @height: height in points
 * @scale: pixels to the point of a PNG; others ignore it
 * @theme: how it looks
 * @error: return location for a #GError: %G_IO_ERROR_INVALID_ARGUMENT for a size that can't be
 *   drawn, %G_IO_ERROR_FAILED when drawing failed
 *
 * Draws the chart with title, subtitle and source.
 *
 * Returns: (transfer full): the bytes of the file, %NULL on error
 */
GBytes *
oct_chart_render (OctChart *self, OctChartFormat format, double width, double height, double scale,
                  const OctChartTheme *theme, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (OCT_IS_CHART (self), NULL);
  g_return_val_if_fail (theme != NULL, NULL);

  if (!(width > 3 * OCT_CHART_MARGIN) || !(height > 3 * OCT_CHART_MARGIN) || !(scale > 0)
      || width * (format == OCT_CHART_FORMAT_PNG ? scale : 1) > MOST_PIXELS
      || height * (format == OCT_CHART_FORMAT_PNG ? scale : 1) > MOST_PIXELS)
    {
      g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
        _("A picture of %.0f × %.0f points can't be drawn. Choose a size between 43 and 16,000."),
        width, height);
      return NULL;
    }

  surface = create_surface (format, bytes, width, height, scale);
  cr = cairo_create (surface);
  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  cairo_translate (cr, OCT_CHART_MARGIN, OCT_CHART_MARGIN);
  oct_chart_draw (self, cr, width - 2 * OCT_CHART_MARGIN, height - 2 * OCT_CHART_MARGIN, theme);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == OCT_CHART_FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
