/* Reference pictures: a chart must look as it did when somebody last looked at it.
 *
 * With the fonts pinned, Debian 12 draws the same picture to the pixel, give or take rounding; there
 * a picture is compared with tests/chart/reference/NAME.png. Elsewhere fonts and their shapes
 * differ: the mean colour of each part of the picture is compared instead. A picture that is meant
 * to change is made again with OCT_REFERENCE=write, looked at, and committed.
 */
#pragma once

#include "oct-chart.h"

G_BEGIN_DECLS

/* Pins the fonts. To be called first in main(), before anything is measured or drawn. */
void oct_reference_init (void);
/* Asserts that the chart looks like the picture called @name, @width × @height pixels. */
void oct_reference_check (OctChart *chart, const char *name, int width, int height,
                          OctThemeKind kind, double text_scale);

G_END_DECLS
