/* Reading a plan's table and guessing its columns; see the header. */
#include "oct-plan-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-csv-reader.h"
#include "oct-error.h"
#include "oct-fold.h"
#include "oct-own-trust.h"

/* Tables of plans are short; one that is longer is something else. */
#define MAX_ROWS 20000

/* Words of headers, the more particular before the more general; folded as oct_fold() does. */
static const struct
{
  OctPlanColumn column;
  const char *label;
  const char *const words[14];
} columns[OCT_N_PLAN_COLUMNS] = {
  { OCT_PLAN_COLUMN_OBJECTIVE_OWNER,
    N_("Owner of the objective"),
    { "objective owner", "objective lead", "priority lead", "target lead", "slt lead" } },
  { OCT_PLAN_COLUMN_OBJECTIVE_DUE,
    N_("Objective due"),
    { "objective due", "objective deadline", "target date for objective" } },
  { OCT_PLAN_COLUMN_MILESTONE_DUE,
    N_("Milestone due"),
    { "milestone due", "milestone date", "milestone deadline" } },
  { OCT_PLAN_COLUMN_EXPECTED,
    N_("Expected evidence"),
    { "evidence", "monitoring", "how will we know" } },
  { OCT_PLAN_COLUMN_CRITERION,
    N_("Success criterion"),
    { "success", "impact", "outcome", "measure", "kpi", "indicator" } },
  { OCT_PLAN_COLUMN_BASELINE,
    N_("Baseline"),
    { "baseline", "starting point", "current position", "where are we now" } },
  { OCT_PLAN_COLUMN_STARTS, N_("Action starts"), { "start", "begin", "from when" } },
  { OCT_PLAN_COLUMN_ACTION_DUE,
    N_("Action due"),
    { "by when", "deadline", "due", "timescale", "timeframe", "timeline", "completion", "end date",
      "when", "target date", "date" } },
  { OCT_PLAN_COLUMN_ACTION_OWNER,
    N_("Owner of the action"),
    { "owner", "lead", "who", "responsib", "person", "staff", "by whom" } },
  { OCT_PLAN_COLUMN_COST, N_("Cost"), { "cost", "budget", "spend", "resource", "£" } },
  { OCT_PLAN_COLUMN_FUND, N_("Fund"), { "fund", "source of money", "grant" } },
  { OCT_PLAN_COLUMN_MILESTONE, N_("Milestone"), { "milestone", "checkpoint", "interim" } },
  { OCT_PLAN_COLUMN_STATUS, N_("Status of the action"), { "status", "rag", "progress", "rating" } },
  { OCT_PLAN_COLUMN_RATIONALE, N_("Why it matters"), { "rationale", "why", "need", "reason" } },
  { OCT_PLAN_COLUMN_REFERENCE, N_("Reference"), { "ref", "number", "no", "#", "id" } },
  { OCT_PLAN_COLUMN_AREA,
    N_("Area"),
    { "area", "theme", "strand", "category", "key issue", "domain" } },
  { OCT_PLAN_COLUMN_ACTION,
    N_("Action"),
    { "action", "step", "task", "activity", "what will we do", "strategy", "what" } },
  { OCT_PLAN_COLUMN_OBJECTIVE,
    N_("Objective"),
    { "objective", "priority", "priorities", "goal", "aim", "intent" } },
  { OCT_PLAN_COLUMN_TARGET, N_("Target"), { "target" } },
  { OCT_PLAN_COLUMN_NOTE, N_("Kept as a note"), { NULL } },
  { OCT_PLAN_COLUMN_SKIP, N_("Left out"), { NULL } },
};

/**
 * oct_plan_column_to_text:
 * @column: what a column holds
 *
 * Returns: (transfer none): its name
 */
const char *
oct_plan_column_to_text (OctPlanColumn column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].column == column)
      return _(columns[i].label);

  return "";
}

static void
row_free (gpointer data)
{
  OctPlanTableRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

/**
 * oct_plan_table_free:
 * @table: (transfer full): a table
 */
void
oct_plan_table_free (OctPlanTable *table)
{
  g_strfreev (table->header);
  g_ptr_array_unref (table->rows);
  g_free (table->columns);
  g_free (table);
}

/* Guessing. */

/* A short word must be a word of its own: "no" isn't in "note". */
static gboolean
has_word (const char *header, const char *word)
{
  const char *found = strstr (header, word);
  gsize length = strlen (word);

  if (found == NULL || length > 3)
    return found != NULL;

  return (found == header || found[-1] == ' ') && (found[length] == '\0' || found[length] == ' ');
}

static OctPlanColumn
guess_column (const char *name)
{
  g_autofree char *folded = oct_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint j = 0; columns[i].words[j] != NULL; j++)
      if (has_word (folded, columns[i].words[j]))
        return columns[i].column;

  return OCT_PLAN_COLUMN_NOTE;
}

static gboolean
has_column (const OctPlanTable *table, OctPlanColumn column)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i] == column)
      return TRUE;

  return FALSE;
}

static void
replace_column (OctPlanTable *table, OctPlanColumn from, OctPlanColumn to)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i] == from)
      table->columns[i] = to;
}

/* Beside a column that says it is the action's, one that doesn't say whose is the objective's. */
static void
tell_apart (OctPlanTable *table, OctPlanColumn of_action, OctPlanColumn of_objective)
{
  int named = -1;
  int other = -1;

  if (has_column (table, of_objective))
    return;
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *folded = oct_fold (table->header[i]);

      if (guess_column (table->header[i]) != of_action)
        continue;
      if (has_word (folded, "action"))
        named = named < 0 ? (int) i : named;
      else if (other < 0)
        other = (int) i;
    }
  if (named < 0 || other < 0)
    return;
  table->columns[named] = of_action;
  table->columns[other] = of_objective;
}

