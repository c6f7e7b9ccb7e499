/* Schools and trusts as records for scripts.
 *
 * A column is named once, with the function that fills it, and both JSON and CSV are made from
 * that. The vocabularies are written as the publisher writes them, so that a script can compare a
 * record with the public file.
 */
#include "oct-cli-records.h"

#include <math.h>

#include "oct-table.h"

typedef struct
{
  const char *key;
  OctCellKind kind;
  void (*fill) (const OctSchoolFacts *facts, OctCell *cell);
} SchoolKey;

static void
set_text (OctCell *cell, const char *text)
{
  cell->text = text;
  cell->missing = text == NULL || *text == '\0';
}

static void
set_number (OctCell *cell, double number, gboolean missing)
{
  cell->number = number;
  cell->missing = missing;
}

static void
set_date (OctCell *cell, OctDate date)
{
  cell->date = date;
  cell->missing = date == OCT_DATE_UNKNOWN;
}

/* Where the publisher's word isn't the program's. */
static const char *
phase_word (OctPhase phase)
{
  return phase == OCT_PHASE_NOT_APPLICABLE ? "Not applicable" : oct_phase_label (phase);
}

static const char *
type_group_word (OctTypeGroup group)
{
  switch (group)
    {
    case OCT_TYPE_GROUP_FREE_SCHOOLS:
      return "Free Schools";
    case OCT_TYPE_GROUP_LA_MAINTAINED:
      return "Local authority maintained schools";
    case OCT_TYPE_GROUP_ONLINE:
      return "Online provider";
    default:
      return oct_type_group_label (group);
    }
}

#define FILL(name, statement)                                                                      \
  static void fill_##name (const OctSchoolFacts *facts, OctCell *cell)                             \
  {                                                                                                \
    statement;                                                                                     \
  }

FILL (urn, set_number (cell, facts->urn, FALSE))
FILL (name, set_text (cell, facts->name))
FILL (phase, set_text (cell, phase_word (facts->phase)))
FILL (type, set_text (cell, facts->type))
FILL (type_group, set_text (cell, type_group_word (facts->type_group)))
FILL (status,
      set_text (cell,
                facts->status == OCT_STATUS_UNKNOWN ? NULL : oct_status_label (facts->status)))
FILL (la, set_text (cell, facts->la))
FILL (region, set_text (cell, facts->region))
FILL (trust_uid, set_number (cell, facts->trust_uid, facts->trust_uid == 0))
FILL (trust_name, set_text (cell, facts->trust))
FILL (trust_type, set_text (cell, facts->trust_type == OCT_GROUP_NONE
                                    ? NULL
                                    : oct_group_type_label (facts->trust_type)))
FILL (pupils, set_number (cell, facts->pupils, facts->pupils < 0))
FILL (pupils_from_urn, set_number (cell, facts->pupils_from_urn, facts->pupils_from_urn == 0))
FILL (capacity, set_number (cell, facts->capacity, facts->capacity < 0))
FILL (fsm_percent, set_number (cell, facts->fsm_tenths / 10.0, facts->fsm_tenths < 0))
FILL (easting, set_number (cell, facts->easting, facts->easting == 0))
FILL (northing, set_number (cell, facts->northing, facts->northing == 0))
FILL (opened, set_date (cell, facts->opened))
FILL (closed, set_date (cell, facts->closed))
FILL (joined, set_date (cell, facts->joined))
FILL (postcode, set_text (cell, facts->postcode))

#undef FILL

/* A key that has landed keeps its name and meaning: scripts rely on it. */
static const SchoolKey school_keys[] = {
  { "urn", OCT_CELL_IDENTIFIER, fill_urn },
  { "name", OCT_CELL_TEXT, fill_name },
  { "phase", OCT_CELL_TEXT, fill_phase },
  { "type", OCT_CELL_TEXT, fill_type },
  { "type_group", OCT_CELL_TEXT, fill_type_group },
  { "status", OCT_CELL_TEXT, fill_status },
  { "la", OCT_CELL_TEXT, fill_la },
  { "region", OCT_CELL_TEXT, fill_region },
  { "trust_uid", OCT_CELL_IDENTIFIER, fill_trust_uid },
  { "trust_name", OCT_CELL_TEXT, fill_trust_name },
  { "trust_type", OCT_CELL_TEXT, fill_trust_type },
  { "pupils", OCT_CELL_INTEGER, fill_pupils },
  { "pupils_from_urn", OCT_CELL_IDENTIFIER, fill_pupils_from_urn },
  { "capacity", OCT_CELL_INTEGER, fill_capacity },
  { "fsm_percent", OCT_CELL_DECIMAL, fill_fsm_percent },
  { "easting", OCT_CELL_IDENTIFIER, fill_easting },
  { "northing", OCT_CELL_IDENTIFIER, fill_northing },
  { "opened", OCT_CELL_DATE, fill_opened },
  { "closed", OCT_CELL_DATE, fill_closed },
  { "joined", OCT_CELL_DATE, fill_joined },
  { "postcode", OCT_CELL_TEXT, fill_postcode },
};

