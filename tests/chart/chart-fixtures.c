/* Invented data for the tests and the gallery of charts.
 *
 * Numbers come from a generator with a fixed seed, so that every run draws the same pictures.
 */
#include "chart-fixtures.h"

#include <math.h>

static const char *const places[] = {
  "Alder Grange Primary School",
  "Birchfield Academy",
  "Coppice Road Infant School",
  "Dene Valley School",
  "Eastmoor Church of England Voluntary Aided Primary School",
  "Fallow Hill School",
  "Gorse Lane Academy",
  "Harrow Bank College",
  "Ivy House School",
  "Juniper Way Primary School",
  "Kestrel Park Academy",
  "Larkrise School",
};

static void
dress (OctChart *chart, const char *title, const char *subtitle)
{
  oct_chart_set_title (chart, title);
  oct_chart_set_subtitle (chart, subtitle);
  oct_chart_set_source (chart, "Source: invented figures, made for this picture, 21 January 2025");
}

OctMapPoint *
fixture_points (guint n, OctMapPointKind kind)
{
  static const double towns[][3] = {
    { 530000, 180000, 9000 }, { 407000, 287000, 8000 }, { 384000, 398000, 8000 },
    { 430000, 434000, 8000 }, { 425000, 565000, 6000 }, { 358000, 173000, 5000 },
    { 335000, 390000, 5000 }, { 458000, 305000, 5000 },
  };
  OctMapPoint *points = g_new0 (OctMapPoint, MAX (n, 1));
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < n; i++)
    {
      do
        {
          guint town = g_rand_int_range (rand, 0, G_N_ELEMENTS (towns));
          double reach = g_rand_double (rand) < 0.6 ? towns[town][2] : 70000;

          points[i].easting = towns[town][0]
                              + (g_rand_double (rand) + g_rand_double (rand) - 1) * reach;
          points[i].northing = towns[town][1]
                               + (g_rand_double (rand) + g_rand_double (rand) - 1) * reach;
        }
      while (oct_boundaries_find (OCT_AREA_REGION, points[i].easting, points[i].northing)
             == OCT_AREA_NONE);
      points[i].id = "100001";
      points[i].name = places[i % G_N_ELEMENTS (places)];
      points[i].detail = "Primary, 210 pupils";
      points[i].kind = kind;
      if (i % 40 == 39)
        points[i].easting = points[i].northing = 0;
    }
  return points;
}

OctChart *
fixture_bars (void)
{
  static const struct
  {
    const char *name;
    double value;
  } regions[] = {
    { "South West", 74.6 },      { "East Midlands", 71.0 },
    { "East of England", 68.9 }, { "Yorkshire and the Humber", 66.7 },
    { "North East", 64.2 },      { "West Midlands", 61.9 },
    { "South East", 58.0 },      { "London", 52.4 },
    { "North West", NAN },
  };
  OctBar bars[G_N_ELEMENTS (regions)] = { 0 };
  OctBarChart *chart = oct_bar_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    bars[i] = (OctBar) { regions[i].name,
                         regions[i].name,
                         regions[i].value,
                         i == 8 ? "Suppressed: too few schools" : NULL,
                         i == 8 ? OCT_CHART_MISSING : 62,
                         i == 1 };
  oct_bar_chart_set_bars (chart, bars, G_N_ELEMENTS (bars));
  oct_bar_chart_set_unit (chart, OCT_CHART_UNIT_PERCENT);
  oct_bar_chart_set_value_name (chart, "Pupils in academies");
  oct_bar_chart_set_item_name (chart, "Region");
  oct_bar_chart_set_comparison_name (chart, "England, as the paper gives it: 62%");
  dress (OCT_CHART (chart),
         "Three in four pupils of the South West are in academies, but only half of London’s",
         "Pupils of state-funded schools in academies and free schools, per cent");
  return OCT_CHART (chart);
}

