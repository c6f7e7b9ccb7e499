/* Horizontal bars, ranked or in the caller's order, one line each.
 *
 * For comparing named things: regions, local authorities, schools of a trust. Bars start at an
 * honest zero; what has no figure keeps its line, empty and with the reason in words; a marker
 * beside a bar carries somebody else's figure for the same thing.
 */
#pragma once

#include "oct-chart.h"
#include "oct-chart-value.h"

G_BEGIN_DECLS

#define OCT_TYPE_BAR_CHART (oct_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctBarChart, oct_bar_chart, OCT, BAR_CHART, OctChart)

/**
 * OctBar:
 * @id: (nullable): what is handed back when the bar is activated
 * @name: what stands at its left
 * @value: its length, or %OCT_CHART_MISSING
 * @missing: (nullable): why there is no value, such as "Suppressed"
 * @comparison: another figure for the same thing, or %OCT_CHART_MISSING
 * @highlighted: drawn in the accent colour with a bold name
 */
typedef struct
{
  const char *id;
  const char *name;
  double value;
  const char *missing;
  double comparison;
  gboolean highlighted;
} OctBar;

OctBarChart *oct_bar_chart_new (void);
/* Strings are copied. The order is kept. */
void oct_bar_chart_set_bars (OctBarChart *self, const OctBar *bars, guint n_bars);
void oct_bar_chart_set_unit (OctBarChart *self, OctChartUnit unit);
/* What the bars measure ("Pupils in academies") and what they are ("Region"): heads the table. */
void oct_bar_chart_set_value_name (OctBarChart *self, const char *name);
void oct_bar_chart_set_item_name (OctBarChart *self, const char *name);
/* Whose figure the markers are: "The paper, 2026". */
void oct_bar_chart_set_comparison_name (OctBarChart *self, const char *name);
/* The value at the right end, or 0 to follow the data. */
void oct_bar_chart_set_maximum (OctBarChart *self, double maximum);

G_END_DECLS
