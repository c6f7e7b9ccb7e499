/* octant check: whether the stores are sound. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-error.h"

typedef struct
{
  const char *store;
  char *state;
  char *problem;
} Finding;

static void
finding_clear (Finding *finding)
{
  g_free (finding->state);
  g_free (finding->problem);
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

static void
print_json (const Finding *findings, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      oct_cli_add_text (builder, "store", findings[i].store);
      oct_cli_add_text (builder, "state", findings[i].state);
      oct_cli_add_text (builder, "problem", findings[i].problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  oct_cli_print_builder (builder);
}

static void
print_table (const Finding *findings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *store = g_str_equal (findings[i].store, "register")
                            ? _("Register of schools and trusts")
                            : _("Stars, saved views and settings");
      const char *state = g_str_equal (findings[i].state, "sound")    ? _("sound")
                          : g_str_equal (findings[i].state, "absent") ? _("nothing imported yet")
                                                                      : _("not usable");

      oct_cli_print ("%s: %s\n", store, state);
    }
}

static int
run (OctCli *cli)
{
  Finding findings[2] = { 0 };
  int status = OCT_CLI_DONE;

  if (!oct_cli_open (cli, FALSE))
    return OCT_CLI_FAILED;
  check_register (cli, &findings[0]);
  check_user (cli, &findings[1]);
  if (cli->format == OCT_CLI_JSON)
    print_json (findings, G_N_ELEMENTS (findings));
  else
    print_table (findings, G_N_ELEMENTS (findings));
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      if (findings[i].problem != NULL)
        {
          oct_cli_warn ("%s", findings[i].problem);
          status = OCT_CLI_FAILED;
        }
      finding_clear (&findings[i]);
    }

  return status;
}

const OctCliCommand oct_cli_check = {
  .name = "check",
  .summary = N_("Check that the stores are sound"),
  .run = run,
};