/**
 * oct_cli_add_text:
 * @builder: in an object
 * @key: its key
 * @text: (nullable): the text; %NULL and "" become null
 */
void
oct_cli_add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text == NULL || *text == '\0')
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

/**
 * oct_cli_add_number:
 * @builder: in an object
 * @key: its key
 * @number: the number; one below 0 becomes null
 */
void
oct_cli_add_number (JsonBuilder *builder, const char *key, gint64 number)
{
  json_builder_set_member_name (builder, key);
  if (number < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, number);
}

/**
 * oct_cli_add_decimal:
 * @builder: in an object
 * @key: its key
 * @number: the number, rounded to one decimal place; one below 0 becomes null
 */
void
oct_cli_add_decimal (JsonBuilder *builder, const char *key, double number)
{
  json_builder_set_member_name (builder, key);
  if (number < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, round (number * 10) / 10);
}

/**
 * oct_cli_add_date:
 * @builder: in an object
 * @key: its key
 * @date: the day, written as 2025-01-21; an unknown one becomes null
 */
void
oct_cli_add_date (JsonBuilder *builder, const char *key, OctDate date)
{
  g_autofree char *iso = date != OCT_DATE_UNKNOWN ? oct_date_to_iso (date) : NULL;

  oct_cli_add_text (builder, key, iso);
}

static void
add_cell (JsonBuilder *builder, const char *key, OctCellKind kind, const OctCell *cell)
{
  switch (kind)
    {
    case OCT_CELL_TEXT:
      oct_cli_add_text (builder, key, cell->missing ? NULL : cell->text);
      break;
    case OCT_CELL_IDENTIFIER:
    case OCT_CELL_INTEGER:
      oct_cli_add_number (builder, key, cell->missing ? -1 : (gint64) cell->number);
      break;
    case OCT_CELL_DECIMAL:
      oct_cli_add_decimal (builder, key, cell->missing ? -1 : cell->number);
      break;
    case OCT_CELL_DATE:
      oct_cli_add_date (builder, key, cell->missing ? OCT_DATE_UNKNOWN : cell->date);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * oct_cli_add_school:
 * @builder: in an object
 * @facts: a school
 *
 * Adds the keys of a school.
 */
void
oct_cli_add_school (JsonBuilder *builder, const OctSchoolFacts *facts)
{
  for (guint i = 0; i < G_N_ELEMENTS (school_keys); i++)
    {
      OctCell cell = { 0 };

      school_keys[i].fill (facts, &cell);
      add_cell (builder, school_keys[i].key, school_keys[i].kind, &cell);
    }
}

/* One record a line, written as it is made: 50,000 schools need the memory of one. */
static void
print_record (JsonBuilder *builder, guint i)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  oct_cli_write (i == 0 ? "[\n" : ",\n", -1);
  oct_cli_print_node (root, FALSE);
}

static void
print_end (guint n)
{
  oct_cli_write (n == 0 ? "[]\n" : "\n]\n", -1);
}

/**
 * oct_cli_print_schools_json:
 * @index: the register's index
 * @result: schools
 * @n_rows: how many of them
 *
 * Writes schools as a JSON array, one a line.
 */
void
oct_cli_print_schools_json (OctIndex *index, const OctResult *result, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      OctSchoolFacts facts;

      oct_index_get_facts (index, result->rows[i], &facts);
      json_builder_begin_object (builder);
      oct_cli_add_school (builder, &facts);
      json_builder_end_object (builder);
      print_record (builder, i);
    }
  print_end (n_rows);
}

typedef struct
{
  OctIndex *index;
  const OctResult *result;
} SchoolSource;

static void
school_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  const SchoolSource *self = source;
  OctSchoolFacts facts;

  oct_index_get_facts (self->index, self->result->rows[row], &facts);
  school_keys[column].fill (&facts, cell);
}

static void
print_csv (const OctTable *table)
{
  g_autoptr (GBytes) csv = oct_table_to_csv (table, FALSE);
  gsize length;
  const char *text = g_bytes_get_data (csv, &length);

  oct_cli_write (text, (gssize) length);
}

/**
 * oct_cli_print_schools_csv:
 * @index: the register's index
 * @result: schools
 * @n_rows: how many of them
 *
 * Writes schools as CSV with the keys of the JSON for a header.
 */
void
oct_cli_print_schools_csv (OctIndex *index, const OctResult *result, guint n_rows)
{
  SchoolSource source = { index, result };
  OctTableColumn columns[G_N_ELEMENTS (school_keys)] = { 0 };
  const OctTable table = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = n_rows,
    .cell = school_cell,
    .source = &source,
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      columns[i].label = school_keys[i].key;
      columns[i].kind = school_keys[i].kind;
    }
  print_csv (&table);
}

