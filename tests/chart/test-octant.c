/* The octant and the small octants: findings, table, hit, walk, dots that don't overlap, odd data. */
#include <math.h>
#include <string.h>

#include "chart-fixtures.h"
#include "oct-octant-private.h"
#include "octant-fixtures.h"
#include "stage-fixtures.h"

/* Asserts that a text contains another one. */
#define assert_says(text, part) g_assert_nonnull (strstr ((text), (part)))

static const struct
{
  double width, height, scale;
} sizes[] = {
  { 1920, 1080, 1.8 }, { 1600, 900, 1 }, { 1024, 768, 1 }, { 760, 540, 1 },   { 360, 640, 1 },
  { 1024, 768, 2 },    { 360, 900, 2 },  { 900, 320, 1 },  { 240, 240, 1.5 }, { 120, 60, 1 },
};

/* The layout of the picture and where its plot begins. */
static const OctOctantLayout *
get_layout (OctChart *chart, double width, double height, const OctChartTheme *theme,
            cairo_rectangle_t *plot)
{
  oct_chart_get_plot (chart, width, height, theme, plot);
  return oct_octant_get_layout (OCT_OCTANT_CHART (chart), plot->width, plot->height, theme);
}

static void
test_findings (void)
{
  g_autoptr (OctChart) chart = fixture_octant (23);
  g_autofree char *title = oct_octant_chart_suggest_title (OCT_OCTANT_CHART (chart));
  g_autofree char *text = oct_chart_describe (chart);

  g_assert_cmpstr (title, ==, "Three elements moved up since spring 2026; Resilience went back");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, title);
  assert_says (text, "Octant of 8 elements, summer 2026.");
  assert_says (text, title);
  assert_says (text,
               "Moved up: Improvement (Developing to Embedded), Professional growth (Embedded "
               "to Sustained and shared), Solidarity (Not yet to Beginning).");
  assert_says (text, "Went back: Resilience (Embedded to Developing).");
  assert_says (text, "Not judged: Civic duty.");
  assert_says (text, "Short of the target: All our children (Developing, target Embedded), "
                     "Improvement (Embedded, target Sustained and shared)");
  assert_says (text, "Low confidence: Resilience, Solidarity.");
  assert_says (text, "Own view differs: Resilience (Developing, own view Embedded)");
  assert_says (text, "Larkrise School: All our children Not yet, Improvement Developing");
  /* Elements that schools don't judge are not said of one. */
  g_assert_null (strstr (strstr (text, "Larkrise School:"), "Resilience"));
  oct_chart_set_title (chart, "Our own words");
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "Our own words");
}

static char *
title_of (const int *stages, const int *previous)
{
  g_autoptr (OctOctantChart) chart = oct_octant_chart_new ();

  oct_octant_chart_set_stages (chart, fixture_stage_names);
  oct_octant_chart_set_view_names (chart, "summer", previous != NULL ? "spring" : NULL);
  for (guint i = 0; i < 8; i++)
    {
      OctOctantSector sector = { NULL,      i + 1, fixture_element_names[i],
                                 stages[i], -1,    previous != NULL ? previous[i] : -1,
                                 -1 };

      oct_octant_chart_add_sector (chart, &sector);
    }
  return oct_octant_chart_suggest_title (chart);
}

