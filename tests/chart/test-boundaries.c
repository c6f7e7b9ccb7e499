/* England's shapes: complete, where they should be, and projected as the Ordnance Survey does. */
#include <string.h>

#include "oct-boundaries.h"

/* Published by the Ordnance Survey as test points of its own transformation: WGS84 in, National
 * Grid out. The build's simpler one is good to about five metres. */
static void
test_projection (void)
{
  static const struct
  {
    const char *longitude, *latitude;
    double easting, northing;
  } points[] = {
    { "-6.29977752014", "49.92226393730", 91492.1, 11318.8 },
    { "-5.20304609998", "49.96006137820", 170370.7, 11572.4 },
    { "1.716073973", "52.658007833", 651409.8, 313177.4 },
  };
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "..", "data", "boundaries",
                                                   "project-boundaries.py", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *output = NULL;
      g_auto (GStrv) numbers = NULL;
      const char *argv[] = { "python3",          script, "--point", points[i].longitude,
                             points[i].latitude, NULL };

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                    NULL, &error);
      g_assert_no_error (error);
      numbers = g_strsplit (output, " ", 2);
      g_assert_cmpuint (g_strv_length (numbers), ==, 2);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (numbers[0], NULL), points[i].easting, 6);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (numbers[1], NULL), points[i].northing, 6);
    }
}

static void
test_areas (void)
{
  guint n_regions = 0, n_authorities = 0;

  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      const OctArea *area = oct_boundaries_get_area (i);

      g_assert_true (g_str_has_prefix (area->code, "E"));
      g_assert_cmpfloat (area->west, <, area->east);
      g_assert_cmpfloat (area->south, <, area->north);
      if (area->kind == OCT_AREA_REGION)
        {
          n_regions++;
          g_assert_cmpint (area->region, ==, OCT_AREA_NONE);
          g_assert_cmpstr (area->number, ==, "");
          continue;
        }
      n_authorities++;
      g_assert_cmpuint (strlen (area->number), ==, 3);
      g_assert_cmpint (oct_boundaries_get_area (area->region)->kind, ==, OCT_AREA_REGION);
    }
  g_assert_cmpuint (n_regions, ==, 9);
  g_assert_cmpuint (n_authorities, ==, 153);
}

static void
test_labels_inside (void)
{
  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      const OctArea *area = oct_boundaries_get_area (i);

      g_assert_cmpint (oct_boundaries_find (area->kind, area->label_easting, area->label_northing),
                       ==, (int) i);
      if (area->kind == OCT_AREA_AUTHORITY)
        g_assert_cmpint (oct_boundaries_find (OCT_AREA_REGION, area->label_easting,
                                              area->label_northing),
                         ==, area->region);
    }
}

static void
assert_place (OctAreaKind kind, double easting, double northing, const char *name)
{
  int area = oct_boundaries_find (kind, easting, northing);

  if (name == NULL)
    g_assert_cmpint (area, ==, OCT_AREA_NONE);
  else
    g_assert_cmpstr (oct_boundaries_get_area (area)->name, ==, name);
}

/* City centres anyone can look up on an Ordnance Survey map. */
static void
test_find (void)
{
  assert_place (OCT_AREA_AUTHORITY, 430000, 433500, "Leeds");
  assert_place (OCT_AREA_AUTHORITY, 435400, 387100, "Sheffield");
  assert_place (OCT_AREA_AUTHORITY, 529800, 180300, "Westminster");
  assert_place (OCT_AREA_AUTHORITY, 340000, 555900, "Cumberland");
  assert_place (OCT_AREA_AUTHORITY, 351600, 492500, "Westmorland and Furness");
  assert_place (OCT_AREA_AUTHORITY, 430500, 455500, "North Yorkshire");
  assert_place (OCT_AREA_AUTHORITY, 322700, 124500, "Somerset");
  assert_place (OCT_AREA_AUTHORITY, 445000, 258400, "Warwickshire");
  assert_place (OCT_AREA_REGION, 430000, 433500, "Yorkshire and the Humber");
  assert_place (OCT_AREA_REGION, 182500, 44900, "South West");
  /* Cardiff, Edinburgh, the North Sea. */
  assert_place (OCT_AREA_REGION, 318200, 176500, NULL);
  assert_place (OCT_AREA_REGION, 325800, 673500, NULL);
  assert_place (OCT_AREA_REGION, 640000, 400000, NULL);
}

