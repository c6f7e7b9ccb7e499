/* octant trust: one trust with its figures, its schools and its growth. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-table.h"
#include "oct-error.h"

static OctResult *
find_schools (OctCli *cli, guint32 uid)
{
  g_autoptr (OctSchoolQuery) query = oct_make_group_query (cli->session, uid, TRUE);

  oct_school_query_set_sort (query, OCT_COLUMN_NAME, FALSE);

  return oct_session_search (cli->session, query);
}

static void
add_growth (JsonBuilder *builder, GArray *growth)
{
  json_builder_set_member_name (builder, "growth");
  json_builder_begin_array (builder);
  for (guint i = 0; i < growth->len; i++)
    {
      const OctTrustGrowth *point = &g_array_index (growth, OctTrustGrowth, i);

      json_builder_begin_object (builder);
      oct_cli_add_date (builder, "date", point->date);
      oct_cli_add_number (builder, "schools", point->schools);
      oct_cli_add_number (builder, "pupils", point->pupils);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (OctCli *cli, const OctTrustFacts *facts, const OctResult *schools, GArray *growth)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  OctIndex *index = oct_register_get_index (oct_cli_register (cli));

  json_builder_begin_object (builder);
  oct_cli_add_trust (builder, facts);
  oct_cli_add_date (builder, "as_at", oct_register_get_as_at (oct_cli_register (cli)));
  json_builder_set_member_name (builder, "school_list");
  json_builder_begin_array (builder);
  for (guint i = 0; i < schools->n_rows; i++)
    {
      OctSchoolFacts school;

      oct_index_get_facts (index, schools->rows[i], &school);
      json_builder_begin_object (builder);
      oct_cli_add_school (builder, &school);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_growth (builder, growth);
  json_builder_end_object (builder);
  oct_cli_print_builder (builder);
}

static void
print_figures (const OctTrustFacts *facts)
{
  oct_cli_print ("%s\n", facts->name);
  /* Translators: kind of group and its UID. */
  oct_cli_print (_("%s, UID %u%s\n"), oct_group_type_label (facts->type), facts->uid,
                 facts->open ? "" : _(", closed"));
  if (!oct_trust_facts_know_schools (facts))
    {
      oct_cli_print (
        _("Which schools belong to it is not known: schools don’t name groups of this kind in "
          "the register.\n"));
      return;
    }
  oct_cli_print (ngettext ("%'u open school", "%'u open schools", facts->schools), facts->schools);
  oct_cli_print (ngettext (" in %'u local authority\n", " in %'u local authorities\n",
                           facts->local_authorities),
                 facts->local_authorities);
  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    if (facts->schools_by_phase[phase] > 0)
      oct_cli_print ("  %s: %'u\n", oct_phase_label (phase), facts->schools_by_phase[phase]);
  if (facts->special_schools > 0)
    oct_cli_print (ngettext ("  %'u of them is a special school\n",
                             "  %'u of them are special schools\n", facts->special_schools),
                   facts->special_schools);
  if (facts->pupils >= 0)
    oct_cli_print (ngettext ("%'d pupil\n", "%'d pupils\n", facts->pupils), facts->pupils);
  if (facts->fsm_percent >= 0)
    {
      g_autofree char *note = oct_trust_facts_describe_fsm (facts);

      /* Translators: a percentage, then what it is of: "eligible, weighted by pupils". */
      oct_cli_print (_("Free school meals: %.1f%% %s\n"), facts->fsm_percent, note);
    }
  if (facts->capacity_used >= 0)
    oct_cli_print (_("%.0f%% of capacity used\n"), facts->capacity_used * 100);
  oct_cli_print (_("In the last year: %'u opened, %'u joined, %'u left\n"), facts->opened_since,
                 facts->joined_since, facts->left_since);
}

static void
print_schools (OctCli *cli, const OctResult *schools)
{
  static const OctColumn columns[] = { OCT_COLUMN_URN,    OCT_COLUMN_NAME,   OCT_COLUMN_PHASE,
                                       OCT_COLUMN_LA,     OCT_COLUMN_PUPILS, OCT_COLUMN_FSM,
                                       OCT_COLUMN_JOINED, OCT_COLUMN_STATUS, OCT_N_COLUMNS };

  if (schools->n_rows > 0)
    oct_cli_print ("\n");
  oct_cli_print_schools (cli, schools, schools->n_rows, columns);
}

static void
print_growth (GArray *growth)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  if (growth->len < 2)
    return;
  oct_cli_table_add_column (table, _("Release"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Schools"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Pupils (own figures)"), OCT_CLI_RIGHT);
  for (guint i = 0; i < growth->len; i++)
    {
      const OctTrustGrowth *point = &g_array_index (growth, OctTrustGrowth, i);

      oct_cli_table_take (table, oct_date_to_text (point->date));
      oct_cli_table_take (table, g_strdup_printf ("%'u", point->schools));
      oct_cli_table_take (table, point->pupils < 0 ? g_strdup ("")
                                                   : g_strdup_printf ("%'d", point->pupils));
    }
  oct_cli_print ("\n");
  oct_cli_table_print (table);
}

static int
run (OctCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctResult) schools = NULL;
  g_autoptr (GArray) growth = NULL;
  OctTrust *trust;
  guint32 uid;

  if (!oct_cli_parse_number (cli, cli->arguments[0], "UID", &uid))
    return OCT_CLI_USAGE;
  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  trust = oct_register_get_trust (oct_cli_register (cli), uid);
  if (trust == NULL)
    {
      oct_cli_warn (_("The register knows no trust with the UID %u. “octant trusts --search NAME” "
                      "finds a trust’s UID by its name."),
                    uid);
      return OCT_CLI_FAILED;
    }
  growth = oct_register_read_growth (oct_cli_register (cli), uid, &error);
  if (growth == NULL)
    return oct_cli_fail (error);
  schools = find_schools (cli, uid);
  if (cli->format == OCT_CLI_JSON)
    {
      print_json (cli, oct_trust_get_facts (trust), schools, growth);
      return OCT_CLI_DONE;
    }
  print_figures (oct_trust_get_facts (trust));
  print_schools (cli, schools);
  print_growth (growth);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_trust = {
  .name = "trust",
  .arguments = "UID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_("Show a trust, its schools and its growth"),
  .run = run,
};
