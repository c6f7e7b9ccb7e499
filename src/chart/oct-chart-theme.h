/* What a chart looks like in one place: colours, type sizes and stroke widths by meaning.
 *
 * Drawing code never holds a literal colour; it asks for the role. Four themes exist: light, dark,
 * high contrast and print. The eight elements have a hue each, the same everywhere.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} OctColour;

typedef enum
{
  OCT_THEME_LIGHT,
  OCT_THEME_DARK,
  OCT_THEME_HIGH_CONTRAST,
  OCT_THEME_HIGH_CONTRAST_DARK,
  OCT_THEME_PRINT,
} OctThemeKind;

/**
 * OctChartTheme:
 * @scale: text scale of the desktop (1.0 normal); all sizes are already multiplied by it
 */
typedef struct
{
  OctThemeKind kind;
  double scale;
  const char *font;
  double size_title;
  double size_text;
  double size_small;
  OctColour paper;
  OctColour ink;
  OctColour ink_soft;
  OctColour rule;
  OctColour land;
  OctColour land_edge;
  OctColour water;  /* around the land */
  OctColour accent; /* what the picture is about */
  OctColour accent_soft;
  OctColour other; /* what is there for comparison */
  OctColour warn;
  OctColour focus;
  double line; /* width of an ordinary stroke */
  double line_strong;
} OctChartTheme;

/* Pango's font family is @font (nullable: Cantarell and its fallbacks). */
void oct_chart_theme_init (OctChartTheme *theme, OctThemeKind kind, double scale, const char *font);

/* Element 1 to 8. */
OctColour oct_chart_theme_element (const OctChartTheme *theme, guint element);

/* A hue for the @index-th of several named things in one picture; the first is the accent. */
OctColour oct_chart_theme_series (const OctChartTheme *theme, guint index);

/* Step @index of @n_steps from little to much, in even steps of lightness. */
OctColour oct_chart_theme_step (const OctChartTheme *theme, guint index, guint n_steps);

/* Black or white, whichever reads better on @ground. */
OctColour oct_chart_theme_ink_on (const OctChartTheme *theme, OctColour ground);

/* The contrast of two opaque colours after WCAG 2.1: 1 to 21. */
double oct_colour_contrast (OctColour one, OctColour two);

void oct_colour_set (OctColour colour, cairo_t *cr);

G_END_DECLS