OctChart *
fixture_many_bars (guint n)
{
  g_autofree OctBar *bars = g_new0 (OctBar, MAX (n, 1));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  OctBarChart *chart = oct_bar_chart_new ();

  for (guint i = 0; i < n; i++)
    {
      char *name = g_strdup_printf ("%s %u", places[i % G_N_ELEMENTS (places)], i + 1);

      g_ptr_array_add (names, name);
      bars[i] = (OctBar) {
        name, name, 1800 - i * (1750.0 / n), NULL, OCT_CHART_MISSING, i == n / 3
      };
    }
  oct_bar_chart_set_bars (chart, bars, n);
  dress (OCT_CHART (chart), "Pupils by school", NULL);
  return OCT_CHART (chart);
}

OctChart *
fixture_histogram (void)
{
  static const OctColumn columns[] = {
    { "1", "1", "1 school", 1012, NULL, FALSE },
    { "2", "2", "2 schools", 168, NULL, FALSE },
    { "3", "3–5", "3 to 5 schools", 341, NULL, FALSE },
    { "6", "6–9", "6 to 9 schools", 302, NULL, FALSE },
    { "10", "10–19", "10 to 19 schools", 275, NULL, TRUE },
    { "20", "20–29", "20 to 29 schools", 76, NULL, FALSE },
    { "30", "30–49", "30 to 49 schools", 41, NULL, FALSE },
    { "50", "50+", "50 schools and more", 12, NULL, FALSE },
  };
  OctHistogramChart *chart = oct_histogram_chart_new ();

  oct_histogram_chart_set_columns (chart, columns, G_N_ELEMENTS (columns));
  oct_histogram_chart_set_value_name (chart, "Trusts");
  oct_histogram_chart_set_band_name (chart, "Schools in the trust");
  oct_histogram_chart_set_highlight_name (chart, "Fen Edge Trust");
  dress (OCT_CHART (chart), "Nearly half of all trusts have a single school",
         "Trusts by number of schools");
  return OCT_CHART (chart);
}

OctChart *
fixture_years (void)
{
  OctColumn columns[24] = { 0 };
  char labels[24][8];
  OctHistogramChart *chart = oct_histogram_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_snprintf (labels[i], sizeof labels[i], "%u", 2002 + i);
      columns[i] = (OctColumn) {
        labels[i], labels[i], NULL, i < 8 ? 3 + i * 9 : 1500 - (double) ((i - 11) * (i - 11)) * 9,
        NULL,      FALSE
      };
    }
  columns[18].value = NAN;
  columns[18].missing = "Not collected";
  columns[10].value = 0;
  oct_histogram_chart_set_columns (chart, columns, G_N_ELEMENTS (columns));
  oct_histogram_chart_set_value_name (chart, "Schools that joined");
  dress (OCT_CHART (chart), "Most schools joined in 2013", "Schools joining a trust, by year");
  return OCT_CHART (chart);
}

OctChart *
fixture_lines (void)
{
  static const char *const names[] = { "Fen Edge Trust", "Harbour Learning Partnership",
                                       "Ridgeway",       "Oakham Vale Schools",
                                       "Westbourne",     "Tideway Academies" };
  static const gint32 days[] = { 20220420, 20230301, 20231120, 20240601, 20241124, 20250121 };
  OctLineChart *chart = oct_line_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OctLinePoint points[G_N_ELEMENTS (days)];

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        points[j] = (OctLinePoint) { names[i], days[j], 6 + i * 3 + j * (i == 0 ? 2.0 : i * 0.5),
                                     NULL };
      oct_line_chart_add_series (chart, names[i], points, G_N_ELEMENTS (points), i == 0);
    }
  oct_line_chart_set_value_name (chart, "Schools");
  dress (OCT_CHART (chart), "Fen Edge Trust grew faster than its neighbours",
         "Open schools at each release of the register");
  return OCT_CHART (chart);
}

