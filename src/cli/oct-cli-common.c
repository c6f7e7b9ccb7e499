/* What every command needs: the session, saying why, and writing an answer.
 *
 * Answers go to standard output and nothing else does, so that a pipe holds what was asked for.
 */
#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "oct-cli-private.h"
#include "oct-error.h"

/* After an update of the program, which is nothing to bother anyone with. */
static gboolean
upgrade (OctCli *cli, GError **error)
{
  g_autoptr (OctJob) job = oct_session_upgrade (cli->session);

  if (job == NULL)
    return FALSE;
  g_clear_error (error);
  oct_job_wait (job);
  if (oct_job_get_error (job) != NULL)
    g_propagate_error (error, g_error_copy (oct_job_get_error (job)));
  return oct_session_get_register (cli->session) != NULL;
}

/**
 * oct_cli_open:
 * @cli: a run
 * @need_register: whether the command can't do without a register
 *
 * Opens the session that the options ask for. Says why on stderr where it can't.
 *
 * Returns: whether the command can go on
 */
gboolean
oct_cli_open (OctCli *cli, gboolean need_register)
{
  g_autoptr (GError) error = NULL;
  const GError *problem;

  if (cli->demo)
    {
      cli->throw_away_dir = g_dir_make_tmp ("octant-demo-XXXXXX", &error);
      if (cli->throw_away_dir == NULL)
        {
          oct_cli_fail (error);
          return FALSE;
        }
      cli->session = oct_session_new_demo (cli->throw_away_dir);
    }
  else
    cli->session = oct_session_new (cli->data_dir);

  if (!oct_session_open (cli->session, &error) && !(need_register && upgrade (cli, &error))
      && (need_register || g_error_matches (error, OCT_ERROR, OCT_ERROR_READ_ONLY)
          || g_error_matches (error, OCT_ERROR, OCT_ERROR_NO_SPACE)))
    {
      oct_cli_fail (error);
      return FALSE;
    }
  problem = oct_session_get_user_problem (cli->session);
  if (problem != NULL)
    oct_cli_warn ("%s", problem->message);

  return TRUE;
}

/**
 * oct_cli_register:
 * @cli: a run whose session was opened with a register
 *
 * Returns: (transfer none): the register
 */
OctRegister *
oct_cli_register (OctCli *cli)
{
  return oct_session_get_register (cli->session);
}

/**
 * oct_cli_fail:
 * @error: what went wrong
 *
 * Says on stderr what went wrong.
 *
 * Returns: the exit status
 */
int
oct_cli_fail (const GError *error)
{
  oct_cli_warn ("%s", error->message);

  return OCT_CLI_FAILED;
}

/**
 * oct_cli_usage:
 * @cli: a run
 * @format: what wasn't understood
 *
 * Says on stderr what was not understood, and where help is.
 *
 * Returns: the exit status
 */
int
oct_cli_usage (OctCli *cli, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  oct_cli_warn ("%s", message);
  /* Translators: %s is the name of a command. */
  oct_cli_warn (_("“octant %s --help” says what it understands."), cli->command->name);

  return OCT_CLI_USAGE;
}

/**
 * oct_cli_warn:
 * @format: what to say
 *
 * Says something on stderr.
 */
void
oct_cli_warn (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("octant: %s\n", message);
}

/**
 * oct_cli_parse_number:
 * @cli: a run
 * @text: what was typed
 * @what: what it should be: "URN"
 * @number: where the number goes
 *
 * Reads a whole number; says on stderr where it isn't one.
 *
 * Returns: whether it is one
 */
gboolean
oct_cli_parse_number (OctCli *cli, const char *text, const char *what, guint32 *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT32, &value, NULL))
    {
      /* Translators: the first %s is what was typed, the second what it should be: “URN”. */
      oct_cli_usage (cli, _("“%s” is not a number, which a %s is."), text, what);
      return FALSE;
    }
  *number = (guint32) value;

  return TRUE;
}

/**
 * oct_cli_parse_date:
 * @cli: a run
 * @text: what was typed
 * @date: where the day goes
 *
 * Reads a day in any of the forms of the public files; says on stderr where it isn't one.
 *
 * Returns: whether it is one
 */
gboolean
oct_cli_parse_date (OctCli *cli, const char *text, OctDate *date)
{
  if (!oct_date_parse (text, -1, date) || *date == OCT_DATE_UNKNOWN)
    {
      /* Translators: %s is what was typed. */
      oct_cli_usage (cli, _("“%s” is not a date. Write it as 2025-01-21."), text);
      return FALSE;
    }

  return TRUE;
}

/**
 * oct_cli_write:
 * @text: bytes
 * @length: how many, or -1 where @text ends by itself
 *
 * Writes bytes on stdout as they are. A failure is found when the program ends.
 */
void
oct_cli_write (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (fwrite (text, 1, n, stdout) != n)
    return;
}

/**
 * oct_cli_save:
 * @path: a file, or "-" for stdout
 * @bytes: what goes into it
 * @error: return location for an error
 *
 * Writes a file whole, over the one that is there.
 *
 * Returns: whether it is written
 */
gboolean
oct_cli_save (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (path, "-"))
    {
      oct_cli_write (data, (gssize) length);
      return TRUE;
    }

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0666, error);
}

/**
 * oct_cli_print:
 * @format: what to say
 *
 * Writes text for people on stdout, in the locale's characters.
 */
void
oct_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s", text);
}

/* The number that begins at @text, as short as it can be and still be the same number: the
 * generator writes 21.7 as 21.699999999999999. */
static const char *
append_number (GString *out, const char *text)
{
  char shorter[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double value = g_ascii_strtod (text, &end);

  g_ascii_formatd (shorter, sizeof shorter, "%.15g", value);
  if ((gsize) (end - text) > strlen (shorter) && g_ascii_strtod (shorter, NULL) == value)
    g_string_append (out, shorter);
  else
    g_string_append_len (out, text, end - text);

  return end;
}

static GString *
shorten_numbers (const char *json)
{
  GString *out = g_string_sized_new (strlen (json) + 1);
  gboolean in_string = FALSE;

  while (*json != '\0')
    {
      if (!in_string && (g_ascii_isdigit (*json) || *json == '-'))
        {
          json = append_number (out, json);
          continue;
        }
      if (in_string && *json == '\\')
        g_string_append_c (out, *json++);
      else if (*json == '"')
        in_string = !in_string;
      g_string_append_c (out, *json++);
    }

  return out;
}

/**
 * oct_cli_print_node:
 * @node: what to write
 * @pretty: whether over several lines
 *
 * Writes JSON on stdout, without a line feed at its end.
 */
void
oct_cli_print_node (JsonNode *node, gboolean pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  GString *shortened;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, pretty);
  text = json_generator_to_data (generator, NULL);
  shortened = shorten_numbers (text);
  oct_cli_write (shortened->str, (gssize) shortened->len);
  g_string_free (shortened, TRUE);
}

/**
 * oct_cli_print_builder:
 * @builder: a whole document
 *
 * Writes JSON on stdout, over several lines.
 */
void
oct_cli_print_builder (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  oct_cli_print_node (root, TRUE);
  oct_cli_write ("\n", -1);
}
