/* A chart in a window: pointer, keyboard, tooltip, context menu and screen reader.
 *
 * The drawing itself is the chart's (src/chart); this keeps it as a picture until chart, size or
 * theme change, draws only what is pointed at or focused above it, and hands the datum's id on
 * when it is chosen. A map can also be moved and enlarged.
 */
#pragma once

#include <adwaita.h>

#include "oct-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHART_VIEW (oct_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (OctChartView, oct_chart_view, OCT, CHART_VIEW, GtkWidget)

/* Property "chart" (nullable). Signal "activated" (const char *id): a datum was chosen. */
GtkWidget *oct_chart_view_new (OctChart *chart);
OctChart *oct_chart_view_get_chart (OctChartView *self);
void oct_chart_view_set_chart (OctChartView *self, OctChart *chart);

G_END_DECLS
