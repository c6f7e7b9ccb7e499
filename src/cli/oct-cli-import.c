/* octant import: public files into the register. */
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "oct-cli-import-plan.h"
#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-workspace.h"
#include "oct-error.h"
#include "oct-folder.h"

/* How many refused rows are told one by one in a terminal. */
#define REFUSALS_SHOWN 10

static char *opt_published;
static char *opt_as;
static OctCliPlanImport plan;

static const GOptionEntry options[] = {
  { "published", 0, 0, G_OPTION_ARG_STRING, &opt_published,
    N_("The day the files were published, where their names don’t say it"), N_("DATE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, &opt_as,
    N_("What the file is: “plan” for a table of an improvement plan"), "plan" },
  { "school", 0, 0, G_OPTION_ARG_STRING, &plan.school, N_("The school a plan is for, by its URN"),
    N_("URN") },
  { "year", 0, 0, G_OPTION_ARG_STRING, &plan.year,
    N_("The school year a plan begins in; this one where it is left out"), "2025/26" },
  { "title", 0, 0, G_OPTION_ARG_STRING, &plan.title, N_("What a plan is called"), N_("TITLE") },
  OCT_CLI_WORKSPACE_OPTION (&plan.workspace),
  { NULL },
};

/* Standard input as a file in a folder of its own, since the importer maps and reads twice. */
static char *
copy_standard_input (char **folder, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) output = NULL;
  char buffer[65536];
  gboolean ok = TRUE;
  gsize n;

  *folder = g_dir_make_tmp ("octant-import-XXXXXX", error);
  if (*folder == NULL)
    return NULL;
  path = g_build_filename (*folder, "standard-input", NULL);
  file = g_file_new_for_path (path);
  output = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  if (output == NULL)
    return NULL;
  while (ok && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    ok = g_output_stream_write_all (G_OUTPUT_STREAM (output), buffer, n, NULL, NULL, error);
  if (ok)
    ok = g_output_stream_close (G_OUTPUT_STREAM (output), NULL, error);

  return ok ? g_steal_pointer (&path) : NULL;
}

static gboolean
interrupted_cb (gpointer user_data)
{
  oct_job_cancel (user_data);

  return G_SOURCE_CONTINUE;
}

/* On a terminal only: one line that is written over. */
static void
show_progress_cb (OctJob *job)
{
  const char *detail = oct_job_get_detail (job);
  double fraction = oct_job_get_fraction (job);

  if (detail == NULL)
    return;
  if (fraction >= 0)
    g_printerr ("\r\033[K%s · %.0f%%", detail, fraction * 100);
  else
    g_printerr ("\r\033[K%s", detail);
}

static void
wait_for (OctJob *job)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, job);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, job);
  gboolean terminal = isatty (STDERR_FILENO);

  if (terminal)
    {
      g_signal_connect (job, "notify::detail", G_CALLBACK (show_progress_cb), NULL);
      g_signal_connect (job, "notify::fraction", G_CALLBACK (show_progress_cb), NULL);
    }
  oct_job_wait (job);
  if (terminal)
    g_printerr ("\r\033[K");
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

static void
add_strings (JsonBuilder *builder, const char *key, char **strings)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (; strings != NULL && *strings != NULL; strings++)
    json_builder_add_string_value (builder, *strings);
  json_builder_end_array (builder);
}

static void
add_refusals (JsonBuilder *builder, GPtrArray *refusals)
{
  json_builder_set_member_name (builder, "refusals");
  json_builder_begin_array (builder);
  for (guint i = 0; refusals != NULL && i < refusals->len; i++)
    {
      const OctImportRefusal *refusal = g_ptr_array_index (refusals, i);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "line", refusal->line);
      oct_cli_add_text (builder, "reason", refusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_report (JsonBuilder *builder, const OctImportReport *report)
{
  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "file", report->file_name);
  oct_cli_add_text (builder, "dataset", report->dataset);
  oct_cli_add_text (builder, "title", report->title);
  oct_cli_add_date (builder, "published", report->published);
  oct_cli_add_number (builder, "rows", report->rows);
  oct_cli_add_number (builder, "added", report->added);
  oct_cli_add_number (builder, "changed", report->changed);
  oct_cli_add_number (builder, "unchanged", report->unchanged);
  oct_cli_add_number (builder, "refused", report->refused);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, (gint64) (report->seconds * 1000 + 0.5) / 1000.0);
  json_builder_set_member_name (builder, "duplicate");
  json_builder_add_boolean_value (builder, report->duplicate);
  json_builder_set_member_name (builder, "late");
  json_builder_add_boolean_value (builder, report->late);
  oct_cli_add_text (builder, "sha256", report->sha256);
  oct_cli_add_text (builder, "error", report->error != NULL ? report->error->message : NULL);
  add_strings (builder, "unknown_columns", report->unknown_columns);
  add_refusals (builder, report->refusals);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    add_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  oct_cli_print_builder (builder);
}

