/* octant history, undo and redo: what was done in a workspace, and taking it back. */
#include <glib/gi18n.h>

#include "oct-cli-records.h"
#include "oct-cli-table.h"
#include "oct-cli-workspace.h"

static char *opt_workspace;
static int opt_limit;

static const GOptionEntry history_options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { "limit", 0, 0, G_OPTION_ARG_INT, &opt_limit, N_("List only this many, the newest"),
    N_("NUMBER") },
  { NULL },
};

static const GOptionEntry step_options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { NULL },
};

static const char *
name_person (OctAssessment *assessment, const char *person_id)
{
  const OctPerson *person = person_id != NULL ? oct_assessment_find_person (assessment, person_id)
                                              : NULL;

  return person != NULL ? oct_person_to_text (person) : NULL;
}

static const char *
name_subject (OctAssessment *assessment, const char *school_id)
{
  const OctOwnSchool *school = school_id != NULL
                                 ? oct_assessment_find_school (assessment, school_id)
                                 : NULL;

  return school != NULL ? school->name : NULL;
}

static char *
format_time (gint64 at, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

static void
add_changes (JsonBuilder *builder, const OctEditRecord *edit)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (edit->changes, i);

      json_builder_begin_object (builder);
      oct_cli_add_text (builder, "record", change->record);
      oct_cli_add_text (builder, "field", change->field);
      oct_cli_add_text (builder, "before", change->before);
      oct_cli_add_text (builder, "after", change->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_edit (JsonBuilder *builder, OctAssessment *assessment, const OctEditRecord *edit)
{
  g_autofree char *at = format_time (edit->at, "%Y-%m-%dT%H:%M:%SZ");

  json_builder_begin_object (builder);
  oct_cli_add_number (builder, "number", edit->seq);
  oct_cli_add_text (builder, "at", at);
  oct_cli_add_text (builder, "person", name_person (assessment, edit->person_id));
  oct_cli_add_text (builder, "sentence", edit->sentence);
  oct_cli_add_text (builder, "school", name_subject (assessment, edit->subject));
  oct_cli_add_text (builder, "state", oct_edit_state_to_key (edit->state));
  add_changes (builder, edit);
  json_builder_end_object (builder);
}

static void
print_json (OctAssessment *assessment, GPtrArray *edits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < edits->len; i++)
    add_edit (builder, assessment, g_ptr_array_index (edits, i));
  json_builder_end_array (builder);
  oct_cli_print_builder (builder);
}

static const char *
name_state (OctEditState state)
{
  return state == OCT_EDIT_DONE ? "" : _("undone");
}

static void
print_table (OctAssessment *assessment, GPtrArray *edits)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("When"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Who"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("What"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, "", OCT_CLI_LEFT);
  for (guint i = 0; i < edits->len; i++)
    {
      const OctEditRecord *edit = g_ptr_array_index (edits, i);
      const char *person = name_person (assessment, edit->person_id);

      oct_cli_table_take (table, format_time (edit->at, "%Y-%m-%d %H:%M"));
      oct_cli_table_add (table, person != NULL ? person : "");
      oct_cli_table_add (table, edit->sentence);
      oct_cli_table_add (table, name_state (edit->state));
    }
  oct_cli_table_print (table);
}

static int
run_history (OctCli *cli)
{
  OctHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) edits = NULL;
  GAsyncResult *result = NULL;
  OctAssessment *assessment;
  int status;

  if (opt_limit < 0)
    return oct_cli_usage (cli, _("--limit is a number from 1."));
  assessment = oct_cli_open_workspace (cli, opt_workspace, NULL, &status);
  if (assessment == NULL)
    return status;
  filter.limit = (guint) opt_limit;
  oct_workbench_read_history_async (oct_cli_workbench (cli), &filter, NULL, oct_cli_ready_cb,
                                    &result);
  edits = oct_cli_wait_read (cli, &result);
  if (edits == NULL)
    return OCT_CLI_FAILED;
  if (cli->format == OCT_CLI_JSON)
    print_json (assessment, edits);
  else
    print_table (assessment, edits);

  return OCT_CLI_DONE;
}

static int
take_step (OctCli *cli, gboolean redo)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OctEditRecord) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  OctWorkbench *workbench;
  OctAssessment *assessment;
  int status;

  assessment = oct_cli_open_workspace (cli, opt_workspace, NULL, &status);
  if (assessment == NULL)
    return status;
  workbench = oct_cli_workbench (cli);
  if (redo)
    oct_workbench_redo_async (workbench, oct_cli_ready_cb, &result);
  else
    oct_workbench_undo_async (workbench, oct_cli_ready_cb, &result);
  oct_workbench_wait (workbench);
  edit = oct_workbench_step_finish (workbench, result, &error);
  if (edit == NULL)
    return oct_cli_fail (error);
  if (cli->format != OCT_CLI_JSON)
    {
      /* Translators: %s is what was done: “Judged Improvement at Oak Primary: Embedded”. */
      oct_cli_print (redo ? _("Done again: %s\n") : _("Undone: %s\n"), edit->sentence);
      return OCT_CLI_DONE;
    }
  builder = json_builder_new ();
  add_edit (builder, oct_workbench_get_assessment (workbench), edit);
  oct_cli_print_builder (builder);

  return OCT_CLI_DONE;
}

static int
run_undo (OctCli *cli)
{
  return take_step (cli, FALSE);
}

static int
run_redo (OctCli *cli)
{
  return take_step (cli, TRUE);
}

const OctCliCommand oct_cli_history = {
  .name = "history",
  .summary = N_("List what was done in the workspace, the newest first"),
  .options = history_options,
  .run = run_history,
};

const OctCliCommand oct_cli_undo = {
  .name = "undo",
  .summary = N_("Take back the last thing done in the workspace"),
  .options = step_options,
  .run = run_undo,
};

const OctCliCommand oct_cli_redo = {
  .name = "redo",
  .summary = N_("Do again what was undone last"),
  .options = step_options,
  .run = run_redo,
};
