/* Opening a workspace for a command, which waits where the window would go on. */
#include "oct-cli-workspace.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * oct_cli_workbench:
 * @cli: a run whose session is open
 *
 * Returns: (transfer none): the workbench
 */
OctWorkbench *
oct_cli_workbench (OctCli *cli)
{
  return oct_session_get_workbench (cli->session);
}

/**
 * oct_cli_ready_cb:
 * @user_data: where the result goes
 *
 * Keeps the result of an asynchronous call for whoever waits for it.
 */
void
oct_cli_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/**
 * oct_cli_wait_read:
 * @cli: a run with a workspace
 * @result: (inout): where oct_cli_ready_cb() puts the result of the read that was asked for
 *
 * Waits for a read of the workbench. Says why on stderr where it fails.
 *
 * Returns: (transfer full) (nullable): its answer
 */
gpointer
oct_cli_wait_read (OctCli *cli, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  gpointer answer;

  oct_workbench_wait (oct_cli_workbench (cli));
  answer = oct_workbench_read_finish (oct_cli_workbench (cli), *result, &error);
  g_clear_object (result);
  if (answer == NULL)
    oct_cli_fail (error);

  return answer;
}

static gboolean
is_file (const char *workspace)
{
  return strchr (workspace, G_DIR_SEPARATOR) != NULL
         || g_str_has_suffix (workspace, OCT_WORKSPACE_SUFFIX);
}

/* One that was asked for; or the only one there is, where none was open last. */
static char *
choose_path (OctCli *cli, const char *workspace)
{
  OctWorkbench *workbench = oct_cli_workbench (cli);
  g_autofree char *folder = oct_workbench_get_folder (workbench);
  g_autofree char *file = NULL;

  if (workspace != NULL && is_file (workspace))
    return g_strdup (workspace);
  if (workspace == NULL)
    {
      g_auto (GStrv) names = oct_workbench_list (workbench);

      if (oct_workbench_get_name (workbench) != NULL
          || oct_workbench_get_problem (workbench) != NULL || g_strv_length (names) != 1)
        return NULL;
      file = g_strconcat (names[0], OCT_WORKSPACE_SUFFIX, NULL);
    }
  else
    file = g_strconcat (workspace, OCT_WORKSPACE_SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

/* Which cycle is meant: by its name, in small letters or capitals, or by its id. */
static const char *
find_cycle (OctAssessment *assessment, const char *text)
{
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);
      g_autofree char *name = g_utf8_casefold (cycle->name, -1);

      if (g_str_equal (cycle->id, text) || g_str_equal (name, folded))
        return cycle->id;
    }

  return NULL;
}

static void
say_no_workspace (OctWorkbench *workbench)
{
  g_auto (GStrv) names = oct_workbench_list (workbench);
  const char *problem = oct_workbench_get_problem (workbench);

  if (problem != NULL)
    oct_cli_warn ("%s", problem);
  else if (g_strv_length (names) > 1)
    oct_cli_warn ("%s", _("There are several workspaces. Say which with --workspace NAME."));
  else
    oct_cli_warn ("%s", _("There is no workspace yet. Choose your trust in the window first, or "
                          "look at the demonstration with --demo."));
}

/**
 * oct_cli_open_workspace:
 * @cli: a run
 * @workspace: (nullable): a name or a file; the one that was open last when %NULL
 * @cycle: (nullable): a cycle's name or id; the latest when %NULL
 * @status: (out): the exit status where there is no assessment
 *
 * Opens the session and the workspace. Says why on stderr where it can't.
 *
 * Returns: (transfer none) (nullable): the assessment of that cycle
 */
OctAssessment *
oct_cli_open_workspace (OctCli *cli, const char *workspace, const char *cycle, int *status)
{
  g_autofree char *path = NULL;
  OctWorkbench *workbench;
  OctAssessment *assessment;
  const char *id;

  *status = OCT_CLI_FAILED;
  if (!oct_cli_open (cli, FALSE))
    return NULL;
  workbench = oct_cli_workbench (cli);
  oct_workbench_wait (workbench);
  path = choose_path (cli, workspace);
  if (path != NULL)
    {
      oct_workbench_close (workbench);
      oct_workbench_visit_async (workbench, path, NULL, NULL);
      oct_workbench_wait (workbench);
    }
  assessment = oct_workbench_get_assessment (workbench);
  if (assessment == NULL)
    {
      say_no_workspace (workbench);
      return NULL;
    }
  if (cycle == NULL)
    return assessment;
  id = find_cycle (assessment, cycle);
  if (id == NULL)
    {
      /* Translators: %s is what was given after --cycle. */
      *status = oct_cli_usage (cli, _("There is no cycle “%s” in the workspace."), cycle);
      return NULL;
    }
  oct_workbench_choose_cycle (workbench, id);
  oct_workbench_wait (workbench);

  return oct_workbench_get_assessment (workbench);
}
