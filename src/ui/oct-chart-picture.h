/* A chart as a picture for elsewhere: on the clipboard or in a file. */
#pragma once

#include <gtk/gtk.h>

#include "oct-chart.h"

G_BEGIN_DECLS

void oct_chart_picture_copy (OctChart *chart, GtkWidget *widget);
void oct_chart_picture_save (OctChart *chart, GtkWidget *widget);

G_END_DECLS
