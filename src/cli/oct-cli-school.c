/* octant school: one school with everything that is known of it. */
#include <glib/gi18n.h>

#include "oct-cli-private.h"
#include "oct-cli-records.h"
#include "oct-cli-table.h"
#include "oct-error.h"

#define NEIGHBOURS 10

/* What the register and its index say of the school. */
typedef struct
{
  OctIndex *index;
  OctSchoolFacts facts;
  GPtrArray *fact_list;
  GPtrArray *links;
  GPtrArray *changes;
  GArray *similar;
  GArray *nearest;
} School;

static void
school_clear (School *school)
{
  g_clear_pointer (&school->fact_list, g_ptr_array_unref);
  g_clear_pointer (&school->links, g_ptr_array_unref);
  g_clear_pointer (&school->changes, g_ptr_array_unref);
  g_clear_pointer (&school->similar, g_array_unref);
  g_clear_pointer (&school->nearest, g_array_unref);
}

static gboolean
school_read (School *school, OctCli *cli, guint32 urn, GError **error)
{
  const OctChangeFilter filter = { .urn = urn, .kind = OCT_N_CHANGES };
  OctRegister *reg = oct_cli_register (cli);
  guint row;

  school->index = oct_register_get_index (reg);
  if (!oct_index_find_urn (school->index, urn, &row))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("The register knows no school with the URN %u. “octant schools --search NAME” "
                     "finds a school’s URN by its name."),
                   urn);
      return FALSE;
    }
  oct_index_get_facts (school->index, row, &school->facts);
  school->fact_list = oct_register_read_facts (reg, urn, error);
  if (school->fact_list == NULL)
    return FALSE;
  school->links = oct_register_read_links (reg, urn, error);
  if (school->links == NULL)
    return FALSE;
  school->changes = oct_register_read_changes (reg, &filter, error);
  if (school->changes == NULL)
    return FALSE;
  school->similar = oct_find_similar (cli->session, urn, NULL, NEIGHBOURS);
  school->nearest = oct_find_nearest (cli->session, urn, NEIGHBOURS);

  return TRUE;
}

static void
add_facts (JsonBuilder *builder, GPtrArray *facts)
{
  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->len; i++)
    {
      OctFact *fact = g_ptr_array_index (facts, i);

      json_builder_begin_object (builder);
      oct_cli_add_text (builder, "field", oct_field_name (oct_fact_get_field (fact)));
      oct_cli_add_text (builder, "label", oct_fact_get_label (fact));
      oct_cli_add_text (builder, "value", oct_fact_get_value (fact));
      oct_cli_add_text (builder, "source", oct_fact_get_source (fact));
      oct_cli_add_date (builder, "date", oct_fact_get_date (fact));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static const char *
link_word (OctLinkKind kind)
{
  switch (kind)
    {
    case OCT_LINK_PREDECESSOR:
      return "predecessor";
    case OCT_LINK_SUCCESSOR:
      return "successor";
    default:
      return "other";
    }
}

static void
add_links (JsonBuilder *builder, GPtrArray *links)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      OctLink *link = g_ptr_array_index (links, i);

      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "urn", oct_link_get_other_urn (link));
      oct_cli_add_text (builder, "name", oct_link_get_other_name (link));
      oct_cli_add_text (builder, "kind", link_word (oct_link_get_kind (link)));
      oct_cli_add_text (builder, "type", oct_link_get_type_name (link));
      oct_cli_add_date (builder, "established", oct_link_get_established (link));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_neighbours (JsonBuilder *builder, const char *key, const char *distance_key, OctIndex *index,
                GArray *neighbours)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < neighbours->len; i++)
    {
      const OctNeighbour *neighbour = &g_array_index (neighbours, OctNeighbour, i);
      OctSchoolFacts facts;

      oct_index_get_facts (index, neighbour->row, &facts);
      json_builder_begin_object (builder);
      oct_cli_add_number (builder, "urn", facts.urn);
      oct_cli_add_text (builder, "name", facts.name);
      json_builder_set_member_name (builder, distance_key);
      json_builder_add_double_value (builder, neighbour->distance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const School *school)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  oct_cli_add_school (builder, &school->facts);
  add_facts (builder, school->fact_list);
  add_links (builder, school->links);
  oct_cli_add_changes (builder, "changes", school->changes);
  add_neighbours (builder, "similar", "distance", school->index, school->similar);
  add_neighbours (builder, "nearest", "km", school->index, school->nearest);
  json_builder_end_object (builder);
  oct_cli_print_builder (builder);
}