OctChart *
fixture_growth (guint n_points)
{
  g_autofree OctLinePoint *points = g_new0 (OctLinePoint, MAX (n_points, 1));
  OctLineChart *chart = oct_line_chart_new ();

  for (guint i = 0; i < n_points; i++)
    points[i] = (OctLinePoint) { "id",
                                 (2016 + (gint32) (i / 12)) * 10000 + (1 + (gint32) i % 12) * 100
                                   + 1,
                                 41 + i * 0.6 + (i % 3) * 2, NULL };
  if (n_points >= 6)
    {
      points[3].value = NAN;
      points[3].missing = "Not published in 2020";
    }
  oct_line_chart_add_series (chart, NULL, points, n_points, TRUE);
  oct_line_chart_set_unit (chart, OCT_CHART_UNIT_PERCENT);
  dress (OCT_CHART (chart), "Share of pupils eligible for free school meals rises",
         "Fen Edge Trust, per cent");
  return OCT_CHART (chart);
}

OctChart *
fixture_stacked (void)
{
  static const char *const parts[] = { "Nursery", "Primary",     "Middle",  "Secondary",
                                       "16 plus", "All-through", "Special", NULL };
  static const struct
  {
    const char *name;
    double values[7];
  } trusts[] = {
    { "Fen Edge Trust", { 1, 9, 0, 3, 0, 1, 1 } },
    { "Harbour Learning Partnership", { 0, 22, 1, 8, 1, 2, 0 } },
    { "Ridgeway", { 0, 4, 3, 0, 0, 0, 0 } },
    { "Tideway Academies", { 2, 0, 0, 12, 2, 0, 5 } },
  };
  OctStackedChart *chart = oct_stacked_chart_new ();

  oct_stacked_chart_set_parts (chart, parts);
  for (guint i = 0; i < G_N_ELEMENTS (trusts); i++)
    oct_stacked_chart_add (chart, trusts[i].name, trusts[i].name, trusts[i].values);
  oct_stacked_chart_set_item_name (chart, "Trust");
  dress (OCT_CHART (chart), "Harbour is twice the size of its neighbours, and mostly primary",
         "Open schools by phase");
  return OCT_CHART (chart);
}

OctChart *
fixture_trust_map (guint n)
{
  g_autofree OctMapPoint *points = g_new0 (OctMapPoint, MAX (n, 1));
  OctMapChart *chart = oct_map_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *subject = g_strdup_printf ("%u schools of Fen Edge Trust", n);

  for (guint i = 0; i < n; i++)
    points[i] = (OctMapPoint) { 540000 + g_rand_double (rand) * 46000,
                                262000 + g_rand_double (rand) * 40000,
                                places[i % 12],
                                places[i % 12],
                                "Primary, 210 pupils",
                                i == 2       ? OCT_MAP_POINT_HIGHLIGHTED
                                : i % 4 == 3 ? OCT_MAP_POINT_OTHER
                                : i == 6     ? OCT_MAP_POINT_CLOSED
                                             : OCT_MAP_POINT_OWN };
  oct_map_chart_set_points (chart, points, n);
  oct_map_chart_set_subject (chart, subject);
  oct_map_chart_set_authorities (chart, TRUE);
  oct_map_chart_set_kind_name (chart, OCT_MAP_POINT_OWN, "Schools of the trust");
  oct_map_chart_set_kind_name (chart, OCT_MAP_POINT_OTHER, "Other schools nearby");
  oct_map_chart_set_kind_name (chart, OCT_MAP_POINT_CLOSED, "Closed");
  oct_map_chart_set_kind_name (chart, OCT_MAP_POINT_HIGHLIGHTED, "This school");
  dress (OCT_CHART (chart), "Most of the trust lies east of Cambridge", NULL);
  return OCT_CHART (chart);
}

