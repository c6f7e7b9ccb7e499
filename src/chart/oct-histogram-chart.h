/* Columns over an ordered axis: how many fall in each band, or happened in each year.
 *
 * Bands are in the caller's order and touch the axis at an honest zero; one can be highlighted
 * ("your trust is here") and then says so above it.
 */
#pragma once

#include "oct-chart.h"
#include "oct-chart-value.h"

G_BEGIN_DECLS

#define OCT_TYPE_HISTOGRAM_CHART (oct_histogram_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctHistogramChart, oct_histogram_chart, OCT, HISTOGRAM_CHART, OctChart)

/**
 * OctColumn:
 * @id: (nullable): handed back when the column is activated
 * @label: short, under the column: "10–19", "2014"
 * @name: (nullable): in full, for the table and the tooltip: "10 to 19 schools"
 * @value: its height, at least 0, or %OCT_CHART_MISSING
 * @missing: (nullable): why there is no value
 * @highlighted: drawn in the accent colour
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *name;
  double value;
  const char *missing;
  gboolean highlighted;
} OctColumn;

OctHistogramChart *oct_histogram_chart_new (void);
void oct_histogram_chart_set_columns (OctHistogramChart *self, const OctColumn *columns,
                                      guint n_columns);
void oct_histogram_chart_set_unit (OctHistogramChart *self, OctChartUnit unit);
/* What the height counts ("Trusts") and what the bands are ("Schools in the trust"). */
void oct_histogram_chart_set_value_name (OctHistogramChart *self, const char *name);
void oct_histogram_chart_set_band_name (OctHistogramChart *self, const char *name);
/* What is said above the highlighted column, "Your trust". */
void oct_histogram_chart_set_highlight_name (OctHistogramChart *self, const char *name);

G_END_DECLS
