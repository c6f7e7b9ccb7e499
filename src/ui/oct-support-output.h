/* Support to a file of the person's choice: a table, or the picture of who supports whom. */
#pragma once

#include <gtk/gtk.h>

#include "oct-chart.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* @chart (nullable): the picture as it is shown. */
void oct_support_output_save (GtkWidget *widget, OctWorkbench *workbench, OctChart *chart);

G_END_DECLS
