/* The command line: the same commands as the window's, for scripts and machines without a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the arguments name a command (or ask for help or version) and not the window. */
gboolean oct_cli_wants (int argc, char **argv);
/* Exit status: 0 done, 1 refused or failed (the reason is on stderr), 2 usage. */
int oct_cli_run (int argc, char **argv);

G_END_DECLS
