/* Printing: a chart on one page, or a list on as many as it takes. */
#pragma once

#include <gtk/gtk.h>

#include "oct-chart.h"
#include "oct-document.h"
#include "oct-drawn-table.h"

G_BEGIN_DECLS

GtkPrintOperation *oct_print_new_chart (OctChart *chart, const char *job_name);
GtkPrintOperation *oct_print_new_table (OctDrawnTable *table, const char *title,
                                        const char *source);
/* @document (transfer full). */
GtkPrintOperation *oct_print_new_document (OctDocument *document);
void oct_print_run (GtkWidget *widget, GtkPrintOperation *operation);

void oct_print_chart (GtkWidget *widget, OctChart *chart, const char *job_name);

G_END_DECLS
