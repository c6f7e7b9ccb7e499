/* octant schools: the list of schools, searched and narrowed. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-error.h"
#include "oct-fold.h"

static char *opt_search;
static char *opt_trust;
static char *opt_phase;
static char *opt_la;
static char *opt_status;
static int opt_limit = -1;

static const GOptionEntry options[] = {
  { "search", 's', 0, G_OPTION_ARG_STRING, &opt_search,
    N_("Words that name, town, postcode, URN, head, trust or local authority begin with"),
    N_("TEXT") },
  { "trust", 't', 0, G_OPTION_ARG_STRING, &opt_trust, N_("Schools of this trust"), N_("UID") },
  { "phase", 'p', 0, G_OPTION_ARG_STRING, &opt_phase, N_("Schools of this phase"), N_("NAME") },
  { "la", 'l', 0, G_OPTION_ARG_STRING, &opt_la,
    N_("Schools in this local authority, by name or three-digit code"), N_("NAME") },
  { "status", 0, 0, G_OPTION_ARG_STRING, &opt_status, N_("open (default), closed or all"),
    N_("STATUS") },
  { "limit", 'n', 0, G_OPTION_ARG_INT, &opt_limit, N_("At most this many"), N_("NUMBER") },
  { NULL },
};

static gboolean
take_status (OctCli *cli, OctSchoolQuery *query)
{
  if (opt_status == NULL || g_str_equal (opt_status, "open"))
    {
      oct_school_query_set_key (query, OCT_FACET_STATUS, oct_status_key (OCT_STATUS_OPEN), TRUE);
      oct_school_query_set_key (query, OCT_FACET_STATUS,
                                oct_status_key (OCT_STATUS_OPEN_PROPOSED_TO_CLOSE), TRUE);
    }
  else if (g_str_equal (opt_status, "closed"))
    oct_school_query_set_key (query, OCT_FACET_STATUS, oct_status_key (OCT_STATUS_CLOSED), TRUE);
  else if (!g_str_equal (opt_status, "all"))
    {
      /* Translators: %s is what was typed. */
      oct_cli_usage (cli, _("“%s” is not a status. Say open, closed or all."), opt_status);
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_phase (OctCli *cli, OctSchoolQuery *query)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) known = g_string_new (NULL);

  if (opt_phase == NULL)
    return TRUE;
  folded = oct_fold (opt_phase);
  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    {
      g_autofree char *key = oct_fold (oct_phase_key (phase));
      g_autofree char *label = oct_fold (oct_phase_label (phase));

      if (g_str_equal (folded, key) || g_str_equal (folded, label))
        {
          oct_school_query_set_key (query, OCT_FACET_PHASE, oct_phase_key (phase), TRUE);
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", phase > 0 ? ", " : "", oct_phase_key (phase));
    }
  /* Translators: the first %s is what was typed, the second a list of phases. */
  oct_cli_usage (cli, _("“%s” is not a phase. Say one of: %s."), opt_phase, known->str);

  return FALSE;
}

static gboolean
take_trust (OctCli *cli, OctSchoolQuery *query, int *status)
{
  g_autofree char *key = NULL;
  guint32 uid;

  if (opt_trust == NULL)
    return TRUE;
  *status = OCT_CLI_USAGE;
  if (!oct_cli_parse_number (cli, opt_trust, "UID", &uid))
    return FALSE;
  if (oct_register_get_trust (oct_cli_register (cli), uid) == NULL)
    {
      oct_cli_warn (_("The register knows no trust with the UID %u. “octant trusts --search NAME” "
                      "finds a trust’s UID by its name."),
                    uid);
      *status = OCT_CLI_FAILED;
      return FALSE;
    }
  key = g_strdup_printf ("%u", uid);
  oct_school_query_set_key (query, OCT_FACET_TRUST, key, TRUE);

  return TRUE;
}

/* Authorities of that name; more than one where a code was replaced. */
static gboolean
take_authority (OctCli *cli, OctSchoolQuery *query)
{
  g_autoptr (OctSchoolQuery) everything = oct_school_query_new ();
  g_autoptr (GArray) values = NULL;
  g_autofree char *folded = NULL;
  guint found = 0;

  if (opt_la == NULL)
    return TRUE;
  folded = oct_fold (opt_la);
  values = oct_index_count_facet (oct_register_get_index (oct_cli_register (cli)), everything, NULL,
                                  OCT_FACET_LA);
  for (guint i = 0; i < values->len; i++)
    {
      const OctFacetValue *value = &g_array_index (values, OctFacetValue, i);
      g_autofree char *label = oct_fold (value->label);

      if (g_str_equal (folded, label) || g_strcmp0 (opt_la, value->key) == 0)
        {
          oct_school_query_set_key (query, OCT_FACET_LA, value->key, TRUE);
          found++;
        }
    }
  if (found == 0)
    /* Translators: %s is what was typed. */
    oct_cli_warn (
      _("The register knows no local authority “%s”. Give its whole name, such as Leeds, "
        "or its three-digit code."),
      opt_la);

  return found > 0;
}

static void
print_table (OctCli *cli, const OctResult *result, guint n_rows)
{
  static const OctColumn columns[] = { OCT_COLUMN_URN,   OCT_COLUMN_NAME,   OCT_COLUMN_PHASE,
                                       OCT_COLUMN_TRUST, OCT_COLUMN_LA,     OCT_COLUMN_PUPILS,
                                       OCT_COLUMN_FSM,   OCT_COLUMN_STATUS, OCT_N_COLUMNS };
  g_autofree char *as_at = oct_date_to_text (oct_register_get_as_at (oct_cli_register (cli)));

  oct_cli_print_schools (cli, result, n_rows, columns);
  if (n_rows > 0)
    oct_cli_print ("\n");
  if (n_rows < result->n_rows)
    /* Translators: how many schools are shown, how many there are, and a date. */
    oct_cli_print (_("%'u of %'u schools, as at %s\n"), n_rows, result->n_rows, as_at);
  else
    /* Translators: how many schools there are, and a date. */
    oct_cli_print (ngettext ("%'u school, as at %s\n", "%'u schools, as at %s\n", n_rows), n_rows,
                   as_at);
}

static int
run (OctCli *cli)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctResult) result = NULL;
  int status = OCT_CLI_DONE;
  OctIndex *index;
  guint n_rows;

  if (!take_status (cli, query) || !take_phase (cli, query))
    return OCT_CLI_USAGE;
  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  if (!take_trust (cli, query, &status))
    return status;
  if (!take_authority (cli, query))
    return OCT_CLI_FAILED;
  if (opt_search != NULL)
    oct_school_query_set_text (query, opt_search);
  oct_school_query_set_sort (query, opt_search != NULL ? OCT_COLUMN_RELEVANCE : OCT_COLUMN_NAME,
                             FALSE);

  index = oct_register_get_index (oct_cli_register (cli));
  result = oct_session_search (cli->session, query);
  n_rows = opt_limit >= 0 ? MIN ((guint) opt_limit, result->n_rows) : result->n_rows;
  if (cli->format == OCT_CLI_JSON)
    oct_cli_print_schools_json (index, result, n_rows);
  else if (cli->format == OCT_CLI_CSV)
    oct_cli_print_schools_csv (index, result, n_rows);
  else
    print_table (cli, result, n_rows);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_schools = {
  .name = "schools",
  .summary = N_("List schools, best match first"),
  .description = N_(
    "“Open” includes schools that are open but proposed to close. Pupils of an academy "
    "that has no figure yet are its predecessor’s; pupils_from_urn says whose."),
  .options = options,
  .csv = TRUE,
  .run = run,
};