/* What a word means depends on the other columns. */
static void
guess (OctPlanTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      OctPlanColumn column = guess_column (table->header[i]);

      table->columns[i] = OCT_PLAN_COLUMN_NOTE;
      if (!has_column (table, column))
        table->columns[i] = column;
    }
  tell_apart (table, OCT_PLAN_COLUMN_ACTION_OWNER, OCT_PLAN_COLUMN_OBJECTIVE_OWNER);
  tell_apart (table, OCT_PLAN_COLUMN_ACTION_DUE, OCT_PLAN_COLUMN_OBJECTIVE_DUE);
  /* "Target" is what others call an objective. */
  if (!has_column (table, OCT_PLAN_COLUMN_OBJECTIVE))
    replace_column (table, OCT_PLAN_COLUMN_TARGET, OCT_PLAN_COLUMN_OBJECTIVE);
  if (!has_column (table, OCT_PLAN_COLUMN_OBJECTIVE))
    replace_column (table, OCT_PLAN_COLUMN_AREA, OCT_PLAN_COLUMN_OBJECTIVE);
  if (has_column (table, OCT_PLAN_COLUMN_ACTION))
    return;
  replace_column (table, OCT_PLAN_COLUMN_ACTION_OWNER, OCT_PLAN_COLUMN_OBJECTIVE_OWNER);
  replace_column (table, OCT_PLAN_COLUMN_ACTION_DUE, OCT_PLAN_COLUMN_OBJECTIVE_DUE);
}

/* Reading. */

/* (transfer full): the cells of a row, as many as @n, or as it has where @n is 0. */
static GStrv
copy_cells (const OctCsvRow *row, guint n)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv cells;

  for (guint i = 0; i < (n > 0 ? n : row->n_fields); i++)
    g_strv_builder_add (builder, i < row->n_fields ? row->fields[i].text : "");
  cells = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return cells;
}

static gboolean
is_blank (const OctCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (strspn (row->fields[i].text, " \t\r\n") < row->fields[i].length)
      return FALSE;

  return TRUE;
}

static gboolean
read_rows (OctPlanTable *table, OctCsvReader *reader, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  OctCsvRow row;

  while (oct_csv_reader_next (reader, &row, &local_error))
    {
      OctPlanTableRow *copy;

      if (is_blank (&row))
        continue;
      if (table->header == NULL)
        {
          table->header = copy_cells (&row, 0);
          table->n_columns = g_strv_length (table->header);
          continue;
        }
      if (table->rows->len == MAX_ROWS)
        {
          g_set_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE,
                       _("A plan’s table can have %'d rows at most. This one has more."), MAX_ROWS);
          return FALSE;
        }
      copy = g_new0 (OctPlanTableRow, 1);
      copy->line = row.line;
      copy->cells = copy_cells (&row, table->n_columns);
      g_ptr_array_add (table->rows, copy);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * oct_plan_table_read:
 * @bytes: a file, or a text that was pasted
 * @name: what it is called in errors
 * @error: return location for an error
 *
 * Reads a table and guesses what its columns hold.
 *
 * Returns: (transfer full) (nullable): the table; %OCT_ERROR_RULE where it has no row below its header
 */
OctPlanTable *
oct_plan_table_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (OctPlanTable) table = g_new0 (OctPlanTable, 1);
  g_autoptr (OctInput) input = NULL;
  g_autoptr (OctCsvReader) reader = NULL;

  table->rows = g_ptr_array_new_with_free_func (row_free);
  if (g_bytes_get_size (bytes) > 0)
    {
      input = oct_input_open_bytes (bytes, name, error);
      if (input == NULL)
        return NULL;
      reader = oct_csv_reader_new (input);
      if (!read_rows (table, reader, error))
        return NULL;
    }
  if (table->rows->len == 0)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE,
                           _("There is no row below the header. Copy the table with its header and "
                             "at least one row."));
      return NULL;
    }
  table->columns = g_new0 (OctPlanColumn, table->n_columns);
  table->exported = g_str_equal (table->header[0], "record") && table->n_columns > 1
                    && g_str_equal (table->header[1], "id");
  guess (table);

  return g_steal_pointer (&table);
}

/* Remembering. */

/**
 * oct_plan_table_get_key:
 * @table: a table
 *
 * Returns: (transfer full): a text that tables of this header have in common
 */
char *
oct_plan_table_get_key (const OctPlanTable *table)
{
  g_autofree char *joined = g_strjoinv ("\t", table->header);
  g_autofree char *folded = oct_fold (joined);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);

  return g_strdup_printf ("plan-columns-%.16s", hash);
}

/**
 * oct_plan_table_columns_to_text:
 * @table: a table
 *
 * Returns: (transfer full): what its columns hold, to be kept
 */
char *
oct_plan_table_columns_to_text (const OctPlanTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", table->columns[i]);

  return g_strdup (text->str);
}

/**
 * oct_plan_table_columns_from_text:
 * @table: a table
 * @text: what was kept of another one with the same header; anything else changes nothing
 *
 * Takes what its columns hold from there.
 */
void
oct_plan_table_columns_from_text (OctPlanTable *table, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  guint64 column;

  if (g_strv_length (parts) != table->n_columns)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 0, OCT_N_PLAN_COLUMNS - 1, &column, NULL))
      return;
  for (guint i = 0; i < table->n_columns; i++)
    table->columns[i] = (OctPlanColumn) g_ascii_strtoull (parts[i], NULL, 10);
}
