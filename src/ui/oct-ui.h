/* The window: GTK 4 and libadwaita. Arguments are options and files to import. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int oct_ui_run (int argc, char **argv);
/* For tests of a page alone: libadwaita, templates and style sheet, without an application. */
void oct_ui_add_style (void);
void oct_ui_init (void);

G_END_DECLS
