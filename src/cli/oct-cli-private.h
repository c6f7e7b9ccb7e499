/* What the files of the command line share: the table of commands, the options that all of them
 * have, opening the session, and printing.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "oct-commands.h"
#include "oct-session.h"

G_BEGIN_DECLS

/* Exit statuses; see the man page. */
#define OCT_CLI_DONE 0
#define OCT_CLI_FAILED 1
#define OCT_CLI_USAGE 2

typedef enum
{
  OCT_CLI_TABLE,
  OCT_CLI_CSV,
  OCT_CLI_JSON,
  OCT_CLI_PDF,
} OctCliFormat;

/**
 * OctCli:
 * @arguments: what follows the command besides options, as a NULL-ended array
 *
 * One run of one command.
 */
typedef struct
{
  const struct _OctCliCommand *command;
  OctCliFormat format;
  char **arguments;
  OctSession *session;

  /* the options of every command */
  char *format_name;
  char *data_dir;
  gboolean demo;
  char *throw_away_dir;
} OctCli;

/**
 * OctCliCommand:
 * @arguments: (nullable): what follows the options, for the help
 * @min_arguments, @max_arguments: how many of them
 * @summary: one line, for the list of commands
 * @description: (nullable): more, for its own help
 * @options: its own options, ended by an empty one
 * @csv: whether --format csv is understood
 * @pdf: whether --format pdf is understood, where csv is
 * @files: --format names a kind of file, which the command understands by itself
 * @run: does it; returns an exit status, after oct_cli_fail() where it isn't 0
 */
typedef struct _OctCliCommand
{
  const char *name;
  const char *arguments;
  guint min_arguments;
  guint max_arguments;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  gboolean csv;
  gboolean pdf;
  gboolean files;
  int (*run) (OctCli *cli);
} OctCliCommand;

extern const OctCliCommand oct_cli_import;
extern const OctCliCommand oct_cli_schools;
extern const OctCliCommand oct_cli_school;
extern const OctCliCommand oct_cli_trusts;
extern const OctCliCommand oct_cli_trust;
extern const OctCliCommand oct_cli_national;
extern const OctCliCommand oct_cli_changes;
extern const OctCliCommand oct_cli_sources;
extern const OctCliCommand oct_cli_map;
extern const OctCliCommand oct_cli_element;
extern const OctCliCommand oct_cli_chart;
extern const OctCliCommand oct_cli_plans;
extern const OctCliCommand oct_cli_plan;
extern const OctCliCommand oct_cli_exceptions;
extern const OctCliCommand oct_cli_export;
extern const OctCliCommand oct_cli_backup;
extern const OctCliCommand oct_cli_history;
extern const OctCliCommand oct_cli_undo;
extern const OctCliCommand oct_cli_redo;
extern const OctCliCommand oct_cli_check;

/* Opens the session; with @need_register the register must be there. */
gboolean oct_cli_open (OctCli *cli, gboolean need_register);
OctRegister *oct_cli_register (OctCli *cli);

/* Saying why, on stderr; they return the exit status. */
int oct_cli_fail (const GError *error);
int oct_cli_usage (OctCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
void oct_cli_warn (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A whole number that names something, such as a URN; says what is wrong where it isn't one. */
gboolean oct_cli_parse_number (OctCli *cli, const char *text, const char *what, guint32 *number);
gboolean oct_cli_parse_date (OctCli *cli, const char *text, OctDate *date);

/* Output on stdout. */
void oct_cli_write (const char *text, gssize length);
gboolean oct_cli_save (const char *path, GBytes *bytes, GError **error);
void oct_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void oct_cli_print_node (JsonNode *node, gboolean pretty);
void oct_cli_print_builder (JsonBuilder *builder);

G_END_DECLS