OctChart *
fixture_country_map (guint n)
{
  g_autofree OctMapPoint *points = fixture_points (n, OCT_MAP_POINT_OTHER);
  OctMapChart *chart = oct_map_chart_new ();

  for (guint i = 0; i < n; i += 200)
    points[i].kind = OCT_MAP_POINT_OWN;
  oct_map_chart_set_points (chart, points, n);
  oct_map_chart_set_kind_name (chart, OCT_MAP_POINT_OTHER, "Schools");
  oct_map_chart_set_kind_name (chart, OCT_MAP_POINT_OWN, "Schools of the trust");
  dress (OCT_CHART (chart), "Schools of England", "Open schools; a circle stands for several");
  return OCT_CHART (chart);
}

OctChart *
fixture_shaded_map (OctAreaKind kind)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (OctMapValue));
  OctMapChart *chart = oct_map_chart_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      const OctArea *area = oct_boundaries_get_area (i);
      OctMapValue value = { area->code,
                            20
                              + 75 * (1 - (area->label_easting - 100000) / 550000)
                                  * g_rand_double_range (rand, 0.7, 1.1),
                            area->code };

      if (area->kind != kind)
        continue;
      if (i % 31 == 5)
        value.value = NAN;
      g_array_append_val (values, value);
    }
  oct_map_chart_set_values (chart, kind, (const OctMapValue *) values->data, values->len,
                            "Pupils in academies", OCT_CHART_UNIT_PERCENT);
  dress (OCT_CHART (chart), "Academies are most common in the west",
         kind == OCT_AREA_REGION ? "By region, per cent of pupils"
                                 : "By local authority, per cent of pupils");
  return OCT_CHART (chart);
}

cairo_surface_t *
fixture_draw (OctChart *chart, int width, int height, const OctChartTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  oct_colour_set (theme->paper, cr);
  cairo_paint (cr);
  oct_chart_draw (chart, cr, width, height, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

guint
fixture_count_pixels (cairo_surface_t *surface, int x, int y, int width, int height,
                      OctColour colour)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int row = MAX (y, 0); row < MIN (y + height, cairo_image_surface_get_height (surface));
       row++)
    {
      const guint32 *pixels = (const guint32 *) (const void *) (data + row * stride);

      for (int column = MAX (x, 0);
           column < MIN (x + width, cairo_image_surface_get_width (surface)); column++)
        {
          guint32 pixel = pixels[column];

          n += fabs (((pixel >> 16) & 0xff) / 255.0 - colour.red) < 0.03
               && fabs (((pixel >> 8) & 0xff) / 255.0 - colour.green) < 0.03
               && fabs ((pixel & 0xff) / 255.0 - colour.blue) < 0.03;
        }
    }
  return n;
}

void
fixture_check_walk (OctChart *chart)
{
  int first = oct_chart_walk (chart, OCT_CHART_NONE, OCT_CHART_FIRST);

  if (oct_chart_n_data (chart) == 0)
    {
      for (int step = OCT_CHART_LEFT; step <= OCT_CHART_LAST; step++)
        g_assert_cmpint (oct_chart_walk (chart, OCT_CHART_NONE, step), ==, OCT_CHART_NONE);
      return;
    }
  g_assert_cmpint (first, !=, OCT_CHART_NONE);
  for (int step = OCT_CHART_LEFT; step <= OCT_CHART_LAST; step++)
    {
      int at = first;

      for (guint i = 0; i < MIN (oct_chart_n_data (chart), 200); i++)
        {
          g_autofree char *words = NULL;

          at = oct_chart_walk (chart, at, step);
          words = oct_chart_describe_datum (chart, at);
          g_assert_nonnull (words);
        }
    }
}

void
fixture_check_table (OctChart *chart)
{
  g_autoptr (OctChartTable) table = oct_chart_table (chart);

  g_assert_cmpuint (table->rows->len, ==, oct_chart_n_data (chart));
  for (guint i = 0; i < table->rows->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (table->rows, i)), ==,
                      g_strv_length (table->header));
}
