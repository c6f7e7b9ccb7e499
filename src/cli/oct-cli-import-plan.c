/* octant import --as plan; see the header.
 *
 * Columns are guessed, and what can't be understood is told by its line and kept as words. Everything
 * is one edit, which “octant undo” takes back.
 */
#include "oct-cli-import-plan.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "oct-cli-records.h"
#include "oct-cli-workspace.h"
#include "oct-plan-table.h"
#include "oct-term-calendar.h"

/* (transfer full): a file, or standard input for "-". */
static GBytes *
read_bytes (const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  char buffer[65536];
  char *content;
  gsize length;
  gsize n;

  if (!g_str_equal (path, "-"))
    return g_file_get_contents (path, &content, &length, error) ? g_bytes_new_take (content, length)
                                                                : NULL;
  bytes = g_byte_array_new ();
  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* "2025/26" or "2025"; this school year where it is left out. */
static gboolean
parse_year (const char *text, gint64 *starts)
{
  g_auto (GStrv) parts = NULL;
  guint64 year;

  *starts = oct_term_calendar_year_of (oct_date_today ());
  if (text == NULL)
    return TRUE;
  parts = g_strsplit (text, "/", 2);
  if (!g_ascii_string_to_unsigned (parts[0], 10, 1990, 2100, &year, NULL))
    return FALSE;
  *starts = (gint64) year;

  return TRUE;
}

static int
set_target (OctCli *cli, const OctCliPlanImport *options, const OctPlanTable *table,
            OctPlanTarget *target)
{
  const OctOwnSchool *school;
  guint32 urn;

  if (!parse_year (options->year, &target->starts))
    /* Translators: %s is what was given after --year. */
    return oct_cli_usage (cli, _("“%s” is no school year, such as 2025/26."), options->year);
  target->title = options->title;
  if (options->school == NULL)
    return table->exported
             ? OCT_CLI_DONE
             : oct_cli_usage (cli, "%s", _("Say which school the plan is for: --school URN."));
  if (!oct_cli_parse_number (cli, options->school, _("URN"), &urn))
    return OCT_CLI_USAGE;
  school = oct_assessment_find_urn (target->assessment, urn);
  if (school == NULL)
    {
      oct_cli_warn (_("The school %u isn’t in this workspace."), urn);
      return OCT_CLI_FAILED;
    }
  target->school_id = school->id;

  return OCT_CLI_DONE;
}

/* Answers. */

static const char *
get_plan_id (const OctPlanTaken *taken)
{
  GPtrArray *puts = taken->change->puts;

  for (guint i = 0; i < puts->len; i++)
    if (((const OctRecord *) g_ptr_array_index (puts, i))->kind == &oct_plan_kind)
      return ((const OctRecord *) g_ptr_array_index (puts, i))->id;

  return NULL;
}

static void
print_json (const OctPlanTaken *taken, const char *plan_id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "plan_id", plan_id);
  oct_cli_add_number (builder, "plans", taken->plans);
  oct_cli_add_number (builder, "objectives", taken->objectives);
  oct_cli_add_number (builder, "success_criteria", taken->criteria);
  oct_cli_add_number (builder, "actions", taken->actions);
  oct_cli_add_number (builder, "milestones", taken->milestones);
  oct_cli_add_number (builder, "reviews", taken->reviews);
  oct_cli_add_number (builder, "people", taken->people);
  json_builder_set_member_name (builder, "refusals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < taken->refusals->len; i++)
    {
      const OctPlanRefusal *refusal = g_ptr_array_index (taken->refusals, i);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "line", refusal->line);
      oct_cli_add_text (builder, "column", refusal->column);
      oct_cli_add_text (builder, "text", refusal->text);
      oct_cli_add_text (builder, "reason", refusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  oct_cli_print_builder (builder);
}

static void
print_text (const OctPlanTaken *taken, gboolean differs)
{
  g_autofree char *made = oct_plan_taken_to_text (taken);

  oct_cli_print ("%s\n", differs ? made : _("Nothing differs from what is there."));
  if (taken->refusals->len > 0)
    oct_cli_print (ngettext ("%'u cell could not be understood, and is kept in a note:\n",
                             "%'u cells could not be understood, and are kept in notes:\n",
                             taken->refusals->len),
                   taken->refusals->len);
  for (guint i = 0; i < taken->refusals->len; i++)
    {
      const OctPlanRefusal *refusal = g_ptr_array_index (taken->refusals, i);

      /* Translators: a line number, a column, what stands there, and why it was refused. */
      oct_cli_print (_("  line %u, %s: “%s”. %s\n"), refusal->line, refusal->column, refusal->text,
                     refusal->reason);
    }
}

/* What each column was taken for; an export's own are known. */
static void
print_columns (const OctPlanTable *table)
{
  if (table->exported)
    return;
  oct_cli_print ("%s\n", _("Columns:"));
  for (guint i = 0; i < table->n_columns; i++)
    /* Translators: a heading of a table, and what its column was taken for. */
    oct_cli_print (_("  %s → %s\n"), table->header[i], oct_plan_column_to_text (table->columns[i]));
}

/* Keeps what was taken as one edit. */
static int
put (OctCli *cli, OctPlanTaken *taken, const OctPlanTarget *target, const char *plan_id)
{
  OctWorkbench *workbench = oct_cli_workbench (cli);
  const OctOwnSchool *school = target->school_id != NULL
                                 ? oct_assessment_find_school (target->assessment,
                                                               target->school_id)
                                 : NULL;
  g_autofree char *sentence = school != NULL
                                /* Translators: %s is a school. */
                                ? g_strdup_printf (_("Imported a plan for %s"), school->name)
                                : g_strdup (_("Imported plans"));
  g_autofree char *location = plan_id != NULL ? g_strconcat ("plan/", plan_id, NULL)
                                              : g_strdup ("plans");
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = target->school_id };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  oct_workbench_change_records_async (workbench, &info, g_steal_pointer (&taken->change),
                                      oct_cli_ready_cb, &result);
  oct_workbench_wait (workbench);

  return oct_workbench_edit_finish (workbench, result, &error) ? OCT_CLI_DONE
                                                               : oct_cli_fail (error);
}

static int
take (OctCli *cli, const OctPlanTable *table, const OctPlanTarget *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlanTaken) taken = oct_plan_table_take (table, target, &error);
  g_autofree char *plan_id = NULL;
  gboolean differs;
  int status = OCT_CLI_DONE;

  if (taken == NULL)
    return oct_cli_fail (error);
  plan_id = g_strdup (get_plan_id (taken));
  differs = !oct_record_change_is_empty (taken->change);
  if (differs)
    status = put (cli, taken, target, plan_id);
  if (status != OCT_CLI_DONE)
    return status;
  if (cli->format == OCT_CLI_JSON)
    print_json (taken, plan_id);
  else
    {
      print_text (taken, differs);
      print_columns (table);
    }

  return OCT_CLI_DONE;
}

/**
 * oct_cli_import_plan:
 * @cli: a run
 * @options: what the options say
 *
 * Imports a table as a plan of the workspace, as one edit, and says what became of it.
 *
 * Returns: the exit status
 */
int
oct_cli_import_plan (OctCli *cli, const OctCliPlanImport *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OctPlanTable) table = NULL;
  OctPlanTarget target = { 0 };
  int status;

  if (cli->arguments[1] != NULL)
    return oct_cli_usage (cli, "%s", _("Import one plan at a time."));
  bytes = read_bytes (cli->arguments[0], &error);
  if (bytes != NULL)
    table = oct_plan_table_read (bytes, cli->arguments[0], &error);
  if (table == NULL)
    return oct_cli_fail (error);
  target.assessment = oct_cli_open_workspace (cli, options->workspace, NULL, &status);
  if (target.assessment == NULL)
    return status;
  target.book = oct_workbench_get_plans (oct_cli_workbench (cli));
  status = set_target (cli, options, table, &target);

  return status == OCT_CLI_DONE ? take (cli, table, &target) : status;
}
