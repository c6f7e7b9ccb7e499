/* What must hold for every chart. */
#include "chart-checks.h"

#include <string.h>

#include "chart-fixtures.h"

#define MARGIN 40

typedef struct
{
  int left, right, top, bottom;
  gboolean found;
} Extent;

static void
check_frame (OctChart *chart, int width, int height, const OctChartTheme *theme, int datum,
             const Extent *extent)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  oct_chart_draw_overlay (chart, cr, width, height, theme, datum, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpuint (fixture_count_pixels (surface, extent->left - 12, extent->top - 16,
                                          extent->right - extent->left + 24,
                                          extent->bottom - extent->top + 32, theme->focus),
                    >, 10);
  cairo_surface_destroy (surface);
}

void
check_hits (OctChart *chart, int width, int height, const OctChartTheme *theme)
{
  guint n = oct_chart_n_data (chart);
  g_autofree Extent *extents = g_new0 (Extent, MAX (n, 1));

  for (int y = 0; y < height; y += 3)
    {
      for (int x = 0; x < width; x += 5)
        {
          int datum = oct_chart_hit (chart, width, height, theme, x, y);

          if (datum == OCT_CHART_NONE)
            continue;
          g_assert_cmpint (datum, >=, 0);
          g_assert_cmpint (datum, <, n);
          if (!extents[datum].found)
            extents[datum] = (Extent) { x, x, y, y, TRUE };
          extents[datum].left = MIN (extents[datum].left, x);
          extents[datum].right = MAX (extents[datum].right, x);
          extents[datum].bottom = y;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("datum %u", i);
      g_assert_true (extents[i].found);
      g_assert_cmpint (oct_chart_hit (chart, width, height, theme,
                                      (extents[i].left + extents[i].right) / 2.0,
                                      (extents[i].top + extents[i].bottom) / 2.0),
                       ==, i);
      check_frame (chart, width, height, theme, i, &extents[i]);
    }
}

void
check_inside (OctChart *chart, int width, int height, double text_scale)
{
  OctChartTheme theme;
  cairo_surface_t *surface;
  cairo_t *cr;
  int whole_width = width + 2 * MARGIN, whole_height = height + 2 * MARGIN, clear = MARGIN - 4;
  guint paper = 0;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, text_scale, NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, whole_width, whole_height);
  cr = cairo_create (surface);
  oct_colour_set (theme.paper, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  oct_chart_draw (chart, cr, width, height, &theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  paper += fixture_count_pixels (surface, 0, 0, whole_width, clear, theme.paper);
  paper += fixture_count_pixels (surface, 0, whole_height - clear, whole_width, clear, theme.paper);
  paper += fixture_count_pixels (surface, 0, clear, clear, whole_height - 2 * clear, theme.paper);
  paper += fixture_count_pixels (surface, whole_width - clear, clear, clear,
                                 whole_height - 2 * clear, theme.paper);
  g_test_message ("%d × %d, type × %.1f", width, height, text_scale);
  g_assert_cmpuint (paper, ==, 2 * clear * whole_width + 2 * clear * (whole_height - 2 * clear));
  cairo_surface_destroy (surface);
}

void
check_odd (OctChart *chart)
{
  static const int sizes[][2] = {
    { 1, 1 }, { 30, 20 }, { 360, 200 }, { 200, 900 }, { 1920, 1080 }
  };
  g_autofree char *words = oct_chart_describe (chart);
  OctChartTheme theme;

  g_assert_nonnull (words);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      oct_chart_theme_init (&theme, i % (OCT_THEME_PRINT + 1), i % 2 == 0 ? 1 : 2, NULL);
      cairo_surface_destroy (fixture_draw (chart, sizes[i][0], sizes[i][1], &theme));
      oct_chart_hit (chart, sizes[i][0], sizes[i][1], &theme, sizes[i][0] / 2.0, sizes[i][1] / 2.0);
      g_assert_cmpfloat (oct_chart_natural_height (chart, sizes[i][0], &theme), >, 0);
    }
  g_assert_null (oct_chart_describe_datum (chart, oct_chart_n_data (chart)));
  g_assert_null (oct_chart_datum_id (chart, oct_chart_n_data (chart)));
  fixture_check_walk (chart);
  fixture_check_table (chart);
}

void
check_says (OctChart *chart, const char *words)
{
  g_autofree char *description = oct_chart_describe (chart);

  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, words));
}

void
check_table_row (OctChart *chart, guint row, const char *cells)
{
  g_autoptr (OctChartTable) table = oct_chart_table (chart);
  g_autofree char *joined = NULL;

  g_assert_cmpuint (row, <, table->rows->len);
  joined = g_strjoinv ("|", g_ptr_array_index (table->rows, row));
  g_assert_cmpstr (joined, ==, cells);
}
