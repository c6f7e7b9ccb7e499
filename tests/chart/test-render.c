/* Every chart in every theme as PNG, SVG and PDF; themes that can be read; words that give way. */
#include <string.h>

#include "chart-fixtures.h"
#include "oct-chart-text.h"

static OctChart *(*const makers[]) (void) = { fixture_bars, fixture_histogram, fixture_years,
                                              fixture_lines, fixture_stacked };

static void
assert_rendered (OctChart *chart, OctThemeKind kind)
{
  static const char *const beginnings[] = { "\x89PNG", "<?xml", "%PDF" };
  OctChartTheme theme;

  oct_chart_theme_init (&theme, kind, 1, NULL);
  for (int format = OCT_CHART_FORMAT_PNG; format <= OCT_CHART_FORMAT_PDF; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = oct_chart_render (chart, format, 500, 360, 1, &theme, &error);
      gsize size;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      g_assert_cmpuint (size, >, 1000);
      g_assert_cmpint (memcmp (data, beginnings[format], 4), ==, 0);
      if (format == OCT_CHART_FORMAT_PDF)
        g_assert_nonnull (g_strrstr_len (data + size - 16, 16, "%%EOF"));
      if (format == OCT_CHART_FORMAT_SVG)
        g_assert_nonnull (g_strrstr_len (data, size, "</svg>"));
    }
}

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (OctChart) chart = makers[i]();

      for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
        assert_rendered (chart, kind);
    }
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      g_autoptr (OctChart) trust = fixture_trust_map (12);
      g_autoptr (OctChart) shaded = fixture_shaded_map (OCT_AREA_AUTHORITY);

      assert_rendered (trust, kind);
      assert_rendered (shaded, kind);
    }
}

typedef struct
{
  GBytes *bytes;
  gsize at;
} Reading;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reading *reading = closure;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (reading->bytes, &size);

  if (reading->at + length > size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes + reading->at, length);
  reading->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png_scale (void)
{
  g_autoptr (OctChart) chart = fixture_bars ();
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  OctChartTheme theme;
  Reading reading = { 0 };

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  bytes = oct_chart_render (chart, OCT_CHART_FORMAT_PNG, 400, 300, 2, &theme, NULL);
  reading.bytes = bytes;
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 800);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 600);
  g_assert_cmpuint (fixture_count_pixels (surface, 0, 0, 800, 600, theme.accent), >, 5000);
  cairo_surface_destroy (surface);
}

