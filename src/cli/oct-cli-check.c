/* octant check: whether the stores are sound. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-error.h"
#include "oct-workspace-names.h"

typedef struct
{
  const char *store;
  char *name; /* (nullable): of a workspace */
  char *state;
  char *problem;
} Finding;

static void
finding_free (Finding *finding)
{
  g_free (finding->name);
  g_free (finding->state);
  g_free (finding->problem);
  g_free (finding);
}

static void
set_finding (Finding *finding, const char *state, const GError *error)
{
  finding->state = g_strdup (state);
  finding->problem = error != NULL ? g_strdup (error->message) : NULL;
}

static void
check_register (OctCli *cli, Finding *finding)
{
  OctRegister *reg = oct_cli_register (cli);
  const GError *problem = oct_session_get_problem (cli->session);
  g_autoptr (GError) error = NULL;

  finding->store = "register";
  if (problem != NULL)
    set_finding (finding, "damaged", problem);
  else if (reg == NULL)
    set_finding (finding, "absent", NULL);
  else if (oct_register_check (reg, &error))
    set_finding (finding, "sound", NULL);
  else
    set_finding (finding, "damaged", error);
}

static void
check_user (OctCli *cli, Finding *finding)
{
  g_autoptr (GError) error = NULL;

  finding->store = "user";
  if (oct_session_check_user (cli->session, &error))
    set_finding (finding, "sound", NULL);
  else
    set_finding (finding, "damaged", error);
}

static const char *
state_of (int code)
{
  if (code == OCT_ERROR_BUSY)
    return "in-use";

  return code == OCT_ERROR_NEWER ? "newer" : "damaged";
}

/* Whoever has it open alone, as on a network home, keeps it from being read: that is no damage. */
static void
check_workspace (Finding *finding, OctWorkspaceFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = NULL;

  finding->store = "workspace";
  finding->name = g_strdup (file->name);
  oct_workspace_examine (file);
  if (file->problem != NULL)
    {
      finding->state = g_strdup (state_of (file->code));
      finding->problem = g_strdup (file->problem);
      return;
    }
  workspace = oct_workspace_open (file->path, OCT_WORKSPACE_READ_ONLY, &error);
  if (workspace != NULL && oct_workspace_check (workspace, &error))
    set_finding (finding, "sound", NULL);
  else
    set_finding (finding, error->domain == OCT_ERROR ? state_of (error->code) : "damaged", error);
}

static Finding *
add_finding (GPtrArray *findings)
{
  Finding *finding = g_new0 (Finding, 1);

  g_ptr_array_add (findings, finding);

  return finding;
}

static void
check_workspaces (OctCli *cli, GPtrArray *findings)
{
  g_autofree char *folder = g_build_filename (oct_session_get_data_dir (cli->session), "workspaces",
                                              NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = oct_workspace_list (folder, &error);

  if (files == NULL)
    {
      Finding *finding = add_finding (findings);

      finding->store = "workspace";
      set_finding (finding, "damaged", error);
      return;
    }
  for (guint i = 0; i < files->len; i++)
    check_workspace (add_finding (findings), g_ptr_array_index (files, i));
}

static void
print_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      oct_cli_add_text (builder, "store", finding->store);
      if (finding->name != NULL)
        oct_cli_add_text (builder, "name", finding->name);
      oct_cli_add_text (builder, "state", finding->state);
      oct_cli_add_text (builder, "problem", finding->problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  oct_cli_print_builder (builder);
}

static const char *
word_of (const char *state)
{
  static const struct
  {
    const char *state;
    const char *word;
  } words[] = {
    { "sound", N_ ("sound") },
    { "absent", N_ ("nothing imported yet") },
    { "in-use", N_ ("open elsewhere, so not checked") },
    { "newer", N_ ("written by a newer version of Octant") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].state, state))
      return _(words[i].word);

  return _("not usable");
}

static void
print_table (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = g_ptr_array_index (findings, i);
      const char *store = g_str_equal (finding->store, "register")
                            ? _("Register of schools and trusts")
                          : g_str_equal (finding->store, "user")
                            ? _("Stars, saved views and settings")
                            : _("Workspace");
      const char *state = word_of (finding->state);

      if (finding->name != NULL)
        oct_cli_print ("%s “%s”: %s\n", store, finding->name, state);
      else
        oct_cli_print ("%s: %s\n", store, state);
    }
}

static int
run (OctCli *cli)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  int status = OCT_CLI_DONE;

  if (!oct_cli_open (cli, FALSE))
    return OCT_CLI_FAILED;
  check_register (cli, add_finding (findings));
  check_user (cli, add_finding (findings));
  check_workspaces (cli, findings);
  if (cli->format == OCT_CLI_JSON)
    print_json (findings);
  else
    print_table (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = g_ptr_array_index (findings, i);

      if (finding->problem == NULL)
        continue;
      oct_cli_warn ("%s", finding->problem);
      status = OCT_CLI_FAILED;
    }

  return status;
}

const OctCliCommand oct_cli_check = {
  .name = "check",
  .summary = N_("Check that the stores are sound"),
  .run = run,
};
