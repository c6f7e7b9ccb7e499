/* octant import --as plan: an existing plan into the workspace. */
#pragma once

#include "oct-cli-private.h"

G_BEGIN_DECLS

/**
 * OctCliPlanImport:
 * What the options say; each may be %NULL.
 */
typedef struct
{
  char *workspace;
  char *school;
  char *year;
  char *title;
} OctCliPlanImport;

/* Returns the exit status. */
int oct_cli_import_plan (OctCli *cli, const OctCliPlanImport *options);

G_END_DECLS
