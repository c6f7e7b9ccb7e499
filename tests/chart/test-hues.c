/* The hues of the eight elements are told apart by every eye, and neighbours on grey paper too.
 *
 * Colour-vision deficiency is simulated as Machado, Oliveira and Fernandes published it (2009,
 * severity 1.0) and difference measured in Oklab (Ottosson 2020), where 0.02 is just noticeable.
 */
#include <math.h>

#include "oct-rating-marks.h"

#define N_ELEMENTS 8
#define APART 0.06
#define NEIGHBOURS_APART 0.11
#define NEIGHBOURS_APART_IN_GREY 0.08

static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } }, /* protanopia */
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } }, /* deuteranopia */
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } }, /* tritanopia */
};

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static void
to_oklab (OctColour colour, const double vision[3][3], double lab[3])
{
  double plain[3] = { to_linear (colour.red), to_linear (colour.green), to_linear (colour.blue) };
  double seen[3], l, m, s;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (vision[i][0] * plain[0] + vision[i][1] * plain[1] + vision[i][2] * plain[2], 0,
                     1);
  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
difference (OctColour one, OctColour two, const double vision[3][3])
{
  double a[3], b[3];

  to_oklab (one, vision, a);
  to_oklab (two, vision, b);
  return sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
               + (a[2] - b[2]) * (a[2] - b[2]));
}

static void
test_apart (void)
{
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      OctChartTheme theme;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
        {
          for (guint i = 1; i <= N_ELEMENTS; i++)
            {
              OctColour one = oct_chart_theme_element (&theme, i);
              OctColour next = oct_chart_theme_element (&theme, i % N_ELEMENTS + 1);

              g_assert_cmpfloat (difference (one, next, visions[vision]), >=, NEIGHBOURS_APART);
              for (guint j = 1; j < i; j++)
                g_assert_cmpfloat (difference (one, oct_chart_theme_element (&theme, j),
                                               visions[vision]),
                                   >=, APART);
            }
        }
    }
}

/* Neighbours in the octant differ in lightness, the first and the last too. */
static void
test_grey (void)
{
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      OctChartTheme theme;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      for (guint i = 1; i <= N_ELEMENTS; i++)
        {
          double one[3], next[3];

          to_oklab (oct_chart_theme_element (&theme, i), visions[0], one);
          to_oklab (oct_chart_theme_element (&theme, i % N_ELEMENTS + 1), visions[0], next);
          g_assert_cmpfloat (fabs (one[0] - next[0]), >=, NEIGHBOURS_APART_IN_GREY);
        }
    }
}

/* Dots are paper with a rim of ink: the one shows on the hue, the other beside it. */
static void
test_marks (void)
{
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      OctChartTheme theme;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      for (guint i = 1; i <= N_ELEMENTS; i++)
        {
          OctColour hue = oct_chart_theme_element (&theme, i);

          g_assert_cmpfloat (oct_colour_contrast (hue, theme.paper), >=, 3);
          g_assert_cmpfloat (oct_colour_contrast (oct_chart_theme_ink_on (&theme, hue), hue), >=,
                             4.5);
        }
      g_assert_cmpfloat (oct_colour_contrast (theme.ink, theme.paper), >=, 7);
    }
}

/* Red, amber and green are told apart by every eye and in grey, and carry their letters. */
static void
test_ratings (void)
{
  for (int kind = OCT_THEME_LIGHT; kind <= OCT_THEME_PRINT; kind++)
    {
      OctChartTheme theme;

      oct_chart_theme_init (&theme, kind, 1, NULL);
      for (int mark = OCT_RATING_MARK_RED; mark <= OCT_RATING_MARK_GREEN; mark++)
        {
          OctColour colour = oct_rating_mark_colour (&theme, mark);
          OctColour next = oct_rating_mark_colour (&theme, mark % 3 + 1);
          OctColour ground = oct_rating_mark_ground (&theme, mark);
          double one[3], other[3];

          to_oklab (colour, visions[0], one);
          to_oklab (next, visions[0], other);
          g_test_message ("theme %d, mark %d", kind, mark);
          g_assert_cmpfloat (fabs (one[0] - other[0]), >=, NEIGHBOURS_APART_IN_GREY);
          for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
            g_assert_cmpfloat (difference (colour, next, visions[vision]), >=, NEIGHBOURS_APART);
          g_assert_cmpfloat (oct_colour_contrast (colour, theme.paper), >=, 3);
          g_assert_cmpfloat (oct_colour_contrast (oct_chart_theme_ink_on (&theme, colour), colour),
                             >=, 4.5);
          g_assert_cmpfloat (oct_colour_contrast (theme.ink, ground), >=, 7);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hues/apart", test_apart);
  g_test_add_func ("/hues/grey", test_grey);
  g_test_add_func ("/hues/marks", test_marks);
  g_test_add_func ("/hues/ratings", test_ratings);
  return g_test_run ();
}
