/* The command line: which command is meant, its options, and what the program leaves behind.
 *
 * Commands are a table; each lives in a file of its own and holds no logic, only the way its
 * answer is written down. Everything that is said in JSON or CSV is said in the publisher's
 * English whatever the locale, so that a script reads the same everywhere.
 */
#include "octant-config.h"

#include "oct-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "oct-cli-private.h"
#include "oct-error.h"
#include "oct-folder.h"

static const OctCliCommand *const commands[] = {
  &oct_cli_import,   &oct_cli_schools, &oct_cli_school,     &oct_cli_trusts, &oct_cli_trust,
  &oct_cli_national, &oct_cli_changes, &oct_cli_sources,    &oct_cli_map,    &oct_cli_element,
  &oct_cli_plans,    &oct_cli_plan,    &oct_cli_exceptions, &oct_cli_export, &oct_cli_chart,
  &oct_cli_history,  &oct_cli_undo,    &oct_cli_redo,       &oct_cli_backup, &oct_cli_check,
};

static const OctCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static gboolean
takes_value (const char *argument)
{
  return g_str_equal (argument, "--data-dir") || g_str_equal (argument, "--format");
}

/* The first word that is not an option, or 0. */
static int
find_word (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        return 0;
      if (takes_value (argv[i]))
        i++;
      else if (argv[i][0] != '-')
        return i;
    }

  return 0;
}

static gboolean
asks_for (int argc, char **argv, const char *option, const char *letter)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], option) || g_strcmp0 (argv[i], letter) == 0)
      return TRUE;

  return FALSE;
}

/* A word that can be neither a file nor an address: a command that was mistyped. */
static gboolean
is_mistyped (const char *word)
{
  return strpbrk (word, "./:\\") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

/**
 * oct_cli_wants:
 * @argc: number of arguments
 * @argv: the arguments, with the program's name first
 *
 * Returns: whether they name a command (or mistype one), or ask for help or version, and so are
 *   not for the window
 */
gboolean
oct_cli_wants (int argc, char **argv)
{
  int word = find_word (argc, argv);

  if (word > 0)
    return find_command (argv[word]) != NULL || is_mistyped (argv[word]);

  return asks_for (argc, argv, "--help", "-h") || asks_for (argc, argv, "--version", NULL);
}

static void
print_help (void)
{
  oct_cli_print ("%s\n  octant [%s] [%s]\n  octant %s [%s]\n\n", _("Usage:"), _("OPTION…"),
                 _("FILE…"), _("COMMAND"), _("OPTION…"));
  oct_cli_print (
    "%s\n\n", _("Octant shows the register of schools and trusts in England. Without a command it "
                "opens its window, and imports the files that are named."));
  oct_cli_print ("%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf (
        "%s %s", commands[i]->name, commands[i]->arguments != NULL ? commands[i]->arguments : "");

      oct_cli_print ("  %-16s %s\n", usage, _(commands[i]->summary));
    }
  oct_cli_print ("\n%s\n", _("Options of the window and of every command:"));
  oct_cli_print ("  %-16s %s\n", "--demo", _("Use the demonstration trust"));
  oct_cli_print ("  %-16s %s\n", "--data-dir DIR", _("Keep data in this folder"));
  oct_cli_print ("  %-16s %s\n", "--version", _("Print the version"));
  oct_cli_print ("  %-16s %s\n\n", "--help", _("Print this help; after a command, that command’s"));
  oct_cli_print ("%s\n", _("Exit status: 0 done, 1 refused or failed (the reason is on standard "
                           "error), 2 the command was not understood."));
}

static gboolean
take_format (OctCli *cli)
{
  if (cli->command->files)
    return TRUE;
  if (cli->format_name == NULL || g_str_equal (cli->format_name, "table"))
    cli->format = OCT_CLI_TABLE;
  else if (g_str_equal (cli->format_name, "json"))
    cli->format = OCT_CLI_JSON;
  else if (g_str_equal (cli->format_name, "csv") && cli->command->csv)
    cli->format = OCT_CLI_CSV;
  else if (g_str_equal (cli->format_name, "pdf") && cli->command->pdf)
    cli->format = OCT_CLI_PDF;
  else
    return FALSE;

  if (cli->format == OCT_CLI_JSON || cli->format == OCT_CLI_CSV)
    setlocale (LC_MESSAGES, "C");

  return TRUE;
}