static void
print_refusals (const OctImportReport *report)
{
  guint n = report->refusals != NULL ? MIN (report->refusals->len, REFUSALS_SHOWN) : 0;

  for (guint i = 0; i < n; i++)
    {
      const OctImportRefusal *refusal = g_ptr_array_index (report->refusals, i);

      /* Translators: a line number and why that line was refused. */
      oct_cli_print (_("  line %u: %s\n"), refusal->line, refusal->reason);
    }
  if (report->refused > n)
    /* Translators: how many more rows were refused. */
    oct_cli_print (ngettext ("  and %'u more; --format json lists them\n",
                             "  and %'u more; --format json lists them\n", report->refused - n),
                   report->refused - n);
}

static void
print_report (const OctImportReport *report)
{
  if (report->error != NULL)
    return;
  /* Translators: the name of a file and what it is. */
  oct_cli_print (_("%s: %s\n"), report->file_name, report->title);
  if (report->duplicate)
    {
      oct_cli_print ("  %s\n", _("This very file was imported before; nothing was changed."));
      return;
    }
  /* Translators: numbers of rows. */
  oct_cli_print (_("  %'u rows: %'u added, %'u changed, %'u unchanged, %'u refused (%.1f s)\n"),
                 report->rows, report->added, report->changed, report->unchanged, report->refused,
                 report->seconds);
  if (report->late)
    oct_cli_print ("  %s\n",
                   _("An older release: it entered the history at its own date; counts are "
                     "against the release before it."));
  print_refusals (report);
  if (report->unknown_columns != NULL && report->unknown_columns[0] != NULL)
    {
      g_autofree char *columns = g_strjoinv (", ", report->unknown_columns);

      /* Translators: %s is a list of columns of a file. */
      oct_cli_print (_("  Columns that are new to Octant and were left out: %s\n"), columns);
    }
}

static int
answer (OctCli *cli, GPtrArray *reports)
{
  int status = OCT_CLI_DONE;

  if (cli->format == OCT_CLI_JSON)
    print_json (reports);
  for (guint i = 0; i < reports->len; i++)
    {
      const OctImportReport *report = g_ptr_array_index (reports, i);

      if (cli->format != OCT_CLI_JSON)
        print_report (report);
      if (report->error == NULL)
        continue;
      /* Translators: the name of a file and why it was not imported. */
      oct_cli_warn (_("%s: %s"), report->file_name, report->error->message);
      if (g_error_matches (report->error, OCT_ERROR, OCT_ERROR_NO_DATE))
        oct_cli_warn ("%s", _("Say it with --published, such as --published 2025-01-21."));
      status = OCT_CLI_FAILED;
    }

  return status;
}

static char **
take_paths (OctCli *cli, char **folder, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; cli->arguments[i] != NULL; i++)
    {
      g_autofree char *copied = NULL;

      if (!g_str_equal (cli->arguments[i], "-") || *folder != NULL)
        {
          g_strv_builder_add (builder, cli->arguments[i]);
          continue;
        }
      copied = copy_standard_input (folder, error);
      if (copied == NULL)
        return NULL;
      g_strv_builder_add (builder, copied);
    }

  return g_strv_builder_end (builder);
}

static int
import (OctCli *cli, OctDate published, char **folder)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = take_paths (cli, folder, &error);
  g_autoptr (OctJob) job = NULL;

  if (paths == NULL)
    return oct_cli_fail (error);
  job = oct_session_import (cli->session, (const char *const *) paths, published);
  wait_for (job);
  if (g_error_matches (oct_job_get_error (job), G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      oct_cli_warn ("%s", _("The import was stopped. The register is as it was."));
      return OCT_CLI_FAILED;
    }
  if (oct_job_get_error (job) != NULL)
    return oct_cli_fail (oct_job_get_error (job));

  return answer (cli, oct_job_get_result (job));
}

static int
run (OctCli *cli)
{
  OctDate published = OCT_DATE_UNKNOWN;
  g_autofree char *folder = NULL;
  int status;

  if (opt_as != NULL && !g_str_equal (opt_as, "plan"))
    /* Translators: %s is what was given after --as. */
    return oct_cli_usage (cli, _("“%s” can’t be imported. Files of the register need no --as."),
                          opt_as);
  if (opt_as != NULL)
    return oct_cli_import_plan (cli, &plan);
  if (opt_published != NULL && !oct_cli_parse_date (cli, opt_published, &published))
    return OCT_CLI_USAGE;
  if (!oct_cli_open (cli, FALSE))
    return OCT_CLI_FAILED;
  status = import (cli, published, &folder);
  if (folder != NULL)
    oct_folder_remove (folder);

  return status;
}

const OctCliCommand oct_cli_import = {
  .name = "import",
  .arguments = "FILE…",
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .summary = N_("Take public files into the register"),
  .description = N_(
    "Files are .csv or .zip as they come from the web site, in any order; “-” is standard "
    "input. A file that can’t be used changes nothing. With --as plan, a table of an improvement "
    "plan (.csv, or tabs between its cells) becomes a plan of the workspace; one that “octant "
    "export plans” wrote is taken back as it was."),
  .options = options,
  .run = run,
};
