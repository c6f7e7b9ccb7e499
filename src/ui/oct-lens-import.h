/* Taking over a lens from a file. */
#pragma once

#include <gtk/gtk.h>

#include "oct-workbench-lens.h"

G_BEGIN_DECLS

void oct_lens_import_ask (GtkWidget *widget, OctWorkbench *workbench);
/* What follows once the file was read: a question, or a message about what is wrong. */
void oct_lens_import_offer (GtkWidget *widget, OctWorkbench *workbench, GBytes *bytes);

G_END_DECLS
