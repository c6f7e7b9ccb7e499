/* What the commands about a workspace share: opening it, and choosing its cycle. */
#pragma once

#include "oct-cli-private.h"

G_BEGIN_DECLS

/* The option that all of them have. */
#define OCT_CLI_WORKSPACE_OPTION(place)                                                             \
  {                                                                                                 \
    "workspace", 'w', 0, G_OPTION_ARG_FILENAME, (place),                                            \
      N_(                                                                                           \
        "The workspace, by its name or its file; the one that was open last where it is left out"), \
      N_("NAME")                                                                                    \
  }

/* (transfer none): says why where there is none, with the exit status in @status. */
OctAssessment *oct_cli_open_workspace (OctCli *cli, const char *workspace, const char *cycle,
                                       int *status);
OctWorkbench *oct_cli_workbench (OctCli *cli);
/* (transfer full): what a read of the workbench answers; says why where it fails. */
gpointer oct_cli_wait_read (OctCli *cli, GAsyncResult **result);
void oct_cli_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data);

G_END_DECLS