static void
assert_title (const int *stages, const int *previous, const char *expected)
{
  g_autofree char *title = title_of (stages, previous);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_titles (void)
{
  const int mixed[8] = { 0, 1, 2, 3, 4, 3, 2, 1 }, none[8] = { -1, -1, -1, -1, -1, -1, -1, -1 };
  const int equal[8] = { 1, 1, 1, 1, 1, 1, 1, 1 }, some[8] = { 1, 1, -1, 1, 1, 1, 1, 1 };
  const int one_up[8] = { 1, 1, 2, 3, 4, 3, 2, 1 }, two_up[8] = { 1, 2, 2, 3, 4, 3, 2, 1 };
  const int later[8] = { 1, 2, 3, 4, 4, 4, 3, 2 };

  assert_title (none, NULL, "No element is judged yet");
  assert_title (equal, NULL, "Every element is at Beginning");
  assert_title (some, NULL, "Every element that is judged is at Beginning");
  assert_title (mixed, NULL, "3 of 8 elements at Embedded or beyond");
  assert_title (mixed, mixed,
                "No element has moved since spring: 3 of 8 elements at Embedded or beyond");
  assert_title (one_up, mixed, "All our children moved up since spring");
  assert_title (mixed, one_up, "All our children went back since spring");
  assert_title (two_up, mixed, "All our children and Improvement moved up since spring");
  assert_title (later, mixed, "Seven elements moved up since spring");
  assert_title (mixed, later, "Seven elements went back since spring");
  /* What was not judged before has not moved. */
  assert_title (mixed, none, "3 of 8 elements at Embedded or beyond");
}

static void
test_table (void)
{
  g_autoptr (OctChart) chart = fixture_octant (23);
  OctOctantChart *self = OCT_OCTANT_CHART (chart);
  g_autoptr (OctChartTable) table = oct_chart_table (chart);
  const char *const *resilience = g_ptr_array_index (table->rows, 2);

  g_assert_cmpuint (table->rows->len, ==, 8);
  g_assert_cmpuint (g_strv_length (table->header), ==, 11);
  g_assert_cmpstr (table->header[3], ==, "spring 2026");
  g_assert_cmpstr (resilience[0], ==, "Resilience");
  g_assert_cmpstr (resilience[1], ==, "Developing");
  g_assert_cmpstr (resilience[2], ==, "Embedded");
  g_assert_cmpstr (resilience[3], ==, "Embedded");
  g_assert_cmpstr (resilience[4], ==, "Embedded");
  g_assert_cmpstr (resilience[5], ==, "Low");
  g_assert_cmpstr (resilience[6], ==, "");
  for (guint i = 0; i < 8; i++)
    {
      const char *const *row = g_ptr_array_index (table->rows, i);

      g_assert_cmpuint (g_strv_length ((char **) row), ==, 11);
      for (guint stage = 0; stage < 5 && i != 2 && i != 7; stage++)
        {
          guint n = 0;

          for (guint school = 0; school < 23; school++)
            n += oct_octant_school (self, school)->stages[i] == (int) stage;
          g_assert_cmpuint (g_ascii_strtoull (row[6 + stage], NULL, 10), ==, n);
        }
    }
}

static void
test_hit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (OctChart) chart = fixture_octant (0);
      OctChartTheme theme;
      cairo_rectangle_t plot;
      const OctOctantLayout *layout;

      oct_chart_theme_init (&theme, OCT_THEME_LIGHT, sizes[i].scale, NULL);
      layout = get_layout (chart, sizes[i].width, sizes[i].height, &theme, &plot);
      for (guint sector = 0; sector < 8; sector++)
        {
          double angle = sector * G_PI / 4;
          double middle = (layout->wheel.radii[0] + layout->wheel.radii[5]) / 2;
          double x = plot.x + layout->wheel.x + middle * sin (angle);
          double y = plot.y + layout->wheel.y - middle * cos (angle);

          g_assert_cmpint (oct_chart_hit (chart, sizes[i].width, sizes[i].height, &theme, x, y), ==,
                           sector);
          g_assert_cmpint (oct_chart_datum_id (chart, sector)[1], ==, '1' + sector);
        }
      g_assert_cmpint (oct_chart_hit (chart, sizes[i].width, sizes[i].height, &theme,
                                      plot.x + layout->wheel.x, plot.y + layout->wheel.y),
                       ==, OCT_CHART_NONE);
    }
}

