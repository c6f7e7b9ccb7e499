/* octant export: plans into a spreadsheet, a table that loses nothing, or a calendar; support into a
 * spreadsheet or a table.
 */
#include <glib/gi18n.h>

#include "oct-cli-plan-json.h"
#include "oct-cli-workspace.h"
#include "oct-support-table.h"

static char *opt_workspace;
static char *opt_out;

static const GOptionEntry options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &opt_out, N_("The file to write, or “-”"), N_("FILE") },
  { NULL },
};

static gboolean
save_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) taken = bytes;

  return oct_cli_save (opt_out, taken, error);
}

/* Its events are revisions of the time when what they say was changed last. */
static gboolean
save_calendar (OctCli *cli, OctPlanExport *from, GError **error)
{
  GAsyncResult *result = NULL;
  g_autoptr (GHashTable) revisions = NULL;
  gboolean done;

  oct_workbench_read_revisions_async (oct_cli_workbench (cli), oct_cli_ready_cb, &result);
  oct_workbench_wait (oct_cli_workbench (cli));
  revisions = oct_workbench_read_finish (oct_cli_workbench (cli), result, error);
  g_clear_object (&result);
  if (revisions == NULL)
    return FALSE;
  from->revisions = revisions;
  done = save_bytes (oct_plan_export_to_calendar (from), error);
  from->revisions = NULL;

  return done;
}

/* By what the format says, or else the file's name. */
static const char *
choose_format (OctCli *cli)
{
  static const char *const formats[] = { "xlsx", "csv", "ics" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *suffix = g_strconcat (".", formats[i], NULL);

      if (cli->format_name != NULL ? g_str_equal (cli->format_name, formats[i])
                                   : g_str_has_suffix (opt_out, suffix))
        return formats[i];
    }

  return NULL;
}

static gboolean
save_support (const OctPlanExport *from, const char *format, GError **error)
{
  if (g_str_equal (format, "xlsx"))
    return oct_support_to_xlsx (from->assessment, from->book, opt_out, error);

  return save_bytes (oct_support_to_csv (from->assessment, from->book), error);
}

static gboolean
save_plans (OctCli *cli, OctPlanExport *from, const char *format, GError **error)
{
  if (g_str_equal (format, "xlsx"))
    return oct_plan_export_to_xlsx (from, opt_out, error);
  if (g_str_equal (format, "csv"))
    return save_bytes (oct_plan_export_to_csv (from), error);

  return save_calendar (cli, from, error);
}

static int
run (OctCli *cli)
{
  gboolean support = g_str_equal (cli->arguments[0], "support");
  OctPlanExport from;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  const char *format;
  gboolean done;
  int status;

  if (!support && !g_str_equal (cli->arguments[0], "plans"))
    return oct_cli_usage (
      cli,
      /* Translators: %s is a word of the command line. */
      _("“%s” can’t be exported. “octant export plans” exports plans, “octant export support” who "
        "supports whom."),
      cli->arguments[0]);
  if (opt_out == NULL)
    return oct_cli_usage (cli, "%s", _("Say where to: --out FILE."));
  format = choose_format (cli);
  if (format == NULL)
    return oct_cli_usage (cli, "%s", _("Say what to make: --format xlsx, csv or ics."));
  if (support && g_str_equal (format, "ics"))
    return oct_cli_usage (cli, "%s", _("Support is written as xlsx or csv."));
  if (g_str_equal (format, "xlsx") && g_str_equal (opt_out, "-"))
    return oct_cli_usage (cli, "%s", _("A spreadsheet needs a file: --out FILE."));
  if (!oct_cli_open_plans (cli, opt_workspace, &from, &status))
    return status;
  plans = from.plans;
  done = support ? save_support (&from, format, &error) : save_plans (cli, &from, format, &error);

  return done ? OCT_CLI_DONE : oct_cli_fail (error);
}

const OctCliCommand oct_cli_export = {
  .name = "export",
  .arguments = "plans|support",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_("Write improvement plans or support as a spreadsheet, a table or a calendar"),
  .description = N_(
    "The format is xlsx, csv or ics; without --format that of the file’s name. The table holds "
    "everything, and “octant import FILE --as plan” takes it back. Support has no calendar."),
  .options = options,
  .files = TRUE,
  .run = run,
};