static void
print_facts (GPtrArray *facts)
{
  for (guint group = 0; group < OCT_N_FIELD_GROUPS; group++)
    {
      g_autoptr (OctCliTable) table = oct_cli_table_new ();
      gboolean any = FALSE;

      oct_cli_table_add_column (table, oct_field_group_label (group), OCT_CLI_LEFT);
      oct_cli_table_add_column (table, "", OCT_CLI_FLEXIBLE);
      for (guint i = 0; i < facts->len; i++)
        {
          OctFact *fact = g_ptr_array_index (facts, i);

          if (oct_field_group (oct_fact_get_field (fact)) != group)
            continue;
          oct_cli_table_add (table, oct_fact_get_label (fact));
          oct_cli_table_add (table, oct_fact_get_value (fact));
          any = TRUE;
        }
      if (any)
        {
          oct_cli_print ("\n");
          oct_cli_table_print (table);
        }
    }
}

static void
print_links (GPtrArray *links)
{
  if (links->len == 0)
    return;
  oct_cli_print ("\n%s\n", _("Predecessors and successors"));
  for (guint i = 0; i < links->len; i++)
    {
      OctLink *link = g_ptr_array_index (links, i);
      g_autofree char *date = oct_link_get_established (link) != OCT_DATE_UNKNOWN
                                ? oct_date_to_text (oct_link_get_established (link))
                                : g_strdup (_("date unknown"));

      oct_cli_print ("%u  %s: %s, %s\n", oct_link_get_other_urn (link),
                     oct_link_get_type_name (link), oct_link_get_other_name (link), date);
    }
}

static void
print_changes (GPtrArray *changes)
{
  if (changes->len == 0)
    return;
  oct_cli_print ("\n%s\n", _("Changes seen between releases"));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *text = oct_change_describe (g_ptr_array_index (changes, i));

      oct_cli_print ("%s\n", text);
    }
}

static void
print_neighbours (OctCli *cli, const char *title, const char *distance_title, OctIndex *index,
                  GArray *neighbours)
{
  static const OctColumn shown[] = { OCT_COLUMN_URN, OCT_COLUMN_NAME, OCT_COLUMN_PUPILS,
                                     OCT_COLUMN_FSM };
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  if (neighbours->len == 0)
    return;
  oct_cli_print ("\n%s\n", title);
  oct_cli_table_add_column (table, distance_title, OCT_CLI_RIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    oct_cli_table_add_column (table, oct_column_label (shown[i]),
                              shown[i] == OCT_COLUMN_NAME ? OCT_CLI_FLEXIBLE : OCT_CLI_RIGHT);
  for (guint row = 0; row < neighbours->len; row++)
    {
      const OctNeighbour *neighbour = &g_array_index (neighbours, OctNeighbour, row);
      OctSchoolFacts facts;

      oct_index_get_facts (index, neighbour->row, &facts);
      oct_cli_table_take (table, g_strdup_printf ("%.2f", neighbour->distance));
      for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
        oct_cli_table_take (table, oct_school_column_text (cli->session, &facts, shown[i], NULL));
    }
  oct_cli_table_print (table);
}

static void
print_table (OctCli *cli, const School *school)
{
  const OctSchoolFacts *facts = &school->facts;

  oct_cli_print ("%s\n", facts->name);
  oct_cli_print ("URN %u · %s · %s · %s\n", facts->urn, oct_phase_label (facts->phase), facts->type,
                 oct_status_label (facts->status));
  if (facts->trust_uid != 0)
    oct_cli_print ("%s (UID %u)\n", facts->trust, facts->trust_uid);
  if (facts->pupils_from_urn != 0)
    /* Translators: a number of pupils and a URN. */
    oct_cli_print (_("%'d pupils, its predecessor’s (URN %u): it has no figure of its own yet\n"),
                   facts->pupils, facts->pupils_from_urn);
  print_facts (school->fact_list);
  print_links (school->links);
  print_changes (school->changes);
  print_neighbours (cli,
                    _("Most similar: same phase, nearest in pupils, free school meals and region"),
                    _("Distance"), school->index, school->similar);
  print_neighbours (cli, _("Nearest"), _("km"), school->index, school->nearest);
}

static int
run (OctCli *cli)
{
  g_autoptr (GError) error = NULL;
  School school = { 0 };
  int status = OCT_CLI_DONE;
  guint32 urn;

  if (!oct_cli_parse_number (cli, cli->arguments[0], "URN", &urn))
    return OCT_CLI_USAGE;
  if (!oct_cli_open (cli, TRUE))
    return OCT_CLI_FAILED;
  if (!school_read (&school, cli, urn, &error))
    status = oct_cli_fail (error);
  else if (cli->format == OCT_CLI_JSON)
    print_json (&school);
  else
    print_table (cli, &school);
  school_clear (&school);

  return status;
}

const OctCliCommand oct_cli_school = {
  .name = "school",
  .arguments = "URN",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_("Show everything known of a school"),
  .run = run,
};
