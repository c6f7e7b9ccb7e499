/* The theme of charts that suits a widget: light or dark, contrast, font and size of text. */
#pragma once

#include <adwaita.h>

#include "oct-chart-theme.h"

G_BEGIN_DECLS

void oct_widget_get_chart_theme (GtkWidget *widget, OctChartTheme *theme);

G_END_DECLS
