/* octant sources: the files that the register is made from. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-table.h"

/* Whether a newer file of the same kind takes this one's place. */
static gboolean
is_superseded (GPtrArray *sources, guint i)
{
  const OctSourceFacts *facts = oct_source_get_facts (g_ptr_array_index (sources, i));

  for (i++; i < sources->len; i++)
    {
      const OctSourceFacts *newer = oct_source_get_facts (g_ptr_array_index (sources, i));

      if (g_str_equal (facts->dataset, newer->dataset))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_old (GPtrArray *sources, guint i)
{
  return oct_source_age_days (g_ptr_array_index (sources, i), oct_date_today ())
           > OCT_SOURCE_OLD_DAYS
         && !is_superseded (sources, i);
}

static void
add_source (JsonBuilder *builder, GPtrArray *sources, guint i)
{
  OctSource *source = g_ptr_array_index (sources, i);
  const OctSourceFacts *facts = oct_source_get_facts (source);
  g_autoptr (GDateTime) imported = g_date_time_new_from_unix_utc (facts->imported);
  g_autofree char *imported_text = imported != NULL ? g_date_time_format_iso8601 (imported) : NULL;
  int age = oct_source_age_days (source, oct_date_today ());

  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "dataset", facts->dataset);
  oct_cli_add_text (builder, "title", facts->title);
  oct_cli_add_text (builder, "file", facts->file_name);
  oct_cli_add_date (builder, "published", facts->published);
  oct_cli_add_number (builder, "age_days", age);
  json_builder_set_member_name (builder, "old");
  json_builder_add_boolean_value (builder, is_old (sources, i));
  json_builder_set_member_name (builder, "superseded");
  json_builder_add_boolean_value (builder, is_superseded (sources, i));
  oct_cli_add_number (builder, "rows", facts->rows);
  oct_cli_add_number (builder, "bytes", facts->bytes);
  oct_cli_add_text (builder, "sha256", facts->sha256);
  oct_cli_add_text (builder, "imported", imported_text);
  oct_cli_add_text (builder, "publisher", facts->publisher);
  oct_cli_add_text (builder, "licence", facts->licence);
  oct_cli_add_text (builder, "page", facts->page);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *sources)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    add_source (builder, sources, i);
  json_builder_end_array (builder);
  oct_cli_print_builder (builder);
}

static void
print_table (GPtrArray *sources)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();
  guint old = 0;

  oct_cli_table_add_column (table, _("Published"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Age in days"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("Data"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("File"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Rows"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("SHA-256"), OCT_CLI_FLEXIBLE);
  for (guint i = 0; i < sources->len; i++)
    {
      OctSource *source = g_ptr_array_index (sources, i);
      const OctSourceFacts *facts = oct_source_get_facts (source);
      int age = oct_source_age_days (source, oct_date_today ());

      old += is_old (sources, i);
      oct_cli_table_take (table, oct_date_to_iso (facts->published));
      oct_cli_table_take (table, g_strdup_printf ("%'d", age));
      oct_cli_table_add (table, facts->title);
      oct_cli_table_add (table, facts->file_name);
      oct_cli_table_take (table, g_strdup_printf ("%'" G_GINT64_FORMAT, facts->rows));
      oct_cli_table_add (table, facts->sha256);
    }
  oct_cli_table_print (table);
  if (old > 0)
    {
      const OctSourceFacts *newest = oct_source_get_facts (
        g_ptr_array_index (sources, sources->len - 1));

      /* Translators: how many files, how many days, and a web address. */
      oct_cli_print (ngettext ("\n%'u file is more than %d days old. Newer ones: %s\n",
                               "\n%'u files are more than %d days old. Newer ones: %s\n", old),
                     old, OCT_SOURCE_OLD_DAYS, newest->page);
    }
}

static int
run (OctCli *cli)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;

  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  sources = oct_register_read_sources (oct_cli_register (cli), &error);
  if (sources == NULL)
    return oct_cli_fail (error);
  if (cli->format == OCT_CLI_JSON)
    print_json (sources);
  else
    print_table (sources);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_sources = {
  .name = "sources",
  .summary = N_("List the files the register is made from"),
  .run = run,
};