/* Every school that is judged is a dot in the ring of its stage, or counted in that ring. */
static void
assert_dots (OctChart *chart, double width, double height, double scale, gboolean only_dots)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);
  guint n_dots = 0, n_judged = 0, n_piled = 0;
  const OctOctantLayout *layout;
  cairo_rectangle_t plot;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, scale, NULL);
  layout = get_layout (chart, width, height, &theme, &plot);
  for (guint i = 0; i < layout->dots->len; i++)
    {
      const OctOctantDot *dot = &g_array_index (layout->dots, OctOctantDot, i);
      int ring;

      g_assert_true (isfinite (dot->x) && isfinite (dot->y));
      g_assert_cmpint (oct_octant_wheel_at (&layout->wheel, dot->x, dot->y, &ring), ==,
                       dot->sector);
      g_assert_cmpint (ring, ==, oct_octant_school_stage (self, dot->school, dot->sector));
      for (guint j = 0; j < i; j++)
        {
          const OctOctantDot *other = &g_array_index (layout->dots, OctOctantDot, j);

          g_assert_cmpfloat (hypot (dot->x - other->x, dot->y - other->y), >=, 2 * layout->dot);
        }
      g_assert_cmpint (oct_chart_hit (chart, width, height, &theme, plot.x + dot->x,
                                      plot.y + dot->y),
                       ==, (dot->school + 1) * 8 + dot->sector);
      n_dots++;
    }
  for (guint i = 0; i < layout->piles->len; i++)
    n_piled += g_array_index (layout->piles, OctOctantPile, i).n;
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      for (guint j = 0; j < self->data.n_parts; j++)
        n_judged += oct_octant_school_stage (self, i, j) != OCT_STAGE_NOT_JUDGED;
    }
  /* A chosen school has its dot even where it is counted. */
  g_assert_cmpuint (n_dots + n_piled, >=, n_judged);
  g_assert_cmpuint (n_dots + n_piled, <=, n_judged + 6);
  if (only_dots)
    g_assert_cmpuint (n_piled, ==, 0);
}

static void
test_dots (void)
{
  static const guint numbers[] = { 1, 12, 23, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (OctChart) chart = fixture_octant (numbers[i]);
      g_autoptr (OctChart) equal = fixture_octant_equal (numbers[i]);

      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          assert_dots (chart, sizes[j].width, sizes[j].height, sizes[j].scale,
                       numbers[i] < 90 && sizes[j].height > 600);
          assert_dots (equal, sizes[j].width, sizes[j].height, sizes[j].scale,
                       numbers[i] < 90 && sizes[j].height > 600);
        }
      /* A projector has room for ninety dots in one ring. */
      assert_dots (chart, 1920, 1080, 1.8, TRUE);
      assert_dots (equal, 1920, 1080, 1.8, TRUE);
    }
}

static void
test_walk (void)
{
  g_autoptr (OctChart) chart = fixture_octant (12);
  OctOctantChart *self = OCT_OCTANT_CHART (chart);
  int at = 0, stage = 0, n = 0;

  fixture_check_walk (chart);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_cmpint (at, ==, i);
      at = oct_chart_walk (chart, at, OCT_CHART_RIGHT);
    }
  g_assert_cmpint (at, ==, 0);
  g_assert_cmpint (oct_chart_walk (chart, 0, OCT_CHART_LEFT), ==, 7);
  /* Up goes through the first sector's schools from ring to ring, and down all the way back. */
  while (oct_chart_walk (chart, at, OCT_CHART_UP) != at)
    {
      int school;

      at = oct_chart_walk (chart, at, OCT_CHART_UP);
      g_assert_cmpint (at % 8, ==, 0);
      school = at / 8 - 1;
      g_assert_cmpint (oct_octant_school_stage (self, school, 0), >=, stage);
      stage = oct_octant_school_stage (self, school, 0);
      g_assert_cmpstr (oct_chart_datum_id (chart, at), ==, oct_octant_school (self, school)->id);
      n++;
    }
  for (guint i = 0; i < self->data.schools->len; i++)
    n -= oct_octant_school_stage (self, i, 0) != OCT_STAGE_NOT_JUDGED;
  g_assert_cmpint (n, ==, 0);
  while (at >= 8)
    at = oct_chart_walk (chart, at, OCT_CHART_DOWN);
  g_assert_cmpint (at, ==, 0);
  /* A school is followed from sector to sector. */
  g_assert_cmpint (oct_chart_walk (chart, 3 * 8, OCT_CHART_RIGHT), ==, 3 * 8 + 1);
}

