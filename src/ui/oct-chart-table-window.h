/* A chart's numbers as a table, in a window of their own. */
#pragma once

#include <adwaita.h>

#include "oct-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHART_TABLE_WINDOW (oct_chart_table_window_get_type ())
G_DECLARE_FINAL_TYPE (OctChartTableWindow, oct_chart_table_window, OCT, CHART_TABLE_WINDOW,
                      AdwWindow)

GtkWidget *oct_chart_table_window_new (OctChart *chart);

G_END_DECLS