static const char *
describe_formats (const OctCliCommand *command)
{
  if (command->pdf)
    return N_("How to write the answer: table (default), csv, json or pdf");

  return command->csv ? N_("How to write the answer: table (default), csv or json")
                      : N_("How to write the answer: table (default) or json");
}

static GOptionContext *
make_context (OctCli *cli, char ***arguments)
{
  const OctCliCommand *command = cli->command;
  g_autofree char *name = g_strdup_printf ("octant %s", command->name);
  GOptionContext *context = g_option_context_new (command->arguments);
  const GOptionEntry common[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &cli->format_name, describe_formats (command),
      N_("FORMAT") },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, N_("Keep data in this folder"),
      N_("DIR") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &cli->demo,
      N_("Use the demonstration trust, in a folder that is thrown away"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, arguments, NULL, NULL },
    { NULL },
  };

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->description);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

static int
check_arguments (OctCli *cli)
{
  guint n = g_strv_length (cli->arguments);

  if (n < cli->command->min_arguments)
    /* Translators: %s is what is missing, such as URN. */
    return oct_cli_usage (cli, _("%s is missing."), cli->command->arguments);
  if (n > cli->command->max_arguments)
    /* Translators: %s is a word of the command line. */
    return oct_cli_usage (cli, _("“%s” is one argument too many."),
                          cli->arguments[cli->command->max_arguments]);

  return OCT_CLI_DONE;
}

static int
parse_and_run (OctCli *cli, char **argv)
{
  g_auto (GStrv) words = argv;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GOptionContext) context = make_context (cli, &arguments);
  g_autoptr (GError) error = NULL;
  char *none[] = { NULL };
  int status;

  if (!g_option_context_parse_strv (context, &words, &error))
    return oct_cli_usage (cli, "%s", error->message);
  if (!take_format (cli))
    /* Translators: %s is what was given after --format. */
    return oct_cli_usage (cli, _("“%s” is not a format of this command."), cli->format_name);

  cli->arguments = arguments != NULL ? arguments : none;
  status = check_arguments (cli);
  if (status == OCT_CLI_DONE)
    status = cli->command->run (cli);
  cli->arguments = NULL;

  return status;
}

static void
close_session (OctCli *cli)
{
  /* Its thread may still be writing into the folder. */
  if (cli->session != NULL)
    oct_workbench_wait (oct_session_get_workbench (cli->session));
  g_clear_object (&cli->session);
  if (cli->throw_away_dir != NULL)
    oct_folder_remove (cli->throw_away_dir);
  g_clear_pointer (&cli->throw_away_dir, g_free);
}

static int
run_command (const OctCliCommand *command, int argc, char **argv, int word)
{
  OctCli cli = { .command = command };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  int status;

  for (int i = 0; i < argc; i++)
    if (i != word)
      g_strv_builder_add (builder, argv[i]);
  words = g_strv_builder_end (builder);

  status = parse_and_run (&cli, g_steal_pointer (&words));
  close_session (&cli);
  g_free (cli.format_name);
  g_free (cli.data_dir);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      oct_cli_warn ("%s", _("The answer could not be written. Is the disk full?"));
      return MAX (status, OCT_CLI_FAILED);
    }

  return status;
}

/**
 * oct_cli_run:
 * @argc: number of arguments
 * @argv: the arguments, with the program's name first
 *
 * Runs the command that the arguments name.
 *
 * Returns: the exit status: 0 done, 1 refused or failed, 2 usage
 */
int
oct_cli_run (int argc, char **argv)
{
  int word = find_word (argc, argv);
  const OctCliCommand *command = word > 0 ? find_command (argv[word]) : NULL;

  if (command != NULL)
    return run_command (command, argc, argv, word);
  if (word > 0)
    {
      /* Translators: %s is a word of the command line. */
      oct_cli_warn (_("“%s” is neither a command nor a file. “octant --help” lists the commands."),
                    argv[word]);
      return OCT_CLI_USAGE;
    }
  if (asks_for (argc, argv, "--version", NULL))
    oct_cli_print ("octant %s\n", OCT_VERSION);
  else
    print_help ();

  return OCT_CLI_DONE;
}
