/* octant changes: what changed between the releases that were imported. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-table.h"

static char *opt_since;
static char *opt_trust;
static char *opt_kind;

static const GOptionEntry options[] = {
  { "since", 's', 0, G_OPTION_ARG_STRING, &opt_since,
    N_("Changes seen by a release after this day, such as 2025-01-01"), N_("DATE") },
  { "trust", 't', 0, G_OPTION_ARG_STRING, &opt_trust,
    N_("Changes of schools that this trust has, gained or lost"), N_("UID") },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &opt_kind,
    N_("Changes of one kind, such as joined, left, moved, opened or closed"), N_("KIND") },
  { NULL },
};

/**
 * oct_cli_add_changes:
 * @builder: in an object
 * @key: the key of the array
 * @changes: (element-type OctChange): changes
 */
void
oct_cli_add_changes (JsonBuilder *builder, const char *key, GPtrArray *changes)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      OctChange *change = g_ptr_array_index (changes, i);
      g_autofree char *text = oct_change_describe (change);
      guint32 before = oct_change_get_uid_before (change);
      guint32 after = oct_change_get_uid_after (change);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "urn", oct_change_get_urn (change));
      oct_cli_add_text (builder, "school", oct_change_get_school (change));
      oct_cli_add_text (builder, "kind", oct_change_kind_key (oct_change_get_kind (change)));
      oct_cli_add_text (builder, "before", oct_change_get_before (change));
      oct_cli_add_text (builder, "after", oct_change_get_after (change));
      oct_cli_add_number (builder, "uid_before", before != 0 ? (gint64) before : -1);
      oct_cli_add_number (builder, "uid_after", after != 0 ? (gint64) after : -1);
      oct_cli_add_date (builder, "date_before", oct_change_get_date_before (change));
      oct_cli_add_date (builder, "date_after", oct_change_get_date_after (change));
      oct_cli_add_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (GPtrArray *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  JsonArray *array;

  json_builder_begin_object (builder);
  oct_cli_add_changes (builder, "changes", changes);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  array = json_object_get_array_member (json_node_get_object (root), "changes");
  oct_cli_write ("[", -1);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      oct_cli_write (i > 0 ? ",\n" : "\n", -1);
      oct_cli_print_node (json_array_get_element (array, i), FALSE);
    }
  oct_cli_write ("\n]\n", -1);
}

static void
print_table (GPtrArray *changes)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("Seen by"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("URN"), OCT_CLI_RIGHT);
  oct_cli_table_add_column (table, _("School"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Change"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Before"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("After"), OCT_CLI_FLEXIBLE);
  for (guint i = 0; i < changes->len; i++)
    {
      OctChange *change = g_ptr_array_index (changes, i);

      oct_cli_table_take (table, oct_date_to_iso (oct_change_get_date_after (change)));
      oct_cli_table_take (table, g_strdup_printf ("%u", oct_change_get_urn (change)));
      oct_cli_table_add (table, oct_change_get_school (change));
      oct_cli_table_add (table, oct_change_kind_label (oct_change_get_kind (change)));
      oct_cli_table_add (table, oct_change_get_before (change));
      oct_cli_table_add (table, oct_change_get_after (change));
    }
  if (changes->len > 0)
    {
      oct_cli_table_print (table);
      oct_cli_print ("\n");
    }
  oct_cli_print (ngettext ("%'u change\n", "%'u changes\n", changes->len), changes->len);
}

static gboolean
take_filter (OctCli *cli, OctChangeFilter *filter)
{
  if (opt_since != NULL && !oct_cli_parse_date (cli, opt_since, &filter->since))
    return FALSE;
  if (opt_trust != NULL && !oct_cli_parse_number (cli, opt_trust, "UID", &filter->uid))
    return FALSE;
  if (opt_kind != NULL && !oct_change_kind_from_key (opt_kind, &filter->kind))
    {
      g_autoptr (GString) known = g_string_new (NULL);

      for (guint kind = 0; kind < OCT_N_CHANGES; kind++)
        g_string_append_printf (known, "%s%s", kind > 0 ? ", " : "", oct_change_kind_key (kind));
      /* Translators: the first %s is what was typed, the second a list of kinds. */
      oct_cli_usage (cli, _("“%s” is not a kind of change. Say one of: %s."), opt_kind, known->str);
      return FALSE;
    }

  return TRUE;
}

static int
run (OctCli *cli)
{
  OctChangeFilter filter = { .kind = OCT_N_CHANGES };
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (!take_filter (cli, &filter))
    return OCT_CLI_USAGE;
  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  changes = oct_register_read_changes (oct_cli_register (cli), &filter, &error);
  if (changes == NULL)
    return oct_cli_fail (error);
  if (cli->format == OCT_CLI_JSON)
    print_json (changes);
  else
    print_table (changes);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_changes = {
  .name = "changes",
  .summary = N_("List what changed between releases"),
  .description = N_(
    "A change is known to lie between two releases; the day is that of the later one."),
  .options = options,
  .run = run,
};
