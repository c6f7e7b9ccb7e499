/* The five themes.
 *
 * Hues of series follow Paul Tol's schemes for colour-vision deficiency (personal.sron.nl/~pault),
 * darkened or lightened until text-like strokes reach a contrast of 3 to 1 on their paper. Print has no
 * tinted grounds, so that a photocopy stays readable.
 */
#include "oct-chart-theme.h"

#include <math.h>

/* Colours as red << 16 | green << 8 | blue, in the order of the struct. */
typedef struct
{
  guint32 paper, ink, ink_soft, rule, land, land_edge, water, accent, accent_soft, other, warn,
    focus;
} Palette;

static const Palette palettes[] = {
  [OCT_THEME_LIGHT] = { 0xffffff, 0x1c1c22, 0x5a5a64, 0xdcdbd7, 0xeceae4, 0xb4b0a6, 0xf7f8f9,
                        0x1a5fa4, 0xbfd6ec, 0x8d8b93, 0xb0480f, 0xd4730a },
  [OCT_THEME_DARK] = { 0x1e1e1e, 0xf4f4f2, 0xb9b8bf, 0x454548, 0x38383a, 0x6c6b6f, 0x242426,
                       0x78b4f0, 0x2f4f70, 0x8f8d95, 0xf29b5e, 0xffb454 },
  [OCT_THEME_HIGH_CONTRAST] = { 0xffffff, 0x000000, 0x2b2b2b, 0x7a7a7a, 0xf2f2f2, 0x4a4a4a,
                                0xffffff, 0x003f87, 0xa6c8f0, 0x595959, 0x8a2d00, 0xb34700 },
  [OCT_THEME_HIGH_CONTRAST_DARK] = { 0x000000, 0xffffff, 0xe0e0e0, 0x8c8c8c, 0x262626, 0xb8b8b8,
                                     0x000000, 0x9fd0ff, 0x23527f, 0xbdbdbd, 0xffb27a, 0xffd257 },
  [OCT_THEME_PRINT] = { 0xffffff, 0x000000, 0x454545, 0xcfcfcf, 0xf1f1f1, 0x9a9a9a, 0xffffff,
                        0x174f8a, 0xc3d7ea, 0x858585, 0x9c3d0a, 0xb85f00 },
};

/* The eight elements. Dark and light hues take turns, so that a grey copy keeps neighbours apart; any
 * two stay apart in simulated protanopia, deuteranopia and tritanopia (tests/chart/test-hues.c). */
static const guint32 elements_on_light[] = { 0x3c3791, 0xc76a1b, 0x523659, 0x1f7c6c,
                                             0x732421, 0x5a84d6, 0x615f00, 0xa76ba3 };
static const guint32 elements_on_dark[] = { 0x878fe0, 0xeecca9, 0xbc77ae, 0x8ae4e4,
                                            0xe3838f, 0x9fc1fd, 0xa9a544, 0xf1a3b9 };

/* Several things in one picture: alternating dark and light, so that grey copies keep them apart. */
static const guint32 series_on_light[] = { 0x1a5fa4, 0xd08a1d, 0x117755, 0xb5586e,
                                           0x6b4a9e, 0x6f9fc8, 0x5c5c5c, 0x9aa23a };
static const guint32 series_on_dark[] = { 0x78b4f0, 0xf2c063, 0x5cc49a, 0xf0a0b2,
                                          0xb79be8, 0x4f86b8, 0xbdbdbd, 0xc9d06a };

static OctColour
colour_from_rgb (guint32 rgb)
{
  return (OctColour) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                       (rgb & 0xff) / 255.0, 1.0 };
}

static gboolean
theme_is_dark (const OctChartTheme *theme)
{
  return theme->kind == OCT_THEME_DARK || theme->kind == OCT_THEME_HIGH_CONTRAST_DARK;
}

/**
 * oct_chart_theme_init:
 * @theme: (out caller-allocates): what is filled in
 * @kind: which of the five
 * @scale: text scale of the desktop, 1.0 for normal
 * @font: (nullable): a Pango font family that outlives @theme
 *
 * Fills in colours by role, and sizes in points multiplied by @scale.
 */
void
oct_chart_theme_init (OctChartTheme *theme, OctThemeKind kind, double scale, const char *font)
{
  const Palette *palette;
  gboolean strong;

  g_return_if_fail (theme != NULL);
  g_return_if_fail (kind >= OCT_THEME_LIGHT && kind <= OCT_THEME_PRINT);
  g_return_if_fail (scale > 0);

  palette = &palettes[kind];
  strong = kind == OCT_THEME_HIGH_CONTRAST || kind == OCT_THEME_HIGH_CONTRAST_DARK;
  *theme = (OctChartTheme) {
    .kind = kind,
    .scale = scale,
    .font = font != NULL ? font : "Cantarell, Adwaita Sans, Inter, DejaVu Sans, sans-serif",
    .size_title = (kind == OCT_THEME_PRINT ? 12.5 : 17) * scale,
    .size_text = (kind == OCT_THEME_PRINT ? 9.5 : 13) * scale,
    .size_small = (kind == OCT_THEME_PRINT ? 8.5 : 11.5) * scale,
    .paper = colour_from_rgb (palette->paper),
    .ink = colour_from_rgb (palette->ink),
    .ink_soft = colour_from_rgb (palette->ink_soft),
    .rule = colour_from_rgb (palette->rule),
    .land = colour_from_rgb (palette->land),
    .land_edge = colour_from_rgb (palette->land_edge),
    .water = colour_from_rgb (palette->water),
    .accent = colour_from_rgb (palette->accent),
    .accent_soft = colour_from_rgb (palette->accent_soft),
    .other = colour_from_rgb (palette->other),
    .warn = colour_from_rgb (palette->warn),
    .focus = colour_from_rgb (palette->focus),
    .line = strong                    ? 1.5
            : kind == OCT_THEME_PRINT ? 0.6
                                      : 1.0,
    .line_strong = strong                    ? 3.0
                   : kind == OCT_THEME_PRINT ? 1.5
                                             : 2.0,
  };
}

