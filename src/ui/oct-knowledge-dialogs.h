/* The dialogues for practices, who uses them, support and what somebody can give. */
#pragma once

#include <gtk/gtk.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

/* @practice: (nullable): the one to change, or a new one that is begun, as from the success of an
 * objective; copied. */
void oct_practice_dialog_open (GtkWidget *widget, OctWorkbench *workbench,
                               const OctPractice *practice);
/* The next version of a practice: the words it has now are kept beside it. */
void oct_practice_dialog_open_version (GtkWidget *widget, OctWorkbench *workbench,
                                       const OctPractice *practice);
/* @use: (nullable): the one to change; %NULL for another school. */
void oct_practice_use_dialog_open (GtkWidget *widget, OctWorkbench *workbench,
                                   const char *practice_id, const OctPracticeUse *use);
/* @support: (nullable): the one to change, or a new one that is begun, as for an objective of a plan;
 * copied. */
void oct_support_dialog_open (GtkWidget *widget, OctWorkbench *workbench,
                              const OctSupport *support);
/* @capacity: a record that is nobody else's, new or a copy; (transfer full). */
void oct_capacity_dialog_open (GtkWidget *widget, OctWorkbench *workbench, OctCapacity *capacity);

G_END_DECLS