static void
test_datum_words (void)
{
  g_autoptr (OctChart) chart = fixture_octant (12);
  g_autofree char *resilience = oct_chart_describe_datum (chart, 2);
  g_autofree char *civic = oct_chart_describe_datum (chart, 6);
  g_autofree char *school = oct_chart_describe_datum (chart, 3 * 8 + 1);

  g_assert_cmpstr (resilience, ==,
                   "3 Resilience: Developing, down from Embedded; target Embedded; own view "
                   "Embedded; low confidence; judged by the trust alone");
  assert_says (civic, "7 Civic duty: Not judged, Beginning before; target Developing");
  assert_says (civic, "schools: ");
  assert_says (school, "Larkrise School – Improvement: Developing");
  g_assert_null (oct_chart_describe_datum (chart, 13 * 8));
}

#define AROUND 40

/* Draws in the middle of a larger surface and asserts that nothing is drawn around the picture. */
static void
assert_within (OctChart *chart, int width, int height, const OctChartTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width + 2 * AROUND,
                                                         height + 2 * AROUND);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface), least = AROUND - 3;

  cairo_translate (cr, AROUND, AROUND);
  oct_chart_draw (chart, cr, width, height, theme);
  for (int datum = 0; datum < (int) MIN (oct_chart_n_data (chart), 20); datum++)
    oct_chart_draw_overlay (chart, cr, width, height, theme, datum, TRUE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height + 2 * AROUND; y++)
    {
      for (int x = 0; x < width + 2 * AROUND; x++)
        {
          gboolean around = x < least || y < least || x >= width + 2 * AROUND - least
                            || y >= height + 2 * AROUND - least;

          if (around && data[y * stride + x] > 8)
            {
              g_test_message ("%d × %d: ink at %d, %d", width, height, x - AROUND, y - AROUND);
              g_assert_not_reached ();
            }
        }
    }
  cairo_surface_destroy (surface);
}

static void
test_within (void)
{
  static OctChart *(*const makers[]) (guint) = { fixture_octant, fixture_octant_missing,
                                                 fixture_octant_equal, fixture_octant_long,
                                                 fixture_small_octants };
  static const guint numbers[] = { 0, 1, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          g_autoptr (OctChart) chart = makers[i](numbers[j]);

          for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
            {
              OctChartTheme theme;

              oct_chart_theme_init (&theme, k % (OCT_THEME_PRINT + 1), sizes[k].scale, NULL);
              assert_within (chart, sizes[k].width, sizes[k].height, &theme);
            }
        }
    }
}

/* Not yet is drawn and not judged is not: they must never look alike. */
static void
test_not_yet (void)
{
  OctChartTheme theme;
  guint found[2];

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (int stage = -1; stage <= 0; stage++)
    {
      g_autoptr (OctOctantChart) chart = oct_octant_chart_new ();
      OctOctantSector sector = { "e", 1, "Element", stage, -1, -1, -1 };
      cairo_surface_t *surface;

      oct_octant_chart_set_stages (chart, fixture_stage_names);
      oct_octant_chart_add_sector (chart, &sector);
      sector.stage = -1;
      for (guint i = 1; i < 8; i++)
        {
          sector.number = i + 1;
          oct_octant_chart_add_sector (chart, &sector);
        }
      surface = fixture_draw (OCT_CHART (chart), 900, 700, &theme);
      found[stage + 1] = fixture_count_pixels (surface, 0, 0, 900, 700,
                                               oct_chart_theme_element (&theme, 1));
      cairo_surface_destroy (surface);
    }
  /* The badge of the label has the hue as well. */
  g_assert_cmpuint (found[1], >, found[0] + 800);
}

