/* octant trusts: the list of trusts and other groups of schools. */
#include <glib/gi18n.h>
#include <string.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-table.h"
#include "oct-fold.h"

static char *opt_search;
static char *opt_type;
static gboolean opt_closed;

static const GOptionEntry options[] = {
  { "search", 's', 0, G_OPTION_ARG_STRING, &opt_search,
    N_("Words that the trust’s name, town or UID begin with"), N_("TEXT") },
  { "type", 't', 0, G_OPTION_ARG_STRING, &opt_type,
    N_("mat, sat, or all for other groups as well (default: mat and sat)"), N_("TYPE") },
  { "closed", 0, 0, G_OPTION_ARG_NONE, &opt_closed, N_("Also groups that have closed"), NULL },
  { NULL },
};

static gboolean
matches_type (const OctTrustFacts *facts)
{
  gboolean mat = facts->type == OCT_GROUP_MAT;
  gboolean sat = facts->type == OCT_GROUP_SAT || facts->type == OCT_GROUP_SECURE_SAT;

  if (opt_type == NULL)
    return mat || sat;
  if (g_str_equal (opt_type, "mat"))
    return mat;
  if (g_str_equal (opt_type, "sat"))
    return sat;

  return TRUE;
}

static gboolean
has_word (char **words, const char *prefix)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, prefix))
      return TRUE;

  return FALSE;
}

static gboolean
matches_text (const OctTrustFacts *facts, char **wanted)
{
  g_autofree char *all = g_strdup_printf ("%s %s %s %u", facts->name, facts->town, facts->postcode,
                                          facts->uid);
  g_autofree char *folded = oct_fold (all);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (; *wanted != NULL; wanted++)
    if (**wanted != '\0' && !has_word (words, *wanted))
      return FALSE;

  return TRUE;
}

static GPtrArray *
find_trusts (OctCli *cli)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *trusts = oct_register_get_trusts (oct_cli_register (cli));
  g_autofree char *folded = oct_fold (opt_search != NULL ? opt_search : "");
  g_auto (GStrv) wanted = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < g_list_model_get_n_items (trusts); i++)
    {
      g_autoptr (OctTrust) trust = g_list_model_get_item (trusts, i);
      const OctTrustFacts *facts = oct_trust_get_facts (trust);

      if ((facts->open || opt_closed) && matches_type (facts) && matches_text (facts, wanted))
        g_ptr_array_add (found, g_steal_pointer (&trust));
    }

  return found;
}

static void
take_number (OctCliTable *table, gint64 number)
{
  oct_cli_table_take (table,
                      number < 0 ? g_strdup ("") : g_strdup_printf ("%'" G_GINT64_FORMAT, number));
}

static void
print_table (OctCli *cli, GPtrArray *trusts)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();
  g_autofree char *as_at = oct_date_to_text (oct_register_get_as_at (oct_cli_register (cli)));

  oct_cli_table_add_column (table, _("UID"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Name"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Type"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Schools"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Pupils"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("FSM"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Main region"), OCT_CLI_FLEXIBLE);
  for (guint i = 0; i < trusts->len; i++)
    {
      const OctTrustFacts *facts = oct_trust_get_facts (g_ptr_array_index (trusts, i));

      oct_cli_table_take (table, g_strdup_printf ("%u", facts->uid));
      oct_cli_table_add (table, facts->name);
      oct_cli_table_add (table, oct_group_type_label (facts->type));
      take_number (table, oct_trust_facts_know_schools (facts) ? (gint64) facts->schools : -1);
      take_number (table, oct_trust_facts_know_schools (facts) ? facts->pupils : -1);
      oct_cli_table_take (table, facts->fsm_percent < 0
                                   ? g_strdup ("")
                                   : g_strdup_printf (_("%.1f%%"), facts->fsm_percent));
      oct_cli_table_add (table, facts->main_region);
    }
  if (trusts->len > 0)
    {
      oct_cli_table_print (table);
      oct_cli_print ("\n");
    }
  /* Translators: how many groups of schools there are, and a date. */
  oct_cli_print (ngettext ("%'u trust or group, as at %s\n", "%'u trusts and groups, as at %s\n",
                           trusts->len),
                 trusts->len, as_at);
}

static int
run (OctCli *cli)
{
  g_autoptr (GPtrArray) trusts = NULL;

  if (opt_type != NULL && !g_str_equal (opt_type, "mat") && !g_str_equal (opt_type, "sat")
      && !g_str_equal (opt_type, "all"))
    /* Translators: %s is what was typed. */
    return oct_cli_usage (cli, _("“%s” is not a type. Say mat, sat or all."), opt_type);
  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;

  trusts = find_trusts (cli);
  if (cli->format == OCT_CLI_JSON)
    oct_cli_print_trusts_json (trusts);
  else if (cli->format == OCT_CLI_CSV)
    oct_cli_print_trusts_csv (trusts);
  else
    print_table (cli, trusts);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_trusts = {
  .name = "trusts",
  .summary = N_("List trusts with their schools and pupils"),
  .description = N_("The percentage eligible for free school meals (FSM) is weighted by pupils. "
                    "Schools for 16 plus that state 0% are left out: it isn't collected of them."),
  .options = options,
  .csv = TRUE,
  .run = run,
};
