/* Taking over a framework from a file: what changes is shown before it is judged by. */
#pragma once

#include "oct-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void oct_framework_import_ask (GtkWidget *widget, OctWorkbench *workbench);
void oct_framework_import_offer (GtkWidget *widget, OctWorkbench *workbench, GBytes *bytes);

G_END_DECLS