/**
 * oct_chart_theme_element:
 * @theme: a theme
 * @element: 1 to 8
 *
 * Returns: the hue of an element of the trust model, the same in every picture
 */
OctColour
oct_chart_theme_element (const OctChartTheme *theme, guint element)
{
  g_return_val_if_fail (theme != NULL, (OctColour) { 0 });
  g_return_val_if_fail (element >= 1 && element <= 8, theme->ink);

  return colour_from_rgb (theme_is_dark (theme) ? elements_on_dark[element - 1]
                                                : elements_on_light[element - 1]);
}

/**
 * oct_chart_theme_series:
 * @theme: a theme
 * @index: from 0; wraps around after eight
 *
 * Returns: a hue for one of several named things in one picture
 */
OctColour
oct_chart_theme_series (const OctChartTheme *theme, guint index)
{
  g_return_val_if_fail (theme != NULL, (OctColour) { 0 });

  if (index == 0)
    return theme->accent;
  index %= G_N_ELEMENTS (series_on_light);
  return colour_from_rgb (theme_is_dark (theme) ? series_on_dark[index] : series_on_light[index]);
}

/**
 * oct_chart_theme_step:
 * @theme: a theme
 * @index: from 0
 * @n_steps: how many steps there are, at least 1
 *
 * Returns: the colour of a step from little (near the land) to much (the accent)
 */
OctColour
oct_chart_theme_step (const OctChartTheme *theme, guint index, guint n_steps)
{
  /* Five stops of one hue whose lightness falls (or, on dark paper, rises) evenly. */
  static const guint32 on_light[] = { 0xdfeaf5, 0xaecbe5, 0x76a8d3, 0x3a7ab5, 0x0d3b6e };
  static const guint32 on_dark[] = { 0x21384f, 0x2f5a84, 0x4d89bd, 0x8cbde8, 0xdcecff };
  const guint32 *stops;
  OctColour low, high;
  double place;
  guint stop;

  g_return_val_if_fail (theme != NULL, (OctColour) { 0 });
  g_return_val_if_fail (index < n_steps, theme->accent);

  stops = theme_is_dark (theme) ? on_dark : on_light;
  place = (n_steps == 1 ? 0.5 : index / (n_steps - 1.0)) * (G_N_ELEMENTS (on_light) - 1);
  stop = MIN ((guint) place, G_N_ELEMENTS (on_light) - 2);
  low = colour_from_rgb (stops[stop]);
  high = colour_from_rgb (stops[stop + 1]);
  place -= stop;
  return (OctColour) { low.red + (high.red - low.red) * place,
                       low.green + (high.green - low.green) * place,
                       low.blue + (high.blue - low.blue) * place, 1.0 };
}

static double
channel_luminance (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
colour_luminance (OctColour colour)
{
  return 0.2126 * channel_luminance (colour.red) + 0.7152 * channel_luminance (colour.green)
         + 0.0722 * channel_luminance (colour.blue);
}

/**
 * oct_colour_contrast:
 * @one: an opaque colour
 * @two: another
 *
 * Returns: their contrast ratio after WCAG 2.1, 1 (the same) to 21 (black on white)
 */
double
oct_colour_contrast (OctColour one, OctColour two)
{
  double a = colour_luminance (one), b = colour_luminance (two);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * oct_chart_theme_ink_on:
 * @theme: a theme
 * @ground: the colour that text is to stand on
 *
 * One of the two always reaches 4.5 to 1, which softer inks don't on a ground of middling lightness.
 *
 * Returns: black or white, whichever has the greater contrast
 */
OctColour
oct_chart_theme_ink_on (const OctChartTheme *theme, OctColour ground)
{
  OctColour black = colour_from_rgb (0x000000), white = colour_from_rgb (0xffffff);

  g_return_val_if_fail (theme != NULL, ground);

  return oct_colour_contrast (black, ground) >= oct_colour_contrast (white, ground) ? black : white;
}

/**
 * oct_colour_set:
 * @colour: a colour
 * @cr: what is drawn with it from here on
 *
 * Makes @colour the source of @cr.
 */
void
oct_colour_set (OctColour colour, cairo_t *cr)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}
