/* Printing: a chart on one page, or a list or a timeline on as many as it takes. */
#pragma once

#include <gtk/gtk.h>

#include "oct-chart.h"
#include "oct-document.h"
#include "oct-drawn-table.h"
#include "oct-timeline-chart.h"

G_BEGIN_DECLS

GtkPrintOperation *oct_print_new_chart (OctChart *chart, const char *job_name);
/* All rows of a timeline, on as many pages as they take. */
GtkPrintOperation *oct_print_new_timeline (OctTimelineChart *chart, const char *job_name);
GtkPrintOperation *oct_print_new_table (OctDrawnTable *table, const char *title,
                                        const char *source);
/* @document (transfer full). */
GtkPrintOperation *oct_print_new_document (OctDocument *document);
void oct_print_run (GtkWidget *widget, GtkPrintOperation *operation);

void oct_print_chart (GtkWidget *widget, OctChart *chart, const char *job_name);

G_END_DECLS