static void
test_impossible_sizes (void)
{
  static const double sizes[][3] = {
    { 0, 100, 1 }, { 100, -5, 1 }, { 1e9, 100, 1 }, { 10000, 10000, 8 }, { 100, 100, 0 }
  };
  g_autoptr (OctChart) chart = fixture_bars ();
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (oct_chart_render (chart, OCT_CHART_FORMAT_PNG, sizes[i][0], sizes[i][1],
                                       sizes[i][2], &theme, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
test_format_from_path (void)
{
  OctChartFormat format = OCT_CHART_FORMAT_PNG;

  g_assert_true (oct_chart_format_from_path ("a/map.pdf", &format));
  g_assert_cmpint (format, ==, OCT_CHART_FORMAT_PDF);
  g_assert_true (oct_chart_format_from_path ("MAP.SVG", &format));
  g_assert_cmpint (format, ==, OCT_CHART_FORMAT_SVG);
  g_assert_false (oct_chart_format_from_path ("map.jpg", &format));
  g_assert_false (oct_chart_format_from_path ("png", &format));
}

/* Text needs 4.5 to 1 on its ground, what is drawn 3 to 1, after WCAG 2.1. */
static void
test_contrast (void)
{
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      OctChartTheme theme;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      g_assert_cmpfloat (oct_colour_contrast (theme.ink, theme.paper), >=, 7);
      g_assert_cmpfloat (oct_colour_contrast (theme.ink, theme.land), >=, 7);
      g_assert_cmpfloat (oct_colour_contrast (theme.ink_soft, theme.paper), >=, 4.5);
      g_assert_cmpfloat (oct_colour_contrast (theme.ink_soft, theme.land), >=, 4.5);
      g_assert_cmpfloat (oct_colour_contrast (theme.ink, theme.accent_soft), >=, 4.5);
      g_assert_cmpfloat (oct_colour_contrast (theme.accent, theme.paper), >=, 4.5);
      g_assert_cmpfloat (oct_colour_contrast (theme.other, theme.paper), >=, 3);
      g_assert_cmpfloat (oct_colour_contrast (theme.warn, theme.paper), >=, 4.5);
      g_assert_cmpfloat (oct_colour_contrast (theme.focus, theme.paper), >=, 3);
      for (guint element = 1; element <= 8; element++)
        g_assert_cmpfloat (
          oct_colour_contrast (oct_chart_theme_element (&theme, element), theme.paper), >=, 3);
      for (guint step = 0; step < 7; step++)
        {
          OctColour ground = oct_chart_theme_step (&theme, step, 7);

          g_assert_cmpfloat (oct_colour_contrast (oct_chart_theme_ink_on (&theme, ground), ground),
                             >=, 4.5);
        }
      for (guint series = 0; series < 8; series++)
        {
          OctColour ground = oct_chart_theme_series (&theme, series);

          g_assert_cmpfloat (oct_colour_contrast (oct_chart_theme_ink_on (&theme, ground), ground),
                             >=, 4.5);
        }
    }
}

/* Steps of shading go from pale to strong without turning back. */
static void
test_steps_in_order (void)
{
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      OctChartTheme theme;
      double last = 0;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      for (guint step = 0; step < 7; step++)
        {
          double contrast = oct_colour_contrast (oct_chart_theme_step (&theme, step, 7),
                                                 theme.paper);

          g_assert_cmpfloat (contrast, >, last * 1.05);
          last = contrast;
        }
    }
}

static void
test_words_give_way (void)
{
  g_autoptr (OctChart) chart = fixture_bars ();
  cairo_rectangle_t tall, low, tiny;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_chart_get_plot (chart, 600, 500, &theme, &tall);
  oct_chart_get_plot (chart, 600, 150, &theme, &low);
  oct_chart_get_plot (chart, 600, 60, &theme, &tiny);
  g_assert_cmpfloat (tall.y, >, 30);
  g_assert_cmpfloat (tall.y + tall.height, <, 490);
  g_assert_cmpfloat (low.y, <, tall.y);
  g_assert_cmpfloat (low.height, >=, 90);
  g_assert_cmpfloat (tiny.y, ==, 0);
  g_assert_cmpfloat (tiny.height, ==, 60);
}

static void
test_text_scale (void)
{
  g_autoptr (OctChart) chart = fixture_bars ();
  OctChartTheme normal, large;

  oct_chart_theme_init (&normal, OCT_THEME_LIGHT, 1, NULL);
  oct_chart_theme_init (&large, OCT_THEME_LIGHT, 2, NULL);
  g_assert_cmpfloat (oct_chart_natural_height (chart, 700, &large), >,
                     1.7 * oct_chart_natural_height (chart, 700, &normal));
}

static void
test_labels_never_touch (void)
{
  g_autoptr (OctLabelSpace) space = oct_label_space_new (100, 100);

  g_assert_true (oct_label_space_take (space, 10, 10, 30, 10));
  g_assert_false (oct_label_space_take (space, 35, 15, 30, 10));
  g_assert_true (oct_label_space_take (space, 40, 10, 30, 10));
  g_assert_false (oct_label_space_take (space, 90, 50, 30, 10));
  g_assert_false (oct_label_space_take (space, -1, 50, 10, 10));
}

static void
test_values (void)
{
  static const struct
  {
    double value;
    OctChartUnit unit;
    const char *text;
  } cases[] = {
    { 0, OCT_CHART_UNIT_COUNT, "0" },           { 12, OCT_CHART_UNIT_COUNT, "12" },
    { 62.04, OCT_CHART_UNIT_PERCENT, "62.0%" }, { 100, OCT_CHART_UNIT_PERCENT, "100.0%" },
    { 0.2, OCT_CHART_UNIT_NUMBER, "0.2" },      { -0.25, OCT_CHART_UNIT_NUMBER, "−0.25" },
    { 7, OCT_CHART_UNIT_NUMBER, "7" },          { OCT_CHART_MISSING, OCT_CHART_UNIT_COUNT, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = oct_chart_value_to_text (cases[i].value, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpfloat (oct_chart_nice_step (75, 5, OCT_CHART_UNIT_PERCENT), ==, 20);
  g_assert_cmpfloat (oct_chart_nice_step (3, 6, OCT_CHART_UNIT_COUNT), ==, 1);
  g_assert_cmpfloat (oct_chart_nice_step (1012, 5, OCT_CHART_UNIT_COUNT), ==, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/render/formats", test_formats);
  g_test_add_func ("/chart/render/png-scale", test_png_scale);
  g_test_add_func ("/chart/render/impossible-sizes", test_impossible_sizes);
  g_test_add_func ("/chart/render/format-from-path", test_format_from_path);
  g_test_add_func ("/chart/theme/contrast", test_contrast);
  g_test_add_func ("/chart/theme/steps-in-order", test_steps_in_order);
  g_test_add_func ("/chart/base/words-give-way", test_words_give_way);
  g_test_add_func ("/chart/base/text-scale", test_text_scale);
  g_test_add_func ("/chart/base/labels-never-touch", test_labels_never_touch);
  g_test_add_func ("/chart/base/values", test_values);

  return g_test_run ();
}
