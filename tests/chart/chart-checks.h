/* What must hold for every chart, at any size: asked of the drawing and of the chart's own answers. */
#pragma once

#include "oct-chart.h"

/* Every datum can be pointed at; the middle of where it can is the datum's own, and its frame is
 * drawn about there. */
void check_hits (OctChart *chart, int width, int height, const OctChartTheme *theme);
/* Nothing is drawn beyond the edges, whatever the theme. */
void check_inside (OctChart *chart, int width, int height, double text_scale);
/* All that can be asked of a chart, at sizes from absurd to large; nothing may crash or disagree. */
void check_odd (OctChart *chart);
void check_says (OctChart *chart, const char *words);
/* The table's row @row is @cells, parted by "|". */
void check_table_row (OctChart *chart, guint row, const char *cells);