/* The keys of phases with the underscores that JSON keys have here. */
static char *
phase_key (OctPhase phase)
{
  return g_strdelimit (g_strdup (oct_phase_key (phase)), "-", '_');
}

/**
 * oct_cli_add_trust:
 * @builder: in an object
 * @facts: a trust
 *
 * Adds the keys of a trust.
 */
void
oct_cli_add_trust (JsonBuilder *builder, const OctTrustFacts *facts)
{
  oct_cli_add_number (builder, "uid", facts->uid);
  oct_cli_add_text (builder, "name", facts->name);
  oct_cli_add_text (builder, "type", oct_group_type_label (facts->type));
  oct_cli_add_text (builder, "status", facts->open ? "Open" : "Closed");
  oct_cli_add_number (builder, "schools", facts->schools);
  json_builder_set_member_name (builder, "schools_known");
  json_builder_add_boolean_value (builder, oct_trust_facts_know_schools (facts));
  oct_cli_add_number (builder, "pupils", facts->pupils);
  oct_cli_add_number (builder, "capacity", facts->capacity);
  oct_cli_add_decimal (builder, "capacity_used_percent",
                       facts->capacity_used < 0 ? -1 : facts->capacity_used * 100);
  oct_cli_add_decimal (builder, "fsm_percent", facts->fsm_percent);
  oct_cli_add_number (builder, "fsm_schools_left_out", facts->fsm_left_out);
  json_builder_set_member_name (builder, "schools_by_phase");
  json_builder_begin_object (builder);
  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    {
      g_autofree char *key = phase_key (phase);

      oct_cli_add_number (builder, key, facts->schools_by_phase[phase]);
    }
  json_builder_end_object (builder);
  oct_cli_add_number (builder, "special_schools", facts->special_schools);
  oct_cli_add_number (builder, "regions", facts->regions);
  oct_cli_add_text (builder, "main_region", facts->main_region);
  oct_cli_add_number (builder, "local_authorities", facts->local_authorities);
  oct_cli_add_number (builder, "opened_last_year", facts->opened_since);
  oct_cli_add_number (builder, "joined_last_year", facts->joined_since);
  oct_cli_add_number (builder, "left_last_year", facts->left_since);
  oct_cli_add_text (builder, "companies_house_number", facts->company_number);
  oct_cli_add_text (builder, "town", facts->town);
  oct_cli_add_text (builder, "postcode", facts->postcode);
  oct_cli_add_date (builder, "opened", facts->opened);
  oct_cli_add_date (builder, "closed", facts->closed);
}

/**
 * oct_cli_print_trusts_json:
 * @trusts: (element-type OctTrust): trusts
 *
 * Writes trusts as a JSON array, one a line.
 */
void
oct_cli_print_trusts_json (GPtrArray *trusts)
{
  for (guint i = 0; i < trusts->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      oct_cli_add_trust (builder, oct_trust_get_facts (g_ptr_array_index (trusts, i)));
      json_builder_end_object (builder);
      print_record (builder, i);
    }
  print_end (trusts->len);
}

static void
trust_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  const OctTrustFacts *facts = oct_trust_get_facts (g_ptr_array_index ((GPtrArray *) source, row));

  switch (column)
    {
    case 0:
      set_number (cell, facts->uid, FALSE);
      break;
    case 1:
      set_text (cell, facts->name);
      break;
    case 2:
      set_text (cell, oct_group_type_label (facts->type));
      break;
    case 3:
      set_number (cell, facts->schools, !oct_trust_facts_know_schools (facts));
      break;
    case 4:
      set_number (cell, facts->pupils, facts->pupils < 0 || !oct_trust_facts_know_schools (facts));
      break;
    case 5:
      set_number (cell, facts->fsm_percent, facts->fsm_percent < 0);
      break;
    default:
      set_number (cell, facts->schools_by_phase[column - 6], !oct_trust_facts_know_schools (facts));
      break;
    }
}

/**
 * oct_cli_print_trusts_csv:
 * @trusts: (element-type OctTrust): trusts
 *
 * Writes trusts as CSV with the keys of the JSON for a header; each phase is a column.
 */
void
oct_cli_print_trusts_csv (GPtrArray *trusts)
{
  OctTableColumn columns[6 + OCT_N_PHASES] = {
    { "uid", OCT_CELL_IDENTIFIER }, { "name", OCT_CELL_TEXT },
    { "type", OCT_CELL_TEXT },      { "schools", OCT_CELL_INTEGER },
    { "pupils", OCT_CELL_INTEGER }, { "fsm_percent", OCT_CELL_DECIMAL },
  };
  char *labels[OCT_N_PHASES];
  const OctTable table = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = trusts->len,
    .cell = trust_cell,
    .source = trusts,
  };

  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    {
      g_autofree char *key = phase_key (phase);

      labels[phase] = g_strdup_printf ("schools_%s", key);
      columns[6 + phase] = (OctTableColumn) { labels[phase], OCT_CELL_INTEGER };
    }
  print_csv (&table);
  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    g_free (labels[phase]);
}