static void
test_odd (void)
{
  static const char *const three[] = { "One", "Two", "Three", NULL };
  g_autoptr (OctOctantChart) chart = oct_octant_chart_new ();
  OctOctantSector sector = { NULL, 3, NULL, 7, 9, -5, 3, OCT_STAGE_CONFIDENCE_HIGH, TRUE, TRUE };
  const int stages[8] = { 6, 1, -3 };
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_DARK, 1, NULL);
  g_assert_cmpuint (oct_chart_n_data (OCT_CHART (chart)), ==, 0);
  assert_within (OCT_CHART (chart), 300, 300, &theme);
  fixture_check_walk (OCT_CHART (chart));
  oct_octant_chart_set_stages (chart, three);
  oct_octant_chart_add_sector (chart, &sector);
  oct_octant_chart_add_school (chart, NULL, NULL, stages, NULL);
  oct_octant_chart_set_chosen (chart, "nobody");
  assert_within (OCT_CHART (chart), 700, 500, &theme);
  g_assert_cmpstr (oct_chart_get_title (OCT_CHART (chart)), ==, "No element is judged yet");
  oct_octant_chart_clear (chart);
  g_assert_cmpuint (oct_chart_n_data (OCT_CHART (chart)), ==, 0);
  g_assert_null (oct_chart_get_title (OCT_CHART (chart)));
}

static void
test_small (void)
{
  g_autoptr (OctChart) chart = fixture_small_octants (90);
  g_autofree char *text = oct_chart_describe (chart);
  g_autofree char *larkrise = oct_chart_describe_datum (chart, 2);
  g_autoptr (OctChartTable) table = oct_chart_table (chart);
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  g_assert_cmpstr (oct_chart_get_title (chart), ==, "Larkrise School went back in 4 of 6 elements");
  assert_says (text, "Small octants of 90 schools, summer 2026.");
  assert_says (text, "Larkrise School went back in 4 of 6 elements.");
  assert_says (text, "Not judged at all: Eastmoor");
  assert_says (larkrise, "Improvement Beginning, down from Developing");
  g_assert_null (strstr (larkrise, "Resilience"));
  fixture_check_table (chart);
  g_assert_cmpuint (g_strv_length (table->header), ==, 7);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, 2))[1], ==, "Beginning");
  fixture_check_walk (chart);
}

/* Pointing at each cell finds its school, and the arrow keys follow the grid. */
static void
test_small_grid (void)
{
  g_autoptr (OctChart) chart = fixture_small_octants (23);
  guint found = 0;
  OctChartTheme theme;
  int last = -1;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (double y = 0; y < 600; y += 5)
    {
      for (double x = 0; x < 900; x += 5)
        {
          int datum = oct_chart_hit (chart, 900, 600, &theme, x, y);

          if (datum > last)
            {
              g_assert_cmpint (datum, ==, last + 1);
              last = datum;
              found++;
            }
        }
    }
  g_assert_cmpuint (found, ==, 23);
  g_assert_cmpstr (oct_chart_datum_id (chart, 22), ==, "100023");
  g_assert_cmpint (oct_chart_walk (chart, 3, OCT_CHART_RIGHT), ==, 4);
  last = oct_chart_walk (chart, 1, OCT_CHART_DOWN);
  g_assert_cmpint (last, >, 2);
  g_assert_cmpint (oct_chart_walk (chart, last, OCT_CHART_UP), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/octant/findings", test_findings);
  g_test_add_func ("/octant/titles", test_titles);
  g_test_add_func ("/octant/table", test_table);
  g_test_add_func ("/octant/hit", test_hit);
  g_test_add_func ("/octant/dots", test_dots);
  g_test_add_func ("/octant/walk", test_walk);
  g_test_add_func ("/octant/datum-words", test_datum_words);
  g_test_add_func ("/octant/within", test_within);
  g_test_add_func ("/octant/not-yet", test_not_yet);
  g_test_add_func ("/octant/odd", test_odd);
  g_test_add_func ("/octants/small", test_small);
  g_test_add_func ("/octants/grid", test_small_grid);
  return g_test_run ();
}
