/* octant national: the share of state-funded pupils in academies, as domain and page define it. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-table.h"

static void
add_share (JsonBuilder *builder, const char *key, const OctShare *share)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  oct_cli_add_decimal (builder, "percent", oct_share_percent (share));
  oct_cli_add_number (builder, "academy_pupils", share->academy_pupils);
  oct_cli_add_number (builder, "pupils", share->pupils);
  oct_cli_add_number (builder, "academy_schools", share->academy_schools);
  oct_cli_add_number (builder, "schools", share->schools);
  json_builder_end_object (builder);
}

static void
add_rows (JsonBuilder *builder, const char *key, GPtrArray *rows)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const OctShareRow *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (builder);
      oct_cli_add_text (builder, "key", row->key);
      oct_cli_add_text (builder, "name", row->label);
      oct_cli_add_decimal (builder, "all_percent", oct_share_percent (&row->all));
      oct_cli_add_decimal (builder, "secondary_percent", oct_share_percent (&row->secondary));
      oct_cli_add_decimal (builder, "primary_percent", oct_share_percent (&row->primary));
      oct_cli_add_number (builder, "pupils", row->all.pupils);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sizes (JsonBuilder *builder, GArray *sizes)
{
  json_builder_set_member_name (builder, "trust_sizes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sizes->len; i++)
    {
      const OctSizeBand *band = &g_array_index (sizes, OctSizeBand, i);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "from_schools", band->low);
      oct_cli_add_number (builder, "to_schools",
                          band->high == G_MAXUINT ? -1 : (gint64) band->high);
      oct_cli_add_number (builder, "trusts", band->trusts);
      oct_cli_add_number (builder, "schools", band->schools);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_joins (JsonBuilder *builder, OctNational *national)
{
  guint unknown = 0;
  g_autoptr (GArray) years = oct_national_get_joins (national, &unknown);

  json_builder_set_member_name (builder, "joined_by_year");
  json_builder_begin_array (builder);
  for (guint i = 0; i < years->len; i++)
    {
      const OctYearCount *year = &g_array_index (years, OctYearCount, i);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "year", year->year);
      oct_cli_add_number (builder, "schools", year->schools);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  oct_cli_add_number (builder, "joined_year_unknown", unknown);
}

static void
add_paper (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "paper");
  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "source", "Cruddas, Why a trust-based system? (CST, February 2026)");
  oct_cli_add_number (builder, "all_percent", OCT_PAPER_ALL_PERCENT);
  oct_cli_add_number (builder, "secondary_percent", OCT_PAPER_SECONDARY_PERCENT);
  oct_cli_add_number (builder, "primary_percent", OCT_PAPER_PRIMARY_PERCENT);
  json_builder_end_object (builder);
}

static void
print_json (OctNational *national)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *definition = oct_national_describe_definition ();
  g_autoptr (GPtrArray) regions = oct_national_get_regions (national);
  g_autoptr (GPtrArray) authorities = oct_national_get_authorities (national);
  g_autoptr (GArray) sizes = oct_national_get_trust_sizes (national);

  json_builder_begin_object (builder);
  oct_cli_add_date (builder, "as_at", oct_national_get_as_at (national));
  oct_cli_add_decimal (builder, "all_percent", oct_share_percent (oct_national_get_all (national)));
  oct_cli_add_decimal (builder, "secondary_percent",
                       oct_share_percent (oct_national_get_secondary (national)));
  oct_cli_add_decimal (builder, "primary_percent",
                       oct_share_percent (oct_national_get_primary (national)));
  oct_cli_add_text (builder, "definition", definition);
  add_share (builder, "all", oct_national_get_all (national));
  add_share (builder, "secondary", oct_national_get_secondary (national));
  add_share (builder, "primary", oct_national_get_primary (national));
  add_paper (builder);
  add_rows (builder, "regions", regions);
  add_rows (builder, "local_authorities", authorities);
  add_sizes (builder, sizes);
  add_joins (builder, national);
  json_builder_end_object (builder);
  oct_cli_print_builder (builder);
}

static char *
percent_text (const OctShare *share)
{
  double percent = oct_share_percent (share);

  return percent < 0 ? g_strdup ("") : g_strdup_printf (_("%.1f%%"), percent);
}

static void
add_headline (OctCliTable *table, const char *label, const OctShare *share, int paper)
{
  oct_cli_table_add (table, label);
  oct_cli_table_take (table, percent_text (share));
  oct_cli_table_take (table, g_strdup_printf ("%'" G_GINT64_FORMAT, share->academy_pupils));
  oct_cli_table_take (table, g_strdup_printf ("%'" G_GINT64_FORMAT, share->pupils));
  oct_cli_table_take (table, g_strdup_printf (_("%d%%"), paper));
}

static void
print_regions (GPtrArray *regions)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("Region"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("All"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Secondary"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Primary"), OCT_CLI_RIGHT);
  for (guint i = 0; i < regions->len; i++)
    {
      const OctShareRow *row = g_ptr_array_index (regions, i);

      oct_cli_table_add (table, row->label);
      oct_cli_table_take (table, percent_text (&row->all));
      oct_cli_table_take (table, percent_text (&row->secondary));
      oct_cli_table_take (table, percent_text (&row->primary));
    }
  oct_cli_print ("\n");
  oct_cli_table_print (table);
}

static void
print_table (OctNational *national)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();
  g_autofree char *definition = oct_national_describe_definition ();
  g_autofree char *as_at = oct_date_to_text (oct_national_get_as_at (national));
  g_autoptr (GPtrArray) regions = oct_national_get_regions (national);

  /* Translators: %s is a date. */
  oct_cli_print (_("State-funded pupils in academies and free schools, as at %s\n\n"), as_at);
  oct_cli_table_add_column (table, "", OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Share"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("In academies"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Pupils"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("The paper, 2026"), OCT_CLI_RIGHT);
  add_headline (table, _("All"), oct_national_get_all (national), OCT_PAPER_ALL_PERCENT);
  add_headline (table, _("Secondary"), oct_national_get_secondary (national),
                OCT_PAPER_SECONDARY_PERCENT);
  add_headline (table, _("Primary"), oct_national_get_primary (national),
                OCT_PAPER_PRIMARY_PERCENT);
  oct_cli_table_print (table);
  oct_cli_print ("\n%s\n", definition);
  print_regions (regions);
}

static int
run (OctCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctNational) national = NULL;

  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  national = oct_make_national (cli->session, &error);
  if (national == NULL)
    return oct_cli_fail (error);
  if (cli->format == OCT_CLI_JSON)
    print_json (national);
  else
    print_table (national);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_national = {
  .name = "national",
  .summary = N_("Show the share of pupils in academies"),
  .description = N_("The paper is Cruddas, Why a trust-based system? (CST, February 2026)."),
  .run = run,
};