static void
test_lookup (void)
{
  int area = oct_boundaries_lookup (OCT_AREA_AUTHORITY, "373");

  g_assert_cmpstr (oct_boundaries_get_area (area)->name, ==, "Sheffield");
  g_assert_cmpint (oct_boundaries_lookup (OCT_AREA_AUTHORITY, "E08000019"), ==, area);
  g_assert_cmpint (oct_boundaries_lookup (OCT_AREA_AUTHORITY, "SHEFFIELD"), ==, area);
  g_assert_cmpint (oct_boundaries_lookup (OCT_AREA_REGION, "Sheffield"), ==, OCT_AREA_NONE);
  g_assert_cmpint (oct_boundaries_lookup (OCT_AREA_REGION, "Yorkshire and the Humber"), >=, 0);
  g_assert_cmpint (oct_boundaries_lookup (OCT_AREA_REGION, ""), ==, OCT_AREA_NONE);
  g_assert_cmpint (oct_boundaries_lookup (OCT_AREA_REGION, NULL), ==, OCT_AREA_NONE);
}

typedef struct
{
  double first_x, first_y, last_x, last_y;
  guint n_rings;
  gboolean closed;
} Rings;

static void
end_ring (Rings *rings)
{
  if (rings->n_rings > 0 && (rings->first_x != rings->last_x || rings->first_y != rings->last_y))
    rings->closed = FALSE;
}

static void
trace_cb (double x, double y, gboolean move, gpointer data)
{
  Rings *rings = data;

  if (move)
    {
      end_ring (rings);
      rings->n_rings++;
      rings->first_x = x;
      rings->first_y = y;
    }
  rings->last_x = x;
  rings->last_y = y;
}

static void
test_rings_close (void)
{
  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      Rings rings = { .closed = TRUE };

      oct_boundaries_trace_area (i, trace_cb, &rings);
      end_ring (&rings);
      g_assert_true (rings.closed);
      g_assert_cmpuint (rings.n_rings, >, 0);
    }
}

static void
count_cb (double x, double y, gboolean move, gpointer data)
{
  *(guint *) data += move;
}

static void
test_lines (void)
{
  guint n_all = 0, n_leeds = 0, n_sea = 0;

  for (int kind = OCT_LINE_COAST; kind <= OCT_LINE_NEIGHBOUR; kind++)
    {
      guint n = 0;

      oct_boundaries_trace_lines (kind, 0, 0, 700000, 700000, count_cb, &n);
      g_assert_cmpuint (n, >, 0);
      n_all += n;
    }
  oct_boundaries_trace_lines (OCT_LINE_AUTHORITY, 425000, 425000, 435000, 435000, count_cb,
                              &n_leeds);
  oct_boundaries_trace_lines (OCT_LINE_COAST, 640000, 400000, 650000, 410000, count_cb, &n_sea);
  g_assert_cmpuint (n_leeds, >, 0);
  g_assert_cmpuint (n_leeds, <, n_all / 10);
  g_assert_cmpuint (n_sea, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/boundaries/projection", test_projection);
  g_test_add_func ("/chart/boundaries/areas", test_areas);
  g_test_add_func ("/chart/boundaries/labels-inside", test_labels_inside);
  g_test_add_func ("/chart/boundaries/find", test_find);
  g_test_add_func ("/chart/boundaries/lookup", test_lookup);
  g_test_add_func ("/chart/boundaries/rings-close", test_rings_close);
  g_test_add_func ("/chart/boundaries/lines", test_lines);

  return g_test_run ();
}
