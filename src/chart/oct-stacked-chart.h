/* Bars made of parts: the same few kinds (phases, say) counted in several things.
 *
 * Each part carries its number where it fits and its kind is named in a key above, so that no
 * colour has to be known to read it.
 */
#pragma once

#include "oct-chart.h"
#include "oct-chart-value.h"

G_BEGIN_DECLS

#define OCT_TYPE_STACKED_CHART (oct_stacked_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctStackedChart, oct_stacked_chart, OCT, STACKED_CHART, OctChart)

#define OCT_STACKED_MAX_PARTS 8

OctStackedChart *oct_stacked_chart_new (void);
/* The kinds, in order, at most %OCT_STACKED_MAX_PARTS. Removes all bars. */
void oct_stacked_chart_set_parts (OctStackedChart *self, const char *const *names);
/* One bar; @values has a number of at least 0 for each kind. @id (nullable) is the bar's. */
void oct_stacked_chart_add (OctStackedChart *self, const char *id, const char *name,
                            const double *values);
void oct_stacked_chart_set_unit (OctStackedChart *self, OctChartUnit unit);
void oct_stacked_chart_set_item_name (OctStackedChart *self, const char *name);

G_END_DECLS
